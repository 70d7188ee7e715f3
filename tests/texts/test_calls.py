"""Who was asked, in words and as a table: figures for the user, and nothing of why others were away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.roster import Roster
from bpa_desktop.domain.span import instant
from bpa_desktop.domain.substitute import Answer, Ask, Channel, RequestState, SubstituteRequest
from bpa_desktop.i18n import Language
from bpa_desktop.interchange.table_file import write_table
from bpa_desktop.ranking.calls import calls_of
from bpa_desktop.rules.extra_hours import extra_hours_of
from bpa_desktop.texts.calls import calls_text, team_listing
from bpa_desktop.texts.extra_hours import causes_text
from tests.plain_text import plain
from tests.rosters import absence, assistant, at, post, roster, shift

NOW = instant(at("sun 20:00"))
EN = Language("en")
LIMITS = shipped_limits()


def story() -> Roster:
    """Return a week in which Kari was asked three times and stepped in for Ola, who was ill, and for nobody."""
    ill, opened = shift("sat 08:00", "13:00", "ola"), shift("sun 10:00", "13:00", "kari")
    asks = tuple(
        Ask("kari", at(f"{day} 08:00"), Channel.SMS, answer, at(f"{day} 09:00"))
        for day, answer in (("thu", Answer.NO), ("fri", Answer.YES))
    )
    return replace(
        roster(
            shift("mon 08:00", "12:00", "ola"),
            shift("tue 08:00", "18:00", "kari"),
            ill,
            opened,
            team=(
                replace(assistant("Kari", posts=(post("20"),)), user_preference=5),
                assistant("Ola", posts=(post("100"),)),
            ),
        ),
        absences=(replace(absence("ola", "sat 00:00", "sun 00:00"), kind=AbsenceKind.SICK_NOTE),),
        requests=(
            SubstituteRequest("r1", ill.id, RequestState.FILLED, asks=asks, chosen="kari"),
            SubstituteRequest(
                "r2", opened.id, RequestState.FILLED, asks=(Ask("kari", at("sat 18:00"), Channel.PHONE),), chosen="kari"
            ),
        ),
    )


def test_the_calls_are_told_in_one_sentence() -> None:
    calls = calls_of(story(), NOW)
    assert plain(calls_text(EN, story(), calls=calls["kari"])) == (
        "Asked 3 times in twelve months: 1 yes, 1 no and 1 without answer; last 5 Dec 2026."
    )
    assert calls_text(EN, story(), calls=calls["ola"]) == ""


def test_the_table_has_a_line_for_each_of_the_team() -> None:
    listing = team_listing(EN, story(), limits=LIMITS, at=NOW)
    lines = [dict(zip(listing.columns, line, strict=True)) for line in listing.lines]
    assert lines[0] == {
        "Name": "Kari",
        "Asked": 3,
        "Yes": 1,
        "No": 1,
        "Perhaps": 0,
        "No answer": 1,
        "Stepped in": 2,
        "Last asked": date(2026, 12, 5),
        "Weekends worked": 1,
        "Weekends in all": 1,
        "Hours by contract": Decimal("7.50"),
        "Hours worked": Decimal("18.00"),
        "Extra hours": Decimal("10.50"),
        "Of the hours worked: open shifts": Decimal("3.00"),
        "Of the hours worked: in another's place": Decimal("5.00"),
    }
    assert lines[1]["Name"] == "Ola"
    assert [lines[1][name] for name in ("Asked", "Last asked", "Weekends worked", "Hours worked")] == [0, "", 0, ""]


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_nothing_of_an_illness_or_of_what_the_user_prefers_is_saved(code: str) -> None:
    language = Language(code)
    saved = write_table(language, team_listing(language, story(), limits=LIMITS, at=NOW)).decode().casefold()
    for word in ("sick", "ill", "syk", "prefer", "ønsk", "foretrek"):
        assert word not in saved
    healthy = replace(story(), absences=tuple(replace(one, kind=AbsenceKind.LEAVE) for one in story().absences))
    assert write_table(language, team_listing(language, healthy, limits=LIMITS, at=NOW)).decode().casefold() == saved


def test_the_user_alone_is_told_why_the_hours_were_worked() -> None:
    extra = extra_hours_of(story(), story().assistants[0], limits=LIMITS, on=date(2026, 12, 6))
    assert extra is not None
    said = plain(causes_text(EN, extra))
    assert said == "10 hours in their own plan, 3 hours in open shifts and 5 hours for somebody ill"
    own = replace(extra, causes=extra.causes[:1])
    assert causes_text(EN, own) == ""
