"""The self-check: what is printed to be filled in survives a copier, and its heads do not run into each other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from typeset_desk import content, desk, painted
from typeset_stress import prepared, stress

from guidebuild.brand.theme import WHITE
from guidebuild.drawing import Pattern, unnamed
from guidebuild.typeset import layout
from guidebuild.typeset.boxes import Art, Beside, Box, Stack
from guidebuild.typeset.designs.ticks import lean_circles, tick_circle
from guidebuild.typeset.setting import Setting


def arts(box: Box) -> list[Art]:
    if isinstance(box, Art):
        return [box]
    children = box.children if isinstance(box, Stack | Beside) else []
    return [art for _, child in children for art in arts(child)]


@pytest.mark.parametrize(("roles", "marks"), [(3, 3), (4, 0), (6, 0)])
def test_heads_have_marks_up_to_three_roles_only(roles: int, marks: int) -> None:
    setting = layout(*prepared(stress("single", roles)))
    page, _ = setting.book.places["fit"]
    boxes = [box for sheet in setting.book.sheets if sheet.number == page for box, _, _ in sheet.boxes]
    (heads,) = [
        box
        for box in boxes
        if isinstance(box, Beside) and len(box.children) == roles and isinstance(box.children[0][1], Stack)
    ]
    assert len(arts(heads)) == marks


def in_gray(setting: Setting) -> Setting:
    """Every role told by pattern and dots, as where there is one ink."""
    palette = setting.theme.palette
    roles = tuple(
        replace(
            role,
            fill=unnamed("#555555"),
            text=unnamed("#262626"),
            pattern=Pattern("hatch", WHITE),
            dash=(1.0, 2.5),
            ruled=(1.0, 2.5),
        )
        for role in palette.roles
    )
    setting.theme = replace(setting.theme, palette=replace(palette, roles=roles))
    return setting


def test_circles_to_fill_in_are_solid_dark_lines_in_one_ink() -> None:
    setting = in_gray(desk(3))
    for art in (tick_circle(setting.theme.palette.roles[2]), lean_circles(setting, 84.0)):
        operators = content(painted(setting, lambda pen, art=art: art.paint(pen, 50, 50)))  # type: ignore[misc]
        assert "[] 0 d" in operators
        assert operators.count("[") == operators.count("[]"), operators
        assert "0.149 0.149 0.149 RG 1.1 w" in operators, operators
