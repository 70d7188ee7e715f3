"""What the price list page says of lists, drafts and doubts. Plain Python, no Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from bpa_desktop.data.problem import Problem
from bpa_desktop.i18n import Language, mark
from bpa_desktop.tariff.doubt import Doubt
from bpa_desktop.tariff.price_list import Service, Unit
from bpa_desktop.tariff.provenance import Mark
from bpa_desktop.texts import problem_text
from bpa_desktop.texts.doubt import doubt_sentence
from bpa_desktop.ui.cost.list_draft import ListDraft, Spot, shared_key, spot_of
from bpa_desktop.ui.cost.list_model import DraftModel, KnownList, ListState
from bpa_desktop.ui.cost.list_reading import Fault
from bpa_desktop.ui.cost.list_words import label
from bpa_desktop.ui.cost.wording import list_text

_STATES = {
    ListState.IN_FORCE: mark("in force"),
    ListState.UNDATED: mark("without a date"),
    ListState.TO_COME: mark("not in force yet"),
    ListState.OUT_OF_DATE: mark("out of date"),
    ListState.NOT_IN_FORCE: mark("not in force"),
}
_MARKS = {
    Mark.SEEN: mark("seen in its source"),
    Mark.DERIVED: mark("worked out from a source"),
    Mark.KNOWN: mark("known, without a source at hand"),
    Mark.DOUBTFUL: mark("not certain"),
}
_FAULTS = {
    Fault.EMPTY: mark("Something has to stand here."),
    Fault.TOO_LONG: mark("That is too long. Write it shorter."),
    Fault.NO_AMOUNT: mark("Write a number like 430 or 2,5."),
    Fault.NO_DAY: mark("Write a day like 1.1.2027."),
    Fault.NO_NUMBER: mark("Write the four digits of the municipality, like 3203."),
    Fault.NO_TIERS: mark("Write how many, a colon and the kroner, with semicolons between: 1: 157; 2-3: 385."),
    Fault.NO_G: mark("Write the amount in kroner that the list counts with."),
}
Notes = Mapping[Spot, tuple[str, ...]]
"""What has to be said beside each field, signs first."""


def shelf_lead(language: Language, used: KnownList | None) -> str:
    """Return which list is in use, from when it is, where it was read, and how many doubts there are about it."""
    if used is None:
        return language.text("No price list is chosen. Choose one below, or copy one and change its figures.")
    source = used.tariff.sources[0].ref if used.tariff.sources else language.text("no source")
    facts = (list_text(language, used.tariff), source, language.text(_MARKS[used.tariff.mark]))
    return " · ".join(part for part in (*facts, doubt_count(language, used.doubts)) if part)


def doubt_count(language: Language, doubts: tuple[Doubt, ...]) -> str:
    """Return how many things look odd in a list, and whether it can't be used before they are mended."""
    if not doubts:
        return ""
    breaking = sum(doubt.breaking for doubt in doubts)
    if breaking:
        return language.plural(
            "▲ {n} thing must be mended before it can be used",
            "▲ {n} things must be mended before it can be used",
            n=breaking,
        )
    return language.plural("△ {n} thing looks odd", "△ {n} things look odd", n=len(doubts))


def row_name(language: Language, known: KnownList) -> str:
    """Return what a list is called."""
    tariff = known.tariff
    place = f"{tariff.municipality}, {tariff.district}" if tariff.district else tariff.municipality
    return f"{place}: {tariff.title}" if tariff.title else place


def row_state(language: Language, known: KnownList) -> str:
    """Return how a list stands: in use, own, in force, its days, its doubts."""
    tariff = known.tariff
    parts = [language.text("in use")] if known.in_use else []
    parts += [language.text("your own")] if known.is_own else []
    parts.append(language.text(_STATES[known.state]))
    if tariff.valid_from is not None:
        start = language.date(tariff.valid_from, "date")
        end = language.date(tariff.valid_to, "date") if tariff.valid_to is not None else ""
        days = language.text("{start} to {end}", start=start, end=end) if end else ""
        parts.append(days or language.text("from {day}", day=start))
    return " · ".join(part for part in (*parts, doubt_count(language, known.doubts)) if part)


def told_doubt(language: Language, draft: ListDraft, *, doubt: Doubt) -> str:
    """Return a doubt with its sign, the field it is about, and what would explain it."""
    where = place_text(language, draft, spot=spot_of(doubt.place, draft))
    sentence = doubt_sentence(language, doubt)
    return f"{'▲' if doubt.breaking else '△'} {where}: {sentence}" if where else f"{_sign(doubt)} {sentence}"


def _sign(doubt: Doubt) -> str:
    return "▲" if doubt.breaking else "△"


def place_text(language: Language, draft: ListDraft, *, spot: Spot) -> str:
    """Return where a field is: the service by its name, the step by its number, the field by its label."""
    field = label(language, spot.key) if spot.key else ""
    if spot.service is None:
        sharing = _sharing(draft, spot.key)
        return language.text("{place}: {field}", place=language.listed(sharing), field=field) if sharing else field
    service = draft.services[spot.service].texts["label"] or language.text("service {n}", n=spot.service + 1)
    if spot.band is not None:
        service = language.text("{service}, step {n}", service=service, n=spot.band + 1)
    return language.text("{place}: {field}", place=service, field=field) if field else service


def _sharing(draft: ListDraft, key: str) -> tuple[str, ...]:
    """Return the services below the shared ceiling that a field holds; none for another field."""
    groups = (group for place, group in enumerate(draft.kept.cap_groups) if shared_key(place) == key)
    names = {service.kept.id: service.texts["label"] for service in draft.services}
    return tuple(names.get(name, name) for group in groups for name in group.services)


def notes(language: Language, model: DraftModel) -> Notes:
    """Return what is to be said beside each field: what can't be read, else the doubts."""
    found: dict[Spot, list[str]] = defaultdict(list)
    for place, fault in model.reading.faults.items():
        spot = spot_of(place, model.draft)
        found[spot].append(f"▲ {label(language, spot.key)}: {language.text(_FAULTS[fault])}")
    for doubt in model.doubts:
        found[spot_of(doubt.place, model.draft)].append(f"{_sign(doubt)} {doubt_sentence(language, doubt)}")
    return {spot: tuple(lines) for spot, lines in found.items()}


def draft_lead(language: Language, model: DraftModel) -> str:
    """Return how the draft stands, in a sentence."""
    if model.reading.faults:
        return language.plural(
            "▲ {n} field can't be read yet.", "▲ {n} fields can't be read yet.", n=len(model.reading.faults)
        )
    if not model.doubts:
        return language.text("Nothing looks odd. The list can be used.")
    count = doubt_count(language, model.doubts)
    if model.usable:
        return language.text("{count}. The list can be used all the same.", count=count)
    return language.text("{count}. It can be saved without using it.", count=count)


def ladder_heading(language: Language, service: Service, *, units: Decimal) -> str:
    """Return what the picture shows: one service, for so many hours or whatever it is counted in."""
    if service.unit is Unit.HOUR:
        hours = language.hours(round(units, 1))
        return language.text("{service}: kroner for {hours} a month, by income", service=service.label, hours=hours)
    return language.text("{service}: kroner by income", service=service.label)


def problem_lines(language: Language, problems: tuple[Problem, ...]) -> list[str]:
    """Return what is wrong with a file, one line a problem."""
    return [problem_text(language, problem) for problem in problems]
