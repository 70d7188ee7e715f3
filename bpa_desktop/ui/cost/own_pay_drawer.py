"""OwnPayDrawer: the figures of one's own pay agreement, kept and chosen when they are saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bpa_desktop.data.own_pay_agreement import OWN_ID, OwnFigures, own_agreement_text, own_figures
from bpa_desktop.domain.pay_agreement import OwnPayAgreement
from bpa_desktop.pay.agreement import PayAgreement
from bpa_desktop.services.pay_agreement import choose_pay_agreement, keep_pay_agreement
from bpa_desktop.ui.cost.labour_entry import OWN_FIELDS, own_entry, read_own
from bpa_desktop.ui.cost.labour_wording import fault_text, field_label
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.drawer import Drawer


class OwnPayDrawer(Drawer):
    """One field a figure; an empty one is not known."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.known: Sequence[PayAgreement] = ()
        """The agreements there are; the one with the own id fills the form."""
        for name in OWN_FIELDS:
            self.form.add(name)

    def begin(self) -> None:
        """Open with what was kept before, and the focus in the first field."""
        own = next((own_figures(one) for one in self.known if one.id == OWN_ID), OwnFigures())
        self.form.fill(own_entry(own))
        self.show()
        self.form.focus(OWN_FIELDS[0])

    def keep(self) -> Mapping[str, str]:
        """Keep the figures and pay by them."""
        language, history = self.desk.language, self.desk.history
        own = read_own(self.form.values())
        if not isinstance(own, OwnFigures):
            return {name: fault_text(language, fault) for name, fault in own.items()}
        text = own_agreement_text(language.text("What we pay ourselves"), own)
        keep_pay_agreement(history, OwnPayAgreement(OWN_ID, text))
        if self.desk.roster.arrangement.pay_agreement != OWN_ID:
            choose_pay_agreement(history, OWN_ID)
        return {}

    def retranslate(self) -> None:
        """Make every fixed text again."""
        super().retranslate()
        language = self.desk.language
        for name in OWN_FIELDS:
            self.form.label(name, field_label(language, name))
        self.teaching.put(
            language.text(
                "Leave empty what you do not know: then the law's least is used, or it is said that it is not counted. "
                "Write 0 for what you do not pay. An assistant's own hourly wage goes before the one here."
            )
        )
