"""Terms with their meaning, and further reading with codes.

Comes in: terms, and a `LinkGroup`. Goes out: boxes.
"""

from __future__ import annotations

from guidebuild.charts.codes import code_id
from guidebuild.compose.document import LinkGroup, Run, Text
from guidebuild.edition import MM
from guidebuild.typeset.book import GUTTER
from guidebuild.typeset.boxes import Art, Beside, Box, Picture, Stack
from guidebuild.typeset.graphics import code_art, code_width
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import CAP, CAPTION, H3, SMALL, SMALL_BOLD, U

CODE, LARGEST_CODE = 24 * MM, 0.56  # wide, its quiet zone included; and at most so much of the column


def term_box(setting: Setting, term: str, text: Text, listing: Tag, width: float, density: float) -> Box:
    """A term in bold over its definition, under a thin rule."""
    li = Tag("LI", listing)
    name = setting.text(term + " ", SMALL_BOLD.with_(size=10.5, leading=16), width, Tag("Lbl", li))
    words = setting.text(text, SMALL, width, Tag("LBody", li))
    body = Stack([(0.0, setting.rule(width + 6)), (2 * U * density, name), (0.0, words)], width)
    return Stack([(0.0, body), (3 * U * density, Stack([]))], width)


def reading_box(setting: Setting, group: LinkGroup, sect: Tag, columns: int = 6, head: float = 0.0) -> Box:
    """One role's reading: a code for the first address, then all of them with their short form.

    They stand beside the code, in narrow groups below it; a title shorter than `head` is followed by as much space.
    """
    width = setting.grid.w(columns)
    colour = setting.role_text(group.role)
    code = _code(setting, group, sect, setting.grid.w(6))
    beside = columns > 4
    x = max(CODE, code.width) + GUTTER / 2 if code.width and beside else 0.0
    room = width - x
    listing = Tag("L", sect, attrs={"ListNumbering": "None"})
    rows: list[tuple[float, Box]] = []
    for label, address in group.links:
        body = Tag("LBody", Tag("LI", listing))
        linked = (Run(label + " ", bold=True),)
        rows.append((U if rows else 0.0, setting.text(linked, SMALL, room, Tag("P", body))))
        rows.append((0.0, setting.text((address_run(address),), CAPTION, room, Tag("P", body))))
    title = setting.text(group.title, H3, width, Tag("H3", sect), colour=colour)
    links = Stack(rows, room)
    below = max(2 * U, CODE + 2 * U - code.height) if code.height else 0.0  # lists start on one line
    reading: Box = (
        Beside([(0.0, code), (x, links)], width) if beside else Stack([(0.0, code), (below, links)], width)
    )
    rule = setting.role_rule(group.role, width)
    after = 2 * U + max(0.0, head - title.height)
    return Stack([(0.0, rule), (2 * U, title), (after, reading)], width)


def address_run(url: str) -> Run:
    """A link as it is printed."""
    return Run(url.removeprefix("https://").removeprefix("http://").rstrip("/"), link=url)


def _code(setting: Setting, group: LinkGroup, sect: Tag, width: float) -> Art:
    """The code of the first address, or nothing where it would take most of the width.

    Its modules stand at the left edge and as high as the capitals beside them; so there is room for the quiet zone
    below the title as well.
    """
    label, url = group.links[0]
    size = code_width(setting, url, url, CODE, LARGEST_CODE * width, group.place)
    if not size:
        return Art(0, 0, lambda _pen, _x, _y: None)
    art, quiet = code_art(setting.charts[code_id(url)].drawing, size)
    figure = Picture(art, Tag("Figure", sect, alt=f"QR code for {label}"))
    drop = SMALL_BOLD.baseline() - CAP * SMALL_BOLD.size
    height = drop + size - quiet
    return Art(size - quiet, height, lambda pen, x, y: figure.paint(pen, x - quiet, y + drop - quiet))
