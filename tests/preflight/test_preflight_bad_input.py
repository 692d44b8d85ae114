"""Files that are broken, locked or made to exhaust: each is named in plain words, none brings a traceback."""

from __future__ import annotations

import warnings
import zlib

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from press_file import Change, damaged, nothing, on_page, painting, sound

from guidebuild.diagnostics import GuideError
from guidebuild.preflight import operators, streams
from guidebuild.preflight.report import Report, preflight

WORDS = [
    "q",
    "Q",
    "cm",
    "Do",
    "/Im1",
    "/F1",
    "Tf",
    "Tj",
    "TJ",
    "'",
    '"',
    "re",
    "f",
    "S",
    "B*",
    "W",
    "n",
    "1",
    "0",
    "-3.5",
    "1e5",
    "99999999999999999999",
    "[",
    "]",
    "<<",
    ">>",
    "(a)",
    "<00>",
    "BT",
    "ET",
    "cs",
    "CS",
    "scn",
    "SCN",
    "/All",
    "/Pattern",
    "sh",
    "gs",
    "BI",
    "ID",
    "EI",
    "c",
    "v",
    "y",
    "h",
    "m",
    "l",
    "k",
    "rg",
    "G",
    "null",
    "true",
    "/A#00b",
    "d0",
    "d1",
    "Tz",
    "Tr",
    "TD",
    "T*",
    "w",
    "%x",
    "{",
    "}",
    "/BPC",
    "8",
    "/W",
    "3",
]


def refused(data: bytes) -> str:
    with pytest.raises(GuideError) as caught:
        preflight(data, "x.pdf")
    (problem,) = caught.value.diagnostics
    assert problem.span is not None
    assert problem.span.file == "x.pdf"
    return f"{problem.code}: {problem.message}"


def judged(data: bytes, shop: str = "online-press") -> Report | None:
    """The report, or None where the file is refused."""
    try:
        return preflight(data, "x.pdf", shop)
    except GuideError:
        return None


def unread(change: Change) -> str:
    """What "sound" says of a file whose other checks may see less than all."""
    (finding,) = (found for found in preflight(damaged(change), "x.pdf").findings if found.check == "sound")
    assert finding.outcome == "failure"
    assert finding.pages[0] == 2
    return finding.sentence


def content(stream: bytes) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.pages[1].obj.Contents = Stream(pdf, stream)

    return change


def compressed(data: bytes, name: Name) -> Change:
    def change(pdf: Pdf) -> None:
        stream = Stream(pdf, b"")
        stream.write(data, filter=name)
        pdf.pages[1].obj.Contents = stream

    return change


# --- Files that are none ---


def test_an_empty_file() -> None:
    assert refused(b"") == "empty-file: the file is empty"


@pytest.mark.parametrize(
    "data", [b"title: A role\n", b"\x89PNG\r\n\x1a\n" + bytes(3000), b" " * 2000 + sound()]
)
def test_another_kind_of_file(data: bytes) -> None:
    assert refused(data) == "not-a-pdf: this is not a PDF file"


def test_a_header_and_nothing_more() -> None:
    assert refused(b"%PDF-1.4\n") == "damaged-pdf: the file is damaged beyond repair"


def test_a_file_that_ends_too_early() -> None:
    assert refused(sound()[:600]).startswith("damaged-pdf")


def test_a_file_locked_with_a_password() -> None:
    lock = pikepdf.Encryption(owner="a", user="b", R=3, aes=False, metadata=False)
    assert refused(damaged(nothing, encryption=lock)) == "encrypted-pdf: the file is locked with a password"


def test_a_file_without_pages() -> None:
    def change(pdf: Pdf) -> None:
        del pdf.pages[:]

    assert refused(damaged(change)) == "no-pages: the file has no pages"


# --- Files that hold more than they should ---


def test_a_stream_that_unfolds_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_UNFOLDED", 1_000_000)
    bomb = compressed(zlib.compress(bytes(3_000_000), 9), Name.FlateDecode)
    assert "it unfolds to more than 1,000,000 bytes" in unread(bomb)


def test_limits_of_the_process_are_put_back() -> None:
    before = pikepdf.settings.get_qpdf_limits()
    preflight(sound(), "x.pdf")
    assert pikepdf.settings.get_qpdf_limits() == before


def test_a_long_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_CONTENT", 5_000)
    assert "it holds more than 5,000 bytes" in unread(content(b"q Q " * 2_000))


def test_a_stream_of_many_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_TOKENS", 1_000)
    assert "it holds more than 1,000 words" in unread(content(b"q Q " * 2_000))


def test_much_drawing_in_the_whole_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operators, "_MOST_STEPS", 2_000)
    assert "more drawing than can be looked at" in unread(content(b"0 0 m 1 1 l S " * 2_000))


def test_forms_that_multiply(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten forms, each calling the next ten times: ten thousand million rectangles."""
    monkeypatch.setattr(operators, "_MOST_STEPS", 20_000)

    def change(pdf: Pdf) -> None:
        made = Dictionary()
        for level in range(10):
            body = b"/A Do " * 10 if level else b"0 0 1 1 re f"
            inner = Stream(pdf, body, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]),
                           Resources=Dictionary(XObject=made))  # fmt: skip
            made = Dictionary(A=pdf.make_indirect(inner))
        painting(b"/A Do", XObject=made)(pdf)

    assert "more drawing than can be looked at" in unread(change)


def test_forms_nested_too_deep() -> None:
    def change(pdf: Pdf) -> None:
        made = Dictionary()
        for _ in range(40):
            inner = Stream(pdf, b"/A Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]),
                           Resources=Dictionary(XObject=made))  # fmt: skip
            made = Dictionary(A=pdf.make_indirect(inner))
        painting(b"/A Do", XObject=made)(pdf)

    assert "lies more than 24 levels deep" in unread(change)


def test_a_page_without_a_size() -> None:

    def change(pdf: Pdf) -> None:
        del pdf.pages[1].obj["/MediaBox"]

    report = judged(damaged(change))
    assert report is not None
    assert "opens only after repair" in report.by("failure")[0].sentence


# --- Content that is wrong ---


@pytest.mark.parametrize(
    ("stream", "words"),
    [
        (b"(never closed", "it is damaged"),
        (b"<< /A /B", "it is damaged"),
        (b"BI /H 9 ID x EI", "an image has no size"),
        (b"BI null ID x EI", "is no operator"),
        (b"\xff\xfe 0 0", "is no operator"),
        (b"1 0 0 re f", "'re' stands without what it needs"),
        (b"(a) w", "'w' stands without what it needs"),
        (b"/Nowhere Do", "'Do' stands without what it needs"),
        (b"/Nowhere gs", "'gs' stands without what it needs"),
        (b"/Nowhere sh", "'sh' stands without what it needs"),
        (b"q " * 11_000, "more drawing than can be looked at"),
    ],
)
def test_a_content_stream_that_is_wrong(stream: bytes, words: str) -> None:
    assert words in unread(content(stream))


def test_an_unknown_filter() -> None:
    assert "its compressed data is damaged" in unread(compressed(b"abc", Name.NoSuchDecode))


def test_damaged_compression() -> None:
    assert "damaged" in unread(compressed(b"no zlib data at all", Name.FlateDecode))


@pytest.mark.slow
@given(st.lists(st.sampled_from(WORDS), max_size=60))
@settings(max_examples=60, deadline=None)
def test_no_sequence_of_operators_breaks_it(words: list[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert judged(damaged(content(" ".join(words).encode()))) is not None


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_no_broken_byte_breaks_it(data: st.DataObject) -> None:
    """Bytes changed, taken out and cut off; the report or the refusal comes in all cases."""
    broken = bytearray(sound())
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(broken) - 1))
        broken[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=4))
        if not broken:
            return
    judged(bytes(broken), data.draw(st.sampled_from(["online-press", "office", "us-press"])))


JUNK = st.sampled_from([
    1, -5, True, Name.X, Array([]), Array([1, 2]), Array([0, 0, 100_000_000, 1]), Dictionary(), Dictionary(S=Name.Y),
    Array([Name.Indexed, Name.DeviceRGB, 300, pikepdf.String("ab")]), Array([Name.ICCBased]), Array([Name.Separation]),
    Array([Name.DeviceN, Array([]), Name.DeviceCMYK]), Array([Name.Pattern, Name.DeviceRGB]),
])  # fmt: skip
KEYS = st.sampled_from(
    [
        "TrimBox",
        "MediaBox",
        "BleedBox",
        "CropBox",
        "Annots",
        "Resources",
        "Rotate",
        "UserUnit",
        "Group",
        "Contents",
        "Parent",
        "AA",
        "Type",
    ]
)


@pytest.mark.slow
@given(st.dictionaries(KEYS, JUNK, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_no_odd_entry_of_a_page_breaks_it(entries: dict[str, object]) -> None:
    def change(thing: pikepdf.Object) -> None:
        for key, value in entries.items():
            thing[f"/{key}"] = value

    judged(damaged(on_page(change)))
