"""A draft meets the files of a project: which files change, how, and what stands in the way."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from guidebuild.diagnostics import GuideError
from guidebuild.importers.draft import Draft, Entry, Fact, Tree
from guidebuild.importers.merging.plan import Plan, plan
from guidebuild.model.check import check
from guidebuild.model.library import load_library
from guidebuild.model.project import find_project
from guidebuild.yamlfile.tree import read_tree

DAY, LATER = dt.date(2026, 1, 1), dt.date(2026, 6, 1)
PAY = {
    "region": "UK",
    "years": [2020, 2022],
    "source": "survey",
    "overall": {"n": 40, "p10": 1, "p25": 2, "p50": 3, "p75": 4, "p90": 5},
}


def source(id_: str = "survey", day: dt.date = DAY, **more: Tree) -> Entry:
    return Entry("sources", id_, {"title": Fact("The survey"), "accessed": Fact(day), **more})


def role(id_: str = "baker", day: dt.date = DAY, **more: Tree) -> Entry:
    facts: dict[str, Tree] = {
        "title": Fact("Baker", "jobs.txt:1"),
        "definition": Fact("Bakes bread.", "jobs.txt:2"),
        "reviewed": Fact(day),
        "skills": (Fact({"skill": "python"}, "skills.txt:1"),),
        "sources": (Fact("survey"),),
    }
    return Entry("roles", id_, {**facts, **more})


def draft(*entries: Entry, importer: str = "x") -> Draft:
    return Draft(importer, "survey", entries)


def planned(folder: Path, made: Draft, *, prune: bool = False, restore: bool = False) -> Plan:
    return plan(made, load_library(find_project(folder)), folder, prune=prune, restore=restore)


def carried_out(folder: Path, made: Draft, *, prune: bool = False, restore: bool = False) -> Plan:
    done = planned(folder, made, prune=prune, restore=restore)
    for change in done.changes:
        before = change.file.read_bytes().decode() if change.file.exists() else None
        assert change.before == before
        change.file.parent.mkdir(parents=True, exist_ok=True)
        change.file.write_bytes(change.after.encode())
    return done


def names(done: Plan, folder: Path) -> list[str]:
    return [change.file.relative_to(folder.resolve()).as_posix() for change in done.changes]


def told(done: Plan) -> list[str]:
    return [f"{one.code}: {one.message}" for one in done.report]


def refused(folder: Path, made: Draft) -> list[str]:
    before = sorted(folder.rglob("*"))
    with pytest.raises(GuideError) as caught:
        planned(folder, made)
    assert sorted(folder.rglob("*")) == before
    return [str(problem) for problem in caught.value.diagnostics]


def put(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    return file


def test_new_entries_make_files_that_pass_check(tmp_path: Path) -> None:
    done = carried_out(tmp_path, draft(source(), role()))
    assert names(done, tmp_path) == [
        "content/roles/baker.yml",
        "content/sources.yml",
        "content/imported/role-baker.yml",
        "content/imported/source-survey.yml",
    ]
    assert check([tmp_path], start=tmp_path) == []
    assert (tmp_path / "content/sources.yml").read_text() == (
        "# Where imported facts come from. Edit freely: importing again keeps what you changed.\n"
        "sources:\n"
        "  - id: survey\n    title: The survey\n    accessed: 2026-01-01\n"
    )
    assert done.tally.added == 7


def test_records_are_no_content(tmp_path: Path) -> None:
    carried_out(tmp_path, draft(source(), role()))
    library = load_library(tmp_path)
    assert [id_ for id_ in library.roles.ids() if library.roles.origin(id_) == "project"] == ["baker"]
    assert not any("imported" in str(file) for file in library.read)


def test_the_same_import_again_changes_no_file_even_on_another_day(tmp_path: Path) -> None:
    carried_out(tmp_path, draft(source(), role()))
    done = planned(tmp_path, draft(source(day=LATER), role(day=LATER)))
    assert (done.changes, done.report) == ((), ())


def test_only_what_changes_is_written(tmp_path: Path) -> None:
    carried_out(tmp_path, draft(source(), role()))
    done = carried_out(tmp_path, draft(source(day=LATER), role(day=LATER, title=Fact("Cook", "jobs.txt:1"))))
    assert names(done, tmp_path) == ["content/roles/baker.yml", "content/imported/role-baker.yml"]
    text = (tmp_path / "content/roles/baker.yml").read_text()
    assert "title: Cook" in text
    assert "reviewed: 2026-06-01" in text


def test_new_entries_stand_behind_those_of_the_author(tmp_path: Path) -> None:
    file = put(
        tmp_path,
        "content/tips.yml",
        "# Mine\ntips:\n  # first\n  - id: rest\n    title: Rest\n    why: It helps.\n# end\n",
    )
    carried_out(tmp_path, draft(source(), tip("rise"), tip("eat")))
    assert file.read_text() == (
        "# Mine\ntips:\n  # first\n  - id: rest\n    title: Rest\n    why: It helps.\n"
        "  # survey: a.txt, also the next\n"
        "  - id: rise\n    title: Rise\n    why: So.\n  - id: eat\n    title: Eat\n    why: So.\n# end\n"
    )


NEW = "- id: survey\n  title: The survey\n  accessed: 2026-01-01\n"
INDENTED = "  - id: survey\n    title: The survey\n    accessed: 2026-01-01\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("- {id: mine, title: Mine}\n", "- {id: mine, title: Mine}\n" + NEW),
        ("sources:\n", "sources:\n" + INDENTED),
        ("sources: []\n", "sources:\n" + INDENTED),
        ("sources:\r\n- id: mine\r\n  title: Mine",
         ("sources:\n- id: mine\n  title: Mine\n" + NEW).replace("\n", "\r\n").removesuffix("\r\n")),
        ("\ufeffsources:\n  - {id: survey, title: The survey, accessed: 2025-01-01}\n", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("suffix", [".yml", ".yaml"])
def test_a_list_keeps_its_form(tmp_path: Path, text: str, wanted: str | None, suffix: str) -> None:
    file = put(tmp_path, f"content/sources{suffix}", text)
    carried_out(tmp_path, draft(source()))
    assert file.read_bytes().decode() == (text if wanted is None else wanted)
    assert len(list((tmp_path / "content").glob("sources.*"))) == 1


def test_a_byte_order_mark_stays(tmp_path: Path) -> None:
    file = put(tmp_path, "content/roles/baker.yml", "\ufefftitle: Baker\ndefinition: Bakes.\n")
    carried_out(tmp_path, draft(source(), role()))
    assert file.read_bytes().startswith(b"\xef\xbb\xbftitle: Baker\n")
    assert b"python" in file.read_bytes()


def test_a_source_that_ships_with_the_program_is_not_written_again(tmp_path: Path) -> None:
    bundled = load_library(None).sources.get("aijobs")
    assert bundled is not None
    facts: dict[str, Tree] = {key: Fact(value) for key, value in bundled.tree.items() if key != "id"}
    same = Entry("sources", "aijobs", {**facts, "accessed": Fact(DAY)})
    assert planned(tmp_path, draft(same)).changes == ()
    other = Entry("sources", "aijobs", {"title": Fact("Another")})
    done = planned(tmp_path, draft(other))
    assert names(done, tmp_path)[0] == "content/sources.yml"
    assert told(done) == [
        "replaces-bundled: the source 'aijobs' takes the place of the one that comes with guidebuild"
    ]


def test_a_role_with_the_id_of_a_bundled_one_takes_its_place_and_says_so(tmp_path: Path) -> None:
    done = carried_out(tmp_path, draft(source(), role("data-engineer")))
    assert told(done) == [
        "replaces-bundled: your role 'data-engineer' takes the place of the one that comes with guidebuild"
    ]
    assert load_library(tmp_path).roles.origin("data-engineer") == "project"


def test_pay_for_a_bundled_role_goes_into_a_copy_of_it(tmp_path: Path) -> None:
    made = draft(
        source(), Entry("roles", "data-engineer", {"pay": Fact(PAY, "pay.csv:2", whole=True)}, adds=True)
    )
    done = carried_out(tmp_path, made)
    text = (tmp_path / "content/roles/data-engineer.yml").read_text()
    assert text.startswith(
        "# The role 'data-engineer' of guidebuild, with what was imported from The survey.\n# Edit freely"
    )
    assert "# survey: pay.csv\npay:\n  region: UK\n" in text
    assert "aijobs" not in text, "neither the old pay nor the comment that told of it"
    assert "title: Data Engineer\n" in text
    assert [line.partition(":")[0] for line in told(done)] == ["copied-bundled"]
    assert carried_out(tmp_path, made).changes == ()
    more = {**PAY, "years": [2020, 2023]}
    done = carried_out(
        tmp_path,
        draft(
            source(), Entry("roles", "data-engineer", {"pay": Fact(more, "pay.csv:2", whole=True)}, adds=True)
        ),
    )
    assert done.tally.updated == 1


def test_pay_for_a_role_of_the_project_is_added_to_it(tmp_path: Path) -> None:
    file = put(tmp_path, "content/roles/baker.yml", "title: Baker\ndefinition: Bakes.  # mine\n")
    carried_out(
        tmp_path,
        draft(source(), Entry("roles", "baker", {"pay": Fact(PAY, "pay.csv:2", whole=True)}, adds=True)),
    )
    assert file.read_text().startswith(
        "title: Baker\ndefinition: Bakes.  # mine\n# survey: pay.csv\npay:\n  region: UK\n"
    )


def test_pay_for_a_role_that_nobody_has_is_refused_with_the_nearest(tmp_path: Path) -> None:
    entry = Entry("roles", "data-enginer", {"pay": Fact(PAY, whole=True)}, adds=True)
    assert refused(tmp_path, draft(source(), entry)) == [
        "error[unknown-role]: there is no role 'data-enginer'\n  hint: did you mean 'data-engineer'?"
    ]


def test_a_guide_goes_into_guides_or_into_the_guide_of_that_id(tmp_path: Path) -> None:
    guide = Entry(
        "guides", "bread", {"title": Fact("Bread"), "roles": (Fact("baker"), Fact("data-engineer"))}
    )
    done = carried_out(tmp_path, draft(source(), role(), guide))
    assert "content/guides/bread.yml" in names(done, tmp_path)
    (tmp_path / "content/guides/bread.yml").unlink()
    own = put(tmp_path, "guide.yml", "id: bread\nroles: [baker, data-engineer]\ntitle: Mine\n")
    done = carried_out(tmp_path, draft(source(), role(), guide))
    assert not (tmp_path / "content/guides/bread.yml").exists()
    assert own.read_text() == "id: bread\nroles: [baker, data-engineer]\ntitle: Mine\n"
    assert told(done) == [], "the source says what it said before"


def test_two_importers_share_a_role(tmp_path: Path) -> None:
    carried_out(tmp_path, draft(source(), role(), importer="onet"))
    more = role(title=Fact("Bread maker"), skills=(Fact({"skill": "sql"}),), focus=Fact("Bread."))
    done = carried_out(tmp_path, draft(source(), more, importer="article"))
    tree = read_tree((tmp_path / "content/roles/baker.yml").read_text(), "x")
    assert (tree["title"], tree["focus"], [use["skill"] for use in tree["skills"]]) == (
        "Baker",
        "Bread.",
        ["python", "sql"],
    )
    assert told(done) == ["other-source: 'title' stays as another source has it; 'survey' says 'Bread maker'"]
    assert planned(tmp_path, draft(source(), role(), importer="onet")).changes == ()
    assert planned(tmp_path, draft(source(), more, importer="article")).changes == ()


def test_a_broken_file_that_would_change_is_told_and_left(tmp_path: Path) -> None:
    put(tmp_path, "content/roles/baker.yml", "title: Baker\ndefinitoin: Bakes.\n")
    put(tmp_path, "content/sources.yml", "sources:\n  - id: mine\n")
    (first, second, third) = refused(tmp_path, draft(source(), role()))
    assert "content/roles/baker.yml:1:1: error[missing-key]" in first
    assert "content/roles/baker.yml:2:1: error[unknown-key]" in second
    assert "content/sources.yml:2:5: error[missing-key]" in third


def test_a_broken_file_elsewhere_is_in_nobodys_way(tmp_path: Path) -> None:
    put(tmp_path, "content/roles/other.yml", "titel: x\n")
    put(tmp_path, "content/jobs.yml", "jobs: 1\n")
    assert planned(tmp_path, draft(source(), role())).changes


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (role(sources=(Fact("nobody"),)),
         "content/roles/baker.yml: error[unknown-source]: there is no source 'nobody' (at sources[0])"),
        (role(title=Fact("x" * 200)),
         "content/roles/baker.yml: error[too-long]: 'title' has 200 characters; the limit is 160 (at title)"),
        (Entry("jobs", "one", {"title": Fact("One")}),
         "content/jobs.yml: error[missing-key]: a job needs a 'employer' (at jobs[0])"),
    ],
)  # fmt: skip
def test_what_would_not_pass_check_is_refused_before_anything_is_written(
    tmp_path: Path, entry: Entry, words: str
) -> None:
    first = refused(tmp_path, draft(source(), entry))[0]
    assert first.startswith(f"{tmp_path}/{words}")
    assert first.endswith("hint: the import would make it so; nothing was written")


def test_an_entry_that_is_drafted_twice_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, draft(source(), role(), role())) == [
        "error[duplicate-id]: the role 'baker' is imported twice in one go"
    ]


@pytest.mark.parametrize("name", ["content", "content/roles", "content/imported"])
def test_a_link_out_of_the_project_is_refused(tmp_path: Path, name: str) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "project"
    outside.mkdir()
    (folder / name).parent.mkdir(parents=True)
    (folder / name).symlink_to(outside)
    assert "error[outside-project]" in refused(folder, draft(source(), role()))[0]


def test_a_link_inside_the_project_is_followed(tmp_path: Path) -> None:
    put(tmp_path, "shared/baker.yml", "title: Baker\ndefinition: Bakes.\n")
    (tmp_path / "content/roles").mkdir(parents=True)
    (tmp_path / "content/roles/baker.yml").symlink_to("../../shared/baker.yml")
    done = planned(tmp_path, draft(source(), role()))
    assert "shared/baker.yml" in names(done, tmp_path)


def test_near_matches_of_skills_are_told(tmp_path: Path) -> None:
    put(tmp_path, "content/skills.yml", "vocabulary: [data-and-ai]\n")
    done = planned(tmp_path, draft(source(), role(skills=(Fact({"skill": "Python programing"}),))))
    assert [one.code for one in done.report] == ["near-skill"]


def test_the_same_draft_gives_the_same_bytes(tmp_path: Path) -> None:
    texts: list[Any] = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        done = planned(tmp_path / name, draft(source(), role()))
        texts.append([(change.file.name, change.after) for change in done.changes])
    assert texts[0] == texts[1]


def tip(id_: str) -> Entry:
    return Entry("tips", id_, {"title": Fact(id_.title()), "why": Fact("So.", "a.txt:3")})


def test_an_entry_that_left_its_source_is_told_where_the_source_is_one_whole_thing(tmp_path: Path) -> None:
    for importer in ("article:bread", "onet"):
        carried_out(tmp_path, draft(source(), tip("rise"), tip("eat"), importer=importer))
    done = planned(tmp_path, draft(source(), tip("eat"), importer="article:bread"))
    assert told(done) == ["no-longer-in-source: the tip 'rise' is no longer in the source, and stays"]
    assert done.report[0].span is not None
    assert done.report[0].span.file.endswith("content/tips.yml")
    assert planned(tmp_path, draft(source(), tip("eat"), importer="onet")).report == ()


def test_skills_and_categories_share_a_file(tmp_path: Path) -> None:
    entries = (
        Entry("categories", "bread", {"label": Fact("Bread")}),
        Entry("skills", "kneading", {"label": Fact("Kneading"), "category": Fact("bread")}),
    )
    carried_out(tmp_path, draft(source(), *entries))
    tree = read_tree((tmp_path / "content/skills.yml").read_text(), "x")
    assert list(tree) == ["categories", "skills"]
    put(tmp_path, "content/skills.yml", "skills:\n  - {id: rye, label: Rye, category: data}\n")
    carried_out(tmp_path, draft(source(), *entries), restore=True)
    tree = read_tree((tmp_path / "content/skills.yml").read_text(), "x")
    assert [skill["id"] for skill in tree["skills"]] == ["rye", "kneading"]
    assert [category["id"] for category in tree["categories"]] == ["bread"]


def test_a_file_of_one_bare_list_has_no_place_for_another(tmp_path: Path) -> None:
    put(tmp_path, "content/skills.yml", "- {id: rye, label: Rye, category: data}\n")
    entry = Entry("categories", "bread", {"label": Fact("Bread")})
    assert refused(tmp_path, draft(source(), entry)) == [
        f"{tmp_path}/content/skills.yml:1:1: error[cannot-merge]: "
        "this file is one list, with no place for 'categories'\n"
        "  hint: put 'skills:' above the list, and indent it"
    ]


def test_an_entry_of_a_list_is_merged_in_its_place(tmp_path: Path) -> None:
    carried_out(tmp_path, draft(source(), tip("rise"), tip("eat")))
    file = tmp_path / "content/tips.yml"
    file.write_text(file.read_text().replace("title: Eat", "title: Eat well  # mine"))
    other = Entry("tips", "eat", {"title": Fact("Eat"), "why": Fact("Because."), "step": Fact("Now.")})
    done = carried_out(tmp_path, draft(source(), tip("rise"), other))
    assert "  - id: eat\n    title: Eat well  # mine\n    why: Because.\n    step: Now.\n" in file.read_text()
    assert told(done) == []


def test_what_stands_there_without_a_record_counts_as_the_authors(tmp_path: Path) -> None:
    file = put(tmp_path, "content/roles/baker.yml", "title: Master baker\ndefinition: Bakes bread.\n")
    done = carried_out(tmp_path, draft(source(), role()))
    assert sorted(line.partition(":")[0] for line in told(done)) == ["kept-edit", "no-record"]
    assert file.read_text().startswith(
        "title: Master baker\ndefinition: Bakes bread.\nreviewed: 2026-01-01\n"
    )
    assert told(planned(tmp_path, draft(source(), role()))) == []
