"""Small logos of every kind: those that print as a browser shows them, and those that are refused, with line and words.

`GOOD` is drawn by the program and by resvg and compared. `MEANT` is what resvg and usvg show otherwise than browsers:
beside each file stands one in plain words that looks as browsers show the first, and resvg draws that one. `BAD` has
what the refusal says and its line.
"""

from __future__ import annotations

_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'


def svg(inner: str, page: str = 'viewBox="0 0 80 60"') -> str:
    """A file with these elements."""
    return _HEAD.format(page, inner)


_TWO = '<stop offset="{}" stop-color="#0b6"/><stop offset="{}" stop-color="#216"/>'
_STOPS = _TWO.format(0, 1)
_THREE = '<stop offset=".2" stop-color="#f60"/><stop offset=".5" stop-color="#ff0"/>' + _TWO.format(
    ".5", ".9"
)

GOOD: dict[str, str] = {
    "shapes": svg(
        '<rect x="4" y="4" width="20" height="16" rx="4" fill="#a12"/><circle cx="40" cy="14" r="9" fill="#1a5"/>'
        '<ellipse cx="64" cy="14" rx="12" ry="7" fill="#23c"/><polygon points="4 50 20 28 36 50" fill="#850"/>'
        '<line x1="44" y1="30" x2="74" y2="52" stroke="#000" stroke-width="3"/>'
        '<polyline points="44 52 52 34 60 52" fill="none" stroke="#808" stroke-width="2"/>'
    ),
    "path letters": svg(
        '<path fill="#136" d="M6 8h18v12H6zm22 0q9-9 18 0t18 0v14c-8 8-14-8-22 0s-8 4-14 0z"/>'
        '<path fill="#a40" d="M10 52a12 9 20 1 1 20-4zm30-20l6 18 14-4z"/>'
    ),
    "move in a style": svg(
        '<rect width="20" height="20" fill="#083" style="transform: matrix(1, .2, 0,1,9, 8) scale(1.5)"/>'
    ),
    "after a close": svg('<path fill="none" stroke="#247" stroke-width="4" d="M30 12 50 30 30 48 10 30ZV4H70"/>'),
    "style after the shapes": svg('<rect class="k" x="8" y="8" width="40" height="30"/><style>.k{fill:#093}</style>'),
    "hidden layer": svg(
        "<style>.off{display:none}.on{display:inline}</style>"
        '<g class="off"><rect class="on" width="80" height="60"/></g>'
        '<rect x="9" y="9" width="30" height="20" fill="#805"/>'
    ),
    "selectors": svg(
        "<style>/* order */ #one{fill:#c30} .a{fill:#03c} rect{fill:#0c3} g > .b{fill:#909} "
        "[rx='2']{stroke:#000}</style>"
        '<rect id="one" class="a" width="20" height="20"/><rect class="a" x="24" width="20" height="20"/>'
        '<g><rect class="b" x="48" width="20" height="20" rx="2"/></g><rect y="30" width="20" height="20"/>'
    ),
    "clip by class": svg(
        '<style>.k{clip-path:url(#c)}</style><clipPath id="c"><circle cx="30" cy="30" r="20"/></clipPath>'
        '<g class="k"><rect width="80" height="60" fill="#06a"/><rect width="80" height="25" fill="#fa0"/></g>'
    ),
    "clips on clips": svg(
        '<clipPath id="a"><rect width="40" height="60"/></clipPath>'
        '<clipPath id="b" clip-path="url(#a)"><circle cx="40" cy="30" r="24"/></clipPath>'
        '<rect width="80" height="60" fill="#b04" clip-path="url(#b)"/>'
    ),
    "clip with a hole": svg(
        '<clipPath id="a"><path clip-rule="evenodd" d="M4 4h60v50H4zM20 16h28v26H20z"/></clipPath>'
        '<rect width="80" height="60" fill="#085" clip-path="url(#a)"/>'
    ),
    "clip of two": svg(
        '<clipPath id="a"><rect x="4" y="4" width="30" height="30"/><circle cx="50" cy="40" r="16"/></clipPath>'
        '<rect width="80" height="60" fill="#415" clip-path="url(#a)"/>'
    ),
    "clip by shares of a box": svg(
        '<clipPath id="a" clipPathUnits="objectBoundingBox"><circle cx=".5" cy=".5" r=".5"/></clipPath>'
        '<g clip-path="url(#a)" transform="translate(8 4) scale(1.2 .8)"><rect width="40" height="40" fill="#c50"/>'
        '<rect x="20" y="20" width="30" height="30" fill="#05c"/></g>'
    ),
    "clip that is moved": svg(
        '<clipPath id="a" clipPathUnits="objectBoundingBox" transform="translate(6 4)">'
        '<circle cx=".5" cy=".5" r=".4"/>'
        '</clipPath><rect x="10" y="8" width="50" height="40" fill="#a60" clip-path="url(#a)"/>'
    ),
    "clip by the box of a turned shape": svg(
        '<clipPath id="a" clipPathUnits="objectBoundingBox"><path d="M0 0h1v.5h-1z"/></clipPath>'
        '<g clip-path="url(#a)"><path d="M30 4L70 14L40 50Z" fill="#286" transform="rotate(20)"/></g>'
    ),
    "clip of a moved shape": svg(
        '<clipPath id="a" transform="translate(4 0)">'
        '<rect width="40" height="30" transform="rotate(12) scale(1.2 1)"/>'
        '</clipPath><rect width="80" height="60" fill="#06a" clip-path="url(#a)"/>'
    ),
    "clip of a copy": svg(
        '<defs><path id="p" d="M0 0h30v20z" transform="translate(6 3)"/></defs><clipPath id="a">'
        '<use href="#p" x="14" y="9"/>'
        '</clipPath><rect width="80" height="60" fill="#60a" clip-path="url(#a)"/>'
    ),
    "mask of a moved shape": svg(
        '<mask id="m" maskContentUnits="objectBoundingBox">'
        '<rect width=".6" height=".5" fill="#fff" transform="rotate(10)"/>'
        '</mask><g transform="rotate(5)"><rect x="12" width="60" height="50" fill="#a06" mask="url(#m)"/></g>'
    ),
    "mask of white": svg(
        '<mask id="m" maskUnits="userSpaceOnUse" x="0" y="0" width="50" height="60">'
        '<circle cx="40" cy="30" r="24" fill="#fff"/>'
        '</mask><g mask="url(#m)"><rect width="80" height="60" fill="#174"/></g>'
    ),
    "mask by opacity": svg(
        '<mask id="m" style="mask-type:alpha" maskUnits="userSpaceOnUse" x="0" y="0" width="80" height="60">'
        '<rect x="10" y="10" width="40" height="40" fill="#d9d9d9"/></mask>'
        '<g mask="url(#m)"><circle cx="40" cy="30" r="26" fill="#913"/></g>'
    ),
    "symbol": svg(
        '<symbol id="s" viewBox="0 0 10 10"><path d="M0 0h10l-5 14z" fill="#10a"/></symbol>'
        '<use href="#s" x="4" y="4" width="30" height="30"/>'
        '<use xlink:href="#s" x="40" y="20" width="36" height="36"/>'
    ),
    "inner page": svg(
        '<svg x="10" y="6" width="40" height="40" viewBox="0 0 10 20" preserveAspectRatio="xMidYMid slice">'
        '<circle cx="5" cy="10" r="8" fill="#c07"/></svg>'
    ),
    "copies": svg(
        '<defs><path id="leaf" d="M0 0q9-9 0-20q-9 11 0 20z"/></defs><g transform="translate(40 32)" fill="#284">'
        + "".join(f'<use href="#leaf" transform="rotate({60 * n})"/>' for n in range(6))
        + "</g>"
    ),
    "copies of copies": svg(
        '<defs><rect id="a" width="8" height="8"/><g id="b"><use href="#a"/><use href="#a" x="10"/></g></defs>'
        '<use href="#b" x="6" y="6" fill="#d20"/><use href="#b" x="6" y="24" fill="#02d"/>'
    ),
    "markers": svg(
        '<marker id="m" markerWidth="4" markerHeight="4" refX="2" refY="2" orient="auto">'
        '<path d="M0 0L4 2L0 4z" fill="#00a"/>'
        '</marker><path d="M10 40L40 12L68 40" fill="none" stroke="#c00" stroke-width="3" marker-mid="url(#m)" '
        'marker-end="url(#m)"/>'
    ),
    "marker for all in a style": svg(
        '<marker id="m" markerWidth="4" markerHeight="4" refX="2" refY="2"><circle cx="2" cy="2" r="2" fill="#00a"/>'
        '</marker><g fill="none" stroke="#c00" stroke-width="3"><path d="M10 20L40 6L68 20" style="marker:url(#m)"/>'
        '<path d="M10 50L40 36L68 50" style="marker : url(#m);marker-mid:none"/></g>'
    ),
    "see-through on a fill of the same outline": svg(
        '<circle cx="40" cy="30" r="24" fill="#06a"/><circle cx="40" cy="30" r="24" fill="#fff" fill-opacity=".4"/>'
    ),
    "stroke below its fill": svg(
        '<rect x="16" y="14" width="44" height="30" fill="#c20" stroke="#02c" stroke-width="12" paint-order="stroke"/>'
    ),
    "corners and ends": svg(
        '<g fill="none" stroke="#333" stroke-width="6"><path d="M8 50L18 10L28 50" stroke-linejoin="miter"/>'
        '<path d="M34 50L44 10L54 50" stroke-linejoin="round" stroke-linecap="round"/>'
        '<path d="M58 50L66 20L74 50" stroke-linejoin="bevel" stroke-linecap="square"/></g>'
    ),
    "miter limit": svg(
        '<path d="M10 50L18 10L26 50" fill="none" stroke="#00c" stroke-width="4" stroke-miterlimit="20"/>'
        '<path d="M44 50L52 10L60 50" fill="none" stroke="#c00" stroke-width="4" stroke-miterlimit="1"/>'
    ),
    "dashes": svg(
        '<path d="M6 12H74M6 30H74" stroke="#246" stroke-width="5" stroke-dasharray="9 4 2" stroke-dashoffset="5"/>'
    ),
    "stretched pen": svg(
        '<g transform="scale(2 .6)"><circle cx="20" cy="50" r="14" fill="#fd0" stroke="#024" stroke-width="6"/></g>'
    ),
    "slanted pen": svg(
        '<g transform="translate(20 6) skewX(25)">'
        '<rect width="30" height="40" fill="none" stroke="#163" stroke-width="5"/></g>'
    ),
    "dots": svg(
        '<path d="M14 30zM40 30zM66 30z" stroke="#a08" stroke-width="16" stroke-linecap="round"/>'
        '<path d="M40 50h.001" stroke="#08a" stroke-width="9" stroke-linecap="square"/>'
    ),
    "even and odd": svg('<path fill-rule="evenodd" fill="#450" d="M40 4L54 54L10 22H70L26 54z"/>'),
    "over the edge": svg('<circle cx="10" cy="10" r="40" fill="#06c"/><circle cx="90" cy="60" r="30" fill="#c60"/>'),
    "letterbox": svg('<rect width="40" height="40" fill="#639"/>', 'width="80" height="60" viewBox="0 0 40 40"'),
    "stretched page": svg(
        '<circle cx="20" cy="20" r="18" fill="#963"/>',
        'width="80" height="60" viewBox="0 0 40 40" preserveAspectRatio="none"',
    ),
    "units": svg('<rect x="10%" y="2mm" width="0.5in" height="1.5em" fill="#375"/><circle cx="60pt" cy="40" r="5%"/>',
                 'width="80" height="60"'),
    "line gradient": svg(
        f'<linearGradient id="g">{_STOPS}</linearGradient>'
        '<rect x="6" y="6" width="60" height="40" rx="9" fill="url(#g)"/>'
    ),
    "line gradient across": svg(
        '<linearGradient id="g" x1="10" y1="10" x2="50" y2="40" gradientUnits="userSpaceOnUse">'
        f"{_THREE}</linearGradient>"
        '<path d="M6 50L40 4L74 50z" fill="url(#g)"/>'
    ),
    "gradient turned": svg(
        f'<linearGradient id="g" gradientTransform="rotate(40 .5 .5)">{_STOPS}</linearGradient>'
        '<g transform="rotate(-10 40 30)"><ellipse cx="40" cy="30" rx="32" ry="18" fill="url(#g)"/></g>'
    ),
    "round gradient": svg(
        f'<radialGradient id="g" fx=".3" fy=".3">{_STOPS}</radialGradient>'
        '<circle cx="40" cy="30" r="26" fill="url(#g)"/>'
    ),
    "round gradient of an oval": svg(
        f'<radialGradient id="g" cx=".6">{_THREE}</radialGradient>'
        '<ellipse cx="40" cy="30" rx="36" ry="14" fill="url(#g)"/>'
    ),
    "gradient by reference": svg(
        f'<linearGradient id="a">{_STOPS}</linearGradient>'
        '<linearGradient id="b" xlink:href="#a" x1="0" x2="0" y2="1"/>'
        '<path d="M10 10H70L40 54z" style="fill:url(&quot;#b&quot;)"/>'
    ),
    "gradient of a stroke": svg(
        f'<linearGradient id="g" x1="0" y1="0" x2="80" y2="0" gradientUnits="userSpaceOnUse">{_STOPS}</linearGradient>'
        '<circle cx="40" cy="30" r="20" fill="none" stroke="url(#g)" stroke-width="10"/>'
    ),
    "gradients of a fill and its stroke": svg(
        f'<linearGradient id="g">{_STOPS}</linearGradient><radialGradient id="h">{_THREE}</radialGradient>'
        '<circle cx="22" cy="30" r="15" fill="#124" stroke="url(#g)" stroke-width="9"/>'
        '<circle cx="58" cy="30" r="15" fill="url(#h)" stroke="#124" stroke-width="9"/>'
    ),
    "hard edge at the end": svg(
        '<linearGradient id="g"><stop stop-color="#c00"/><stop offset="1" stop-color="#c00"/>'
        '<stop offset="1" stop-color="#00c"/></linearGradient>'
        '<path d="M4 4h72v52H4z" fill="url(#g)"/>'
    ),
    "one stop": svg(
        '<linearGradient id="g"><stop offset=".4" stop-color="#740"/></linearGradient>'
        '<rect width="50" height="40" fill="url(#g)"/>'
    ),
    "opacity nought": svg(
        '<g opacity="0"><rect width="80" height="60"/></g><rect width="80" height="60" fill-opacity="0"/>'
        '<rect x="10" y="10" width="40" height="30" fill="#b30"/><path d="M0 0H80" stroke="#000" stroke-opacity="0"/>'
    ),
    "see-through on paper": svg(
        '<circle cx="24" cy="30" r="18" fill="#00c" opacity=".4"/>'
        '<rect x="50" y="10" width="24" height="40" fill="rgba(200,0,0,.5)"/>'
    ),
    "see-through on a plate": svg(
        '<rect width="80" height="60" fill="#124"/><circle cx="40" cy="30" r="20" fill="#fff" fill-opacity=".3"/>'
        '<path d="M10 55H70" stroke="#f80" stroke-opacity=".6" stroke-width="4"/>'
    ),
    "see-through group": svg(
        '<g opacity=".5"><rect x="6" y="6" width="40" height="40" fill="#c00"/>'
        '<circle cx="46" cy="36" r="18" fill="#00c"/></g>'
    ),
    "see-through gradient": svg(
        '<linearGradient id="g"><stop stop-color="#06c"/>'
        '<stop offset="1" stop-color="#06c" stop-opacity="0"/></linearGradient>'
        '<rect x="4" y="10" width="70" height="36" fill="url(#g)"/>'
    ),
    "what editors keep": svg(
        '<x:view xmlns:x="http://example.com/editor" pageopacity="0" only_selected="1">'
        '<x:grid opacity=".1"/></x:view>'
        '<linearGradient id="unused"><stop stop-color="#fff"/></linearGradient>'
        '<rect x="10" y="10" width="30" height="30" fill="#052"/>'
    ),
    "names with signs": svg('<g id="Art &amp; Science"><rect x="8" y="8" width="30" height="30" fill="#50a"/></g>'),
    "colours": svg(
        '<g color="#a30"><rect width="20" height="20" fill="currentColor"/></g>'
        '<rect x="24" width="20" height="20" fill="Teal"/>'
        '<rect x="48" width="20" height="20" fill="rgb(20%,40%,90%)"/>'
        '<rect y="24" width="20" height="20" fill="hsl(20,80%,40%)"/>'
        '<g fill="#063"><rect x="24" y="24" width="20" height="20" fill="inherit"/></g>'
    ),
}  # fmt: skip

_RECT = '<rect width="40" height="30" {}/>'
_PLAIN_RECT = svg(_RECT.format('fill="#06a"') + '<circle cx="60" cy="40" r="12" fill="#a30"/>')
_CUT_RECT = svg(
    '<clipPath id="k"><circle cx="20" cy="15" r="14"/></clipPath>'
    + _RECT.format('fill="#06a" clip-path="url(#k)"')
)


def _rect(before: str, attributes: str) -> str:
    """The plain rectangle and its circle, with something before them and more said of the rectangle."""
    return svg(
        before + _RECT.format(f'fill="#06a" {attributes}') + '<circle cx="60" cy="40" r="12" fill="#a30"/>'
    )


def _cut(clips: str, name: str) -> str:
    return svg(clips + _RECT.format(f'fill="#06a" clip-path="url({name})"'))


_CLIP = '<clipPath id="{}"><circle cx="20" cy="15" r="{}"/></clipPath>'
_DARK = "<style media='{}'>rect{{fill:#fd0}}</style>"

_MOVED = 'gradientUnits="userSpaceOnUse" gradientTransform="rotate(20) scale(70 50)"'


def _referred(kind: str, where: str) -> tuple[str, str]:
    """A gradient by reference, and written out: resvg-py 0.5 forgets the transform of what is referred to."""
    a, b = (f'<{kind}Gradient id="{name}" {where} {_MOVED}>{_STOPS}</{kind}Gradient>' for name in "ab")
    shape = '<path d="M10 10H70L40 54z" fill="url(#b)"/>'
    return svg(a + f'<{kind}Gradient id="b" xlink:href="#a"/>' + shape), svg(b + shape)


MEANT: dict[str, tuple[str, str]] = {
    "style sheet for dark screens": (_rect(_DARK.format("(prefers-color-scheme: dark)"), ""), _PLAIN_RECT),
    "style sheet for dark screens or strong contrasts": (
        _rect(_DARK.format("screen and ( PREFERS-color-scheme:dark ), (prefers-contrast: more)"), ""), _PLAIN_RECT),
    "style sheet for all": (
        svg('<style media="print, Screen">rect{fill:#06a}</style><rect width="40" height="30"/>'
            '<circle cx="60" cy="40" r="12" fill="#a30"/>'), _PLAIN_RECT),
    "style sheet with a comment of XML": (
        svg("<style>circle{fill:#a30}<!-- blue -->rect{fill:#06a}</style><rect width='40' height='30'/>"
            '<circle cx="60" cy="40" r="12"/>'), _PLAIN_RECT),
    "line gradient by reference, moved": _referred("linear", 'x1="0" x2="1"'),
    "round gradient by reference, moved": _referred("radial", 'cx=".6" cy=".4" r=".5"'),
    "filter that is not there": (_rect("", 'filter="url(#gone)"'), _PLAIN_RECT),
    "filters of which one is not there": (
        _rect('<filter id="f"><feOffset dx="9"/></filter>', 'filter="url(#f) url(#gone)"'), _PLAIN_RECT),
    "filter of a style that is not there": (_rect("", 'style="/* b */filter : url(&quot;#gone&quot;)"'), _PLAIN_RECT),
    "filter of a class that is not there": (
        _rect("<style>.k{opacity:1;filter:url('#gone')}</style>", 'class="k"'), _PLAIN_RECT),
    "filter of a group that is not there": (
        svg('<g filter="url(#gone)">' + _RECT.format('fill="#06a"')
            + '<circle cx="60" cy="40" r="12" fill="#a30"/></g>'), _PLAIN_RECT),
    "filter that is a shape": (_rect('<defs><path id="p"/></defs>', 'filter="url(#p)"'), _PLAIN_RECT),
    "clip that is not there": (_rect("", 'clip-path="url(#gone)"'), _PLAIN_RECT),
    "clip that is a shape": (_rect('<defs><path id="p"/></defs>', 'style="clip-path:url(#p)"'), _PLAIN_RECT),
    "mask that is not there": (_rect("", 'mask="url(#gone)"'), _PLAIN_RECT),
    "mask that is a shape": (_rect('<style>.k{mask:url(#p)}</style><g id="p"/>', 'class="k"'), _PLAIN_RECT),
    "none of each": (
        _rect("<style>rect{clip-path:none;mask:none;marker:none}</style>", 'filter="none"'), _PLAIN_RECT),
    "two clips of one name": (_cut(_CLIP.format("c", 14) + _CLIP.format("c", 4), "#c"), _CUT_RECT),
    "two things of one name": (
        svg('<x:view xmlns:x="http://example.com/editor" id="c"/>' + _CLIP.format("c", 4)
            + _RECT.format('fill="#06a" clip-path="url(#c)"') + '<circle cx="60" cy="40" r="12" fill="#a30"/>'),
        _PLAIN_RECT),
    "two gradients of one name": (
        svg(f'<linearGradient id="g">{_STOPS}</linearGradient><radialGradient id="g">{_THREE}</radialGradient>'
            + _RECT.format('fill="url(#g)"')),
        svg(f'<linearGradient id="g">{_STOPS}</linearGradient>' + _RECT.format('fill="url(#g)"'))),
    "name with escapes": (_cut(_CLIP.format("é!", 14), "#%C3%A9%21"), _CUT_RECT),
    "name with escapes in a style sheet": (
        svg("<style>rect{clip-path:url(#%C3%A9)}</style>" + _CLIP.format("é", 14) + _RECT.format('fill="#06a"')),
        _CUT_RECT),
    "name with a sign of escapes": (_cut(_CLIP.format("a%20b", 14), "#a%20b"), _CUT_RECT),
    "copy of a name with escapes": (
        svg('<defs><g id="é(1)">' + _RECT.format('fill="#06a"') + '</g></defs><use href=" #%C3%A9(1)"/>'
            '<circle cx="60" cy="40" r="12" fill="#a30"/>'), _PLAIN_RECT),
}  # fmt: skip

BAD: dict[str, tuple[str, str, int]] = {
    "script": (svg("\n<script>alert(1)</script>" + _RECT.format("")), "a script", 2),
    "event": (svg("\n\n" + _RECT.format('onclick="x()"')), "a script", 3),
    "picture": (svg('\n<image width="9" height="9" href="data:image/png;base64,iVBORw0KGgo="/>'), "a picture", 2),
    "file": (svg('\n<use href="other.svg#a"/>'), "outside the file", 2),
    "imported style": (svg("<style>\n\n@import 'a.css';</style>"), "outside the file", 3),
    "style sheet beside it": (
        '<?xml version="1.0"?>\n<?xml-stylesheet href="a.css"?>\n' + svg(_RECT.format("")), "outside the file", 2),
    "address": (svg("\n" + _RECT.format('style="fill:url(http://a.b/c#d)"')), "outside the file", 2),
    "foreign object": (svg("\n<foreignObject width='9' height='9'/>"), "a foreign object", 2),
    "animation": (svg('<rect width="9" height="9">\n<animate attributeName="x" to="9"/></rect>'), "an animation", 2),
    "animated style": (svg("<style>\n.a{animation: spin 2s}</style>"), "an animation", 2),
    "live text": (svg('\n<text x="1" y="9">Acme</text>'), "live text", 2),
    "filter function": (svg("\n" + _RECT.format("filter='brightness(165%)'")), "a filter", 2),
    "filter in a style sheet": (
        svg("<style>\n\n.a{filter:blur(2px)}</style>" + _RECT.format('class="a"')), "a filter", 1),
    "pattern": (
        svg('\n<pattern id="p" width=".1" height=".1"><rect width="2" height="2"/></pattern>'
            + _RECT.format('fill="url(#p)"')), "a pattern", 2),
    "mask with shades": (
        svg('\n<mask id="m"><circle r="20" fill="#888"/></mask>' + _RECT.format('mask="url(#m)"')), "a mask", 2),
    "see-through over two": (
        svg(_RECT.format("fill='#c00'") + '\n<circle cx="40" cy="20" r="15" opacity=".5"/>'), "see-through", 2),
    "see-through stroke on its own fill": (
        svg('\n<circle cx="40" cy="30" r="20" fill="#c00" stroke="#00c" stroke-width="12" stroke-opacity=".5"/>'),
        "see-through", 2),
    "see-through stroke on a fill of the same outline": (
        svg('<circle cx="40" cy="30" r="20"/>\n'
            '<circle cx="40" cy="30" r="20" fill="none" stroke="#00c" stroke-width="12" opacity=".5"/>'),
        "see-through", 2),
    "see-through gradient of a stroke on its own fill": (
        svg('<linearGradient id="g"><stop stop-color="#06c"/>\n<stop offset="1" stop-color="#06c" stop-opacity="0"/>'
            '</linearGradient><circle cx="40" cy="30" r="20" fill="#c00" stroke="url(#g)" stroke-width="12"/>'),
        "see-through", 2),
    "see-through over the same outline with a hole": (
        svg('<path fill-rule="evenodd" d="M4 4h60v50H4zM20 16h28v26H20z"/>\n'
            '<path d="M4 4h60v50H4zM20 16h28v26H20z" fill="#c00" opacity=".5"/>'), "see-through", 2),
    "see-through over the point of a corner": (
        svg('<path d="M20 58L40 40L60 58" fill="none" stroke="#c00" stroke-width="20"/>\n'
            '<rect x="36" y="18" width="8" height="10" fill="#00c" opacity=".5"/>'), "see-through", 2),
    "clip of shapes moved apart": (
        svg('\n<clipPath id="c"><rect width="9" height="9"/><circle r="9" transform="scale(2)"/></clipPath>'
            + _RECT.format('clip-path="url(#c)"')), "lie over each other", 2),
    "inner page that is turned": (
        svg("\n<svg width='20' height='20' transform='rotate(9)'>" + _RECT.format("") + "</svg>"), "transform", 2),
    "blending": (svg("\n" + _RECT.format('style="mix-blend-mode:multiply"')), "blend", 2),
    "repeating gradient": (
        svg(f'\n<linearGradient id="g" x2=".2" spreadMethod="reflect">{_STOPS}</linearGradient>'
            + _RECT.format('fill="url(#g)"')), "gradient that repeats", 2),
    "gradient from a circle": (
        svg(f'\n<radialGradient id="g" fr=".2">{_STOPS}</radialGradient>' + _RECT.format('fill="url(#g)"')),
        "begins at a circle", 2),
    "variable": (svg("<style>.a{--b:red}</style>\n" + _RECT.format('style="fill:var(--b)"')), "'var", 2),
    "unread selector": (svg("<style>\n.a:not(.b){fill:red}</style>" + _RECT.format('class="a"')), ":not", 2),
    "important": (
        svg("<style>\n.a{fill:red!important}</style>" + _RECT.format('class="a" style="fill:#00f"')), "important", 2),
    "style for a width": (svg("<style>\n@media (min-width:9px){.a{fill:red}}</style>" + _RECT.format("")), "@media", 2),
    "style sheet for a width": (svg('\n<style media="(max-width: 10px)">rect{fill:red}</style>'), "(max-width", 2),
    "style sheet for a printer": (svg('\n<style media="print">rect{fill:red}</style>'), "'print'", 2),
    "style for all who like movement": (
        svg("<style>\n@media (prefers-reduced-motion: no-preference){.a{fill:red}}</style>"), "@media", 2),
    "style for dark or wide screens": (
        svg("<style>\n@media (prefers-color-scheme: dark), (min-width:9px){.a{fill:red}}</style>"), "@media", 2),
    "filter of a browser": (svg("\n" + _RECT.format('style="-webkit-filter:blur(2px)"')), "-webkit-filter", 2),
    "name with a blank": (
        svg(_CLIP.format("a b", 9) + "\n" + _RECT.format('clip-path="url(#a%20b)"')), "the name 'a b'", 2),
    "name with a blank in a copy": (svg('<defs><g id="a b"/></defs>\n<use href="#a%20b"/>'), "the name 'a b'", 2),
    "two that a style is for": (
        svg(f"<style>#c{{opacity:1}}</style>{_CLIP.format('c', 9)}\n{_CLIP.format('c', 4)}"
            + _RECT.format('clip-path="url(#c)"')), "more than one element has the name 'c'", 2),
    "turn in a style without a unit": (
        svg("\n" + _RECT.format('style="transform:rotate(9)"')), "the style 'transform'", 2),
    "size as style": (svg("\n" + _RECT.format('style="width:20px"')), "'width'", 2),
    "origin": (svg("\n" + _RECT.format('transform="rotate(9)" transform-origin="20 20"')), "transform-origin", 2),
    "stroke of one width": (
        svg("\n" + _RECT.format('stroke="#000" vector-effect="non-scaling-stroke"')), "vector-effect", 2),
    "modern colour": (svg("\n" + _RECT.format('fill="oklch(60% 0.2 20)"')), "oklch", 2),
    "background": (svg(_RECT.format(""), 'viewBox="0 0 9 9" style="background:#c00"'), "background", 1),
    "no namespace": ('<svg viewBox="0 0 9 9"><rect width="5" height="5"/></svg>', "does not say that it is SVG", 1),
    "nothing": (svg(_RECT.format('fill="none"')), "nothing in it", 0),
}  # fmt: skip
