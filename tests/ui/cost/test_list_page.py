"""The price list page by keyboard: choosing, copying and changing a list, saving it, and lists as files."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bpa_desktop.data.price_list_writer import tariff_text
from bpa_desktop.data.tariffs import read_tariff_file
from bpa_desktop.data.toml_file import LARGEST
from bpa_desktop.domain.price_list import OwnPriceList
from bpa_desktop.services.arrangement import edit_arrangement
from bpa_desktop.services.price_list import keep_price_list
from bpa_desktop.tariff.price import Period
from bpa_desktop.tariff.price_list import CapGroup
from bpa_desktop.tariff.provenance import Mark
from bpa_desktop.ui import a11y, theme
from bpa_desktop.ui.cost.ladder_picture import LadderPicture
from bpa_desktop.ui.cost.list_page import PriceListPage
from bpa_desktop.ui.desk import Desk
from bpa_desktop.ui.problem_list import ProblemList
from tests.ui.a11y_walk import cut_labels, nameless, settle
from tests.ui.cut_texts import cuts
from tests.ui.desks import listen, make_desk, price_book
from tests.ui.long_language import LongLanguage
from tests.ui.screens import focused, press, read

PRACTICAL = "Praktisk bistand i hjemmet (hjemmehjelp, BPA)"
RATE_OF_STEP_3 = f"{PRACTICAL}, step 3: Kroner a unit"
_SHOWN: list[PriceListPage] = []
"""The page of the running test: qtbot holds it weakly only."""


def opened(qtbot: QtBot, desk: Desk) -> PriceListPage:
    a11y.install()
    page = PriceListPage(desk)
    qtbot.addWidget(page)
    _SHOWN[:] = [page]
    page.retranslate()
    page.show_month(date(2026, 12, 1))
    desk.history.subscribe(lambda _step: page.show_month(date(2026, 12, 1)))  # as the screen does
    page.resize(900, 700)
    page.show()
    page.activateWindow()
    settle()
    page.focus_first()
    return page


def click(page: QWidget, text: str) -> None:
    button = next(one for one in page.findChildren(QPushButton) if one.text() == text and one.isVisible())
    button.setFocus()
    press(Qt.Key.Key_Space)
    settle()


def offered(page: QWidget) -> set[str]:
    return {one.text() for one in page.findChildren(QPushButton) if one.isVisible()}


def field(page: QWidget, name: str) -> QLineEdit:
    return next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == name and one.isVisible())


def type_in(page: QWidget, name: str, *, text: str) -> None:
    editor = field(page, name)
    editor.setFocus()
    editor.selectAll()
    press(text or Qt.Key.Key_Backspace)


def ladder(page: QWidget) -> str:
    picture = page.findChild(LadderPicture)
    assert isinstance(picture, LadderPicture)
    interface = QAccessible.queryAccessibleInterface(picture)
    assert interface is not None
    return interface.text(QAccessible.Text.Description).replace("\N{NO-BREAK SPACE}", " ")


def own(desk: Desk) -> list[str]:
    return [kept.id for kept in desk.history.records.all(OwnPriceList)]


def keep(desk: Desk, list_id: str, *, sourced: bool = True) -> None:
    tariff = replace(price_book().tariff("lier-2020"), id=list_id)
    tariff = tariff if sourced else replace(tariff, sources=())
    keep_price_list(desk.history, OwnPriceList(list_id, tariff_text(tariff)))


def test_the_page_leads_with_the_list_in_use_its_source_its_mark_and_its_doubts(qtbot: QtBot, desk: Desk) -> None:
    page = opened(qtbot, desk)
    first = read(page).splitlines()[0]
    for part in ("Asker: Priser", "without a date", "001_3afdcb36f2d41dfe.txt", "seen in its source", "△ 1 thing"):
        assert part in first
    assert focused().startswith("Asker: Priser")
    assert "in use · without a date" in focused()


def test_a_list_is_chosen_with_enter_and_undo_takes_it_back(qtbot: QtBot, desk: Desk) -> None:
    opened(qtbot, desk)
    press(Qt.Key.Key_Down)
    assert focused().startswith("Flå")
    press(Qt.Key.Key_Return)
    assert desk.roster.arrangement.tariff == "fla-2026"
    desk.history.undo()
    assert desk.roster.arrangement.tariff == "asker-seed"


def test_a_list_that_leaves_someone_without_an_answer_is_refused_with_the_reason(qtbot: QtBot, desk: Desk) -> None:
    keep(desk, "broken", sourced=False)
    heard = listen(desk.bulletin)
    page = opened(qtbot, desk)
    press(Qt.Key.Key_Home)
    assert "▲ 1 thing must be mended" in focused()
    assert "▲ Where it can be read: no source is given" in read(page)
    press(Qt.Key.Key_Return)
    assert desk.roster.arrangement.tariff == "asker-seed"
    assert "no source is given" in heard.refused[0]


def test_this_years_list_is_entered_by_keyboard_and_charged_by(qtbot: QtBot, desk: Desk) -> None:
    page = opened(qtbot, desk)
    click(page, "Copy and change")
    assert focused() == "Holds from"
    assert field(page, "Holds from").text() == "01.01.2027"
    assert field(page, "Municipality number").text() == "3203"
    type_in(page, "Where it can be read", text="asker.kommune.no/priser")
    type_in(page, "Day it was read", text="2.12.2026")
    assert "Nothing looks odd" in read(page)
    type_in(page, RATE_OF_STEP_3, text="450")
    assert "1,350 kr, here is the household" in ladder(page)
    press(Qt.Key.Key_Return)
    assert own(desk) == ["asker-2027"]
    assert desk.roster.arrangement.tariff == "asker-2027"
    kept = desk.prices.tariff("asker-2027")
    assert (kept.mark, kept.sources[0].ref) == (Mark.SEEN, "asker.kommune.no/priser")
    assert focused().startswith("Asker: Priser")
    desk.history.undo()
    assert (own(desk), desk.roster.arrangement.tariff) == ([], "asker-seed")


def test_a_doubt_stands_beside_its_field_and_on_top_from_where_one_jumps_to_it(qtbot: QtBot, desk: Desk) -> None:
    page = opened(qtbot, desk)
    click(page, "Copy and change")
    type_in(page, "Where it can be read", text="a letter")
    type_in(page, f"{PRACTICAL}, step 4: Kroner a unit", text="200")
    told = "a higher income pays less"
    assert read(page).count(told) == 2
    step = f"△ {PRACTICAL}, step 4"
    row = next(one for one in page.findChildren(QLabel) if one.text().startswith(step))
    line = row.parentWidget()
    assert line is not None
    line.setFocus()
    press(Qt.Key.Key_Return)
    assert focused() == f"{PRACTICAL}, step 4: Up to G"
    type_in(page, f"{PRACTICAL}, step 4: Kroner a unit", text="4x")
    assert "▲ Kroner a unit: Write a number" in read(page)
    assert "the list as it was before" in read(page)
    assert "Write a number" in field(page, f"{PRACTICAL}, step 4: Kroner a unit").accessibleDescription()


def test_what_cannot_be_used_is_refused_and_can_be_saved_without_using_it(qtbot: QtBot, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    page = opened(qtbot, desk)
    click(page, "Copy and change")
    click(page, "Save and use")
    assert "no source is given" in heard.refused[0]
    assert focused() == "Where it can be read"
    assert own(desk) == []
    click(page, "Save without using")
    assert (own(desk), desk.roster.arrangement.tariff) == (["asker-2027"], "asker-seed")


def test_what_cannot_be_read_is_not_saved_at_all(qtbot: QtBot, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    page = opened(qtbot, desk)
    click(page, "Copy and change")
    type_in(page, "Holds from", text="soon")
    click(page, "Save without using")
    assert own(desk) == []
    assert "Write a day like 1.1.2027" in heard.refused[0]
    assert focused() == "Holds from"


def test_a_draft_waits_after_esc_until_one_goes_on_or_throws_it_away(qtbot: QtBot, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    page = opened(qtbot, desk)
    click(page, "Copy and change")
    press(Qt.Key.Key_Escape)
    assert "Go on with the draft" not in offered(page)  # nothing was typed
    click(page, "Copy and change")
    type_in(page, RATE_OF_STEP_3, text="499")
    press(Qt.Key.Key_Escape)
    click(page, "New list")
    assert "There is a draft already" in heard.refused[0]
    click(page, "Go on with the draft")
    assert field(page, RATE_OF_STEP_3).text() == "499"
    press(Qt.Key.Key_Escape)
    click(page, "Throw the draft away")
    assert "Go on with the draft" not in offered(page)
    assert own(desk) == []


def test_all_prices_are_raised_by_a_percentage(qtbot: QtBot, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    page = opened(qtbot, desk)
    click(page, "Copy and change")
    type_in(page, "Raise all prices by per cent", text="much")
    press(Qt.Key.Key_Return)
    assert "percentage" in heard.refused[0]
    type_in(page, "Raise all prices by per cent", text="3,5 %")
    press(Qt.Key.Key_Return)
    assert field(page, RATE_OF_STEP_3).text() == "445"
    assert "1,335 kr, here is the household" in ladder(page)
    assert heard.said[-1] == "Every price is 3.5 % higher, in whole kroner."


def test_steps_and_services_come_and_go(qtbot: QtBot, desk: Desk) -> None:
    heard = listen(desk.bulletin)
    page = opened(qtbot, desk)
    click(page, "Copy and change")
    click(page, "Add a step")
    assert focused() == f"{PRACTICAL}, step 6: Up to G"
    assert field(page, f"{PRACTICAL}, step 6: Up to G").text() == "7"
    type_in(page, f"{PRACTICAL}, step 6: Up to G", text="8")
    assert len(ladder(page).splitlines()) == 7
    assert "above 8 G" in ladder(page)
    click(page, "Take away step 6")
    assert len(ladder(page).splitlines()) == 6
    click(page, "Add a service")
    assert focused() == "service 7: Service"
    press("Middag")
    click(page, "Take away Middag")
    assert heard.said == ["A step more.", "Step 6 taken away.", "A service more.", "Middag taken away."]
    click(page, f"Take away {PRACTICAL}")
    assert "Trygghetsalarm: kroner by income" in read(page)


def test_an_own_list_is_changed_in_its_place_and_taken_away_and_undo_brings_it_back(qtbot: QtBot, desk: Desk) -> None:
    keep(desk, "mine")
    page = opened(qtbot, desk)
    assert not {"Change", "Take away"} & offered(page)
    press(Qt.Key.Key_Home)
    assert {"Change", "Take away"} <= offered(page)
    click(page, "Change")
    type_in(page, "What the list is called", text="Renamed")
    click(page, "Save without using")
    assert own(desk) == ["mine"]
    assert desk.prices.tariff("mine").title == "Renamed"
    click(page, "Take away")
    assert own(desk) == []
    desk.history.undo()
    assert own(desk) == ["mine"]


def test_a_new_list_begins_with_the_arrangements_municipality(qtbot: QtBot, desk: Desk) -> None:
    page = opened(qtbot, desk)
    click(page, "New list")
    assert field(page, "Municipality number").text() == "3203"
    assert len(ladder(page).splitlines()) == 2


def test_limits_in_kroner_are_asked_for_when_the_list_prints_them(qtbot: QtBot, desk: Desk) -> None:
    page = opened(qtbot, desk)
    click(page, "Copy and change")
    printed = f"{PRACTICAL}, step 1: Up to kroner, as printed"
    names = [one.accessibleName() for one in page.findChildren(QLineEdit) if one.isVisible()]
    assert printed not in names
    page._editor._form._services[0]._prints.click()
    settle()
    type_in(page, printed, text="253378")
    assert "253378 kr is worked out with another G" in read(page)


def test_the_lists_of_a_file_become_own_lists_and_one_goes_out_letter_for_letter(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    heard = listen(desk.bulletin)
    page = opened(qtbot, desk)
    remark = "# as the municipality sent it\n" + tariff_text(replace(price_book().tariff("lier-2020"), id="sent"))
    single = tmp_path / "sent.toml"
    single.write_text(remark, encoding="utf-8")
    assert page.files.import_path(single) == "sent"
    two = tmp_path / "two.toml"
    second = tariff_text(replace(price_book().tariff("oslo-2019"), id="second")).split("\n", 1)[1]
    two.write_text(remark.replace('"sent"', '"first"') + second, encoding="utf-8")
    assert page.files.import_path(two) == "first"
    assert own(desk) == ["sent", "first", "second"]
    assert heard.said == ["1 list brought in from sent.toml.", "2 lists brought in from two.toml."]
    out = tmp_path / "out.toml"
    page.files.export_path(out, desk.prices.tariff("sent"))
    assert out.read_text(encoding="utf-8") == remark
    page.files.export_path(out, desk.prices.tariff("second"))
    assert read_tariff_file(out) == (desk.prices.tariff("second"),)
    page.files.export_path(out, desk.prices.tariff("asker-seed"))
    assert read_tariff_file(out) == (price_book().tariff("asker-seed"),)
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_a_file_with_faults_is_refused_whole_and_every_fault_is_told(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    heard = listen(desk.bulletin)
    page = opened(qtbot, desk)
    bad = tmp_path / "bad.toml"
    text = tariff_text(price_book().tariff("lier-2020")).replace('rate = "359"', 'rate = "much"')
    bad.write_text(text, encoding="utf-8")
    assert page.files.import_path(bad) is None
    assert own(desk) == []
    assert "Nothing was brought in" in heard.refused[0]
    problems = page.findChild(ProblemList)
    assert isinstance(problems, ProblemList)
    assert problems.list.item(0).text().startswith("tariff[0].service[0].band[")
    problems.close()
    assert page.files.import_path(tmp_path / "absent.toml") is None
    assert heard.refused[-1].startswith("Could not read absent.toml: ")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among its files")
def test_a_pipe_is_refused_instead_of_waited_for_and_a_file_too_large_is_read_no_further(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    heard = listen(desk.bulletin)
    page = opened(qtbot, desk)
    os.mkfifo(tmp_path / "pipe.toml")
    assert page.files.import_path(tmp_path / "pipe.toml") is None
    assert heard.refused[-1].endswith("pipe.toml is a pipe or a device. Choose a file.")
    text = tariff_text(price_book().tariff("lier-2020")).encode()
    (tmp_path / "large.toml").write_bytes(text + b"#" * (LARGEST + 1 - len(text)))
    assert page.files.import_path(tmp_path / "large.toml") is None
    assert "Nothing was brought in" in heard.refused[-1]
    assert own(desk) == []


def test_a_file_that_cannot_be_written_is_told_and_nothing_half_is_left(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    heard = listen(desk.bulletin)
    page = opened(qtbot, desk)
    page.files.export_path(tmp_path / "no" / "list.toml", desk.prices.tariff("asker-seed"))
    folder = tmp_path / "folder.toml"
    folder.mkdir()
    page.files.export_path(folder, desk.prices.tariff("asker-seed"))
    assert all(refusal.startswith("Could not write ") for refusal in heard.refused)
    assert len(heard.refused) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["folder.toml"]


@pytest.mark.parametrize(("percent", "long"), [(100, False), (100, True), (200, True)])
def test_everything_has_a_name_and_nothing_is_cut(
    qtbot: QtBot, qapp: QApplication, *, percent: int, long: bool
) -> None:
    theme.apply(qapp, theme.LIGHT, text_percent=percent, large_targets=percent > 100)
    desk = make_desk()[0]
    if long:
        desk.language = LongLanguage()
    page = opened(qtbot, desk)
    for _ in ("shelf", "editor"):
        assert nameless(page) == []
        assert cut_labels(page) == []
        assert cuts(page, width=900, height=700) == []
        page._shelf.wanted.emit("copy", page._shelf.chosen)
        settle()
    theme.apply(qapp, theme.LIGHT)


def test_another_language_and_an_undo_elsewhere_reach_the_open_editor(qtbot: QtBot, desk: Desk) -> None:
    page = opened(qtbot, desk)
    click(page, "Copy and change")
    desk.language = LongLanguage()
    page.retranslate()
    page.show_month(date(2026, 12, 1))
    assert page.accessibleName() == "Price list Price list"
    assert field(page, "Holds from Holds from").text() == "01.01.2027"


def test_a_new_list_for_a_municipality_of_no_known_name_asks_for_it_and_draws_no_other_list(
    qtbot: QtBot, desk: Desk
) -> None:
    page = opened(qtbot, desk)
    click(page, "Copy and change")
    press(Qt.Key.Key_Escape)
    arrangement = replace(desk.roster.arrangement, tariff=None, municipality_no="5501")
    edit_arrangement(desk.history, arrangement)
    page.show_month(date(2026, 12, 1))
    assert read(page).startswith("No price list is chosen.")
    click(page, "New list")
    assert "▲ Municipality: Something has to stand here." in read(page)
    picture = page.findChild(LadderPicture)
    assert isinstance(picture, LadderPicture)
    assert not picture.isVisible()
    type_in(page, "Municipality", text="Asker")
    assert picture.isVisible()


def test_tab_walks_in_reading_order_also_through_what_came_later(qtbot: QtBot, desk: Desk) -> None:
    page = opened(qtbot, desk)
    click(page, "Copy and change")
    click(page, "Add a step")
    click(page, "Add a service")
    page.focus_first()
    inside = page.widget()
    assert inside is not None
    places = []
    while focused() != "Leave for now":
        widget = QApplication.focusWidget()
        assert widget is not None
        at = widget.mapTo(inside, QPoint(0, widget.height()))
        places.append((at.y(), at.x()))
        press(Qt.Key.Key_Tab)
    assert len(places) > 80
    assert places == sorted(places)


def test_an_arrow_goes_to_the_same_figure_of_the_next_step(qtbot: QtBot, desk: Desk) -> None:
    page = opened(qtbot, desk)
    click(page, "Copy and change")
    field(page, f"{PRACTICAL}, step 2: Kroner a unit").setFocus()
    for text in ("441", "442", "443"):
        field(page, focused()).selectAll()
        press(text, Qt.Key.Key_Down)
    assert focused() == f"{PRACTICAL}, step 5: Kroner a unit"
    assert [field(page, f"{PRACTICAL}, step {n}: Kroner a unit").text() for n in (2, 3, 4, 5)] == [
        "441",
        "442",
        "443",
        "430",
    ]
    press(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert focused() == f"{PRACTICAL}, step 2: Kroner a unit"  # the first step costs nothing


def test_a_ceiling_that_services_share_has_a_field_that_names_them(qtbot: QtBot, desk: Desk) -> None:
    group = CapGroup("together", Decimal(2), Decimal(200), Period.MONTH, ("practical", "alarm"))
    shared = replace(price_book().tariff("asker-seed"), id="shared", cap_groups=(group,))
    keep_price_list(desk.history, OwnPriceList("shared", tariff_text(shared)), use=True)
    page = opened(qtbot, desk)
    click(page, "Change")
    type_in(page, f"{PRACTICAL} and Trygghetsalarm: Most kroner together", text="210")
    press(Qt.Key.Key_Return)
    assert desk.prices.tariff("shared").cap_groups[0].amount == 210
