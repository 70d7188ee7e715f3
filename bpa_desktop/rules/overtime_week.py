"""overtime_week: an ISO week has more overtime than the law allows."""

from __future__ import annotations

from functools import partial

from bpa_desktop.rules.overtime import overtime
from bpa_desktop.rules.rule import Rule

RULE = Rule("overtime_week", partial(overtime, name="overtime_week", weeks=1))
"""Measured: hours above the ordinary week (the averaged one where that is agreed), in an ISO week.

Must. AML § 10-6 (4), (5).
"""
