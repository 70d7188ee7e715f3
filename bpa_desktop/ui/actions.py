"""Every menu entry, shortcut and palette entry, declared once."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from bpa_desktop.i18n import mark
from bpa_desktop.ui.once import Once, Ticks

Standard = QKeySequence.StandardKey
Key = str | QKeySequence.StandardKey


@dataclass(frozen=True)
class ActionSpec:
    """One thing the user can have done: its id, its text, its menu, its keys.

    Single letters, and keys that a text field needs itself (Delete, Enter), are no shortcuts of the window: the view
    that has the focus answers them. They are shown in the menu all the same; `shown_keys` holds them.

    What `makes` something is done once when it is chosen twice in no time.
    """

    id: str
    text: str
    menu: str
    keys: tuple[Key, ...] = ()
    shown_keys: str = ""
    checkable: bool = False
    group_before: bool = False
    makes: bool = False


MENUS: tuple[tuple[str, str], ...] = (
    ("file", mark("&File")),
    ("edit", mark("&Edit")),
    ("view", mark("&View")),
    ("shift", mark("&Shift")),
    ("team", mark("&Team")),
    ("absence", mark("&Absence")),
    ("cost", mark("&Cost")),
    ("help", mark("&Help")),
)

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("import_file", mark("&Import a roster file…"), "file", ("Ctrl+O",)),
    ActionSpec("bring_in", mark("Bring in &from another program…"), "file"),
    ActionSpec("export_file", mark("&Export as a roster file…"), "file", ("Ctrl+E",)),
    ActionSpec("hand_out", mark("Print or &hand out the roster…"), "file", (Standard.Print,)),
    ActionSpec("edit_arrangement", mark("&Arrangement…"), "file", group_before=True),
    ActionSpec("new_award", mark("New a&ward…"), "file", makes=True),
    ActionSpec("edit_award", mark("E&dit the award…"), "file"),
    ActionSpec("change_passphrase", mark("Change &passphrase…"), "file"),
    ActionSpec("new_code", mark("New recovery code…"), "file"),
    ActionSpec("erase", mark("Erase for good…"), "file"),
    ActionSpec("lock_now", mark("Lock now"), "file", ("Ctrl+Shift+K",)),
    ActionSpec("make_backup", mark("Make a bac&kup now"), "file", group_before=True),
    ActionSpec("backups", mark("&Backups…"), "file"),
    ActionSpec("check_store", mark("Check the file and its backups…"), "file"),
    ActionSpec("quit", mark("&Quit"), "file", ("Ctrl+Q",), group_before=True),
    ActionSpec("undo", mark("&Undo"), "edit", (Standard.Undo,)),
    ActionSpec("redo", mark("&Redo"), "edit", ("Ctrl+Y", "Ctrl+Shift+Z")),
    ActionSpec("history_list", mark("Undo &history…"), "edit", ("Ctrl+H",)),
    ActionSpec("change_log", mark("Change log…"), "edit"),
    ActionSpec("cut_shift", mark("Cu&t"), "edit", (Standard.Cut,), group_before=True),
    ActionSpec("clip_shift", mark("C&opy"), "edit", (Standard.Copy,)),
    ActionSpec("paste_shift", mark("&Paste"), "edit", (Standard.Paste,), makes=True),
    ActionSpec("palette", mark("&Commands…"), "edit", ("Ctrl+K",), group_before=True),
    ActionSpec("show_roster", mark("&Roster"), "view", ("Alt+1",)),
    ActionSpec("show_team", mark("&Team"), "view", ("Alt+2",)),
    ActionSpec("show_absence", mark("&Absence and substitutes"), "view", ("Alt+3",)),
    ActionSpec("show_cost", mark("&Cost"), "view", ("Alt+4",)),
    ActionSpec("show_account", mark("&Hour account"), "view", ("Alt+5",)),
    ActionSpec("previous_week", mark("&Previous"), "view", shown_keys="PgUp", group_before=True),
    ActionSpec("next_week", mark("&Next"), "view", shown_keys="PgDown"),
    ActionSpec("day_grid", mark("Day by the hour"), "view", ("Ctrl+1",)),
    ActionSpec("week_grid", mark("Week as gr&id"), "view", ("Ctrl+2",)),
    ActionSpec("week_hours", mark("Week by the hour"), "view", ("Ctrl+6",)),
    ActionSpec("month", mark("&Month"), "view", ("Ctrl+3",)),
    ActionSpec("four_weeks", mark("Four weeks"), "view"),
    ActionSpec("rotation", mark("Rotation patt&ern"), "view", ("Ctrl+4",)),
    ActionSpec("agenda", mark("Week as li&st"), "view", ("Ctrl+5",)),
    ActionSpec("open_day", mark("Open the da&y"), "view", shown_keys="Enter"),
    ActionSpec("today", mark("T&oday"), "view", ("Ctrl+T",)),
    ActionSpec("go_to_week", mark("&Go to week…"), "view", ("Ctrl+G",)),
    ActionSpec("filter", mark("&Filter…"), "view", group_before=True),
    ActionSpec("show_all", mark("Show everyone and every kind"), "view"),
    ActionSpec("next_problem", mark("Next pro&blem"), "view", ("F8",), group_before=True),
    ActionSpec("previous_problem", mark("Previous prob&lem"), "view", ("Shift+F8",)),
    ActionSpec("where_am_i", mark("&Where am I?"), "view", ("Ctrl+I",)),
    ActionSpec("what_was_said", mark("What was said…"), "view", ("Shift+F9",)),
    ActionSpec("numbers", mark("Numbers"), "view", ("F3",)),
    ActionSpec("side_panel", mark("&Details panel"), "view", ("F9",), checkable=True),
    ActionSpec("zoom_in", mark("Larger text"), "view", ("Ctrl++", "Ctrl+="), group_before=True),
    ActionSpec("zoom_out", mark("Smaller text"), "view", ("Ctrl+-",)),
    ActionSpec("zoom_usual", mark("Usual text size"), "view", ("Ctrl+0",)),
    ActionSpec("higher_hours", mark("Higher hours"), "view", ("Alt++", "Alt+=")),
    ActionSpec("lower_hours", mark("Lower hours"), "view", ("Alt+-",)),
    ActionSpec("usual_hours", mark("Usual height of hours"), "view", ("Alt+0",)),
    ActionSpec("appearance", mark("Appearance and lang&uage…"), "view", ("Ctrl+,",)),
    ActionSpec("change_keys", mark("Change keys…"), "view"),
    ActionSpec("substitute_weights", mark("What counts among substitutes…"), "view"),
    ActionSpec("hide_kinds", mark("Show absences without their kind"), "view", ("Ctrl+Shift+H",), checkable=True),
    ActionSpec("new_shift", mark("&New shift…"), "shift", ("Ctrl+N",), makes=True),
    ActionSpec("edit_shift", mark("&Edit shift…"), "shift", ("F2",)),
    ActionSpec("assign_shift", mark("&Give to…"), "shift", ("Ctrl+B",)),
    ActionSpec("swap_shifts", mark("&Swap with…"), "shift", ("Ctrl+R",), makes=True),
    ActionSpec("move_shift", mark("&Move"), "shift", ("F7",)),
    ActionSpec("split_shift", mark("Spli&t shift…"), "shift", ("Ctrl+L",), makes=True),
    ActionSpec("copy_shift", mark("&Copy to the next day"), "shift", shown_keys="N", makes=True),
    ActionSpec("copy_shift_week", mark("Copy to the next &week"), "shift", ("Ctrl+D",), makes=True),
    ActionSpec("remove_shift", mark("&Delete shift"), "shift", shown_keys="Del"),
    ActionSpec("lock_shift", mark("Lock or unlock shift"), "shift", ("Ctrl+U",)),
    ActionSpec("day_note", mark("Note on the day…"), "shift", ("Ctrl+Shift+N",), makes=True),
    ActionSpec("find_substitute", mark("&Find a substitute"), "shift", ("F4",), group_before=True),
    ActionSpec("choose_backup", mark("Choose a backup…"), "shift"),
    ActionSpec("choose_backup_day", mark("Choose a backup for the whole day…"), "shift"),
    ActionSpec("mend_problem", mark("Mend the p&roblem"), "shift", ("Ctrl+M",), group_before=True),
    ActionSpec("keep_problem", mark("&Keep the problem as it is…"), "shift", ("Ctrl+Shift+M",)),
    ActionSpec("release_problem", mark("No &longer keep as it is"), "shift"),
    ActionSpec("publish_week", mark("&Publish the week…"), "shift", ("Ctrl+Shift+P",), group_before=True),
    ActionSpec("confirm_shift", mark("Confirmed &by the assistant"), "shift"),
    ActionSpec("roll_out", mark("Roll o&ut the rotation…"), "shift", ("Ctrl+Shift+R",), group_before=True),
    ActionSpec("edit_rotation", mark("Ch&ange the rotation…"), "shift"),
    ActionSpec("new_rotation", mark("New rotat&ion…"), "shift"),
    ActionSpec("new_need", mark("New co&verage need…"), "shift"),
    ActionSpec("new_assistant", mark("&New assistant…"), "team", makes=True),
    ActionSpec("edit_assistant", mark("&Edit assistant…"), "team"),
    ActionSpec("export_team", mark("Save the team's figures as a &table…"), "team"),
    ActionSpec("register_absence", mark("&Register an absence…"), "absence", ("Ctrl+Shift+F",), makes=True),
    ActionSpec("change_absence", mark("C&hange the absence…"), "absence"),
    ActionSpec("end_absence", mark("&Back at work…"), "absence"),
    ActionSpec("remove_absence", mark("&Take an absence away"), "absence"),
    ActionSpec("ask_proposed", mark("Ask those who are proposed"), "absence", shown_keys="F", group_before=True),
    ActionSpec("call_backup", mark("Call the backup"), "absence", shown_keys="P"),
    ActionSpec("ask_assistant", mark("Log that somebody was &asked"), "absence", shown_keys="A"),
    ActionSpec("copy_message", mark("Copy the m&essage"), "absence", shown_keys="C"),
    ActionSpec("answer_yes", mark("Answer: &yes"), "absence", shown_keys="J"),
    ActionSpec("answer_no", mark("Answer: n&o"), "absence", shown_keys="N"),
    ActionSpec("answer_maybe", mark("Answer: &maybe"), "absence", shown_keys="K"),
    ActionSpec("answer_part", mark("Answer: a &part of it"), "absence", shown_keys="D"),
    ActionSpec("answer_none", mark("Tried in vain"), "absence", shown_keys="Ø"),
    ActionSpec("confirm_substitute", mark("&Confirm the substitute"), "absence", shown_keys="B"),
    ActionSpec("mark_told", mark("Told how it ended"), "absence", shown_keys="T"),
    ActionSpec("all_told", mark("All are told"), "absence", shown_keys="G"),
    ActionSpec("fall_out", mark("The substitute cannot after all"), "absence"),
    ActionSpec("set_deadline", mark("Answer by…"), "absence"),
    ActionSpec("fit_shift", mark("Other times within the need…"), "absence"),
    ActionSpec("open_sms", mark("Open the message as an SMS"), "absence", shown_keys="S", group_before=True),
    ActionSpec("call_candidate", mark("Call by telephone"), "absence", shown_keys="R"),
    ActionSpec("open_mail", mark("Open the message as an e-mail"), "absence", shown_keys="E"),
    ActionSpec("show_qr", mark("Show the message as a QR code…"), "absence", shown_keys="Q"),
    ActionSpec("call_sheet", mark("Call sheet…"), "absence"),
    ActionSpec("give_up_request", mark("&Nobody was found"), "absence", group_before=True),
    ActionSpec("fallback_contacts", mark("Whom to call when nobody can come…"), "absence"),
    ActionSpec("absence_statistics", mark("Quarterly &statistics…"), "absence", group_before=True),
    ActionSpec("cost_month", mark("&Co-payment"), "cost", ("Ctrl+1",)),
    ActionSpec("cost_what_if", mark("&What if"), "cost", ("Ctrl+2",)),
    ActionSpec("cost_invoice", mark("&Invoice"), "cost", ("Ctrl+3",)),
    ActionSpec("cost_labour", mark("&Labour cost"), "cost", ("Ctrl+4",)),
    ActionSpec("cost_list", mark("Price li&sts"), "cost", ("Ctrl+5",)),
    ActionSpec("print_cost", mark("&Print or save the cost…"), "cost", (Standard.Print,), group_before=True),
    ActionSpec("help", mark("&Help"), "help", (Standard.HelpContents,)),
    ActionSpec("keys", mark("&Keys"), "help", ("Ctrl+F1",)),
    ActionSpec("about", mark("&About BPA Desktop"), "help"),
)


def build_actions(parent: QWidget, run: Callable[[str], None], *, ticks: Ticks = time.monotonic) -> dict[str, QAction]:
    """Make a QAction of every declaration; each calls `run` with its id. `dress_actions` brings keys and texts."""
    actions: dict[str, QAction] = {}
    once = Once(ticks)

    def chosen(spec: ActionSpec) -> None:
        if not spec.makes or once.is_meant(spec.id):
            run(spec.id)

    for spec in ACTIONS:
        action = QAction(parent)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.triggered.connect(lambda _checked=False, spec=spec: chosen(spec))
        actions[spec.id] = action
        parent.addAction(action)
    return actions


def plain(text: str) -> str:
    """Return a menu text without its mnemonic mark and the dots of a dialog."""
    return text.split("\t", maxsplit=1)[0].replace("&", "").removesuffix("…")
