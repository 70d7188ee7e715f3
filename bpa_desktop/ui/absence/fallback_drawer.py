"""FallbackDrawer: whom the user turns to when no assistant can come; one contact at a time."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox

from bpa_desktop.domain.fallback import FallbackContact, FallbackKind
from bpa_desktop.i18n import mark
from bpa_desktop.services.fallback import keep_fallback, remove_fallback
from bpa_desktop.texts import capital, word
from bpa_desktop.texts.link import dialled
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.drawer import Drawer
from bpa_desktop.ui.widgets.wrapping import Button

_LABELS = {
    "contact": mark("Whom to call"),
    "kind": mark("Who it is"),
    "name": mark("Name"),
    "phone": mark("Telephone"),
}
_NEW = ""


class FallbackDrawer(Drawer):
    """Choose somebody who is kept, or write down somebody new."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        for key in _LABELS:
            self.form.add(key, "choice" if key in ("contact", "kind") else "line")
        box = self.form.findChild(QComboBox, "contact")
        assert isinstance(box, QComboBox)
        box.currentIndexChanged.connect(lambda _index: self._fill())
        self._remove = Button()
        self._remove.clicked.connect(self._take_away)
        self.buttons.addWidget(self._remove)

    @property
    def _kept(self) -> dict[str, FallbackContact]:
        return {one.id: one for one in self.desk.history.records.all(FallbackContact)}

    def begin(self) -> None:
        """Open with somebody new, and the focus in the list of those who are kept."""
        self.retranslate()
        self.form.fill({"contact": _NEW})
        self._fill()
        self.show()
        self.form.focus("contact")

    def keep(self) -> Mapping[str, str]:
        """Keep the contact that stands in the form."""
        values, text = self.form.values(), self.desk.language.text
        if not values["name"].strip():
            return {"name": text("Write a name.")}
        if dialled(values["phone"]) is None:
            return {"phone": text("Write a telephone number, as 900 00 000.")}
        kind = FallbackKind(values["kind"])
        keep_fallback(self.desk.history, FallbackContact(values["contact"], kind, values["name"], values["phone"]))
        return {}

    def retranslate(self) -> None:
        """Make every text again."""
        super().retranslate()
        text, language = self.desk.language.text, self.desk.language
        for key, label in _LABELS.items():
            self.form.label(key, text(label))
        kept = [(one.id, one.name) for one in self._kept.values()]
        self.form.offer("contact", [(_NEW, text("Somebody new")), *kept])
        self.form.offer("kind", [(kind.value, capital(word(language, kind))) for kind in FallbackKind])
        self._remove.setText(text("Take away"))
        when = text(
            "Whom to call when no assistant can come. Shown when nobody was found, and on the sheet for emergencies."
        )
        self.teaching.put(when)

    def _fill(self) -> None:
        known = self._kept.get(self.form.values()["contact"])
        self._remove.setVisible(known is not None)
        shown = known or FallbackContact(_NEW, FallbackKind.RELATIVE, "", "")
        self.form.fill({"kind": shown.kind.value, "name": shown.name, "phone": shown.phone})

    def _take_away(self) -> None:
        remove_fallback(self.desk.history, self.form.values()["contact"])
        self.closed.emit()
