"""Delimited tables: delimiters, headers, lines, and everything that can be wrong with them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebuild.diagnostics import GuideError
from guidebuild.importers.reading.table import Table, open_table, read_table

COLUMNS = {"title": ("Job Title", "job"), "pay": ("Pay",)}


def table(text: str, **options: object) -> Table:
    lines = io.StringIO(text, newline="\n")
    return read_table(lines, "jobs.csv", COLUMNS, **options)  # type: ignore[arg-type]


def rows(text: str, **options: object) -> list[tuple[int, str, str]]:
    return [(row.line, row.cells["title"], row.cells["pay"]) for row in table(text, **options)]


def refused(text: str, **options: object) -> list[str]:
    with pytest.raises(GuideError) as caught:
        list(table(text, **options))
    return [str(problem) for problem in caught.value.diagnostics]


@pytest.mark.parametrize("sign", ["\t", ",", ";", "|"])
def test_the_delimiter_is_told_from_the_header(sign: str) -> None:
    text = f"Job Title{sign}Pay{sign}Place\r\nBaker{sign}20{sign}Ulm\r\n"
    assert rows(text) == [(2, "Baker", "20")]


def test_a_delimiter_in_quotation_marks_is_none() -> None:
    assert rows('"Job Title";"Pay, in Euro, a year";Pay\nBaker;x,y;20\n') == [(2, "Baker", "20")]


def test_a_line_that_names_the_delimiter_is_obeyed() -> None:
    assert rows("sep=;\nJob Title;Pay\nBaker;20,5\n") == [(3, "Baker", "20,5")]


def test_names_are_compared_without_case_and_punctuation_and_the_first_known_one_counts() -> None:
    assert rows("PAY,job,JOB_TITLE\n20,no,Baker\n") == [(2, "Baker", "20")]


def test_lines_are_counted_through_line_breaks_in_cells_and_blank_lines() -> None:
    text = '\n\nJob Title,Pay\n"Baker\nand miller",20\n\n  \nCook,30\n'
    assert rows(text) == [(4, "Baker\nand miller", "20"), (8, "Cook", "30")]


def test_line_ends_of_old_are_line_ends() -> None:
    assert rows("Job Title,Pay\rBaker,20\rCook,30\r") == [(2, "Baker", "20"), (3, "Cook", "30")]


def test_quotation_marks_are_plain_characters_where_cells_are_not_quoted() -> None:
    assert rows('Job Title\tPay\n"Baker\t20\n', quoted=False) == [(2, '"Baker', "20")]


def test_every_missing_column_is_told_at_the_header_with_the_nearest_name() -> None:
    told = refused("\nJob Titel,Wage\nBaker,20\n")
    assert len(told) == 2
    assert "jobs.csv:2:1: error[missing-column]: there is no column 'Job Title' (nor 'job')" in told[0]
    assert "did you mean 'Job Titel'?" in told[0]
    assert "the columns are 'Job Titel', 'Wage'" in told[1]


def test_an_optional_column_that_is_missing_has_empty_cells() -> None:
    found = table("Job Title\nBaker\n", optional=["pay"])
    assert "pay" not in found
    assert [row.cells for row in found] == [{"title": "Baker", "pay": ""}]


def test_rows_of_another_width_are_left_out_counted_and_told() -> None:
    found = table("Job Title,Pay\nBaker\nCook,30\nMiller,1,2\nSmith,40,,\n")
    assert [row.cells["title"] for row in found] == ["Cook", "Smith"]
    assert found.read == 2
    (note,) = found.notes
    assert str(note).startswith("jobs.csv:2:1: warning[odd-rows]: 2 rows have another number of cells")
    assert "lines 2, 4" in note.message


def test_a_quotation_mark_without_its_fellow_is_told_and_the_rest_is_read() -> None:
    long = "".join(f"Cook {number},30\n" for number in range(12_000))
    found = table('Job Title,Pay\nBaker,"20\n' + long)
    read = list(found)
    assert 0 < len(read) < 12_000
    assert found.notes[0].code == "unreadable-row"
    assert found.notes[0].span is not None
    assert found.notes[0].span.line == 2
    assert "quotation mark" in found.notes[0].hints[0]


def test_a_table_full_of_enormous_cells_is_given_up() -> None:
    wide = "x" * 140_000 + ",1\n"
    told = refused("Job Title,Pay\n" + wide * 25)
    assert any("reading stops here" in problem for problem in told)


@pytest.mark.parametrize("text", ["", "\n\n \n", "\ufeff"])
def test_an_empty_file_is_refused(text: str) -> None:
    assert refused(text) == ["jobs.csv:1:1: error[empty-table]: the file is empty"]


@pytest.mark.parametrize(
    ("data", "title"),
    [
        ("Job Title;Pay\nBäcker;1\n".encode("utf-8-sig"), "Bäcker"),
        ("Job Title\tPay\nBäcker\t1\n".encode("utf-16"), "Bäcker"),
        ("Job Title,Pay\nBäcker,1\n".encode("utf-32"), "Bäcker"),
        ("Job Title,Pay\nBäcker,1\n".encode("cp1252"), "Bäcker"),
    ],
)
def test_files_in_the_usual_encodings_are_read(tmp_path: Path, data: bytes, title: str) -> None:
    file = tmp_path / "jobs.csv"
    file.write_bytes(data)
    with open_table(file, COLUMNS) as found:
        assert [row.cells["title"] for row in found] == [title]


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (b"PK\x03\x04 a workbook", "not-text", ""),
        (b"Job Title,Pay\nBa\0ker,1\n", "not-text", ":2:3"),
        (b"Job Title,Pay\n" + b"Baker,1\n" * 30_000 + b"B\xc3\xa4\0,1\n", "not-text", ":30002:3"),
        (b"", "empty-table", ":1:1"),
        (b"Job Title,Pay\n" + b"x" * 1_200_000, "line-too-long", ":2:1"),
    ],
)
def test_files_that_are_no_table_are_refused(tmp_path: Path, data: bytes, code: str, place: str) -> None:
    file = tmp_path / "jobs.csv"
    file.write_bytes(data)
    with pytest.raises(GuideError) as caught, open_table(file, COLUMNS) as found:
        list(found)
    assert [problem.code for problem in caught.value.diagnostics] == [code]
    assert str(caught.value.diagnostics[0].span).endswith(f"jobs.csv{place}")


def test_what_an_open_quotation_mark_swallows_is_told_with_its_lines() -> None:
    found = table('Job Title,Pay\n"Baker,1\nCook,"2"\nTailor,4\n')
    assert [row.cells["title"] for row in found] == ["Tailor"]
    assert [str(note).split("\n")[0] for note in found.notes] == [
        "jobs.csv:2:1: warning[unreadable-row]: a cell opens here and runs on to line 3: "
        "what stands between is left out"
    ]
    found = table('Job Title,Pay\nBaker,1\nCook,"2\nSmith,3\nTailor,4\n')
    assert [row.line for row in found] == [2, 3]
    assert [str(note).split("\n")[0] for note in found.notes] == [
        "jobs.csv:3:1: warning[open-quote]: a quotation mark opens a cell here and none closes it: "
        "all up to line 5 was read as that cell"
    ]


def test_a_last_cell_of_several_lines_is_no_open_quotation_mark() -> None:
    found = table('Job Title,Pay\nBaker,"1\n2"\n')
    assert [row.cells["pay"] for row in found] == ["1\n2"]
    assert found.notes == []


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(GuideError), open_table(path, COLUMNS):
            pass


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\ufeff"), max_size=12)


@given(st.lists(st.tuples(CELL, CELL), max_size=8), st.sampled_from(["\t", ",", ";", "|"]))
def test_what_a_spreadsheet_writes_is_read_back(cells: list[tuple[str, str]], sign: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=sign, quoting=csv.QUOTE_ALL)
    writer.writerows([("Job Title", "Pay"), *cells])
    got = [(title, pay) for _, title, pay in rows(out.getvalue())]
    assert got == [(title.strip(), pay.strip()) for title, pay in cells]


@given(st.text(alphabet='ab,;\t|"\n\r ', max_size=80))
def test_no_table_makes_it_fall_over(text: str) -> None:
    for row in table("Job Title,Pay\n" + text):
        assert set(row.cells) == {"title", "pay"}
