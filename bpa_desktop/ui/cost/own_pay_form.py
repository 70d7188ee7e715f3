"""OwnPayForm: the figures of one's own pay agreement, kept and chosen when they are saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bpa_desktop.data.own_pay_agreement import OWN_ID, OwnFigures, own_agreement_text, own_figures
from bpa_desktop.domain.pay_agreement import OwnPayAgreement
from bpa_desktop.pay.agreement import PayAgreement
from bpa_desktop.services.pay_agreement import choose_pay_agreement, keep_pay_agreement
from bpa_desktop.ui.cost.labour_entry import OWN_FIELDS, own_entry, read_own
from bpa_desktop.ui.cost.labour_wording import fault_text, field_label
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.widgets.form import Form


class OwnPayForm(Form):
    """One field a figure; an empty one is not known."""

    def __init__(self, desk: Desk, *, save: Callable[[], None], leave: Callable[[], None]) -> None:
        super().__init__(save=save, leave=leave)
        self._desk = desk
        for name in OWN_FIELDS:
            self.add(name)

    def retranslate(self) -> None:
        """Make every label again."""
        for name in OWN_FIELDS:
            self.label(name, field_label(self._desk.language, name))

    def begin(self, known: Sequence[PayAgreement]) -> None:
        """Fill in what was kept before, and put the focus into the first field."""
        own = next((own_figures(one) for one in known if one.id == OWN_ID), OwnFigures())
        self.fill(own_entry(own))
        self.focus(OWN_FIELDS[0])

    def keep(self) -> bool:
        """Keep the figures and pay by them; tell whether they could be read."""
        language, history = self._desk.language, self._desk.history
        own = read_own(self.values())
        if not isinstance(own, OwnFigures):
            problems = {name: fault_text(language, fault) for name, fault in own.items()}
            self.complain(problems)
            self._desk.bulletin.refused.emit(next(iter(problems.values())))
            return False
        text = own_agreement_text(language.text("What we pay ourselves"), own)
        keep_pay_agreement(history, OwnPayAgreement(OWN_ID, text))
        if self._desk.roster.arrangement.pay_agreement != OWN_ID:
            choose_pay_agreement(history, OWN_ID)
        return True
