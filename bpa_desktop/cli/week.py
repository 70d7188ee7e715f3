"""week: a week's roster as plain text, in an order that a screen reader can read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from bpa_desktop.cli import values
from bpa_desktop.cli.checking import FILE_HELP, Json
from bpa_desktop.cli.session import RefusedError, Session, Status
from bpa_desktop.cli.sources import roster_of
from bpa_desktop.i18n import Language, mark

if TYPE_CHECKING:
    from bpa_desktop.domain.roster import Roster
    from bpa_desktop.domain.shift import Shift
    from bpa_desktop.domain.span import Week


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("week", help=mark("The week's roster as plain text."))(week)


def week(
    ctx: typer.Context,
    first: Annotated[str | None, typer.Argument(metavar="FILE", help=FILE_HELP, show_default=False)] = None,
    second: Annotated[
        str | None, typer.Argument(metavar="YYYY-Www", show_default=False, help=mark("The week, as 2026-W49."))
    ] = None,
    as_json: Json = False,
) -> int:
    """Say who is there when, day by day."""
    session: Session = ctx.obj
    file, written = (first, second) if second is not None else (None, first)
    if written is None or (second is None and not values.is_week(written)):
        raise RefusedError(session.language.text("Name the week, as 2026-W49."))
    asked = values.week(session.language, written)
    roster = roster_of(session, file)
    if as_json:
        session.give(_data(session.language, roster, asked, written))
    else:
        for line in week_lines(session.language, roster, asked):
            session.say(line)
    return Status.DONE


def week_lines(language: Language, roster: Roster, week: Week) -> Iterator[str]:
    """Yield the lines of a week: its heading, each day with its shifts, and how many are open."""
    from bpa_desktop.texts.shift import week_text

    yield roster.arrangement.name
    yield week_text(language, week)
    opened = 0
    for day in week.days:
        yield ""
        yield _day_heading(language, day)
        shifts = _starting(roster, day)
        opened += sum(roster.holder(shift) is None for shift in shifts)
        for shift in shifts:
            yield f"  {shift_line(language, roster, shift)}"
        if not shifts:
            yield "  " + language.text("no shifts")
    yield ""
    yield language.plural("{n} open shift.", "{n} open shifts.", n=opened)


def shift_line(language: Language, roster: Roster, shift: Shift) -> str:
    """Return one shift: from when to when, who, and what is out of the ordinary about it."""
    from bpa_desktop.domain.shift import ShiftKind, ShiftState
    from bpa_desktop.texts.words import word

    said = [_who(language, roster, shift)]
    if shift.kind is not ShiftKind.ACTIVE:
        said.append(word(language, shift.kind))
    if shift.state is not ShiftState.PUBLISHED:
        said.append(word(language, shift.state))
    said += shift.tasks
    return f"{_times(language, roster, shift)}: {', '.join(said)}"


def _who(language: Language, roster: Roster, shift: Shift) -> str:
    """Return who holds a shift, or why nobody does."""
    from bpa_desktop.texts.shift import name_of

    holder, planned = roster.holder(shift), shift.assistant
    if holder is None and planned is not None:
        return language.text("open, {name} is absent", name=name_of(language, roster, assistant=planned))
    if holder is None:
        return language.text("open, nobody has it")
    if planned is not None and planned != holder:
        return language.text(
            "{name} instead of {planned}",
            name=name_of(language, roster, assistant=holder),
            planned=name_of(language, roster, assistant=planned),
        )
    return name_of(language, roster, assistant=holder)


def _times(language: Language, roster: Roster, shift: Shift) -> str:
    from bpa_desktop.texts.shift import spoken_range

    zone = roster.arrangement.zone
    times = spoken_range(language, shift.span, zone=zone)
    nights = (shift.span.end.astimezone(zone).date() - shift.span.first_day(zone)).days
    if nights == 0:
        return times
    if nights == 1:
        return language.text("{times} the next day", times=times)
    return language.plural("{times}, {n} day later", "{times}, {n} days later", n=nights, times=times)


def _day_heading(language: Language, day: date) -> str:
    from bpa_desktop.domain.holidays import holidays_on
    from bpa_desktop.texts.shift import day_text
    from bpa_desktop.texts.words import word

    heading = day_text(language, day)
    heading = heading[:1].upper() + heading[1:]
    return ", ".join((heading, *(word(language, holiday) for holiday in holidays_on(day))))


def _starting(roster: Roster, day: date) -> tuple[Shift, ...]:
    """Return the shifts that begin on a day, in time order."""
    from bpa_desktop.domain.span import days_span

    zone = roster.arrangement.zone
    whole = days_span(day, day, zone=zone)
    return tuple(shift for shift in roster.shifts_in(whole) if whole.contains(shift.span.start))


def _data(language: Language, roster: Roster, week: Week, written: str) -> dict[str, object]:
    days = [(day, _starting(roster, day)) for day in week.days]
    return {
        "week": written,
        "days": [
            {"date": day.isoformat(), "shifts": [_shift_data(language, roster, shift) for shift in shifts]}
            for day, shifts in days
        ],
        "open": sum(roster.holder(shift) is None for _, shifts in days for shift in shifts),
    }


def _shift_data(language: Language, roster: Roster, shift: Shift) -> dict[str, object]:
    zone = roster.arrangement.zone
    return {
        "shift": shift.id,
        "start": shift.span.start.astimezone(zone).isoformat(),
        "end": shift.span.end.astimezone(zone).isoformat(),
        "assistant": roster.holder(shift),
        "planned": shift.assistant,
        "state": shift.state.value,
        "text": shift_line(language, roster, shift),
    }
