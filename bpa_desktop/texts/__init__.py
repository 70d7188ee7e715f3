"""Facts to sentences: one function a kind, for the window and the command line alike."""

from bpa_desktop.texts.shift import (
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
from bpa_desktop.texts.words import word

__all__ = [
    "clock_range",
    "day_text",
    "days_text",
    "name_of",
    "shift_text",
    "span_text",
    "spoken_range",
    "step_phrase",
    "step_text",
    "week_text",
    "word",
]
