"""Shops are data files: the shipped ones are sound, and what is wrong with one's own is named with its place."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from guidebuild.diagnostics import GuideError
from guidebuild.preflight.shop import FOLDER, load, names

MM = 72 / 25.4


def problem_of(text: str, tmp_path: Path) -> str:
    file = tmp_path / "shop.yml"
    file.write_text(text)
    with pytest.raises(GuideError) as caught:
        load(str(file))
    (problem,) = caught.value.diagnostics
    return str(problem).removeprefix(str(tmp_path))


def test_the_shipped_shops_can_be_read_and_are_all_there() -> None:
    assert names() == ("booklet", "copy-shop", "office", "online-press", "press-x4", "us-press")
    for name in names():
        assert load(name).title


@pytest.mark.parametrize("name", ["office", "copy-shop", "online-press", "press-x4", "us-press", "booklet"])
def test_every_limit_of_a_shipped_shop_says_why(name: str) -> None:
    """A number has a comment on its line or above it; a switch may speak for itself."""
    lines = (FOLDER / f"{name}.yml").read_text().splitlines()
    for before, line in pairwise(lines):
        value = line.partition("#")[0].partition(": ")[2]
        if any(char.isdigit() for char in value) and not line.startswith(("title", "about", "standards")):
            assert "#" in line or before.lstrip().startswith("#"), line


def test_lengths_are_points_whatever_their_unit(tmp_path: Path) -> None:
    file = tmp_path / "shop.yml"
    file.write_text("title: A\nbleed: 3 mm\nsafety: 0.125 in\nsmallest_type: 6pt\nthinnest_line: 0.01 cm\n")
    shop = load(str(file))
    assert (shop.bleed, shop.safety) == pytest.approx((3 * MM, 9))
    assert (shop.smallest_type, shop.thinnest_line) == pytest.approx((6, 0.1 * MM))


def test_a_shop_like_another_differs_in_what_it_says(tmp_path: Path) -> None:
    file = tmp_path / "shop.yml"
    file.write_text(
        "title: Ours\nlike: online-press\nbleed: 5 mm\nimages: {least: 200}\nsizes: [letter, a5]\n"
    )
    ours, theirs = load(str(file)), load("online-press")
    assert ours.title == "Ours"
    assert ours.bleed == pytest.approx(5 * MM)
    assert ours.total_ink == theirs.total_ink
    assert ours.images is not None
    assert (ours.images.least, ours.images.good) == (200, None)
    assert ours.sizes == ("Letter", "A5")


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("title: A\nblead: 3 mm\n", ":2:1", "did you mean 'bleed'?"),
        ("bleed: 3 mm\n", ":1:1", "a shop needs a 'title'"),
        ("title: A\nbleed: 3\n", ":2:8", "'3' is not a length; write a number and its unit, as in 3 mm"),
        ("title: A\nbleed: 3 miles\n", ":2:8", "'3 miles' is not a length"),
        ("title: A\nnewest_version: 1.4\n", ":2:17", 'put it in quotes: "1.4"'),
        ("title: A\ncolours: [gray, cymk]\n", ":2:17", "did you mean 'cmyk'?"),
        ("title: A\ncolours: gray\n", ":2:10", "expected a list"),
        ("title: A\ntotal_ink: 3000\n", ":2:12", "must be at most 400"),
        ("title: A\nmarks: crosses\n", ":2:8", "known here are any, crop, none"),
        ("title: A\npages: {least: 9, most: 8}\n", ":2:8", "'least' (9) is more than 'most' (8)"),
        ("title: A\npages: {multipel: 4}\n", ":2:9", "did you mean 'multiple'?"),
        ("title: A\nsizes: [A44]\n", ":2:9", "did you mean 'A4'?"),
        ("title: A\nlike: online-pres\n", ":2:7", "did you mean 'online-press'?"),
        ("title: A\ntransparency: maybe\n", ":2:15", "expected true or false"),
        ("- title: A\n", ":1:1", "a shop is a mapping"),
        ("title: [\n", "", "error["),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_shop_is_named_with_its_place(
    text: str, place: str, words: str, tmp_path: Path
) -> None:
    problem = problem_of(text, tmp_path)
    assert problem.startswith(f"/shop.yml{place}")
    assert words in problem


def test_all_problems_of_a_shop_are_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "shop.yml"
    file.write_text("titel: A\nbleed: 3\nmarks: crosses\n")
    with pytest.raises(GuideError) as caught:
        load(str(file))
    assert {problem.code for problem in caught.value.diagnostics} == {
        "unknown-key",
        "missing-key",
        "wrong-value",
        "unknown-value",
    }


def test_a_name_that_no_shop_has_is_a_mistake_of_the_command_line() -> None:
    with pytest.raises(GuideError) as caught:
        load("online-pres")
    (problem,) = caught.value.diagnostics
    assert str(problem.span) == "--shop"
    assert problem.hints == ("did you mean 'online-press'?",)
