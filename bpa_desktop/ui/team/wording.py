"""What the team's lines, sentence and details say. Plain Python, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.ranking.calls import Calls
from bpa_desktop.rules.extra_hours import ExtraHours
from bpa_desktop.rules.turns import TurnKind
from bpa_desktop.texts import causes_text, extra_hours_text, word
from bpa_desktop.texts.calls import calls_text
from bpa_desktop.ui.team.sharing_model import KINDS, Counts, SharingLine
from bpa_desktop.ui.team.view_model import Line, TeamModel

Facts = tuple[tuple[str, str], ...]
"""A label and what stands beside it."""


def sentence(language: Language, model: TeamModel) -> str:
    """Return the team in one sentence."""
    if not model.lines:
        return language.text("Nobody is on the team yet.")
    people = language.plural("{n} assistant", "{n} assistants", n=len(model.lines))
    planned, contract = _number(language, model.planned), _number(language, model.contract)
    if not model.contract:
        return language.text("{people} · {planned} hours planned", people=people, planned=planned)
    return language.text(
        "{people} · {planned} of {contract} contract hours planned", people=people, planned=planned, contract=contract
    )


def week_column(language: Language, line: Line) -> str:
    """Return the hours planned this week, beside those of the contract."""
    planned = _number(language, line.week_planned)
    if line.week_contract is None:
        return language.text("{planned} h this week", planned=planned)
    contract = _number(language, line.week_contract)
    return language.text("{planned} of {contract} h this week", planned=planned, contract=contract)


def left_column(language: Language, line: Line, *, model: TeamModel) -> str:
    """Return what is left of the contract in the period."""
    if line.left is None:
        return language.text("no agreed hours")
    hours, week = _number(language, abs(line.left)), model.last_week.number
    if line.left < 0:
        return language.text("△ {hours} h too many to week {week}", hours=hours, week=week)
    return language.text("{hours} h left to week {week}", hours=hours, week=week)


def post_text(language: Language, line: Line) -> str:
    """Return how somebody is employed: 60 %, permanent."""
    if line.post is None:
        return language.text("not employed this week")
    kind = word(language, line.post.kind)
    if not line.post.percent:
        return kind
    return language.text("{percent} %, {kind}", percent=language.number(line.post.percent), kind=kind)


def contact(assistant: Assistant) -> str:
    """Return the telephone on one line, or the e-mail address where there is no telephone."""
    return assistant.phone.replace(" ", "\N{NO-BREAK SPACE}") or assistant.email


def line_name(language: Language, line: Line, *, model: TeamModel) -> str:
    """Return everything a line says, for a screen reader."""
    parts = [line.assistant.name, post_text(language, line)]
    parts += [language.text("absent this week")] if line.is_absent else []
    parts += [week_column(language, line), _left_spoken(language, line, model=model), *line.assistant.skills]
    parts += [part for part in (line.assistant.phone, line.assistant.email) if part]
    return ", ".join(parts)


def _left_spoken(language: Language, line: Line, *, model: TeamModel) -> str:
    if line.left is None:
        return left_column(language, line, model=model)
    hours, week = language.hours(abs(line.left)), model.last_week.number
    if line.left < 0:
        return language.text("{hours} too many to week {week}", hours=hours, week=week)
    return language.text("{hours} left to week {week}", hours=hours, week=week)


@dataclass(frozen=True)
class Past:
    """What is remembered of an assistant's twelve months: the calls, a part-timer's hours.

    `weekends` is in how many they were there, and how many there were.
    """

    calls: Calls
    weekends: tuple[int, int] = (0, 0)
    extra: ExtraHours | None = None


def facts(language: Language, roster: Roster, *, line: Line, past: Past) -> Facts:
    """Return what the panel tells about an assistant; what is not known is left out."""
    text, assistant, post = language.text, line.assistant, line.post
    found = [
        (text("Telephone"), assistant.phone),
        (text("E-mail"), assistant.email),
        (text("Address"), assistant.address),
        (text("Languages"), ", ".join(assistant.languages)),
        (text("Skills"), ", ".join(assistant.skills)),
        (text("Your preference"), text("{n} of 5", n=assistant.user_preference)),
        (text("Way to work"), _way(language, assistant)),
        (text("Never together with"), language.listed(apart_from(roster, assistant))),
    ]
    if post is not None:
        found += [
            (text("Employed"), post_text(language, line)),
            (text("From"), language.date(post.days.first, "date") if post.days.first else ""),
            (text("To"), language.date(post.days.last, "date") if post.days.last else ""),
            (text("Wage an hour"), language.money(post.hourly_wage) if post.hourly_wage is not None else ""),
            (text("Employee number"), post.employee_no),
        ]
    found.append((text("Asked to step in"), calls_text(language, roster, calls=past.calls)))
    found.append((text("Weekends in twelve months"), _weekends(language, past.weekends[0], of=past.weekends[1])))
    if past.extra is not None:
        found.append((text("Extra hours"), extra_hours_text(language, past.extra)))
        found.append((text("Why they were worked"), causes_text(language, past.extra)))
    found.append((text("Notes"), assistant.notes))
    return tuple((label, value) for label, value in found if value)


def _weekends(language: Language, worked: int, *, of: int) -> str:
    return language.text("{n} of {of}", n=worked, of=of) if of else ""


def _way(language: Language, assistant: Assistant) -> str:
    minutes = assistant.travel_minutes
    return language.plural("{n} minute", "{n} minutes", n=minutes) if minutes is not None else ""


def apart_from(roster: Roster, assistant: Assistant) -> tuple[str, ...]:
    """Return the names of those somebody never works together with, whoever of the two it is entered for."""
    others = roster.kept_apart.get(assistant.id, frozenset())
    return tuple(one.name for one in roster.assistants if one.id in others)


def sharing_columns(language: Language) -> tuple[str, ...]:
    """Return the headings of what is shared, the name first."""
    text = language.text
    return text("Name"), text("Weekends"), text("Evenings"), text("Nights"), text("Holidays")


def sharing_cells(line: SharingLine) -> tuple[str, ...]:
    """Return somebody's year, with the one before in brackets."""
    return line.assistant.name, *(f"{line.this_year[kind]} ({line.last_year[kind]})" for kind in KINDS)


def sharing_spoken(language: Language, line: SharingLine, *, year: int) -> str:
    """Return somebody's year as it is said."""
    years = ((year, line.this_year), (year - 1, line.last_year))
    said = "; ".join(_turns(language, counts, year=which) for which, counts in years)
    return f"{line.assistant.name}, {said}"


def _turns(language: Language, counts: Counts, *, year: int) -> str:
    return language.text(
        "{year}: weekends {weekends}, evenings {evenings}, nights {nights}, holidays {holidays}",
        year=year,
        weekends=counts[TurnKind.WEEKEND],
        evenings=counts[TurnKind.EVENING],
        nights=counts[TurnKind.NIGHT],
        holidays=counts[TurnKind.HOLIDAY],
    )


def _number(language: Language, amount: Decimal) -> str:
    return language.number(round(amount, 2))
