"""The sample council's papers: their lengths, their sums, and that everything in them is invented.

The bound sample pack has the page structure of a real one only while each paper keeps its length.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from scrutiny_app.documents.markdown import document_from_markdown
from scrutiny_app.documents.pdf.drawing import draw_pdf
from scrutiny_app.domain.budget.finding import CheckSeverity
from scrutiny_app.domain.budget.proposal import BudgetProposal
from scrutiny_app.domain.committee import Role, Seat, VotingScope
from scrutiny_app.domain.meeting_file import MeetingFile, read_meeting_file
from scrutiny_app.jobs.budget.check_budget import check_budget
from scrutiny_app.jobs.budget.find_budget import WantedBudget, find_budget
from scrutiny_app.jobs.budget.preview_budget import preview_budget
from scrutiny_app.jobs.make_sample import WORKSPACE, make_sample
from scrutiny_app.resource_files import resource
from scrutiny_app.rulebook.house_styles import house_style
from tests.build import NOW
from tests.store.workspaces import read

SAMPLE = resource("sample")
PAPERS = tomllib.loads((SAMPLE / "papers.toml").read_text(encoding="utf-8"))["paper"]
NAMES = [paper["name"] for paper in PAPERS]

# Headings of the budget report above its tables
SERVICES = ("## 3 Children's social care (£m)", "## 4 Education (£m)")
SUMMARY = "### All proposals (£m)"

EXPECTED_LENGTHS = {
    "03": 6,
    "04a": 3,
    "04b": 11,
    "04c": 11,
    "04d": 5,
    "04e": 4,
    "04f": 5,
    "05a": 3,
    "05b": 6,
    "06a": 2,
    "06b": 1,
    "06c": 2,
}
EXPECTED_SPANS = {3: (3, 8), 4: (9, 52), 5: (53, 62), 6: (63, 68)}
EXPECTED_BLANKS = [12, 24, 36, 42, 52, 56, 66]

_FIGURE = re.compile(r"\(?\d+\.\d+\)?")
# Ofcom keeps 01632 960000 to 960999 for drama; .example is reserved by RFC 2606
_TELEPHONE = re.compile(r"\b0\d[\d ]{7,}\d\b")
_DRAMA_TELEPHONE = re.compile(r"01632 960\d{3}")
_DOMAIN = re.compile(r"(?:@|www\.|https?://)([\w.-]*\w)")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")


def text_of(name: str) -> str:
    """The Markdown of one paper."""
    return (SAMPLE / "papers" / f"{name}.md").read_text(encoding="utf-8")


def meeting_file() -> MeetingFile:
    """The sample's meeting file, read as the program reads it."""
    return read_meeting_file((SAMPLE / "meeting.toml").read_text(encoding="utf-8"), "meeting.toml")


@pytest.fixture(scope="module")
def drawn_lengths() -> dict[str, int]:
    """How many pages each paper has when it is drawn."""
    style = house_style("nottingham")
    lengths = {}
    for paper in PAPERS:
        document = document_from_markdown(
            text_of(paper["name"]),
            title=paper["title"],
            author=paper["author"],
            landscape=paper["landscape"],
        )
        lengths[paper["name"]] = draw_pdf(document, style).pages
    return lengths


def test_each_paper_draws_to_the_length_that_the_pack_needs(drawn_lengths: dict[str, int]) -> None:
    assert {name.split("-")[0]: pages for name, pages in drawn_lengths.items()} == EXPECTED_LENGTHS
    assert drawn_lengths == {paper["name"]: paper["pages"] for paper in PAPERS}


def test_papers_that_start_on_right_hand_pages_fill_68_pages(
    drawn_lengths: dict[str, int],
) -> None:
    spans: dict[int, tuple[int, int]] = {}
    blanks = []
    page = 3  # the front sheet is two pages
    for number, item in enumerate(meeting_file().items, start=1):
        first = page
        for paper in item.papers:
            page += drawn_lengths[Path(paper.file).stem]
            if page % 2 == 0:
                blanks.append(page)
                page += 1
        if item.papers:
            spans[number] = (first, page - 1)

    assert spans == EXPECTED_SPANS
    assert blanks == EXPECTED_BLANKS


def test_every_paper_of_the_meeting_is_written_and_no_other() -> None:
    listed = [paper.file for item in meeting_file().items for paper in item.papers]

    assert listed == [f"papers/{name}.pdf" for name in NAMES]
    assert sorted(path.stem for path in (SAMPLE / "papers").glob("*.md")) == sorted(NAMES)


def test_the_committee_has_a_chair_a_vice_chair_and_an_education_co_optee() -> None:
    members = meeting_file().members

    assert len(members) == 9
    assert [member.role for member in members[:2]] == [Role.CHAIR, Role.VICE_CHAIR]
    co_optees = [member for member in members if member.seat is Seat.CO_OPTEE]
    assert [member.voting for member in co_optees] == [VotingScope.EDUCATION]


def test_the_minutes_end_at_the_number_before_the_first_of_this_meeting() -> None:
    numbers = [int(number) for number in re.findall(r"^## (\d+) ", text_of(NAMES[0]), re.MULTILINE)]

    assert numbers == list(range(24, 31))
    assert meeting_file().first_minute_number == 31


@dataclass(frozen=True)
class BudgetRow:
    """A row of figures: four years, their total and posts. Totals of a group have no reference."""

    reference: str
    label: str
    figures: tuple[Decimal, ...]


def figure(cell: str) -> Decimal:
    """A figure as printed, brackets for a reduction."""
    text = cell.strip("* ")
    assert _FIGURE.fullmatch(text), text
    return -Decimal(text.strip("()")) if text.startswith("(") else Decimal(text)


def budget_rows(section: str) -> Iterator[BudgetRow]:
    """The rows with figures in the tables below a heading of the budget report."""
    text = text_of("05b-budget-proposals-report-2027-28")
    below = text.split(f"{section}\n", 1)[1].split("\n#", 1)[0]
    for line in below.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and _FIGURE.search(cells[-1]):
            label = " ".join(cell.strip("*") for cell in cells[1:-6]).strip()
            figures = tuple(figure(cell) for cell in cells[-6:])
            yield BudgetRow(cells[0].strip("*"), label, figures)


def added(rows: list[BudgetRow]) -> tuple[Decimal, ...]:
    """The rows' figures, column by column."""
    return tuple(
        sum(column, Decimal(0)) for column in zip(*(row.figures for row in rows), strict=True)
    )


@pytest.mark.parametrize("section", SERVICES)
def test_the_budget_adds_up_by_year_and_by_group(section: str) -> None:
    group: list[BudgetRow] = []
    totals = 0
    for row in budget_rows(section):
        assert sum(row.figures[:4]) == row.figures[4], row
        if row.reference:
            group.append(row)
        else:
            assert row.figures == added(group), row.label
            group, totals = [], totals + 1

    assert totals == 3
    assert not group


def test_the_budget_summary_agrees_with_the_proposals() -> None:
    summary = list(budget_rows(SUMMARY))
    expected = []
    for sign in (1, -1):
        for section in SERVICES:
            rows = [row for row in budget_rows(section) if row.reference]
            expected.append(added([row for row in rows if is_growth(row) == (sign > 0)]))

    assert [row.figures for row in summary[:-1]] == expected
    assert summary[-1].figures == added(summary[:-1])


def is_growth(row: BudgetRow) -> bool:
    """Growth has references of its own: a saving can cost money in its first year."""
    return row.reference.startswith("CG-")


def test_the_covering_report_states_the_budget_as_the_proposals_do() -> None:
    covering = text_of("05a-scrutiny-of-the-budget-covering-report")
    net = list(budget_rows(SUMMARY))[-1].figures
    before, after = Decimal("78.640"), Decimal("82.199")

    assert before + net[0] == after
    for amount in (before, after, net[4]):
        assert f"£{amount}m" in covering


@pytest.mark.parametrize("name", [*NAMES, "meeting.toml", "papers.toml"])
def test_addresses_and_telephone_numbers_are_from_reserved_ranges(name: str) -> None:
    path = SAMPLE / name if name.endswith(".toml") else SAMPLE / "papers" / f"{name}.md"
    text = path.read_text(encoding="utf-8")

    assert all(_DRAMA_TELEPHONE.fullmatch(one) for one in _TELEPHONE.findall(text))
    assert all(domain.endswith(".example") for domain in _DOMAIN.findall(text))
    # KZ is the area of no post town
    assert all(postcode.startswith("KZ") for postcode in _POSTCODE.findall(text))


def test_no_two_paragraphs_of_the_papers_are_alike() -> None:
    paragraphs = [
        paragraph
        for name in NAMES
        for paragraph in text_of(name).split("\n\n")
        if len(paragraph) > 120 and not paragraph.startswith("|")
    ]
    # The three letters are addressed alike
    without_addresses = [one for one in paragraphs if not _POSTCODE.search(one)]

    assert [one for one, count in Counter(without_addresses).items() if count > 1] == []


def test_the_sample_budget_file_has_the_proposals_of_the_sample_budget_paper(
    tmp_path: Path,
) -> None:
    paper = next(one for one in PAPERS if one["name"].startswith("05b"))
    document = document_from_markdown(
        text_of(paper["name"]), title="Budget", author="Kelsham", landscape=True
    )
    printed = tmp_path / "05b.pdf"
    printed.write_bytes(draw_pdf(document, house_style("nottingham")).data)
    from_paper = preview_budget(printed).preview
    from_file = preview_budget(SAMPLE / "budget" / "2027-28.csv").preview
    assert (from_paper.errors, from_file.errors) == ((), ())
    assert [facts_of(one) for one in from_paper.proposals] == [
        facts_of(one) for one in from_file.proposals
    ]
    assert len(from_paper.printed_totals) == len(from_file.printed_totals) == 6


def facts_of(one: BudgetProposal) -> tuple[object, ...]:
    years = tuple(year.amount.pounds for year in one.years)
    return one.references, one.title, one.narrative, one.service, one.group, years, one.posts.fte


def test_the_sample_budget_finds_no_errors_and_what_comes_back_from_last_year(
    tmp_path: Path,
) -> None:
    make_sample(tmp_path, "Jo Field", NOW)
    with read(tmp_path / WORKSPACE) as store:
        whole = find_budget(store, WantedBudget())
        findings = check_budget(store, whole)
    assert not [one for one in findings if one.severity is CheckSeverity.ERROR]
    assert [one.reference for one in findings if one.check.id == "B19"] == ["CL-04", "CL-12"]
