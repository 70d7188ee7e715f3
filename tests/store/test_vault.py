"""The key: three ways to it, each told apart from a wrong one and from a damaged file."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event

import keyring
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.errors import KeyringLocked

from bpa_desktop.services.trouble import (
    DamagedKeysError,
    EmptyPassphraseError,
    KeyStoreUnavailableError,
    MistypedCodeError,
    NewerStoreError,
    WrongKeyError,
)
from bpa_desktop.store import keyring_slot, vault
from bpa_desktop.store.files import SMALL
from bpa_desktop.store.keys_file import KEYS_NAME
from bpa_desktop.store.recovery import key_of, recovery_code
from bpa_desktop.store.vault import (
    Passphrase,
    RecoveryCode,
    SystemKeyStore,
    change_passphrase,
    create_vault,
    forget_on_computer,
    remember_on_computer,
    remembers,
    unlock,
)
from tests.store.stores import CHEAP

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
ASCENDING = bytes(range(32))


class Ring:
    """A key store in memory that can be locked, or wait for a prompt that nobody answers."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False
        self.answered = Event()
        self.answered.set()

    def _ready(self) -> None:
        if self.locked:
            raise KeyringLocked
        self.answered.wait()

    def set_password(self, service: str, username: str, password: str) -> None:
        self._ready()
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        self._ready()
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        self._ready()
        del self.kept[service, username]


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "SCRYPT_N", CHEAP)


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    ring = Ring()
    monkeypatch.setattr(keyring, "set_password", ring.set_password)
    monkeypatch.setattr(keyring, "get_password", ring.get_password)
    monkeypatch.setattr(keyring, "delete_password", ring.delete_password)
    return ring


def edited(folder: Path, **changes: object) -> None:
    """Change what the file says, at the top or in its first slot."""
    path = folder / KEYS_NAME
    data = json.loads(path.read_text())
    for name, value in changes.items():
        (data if name in data else data["slots"][0])[name] = value
    path.write_text(json.dumps(data))


def test_the_passphrase_and_the_code_open_the_same_key(tmp_path: Path) -> None:
    made, code = create_vault(tmp_path, "blåbær og fløte")
    assert unlock(tmp_path, Passphrase("blåbær og fløte")) == made
    assert unlock(tmp_path, RecoveryCode(code)) == made
    assert made.recovery_code == code


def test_two_vaults_have_nothing_in_common(tmp_path: Path) -> None:
    first, _ = create_vault(tmp_path, "same")
    second, _ = create_vault(tmp_path, "same")
    assert first.key != second.key
    assert first.store != second.store


def test_a_letter_composed_in_another_way_is_the_same_passphrase(tmp_path: Path) -> None:
    made, _ = create_vault(tmp_path, "p\u00e5l")
    assert unlock(tmp_path, Passphrase("pa\u030al")) == made


def test_a_wrong_passphrase_is_a_wrong_key(tmp_path: Path) -> None:
    create_vault(tmp_path, "right")
    before = (tmp_path / KEYS_NAME).read_bytes()
    with pytest.raises(WrongKeyError):
        unlock(tmp_path, Passphrase("wrong"))
    assert (tmp_path / KEYS_NAME).read_bytes() == before


def test_the_code_of_another_store_is_a_wrong_key_and_not_a_typing_error(tmp_path: Path) -> None:
    create_vault(tmp_path, "right")
    with pytest.raises(WrongKeyError) as wrong:
        unlock(tmp_path, RecoveryCode(recovery_code(ASCENDING)))
    assert not isinstance(wrong.value, MistypedCodeError)


def test_a_passphrase_has_at_least_one_character(tmp_path: Path) -> None:
    with pytest.raises(EmptyPassphraseError):
        create_vault(tmp_path, "")
    assert list(tmp_path.iterdir()) == []


def test_neither_key_nor_passphrase_is_in_the_file_and_nobody_else_may_read_it(tmp_path: Path) -> None:
    made, code = create_vault(tmp_path, "kanarifugl")
    path = tmp_path / KEYS_NAME
    content = path.read_text()
    assert not [word for word in ("kanarifugl", made.key.hex(), code, code.replace("-", "")) if word in content]
    assert path.stat().st_mode & 0o077 == 0
    assert [entry.name for entry in tmp_path.iterdir()] == [KEYS_NAME]


def test_secrets_are_not_in_what_is_printed_for_a_report(tmp_path: Path) -> None:
    made, code = create_vault(tmp_path, "kanarifugl")
    assert "kanarifugl" not in repr(Passphrase("kanarifugl"))
    assert code not in repr(RecoveryCode(code))
    assert repr(made.key) not in repr(made)


def test_the_wrapping_costs_what_was_decided(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.undo()
    create_vault(tmp_path, "x")
    slot = json.loads((tmp_path / KEYS_NAME).read_text())["slots"][0]
    assert (slot["n"], slot["r"], slot["p"]) == (2**17, 8, 1)


def test_a_changed_passphrase_opens_the_same_key_and_the_old_one_nothing(tmp_path: Path) -> None:
    made, code = create_vault(tmp_path, "old")
    change_passphrase(made, "new")
    assert unlock(tmp_path, Passphrase("new")) == made
    assert unlock(tmp_path, RecoveryCode(code)) == made
    with pytest.raises(WrongKeyError):
        unlock(tmp_path, Passphrase("old"))


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b"[]", b"\xff\xfe", b'{"format": "x"}', b'{"format": 1, "store": "a", "kcv": "zz", "slots": []}'),
        *(b"[" * 100_000, bytes(SMALL + 1)),
    ],
)
def test_a_damaged_file_of_keys_is_not_a_wrong_key(tmp_path: Path, content: bytes) -> None:
    (tmp_path / KEYS_NAME).write_bytes(content)
    with pytest.raises(DamagedKeysError) as damaged:
        unlock(tmp_path, Passphrase("x"))
    assert damaged.value.path == tmp_path / KEYS_NAME
    assert (tmp_path / KEYS_NAME).read_bytes() == content


def test_a_missing_file_of_keys_is_damage(tmp_path: Path) -> None:
    with pytest.raises(DamagedKeysError):
        unlock(tmp_path, Passphrase("x"))


@pytest.mark.parametrize("changes", [{"n": 2**40}, {"n": 17}, {"nonce": "00"}, {"salt": "x"}, {"r": 0}])
def test_a_damaged_slot_costs_no_memory_and_is_named(tmp_path: Path, changes: dict[str, object]) -> None:
    create_vault(tmp_path, "x")
    edited(tmp_path, **changes)
    with pytest.raises(DamagedKeysError):
        unlock(tmp_path, Passphrase("x"))


def test_keys_of_a_newer_program_are_named_so(tmp_path: Path) -> None:
    create_vault(tmp_path, "x")
    edited(tmp_path, format=2)
    with pytest.raises(NewerStoreError) as newer:
        unlock(tmp_path, Passphrase("x"))
    assert (newer.value.version, newer.value.known) == (2, 1)


def test_the_code_opens_without_the_file_of_keys_and_a_new_passphrase_makes_it_good(tmp_path: Path) -> None:
    made, code = create_vault(tmp_path, "old")
    (tmp_path / KEYS_NAME).write_bytes(b"damaged")
    opened = unlock(tmp_path, RecoveryCode(code))
    assert (opened.key, opened.proved) == (made.key, False)
    change_passphrase(opened, "new")
    again = unlock(tmp_path, Passphrase("new"))
    assert (again.key, again.proved) == (made.key, True)


def test_slots_of_another_store_are_not_taken_over(tmp_path: Path, ring: Ring) -> None:
    made, _ = create_vault(tmp_path, "one")
    other, _ = create_vault(tmp_path, "two")
    remember_on_computer(other)
    change_passphrase(made, "three")
    assert not remembers(tmp_path)


def test_without_a_passphrase_slot_no_passphrase_is_right(tmp_path: Path) -> None:
    create_vault(tmp_path, "x")
    data = json.loads((tmp_path / KEYS_NAME).read_text())
    (tmp_path / KEYS_NAME).write_text(json.dumps(data | {"slots": [], "checksum": ""}))
    with pytest.raises(WrongKeyError):
        unlock(tmp_path, Passphrase("x"))


def test_the_order_of_the_slots_does_not_matter(tmp_path: Path, ring: Ring) -> None:
    made, _ = create_vault(tmp_path, "x")
    remember_on_computer(made)
    data = json.loads((tmp_path / KEYS_NAME).read_text())
    (tmp_path / KEYS_NAME).write_text(json.dumps(data | {"slots": data["slots"][::-1]}))
    assert unlock(tmp_path, Passphrase("x")) == made


@given(st.binary(min_size=32, max_size=32))
def test_a_code_is_fourteen_groups_of_four_and_gives_its_key_back(key: bytes) -> None:
    code = recovery_code(key)
    assert [len(group) for group in code.split("-")] == [4] * 14
    assert key_of(code) == key
    assert key_of(code.lower().replace("-", " ")) == key


@given(st.integers(0, 55), st.sampled_from(LETTERS))
def test_one_mistyped_letter_is_noticed(place: int, letter: str) -> None:
    letters = recovery_code(ASCENDING).replace("-", "")
    typed = letters[:place] + letter + letters[place + 1 :]
    if typed == letters:
        assert key_of(typed) == ASCENDING
    else:
        with pytest.raises(MistypedCodeError):
            key_of(typed)


@pytest.mark.parametrize("typed", ["", "ABCD", "æøå", "====", "A" * 56, recovery_code(ASCENDING)[:-1]])
def test_what_is_no_code_is_mistyped(typed: str) -> None:
    with pytest.raises(MistypedCodeError):
        key_of(typed)


def test_digits_that_the_code_does_not_have_are_read_as_the_letters_they_look_like() -> None:
    code = recovery_code(ASCENDING)
    assert any(letter in code for letter in "OIB")
    assert key_of(code.translate(str.maketrans("OIB", "018"))) == ASCENDING


def test_a_computer_that_was_told_to_remember_opens_without_a_passphrase(tmp_path: Path, ring: Ring) -> None:
    made, _ = create_vault(tmp_path, "x")
    assert not remembers(tmp_path)
    remember_on_computer(made)
    remember_on_computer(made)
    assert remembers(tmp_path)
    assert unlock(tmp_path, SystemKeyStore()) == made
    change_passphrase(made, "y")
    assert unlock(tmp_path, SystemKeyStore()) == made
    forget_on_computer(made)
    assert ring.kept == {}
    assert not remembers(tmp_path)
    with pytest.raises(KeyStoreUnavailableError, match="unknown"):
        unlock(tmp_path, SystemKeyStore())


@pytest.mark.parametrize("found", ["", "not hexadecimal"])
def test_a_key_store_that_lost_the_key_is_named_so(tmp_path: Path, ring: Ring, found: str) -> None:
    made, _ = create_vault(tmp_path, "x")
    remember_on_computer(made)
    ring.kept = dict.fromkeys(ring.kept, found)
    with pytest.raises(KeyStoreUnavailableError, match="unknown"):
        unlock(tmp_path, SystemKeyStore())


def test_a_key_store_with_the_key_of_another_store_is_a_wrong_key(tmp_path: Path, ring: Ring) -> None:
    made, _ = create_vault(tmp_path, "x")
    remember_on_computer(made)
    ring.kept = {name: ASCENDING.hex() for name in ring.kept}
    with pytest.raises(WrongKeyError):
        unlock(tmp_path, SystemKeyStore())


def test_a_locked_key_store_fails_and_nothing_is_ticked(tmp_path: Path, ring: Ring) -> None:
    made, _ = create_vault(tmp_path, "x")
    ring.locked = True
    with pytest.raises(KeyStoreUnavailableError, match="failed"):
        remember_on_computer(made)
    assert not remembers(tmp_path)


def test_no_key_store_at_all_fails_the_same_way(tmp_path: Path) -> None:
    made, _ = create_vault(tmp_path, "x")
    with pytest.raises(KeyStoreUnavailableError, match="failed"):
        remember_on_computer(made)


def test_a_key_store_that_waits_for_a_prompt_is_left_after_the_limit(ring: Ring) -> None:
    ring.answered.clear()
    with pytest.raises(KeyStoreUnavailableError, match="timeout"):
        keyring_slot.recall("store", limit=0.01)
    ring.answered.set()


def test_whichever_bit_of_the_keys_is_damaged_the_right_passphrase_is_never_called_wrong(tmp_path: Path) -> None:
    made, code = create_vault(tmp_path, "elgen går")
    content = (tmp_path / KEYS_NAME).read_bytes()

    @given(st.integers(0, len(content) - 1), st.integers(0, 7))
    def damaged(place: int, bit: int) -> None:
        spoilt = bytearray(content)
        spoilt[place] ^= 1 << bit
        (tmp_path / KEYS_NAME).write_bytes(spoilt)
        try:
            assert unlock(tmp_path, Passphrase("elgen går")).key == made.key
        except DamagedKeysError:
            assert unlock(tmp_path, RecoveryCode(code)).key == made.key
        except NewerStoreError:
            assert b'"format": 1,' not in spoilt

    damaged()


def test_keys_that_were_written_without_a_checksum_still_open(tmp_path: Path) -> None:
    made, _ = create_vault(tmp_path, "elgen går")
    content = json.loads((tmp_path / KEYS_NAME).read_text())
    assert len(content.pop("checksum")) == 64
    (tmp_path / KEYS_NAME).write_text(json.dumps(content))
    assert unlock(tmp_path, Passphrase("elgen går")).key == made.key
    with pytest.raises(WrongKeyError):
        unlock(tmp_path, Passphrase("feil"))
