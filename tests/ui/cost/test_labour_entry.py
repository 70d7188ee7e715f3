"""The figures of one's own agreement as they are typed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.data.own_pay_agreement import OwnFigures, own_agreement_text
from bpa_desktop.data.pay_agreements import parse_pay_agreement
from bpa_desktop.ui.cost.labour_entry import OWN_FIELDS, Fault, own_entry, read_own

EMPTY = dict.fromkeys(OWN_FIELDS, "")


def test_what_was_typed_can_be_typed_again() -> None:
    typed = EMPTY | {"base_wage": "225,40 kr", "weekend": "57", "pension": "2 %", "holiday": "0"}
    own = read_own(typed)
    assert own == OwnFigures(base_wage=Decimal("225.40"), weekend=Decimal(57), pension=Decimal(2), holiday=Decimal(0))
    assert isinstance(own, OwnFigures)
    assert read_own(own_entry(own)) == own


@pytest.mark.parametrize(
    ("name", "typed", "fault"),
    [
        ("base_wage", "much", Fault.NO_AMOUNT),
        ("base_wage", "0", Fault.NOTHING),
        ("resting_hours", "0,00", Fault.NOTHING),
        ("evening", "-1", Fault.NO_AMOUNT),
        ("evening", "1000,01", Fault.NO_AMOUNT),
        ("evening", "1,005", Fault.NO_AMOUNT),
    ],
)
def test_what_is_wrong_is_said_of_its_field(name: str, typed: str, fault: Fault) -> None:
    assert read_own(EMPTY | {name: typed}) == {name: fault}


@given(st.fixed_dictionaries(dict.fromkeys(OWN_FIELDS, st.text(alphabet="0123456789,. -kr%", max_size=8))))
def test_whatever_is_typed_is_refused_or_can_be_kept(typed: dict[str, str]) -> None:
    own = read_own(typed)
    if isinstance(own, OwnFigures):
        parse_pay_agreement(own_agreement_text("Own", own).encode(), "own.toml")
    else:
        assert own
