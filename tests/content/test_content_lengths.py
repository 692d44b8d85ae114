"""The words fit the lines that the pages were designed for, and every role fills every field."""

from __future__ import annotations

import re
import textwrap
from typing import Any, get_args

import pytest

from guidebuild.model import parts, schema

FILLED = (
    "definition",
    "focus",
    "tagline",
    "essence",
    "reviewed",
    "responsibilities",
    "skills",
    "education",
    "tools",
    "industries",
    "outlook",
    "pay",
    "works_with",
    "fits",
    "think_twice",
    "questions",
    "self_check",
    "terms",
    "links",
    "aliases",
)


@pytest.fixture(scope="module")
def roles(shipped: Any) -> list[schema.Role]:
    return list(shipped.roles.values())


@pytest.mark.parametrize("field", FILLED)
def test_every_role_fills_the_field(roles: list[schema.Role], field: str) -> None:
    assert [role.id for role in roles if not getattr(role, field)] == []


def test_a_definition_is_two_short_paragraphs(roles: list[schema.Role]) -> None:
    for role in roles:
        lengths = [len(paragraph.split()) for paragraph in role.definition.split("\n\n")]
        assert len(lengths) == 2, role.id
        assert all(25 <= length <= 50 for length in lengths), (role.id, lengths)


@pytest.mark.parametrize(("field", "limit"), [("focus", 96), ("tagline", 58), ("essence", 40)])
def test_a_headline_of_a_role_fits(roles: list[schema.Role], field: str, limit: int) -> None:
    assert {role.id: len(getattr(role, field)) for role in roles if len(getattr(role, field)) > limit} == {}


def test_a_duty_has_a_short_title_one_line_and_an_aspect_of_its_own(roles: list[schema.Role]) -> None:
    for role in roles:
        aspects = [duty.aspect for duty in role.responsibilities]
        assert None not in aspects
        assert len(set(aspects)) == len(aspects) >= 5, role.id
        for duty in role.responsibilities:
            assert duty.title is not None
            assert duty.detail is not None
            assert len(duty.title) <= 25, duty.title
            assert len(duty.detail) <= 62, duty.detail


def test_a_role_has_between_eight_and_thirteen_skills(roles: list[schema.Role]) -> None:
    assert {role.id: len(role.skills) for role in roles if not 8 <= len(role.skills) <= 13} == {}


def test_an_outlook_fits_its_card(roles: list[schema.Role]) -> None:
    for role in roles:
        outlook = role.outlook
        assert outlook is not None
        assert len(outlook.headline or "") <= 24, role.id
        assert len(outlook.reason or "") <= 45, role.id
        assert len(outlook.summary or "") <= 110, role.id
        assert outlook.sources, role.id


def test_an_outlook_gives_a_cause_and_names_whoever_reports(roles: list[schema.Role]) -> None:
    for role in roles:
        assert role.outlook is not None
        assert re.match("(because|as|since) ", role.outlook.reason or ""), role.id
        assert "industry reports" not in (role.outlook.summary or ""), role.id
    summaries = [role.outlook.summary for role in roles if role.outlook]
    assert len(set(summaries)) == len(summaries)


def test_a_duty_stands_alone_when_it_is_lifted_out_of_its_profile(roles: list[schema.Role]) -> None:
    """In the comparison no title comes before it, so a pronoun needs its noun in the same line."""
    pronoun = re.compile(r"\b(its|it|their|they|them)\b")
    lone = {
        (role.id, duty.detail)
        for role in roles
        for duty in role.responsibilities
        if (found := pronoun.search(duty.detail or ""))
        and len((duty.detail or "")[: found.start()].split()) < 3
    }
    assert lone == set()


def test_margin_lists_have_three_short_items(roles: list[schema.Role]) -> None:
    for role in roles:
        assert len(role.fits) == len(role.think_twice) == len(role.questions) == 3, role.id
        assert all(len(item) <= 40 for item in (*role.fits, *role.think_twice)), role.id
        assert all(len(item) <= 62 for item in role.questions), role.id
        assert all(item.endswith("?") for item in role.questions), role.id


def test_the_self_check_has_one_short_sentence_for_each_aspect(roles: list[schema.Role]) -> None:
    wanted = get_args(parts.SelfCheck.model_fields["aspect"].annotation)
    for role in roles:
        assert [check.aspect for check in role.self_check] == list(wanted), role.id
        assert [check.says for check in role.self_check if len(check.says) > 44] == []


def test_no_two_roles_make_the_same_statement_about_the_reader(roles: list[schema.Role]) -> None:
    said = [check.says for role in roles for check in role.self_check]
    assert len(said) == len(set(said))


def test_terms_and_links_fit_their_margin(roles: list[schema.Role]) -> None:
    for role in roles:
        assert 4 <= len(role.terms) <= 6, role.id
        assert 2 <= len(role.links) <= 4, role.id
        assert all(link.url.startswith("https://") for link in role.links), role.id
        assert all(len(link.label) <= 54 for link in role.links), role.id


def test_a_tip_fills_its_three_lines_and_its_step_box(shipped: Any) -> None:
    for tip in shipped.tips:
        assert len(tip.title) <= 23, tip.id
        assert len(textwrap.wrap(tip.why, 62)) in (2, 3), tip.id
        assert len(textwrap.wrap(tip.step, 29)) in (2, 3), tip.id


def test_a_term_is_explained_in_five_words_and_in_a_sentence_or_two(shipped: Any) -> None:
    assert 22 <= len(shipped.terms) <= 30
    for term in shipped.terms:
        assert len(term.gist.split()) <= 5, term.id
        assert len(term.definition) <= 160, term.id


def test_a_skill_with_a_long_label_has_a_brief_one(shipped: Any) -> None:
    for skill in shipped.skills:
        assert len(skill.label) <= 30, skill.id
        assert len(skill.brief or skill.label) <= 23, skill.id
        assert skill.aliases, skill.id


def test_questions_for_the_booth_fit_one_line(shipped: Any) -> None:
    guides = [question for guide in shipped.guides.values() for question in guide.questions or ()]
    assert 6 <= len(shipped.questions) <= 14
    assert [question.ask for question in (*shipped.questions, *guides) if len(question.ask) > 74] == []
