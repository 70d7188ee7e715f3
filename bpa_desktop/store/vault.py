"""The vault: a random key for the store, wrapped by a passphrase, and if wished known to the system's key store.

The passphrase can be changed without touching the store. The recovery code is the key itself: another code means
another key, which `renewal.py` puts the store under.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from bpa_desktop.services.trouble import (
    DamagedKeysError,
    EmptyPassphraseError,
    KeyStoreUnavailableError,
    WrongKeyError,
)
from bpa_desktop.store import keyring_slot
from bpa_desktop.store.keys_file import (
    KEYS_NAME,
    Keys,
    KeyStoreSlot,
    NextKey,
    PassphraseSlot,
    Slot,
    read_keys,
    write_keys,
)
from bpa_desktop.store.recovery import KEY_BYTES, key_of, recovery_code

SCRYPT_N = 2**17  # 128 MiB and a quarter of a second; RFC 7914's r and p
_R, _P = 8, 1
_SALT_BYTES, _NONCE_BYTES = 16, 12


@dataclass(frozen=True)
class Passphrase:
    """What the user knows by heart."""

    text: str = field(repr=False)


@dataclass(frozen=True)
class RecoveryCode:
    """What the user was shown once and has on paper."""

    text: str = field(repr=False)


@dataclass(frozen=True)
class SystemKeyStore:
    """What this computer remembers, asked for no longer than so many seconds."""

    limit: float = keyring_slot.LIMIT_SECONDS


Secret = Passphrase | RecoveryCode | SystemKeyStore


@dataclass(frozen=True)
class Vault:
    """An unlocked key; `proved` when keys.json confirmed it, which it cannot when it is damaged."""

    folder: Path
    store: str
    key: bytes = field(repr=False)
    proved: bool = True

    @property
    def recovery_code(self) -> str:
        """The code that opens the store whatever happens to keys.json: to be shown once, and kept on paper."""
        return recovery_code(self.key)


def create_vault(folder: Path, passphrase: str) -> tuple[Vault, str]:
    """Make a key, write its keys.json over any other, and return it with its recovery code.

    Raises EmptyPassphraseError, OSError.
    """
    vault = Vault(folder, str(uuid4()), secrets.token_bytes(KEY_BYTES))
    _write(vault, (_wrapped(vault, passphrase),))
    return vault, vault.recovery_code


def unlock(folder: Path, secret: Secret) -> Vault:
    """Return the key that a secret opens.

    Raises WrongKeyError (MistypedCodeError where the code's check letters say so), DamagedKeysError, NewerStoreError,
    KeyStoreUnavailableError. A recovery code needs no keys.json: where that is damaged, its key is returned unproved.
    """
    try:
        return _opened_whole(folder, read_keys(folder), secret=secret)
    except DamagedKeysError:
        if isinstance(secret, RecoveryCode):
            return Vault(folder, str(uuid4()), key_of(secret.text), proved=False)
        raise


def is_renewing(folder: Path) -> bool:
    """Tell whether a renewal was begun and not settled."""
    try:
        return read_keys(folder).next is not None
    except DamagedKeysError:  # a recovery code opened without it
        return False


def unlock_next(folder: Path, secret: Secret) -> Vault | None:
    """Return the key that a renewal wrote down, where one was begun and a secret opens it. Raises as `unlock`."""
    try:
        renewed = read_keys(folder).as_renewed
        return None if renewed is None else _opened(folder, renewed, secret=secret)
    except (DamagedKeysError, WrongKeyError, KeyStoreUnavailableError):
        return None  # then the key there is decides, and says what is wrong


def write_next(vault: Vault, passphrase: str) -> Vault:
    """Make a key that is to take the place of the vault's, and write it down beside it, wrapped by the passphrase.

    Raises EmptyPassphraseError, OSError.
    """
    coming = Vault(vault.folder, vault.store, secrets.token_bytes(KEY_BYTES))
    following = NextKey(kcv=_check_value(coming.store, coming.key), slots=(_wrapped(coming, passphrase),))
    kcv = _check_value(vault.store, vault.key)
    write_keys(vault.folder, Keys(store=vault.store, kcv=kcv, slots=_slots(vault), next=following))
    return coming


def settle(vault: Vault) -> None:
    """Have keys.json know the vault's key and no other, once the file is known to be under it. Raises OSError."""
    keys = read_keys(vault.folder)
    renewed = keys.as_renewed
    if renewed is not None:
        is_new = hmac.compare_digest(_check_value(vault.store, vault.key), renewed.kcv)
        write_keys(vault.folder, renewed if is_new else keys.model_copy(update={"next": None}))


def change_passphrase(vault: Vault, passphrase: str) -> None:
    """Wrap the key anew; the old passphrase opens nothing any more, but copies of the old keys.json.

    Makes a damaged keys.json good again. Raises EmptyPassphraseError, OSError.
    """
    others = tuple(slot for slot in _slots(vault) if not isinstance(slot, PassphraseSlot))
    _write(vault, (_wrapped(vault, passphrase), *others))


def remembers(folder: Path) -> bool:
    """Tell whether the key store of this computer may be asked. Raises DamagedKeysError, NewerStoreError."""
    return KeyStoreSlot() in read_keys(folder).slots


def remember_on_computer(vault: Vault) -> None:
    """Give the key to the system's key store. Raises KeyStoreUnavailableError, OSError."""
    keyring_slot.remember(vault.store, vault.key)
    _write(vault, (*(slot for slot in _slots(vault) if slot != KeyStoreSlot()), KeyStoreSlot()))


def forget_on_computer(vault: Vault) -> None:
    """Ask for the passphrase again, and take the key out of the system's key store.

    Raises KeyStoreUnavailableError when it could not be taken out; it is asked for no more all the same. OSError.
    """
    _write(vault, tuple(slot for slot in _slots(vault) if slot != KeyStoreSlot()))
    keyring_slot.forget(vault.store)


def _key_of(keys: Keys, secret: Secret) -> bytes:
    if isinstance(secret, RecoveryCode):
        return key_of(secret.text)
    if isinstance(secret, SystemKeyStore):
        if KeyStoreSlot() not in keys.slots:
            raise KeyStoreUnavailableError(keyring_slot.UNKNOWN)
        return keyring_slot.recall(keys.store, limit=secret.limit)
    for slot in keys.slots:
        if isinstance(slot, PassphraseSlot):
            return _unwrapped(slot, secret.text, store=keys.store)
    raise WrongKeyError


def _opened(folder: Path, keys: Keys, *, secret: Secret) -> Vault:
    key = _key_of(keys, secret)
    if not hmac.compare_digest(_check_value(keys.store, key), keys.kcv):
        raise WrongKeyError
    return Vault(folder, keys.store, key)


def _opened_whole(folder: Path, keys: Keys, *, secret: Secret) -> Vault:
    """Return what a secret opens; that it opens nothing says little of it where the keys are damaged."""
    try:
        return _opened(folder, keys, secret=secret)
    except WrongKeyError as error:
        if keys.is_whole:
            raise
        raise DamagedKeysError(folder / KEYS_NAME) from error


def _slots(vault: Vault) -> tuple[Slot, ...]:
    """Return the slots in the file; none where it is damaged or another store's."""
    try:
        keys = read_keys(vault.folder)
    except DamagedKeysError:
        return ()
    return keys.slots if keys.store == vault.store else ()


def _write(vault: Vault, slots: tuple[Slot, ...]) -> None:
    write_keys(vault.folder, Keys(store=vault.store, kcv=_check_value(vault.store, vault.key), slots=slots))


def _check_value(store: str, key: bytes) -> str:
    """Return what proves a key and tells nothing of it: a wrong key and a damaged store can be told apart."""
    return hmac.new(key, b"bpa-desktop key check" + store.encode(), hashlib.sha256).hexdigest()


def _wrapped(vault: Vault, passphrase: str) -> PassphraseSlot:
    if not passphrase:
        raise EmptyPassphraseError
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    wrapping = _derived(passphrase, salt, cost=(SCRYPT_N, _R, _P))
    wrapped = AESGCM(wrapping).encrypt(nonce, vault.key, vault.store.encode())
    return PassphraseSlot(n=SCRYPT_N, r=_R, p=_P, salt=salt.hex(), nonce=nonce.hex(), wrapped=wrapped.hex())


def _unwrapped(slot: PassphraseSlot, passphrase: str, *, store: str) -> bytes:
    wrapping = _derived(passphrase, bytes.fromhex(slot.salt), cost=(slot.n, slot.r, slot.p))
    try:
        return AESGCM(wrapping).decrypt(bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped), store.encode())
    except InvalidTag as error:
        raise WrongKeyError from error


def _derived(passphrase: str, salt: bytes, *, cost: tuple[int, int, int]) -> bytes:
    """Return the wrapping key; the same letters give the same key however a keyboard composes them (NFKC)."""
    n, r, p = cost
    text = unicodedata.normalize("NFKC", passphrase)
    return Scrypt(salt=salt, length=KEY_BYTES, n=n, r=r, p=p).derive(text.encode())
