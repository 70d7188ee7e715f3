"""overtime_week: an ISO week has more overtime than the law allows."""

from __future__ import annotations

from bpa_desktop.rules.overtime import overtime_rule

RULE = overtime_rule("overtime_week", 1)
"""Measured: hours above the ordinary week (the averaged one where that is agreed), in an ISO week.

Must. AML § 10-6 (4), (5).
"""
