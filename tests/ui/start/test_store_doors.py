"""The real doors, to a real store: made, opened, refused, and its passphrase changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.services.arrangement import create_arrangement
from bpa_desktop.services.history import History
from bpa_desktop.services.trouble import KeyStoreUnavailableError, StoreLockedError, TooManyTriesError, WrongKeyError
from bpa_desktop.store import vault
from bpa_desktop.store.keys_file import KEYS_NAME
from bpa_desktop.ui.start.doors import Knock, Way
from bpa_desktop.ui.start.store_doors import StoreDoors
from bpa_desktop.ui.start.unlock import UnlockPage
from tests.memory import FakeClock
from tests.store.stores import CHEAP
from tests.ui.conftest import ShellMaker
from tests.ui.found import found, there

WORDS = "correct horse"
COST = vault.SCRYPT_N


@pytest.fixture(autouse=True)
def _keys_cost_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "SCRYPT_N", CHEAP)


def doors_of(folder: Path, passphrase: str | None = None) -> StoreDoors:
    return StoreDoors(folder, FakeClock(), passphrase)


def made(folder: Path) -> str:
    """Make a store with an arrangement in it, let go of it, and return its code."""
    store = doors_of(folder).create(WORDS, remember=False)
    create_arrangement(History(store.store, FakeClock(), author=""), Arrangement("a", "Min ordning", "3203"))
    store.store.close()
    return store.code


def test_a_store_is_there_once_it_is_made_and_opens_by_passphrase_and_by_code(tmp_path: Path) -> None:
    doors = doors_of(tmp_path / "data")
    assert not doors.exists()
    code = made(tmp_path / "data")
    assert doors.exists()
    for door, secret in ((doors.open_by_passphrase, WORDS), (doors.open_by_code, code)):
        store = door(secret)
        assert History(store, FakeClock(), author="").roster.arrangement.name == "Min ordning"
        store.close()
    with pytest.raises(WrongKeyError):
        doors.open_by_passphrase("another horse")


def test_without_a_passphrase_given_and_nothing_remembered_it_has_to_ask(tmp_path: Path) -> None:
    made(tmp_path)
    assert doors_of(tmp_path).open_without_asking() is None
    store = doors_of(tmp_path, WORDS).open_without_asking()
    assert store is not None
    with pytest.raises(StoreLockedError):
        doors_of(tmp_path).open_by_passphrase(WORDS)
    store.close()


def test_a_key_store_that_does_not_answer_spoils_nothing(tmp_path: Path) -> None:
    store = doors_of(tmp_path).create(WORDS, remember=True)
    assert isinstance(store.not_remembered, KeyStoreUnavailableError)
    assert WORDS not in repr(store)
    assert store.code not in repr(store)
    store.store.close()


def test_a_changed_passphrase_opens_and_the_old_one_does_not(tmp_path: Path) -> None:
    made(tmp_path)
    doors = doors_of(tmp_path)
    with pytest.raises(WrongKeyError):
        doors.change_passphrase(Knock(Way.PASSPHRASE, "another horse"), "new words here")
    doors.change_passphrase(Knock(Way.PASSPHRASE, WORDS), "new words here")
    doors.open_by_passphrase("new words here").close()
    with pytest.raises(WrongKeyError):
        doors.open_by_passphrase(WORDS)


@pytest.mark.parametrize("is_damaged", [False, True])
def test_the_code_gives_a_new_passphrase_and_mends_damaged_keys(tmp_path: Path, is_damaged: bool) -> None:
    code = made(tmp_path)
    if is_damaged:
        (tmp_path / KEYS_NAME).write_text("{}")
    doors = doors_of(tmp_path)
    doors.change_passphrase(Knock(Way.CODE, code), "new words here")
    doors.open_by_passphrase("new words here").close()
    doors.open_by_code(code).close()


def test_a_code_of_another_store_spoils_no_keys_however_damaged_they_are(tmp_path: Path) -> None:
    other = made(tmp_path / "other")
    code = made(tmp_path / "own")
    (tmp_path / "own" / KEYS_NAME).write_text("{}")
    doors = doors_of(tmp_path / "own")
    with pytest.raises(WrongKeyError):
        doors.change_passphrase(Knock(Way.CODE, other), "new words here")
    assert (tmp_path / "own" / KEYS_NAME).read_text() == "{}"
    doors.open_by_code(code).close()


def test_wrong_tries_to_change_it_are_slowed_as_those_to_open(tmp_path: Path) -> None:
    made(tmp_path)
    for _ in range(3):
        with pytest.raises(WrongKeyError):
            doors_of(tmp_path).change_passphrase(Knock(Way.PASSPHRASE, "another horse"), "new words here")
    with pytest.raises(TooManyTriesError):
        doors_of(tmp_path).change_passphrase(Knock(Way.PASSPHRASE, WORDS), "new words here")


def test_every_place_has_a_number_a_name_and_one_list(tmp_path: Path) -> None:
    places = doors_of(tmp_path).places()
    assert [place.number for place in places] == sorted({place.number for place in places})
    assert ("Asker", "asker-seed") in [(place.name, place.tariff) for place in places]


def test_the_window_opens_the_real_store_from_another_thread_and_writes_to_it(
    qtbot: QtBot, tmp_path: Path, shell_of: ShellMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault, "SCRYPT_N", COST)  # as long as a user waits
    made(tmp_path)
    shell = shell_of(doors_of(tmp_path))
    shell.begin(demo=False)
    qtbot.waitUntil(lambda: there(shell.window, UnlockPage))
    page = found(shell.window, UnlockPage)
    page._keys.field.setText(WORDS)
    page._submit()
    qtbot.waitUntil(lambda: shell.session is not None)
    shell.window.run("undo")
    assert shell.window.status.text == "Undone: Min ordning begun."
    shell.window.run("redo")
    assert shell.window.windowTitle() == "BPA Desktop · Min ordning"


def test_wrong_tries_are_slowed_also_by_new_doors_and_not_what_was_given_outside(tmp_path: Path) -> None:
    code = made(tmp_path)
    for typed in ("one", "two", "three"):
        with pytest.raises(WrongKeyError):
            doors_of(tmp_path).open_by_passphrase(typed)
    for door, secret in ((doors_of(tmp_path).open_by_passphrase, WORDS), (doors_of(tmp_path).open_by_code, code)):
        with pytest.raises(TooManyTriesError):
            door(secret)
    given = doors_of(tmp_path, WORDS).open_without_asking()
    assert given is not None
    given.close()


def test_a_renewal_refuses_a_wrong_passphrase_at_once_and_then_has_another_code(tmp_path: Path) -> None:
    code = made(tmp_path)
    with pytest.raises(WrongKeyError):
        doors_of(tmp_path).renewal(Knock(Way.PASSPHRASE, "another horse"), "another horse")
    renewed = doors_of(tmp_path).renewal(Knock(Way.PASSPHRASE, WORDS), WORDS)()
    renewed.store.close()
    assert renewed.code != code
    with pytest.raises(WrongKeyError):
        doors_of(tmp_path).open_by_code(code)
    doors_of(tmp_path).open_by_code(renewed.code).close()


def test_who_forgot_the_passphrase_gets_another_code_by_the_old_one_and_a_passphrase_that_is_known(
    tmp_path: Path,
) -> None:
    code = made(tmp_path)
    renewed = doors_of(tmp_path).renewal(Knock(Way.CODE, code), "battery staple")()
    renewed.store.close()
    with pytest.raises(WrongKeyError):
        doors_of(tmp_path).open_by_code(code)
    with pytest.raises(WrongKeyError):
        doors_of(tmp_path).open_by_passphrase(WORDS)
    doors_of(tmp_path).open_by_code(renewed.code).close()
    doors_of(tmp_path).open_by_passphrase("battery staple").close()


def test_a_renewal_by_the_code_mends_keys_that_are_damaged(tmp_path: Path) -> None:
    code = made(tmp_path)
    (tmp_path / KEYS_NAME).write_text("{")
    renewed = doors_of(tmp_path).renewal(Knock(Way.CODE, code), "battery staple")()
    renewed.store.close()
    assert renewed.code != code
    doors_of(tmp_path).open_by_passphrase("battery staple").close()


@pytest.mark.parametrize("way", [Way.PASSPHRASE, Way.CODE])
def test_wrong_tries_at_a_renewal_and_at_another_passphrase_are_slowed(tmp_path: Path, way: Way) -> None:
    made(tmp_path)
    wrong = Knock(way, "another horse")
    for turn in range(3):
        with pytest.raises(WrongKeyError):
            doors_of(tmp_path).renewal(wrong, WORDS) if turn else doors_of(tmp_path).change_passphrase(wrong, WORDS)
    for door in (doors_of(tmp_path).renewal, doors_of(tmp_path).change_passphrase):
        with pytest.raises(TooManyTriesError):
            door(Knock(Way.PASSPHRASE, WORDS), WORDS)
