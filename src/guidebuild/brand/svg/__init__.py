"""Vector logos: SVG to what can be printed of it, as a browser shows it.

Comes in: the bytes of an SVG file. Goes out: a `Sketch`, and with a ground a `Drawing` of solid paths whose longer side
is 400 points. `source` looks for what is unsafe, `usvg` resolves styles, copies and units, `grammar` reads what it
writes, `placing` lays it on its ground. Refuses, as `SvgError` with the line: what would not print as drawn.
"""

from guidebuild.brand.svg.placing import LONGEST_SIDE, on
from guidebuild.brand.svg.reading import read
from guidebuild.brand.svg.refusal import SvgError
from guidebuild.brand.svg.sketch import Sketch
from guidebuild.brand.svg.source import FILE_LIMIT

__all__ = ["FILE_LIMIT", "LONGEST_SIDE", "Sketch", "SvgError", "on", "read"]
