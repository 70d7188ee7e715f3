"""What the inner floors may import and call: an allow-list; what is new is refused until thought about."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.tree import Module

LIBRARY = frozenset(
    {
        "__future__",
        "abc",
        "bisect",
        "collections",
        "contextlib",
        "copy",
        "dataclasses",
        "datetime",
        "decimal",
        "enum",
        "fractions",
        "functools",
        "hashlib",
        "heapq",
        "itertools",
        "math",
        "operator",
        "re",
        "statistics",
        "string",
        "types",
        "typing",
        "unicodedata",
        "uuid",
        "zoneinfo",
    }
)
"""The standard library's pure part: no files, no clock of the machine, no locale, no chance, no processes."""

FLOORS: dict[str, frozenset[str]] = {
    "domain": frozenset(),
    "tariff": frozenset(),
    "rules": frozenset({"domain"}),
    "pay": frozenset({"domain"}),
    "ranking": frozenset({"domain", "rules", "pay"}),
}
"""Each pure floor, and which other floors it may know."""

CALLS = frozenset({"open", "print", "input", "exec", "eval", "compile", "__import__", "breakpoint"})
CLOCK = frozenset({"now", "today", "utcnow", "fromtimestamp", "uuid1", "uuid4", "localtime"})
CLOCK_OWNERS = frozenset({"datetime", "date", "uuid", "dt"})


def impurities(module: Module, floor: str) -> list[str]:
    """Return what a module of a pure floor imports or calls that it may not, with the line."""
    found = [*_imports(module, floor), *_calls(module)]
    return [f"{module.path}:{line}: {what}" for line, what in sorted(found)]


def _imports(module: Module, floor: str) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [_from(node, module.path)]
        else:
            continue
        yield from ((node.lineno, f"imports {name}") for name in names if not _may_import(name, floor))


def _from(node: ast.ImportFrom, path: str) -> str:
    """Return what is imported from, written out; `from bpa_desktop import domain` names the floor after `import`."""
    above = path.split("/")[: -node.level] if node.level else []
    name = ".".join([*above, *(node.module or "").split(".")]).strip(".")
    return f"{name}.{node.names[0].name}" if name == "bpa_desktop" else name


def _may_import(name: str, floor: str) -> bool:
    parts = name.split(".")
    if parts[0] == "bpa_desktop":
        return len(parts) > 1 and parts[1] in FLOORS[floor] | {floor}
    return parts[0] in LIBRARY


def _calls(module: Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Name) and node.id in CALLS and isinstance(node.ctx, ast.Load):
            yield node.lineno, f"uses {node.id}"
        elif isinstance(node, ast.Attribute) and node.attr in CLOCK and _last(node.value) in CLOCK_OWNERS:
            yield node.lineno, f"asks the machine: {_last(node.value)}.{node.attr}"


def _last(node: ast.expr) -> str:
    """Return the last word of `date`, `datetime.date`."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
