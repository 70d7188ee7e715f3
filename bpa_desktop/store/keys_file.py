"""keys.json: the store's id, a value that proves the key, and the key wrapped in its slots. Nothing in it is secret."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from bpa_desktop.services.trouble import DamagedKeysError, HiddenKeysError, NewerStoreError
from bpa_desktop.store.files import read_at_most, unfinished, write_whole
from bpa_desktop.store.folder import KEYS_NAME as KEYS_NAME

FORMAT = 1
_LARGEST_N = 2**20  # 1 GiB of memory; a damaged file must not ask for more


def _power_of_two(n: int) -> int:
    """Return the cost as it is. Raises ValueError for one that scrypt does not take (RFC 7914, 6)."""
    if n & (n - 1):
        raise ValueError("not a power of two")
    return n


Hex = Annotated[str, Field(pattern=r"^([0-9a-f]{2})+$")]


class PassphraseSlot(BaseModel):
    """The key wrapped by a passphrase: scrypt (n, r, p as in RFC 7914), then AES-256-GCM."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["passphrase"] = "passphrase"
    n: Annotated[int, Field(ge=2, le=_LARGEST_N), AfterValidator(_power_of_two)]
    r: int = Field(ge=1, le=32)
    p: int = Field(ge=1, le=16)
    salt: Hex
    nonce: Annotated[Hex, Field(min_length=24, max_length=24)]
    wrapped: Hex


class KeyStoreSlot(BaseModel):
    """The key lies in the system's key store of the computer where this was ticked."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["key_store"] = "key_store"


Slot = Annotated[PassphraseSlot | KeyStoreSlot, Field(discriminator="kind")]


class NextKey(BaseModel):
    """A key that is about to take the place of the one there is: the store's file may be under it already."""

    model_config = ConfigDict(frozen=True)

    kcv: Hex
    slots: tuple[Slot, ...]


class Keys(BaseModel):
    """The file's content; `kcv` is the key check value. `next` stands here only while a key is renewed.

    `checksum` is over all the rest as it was written, so that a file that was damaged since is no wrong passphrase;
    files of earlier programs have none.
    """

    model_config = ConfigDict(frozen=True)

    format: Literal[1] = 1
    store: str = Field(min_length=1)
    kcv: Hex
    slots: tuple[Slot, ...]
    next: NextKey | None = None
    checksum: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether all of it is as it was written, as far as that can be told."""
        return self.checksum in ("", self._sum())

    def summed(self) -> Keys:
        """Return the same with the checksum that belongs to it."""
        return self.model_copy(update={"checksum": self._sum()})

    def _sum(self) -> str:
        content = self.model_dump_json(exclude={"checksum"}, exclude_none=True)
        return hashlib.sha256(content.encode()).hexdigest()

    @property
    def as_renewed(self) -> Keys | None:
        """The keys once the renewal is done, or None where none was begun."""
        return None if self.next is None else Keys(store=self.store, kcv=self.next.kcv, slots=self.next.slots)


def read_keys(folder: Path) -> Keys:
    """Return the keys of a folder. Raises DamagedKeysError, also for a missing file, and NewerStoreError."""
    path = folder / KEYS_NAME
    try:
        content = read_at_most(path)
        return Keys.model_validate_json(content)
    except PermissionError as error:
        raise HiddenKeysError(path) from error
    except OSError as error:
        raise DamagedKeysError(path) from error
    except ValidationError as error:
        found = _format_of(content)
        if found > FORMAT:
            raise NewerStoreError(path, found, FORMAT) from error
        raise DamagedKeysError(path) from error


def write_keys(folder: Path, keys: Keys) -> None:
    """Keep the keys, whole or not at all. Raises OSError.

    What a crash left of an earlier writing goes: a passphrase that was changed since would open it still.
    """
    for left in unfinished(folder / KEYS_NAME):
        left.unlink(missing_ok=True)
    write_whole(folder / KEYS_NAME, keys.summed().model_dump_json(indent=2, exclude_none=True).encode())


def _format_of(content: bytes) -> int:
    try:
        found = json.loads(content)["format"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return 0
    return found if isinstance(found, int) else 0
