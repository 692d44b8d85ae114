"""Tables: real ones, tagged row by row, that break between rows with the head repeated.

Comes in: `Table` nodes of the document. Goes out: a `TableBox`. What the roles share is one merged cell with a mark and
a badge; no vertical rules; numbers right-aligned (page specification, 5). A repeated head is an artifact, so that it is
read once (ISO 14289-1, 7.5 asks for real heads, here TH with Scope).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from guidebuild.compose.document import Cell, Column, Group, Row, Run, Table, words_of
from guidebuild.drawing import Colour, Paint
from guidebuild.typeset.boxes import Art, Box, Halves, Picture, Stack, TextBox
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Attrs, Tag
from guidebuild.typeset.styles import CAPTION, H3, SMALL, SMALL_BOLD, Style, U, grid, label_style, on_grid
from guidebuild.typeset.tracks import Track, roles_tracks, tracks

PAD = 5.0
INSET = 8.0
NARROW = 110.0
LEAST_ROWS = 2  # a table does not begin with fewer at the foot of a page
TIGHT_HEAD = CAPTION.with_(bold=True, hyphenate=True)


@dataclass
class TableRow(Box):
    """One row: boxes at their offsets, grounds behind them, a rule above. `bound` rows stay with the next one.

    `again` is printed over a part of a table that starts with this row, within its group: "Data, continued".
    """

    width: float
    height: float
    boxes: list[tuple[float, float, Box]]
    tag: Tag
    grounds: list[tuple[float, float, Paint]] = field(default_factory=list)
    rule: tuple[float, Colour] | None = None
    rule_drop: float = 0.0
    bound: bool = False
    again: Box | None = None

    def inside(self) -> Sequence[Box]:
        return [box for _, _, box in self.boxes]

    def paint(self, pen: Pen, x: float, y: float) -> None:
        for dx, width, area in self.grounds:
            pen.rect(x + dx, y, width, self.height, area)
        if self.rule:
            pen.line(x, y + self.rule_drop, x + self.width, y + self.rule_drop, *self.rule)
        for dx, dy, box in self.boxes:
            box.paint(pen, x + dx, y + dy)

    def split(self, room: float, *, force: bool = False) -> Halves | None:
        """Only a row taller than a page is cut, line by line in each cell."""
        if not force:
            return None
        heads, tails = [], []
        for dx, dy, box in self.boxes:
            if box.height + dy <= room:
                heads.append((dx, dy, box))
            elif halves := box.split(room - dy - PAD, force=True):
                heads.append((dx, dy, halves[0]))
                tails.append((dx, dy, halves[1]))
            else:
                return None
        if not tails:
            return None
        rest = max(box.height + dy for _, dy, box in tails) + PAD
        head = replace(self, height=room, boxes=heads)
        return head, replace(self, height=rest, boxes=tails, rule=None)


@dataclass
class TableBox(Box):
    """Head and rows with a closing rule; a later part starts with the head again and says what is continued."""

    width: float
    head: TableRow | None
    rows: list[TableRow]
    closing: tuple[float, Colour] | None
    continued: Box
    first: bool = True
    last: bool = True

    def __post_init__(self) -> None:
        head = self.head.height if self.head else 0.0
        self._again = (self.rows[0].again if self.rows else None) or self.continued
        self._lead = head if self.first else head + self._again.height
        self.height = self._lead + sum(row.height for row in self.rows)

    def inside(self) -> Sequence[Box]:
        return self.rows

    def paint(self, pen: Pen, x: float, y: float) -> None:
        if self.first:
            if self.head:
                self.head.paint(pen, x, y)
        else:
            with pen.silent():
                self._again.paint(pen, x, y)
                if self.head:
                    self.head.paint(pen, x, y + self._again.height)
        y += self._lead
        for row in self.rows:
            row.paint(pen, x, y)
            y += row.height
        if self.closing:
            pen.line(x, y, x + self.width, y, *self.closing)

    def split(self, room: float, *, force: bool = False) -> Halves | None:
        y, count = self._lead, 0
        while count < len(self.rows) and y + self.rows[count].height <= room + 0.01:
            y += self.rows[count].height
            count += 1
        count = self._whole_group(count, room)
        while count and self.rows[count - 1].bound:
            count -= 1
        head, tail = self.rows[:count], self.rows[count:]
        if not count and force:
            head, tail = self._forced(room)
        if not head or not tail or (self.first and len(head) < LEAST_ROWS and not force):
            return None
        return replace(self, rows=head, last=False), replace(self, rows=tail, first=False)

    def _forced(self, room: float) -> tuple[list[TableRow], list[TableRow]]:
        """The rows that fit and a part of the next one, which is taller than a page."""
        y, count = self._lead, 0
        while count < len(self.rows) and y + self.rows[count].height <= room + 0.01:
            y += self.rows[count].height
            count += 1
        head, tail = self.rows[:count], self.rows[count:]
        if tail and (halves := tail[0].split(room - y, force=True)):
            first, second = halves
            assert isinstance(first, TableRow)
            assert isinstance(second, TableRow)
            return [*head, first], [second, *tail[1:]]
        return head, tail

    def _whole_group(self, count: int, room: float) -> int:
        """Break before a group rather than within it, if that leaves the page at most a quarter emptier."""
        if count == len(self.rows) or self.rows[count].bound:
            return count
        lost = 0.0
        for index in range(count - 1, 0, -1):
            lost += self.rows[index].height
            if lost > room / 4:
                break
            if self.rows[index].bound:
                return index
        return count


class TableSetter:
    """Builds the rows of one table."""

    def __init__(
        self, setting: Setting, table: Table, width: float, parent: Tag, density: float = 1.0
    ) -> None:
        self.setting, self.table, self.width = setting, table, width
        self.density = density
        self.pad = max(2.0, PAD * density)
        self.clear = max(0.0, min(3.0, self.pad - 1.5))  # from words on white to the rule above them
        self.tag = Tag("Table", parent)
        self.filled = table.style == "roles"
        place = roles_tracks if self.filled else tracks
        self.label, self.columns = place(setting, table, width)

    def box(self) -> TableBox:
        """The whole table."""
        head = self._head()
        body = Tag("TBody", self.tag)
        rows: list[TableRow] = []
        for group in self.table.groups:
            if group.label:
                rows.append(self._group(group, body, first=not rows and not self.filled))
            for index, row in enumerate(group.rows):
                heavy = index == 0 and bool(group.label)
                made = self._row(row, body, heavy=heavy, first=not rows and not self.filled)
                made.again = self._continued(group.label) if group.label else None
                rows.append(made)
        if self.table.foot:
            rows.append(self._row(self.table.foot, body, foot=True))
        if self.filled and rows and not self.table.groups[0].label:
            rows[0].rule = None
        ink = self.setting.colour("ink")
        return TableBox(self.width, head, rows, (1.0, ink), self._continued())

    def _continued(self, group: str = "") -> Box:
        """'continued', or 'Data, continued' within a group."""
        words = ", ".join(part for part in (group, self.setting.word("continued")) if part)
        text = self.setting.text(words, CAPTION, self.width, Tag("Span", None))
        return Stack([(0.0, text), (2 * U, Stack([]))])

    # Rows

    def _head(self) -> TableRow:
        tag = Tag("TR", Tag("THead", self.tag))
        row = TableRow(self.width, 0.0, [], tag)
        corner = Tag("TH", tag, attrs={"Scope": "Column"})
        if self.table.corner:
            row.boxes.append((0.0, 0.0, self._text(self.table.corner, SMALL_BOLD, self.label, corner)))
        else:
            row.boxes.append((0.0, 0.0, spoken(corner, self.setting.word("aspect"))))
        for column, track in zip(self.table.columns, self.columns, strict=True):
            th = Tag("TH", tag, attrs={"Scope": "Column"})
            self._column_head(row, column, track, th)
        tallest = max((box.height for _, _, box in row.boxes), default=0.0)
        row.height = max(8 * U, grid(tallest + 2 * INSET)) if self.filled else grid(tallest + 2 * self.pad)
        row.boxes = [(x, (row.height - box.height) / 2, box) for x, _, box in row.boxes]
        if not self.filled:
            row.rule = (1.0, self.setting.colour("ink"))
        return row

    def _column_head(self, row: TableRow, column: Column, track: Track, th: Tag) -> None:
        setting = self.setting
        if self.filled:
            role = setting.theme.palette.roles[column.members[0]]
            art = setting.area_mark(column.members[0], _mark_height(setting))
            room = track.width - 2 * INSET - head_mark(setting, column, filled=True)
            style = self._role_style(room)
            row.grounds.append((track.x, track.width, role.area))
            words = setting.text(column.label, _balanced(style), room, th, colour=role.on_area)
            row.boxes.append((track.x + INSET, 0.0, setting.plated(words, role.area)))
            row.boxes.append((track.x + track.width - INSET - art.width, 0.0, art))
            return
        colour = setting.colour("ink")
        left = track.x
        if column.members:
            single = len(column.members) == 1
            colour = setting.role_text(column.members[0]) if single else setting.colour("shared")
            if self.table.style != "matrix":
                art = setting.mark(column.members, 9.0)
                row.boxes.append((left, 0.0, art))
                left += art.width + 5
        room = track.width - (left - track.x)
        style = _balanced(self._plain_style())
        words = setting.text(column.label, style, room, th, colour=colour, align=column.align)
        row.boxes.append((left, 0.0, words))

    def _role_style(self, room: float) -> Style:
        """One size for all role heads: the larger if every name keeps to two lines in it; none that tears a word."""
        names = [column.label for column in self.table.columns]
        if all(self._fits(name, H3, room, 2) for name in names):
            return H3
        return SMALL_BOLD if all(self.setting.holds(name, SMALL_BOLD, room) for name in names) else TIGHT_HEAD

    def _plain_style(self) -> Style:
        """One size for all heads of a ruled table."""
        pairs = zip(self.table.columns, self.columns, strict=True)
        whole = all(self.setting.holds(column.label, SMALL_BOLD, track.width) for column, track in pairs)
        return SMALL_BOLD if whole or self.table.style != "matrix" else TIGHT_HEAD

    def _fits(self, words: str, style: Style, width: float, lines: int) -> bool:
        return (
            self.setting.holds(words, style, width)
            and len(self.setting.text(words, style, width, Tag("Span", None)).lines) <= lines
        )

    def _group(self, group: Group, body: Tag, *, first: bool) -> TableRow:
        """A group label: a row head over all columns, 5 steps before and 1 after, never last on a page."""
        tag = Tag("TR", body)
        th = Tag("TH", tag, attrs={"Scope": "Row", "ColSpan": len(self.columns) + 1})
        style = label_style(as_written=group.as_written)
        box = self._text(group.label, style, self.width, th, colour=self.setting.colour("ink"))
        above = 2 * U if first else max(2, round(4 * self.density)) * U
        row = TableRow(self.width, above + box.height + U, [(0.0, above, box)], tag, bound=True)
        if (first and not self.filled) or not self.filled:
            row.rule = (0.5, self.setting.colour("rule"))
        return row

    def _row(
        self, row: Row, body: Tag, *, heavy: bool = False, first: bool = False, foot: bool = False
    ) -> TableRow:
        setting = self.setting
        tag = Tag("TR", body)
        colour = setting.role_text(row.role) if row.role is not None else setting.colour("ink")
        th = Tag("TH", tag, attrs={"Scope": "Row"})
        out = TableRow(self.width, 0.0, [], tag)
        if row.label:
            out.boxes.append(
                (0.0, self.pad, self._text(row.label, SMALL_BOLD, self.label, th, colour=colour))
            )
        else:
            out.boxes.append((0.0, self.pad, spoken(th)))
        at = 0
        for cell in row.cells:
            self._cell(out, cell, self.columns[at : at + cell.span], tag, strong=foot)
            at += cell.span
        out.height = on_grid(max(dy + box.height for _, dy, box in out.boxes) + self.pad, self.density)
        strong = heavy or foot
        out.rule = (1.0 if strong else 0.5, setting.colour("ink" if strong or first else "rule"))
        return out

    def _cell(self, out: TableRow, cell: Cell, over: list[Track], tr: Tag, *, strong: bool) -> None:
        setting = self.setting
        attrs: Attrs = {"ColSpan": cell.span} if cell.span > 1 else {}
        td = Tag("TD", tr, attrs=attrs)
        x, width = over[0].x, over[-1].x + over[-1].width - over[0].x
        inset = INSET if self.filled else 0.0
        if cell.badge and cell.members:
            out.grounds.append((x, width, setting.theme.palette.shared_area))
            x, width = self._badge(out, cell, td, x + INSET, width - 2 * INSET)
            inset = 0.0
        if self.table.style == "matrix" and (cell.members or cell.none):
            self._dot(out, cell, td, over[0])
            return
        if not words_of(cell.text):
            out.boxes.append((x, self.pad, spoken(td)))
            return
        style = SMALL_BOLD if cell.strong or strong else SMALL
        colour = setting.colour("mute" if cell.none else "ink")
        # Only narrow columns are hyphenated.
        style = style.with_(hyphenate=width < NARROW)
        words = setting.text(cell.text, style, width - 2 * inset, td, colour=colour, align=over[0].align)
        badged = cell.badge and cell.members
        box = setting.plated(words, setting.theme.palette.shared_area, up=self.clear) if badged else words
        out.boxes.append((x + inset, self.pad, box))

    def _badge(self, out: TableRow, cell: Cell, td: Tag, x: float, width: float) -> tuple[float, float]:
        """Mark and badge of a shared cell; returns where its words stand."""
        setting = self.setting
        art = setting.mark(cell.members, 10.0)
        # Mark and label stand on the middle of the first line.
        area = setting.theme.palette.shared_area
        out.boxes.append((x, self.pad + (SMALL.leading - art.height) / 2, setting.plated(art, area, up=0.0)))
        x += art.width + 8
        badge, style = (Run(cell.badge + " "),), label_style(as_written=cell.as_written).with_(leading=14.0)
        label = setting.text(badge, style, width, td, colour=setting.colour("shared"))
        out.boxes.append((x, self.pad, setting.plated(label, area, up=self.clear)))
        used = art.width + 8 + label.lines[0].width + 8
        return x + label.lines[0].width + 8, width - used

    def _dot(self, out: TableRow, cell: Cell, td: Tag, track: Track) -> None:
        """A filled dot, a ring for what is merely useful, a speck for none; read as the cell's words."""
        colour = self.setting.role_fill(cell.members[0]) if cell.members else self.setting.colour("n3")

        def draw(pen: Pen, x: float, y: float) -> None:
            if cell.none:
                pen.circle(x + 5, y + 7, 0.9, fill=colour)
            elif cell.level == "core":
                pen.circle(x + 5, y + 7, 4.0, fill=colour)
            else:
                pen.circle(x + 5, y + 7, 3.4, stroke=colour, width=1.2)

        out.boxes.append((track.x, self.pad, Picture(Art(10, 14, draw), td, actual=words_of(cell.text))))

    def _text(
        self, words: str, style: Style, width: float, tag: Tag, *, colour: Colour | None = None
    ) -> TextBox:
        return self.setting.text(words, style, width, tag, colour=colour)


def _balanced(style: Style) -> Style:
    """For heads of columns: lines of about one length, so that none is a single word. Torn words stay as they are."""
    return style if style.hyphenate else style.with_(balance=True)


def _mark_height(setting: Setting) -> float:
    """Of the mark on a role's colour."""
    return 13.0 if setting.roles <= 3 else 9.0


def head_mark(setting: Setting, column: Column, *, filled: bool) -> float:
    """What the mark in the head of a column takes of its width, with the space beside it."""
    if filled:
        return setting.area_mark(column.members[0], _mark_height(setting)).width + 6
    return setting.mark(column.members, 9.0).width + 5 if column.members else 0.0


def spoken(tag: Tag, words: str = "") -> Picture:
    """A cell in which nothing is printed, read as `words`.

    It has a piece of content all the same: readers that build their table from content leave out cells without any,
    and what follows in the row would stand under the wrong head.
    """
    return Picture(Art(0, 0, lambda *_: None), tag, actual=words)


def set_table(setting: Setting, table: Table, width: float, parent: Tag, density: float = 1.0) -> TableBox:
    """A table of the document as a box of the given width; `density` below 1 tightens the rows."""
    return TableSetter(setting, table, width, parent, density).box()
