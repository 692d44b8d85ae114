"""From a folder to a guide: which project, which guide, which entries, which date."""

from __future__ import annotations

import datetime as dt
import pickle
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from guidebuild import sources
from guidebuild.diagnostics import GuideError
from guidebuild.model import parts
from guidebuild.model.load import check, find_project, load, load_guide, load_library
from guidebuild.model.parts import KnownSkill, SkillUse

Write = Callable[[str, str | bytes], Path]
REAL_BUNDLED = sources.bundled

ROLE = "title: {}\ndefinition: About {}.\n"


def role(title: str, more: str = "") -> str:
    return ROLE.format(title, title) + textwrap.dedent(more)


@pytest.fixture
def zoo(write: Write) -> None:
    """Three roles of a project, with all kinds of entries around them."""
    skills = "skills: [feeding, Animal Training, 'C++', juggling]\nsources: [almanac]\nterms: [vivarium]\n"
    write("content/roles/keeper.yml", role("Keeper", skills + "reviewed: 2026-03-01\n"))
    write(
        "content/roles/vet.yml",
        role("Vet", "focus: Works in the AVIARY and in aviaries.\nreviewed: 2026-05-01\n"),
    )
    write("content/roles/guide-dog.yml", role("Guide", "skills: [feeding animals]\n"))
    write(
        "content/skills.yml",
        """
        categories:
          - {id: animals, label: Animals}
          - {id: code, label: Code}
          - {id: unused, label: Unused}
        skills:
          - {id: feeding, label: Feeding animals, category: animals}
          - {id: training, label: Training, aliases: [animal training], category: animals}
          - {id: c-plus-plus, label: C++, category: code}
          - {id: c-sharp, label: C#, category: code}
        """,
    )
    write(
        "content/tips.yml",
        """
        tips:
          - {id: for-all, title: A, why: A, step: A}
          - {id: for-vets, title: B, why: B, step: B, roles: [vet]}
          - {id: for-guides, title: C, why: C, step: C, roles: [guide-dog]}
        """,
    )
    write(
        "content/jobs.yml",
        """
        jobs:
          - {id: a, title: Keeper, employer: Zoo, place: Berlin, source: wanted}
          - {id: b, title: Guide, employer: Zoo, place: Berlin, roles: [guide-dog]}
        """,
    )
    write("content/questions.yml", "questions:\n  - Why here?\n  - {ask: Which paw?, roles: [guide-dog]}\n")
    write(
        "content/glossary.yml",
        """
        terms:
          - {id: vivarium, term: vivarium, definition: A tank.}
          - {id: aviary, term: Aviary, definition: A house for birds.}
          - {id: avi, term: AVI, definition: In capitals this is an abbreviation.}
          - {id: moat, term: moat, definition: Water round a cage.}
        """,
    )
    write(
        "content/sources.yml",
        """
        sources:
          - {id: wanted, title: Wanted ads}
          - {id: almanac, title: Almanac}
          - {id: idle, title: Cited by nobody}
        """,
    )


# Projects


def test_the_nearest_project_upwards_is_found(write: Write, project: Path) -> None:
    write("guide.yml", "roles: [a, b]\n")
    inner = project / "inner"
    write("inner/content/roles/a.yml", "x")
    deep = inner / "content" / "roles"
    assert find_project(deep) == inner.resolve()
    assert find_project(deep / "a.yml") == inner.resolve()
    assert find_project(project / "elsewhere") == project.resolve()


@pytest.mark.parametrize(
    "file",
    ["guide.yml", "guide.yaml", "content/guides/a.yml", "content/skills.yml", "content/questions.yaml"],
)
def test_each_kind_of_content_makes_a_project(file: str, write: Write, project: Path) -> None:
    write(file, "x")
    assert find_project(project) == project.resolve()


def test_an_empty_content_is_a_project_that_begins(write: Write, project: Path) -> None:
    write("content/tips.yml", "tips: []\n")
    inner = project / "inner"
    (inner / "content").mkdir(parents=True)
    assert find_project(inner) == inner.resolve()


@pytest.mark.parametrize(
    "file", ["content/posts/a.md", "content/index.yml", "roles/a.yml", "content/roles/.a.yml"]
)
def test_other_folders_named_content_are_no_project(file: str, write: Write, project: Path) -> None:
    write(file, "x")
    assert find_project(project) is None


def test_a_project_is_added_to_what_is_bundled_and_wins_over_it(
    write: Write, bundle: Write, project: Path
) -> None:
    bundle("content/roles/keeper.yml", role("Bundled keeper"))
    bundle("content/roles/vet.yml", role("Vet"))
    bundle(
        "content/tips.yml",
        "tips:\n  - {id: a, title: A, why: A, step: A}\n  - {id: b, title: B, why: B, step: B}\n",
    )
    write("content/roles/keeper.yml", role("Own keeper"))
    write(
        "content/tips.yml",
        "tips:\n  - {id: a, title: Own A, why: A, step: A}\n  - {id: c, title: C, why: C, step: C}\n",
    )
    library = load_library(project)
    assert [(e.node.title, e.origin) for e in library.roles] == [
        ("Own keeper", "project"),
        ("Vet", "bundled"),
    ]
    assert [(e.node.title, e.origin) for e in library.tips] == [
        ("Own A", "project"),
        ("B", "bundled"),
        ("C", "project"),
    ]
    assert str((tip := library.tips.get("c")) and tip.span) == "content/tips.yml:3:5"
    assert library.diagnostics == ()
    assert [tip.title for tip in load(roles=("keeper", "vet")).guide.tips] == ["Own A", "C", "B"]


def test_a_library_reads_only_the_files_that_are_asked_for(write: Write, project: Path) -> None:
    write("content/roles/keeper.yml", role("Keeper"))
    write("content/roles/vet.yml", role("Vet"))
    write("content/roles/broken.yml", "title: [\n")
    loaded = load(roles=("keeper", "vet"))
    assert {file.name for file in loaded.files if file.parent.name == "roles"} == {"keeper.yml", "vet.yml"}
    assert "broken" in load_library(project).roles
    assert [problem.code for problem in check()] == ["yaml-syntax"]


# Which guide


@pytest.mark.usefixtures("zoo")
def test_without_a_name_the_projects_own_guide_is_built(write: Write) -> None:
    write("content/guides/a.yml", "roles: [keeper, guide-dog]\n")
    assert load().guide.spec.id == "a"
    write("guide.yml", "title: Own\nroles: [keeper, vet]\n")
    assert load().guide.spec.title == "Own"
    assert load(guide="a").guide.spec.id == "a"
    assert load(guide="content/guides/a.yml").guide.spec.id == "a"


def test_without_a_project_the_bundled_default_is_built(bundle: Write, project: Path) -> None:
    bundle("content/roles/x.yml", role("X", "reviewed: 2026-01-01\n"))
    bundle("content/roles/y.yml", role("Y"))
    bundle("content/guides/another.yml", "roles: [x, y]\n")
    bundle("content/guides/dl-vs-mlse.yml", "roles: [y, x]\nbrand: assets/_brand.yml\n")
    loaded = load(project)
    assert loaded.guide.spec.id == "dl-vs-mlse"
    assert loaded.folder == project.parent / "bundled"


@pytest.mark.usefixtures("zoo")
def test_an_unknown_guide_or_role_is_an_error_with_the_nearest_name(write: Write) -> None:
    write("content/guides/careers.yml", "roles: [keeper, vet]\n")
    with pytest.raises(GuideError, match=r"there is no guide 'career'\n  hint: did you mean 'careers'\?"):
        load(guide="career")
    with pytest.raises(GuideError, match=r"there is no role 'keper'\n  hint: did you mean 'keeper'\?"):
        load(roles=("keper", "vet"))
    with pytest.raises(GuideError, match="compares two to six roles, not 1"):
        load(roles=("keeper",))
    with pytest.raises(GuideError, match="the role 'vet' is asked for twice"):
        load(roles=("vet", "vet"))
    with pytest.raises(GuideError, match="cannot be read: no such file"):
        load(guide="nowhere/guide.yml")


@pytest.mark.usefixtures("zoo")
def test_roles_alone_make_a_guide() -> None:
    guide = load(roles=("vet", "keeper")).guide
    assert (guide.spec.id, guide.spec.title, guide.spec.paper) == ("vet-vs-keeper", "Vet vs. Keeper", None)
    assert [r.id for r in guide.roles] == ["vet", "keeper"]
    assert load(roles=("vet", "keeper", "guide-dog")).guide.spec.title == "Vet, Keeper and Guide"


@pytest.mark.usefixtures("zoo")
def test_a_guide_about_other_roles_drops_what_was_written_for_its_own(write: Write) -> None:
    write(
        "guide.yml",
        """
        title: Keepers and vets
        subtitle: Two who love animals
        roles: [keeper, vet]
        scale: [guide-dog]
        event: {name: Fair}
        sections: {compare: {title: Vets earn more}, pay: off}
        tips: [for-guides, for-vets, for-all]
        jobs: [a, b]
        questions: [Why?, {ask: Fur?, roles: [vet]}, {ask: Leash?, roles: [guide-dog]}]
        """,
    )
    spec = load(roles=("keeper", "guide-dog")).guide.spec
    assert (spec.title, spec.subtitle, spec.roles) == ("Keeper vs. Guide", None, ("keeper", "guide-dog"))
    assert spec.sections["compare"].title is None
    assert not spec.sections["pay"].on
    assert spec.event is not None
    assert spec.event.name == "Fair"
    assert (spec.tips, spec.jobs, spec.scale) == (("for-guides", "for-all"), ("a", "b"), ())
    assert [q.ask for q in spec.questions or ()] == ["Why?", "Leash?"]
    assert load(roles=("keeper", "vet")).guide.spec.title == "Keepers and vets"


@pytest.mark.usefixtures("zoo")
def test_the_folder_for_references_is_the_projects_or_the_lone_files(write: Write, project: Path) -> None:
    write("content/guides/a.yml", "roles: [keeper, vet]\n")
    assert load().folder == project.resolve()
    lone = write("../elsewhere/lone.yml", "roles: [keeper, vet]\ndate: 2026-01-01\n")
    assert load_guide(load_library(project), str(lone)).folder == lone.parent.resolve()


# Which entries


@pytest.mark.usefixtures("zoo")
def test_entries_that_suit_the_roles_are_taken_when_the_guide_names_none() -> None:
    guide = load(roles=("keeper", "vet")).guide
    assert [tip.id for tip in guide.tips] == ["for-all", "for-vets"]
    assert [job.id for job in guide.jobs] == ["a"]
    assert [question.ask for question in guide.questions] == ["Why here?"]


@pytest.mark.usefixtures("zoo")
def test_a_guides_own_choice_is_kept_in_its_order(write: Write) -> None:
    write("guide.yml", "roles: [keeper, vet]\ntips: [for-guides, for-all]\njobs: []\nquestions: [Own?]\n")
    guide = load().guide
    assert [tip.id for tip in guide.tips] == ["for-guides", "for-all"]
    assert guide.jobs == ()
    assert [question.ask for question in guide.questions] == ["Own?"]


@pytest.mark.usefixtures("zoo")
def test_at_most_ten_tips_are_taken_unasked(write: Write) -> None:
    many = "".join(f"  - {{id: t{i}, title: T, why: T, step: T}}\n" for i in range(30))
    write("content/tips.yml", "tips:\n" + many)
    assert len(load(roles=("keeper", "vet")).guide.tips) == 10


@pytest.mark.usefixtures("zoo")
def test_free_text_is_matched_to_skills_and_the_rest_stays() -> None:
    guide = load(roles=("keeper", "guide-dog")).guide
    assert [_meant(use) for use in guide.roles[0].skills] == ["feeding", "training", "c-plus-plus", ""]
    assert guide.roles[0].skills[3].skill == "juggling"
    assert [_meant(use) for use in guide.roles[1].skills] == ["feeding"]
    assert list(guide.skills) == ["feeding", "training", "c-plus-plus"]
    assert [category.id for category in guide.categories] == ["animals", "code"]


def _meant(use: SkillUse) -> str:
    return use.canonical if isinstance(use, KnownSkill) else ""


@pytest.mark.usefixtures("zoo")
def test_terms_are_those_asked_for_and_those_that_occur_by_the_alphabet() -> None:
    """Capitals do no harm to AVIARY; the abbreviation AVI does not occur in it."""
    assert [term.id for term in load(roles=("keeper", "vet")).guide.terms] == ["aviary", "vivarium"]
    assert [term.id for term in load(roles=("guide-dog", "vet")).guide.terms] == ["aviary"]


def test_an_everyday_word_is_explained_only_where_it_means_what_the_glossary_says(write: Write) -> None:
    """A nurse's training is no training of a model."""
    write("content/roles/nurse.yml", "title: Nurse\ndefinition: Training takes three years.\n")
    write("content/roles/carer.yml", "title: Carer\ndefinition: Much lifting.\n")
    write("content/roles/coder.yml", "title: Coder\ndefinition: Training takes a week of computing.\n")
    term = "terms:\n  - {id: training, term: Training, definition: Fitting a model., roles: [%s]}\n"
    write("content/glossary.yml", term % "coder")
    assert not load(roles=("nurse", "carer")).guide.terms
    assert [term.id for term in load(roles=("nurse", "coder")).guide.terms] == ["training"]
    write("content/glossary.yml", term % "nobody")
    assert "unknown-role" in {one.code for one in check()}


@pytest.mark.usefixtures("zoo")
def test_only_sources_that_are_referred_to_are_printed() -> None:
    assert list(load(roles=("keeper", "vet")).guide.sources) == ["wanted", "almanac"]


@pytest.mark.usefixtures("zoo")
def test_every_text_of_the_guide_comes_with_its_place() -> None:
    found = {text: str(span) for span, text in load(roles=("keeper", "vet")).texts}
    assert found["About Keeper."] == "content/roles/keeper.yml:2:13"
    assert found["juggling"] == "content/roles/keeper.yml:3:43"
    assert found["Feeding animals"] == "content/skills.yml:6:26"
    assert "Cited by nobody" not in found
    assert "About Guide." not in found


@pytest.mark.usefixtures("zoo")
def test_strings_stand_for_whole_entries(write: Write) -> None:
    more = """
        responsibilities: [Feed the lions]
        tools: {Indoors: [Broom, {name: Bucket, note: big}]}
        industries: [Zoos]
    """
    write("content/roles/keeper.yml", role("Keeper", more))
    keeper = load(roles=("keeper", "vet")).guide.roles[0]
    assert keeper.responsibilities == (parts.Responsibility(detail="Feed the lions"),)
    assert str(keeper.responsibilities[0].span) == "content/roles/keeper.yml:4:20"
    assert keeper.tools == {"Indoors": (parts.Tool(name="Broom"), parts.Tool(name="Bucket", note="big"))}
    assert keeper.industries == (parts.Industry(name="Zoos"),)


@pytest.mark.usefixtures("zoo")
def test_a_text_over_several_lines_of_yaml_is_one_line(write: Write) -> None:
    write("content/roles/keeper.yml", role("Keeper", 'focus: |-\n  one\n  two\ntagline: "a\\tb"\n'))
    keeper = load(roles=("keeper", "vet")).guide.roles[0]
    assert (keeper.focus, keeper.tagline) == ("one two", "a b")


# Dates


@pytest.mark.usefixtures("zoo")
def test_the_date_is_the_guides_else_the_environments_else_the_latest_review(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert load(roles=("keeper", "vet")).guide.date == dt.date(2026, 5, 1)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert load(roles=("keeper", "vet")).guide.date == dt.date(1970, 1, 2)
    write("guide.yml", "roles: [keeper, vet]\ndate: 2020-02-02\n")
    assert load().guide.date == dt.date(2020, 2, 2)


def test_a_guide_without_any_date_says_so(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "today", lambda: dt.date(2030, 1, 1))
    write("content/roles/a.yml", role("A"))
    write("content/roles/b.yml", role("B"))
    loaded = load(roles=("a", "b"))
    assert loaded.guide.date == dt.date(2030, 1, 1)
    assert [warning.code for warning in loaded.warnings] == ["no-date"]


# Commands and stages


@pytest.mark.usefixtures("zoo")
def test_what_is_loaded_survives_pickling() -> None:
    loaded = load(roles=("keeper", "vet"))
    copy = pickle.loads(pickle.dumps(loaded))
    assert copy == loaded
    assert copy.guide.roles[0].span == loaded.guide.roles[0].span


def test_places_take_no_part_in_comparing_content() -> None:
    from guidebuild.diagnostics import Span

    assert parts.Tool(name="a", span=Span("x", 1, 1)) == parts.Tool(name="a")
    assert parts.Tool(name="a") != parts.Tool(name="b")
    assert len({parts.Tool(name="a", span=Span("x", 1, 1)), parts.Tool(name="a")}) == 1


def test_checking_a_file_or_a_folder_speaks_of_nothing_else(write: Write, project: Path) -> None:
    role_file = write("content/roles/a.yml", "title: A\n")
    tips = write("content/tips.yml", "tips:\n  - {id: a}\n")
    assert {p.span.file for p in check() if p.span} == {"content/roles/a.yml", "content/tips.yml"}
    assert {p.span.file for p in check([role_file]) if p.span} == {"content/roles/a.yml"}
    assert {p.span.file for p in check([tips]) if p.span} == {"content/tips.yml"}
    assert {p.span.file for p in check([project / "content/roles"]) if p.span} == {"content/roles/a.yml"}
    assert len(check([project])) == len(check())


@pytest.mark.usefixtures("project")
def test_a_lone_file_is_known_by_its_keys(tmp_path: Path) -> None:
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "keeper.yml").write_text("definition: x\nskils: []\n")
    (alone / "both.yml").write_text("roles: [a, b]\n")
    (alone / "other.yml").write_text("colour: red\n")
    assert [p.code for p in check([alone / "keeper.yml"])] == ["missing-key", "unknown-key"]
    assert [p.code for p in check([alone / "both.yml"])] == ["unknown-role", "unknown-role"]
    assert [p.code for p in check([alone / "other.yml"])] == ["not-content"]
    assert [p.code for p in check([alone])] == ["not-content"]
    assert [p.code for p in check([alone / "none.yml"])] == ["cannot-read"]


def test_a_file_that_nothing_reads_is_pointed_out(write: Write) -> None:
    write("content/tips.yml", "tips: []\n")
    write("content/skils.yml", "skills: []\n")
    assert [str(problem) for problem in check()] == [
        "content/skils.yml: warning[unknown-file]: nothing reads 'skils.yml' in this folder\n"
        "  hint: did you mean 'skills'?"
    ]


@pytest.mark.usefixtures("zoo")
def test_two_skills_with_one_name_are_pointed_out(write: Write) -> None:
    skills = """
        categories: [{id: people, label: People}]
        skills:
          - {id: a, label: Talking, category: people}
          - {id: b, label: Speech, aliases: [talking], category: people}
    """
    file = write("content/skills.yml", skills)
    assert [str(problem).splitlines()[0] for problem in check([file])] == [
        "content/skills.yml:4:5: warning[ambiguous-skill]: 'talking' names two skills, 'a' and 'b'; the first is taken"
    ]


# The content that ships with the program


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(sources, "bundled", REAL_BUNDLED)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


@pytest.mark.parametrize("name", ["dl-vs-mlse", "ml-careers", "ai-careers"])
def test_the_bundled_guides_load_without_a_warning(name: str, real: Path) -> None:
    loaded = load(real, guide=name)
    assert loaded.warnings == ()
    assert len(loaded.guide.roles) == len(loaded.guide.spec.roles)
    assert loaded.guide.tips
    assert pickle.loads(pickle.dumps(loaded)) == loaded


def test_the_bundled_content_has_nothing_wrong_with_it(real: Path) -> None:
    assert check(start=real) == []


@pytest.mark.usefixtures("real")
def test_the_checkout_is_a_project_whose_content_counts_once() -> None:
    checkout = REAL_BUNDLED("content").parent
    library = load_library(find_project(checkout))
    assert [layer.folder for layer in library.layers] == [checkout / "content"]


@pytest.mark.usefixtures("zoo")
def test_the_path_of_a_guide_begins_where_the_load_does(
    project: Path, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("plans/spring.yml", "title: Spring\nroles: [keeper, vet]\n")
    monkeypatch.chdir(tmp_path)
    assert load(project / "plans", guide="spring.yml").guide.spec.title == "Spring"
    assert load(project, guide="./plans/spring.yml").guide.spec.title == "Spring"
