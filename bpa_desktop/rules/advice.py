"""What no law demands: fairness and health. Looked at where the arrangement asks for it."""

from __future__ import annotations

ADVICE = frozenset({"late_to_early", "nights_in_a_row", "rest_after_nights", "fair_share"})
"""The rules that only advise, by name. Apart from the rules themselves: the texts know it without them."""
