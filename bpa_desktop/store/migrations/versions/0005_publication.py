"""What was published, frozen, with who got it and who confirmed it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make a table that is new."""
    op.create_table(
        "publication",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("starts_at", sa.String(), nullable=False),
        sa.Column("ends_at", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("shifts", sa.JSON(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("receipts", sa.JSON(), nullable=False),
    )
