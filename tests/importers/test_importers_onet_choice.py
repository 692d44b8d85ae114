"""Which occupations are meant: codes in any spelling, words of titles, and what is said when nothing fits."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from guidebuild.diagnostics import Diagnostic, GuideError
from guidebuild.importers.kinds.onet import read_onet

OLD = Path(__file__).parent / "onet/db_29_3_text"


def chosen(path: Path = OLD, **wanted: Any) -> list[str]:
    draft = read_onet(path, on=dt.date(2026, 11, 24), **wanted)
    return [line.split()[0] for line in draft.said[1:]]


def complaints(path: Path = OLD, **wanted: Any) -> tuple[Diagnostic, ...]:
    with pytest.raises(GuideError) as caught:
        chosen(path, **wanted)
    return caught.value.diagnostics


def titled(path: Path, *titles: str) -> Path:
    rows = "".join(f"11-{1000 + n}.00\t{title}\tWhat they do.\r\n" for n, title in enumerate(titles))
    path.mkdir(exist_ok=True)
    (path / "Occupation Data.txt").write_text("O*NET-SOC Code\tTitle\tDescription\r\n" + rows, newline="")
    return path


@pytest.mark.parametrize(
    "code", ["27-9011.00", "27-9011", "279011", "27901100", " 27-9011.00 ", "27.9011.00"]
)
def test_a_code_is_understood_in_any_spelling(code: str) -> None:
    assert chosen(codes=[code]) == ["27-9011.00"]


def test_codes_come_in_the_order_asked_for_and_each_once() -> None:
    assert chosen(codes=["53-9021", "27-9011.00", "539021"]) == ["53-9021.00", "27-9011.00"]


def test_unknown_codes_are_told_all_at_once_with_the_nearest() -> None:
    first, second = complaints(codes=["15-9999.02", "27-9011.00", "53-0000"])
    assert first.code == second.code == "unknown-code"
    assert first.message == "there is no occupation 15-9999.02 in this release"
    assert first.hints[0].startswith(
        "the nearest are: 15-9999.01 Data Gardeners, 15-9999.00 Computer Gardeners, All Other"
    )
    assert second.hints[0].startswith("the nearest are: 53-9021.00 Lighthouse Keepers")


def test_words_given_as_a_code_are_sent_to_the_search() -> None:
    (fault,) = complaints(codes=["kite"])
    assert fault.message == "'kite' is not an O*NET-SOC code"
    assert "--match" in fault.hints[0]


@pytest.mark.parametrize("words", ["kite makers", "Kite Maker", "KITE-MAKERS", "maker", "kit"])
def test_words_find_a_title_whatever_their_case_and_number(words: str) -> None:
    assert chosen(words=[words]) == ["27-9011.00"]


def test_an_exact_title_wins(tmp_path: Path) -> None:
    path = titled(tmp_path / "onet-29.3", "Nurses", "Nurse Anesthetists", "Head Nurses")
    assert chosen(path, words=["nurse"]) == ["11-1000.00"]
    assert chosen(path, words=["head nurse"]) == ["11-1002.00"]


def test_whole_words_win_over_beginnings(tmp_path: Path) -> None:
    path = titled(tmp_path / "onet-29.3", "Database Architects", "Data Scientists", "Clinical Data Managers")
    assert chosen(path, words=["data"]) == ["11-1001.00", "11-1002.00"]
    assert chosen(path, words=["databas"]) == ["11-1000.00"]


def test_other_titles_are_searched_where_no_official_one_fits() -> None:
    assert chosen(words=["sport kite maker skm"]) == ["27-9011.00"]
    assert chosen(words=["light keeper"]) == ["53-9021.00"]
    assert chosen(words=["herbalist"]) == ["15-9999.00"]


def test_several_searches_and_codes_add_up() -> None:
    assert chosen(codes=["15-9999.01"], words=["kite", "lighthouse", "data"]) == [
        "15-9999.01", "27-9011.00", "53-9021.00",
    ]  # fmt: skip


def test_more_than_six_must_be_chosen_from(tmp_path: Path) -> None:
    path = titled(tmp_path / "onet-29.3", *(f"Painters of {n}" for n in range(30)))
    (fault,) = complaints(path, words=["painter"])
    assert fault.message == "30 occupations have a title with 'painter'"
    assert "--soc" in fault.hints[0]
    assert "11-1019.00 Painters of 19; and 10 more" in fault.hints[0]
    assert len(chosen(path, words=["painter"], every=True)) == 30


def test_words_that_nothing_has_get_the_nearest_titles() -> None:
    (fault,) = complaints(words=["kite bakers"])
    assert fault.message == "no occupation of this release has a title with 'kite bakers'"
    assert fault.hints[0].startswith("the nearest are: 27-9011.00 Kite Makers")
    (fault,) = complaints(words=["zzz"])
    assert fault.hints == ("try a shorter or more usual word",)
    (fault,) = complaints(words=["senior lighthause engineer"])
    assert "Lighthouse Keepers" in fault.hints[0]


def test_words_without_a_letter_are_no_search() -> None:
    (fault,) = complaints(words=["*?"])
    assert fault.code == "no-words"


def test_occupations_of_one_name_get_ids_of_their_own(tmp_path: Path) -> None:
    path = titled(tmp_path / "onet-29.3", "Painters", "Painters!", "Sailors")
    draft = read_onet(path, codes=["11-1001", "11-1002"], on=dt.date(2026, 11, 24))
    assert [entry.id for entry in draft.entries] == ["painters-11-1001-00", "sailors", "onet-29-3"]
