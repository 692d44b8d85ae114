"""Whole documents: ids, links, order, absent fields, hostile words, and a golden."""

import datetime as dt
import pickle
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from compose_guides import BAKER, CONFECTIONER, MILLER, guide, imported, poor, role, theme

from guidebuild.compose import compose
from guidebuild.compose.document import (
    Block,
    Document,
    Fact,
    Figure,
    Heading,
    Note,
    PageRef,
    PayBar,
    Run,
    Section,
    SkillColumns,
    SourceItem,
    Steps,
    Table,
    TipItem,
    TocEntry,
    Worksheet,
    words_of,
)
from guidebuild.compose.dump import dump, texts
from guidebuild.words.numbers import counted

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
NOTHING: dict[str, Any] = {
    "tips": [],
    "terms": [],
    "jobs": [],
    "questions": [],
    "sources": {},
    "categories": [],
}


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
    document = compose(guide(BAKER, {**poor(1), "tools": {"Tools": [{"name": "Hammer"}]}}), theme())
    (profile,) = (section for section in document.sections if section.id == "profile-poor-1")
    names = [block.id.removeprefix("profile-poor-1-") for block in profile.blocks]
    assert names == ["what", "what-1", "use", "tools"]


def test_what_is_not_known_of_a_job_becomes_a_list_of_things_to_find_out() -> None:
    known = {**poor(1), "preparation": {"zone": 4}, "outlook": {"headline": "Hard to say"}}
    profiles = {
        s.id: s for s in compose(guide(BAKER, known, poor(2)), theme()).sections if s.role is not None
    }
    sheets = {id: [b for b in s.blocks if isinstance(b, Worksheet)] for id, s in profiles.items()}
    assert sheets["profile-baker"] == []
    assert len(sheets["profile-poor-2"][0].asks) == 6
    assert [ask.split(" ")[0] for ask in sheets["profile-poor-1"][0].asks] == [
        "What",
        "Which",
        "Which",
        "What",
    ]


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


def _section(document: Document, kind: str) -> Section:
    return next(section for section in document.sections if section.kind == kind)


def test_the_self_check_leads_to_the_page_of_the_tip_itself() -> None:
    result = _section(compose(guide(), theme()), "fit").slot("result")[1]
    assert "then tip 2 on page\u00a0{tip-draw}" in words_of(result.text)  # type: ignore[attr-defined]


def test_three_and_more_columns_are_ticked_and_counted() -> None:
    (lead,) = _section(compose(guide(*CASES["three"]), theme()), "fit").slot("lead")
    assert words_of(lead.text) == (  # type: ignore[attr-defined]
        "Tick each line that sounds like you, then count the ticks in each column."
    )


def test_a_lead_of_the_author_stands_before_the_instructions_of_the_self_check() -> None:
    fit = _section(
        compose(guide(spec={"sections": {"fit": {"lead": "Follow your *nose*."}}}), theme()), "fit"
    )
    own, usual = fit.slot("lead")
    (alone,) = _section(compose(guide(), theme()), "fit").slot("lead")
    assert words_of(own.text) == "Follow your nose."  # type: ignore[attr-defined]
    assert words_of(usual.text) == words_of(alone.text)  # type: ignore[attr-defined]
    assert own.id != usual.id


def test_openings_and_the_self_check_after_them_share_a_tab() -> None:
    document = compose(guide(), theme())
    jobs, fit = _section(document, "jobs"), _section(document, "fit")
    assert (jobs.name, bool(jobs.tab), fit.tab) == ("Openings and self-check", True, "")
    apart = compose(guide(spec={"order": ["fit", "jobs"]}), theme())
    assert _section(apart, "jobs").name == "Openings"
    assert _section(apart, "fit").tab
    assert _section(apart, "jobs").tab


def test_the_minutes_add_up_and_each_question_has_one() -> None:
    document = compose(guide(), theme())
    (steps,) = _section(document, "contents").slot("steps")
    assert isinstance(steps, Steps)
    asked = len(_section(document, "questions").slot("questions"))
    assert [step.minutes for step in steps.steps if step.title == "Ask"] == [asked]
    total = sum(step.minutes for step in steps.steps)
    assert steps.total == f"About {counted(total, 'minute')} in all."


def test_the_blurb_of_the_glance_fits_one_line() -> None:
    entries = [node for node in _nodes(compose(guide(), theme()).sections) if isinstance(node, TocEntry)]
    (blurb,) = (entry.blurb for entry in entries if entry.target == "glance")
    assert blurb == "Focus, pay, education, tools and outlook on one page"
    assert len(blurb) <= 52


def test_the_edition_is_that_of_the_event_or_of_the_guide() -> None:
    event = {"name": "Fair", "date": dt.date(2027, 3, 1)}
    for spec, year in (
        ({"event": event}, 2027),
        ({"event": {"name": "Fair"}}, 2026),
        ({"event": None}, 2026),
    ):
        (lockup,) = compose(guide(spec=spec), theme()).sections[0].slot("title")
        assert lockup.edition == f"{year} edition"  # type: ignore[attr-defined]


def test_the_brand_has_the_foot_and_the_guide_the_head() -> None:
    branded = replace(theme(), header="Northfield", footer="Careers Service")
    document = compose(guide(), branded)
    assert document.header == document.title
    assert document.foot == "Northfield · Careers Service · Town Fair, Booth 7"
    assert compose(guide(spec={"event": None}), branded).foot == "Northfield · Careers Service"


def test_the_back_tells_date_version_and_paper_in_one_line() -> None:
    (edition,) = (b for b in _section(compose(guide(), theme()), "back").blocks if b.id == "back-edition")
    assert [words_of(text) for text in edition.paragraphs] == [  # type: ignore[attr-defined]
        "September\u00a02026, version 1.0, A4."
    ]


def _posted(*days: dt.date, **more: Any) -> list[dict[str, Any]]:
    job = {"title": "Hand", "employer": "Crumb", "place": "Bath", **more}
    return [{**job, "id": f"job-{place}", "posted": posted} for place, posted in enumerate(days)]


def test_openings_older_than_six_months_are_jobs_as_advertised_then() -> None:
    old = _posted(dt.date(2024, 10, 30), dt.date(2024, 10, 30))
    jobs = _section(compose(guide(jobs=old), theme()), "jobs")
    assert jobs.title == "Two neighbouring jobs, as advertised in 2024"
    assert "Advertised on 30\u00a0October\u00a02024." in words_of(jobs.slot("lead")[0].text)  # type: ignore[attr-defined]
    assert words_of(jobs.slot("source")[0].text) == "Ask at the booth what is open now."  # type: ignore[attr-defined]


def test_an_opening_that_does_not_say_its_terms_is_not_called_full_time() -> None:
    silent, senior = _posted(dt.date(2026, 8, 1)), _posted(dt.date(2026, 8, 1), level="senior")
    for jobs, terms in ((silent, ""), (senior, "Senior")):
        cards = _section(compose(guide(jobs=jobs), theme()), "jobs").slot("cards")
        assert [card.terms for card in cards] == [terms]  # type: ignore[attr-defined]


def test_recent_openings_are_openings_and_the_event_sets_the_clock() -> None:
    recent = _posted(dt.date(2026, 6, 1), dt.date(2026, 8, 1))
    jobs = _section(compose(guide(jobs=recent), theme()), "jobs")
    assert jobs.title == "Two neighbouring openings"
    assert "Listed from 1\u00a0June\u00a02026" in words_of(jobs.slot("source")[0].text)  # type: ignore[attr-defined]
    later = {"name": "Fair", "date": dt.date(2027, 3, 1)}
    jobs = _section(compose(guide(jobs=recent, spec={"event": later}), theme()), "jobs")
    assert jobs.title == "Two neighbouring jobs, as advertised in 2026"


def test_an_internship_of_full_hours_says_so_once() -> None:
    job = _posted(dt.date(2026, 8, 1), employment="full-time internship", level="entry")
    (card,) = _section(compose(guide(jobs=job), theme()), "jobs").slot("cards")
    assert card.terms == "Full-time internship, entry level"  # type: ignore[attr-defined]


def test_texts_outlook_and_pay_are_credited_each_with_its_own_source() -> None:
    book = {"id": "book", "title": "Outlook book"}
    sources = {
        "craft": {"id": "craft", "title": "Craft book"},
        "book": book,
        "table": {"id": "table", "title": "T"},
    }
    outlook = {**BAKER["outlook"], "sources": ["book"]}
    document = compose(
        guide({**BAKER, "outlook": outlook}, {**CONFECTIONER, "sources": []}, sources=sources), theme()
    )
    caption = words_of(_section(document, "compare").slot("source")[0].text)  # type: ignore[attr-defined]
    assert caption == (
        "–: not given. Source: Craft book. Skills and tasks of Confectioner: compiled by the editors. "
        "Full list on page\u00a0{sources}."
    )
    items = {
        item.id: words_of(item.text) for item in _nodes(document.sections) if isinstance(item, SourceItem)
    }
    assert items == {
        "source-craft": "Used for: the texts on Baker.",
        "source-book": "Used for: the outlook.",
        "source-table": "Used for: pay.",
    }


def test_roles_without_any_source_are_the_editors_own() -> None:
    roles = ({**BAKER, "sources": []}, {**CONFECTIONER, "sources": []})
    caption = words_of(_section(compose(guide(*roles), theme()), "compare").slot("source")[0].text)  # type: ignore[attr-defined]
    assert "Skills and tasks: compiled by the editors." in caption


def test_with_four_roles_and_more_skills_stand_by_how_many_share_them() -> None:
    document = compose(guide(*CASES["four"]), theme())
    profile = next(section for section in document.sections if section.id == "profile-baker")
    (skills,) = (block for block in profile.blocks if isinstance(block, SkillColumns))
    assert [(c.label, c.members, [words_of(i) for i in c.items]) for c in skills.columns] == [
        ("This role only", (0,), ["Night work (five nights a week)", "Shaping (useful)"]),
        ("Shared by three", (), ["Food hygiene", "Weighing"]),
    ]


def test_the_dots_have_a_key_and_their_sums_an_explanation() -> None:
    four = (BAKER, CONFECTIONER, MILLER, {**poor(1), "skills": [{"skill": "hygiene"}]})
    blocks = _section(compose(guide(*four), theme()), "skills").blocks
    heading, key, table, sums = blocks[-4:]
    assert isinstance(heading, Heading)
    assert isinstance(table, Table)
    assert words_of(key.text) == "Filled dot: needed. Ring: useful. Speck: not listed."  # type: ignore[attr-defined]
    assert words_of(sums.text) == "The sums exceed 7, because skills are shared."  # type: ignore[attr-defined]


def test_the_first_of_two_tables_is_named_in_the_lead() -> None:
    (lead,) = _section(compose(guide(*CASES["six"]), theme()), "compare").slot("lead")
    assert words_of(lead.text) == (  # type: ignore[attr-defined]
        "Baker, Imported Role 1 and Miller come first; Confectioner and Imported Role 2 follow. "
        "Too little is said of Poor Role 1 to compare."
    )


def test_tools_for_one_purpose_share_its_note_and_groups_stand_in_their_usual_order() -> None:
    tools: dict[str, list[Any]] = {
        "Ovens": ["Kiln"],
        "Workbench": [{"name": "Git"}],
        "Frameworks": [
            "A",
            {"name": "B", "note": "to integrate models"},
            {"name": "C", "note": "to integrate models"},
        ],
        "Languages": [{"name": "R", "note": "for charts"}, "Python"],
    }
    tools = {key: [{"name": t} if isinstance(t, str) else t for t in listed] for key, listed in tools.items()}
    profile = compose(guide({**BAKER, "tools": tools}, CONFECTIONER), theme()).sections[3]
    (block,) = (block for block in profile.blocks if block.id.endswith("-tools"))
    assert [(term, words_of(text)) for term, text in block.items] == [  # type: ignore[attr-defined]
        ("Languages", "R for charts, Python"),
        ("Frameworks", "A; B and C, to integrate models"),
        ("Workbench", "Git"),
        ("Ovens", "Kiln"),
    ]


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
    assert [words_of(text) for text in note.paragraphs] == [
        "If the 12 reports were a random sample, the median would lie between $40k and $75k with 96% confidence. "
        "For the 15 reports, between $40k and $72k."
    ]
    assert not note.closing
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


def test_two_small_samples_of_one_size_are_told_apart_by_name() -> None:
    document = compose(guide(BAKER, {**CONFECTIONER, "pay": BAKER["pay"]}), theme())
    (note,) = (node for node in _nodes(document.sections) if isinstance(node, Note))
    said = words_of(note.paragraphs[0])
    assert "If the 12 reports for Baker were" in said
    assert "For the 12 reports for Confectioner, between" in said


def test_a_yardstick_rests_on_thirty_reports_or_is_left_out() -> None:
    scale = [role(**{**MILLER, "id": "few", "title": "Few", "pay": {**BAKER["pay"]}}), role(**MILLER)]
    document = compose(guide(scale=scale), theme())
    titles = [bar.title for bar in _nodes(document.sections) if isinstance(bar, PayBar)]
    assert titles == ["Craft Bread Baker", "Confectioner", "Miller"]
    assert "Few" not in "\n".join(texts(document.sections))


def test_a_remark_on_how_pay_was_counted_stands_where_that_pay_is_shown() -> None:
    noted = {**MILLER, "pay": {**MILLER["pay"], "note": "Pools two titles."}}
    document = compose(guide(noted, BAKER), theme())
    where = [s.id for s in document.sections if "Pools two titles." in "\n".join(texts(s.blocks))]
    assert where == ["profile-miller", "pay"]
    assert "Pools two titles." not in "\n".join(texts(compose(guide(), theme()).sections))


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
    assert "set as tagged pdf (pdf/ua-1, pdf/a-2a)." in words
    assert "checked with verapdf" not in words  # no build runs it; the program's tests do
    assert "the program that made it is tested with verapdf: no failures." in words
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


def test_a_tip_may_be_a_title_alone() -> None:
    document = compose(guide(tips=[{"id": "go", "title": "Visit a bakery at four"}]), theme())
    (tip,) = _section(document, "tips").slot("tips")
    assert isinstance(tip, TipItem)
    assert (tip.title, tip.why, tip.step, tip.label) == ("Visit a bakery at four", (), "", "Done")
