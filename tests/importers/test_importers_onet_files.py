"""The files of a release: found under any of their names, and whatever is wrong with them is told with its place."""

from __future__ import annotations

import datetime as dt
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidebuild.diagnostics import Diagnostic, GuideError
from guidebuild.importers.draft import Draft, plain
from guidebuild.importers.kinds.onet import read_onet
from guidebuild.importers.kinds.onet.layout import TABLES
from guidebuild.model.schema import Role

HERE = Path(__file__).parent / "onet"
KITES = "27-9011.00"


def draft(path: Path, **more: Any) -> Draft:
    more.setdefault("codes", [KITES])
    return read_onet(path, on=dt.date(2026, 11, 24), **more)


def role(path: Path, **more: Any) -> dict[str, Any]:
    facts: dict[str, Any] = plain(draft(path, **more).entries[0].facts)
    return facts


def complaints(path: Path, **more: Any) -> tuple[Diagnostic, ...]:
    with pytest.raises(GuideError) as caught:
        draft(path, **more)
    return caught.value.diagnostics


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "db_29_3_text", tmp_path / "db_29_3_text"))


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "db_30_3_text", tmp_path / "db_30_3_text"))


def zipped(folder: Path, inside: str = "") -> Path:
    path = folder.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for file in sorted(folder.iterdir()):
            made.write(file, f"{inside}{file.name}")
    return path


def change(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_bytes().decode()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    file.write_bytes(text.encode())


# Names of files and columns


@pytest.mark.parametrize("inside", ["", "db_29_3_text/", "downloads/db_29_3_text/"])
def test_a_zip_gives_the_same_roles_as_its_folder(old: Path, inside: str) -> None:
    assert draft(zipped(old, inside)).entries == draft(old).entries


def test_names_of_files_may_be_those_of_the_database(old: Path) -> None:
    before = role(old)
    for file in old.iterdir():
        file.rename(old / file.name.replace(",", "").replace(" ", "_").lower().replace(".txt", ".TSV"))
    assert role(old) == before


def test_names_of_columns_may_be_those_of_the_database_and_names_of_elements_come_from_the_content_model(
    new: Path,
) -> None:
    before = role(new)
    for file in (new / "Essential Skills.txt", new / "Transferable Skills.txt", new / "Knowledge.txt"):
        rows = [line.split("\t") for line in file.read_text().splitlines()]
        rows[0] = [name.lower().replace("o*net-soc", "onetsoc").replace(" ", "_") for name in rows[0]]
        names = {row[1]: row[2] for row in rows[1:]}
        file.write_text("".join("\t".join([*row[:2], *row[3:]]) + "\n" for row in rows))
        with (new / "Content Model Reference.txt").open("a") as model:
            if not model.tell():
                model.write("element_id\telement_name\tdescription\n")
            model.writelines(f"{id}\t{name}\t\n" for id, name in names.items())
    assert role(new)["skills"] == before["skills"]


def test_tables_saved_with_commas_and_quotes_read_the_same(new: Path) -> None:
    import csv

    before = role(new)
    for file in list(new.glob("*.txt")):
        if file.stem != "Read Me":
            rows = [line.split("\t") for line in file.read_bytes().decode().split("\r\n") if line]
            with file.with_suffix(".csv").open("w", newline="") as saved:
                csv.writer(saved, delimiter=";" if file.stem == "Knowledge" else ",").writerows(rows)
            file.unlink()
    assert role(new) == before


def test_cells_that_a_spreadsheet_has_quoted_lose_their_quotes(old: Path) -> None:
    change(
        old / "Task Statements.txt", ("Sew sails, using sewing machines.", '"Sew ""sails"", using machines."')
    )
    assert role(old)["responsibilities"][0]["detail"] == 'Sew "sails", using machines.'


def test_of_old_and_new_names_the_new_ones_count(new: Path) -> None:
    (new / "Skills.txt").write_text("no table at all\n")
    assert role(new) == role(HERE / "db_30_3_text")


def test_half_of_a_table_is_told(new: Path) -> None:
    (new / "Transferable Skills.txt").unlink()
    told = [note.message for note in draft(new).notes if note.code == "missing-file"]
    assert told == [
        "there is no file 'Transferable Skills.txt', so the skills are those of 'Essential Skills.txt' alone"
    ]


def test_interest_areas_of_30_3_are_not_taken_for_interest_types(new: Path) -> None:
    (new / "Career Interest Types.txt").unlink()
    (new / "Specific Interest Areas.txt").rename(new / "Interests.txt")
    assert "interests" not in role(new)


def test_old_releases_have_high_points_of_interest_only(old: Path) -> None:
    lines = (old / "Interests.txt").read_text().splitlines()
    (old / "Interests.txt").write_text("\n".join(line for line in lines if "\tOI\t" not in line))
    assert role(old)["interests"] == ["Artistic", "Realistic", "Enterprising"]
    assert role(old, codes=["53-9021"])["interests"] == ["Conventional", "Realistic"]


# Which release


def test_the_number_comes_from_the_read_me_else_from_the_folder_else_from_the_zip(
    old: Path, new: Path, tmp_path: Path
) -> None:
    assert draft(new.rename(tmp_path / "mine")).source == "onet-30-3"
    assert draft(old.rename(tmp_path / "onet-29.3-sample")).source == "onet-29-3"
    packed = zipped(tmp_path / "onet-29.3-sample").rename(tmp_path / "O*NET 29.3.zip")
    assert draft(packed).source == "onet-29-3"


def test_a_release_without_a_number_is_imported_with_a_warning_unless_it_is_given(
    old: Path, tmp_path: Path
) -> None:
    path = old.rename(tmp_path / "files")
    found = draft(path)
    assert found.source == "onet-database"
    assert plain(found.entries[-1].facts)["credit"].startswith(
        "This guide includes information from the O*NET Database by"
    )
    (warning,) = [note for note in found.notes if note.severity == "warning"]
    assert warning.code == "no-release"
    given_number = draft(path, release="28.1")
    assert given_number.source == "onet-28-1"
    assert "no-release" not in {note.code for note in given_number.notes}


def test_a_number_that_the_release_does_not_have_is_refused(old: Path) -> None:
    (fault,) = complaints(old, release="30.3")
    assert fault.message == "this is release 29.3 (in '.'), not 30.3"
    (fault,) = complaints(old, release="newest")
    assert fault.message == "'newest' is not a release of O*NET"


def test_of_several_releases_one_must_be_chosen(old: Path, new: Path) -> None:
    (fault,) = complaints(old.parent)
    assert fault.code == "which-release"
    assert "29.3 (in 'db_29_3_text'), 30.3 (in 'db_30_3_text')" in fault.message
    assert draft(old.parent, release="30.3").entries == draft(new).entries
    (fault,) = complaints(old.parent, release="28.0")
    assert fault.message.startswith("there is no release 28.0 here, but 29.3")
    shutil.copytree(old, old.parent / "again/db_29_3_text")
    (fault,) = complaints(old.parent, release="29.3")
    assert fault.hints == ("name the folder of one of them",)


# Missing things


def test_only_the_list_of_occupations_is_compulsory(old: Path) -> None:
    for file in old.iterdir():
        if file.name != "Occupation Data.txt":
            file.unlink()
    found = draft(old)
    Role.model_validate({**plain(found.entries[0].facts), "id": "kites"}, strict=False)
    said = {note.message for note in found.notes if note.code == "missing-file"}
    assert "there is no file 'Technology Skills.txt', so there will be no tools" in said
    assert len(said) == sum(bool(table.without) for table in TABLES.values())
    (old / "Occupation Data.txt").unlink()
    (fault,) = complaints(old)
    assert fault.code == "missing-file"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("db_29_3_text.zip", "a zip lies in this folder; name it"),
        ("Occupation Data.xlsx", "download the text release instead"),
        ("01_occupation_data.sql", "download the text release instead"),
        ("notes.md", "name the folder or zip of the text release"),
    ],
)
def test_a_folder_without_a_release_gets_a_hint(tmp_path: Path, name: str, hint: str) -> None:
    (tmp_path / name).touch()
    (fault,) = complaints(tmp_path)
    assert hint in fault.hints[0]


def test_missing_columns_of_all_files_are_told_at_once(old: Path) -> None:
    change(old / "Skills.txt", ("Data Value", "Data Volume"), ("Scale ID", "Scales"))
    change(old / "Job Zones.txt", ("Job Zone", "Zone"))
    found = complaints(old)
    assert [
        (fault.code, fault.span and (Path(fault.span.file).name, fault.span.line)) for fault in found
    ] == [
        ("missing-column", ("Job Zones.txt", 1)),
        ("missing-column", ("Skills.txt", 1)),
        ("missing-column", ("Skills.txt", 1)),
    ]
    assert any("did you mean 'Data Volume'?" in fault.hints for fault in found)


def test_columns_that_are_not_needed_may_be_missing(old: Path) -> None:
    rows = [line.split("\t") for line in (old / "Task Statements.txt").read_text().splitlines()]
    (old / "Task Statements.txt").write_text("".join(f"{row[0]}\t{row[2]}\n" for row in rows))
    assert [duty["detail"].split()[0] for duty in role(old)["responsibilities"]][:3] == [
        "Design",
        "Sew",
        "Teach",
    ]


def test_an_empty_list_of_occupations_is_told(old: Path) -> None:
    (old / "Occupation Data.txt").write_text("O*NET-SOC Code\tTitle\tDescription\n")
    (fault,) = complaints(old)
    assert fault.code == "no-occupations"
    (old / "Occupation Data.txt").write_text("")
    (fault,) = complaints(old)
    assert fault.code == "empty-table"


def test_rows_that_do_not_fit_are_left_out_and_told(old: Path) -> None:
    with (old / "Task Statements.txt").open("a", newline="") as file:
        file.write(f"{KITES}\t999\tHalf a\r\n")
    found = draft(old)
    (warning,) = [note for note in found.notes if note.severity == "warning"]
    assert "line 18" in warning.message
    assert plain(found.entries[0].facts) == role(HERE / "db_29_3_text")


def test_numbers_that_are_none_are_passed_over(old: Path) -> None:
    change(old / "Skills.txt", ("4.12", "n/a"), ("3.50", "high"), ("3.25", "inf"))
    assert [use["skill"] for use in role(old)["skills"]] == ["Design", "Mathematics"]
    change(old / "Job Zones.txt", (f"{KITES}\t3", f"{KITES}\t7"))
    assert "preparation" not in role(old)


def test_an_occupation_without_a_definition_gets_a_sentence_that_says_so(old: Path) -> None:
    change(old / "Occupation Data.txt", ("All computer gardeners not listed separately.", "n/a"))
    found = draft(old, codes=["15-9999"])
    assert plain(found.entries[0].facts)["definition"].startswith("The source names this occupation")
    assert "no-definition" in {note.code for note in found.notes}


def test_very_long_texts_are_cut_and_that_is_told(old: Path) -> None:
    change(old / "Task Statements.txt", ("Sew sails, using", "Sew " + "very " * 200 + "large sails, using"))
    found = draft(old)
    duty = plain(found.entries[0].facts)["responsibilities"][0]["detail"]
    assert len(duty) <= 600
    assert duty.endswith("very…")
    (note,) = [note for note in found.notes if note.code == "shortened"]
    assert note.span is not None
    assert (Path(note.span.file).name, note.span.line) == ("Task Statements.txt", 3)


def test_other_encodings_are_read(old: Path) -> None:
    file = old / "Occupation Data.txt"
    file.write_bytes(file.read_bytes().replace(b"kites for sport", b"caf\xe9 kites for sport"))
    found = draft(old)
    assert "café kites" in plain(found.entries[0].facts)["definition"]
    assert "encoding" in {note.code for note in found.notes}
    file.write_bytes(file.read_bytes().decode("cp1252").encode("utf-16"))
    assert "café kites" in role(old)["definition"]


def test_a_damaged_file_in_a_zip_is_told_with_its_name(old: Path) -> None:
    path = zipped(old)
    data = bytearray(path.read_bytes())
    start = data.index(b"Skills.txt") + 60
    data[start : start + 40] = bytes(40)
    path.write_bytes(data)
    faults = complaints(path)
    assert any(fault.span and fault.span.file.endswith("Skills.txt") for fault in faults)


# Whatever a release holds

WORDS = ["", "n/a", "IM", "RL", "OI", "IH", "Y", "N", "1", "3.9", "-1", "nan", "1e400", "2.A.1.b", "1.B.1.c"]
CELLS = st.one_of(
    st.sampled_from(WORDS),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\t\n\r\0"), max_size=40),
    st.sampled_from([KITES, "word " * 900, "*" * 700, "[x](y) `z`", "\u200b", "\xad", "_"]),
)


@st.composite
def releases(draw: st.DrawFn) -> dict[str, str]:
    """A file for some of the tables, with rows of anything for one occupation."""
    files = {
        "Occupation Data.txt": f"O*NET-SOC Code\tTitle\tDescription\n{KITES}\t{draw(CELLS)} K\t{draw(CELLS)}\n"
    }
    for table in draw(st.lists(st.sampled_from([*TABLES][1:]), unique=True)):
        columns = {ours: theirs[0] for ours, theirs in TABLES[table].columns.items()}
        rows = draw(st.lists(st.fixed_dictionaries(dict.fromkeys(columns, CELLS)), max_size=6))
        lines = [
            columns.values(),
            *((row | {"code": KITES} if "code" in row else row).values() for row in rows),
        ]
        files[f"{TABLES[table].files[0][0]}.txt"] = "\n".join(map("\t".join, lines))
    return files


@pytest.mark.slow
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
    max_examples=60,
)
@given(releases())
def test_whatever_a_release_holds_comes_out_as_a_valid_role_or_a_diagnostic(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, str]
) -> None:
    path = tmp_path_factory.mktemp("onet-29.3")
    for name, text in files.items():
        (path / name).write_bytes(text.encode())
    try:
        found = draft(path)
    except GuideError:
        return
    entry = found.entries[0]
    Role.model_validate({**plain(entry.facts), "id": entry.id}, strict=False)
