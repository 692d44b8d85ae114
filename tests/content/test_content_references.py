"""What the shipped files refer to exists, once, and the sets of skills are those that the guides describe."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from guidebuild.model.matching import SkillNames

ROLES = {
    "deep-learning-engineer",
    "machine-learning-software-engineer",
    "machine-learning-engineer",
    "data-engineer",
    "data-scientist",
    "data-analyst",
    "mlops-engineer",
    "ai-research-scientist",
}


def ids(nodes: Any) -> set[str]:
    return {node.id for node in nodes}


def test_the_eight_roles_and_three_guides_ship(shipped: Any) -> None:
    assert set(shipped.roles) == ROLES
    assert set(shipped.guides) == {"dl-vs-mlse", "ml-careers", "ai-careers"}
    assert [len(shipped.guides[name].roles) for name in ("dl-vs-mlse", "ml-careers", "ai-careers")] == [
        2,
        3,
        6,
    ]


@pytest.mark.parametrize("kind", ["categories", "skills", "tips", "terms", "jobs", "sources"])
def test_no_id_is_used_twice(shipped: Any, kind: str) -> None:
    counts = Counter(node.id for node in getattr(shipped, kind))
    assert [name for name, count in counts.items() if count > 1] == []


def test_every_skill_of_a_role_is_a_canonical_one_named_once(shipped: Any) -> None:
    known = ids(shipped.skills)
    for role in shipped.roles.values():
        named = [use.skill for use in role.skills]
        assert set(named) <= known, role.id
        assert len(named) == len(set(named)), role.id


def test_every_canonical_skill_is_used_by_a_role_or_names_what_other_sources_call_so(shipped: Any) -> None:
    used = {use.skill for role in shipped.roles.values() for use in role.skills}
    general = {"people", "thinking", "managing", "technical", "knowledge"}  # of O*NET, ESCO and articles
    assert used <= ids(shipped.skills)
    assert {skill.id for skill in shipped.skills if skill.category not in general} <= used


@pytest.mark.parametrize(
    ("words", "skill"),
    [
        ("Complex Problem Solving", "complex-problem-solving"),  # O*NET
        ("solve problems", "complex-problem-solving"),  # ESCO
        ("problem-solving skills", "complex-problem-solving"),  # a job advertisement
        ("Judgment and Decision Making", "judgment-and-decision-making"),
        ("work in teams", "teamwork"),
        ("Python (computer programming)", "python"),
        ("Structured query language SQL", "sql"),
    ],
)
def test_words_of_different_vocabularies_meet(shipped: Any, words: str, skill: str) -> None:
    names = SkillNames(shipped.skills)
    assert names.find(words) == skill
    assert names.clashes == []


def test_no_everyday_word_is_an_alias_of_something_longer(shipped: Any) -> None:
    """Communication is not "Explaining results", nor is testing "Software testing": an author means the word itself."""
    found = [
        (alias, skill.label)
        for skill in shipped.skills
        for alias in skill.aliases
        if re.fullmatch(r"[a-z]+(-[a-z]+)?", alias) and len(re.findall(r"\w+", skill.label)) > 1
    ]
    assert found == []


def test_what_ships_belongs_to_one_field_of_work(shipped: Any) -> None:
    assert (
        {skill.field for skill in shipped.skills} == {term.field for term in shipped.terms} == {"data-and-ai"}
    )
    assert {role.vocabulary for role in shipped.roles.values()} == {("data-and-ai",)}


def test_every_term_is_used_by_a_role(shipped: Any) -> None:
    roles = shipped.roles.values()
    assert ids(shipped.terms) == {term for role in roles for term in role.terms}


def test_every_skill_has_a_known_category_and_every_category_a_skill(shipped: Any) -> None:
    assert {skill.category for skill in shipped.skills} == ids(shipped.categories)


def test_no_label_or_alias_means_two_skills(shipped: Any) -> None:
    owner: dict[str, str] = {}
    for skill in shipped.skills:
        for name in (skill.id, skill.label, skill.brief or skill.label, *skill.aliases):
            assert owner.setdefault(name.casefold(), skill.id) == skill.id, name


def test_no_title_or_alias_means_two_roles(shipped: Any) -> None:
    owner: dict[str, str] = {}
    for role in shipped.roles.values():
        for name in (role.title, role.short_title, *role.aliases):
            assert owner.setdefault(name.casefold(), role.id) == role.id, name


def test_every_source_that_is_cited_exists_and_every_source_is_cited(shipped: Any) -> None:
    cited: set[str] = {job.source for job in shipped.jobs}
    for role in shipped.roles.values():
        cited |= {*role.sources, *role.outlook.sources, role.pay.source}
    assert cited == ids(shipped.sources)


def test_a_role_names_only_the_sources_of_its_texts(shipped: Any) -> None:
    texts = {name: role.sources for name, role in shipped.roles.items()}
    assert texts == {
        "deep-learning-engineer": ("role-comparison",),
        "machine-learning-software-engineer": ("role-comparison",),
        "ai-research-scientist": ("onet",),
        "data-analyst": ("onet",),
        "data-engineer": ("onet",),
        "data-scientist": ("onet",),
        "machine-learning-engineer": (),  # compiled by the editors
        "mlops-engineer": (),
    }


def test_the_note_on_a_source_holds_in_every_guide(shipped: Any) -> None:
    for source in shipped.sources:
        for words in (
            "two roles",
            "of the tips",
            "openings",
            *(role.title for role in shipped.roles.values()),
        ):
            assert words not in (source.note or ""), source.id


def test_the_contact_is_the_brands_so_that_another_brand_brings_its_own(shipped: Any) -> None:
    assert [guide.id for guide in shipped.guides.values() if guide.contact] == []


def test_every_role_named_elsewhere_exists(shipped: Any) -> None:
    named = {role for entry in (*shipped.tips, *shipped.questions) for role in entry.roles}
    for guide in shipped.guides.values():
        named |= {*guide.roles, *guide.scale}
        assert not set(guide.roles) & set(guide.scale), guide.id
    assert named <= ROLES


def test_every_tip_and_job_that_a_guide_lists_exists(shipped: Any) -> None:
    for guide in shipped.guides.values():
        assert set(guide.tips or ()) <= ids(shipped.tips), guide.id
        assert set(guide.jobs or ()) <= ids(shipped.jobs), guide.id


def test_a_tip_or_question_for_some_roles_meets_one_of_the_guide(shipped: Any) -> None:
    tips = {tip.id: tip for tip in shipped.tips}
    for guide in shipped.guides.values():
        for entry in (*(tips[name] for name in guide.tips or ()), *(guide.questions or ())):
            assert not entry.roles or set(entry.roles) & set(guide.roles), (guide.id, entry)


def test_the_default_pair_shares_five_of_eighteen_skills(shipped: Any) -> None:
    deep, software = (
        {use.skill for use in shipped.roles[name].skills}
        for name in ("deep-learning-engineer", "machine-learning-software-engineer")
    )
    assert deep & software == {
        "python",
        "tensorflow",
        "pytorch",
        "machine-learning-fundamentals",
        "cloud-platforms",
    }
    assert (len(deep - software), len(software - deep), len(deep | software)) == (6, 7, 18)


def test_every_pair_of_roles_shares_a_skill_and_keeps_one_of_its_own(shipped: Any) -> None:
    sets = {role.id: {use.skill for use in role.skills} for role in shipped.roles.values()}
    for first, left in sets.items():
        for second, right in sets.items():
            if first != second:
                assert left & right, (first, second)
                assert left - right, (first, second)


def test_the_onet_licence_is_credited_as_it_asks(shipped: Any) -> None:
    source = next(source for source in shipped.sources if source.id == "onet")
    for words in ("O*NET 29.3 Database", "(USDOL/ETA)", "CC BY 4.0", "O*NET® is a trademark of USDOL/ETA"):
        assert words in source.credit


@pytest.mark.parametrize("word", ["faster", "higher", "more than", "than in", "the other"])
def test_an_outlook_compares_with_no_job_that_the_guide_may_lack(shipped: Any, word: str) -> None:
    told = {
        id: f"{role.outlook.headline} {role.outlook.why or role.outlook.reason}"
        for id, role in shipped.roles.items()
        if role.outlook
    }
    assert [id for id, words in told.items() if word in words] == []
