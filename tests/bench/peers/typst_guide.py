"""Set the words of a guide with Typst: `python typst_guide.py OUT.pdf WORDS.json...`.

Prints the CPU seconds of each file. The PDF claims PDF/UA-1, which Typst checks while it writes.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import typst
from rendercv_fonts import path_of


def main(out: Path, files: list[Path]) -> None:
    fonts = [str(path_of["Source Sans 3"])]
    template = Path(__file__).with_name("guide.typ")
    for words in files:
        start = time.process_time()
        pdf = typst.compile(
            str(template), root="/", sys_inputs={"words": str(words)}, font_paths=fonts,
            ignore_system_fonts=True, pdf_standards=["ua-1"],
        )  # fmt: skip
        print(time.process_time() - start)
        out.write_bytes(pdf)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name).resolve() for name in sys.argv[2:]])
