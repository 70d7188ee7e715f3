"""The help window: offline pages beside the program, at the page of what is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

import bpa_desktop
from bpa_desktop.i18n import Language
from bpa_desktop.ui import help_pages
from bpa_desktop.ui.keymap import DECLARED, Keymap
from bpa_desktop.ui.theme import GAP
from bpa_desktop.ui.widgets.room import open_at


class HelpViewer(QDialog):
    """One page of Markdown, with the other pages as links below it. Not modal: one reads and does."""

    def __init__(self, parent: QWidget, language: Language) -> None:
        super().__init__(parent)
        self._language = language
        self._keymap = DECLARED
        self._name = "start"
        self._text = QTextBrowser()
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(lambda url: self.show_page(url.path()))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.addWidget(self._text)
        column.addWidget(buttons)
        open_at(self, letters=80, lines=34)

    @property
    def text(self) -> str:
        """The page that is shown, without its marks."""
        return self._text.toPlainText()

    def show_page(self, name: str) -> None:
        """Show a page of the help, or the "keys", or "about"."""
        self._name = name
        markdown = self._markdown(name)
        self._text.setMarkdown(f"{markdown}\n\n---\n\n{self._contents(name)}")
        self._text.setAccessibleName(help_pages.title(markdown))
        self.setWindowTitle(self._language.text("Help: {title}", title=help_pages.title(markdown)))
        self._text.setFocus()

    def _markdown(self, name: str) -> str:
        if name == "keys":
            return help_pages.keys_page(self._language, self._keymap)
        if name == "about":
            return about_page(self._language)
        return help_pages.page(self._language, name if name in help_pages.PAGES else "start")

    def _contents(self, shown: str) -> str:
        links = [
            f"[{help_pages.title(self._markdown(name))}]({name})"
            for name in (*help_pages.PAGES, "keys")
            if name != shown
        ]
        return " · ".join(links)

    def show_keys(self, keymap: Keymap) -> None:
        """Take the keys in force for the list of keys."""
        self._keymap = keymap

    def retranslate(self, language: Language) -> None:
        """Show the same page in another language."""
        self._language = language
        self.show_page(self._name)


def page_about(widget: QWidget | None) -> str:
    """Return the page that a widget, or the nearest part around it, names as its `help_page`; else nothing."""
    while widget is not None:
        page = getattr(widget, "help_page", "")
        if page:
            return str(page)
        widget = widget.parentWidget()
    return ""


def about_page(language: Language) -> str:
    """Return what the program is, and what it does not do."""
    return "\n\n".join(
        (
            f"# BPA Desktop {bpa_desktop.__version__}",
            language.text(
                "For the person who leads their own assistants, and for the consultant who visits them with a laptop."
            ),
            language.text("Everything stays on this computer, in one encrypted file; nothing is sent."),
            language.text(
                "Rules, price lists and amounts carry their source and their date. They are help for planning, no "
                "legal advice, and no decision of a municipality."
            ),
        )
    )
