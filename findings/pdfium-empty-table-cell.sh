#!/usr/bin/env bash
# PDFium (pypdfium2 5.15.2) hands out no element for a table cell that has no content of its own.
#
# In a comparison the cell over the names of the lines is often empty. ISO 32000-1, 14.8.4.3.4 asks for such a cell, and
# an element without kids is allowed. FPDF_StructElement_CountChildren counts it, FPDF_StructElement_GetChildAtIndex
# answers null for it, with TH and with TD. Who passes over null, as most code does, puts each head of a column over the
# column before it. A cell with content is handed out.
#
# Seen on 1 December 2026 with Python 3.11:
#   empty corner: TR [null, TH, TH]   corner with a word: TR [TH, TH, TH]
# What it means for a guide: no table has an empty corner; the cell holds what the lines are about.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypdfium2==5.15.2 pikepdf==10.18.0
"$folder/venv/bin/python" - <<'PYTHON'
import ctypes
import io

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from pikepdf import Array, Dictionary, Name

ROWS = (("", "Baker", "Cook"), ("Pay", "40", "50"))


def tagged(corner: str) -> bytes:
    """A page with a tagged table of two columns; `corner` is what stands over the names of its lines."""
    pdf = pikepdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page = pdf.make_indirect(
        Dictionary(Type=Name.Page, MediaBox=[0, 0, 200, 100], StructParents=0,
                   Resources=Dictionary(Font=Dictionary(F1=font)))
    )
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    table = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Table, P=root))
    marked, parents, rows = [], [], []
    for down, row in enumerate(ROWS):
        line = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TR, P=table))
        cells = []
        for across, text in enumerate(row):
            kind = "TH" if not down or not across else "TD"
            cell = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=line))
            if text := text or (corner if not down else ""):
                where = f"{20 + 60 * across} {80 - 20 * down} Td"
                marked.append(f"/{kind} <</MCID {len(parents)}>> BDC BT /F1 10 Tf {where} ({text}) Tj ET EMC")
                cell.K, cell.Pg = len(parents), page
                parents.append(cell)
            cells.append(cell)
        line.K = Array(cells)
        rows.append(line)
    table.K, root.K = Array(rows), Array([table])
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=[0, Array(parents)]))
    page.Contents = pdf.make_stream("\n".join(marked).encode())
    pdf.pages.append(pikepdf.Page(page))
    pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)
    file = io.BytesIO()
    pdf.save(file)
    return file.getvalue()


def kind(element: object) -> str:
    if not element:
        return "null"
    buffer = ctypes.create_string_buffer(64)
    size = pdfium.FPDF_StructElement_GetType(element, buffer, 64)
    return buffer.raw[: size - 2].decode("utf-16-le")


def first_row(data: bytes) -> list[str]:
    file = pypdfium2.PdfDocument(data)
    page = file[0]
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    table = pdfium.FPDF_StructTree_GetChildAtIndex(tree, 0)
    row = pdfium.FPDF_StructElement_GetChildAtIndex(table, 0)
    count = pdfium.FPDF_StructElement_CountChildren(row)
    return [kind(pdfium.FPDF_StructElement_GetChildAtIndex(row, place)) for place in range(count)]


empty, filled = first_row(tagged("")), first_row(tagged("Fact"))
print("empty corner: TR", empty, "  corner with a word: TR", filled)
assert empty == ["null", "TH", "TH"], "the behaviour has changed"
assert filled == ["TH", "TH", "TH"]
PYTHON
echo "as described"
