"""What an author deleted stays deleted, unless it is to be restored; and records that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebuild import sources
from guidebuild.diagnostics import GuideError
from guidebuild.importers.draft import Draft, Entry, Fact
from guidebuild.importers.merging.plan import Plan, plan
from guidebuild.model.check import check
from guidebuild.model.library import load_library
from guidebuild.model.project import find_project
from guidebuild.yamlfile.tree import read_tree

ROLES, TIPS = ("baker", "miller"), ("rise", "eat")


def role(id_: str) -> Entry:
    facts = {"title": Fact(id_.title()), "definition": Fact("Works.")}
    return Entry("roles", id_, {**facts, "sources": (Fact("survey"),)})


def listed(kind: str, id_: str, *roles: str) -> Entry:
    facts = {"title": Fact(id_.title()), "why": Fact("So.")}
    if kind == "jobs":
        facts = {"title": Fact(id_.title()), "employer": Fact("A mill"), "place": Fact("Ulm")}
    return Entry(kind, id_, {**facts, "roles": tuple(map(Fact, roles))})  # type: ignore[arg-type]


def everything(*roles: str) -> Draft:
    """A guide of these roles, with tips and a job for the first of them alone and one for the last."""
    roles = roles or ROLES
    tips = (listed("tips", "rise", *roles), listed("tips", "eat", *roles))
    jobs = (listed("jobs", "early", roles[0]), listed("jobs", "late", roles[-1]))
    guide = Entry(
        "guides",
        "bread",
        {
            "title": Fact("Bread"),
            "roles": tuple(map(Fact, roles)),
            "tips": tuple(map(Fact, TIPS)),
            "jobs": (Fact("early"), Fact("late")),
        },
    )
    survey = Entry("sources", "survey", {"title": Fact("The survey")})
    return Draft("article:bread", "survey", (survey, *map(role, roles), *tips, *jobs, guide))


def carried_out(folder: Path, made: Draft, *, restore: bool = False) -> Plan:
    done = plan(made, load_library(find_project(folder)), folder, restore=restore)
    for change in done.changes:
        change.file.parent.mkdir(parents=True, exist_ok=True)
        change.file.write_bytes(change.after.encode())
    return done


def told(done: Plan) -> list[str]:
    return [f"{one.code}: {one.message}" for one in done.report]


def take_out(folder: Path, name: str, id_: str) -> None:
    """Delete an entry of a list as an author does: its lines."""
    file = folder / f"content/{name}.yml"
    head, *items = file.read_text().split("  - id: ")
    file.write_text(head + "".join(f"  - id: {item}" for item in items if not item.startswith(f"{id_}\n")))


def guide(folder: Path) -> dict[str, object]:
    tree = read_tree((folder / "content/guides/bread.yml").read_text(), "x")
    return {key: list(tree[key]) for key in ("roles", "tips", "jobs") if key in tree}


def test_a_deleted_tip_stays_out_and_the_guide_names_it_no_longer(tmp_path: Path) -> None:
    carried_out(tmp_path, everything())
    take_out(tmp_path, "tips", "rise")
    assert told(done := carried_out(tmp_path, everything())) == [
        "stays-deleted: the tip 'rise' stays out, as you deleted it",
        "reference-removed: 'tips' of the guide 'bread' names no longer what you deleted",
    ]
    assert done.report[0].hints == ("to have it again, import with --restore",)
    assert str(done.report[0].span).endswith("content/tips.yml")
    assert guide(tmp_path) == {"roles": [*ROLES], "tips": ["eat"], "jobs": ["early", "late"]}
    assert check([], start=tmp_path) == []
    again = carried_out(tmp_path, everything())
    assert (again.changes, [one.code for one in again.report]) == ((), ["stays-deleted"])


@pytest.mark.slow
@pytest.mark.parametrize("imports_between", [0, 1, 2])
def test_restore_writes_it_again(tmp_path: Path, imports_between: int) -> None:
    carried_out(tmp_path, everything())
    take_out(tmp_path, "tips", "rise")
    for _ in range(imports_between):
        carried_out(tmp_path, everything())
    done = carried_out(tmp_path, everything(), restore=True)
    assert told(done) == []
    assert "- id: rise" in (tmp_path / "content/tips.yml").read_text()
    assert guide(tmp_path)["tips"] == ["rise", "eat"]
    assert check([], start=tmp_path) == []


def test_a_guide_whose_tips_are_all_deleted_shows_none(tmp_path: Path) -> None:
    carried_out(tmp_path, everything())
    (tmp_path / "content/tips.yml").unlink()
    done = carried_out(tmp_path, everything())
    assert told(done)[0] == "stays-deleted: 2 tips stay out, as you deleted them: 'rise', 'eat'"
    assert guide(tmp_path)["tips"] == [], "without the key, all tips would be printed"
    assert not (tmp_path / "content/tips.yml").exists()
    assert check([], start=tmp_path) == []


def test_of_three_roles_one_is_deleted(tmp_path: Path) -> None:
    three = everything(*ROLES, "waiter")
    carried_out(tmp_path, three)
    own = "questions:\n  - {ask: Who serves?, roles: [waiter]}\n  - {ask: Who gets up?, roles: [baker, waiter]}\n"
    file = tmp_path / "content/guides/bread.yml"
    file.write_text(file.read_text() + own)
    (tmp_path / "content/roles/waiter.yml").unlink()
    take_out(tmp_path, "jobs", "late")  # was for the waiter alone
    done = carried_out(tmp_path, three)
    assert {line.partition(":")[0] for line in told(done)} == {"stays-deleted", "reference-removed"}
    assert guide(tmp_path) == {"roles": [*ROLES], "tips": [*TIPS], "jobs": ["early"]}
    assert "  - {ask: Who gets up?, roles: [baker]}\n" in file.read_text()
    assert "serves" not in file.read_text()
    assert "waiter" not in (tmp_path / "content/tips.yml").read_text()
    assert check([], start=tmp_path) == []


def test_what_is_for_deleted_roles_alone_is_not_imported(tmp_path: Path) -> None:
    carried_out(tmp_path, everything())
    (tmp_path / "content/roles/miller.yml").unlink()
    before = (tmp_path / "content/jobs.yml").read_text()
    assert told(carried_out(tmp_path, everything())) == [
        "stays-deleted: the role 'miller' stays out, as you deleted it",
        "stays-deleted: the job 'late' is not imported: it is for roles that you deleted",
        "stays-deleted: the guide 'bread' is not imported: without the roles that you deleted it has fewer than two",
        "reference-removed: 'roles' of the tip 'rise' names no longer what you deleted",
        "reference-removed: 'roles' of the tip 'eat' names no longer what you deleted",
    ]
    assert (tmp_path / "content/jobs.yml").read_text() == before
    carried_out(tmp_path, everything(), restore=True)
    assert check([], start=tmp_path) == []


def test_a_deleted_role_that_comes_with_the_program_is_still_there_to_refer_to(tmp_path: Path) -> None:
    made = everything("data-engineer", "baker")
    carried_out(tmp_path, made)
    (tmp_path / "content/roles/data-engineer.yml").unlink()
    assert told(carried_out(tmp_path, made)) == [
        "stays-deleted: the role 'data-engineer' stays out, as you deleted it"
    ]
    assert guide(tmp_path)["roles"] == ["data-engineer", "baker"]


def test_where_all_is_deleted_nothing_is_written(tmp_path: Path) -> None:
    made = Draft("onet", "survey", everything().entries[:2])
    carried_out(tmp_path, made)
    (tmp_path / "content/roles/baker.yml").unlink()
    (tmp_path / "content/sources.yml").unlink()
    done = carried_out(tmp_path, made)
    assert (done.changes, done.entries) == ((), ())
    assert told(done) == ["stays-deleted: the role 'baker' stays out, as you deleted it"]


def test_a_restored_role_begins_anew(tmp_path: Path) -> None:
    made = everything()
    carried_out(tmp_path, made)
    file = tmp_path / "content/roles/baker.yml"
    before = file.read_text()
    file.unlink()
    carried_out(tmp_path, made, restore=True)
    assert file.read_text() == before


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"x: [\n", "cannot be read: "),
        (b"article:bread:\n  facts:\n    - path: \xff\n", ":3:13: error[broken-record]: "),
        (b"- a list\n", "a record is a mapping of imports"),
        (b"<<<<<<< HEAD\n", "cannot be read: "),
        (b"x: y\n" * (sources.CONTENT_LIMIT // 4), "larger than 4,000,000 bytes"),
        (None, "is a folder, not a file"),
    ],
    ids=["yaml", "bytes", "list", "conflict", "huge", "folder"],
)
@pytest.mark.parametrize("restore", [False, True])
def test_a_record_that_cannot_be_read_stops_the_import(
    tmp_path: Path, data: bytes | None, why: str, restore: bool
) -> None:
    carried_out(tmp_path, everything())
    for name in ("role-baker.yml", "tip-eat.yml"):
        file = tmp_path / "content/imported" / name
        file.unlink()
        if data is None:
            file.mkdir()
        else:
            file.write_bytes(data)
    with pytest.raises(GuideError) as caught:
        carried_out(tmp_path, everything(), restore=restore)
    one, two = caught.value.diagnostics
    assert (one.severity, one.code) == ("error", "broken-record")
    assert why in str(one)
    assert one.span is not None
    assert one.span.file.endswith("content/imported/role-baker.yml")
    assert "that stands in the tip 'eat' then counts as yours" in str(two)
