"""Tables of one column: a row's cells stand below each other where they do not fit beside each other.

Comes in: `Table` nodes. Goes out: a `TableBox`, a real table in its tags with heads that are read once: what tells the
cells of a row apart is printed with each of them and is an artifact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guidebuild.compose.document import Cell, Column, Row, Run, Table, words_of
from guidebuild.typeset.boxes import Beside, Box, Panel, Space, Stack
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Attrs, Tag
from guidebuild.typeset.styles import BODY, SMALL, SMALL_BOLD, U, label_style
from guidebuild.typeset.table import INSET, TableBox, TableRow, TableSetter, head_mark, set_table, spoken
from guidebuild.typeset.text import line_width
from guidebuild.typeset.tracks import GAP, Track, roles_tracks, tracks

APART = 16.0  # between heads in a row
ASIDE = 0.4  # of the width, at the most, for names beside what they stand for
NAMED = BODY.with_(bold=True)


@dataclass
class Silent(Box):
    """A box that is seen but not read, since its words are read elsewhere."""

    inner: Box

    def __post_init__(self) -> None:
        self.width, self.height = self.inner.width, self.inner.height

    def inside(self) -> Sequence[Box]:
        return (self.inner,)

    def paint(self, pen: Pen, x: float, y: float) -> None:
        with pen.silent():
            self.inner.paint(pen, x, y)


def linear_table(setting: Setting, table: Table, parent: Tag) -> TableBox:
    """A table as wide as the column."""
    width = setting.grid.live_width
    beside = _fits(setting, table, width) or (setting.form.pairs and _holds(setting, table, width))
    return (
        set_table(setting, table, width, parent) if beside else _Stacked(setting, table, width, parent).box()
    )


def _holds(setting: Setting, table: Table, width: float) -> bool:
    """Whether columns of words can stand beside each other without one being torn."""
    filled = table.style == "roles"
    if not filled and table.style != "plain":
        return False
    label, columns = (roles_tracks if filled else tracks)(setting, table, width)
    inset = 2 * INSET if filled else 0.0
    rows = [row for group in table.groups for row in group.rows] + ([table.foot] if table.foot else [])
    for row in rows:
        at = 0
        for cell in row.cells:
            room = columns[at + cell.span - 1].x + columns[at + cell.span - 1].width - columns[at].x - inset
            if not setting.holds(words_of(cell.text), SMALL_BOLD if cell.strong else SMALL, room):
                return False
            at += cell.span
    heads = zip(table.columns, columns, strict=True)
    return all(setting.holds(row.label, SMALL_BOLD, label) for row in rows) and all(
        setting.holds(
            column.label, SMALL_BOLD, track.width - inset - head_mark(setting, column, filled=filled)
        )
        for column, track in heads
    )


def _fits(setting: Setting, table: Table, width: float) -> bool:
    """Whether columns of figures can stand beside each other without a word being torn."""
    if table.style != "plain" or any(column.align != "right" for column in table.columns):
        return False
    rows = [row for group in table.groups for row in group.rows] + ([table.foot] if table.foot else [])
    style, faces = setting.sized(SMALL_BOLD), setting.theme.faces

    def longest(*words: str) -> float:
        return max((line_width(part, style, faces) for all_ in words for part in all_.split()), default=0.0)

    needed = longest(table.corner, *(row.label for row in rows))
    for index, column in enumerate(table.columns):
        needed += GAP + longest(column.label, *(words_of(row.cells[index].text) for row in rows))
    return needed <= width


class _Stacked(TableSetter):
    """The rows of a table whose cells stand below each other; on small pages beside the names of their columns."""

    def __init__(self, setting: Setting, table: Table, width: float, parent: Tag) -> None:
        super().__init__(setting, table, width, parent)
        names = [self._named(column, Tag("Span", None), width).width for column in table.columns]
        widest = max(names, default=0.0) + GAP
        self.aside = widest if setting.form.pairs and widest <= ASIDE * width else 0.0

    def box(self) -> TableBox:
        """The heads stand once, before the first row."""
        box = super().box()
        head, box.head = box.head, None
        assert head
        head.bound = True
        return TableBox(box.width, None, [head, *box.rows], box.closing, box.continued)

    def _head(self) -> TableRow:
        """All heads in lines of running text, each with its mark."""
        setting = self.setting
        tag = Tag("TR", Tag("THead", self.tag))
        row = TableRow(self.width, 0.0, [], tag, rule=(1.0, setting.colour("ink")))
        corner = Tag("TH", tag, attrs={"Scope": "Column"})
        x, y, line = 0.0, self.pad, setting.sized(SMALL_BOLD).leading
        if self.table.corner:
            words = self._text(self.table.corner + " ", SMALL_BOLD, self.width, corner)
            row.boxes.append((0.0, y, words))
            x, y = words.lines[-1].width + APART, y + words.height - line
        else:
            row.boxes.append((0.0, 0.0, spoken(corner, setting.word("aspect"))))
        for column in self.table.columns:
            box = self._named(column, Tag("TH", tag, attrs={"Scope": "Column"}), self.width)
            if x and x + box.width > self.width:
                x, y = 0.0, y + line
            row.boxes.append((x, y, box))
            y += box.height - line
            x = 0.0 if box.height > line else x + box.width + APART
        row.height = max(dy + box.height for _, dy, box in row.boxes) + self.pad
        return row

    def _named(self, column: Column, tag: Tag, width: float) -> Box:
        """The name of a column after its mark, as wide as it is."""
        setting = self.setting
        single = len(column.members) == 1
        colour = (
            setting.role_text(column.members[0])
            if single
            else setting.colour("shared" if column.members else "mute")
        )
        mark: Box = setting.mark(column.members, 9.0) if column.members else Space(0.0)
        x = mark.width + 5 if column.members else 0.0
        words = setting.text(column.label + " ", SMALL_BOLD, width - x, tag, colour=colour)
        drop = (words.style.leading - mark.height) / 2
        natural = x + max((line.width for line in words.lines), default=0.0)
        return Beside([(0.0, Stack([(drop, mark)])), (x, words)], natural)

    def _row(
        self, row: Row, body: Tag, *, heavy: bool = False, first: bool = False, foot: bool = False
    ) -> TableRow:
        setting = self.setting
        tag = Tag("TR", body)
        colour = setting.role_text(row.role) if row.role is not None else setting.colour("ink")
        th = Tag("TH", tag, attrs={"Scope": "Row"})
        children: list[tuple[float, Box]] = []
        if row.label:
            children.append((0.0, self._text(row.label + " ", NAMED, self.width, th, colour=colour)))
        else:
            children.append((0.0, spoken(th)))
        at = 0
        dots: list[Box] = []
        for cell in row.cells:
            over = self.table.columns[at : at + cell.span]
            at += cell.span
            td = Tag("TD", tag, attrs=_span(cell))
            if self.table.style == "matrix" and (cell.members or cell.none):
                dots.append(self._dotted(cell, over[0], td))
            elif not words_of(cell.text):
                children.append((0.0, spoken(td)))
            else:
                children.append((U, self._value(cell, over[0], td, strong=foot)))
        half = self.width / 2
        for start in range(0, len(dots), 2):
            pair = [(half * index, dot) for index, dot in enumerate(dots[start : start + 2])]
            children.append((U / 2, Beside(pair, self.width)))
        stack = Stack(children, self.width)
        strong = heavy or foot
        rule = (1.0 if strong else 0.5, setting.colour("ink" if strong or first else "rule"))
        return TableRow(self.width, stack.height + 2 * self.pad, [(0.0, self.pad, stack)], tag, rule=rule)

    def _value(self, cell: Cell, column: Column, td: Tag, *, strong: bool) -> Box:
        """The words of a cell after or under the name of its column; what is shared on the shared ground."""
        setting = self.setting
        if cell.badge and cell.members:
            return self._shared(cell, td)
        style = NAMED if cell.strong or strong else BODY
        name = Silent(self._named(column, Tag("Span", None), self.width))
        colour = setting.colour("mute" if cell.none else "ink")
        if column.align == "right" or cell.strong or strong:  # a figure, on the line of its name
            room = self.width - name.width - GAP
            words = setting.text(cell.text, style, room, td, colour=colour, align="right")
            return Beside([(0.0, name), (name.width + GAP, words)], self.width)
        words = setting.text(cell.text, style, self.width - self.aside, td, colour=colour)
        if self.aside:
            drop = words.style.baseline() - setting.sized(SMALL_BOLD).baseline()
            return Beside([(0.0, Stack([(drop, name)])), (self.aside, words)], self.width)
        return Stack([(0.0, name), (0.0, words)], self.width)

    def _shared(self, cell: Cell, td: Tag) -> Box:
        setting = self.setting
        area = setting.theme.palette.shared_area
        mark = setting.mark(cell.members, 10.0)
        room = self.width - 16
        badge = setting.text(
            (Run(cell.badge + " "),),
            label_style(as_written=cell.as_written),
            room - mark.width - 8,
            td,
            colour=setting.colour("shared"),
        )
        drop = (badge.style.leading - mark.height) / 2
        head = Beside(
            [(0.0, Stack([(drop, mark)])), (mark.width + 8, badge)], mark.width + 8 + badge.lines[0].width
        )
        words = setting.text(cell.text, BODY, room, td)
        inner = Stack([(0.0, head), (0.0, words)], room)
        return Panel(inner, self.width, area, (6.0, 8.0, 6.0, 8.0), frame=3.0)

    def _dotted(self, cell: Cell, column: Column, td: Tag) -> Box:
        """A dot of the matrix and the role that it is for."""
        holder = TableRow(self.width, 0.0, [], td)
        self._dot(holder, cell, td, Track(0.0, 14.0))
        style = self.setting.sized(SMALL)
        colour = self.setting.colour("mute") if cell.none else self.setting.role_text(cell.members[0])
        words = self.setting.text(column.label, style, self.width / 2 - 24, Tag("Span", None), colour=colour)
        return Beside([(0.0, holder.boxes[0][2]), (16.0, Silent(words))], self.width / 2)


def _span(cell: Cell) -> Attrs:
    return {"ColSpan": cell.span} if cell.span > 1 else {}
