"""The quarter's absence on the command line: numbers, and names only when they are asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call


@pytest.fixture
def year(tmp_path: Path, demo_tree: dict[str, Any]) -> str:
    """Return the path of a file in which Kari works on three days, and is ill on one and a half of them."""
    kari = demo_tree["assistants"][0]["id"]
    days = [f"2026-10-0{n}" for n in (5, 6, 7)]
    demo_tree["shifts"] = [
        {"id": f"s{day}", "start": f"{day}T08:00:00+02:00", "end": f"{day}T16:00:00+02:00", "assistant": kari}
        for day in days
    ]
    demo_tree["absences"] = [
        {"id": "a1", "assistant": kari, "start": "2026-10-05T00:00:00+02:00", "end": "2026-10-06T00:00:00+02:00"}
        | {"kind": "self_certified"},
        {"id": "a2", "assistant": kari, "start": "2026-10-06T00:00:00+02:00", "end": "2026-10-07T00:00:00+02:00"}
        | {"kind": "sick_note", "grade": "50"},
    ]
    for key in ("substitute_requests", "availability", "needs", "rotations"):
        demo_tree.pop(key, None)
    path = tmp_path / "year.json"
    path.write_text(json.dumps(demo_tree), "utf-8")
    return str(path)


def test_the_quarter_is_told_in_numbers_without_names(call: Call, year: str, demo_tree: dict[str, Any]) -> None:
    outcome = call("absence-statistics", year, "--quarter", "2026-Q4", "--json")
    assert outcome.status == 0
    total = outcome.data["total"]
    assert (total["agreed"], total["sick"], total["percent"]) == ("3.00", "1.50", "50.00")
    assert (total["self_certified"], total["doctor_certified"]) == ("1.00", "0.50")
    assert total["by_length"]["short"] == {"cases": 1, "days": "1.50"}
    said = call("absence-statistics", year, "--quarter", "2026-Q4", "--lang", "en")
    assert "Sick days: 1.5" in said.out
    for one in demo_tree["assistants"]:
        assert one["name"] not in said.out + outcome.out
        assert "assistants" not in outcome.data


def test_names_stand_there_when_they_are_asked_for(call: Call, year: str, demo_tree: dict[str, Any]) -> None:
    asked = ("absence-statistics", year, "--quarter", "2026-Q4", "--names")
    assert demo_tree["assistants"][0]["name"] in call(*asked).out
    people = call(*asked, "--json").data["assistants"]
    assert [one["sick"] for one in people][:2] == ["1.50", "0.00"]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_it_is_written_to_a_file(call: Call, year: str, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"q4.{ending}"
    outcome = call("absence-statistics", year, "--quarter", "2026-Q4", "--out", str(out), "--lang", "nb")
    assert (outcome.status, outcome.out) == (0, "")
    content = out.read_bytes()
    if ending == "csv":
        heading, total = content.decode("utf-8-sig").splitlines()
        assert total.split(";")[2:5] == ["3", "1,5", "50"]
        assert len(heading.split(";")) == len(total.split(";")) == 17
    else:
        assert content.startswith(b"PK")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--quarter", "2026-Q5"),
        ("--quarter", "2026"),
        ("--quarter", "2026-Q4", "--out", "q4.pdf"),
        ("--quarter", "2026-Q4", "--out", "-"),
        (),
    ],
)
def test_what_is_no_quarter_or_no_table_is_refused(call: Call, year: str, arguments: tuple[str, ...]) -> None:
    outcome = call("absence-statistics", year, *arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err


def test_a_quarter_without_shifts_has_no_percent(call: Call, year: str) -> None:
    total = call("absence-statistics", year, "--quarter", "2026-Q3", "--json").data["total"]
    assert (total["agreed"], total["percent"]) == ("0.00", None)
