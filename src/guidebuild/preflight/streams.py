"""The bytes of a file's streams, never more of them than we can hold.

Comes in: bytes of a file; streams of an open one. Goes out: `Source`, decoded bytes, and instructions of content
streams. Refuses: what is no PDF, needs a password or is damaged beyond repair, with `GuideError`; streams that are
damaged or unfold too far, with `StreamFault`.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import settings

from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.preflight.objects import filters, items

_UNFOLDED = 256_000_000  # bytes that one filter may unfold to: an A3 page of CMYK at 600 ppi fits twice
_CONTENT = 32_000_000  # bytes of one content stream
_DOCUMENT = 400_000_000  # bytes of all content streams together
_LZW = 100_000  # qpdf sets no limit to LZW, which can unfold to 2,500 times its length
_TABLE = 65_536  # bytes of a table of indexed colours; 256 colours of 32 inks need 8,192
_TOKENS = 2_500_000  # operators and operands of one content stream; they take up to 300 bytes each
_TOKEN = re.compile(rb"[^\s()<>\[\]{}/%]+|[(<\[/]")
_HEADER = 1024  # the bytes among which viewers look for the header (ISO 32000-1, annex H, note 13)
_FAULTS = (pikepdf.PdfError, pikepdf.PikepdfError, RuntimeError, ValueError)
# What pikepdf stumbles over in inline images that are none.
_ODD_FAULTS = (TypeError, IndexError, AttributeError)
# Without a handler Python prints what pikepdf logs; all of it is in `Source.damage` too.
logging.getLogger("pikepdf").addHandler(logging.NullHandler())


class StreamFault(Exception):  # noqa: N818 -- it is the file's fault
    """A stream that cannot be read, with the reason in plain words."""


@contextmanager
def opened(data: bytes, shown: str) -> Iterator[Source]:
    """An open file, with at least one page. Raises `GuideError`."""
    if not data:
        raise _refusal("empty-file", "the file is empty", shown)
    if b"%PDF-" not in data[:_HEADER]:
        raise _refusal("not-a-pdf", "this is not a PDF file", shown, "name a file that ends in .pdf")
    with _limited():
        pdf = _open(data, shown)
        with pdf:
            try:
                count = len(pdf.pages)
            except _FAULTS as error:
                raise _refusal("damaged-pdf", "the list of the pages is damaged", shown) from error
            if not count:
                raise _refusal("no-pages", "the file has no pages", shown)
            yield Source(pdf)


def _open(data: bytes, shown: str) -> pikepdf.Pdf:
    try:
        return pikepdf.open(BytesIO(data), suppress_warnings=True)
    except pikepdf.PasswordError as error:
        hint = "save it without a password; a print shop cannot open it either"
        raise _refusal("encrypted-pdf", "the file is locked with a password", shown, hint) from error
    except _FAULTS as error:
        if "no pages found" in str(error):
            raise _refusal("no-pages", "the file has no pages", shown) from error
        hint = "the end may be missing; export or download the file again"
        raise _refusal("damaged-pdf", "the file is damaged beyond repair", shown, hint) from error


@contextmanager
def _limited() -> Iterator[None]:
    """qpdf's limits are those of the whole process; they are put back."""
    before = settings.set_qpdf_limits(
        flate_max_memory=_UNFOLDED,
        run_length_max_memory=_UNFOLDED,
        png_max_memory=_UNFOLDED,
        tiff_max_memory=_UNFOLDED,
        dct_max_memory=_UNFOLDED,
    )
    try:
        yield
    finally:
        settings.set_qpdf_limits(**before)  # type: ignore[arg-type]


def _refusal(code: str, message: str, shown: str, *hints: str) -> GuideError:
    return GuideError([Diagnostic("error", code, message, Span(shown), hints)])


def decoded(stream: Any, *, limit: int) -> bytes:
    """The bytes of a stream after its filters. Raises `StreamFault`."""
    if not isinstance(stream, pikepdf.Stream):
        raise StreamFault("it is no stream")
    try:
        if "LZWDecode" in filters(stream) and len(stream.read_raw_bytes()) > _LZW:
            raise StreamFault("its LZW compression may unfold too far")
        data: bytes = stream.read_bytes()
    except _FAULTS as error:
        if "limit exceeded" in str(error):
            raise StreamFault(f"it unfolds to more than {_UNFOLDED:,} bytes") from error
        raise StreamFault("its compressed data is damaged") from error
    if len(data) > limit:
        raise StreamFault(f"it holds more than {limit:,} bytes")
    return data


def parts_of(content: Any) -> tuple[Any, ...]:
    """The streams that the content of a page is split into, perhaps none; else the one stream."""
    return items(content) if isinstance(content, pikepdf.Array) else (content,)


def table_bytes(value: Any) -> bytes:
    """The table of an indexed colour space, a text string or a stream; empty if it cannot be read."""
    if isinstance(value, pikepdf.String):
        return bytes(value)[:_TABLE]
    try:
        return decoded(value, limit=_TABLE)
    except StreamFault:
        return b""


@dataclass(frozen=True, slots=True)
class Instructions:
    """What a content stream says, as pikepdf hands it out; what is wrong with it in plain words, "" if nothing."""

    steps: Any
    fault: str = ""


class Source:
    """An open file, from which no more is read than a whole document may hold.

    `damage` collects what qpdf had to mend, in its own words.
    """

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.damage: list[str] = []
        self._left = _DOCUMENT
        self._scratch = pikepdf.Stream(pdf, b"")
        self.notice()

    def notice(self) -> None:
        """Keep the warnings since the last time."""
        self.damage += [str(words) for words in self.pdf.get_warnings()]

    def content(self, stream: Any) -> bytes:
        """The content of a page, a form, a pattern or a glyph. Raises `StreamFault`.

        That of a page may be split into several streams (ISO 32000-1, 7.8.2).
        """
        self.notice()
        try:
            return self._joined(parts_of(stream))
        finally:
            self.pdf.get_warnings()  # what is wrong with it is told with its page

    def _joined(self, streams: tuple[Any, ...]) -> bytes:
        size, parts = 0, []
        for part in streams:
            if self._left <= 0:
                raise StreamFault(f"the file holds more than {_DOCUMENT:,} bytes of drawing")
            parts.append(decoded(part, limit=_CONTENT))
            size += len(parts[-1])
            self._left -= len(parts[-1])
            if size > _CONTENT:
                raise StreamFault(f"it holds more than {_CONTENT:,} bytes")
        return b"\n".join(parts)

    def inline_image(self, image: Any) -> Any:
        """An image that stands in a content stream, as if it were an object of its own."""
        keys = {key: image.obj[key] for key in image.obj.keys() if key not in ("/Length", "/DL")}  # noqa: SIM118
        try:
            data = image.read_raw_bytes()
        except (*_FAULTS, *_ODD_FAULTS):
            data = b""
        return pikepdf.Stream(self.pdf, data, keys)

    def instructions(self, content: bytes) -> Instructions:
        """The operators of a content stream with their operands. Raises `StreamFault` where no reader could go on."""
        if len(content) > _TOKENS and sum(1 for _ in _TOKEN.finditer(content)) > _TOKENS:
            raise StreamFault(f"it holds more than {_TOKENS:,} words")
        self.notice()
        self._scratch.write(content)
        try:
            with warnings.catch_warnings(record=True) as told:
                warnings.simplefilter("always")
                steps = pikepdf.parse_content_stream(self._scratch)
        except (*_FAULTS, *_ODD_FAULTS) as error:
            raise StreamFault("it cannot be understood") from error
        broken = [*told, *self.pdf.get_warnings()]
        return Instructions(steps, "it is damaged" if broken else "")


def step_of(instruction: Any) -> tuple[str, Any] | None:
    """Operator and operands; None where one of them cannot be understood."""
    try:
        return str(instruction.operator), instruction.operands
    except (*_FAULTS, *_ODD_FAULTS):
        return None
