"""Advice that no law demands, and what becomes of a plan that takes more than an award grants."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make two tables anew with one more column each, filled with what was understood before."""
    _arrangement()
    _award()


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
    )
    _fill("arrangement", advice="0")


def _award() -> None:
    op.rename_table("award", "older")
    op.create_table(
        "award",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("first_day", sa.String(), nullable=True),
        sa.Column("last_day", sa.String(), nullable=True),
        sa.Column("personal", sa.String(), nullable=False),
        sa.Column("practical", sa.String(), nullable=False),
        sa.Column("other", sa.String(), nullable=False),
        sa.Column("account_period", sa.String(), nullable=False),
        sa.Column("carry_over", sa.String(), nullable=False),
        sa.Column("overnight_factor", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("also_drawn", sa.JSON(), nullable=False),
        sa.Column("overdraw", sa.String(), nullable=False),
    )
    _fill("award", overdraw="'warn'")


def _fill(table: str, **new: str) -> None:
    """Copy the rows of the older table, with SQL expressions for the new columns. No table refers to these two."""
    bind = op.get_bind()
    kept = [str(row[1]) for row in bind.exec_driver_sql("PRAGMA table_info(older)")]
    names, values = ", ".join([*kept, *new]), ", ".join([*kept, *new.values()])
    op.execute(f"INSERT INTO {table} ({names}) SELECT {values} FROM older")
    op.drop_table("older")
