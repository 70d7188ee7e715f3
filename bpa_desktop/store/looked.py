"""When every page of a store was last looked at without a backup being made of it: a small file beside the backups."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ValidationError

from bpa_desktop.store.backup import BACKUPS_NAME
from bpa_desktop.store.files import private_folder, read_at_most, write_whole

_NAME = "looked.json"


class _Kept(BaseModel):
    at: AwareDatetime


def read_looked(folder: Path) -> datetime | None:
    """Return when the store in a folder was looked at, or None where it never was."""
    try:
        return _Kept.model_validate_json(read_at_most(folder / BACKUPS_NAME / _NAME)).at
    except (OSError, ValidationError):
        return None


def write_looked(folder: Path, at: datetime) -> None:
    """Take note that it was found whole. Raises OSError."""
    private_folder(folder / BACKUPS_NAME)
    write_whole(folder / BACKUPS_NAME / _NAME, _Kept(at=at).model_dump_json().encode())
