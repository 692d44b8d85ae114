"""Set the words of a guide with WeasyPrint: `python weasyprint_guide.py OUT.pdf WORDS.json...`.

Prints the CPU seconds of each file. The PDF claims PDF/UA-1.
"""

from __future__ import annotations

import json
import sys
import time
from html import escape
from pathlib import Path
from typing import Any

import weasyprint
from rendercv_fonts import path_of

FACES = (("Regular", "normal", "400"), ("Bold", "normal", "700"), ("Italic", "italic", "400"))


def faces() -> str:
    """The same font files that guidebuild uses."""
    return "".join(
        f'@font-face {{ font-family: "Source Sans 3"; font-style: {style}; font-weight: {weight};'
        f' src: url("{(path_of["Source Sans 3"] / f"SourceSans3-{name}.ttf").as_uri()}") }}\n'
        for name, style, weight in FACES
    )


def page(guide: dict[str, Any]) -> str:
    """The whole guide as HTML."""
    entries = "".join(
        f'<li><a href="#s{n}">{escape(section["title"])}</a></li>'
        for n, section in enumerate(guide["sections"])
    )
    body = "".join(
        f'<h1 id="s{n}">{escape(section["title"])}</h1>' + "".join(part(p) for p in section["parts"])
        for n, section in enumerate(guide["sections"])
    )
    title = escape(guide["title"])
    return (
        f'<html lang="en-GB"><head><title>{title}</title></head>'
        f'<body><h1 class="title">{title}</h1><nav><ul>{entries}</ul></nav>{body}</body></html>'
    )


def part(p: dict[str, Any]) -> str:
    match p["kind"]:
        case "heading":
            return f"<h2>{escape(p['text'])}</h2>"
        case "paragraph":
            return f"<p>{escape(p['text'])}</p>"
        case "list":
            return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in p["items"]) + "</ul>"
        case "terms":
            return (
                "<dl>" + "".join(f"<dt>{escape(a)}</dt><dd>{escape(b)}</dd>" for a, b in p["items"]) + "</dl>"
            )
        case _:
            head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in p["head"])
            rows = "".join(
                "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in p["rows"]
            )
            return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def main(out: Path, files: list[Path]) -> None:
    style = faces() + Path(__file__).with_name("guide.css").read_text()
    for words in files:
        start = time.process_time()
        html = page(json.loads(words.read_text()))
        sheet = weasyprint.CSS(string=style)
        pdf = weasyprint.HTML(string=html).write_pdf(stylesheets=[sheet], pdf_variant="pdf/ua-1")
        print(time.process_time() - start)
        out.write_bytes(pdf)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
