#!/usr/bin/env bash
# PDFium (pypdfium2 5.15.2) covers half of a stroke that is painted with a shading when one operator fills and strokes.
#
# ISO 32000-1, 8.5.3.1: "B" has the same effect as painting the fill and then the stroke. With a plain colour PDFium does
# so. With a shading pattern as the colour of the stroke the fill comes out on top: of a line of 20 points only the outer
# 10 are seen. Painted as "f" and then "S" the page is right. Ghostscript and Poppler paint both pages alike.
#
# Seen on 1 December 2026 with Python 3.11 (colours from the outside of the stroke to the inside of the shape):
#   shading, B:        red red blue blue blue
#   shading, f then S: red red red red blue      plain colour, B: red red red red blue
# What it means for a guide: a logo's shaded stroke is painted after its fill, on its own.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypdfium2==5.15.2 pikepdf==10.18.0 pillow==12.0.0
"$folder/venv/bin/python" - <<'PYTHON'
import io

import pikepdf
import pypdfium2
from pikepdf import Dictionary, Name

SQUARE, SHADED = b"20 w 0 0 1 rg 30 30 40 40 re ", b"/Pattern CS /P1 SCN "


def colours(content: bytes) -> list[str]:
    """What is seen of a stroke from 20 to 40 around a square, from the outside inwards."""
    pdf = pikepdf.new()
    ramp = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0], C1=[1, 0, 0], N=1)
    shading = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 100, 0], Function=ramp, Extend=[True, True]
    )
    pattern = pdf.make_indirect(Dictionary(Type=Name.Pattern, PatternType=2, Shading=shading))
    page = Dictionary(
        Type=Name.Page, MediaBox=[0, 0, 100, 100], Contents=pdf.make_stream(content),
        Resources=Dictionary(Pattern=Dictionary(P1=pattern)),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    file = io.BytesIO()
    pdf.save(file)
    picture = pypdfium2.PdfDocument(file.getvalue())[0].render(scale=1).to_pil().convert("RGB")
    names = {(255, 0, 0): "red", (0, 0, 255): "blue"}
    return [names[picture.getpixel((x, 50))] for x in (22, 27, 33, 38, 45)]


together, apart = colours(SHADED + SQUARE + b"B"), colours(SQUARE + b"f " + SHADED + SQUARE + b"S")
plain = colours(b"1 0 0 RG " + SQUARE + b"B")
print("shading, B:       ", *together)
print("shading, f then S:", *apart)
print("plain colour, B:  ", *plain)
assert together == ["red", "red", "blue", "blue", "blue"], "the behaviour has changed"
assert apart == plain == ["red", "red", "red", "red", "blue"]
PYTHON
echo "as described"
