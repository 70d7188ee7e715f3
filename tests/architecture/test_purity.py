"""The inner floors are pure, and the check that says so has teeth."""

from __future__ import annotations

import pytest

from tests.architecture.purity import FLOORS, impurities
from tests.architecture.tree import PACKAGE, Module, modules

IMPURE = {
    "import os": "imports os",
    "import io, re": "imports io",
    "import random": "imports random",
    "from pathlib import Path": "imports pathlib",
    "import time": "imports time",
    "import locale": "imports locale",
    "def f() -> None:\n    import subprocess": "imports subprocess",
    "import babel.dates": "imports babel.dates",
    "from bpa_desktop import services": "imports bpa_desktop.services",
    "import bpa_desktop": "imports bpa_desktop",
    "from bpa_desktop.pay import wages": "imports bpa_desktop.pay",
    "from .. import store": "imports bpa_desktop.store",
    "from ..store.vault import Key": "imports bpa_desktop.store.vault",
    "from datetime import datetime\nt = datetime.now()": "asks the machine: datetime.now",
    "import datetime\nt = datetime.datetime.utcnow()": "asks the machine: datetime.utcnow",
    "import datetime\nt = datetime.date.today": "asks the machine: date.today",
    "import uuid\nt = uuid.uuid4()": "asks the machine: uuid.uuid4",
    "t = open('x')": "uses open",
    "print(1)": "uses print",
    "f = print": "uses print",
}
PURE = (
    "import re\nfrom datetime import datetime, timedelta",
    "from bpa_desktop.domain.shift import Shift",
    "from bpa_desktop.rules.rule import Rule",
    "from bpa_desktop import domain",
    "from .rule import Rule",
    "from . import rule",
    "from ..domain.shift import Shift",
    "class Door:\n    def open(self) -> None: ...\n\ndef f(door: Door) -> None:\n    door.open()",
    "def f(clock: object) -> object:\n    return clock.now()",
)


@pytest.mark.parametrize("source", IMPURE)
def test_what_is_impure_is_found(source: str) -> None:
    found = impurities(Module("bpa_desktop/rules/sample.py", source), "rules")
    assert [place.split(": ", 1)[1] for place in found] == [IMPURE[source]]


@pytest.mark.parametrize("source", PURE)
def test_what_is_pure_is_let_be(source: str) -> None:
    assert impurities(Module("bpa_desktop/rules/sample.py", source), "rules") == []


def test_the_tariff_may_not_know_the_domain() -> None:
    assert impurities(Module("bpa_desktop/tariff/sample.py", "import bpa_desktop.domain.shift"), "tariff")


@pytest.mark.parametrize("floor", FLOORS)
def test_the_inner_floors_are_pure(floor: str) -> None:
    found = [place for module in modules(PACKAGE / floor) for place in impurities(module, floor)]
    assert found == []


@pytest.mark.parametrize("floor", FLOORS)
def test_every_inner_floor_is_there_to_be_checked(floor: str) -> None:
    assert (PACKAGE / floor / "__init__.py").exists()
