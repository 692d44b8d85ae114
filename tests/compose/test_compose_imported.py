"""Guides of imported roles: what they have is printed, what is left out is counted, nothing is made up."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from compose_guides import BAKER, CONFECTIONER, MILLER, guide, poor, theme

from guidebuild.compose import compose
from guidebuild.compose.document import (
    Aside,
    Card,
    Document,
    Duties,
    Fact,
    Figure,
    GlanceRow,
    JobCard,
    Pairs,
    Paragraph,
    QuestionItem,
    Section,
    SelfCheckTable,
    SkillColumns,
    Table,
    TipItem,
    words_of,
)
from guidebuild.compose.dump import texts

NURSES: dict[str, Any] = {
    "id": "nurses",
    "title": "Registered Nurses",
    "aliases": [f"Nurse {letter}" for letter in "ABCDEFGHI"],
    "definition": "Assess patients. Keep records.",
    "responsibilities": [{"detail": f"Do task {n}, which is one of many tasks."} for n in range(8)],
    "skills": [{"skill": "Active listening"}, {"skill": "Speaking"}, {"skill": "Coordination", "level": "useful"}],
    "education": {"degrees": ["High school diploma", "Certificate", "Bachelor’s"]},
    "tools": {"Spreadsheet software": [{"name": "Excel"}], "Medical software": [{"name": "Epic"}],
              "Word processing software": [{"name": "Word"}]},
    "preparation": {
        "zone": 4,
        "experience": "A lot of it is needed. For example, an accountant needs four years. So do others.",
        "training": "Several years of it.",
    },
    "interests": ["Social", "Investigative"],
    "related": [f"Neighbour {n}" for n in range(12)],
    "codes": {"soc": "29-1141.00", "isco": "2221"},
    "left_out": {"responsibilities": 23, "skills": 15, "tools": 40},
    "ranked_by": dict.fromkeys(("responsibilities", "skills", "tools"), "importance"),
}  # fmt: skip
ELECTRICIANS: dict[str, Any] = {
    **NURSES,
    "id": "electricians",
    "title": "Electricians",
    "responsibilities": [{"detail": f"Connect wire {n}, of which there are many."} for n in range(8)],
    "skills": [{"skill": "Repairing"}, {"skill": "Speaking"}],
    "preparation": {"zone": 3},
    "interests": ["Realistic", "Investigative"],
    "codes": {"soc": "47-2111"},
}


def made(*roles: dict[str, Any], **more: Any) -> Document:
    return compose(guide(*roles, **more), theme())


def section(document: Document, name: str) -> Section:
    return next(s for s in document.sections if name in (s.id, s.kind))


def fact(document: Document, role: str, key: str) -> Fact:
    found = {block.id: block for block in section(document, f"profile-{role}").blocks}
    block = found[f"profile-{role}-{key}"]
    assert isinstance(block, Fact)
    return block


def rows(document: Document) -> dict[str, list[str]]:
    """The rows of the comparison: group and label, and what the cells say."""
    tables = [b for b in section(document, "compare").blocks if isinstance(b, Table)]
    return {
        f"{group.label}: {row.label}": [words_of(cell.text) for cell in row.cells]
        for table in tables
        for group in table.groups
        for row in group.rows
    }


# The profile


def test_preparation_interests_names_and_codes_stand_in_the_profile() -> None:
    document = made(NURSES, ELECTRICIANS)
    preparation, interests = (fact(document, "nurses", key) for key in ("preparation", "interests"))
    assert (preparation.value, words_of(preparation.note), preparation.steps) == (
        "Considerable", "Level 4 of 5", (4, 5),
    )  # fmt: skip
    assert interests.value == "Social, Investigative"
    assert words_of(interests.note) == "Helping, teaching or caring for people; ideas, and finding things out"
    also = fact(document, "nurses", "also")
    assert (also.value, words_of(also.note)) == (
        "", "Nurse A, Nurse B, Nurse C, Nurse D, Nurse E, Nurse F and 3 more",
    )  # fmt: skip
    asides = {b.label: b for b in section(document, "profile-nurses").blocks if isinstance(b, Aside)}
    assert [words_of(text) for text in asides["In the classifications"].paragraphs] == [
        "O*NET-SOC 29-1141.00",
        "ISCO-08 2221",
    ]
    assert len(asides["Related jobs"].bullets) == 8
    assert words_of(asides["Related jobs"].closing) == "and 4 more"
    others = [b for b in section(document, "profile-electricians").blocks if isinstance(b, Aside)]
    assert "SOC 47-2111" in [words_of(text) for aside in others for text in aside.paragraphs]


def test_a_word_that_is_none_of_the_six_interests_is_printed_and_not_explained() -> None:
    interests = fact(made({**NURSES, "interests": ["Outdoors"]}, ELECTRICIANS), "nurses", "interests")
    assert (interests.value, interests.note) == ("Outdoors", ())


def test_what_the_source_holds_beyond_is_counted_where_the_list_stands() -> None:
    profile = section(made(NURSES, ELECTRICIANS), "profile-nurses")
    (duties,) = (b for b in profile.blocks if isinstance(b, Duties))
    assert duties.more == "The 8 most important of 31 tasks; 23 more stand in the source."
    said = [words_of(b.text) for b in profile.blocks if isinstance(b, Paragraph)]
    assert "The 3 most important of 43 tools; 40 more stand in the source." in said
    assert any(words.startswith("Three skills come up, the most important of 18.") for words in said)


@pytest.mark.parametrize(
    ("listed", "left", "words"),
    [
        (8, 0, ""),
        (1, 1, "The most important of 2 tasks; 1 more stands in the source."),
        (20, 0, "The 8 most important of 20 tasks."),
        (20, 5, "The 8 most important of 25 tasks; 17 more stand in the source."),
    ],
)
def test_a_list_says_how_much_is_left_out(listed: int, left: int, words: str) -> None:
    role = {**NURSES, "responsibilities": [{"detail": f"Task {n}."} for n in range(listed)]}
    role["left_out"] = {"responsibilities": left} if left else {}
    profile = section(made(role, ELECTRICIANS), "profile-nurses")
    assert [b.more for b in profile.blocks if isinstance(b, Duties)] == [words]


@pytest.mark.parametrize(
    ("ground", "tasks", "skills"),
    [
        (None, "The first 8 of 31 tasks; 23 more stand in the source.", "Three skills come up, of 18."),
        ("importance", "The 8 most important of 31 tasks; 23 more stand in the source.",
         "Three skills come up, the most important of 18."),
        ("demand", "8 of 31 tasks, those in demand first; 23 more stand in the source.",
         "Three skills come up, of 18."),
    ],
)  # fmt: skip
def test_the_ground_of_a_choice_travels_with_it(ground: str | None, tasks: str, skills: str) -> None:
    ranked = dict.fromkeys(("responsibilities", "skills"), ground) if ground else {}
    document = made({**NURSES, "ranked_by": ranked}, {**ELECTRICIANS, "ranked_by": ranked})
    profile = section(document, "profile-nurses")
    assert [b.more for b in profile.blocks if isinstance(b, Duties)] == [tasks]
    assert any(words_of(b.text).startswith(skills) for b in profile.blocks if isinstance(b, Paragraph))
    important = [line for line in texts(document.sections) if "important" in line.casefold()]
    assert bool(important) == (ground == "importance")
    assert ("Skills that count most" in texts(document.sections)) == (ground == "importance")
    assert ("Responsibilities: the most important: More" in rows(document)) == (ground == "importance")


def test_the_way_in_tells_experience_and_training_without_another_job_s_example() -> None:
    said = [words_of(b.text) for b in section(made(NURSES, ELECTRICIANS), "profile-nurses").blocks
            if isinstance(b, Paragraph) and b.id.startswith("profile-nurses-in-")]  # fmt: skip
    assert said == [
        "Usual degree: High school diploma, Certificate or Bachelor’s.",
        "Experience. A lot of it is needed. So do others.",
        "Training. Several years of it.",
    ]


def test_groups_of_tools_do_not_say_software_each_time_and_long_ones_stand_in_cells() -> None:
    tools = {b.id: b for b in section(made(NURSES, ELECTRICIANS), "profile-nurses").blocks}[
        "profile-nurses-tools"
    ]
    assert [name for name, _ in tools.items] == ["Spreadsheet", "Medical", "Word processing"]  # type: ignore[attr-defined]
    long = {**NURSES, "tools": {"Data base user interface and query": [{"name": "Access"}]}}
    tools = {b.id: b for b in section(made(long, ELECTRICIANS), "profile-nurses").blocks}[
        "profile-nurses-tools"
    ]
    assert isinstance(tools, Pairs)


def test_plural_titles_stand_in_sentences_that_read_well() -> None:
    words = " ".join(texts(section(made(NURSES, ELECTRICIANS), "profile-nurses").blocks))
    assert "One of them carries over if you later move to the work of Electricians." in words
    assert "the Electricians role" not in words


def test_where_no_other_role_lists_skills_nothing_is_said_of_sharing() -> None:
    document = made(NURSES, {**ELECTRICIANS, "skills": []})
    assert fact(document, "nurses", "skills").value == "3"
    (columns,) = (b for b in section(document, "profile-nurses").blocks if isinstance(b, SkillColumns))
    assert [(column.label, len(column.items)) for column in columns.columns] == [
        ("At the core", 2),
        ("Useful", 1),
    ]


# The outlook


def test_without_a_trend_nothing_claims_a_direction() -> None:
    said = {"summary": "Posts will be few. Most replace people who leave."}
    document = made({**NURSES, "outlook": said}, {**ELECTRICIANS, "outlook": {"headline": "Hard to say"}})
    outlook = fact(document, "nurses", "outlook")
    assert (outlook.value, words_of(outlook.note)) == ("", said["summary"])
    assert fact(document, "electricians", "outlook").value == "Hard to say"
    told = rows(document)
    assert "Outlook: Demand" not in told
    assert told["Outlook: Why"] == ["Posts will be few", "Hard to say"]
    (lead,) = section(document, "glance").slot("lead")
    assert "Demand" not in words_of(lead.text)  # type: ignore[attr-defined]


def test_a_trend_of_one_role_leaves_the_other_s_cell_out() -> None:
    document = made(
        {**NURSES, "outlook": {"headline": "Few posts"}}, {**ELECTRICIANS, "outlook": {"trend": "rising"}}
    )
    assert rows(document)["Outlook: Demand"] == ["–", "Rising"]


def test_a_long_outlook_is_running_text_and_its_gist_a_fact() -> None:
    said = {"headline": "Fewer posts", "summary": "It goes down slowly. " * 30}
    profile = section(made({**NURSES, "outlook": said}, ELECTRICIANS), "profile-nurses")
    blocks = {block.id.removeprefix("profile-nurses-"): block for block in profile.blocks}
    assert (blocks["outlook"].value, blocks["outlook"].note) == ("Fewer posts", ())  # type: ignore[attr-defined]
    assert words_of(blocks["ahead-1"].text) == said["summary"].strip()  # type: ignore[attr-defined]


# At a glance, the comparison, the self-check


def test_the_cards_are_filled_with_what_there_is() -> None:
    card = next(b for b in section(made(NURSES, ELECTRICIANS), "glance").blocks if isinstance(b, Card))
    assert {fact.label: fact.value for fact in card.facts} == {
        "Focus": "Assess patients.",
        "Education": "High school diploma, Certificate or Bachelor’s",
        "Preparation": "Considerable",
        "Skills that count most": "Active listening, Speaking, Coordination",
        "Tools to know": "Excel, Epic, Word",
        "Interests it suits": "Social, Investigative",
    }


def test_where_the_usual_facts_fill_the_card_the_further_ones_stay_out() -> None:
    more = {"preparation": {"zone": 2}, "interests": ["Social"]}
    card = next(
        b for b in section(made({**BAKER, **more}, CONFECTIONER), "glance").blocks if isinstance(b, Card)
    )
    assert {"Preparation", "Interests it suits"}.isdisjoint(fact.label for fact in card.facts)


def test_rows_without_pay_show_the_skills_and_without_degrees_the_preparation() -> None:
    four = [{**NURSES, "id": f"nurses-{n}", "title": f"Nurse {n}", "education": None} for n in range(4)]
    document = made(*four)
    row = next(b for b in section(document, "glance").blocks if isinstance(b, GlanceRow))
    assert (row.more, row.degree) == ("Active listening, Speaking, Coordination", "Considerable")
    assert (document.words["glance-pay"], document.words["glance-degree"]) == (
        "Skills that count most",
        "Preparation",
    )


def test_preparation_interests_and_what_is_left_out_are_compared() -> None:
    told = rows(made(NURSES, ELECTRICIANS))
    assert told["Education and preparation: Preparation"] == [
        "Considerable (level 4 of 5)",
        "Medium (level 3 of 5)",
    ]
    assert told["Interests: Suits"] == ["Investigative"]
    assert told["Interests: Also"] == ["Social", "Realistic"]
    assert told["Responsibilities: the most important: More"] == ["25 more in the source"] * 2
    assert told["Tools: More"] == ["40 more in the source"] * 2
    assert "Preparation: Preparation" in rows(made({**NURSES, "education": None}, ELECTRICIANS))


def test_a_cell_is_no_wall_of_words_and_what_it_cannot_hold_is_counted() -> None:
    def busy(number: int) -> dict[str, Any]:
        said = [f"Plan {'many things and ' * 9}more, {n}.{number}" for n in range(5)]
        return {**poor(number), "responsibilities": [{"detail": words, "aspect": "plan"} for words in said]}

    told = rows(made(busy(1), busy(2)))
    assert {label: [len(cell) > 350 for cell in cells] for label, cells in told.items()} == {
        "Responsibilities: Plan": [False, False],
        "Responsibilities: Also": [False, False],
        "Responsibilities: More": [False, False],
    }
    assert told["Responsibilities: More"] == ["and 3 more"] * 2


def test_duties_of_which_few_have_an_aspect_meet_by_importance() -> None:
    first = [{"detail": "Plan a week.", "aspect": "plan"}, *({"detail": f"Do {n}."} for n in range(4))]
    told = rows(made({**NURSES, "responsibilities": first}, ELECTRICIANS))
    assert told["Responsibilities: the most important: 1"] == [
        "Plan a week", "Connect wire 0, of which there are many",
    ]  # fmt: skip


def test_the_self_check_of_two_is_made_of_interests_preparation_and_tasks() -> None:
    (table,) = (b for b in section(made(NURSES, ELECTRICIANS), "fit").blocks if isinstance(b, SelfCheckTable))
    assert [(row.left, row.right) for row in table.rows[:3]] == [
        ("I like to help, teach or care for people.", "I like to work with my hands, with tools or machines."),
        ("I am ready to train for a long time before I start.", "I want to start soon, and learn the rest at work."),
        ("Do task 0, which is one of many tasks: I would like to do this.",
         "Connect wire 0, of which there are many: I would like to do this."),
    ]  # fmt: skip
    assert len(table.rows) == 7


def test_tasks_of_unknown_grammar_are_put_into_nobody_s_mouth() -> None:
    roles = [{**role, "codes": {}} for role in (NURSES, ELECTRICIANS)]
    fits = [s for s in made(*roles).sections if s.kind == "fit"]
    assert "I would like to do this" not in " ".join(texts(tuple(block for s in fits for block in s.blocks)))


def test_what_suits_all_roles_tells_none_apart_and_a_role_without_a_line_has_no_column() -> None:
    document = made(NURSES, poor(1), ELECTRICIANS)
    fit = section(document, "fit")
    (table,) = (b for b in fit.blocks if isinstance(b, SelfCheckTable))
    assert (table.titles, table.roles) == (("Registered Nurses", "Electricians"), (0, 2))
    assert {row.members for row in table.rows} <= {(0,), (2,), (0, 2)}
    (lead,) = fit.slot("lead")
    assert words_of(lead.text).endswith("Too little is listed for Poor Role 1 to have a column here.")  # type: ignore[attr-defined]
    everyone = made(
        NURSES,
        {**ELECTRICIANS, "interests": ["Social"]},
        {**ELECTRICIANS, "id": "c", "interests": ["Social"]},
    )
    said = [
        row.left for b in section(everyone, "fit").blocks if isinstance(b, SelfCheckTable) for row in b.rows
    ]
    assert "I like to help, teach or care for people." not in said


def test_the_skills_of_the_roles_that_list_any_are_drawn_in_their_own_colours() -> None:
    document = made(NURSES, poor(1), ELECTRICIANS)
    (figure,) = (b for b in section(document, "skills").blocks if isinstance(b, Figure))
    assert figure.alt.startswith("Two overlapping circles show the skills listed for Registered Nurses (3)")
    assert (figure.spec.titles, figure.spec.roles) == (("Registered Nurses", "Electricians"), (0, 2))  # type: ignore[union-attr]
    assert [region.members for region in figure.spec.regions] == [(0,), (1,), (0, 1)]  # type: ignore[union-attr]
    (table,) = (b for b in section(document, "skills").blocks if isinstance(b, Table))
    assert [column.members for column in table.columns] == [(0,), (0, 2), (2,)]


def test_three_of_five_that_list_skills_make_three_circles_with_every_overlap() -> None:
    document = made(NURSES, poor(1), ELECTRICIANS, MILLER, poor(2))
    (figure,) = (b for b in section(document, "skills").blocks if isinstance(b, Figure))
    assert len(figure.spec.regions) == 7  # type: ignore[union-attr]
    assert figure.spec.roles == (0, 2, 3)  # type: ignore[union-attr]


def test_the_subtitle_promises_only_what_the_guide_has() -> None:
    assert made(poor(1), poor(2)).subtitle == "What the two jobs do."
    few = made({**poor(1), "interests": ["Social"]}, {**poor(2), "interests": ["Artistic"]})
    assert few.subtitle == "What the two jobs do and how they differ."
    one = made({**poor(1), "interests": ["Social"]}, {**poor(2), "interests": ["Social", "Artistic"]})
    assert one.subtitle == "What the two jobs do and where they overlap."


# Tips, questions, jobs


def tip(number: int, **more: Any) -> dict[str, Any]:
    return {"id": f"tip-{number}", "title": f"Tip {number}", "why": "It helps.", **more}


@pytest.mark.parametrize(
    ("steps", "lead", "blurb"),
    [
        ((True, True), "Each tip comes with one first step", "each with a first step to tick off"),
        ((True, False), "Where a tip comes with a first step", "Practical tips to tick off"),
        ((False, False), "Tick each tip when it is done.", "Practical tips to tick off"),
    ],
)
def test_a_tip_without_a_step_is_ticked_off_itself(steps: tuple[bool, ...], lead: str, blurb: str) -> None:
    tips = [tip(n, **({"step": "Begin."} if with_step else {})) for n, with_step in enumerate(steps)]
    document = made(tips=tips)
    items = [b for b in section(document, "tips").blocks if isinstance(b, TipItem)]
    assert [(item.label, bool(item.step)) for item in items] == [
        ("First step" if with_step else "Done", with_step) for with_step in steps
    ]
    (paragraph,) = section(document, "tips").slot("lead")
    assert words_of(paragraph.text).startswith(lead)  # type: ignore[attr-defined]
    assert any(words.endswith(blurb) for words in texts(section(document, "contents").blocks))


def test_where_few_questions_fit_there_is_room_for_the_reader_s_own() -> None:
    roles = [
        {key: value for key, value in role.items() if key != "questions"} for role in (NURSES, ELECTRICIANS)
    ]
    asked = [b for b in section(made(*roles), "questions").blocks if isinstance(b, QuestionItem)]
    assert [question.ask for question in asked] == ["What is a week like?", *["My own question:"] * 3]
    assert [question.number for question in asked] == [1, 2, 3, 4]
    assert section(made(*roles), "questions").title == "One question worth asking at Booth 7"


def opening(closes: dt.date | None, **more: Any) -> dict[str, Any]:
    return {
        "id": "one",
        "title": "Night Hand",
        "employer": "Crumb",
        "place": "Bath",
        "closes": closes,
        **more,
    }


@pytest.mark.parametrize(
    ("day", "words", "closed"),
    [
        (None, "", False),
        (dt.date(2026, 8, 31), "Closed 31 August 2026", True),
        (dt.date(2026, 9, 1), "Apply by 1 September 2026", False),
        (dt.date(2026, 11, 30), "Apply by 30 November 2026", False),
    ],
)
def test_an_opening_says_until_when_one_can_apply(day: dt.date | None, words: str, closed: bool) -> None:
    (card,) = (b for b in section(made(jobs=[opening(day)]), "jobs").blocks if isinstance(b, JobCard))
    assert (card.closes.replace("\u00a0", " "), card.closed) == (words, closed)


def test_pay_by_the_year_says_so_beside_pay_by_the_hour() -> None:
    def said(*periods: str) -> list[str]:
        salaries = ({"low": 20, "high": 30, "currency": "EUR", "period": period} for period in periods)
        jobs = [opening(None, id=f"job-{n}", salary=pay) for n, pay in enumerate(salaries)]
        return [b.salary for b in section(made(jobs=jobs), "jobs").blocks if isinstance(b, JobCard)]

    assert said("year", "hour") == ["€20–€30 a year", "€20–€30 an hour"]
    assert said("year") == ["€20–€30"]


def test_closed_openings_are_counted_in_the_title() -> None:
    past = dt.date(2026, 8, 1)
    both = [opening(past), opening(None, id="two")]
    assert section(made(jobs=both), "jobs").title == "Two neighbouring openings, one of them closed"
    assert section(made(jobs=both[:1]), "jobs").title == "One neighbouring job, closed by now"


def test_an_opening_in_the_singular_is_one_for_a_role_in_the_plural() -> None:
    jobs = [opening(None, title="Registered Nurse, Night Shift")]
    assert section(made(NURSES, ELECTRICIANS, jobs=jobs), "jobs").title == "One opening"
