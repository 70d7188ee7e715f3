"""overtime_year: 52 consecutive ISO weeks have more overtime together than the law allows."""

from __future__ import annotations

from bpa_desktop.rules.overtime import overtime_rule

RULE = overtime_rule("overtime_year", 52)
"""Measured: hours above the ordinary week (the averaged one where that is agreed), in any 52 consecutive ISO weeks.

Must. AML § 10-6 (4), (5).
"""
