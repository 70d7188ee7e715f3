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
from bpa_desktop.cli.passphrase import VARIABLE
from bpa_desktop.store import vault

PASSPHRASE = "blå hest"
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


@pytest.fixture
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the passphrase by the environment, at no cost: that it is costly is the store's to test."""
    monkeypatch.setenv(VARIABLE, PASSPHRASE)
    monkeypatch.setattr(vault, "SCRYPT_N", 2**4)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder without a store."""
    return tmp_path / "data"


@pytest.fixture
def store(call: Call, folder: Path) -> Call:
    """Return a function that calls the program on the folder."""

    def calling(*arguments: str, stdin: bytes = b"") -> Outcome:
        return call(*arguments, "--data-dir", str(folder), stdin=stdin)

    return calling
