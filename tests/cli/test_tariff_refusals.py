"""Files that are no price list, or a hostile one: exit 2 with the place, no traceback, nothing on standard output."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call

ROOT = Path(__file__).resolve().parents[2]
ASKER = (ROOT / "resources" / "tariffs" / "asker.toml").read_text("utf-8")
SCHEMA = 'schema = "bpa-tariff/1"\n'
RATE = "tariff[0].service[4].band[0].rate"
WHOLE = "the file is not TOML"
"""Where a fault has no line: the reader of TOML gives up on the file as a whole."""


def rate(written: str) -> bytes:
    """Return Asker's list with another price of a dinner."""
    return ASKER.replace('rate = "78"', f"rate = {written}").encode()


def replacing(*ring: str) -> bytes:
    """Return lists of which each replaces the next, and the last the first."""
    head, table = ASKER.split("[[tariff]]", 1)
    lists = [
        table.replace('"asker-seed"', f'"{name}"', 1).replace(
            "undated = true", f'undated = true\nreplaces = ["{after}"]', 1
        )
        for name, after in zip(ring, (*ring[1:], ring[0]), strict=True)
    ]
    return "".join([head, *(f"[[tariff]]{each}\n" for each in lists)]).encode()


HOSTILE = {
    "exponent": (rate("1e999999"), RATE),
    "exponent as text": (rate('"1e999999"'), RATE),
    "not a number": (rate("nan"), RATE),
    "not a number as text": (rate('"NaN"'), RATE),
    "infinity": (rate("inf"), RATE),
    "infinity as text": (rate('"-Infinity"'), RATE),
    "hexadecimal": (rate("0x4E"), RATE),
    "hexadecimal as text": (rate('"0x4E"'), RATE),
    "other digits": (rate('"٧٨"'), RATE),
    "underscores": (rate('"7_8"'), RATE),
    "thirteen digits": (rate('"1000000000000"'), RATE),
    "seven decimals": (rate('"1.0000000"'), RATE),
    "a line end within": (rate('"78\\n"'), RATE),
    "an integer of thousands of digits": (rate("9" * 10_000), WHOLE),
    "a table": (rate("{ a = 1 }"), RATE),
    "a list a thousand deep": (rate("[" * 1000 + "]" * 1000), WHOLE),
    "tables a thousand deep": (rate("{ a = " * 1000 + "1" + " }" * 1000), WHOLE),
    "a key a thousand deep": ((SCHEMA + ".".join(["a"] * 1000) + " = 1\n").encode(), "a"),
    "a hundred thousand brackets": (SCHEMA.encode() + b"a = " + b"[" * 100_000, WHOLE),
    "latin 1": (ASKER.replace("Varm", "Vårm").encode("latin-1"), "line "),
    "utf 16": (ASKER.encode("utf-16"), "line 1"),
    "two marks of byte order": (b"\xef\xbb\xbf\xef\xbb\xbf" + ASKER.encode(), "line 1"),
    "a null byte": (rate('"7\0"'), "line "),
    "a lone surrogate": (rate('"\\ud800"'), "line "),
    "the same key twice": (rate('"78"\nrate = "79"'), "line "),
    "the same table twice": (ASKER.encode() + b"\n[tariff]\n", "line "),
    "a day that is not": (ASKER.replace("undated = true", "valid_from = 2018-02-30").encode(), "line "),
    "a list that replaces itself": (replacing("one"), "tariff[0].replaces"),
    "a ring of three": (replacing("one", "two", "three"), "tariff[2].replaces"),
    "nothing": (b"", "schema"),
    "bytes of no meaning": (bytes(range(256)), "line "),
    "another format": (b'{"schema": "bpa-tariff/1"}', "line 1"),
}


@pytest.mark.parametrize("content, place", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_with_its_place(call: Call, tmp_path: Path, content: bytes, place: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(content)
    for options in ((), ("--json",)):
        outcome = call("tariffs", "check", str(path), *options)
        assert (outcome.status, outcome.out) == (2, "")
        assert any(line.startswith(place) for line in outcome.err.splitlines()), outcome.err
        assert "Traceback" not in outcome.err
        assert len(outcome.err) < 2000


def test_asker_itself_and_with_one_mark_of_byte_order_is_read(call: Call) -> None:
    for content in (ASKER.encode(), b"\xef\xbb\xbf" + ASKER.encode(), ASKER.replace("\n", "\r\n").encode()):
        assert call("tariffs", "check", "-", stdin=content).status == 1
