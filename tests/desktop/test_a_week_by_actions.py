"""A work supervisor plans a week by what assistive technology offers: no key, no pointer, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.shift import ShiftState
from tests.desktop.actor import Actor
from tests.desktop.session import DesktopSession

pytestmark = pytest.mark.desktop
MONDAY, TUESDAY, SATURDAY = 1, 2, 6
KARI, JONAS, NOBODY = "Kari Lunde", "Jonas Åsen", "Open shifts"


@pytest.fixture(params=["en", "nb"])
def actor(request: pytest.FixtureRequest) -> Iterator[Actor]:
    """The supervisor, with the program on a desktop of its own."""
    with DesktopSession() as desktop:
        yield Actor(desktop, request.param)


def test_a_week_is_planned_by_actions_alone(actor: Actor) -> None:
    makes_a_shift(actor)
    gives_it_to_jonas(actor)
    picks_it_up_and_puts_it_down_on_tuesday(actor)
    splits_it_and_undoes_that(actor)
    reads_the_week_as_a_list(actor)
    is_told_that_kari_has_a_sick_child(actor)
    publishes(actor)
    writes_a_sentence_in_the_palette(actor)
    takes_it_back_in_the_history_list(actor)
    assert actor.leave() == 0
    everything_is_kept(actor.kept, actor)


def makes_a_shift(actor: Actor) -> None:
    actor.press(actor.free_day(NOBODY, MONDAY))
    actor.write("&Times, such as 8-15 or 22-8", "8-15")
    actor.press("Save")
    actor.hears("New open shift {when}", when=f"{actor.day(MONDAY)} 08:00–15:00")


def gives_it_to_jonas(actor: Actor) -> None:
    actor.command_on(actor.shift("Open shift", MONDAY), "assign_shift")
    actor.pick("Give to", JONAS)
    actor.hears("{when} given to {name}", when=f"{actor.day(MONDAY)} 08:00–15:00", name=JONAS)


def picks_it_up_and_puts_it_down_on_tuesday(actor: Actor) -> None:
    actor.grab(actor.shift(JONAS, MONDAY))
    actor.command("move_shift")
    actor.hears("Picked up. Arrows choose the place, Enter puts down, Esc puts back.")
    actor.press(actor.free_day(JONAS, TUESDAY))
    actor.hears("{name} moved to {when}", name=JONAS, when=f"{actor.day(TUESDAY)} 08:00–15:00")


def splits_it_and_undoes_that(actor: Actor) -> None:
    actor.command_on(actor.shift(JONAS, TUESDAY), "split_shift")
    actor.write("&Split at, such as 11 or 11:30", "12")
    actor.press("Split")
    actor.hears("Shift {when} split at {time}", when=f"{actor.day(TUESDAY)} 08:00–15:00", time="12:00")
    actor.command("undo")
    split = actor.language.text("Shift {when} split at {time}", when=f"{actor.day(TUESDAY)} 08:00–15:00", time="12:00")
    actor.hears("Undone: {phrase}.", phrase=split)


def reads_the_week_as_a_list(actor: Actor) -> None:
    actor.command("agenda")
    actor.hears("The week as a list")
    actor.finds(f"{actor.day(MONDAY)}, ")
    actor.command("week_grid")
    actor.hears("The week as a grid")


def is_told_that_kari_has_a_sick_child(actor: Actor) -> None:
    actor.grab(actor.shift(KARI, MONDAY))
    actor.command("register_absence")
    actor.choose("Kind", "sick child")
    actor.press("Register")
    when = f"{actor.day(MONDAY)} 08:00–15:00"
    opened = actor.language.plural("{n} shift opened", "{n} shifts opened", n=1)
    actor.hears("{name} is absent {when}: {opened}", name=KARI, when=when, opened=opened)
    actor.command("show_roster")


def publishes(actor: Actor) -> None:
    actor.command("publish_week")
    actor.press(actor.language.text("&Publish").replace("&", ""))
    actor.hears(actor.language.plural("{n} shift published", "{n} shifts published", n=1))
    actor.press(actor.language.text("Close"))


def writes_a_sentence_in_the_palette(actor: Actor) -> None:
    actor.command("palette")
    sentence, understood = {
        "en": ("move Kari thu to sat", "△ Warning: "),
        "nb": ("flytt Kari tor til lør", "△ Varsel: "),
    }[actor.language.code]
    actor.write("Command or sentence", sentence)
    actor.press(understood)
    actor.hears("{name} moved to {when}", name=KARI, when=f"{actor.day(SATURDAY)} 08:00–15:00")


def takes_it_back_in_the_history_list(actor: Actor) -> None:
    actor.command("history_list")
    actor.press({"en": "Undo 1 step", "nb": "Angre 1 steg"}[actor.language.code])
    moved = actor.language.text("{name} moved to {when}", name=KARI, when=f"{actor.day(SATURDAY)} 08:00–15:00")
    actor.hears("Undone: {phrase}.", phrase=moved)
    actor.press({"en": "Close", "nb": "Lukk"}[actor.language.code])


def everything_is_kept(roster: Roster, actor: Actor) -> None:
    held = {shift: roster.holder(shift) for shift in roster.shifts}
    jonas = [shift for shift, holder in held.items() if holder == "jonas"]
    assert [shift.span.first_day(roster.arrangement.zone) for shift in jonas] == [actor.week.days[TUESDAY - 1]]
    assert roster.absences[-1].kind is AbsenceKind.CHILD_SICK
    assert roster.holder(roster.shifts_by_id["w49-mon-day"]) is None
    assert roster.holder(roster.shifts_by_id["w49-thu-day"]) == "kari"
    assert [shift.state for shift in jonas] == [ShiftState.PUBLISHED]
