"""Whole documents: ids, links, order, absent fields, hostile words, and a golden."""

import pickle
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from compose_guides import BAKER, CONFECTIONER, MILLER, guide, imported, poor, theme

from guidebuild.compose import compose
from guidebuild.compose.document import (
    Block,
    Document,
    Fact,
    Figure,
    Note,
    PageRef,
    PayBar,
    Run,
    Section,
    Table,
    TocEntry,
    words_of,
)
from guidebuild.compose.dump import dump, texts

GOLDEN = Path(__file__).parents[1] / "golden" / "compose-two-roles.txt"

CASES = {
    "two": (BAKER, CONFECTIONER),
    "three": (BAKER, CONFECTIONER, MILLER),
    "four": (BAKER, CONFECTIONER, MILLER, poor(1)),
    "five": (BAKER, imported(1), MILLER, poor(1), CONFECTIONER),
    "six": (BAKER, imported(1), MILLER, poor(1), CONFECTIONER, imported(2)),
    "poor": (poor(1), poor(2)),
    "half": (BAKER, poor(1)),
    "imported": (imported(1), imported(2)),
}
NOTHING = {"tips": [], "terms": [], "jobs": [], "questions": [], "sources": {}, "categories": []}


@pytest.fixture(params=CASES, scope="module")
def document(request: pytest.FixtureRequest) -> Document:
    return compose(guide(*CASES[request.param]), theme())


def _nodes(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        for entry in value:
            yield from _nodes(entry)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from _nodes(getattr(value, field.name))


def test_ids_are_unique(document: Document) -> None:
    ids = [node.id for node in _nodes(document.sections) if isinstance(node, Block | Section)]
    assert len(ids) == len(set(ids))


def test_every_reference_has_a_target(document: Document) -> None:
    nodes = list(_nodes(document.sections))
    ids = {node.id for node in nodes if isinstance(node, Block | Section)}
    targets = {node.target for node in nodes if isinstance(node, PageRef | TocEntry)}
    targets |= {node.to_target for node in nodes if isinstance(node, PageRef) and node.to_target}
    targets |= {node.table for node in nodes if isinstance(node, Figure)}
    assert targets <= ids


def test_nothing_prints_none_or_an_empty_heading(document: Document) -> None:
    for section in document.sections:
        assert section.title
        assert section.blocks, section.id
        for node in _nodes(section.blocks):
            if hasattr(node, "title"):
                assert node.title or type(node).__name__ in ("Callout", "Aside", "SourceItem"), node
    assert not re.search(
        r"(^|[:,(] ?)None($|[,.;)])|\(\)|  ", "\n".join(texts(document.sections)), re.MULTILINE
    )


def test_every_row_of_every_table_fills_its_columns(document: Document) -> None:
    for table in (node for node in _nodes(document.sections) if isinstance(node, Table)):
        for row in [
            *(row for group in table.groups for row in group.rows),
            *([table.foot] if table.foot else []),
        ]:
            assert sum(cell.span for cell in row.cells) == len(table.columns), row


def test_tabs_count_up_and_appendices_have_letters(document: Document) -> None:
    tabs = [section.tab for section in document.sections if section.tab.isdigit()]
    assert tabs == [str(number) for number in range(1, len(tabs) + 1)]
    assert {s.kind: s.tab for s in document.sections if s.tab.isalpha()} == {"tips": "A", "questions": "B"}


def test_contents_list_every_section_but_the_covers(document: Document) -> None:
    listed = [node.target for node in _nodes(document.sections) if isinstance(node, TocEntry)]
    assert listed == [s.id for s in document.sections if s.kind not in ("cover", "contents", "back")]


def test_a_document_survives_pickling(document: Document) -> None:
    assert pickle.loads(pickle.dumps(document)) == document


def test_a_guide_of_bare_roles_has_only_what_it_can_fill() -> None:
    spec = {"event": None, "url": None, "version": None}
    document = compose(guide(poor(1), poor(2), spec=spec, **NOTHING), theme())
    assert [section.kind for section in document.sections] == [
        "cover",
        "contents",
        "glance",
        "profile",
        "profile",
        "back",
    ]
    assert document.foot == ""


def test_absent_fields_leave_no_heading_behind() -> None:
    document = compose(guide(BAKER, poor(1)), theme())
    (profile,) = (section for section in document.sections if section.id == "profile-poor-1")
    assert [block.id for block in profile.blocks] == ["profile-poor-1-what", "profile-poor-1-what-1"]


def test_sections_are_ordered_and_switched_by_the_author() -> None:
    spec = {"order": ["pay", "glance"], "sections": {"tips": {"on": False}, "jobs": {"on": False}}}
    kinds = [section.kind for section in compose(guide(spec=spec), theme()).sections]
    assert kinds[:5] == ["cover", "contents", "pay", "glance", "profile"]
    assert kinds[-1] == "back"
    assert not {"tips", "jobs"} & set(kinds)
    assert next(s.tab for s in compose(guide(spec=spec), theme()).sections if s.kind == "questions") == "A"


def test_a_switched_off_section_is_nowhere_referred_to() -> None:
    off = {name: {"on": False} for name in ("pay", "skills", "compare", "glossary", "sources", "profiles")}
    document = compose(guide(spec={"sections": off}), theme())
    ids = {section.id for section in document.sections}
    assert {node.target for node in _nodes(document.sections) if isinstance(node, PageRef)} <= ids


HOSTILE = "<b>x</b> {{ y }} </para> <img src=file:///etc/passwd> & &amp;"


def test_hostile_words_are_printed_as_written_everywhere() -> None:
    role = {
        **BAKER,
        "title": HOSTILE,
        "short": "</para>",
        "definition": HOSTILE,
        "focus": HOSTILE,
        "responsibilities": [{"title": HOSTILE, "detail": HOSTILE, "aspect": "build"}],
        "skills": [{"skill": HOSTILE, "note": HOSTILE}],
        "industries": [{"name": HOSTILE, "examples": [HOSTILE]}],
        "questions": [HOSTILE],
    }
    document = compose(guide(role, CONFECTIONER), theme())
    words = [word for word in texts(document.sections) if "etc/passwd" in word]
    assert len(words) > 10
    assert all(HOSTILE in word or HOSTILE.rstrip(".") in word for word in words)
    links = [node.link for node in _nodes(document.sections) if isinstance(node, Run)]
    assert not any("passwd" in link for link in links)


def test_small_samples_say_so_and_give_the_exact_range() -> None:
    document = compose(guide(), theme())
    (pay,) = (section for section in document.sections if section.kind == "pay")
    (note,) = (block for block in pay.blocks if isinstance(block, Note))
    assert words_of(note.paragraphs[0]) == (
        "With 12 reports, the true median may lie anywhere from $40k to $75k; with 15, from $40k to $72k. "
        "These ranges overlap."
    )
    assert words_of(note.closing) == "Exact 96\u00a0% rank interval"
    bars = [node for node in _nodes(pay.blocks) if isinstance(node, PayBar)]
    assert [len(bar.reports) for bar in bars] == [12, 15]


def test_a_large_sample_needs_no_note_and_no_rings() -> None:
    document = compose(guide(MILLER, {**MILLER, "id": "second"}), theme())
    (pay,) = (section for section in document.sections if section.kind == "pay")
    assert not [block for block in pay.blocks if isinstance(block, Note)]
    assert not any(bar.reports for bar in _nodes(pay.blocks) if isinstance(bar, PayBar))


def test_small_bars_share_one_scale_with_room_for_all() -> None:
    document = compose(guide(*CASES["three"]), theme())
    facts = [node for node in _nodes(document.sections) if isinstance(node, Fact)]
    tops = {fact.range.top for fact in facts if fact.range}
    assert tops == {150_000.0}


def test_pay_in_another_unit_is_told_in_words_and_not_drawn() -> None:
    pounds = {**MILLER, "id": "pounds", "title": "Pound Miller", "pay": {**MILLER["pay"], "currency": "GBP"}}
    document = compose(guide(BAKER, CONFECTIONER, pounds), theme())
    (pay,) = (section for section in document.sections if section.kind == "pay")
    assert [bar.title for bar in _nodes(pay.blocks) if isinstance(bar, PayBar)] == [
        "Craft Bread Baker",
        "Confectioner",
    ]
    (note,) = (block for block in pay.blocks if block.id == "pay-apart")
    assert isinstance(note, Note)
    assert words_of(note.paragraphs[0]).startswith("Pound Miller: median £115,000 a year")


def test_credit_lines_are_printed_word_for_word() -> None:
    assert "Word for *word*." in "\n".join(texts(compose(guide(), theme()).sections))


def test_no_file_calls_itself_compliant_or_promises_other_editions() -> None:
    words = "\n".join(texts(compose(guide(), theme()).sections)).casefold()
    assert "checked with verapdf: no failures." in words
    assert "compliant" not in words
    assert "large print" not in words


@pytest.mark.parametrize(
    ("title", "roles"),
    [
        ("Craft Bread Baker vs. Confectioner", 2),
        ("Craft Bread Baker and Confectioner", 2),
        ("Two sweet careers", 0),
    ],
)
def test_the_cover_locks_two_roles_up_unless_the_title_is_free(title: str, roles: int) -> None:
    (lockup,) = compose(guide(spec={"title": title}), theme()).sections[0].slot("title")
    assert (len(lockup.roles), lockup.title) == (roles, title)  # type: ignore[attr-defined]


def test_the_dump_reads_as_agreed(request: pytest.FixtureRequest) -> None:
    text = dump(compose(guide(), theme()))
    if request.config.getoption("--update-golden"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")
