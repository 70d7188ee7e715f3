"""A way into every window, dialog, page, drawer and menu of the program: what each shows, and how it is opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from bpa_desktop.domain.rotation import Rotation
from bpa_desktop.domain.span import ALWAYS
from bpa_desktop.domain.team import Assistant
from bpa_desktop.i18n import Language
from bpa_desktop.services.arrival import Arrival, Arrivals, LeftOut, Oddity
from bpa_desktop.services.backup import Backup, Reason
from bpa_desktop.services.health import Check, Checked, Fault, Health, Problem
from bpa_desktop.services.rotation import keep_rotation
from bpa_desktop.services.settings import with_setting
from bpa_desktop.ui.absence.absence_form import AbsenceForm
from bpa_desktop.ui.absence.back_drawer import BackDrawer
from bpa_desktop.ui.absence.call_sheet_dialog import CallSheetDialog
from bpa_desktop.ui.absence.fallback_drawer import FallbackDrawer
from bpa_desktop.ui.absence.qr_dialog import QrDialog
from bpa_desktop.ui.absence.statistics_dialog import StatisticsDialog
from bpa_desktop.ui.absence.view import AbsenceScreen
from bpa_desktop.ui.account.award_drawer import AwardDrawer
from bpa_desktop.ui.account.view import AccountScreen
from bpa_desktop.ui.arrangement.editor import ArrangementEditor
from bpa_desktop.ui.arrival_dialog import ArrivalDialog
from bpa_desktop.ui.arrival_wording import preview_of
from bpa_desktop.ui.backup_dialog import BackupsDialog
from bpa_desktop.ui.change_log import ChangeLog
from bpa_desktop.ui.cost.agreement_drawer import AgreementDrawer
from bpa_desktop.ui.cost.base_amount_drawer import BaseAmountDrawer
from bpa_desktop.ui.cost.household_panel import HouseholdPanel
from bpa_desktop.ui.cost.income_drawer import IncomeDrawer
from bpa_desktop.ui.cost.invoice_form import InvoiceForm
from bpa_desktop.ui.cost.invoice_page import InvoicePage
from bpa_desktop.ui.cost.labour_page import LabourPage
from bpa_desktop.ui.cost.list_drawer import ListDrawer
from bpa_desktop.ui.cost.list_editor import ListEditor
from bpa_desktop.ui.cost.list_page import PriceListPage
from bpa_desktop.ui.cost.list_shelf import ListShelf
from bpa_desktop.ui.cost.own_pay_drawer import OwnPayDrawer
from bpa_desktop.ui.cost.pay_panel import PayPanel
from bpa_desktop.ui.cost.services_drawer import ServicesDrawer
from bpa_desktop.ui.cost.sheet_dialog import SheetDialog
from bpa_desktop.ui.cost.view import CostScreen
from bpa_desktop.ui.cost.what_if_page import WhatIfPage
from bpa_desktop.ui.crash_report import CrashDialog
from bpa_desktop.ui.erase_dialog import EraseDialog
from bpa_desktop.ui.export_dialog import ExportDialog
from bpa_desktop.ui.health_dialog import HealthDialog
from bpa_desktop.ui.help_viewer import HelpViewer
from bpa_desktop.ui.history_list import HistoryList
from bpa_desktop.ui.holding_dialog import HoldingDialog
from bpa_desktop.ui.palette import Palette
from bpa_desktop.ui.problem_list import ProblemList
from bpa_desktop.ui.roster.card_menu import open_card_menu
from bpa_desktop.ui.roster.day_note_dialog import DayNoteDialog
from bpa_desktop.ui.roster.filter_dialog import FilterDialog
from bpa_desktop.ui.roster.go_to import GoToDialog
from bpa_desktop.ui.roster.hand_out_dialog import HandOutDialog
from bpa_desktop.ui.roster.keep_dialog import KeepDialog
from bpa_desktop.ui.roster.publish_dialog import PublishDialog
from bpa_desktop.ui.roster.shift_editor import ShiftEditor
from bpa_desktop.ui.roster.split_dialog import SplitDialog
from bpa_desktop.ui.roster.view import RosterScreen
from bpa_desktop.ui.rotation.line_drawer import LineDrawer
from bpa_desktop.ui.rotation.need_drawer import NeedDrawer
from bpa_desktop.ui.rotation.rotation_drawer import RotationDrawer
from bpa_desktop.ui.rotation.view import RotationScreen
from bpa_desktop.ui.said_list import SaidList
from bpa_desktop.ui.settings.appearance import AppearanceDialog
from bpa_desktop.ui.settings.keys import KeysDialog
from bpa_desktop.ui.settings.weights import WeightsDialog
from bpa_desktop.ui.shell import Shell
from bpa_desktop.ui.start.bring_back import BringBackPage, NoBackupPage
from bpa_desktop.ui.start.change_passphrase import ChangePassphraseDialog, ChangePassphrasePage
from bpa_desktop.ui.start.create import CreatePage
from bpa_desktop.ui.start.new_code import NewCodeDialog, NewCodePage
from bpa_desktop.ui.start.page import StartPage
from bpa_desktop.ui.start.recovery import RecoveryPage
from bpa_desktop.ui.start.rescue import RescuePage
from bpa_desktop.ui.start.unlock import UnlockPage
from bpa_desktop.ui.start.welcome import NothingOpenPage, WelcomePage
from bpa_desktop.ui.team.assistant_form import AssistantForm
from bpa_desktop.ui.team.view import TeamScreen
from tests.ui.a11y_walk import settle
from tests.ui.doors import ASKER, CODE, FakeDoors, FakeShelf
from tests.ui.found import found

SHIFT = "w49-mon-day"
_NOW = datetime(2026, 11, 24, 18, tzinfo=UTC)
EVENING = "w49-fri-eve"
Opener = Callable[[Shell], object]


@dataclass(frozen=True)
class Way:
    """What is shown then, and how it is opened in a window with the example week."""

    shows: type[QWidget]
    open: Opener


def _screen(name: str, *actions: str, target: str = "") -> Opener:
    """Return what shows a screen and does commands there."""

    def opener(shell: Shell) -> None:
        shell.window.show_screen(name, target)
        for action in actions:
            shell.window.run(action)

    return opener


_on_shift = partial(_screen, "roster", target=SHIFT)


def _page(make: Callable[[Language], StartPage]) -> Opener:
    return lambda shell: shell._stage.show(make(shell.window.language))


def _drawer(name: str) -> Opener:
    def opener(shell: Shell) -> None:
        shell.window.show_screen("cost")
        found(shell.window, HouseholdPanel).begin(name)

    return opener


def _pay(button: str) -> Opener:
    def opener(shell: Shell) -> None:
        _screen("cost", "cost_labour")(shell)
        getattr(found(shell.window, PayPanel), button).click()

    return opener


def _list_editor(shell: Shell) -> None:
    _screen("cost", "cost_list")(shell)
    shelf = found(shell.window, ListShelf)
    next(one for one in shelf.findChildren(QPushButton) if one is shelf._buttons["copy"]).click()


def _card_menu(shell: Shell) -> None:
    _on_shift()(shell)
    screen = found(shell.window, RosterScreen)
    card = screen.grid.roving.current
    assert card is not None
    open_card_menu(screen.desk, card)


def _keep(shell: Shell) -> None:
    assert shell.session is not None
    KeepDialog(shell.session.desk, shell.window, told="△ 1", keep=lambda _grounds: None).open()


def _undo_history(shell: Shell) -> None:
    _on_shift("remove_shift", "history_list")(shell)


def _change_log(shell: Shell) -> None:
    _on_shift("remove_shift", "undo", "copy_shift", "change_log")(shell)


def _publish(shell: Shell) -> None:
    _on_shift("copy_shift", "publish_week")(shell)


def _published(shell: Shell) -> None:
    _publish(shell)
    found(shell.window, PublishDialog).publish.click()


def _rotation(shell: Shell) -> None:
    assert shell.session is not None
    keep_rotation(shell.session.desk.history, Rotation("", "Turnus", 2, ALWAYS))
    shell.window.show_screen("rotation")


def _line_of_a_rotation(shell: Shell) -> None:
    _rotation(shell)
    shell.window.run("new_shift")


def _roll_out(shell: Shell) -> None:
    _rotation(shell)
    shell.window.run("roll_out")


def _made_up() -> tuple[Backup, ...]:
    shelf = FakeShelf(now=lambda: _NOW)
    for reason in Reason:
        shelf.make(reason)
    return shelf.all().backups


def _shelf(shell: Shell) -> None:
    """Have backups of every reason."""
    assert shell.session is not None
    shelf = FakeShelf(shell.session.history.records.all(Rotation), now=shell.session.history.clock.now)
    for reason in Reason:
        shelf.make(reason)
    shell.backups.open(shelf, shell.session.desk)


def _backups(shell: Shell) -> None:
    _shelf(shell)
    shell.window.run("backups")


def _holding(shell: Shell) -> None:
    _shelf(shell)
    shell.backups.show_holding(_NOW, "1")


def _arriving(shell: Shell) -> None:
    assert shell.session is not None
    dialog = ArrivalDialog(shell.session.history, shell.window.language, shell.window)
    dialog.wait("1.csv")
    dialog.open()


def _arrivals(shell: Shell) -> None:
    _arriving(shell)
    people = (Arrival(1, Assistant("", "Nina")), Arrival(2, Assistant("", "Kari"), (Oddity.KNOWN,)))
    arrivals = Arrivals(people, (LeftOut(3, "no_name", {"unit": "card"}),))
    dialog = found(shell.window, ArrivalDialog)
    assert shell.session is not None
    dialog.show_preview(preview_of(shell.window.language, arrivals, roster=shell.session.desk.roster))


def _not_arriving(shell: Shell) -> None:
    _arriving(shell)
    found(shell.window, ArrivalDialog).refuse("1")


def _health(shell: Shell) -> None:
    assert isinstance(shell._doors, FakeDoors)
    assert shell.session is not None
    faults = {Check.BACKUPS: (Problem(Fault.DAMAGED_BACKUP, "bpa-1"), Problem(Fault.OLD_BACKUP))}
    shell._doors.health = Health(tuple(Checked(check, faults.get(check, ())) for check in Check))
    shell._health.store = shell.session.store
    shell.window.run("check_store")
    while shell.worker.is_busy:
        settle()


def _locked(shell: Shell) -> None:
    shell._look.change(with_setting(shell._look.settings, "emergency_when_locked", value=True))
    shell.window.run("lock_now")


WAYS: dict[str, Way] = {
    "backups": Way(BackupsDialog, _backups),
    "welcome": Way(WelcomePage, _page(WelcomePage)),
    "bring back": Way(BringBackPage, _page(lambda language: BringBackPage(language, _made_up(), now=_NOW))),
    "bring back from nowhere": Way(NoBackupPage, _page(lambda language: NoBackupPage(language, Path("stick")))),
    "nothing open": Way(NothingOpenPage, _page(NothingOpenPage)),
    "create": Way(CreatePage, _page(lambda language: CreatePage(language, (ASKER,)))),
    "create for a file": Way(CreatePage, _page(lambda language: CreatePage(language, (), for_file=True))),
    "unlock": Way(UnlockPage, _page(UnlockPage)),
    "locked": Way(UnlockPage, _locked),
    "recovery code": Way(RecoveryPage, _page(lambda language: RecoveryPage(language, CODE))),
    "change passphrase": Way(ChangePassphraseDialog, _screen("roster", "change_passphrase")),
    "the page of the passphrase": Way(ChangePassphrasePage, _screen("roster", "change_passphrase")),
    "new recovery code": Way(NewCodeDialog, _screen("roster", "new_code")),
    "the page of a new code": Way(NewCodePage, _screen("roster", "new_code")),
    "older backups": Way(HoldingDialog, _holding),
    "health": Way(HealthDialog, _health),
    "rescue": Way(RescuePage, _page(lambda language: RescuePage(language, _made_up(), now=_NOW))),
    "rescue without a backup": Way(RescuePage, _page(lambda language: RescuePage(language, (), now=_NOW))),
    "roster": Way(RosterScreen, _on_shift()),
    "roster as a list": Way(RosterScreen, _on_shift("agenda")),
    "a day by the hour": Way(RosterScreen, _on_shift("day_grid")),
    "a week by the hour": Way(RosterScreen, _on_shift("week_hours")),
    "a month": Way(RosterScreen, _on_shift("month")),
    "four weeks": Way(RosterScreen, _on_shift("four_weeks")),
    "filter": Way(FilterDialog, _on_shift("filter")),
    "publish": Way(PublishDialog, _publish),
    "what was published": Way(PublishDialog, _published),
    "rotation": Way(RotationScreen, _screen("rotation")),
    "new rotation": Way(RotationDrawer, _screen("rotation", "new_rotation")),
    "new need": Way(NeedDrawer, _screen("rotation", "new_need")),
    "line of a rotation": Way(LineDrawer, _line_of_a_rotation),
    "roll out": Way(RotationScreen, _roll_out),
    "note on a day": Way(DayNoteDialog, _on_shift("day_note")),
    "what was said": Way(SaidList, _on_shift("what_was_said")),
    "change keys": Way(KeysDialog, _on_shift("change_keys")),
    "team": Way(TeamScreen, _screen("team")),
    "new assistant": Way(AssistantForm, _screen("team", "new_assistant")),
    "edit assistant": Way(AssistantForm, _screen("team", "edit_assistant")),
    "absence": Way(AbsenceScreen, _screen("absence")),
    "a substitute is asked": Way(AbsenceScreen, _screen("absence", "ask_assistant", target="w49-fri-eve")),
    "a substitute is booked": Way(
        AbsenceScreen,
        _screen("absence", "ask_assistant", "answer_yes", "confirm_substitute", target="w49-fri-eve"),
    ),
    "a shift nobody comes to": Way(AbsenceScreen, _screen("absence", "give_up_request", target="w49-fri-eve")),
    "a part is typed": Way(AbsenceScreen, _screen("absence", "ask_assistant", "answer_part", target="w49-fri-eve")),
    "whom to call": Way(FallbackDrawer, _screen("absence", "fallback_contacts")),
    "register an absence": Way(AbsenceForm, _screen("absence", "register_absence")),
    "message as a QR code": Way(QrDialog, _screen("absence", "show_qr", target=EVENING)),
    "call sheet": Way(CallSheetDialog, _screen("absence", "call_sheet", target=EVENING)),
    "change an absence": Way(AbsenceForm, _screen("absence", "change_absence")),
    "back at work": Way(BackDrawer, _screen("absence", "end_absence")),
    "absence statistics": Way(StatisticsDialog, _screen("absence", "absence_statistics")),
    "cost": Way(CostScreen, _screen("cost")),
    "income": Way(IncomeDrawer, _drawer("income")),
    "price list": Way(ListDrawer, _drawer("tariff")),
    "other services": Way(ServicesDrawer, _drawer("services")),
    "expected G": Way(BaseAmountDrawer, _drawer("g")),
    "what if": Way(WhatIfPage, _screen("cost", "cost_what_if")),
    "invoice": Way(InvoicePage, _screen("cost", "cost_invoice")),
    "the bill": Way(InvoiceForm, _screen("cost", "cost_invoice")),
    "labour cost": Way(LabourPage, _screen("cost", "cost_labour")),
    "pay agreement": Way(AgreementDrawer, _pay("change")),
    "own pay": Way(OwnPayDrawer, _pay("write")),
    "price lists": Way(PriceListPage, _screen("cost", "cost_list")),
    "price list editor": Way(ListEditor, _list_editor),
    "sheet of the cost": Way(SheetDialog, _screen("cost", "print_cost")),
    "hour account": Way(AccountScreen, _screen("account")),
    "new award": Way(AwardDrawer, _screen("account", "new_award")),
    "edit award": Way(AwardDrawer, _screen("account", "edit_award")),
    "new shift": Way(ShiftEditor, _on_shift("new_shift")),
    "edit shift": Way(ShiftEditor, _on_shift("edit_shift")),
    "split shift": Way(SplitDialog, _on_shift("split_shift")),
    "go to week": Way(GoToDialog, _on_shift("go_to_week")),
    "keep as it is": Way(KeepDialog, _keep),
    "hand out": Way(HandOutDialog, _on_shift("hand_out")),
    "arrangement": Way(ArrangementEditor, _on_shift("edit_arrangement")),
    "export": Way(ExportDialog, _on_shift("export_file")),
    "problems of a file": Way(
        ProblemList, lambda shell: ProblemList(["1", "2"], "1", shell.window.language, shell.window).open()
    ),
    "what another program wrote": Way(ArrivalDialog, _arrivals),
    "another program's file is read": Way(ArrivalDialog, _arriving),
    "another program's file is refused": Way(ArrivalDialog, _not_arriving),
    "palette": Way(Palette, _on_shift("palette")),
    "undo history": Way(HistoryList, _undo_history),
    "what counts among substitutes": Way(WeightsDialog, _on_shift("substitute_weights")),
    "erase": Way(EraseDialog, _on_shift("erase")),
    "change log": Way(ChangeLog, _change_log),
    "appearance": Way(AppearanceDialog, _on_shift("appearance")),
    "help": Way(HelpViewer, _on_shift("help")),
    "keys": Way(HelpViewer, _on_shift("keys")),
    "about": Way(HelpViewer, _on_shift("about")),
    "a fault of the program": Way(
        CrashDialog, lambda shell: CrashDialog("1", shell.window.language, shell.window).open()
    ),
    "menu of a card": Way(QMenu, _card_menu),
    "what is the matter": Way(QMenu, _on_shift("find_substitute")),
    "give to": Way(QMenu, _on_shift("assign_shift")),
    "swap with": Way(QMenu, _on_shift("swap_shifts")),
}
