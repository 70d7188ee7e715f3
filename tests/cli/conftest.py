"""Calling the program as a shell does, without a process of its own."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bpa_desktop.bootstrap import main

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo" / "demo.json"


@dataclass(frozen=True)
class Outcome:
    """What a call left behind."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The one object on standard output; anything else there fails the test."""
        return json.loads(self.out)


Call = Callable[..., Outcome]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Return a function that calls the program with arguments, and with bytes on standard input."""

    def calling(*arguments: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Outcome(status, captured.out, captured.err)

    return calling


@pytest.fixture
def demo() -> str:
    """Return the path of the demo's file."""
    return str(DEMO)


@pytest.fixture
def demo_tree() -> dict[str, Any]:
    """Return the demo as a tree, to be changed."""
    tree: dict[str, Any] = json.loads(DEMO.read_bytes())
    return tree
