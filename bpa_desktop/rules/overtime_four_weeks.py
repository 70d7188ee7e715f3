"""overtime_four_weeks: four consecutive ISO weeks have more overtime together than the law allows."""

from __future__ import annotations

from functools import partial

from bpa_desktop.rules.overtime import overtime
from bpa_desktop.rules.rule import Rule

RULE = Rule("overtime_four_weeks", partial(overtime, name="overtime_four_weeks", weeks=4))
"""Measured: hours above the ordinary week (the averaged one where that is agreed), in any four consecutive ISO weeks.

Must. AML § 10-6 (4), (5).
"""
