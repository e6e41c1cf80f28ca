from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from scrutiny_app.domain.budget.columns import Column, ColumnRole
from scrutiny_app.domain.budget.figures import MoneyUnit
from scrutiny_app.domain.budget.importing import (
    ProposalPreview,
    choose_role,
    preview_proposals,
    refuse_unsound,
    settle_proposals,
)
from scrutiny_app.domain.budget.proposal import Consultation, OptionType, ProposalDetails, Rating
from scrutiny_app.domain.budget.table import ImportChoices
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.financial_year import FinancialYear
from scrutiny_app.domain.read_table import CellLine, ReadCell, ReadTable, TableFile
from scrutiny_app.rulebook.budget_columns import budget_columns
from scrutiny_app.rulebook.budget_rules import budget_rules
from tests.build import a_key

HEAD = "Ref|Proposal|What would change|2024/25 £m|2025/26 £m|Total £m|Posts FTE"
ROW = "A-1|Fewer buses|Two buses fewer run.|(0.100)|(0.050)|(0.150)|(2)"


def a_table(*lines: str, before: tuple[str, ...] = (), name: str = "the table") -> ReadTable:
    """A table whose cells stand between bars, row by row."""
    return ReadTable(
        name,
        tuple(
            tuple(
                ReadCell((CellLine(text),) if text else (), f"row {number}, column {column}")
                for column, text in enumerate(line.split("|"), start=1)
            )
            for number, line in enumerate(lines, start=1)
        ),
        before,
    )


def previewed(*tables: ReadTable, choices: ImportChoices | None = None) -> ProposalPreview:
    file = TableFile("budget.csv", tables)
    return preview_proposals(file, budget_columns(), budget_rules().reference, choices)


def messages(*lines: str, choices: ImportChoices | None = None) -> list[str]:
    return [one.message for one in previewed(a_table(*lines), choices=choices).problems]


def test_a_row_becomes_a_proposal_whose_figures_remember_their_cells() -> None:
    preview = previewed(a_table(HEAD, ROW))
    (one,) = preview.proposals
    assert preview.problems == ()
    assert (one.references, one.title, one.narrative) == (
        ("A-1",),
        "Fewer buses",
        "Two buses fewer run.",
    )
    assert [(y.year.label, y.amount.pounds, y.amount.text) for y in one.years] == [
        ("2024/25", -100_000, "(0.100)"),
        ("2025/26", -50_000, "(0.050)"),
    ]
    assert one.years[0].amount.place == "row 2, column 4"
    assert one.cumulative is not None
    assert (one.cumulative.pounds, one.posts.fte) == (-150_000, Decimal(-2))
    assert (preview.unit, preview.rounded_to, one.place) == (MoneyUnit.MILLIONS, 1000, "row 2")


def test_columns_may_stand_in_any_order_under_any_of_their_names() -> None:
    head = "FTE|Cumulative impact £000|2025-26 £000|2024-25 £000|Title|Directorate|Reference"
    (one,) = previewed(a_table(head, "-1.5|-150|-50|-100|Fewer buses|Travel|A-1")).proposals
    assert [y.amount.pounds for y in one.years] == [-100_000, -50_000]
    assert (one.posts.fte, one.department, one.reference) == (Decimal("-1.5"), "Travel", "A-1")


def test_titles_above_groups_between_and_totals_below_are_told_from_proposals() -> None:
    preview = previewed(
        a_table(
            "Savings of the council||||||",
            "Transport savings (£m)||||||",
            HEAD,
            "Proposals for public consultation||||||",
            ROW,
            "||Sub-total, consultation|(0.100)|(0.050)|(0.150)|(2)",
            "Rising costs and growth||||||",
            "G-1|Fuel|It costs more.|0.200|0.000|0.200|0",
            "Total|||0.100|(0.050)|0.050|(2)",
        )
    )
    assert [(one.service, one.group) for one in preview.proposals] == [
        ("Transport", "Proposals for public consultation"),
        ("Transport", "Rising costs and growth"),
    ]
    assert [one.consultation for one in preview.proposals] == [
        Consultation.PUBLIC,
        Consultation.UNSTATED,
    ]
    assert preview.proposals[1].option is OptionType.GROWTH
    assert [(one.label, one.group) for one in preview.printed_totals] == [
        ("Sub-total, consultation", "Proposals for public consultation"),
        ("Total", "Rising costs and growth"),
    ]


def test_a_total_in_a_file_with_columns_for_service_and_group_is_of_these() -> None:
    head = f"Service|Section|{HEAD}"
    preview = previewed(a_table(head, f"Travel|Other|{ROW}", "Travel|Other|||Total: other|1|0|1|0"))
    (total,) = preview.printed_totals
    assert (total.label, total.service, total.group) == ("Total: other", "Travel", "Other")


def test_a_table_that_goes_on_keeps_its_headings_and_repeated_ones_are_no_rows() -> None:
    first = a_table(HEAD, "Other proposals||||||", ROW, before=("3 Education savings 2024/25:",))
    second = a_table(HEAD, ROW.replace("A-1", "A-2"), HEAD, ROW.replace("A-1", "A-3"))
    preview = previewed(first, second)
    assert [(one.reference, one.service, one.group) for one in preview.proposals] == [
        (f"A-{n}", "Education", "Other proposals") for n in (1, 2, 3)
    ]


def test_a_row_that_a_page_cut_is_put_together_and_that_is_told() -> None:
    first = a_table(HEAD, ROW)
    second = a_table(HEAD, "||and none at night.||||")
    preview = previewed(first, second)
    assert preview.proposals[0].narrative == "Two buses fewer run. and none at night."
    assert "taken as the rest of A-1" in preview.problems[0].message


def test_several_references_in_one_cell_are_one_row() -> None:
    for cell in ("A-1 A-2", "A-1, A-2", "A-1 & A-2", "A-1/A-2"):
        preview = previewed(a_table(HEAD, ROW.replace("A-1", cell)))
        assert preview.references == ("A-1", "A-2")
        assert preview.problems == ()


def test_every_problem_of_every_row_is_told_at_once_with_its_cell() -> None:
    assert messages(
        HEAD,
        "A-1|Fewer buses|Less.|(0.1o0)|(0.050)|lots|(2)",
        "|Nothing to call it by|Less.|(0.100)|0|(0.100)|0",
        "A-3||Less.|||| ",
    ) == [
        'Row 2, column 6: "lots" is not a number. Write it as (0.145) or 0.145.',
        'Row 2, column 4: "(0.1o0)" is not a number. Write it as (0.145) or 0.145.',
        "Row 3 has figures and no reference. Add it at row 3, column 1.",
        "Row 4, A-3, has no figures. Add them.",
    ]


def test_a_file_without_headings_is_told_what_is_looked_for_and_what_it_begins_with() -> None:
    (message,) = messages("Name|Age", "Jo|7")
    assert "a row of headings is needed" in message
    assert "begins at row 1, column 1 with: Name, Age." in message
    assert "has headings and no row of figures" in messages(HEAD)[0]


def test_an_unsaid_unit_is_asked_for_unless_decimals_tell_it() -> None:
    head = HEAD.replace(" £m", "")
    preview = previewed(a_table(head, ROW))
    assert preview.unit is MoneyUnit.MILLIONS
    assert "taken as millions" in preview.problems[0].message
    whole = "A-1|Fewer buses|Less.|(100)|(50)|(150)|(2)"
    assert "pounds, thousands or millions" in messages(head, whole)[0]
    told = previewed(a_table(head, whole), choices=ImportChoices(unit=MoneyUnit.THOUSANDS))
    assert told.proposals[0].stated == -150_000
    assert (told.problems, told.rounded_to) == ((), 1000)


def test_a_column_is_what_the_officer_says_it_is() -> None:
    lines = ("Code|Thing|Now £m", "A-1|Fewer buses|(0.100)")
    assert "a row of headings is needed" in messages(*lines)[0]
    choices = ImportChoices(
        {
            "Code": ColumnRole(Column.REFERENCE),
            "Thing": ColumnRole(Column.TITLE),
            "Now £m": ColumnRole(Column.YEAR, FinancialYear(2024)),
        }
    )
    (one,) = previewed(a_table(*lines), choices=choices).proposals
    assert (one.reference, one.title, one.stated) == ("A-1", "Fewer buses", -100_000)


def test_a_role_that_is_chosen_is_taken_from_the_column_that_had_it() -> None:
    lines = ("Ref|Title|Heading|2024/25", "DP(A)-2401|Long|Short|(0.100)")
    (table,) = previewed(a_table(*lines)).tables
    choices = choose_role(ImportChoices(), table, "Heading", ColumnRole(Column.TITLE))
    preview = previewed(a_table(*lines), choices=choices)
    assert preview.proposals[0].title == "Short"
    assert [one.role.column for one in preview.tables[0].columns[1:3]] == [
        Column.IGNORED,
        Column.TITLE,
    ]


def test_the_preview_keeps_the_rows_as_read_also_of_a_table_nobody_understood() -> None:
    (table,) = previewed(a_table("Ref|Title|2024/25", "DP(A)-2401|A|(0.100)")).tables
    assert table.read
    assert [[cell.text for cell in row] for row in table.rows] == [["DP(A)-2401", "A", "(0.100)"]]
    (odd,) = previewed(a_table("Our savings||", "Code|What|Next year", "x|A|(0.100)")).tables
    assert not odd.read
    assert [one.heading for one in odd.columns] == ["Code", "What", "Next year"]
    assert [cell.text for cell in odd.rows[0]] == ["x", "A", "(0.100)"]


def test_the_details_of_a_proposal_are_read_where_there_are_columns_for_them() -> None:
    head = f"{HEAD}|EIA|Wards|Client groups|Owner|Cabinet member|RAG|Start date|Conditions|Funding"
    tail = "EIA 7|Tannery; Castle Fold|pupils|Head of Fleet|Cllr Garth|Amber|July|if agreed|grant"
    (one,) = previewed(a_table(head, f"{ROW}|{tail}")).proposals
    assert one.details == ProposalDetails(
        "if agreed", "grant", "EIA 7", ("Tannery", "Castle Fold"), ("pupils",), "Head of Fleet",
        "Cllr Garth", Rating.AMBER, "July",
    )  # fmt: skip


def test_text_that_looks_like_a_formula_stays_text() -> None:
    (one,) = previewed(a_table(HEAD, ROW.replace("Fewer buses", "=1+1"))).proposals
    assert one.title == "=1+1"
    assert '"=1+1" is not a number' in messages(HEAD, ROW.replace("(0.150)", "=1+1"))[0]


def test_an_option_type_nobody_knows_is_kept_as_text_and_told() -> None:
    preview = previewed(a_table(f"{HEAD}|Option type", f"{ROW}|Magic"))
    assert (preview.proposals[0].option, preview.proposals[0].option_text) == (
        OptionType.UNSTATED,
        "Magic",
    )
    assert '"Magic" is not an option type' in preview.problems[0].message


def test_a_file_with_errors_or_without_the_year_is_refused() -> None:
    refuse_unsound(previewed(a_table(HEAD, ROW)), FinancialYear(2024))
    with pytest.raises(WrongInput, match="figures for 2024/25, 2025/26 and none for 2030/31"):
        refuse_unsound(previewed(a_table(HEAD, ROW)), FinancialYear(2030))
    wrong = previewed(a_table(HEAD, ROW.replace("(2)", "two"), ROW.replace("(0.150)", "x")))
    with pytest.raises(WrongInput, match=r'column 7: "two".*column 6: "x"'):
        refuse_unsound(wrong, FinancialYear(2024))


def test_what_was_there_keeps_its_key_and_what_was_added_by_hand() -> None:
    (read,) = previewed(a_table(HEAD, ROW)).proposals
    (first,) = settle_proposals([read], (), a_key)
    by_hand = replace(first, details=ProposalDetails(owner="Head of Fleet", eia="EIA 1"))
    newer = replace(read, title="Fewer trams", details=ProposalDetails(eia="EIA 2"))
    again, fresh = settle_proposals([newer, newer], [by_hand], a_key)
    assert again.id == first.id
    assert fresh.id not in (first.id, read.id)
    assert again.details == ProposalDetails(owner="Head of Fleet", eia="EIA 2")
    assert again.title == "Fewer trams"
