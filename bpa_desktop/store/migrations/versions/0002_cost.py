"""What the cost rests on: the household, price lists and pay agreements of one's own, an expected G, invoices."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; no older row is touched."""
    op.create_table(
        "household",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("members", sa.JSON(), nullable=False),
    )
    for name in ("own_price_list", "own_pay_agreement"):
        op.create_table(
            name,
            sa.Column("id", sa.String(), primary_key=True),
            sa.Column("text", sa.String(), nullable=False),
        )
    op.create_table(
        "expected_base_amount",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("from_day", sa.String(), nullable=False),
        sa.Column("amount", sa.String(), nullable=False),
    )
    op.create_table(
        "invoice",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("month", sa.String(), nullable=False),
        sa.Column("amount", sa.String(), nullable=False),
    )
