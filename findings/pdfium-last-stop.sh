#!/usr/bin/env bash
# PDFium (pypdfium2 5.15.2) loses a change of colour in the last part of an axial shading.
#
# It asks the function of a shading at 256 places and uses the colour of the nearest one before. A change at 0.995 of the
# axis (a stitching function, ISO 32000-1, 7.10.4, with that bound) lies between the last two places: along an axis of
# 1,000 points PDFium paints the first colour up to the end, where Ghostscript and Poppler change at 995.
#
# A change at 980 is painted, within four points.
#
# Seen on 1 December 2026 with Python 3.11:
#   change at 995: red at 992, red at 999, blue at 1,003   change at 980: blue at 992
# What it means for a guide: the axis of a logo's gradient is made longer and the last colour is said once more.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypdfium2==5.15.2 pikepdf==10.18.0 pillow==12.0.0
"$folder/venv/bin/python" - <<'PYTHON'
import io

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name


def colours(change: float) -> list[str]:
    """The colours near the end of an axis of 1,000 points on which red becomes blue at that place."""
    pdf = pikepdf.new()
    plain = [
        Dictionary(FunctionType=2, Domain=[0, 1], C0=list(colour), C1=list(colour), N=1)
        for colour in ((1, 0, 0), (0, 0, 1))
    ]
    both = Dictionary(
        FunctionType=3, Domain=[0, 1], Functions=Array(plain), Bounds=[change / 1000], Encode=[0, 1, 0, 1]
    )
    shading = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 1000, 0], Function=both, Extend=[True, True]
    )
    page = Dictionary(
        Type=Name.Page, MediaBox=[0, 0, 1200, 20], Contents=pdf.make_stream(b"/S1 sh"),
        Resources=Dictionary(Shading=Dictionary(S1=shading)),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    file = io.BytesIO()
    pdf.save(file)
    picture = pypdfium2.PdfDocument(file.getvalue())[0].render(scale=1).to_pil().convert("RGB")
    names = {(255, 0, 0): "red", (0, 0, 255): "blue"}
    return [names[picture.getpixel((x, 10))] for x in (992, 999, 1003)]


late, early = colours(995), colours(980)
print("change at 995:", *late, "  change at 980:", *early)
assert late == ["red", "red", "blue"], "the behaviour has changed"
assert early == ["blue", "blue", "blue"]
PYTHON
echo "as described"
