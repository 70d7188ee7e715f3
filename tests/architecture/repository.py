"""What may lie in the repository: the fixed top level, no machine's paths, no addresses in the locks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from tests.architecture.tree import Module

TOP_LEVEL = frozenset({"bpa_desktop", "resources", "translations", "tests", "packaging", "pyproject.toml", "README.md"})
MACHINE_PATHS = re.compile(r"(?<![\w.~}])/(?:root|home(?!/kari/)|work|tmp)/")
"""Kari is nobody: the tests put her files in her own folder."""
INDEX_ADDRESSES = re.compile(r"https?:|file:|--(?:extra-)?index-url|--find-links", re.IGNORECASE)


def misplaced(paths: Iterable[str]) -> list[str]:
    """Return what stands on the top level and is neither of the design's seven nor a dotfile."""
    top = {path.split("/")[0] for path in paths}
    return sorted(name for name in top if name not in TOP_LEVEL and not name.startswith("."))


def lines_with(pattern: re.Pattern[str], text: str) -> list[str]:
    """Return the lines of a text in which a pattern is found."""
    return [line.strip() for line in text.splitlines() if pattern.search(line)]


def is_one_sentence(package: Module) -> bool:
    """Tell whether a package's docstring is one sentence on one line."""
    said = (ast.get_docstring(package.tree) or "").strip()
    return bool(re.fullmatch(r"[A-ZÆØÅ0-9][^\n.]*(?:\.\w[^\n.]*)*\.", said))
