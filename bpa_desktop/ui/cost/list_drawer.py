"""ListDrawer: which price list the arrangement is charged by."""

from __future__ import annotations

from collections.abc import Mapping

from bpa_desktop.services.cost import NoTariffError
from bpa_desktop.services.price_list import BrokenListError, choose_price_list
from bpa_desktop.tariff.price_list import Tariff
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.drawer import Drawer


class ListDrawer(Drawer):
    """A choice of the lists known, those of the arrangement's municipality first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.form.add("tariff", "choice")

    def begin(self) -> None:
        """Open with the focus on the lists."""
        self._offer()
        self.form.fill({"tariff": self.desk.roster.arrangement.tariff or ""})
        self.show()
        self.form.focus("tariff")

    def keep(self) -> Mapping[str, str]:
        """Choose the list in one step; one that is broken is refused with what is wrong."""
        try:
            choose_price_list(self.desk.history, self.form.values()["tariff"] or None, prices=self.desk.prices)
        except (BrokenListError, NoTariffError) as error:
            return {"tariff": self.why_refused(error)}
        return {}

    def retranslate(self) -> None:
        """Make every fixed text again."""
        super().retranslate()
        self.form.label("tariff", self.desk.language.text("Price list"))

    def _offer(self) -> None:
        """Offer the municipality's lists, the likeliest first, and then all others by name."""
        text, prices = self.desk.language.text, self.desk.prices
        likely = prices.tariffs_for(self.desk.roster.arrangement, self.desk.today)
        others = sorted((one for one in prices.tariffs if one not in likely), key=_name)
        self.form.offer("tariff", [("", text("none")), *((one.id, _name(one)) for one in (*likely, *others))])


def _name(tariff: Tariff) -> str:
    return f"{tariff.municipality}: {tariff.title}"
