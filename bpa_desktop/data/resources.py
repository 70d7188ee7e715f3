"""Where the program's shipped data lies."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def resources_folder() -> Path:
    """Return the folder of shipped data: inside the package when installed, beside it in a checkout."""
    shipped = PACKAGE / "_shipped" / "resources"
    return shipped if shipped.is_dir() else PACKAGE.parent / "resources"


def sheet_layouts() -> Path:
    """Return the folder of the layouts that sheets of paper are set by."""
    return resources_folder() / "sheets"
