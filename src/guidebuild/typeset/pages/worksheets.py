"""The pages that fill up a booklet: people met, a plan for four weeks, notes. Each is one page of lines to write on.

Comes in: a `people`, `weeks` or `notes` section. Goes out: exactly one page each: as many entries and lines as it
has room for, which end at the foot.
"""

from __future__ import annotations

from guidebuild.compose.document import Form, Section, TipItem
from guidebuild.typeset.book import GUTTER
from guidebuild.typeset.boxes import Beside, Box, Rule, Stack
from guidebuild.typeset.designs.forms import LINE_PITCH, writing_lines
from guidebuild.typeset.designs.ticks import tick
from guidebuild.typeset.flow import Item, height_of
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import BODY, CAPTION, H3, LABEL, SMALL, U

ENTRY = 7 * U  # between entries, at least
MOST_PEOPLE = 6
# Lines under each step of the plan and the gap between steps: from roomy to tight.
ROOMS = ((5, ENTRY), (4, ENTRY), (3, ENTRY), (2, ENTRY), (2, 4 * U), (1, 4 * U), (1, 2 * U))
TICK, TICK_DROP = 18.0, 1.5  # from the box to its label; from the top of the line to the box


def lay_people(setting: Setting, section: Section) -> None:
    """Numbered entries for people met, as many as there is room for."""
    setting.start(section)
    sect = setting.sect()
    items = setting.opening(section, sect)
    room = setting.grid.live_height - height_of(items)
    for form in section.slot("people"):
        assert isinstance(form, Form)
        listing = Tag("L", sect, attrs={"ListNumbering": "Decimal"})
        least = _person(setting, form, 1, Tag("L", sect), 1).height + ENTRY
        count = min(MOST_PEOPLE, max(1, int(room // least)))
        lines = 1 + max(0, int((room / count - least) // LINE_PITCH))
        for number in range(1, count + 1):
            box = _person(setting, form, number, listing, lines)
            items.append(Item(box, before=ENTRY, flex=number > 1))
    setting.flow(section, items)


def _person(setting: Setting, form: Form, number: int, listing: Tag, lines: int) -> Box:
    """Labelled lines in two columns, the last one across both with so many lines more."""
    cols = setting.grid
    x = cols.x(1)
    width = cols.live_width - x
    each = (width - GUTTER) / 2
    li = Tag("LI", listing)
    lbl, body = Tag("Lbl", li), Tag("LBody", li)
    colour = setting.colour("primary_text")
    figure = setting.text(f"{number} ", H3, x, lbl, colour=colour)
    *paired, told = form.fields
    rows: list[tuple[float, Box]] = []
    for start in range(0, len(paired), 2):
        cells = [
            (n * (each + GUTTER), _labelled(setting, f"{name} ", body, each))
            for n, name in enumerate(paired[start : start + 2])
        ]
        rows.append((0.0, Beside(cells, width, LINE_PITCH)))
    rows.append((0.0, _labelled(setting, f"{told} ", body, width)))
    rows += [(LINE_PITCH, Rule(width, 0.5, setting.colour("mute"))) for _ in range(lines)]
    row = Beside([(0.0, Stack([(2.0, figure)])), (x, Stack(rows, width))], cols.live_width)
    return Stack([(0.0, setting.rule(cols.live_width)), (2 * U, row)], cols.live_width)


def _labelled(setting: Setting, words: str, body: Tag, width: float) -> Stack:
    """A line to write on with its label at the left, on the line."""
    label = setting.text(words, CAPTION, width, Tag("P", body))
    above = max(0.0, LINE_PITCH - label.height - 1.0)
    return Stack([(above, label), (1.0, Rule(width, 0.5, setting.colour("mute")))], width)


def lay_weeks(setting: Setting, section: Section) -> None:
    """Four steps with a box to tick and lines for what exactly is to be done; below them, the choice."""
    setting.start(section)
    sect = setting.sect()
    for lines, gap in ROOMS:
        items = _weeks(setting, section, sect, lines, gap)
        if height_of(items) <= setting.grid.live_height:
            break
    setting.flow(section, items)


def _weeks(setting: Setting, section: Section, sect: Tag, lines: int, gap: float) -> list[Item]:
    items = setting.opening(section, sect)
    listing = Tag("L", sect, attrs={"ListNumbering": "Decimal"})
    for step in section.slot("weeks"):
        assert isinstance(step, TipItem)
        items.append(
            Item(_week(setting, step, listing, lines), before=gap, flex=step.number > 1, node=step.id)
        )
    for form in section.slot("choice"):
        assert isinstance(form, Form)
        items.append(Item(_choice(setting, form, sect), before=gap, flex=True))
    return items


def _week(setting: Setting, step: TipItem, listing: Tag, lines: int) -> Box:
    """Number, what to do, and the box to tick at the right."""
    cols = setting.grid
    x = cols.x(1)
    width = cols.live_width - x
    li = Tag("LI", listing)
    lbl, body = Tag("Lbl", li), Tag("LBody", li)
    figure = setting.text(f"{step.number} ", H3, x, lbl, colour=setting.colour("primary_text"))
    done = _ticked(setting, step.label, body, cols.w(2))
    title = setting.text(step.title + " ", H3, width - cols.w(2), Tag("P", body))
    why = setting.text(step.why, BODY, width, Tag("P", body))
    words = Stack([(0.0, title), (U, why), (0.0, writing_lines(setting, width, lines))], width)
    row = Beside([(0.0, figure), (x, words), (cols.live_width - done.width, done)], cols.live_width)
    return Stack([(0.0, setting.rule(cols.live_width)), (2 * U, row)], cols.live_width)


def _ticked(setting: Setting, words: str, body: Tag, width: float) -> Beside:
    """A box to tick and what it stands for."""
    tag = Tag("P", body)
    box = tick(setting, Tag("Span", tag))
    label = setting.text(words, SMALL, width - TICK, tag, colour=setting.colour("ink"))
    return Beside([(0.0, Stack([(TICK_DROP, box)])), (TICK, label)], min(width, TICK + label.lines[0].width))


def _choice(setting: Setting, form: Form, sect: Tag) -> Box:
    """A box to tick for each role, three beside each other."""
    cols = setting.grid
    label = setting.text(form.label, LABEL, cols.live_width, Tag("H2", sect), colour=setting.colour("ink"))
    rows: list[tuple[float, Box]] = [
        (0.0, Rule(cols.live_width, 1.0, setting.colour("ink"))),
        (3 * U, label),
    ]
    listing = Tag("L", sect, attrs={"ListNumbering": "None"})
    each = 2 if len(form.fields) in (2, 4) else 3
    width = (cols.live_width + GUTTER) / each
    for start in range(0, len(form.fields), each):
        cells: list[tuple[float, Box]] = []
        for n, name in enumerate(form.fields[start : start + each]):
            body = Tag("LBody", Tag("LI", listing))
            cells.append((width * n, _ticked(setting, name, body, width - GUTTER)))
        rows.append((2 * U, Beside(cells, cols.live_width)))
    return Stack(rows, cols.live_width)


def lay_notes(setting: Setting, section: Section) -> None:
    """Lines down to the foot."""
    setting.start(section)
    sect = setting.sect()
    items = setting.opening(section, sect)
    room = setting.grid.live_height - height_of(items)
    lines = writing_lines(setting, setting.grid.live_width, int((room + 2 * U) // LINE_PITCH))
    items.append(Item(lines))
    setting.flow(section, items, widen=False)
