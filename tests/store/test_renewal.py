"""A new key: the old code opens nothing any more, and a crash in the middle leaves a store the passphrase opens."""

from __future__ import annotations

from pathlib import Path

import keyring
import pytest

from bpa_desktop.services.backup import Reason
from bpa_desktop.services.records import Records
from bpa_desktop.services.trouble import (
    DamagedStoreError,
    DiskFailedError,
    EarlierKeyError,
    OtherStoreError,
    TooManyTriesError,
    WrongKeyError,
)
from bpa_desktop.store import files, renewal, vault
from bpa_desktop.store.keys_file import KEYS_NAME, read_keys
from bpa_desktop.store.opening import STORE_NAME, create_store, open_store, renew_key
from bpa_desktop.store.vault import Passphrase, RecoveryCode, SystemKeyStore, remember_on_computer, unlock
from tests.store.shelves import shelf_of
from tests.store.stores import CHEAP, history_over, put_all
from tests.store.strategies import SAMPLES

RIGHT = Passphrase("right")


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "SCRYPT_N", CHEAP)


def filled(folder: Path) -> str:
    """Make a store with one of everything, and return its recovery code."""
    made = create_store(folder, "right")
    put_all(history_over(made.store), SAMPLES)
    made.store.close()
    return made.recovery_code


def holds_everything(folder: Path, secret: vault.Secret = RIGHT) -> bool:
    store = open_store(folder, secret)
    try:
        records = Records.of(store.slots())
        return all(records.get(type(sample), sample.id) == sample for sample in SAMPLES)
    finally:
        store.close()


def crash_when(is_rewritten: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the next renewal end in the middle: before the file is under the new key, or right after."""
    rekey = renewal.rekey

    def crash(path: Path, key: bytes, *, to: bytes) -> None:
        if is_rewritten:
            rekey(path, key, to=to)
        raise KeyboardInterrupt

    monkeypatch.setattr(renewal, "rekey", crash)


def test_the_old_code_opens_nothing_any_more_and_the_new_one_and_the_passphrase_everything(tmp_path: Path) -> None:
    old = filled(tmp_path)
    made = renew_key(tmp_path, Passphrase("right"), passphrase="right")
    made.store.close()
    assert made.recovery_code != old
    with pytest.raises(WrongKeyError):
        open_store(tmp_path, RecoveryCode(old))
    assert holds_everything(tmp_path)
    assert holds_everything(tmp_path, RecoveryCode(made.recovery_code))
    assert read_keys(tmp_path).next is None


@pytest.mark.parametrize("is_rewritten", [False, True])
def test_a_crash_of_a_renewal_by_the_code_leaves_a_store_that_the_code_or_the_new_passphrase_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_rewritten: bool
) -> None:
    old = filled(tmp_path)
    crash_when(is_rewritten, monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        renew_key(tmp_path, RecoveryCode(old), passphrase="new")
    secrets: list[vault.Secret] = [RecoveryCode(old), Passphrase("new")]
    opens, other = reversed(secrets) if is_rewritten else secrets
    with pytest.raises(WrongKeyError):
        open_store(tmp_path, other)
    assert holds_everything(tmp_path, opens)
    assert read_keys(tmp_path).next is None


def test_no_page_of_the_file_is_left_under_the_old_key(tmp_path: Path) -> None:
    filled(tmp_path)
    before = (tmp_path / STORE_NAME).read_bytes()
    renew_key(tmp_path, Passphrase("right"), passphrase="right").store.close()
    after = (tmp_path / STORE_NAME).read_bytes()
    size = 4096
    pages = [(before[at : at + size], after[at : at + size]) for at in range(0, len(before), size)]
    assert all(one != other for one, other in pages)
    assert not (tmp_path / f"{STORE_NAME}-wal").exists()


def test_a_wrong_passphrase_renews_nothing(tmp_path: Path) -> None:
    code = filled(tmp_path)
    kept = [(tmp_path / name).read_bytes() for name in (KEYS_NAME, STORE_NAME)]
    with pytest.raises(WrongKeyError):
        renew_key(tmp_path, Passphrase("wrong"), passphrase="wrong")
    assert [(tmp_path / name).read_bytes() for name in (KEYS_NAME, STORE_NAME)] == kept
    assert holds_everything(tmp_path, RecoveryCode(code))


@pytest.mark.parametrize("is_rewritten", [False, True])
def test_a_crash_in_the_middle_leaves_a_store_that_says_which_key_it_is_under(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_rewritten: bool
) -> None:
    old = filled(tmp_path)
    crash_when(is_rewritten, monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        renew_key(tmp_path, Passphrase("right"), passphrase="right")
    assert read_keys(tmp_path).next is not None
    if is_rewritten:
        with pytest.raises(WrongKeyError):
            open_store(tmp_path, RecoveryCode(old))
    else:
        assert holds_everything(tmp_path, RecoveryCode(old))
    assert holds_everything(tmp_path)
    assert read_keys(tmp_path).next is None
    assert holds_everything(tmp_path)


def test_damage_in_the_middle_of_a_renewal_is_not_a_wrong_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path)

    def crash(_path: Path, _key: bytes, *, to: bytes) -> None:
        raise DiskFailedError(Path(str(len(to))))

    monkeypatch.setattr(renewal, "rekey", crash)
    with pytest.raises(DiskFailedError):
        renew_key(tmp_path, Passphrase("right"), passphrase="right")
    (tmp_path / STORE_NAME).write_bytes(b"nothing of a store" * 500)
    with pytest.raises(DamagedStoreError):
        open_store(tmp_path, RIGHT)


def test_a_computer_that_remembered_the_old_key_remembers_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: dict[tuple[str, str], str] = {}
    monkeypatch.setattr(keyring, "set_password", lambda service, name, text: kept.update({(service, name): text}))
    monkeypatch.setattr(keyring, "get_password", lambda service, name: kept.get((service, name)))
    filled(tmp_path)
    remember_on_computer(unlock(tmp_path, RIGHT))
    renew_key(tmp_path, Passphrase("right"), passphrase="right").store.close()
    assert holds_everything(tmp_path, SystemKeyStore())


def test_a_disk_that_fails_while_the_keys_are_written_leaves_the_old_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = filled(tmp_path)

    def fail(_folder: Path) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(files, "sync_folder", fail)
        with pytest.raises(DiskFailedError):
            renew_key(tmp_path, Passphrase("right"), passphrase="right")
    assert holds_everything(tmp_path, RecoveryCode(old))


def test_a_backup_of_before_a_renewal_is_read_by_its_passphrase_and_slowed_where_that_is_wrong(tmp_path: Path) -> None:
    filled(tmp_path)
    with shelf_of(tmp_path) as shelf:
        backup = shelf.make(Reason.BY_HAND)
    renew_key(tmp_path, RIGHT, passphrase="newer").store.close()
    with shelf_of(tmp_path, secret=Passphrase("newer")) as shelf:
        with pytest.raises(EarlierKeyError):
            shelf.content(backup)
        assert set(SAMPLES) <= {slot.record for slot in shelf.content(backup, RIGHT.text)}
        for _ in range(3):
            with pytest.raises(WrongKeyError):
                shelf.content(backup, "newer")
        with pytest.raises(TooManyTriesError):
            shelf.content(backup, RIGHT.text)
        assert shelf.content(shelf.make(Reason.BY_HAND))  # under the key of now, nothing is tried


@pytest.mark.parametrize("passphrase", [None, "right"])
def test_a_backup_of_another_store_is_not_read_even_where_the_passphrase_is_the_same(
    tmp_path: Path, passphrase: str | None
) -> None:
    for name in ("one", "another"):
        filled(tmp_path / name)
    with shelf_of(tmp_path / "another") as shelf:
        backup = shelf.make(Reason.BY_HAND)
    with shelf_of(tmp_path / "one") as shelf, pytest.raises(OtherStoreError):
        shelf.content(backup, passphrase)
