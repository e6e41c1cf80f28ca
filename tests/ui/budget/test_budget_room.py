"""The budget room, by keyboard: a paper is brought in, mended, asked about and written out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from scrutiny_app.domain.budget.columns import Column, ColumnRole
from scrutiny_app.domain.budget.figures import Amount
from scrutiny_app.domain.budget.proposal import ProposalSet
from scrutiny_app.domain.committee import Committee, Council
from scrutiny_app.domain.financial_year import FinancialYear
from scrutiny_app.domain.ids import CommitteeId, CouncilId
from scrutiny_app.jobs.budget.budget_order import BudgetPrint
from scrutiny_app.store.store import Store
from scrutiny_app.ui.budget.budget_page import BudgetPage
from scrutiny_app.ui.budget.checks_tab import ChecksTab
from scrutiny_app.ui.budget.compare_tab import CompareTab
from scrutiny_app.ui.budget.documents_tab import DocumentsTab
from scrutiny_app.ui.budget.proposals_tab import ProposalsTab
from scrutiny_app.ui.budget.questions_tab import QuestionsTab
from scrutiny_app.ui.budget.totals_tab import TotalsTab
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.search.search_page import SearchPage
from scrutiny_app.ui.widgets.record_table import RecordTable
from tests.budget_files import as_csv, as_pdf
from tests.budgets import the_twenty
from tests.build import a_key
from tests.ui.keys import press, type_words

SOON = 20_000
CARE = CommitteeId(a_key())
TOTAL = "(5.435) as stated, (5.437) as the sum of the years, 0.002 of rounding"


def a_committee(store: Store) -> None:
    council = Council(CouncilId(a_key()), "Kelsham City Council")
    store.councils.write(council)
    store.committees.write(Committee(CARE, "Children's Scrutiny Committee", council.id))


@pytest.fixture
def window(desk_window: MainWindow) -> MainWindow:
    """The window with a committee that has no proposals yet."""
    assert desk_window.session is not None
    desk_window.session.write("Make a committee", a_committee)
    desk_window.go(Place(Room.BUDGET))
    return desk_window


@pytest.fixture
def whole(window: MainWindow) -> ProposalSet:
    """The twenty rows on record as the consultation's, and shown."""
    assert window.session is not None
    one = the_twenty(CARE)
    window.session.write("Write the twenty", lambda store: store.proposal_sets.write(one))
    window.go(Place(Room.BUDGET, one.id))
    return one


def the_room(window: MainWindow) -> BudgetPage:
    page = window.page
    assert isinstance(page, BudgetPage)
    return page


def stored(window: MainWindow) -> ProposalSet:
    """The newest set of the workspace."""
    assert window.session is not None
    store = window.session.store
    return store.proposal_sets.read(store.proposal_sets.list()[-1].id)


def shown(table: RecordTable) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def bring(qtbot: QtBot, window: MainWindow, file: Path) -> BudgetPage:
    """Show the preview of a file, read to its end."""
    page = the_room(window)
    page.read_file(file)
    qtbot.waitUntil(lambda: page.importing.head.chip.word != "Being read", timeout=SOON)
    return page


def test_without_a_committee_the_room_leads_to_the_committees(desk_window: MainWindow) -> None:
    desk_window.go(Place(Room.BUDGET))
    page = the_room(desk_window)
    assert page.views.currentWidget() is page.first
    page.committees.trigger()
    assert desk_window.page.room is Room.COMMITTEES


def test_a_paper_is_looked_at_accepted_and_taken_back(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = bring(qtbot, window, as_csv(tmp_path))
    importing = page.importing
    assert importing.head.chip.word == "Ready"
    assert "20 rows, 21 references, total (5.435)" in importing.head.below.text()
    assert importing.rows.roles.choices[0].currentText() == "Service"
    assert window.session is not None
    assert not window.session.store.proposal_sets.list()
    importing.form.version.setFocus()
    type_words(qtbot, window, "Consultation")
    press(qtbot, window, Qt.Key.Key_Return, "Control")
    assert (stored(window).version, len(stored(window).references)) == ("Consultation", 21)
    tab = page.set.tab
    assert isinstance(tab, ProposalsTab)
    assert TOTAL in tab.sums.text()
    assert "minus 5.435 as stated" in tab.sums.accessibleName()
    again = bring(qtbot, window, as_csv(tmp_path)).importing
    assert not again.form.says.isVisible()
    again.form.version.setText("Consultation")
    assert again.form.says.text().startswith("There are proposals of this committee")
    again.give_up()
    window.menus.undo.trigger()
    assert not window.session.store.proposal_sets.list()
    assert page.views.currentWidget() is not page.set


def test_what_one_of_the_figures_stands_for_is_chosen_where_the_file_is_wrong(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    importing = bring(qtbot, window, as_csv(tmp_path)).importing
    importing.form.unit.setFocus()
    for words in ("total (5.435)", "total (0.005)"):
        press(qtbot, window, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: not importing.reader.waiting, timeout=SOON)
        assert words in importing.head.below.text()
    assert not window.page.strip.isVisible()


def test_every_problem_names_its_cell_and_leads_there_and_cancel_leaves_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = as_csv(tmp_path)
    text = file.read_text(encoding="utf-8-sig")
    file.write_text(text.replace("(0.123)", "(O.123)").replace("-2472", ""), encoding="utf-8")
    importing = bring(qtbot, window, file).importing
    assert importing.head.chip.word == "1 error to put right first"
    assert not importing.accept.isEnabled()
    assert importing.problems.count() == 2
    importing.problems.setFocus()
    importing.problems.setCurrentRow(0)
    press(qtbot, window, Qt.Key.Key_Return)
    here = importing.rows.currentIndex()
    assert (here.row(), here.data()) == (2, "(O.123)")
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.session is not None
    assert not window.session.store.proposal_sets.list()
    assert the_room(window).list.nothing.isVisible()


def test_a_column_is_taken_for_what_the_officer_says(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    importing = bring(qtbot, window, as_csv(tmp_path)).importing
    headings = [one.accessibleName() for one in importing.rows.roles.choices]
    option = importing.rows.roles.choices[headings.index("What Option Type holds")]
    role = ColumnRole(Column.DEPARTMENT)
    with qtbot.waitSignal(importing.reader.read, timeout=SOON):
        option.chosen.emit(role)
        assert not importing.accept.isEnabled()
    assert option.currentData() == role
    importing.accept.trigger()
    assert stored(window).proposals[0].department == "Reduce Costs"


def test_a_file_without_headings_we_know_is_read_by_the_officers_word(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "odd.csv"
    file.write_text("Code,What,Next year\nDP(A)-2401,A saving,(0.100)\n", encoding="utf-8")
    importing = bring(qtbot, window, file).importing
    assert not importing.accept.isEnabled()
    roles = (Column.REFERENCE, Column.TITLE, Column.YEAR)
    for place, column in enumerate(roles):
        year = FinancialYear(2027) if column is Column.YEAR else None
        with qtbot.waitSignal(importing.reader.read, timeout=SOON):
            importing.rows.roles.choices[place].chosen.emit(ColumnRole(column, year))
    importing.accept.trigger()
    (one,) = stored(window).proposals
    assert (one.title, one.in_year(FinancialYear(2027))) == ("A saving", -100_000)


def test_borders_of_columns_are_moved_by_keys(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    importing = bring(qtbot, window, as_pdf(tmp_path, ruled=False)).importing
    assert importing.tabs.bar.isVisible()
    importing.tabs.show_part("borders")
    ruler = importing.borders.ruler
    assert ruler is not None
    before = ruler.borders
    ruler.setFocus()
    press(qtbot, window, Qt.Key.Key_Right)
    with qtbot.waitSignal(importing.reader.read, timeout=SOON):
        press(qtbot, window, Qt.Key.Key_Right, "Control")
    assert ruler.borders[1] == pytest.approx(before[1] + 1, abs=0.01)
    assert "Border 2 of 11" in ruler.accessibleDescription()
    for _ in range(2):
        press(qtbot, window, Qt.Key.Key_Right)
    with qtbot.waitSignal(importing.reader.read, timeout=SOON):
        press(qtbot, window, Qt.Key.Key_Delete)
    assert len(ruler.borders) == len(before) - 1


def test_a_file_that_cannot_be_read_says_why(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "picture.pdf"
    file.write_bytes(b"\x89PNG\r\n\x1a\n")
    page = the_room(window)
    page.read_file(file)
    qtbot.waitUntil(page.strip.isVisible, timeout=SOON)
    assert "picture.pdf" in page.strip.sentence.text()
    assert not page.importing.busy


def test_a_paper_is_dropped_on_the_room(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = the_room(window)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(as_csv(tmp_path)))])
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    page.dropEvent(QDropEvent(QPointF(9, 9), *held, Qt.KeyboardModifier.NoModifier))
    qtbot.waitUntil(lambda: page.importing.head.chip.word == "Ready", timeout=SOON)


def test_proposals_stand_under_their_headings_with_totals(
    window: MainWindow, whole: ProposalSet, qtbot: QtBot
) -> None:
    tab = the_room(window).set.tab
    assert isinstance(tab, ProposalsTab)
    QAbstractItemModelTester(tab.table.model())
    rows = shown(tab.table)
    assert rows[0][:2] == ["Children's care", "(1.268)"]
    assert rows[1][0] == "DP(A)-2473  Smaller youth service"
    assert rows[-1][0] == "All proposals"
    assert rows[-1][5] == "(5.435)"
    said = tab.table.model().index(1, 1).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert said == "2024/25: minus 0.145"
    tab.table.sortByColumn(5, Qt.SortOrder.AscendingOrder)
    assert shown(tab.table)[1][0].startswith("DP(C)-2403")
    press(qtbot, window, Qt.Key.Key_F, "Control")
    type_words(qtbot, window, "catering")
    assert [row[0] for row in shown(tab.table)] == [
        "Learning",
        "DP(C)-2406  School catering, yearly pricing",
        "DP(E)-2407  Managers of catering",
        "All that are shown",
    ]
    assert whole.proposals


def test_a_proposal_is_changed_in_its_fields(
    window: MainWindow, whole: ProposalSet, qtbot: QtBot
) -> None:
    page = the_room(window)
    tab = page.set.tab
    assert isinstance(tab, ProposalsTab)
    tab.table.selectRow(1)
    tab.table.setFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    type_words(qtbot, window, "A youth service of two places")
    press(qtbot, window, Qt.Key.Key_Return)
    assert stored(window).proposals[0].title == "A youth service of two places"
    details = tab.detail.details
    details.lines["wards"].setFocus()
    type_words(qtbot, window, "Tannery; Northfield")
    press(qtbot, window, Qt.Key.Key_Return)
    assert stored(window).proposals[0].details.wards == ("Tannery", "Northfield")
    assert window.session is not None
    assert window.session.store.history(1)[0].name == "Change the wards of DP(A)-2473"
    tab.detail.figures.posts.line.selectAll()
    tab.detail.figures.posts.line.setFocus()
    type_words(qtbot, window, "-5.5")
    page.settle()
    assert stored(window).proposals[0].posts.fte == Decimal("-5.5")
    assert whole.proposals


def test_words_typed_for_one_proposal_are_kept_with_it_and_not_with_the_next(
    window: MainWindow, whole: ProposalSet, qtbot: QtBot
) -> None:
    ids = [one.id for one in whole.proposals]
    window.go(Place(Room.BUDGET, whole.id, "proposals", ids[0]))
    tab = the_room(window).set.tab
    assert isinstance(tab, ProposalsTab)
    # The same in both, so that by itself no field would think that it shows another
    wards = tab.detail.details.lines["wards"]
    wards.setFocus()
    type_words(qtbot, window, "Tannery")
    tab.show_detail(ids[1])
    assert wards.text() == ""
    tab.settle()
    assert [one.details.wards for one in stored(window).proposals[:2]] == [("Tannery",), ()]
    window.go(Place(Room.BUDGET, whole.id, "questions", ids[0]))
    asked = the_room(window).set.tab
    assert isinstance(asked, QuestionsTab)
    asked.feedback.setFocus()
    type_words(qtbot, window, "We doubt it")
    asked.show_detail(ids[1])
    assert asked.feedback.toPlainText() == ""
    asked.settle()
    said = [one.details.feedback for one in stored(window).proposals[:2]]
    assert said == ["We doubt it", ""]


def test_figures_are_typed_as_printed_and_say_where_they_come_from(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = bring(qtbot, window, as_csv(tmp_path))
    page.importing.accept.trigger()
    tab = page.set.tab
    assert isinstance(tab, ProposalsTab)
    field = tab.detail.figures.years[FinancialYear(2024)]
    assert field.source.text() == "from row 2, column 7"
    field.line.setFocus()
    field.line.selectAll()
    type_words(qtbot, window, "much")
    press(qtbot, window, Qt.Key.Key_Return)
    assert stored(window).proposals[0].years[0].amount.pounds == -145_000
    field.line.selectAll()
    type_words(qtbot, window, "(0.15)")
    press(qtbot, window, Qt.Key.Key_Return)
    assert stored(window).proposals[0].years[0].amount == Amount(-150_000)
    assert (field.line.text(), field.source.text()) == ("(0.150)", "typed here")


def test_columns_are_left_out_and_stay_so(window: MainWindow, whole: ProposalSet) -> None:
    tab = the_room(window).set.tab
    assert isinstance(tab, ProposalsTab)
    place = tab.table.optional.index("2027/28") + 1
    tab.table.choose("2027/28", shown=False)
    assert tab.table.isColumnHidden(place)
    window.go(Place(Room.BUDGET))
    window.go(Place(Room.BUDGET, whole.id))
    assert tab.table.isColumnHidden(place)
    tab.table.choose("2027/28", shown=True)
    assert not tab.table.isColumnHidden(place)


def test_a_finding_is_set_aside_with_a_reason_and_taken_up(
    window: MainWindow, whole: ProposalSet, qtbot: QtBot
) -> None:
    window.go(Place(Room.BUDGET, whole.id, "checks", "B15"))
    tab = the_room(window).set.tab
    assert isinstance(tab, ChecksTab)
    QAbstractItemModelTester(tab.table.model())
    assert tab.finding.title.text().startswith("B15")
    tab.set_aside.trigger()
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.session is not None
    assert not window.session.store.budget_waivers.of(whole.id)
    type_words(qtbot, window, "The posts are vacant")
    press(qtbot, window, Qt.Key.Key_Return)
    (waiver,) = window.session.store.budget_waivers.of(whole.id)
    assert (waiver.check, waiver.reason) == ("B15", "The posts are vacant")
    assert shown(tab.table)[-2][0] == "1 set aside"
    tab.show_detail("B15")
    tab.finding.again.click()
    assert not window.session.store.budget_waivers.of(whole.id)


def test_a_finding_leads_to_its_proposal(
    window: MainWindow, whole: ProposalSet, qtbot: QtBot
) -> None:
    window.go(Place(Room.BUDGET, whole.id, "checks", "B07"))
    page = the_room(window)
    page.set.tab.take_keys()
    press(qtbot, window, Qt.Key.Key_Return)
    tab = page.set.tab
    assert isinstance(tab, ProposalsTab)
    assert tab.detail.title.text() == "DP(C)-2406"
    press(qtbot, window, Qt.Key.Key_Left, "Alt")
    assert isinstance(page.set.tab, ChecksTab)


def test_totals_are_told_by_any_grouping_with_a_chart(
    window: MainWindow, whole: ProposalSet, qtbot: QtBot
) -> None:
    window.go(Place(Room.BUDGET, whole.id, "totals", "consultation"))
    tab = the_room(window).set.tab
    assert isinstance(tab, TotalsTab)
    rows = {row[0]: row[6:] for row in shown(tab.table)}
    assert rows["Public consultation"] == ["(0.344)", "(0.345)", "0.001", "(11)"]
    assert rows["All proposals"][:2] == ["(5.435)", "(5.437)"]
    said = " ".join(line.words for line in tab.facts.lines)
    assert "62.7% in 2 proposals" in said
    assert "6.3% of the money and 42.3% of the posts" in said
    assert shown(tab.carried.table)[0] == ["Children's care", "(4.012)", "(15)"]
    qtbot.waitUntil(lambda: len(tab.charts.pictures) == 2, timeout=SOON)
    assert "minus 0.344" in tab.charts.pictures[0].accessibleName()


def test_questions_take_the_committees_feedback(
    window: MainWindow, whole: ProposalSet, qtbot: QtBot
) -> None:
    window.go(Place(Room.BUDGET, whole.id, "questions", whole.proposals[1].id))
    tab = the_room(window).set.tab
    assert isinstance(tab, QuestionsTab)
    assert tab.questions.lines
    press(qtbot, window, Qt.Key.Key_Return)
    type_words(qtbot, window, "We doubt it")
    tab.settle()
    assert stored(window).proposals[1].details.feedback == "We doubt it"


def test_two_versions_are_compared_in_words(
    window: MainWindow, whole: ProposalSet, qtbot: QtBot
) -> None:
    assert window.session is not None
    made = the_twenty(CARE)
    dearer = replace(made.proposals[0], cumulative=Amount(-100_000), title="Youth work")
    final = replace(made, version="Final", proposals=(dearer, *made.proposals[2:]))
    window.session.write("Write", lambda store: store.proposal_sets.write(final))
    window.go(Place(Room.BUDGET, final.id, "compare"))
    tab = the_room(window).set.tab
    assert isinstance(tab, CompareTab)
    said = tab.says.text()
    assert said.startswith(
        "1 proposal changed, 0 new, 1 gone, 18 the same. The total is £2.227m more"
    )
    rows = shown(tab.table)
    assert rows[0] == ["DP(A)-2473  Youth work", "Changed", "(0.218)", "(0.100)"]
    assert ["Title", "", "Smaller youth service", "Youth work"] in rows
    assert rows[-1][:2] == ["DP(C)-2403  Reduce what placements cost", "Gone"]
    again = replace(the_twenty(CARE), version="Again")
    window.session.write("Write again", lambda store: store.proposal_sets.write(again))
    window.go(Place(Room.BUDGET, again.id, "compare", whole.id))
    assert tab.says.text().startswith("0 proposals changed")
    assert tab.same.isVisible()
    assert whole.proposals


def test_the_schedule_is_written_and_read(
    window: MainWindow, whole: ProposalSet, qtbot: QtBot, tmp_path: Path
) -> None:
    page = the_room(window)
    window.go(Place(Room.BUDGET, whole.id, "documents"))
    tab = page.set.tab
    assert isinstance(tab, DocumentsTab)
    assert tab.extract.names == ("Children's care",)
    to = tmp_path / "extract.docx"
    with qtbot.waitSignal(page.set.writer.wrote, timeout=SOON):
        page.set.writer.write(BudgetPrint.SCHEDULE, to, extract=tab.extract)
    assert to.read_bytes()[:2] == b"PK"
    assert tab.show_folder.isEnabled()
    pdf = tmp_path / "schedule.pdf"
    with qtbot.waitSignal(page.set.writer.wrote, timeout=SOON):
        page.set.writer.write(BudgetPrint.SCHEDULE, pdf)
    assert pdf.read_bytes()[:5] == b"%PDF-"
    assert window.page.room is Room.READER


def test_a_set_is_removed_and_brought_back(
    window: MainWindow, whole: ProposalSet, qtbot: QtBot
) -> None:
    window.go(Place(Room.BUDGET))
    page = the_room(window)
    assert shown(page.list.table)[0][3] == "(5.435)"
    press(qtbot, window, Qt.Key.Key_Delete)
    assert window.session is not None
    assert not window.session.store.proposal_sets.list()
    window.menus.undo.trigger()
    assert stored(window).id == whole.id


def test_search_finds_proposals_and_leads_to_them(
    window: MainWindow, whole: ProposalSet, qtbot: QtBot
) -> None:
    window.go(Place(Room.SEARCH, detail="catering"))
    page = window.page
    assert isinstance(page, SearchPage)
    qtbot.waitUntil(lambda: bool(page.records.list.leads()), timeout=SOON)
    page.records.list.setFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    tab = the_room(window).set.tab
    assert isinstance(tab, ProposalsTab)
    assert "catering" in tab.detail.name.text().casefold()
    assert whole.proposals
