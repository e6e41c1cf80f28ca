from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from scrutiny_app.documents.blocks import (
    Align,
    Cell,
    Column,
    Heading,
    ListBlock,
    Marker,
    NumberedParagraph,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Table,
    Title,
    plain,
)
from scrutiny_app.documents.pdf.drawing import draw_pdf
from scrutiny_app.domain.errors import WrongInput
from tests.documents.drawn import (
    LOREM,
    NOTTINGHAM,
    a_document,
    a_picture,
    a_table,
    a_table_with_lists,
    cells,
    page_texts,
    structure,
    tags,
)


def test_a_document_is_tagged_in_the_order_it_is_read() -> None:
    document = a_document(
        Title(plain("Title")),
        Heading(1, plain("Purpose"), number="1"),
        NumberedParagraph("1.1", plain("To agree.")),
        ListBlock(Marker.LETTER, (plain("one"), plain("two"))),
        Signature("Chair", "Date"),
    )
    assert tags(draw_pdf(document, NOTTINGHAM).data) == [
        *("Document", "H1", "H2", "P", "L"),
        *("LI", "Lbl", "LBody", "LI", "Lbl", "LBody", "P"),
    ]


def test_a_table_tells_which_cells_are_headings_and_what_it_is_for() -> None:
    table = a_table(1, row_headers=True, summary="Who came")
    whole = structure(draw_pdf(a_document(table), NOTTINGHAM).data).kids[0]
    assert [node.tag for node in whole.walk()] == [
        *("Table", "TR", "TH", "TH", "TH", "TR", "TH", "TD", "TD")
    ]
    assert [node.attributes.get("/Scope") for node in whole.walk() if node.tag == "TH"] == [
        *["/Column"] * 3,
        "/Row",
    ]
    assert whole.attributes["/Summary"] == "Who came"


def test_lists_in_a_cell_are_lists_to_a_screen_reader() -> None:
    data = draw_pdf(a_document(a_table_with_lists()), NOTTINGHAM).data
    row = [node for node in structure(data).walk() if node.tag == "TR"][1]
    assert [node.tag for node in row.walk()] == [
        *("TR", "TD", "TD", "L", "LI", "Lbl", "LBody", "P", "P", "L"),
        *("LI", "Lbl", "LBody", "P", "LI", "Lbl", "LBody", "P", "LI", "Lbl", "LBody", "P"),
    ]
    assert "• Rents" in " ".join(page_texts(data)[0].split())


def test_a_picture_is_read_out_in_words_and_says_where_it_stands() -> None:
    drawn = draw_pdf(a_document(Paragraph(plain("Above")), a_picture()), NOTTINGHAM)
    with pikepdf.open(io.BytesIO(drawn.data)) as pdf:
        figure = next(
            one
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == pikepdf.Name.Figure
        )
        assert str(figure.Alt) == "A box leads to a triangle."
        left, bottom, right, top = (float(edge) for edge in figure.A.BBox)
        assert (round(right - left), round(top - bottom)) == (210, 100)


def test_a_picture_wider_than_the_page_is_made_smaller() -> None:
    picture = replace(a_picture(), width=2100.0)
    with pikepdf.open(io.BytesIO(draw_pdf(a_document(picture), NOTTINGHAM).data)) as pdf:
        boxes = [
            one.A.BBox
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == pikepdf.Name.Figure
        ]
        assert float(boxes[0][2]) <= float(pdf.pages[0].mediabox[2])


def test_every_stretch_of_marked_text_belongs_to_one_element() -> None:
    blocks = [Paragraph(plain(LOREM * 3)) for _ in range(12)]
    data = draw_pdf(a_document(a_table(60), *blocks, page_numbers=True), NOTTINGHAM).data
    claimed = [mark for node in structure(data).walk() for mark in node.marks]
    drawn = [(page, mark) for page, marks in enumerate(_marks(data)) for mark in marks]
    assert sorted(claimed) == sorted(drawn)


def _marks(data: bytes) -> list[list[int]]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [
            [
                int(step.operands[1].MCID)
                for step in pikepdf.parse_content_stream(page, "BDC")
                if str(step.operator) == "BDC"
            ]
            for page in pdf.pages
        ]


def test_heading_levels_never_skip_one_for_a_screen_reader() -> None:
    document = a_document(Heading(3, plain("Deep")), Heading(6, plain("Deeper")))
    assert tags(draw_pdf(document, NOTTINGHAM).data) == ["Document", "H1", "H2"]


def test_headings_become_bookmarks_one_below_another() -> None:
    document = a_document(
        Title(plain("Title")),
        Heading(1, plain("Purpose"), number="1"),
        Heading(2, plain("Detail")),
        Heading(1, plain("Action"), number="2"),
    )
    with (
        pikepdf.open(io.BytesIO(draw_pdf(document, NOTTINGHAM).data)) as pdf,
        pdf.open_outline() as outline,
    ):
        title = outline.root[0]
        assert [item.title for item in title.children] == ["1 Purpose", "2 Action"]
        assert [item.title for item in title.children[0].children] == ["Detail"]


def test_the_file_names_title_council_and_language_and_no_date_or_program() -> None:
    document = a_document(Title(plain("T")), title="Minutes & more", language="cy-GB")
    with pikepdf.open(io.BytesIO(draw_pdf(document, NOTTINGHAM).data)) as pdf:
        assert {key: str(value) for key, value in pdf.docinfo.items()} == {
            "/Title": "Minutes & more",
            "/Author": "Kelsham City Council",
        }
        assert str(pdf.Root.Lang) == "cy-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        metadata = bytes(pdf.Root.Metadata.read_bytes()).decode()
    assert "Minutes &amp; more" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "Date" not in metadata


def test_the_same_document_gives_the_same_bytes() -> None:
    document = a_document(Title(plain("Ŵy → Łódź")), a_table(50), Paragraph(plain(LOREM)))
    assert draw_pdf(document, NOTTINGHAM) == draw_pdf(document, NOTTINGHAM)


def test_table_headings_are_repeated_on_every_page_but_read_out_once() -> None:
    drawn = draw_pdf(a_document(a_table(70)), NOTTINGHAM)
    texts = page_texts(drawn.data)
    assert len(texts) == drawn.pages == 3
    assert all(text.startswith("First Second Third") for text in texts)
    assert tags(drawn.data).count("TR") == 71


def test_the_last_row_of_a_table_never_stands_alone_on_a_page() -> None:
    for rows in range(20, 36):
        texts = page_texts(draw_pdf(a_document(a_table(rows)), NOTTINGHAM).data)
        assert texts[-1].count("Row") != 1


def test_a_short_table_and_a_list_kept_whole_go_over_to_the_next_page_together() -> None:
    points = tuple(plain(f"point {number}", bold=True) for number in range(4))
    for block, words in (
        (a_table(4), "Row 1"),
        (ListBlock(Marker.NUMBER, points, whole=True), "point 0"),
    ):
        # Whatever room is left below the text, from none to the whole of it
        for lines in range(36, 48):
            body = [Paragraph(plain("line"))] * lines
            text = page_texts(draw_pdf(a_document(*body, block), NOTTINGHAM).data)
            last = words.replace("1", "4").replace("0", "3")
            assert [words in page for page in text] == [last in page for page in text]


def test_what_goes_on_below_a_number_stands_in_as_the_numbered_text_does() -> None:
    document = a_document(
        NumberedParagraph("2.4", plain("wrote")), NumberedParagraph("", plain("wrote"))
    )
    first, second = starts(draw_pdf(document, NOTTINGHAM).data, "wrote")
    assert first == pytest.approx(second, abs=0.5)


def test_a_boxed_table_has_a_frame_and_stands_in_from_it() -> None:
    open_, boxed = (
        draw_pdf(a_document(a_table(1, header_rows=0, boxed=boxed)), NOTTINGHAM).data
        for boxed in (False, True)
    )
    assert starts(boxed, "First")[0] - starts(open_, "First")[0] == pytest.approx(6, abs=0.1)
    # Two rows, each between a frame's two sides and with two lines between its three columns
    assert upright(boxed) == 8
    assert upright(open_) == 0


def upright(data: bytes) -> int:
    """How many lines on the first page go straight down."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        drawn = [
            (str(operator), [float(one) for one in operands])
            for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
            if str(operator) in "ml"
        ]
    return sum(
        (first, then) == ("m", "l") and a[0] == b[0] and a[1] != b[1]
        for (first, a), (then, b) in pairwise(drawn)
    )


def starts(data: bytes, word: str) -> list[float]:
    """Where each occurrence of a word begins on the first page, in points from the left."""
    with pypdfium2.PdfDocument(data) as pdf:
        text = pdf[0].get_textpage()
        search, found = text.search(word), []
        while hit := search.get_next():
            found.append(text.get_charbox(hit[0])[0])
        return found


def test_a_row_longer_than_a_page_goes_on_over_the_page() -> None:
    table = a_table(1, words=LOREM * 30)
    drawn = draw_pdf(a_document(table), NOTTINGHAM)
    words = " ".join(" ".join(page_texts(drawn.data)).split())
    assert drawn.pages > 1
    assert words.count("The committee asked") == 30


def test_a_heading_stays_with_the_text_below_it() -> None:
    for lines in range(38, 50):
        filler = [Paragraph(plain("Line"), keep_with_next=False) for _ in range(lines)]
        blocks = (*filler, Heading(1, plain("Kept")), Paragraph(plain(LOREM * 2)))
        for text in page_texts(draw_pdf(a_document(*blocks), NOTTINGHAM).data):
            if "Kept" in text:
                assert "The committee" in text


def test_a_last_row_that_is_tall_may_open_a_page() -> None:
    heights = set()
    for rows in range(20, 40):
        table = a_table(rows)
        tall = cells("Last", LOREM * 2, "x")
        data = draw_pdf(a_document(replace(table, rows=(*table.rows, tall))), NOTTINGHAM).data
        heights.add("Row" not in page_texts(data)[-1])
    assert heights == {True, False}


def test_a_row_that_runs_on_says_on_the_next_page_which_it_is() -> None:
    row = Cell(tuple(plain(f"Point {number}") for number in range(60)))
    heads = cells("Date", "Items")
    table = Table((Column(1), Column(4)), (heads, (*cells("22 October"), row)), row_headers=True)
    data = draw_pdf(a_document(table), NOTTINGHAM).data
    first, second = page_texts(data)
    assert "22 October" in first
    assert "continued" not in first
    assert " ".join(second.split()).startswith("Date Items")
    assert "22 October" in second
    assert "(continued)" in second
    assert tags(data).count("TH") == 3, "it is read out once"


def test_neither_the_first_point_of_a_list_nor_the_last_stands_alone_on_a_page() -> None:
    for above in range(30, 46):
        points = ListBlock(Marker.NUMBER, tuple(plain(f"Point {number}.") for number in range(4)))
        document = a_document(*(Paragraph(plain("Text")) for _ in range(above)), points)
        for page in page_texts(draw_pdf(document, NOTTINGHAM).data):
            assert page.count("Point") != 1


def test_a_point_stays_with_the_points_below_it() -> None:
    below = ListBlock(Marker.BULLET, (plain("Below."), plain("Below.")), level=1)
    for above in range(30, 46):
        point = ListBlock(Marker.LETTER, (plain("Point"),), keep_with_next=True)
        document = a_document(*(Paragraph(plain("Text")) for _ in range(above)), point, below)
        for page in page_texts(draw_pdf(document, NOTTINGHAM).data):
            assert ("Point" in page) == ("Below." in page)


def test_what_ends_in_a_colon_stays_with_what_it_leads_to() -> None:
    for above in range(30, 46):
        leads = Paragraph(plain("Resolved to:"))
        points = ListBlock(Marker.NUMBER, (plain("note it."),))
        text = (Paragraph(plain("Text")) for _ in range(above))
        drawn = draw_pdf(a_document(*text, leads, points), NOTTINGHAM)
        for page in page_texts(drawn.data):
            assert ("Resolved" in page) == ("note it" in page)


def test_the_first_row_of_a_table_never_stands_alone_below_its_headings() -> None:
    for above in range(20, 36):
        text = (Paragraph(plain("Text")) for _ in range(above))
        for page in page_texts(draw_pdf(a_document(*text, a_table(4)), NOTTINGHAM).data):
            assert page.count("Row") != 1


def test_words_do_not_touch_the_figures_in_the_column_before_them() -> None:
    heads, row = cells("Year", "Total", "Effect"), cells("2027/28", "0.145", "Growth")
    gaps = []
    for align in (Align.LEFT, Align.RIGHT):
        columns = (Column(1), Column(1, align), Column(1))
        data = draw_pdf(a_document(Table(columns, (heads, row))), NOTTINGHAM).data
        gaps.append(_left_edge(data, "G"))
    assert gaps[1] - gaps[0] == pytest.approx(8, abs=0.2)


def _left_edge(data: bytes, letter: str) -> float:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    page = pdf[0].get_textpage()
    edge = page.get_charbox(page.get_text_range().index(letter))[0]
    pdf.close()
    return float(edge)


def test_nobody_signs_a_page_with_nothing_else_on_it() -> None:
    for above in range(25, 40):
        text = (Paragraph(plain("Text")) for _ in range(above))
        drawn = draw_pdf(a_document(*text, Signature("Chair", "Date")), NOTTINGHAM)
        assert "Text" in page_texts(drawn.data)[-1]


def test_who_signs_is_named_in_full_above_the_line_where_the_name_is_long() -> None:
    label = "On behalf of the Joint Health, Care, Housing and Safety Scrutiny Committee"
    text = page_texts(draw_pdf(a_document(Signature(label, "Date")), NOTTINGHAM).data)[0]
    assert " ".join(text.split()) == f"{label} Date"


def test_figures_stand_digit_below_digit_whether_they_have_brackets_or_not() -> None:
    columns = (Column(1), Column(1, Align.FIGURES))
    rows = (cells("Year", "Change"), cells("2027/28", "(0.145)"), cells("2028/29", "0.145"))
    data = draw_pdf(a_document(Table(columns, rows)), NOTTINGHAM).data
    assert len(set(_right_edges(data, "5"))) == 1


def _right_edges(data: bytes, letter: str) -> list[float]:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    page = pdf[0].get_textpage()
    text = page.get_text_range()
    places = [place for place, one in enumerate(text) if one == letter]
    edges = [round(page.get_charbox(place)[2], 1) for place in places]
    pdf.close()
    return edges


def test_the_further_lines_of_a_hung_cell_stand_in() -> None:
    import pypdfium2

    cell = Cell((plain("Councillor Featherstonehaugh, from 10.20 am until noon"),), hung=True)
    table = Table((Column(1), Column(2)), ((cell, *cells("")),), header_rows=0)
    pdf = pypdfium2.PdfDocument(draw_pdf(a_document(table), NOTTINGHAM).data)
    lefts = [round(one.get_bounds()[0]) for one in pdf[0].get_objects() if one.type == 1]
    pdf.close()
    assert lefts[1] - lefts[0] == 11


def test_no_single_line_of_a_paragraph_stands_alone_on_a_page() -> None:
    for lines in range(20, 40):
        filler = [Paragraph(plain("Filler")) for _ in range(lines)]
        long = Paragraph(plain(LOREM * 2))
        texts = page_texts(draw_pdf(a_document(*filler, long), NOTTINGHAM).data)
        counts = [len([one for one in text.split("\n") if one != "Filler"]) for text in texts]
        assert 1 not in counts


def test_a_page_break_starts_a_new_page_and_never_an_empty_one() -> None:
    document = a_document(
        PageBreak(), Paragraph(plain("One")), PageBreak(), PageBreak(), Paragraph(plain("Two"))
    )
    assert page_texts(draw_pdf(document, NOTTINGHAM).data) == ["One", "Two"]


def test_a_document_without_blocks_is_one_empty_page() -> None:
    assert draw_pdf(a_document(), NOTTINGHAM).pages == 1


def test_a_link_that_runs_over_lines_is_one_link_to_a_screen_reader() -> None:
    link = Run("the policy on recording, " * 8, link="https://kelsham.example/recording")
    document = a_document(Paragraph((Run("See "), link, Run(" for more."))))
    paragraph = structure(draw_pdf(document, NOTTINGHAM).data).kids[0]
    assert [kid.tag for kid in paragraph.kids] == ["Link"]
    assert len(paragraph.kids[0].links) > 1
    assert set(paragraph.kids[0].links) == {"https://kelsham.example/recording"}


def test_a_link_to_the_pack_names_its_destination() -> None:
    document = a_document(Paragraph((Run("3 - 8", link="#pack-page-3"),)))
    nodes = structure(draw_pdf(document, NOTTINGHAM).data).walk()
    assert [link for node in nodes for link in node.links] == ["#pack-page-3"]


def test_page_numbers_initials_and_running_head_are_on_the_pages_but_not_read_out() -> None:
    document = a_document(
        Paragraph(plain("One")),
        PageBreak(),
        Paragraph(plain("Two")),
        page_numbers=True,
        initials="Initials",
        running_head="Kelsham",
    )
    drawn = draw_pdf(document, NOTTINGHAM)
    first, second = page_texts(drawn.data)
    assert sorted(first.split()) == ["1", "Initials", "One"]
    assert sorted(second.split()) == ["2", "Initials", "Kelsham", "Two"]
    assert tags(drawn.data) == ["Document", "P", "P"]


def test_a_long_running_head_is_set_whole_above_the_text() -> None:
    head = "Joint committee on health, care, housing and safety of the four councils " * 2
    document = a_document(PageBreak(), Paragraph(plain("Text")), running_head=head.strip())
    document = replace(document, blocks=(Paragraph(plain("One")), *document.blocks))
    text = page_texts(draw_pdf(document, NOTTINGHAM).data)[1]
    assert " ".join(text.split()).count("of the four councils") == 2


def test_a_landscape_document_lies_on_its_side() -> None:
    drawn = draw_pdf(a_document(a_table(2), landscape=True), NOTTINGHAM)
    with pikepdf.open(io.BytesIO(drawn.data)) as pdf:
        assert [round(float(edge)) for edge in pdf.pages[0].mediabox] == [0, 0, 842, 595]


def test_letters_that_the_first_font_lacks_are_set_in_the_second() -> None:
    words = "Cyngor Tŷ Ŵyl, Łódź, Việt Nam, Київ, 1 → 2, ⅖"
    document = a_document(Paragraph(plain(words)))
    data = draw_pdf(document, NOTTINGHAM).data
    assert page_texts(data) == [words]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        names = {str(font.BaseFont) for font in pdf.pages[0].resources.Font.values()}
    assert {name.partition("+")[2] for name in names} == {"Arimo-Regular", "NotoSans-Regular"}


@pytest.mark.parametrize("letter", ["🙂", "中", "א", "अ", "\u0007🎉"])
def test_a_letter_that_no_font_can_set_is_refused_by_name(letter: str) -> None:
    document = a_document(Heading(1, plain(f"A good year {letter} for schools")))
    with pytest.raises(WrongInput) as refusal:
        draw_pdf(document, NOTTINGHAM)
    assert f'"{letter[-1]}"' in str(refusal.value)
    assert f"U+{ord(letter[-1]):04X}" in str(refusal.value)
    assert "A good year" in str(refusal.value)


def test_all_four_faces_are_embedded_and_no_other_font_is_named() -> None:
    runs = tuple(Run(f"{b}{i}", bold=b, italic=i) for b in (False, True) for i in (False, True))
    with pikepdf.open(io.BytesIO(draw_pdf(a_document(Paragraph(runs)), NOTTINGHAM).data)) as pdf:
        fonts = pdf.pages[0].resources.Font
        names = {str(font.BaseFont).partition("+")[2] for font in fonts.values()}
        assert all("/FontFile2" in font.FontDescriptor for font in fonts.values())
    assert names == {"Arimo-Regular", "Arimo-Bold", "Arimo-Italic", "Arimo-BoldItalic"}


def test_text_stands_left_centred_or_right() -> None:
    import pypdfium2

    lefts = []
    for align in Align:
        data = draw_pdf(a_document(Paragraph(plain("Here"), align=align)), NOTTINGHAM).data
        pdf = pypdfium2.PdfDocument(data)
        lefts.append(round(next(iter(pdf[0].get_objects())).get_bounds()[0]))
        pdf.close()
    assert lefts == sorted(lefts)
    assert len(set(lefts)) == 3


def test_lists_are_lettered_beyond_z_by_doubling() -> None:
    points = tuple(plain("point") for _ in range(28))
    text = page_texts(draw_pdf(a_document(ListBlock(Marker.LETTER, points)), NOTTINGHAM).data)
    assert "z) point\naa) point\nbb) point" in "\n".join(text)


def test_a_table_of_many_narrow_columns_cuts_no_word() -> None:
    row = cells("Consultation", "Reference", "a", "b", "September")
    table = Table((Column(1),) * 5, (row, row))
    text = page_texts(draw_pdf(a_document(table), NOTTINGHAM).data)[0]
    assert text.split() == ["Consultation", "Reference", "a", "b", "September"] * 2
