"""Folders and zips of tables: read line by line, in any encoding of text, and no trick of a zip gets through."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebuild import sources
from guidebuild.diagnostics import GuideError
from guidebuild.importers.reading import archive, streams
from guidebuild.importers.reading.archive import Member, open_archive
from guidebuild.yamlfile.unseen import visible


def packed(path: Path, files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as made:
        for name, data in files.items():
            made.writestr(zipfile.ZipInfo(name), data, method)
    return path


def read(path: Path, name: str = "", *, limit: int = archive.MEMBER_LIMIT) -> list[str]:
    with open_archive(path, member_limit=limit) as opened:
        member = next(m for m in opened.members if m.path.endswith(name))
        return list(opened.lines(member))


def complaint(path: Path, *, limit: int = archive.MEMBER_LIMIT) -> str:
    with pytest.raises(GuideError) as caught:
        read(path, limit=limit)
    return str(caught.value)


Make = Callable[[dict[str, bytes]], Path]


@pytest.fixture(params=["folder", "zip"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    """Makes the same files into a folder or a zip."""

    def made(files: dict[str, bytes]) -> Path:
        if request.param == "zip":
            return packed(tmp_path / "db_29_3_text.zip", files)
        for name, data in files.items():
            file = tmp_path / "db_29_3_text" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        return tmp_path / "db_29_3_text"

    return made


def test_members_are_listed_in_order_with_their_folders_and_without_what_archivers_add(make: Make) -> None:
    path = make({"b/Skills.txt": b"12", "a.txt": b"", "__MACOSX/._a.txt": b"x", "b/.DS_Store": b"x"})
    with open_archive(path) as opened:
        assert opened.members == (Member("a.txt", 0), Member("b/Skills.txt", 2))
        assert [(m.folder, m.name) for m in opened.members] == [("", "a.txt"), ("b", "Skills.txt")]
        assert opened.place(opened.members[1]) == (path / "b/Skills.txt").as_posix()


def test_lines_keep_their_ends_and_only_line_feeds_end_them(make: Make) -> None:
    path = make({"a.txt": "one\r\ntwo\x0b\u2028\x85two\r\n\r\nlast".encode()})
    assert read(path) == ["one\r\n", "two\x0b\u2028\x85two\r\n", "\r\n", "last"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_encoding_reads_the_same(make: Make, encoding: str) -> None:
    words = ["Código\tTítulo\r\n", "15-2051.00\tЮ\u0a00\u000a"]
    assert read(make({"a.txt": "".join(words).encode(encoding)})) == words


def test_a_file_that_is_not_utf_8_is_read_as_windows_1252_and_told_once(make: Make) -> None:
    path = make({"a.txt": b"caf\xc3\xa9\r\ncaf\xe9\r\nna\xefve\x81\r\n"})
    with open_archive(path) as opened:
        assert list(opened.lines(opened.members[0])) == ["café\r\n", "café\r\n", "naïve\ufffd\r\n"]
        (note,) = opened.notes
    assert (note.severity, note.code) == ("warning", "encoding")
    assert note.span is not None
    assert (note.span.file, note.span.line) == ((path / "a.txt").as_posix(), 2)


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\0")), max_size=30),
    st.sampled_from(["utf-8-sig", "utf-16"]),
    st.integers(1, 7),
)
def test_lines_do_not_depend_on_the_pieces_they_are_read_in(
    words: list[str], encoding: str, piece: int
) -> None:
    text = "\n".join(words)
    stream = io.BytesIO(text.encode(encoding))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(streams, "_PIECE", piece * 4)
        assert "".join(streams.text_lines(stream, "a", 10_000_000, [])) == visible(text)[0]


def test_binary_files_are_no_text(make: Make) -> None:
    assert "error[not-text]" in complaint(make({"a.txt": b"PNG\0\0\x01\x02" * 9}))


def test_a_nul_late_in_a_file_is_no_text_either(make: Make) -> None:
    assert "error[not-text]" in complaint(make({"a.txt": b"fine\n" * 40_000 + b"\0"}))


def test_utf_16_cut_in_the_middle_of_a_letter_is_told(make: Make) -> None:
    assert "cut short" in complaint(make({"a.txt": "one\ntwo\n".encode("utf-16") + b"x"}))


def test_a_member_over_the_limit_is_refused_by_what_the_archive_says(make: Make) -> None:
    assert "error[file-too-large]" in complaint(make({"a.txt": b"12345"}), limit=4)
    assert read(make({"a.txt": b"12345"}), limit=5) == ["12345"]


def test_a_file_that_gives_more_than_its_limit_is_stopped_while_it_streams() -> None:
    stream = io.BytesIO(b"row\n" * 100_000)
    lines = streams.text_lines(stream, "a", 100_000, [])
    with pytest.raises(sources.RefusedError, match="larger than 100,000 bytes"):
        list(lines)
    assert stream.tell() < 300_000


def test_a_line_without_end_is_stopped_early(make: Make) -> None:
    assert "error[line-too-long]" in complaint(make({"a.txt": b"x" * 3_000_000}))


# Zips


def test_a_bomb_is_refused_by_its_header_before_anything_is_unpacked(tmp_path: Path) -> None:
    bomb = packed(tmp_path / "bomb.zip", {"Skills.txt": bytes(40_000_000)})
    assert bomb.stat().st_size < 50_000
    assert "error[zip-bomb]: unpacked, this file would swell to 40,000,000 bytes" in complaint(bomb)


def test_a_bomb_of_two_gigabytes_by_its_header_is_too_large(tmp_path: Path) -> None:
    bomb = packed(tmp_path / "bomb.zip", {"Skills.txt": bytes(100_000)})
    data = bytearray(bomb.read_bytes())
    central = data.index(b"PK\x01\x02")  # APPNOTE.TXT 4.3.12: the uncompressed size is at 24
    data[central + 24 : central + 28] = struct.pack("<I", 2_000_000_000)
    bomb.write_bytes(data)
    assert "error[file-too-large]" in complaint(bomb)


def test_a_bomb_that_lies_about_its_size_gives_no_more_than_it_said(tmp_path: Path) -> None:
    bomb = packed(tmp_path / "bomb.zip", {"Skills.txt": b"row\n" * 5_000_000})
    data = bytearray(bomb.read_bytes())
    central = data.index(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", 4_000)
    bomb.write_bytes(data)
    assert "error[unreadable]: this file is cut short or damaged" in complaint(bomb)


@pytest.mark.parametrize(
    "name", ["../Skills.txt", "a/../../Skills.txt", "/etc/Skills.txt", "C:/Skills.txt", "a\\..\\Skills.txt"]
)
def test_names_that_lead_out_of_a_zip_are_refused_by_name(tmp_path: Path, name: str) -> None:
    said = complaint(packed(tmp_path / "a.zip", {"Knowledge.txt": b"", name: b"x"}))
    assert "error[zip-slip]" in said
    assert name.replace("\\", "\\\\") in said


def test_a_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("Skills.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr(info, "/etc/passwd")
    assert "'Skills.txt', a link" in complaint(tmp_path / "a.zip")


def test_a_zip_of_too_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MEMBERS", 3)
    path = packed(tmp_path / "a.zip", {f"{n}.txt": b"" for n in range(4)}, zipfile.ZIP_STORED)
    assert "more than 3 files" in complaint(path)
    folder = tmp_path / "folder"
    folder.mkdir()
    for n in range(4):
        (folder / f"{n}.txt").touch()
    assert "more than 3 files" in complaint(folder)


@pytest.mark.parametrize("kept", [3, 10, 200, -1, -30])
def test_a_zip_cut_short_is_told_as_such(tmp_path: Path, kept: int) -> None:
    whole = packed(tmp_path / "a.zip", {"Skills.txt": bytes(range(9, 127)) * 50}).read_bytes()
    (tmp_path / "a.zip").write_bytes(whole[:kept])
    assert "error[broken-zip]: this zip file is cut short or damaged" in complaint(tmp_path / "a.zip")


@given(st.binary(max_size=300), st.integers(0, 400))
def test_a_damaged_zip_is_read_or_refused_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, place: int
) -> None:
    path = packed(tmp_path_factory.getbasetemp() / "noise.zip", {"Skills.txt": b"one\ntwo\n" * 20})
    data = path.read_bytes()
    path.write_bytes(data[:place] + noise + data[place + len(noise) :])
    with suppress(GuideError), open_archive(path) as opened:
        for member in opened.members:
            list(opened.lines(member))


def test_wrong_bytes_inside_a_zip_are_told_with_the_file(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"Skills.txt": b"x" * 500}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"x" * 500, b"x" * 499 + b"y"))
    assert "a.zip/Skills.txt: error[unreadable]: this file is cut short or damaged" in complaint(path)


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"Skills.txt": b"x"})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    data[data.index(b"PK\x03\x04") + 6] |= 1
    path.write_bytes(data)
    assert "error[encrypted]" in complaint(path)


def test_a_way_of_packing_that_is_unknown_is_told(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"Skills.txt": b"x"})
    data = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x01\x02", 10), (b"PK\x03\x04", 8)):
        data[data.index(mark) + place] = 99
    path.write_bytes(data)
    assert "packed in a way that we cannot read" in complaint(path)


def test_what_is_neither_folder_nor_zip_is_told(tmp_path: Path) -> None:
    (tmp_path / "Skills.txt").write_text("O*NET-SOC Code\tElement ID\n")
    assert "error[not-a-zip]: this is neither a folder nor a zip file" in complaint(tmp_path / "Skills.txt")
    (tmp_path / "empty.zip").touch()
    assert "error[not-a-zip]" in complaint(tmp_path / "empty.zip")
    assert "it cannot be read: no such file" in complaint(tmp_path / "none.zip")


def test_the_error_of_a_reader_is_not_taken_for_one_of_the_archive(make: Make) -> None:
    def reading() -> None:
        with open_archive(make({"a.txt": b"x"})):
            raise FileNotFoundError("of the reader")

    with pytest.raises(FileNotFoundError, match="of the reader"):
        reading()


def test_links_to_folders_are_not_followed_and_deep_folders_not_entered(tmp_path: Path) -> None:
    (tmp_path / "a/b/c/d").mkdir(parents=True)
    (tmp_path / "a/b/c/in.txt").touch()
    (tmp_path / "a/b/c/d/deep.txt").touch()
    (tmp_path / "a/round").symlink_to(tmp_path)
    with open_archive(tmp_path) as opened:
        assert [m.path for m in opened.members] == ["a/b/c/in.txt"]
