"""What becomes of a store once it is open: a desk with the shipped figures, and the content it begins with.

Heavy, and so imported after the first frame.
"""

from __future__ import annotations

from functools import cached_property

from bpa_desktop.data.base_amount import shipped_base_amounts
from bpa_desktop.data.limits import shipped_limits
from bpa_desktop.data.municipality_numbers import shipped_municipality_numbers
from bpa_desktop.data.national_maximum import shipped_national_maximum
from bpa_desktop.data.tariffs import shipped_tariffs
from bpa_desktop.domain.arrangement import Arrangement
from bpa_desktop.domain.roster import Roster
from bpa_desktop.services.arrangement import create_arrangement
from bpa_desktop.services.cost import PriceBook
from bpa_desktop.services.history import History
from bpa_desktop.services.ports import Clock, Store
from bpa_desktop.services.roster import import_roster
from bpa_desktop.tariff.base_amount import BaseAmount
from bpa_desktop.tariff.municipality import MunicipalityNumbers
from bpa_desktop.tariff.national_maximum import NationalMaximum
from bpa_desktop.tariff.price_list import Tariff
from bpa_desktop.ui.bulletin import Bulletin
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.main_window import MainWindow


class ShippedPrices(PriceBook):
    """The shipped price lists, read when somebody looks at one: the week is drawn without them."""

    def __init__(self) -> None:
        """Read nothing yet."""

    @cached_property
    def tariffs(self) -> tuple[Tariff, ...]:
        """The price lists known. Raises DataError where a shipped file is damaged."""
        return shipped_tariffs()

    @cached_property
    def base_amounts(self) -> BaseAmount:
        """G, from each first of May."""
        return shipped_base_amounts()

    @cached_property
    def national(self) -> NationalMaximum:
        """The state's monthly maxima."""
        return shipped_national_maximum()

    @cached_property
    def municipalities(self) -> MunicipalityNumbers:
        """The numbers each municipality has had."""
        return shipped_municipality_numbers()


def open_desk(store: Store, window: MainWindow, *, clock: Clock, is_demo: bool) -> Desk:
    """Return the desk of a store. Raises DataError where the shipped data is damaged."""
    return Desk(
        history=History(store, clock, author=""),
        bulletin=Bulletin(),
        language=window.language,
        limits=shipped_limits(),
        shipped_prices=ShippedPrices(),
        actions=window.actions_by_id,
        keymap=window.keymap,
        is_demo=is_demo,
    )


def put_into(history: History, content: Roster | Arrangement) -> None:
    """Begin with a roster from a file, or with an empty arrangement; one step, that can be undone."""
    if isinstance(content, Roster):
        import_roster(history, content)
    else:
        create_arrangement(history, content)
