"""What sick leave and substitutes rest on: how it was reported, what was asked and told, who never works together."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make four tables anew with more columns, filled with what was understood before, and one that is new."""
    _arrangement()
    _assistant()
    _absence()
    _substitute_request()
    op.create_table(
        "fallback_contact",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
    )


def _arrangement() -> None:
    op.rename_table("arrangement", "older")
    op.create_table(
        "arrangement",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("municipality_no", sa.String(), nullable=False),
        sa.Column("district", sa.String(), nullable=False),
        sa.Column("time_zone", sa.String(), nullable=False),
        sa.Column("regime", sa.String(), nullable=False),
        sa.Column("agreement_level", sa.String(), nullable=False),
        sa.Column("averaging_weeks", sa.Integer(), nullable=True),
        sa.Column("sunday_averaging", sa.Boolean(), nullable=False),
        sa.Column("reduced_rest", sa.Boolean(), nullable=False),
        sa.Column("agreement_reference", sa.String(), nullable=False),
        sa.Column("agreement_first_day", sa.String(), nullable=True),
        sa.Column("agreement_last_day", sa.String(), nullable=True),
        sa.Column("agreement_collective", sa.String(), nullable=False),
        sa.Column("weekly_norm", sa.String(), nullable=False),
        sa.Column("tariff", sa.String(), nullable=True),
        sa.Column("pay_agreement", sa.String(), nullable=True),
        sa.Column("household_income", sa.String(), nullable=True),
        sa.Column("services", sa.JSON(), nullable=False),
        sa.Column("advice", sa.Boolean(), nullable=False),
        sa.Column("self_certification", sa.String(), nullable=False),
    )
    _fill("arrangement", self_certification="'law'")


def _assistant() -> None:
    op.rename_table("assistant", "older")
    op.create_table(
        "assistant",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("birth_date", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("skills", sa.JSON(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("user_preference", sa.Integer(), nullable=False),
        sa.Column("employments", sa.JSON(), nullable=False),
        sa.Column("travel_minutes", sa.Integer(), nullable=True),
        sa.Column("never_with", sa.JSON(), nullable=False),
        sa.Column("child_days", sa.Integer(), nullable=True),
    )
    _fill("assistant", travel_minutes="NULL", never_with="'[]'", child_days="NULL")


def _absence() -> None:
    op.rename_table("absence", "older")
    op.create_table(
        "absence",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("assistant", sa.String(), nullable=False),
        sa.Column("starts_at", sa.String(), nullable=False),
        sa.Column("ends_at", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("grade", sa.String(), nullable=False),
        sa.Column("reported_at", sa.String(), nullable=True),
        sa.Column("reported_how", sa.String(), nullable=True),
        sa.Column("open_ended", sa.Boolean(), nullable=False),
    )
    _fill("absence", reported_how="NULL", open_ended="0")


def _substitute_request() -> None:
    op.rename_table("substitute_request", "older")
    op.create_table(
        "substitute_request",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("shift", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("deadline", sa.String(), nullable=True),
        sa.Column("asks", sa.JSON(), nullable=False),
        sa.Column("chosen", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
    )
    _fill("substitute_request", outcome="'none'")
    _fill_asks()


def _fill_asks() -> None:
    """Put into every question what was not written down before."""
    new = "'$.answer_by', NULL, '$.part_start', NULL, '$.part_end', NULL, '$.told_at', NULL"
    each = f"json_group_array(json_set(value, {new}) ORDER BY key)"
    op.execute(f"UPDATE substitute_request SET asks = (SELECT {each} FROM json_each(asks))")


def _fill(table: str, **new: str) -> None:
    """Copy the rows of the older table, with SQL expressions for the new columns. No table refers to these."""
    bind = op.get_bind()
    kept = [str(row[1]) for row in bind.exec_driver_sql("PRAGMA table_info(older)")]
    names, values = ", ".join([*kept, *new]), ", ".join([*kept, *new.values()])
    op.execute(f"INSERT INTO {table} ({names}) SELECT {values} FROM older")
    op.drop_table("older")
