"""Importing again: an author's edits stay, new facts arrive, what is gone is told, and comments survive."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebuild.diagnostics import Span
from guidebuild.importers.draft import Fact, Tree, plain
from guidebuild.importers.merging import record
from guidebuild.importers.merging.record import EMPTY, Record
from guidebuild.importers.merging.revision import Revision, begun, filled, revised
from guidebuild.importers.merging.three_way import Setting
from guidebuild.importers.merging.yaml.editor import edited, same
from guidebuild.importers.merging.yaml.edits import Put, Remove
from guidebuild.model.matching import SkillNames
from guidebuild.model.schema import Role, Skill
from guidebuild.yamlfile.tree import Loc, place, read_tree

NAMES = SkillNames([Skill(id="python", label="Python", aliases=("Python 3",), category="x")])
FILE = "content/roles/baker.yml"
DAY, LATER = dt.date(2026, 1, 1), dt.date(2026, 6, 1)


def again(
    text: str, old: Record, facts: Mapping[str, Tree], *, importer: str = "onet", prune: bool = False
) -> Revision:
    tree = read_tree(text, FILE)
    setting = Setting(
        Role,
        NAMES,
        f"src-{importer}",
        lambda loc: place(tree, loc),
        old.others(importer),
        "the record",
        prune,
    )
    return revised(text, FILE, old, filled(facts), importer, setting)


def begin(facts: Mapping[str, Tree]) -> tuple[str, Record]:
    new = begun(filled(facts), "onet", "src-onet", "A source")
    return new.text, new.record


def told(revision: Revision) -> list[str]:
    return [f"{one.code}: {one.message}" for one in revision.merged.report]


def words(*items: Any) -> tuple[Fact, ...]:
    return tuple(Fact(item, "a.txt:1") for item in items)


BASE: dict[str, Tree] = {
    "title": Fact("Baker", "a.txt:1"),
    "definition": Fact("Bakes bread.", "b.txt:1"),
    "reviewed": Fact(DAY),
    "responsibilities": words({"detail": "Knead the dough.", "aspect": "build"}, {"detail": "Sell bread."}),
    "skills": words({"skill": "python"}, {"skill": "Early rising", "level": "useful"}),
    "tools": {"Ovens": words("Stone oven"), "Web 2.0": words("Flour Online")},
    "sources": words("src-onet"),
}
TEXT = begin(BASE)[0]


def with_(**parts: Tree) -> dict[str, Tree]:
    return {**BASE, "reviewed": Fact(LATER), **parts}


def test_a_new_file_tells_where_it_came_from() -> None:
    assert TEXT == (
        "# Imported by guidebuild from A source. Edit freely: importing again keeps what you changed.\n"
        "title: Baker  # src-onet: a.txt\n"
        "definition: Bakes bread.  # src-onet: b.txt\n"
        "reviewed: 2026-01-01\n"
        "# src-onet: a.txt\n"
        "responsibilities:\n"
        "  - {detail: Knead the dough., aspect: build}\n"
        "  - detail: Sell bread.\n"
        "# src-onet: a.txt\n"
        "skills:\n"
        "  - skill: python\n"
        "  - {skill: Early rising, level: useful}\n"
        "# src-onet: a.txt\n"
        "tools:\n"
        "  Ovens: [Stone oven]\n"
        "  Web 2.0: [Flour Online]\n"
        "sources: [src-onet]\n"
    )


def test_where_all_is_from_one_place_the_head_says_it_once() -> None:
    text, _record = begin({"title": Fact("Baker", "a.txt:1"), "focus": Fact("Bread."), "reviewed": Fact(DAY)})
    assert text.splitlines()[1:] == [
        "# Where nothing else is said, a value is from src-onet: a.txt",
        "title: Baker",
        "focus: Bread.",
        "reviewed: 2026-01-01",
    ]


@pytest.mark.parametrize(
    ("by_author", "part", "new", "wanted", "note"),
    [
        ("", "title", Fact("Master baker", "a.txt:1"), "title: Master baker  #", ""),
        ("Cook", "title", Fact("Master baker"), "title: Cook  #",
         "kept-edit: 'title' stays as you have it; 'src-onet' says 'Master baker'"),
        ("Cook", "title", Fact("Baker"), "title: Cook  #", ""),
        ("Master baker", "title", Fact("Master baker"), "title: Master baker  #", ""),
    ],
)  # fmt: skip
def test_a_text_follows_the_source_until_the_author_edits_it(
    by_author: str, part: str, new: Fact, wanted: str, note: str
) -> None:
    text, old = begin(BASE)
    text = text.replace("title: Baker", f"title: {by_author or 'Baker'}")
    revision = again(text, old, with_(**{part: new}))
    assert wanted in revision.text
    assert told(revision) == ([note] if note else [])


def test_what_the_author_took_out_stays_out() -> None:
    text, old = begin(BASE)
    text = text.replace("  - detail: Sell bread.\n", "").replace(
        "definition: Bakes bread.  # src-onet: b.txt\n", ""
    )
    revision = again(text, old, with_(definition=Fact("Bakes cakes.")))
    assert revision.text == text
    assert told(revision) == [
        "kept-out: 'definition' stays out, as you took it out; the source now says 'Bakes cakes.'"
    ]


LONG = "Work out how much flour, water and salt a day's bread needs."


@pytest.mark.parametrize(
    ("by_author", "wanted", "notes"),
    [
        (LONG, ["Work out how much flour, water or salt a day's bread needs."], []),
        ("Weigh.", ["Weigh."], ["kept-out"]),
        (f"{LONG} And: yeast.", [f"{LONG} And: yeast."], ["kept-out"]),
    ],
)
def test_a_sentence_in_new_words_takes_the_place_of_the_old(
    by_author: str, wanted: list[str], notes: list[str]
) -> None:
    text, old = begin({"title": Fact("Baker"), "responsibilities": words({"detail": LONG})})
    text = text.replace(LONG, json.dumps(by_author) if ": " in by_author else by_author)
    later: dict[str, Tree] = {
        "title": Fact("Baker"),
        "responsibilities": words({"detail": LONG.replace("water and", "water or")}),
    }
    revision = again(text, old, later)
    assert [duty["detail"] for duty in read_tree(revision.text, FILE)["responsibilities"]] == wanted
    assert [one.code for one in revision.merged.report] == notes
    assert again(revision.text, revision.record, later).text == revision.text


def test_new_facts_stand_behind_their_neighbours() -> None:
    text, old = begin(BASE)
    skills = words(
        {"skill": "Patience"},
        {"skill": "python"},
        {"skill": "Maths"},
        {"skill": "Early rising", "level": "useful"},
    )
    facts = {"title": BASE["title"], "focus": Fact("Bread.", "a.txt:7"), **with_(skills=skills)}
    facts["tools"] = {
        "Ovens": words("Stone oven", "Gas oven"),
        "Mixers": words("Mixer"),
        "Web 2.0": words("Flour Online"),
    }
    revision = again(text, old, facts)
    assert "title: Baker  # src-onet: a.txt\nfocus: Bread.  # src-onet: a.txt\n" in revision.text
    assert "  - skill: Patience\n  - skill: python\n  - skill: Maths\n  - {skill: Early" in revision.text
    assert "  Ovens: [Stone oven, Gas oven]\n  Mixers: [Mixer]\n  Web 2.0: [Flour Online]\n" in revision.text
    assert revision.merged.tally.added == 5
    assert "reviewed: 2026-06-01" in revision.text


def test_lists_are_joined_without_doubles() -> None:
    text = (
        "title: Baker\ndefinition: x\nskills: [Python 3, Own skill]\nresponsibilities:\n  - knead the dough\n"
    )
    revision = again(text, EMPTY, BASE)
    assert "skills: [Python 3, Own skill, " not in revision.text
    assert [item if isinstance(item, str) else item["skill"] for item in read_tree(revision.text, FILE)["skills"]] == [
        "Python 3", "Early rising", "Own skill",
    ]  # fmt: skip
    assert "  - knead the dough\n  - detail: Sell bread.  # src-onet: a.txt\n" in revision.text
    assert revision.text.startswith("title: Baker\ndefinition: x\n")
    assert [line.partition(" stays")[0] for line in told(revision)] == [
        "kept-edit: 'definition'",
        "kept-edit: 'responsibilities'",
    ]


def test_what_the_source_no_longer_has_is_told_and_with_prune_taken_out() -> None:
    text, old = begin(BASE)
    text = text.replace("Stone oven", "My oven")
    facts = with_(
        responsibilities=words({"detail": "Sell bread."}), tools={"Ovens": words("Stone oven")}, skills=()
    )
    revision = again(text, old, facts)
    assert revision.text == text
    assert told(revision) == [
        "no-longer-in-source: 'Knead the dough.' of 'responsibilities' is no longer in the source",
        "no-longer-in-source: 'tools.Web 2.0' is no longer in the source",
        "no-longer-in-source: 'skills' is no longer in the source",
    ]
    pruned = again(revision.text, revision.record, facts, prune=True)
    assert "Knead" not in pruned.text
    assert "skills" not in pruned.text
    assert "Web 2.0" not in pruned.text
    assert "tools:\n  Ovens: [My oven]\n" in pruned.text
    assert pruned.merged.tally.removed == 3


def test_prune_leaves_what_a_role_cannot_be_without() -> None:
    text, old = begin(BASE)
    facts = {key: part for key, part in BASE.items() if key != "definition"}
    revision = again(text, old, facts, prune=True)
    assert revision.text == text
    assert told(revision) == ["no-longer-in-source: 'definition' is no longer in the source"]


def test_what_the_author_edited_is_the_authors_when_the_source_drops_it() -> None:
    text, old = begin(BASE)
    text = text.replace("level: useful", "level: core")
    revision = again(text, old, with_(skills=words({"skill": "python"})), prune=True)
    assert revision.text == text
    assert told(revision) == [
        "no-longer-in-source: 'Early rising' of 'skills' is no longer in the source, and stays as you have edited it"
    ]
    assert told(again(revision.text, revision.record, with_(skills=words({"skill": "python"})))) == []


def test_a_field_of_an_item_is_merged_by_itself() -> None:
    text, old = begin(BASE)
    text = text.replace("  - skill: python\n", "  - {skill: python, note: mine}\n").replace(
        "level: useful}", "level: core}"
    )
    skills = words({"skill": "python", "level": "useful"}, {"skill": "Early rising", "note": "at four"})
    revision = again(text, old, with_(skills=skills))
    assert "- {skill: python, level: useful, note: mine}\n" in revision.text
    assert "- {skill: Early rising, note: at four, level: core}\n" in revision.text


def test_a_shorthand_becomes_a_mapping_where_the_source_says_more() -> None:
    text, old = begin({"title": Fact("Baker"), "skills": words("Maths", "python")})
    assert "skills: [Maths, python]" in text
    revision = again(
        text, old, {"title": Fact("Baker"), "skills": words({"skill": "Maths", "level": "useful"}, "python")}
    )
    assert same(read_tree(revision.text, FILE)["skills"], [{"skill": "Maths", "level": "useful"}, "python"])


PAY = {
    "region": "UK",
    "years": [2020, 2021],
    "source": "s",
    "overall": {"n": 3, "p10": 1, "p25": 2, "p50": 3, "p75": 4, "p90": 5},
}
PAY_LATER = PAY | {"years": [2020, 2022], "overall": {**PAY["overall"], "p90": 9}}  # type: ignore[dict-item]


def test_a_whole_block_is_replaced_as_one_with_the_comments_in_it() -> None:
    text, old = begin({"title": Fact("Baker"), "pay": Fact(PAY, "p.csv:2", whole=True)})
    text = text.replace(
        "  years: [2020, 2021]\n", "  note: mine\n  # since the survey began\n  years: [2020, 2021]  # both\n"
    )
    revision = again(text, old, {"title": Fact("Baker"), "pay": Fact(PAY_LATER, "p.csv:2", whole=True)})
    assert "  note: mine\n  # since the survey began\n  years: [2020, 2022]  # both\n" in revision.text
    assert "p90: 9" in revision.text
    assert told(revision) == []


def test_a_whole_block_with_one_edit_stays_whole() -> None:
    text, old = begin({"title": Fact("Baker"), "pay": Fact(PAY, "p.csv:2", whole=True)})
    text = text.replace("p10: 1", "p10: 2")
    revision = again(text, old, {"title": Fact("Baker"), "pay": Fact(PAY_LATER, "p.csv:2", whole=True)})
    assert revision.text == text
    (note,) = told(revision)
    assert note.startswith(
        "kept-edit: 'pay' stays as you have it; 'src-onet' says '{region: UK, years: [2020, 2022]"
    )


def test_another_importer_neither_overwrites_nor_takes_out() -> None:
    text, old = begin(BASE)
    first = again(
        text,
        old,
        {"title": Fact("Bread maker"), "skills": words({"skill": "python"}, {"skill": "Patience"})},
        importer="article",
    )
    assert "title: Baker" in first.text
    assert "  - skill: Patience  # src-article: a.txt" in first.text
    assert told(first) == [
        "other-source: 'title' stays as another source has it; 'src-article' says 'Bread maker'"
    ]
    pruned = again(
        first.text,
        first.record,
        with_(skills=words({"skill": "Early rising", "level": "useful"})),
        prune=True,
    )
    assert "python" in pruned.text, "the article still has it"
    assert "Patience" in pruned.text


def test_a_stamp_changes_only_with_something_else() -> None:
    text, old = begin(BASE)
    revision = again(text, old, with_())
    assert (revision.text, revision.record) == (text, old)
    revision = again(text, old, with_(title=Fact("Master baker")))
    assert "reviewed: 2026-06-01" in revision.text


def test_the_comment_that_names_a_place_follows_the_source_unless_edited() -> None:
    text, old = begin(BASE)
    text = text.replace("# src-onet: a.txt\nresponsibilities", "# the best\nresponsibilities")
    parts = {
        "skills": (*words({"skill": "python"}), Fact({"skill": "Maths"}, "new.txt:3")),
        "responsibilities": (*words({"detail": "Sell bread."}), Fact({"detail": "Smile."}, "new.txt:3")),
    }
    revision = again(text, old, with_(**parts))
    assert "# src-onet: a.txt, new.txt\nskills:\n" in revision.text
    assert "# the best\nresponsibilities:\n" in revision.text
    assert "  - detail: Smile.  # src-onet: new.txt\n" in revision.text


# Any import after any import, with any edits between.

DETAILS = st.sampled_from(["Knead.", "Sell bread, cakes.", "Bake: daily", "word " * 30 + "end", "Clean up"])
SKILLS = st.sampled_from(["python", "Python 3", "Early rising", "Maths", "Patience", "C++"])
NOTES = st.sampled_from(["for large data", "a: b", "x"])


def _facts(values: st.SearchStrategy[Any], **options: Any) -> st.SearchStrategy[tuple[Fact, ...]]:
    def name(value: Any) -> Any:
        return next(iter(value.values())) if isinstance(value, dict) else value

    items = st.lists(
        values, max_size=4, unique_by=lambda value: NAMES.find(str(name(value))) or name(value), **options
    )
    return items.flatmap(lambda found: st.tuples(*(st.builds(Fact, st.just(one), PLACES) for one in found)))


def _some(**parts: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=parts)


PLACES = st.sampled_from(["", "a.txt:1", "a.txt:2", "b.csv:3"])
TEXTS = st.builds(
    Fact, st.sampled_from(["One thing.", "Another: thing", "word " * 40 + "end", "First.\n\nSecond."]), PLACES
)
LISTS = _facts(st.sampled_from(["maths", "science", "history, art", "a b"]))
DUTIES = st.builds(
    lambda detail, more: {"detail": detail, **more}, DETAILS, _some(aspect=st.sampled_from(["build", "plan"]))
)
USES = st.builds(
    lambda skill, more: {"skill": skill, **more}, SKILLS, _some(level=st.just("useful"), note=NOTES)
)
TOOLS = st.one_of(
    st.sampled_from(["NumPy", "Git"]), st.builds(lambda note: {"name": "Docker", "note": note}, NOTES)
)
INDUSTRIES = st.builds(
    lambda name, more: {"name": name, **more},
    st.sampled_from(["Finance", "Food"]),
    _some(examples=st.lists(st.sampled_from(["bread", "cakes", "loans"]), min_size=1, unique=True)),
)
ROLES: st.SearchStrategy[dict[str, Any]] = st.builds(
    lambda must, more: {
        **must,
        **{key: part for key, part in more.items() if part or isinstance(part, Fact)},
    },
    st.fixed_dictionaries(
        {"title": st.builds(Fact, st.sampled_from(["Baker", "Cook"])), "definition": TEXTS}
    ),
    _some(
        focus=TEXTS,
        reviewed=st.builds(Fact, st.sampled_from([DAY, LATER])),
        responsibilities=_facts(DUTIES),
        skills=_facts(USES),
        education=_some(degrees=LISTS, fields=LISTS, summary=TEXTS).filter(bool),
        tools=_some(Ovens=_facts(TOOLS), **{"Web 2.0": _facts(TOOLS)}),
        industries=_facts(INDUSTRIES),
        codes=_some(soc=st.builds(Fact, st.sampled_from(["15-2051.00", "2511"]))).filter(bool),
        pay=st.sampled_from([Fact(PAY, "p.csv:1", whole=True), Fact(PAY_LATER, "p.csv:1", whole=True)]),
        left_out=st.builds(lambda n: Fact({"skills": n}), st.integers(1, 3)),
    ),
)


def leaves(tree: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    if isinstance(tree, Mapping):
        for key, value in tree.items():
            yield from leaves(value, (*loc, key))
    elif isinstance(tree, tuple | list):
        for index, value in enumerate(tree):
            yield from leaves(value, (*loc, index))
    else:
        yield loc, tree


def values(text: str) -> list[Any]:
    return [value for _loc, value in leaves(read_tree(text, FILE))]


@pytest.mark.slow
@given(ROLES, ROLES, st.booleans())
def test_importing_twice_is_importing_once(before: dict[str, Any], now: dict[str, Any], prune: bool) -> None:
    text, old = begin(before)
    unchanged = again(text, old, before, prune=prune)
    assert (unchanged.text, unchanged.record, told(unchanged)) == (text, old, [])
    once = again(text, old, now, prune=prune)
    twice = again(once.text, once.record, now, prune=prune)
    assert twice.text == once.text
    assert record.written(twice.record) == record.written(once.record)
    assert Role.model_validate({**read_tree(once.text, FILE), "id": "baker"}, strict=False)


@pytest.mark.slow
@given(st.data(), ROLES, ROLES, st.booleans())
def test_an_edit_of_any_value_survives_any_import(
    data: st.DataObject, before: dict[str, Any], now: dict[str, Any], prune: bool
) -> None:
    text, old = begin(before)
    loc, _value = data.draw(
        st.sampled_from([leaf for leaf in leaves(read_tree(text, FILE)) if leaf[1] is not None])
    )
    mine = "my own, and: nobody else's"
    text = edited(text, FILE, [Put(loc, mine)])
    once = again(text, old, now, prune=prune)
    assert values(once.text).count(mine) == 1
    twice = again(once.text, once.record, before, prune=prune)
    assert values(twice.text).count(mine) == 1


@pytest.mark.slow
@given(st.data(), ROLES, ROLES)
def test_a_value_that_the_author_took_out_does_not_come_back(
    data: st.DataObject, before: dict[str, Any], now: dict[str, Any]
) -> None:
    text, old = begin(before)
    keys = [key for key in read_tree(text, FILE) if key not in ("title", "reviewed")]
    key = data.draw(st.sampled_from(keys))
    text = edited(text, FILE, [Remove((key,))])
    assert key not in read_tree(again(text, old, now).text, FILE)
    once = again(text, old, now)
    assert (
        key not in before
        or key not in now
        or key not in read_tree(again(once.text, once.record, before).text, FILE)
    )


@pytest.mark.slow
@given(st.data(), ROLES, ROLES, st.booleans())
def test_every_new_fact_arrives_or_is_told(
    data: st.DataObject, before: dict[str, Any], now: dict[str, Any], prune: bool
) -> None:
    text, old = begin(before)
    for loc, _value in data.draw(st.permutations(list(leaves(read_tree(text, FILE)))))[:2]:
        if loc[0] != "pay":
            text = edited(text, FILE, [Put(loc, f"mine {loc[-1]}")])
    revision = again(text, old, now, prune=prune)
    there = read_tree(revision.text, FILE)
    once = {
        repr(value) for _loc, value in leaves(plain(before))
    }  # if it is gone, the author has taken it out
    for fact in record.facts_of(now, ""):
        name = ".".join(step for step in fact.path if step != "[]")
        said = any(f"'{name}" in line for line in told(revision))
        new = [value for _loc, value in leaves(fact.value) if repr(value) not in once]
        assert said or fact.path == ("reviewed",) or all(_is_in(there, value) for value in new), (
            fact,
            revision,
        )


def _is_in(tree: Any, value: Any) -> bool:
    known = NAMES.find(str(value))
    return any(there == value or (known and known == NAMES.find(str(there))) for _loc, there in leaves(tree))


@pytest.mark.slow
@given(st.data(), ROLES, ROLES, st.booleans())
def test_the_comments_of_the_author_survive_any_import(
    data: st.DataObject, before: dict[str, Any], now: dict[str, Any], prune: bool
) -> None:
    text, old = begin(before)
    tree = read_tree(text, FILE)
    lines = text.splitlines()
    spots = sorted({place(tree, loc).line - 1 for loc, _value in leaves(tree)})
    for spot in sorted(data.draw(st.sets(st.sampled_from(spots), max_size=4)), reverse=True):
        margin = " " * (len(lines[spot]) - len(lines[spot].lstrip()))
        lines[spot] += "  # also mine"
        lines.insert(spot, f"{margin}# mine")
    commented = "\n".join(lines) + "\n"
    assert same(read_tree(commented, FILE), tree)
    once = again(commented, old, now, prune=prune)
    assert once.text.count("mine") == commented.count("mine")


def test_the_place_of_a_note_is_that_of_the_value() -> None:
    text, old = begin(BASE)
    text = text.replace("title: Baker", "title: Cook")
    (note,) = again(text, old, with_(title=Fact("Master baker"))).merged.report
    assert note.span == Span(FILE, 2, 8, "title")
    assert note.hints == ("all of it stands in the record",)
    assert plain(BASE["title"]) == "Baker"


# What an earlier version wrote in words of its own


def reworded(facts: Mapping[str, Tree]) -> tuple[str, Record]:
    """A file and a record as the first edition left them."""
    text, old = begin(facts)
    return text, Record(old.facts, frozenset(["onet"]))


IDS = with_(skills=words({"skill": "explaining-results", "note": "communication"}, {"skill": "python"}))
WORDS = with_(skills=words("communication", {"skill": "Python 3"}))


def skills_of(revision: Revision) -> list[Any]:
    tree = read_tree(revision.text, FILE)
    return [use if isinstance(use, str) else dict(use) for use in tree.get("skills") or ()]


def test_an_id_that_nobody_touched_becomes_the_words_of_the_source() -> None:
    revision = again(*reworded(IDS), WORDS)
    assert skills_of(revision) == [{"skill": "communication"}, {"skill": "Python 3"}]
    assert revision.record.reworded == frozenset()
    assert again(revision.text, revision.record, WORDS).text == revision.text


def test_an_edit_and_a_deletion_count_under_either_name() -> None:
    text, old = reworded(IDS)
    gone = text.replace("  - {skill: explaining-results, note: communication}\n", "")
    assert gone != text
    assert skills_of(again(gone, old, WORDS)) == [{"skill": "Python 3"}]
    edited_by_hand = text.replace("  - skill: python\n", "  - {skill: python, note: daily}\n")
    assert edited_by_hand != text
    assert {"skill": "Python 3", "note": "daily"} in skills_of(again(edited_by_hand, old, WORDS))


GROUPED = with_(tools={"Languages": words("Java", "SQL"), "Office": words("Excel")})
NAMED = with_(
    tools={
        "Development software": words({"name": "Oracle Java", "demand": "hot"}),
        "Query software": words("Structured query language SQL"),
        "Spreadsheet software": words("Excel"),
    }
)


def tools_of(revision: Revision) -> dict[str, Any]:
    tools = read_tree(revision.text, FILE).get("tools") or {}
    return {
        group: [tool if isinstance(tool, str) else dict(tool) for tool in held]
        for group, held in tools.items()
    }


def test_tools_move_to_the_groups_of_the_source() -> None:
    revision = again(*reworded(GROUPED), NAMED)
    assert tools_of(revision) == {
        "Development software": [{"name": "Oracle Java", "demand": "hot"}],
        "Query software": ["Structured query language SQL"],
        "Spreadsheet software": ["Excel"],
    }
    assert again(revision.text, revision.record, NAMED).text == revision.text


def test_a_tool_that_was_edited_stays_where_it_is_and_one_that_was_taken_out_stays_out() -> None:
    text, old = reworded(GROUPED)
    changed = text.replace("Languages: [Java, SQL]", "Languages: [{name: SQL, note: mine}, My own]")
    assert changed != text
    revision = again(changed, old, NAMED)
    assert tools_of(revision) == {
        "Languages": [{"name": "SQL", "note": "mine"}, "My own"],
        "Spreadsheet software": ["Excel"],
    }
    assert again(revision.text, revision.record, NAMED).text == revision.text


def test_what_a_list_is_said_to_lack_goes_with_the_next_import_also_without_prune() -> None:
    facts = with_(left_out={"skills": Fact(5), "tools": Fact(2)})
    text, old = begin(facts)
    revision = again(text, old, BASE)
    assert "left_out" not in revision.text
    assert [line for line in told(revision) if "left_out" in line] == [
        "removed: 'left_out' is taken out: it is not said of what is imported now"
    ]
    edited_by_hand = again(text.replace("skills: 5", "skills: 7"), old, BASE).text
    assert read_tree(edited_by_hand, FILE)["left_out"] == {"skills": 7}


JOBS_PAY = {
    "currency": "USD", "region": "Ulm", "years": [2024, 2024], "source": "src-onet", "counts": "jobs",
    "overall": {"n": 900, "p10": 1, "p25": 2, "p50": 3, "p75": 4, "p90": 5},
}  # fmt: skip


def test_what_pay_counts_becomes_its_kind_without_a_conflict() -> None:
    kind = {
        ("kind" if key == "counts" else key): "statistics" if key == "counts" else part
        for key, part in JOBS_PAY.items()
    }
    text, old = begin(with_(pay=Fact(JOBS_PAY, "a.csv", whole=True)))
    now = with_(pay=Fact(kind, "a.csv", whole=True))
    revision = again(text, old, now)
    assert read_tree(revision.text, FILE)["pay"].get("kind") == "statistics"
    assert "counts" not in revision.text
    assert told(revision) == []
    edited_by_hand = again(text.replace("region: Ulm", "region: Ulm and around"), old, now)
    assert "region: Ulm and around" in edited_by_hand.text
    assert told(edited_by_hand) == []
