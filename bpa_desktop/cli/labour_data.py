"""A month's labour cost as `--json` holds it, and as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from bpa_desktop.cli.charge_data import optional
from bpa_desktop.domain.roster import Roster
from bpa_desktop.i18n import Language
from bpa_desktop.pay.cost import AssistantCost, LabourCost, Part
from bpa_desktop.pay.kind import Kind
from bpa_desktop.texts.labour import labour_text, note_text, part_text
from bpa_desktop.texts.shift import name_of


def labour_data(language: Language, cost: LabourCost) -> dict[str, object]:
    """Return the cost as the interchange has it, with each line's parts; who has no price stands in the warnings."""
    total = None if cost.total is None else f"{cost.total:.2f}"
    lines = [_line(language, person) for person in cost.people if person.amount is not None]
    return {"total": total, "lines": lines}


def _line(language: Language, person: AssistantCost) -> dict[str, object]:
    kinds = dict.fromkeys(part.kind for part in person.parts)
    return {
        "assistant": person.assistant,
        "hours": f"{person.hours:.2f}",
        "base": f"{person.of_kind(Kind.BASE):.2f}",
        "supplements": {kind.value: f"{person.of_kind(kind):.2f}" for kind in kinds if kind is not Kind.BASE},
        "amount": f"{person.amount:.2f}",
        "parts": [_part(language, part) for part in person.parts],
    }


def _part(language: Language, part: Part) -> dict[str, object]:
    return {
        "kind": part.kind.value,
        "hours": optional(part.hours),
        "paid_hours": optional(part.paid_hours),
        "rate": optional(part.rate),
        "percent": optional(part.percent),
        "of": optional(part.of),
        "amount": f"{part.amount:.2f}",
        "source": None if part.basis is None else part.basis.source,
        "source_mark": None if part.basis is None else part.basis.mark.value,
        "explanation": part_text(language, part),
    }


def labour_warnings(language: Language, cost: LabourCost, *, roster: Roster) -> list[str]:
    """Return what is not counted, or was assumed."""
    return [note_text(language, note, roster=roster) for note in cost.notes]


def labour_lines(language: Language, cost: LabourCost, *, roster: Roster) -> Iterator[str]:
    """Yield a labour cost in words: each assistant's month with its parts, the sum, what to be careful of."""
    for person in cost.people:
        if person.amount is not None:
            name = name_of(language, roster, assistant=person.assistant)
            hours, amount = language.hours(person.hours), language.money(person.amount)
            yield language.text("{name}, {hours}: {amount}", name=name, hours=hours, amount=amount)
            for part in person.parts:
                yield f"  {part_text(language, part)}"
    if not cost.is_unknown:
        yield labour_text(language, cost)
    yield from labour_warnings(language, cost, roster=roster)
