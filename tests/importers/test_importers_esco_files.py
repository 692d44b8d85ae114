"""The files of an ESCO release, old and new, and whatever can be wrong with them."""

from __future__ import annotations

import csv
import datetime as dt
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidebuild.diagnostics import Diagnostic, GuideError
from guidebuild.importers.draft import Draft, plain
from guidebuild.importers.kinds.esco import read_esco
from guidebuild.model.schema import Role

SAMPLE = Path(__file__).parent / "esco" / "ESCO dataset - v1.2.0 - classification - csv"
UUID = "11111111-0000-4000-8000-000000000001"


def draft(path: Path, **more: Any) -> Draft:
    more.setdefault("uris", [UUID])
    return read_esco(path, on=dt.date(2026, 11, 24), **more)


def role(path: Path, **more: Any) -> dict[str, Any]:
    entry = draft(path, **more).entries[0]
    facts: dict[str, Any] = plain(entry.facts)
    Role.model_validate({**facts, "id": entry.id}, strict=False)
    return facts


def complaints(path: Path, **more: Any) -> tuple[Diagnostic, ...]:
    with pytest.raises(GuideError) as caught:
        draft(path, **more)
    return caught.value.diagnostics


def codes(path: Path, **more: Any) -> dict[str, Diagnostic]:
    return {note.code: note for note in draft(path, **more).notes}


@pytest.fixture
def release(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path / SAMPLE.name))


@pytest.fixture
def english(release: Path) -> Path:
    for file in release.glob("*_de.csv"):
        file.unlink()
    return release


def zipped(folder: Path, inside: str = "") -> Path:
    path = folder.parent / f"{folder.name}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for file in sorted(folder.rglob("*.csv")):
            made.write(file, inside + file.relative_to(folder).as_posix())
    return path


def rewrite(file: Path, change: Callable[[dict[str, str]], dict[str, str]], **style: Any) -> None:
    """The same table with its rows changed, in another style of CSV."""
    encoding = style.pop("encoding", "utf-8")
    with file.open(newline="", encoding="utf-8") as stream:
        rows = [change(row) for row in csv.DictReader(stream)]
    with file.open("w", newline="", encoding=encoding) as stream:
        writer = csv.DictWriter(stream, list(rows[0]), **style)
        writer.writeheader()
        writer.writerows(rows)


def without(*columns: str) -> Callable[[dict[str, str]], dict[str, str]]:
    return lambda row: {name: cell for name, cell in row.items() if name not in columns}


# Releases as they come


def test_a_zip_is_read_like_its_folder(release: Path) -> None:
    assert role(zipped(release)) == role(release)
    assert role(zipped(release, f"{release.name}/")) == role(release)


def test_the_version_is_told_by_the_names_of_folders_and_zips(english: Path) -> None:
    assert draft(english).source == "esco-1-2-0"
    assert draft(zipped(english)).source == "esco-1-2-0"
    plainly = english.rename(english.parent / "esco")
    assert draft(plainly).source == "esco"
    assert "which version" in codes(plainly)["no-release"].message
    assert "no-release" not in codes(SAMPLE)


def test_release_1_0_had_no_codes_no_labels_in_relations_and_relations_of_no_language(english: Path) -> None:
    now = role(english)
    rewrite(english / "occupations_en.csv", without("code", "naceCode"))
    for name, gone in (
        ("occupationSkillRelations", ("occupationLabel", "skillLabel")),
        ("broaderRelationsOccPillar", ("conceptLabel", "broaderLabel")),
    ):
        rewrite(english / f"{name}_en.csv", without(*gone))
        (english / f"{name}_en.csv").rename(english / f"{name}.csv")
    old = role(english)
    assert old.pop("codes") == {"isco": "2519"}
    now.pop("codes")
    assert old == now


@pytest.mark.parametrize("group", ["C2519", "http://data.europa.eu/esco/isco/C2519"])
def test_the_group_of_isco_is_a_number_however_it_is_written(english: Path, group: str) -> None:
    rewrite(english / "occupations_en.csv", lambda row: row | {"iscoGroup": group})
    assert role(english)["codes"]["isco"] == "2519"


def test_relations_are_understood_as_addresses_too(english: Path) -> None:
    now = role(english)
    kind = "http://data.europa.eu/esco/relationship-type/"
    rewrite(
        english / "occupationSkillRelations_en.csv",
        lambda row: row | {"relationType": f"{kind}{row['relationType']}Skill"},
    )
    assert role(english)["skills"] == now["skills"]


def test_languages_may_lie_in_folders_of_their_own(release: Path, tmp_path: Path) -> None:
    both = tmp_path / "both"
    for language in ("en", "de"):
        for file in release.glob(f"*_{language}.csv"):
            name = f"ESCO dataset - v1.2.0 - classification - {language} - csv"
            (both / name).mkdir(parents=True, exist_ok=True)
            shutil.copy(file, both / name)
    assert draft(both, language="de").entries == draft(release, language="de").entries
    assert draft(both).entries == draft(release).entries


def test_relations_of_another_version_are_not_mixed_in(release: Path, tmp_path: Path) -> None:
    both = tmp_path / "both"
    shutil.copytree(release, both / "v1.2.0")
    shutil.copytree(release, both / "v1.1.1")
    for file in ("occupations_en.csv", "occupations_de.csv"):
        (both / "v1.1.1" / file).unlink()
    (both / "v1.2.0/occupationSkillRelations_en.csv").unlink()
    assert "skills" not in role(both)
    assert codes(both)["missing-file"].severity == "warning"


# Languages


def test_the_only_language_is_taken_and_ids_are_made_of_its_names(release: Path) -> None:
    (release / "occupations_en.csv").unlink()
    assert role(release)["title"] == "Drachenbauingenieur/Drachenbauingenieurin"
    assert draft(release).entries[0].id == "drachenbauingenieur-drachenbauingenieurin"


def test_without_english_one_of_several_must_be_chosen(release: Path) -> None:
    shutil.copy(release / "occupations_de.csv", release / "occupations_fr.csv")
    (release / "occupations_en.csv").unlink()
    (told,) = complaints(release)
    assert told.code == "which-language"
    assert told.hints == ("choose one with --language: German (de), French (fr)",)
    (told,) = complaints(release, language="es")
    assert "Spanish (es)" in told.message
    (told,) = complaints(release, language="xx")
    assert "'xx'" in told.message


@pytest.mark.parametrize(
    ("label", "language"), [("μηχανικός χαρταετών", "el"), ("инженер", "bg"), ("مهندس", "ar")]
)
def test_a_name_in_other_letters_has_an_id_of_its_address(release: Path, label: str, language: str) -> None:
    rewrite(
        release / "occupations_de.csv",
        lambda row: (
            row | {"preferredLabel": f"{label} ICT" if UUID in row["conceptUri"] else row["preferredLabel"]}
        ),
    )
    (release / "occupations_de.csv").rename(release / f"occupations_{language}.csv")
    shutil.copy(release / "skills_de.csv", release / f"skills_{language}.csv")
    assert draft(release, language=language).entries[0].id == "kite-engineer"
    (release / "occupations_en.csv").unlink()
    assert draft(release).entries[0].id == "esco-11111111"
    assert role(release)["title"] == f"{label[0].upper()}{label[1:]} ICT"
    assert ("right-to-left" in codes(release)) == (language == "ar")


def test_two_occupations_of_one_name_have_two_ids(english: Path) -> None:
    rewrite(
        english / "occupations_en.csv",
        lambda row: row | {"preferredLabel": row["preferredLabel"].replace("kite pilot", "Kite-engineer")},
    )
    assert [entry.id for entry in draft(english, uris=["2519.91", "3153.91"]).entries[:2]] == [
        "kite-engineer-11111111", "kite-engineer-22222222",
    ]  # fmt: skip


# What is not as it should be


def test_without_occupations_it_is_no_release(release: Path, tmp_path: Path) -> None:
    for file in release.glob("occupations_*.csv"):
        file.unlink()
    (told,) = complaints(release)
    assert told.code == "missing-file"
    assert "occupations_en.csv" in told.message
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "esco.ttl").write_text("@prefix esco:")
    (told,) = complaints(empty)
    assert "another format" in told.hints[0]
    (empty / "esco.zip").write_bytes(b"PK")
    (told,) = complaints(empty)
    assert "a zip lies in here" in told.hints[0]


@pytest.mark.parametrize(
    ("file", "severity", "lost"),
    [
        ("skills_en.csv", "warning", None),
        ("occupationSkillRelations_en.csv", "warning", "skills"),
        ("broaderRelationsOccPillar_en.csv", "note", "related"),
    ],
)
def test_a_missing_table_is_told_and_the_role_is_made(
    english: Path, file: str, severity: str, lost: str | None
) -> None:
    (english / file).unlink()
    told = codes(english)["missing-file"]
    assert (told.severity, file in told.message) == (severity, True)
    assert lost not in role(english)


def test_newer_relations_name_the_skills_that_a_missing_table_would_have_named(english: Path) -> None:
    (english / "skills_en.csv").unlink()
    assert {"skill": "Sailcloth"} in role(english)["skills"]


def test_several_lists_in_one_language_are_not_guessed_among(release: Path, tmp_path: Path) -> None:
    both = tmp_path / "both"
    shutil.copytree(release, both / "v1.2.0")
    shutil.copytree(release, both / "v1.1.1")
    (told,) = complaints(both)
    assert told.code == "which-release"
    assert "v1.1.1/occupations_en.csv" in told.message


def test_missing_columns_of_all_files_are_told_at_once(english: Path) -> None:
    rewrite(english / "skills_en.csv", without("preferredLabel"))
    rewrite(english / "occupationSkillRelations_en.csv", without("relationType", "skillUri"))
    told = complaints(english)
    assert [(one.code, one.message) for one in told] == [
        ("missing-column", "there is no column 'relationType'"),
        ("missing-column", "there is no column 'skillUri'"),
        ("missing-column", "there is no column 'preferredLabel'"),
    ]
    rewrite(english / "occupations_en.csv", without("conceptUri"))
    (one,) = complaints(english)
    assert one.span
    assert (one.message, one.span.line) == ("there is no column 'conceptUri'", 1)


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_delimiters_are_told_from_the_header(english: Path, delimiter: str) -> None:
    now = draft(english).entries
    for file in english.glob("*.csv"):
        rewrite(file, lambda row: row, delimiter=delimiter)
    assert draft(english).entries == now


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_encodings_of_unicode_read_the_same(release: Path, encoding: str) -> None:
    now = draft(release, language="de").entries
    for file in release.glob("*.csv"):
        rewrite(file, lambda row: row, encoding=encoding)
    assert draft(release, language="de").entries == now


def test_an_encoding_of_windows_is_read_with_a_warning(release: Path) -> None:
    now = role(release, uris=["3153.91"], language="de")
    rewrite(release / "occupations_de.csv", lambda row: row, encoding="cp1252")
    assert role(release, uris=["3153.91"], language="de") == now
    assert codes(release, language="de")["encoding"].severity == "warning"


def test_a_zip_that_is_cut_short_is_told(release: Path) -> None:
    file = zipped(release)
    file.write_bytes(file.read_bytes()[:-300])
    (told,) = complaints(file)
    assert told.code == "broken-zip"


def test_an_empty_list_is_told(english: Path) -> None:
    file = english / "occupations_en.csv"
    file.write_text(file.read_text().splitlines()[0] + "\n")
    (told,) = complaints(english)
    assert told.code == "no-occupations"
    file.write_text("")
    (told,) = complaints(english)
    assert told.code == "empty-table"


def test_an_address_that_is_none_makes_no_link(english: Path) -> None:
    rewrite(
        english / "occupations_en.csv",
        lambda row: row | {"conceptUri": row["conceptUri"].removeprefix("http:")},
    )
    assert "links" not in role(english)


CELLS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=400),
    st.text("*_`[]()\u00ad\u200b\u2003 |\n.x1", max_size=8),
)
COLUMNS = ["preferredLabel", "altLabels", "description", "iscoGroup", "code", "regulatedProfessionNote"]


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(cells=st.dictionaries(st.sampled_from(COLUMNS), CELLS, min_size=1))
def test_whatever_the_cells_hold_the_role_is_valid_or_the_fault_is_told(
    tmp_path: Path, cells: dict[str, str]
) -> None:
    folder = tmp_path / "any"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SAMPLE, folder)
    rewrite(folder / "occupations_en.csv", lambda row: row | cells if UUID in row["conceptUri"] else row)
    told: tuple[Diagnostic, ...] = ()
    try:
        role(folder)
    except GuideError as error:
        told = error.diagnostics
    assert all(one.span for one in told)


@pytest.mark.parametrize("asked", ["", "en", "en-us", "en_US"])
def test_a_variant_of_a_language_is_that_language(english: Path, asked: str) -> None:
    for name in ("occupations", "skills", "occupationSkillRelations"):
        (english / f"{name}_en.csv").rename(english / f"{name}_en-us.csv")
    made = draft(english, language=asked)
    assert made.said[0] == "ESCO 1.2.0, English: 1 occupation"
    assert "language" not in plain(made.entries[0].facts)
    assert [note.code for note in made.notes if note.code == "language"] == []


def test_a_role_in_another_language_says_so(release: Path) -> None:
    assert role(release, language="de")["language"] == "de"
    assert "language" not in role(release)


def test_a_code_that_lost_its_leading_zero_is_mended_and_told(english: Path) -> None:
    file = english / "occupations_en.csv"
    with file.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        if row["conceptUri"].endswith(UUID):
            row["iscoGroup"], row["code"] = "110", "110.1"
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    assert role(english)["codes"] == {"isco": "0110", "esco": "0110.1"}
    assert "1 occupation had lost its leading zero" in codes(english)["leading-zero"].message


@pytest.mark.parametrize("version", ["1.1.0", "1.1.1", "1.1", "1.2.0"])
def test_the_version_of_a_zip_is_told_by_its_name(english: Path, tmp_path: Path, version: str) -> None:
    (english / "occupationSkillRelations_en.csv").rename(english / "occupationSkillRelations.csv")
    archive = tmp_path / f"ESCO dataset - v{version} - classification - en - csv.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for file in english.iterdir():
            packed.write(file, file.name)
    made = draft(archive)
    assert made.source == f"esco-{version.replace('.', '-')}"
    assert plain(made.entries[0].facts)["skills"]
