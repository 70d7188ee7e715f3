"""Where the store is, without opening it: light, so that the window can look before its first frame."""

from __future__ import annotations

from pathlib import Path

STORE_NAME = "arrangement.bpa"
KEYS_NAME = "keys.json"
LOCK_NAME = "store.lock"
NOTE_NAME = "backup.json"
COMING_NAME = "coming"
"""A folder within, for the store that is to take the place of this one: see moving_in.py."""


def data_folder(override: Path | None = None) -> Path:
    """Return where the platform keeps a program's data, unless told otherwise; it may not be there yet."""
    if override is not None:
        return override
    from platformdirs import user_data_path

    return user_data_path("bpa-desktop", appauthor=False)


def store_exists(folder: Path) -> bool:
    """Tell whether there is a store in a folder, whole or damaged, or one that is just coming.

    Where one may not look there may be one: it is not to be taken for a place to begin in.
    """
    try:
        return (folder / STORE_NAME).exists() or (folder / COMING_NAME / STORE_NAME).exists()
    except PermissionError:
        return True


def is_of_a_store(path: Path) -> bool:
    """Tell whether a path leads to a file that a store or a backup is made of. Raises OSError."""
    real = path.resolve()
    name = real.name.casefold()
    is_named_so = name.startswith(STORE_NAME) or name in (KEYS_NAME, LOCK_NAME, NOTE_NAME)
    return is_named_so and real.exists() and (real.parent / STORE_NAME).exists()
