"""Whatever a file holds, it is read, or refused with DataError; nothing else escapes the reader."""

from __future__ import annotations

import tomllib
from typing import Any

import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from bpa_desktop.data.problem import DataError
from bpa_desktop.data.resources import resources_folder
from bpa_desktop.data.tariffs import read_tariffs

FILES = [file.read_bytes() for file in sorted((resources_folder() / "tariffs").glob("*.toml"))]
ODD = st.one_of(
    st.sampled_from(["", "NaN", "1e999999", "-1", "0x1f", "٧", "1_0", " 1", "1.", "x" * 5000, "\x00", "\x1b[31m"]),
    st.integers(min_value=-(2**63), max_value=2**63 - 1),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.recursive(st.just([]), lambda inner: st.lists(inner, max_size=2), max_leaves=4),
    st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2),
)


def read(content: bytes) -> None:
    """Read a file, and look at what it is refused with: every problem has a code, and a place or none for the whole."""
    try:
        read_tariffs(content, "fuzzed.toml")
    except DataError as error:
        assert error.problems
        assert all(problem.place.isprintable() for problem in error.problems)


@given(st.binary(max_size=400))
def test_random_bytes_are_refused(content: bytes) -> None:
    read(content)
    read(b'schema = "bpa-tariff/1"\n' + content)


@given(st.sampled_from(FILES), st.data())
def test_a_file_with_bytes_changed_cut_or_repeated_is_read_or_refused(content: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(min_value=0, max_value=len(content)))
    end = data.draw(st.integers(min_value=start, max_value=min(start + 40, len(content))))
    piece = data.draw(st.sampled_from([b"", content[start:end] * 2, b"[" * 50, b"\xff"]) | st.binary(max_size=8))
    read(content[:start] + piece + content[end:])


def changed(tree: Any, data: st.DataObject) -> Any:
    """Return a tree with something odd in one place of it, or with a key left out or added."""
    if not isinstance(tree, dict | list) or not tree or data.draw(st.integers(min_value=0, max_value=5)) == 0:
        return data.draw(ODD)
    if isinstance(tree, list):
        place = data.draw(st.integers(min_value=0, max_value=len(tree) - 1))
        return [changed(each, data) if index == place else each for index, each in enumerate(tree)]
    key = data.draw(st.sampled_from(sorted(tree)))
    act = data.draw(st.sampled_from(["change", "change", "change", "drop", "add"]))
    if act == "drop":
        return {name: value for name, value in tree.items() if name != key}
    return {**tree, (data.draw(st.text(max_size=8)) if act == "add" else key): changed(tree[key], data)}


@given(st.sampled_from(FILES), st.data())
@settings(max_examples=200)
def test_a_file_with_a_value_key_or_table_changed_is_read_or_refused(content: bytes, data: st.DataObject) -> None:
    tree = tomllib.loads(content.decode())
    read(tomli_w.dumps({**tree, "tariff": changed(tree["tariff"], data)}).encode())
