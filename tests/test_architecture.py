"""The floors of the house: each contract holds on the program, and each has been seen to break on a copy of it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from itertools import pairwise

import pytest

from tests.architecture.contracts import UNBROKEN
from tests.architecture.tree import PACKAGE, ROOT

CONTRACTS = {
    contract["id"]: contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
}
FLOORS = (  # from the top, as the design draws them; those on one line do not know each other
    ("__main__",),
    ("bootstrap",),
    ("ui", "cli"),
    ("store", "interchange", "data"),
    ("texts",),
    ("services",),
    ("ranking",),
    ("rules", "pay"),
    ("tariff", "domain", "i18n"),
)
SCREENS = ("roster", "rotation", "team", "absence", "account", "cost", "arrangement", "settings", "start")
QT_FREE = ("domain", "rules", "tariff", "pay", "ranking", "services", "store", "interchange", "data", "texts", "cli")
Breach = dict[str, str]


def _file(floor: str) -> str:
    """Return a file of a floor to write the breach in: a new one where the floor is a folder."""
    path = f"bpa_desktop/{floor.replace('.', '/')}"
    return f"{path}/zz_breach.py" if (ROOT / path).is_dir() else f"{path}.py"


def _import(floor: str) -> str:
    return f"import bpa_desktop.{floor}"


def _upward() -> dict[str, Breach]:
    """Return, for each floor and each one just above it, an import that points up."""
    return {
        f"{below} imports {above}": {_file(below): _import(above)}
        for above_line, below_line in pairwise(FLOORS)
        for above in above_line
        for below in below_line
    }


def _sideways() -> dict[str, Breach]:
    """Return, for the parts on one line, an import of each by the one before it, and of the first by the last."""
    pairs = [(line[i - 1], line[i]) for line in FLOORS if len(line) > 1 for i in range(len(line))]
    return {f"{one} imports its neighbour {other}": {_file(one): _import(other)} for one, other in pairs}


def _qt() -> dict[str, Breach]:
    """Return an import of Qt on every floor that must not know it, and in every view model."""
    breaches = {f"{floor} imports Qt": {_file(floor): "import PySide6.QtCore"} for floor in (*QT_FREE, "i18n")}
    for screen in SCREENS:  # also where a screen has no view model yet: the file is made in the copy
        breaches[f"the view model of {screen} imports Qt"] = {
            f"bpa_desktop/ui/{screen}/view_model.py": "from PySide6.QtGui import QColor"
        }
    return breaches


def _screens() -> dict[str, Breach]:
    """Return an import of each screen by the one before it."""
    pairs = [(SCREENS[i - 1], SCREENS[i]) for i in range(len(SCREENS))]
    return {f"{one} imports the screen {other}": {_file(f"ui.{one}"): _import(f"ui.{other}")} for one, other in pairs}


BREACHES: dict[str, dict[str, Breach]] = {
    "floors": {
        **_upward(),
        **_sideways(),
        "a new module on no floor": {"bpa_desktop/annexe.py": "HEIGHT = 1"},
        "domain imports ui from afar": {_file("domain"): "from bpa_desktop.ui import theme"},
    },
    "qt": _qt(),
    "sql": {
        "ui imports sqlmodel": {_file("ui.cost"): "import sqlmodel"},
        "services imports sqlalchemy": {_file("services"): "from sqlalchemy import select"},
        "cli imports sqlite3": {_file("cli"): "import sqlite3"},
        "interchange imports sqlcipher3": {_file("interchange"): "import sqlcipher3"},
    },
    "screens": _screens(),
    "migrations": {
        f"a migration imports {module}": {
            "bpa_desktop/store/migrations/versions/zz_breach.py": _import(f"store.{module}"),
            f"bpa_desktop/store/{module}.py": "",
        }
        for module in ("tables", "mapping")
    },
    "cycles": {
        "two nouns import each other": {
            "bpa_desktop/domain/zz_one.py": _import("domain.zz_other"),
            "bpa_desktop/domain/zz_other.py": _import("domain.zz_one"),
        },
        "two widgets import each other": {
            "bpa_desktop/ui/widgets/zz_one.py": _import("ui.widgets.zz_other"),
            "bpa_desktop/ui/widgets/zz_other.py": _import("ui.widgets.zz_one"),
        },
    },
}
EVERY_BREACH = {f"{contract}: {name}": breach for contract, named in BREACHES.items() for name, breach in named.items()}
Verdicts = dict[str, dict[str, str]]


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> Verdicts:
    """Judge a copy of the program as it is and with each breach, in one process that never imported the program."""
    copy = tmp_path_factory.mktemp("house")
    keep = shutil.ignore_patterns("__pycache__", "*.pyc", "_shipped")
    shutil.copytree(PACKAGE, copy / "bpa_desktop", ignore=keep)
    shutil.copy(ROOT / "pyproject.toml", copy)
    (copy / "breaches.json").write_text(json.dumps(EVERY_BREACH), "utf-8")
    command = [sys.executable, str(ROOT / "tests/architecture/contracts.py"), str(copy), str(copy / "breaches.json")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=copy)
    assert done.returncode == 0, done.stderr
    answer: Verdicts = json.loads(done.stdout)
    return answer


def test_every_contract_holds_on_the_program(verdicts: Verdicts) -> None:
    assert verdicts[UNBROKEN] == dict.fromkeys(CONTRACTS.values(), "KEPT")


def test_every_contract_has_a_breach_that_is_committed_here() -> None:
    assert set(BREACHES) == set(CONTRACTS)


@pytest.mark.parametrize("breach", EVERY_BREACH)
def test_a_breach_is_seen(breach: str, verdicts: Verdicts) -> None:
    contract = breach.split(":")[0]
    assert verdicts[breach].get(CONTRACTS[contract]) == "BROKEN", verdicts[breach]


@pytest.mark.parametrize("breach", [name for name in EVERY_BREACH if name.startswith(("qt", "sql"))])
def test_a_forbidden_library_breaks_no_other_contract(breach: str, verdicts: Verdicts) -> None:
    changed = [name for name, verdict in verdicts[breach].items() if verdict != verdicts[UNBROKEN].get(name)]
    assert changed == [CONTRACTS[breach.split(":")[0]]]


def test_the_floors_drawn_here_are_those_of_the_contract() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in settings if contract["id"] == "floors")
    drawn = [tuple(part for part in line.split(" | ") if part != "(planner)") for line in layers]
    assert tuple(drawn) == FLOORS


def test_everything_in_the_package_stands_on_a_floor_that_is_tested_here() -> None:
    named = {floor for line in FLOORS for floor in line} | {"__init__"}
    there = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert there <= named | {"planner"}


def test_every_folder_of_the_window_but_the_general_widgets_is_a_screen_that_is_tested_here() -> None:
    folders = {path.parent.name for path in (PACKAGE / "ui").glob("*/__init__.py")}
    assert folders - {"widgets"} == set(SCREENS)
