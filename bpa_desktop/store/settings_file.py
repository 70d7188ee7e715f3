"""How the program looks on this computer: a small JSON file, not secret, and never a reason not to start."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from bpa_desktop.store.files import private_folder, read_at_most, write_whole

SETTINGS_NAME = "settings.json"
Value = str | bool | int | float


def read_settings(folder: Path) -> dict[str, Value]:
    """Return what is set; nothing where there is no file.

    A file that cannot be understood is kept aside as `settings.json.damaged`, and counts as none.
    """
    path = folder / SETTINGS_NAME
    try:
        return _settings_of(read_at_most(path))
    except (ValueError, RecursionError):
        path.replace(path.with_name(f"{SETTINGS_NAME}.damaged"))
        return {}
    except OSError:
        return {}


def write_settings(folder: Path, settings: Mapping[str, Value]) -> None:
    """Keep the settings, whole or not at all. Raises OSError."""
    private_folder(folder)
    write_whole(folder / SETTINGS_NAME, json.dumps(dict(settings), indent=2, sort_keys=True).encode())


def _settings_of(content: bytes) -> dict[str, Value]:
    data = json.loads(content)
    if not isinstance(data, dict):
        raise ValueError(SETTINGS_NAME)
    return {str(name): value for name, value in data.items() if isinstance(value, str | bool | int | float)}
