"""What the commands answer about a file, for people and for programs."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call

ROOT = Path(__file__).resolve().parents[2]
ASKED = ("charge", "--tariff", "asker-seed", "--income", "480000", "--hours", "20", "--date", "2026-12-01")


def test_the_charge_of_the_issue_is_1290_with_all_that_explains_it(call: Call) -> None:
    outcome = call(*ASKED, "--json")
    assert outcome.status == 0
    assert outcome.err == ""
    data = outcome.data
    assert data["amount"] == "1290.00"
    assert (data["per"], data["currency"]) == ("month", "NOK")
    assert (data["income_in_g"], data["g"], data["g_from"]) == ("3.515", "136549", "2026-05-01")
    assert data["band"] == {"from_g": "3", "to_g": "4"}
    assert "430" in data["explanation"]
    assert "bpa" in data["assumed"]
    assert data["steps"] == {
        "below": {"income": "409647", "amount": "860.00"},
        "above": {"income": "546196", "amount": "1720.00"},
    }
    assert data["source"]["dated"] is False
    assert len(data["warnings"]) == 1


def test_the_undated_list_says_so_in_words_too(call: Call) -> None:
    outcome = call(*ASKED)
    assert outcome.status == 0
    assert outcome.out.startswith("1,290")
    assert "no date" in outcome.out


def test_a_list_outside_its_validity_computes_all_the_same_and_wants_attention(call: Call) -> None:
    outcome = call(
        *("charge", "--tariff", "oslo-2019", "--income", "480000", "--hours", "2", "--date", "2026-12-01", "--json")
    )
    assert outcome.status == 1
    assert outcome.data["warning_codes"] == ["outside_validity"]


def test_an_income_on_an_edge_is_assumed_below_it(call: Call) -> None:
    data = call(
        *("charge", "--tariff", "asker-seed", "--income", "409647", "--hours", "20", "--date", "2026-12-01", "--json")
    ).data
    assert data["amount"] == "860.00"
    assert "edge" in data["assumed"]


def test_another_service_is_asked_for_by_its_units(call: Call) -> None:
    data = call(
        *("charge", "--tariff", "asker-seed", "--income", "480000", "--service", "alarm", "--units", "1"),
        *("--date", "2026-12-01", "--json"),
    ).data
    assert (data["service"], data["amount"]) == ("alarm", "275.00")


def test_check_tells_must_and_should_and_wants_attention(call: Call, demo: str) -> None:
    outcome = call("check", demo, "--json")
    assert outcome.status == 1
    data = outcome.data
    assert (data["must"], data["should"]) == (1, 3)
    absent = next(finding for finding in data["findings"] if finding["rule"] == "absent")
    assert absent["weight"] == "must"
    assert absent["assistant"] == "ola"
    assert absent["shifts"] == ["w49-fri-day"]
    assert absent["measured"] is absent["limit"] is absent["unit"] is None
    assert absent["text"]
    assert set(absent) == {
        *("rule", "weight", "assistant", "shifts", "measured", "limit", "unit", "reference", "source_mark"),
        *("text", "repair", "repair_change", "kept"),
    }


def test_check_of_other_days_finds_nothing(call: Call, demo: str) -> None:
    outcome = call("check", demo, "--from", "2026-11-02", "--to", "2026-11-08", "--json")
    assert outcome.status == 0
    found = {name: outcome.data[name] for name in ("findings", "must", "should")}
    assert found == {"findings": [], "must": 0, "should": 0}


def test_check_reports_extra_hours_to_the_last_day_looked_at(call: Call, demo: str) -> None:
    whole, first_week = call("check", demo, "--json"), call("check", demo, "--to", "2026-11-01", "--json")
    kari = next(one for one in whole.data["extra_hours"] if one["assistant"] == "kari")
    assert kari["reference"] == "AML § 14-4 a"
    assert Decimal(kari["worked"]) > Decimal(first_week.data["extra_hours"][0]["worked"]) > 0
    assert first_week.data["extra_hours"][0]["to"] == "2026-11-01"
    assert {one["assistant"] for one in whole.data["extra_hours"]} == {"kari", "ola", "amina", "per", "ingrid"}


def test_check_in_words_has_a_line_for_each_finding(call: Call, demo: str) -> None:
    lines = call("check", demo).out.splitlines()
    assert len(lines) == 5
    assert lines[0].startswith("Must: Ola Berg")
    assert lines[-1] == "4 findings."


def test_a_finding_says_what_would_mend_it(call: Call, demo_tree: dict[str, Any]) -> None:
    shift = next(shift for shift in demo_tree["shifts"] if shift["id"] == "w44-mon-day")
    shift["end"] = "2026-10-26T22:30:00+01:00"
    given = json.dumps(demo_tree).encode()
    data = call("check", "-", "--json", stdin=given).data
    long = next(finding for finding in data["findings"] if finding["rule"] == "daily_hours")
    assert long["repair"] == "Let the shift Monday 26 October 08:00–22:30 end at 21:00."
    change = long["repair_change"]
    assert (change["shift"], change["end"]) == ("w44-mon-day", "2026-10-26T21:00:00+01:00")
    assert (change["assistant"], change["break_minutes"]) == (shift["assistant"], shift.get("break_minutes", 0))
    assert long["repair"] in call("check", "-", stdin=given).out


def test_figures_are_numbers(call: Call, demo_tree: dict[str, Any]) -> None:
    shift = next(shift for shift in demo_tree["shifts"] if shift["id"] == "w44-mon-day")
    shift["end"] = "2026-10-26T22:30:00+01:00"
    data = call("check", "-", "--json", stdin=json.dumps(demo_tree).encode()).data
    long = next(finding for finding in data["findings"] if finding["rule"] == "daily_hours")
    assert long["measured"] == 14.5
    assert isinstance(long["limit"], int | float)
    assert long["unit"] == "hours"


def test_the_account_counts_what_was_used_and_what_is_planned(call: Call, demo: str) -> None:
    outcome = call("account", demo, "--on", "2026-11-01", "--json")
    assert outcome.status == 0
    (award,) = outcome.data["awards"]
    assert award["award"] == "vedtak-2026"
    assert award["period"] == {"from": "2026-10-01", "to": "2026-12-31"}
    assert award["used"] == "90.00"
    assert set(award) >= {"granted", "planned", "left", "per_week_left", "forecast_at_end", "lapses"}
    assert (award["will_lapse"], award["act_by"], award["runs_out"]) == ("316.36", "2026-12-07", None)


def test_an_overdrawn_account_wants_attention(call: Call, demo_tree: dict[str, Any]) -> None:
    demo_tree["awards"][0]["weekly_hours"] = {"personal": "1", "practical": "0", "other": "0"}
    outcome = call("account", "-", "--on", "2026-11-01", stdin=json.dumps(demo_tree).encode())
    assert outcome.status == 1


def test_cost_adds_the_services_up_and_says_what_to_do_where_no_pay_is_known(call: Call, demo: str) -> None:
    outcome = call("cost", demo, "--month", "2026-12", "--json")
    assert outcome.status == 0
    data = outcome.data
    assert data["month"] == "2026-12"
    assert data["co_payment"]["total"] == "1565.00"
    assert [line["service"] for line in data["co_payment"]["lines"]] == ["practical", "alarm"]
    assert data["labour"] == {"total": None, "lines": []}
    assert len(data["warnings"]) == 2
    assert "choose a pay agreement" in data["warnings"][1]


def _paying_by(tree: dict[str, Any], agreement: str) -> bytes:
    tree["arrangement"]["pay_agreement"] = agreement
    return json.dumps(tree).encode()


def test_cost_tells_what_the_work_costs_line_by_line(call: Call, demo_tree: dict[str, Any]) -> None:
    outcome = call("cost", "-", "--month", "2026-11", "--json", stdin=_paying_by(demo_tree, "virke-bpa"))
    assert outcome.status == 0
    labour = outcome.data["labour"]
    assert labour["lines"]
    for line in labour["lines"]:
        parts = [Decimal(part["amount"]) for part in line["parts"]]
        named = [Decimal(line["base"]), *(Decimal(each) for each in line["supplements"].values())]
        assert Decimal(line["amount"]) == sum(parts) == sum(named)
        assert set(line["supplements"]) >= {"holiday_pay", "pension", "employer_contribution"}
    assert Decimal(labour["total"]) == sum(Decimal(line["amount"]) for line in labour["lines"])
    assert any("zone I" in warning for warning in outcome.data["warnings"])


def test_cost_in_words_explains_each_line_of_the_work(call: Call, demo_tree: dict[str, Any]) -> None:
    lines = call("cost", "-", "--month", "2026-11", stdin=_paying_by(demo_tree, "virke-bpa")).out.splitlines()
    assert any(line.startswith("  Basic pay: ") and "2Care" in line for line in lines)
    assert any(line.startswith("In November 2026 work costs ") for line in lines)


def test_cost_by_a_mistyped_pay_agreement_names_those_there_are(call: Call, demo_tree: dict[str, Any]) -> None:
    outcome = call("cost", "-", "--month", "2026-11", stdin=_paying_by(demo_tree, "virke"))
    assert outcome.status == 2
    assert all(known in outcome.err for known in ("virke-bpa", "nho-595", "ks"))


def test_cost_in_words_ends_with_the_total(call: Call, demo: str) -> None:
    lines = call("cost", demo, "--month", "2026-12").out.splitlines()
    assert lines[0] == "practical:"
    assert "alarm:" in lines
    assert "1,565" in lines[-2]


def test_cost_by_a_file_of_several_lists_is_by_the_one_the_arrangement_names(
    call: Call, demo_tree: dict[str, Any], tmp_path: Path
) -> None:
    asker = (ROOT / "resources" / "tariffs" / "asker.toml").read_text(encoding="utf-8")
    other = asker[asker.index("[[tariff]]") :].replace('"asker-seed"', '"other"')
    own = tmp_path / "own.toml"
    own.write_text(f"{asker}\n{other}", encoding="utf-8")
    verb = ("cost", "-", "--month", "2026-12", "--tariff-file", str(own), "--json")
    named = call(*verb, stdin=json.dumps(demo_tree).encode())
    assert named.data["co_payment"]["total"] == "1565.00"
    demo_tree["arrangement"]["tariff"] = None
    unnamed = call(*verb, stdin=json.dumps(demo_tree).encode())
    assert unnamed.status == 2
    assert "asker-seed" in unnamed.err


def test_cost_by_a_price_list_of_ones_own(call: Call, demo_tree: dict[str, Any], tmp_path: Path) -> None:
    demo_tree["arrangement"]["services"] = []
    shipped = ROOT / "resources" / "tariffs" / "oslo-2019.toml"
    outcome = call(
        *("cost", "-", "--month", "2026-12", "--tariff-file", str(shipped), "--json"),
        stdin=json.dumps(demo_tree).encode(),
    )
    assert outcome.status == 1
    assert {line["source"]["tariff"] for line in outcome.data["co_payment"]["lines"]} == {"oslo-2019"}


def test_substitutes_come_in_order_and_everybody_is_in_one_list(call: Call, demo: str) -> None:
    outcome = call("substitutes", demo, "--shift", "w49-fri-eve", "--at", "2026-12-04T07:00:00+01:00", "--json")
    assert outcome.status == 0
    data = outcome.data
    able = [candidate["assistant"] for candidate in data["candidates"]]
    unable = [one["assistant"] for one in data["excluded"]]
    assert sorted(able + unable) == ["amina", "ingrid", "jonas", "kari", "ola", "per"]
    assert [candidate["rank"] for candidate in data["candidates"]] == list(range(1, len(able) + 1))
    assert all(reason["code"] and reason["text"] for one in data["candidates"] for reason in one["reasons"])
    ola = next(one for one in data["excluded"] if one["assistant"] == "ola")
    assert "absent" in {reason["code"] for reason in ola["reasons"]}


def test_substitutes_in_words(call: Call, demo: str) -> None:
    lines = call("substitutes", demo, "--shift", "w49-fri-eve", "--at", "2026-12-04T07:00:00+01:00").out.splitlines()
    assert lines[1].startswith("1. Kari Lunde: ")
    assert any(line.startswith("Ola Berg can't: ") for line in lines)


def test_a_shift_that_nobody_can_take_wants_attention(call: Call, demo_tree: dict[str, Any]) -> None:
    shift = next(shift for shift in demo_tree["shifts"] if shift["id"] == "w49-fri-eve")
    shift["skills"] = ["tryllekunst"]
    outcome = call("substitutes", "-", "--shift", "w49-fri-eve", stdin=json.dumps(demo_tree).encode())
    assert outcome.status == 1
    assert "Nobody can take it." in outcome.out


def test_the_week_is_plain_text_with_each_day_and_what_is_open(call: Call, demo: str) -> None:
    outcome = call("week", demo, "2026-W49")
    assert outcome.status == 0
    lines = outcome.out.splitlines()
    assert lines[0] == "Ordning i Asker (demo)"
    assert "49" in lines[1]
    assert "  08:00 to 15:00: open, Ola Berg is absent, morgenstell" in lines
    assert "  15:00 to 22:00: open, nobody has it, draft" in lines
    assert "  15:00 to 22:00: Ola Berg" in lines
    assert lines[-1] == "2 open shifts."


def test_the_week_names_the_substitute_beside_who_was_planned(call: Call, demo: str) -> None:
    assert "Jonas Åsen instead of Amina Yusuf" in call("week", demo, "2026-W46").out


def test_the_week_names_holidays_and_nights(call: Call, demo_tree: dict[str, Any]) -> None:
    night = {"id": "night", "kind": "resting_night", "assistant": "kari", "state": "published"}
    demo_tree["shifts"] = [{**night, "start": "2026-12-25T22:00:00+01:00", "end": "2026-12-26T08:00:00+01:00"}]
    demo_tree["substitute_requests"] = []
    lines = call("week", "-", "2026-W52", stdin=json.dumps(demo_tree).encode()).out.splitlines()
    assert any("Christmas Day" in line for line in lines)
    assert "  22:00 to 08:00 the next day: Kari Lunde, resting night" in lines
    assert lines.count("  no shifts") == 6


def test_the_week_for_programs(call: Call, demo: str) -> None:
    data = call("week", demo, "2026-W53", "--json").data
    assert data["week"] == "2026-W53"
    assert data["days"][0]["date"] == "2026-12-28"
    assert data["open"] == 0


def test_the_price_lists_are_listed(call: Call) -> None:
    data = call("tariffs", "--json").data
    by_id = {tariff["id"]: tariff for tariff in data["tariffs"]}
    assert {"asker-seed", "oslo-2019", "lillestrom-2020", "hoyanger-2019", "vefsn-2022"} <= set(by_id)
    assert by_id["asker-seed"]["dated"] is False
    assert "asker-seed: " in call("tariffs").out


def test_a_doubtful_price_list_is_told_and_wants_attention(call: Call) -> None:
    shipped = ROOT / "resources" / "tariffs" / "asker.toml"
    outcome = call("tariffs", "check", str(shipped), "--json")
    assert outcome.status == 1
    doubt = next(doubt for doubt in outcome.data["doubts"] if doubt["code"] == "undated")
    assert set(doubt) == {"code", "place", "value", "breaking", "text"}
    assert doubt["place"] == "tariff[0].undated"
    assert doubt["breaking"] is False
    assert call("tariffs", "check", str(shipped)).out.splitlines()[-1].endswith(("doubt.", "doubts."))


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_numbers_and_days_follow_the_language(call: Call, language: str) -> None:
    before, after = call("--lang", language, *ASKED), call(*ASKED, "--lang", language)
    assert before.out == after.out
    assert ("1,290" in before.out) == (language == "en")
