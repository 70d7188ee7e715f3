"""Whatever the core can find has a sentence, and every sentence can be said with the facts it gets."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bpa_desktop.data
import bpa_desktop.interchange
from bpa_desktop.data.base_amount import shipped_base_amounts
from bpa_desktop.data.problem import ProblemCode
from bpa_desktop.data.tariffs import shipped_tariffs
from bpa_desktop.i18n import Language
from bpa_desktop.ranking.result import Reason, ReasonCode
from bpa_desktop.rules.catalogue import ALL_RULES
from bpa_desktop.tariff.charge_warnings import WarningCode
from bpa_desktop.tariff.doubt import DoubtCode
from bpa_desktop.tariff.doubts import doubts
from bpa_desktop.tariff.price import CeilingKind, Period
from bpa_desktop.texts import charge, doubt, doubt_text, finding, problem, reason_text
from tests.rosters import asker_week_49

EVERY_LANGUAGE = pytest.mark.parametrize("code", ["nb", "nn", "en"])


def test_every_rule_has_a_sentence_and_a_short_form() -> None:
    names = {rule.name for rule in ALL_RULES}
    assert names == finding.SAID_RULES
    assert names == set(finding._SHORT)


def test_every_doubt_warning_ceiling_and_period_has_a_sentence() -> None:
    assert set(doubt._SENTENCES) == set(DoubtCode)
    assert set(charge._WARNINGS) == set(WarningCode)
    assert set(charge._CEILINGS) == set(CeilingKind)
    assert set(charge._EACH) == set(Period)


@EVERY_LANGUAGE
def test_every_reason_has_words(code: str) -> None:
    for reason in ReasonCode:
        assert reason_text(Language(code), asker_week_49(), reason=Reason(reason))


@EVERY_LANGUAGE
def test_the_doubts_of_the_shipped_lists_can_be_said(code: str) -> None:
    said = [
        doubt_text(Language(code), one)
        for tariff in shipped_tariffs()
        for one in doubts(tariff, shipped_base_amounts())
    ]
    assert said
    assert not any(re.search(r"[{}]", sentence) for sentence in said)


def codes_of(package: Path) -> Iterator[str]:
    """Yield every problem code that a package gives as a plain string."""
    for module in package.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem":
                yield from (str(arg.value) for arg in node.args[1:2] if isinstance(arg, ast.Constant))


def test_every_problem_of_a_file_has_a_sentence() -> None:
    given = {code.value for code in ProblemCode}
    for package in (bpa_desktop.data, bpa_desktop.interchange):
        given |= set(codes_of(Path(package.__path__[0])))
    assert given <= problem.PROBLEM_CODES
