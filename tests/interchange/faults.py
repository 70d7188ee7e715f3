"""A small file without a fault, and every fault that can be put into it."""

from __future__ import annotations

from typing import Any

from bpa_desktop.interchange.json_text import LARGEST_MEBIBYTES, MEBIBYTE

START, END = "2026-12-04T15:00:00+01:00", "2026-12-04T23:00:00+01:00"
GOOD: dict[str, Any] = {
    "format": "bpa-roster/1",
    "arrangement": {"id": "asker", "name": "Ordning", "municipality_no": "3203", "agreement": {}},
    "awards": [
        {"id": "award", "from": "2026-01-01", "weekly_hours": {"personal": "60", "practical": "0", "other": "0"}}
    ],
    "assistants": [
        {
            "id": "kari",
            "name": "Kari",
            "employments": [{"from": "2026-01-01", "kind": "permanent", "percent": "60"}],
            "never_with": ["kari", "kari"],
        }
    ],
    "availability": [{"assistant": "kari", "start": START, "end": END, "grade": "can"}],
    "needs": [{"id": "need", "weekday": 5, "start": "15:00", "end": "23:00"}],
    "rotations": [
        {
            "id": "turnus",
            "name": "Turnus",
            "weeks": 2,
            "from": "2026-01-01",
            "lines": [{"week": 1, "weekday": 1, "start": "08:00", "end": "15:00", "assistant": "kari"}],
        }
    ],
    "shifts": [{"id": "eve", "start": START, "end": END, "actual": {"start": START, "end": END}}],
    "absences": [{"id": "away", "assistant": "kari", "start": START, "end": END, "kind": "other"}],
    "substitute_requests": [
        {
            "id": "request",
            "shift": "eve",
            "state": "open",
            "asks": [
                {
                    "assistant": "kari",
                    "at": START,
                    "channel": "sms",
                    "answer": "part",
                    "part": {"start": START, "end": END},
                }
            ],
        }
    ],
}

GONE = object()
FAULTS: list[tuple[str, object, str]] = [
    # the file and its objects
    ("format", "bpa-roster/2", "unknown_format"),
    ("format", GONE, "missing"),
    ("format", 1, "wrong_type"),
    ("colour", "red", "unknown_key"),
    ("shifts[0].colour", "red", "unknown_key"),
    ("shifts[0].actual.colour", "red", "unknown_key"),
    ("arrangement", GONE, "missing"),
    ("arrangement", [], "wrong_type"),
    ("shifts", {}, "wrong_type"),
    ("shifts", None, "wrong_type"),
    ("shifts[0]", "eve", "wrong_type"),
    ("shifts[0].start", GONE, "missing"),
    ("awards[0].weekly_hours.other", GONE, "missing"),
    ("substitute_requests[0].asks[0].answer", GONE, "missing"),
    # right types only
    ("arrangement.name", 7, "wrong_type"),
    ("shifts[0].break_minutes", "30", "wrong_type"),
    ("shifts[0].break_minutes", True, "wrong_type"),
    ("shifts[0].break_minutes", 30.0, "wrong_type"),
    ("shifts[0].place", None, "wrong_type"),
    ("shifts[0].skills", "transfer", "wrong_type"),
    ("shifts[0].skills[0]", 1, "wrong_type"),
    ("arrangement.agreement.sunday_averaging", 1, "wrong_type"),
    ("arrangement.household_income", 480000, "wrong_type"),
    ("arrangement.regime", 1, "wrong_type"),
    ("shifts[0].start", 1764000000, "wrong_type"),
    ("awards[0].carry_over", 40, "wrong_type"),
    ("arrangement.advice", "yes", "wrong_type"),
    ("absences[0].open_ended", 1, "wrong_type"),
    ("assistants[0].travel_minutes", "20", "wrong_type"),
    # words and numbers
    ("arrangement.regime", "navy", "not_a_choice"),
    ("shifts[0].kind", "sleep", "not_a_choice"),
    ("arrangement.weekly_norm", "37.50", "not_a_choice"),
    ("awards[0].carry_over", "half", "not_a_choice"),
    ("awards[0].overdraw", "allow", "not_a_choice"),
    ("arrangement.self_certification", "always", "not_a_choice"),
    ("absences[0].reported_how", "pigeon", "not_a_choice"),
    ("substitute_requests[0].outcome", "magic", "not_a_choice"),
    ("arrangement.household_income", "4.8e5", "not_a_decimal"),
    ("arrangement.household_income", "٤٨", "not_a_decimal"),
    ("arrangement.household_income", "NaN", "not_a_decimal"),
    ("arrangement.household_income", "1" * 40, "not_a_decimal"),
    ("arrangement.household_income", "-1", "out_of_range"),
    ("assistants[0].employments[0].percent", "101", "out_of_range"),
    ("assistants[0].user_preference", 6, "out_of_range"),
    ("assistants[0].user_preference", 0, "out_of_range"),
    ("assistants[0].child_days", -1, "out_of_range"),
    ("needs[0].weekday", 8, "out_of_range"),
    ("rotations[0].lines[0].week", 3, "out_of_range"),
    ("shifts[0].break_minutes", 10**30, "out_of_range"),
    ("shifts[0].break_minutes", -1, "out_of_range"),
    # times
    ("awards[0].from", "2026-02-29", "not_a_date"),
    ("awards[0].from", "2026-1-1", "not_a_date"),
    ("awards[0].from", "2026-01-01T00:00", "not_a_date"),
    ("awards[0].from", "0001-01-01", "out_of_range"),
    ("shifts[0].start", "2026-12-04T15:00:00", "no_offset"),
    ("shifts[0].start", "2026-12-04", "not_a_time"),
    ("shifts[0].start", "2026-12-04T24:00:00+01:00", "not_a_time"),
    ("shifts[0].start", "2026-12-04T15:61:00+01:00", "not_a_time"),
    ("shifts[0].start", "2026-12-04T15:00:00+25:00", "not_a_time"),
    ("shifts[0].end", "9999-12-31T23:59:59-12:00", "out_of_range"),
    ("needs[0].end", "24:00", "not_a_clock_time"),
    ("needs[0].end", "9:00", "not_a_clock_time"),
    ("shifts[0].end", START, "not_after_start"),
    ("shifts[0].actual.end", "2026-12-04T14:00:00Z", "not_after_start"),
    ("substitute_requests[0].asks[0].part.end", START, "not_after_start"),
    ("availability[0].end", START, "not_after_start"),
    ("absences[0].end", START, "not_after_start"),
    ("awards[0].to", "2025-12-31", "before_start"),
    ("assistants[0].employments[0].to", "2025-12-31", "before_start"),
    ("rotations[0].to", "2025-12-31", "before_start"),
    ("arrangement.time_zone", "Europe/Asker", "unknown_time_zone"),
    ("arrangement.time_zone", "../../etc/passwd", "unknown_time_zone"),
    ("arrangement.time_zone", "Europe", "unknown_time_zone"),
    ("arrangement.time_zone", "", "unknown_time_zone"),
    # ids and references
    ("shifts[0].id", "", "bad_id"),
    ("shifts[0].id", "a b", "bad_id"),
    ("needs[0].id", "æ", "bad_id"),
    ("needs[0].id", "a" * 65, "bad_id"),
    ("shifts[0].id", "need", "duplicate_id"),
    ("needs[0].id", "asker", "duplicate_id"),
    ("assistants[0].never_with[1]", "nobody", "unknown_reference"),
    ("availability[0].assistant", "nobody", "unknown_reference"),
    ("rotations[0].lines[0].assistant", "nobody", "unknown_reference"),
    ("shifts[0].assistant", "nobody", "unknown_reference"),
    ("shifts[0].assistant", "need", "unknown_reference"),
    ("shifts[0].backup", "nobody", "unknown_reference"),
    ("shifts[0].rotation", "kari", "unknown_reference"),
    ("absences[0].assistant", "nobody", "unknown_reference"),
    ("substitute_requests[0].shift", "nothing", "unknown_reference"),
    ("substitute_requests[0].asks[0].assistant", "nobody", "unknown_reference"),
    ("substitute_requests[0].chosen", "nobody", "unknown_reference"),
]

NO_CLEAN_JSON = [
    (b"", "", "not_json"),
    (b"{", "", "not_json"),
    (b"\xff\xfe{}", "", "not_utf8"),
    (b"[]", "", "wrong_type"),
    (b"null", "", "wrong_type"),
    (b"[" * 200_000, "", "too_deep"),
    (b'{"format": NaN}', "format", "not_a_number"),
    (b'{"a": [0, -Infinity]}', "a[1]", "not_a_number"),
    (b'{"format": "\\ud800"}', "format", "not_text"),
    (b'{"a\\udfff": 1}', '"a\\udfff"', "not_text"),
    (b'{"a": {"b": 1, "b": 2}}', "a.b", "duplicate_key"),
    (b" " * (LARGEST_MEBIBYTES * MEBIBYTE + 1), "", "too_large"),
]
