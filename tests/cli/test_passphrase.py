"""Where the passphrase comes from."""

from __future__ import annotations

import getpass
import io
import sys
from pathlib import Path

import pytest

from bpa_desktop.cli.arguments import SharedOptions
from bpa_desktop.cli.passphrase import VARIABLE, asked_passphrase, given_passphrase
from bpa_desktop.cli.session import RefusedError, Session, Status
from bpa_desktop.i18n import Language
from tests.memory import FakeClock

ENGLISH = Language("en")


def session(file: Path | None = None) -> Session:
    """Return a session that names a passphrase file, or none."""
    return Session(SharedOptions(passphrase_file=file), ENGLISH, FakeClock())


def test_the_first_line_of_the_file_goes_before_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "of the environment")
    file = tmp_path / "secret"
    file.write_bytes("blå hest \r\nsecond line\n".encode())
    assert given_passphrase(session(file)) == "blå hest "
    assert given_passphrase(session()) == "of the environment"


def test_an_empty_file_is_an_empty_passphrase_and_none_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    (tmp_path / "secret").touch()
    assert given_passphrase(session(tmp_path / "secret")) == ""
    assert given_passphrase(session()) is None


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as caught:
        given_passphrase(session(tmp_path / "nothing"))
    assert caught.value.status is Status.BAD_INPUT


def test_without_a_terminal_the_ways_are_named() -> None:
    with pytest.raises(RefusedError) as caught:
        asked_passphrase(ENGLISH, folder=Path("d"), anew=False)
    assert caught.value.status is Status.STORE_CLOSED
    assert VARIABLE in caught.value.text
    assert "--passphrase-file" in caught.value.text


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def type_on_a_terminal(monkeypatch: pytest.MonkeyPatch, *words: str) -> None:
    """Have words typed on a terminal, one a question."""
    waiting = list(words)
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: waiting.pop(0))


def test_on_a_terminal_it_is_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    type_on_a_terminal(monkeypatch, "blue horse")
    assert asked_passphrase(ENGLISH, folder=Path("d"), anew=False) == "blue horse"


def test_for_a_new_store_it_is_asked_for_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    type_on_a_terminal(monkeypatch, "blue horse", "blue horse", "blue horse", "blue house")
    assert asked_passphrase(ENGLISH, folder=Path("d"), anew=True) == "blue horse"
    with pytest.raises(RefusedError):
        asked_passphrase(ENGLISH, folder=Path("d"), anew=True)
