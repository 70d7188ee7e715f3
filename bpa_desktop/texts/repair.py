"""The change that mends a finding as a sentence."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import Span
from bpa_desktop.i18n import Language
from bpa_desktop.rules.repair import Repair
from bpa_desktop.texts.shift import name_of, span_text


def repair_text(language: Language, roster: Roster, *, repair: Repair) -> str:
    """Return what to do with which shift."""
    before, after = repair.before, repair.after
    zone = roster.arrangement.zone
    when = span_text(language, before.span, zone=zone)
    if after.break_minutes != before.break_minutes:
        return language.text("Give the shift {when} a break of {n} minutes.", when=when, n=after.break_minutes)
    if after.assistant != before.assistant:
        name = name_of(language, roster, assistant=after.assistant)
        return language.text("Give the shift {when} to {name}.", when=when, name=name)
    return _moved(language, before.span, after=after.span, zone=zone)


def _moved(language: Language, before: Span, *, after: Span, zone: ZoneInfo) -> str:
    start, end = after.start.astimezone(zone), after.end.astimezone(zone)
    when = span_text(language, before, zone=zone)
    if after.end == before.end:
        return language.text("Let the shift {when} begin at {start}.", when=when, start=language.clock(start))
    if after.start == before.start:
        return language.text("Let the shift {when} end at {end}.", when=when, end=language.clock(end))
    return language.text("Move the shift {when} to {then}.", when=when, then=span_text(language, after, zone=zone))
