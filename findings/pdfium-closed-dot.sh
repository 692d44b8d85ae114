#!/usr/bin/env bash
# PDFium (pypdfium2 5.15.2) drops a round dot that is a closed path without length, when the path holds anything more.
#
# ISO 32000-1, 8.5.3.2: a closed subpath of one point, stroked with round caps, is a filled circle. Drawing programs
# write the dots of a pattern or of an "i" so. PDFium paints it where it is all of the path. With another subpath in the
# same path the circle is gone; written as a line from the point to itself it stays. Ghostscript and Poppler paint it.
#
# Seen on 1 December 2026 with Python 3.11: alone: painted; with a line: missing; as "50 50 m 50 50 l" with a line: painted
# What it means for a guide: dots of a logo are written as lines without length.
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


def has_dot(path: bytes) -> bool:
    pdf = pikepdf.new()
    content = pdf.make_stream(b"1 J 20 w " + path + b" S")
    page = Dictionary(Type=Name.Page, MediaBox=[0, 0, 100, 100], Contents=content, Resources=Dictionary())
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    file = io.BytesIO()
    pdf.save(file)
    picture = pypdfium2.PdfDocument(file.getvalue())[0].render(scale=1).to_pil().convert("L")
    return picture.getpixel((50, 50)) < 128


line = b" 10 10 m 20 10 l"
alone, beside, mended = has_dot(b"50 50 m h"), has_dot(b"50 50 m h" + line), has_dot(b"50 50 m 50 50 l" + line)
print("alone:", alone, " with a line:", beside, " as a line, with a line:", mended)
assert (alone, mended) == (True, True)
assert not beside, "the behaviour has changed"
PYTHON
echo "as described"
