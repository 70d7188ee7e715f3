"""AgreementDrawer: which of the pay agreements known the work is paid by."""

from __future__ import annotations

from collections.abc import Mapping

from bpa_desktop.services.pay_agreement import choose_pay_agreement
from bpa_desktop.ui.cost.labour_model import LabourModel
from bpa_desktop.ui.cost.labour_wording import agreement_name
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.drawer import Drawer


class AgreementDrawer(Drawer):
    """A choice; choosing what is chosen already keeps nothing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.form.add("agreement", "choice")

    def offer(self, model: LabourModel) -> None:
        """Take the agreements that can be chosen."""
        language = self.desk.language
        named = [(one.id, agreement_name(language, one)) for one in model.agreements]
        self.form.offer("agreement", [("", language.text("none")), *named])

    def begin(self) -> None:
        """Open with the focus on the agreement in use."""
        self.form.fill({"agreement": self.desk.roster.arrangement.pay_agreement or ""})
        self.show()
        self.form.focus("agreement")

    def keep(self) -> Mapping[str, str]:
        """Pay by the agreement, in one step."""
        chosen = self.form.values()["agreement"] or None
        if chosen != self.desk.roster.arrangement.pay_agreement:
            choose_pay_agreement(self.desk.history, chosen)
        return {}

    def retranslate(self) -> None:
        """Make every fixed text again."""
        super().retranslate()
        self.form.label("agreement", self.desk.language.text("Pay agreement"))
