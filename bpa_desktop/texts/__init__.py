"""Facts to sentences: one function a kind, for the window and the command line alike."""

from bpa_desktop.texts.account import account_line, account_sentence
from bpa_desktop.texts.charge import amount_text, assumed_text, charge_text, sum_text, warning_text
from bpa_desktop.texts.doubt import doubt_text
from bpa_desktop.texts.error import error_text
from bpa_desktop.texts.extra_hours import causes_text, extra_hours_text
from bpa_desktop.texts.finding import finding_short, finding_text
from bpa_desktop.texts.pattern import short_times, spoken_times, weekday_text
from bpa_desktop.texts.problem import problem_text
from bpa_desktop.texts.reason import reason_text
from bpa_desktop.texts.repair import repair_text
from bpa_desktop.texts.shift import (
    away_text,
    capital,
    clock_range,
    day_text,
    days_text,
    name_of,
    shift_text,
    span_text,
    spoken_range,
    week_text,
)
from bpa_desktop.texts.step import step_phrase, step_text
from bpa_desktop.texts.swap import swap_reasons, swap_short
from bpa_desktop.texts.words import word

__all__ = [
    "account_line",
    "account_sentence",
    "amount_text",
    "assumed_text",
    "away_text",
    "capital",
    "causes_text",
    "charge_text",
    "clock_range",
    "day_text",
    "days_text",
    "doubt_text",
    "error_text",
    "extra_hours_text",
    "finding_short",
    "finding_text",
    "name_of",
    "problem_text",
    "reason_text",
    "repair_text",
    "shift_text",
    "short_times",
    "span_text",
    "spoken_range",
    "spoken_times",
    "step_phrase",
    "step_text",
    "sum_text",
    "swap_reasons",
    "swap_short",
    "warning_text",
    "week_text",
    "weekday_text",
    "word",
]
