"""Notes on days, and the shifts that are locked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make two tables that are new."""
    op.create_table(
        "day_note",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("first_day", sa.String(), nullable=False),
        sa.Column("last_day", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
    )
    op.create_table("shift_lock", sa.Column("id", sa.String(), primary_key=True))
