"""Small graphics that the page designs draw themselves: rings, pay bars, dots, codes, logos.

Comes in: values of the document and the theme. Goes out: `Art` and boxes, vector only. All but the code and the logo
repeat what stands in words beside them, and are decoration.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from guidebuild.brand.theme import Band
from guidebuild.charts.codes import QUIET, code_id, least_width
from guidebuild.charts.marks import ARROW, arrow, breaks, lens
from guidebuild.compose.document import Code, Range, Rings, Run, Text
from guidebuild.diagnostics import Span
from guidebuild.drawing import Drawing, Path, circle
from guidebuild.edition import MM
from guidebuild.typeset.boxes import Art, Box, Draw, Picture, Stack, drawing_art, ground
from guidebuild.typeset.complaints import Uncoded
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import CAPTION, SMALL_BOLD, U
from guidebuild.typeset.text import line_width

STEP = 6.1 * MM  # from ring to ring on a cover
CODE_SIZE = 30 * MM
GRAZE = 5 * MM  # nearer to the edge than this, a ring is neither on the page nor over its edge
ADDRESS = 130.0  # the width of what stands below a code


def put_band(
    setting: Setting, put: Callable[[Box, float, float], object], band: Band, height: float, top: float = 0.0
) -> None:
    """The ground of a band across the page, and the rule at its inner edge where it has no ground of its own.

    `put` places a box; a band that begins below the head of the page lies at its foot.
    """
    width = setting.grid.paper.width
    put(ground(width, height, band.ground), 0, top)
    if band.edge:
        thickness, colour = band.edge
        put(ground(width, thickness, colour), 0, top or height - thickness)


def ornament(
    setting: Setting,
    rings: Rings,
    x_rim: float,
    base: float,
    reach: float,
    dx: float = 0.0,
    *,
    most: float = STEP,
) -> Art:
    """The cover ornament: a ring per skill, centres on the band's lower edge, shared rings crossing on the axis.

    `x_rim` is where the second role's outermost ring ends, `base` the band's lower edge and `reach` the largest
    radius, all in points; `dx` moves it, for the part that runs over the spine onto the back cover. Rings stand at
    `most` so far apart; where that is more than usual, their lines are heavier. What lies below the band is not seen.
    """
    first, second = _pair(rings)
    left, r1, step = ring_places(rings, x_rim, reach, most=most)
    r2, heavier = second * step, max(1.0, most / STEP)
    apart = _apart(rings) * step
    left += dx
    right = left + apart
    palette = setting.theme.palette
    roles = [palette.roles[i] for i in rings.roles[:2]]
    band = palette.cover

    def draw(pen: Pen, _x: float, _y: float) -> None:
        y = pen.height - base
        if band.discs[0]:
            for cx, r in ((left, r1), (right, r2)):
                pen.path(Path(circle(cx, y, r), fill=band.discs[0]))
        if band.discs[1] and abs(r1 - r2) < apart < r1 + r2:
            pen.path(Path(lens(left, y, r1, right, y, r2), fill=band.discs[1]))
        for cx, count, role in ((left, first, roles[0]), (right, second, roles[1])):
            for k in range(1, count + 1):
                pen.path(
                    Path(
                        circle(cx, y, k * step),
                        stroke=role.on_primary,
                        width=band.ring_width * heavier,
                        dash=role.ruled,
                        cap="round" if role.ruled and role.round_cap else "butt",
                    )
                )
        fewer = min(first, second)
        for k in range(fewer - rings.shared + 1, fewer + 1):
            height = math.sqrt(max(0.0, (k * step) ** 2 - (apart / 2) ** 2))
            pen.path(_crossing(band, (left + right) / 2, y + height, step, heavier))

    return _on_band(setting, base, draw)


def _on_band(setting: Setting, height: float, draw: Draw) -> Art:
    """What is seen of a drawing on a band at the head of the page: nothing beside the page or below the band."""

    def clipped(pen: Pen, x: float, y: float) -> None:
        with pen.clipped(0, 0, setting.grid.paper.width, height):
            draw(pen, x, y)

    return Art(0, 0, clipped)


def _crossing(band: Band, x: float, y: float, step: float, width: float) -> Path:
    """The dot where two rings of a shared skill cross."""
    dot = circle(x, y, 1.9 * MM * step / STEP)
    return Path(dot, fill=band.dot, stroke=band.beneath, width=width)


def ring_places(
    rings: Rings, x_rim: float, reach: float, *, most: float = STEP
) -> tuple[float, float, float]:
    """Where the first role's rings have their centre, the radius of its outermost one, and the step between rings.

    An outermost ring that would just graze the left edge of the page stays inside.
    """
    first, second = _pair(rings)
    whole = first + _apart(rings) + second
    step = min(reach / max(first, second), most)
    if abs(x_rim - whole * step) < GRAZE:
        step = (x_rim - GRAZE) / whole
    return x_rim - (second + _apart(rings)) * step, first * step, step


def _apart(rings: Rings) -> float:
    """How many steps the centres are apart, so that exactly the shared rings cross on the axis."""
    return 2 * (min(_pair(rings)) - rings.shared + 0.2)


def _pair(rings: Rings) -> tuple[int, int]:
    first, second = rings.counts[:2]
    return max(first, 1), max(second, 1)


def opener_rings(setting: Setting, rings: Rings, centre: float, base: float, reach: float) -> Art:
    """Rings of one role on its band: a ring per skill, a dot on each that is shared."""
    count = max(rings.counts[0], 1)
    step = min(reach / count, 5.4 * MM)
    role = setting.theme.palette.roles[rings.roles[0]]
    band = role.opener
    offset = min((count - rings.shared + 0.2) * step, count * step * 0.55)

    def draw(pen: Pen, _x: float, _y: float) -> None:
        y = pen.height - base
        if band.discs[0]:
            pen.path(Path(circle(centre, y, (count + 0.6) * step), fill=band.discs[0]))
        for k in range(1, count + 1):
            pen.path(
                Path(
                    circle(centre, y, k * step),
                    stroke=band.rings,
                    width=band.ring_width,
                    dash=role.ruled,
                    cap="round" if role.ruled and role.round_cap else "butt",
                )
            )
        for k in range(count - rings.shared + 1, count + 1):
            height = (k * step) ** 2 - offset**2
            if height > 0:
                pen.path(
                    Path(
                        circle(centre - offset, y + math.sqrt(height), 1.3 * MM),
                        fill=band.dot,
                    )
                )

    return _on_band(setting, base, draw)


def range_bar(
    setting: Setting, pay: Range, role: int | None, width: float, *, bar: float = 12.0, tick: float = 22.0
) -> Art:
    """A pay bar: p10 to p90 light, the middle half darker, a tick at the median; as high as the tick.

    A bar that goes on beyond its end has an arrow there, and a break before it where the end lies off the scale.
    """
    palette = setting.theme.palette
    colours = palette.roles[role] if role is not None else None
    light, middle = colours.bars if colours else palette.bars
    dark = colours.fill if colours else palette.shared

    most = width - (ARROW * bar if pay.runs_on else 0.0)

    def draw(pen: Pen, x: float, y: float) -> None:
        def at(value: float) -> float:
            return x + min(width * value / pay.top, most)

        top = y + (tick - bar) / 2
        pen.rect(at(pay.p10), top, at(pay.p90) - at(pay.p10), bar, light)
        pen.rect(at(pay.p25), top, at(pay.p75) - at(pay.p25), bar, middle)
        if pay.runs_on:
            pen.path(Path(arrow(at(pay.p90), pen.height - top - bar / 2, bar), fill=dark))
        if pay.p90 > pay.top:
            for gap in breaks(at(pay.p90), pen.height - top - bar / 2, bar):
                pen.path(Path(gap, fill=palette.paper))
        pen.rect(at(pay.p50) - 1.25, y, 2.5, tick, dark)

    return Art(width, tick, draw)


def pay_axis(setting: Setting, label: str, width: float, *, ruled: bool = True) -> Art:
    """0 and the end of a pay scale, below a line or by themselves; decoration, since the values are printed."""
    style, down = setting.sized(CAPTION), 1.0 if ruled else 0.0

    def draw(pen: Pen, x: float, y: float) -> None:
        mute = setting.colour("mute")
        if ruled:
            pen.line(x, y, x + width, y, 0.5, setting.colour("rule"))
        base = y + style.baseline() + down
        pen.text(x, base, "0", "regular", style.size, mute)
        end = line_width(label, style, setting.theme.faces)
        pen.text(x + width - end, base, label, "regular", style.size, mute)

    return Art(width, style.leading + 2 * down, draw)


def dots_row(setting: Setting, own: int, shared: int, role: int | None, width: float) -> Art:
    """A dot per skill: the role's own dark, the shared ones light; wraps at `width`."""
    pitch = min(12.9, max(8.0, width / max(own + shared, 1)))
    per_line = max(1, int(width / pitch + 1e-6))
    lines = math.ceil((own + shared) / per_line)
    fill = setting.role_fill(role)

    def draw(pen: Pen, x: float, y: float) -> None:
        for i in range(own + shared):
            cx, cy = x + 4 + (i % per_line) * pitch, y + 6 + (i // per_line) * 12
            pen.circle(cx, cy, 4.0 if pitch > 10 else 3.2, fill=fill if i < own else setting.colour("n3"))

    return Art(width, lines * 12.0, draw)


def steps_row(setting: Setting, reached: int, of: int, role: int | None, width: float) -> Art:
    """Steps that rise from left to right, filled as far as they are reached; the rest are outlines."""
    fill, rest = setting.role_fill(role), setting.colour("n3")
    each, gap = min(22.0, width / of - 3), 3.0

    def draw(pen: Pen, x: float, y: float) -> None:
        for i in range(of):
            high = 4.0 + 8.0 * (i + 1) / of
            left = x + i * (each + gap)
            if i < reached:
                pen.rect(left, y + 12 - high, each, high, fill)
            else:
                pen.line(left, y + 11.6, left + each, y + 11.6, 0.8, rest)

    return Art(width, 14.0, draw)


def code_drawing(setting: Setting, code: Code) -> Drawing:
    """The code as it was drawn: a module is one point, the quiet zone is included."""
    return setting.charts[code_id(code.says)].drawing


def code_width(
    setting: Setting, url: str, says: str, wanted: float, most: float, place: Span | None
) -> float:
    """How wide to print the code of an address: as wanted, or wider if it must be; 0 where there is no room for that.

    Then the book remembers why and where the address is written, and it is printed alone.
    """
    grown = setting.form.scale  # the page is printed so much larger than it is laid out
    width = max(wanted, least_width(setting.charts[code_id(says)].drawing) / grown)
    if width <= most:
        return width
    longer = f", {len(says) - len(url)} of them for 'utm'" if says != url else ""
    why = (
        f"for {len(says)} characters{longer} it would have to be {math.ceil(width * grown / MM)} mm wide to be read, "
        f"and there is room for {math.floor(most * grown / MM)} mm"
    )
    setting.book.uncoded[url] = Uncoded(url, why, place)
    return 0.0


def code_art(drawing: Drawing, size: float = CODE_SIZE) -> tuple[Art, float]:
    """A QR code at a size in points, and the width of its quiet zone, so that its modules can meet a margin."""
    scale = size / drawing.width
    return drawing_art(drawing, scale), QUIET * scale


def code_box(
    setting: Setting, code: Code, parent: Tag, *, right: bool, size: float = CODE_SIZE, most: float = 0.0
) -> Box:
    """A code with its invitation and address beneath, set so that the modules meet the margin.

    It is of that size, or larger up to `most` (usually four columns) where it says a lot; beyond that it is left out.
    """
    room = most or max(size, setting.grid.w(4), ADDRESS)
    size = code_width(setting, code.url, code.says, size, room, code.place)
    width = max(size, ADDRESS)
    align = "right" if right else "left"
    linked = _link(code)
    boxes: list[tuple[float, Box]] = []
    if size:
        boxes.append((0.0, _aligned(_flush(setting, code, parent, right, size), width, right)))
    invitation = setting.text(code.invitation, SMALL_BOLD, width, Tag("P", parent), align=align)  # type: ignore[arg-type]
    address = setting.text(linked, CAPTION, width, Tag("P", parent), align=align)  # type: ignore[arg-type]
    if len(address.lines) > 4:
        tiny = CAPTION.with_(size=6.5, leading=8.0)
        address = setting.text(linked, tiny, width, address.tag, align=align)  # type: ignore[arg-type]
    boxes += [(U if boxes else 0.0, invitation), (0.0, address)]
    return Stack(boxes, width)


def _flush(setting: Setting, code: Code, parent: Tag, right: bool, size: float) -> Art:
    """The code with its modules at the margin and the top; its quiet zone lies in the white around."""
    art, quiet = code_art(code_drawing(setting, code), size)
    figure = Picture(art, Tag("Figure", parent, alt=f"QR code for {code.address}"))
    shift = quiet if right else -quiet
    return Art(size, size - quiet, lambda pen, x, y: figure.paint(pen, x + shift, y - quiet))


def _link(code: Code) -> Text:
    return (Run(code.address, link=code.url),)


def _aligned(box: Box, width: float, right: bool) -> Box:
    """A box moved to the right edge of a wider one."""
    dx = width - box.width if right else 0.0
    return Art(width, box.height, lambda pen, x, y: box.paint(pen, x + dx, y))


def logo_box(setting: Setting, parent: Tag, *, dark: bool, height: float, width: float) -> Box:
    """The brand's logo within a height and width, or its name in bold when there is no logo.

    A logo that says nothing in words is decoration (ISO 14289-1, 7.3 wants words for a figure).
    """
    logo = setting.theme.logo
    chosen = logo.dark if dark else logo.light
    if chosen is None:
        from guidebuild.typeset.styles import H2

        colour = setting.colour("on_primary" if dark else "primary_text")
        return setting.text(setting.theme.name, H2, width, Tag("P", parent), colour=colour)
    scale = min(height / chosen.height, width / chosen.width)
    if isinstance(chosen, Drawing):
        art = drawing_art(chosen, scale)
    else:
        w, h, png = chosen.width * scale, chosen.height * scale, chosen.png
        art = Art(w, h, lambda pen, x, y: pen.image(png, x, y, w, h))
    return Picture(art, Tag("Figure", parent, alt=logo.alt)) if logo.alt else art
