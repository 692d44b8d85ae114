"""What covers and sheets share: titles of several roles, names after their marks, the ornament on its band."""

from __future__ import annotations

import re

import pytest
from typeset_desk import content, desk, painted, words_in

from guidebuild.compose.document import Lockup, Paragraph, Rings, Section, plain
from guidebuild.typeset.boxes import Beside, Rule, Stack
from guidebuild.typeset.designs.covers import cover_rings, followed, kicker, lockup_of, named, only, titled
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import DISPLAY, H2, SMALL

PAIR = Lockup("title", "title", "Careers", "2026", ("Data Analyst", "Data Engineer"), "vs.", "")
FREE = Lockup("title", "title", "Careers", "2026", (), "", "Work with data")


def test_the_only_block_of_a_slot_is_that_of_the_kind() -> None:
    lead = Paragraph("lead", "lead", plain("Two ways in."))
    section = Section("cover", "cover", "Cover", "", "", (PAIR, lead))
    assert lockup_of(section) is PAIR
    assert only(section, "lead", Paragraph) is lead
    assert only(section, "lead", Lockup) is None
    assert only(section, "event", Paragraph) is None


def test_roles_stand_below_each_other_with_the_slim_word_between_them() -> None:
    setting = desk()
    title, widest = titled(setting, PAIR, Tag("H1", None), DISPLAY.with_(size=24, leading=28), 400, 5.0, H2)
    assert words_in(title) == ["Data Analyst", "vs.", "Data Engineer"]
    assert [gap for gap, _ in title.children] == [0.0, 5.0, 5.0]
    assert 100 < widest < 400


def test_a_free_title_stands_alone_and_its_stem_meets_the_margin() -> None:
    setting = desk()
    title, _ = titled(setting, FREE, Tag("H1", None), DISPLAY.with_(size=20, leading=24), 400, 5.0, H2)
    assert words_in(title) == ["Work with data"]
    (((_, row),),) = (title.children,)
    assert isinstance(row, Beside)
    assert row.children[0][0] == pytest.approx(-1.3)


def test_a_rule_goes_on_behind_the_slim_word() -> None:
    setting = desk()
    slim = setting.text("vs. ", H2, 400, Tag("H1", None))
    rule = Rule(40.0, 1.0, setting.colour("ink"))
    (_, words), (x, drop) = followed(slim, 8, 12, rule).children
    assert words is slim
    assert x == slim.lines[0].width + 8
    assert isinstance(drop, Stack)
    assert drop.children == [(12, rule)]


def test_the_kicker_takes_changes_to_its_style() -> None:
    setting = desk()
    assert kicker(setting, PAIR, Tag("Sect", None), 300, size=17.0, leading=20.0).style.size == 17.0


def test_a_role_is_named_after_its_mark() -> None:
    setting = desk(3)
    box = named(setting, 2, Tag("L", None), 300, SMALL)
    (left, _), (x, words) = box.children
    assert (left, x) == (0.0, setting.mark((2,), 11.0).width + 10)
    assert words_in(words) == [setting.document.roles[2].title]


def test_the_ornament_is_seen_on_its_band_only() -> None:
    setting = desk(2)
    rings = Rings("rings", "ornament", counts=(9, 7), shared=4, roles=(0, 1))
    paper = setting.grid.paper
    art = cover_rings(setting, rings, 500.0, 200.0)
    operators = content(painted(setting, lambda pen: art.paint(pen, 0, 0)))
    (clip,) = re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re W n", operators)
    assert [float(n) for n in clip] == pytest.approx([0, paper.height - 500, paper.width, 500], abs=0.01)
    assert operators.index(" re W n") < operators.index(" S")
