"""What single lines of an article become: blocks, headings, roles, skills, degrees, tools, trends, tips, jobs."""

from __future__ import annotations

import pytest
from article_desk import entries, of, role, skills, vocabulary
from hypothesis import example, given, settings
from hypothesis import strategies as st
from odd_names import ODD

from guidebuild.diagnostics import GuideError
from guidebuild.importers.kinds.article.fields.education import education_in
from guidebuild.importers.kinds.article.fields.outlook import Tip, tip_of, trend_of
from guidebuild.importers.kinds.article.fields.skills import skills_in
from guidebuild.importers.kinds.article.fields.tools import industries_in, tools_in
from guidebuild.importers.kinds.article.page.debris import date_in, debris_of
from guidebuild.importers.kinds.article.page.formats import read_page, told_by
from guidebuild.importers.kinds.article.page.lines import text_blocks
from guidebuild.importers.kinds.article.roles.found import find_roles, read_title
from guidebuild.importers.kinds.article.roles.names import Names, Role
from guidebuild.importers.kinds.article.sections.attribution import attributed
from guidebuild.importers.kinds.article.words.products import is_product
from guidebuild.importers.kinds.article.words.prose import items, sentences
from guidebuild.importers.kinds.article.words.topics import alone, topic_of
from guidebuild.importers.meaning.wording import raised

# Lines


def shown(text: str) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, block.text) for block in text_blocks(text)]


@pytest.mark.parametrize("sign", ["•", "-", "*", "–", "+", "▪", "✓", "1.", "2)", "(3)", "a)"])
def test_bullets_and_numbers_begin_items(sign: str) -> None:
    assert shown(f"  {sign} one\n  {sign} two, with more") == [
        ("item", 0, "one"),
        ("item", 0, "two, with more"),
    ]


def test_items_know_how_deep_they_are() -> None:
    assert shown("- a\n  - b\n    - c\n  - d\n- e") == [
        ("item", 0, "a"), ("item", 1, "b"), ("item", 2, "c"), ("item", 1, "d"), ("item", 0, "e"),
    ]  # fmt: skip


def test_a_bullet_on_a_line_of_its_own_waits_for_its_words() -> None:
    assert shown("•\nMix the dough\n•\nBake") == [("item", 0, "Mix the dough"), ("item", 0, "Bake")]


def test_a_line_drawn_below_makes_a_heading() -> None:
    assert shown("Skills\n------\nPatience is needed.") == [
        ("heading", 2, "Skills"),
        ("text", 0, "Patience is needed."),
    ]


def test_lines_broken_at_a_width_are_joined_and_others_are_not() -> None:
    first, second = "Accountants keep the books of a company and see to it", "that every sum is right."
    text = "\n\n".join([f"{first}\n{second}"] * 4)
    assert [block[2] for block in shown(text)] == [f"{first} {second}"] * 4
    assert len(shown("Share\nTweet\nPin\n5 min read")) == 4


def test_cells_between_tabs_are_rows() -> None:
    blocks = text_blocks("Aspect\tBaker\tMiller\nTools\tOven\tMill")
    assert [(block.cells, block.head) for block in blocks] == [
        (("Aspect", "Baker", "Miller"), True), (("Tools", "Oven", "Mill"), False),
    ]  # fmt: skip


@given(st.text(st.sampled_from("ab .:-•*1)\n\t#|=>"), max_size=200))
def test_every_line_with_a_word_is_in_one_block(text: str) -> None:
    blocks = text_blocks(text)
    held = [line for block in blocks for line in range(block.line, block.last + 1)]
    assert len(held) == len(set(held))
    wanted = {n for n, line in enumerate(text.split("\n"), 1) if any(char.isalnum() for char in line)}
    assert wanted <= set(held)


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("<!DOCTYPE html><p>x", "a.txt", "html"),
        ("<p>a</p><p>b</p><ul><li>c</ul>", "a.txt", "html"),
        ("# A\n\ntext\n\n## B", "a.txt", "markdown"),
        ("A\n\ntext", "a.md", "markdown"),
        ("Baker vs. Miller\n\n* bakes * grinds", "a.txt", "text"),
        ("if a < b and c > d", "a.txt", "text"),
    ],
)  # fmt: skip
def test_the_format_is_told_from_the_words(text: str, name: str, form: str) -> None:
    assert told_by(text, name) == form


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["a.txt", "a.md", "a.html"]),
    st.text(st.sampled_from("ab<>/#*_`[]()|-:&;\"'=! \n\tphuli"), max_size=300),
)
@example("a.html", "<table><tr><td><table><tr></td></table>")
@example("a.md", "- a\n\n      b\n1. c\n\n| a |\n|---|")
def test_no_text_makes_the_readers_stumble(name: str, text: str) -> None:
    try:
        page = read_page(text.encode(), name)
    except GuideError:
        return
    assert [block.number for block in page.blocks] == list(range(len(page.blocks)))


LINES = st.sampled_from(
    ["Baker vs. Miller", "Definitions", "Skills", "Baker", "Miller:", "- a, b, and c", "1. Tip: do it. And more.",
     "A baker bakes, while a miller grinds.", "Both need Python (e.g., NumPy) for x.", "Tools", "Outlook", "Tips",
     "Frameworks: A, B", "## Education", "A baker needs a degree in x or y.", "", "Conclusion", "@ Acme | Bonn",
     "Full Time USD 10K - 20K", "Featured Job", "Share", "a\tb\tc", "| a | Baker |", "|---|---|", "**Baker** x"]
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(LINES, max_size=25))
def test_any_order_of_lines_is_an_article_or_a_clear_refusal(lines: list[str]) -> None:
    try:
        made = of("\n".join(lines))
    except GuideError:
        return
    done = [(b.number in made.ledger.placed) + (b.number in made.ledger.dropped) for b in made.blocks]
    assert max(done) == 1
    reported = sum(note.code == "not-placed" for note in made.draft.notes)
    assert done.count(0) == reported


# Headings

HEADINGS = {
    "definition": ["Definitions", "What is a @?", "Role overview", "What they are", "Defining the roles"],
    "responsibilities": ["Responsibilities", "Duties", "Day-to-day", "Key tasks", "What does a @ do?",
                         "@ Responsibilities", "A Day in the Life", "What each role does", "Responsibilties"],
    "skills": ["Required Skills", "Skills needed", "Competencies", "@ skills", "Technical skills",
               "Skills and Qualifications"],
    "education": ["Educational Background", "Educational Backgrounds", "Education", "Qualifications",
                  "How to become a @", "Education and Training", "Degree requirements"],
    "tools": ["Tools and Software Used", "Technologies", "Tech stack", "Tools of the trade", "Tools for @"],
    "industries": ["Common Industries", "Where they work", "Sectors", "Where do @ work?", "Who hires them"],
    "outlook": ["Outlooks", "Job outlook", "Demand", "Future", "Career prospects", "Job market"],
    "tips": ["Practical Tips for Getting Started", "Tips", "How to get started", "Advice", "Next steps"],
    "pay": ["Salary", "Salary Insights", "How much do @ earn?", "Pay"],
    "certificates": ["Certifications", "Licensing and certification"],
    "conclusion": ["Conclusion", "Summary", "Final thoughts", "The bottom line", "In a nutshell"],
    "faq": ["FAQ", "Frequently Asked Questions"],
    "intro": ["Introduction", "Overview"],
    "related": ["Related articles", "You may also like", "Related articles total 4052"],
    "site": ["Leave a comment", "About the author", "Comments (12)"],
    "contents": ["Table of contents", "In this article"],
    "compare": ["Key Differences", "What they have in common", "@ vs @"],
}  # fmt: skip


@pytest.mark.parametrize(("topic", "heading"), [(t, h) for t, listed in HEADINGS.items() for h in listed])
def test_headings_in_their_usual_variants(topic: str, heading: str) -> None:
    assert topic_of(heading) == topic
    assert alone(heading) == topic
    assert topic_of(f"3. {heading.upper()}:") == topic


@pytest.mark.parametrize(
    "line",
    ["Communication skills", "Strong communication skills", "Data pipelines are important to know", "Networking",
     "Software engineering", "Continuous education", "Tools: Git, Docker", "Patient care", "Python",
     "They also need tools.", "Market research"],
)  # fmt: skip
def test_lines_of_lists_are_no_headings(line: str) -> None:
    assert alone(line) is None


# Roles


@pytest.mark.parametrize(
    ("title", "roles"),
    [
        ("Nurse vs. Midwife", ("Nurse", "Midwife")),
        ("Nurses versus Midwives in 2025 | Ward Post", ("Nurse", "Midwife")),
        ("Data Analyst, Data Scientist and Data Engineer: three careers",
         ("Data Analyst", "Data Scientist", "Data Engineer")),
        ("What Is the Difference Between a Cook and a Chef?", ("Cook", "Chef")),
        ("Cook vs Chef vs Baker - Which Job Is Right for You?", ("Cook", "Chef", "Baker")),
        ("Electrician or Plumber? How to choose", ("Electrician", "Plumber")),
        ("Registered Nurse (RN) vs. Licensed Practical Nurse (LPN)", ("Registered Nurse", "Licensed Practical Nurse")),
        ("How to Become an Electrician", ("Electrician",)),
    ],
)  # fmt: skip
def test_titles_name_the_roles(title: str, roles: tuple[str, ...]) -> None:
    assert read_title(title).roles == roles


@pytest.mark.parametrize(
    ("title", "body", "roles"),
    [
        ("UX vs. UI Designer", "UX designers plan. UI designers draw.", ["UX Designer", "UI Designer"]),
        ("RN vs. LPN", "A Registered Nurse (RN) leads. A Licensed Practical Nurse (LPN) helps.",
         ["Registered Nurse", "Licensed Practical Nurse"]),
        ("MLOPS ENGINEER VS DATA ENGINEER", "An MLOps engineer deploys. A data engineer loads.",
         ["MLOps engineer", "Data engineer"]),
        ("Two jobs in a mill", "What is a miller?\n\nA miller grinds.\n\nWhat is a baker?\n\nA baker bakes.",
         ["Miller", "Baker"]),
    ],
)  # fmt: skip
def test_roles_are_found_in_full(title: str, body: str, roles: list[str]) -> None:
    page = read_page(f"{title}\n\n{body}".encode(), "a.txt")
    assert [role.title for role in find_roles([title], page.blocks)] == roles


def test_roles_go_by_many_names() -> None:
    names = Names((Role("Machine Learning Engineer"), Role("Physician Assistant", ("PA",))))
    for words in (
        "a machine-learning engineer",
        "Machine Learning Engineers",
        "the ML Engineer",
        "ML engineers",
        "MLE",
    ):
        assert names.named(words) == (0,), words
    assert names.named("PAs and MLEs") == (1, 0)
    assert names.named("pa and Pamela, engineers") == ()
    assert names.exactly("The Physician Assistant Role:") == 1
    assert names.exactly("2. PHYSICIAN ASSISTANTS") == 1
    assert names.exactly("Physician Assistant School") is None


def test_a_short_form_in_brackets_is_a_name_too() -> None:
    title, text = "Nurse vs. Veterinary Technician", "A veterinary technician (vet tech) helps. Nurses care."
    made = of(f"{title}\n\n{text}")
    assert entries(made, "roles")["veterinary-technician"]["aliases"] == ["vet tech"]
    assert Names((Role("Veterinary Technician", ("vet tech",)),)).named("Vet techs") == (0,)


def test_a_longer_name_is_not_the_shorter_one() -> None:
    names = Names((Role("Nurse"), Role("Nurse Practitioner")))
    assert names.named("A nurse practitioner leads, and nurses help.") == (1, 0)


NURSES = Names((Role("Nurse"), Role("Midwife")))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Nurses care. They also teach. A midwife delivers.",
         [((0,), "Nurses care. They also teach."), ((1,), "A midwife delivers.")]),
        ("While nurses care, midwives deliver.", [((0,), "Nurses care."), ((1,), "Midwives deliver.")]),
        ("Nurses earn £30; midwives earn £40.", [((0,), "Nurses earn £30."), ((1,), "Midwives earn £40.")]),
        ("Nurses and midwives both care.", [((0, 1), "Nurses and midwives both care.")]),
        ("Both need patience.", [((0, 1), "Both need patience.")]),
        ("Nurses work with midwives.", [((0,), "Nurses work with midwives.")]),
        ("Demand is greater for nurses than for midwives.",
         [((0, 1), "Demand is greater for nurses than for midwives.")]),
        ("Hospitals are everywhere.", [((), "Hospitals are everywhere.")]),
    ],
)  # fmt: skip
def test_sentences_are_given_to_those_they_speak_of(
    text: str, parts: list[tuple[tuple[int, ...], str]]
) -> None:
    assert [(said.roles, said.text) for said in attributed(text, NURSES)] == parts


# Pieces


def test_sentences_end_where_they_end() -> None:
    text = "A Ph.D. helps, e.g. in research. The U.S. needs 5.5 million. Dr. No agrees! See p. 3."
    assert sentences(text) == [
        "A Ph.D. helps, e.g. in research.", "The U.S. needs 5.5 million.", "Dr. No agrees!", "See p. 3.",
    ]  # fmt: skip


@given(st.text(max_size=120))
def test_sentences_lose_no_words(text: str) -> None:
    assert " ".join(sentences(text)).split() == text.split()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a, b, and c", ["a", "b", "c"]),
        ("a, b or c", ["a", "b", "c"]),
        ("a (x, y), b; and more", ["a (x, y), b", "more"]),
        ("R and D", ["R", "D"]),
        ("writing reports that people read and understand with ease today",
         ["writing reports that people read and understand with ease today"]),
    ],
)  # fmt: skip
def test_lists_in_words(text: str, parts: list[str]) -> None:
    assert items(text) == parts


# Skills


def uses(text: str) -> list[tuple[str, str, str]]:
    return [(use.skill, use.level, use.note) for use in skills_in(text, vocabulary())]


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Proficiency in deep learning frameworks (e.g., TensorFlow, PyTorch).",
         ["Deep learning frameworks", "TensorFlow", "PyTorch"]),
        ("Knowledge of programming languages such as Python and R.", ["Python", "R"]),
        ("Experience with data preprocessing and augmentation techniques.",
         ["Data preprocessing", "Augmentation techniques"]),
        ("Strong understanding of version control (Git)", ["Version control"]),
        ("Knowledge of research and development", ["Research and development"]),
        ("Strong analytical and problem-solving skills", ["Analytical skills", "Problem-solving skills"]),
        ("Patience, stamina, and tact", ["Patience", "Stamina", "Tact"]),
        ("Technical skills: Python, welding", ["Python", "Welding"]),
        ("Excellent bedside manner", ["Bedside manner"]),
        ("Electronic health records (EHR)", ["Electronic health records (EHR)"]),
        ("Attention. Small slips are costly.", ["Attention"]),
    ],
)  # fmt: skip
def test_a_bullet_is_split_into_skills(text: str, skills: list[str]) -> None:
    assert [skill for skill, _, _ in uses(text)] == skills


def test_what_the_split_leaves_over_is_a_note() -> None:
    assert uses("Familiarity with cloud services (e.g., AWS, Azure) for deploying ML models.") == [
        ("Cloud services", "useful", "AWS, Azure; for deploying ML models")
    ]
    assert (
        uses("Patience: shifts are long and patients are worried")[0][2]
        == "shifts are long and patients are worried"
    )
    assert (
        uses("Ability to explain to worried families what a treatment does and what it cannot do")
        == [("Ability to explain to worried families", "core", "what a treatment does and what it cannot do")]
        or len(
            uses("Ability to explain to worried families what a treatment does and what it cannot do")[0][0]
        )
        <= 60
    )


@pytest.mark.parametrize(
    "text",
    ["Nice to have: welding", "Welding is a plus", "Welding (optional)", "Familiarity with welding",
     "Welding (preferred)"],
)  # fmt: skip
def test_what_is_a_plus_is_useful(text: str) -> None:
    assert uses(text) == [("Welding", "useful", "")]


PIECES = st.sampled_from(
    ["Python", "welding", "tact", "for", "and", ",", "(", ")", "such as", "Knowledge of", ":", "e.g."]
)


@given(st.lists(PIECES, max_size=14))
def test_no_word_of_a_bullet_is_lost(words: list[str]) -> None:
    """But for lead-ins, and what joins words."""
    text = " ".join(words)
    said = " ".join(" ".join(use) for use in uses(text)).casefold()
    for word in ("python", "welding", "tact"):
        assert (word in text.casefold()) == (word in said)


# Education, tools, industries


def schooling(text: str) -> tuple[list[str], list[str], list[str], list[str], str]:
    found = education_in([text], (), NURSES)
    return found.degrees, found.fields, found.coursework, found.certificates, found.summary


def test_degrees_and_fields_that_say_all_need_no_summary() -> None:
    text = "Typically holds a Master's or Ph.D. in Computer Science, Data Science, or a related field."
    assert schooling(text) == (
        ["Master's", "Ph.D."],
        ["Computer Science", "Data Science", "a related field"],
        [],
        [],
        "",
    )
    text = "Coursework often includes deep learning, neural networks, and advanced Statistics."
    assert schooling(text)[2:] == (["deep learning", "neural networks", "advanced Statistics"], [], "")
    assert schooling("Nurses usually have a bachelor’s degree in nursing.")[4] == ""


@pytest.mark.parametrize(
    "text",
    ["A Bachelor of Science in Nursing (BSN) is the usual way in.", "Master's preferred.",
     "A diploma from a school of art helps.", "At least a bachelor’s degree in law.", "Two years of practice."],
)  # fmt: skip
def test_what_the_lists_do_not_say_stays_in_the_summary(text: str) -> None:
    assert schooling(text)[4] == text


def test_a_doctor_of_something_is_no_phd() -> None:
    assert schooling("A Doctor of Physical Therapy (DPT) degree.")[0] == ["Doctor of Physical Therapy"]
    assert schooling("An associate degree in nursing and the RN exam.")[1] == ["nursing"]


def test_degrees_stand_in_rising_order() -> None:
    assert schooling("A PhD, a master’s degree or a high school diploma")[0] == [
        "High school diploma",
        "Master’s degree",
        "PhD",
    ]


def tools(text: str, label: str = "") -> list[tuple[str, str, str]]:
    return [(tool.group, tool.name, tool.note) for tool in tools_in(text, label)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Frameworks: TensorFlow, PyTorch.", [("Frameworks", "TensorFlow", ""), ("Frameworks", "PyTorch", "")]),
        ("Docker for containerization", [("Tools", "Docker", "for containerization")]),
        ("Git, and cloud platforms like AWS and Azure",
         [("Tools", "Git", ""), ("Tools", "AWS", "cloud platforms"), ("Tools", "Azure", "cloud platforms")]),
        ("Project software (Jira, Asana)", [("Project software", "Jira", ""), ("Project software", "Asana", "")]),
        ("Revit (drawing)", [("Tools", "Revit", "drawing")]),
        ("Stethoscope: listening to heart and lungs", [("Tools", "Stethoscope", "listening to heart and lungs")]),
        ("Oven, and more", [("Tools", "Oven", "")]),
    ],
)  # fmt: skip
def test_tools_with_their_group_and_purpose(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tools(text) == found


def test_industries_with_their_examples() -> None:
    assert [(i.name, i.examples) for i in industries_in("Healthcare (medical imaging, diagnostics).")] == [
        ("Healthcare", ("medical imaging", "diagnostics"))
    ]
    assert [i.name for i in industries_in("hospitals, clinics and schools")] == [
        "Hospitals",
        "Clinics",
        "Schools",
    ]
    assert industries_in("Finance: fraud detection")[0].examples == ("fraud detection",)


# Outlook, tips, debris, jobs


@pytest.mark.parametrize(
    ("text", "trend"),
    [
        ("Demand is on the rise.", "rising"),
        ("Jobs are expected to decline by 3%.", "falling"),
        ("Little change is expected.", "steady"),
        ("Growth of 2 per cent, slower than average.", "steady"),
        ("Demand grows in cities and declines in the country.", "mixed"),
        ("Demand is not expected to grow.", None),
        ("Nobody can tell.", None),
    ],
)  # fmt: skip
def test_the_trend_is_told_from_words_that_speak_of_one(text: str, trend: str | None) -> None:
    assert trend_of(text) == trend


def test_a_tip_has_a_title_a_reason_and_perhaps_a_step() -> None:
    tip = tip_of("Build a base: Start with maths. Courses help.")
    assert tip
    assert (tip.title, tip.step, tip.why) == ("Build a base", "Start with maths.", "Courses help.")
    assert tip_of("Volunteer in a hospital.") == Tip("Volunteer in a hospital")
    assert tip_of("Read.", "Before you begin") == Tip("Before you begin", "Read.")
    tip = tip_of("Network: Join a club.")
    assert tip
    assert (tip.title, tip.step, tip.why) == ("Network", "", "Join a club.")
    tip = tip_of("Shadow a nurse for a day, to see whether the pace suits you.")
    assert tip
    assert (tip.title, tip.why) == ("Shadow a nurse for a day, to see whether the pace suits you", "")
    tip = tip_of("Shadow a nurse for a day or two, to see whether the pace of a busy ward suits you.")
    assert tip
    assert (tip.title, tip.why[:6], tip.why[-4:]) == ("Shadow a nurse for a day or two", "Shadow", "you.")
    tip = tip_of("Ask an optician who has taught apprentices what surprised them most in their first year.")
    assert tip
    assert tip.title == "Ask an optician who has taught apprentices what surprised…"


@pytest.mark.parametrize(
    "line",
    ["4 min read · Oct. 30, 2024", "Share Tweet Pin", "By Jane Doe", "We use cookies to improve this site.",
     "Home > Careers > Nursing", "Advertisement", "Tags: work, nurses", "Photo by A. B. on Unsplash", "Skip to content",
     "© 2024 Ward Post", "Sign up for our newsletter", "Updated March 3, 2024", "12 comments",
     "Jane Doe is a freelance writer."],
)  # fmt: skip
def test_debris_is_known_by_its_words(line: str) -> None:
    assert debris_of(line)


@pytest.mark.parametrize(
    "line",
    ["Git", "Print design", "Home health agencies", "By design, nurses share wards.", "Email marketing", "Python",
     "Share knowledge with colleagues", "A nurse is a writer of notes", "Search engines", "Advertising agencies"],
)  # fmt: skip
def test_what_an_article_says_is_no_debris(line: str) -> None:
    assert debris_of(line) == ""


def test_dates_are_read_in_words_and_never_guessed() -> None:
    assert (
        str(date_in("Oct. 30, 2024"))
        == str(date_in("30 October 2024"))
        == str(date_in("2024-10-30T08:00Z"))
        == "2024-10-30"
    )
    assert date_in("10/11/2024") is None
    assert date_in("Feb. 30, 2024") is None


JOBS = """Nurse vs. Midwife

Definitions

Nurse: cares.

Midwife: delivers.

Open positions

Ward Nurse – City Hospital, Leeds – full-time, £30,000 - £34,000 a year
Night Midwife | St Mary's | Bath | part time

Featured Job
Nobody hires
"""


def test_jobs_in_one_line_are_jobs_and_others_are_reported() -> None:
    made = of(JOBS)
    found = entries(made, "jobs")
    assert {id: (job["title"], job["employer"], job["place"]) for id, job in found.items()} == {
        "city-hospital-ward-nurse": ("Ward Nurse", "City Hospital", "Leeds"),
        "st-mary-s-night-midwife": ("Night Midwife", "St Mary's", "Bath"),
    }
    assert found["city-hospital-ward-nurse"]["salary"] == {
        "low": 30000,
        "high": 34000,
        "currency": "GBP",
        "period": "year",
    }
    assert found["st-mary-s-night-midwife"]["employment"] == "part-time"
    assert ["Nobody hires" in str(note) for note in made.draft.notes if note.code == "not-placed"] == [True]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("patience and clear speech", ["patience", "clear speech"]),
        ("state and private schools", ["state and private schools"]),
        ("hospitals and private clinics", ["hospitals", "private clinics"]),
    ],
)
def test_pairs_are_parted_where_both_have_a_noun(text: str, found: list[str]) -> None:
    assert items(text) == found


def test_qualities_are_skills_of_their_own_and_who_needs_them_is_none() -> None:
    assert [use[0] for use in uses("All three need patience and clear speech.")] == [
        "Patience",
        "Clear speech",
    ]


def test_letters_that_are_copied_bullets_begin_items() -> None:
    assert shown("Tasks:\no Plan lessons\no Mark homework")[1:] == [
        ("item", 0, "Plan lessons"),
        ("item", 0, "Mark homework"),
    ]


DUTIES = """# Baker vs. Miller

| | Baker | Miller |
|---|---|---|
| What they do | Bake bread for the town | Grind grain for bakers |

## Duties

**Baker:** Design loaves, write recipes, fix ovens.

**Miller:** Watch the wind, clean the stones.

## Certifications

- Baker: Level 2, Level 3
"""


def test_what_they_do_says_what_the_job_is_and_phrases_without_an_and_are_duties() -> None:
    made = of(DUTIES, "a.md")
    baker = entries(made, "roles")["baker"]
    assert baker["definition"] == "Bake bread for the town"
    assert [str(duty) for duty in baker["responsibilities"]][1:] == ["Write recipes.", "Fix ovens."]
    assert baker["education"]["certificates"] == ["Level 2", "Level 3"]
    assert not [note for note in made.draft.notes if note.code == "no-definition"]


# The article's words stay as they are


@pytest.mark.parametrize("name", ODD)
def test_names_keep_every_letter_wherever_they_stand(name: str) -> None:
    text = (
        f"Nurse vs. Midwife\n\nA nurse cares. A midwife delivers.\n\nSkills\n\nNurse\n\n- Knowledge of {name}\n\n"
        f"Education\n\nNurse\n\n- A bachelor's degree in {name} or a related field\n"
        f"- Coursework includes {name} and tact\n\n"
        f"Tools\n\nNurse\n\n- {name}\n\nIndustries\n\nNurse\n\n- {name}\n"
    )
    nurse = role(of(text), "nurse")
    assert skills(of(text), "nurse") == [name if is_product(name) else raised(name)]
    fields, courses = (nurse["education"].get(key) for key in ("fields", "coursework"))
    assert fields == [name, "a related field"] if fields else name in nurse["education"]["summary"]
    assert (
        courses in ([name, "tact"], [f"{name} and tact"])
        if courses
        else name in nurse["education"]["summary"]
    )
    assert nurse["tools"] == {"Tools": [name]}
    assert nurse["industries"] == [raised(name)]
    assert raised(name)[1:] == name[1:]
