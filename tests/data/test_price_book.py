"""The user's own lists and the G they expect, beside what is shipped."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bpa_desktop.data.base_amount import shipped_base_amounts
from bpa_desktop.data.price_book import with_own
from bpa_desktop.data.resources import resources_folder
from bpa_desktop.data.tariffs import shipped_tariffs
from bpa_desktop.domain.base_amount import ExpectedBaseAmount
from bpa_desktop.domain.price_list import OwnPriceList
from bpa_desktop.domain.roster import Record
from bpa_desktop.services.cost import PriceBook
from bpa_desktop.services.records import Records
from bpa_desktop.services.step import Slot

SHIPPED = PriceBook(shipped_tariffs(), shipped_base_amounts())
LAST = SHIPPED.base_amounts.entries[-1]
ASKER = (resources_folder() / "tariffs" / "asker.toml").read_text(encoding="utf-8")


def kept(*records: Record) -> Records:
    return Records.of([Slot(type(record), record.id, record) for record in records])


def test_with_nothing_of_ones_own_the_shipped_book_is_used_as_it_is() -> None:
    assert with_own(SHIPPED, kept()) is SHIPPED


def test_an_own_list_stands_beside_the_shipped_ones_or_in_the_place_of_one_with_its_id() -> None:
    beside = with_own(SHIPPED, kept(OwnPriceList("mine", ASKER.replace('"asker-seed"', '"mine"'))))
    assert beside.tariff("mine").services == SHIPPED.tariff("asker-seed").services
    assert len(beside.tariffs) == len(SHIPPED.tariffs) + 1
    instead = with_own(SHIPPED, kept(OwnPriceList("asker-seed", ASKER.replace('"430"', '"440"'))))
    assert len(instead.tariffs) == len(SHIPPED.tariffs)
    assert instead.tariff("asker-seed") != SHIPPED.tariff("asker-seed")


def test_a_text_that_cannot_be_read_is_no_list_and_hurts_no_other() -> None:
    book = with_own(SHIPPED, kept(OwnPriceList("mine", "= nonsense"), OwnPriceList("old", 'schema = "bpa-tariff/9"')))
    assert book.tariffs == SHIPPED.tariffs


def test_an_expected_g_counts_from_its_day_as_provisional_and_never_against_an_announced_one() -> None:
    may = date(LAST.from_day.year + 1, 5, 1)
    book = with_own(
        SHIPPED,
        kept(ExpectedBaseAmount("a", may, Decimal(141_000)), ExpectedBaseAmount("b", LAST.from_day, Decimal(1))),
    )
    assert (book.base_amounts.on(may).amount, book.base_amounts.on(may).provisional) == (Decimal(141_000), True)
    assert book.base_amounts.on(LAST.from_day) == LAST
