"""The second place for backups, a stick or a share: which it is, and when the latest copy got there."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ValidationError

from bpa_desktop.services.backup import SecondPlace
from bpa_desktop.store.backup import BACKUPS_NAME
from bpa_desktop.store.files import private_folder, read_at_most, write_whole

_NAME = "second-place.json"


class _Kept(BaseModel):
    folder: Path
    at: AwareDatetime | None = None


def read_second_place(folder: Path) -> SecondPlace | None:
    """Return the second place of the store in a folder, or None where none is chosen."""
    try:
        kept = _Kept.model_validate_json(read_at_most(folder / BACKUPS_NAME / _NAME))
    except (OSError, ValidationError):
        return None
    return SecondPlace(kept.folder, kept.at)


def choose_second_place(folder: Path, place: Path | None, *, at: datetime | None = None) -> None:
    """Have copies made in a place too, or in none any more; `at` is when the latest got there. Raises OSError."""
    private_folder(folder / BACKUPS_NAME)
    path = folder / BACKUPS_NAME / _NAME
    if place is None:
        path.unlink(missing_ok=True)
    else:
        write_whole(path, _Kept(folder=place, at=at).model_dump_json(indent=2).encode())
