"""Everything the program copies goes through one place, which takes it off the clipboard again."""

from __future__ import annotations

from pathlib import Path

import bpa_desktop.ui


def test_only_one_module_writes_on_the_clipboard() -> None:
    root = Path(bpa_desktop.ui.__path__[0])
    writers = [path.name for path in root.rglob("*.py") if "clipboard().set" in path.read_text(encoding="utf-8")]
    assert writers == ["clipboard.py"]
