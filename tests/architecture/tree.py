"""The files of the program, and the functions and classes in them, for the checks beside this."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "bpa_desktop"
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One Python file: where it is, and what stands in it."""

    path: str
    """From the root of the repository, with slashes."""
    source: str

    @property
    def tree(self) -> ast.Module:
        """What the source means, read anew: the whole program's would be half a million things to keep."""
        return ast.parse(self.source)

    @property
    def lines(self) -> int:
        """How long it is."""
        return len(self.source.splitlines())

    @property
    def name(self) -> str:
        """Its name without folder and ending."""
        return Path(self.path).stem

    def functions(self) -> Iterator[tuple[Function, ast.ClassDef | None]]:
        """Yield every function at any depth, with the class it is a method of."""
        yield from _functions(self.tree, None)

    def classes(self) -> Iterator[ast.ClassDef]:
        """Yield every class at any depth."""
        yield from (node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef))


def _functions(node: ast.AST, owner: ast.ClassDef | None) -> Iterator[tuple[Function, ast.ClassDef | None]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function):
            yield child, owner
            yield from _functions(child, None)
        else:
            yield from _functions(child, child if isinstance(child, ast.ClassDef) else owner)


def modules(folder: Path, *, root: Path = ROOT) -> list[Module]:
    """Read every Python file below a folder."""
    files = sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)
    return [Module(path.relative_to(root).as_posix(), path.read_text("utf-8")) for path in files]


def program() -> list[Module]:
    """Read every module of the program."""
    return modules(PACKAGE)


def tracked(root: Path = ROOT) -> list[str]:
    """Return the files that belong to the repository: those git would keep, or all but what is plainly made."""
    git = ["git", "-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard"]
    try:
        answer = subprocess.run(git, cwd=root, capture_output=True, text=True, check=True)
    except (FileNotFoundError, subprocess.CalledProcessError):
        return _untracked(root)
    return sorted(name for name in answer.stdout.splitlines() if (root / name).is_file())


def _untracked(root: Path) -> list[str]:
    """Return the files of a tree without git, reading .gitignore as plain patterns."""
    patterns = (root / ".gitignore").read_text("utf-8").split() if (root / ".gitignore").exists() else []
    made = [pattern.rstrip("/") for pattern in patterns]
    files = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return sorted(
        path.as_posix()
        for path in files
        if path.parts[0] != ".git" and not any(Path(part).match(pattern) for part in path.parts for pattern in made)
    )
