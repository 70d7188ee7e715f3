"""A store in a folder, at no cost."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bpa_desktop.store import vault
from tests.store.shelves import filled
from tests.store.stores import CHEAP

_remembered = cache(vault._derived)


@pytest.fixture(autouse=True)
def _each_key_of_a_kept_store_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remember the keys of the kept stores, which cost what a user's do: one passphrase and salt give one key."""
    monkeypatch.setattr(vault, "_derived", _remembered)


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work a key out at no cost: that it is costly is the vault's to test."""
    monkeypatch.setattr(vault, "SCRYPT_N", CHEAP)


@pytest.fixture
def folder(tmp_path: Path, cheap: None) -> Path:
    """Return a folder with a store that holds one of everything, closed."""
    folder = tmp_path / "data"
    filled(folder)
    return folder
