"""The house measures: how long a file and a function may be, how many parameters and methods, and which names not."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator, Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from tests.architecture.tree import Function, Module

FILE_LINES = {"median": 100, "95th percentile": 300, "most": 400}
FUNCTION_LINES = {"median": 6, "95th percentile": 25, "most": 50}
PARAMETERS = 4
BY_PLACE = 2
METHODS = 10
WINDOW_LINES = 250
BANNED_NAMES = frozenset({"utils", "util", "helpers", "helper", "common", "misc", "base", "manager"})
IN_WORDS = {"property", "setter", "overload"}


def figures(lengths: Sequence[int]) -> dict[str, int]:
    """Return the median, the 95th percentile and the greatest of some lengths."""
    ordered = sorted(lengths)
    nearest_rank = -(-95 * len(ordered) // 100) - 1
    return {
        "median": int(statistics.median_low(ordered)),
        "95th percentile": ordered[nearest_rank],
        "most": ordered[-1],
    }


def above(lengths: Sequence[int], limits: dict[str, int]) -> dict[str, int]:
    """Return the figures that are above their limits."""
    return {name: figure for name, figure in figures(lengths).items() if figure > limits[name]}


def function_lines(function: Function) -> int:
    """Return how long a function is, from `def` to its last line, docstring and all."""
    return (function.end_lineno or 0) - function.lineno + 1


def lengthy(module: Module) -> list[str]:
    """Return the functions longer than any may be."""
    return [
        f"{module.path}:{function.lineno}: {function.name} has {function_lines(function)} lines"
        for function, _ in module.functions()
        if function_lines(function) > FUNCTION_LINES["most"]
    ]


def too_many_parameters(module: Module) -> list[str]:
    """Return the functions with more than four parameters."""
    return [f"{place} has {every} parameters" for place, _, every in _parameters_of_ours(module) if every > PARAMETERS]


def too_many_by_place(module: Module) -> list[str]:
    """Return the functions with more than two parameters that are given by place and not by name."""
    return [f"{place} has {count} by place" for place, count, _ in _parameters_of_ours(module) if count > BY_PLACE]


def _parameters_of_ours(module: Module) -> Iterator[tuple[str, int, int]]:
    """Yield where each function is, its parameters by place, and all of them.

    A command's options are its parameters, and what Python's protocols and Qt call is not ours to choose: left out.
    """
    if module.path.startswith("bpa_desktop/cli/"):
        return
    for function, owner in module.functions():
        protocol = _is_dunder(function.name) and function.name not in {"__init__", "__call__"}
        if not protocol and not (owner is not None and _is_qts(function.name, owner)):
            yield f"{module.path}:{function.lineno}: {function.name}", *_parameters(function, owner)


def _parameters(function: Function, owner: ast.ClassDef | None) -> tuple[int, int]:
    arguments = function.args
    by_place = [*arguments.posonlyargs, *arguments.args]
    bound = owner is not None and bool(by_place) and by_place[0].arg in {"self", "cls"}
    return len(by_place) - bound, len(by_place) - bound + len(arguments.kwonlyargs)


def crowded_classes(module: Module) -> list[str]:
    """Return the classes with more methods than ten; properties are what it shows, not what it does."""
    found = []
    for node in module.classes():
        count = sum(isinstance(child, Function) and not _is_shown(child) for child in node.body)
        if count > METHODS:
            found.append(f"{module.path}:{node.lineno}: {node.name} has {count} methods")
    return found


def _is_shown(function: Function) -> bool:
    return any(word in ast.unparse(decorator) for decorator in function.decorator_list for word in IN_WORDS)


def badly_named(paths: Sequence[str]) -> list[str]:
    """Return the modules and folders whose names say nothing."""
    return [path for path in paths if any(part.removesuffix(".py") in BANNED_NAMES for part in path.split("/"))]


def undocumented(module: Module) -> list[str]:
    """Return the public functions and classes without a docstring, and the module where it has none.

    What Qt calls, and Python's own protocols, are documented there.
    """
    found = [] if ast.get_docstring(module.tree) else [f"{module.path}: the module"]
    return found + [f"{module.path}:{node.lineno}: {node.name}" for node in _public(module.tree) if _lacks(node)]


def _lacks(node: Function | ast.ClassDef) -> bool:
    return not ast.get_docstring(node)


def _public(node: ast.Module | ast.ClassDef) -> Iterator[Function | ast.ClassDef]:
    for child in node.body:
        if isinstance(child, ast.ClassDef) and not child.name.startswith("_"):
            yield child
            yield from _public(child)
        elif isinstance(child, Function) and not child.name.startswith("_") and not _is_foreign(child, node):
            yield child


def _is_foreign(function: Function, owner: ast.Module | ast.ClassDef) -> bool:
    """Tell whether a method is Qt's, or its text stands with the property it sets."""
    told_elsewhere = any("setter" in ast.unparse(d) or "overload" in ast.unparse(d) for d in function.decorator_list)
    return isinstance(owner, ast.ClassDef) and (told_elsewhere or _is_qts(function.name, owner))


def _is_qts(name: str, owner: ast.ClassDef) -> bool:
    """Tell whether a method answers Qt: named in its manner (camelCase), or in a class of Qt that is a base."""
    bases = [ast.unparse(base).split(".")[-1] for base in owner.bases]
    known = [getattr(module, base, None) for base in bases for module in (QtCore, QtGui, QtWidgets)]
    return name != name.lower() or any(hasattr(base, name) for base in known if base is not None)


def _is_dunder(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")
