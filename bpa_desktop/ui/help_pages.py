"""The pages of the help: shipped Markdown by language, and the list of keys made from the declared actions."""

from __future__ import annotations

from bpa_desktop.data.resources import resources_folder
from bpa_desktop.i18n import Language
from bpa_desktop.ui.actions import ACTIONS, MENUS, plain
from bpa_desktop.ui.keymap import DECLARED, Keymap, native

PAGES = (
    *("start", "roster", "rotation", "rules", "team", "absence", "cost", "account"),
    *("backups", "damaged", "locking", "log", "accessibility"),
)
"""The pages, in reading order; a screen's page has the screen's name, and a dialog names its `help_page`."""


def page(language: Language, name: str) -> str:
    """Return a page as Markdown. Raises FileNotFoundError for a page that is not shipped."""
    return (resources_folder() / "help" / language.code / f"{name}.md").read_text(encoding="utf-8")


def title(markdown: str) -> str:
    """Return the heading of a page."""
    return markdown.splitlines()[0].lstrip("# ")


def keys_page(language: Language, keymap: Keymap = DECLARED) -> str:
    """Return every action with its keys, menu by menu, as Markdown."""
    lines = ["# " + language.text("Keys"), ""]
    none = language.text("no key")
    for menu, menu_title in MENUS:
        lines += [f"## {plain(language.text(menu_title))}", ""]
        lines += [
            f"- **{native(keymap.working(spec)) or none}**: {plain(language.text(spec.text))}"
            for spec in ACTIONS
            if spec.menu == menu
        ]
        lines.append("")
    lines.append(language.text("Every command is also in a menu and in the command palette."))
    return "\n".join(lines)
