"""overtime_year: 52 consecutive ISO weeks have more overtime together than the law allows."""

from __future__ import annotations

from functools import partial

from bpa_desktop.rules.overtime import overtime
from bpa_desktop.rules.rule import Rule

RULE = Rule("overtime_year", partial(overtime, name="overtime_year", weeks=52))
"""Measured: hours above the ordinary week (the averaged one where that is agreed), in any 52 consecutive ISO weeks.

Must. AML § 10-6 (4), (5).
"""
