"""The first tables: the log (step, version, record) and the present state of each noun."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _make_log()
    _make_arrangement()
    _make_team()
    _make_plan()
    _make_absence()


def _make_log() -> None:
    op.create_table(
        "step",
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("of", sa.String(), nullable=True),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "version",
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("parents", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("data", sa.String(), nullable=True),
        sa.Column("salt", sa.String(), nullable=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.UniqueConstraint("hash"),
        sa.ForeignKeyConstraint(["step"], ["step.id"]),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_version_step", "version", ["step"])
    op.create_table(
        "record",
        sa.Column("ordinal", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("head", sa.String(), nullable=False),
        sa.UniqueConstraint("kind", "id"),
        sa.ForeignKeyConstraint(["head"], ["version.hash"]),
        sqlite_autoincrement=True,
    )


def _make_arrangement() -> None:
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
        sa.Column("weekly_norm", sa.String(), nullable=False),
        sa.Column("tariff", sa.String(), nullable=True),
        sa.Column("pay_agreement", sa.String(), nullable=True),
        sa.Column("household_income", sa.String(), nullable=True),
        sa.Column("services", sa.JSON(), nullable=False),
    )
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
    )


def _make_team() -> None:
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
    )
    op.create_table(
        "availability",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("assistant", sa.String(), nullable=False),
        sa.Column("starts_at", sa.String(), nullable=False),
        sa.Column("ends_at", sa.String(), nullable=False),
        sa.Column("grade", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
    )


def _make_plan() -> None:
    op.create_table(
        "need",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("start_time", sa.String(), nullable=False),
        sa.Column("end_time", sa.String(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("skills", sa.JSON(), nullable=False),
        sa.Column("first_day", sa.String(), nullable=True),
        sa.Column("last_day", sa.String(), nullable=True),
    )
    op.create_table(
        "rotation",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.String(), nullable=True),
        sa.Column("last_day", sa.String(), nullable=True),
        sa.Column("lines", sa.JSON(), nullable=False),
    )
    op.create_table(
        "shift",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("starts_at", sa.String(), nullable=False),
        sa.Column("ends_at", sa.String(), nullable=False),
        sa.Column("assistant", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("active_minutes", sa.Integer(), nullable=True),
        sa.Column("break_minutes", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("published_at", sa.String(), nullable=True),
        sa.Column("backup", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("skills", sa.JSON(), nullable=False),
        sa.Column("tasks", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("rotation", sa.String(), nullable=True),
        sa.Column("actual_start", sa.String(), nullable=True),
        sa.Column("actual_end", sa.String(), nullable=True),
    )


def _make_absence() -> None:
    op.create_table(
        "absence",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("assistant", sa.String(), nullable=False),
        sa.Column("starts_at", sa.String(), nullable=False),
        sa.Column("ends_at", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("grade", sa.String(), nullable=False),
        sa.Column("reported_at", sa.String(), nullable=True),
    )
    op.create_table(
        "substitute_request",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("shift", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("deadline", sa.String(), nullable=True),
        sa.Column("asks", sa.JSON(), nullable=False),
        sa.Column("chosen", sa.String(), nullable=True),
    )
