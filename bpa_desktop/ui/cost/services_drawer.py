"""ServicesDrawer: what else of the price list the arrangement uses, and how much of it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from bpa_desktop.domain.arrangement import ServiceUse
from bpa_desktop.i18n import Language, mark
from bpa_desktop.services.household import counted_income
from bpa_desktop.services.price_list import choose_services
from bpa_desktop.tariff.charge import Question, charge
from bpa_desktop.tariff.errors import TariffError
from bpa_desktop.tariff.price_list import Service, Tariff, Unit
from bpa_desktop.ui.cost.entry import read_services
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.drawer import Drawer
from bpa_desktop.ui.widgets.entry import amount_entry

_LABELS = {
    Unit.HOUR: mark("{service}: hours a month"),
    Unit.MONTH: mark("{service}: how many, each month"),
    Unit.DAYS_PER_WEEK: mark("{service}: days a week"),
    Unit.DAY: mark("{service}: days a month"),
    Unit.PORTION: mark("{service}: portions a month"),
    Unit.TRIP: mark("{service}: trips a month"),
    Unit.ONCE: mark("{service}: how many times"),
}


class ServicesDrawer(Drawer):
    """One field a service of the list in use; an empty one is not used."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._known: set[str] = set()
        self._offered: tuple[Service, ...] = ()

    def begin(self) -> None:
        """Open with the focus on the first service."""
        tariff = self.tariff()
        main = tariff.practical_assistance if tariff is not None else None
        self._offered = tuple(one for one in tariff.services if one != main) if tariff is not None else ()
        used = {use.service: amount_entry(use.units) for use in self.desk.roster.arrangement.services}
        for service in self._offered:
            if service.id not in self._known:
                self._known.add(service.id)
                self.form.add(service.id)
        for known in self._known:
            self.form.show_field(known, any(one.id == known for one in self._offered))
        self._label()
        self.form.fill({service.id: used.get(service.id, "") for service in self._offered})
        self.show()
        if self._offered:
            self.form.focus(self._offered[0].id)
        else:
            self.leave.setFocus()

    def tariff(self) -> Tariff | None:
        """Return the list in use, or None where there is none."""
        return self.desk.prices.in_use(self.desk.roster.arrangement)

    def keep(self) -> Mapping[str, str]:
        """Keep what is used in one step; units the list has no price for are refused."""
        uses = read_services(self.form.values(), [service.id for service in self._offered])
        if isinstance(uses, dict):
            return dict.fromkeys(uses, self.desk.language.text("Write a number, or nothing where it is not used."))
        problems = {use.service: said for use in uses if (said := self._refused(use))}
        if not problems:
            choose_services(self.desk.history, uses)
        return problems

    def retranslate(self) -> None:
        """Make every fixed text again."""
        super().retranslate()
        self._label()

    def _refused(self, use: ServiceUse) -> str:
        """Return why the list has no price for so many units, or nothing."""
        tariff = self.tariff()
        if tariff is None:
            return ""
        income = counted_income(self.desk.roster, tariff.income)
        question = Question(use.service, use.units, income or Decimal(0), self.desk.today)
        try:
            charge(tariff, question, base_amounts=self.desk.prices.base_amounts)
        except TariffError as error:
            return self.why_refused(error)
        return ""

    def _label(self) -> None:
        language = self.desk.language
        teaching = language.text("Write how much you use. Leave a field empty where you don't use it.")
        nothing = language.text("The price list has nothing beside practical assistance.")
        self.teaching.put(teaching if self._offered else nothing)
        for service in self._offered:
            self.form.label(service.id, label_of(language, service))


def label_of(language: Language, service: Service) -> str:
    """Return a service with what it is counted in."""
    return language.text(_LABELS[service.unit], service=service.label)
