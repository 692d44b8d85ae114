"""Why a vector logo is not printed, in words.

Comes in: the name of a feature that a file uses. Goes out: `SvgError` with a sentence and what to do.
"""

from __future__ import annotations

_FLATTEN = "flatten it in the drawing program, or save the logo as PNG"
_PLAIN = "save it as plain SVG with paths only"
_FEATURES = {
    "script": ("it contains a script", "remove it; a logo needs none"),
    "foreignObject": ("it contains a foreign object", "redraw it as paths"),
    "outside": ("it refers to something outside the file", "draw it in the file itself"),
    "image": ("it contains a picture", "save the whole logo as PNG instead"),
    "text": ("it contains live text", "convert the text to paths (outlines) in the drawing program"),
    "animation": ("it contains an animation", "remove it; paper does not move"),
    "pattern": ("it contains a pattern", _FLATTEN),
    "mask": ("it contains a mask with shades", _FLATTEN),
    "filter": ("it contains a filter", _FLATTEN),
    "opacity": ("parts of it are see-through over more than one colour", _FLATTEN),
    "blend": ("parts of it blend with what is below", _FLATTEN),
    "clip-path": ("it is cut along shapes that lie over each other", "merge the shapes that it is cut along"),
    "spreadMethod": ("it contains a gradient that repeats", "draw it as a gradient that does not"),
    "fr": ("it contains a radial gradient that begins at a circle ('fr')", _FLATTEN),
    "gradient": ("a gradient of it is lost when it is read", _FLATTEN),
    "size": ("it is too large or nested too deeply to print", "simplify the drawing"),
    "viewBox": ("it has no size", "give it a viewBox"),
    "number": ("a number in it is too large", "save it as plain SVG"),
    "nothing": ("nothing in it would be visible", "check that the shapes have a fill or a stroke"),
    "grammar": ("it cannot be drawn", _PLAIN),
}


class SvgError(Exception):
    """Why a drawing cannot be used: "it contains ...", with its line (0: the file as a whole).

    `feature` names what its line is looked for by.
    """

    def __init__(self, message: str, hint: str, line: int = 0, feature: str = "") -> None:
        self.message, self.hint, self.line, self.feature = message, hint, line, feature
        super().__init__(message)


def refusal(feature: str, line: int = 0, what: str = "") -> SvgError:
    """The refusal of a feature; `what` is added in brackets."""
    message, hint = _FEATURES[feature]
    return SvgError(f"{message} ({what})" if what else message, hint, line, feature)


def unsupported(what: str, line: int = 0) -> SvgError:
    """The refusal of something that browsers know and that cannot be read here."""
    return SvgError(
        f"{what} cannot be read", "write it in the older form, as plain SVG exports have it", line
    )
