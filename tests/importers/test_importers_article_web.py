"""Articles as blogs and networks show them: pictures for bullets, counters, Medium, several headings in one line."""

from __future__ import annotations

import pytest
from article_desk import entries, guide, notes, of, role, skills

from guidebuild.importers.kinds.article.page.debris import debris_of
from guidebuild.importers.kinds.article.page.formats import read_page
from guidebuild.importers.kinds.article.sections.implied import topic_of_sentence

POST = """📊 Baker vs Florist: which one are you?

1️⃣ Baker
👉 Bakes bread before dawn
👉 Cleans the ovens

2️⃣ Florist
👉 Binds flowers for weddings
👉 Sells plants

🔹 Skills of a baker
✅ Patience
✅ Hygiene

🔹 Skills of a florist
✅ Eye for colour
✅ Tact

🔹 Tools
➡️ Baker: oven, mixer
➡️ Florist: shears, wire

What would you add? Comment below 💬

#bread #flowers

128 reactions
14 comments · 3 reposts
Like
Comment
Repost
Send
"""


@pytest.mark.parametrize("name", ["post.txt", "post.md"])
def test_pictures_are_bullets_or_ornament(name: str) -> None:
    made = of(POST, name)
    assert list(entries(made, "roles")) == ["baker", "florist"]
    baker, florist = role(made, "baker"), role(made, "florist")
    assert [str(duty) for duty in baker["responsibilities"]][-1] == "Cleans the ovens."
    assert florist["tools"] == {"Tools": ["shears", "wire"]}
    assert skills(made, "baker") == ["Patience", "Hygiene"]
    said = str([entries(made, kind) for kind in ("roles", "guides", "tips")])
    assert [w for w in ("128", "Comment", "#", "Repost", "Send", "Like", "👉") if w in said] == []


def test_pictures_in_one_line_and_on_lines_of_html() -> None:
    page = read_page("Baker vs Miller\n\n✅ Patience ✅ Hygiene\n\n🔸 A line by itself".encode(), "a.txt")
    assert [(b.kind, b.text) for b in page.blocks[1:]] == [
        ("item", "Patience"), ("item", "Hygiene"), ("text", "A line by itself"),
    ]  # fmt: skip
    html = (
        "<p>🔹 one</p><p>🔹 two</p><ul><li>✅ three</li></ul><table><tr><td>✅</td><td>❌</td></tr></table>"
    )
    page = read_page(html.encode(), "a.html")
    assert [(b.kind, b.text) for b in page.blocks[:3]] == [
        ("item", "one"),
        ("item", "two"),
        ("item", "three"),
    ]
    assert page.blocks[3].cells == ("✅", "❌")


MEDIUM = """<div><a>Open in app</a><a>Sign in</a></div><p>Member-only story</p>
<h1>Baker and Florist: What Is the Difference?</h1><p>Lena Fox</p><p>Follow</p><p>5 min read</p><p>1.2K</p><p>37</p>
<p>Listen</p><p>Share</p><p>I have done both, one after the other.</p>
<h2>The baker</h2><p>A baker makes bread and cakes.</p>
<h2>The florist</h2><p>A florist binds flowers for people.</p>
<h2>Money</h2><p>A baker earns £24,000 a year. A florist earns £22,000 a year.</p>
<p>Flour</p><p>Careers</p><p>1.2K</p><p>Written by Lena Fox</p><p>890 Followers</p><p>Follow</p><p>Responses (12)</p>
<h2>More from Lena Fox</h2><h3>Why I quit the night shift</h3><p>Some thoughts on sleep.</p>
<h2>Recommended from Medium</h2><h3>Ten ways to froth milk</h3><p>Help</p><p>Status</p><p>Text to speech</p>"""


def test_what_medium_puts_around_an_article_is_left_out_or_told() -> None:
    made = of(MEDIUM, "a.html")
    assert list(entries(made, "roles")) == ["baker", "florist"]
    said = str([entries(made, kind) for kind in ("roles", "guides", "tips")])
    words = ("Lena", "Follow", "1.2K", "37", "Listen", "Flour", "890", "sleep", "froth", "Status", "app")
    assert [word for word in words if word in said] == []
    assert guide(made)["sections"]["glance"]["lead"] == "I have done both, one after the other."
    assert role(made, "florist")["pay_said"] == "A florist earns £22,000 a year."
    assert any("'Flour'" in note for note in notes(made, "not-placed"))


@pytest.mark.parametrize(
    "line", ["1.2K", "37", "Follow", "Member-only story", "890 Followers", "128 reactions", "#careers #bread",
             "See also: ten jobs with flour", "14 comments · 3 reposts"],
)  # fmt: skip
def test_counts_and_buttons_are_debris(line: str) -> None:
    assert debris_of(line)


@pytest.mark.parametrize("line", ["£38,000", "6%", "Growing", "Recommended: a degree", "$61,550 a year"])
def test_figures_with_a_sign_are_none(line: str) -> None:
    assert debris_of(line) == ""


PROS = """Baker vs Miller

Baker
A baker bakes bread.
{}

Miller
A miller grinds grain.
Pros: quiet work. Cons: dust, noise.
"""


@pytest.mark.parametrize(
    "line",
    [
        "Pros: early finish, free bread. Cons: early start.",
        "Pros of being a baker: free bread. Cons: early start.",
    ],
)
def test_pros_and_cons_of_one_paragraph_are_two_things(line: str) -> None:
    made = of(PROS.format(line))
    baker, miller = role(made, "baker"), role(made, "miller")
    assert ("free bread" in str(baker["fits"]), "early start" in str(baker["think_twice"])) == (True, True)
    assert "start" not in str(baker["fits"])
    assert str(miller["think_twice"]) == "['dust', 'noise']"


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("She earns £30,000 a year.", "pay"),
        ("A @ needs a bachelor's degree in law.", "education"),
        ("Demand is growing.", "outlook"),
        ("They work in hospitals, schools and offices.", "industries"),
        ("They use saws, drills and planes.", "tools"),
        ("He repairs engines and changes tyres.", "responsibilities"),
        ("The job needs patience.", "skills"),
        ("It is a quiet life.", None),
    ],
)
def test_sentences_say_what_they_are_about(sentence: str, topic: str | None) -> None:
    assert topic_of_sentence(sentence, sentence) == topic


def test_a_paragraph_for_each_role_is_an_article_too() -> None:
    made = of(
        "Baker or Miller: how to tell them apart\n\n"
        "A baker makes bread. On a normal day she kneads dough. She needs patience. She earns £24,000 a year.\n\n"
        "A miller grinds grain. He cleans the stones and mends the sails. Demand for millers is falling.\n\n"
        "In short, choose the oven if you like heat, and the mill if you like wind, says every baker and miller."
    )
    baker, miller = role(made, "baker"), role(made, "miller")
    assert baker["definition"] == "A baker makes bread."
    assert (baker["pay_said"], miller["outlook"]["trend"]) == ("She earns £24,000 a year.", "falling")
    assert skills(made, "baker") == ["Patience"]
    assert "cleans the stones" in str(miller["responsibilities"])
    assert "if you like heat" in str(guide(made))


QUESTIONS = """Baker vs Miller: an interview

Q: What does a baker do?
A: A baker bakes bread.

Q: What does a miller do?
A: A miller grinds grain.

Q: Which tools do they use?
A: Bakers use ovens, mixers and scales. Millers use stones, sieves and sails.

Q: How much do they earn?
A: Bakers earn £24,000. Millers earn £22,000.

Q: Would you do it again?
A: Yes.
"""


def test_questions_with_letters_are_headings_too() -> None:
    made = of(QUESTIONS)
    baker, miller = role(made, "baker"), role(made, "miller")
    assert baker["tools"] == {"Tools": ["ovens", "mixers", "scales"]}
    assert miller["pay_said"] == "Millers earn £22,000."
    assert "A:" not in str([entries(made, kind) for kind in ("roles", "guides")])
    (told,) = notes(made, "not-placed")
    assert "'Q: Would you do it again?'; 'A: Yes.'" in told


LABELS = """# Baker vs. Miller

## Bakers bake

A baker bakes bread.

**Key skills**

* Patience

**Tools I see most**: oven, mixer

My tip: visit a bakery at four in the morning before you decide.

## Millers grind

A miller grinds grain. Mills and farms hire millers.

**Key skills**

* Strength

**Everyday tools**: stones, sieves

Disadvantages

Miller: unsteady income

## Five things to do this week

1. Bake one loaf.
2. Ask a miller for an hour.

## So, which one?

If you love heat, become a baker. If you love wind, become a miller.
"""


def test_labels_in_bold_switch_and_advice_is_known_by_its_form() -> None:
    made = of(LABELS, "a.md")
    baker, miller = role(made, "baker"), role(made, "miller")
    assert (baker["tools"], miller["tools"]) == (
        {"Tools": ["oven", "mixer"]},
        {"Tools": ["stones", "sieves"]},
    )
    assert (skills(made, "baker"), skills(made, "miller")) == (["Patience"], ["Strength"])
    assert miller["think_twice"] == ["unsteady income"]
    assert (baker["fits"], miller["fits"]) == (["heat"], ["wind"])
    assert [tip["title"] for tip in entries(made, "tips").values()] == [
        "Bake one loaf",
        "Ask a miller for an hour",
    ]
    assert "Visit a bakery" in guide(made)["sections"]["tips"]["lead"]


def test_what_a_sentence_asks_for_besides_a_degree_is_a_skill_and_no_subject() -> None:
    made = of(
        "# Baker vs. Miller\n\nA baker bakes. A miller grinds.\n\n## Education\n\n"
        "Bakers need a bachelor's degree in food science, a good memory and a liking for people.\n\n"
        "Millers need a diploma.\n",
        "a.md",
    )
    assert role(made, "baker")["education"]["fields"] == ["food science"]
    assert [skill.casefold() for skill in skills(made, "baker")] == ["good memory", "liking for people"]


@pytest.mark.parametrize(
    "sentence", ["Mills, farms and bakeries hire @s.", "Mills, farms and bakeries often employ a @."]
)
def test_who_hires_is_a_list_of_employers(sentence: str) -> None:
    from guidebuild.importers.kinds.article.fields.tools import without_subject

    assert without_subject(sentence.replace("@", "miller"), sentence) == "Mills, farms and bakeries"


@pytest.mark.parametrize("words", ["Paramedics", "Diesel Mechanics"])
def test_people_in_ics_are_people(words: str) -> None:
    from guidebuild.importers.meaning.number import singular

    assert (singular(words), singular("Physics")) == (words[:-1], "Physics")


def test_what_sets_roles_against_one_another_in_an_item_is_parted() -> None:
    made = of(
        "# Baker vs. Miller\n\nA baker bakes. A miller grinds.\n\n## Key differences\n\n"
        "- **Pay:** Bakers earn £24,000, while millers earn £22,000.\n"
        "- **Setting:** A baker works in a shop; a miller works in a tower.\n\n"
        "## Skills\n\nBaker\n\nKnowledge of the law\n\nMiller\n\nKnowledge of wind\n",
        "a.md",
    )
    baker, miller = role(made, "baker"), role(made, "miller")
    assert (baker["pay_said"], miller["pay_said"]) == ("Bakers earn £24,000.", "Millers earn £22,000.")
    assert ("Shop" in str(baker["industries"]).title(), "tower" in str(baker)) == (True, False)
    assert (skills(made, "baker"), skills(made, "miller")) == (["Law"], ["Wind"])


ODDS = """# Baker vs. Miller

Published: 2 April 2024 | Reading time: 4 minutes

People mix them up.

## The short version

A baker makes bread. A miller grinds grain.

## Responsibilities

#### Baker

- Knead dough

#### Miller

- Clean stones

> “No mill, no meal.”

## Education

**Bakers** need a diploma in baking.

| | Baker | Miller |
|---|---|---|
| Exam needed? | No | Often |

## Where they work

Bakers work in hotels, shops and on cruise ships. A miller visits farms.

## Upsides

Baker: warm hands.

Miller: fresh air.
"""


def test_odds_and_ends_go_where_they_belong() -> None:
    made = of(ODDS, "a.md")
    baker, miller = role(made, "baker"), role(made, "miller")
    assert (baker["definition"], miller["definition"].split("\n")[0]) == (
        "A baker makes bread.",
        "A miller grinds grain.",
    )
    assert guide(made)["sections"]["glance"]["lead"] == "People mix them up."
    assert miller["responsibilities"] == ["Clean stones."]
    assert any("No mill, no meal" in note for note in notes(made, "not-placed"))
    assert baker["education"]["summary"] == "Bakers need a diploma in baking. Exam needed: No."
    assert baker["industries"] == ["Hotels", "Shops", "Cruise ships"]
    assert "industries" not in miller
    assert (baker["fits"], miller["fits"]) == (["warm hands"], ["fresh air"])


def test_the_sentence_that_begins_with_a_role_says_best_what_it_is() -> None:
    made = of(
        "# Baker vs. Miller\n\nAsk a baker and a miller. A baker bakes. Bread needs a miller.\n\n## Tools\n\n"
        "- Baker: oven\n- Miller: stone\n",
        "a.md",
    )
    assert role(made, "baker")["definition"] == "A baker bakes."


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "Baker vs. Miller\n\nBaker\n\nA baker bakes. A miller grinds.\n\n" + "Pros: a. Cons: b. " * 20_000,
        "# Baker vs. Miller\n\nA baker.\n\n| Skill | Baker | Miller |\n|---|---|---|\n" + "|a|yes|no|\n" * 10_000,
        "Baker vs. Miller\n\nA baker. A miller.\n\n" + "✅ a " * 20_000,
        "Baker vs. Miller\n\nBaker\n\nA miller.\n\n" + "- Bake bread\n" * 10_000,
    ],
    ids=["labels", "rows", "signs", "items"],
)  # fmt: skip
def test_long_articles_come_to_an_end(text: str) -> None:
    """What takes a time that grows with the square of the length would take hours here."""
    assert entries(of(text, "a.md"), "roles").keys() == {"baker", "miller"}


CROSSES = """<h1>Baker vs Miller</h1><h2>Pros and cons of being a baker</h2>
<p>✅ Warm hands<br>✅ Free bread<br>❌ Early start</p>
<h2>Pros and cons of being a miller</h2><p>✅ Fresh air</p><p>❌ Dust</p>"""


def test_ticks_and_crosses_before_points_are_pros_and_cons() -> None:
    made = of(CROSSES, "a.html")
    baker, miller = role(made, "baker"), role(made, "miller")
    assert (baker["fits"], baker["think_twice"]) == (["Warm hands", "Free bread"], ["Early start"])
    assert (miller["fits"], miller["think_twice"]) == (["Fresh air"], ["Dust"])


PLAIN = """Baker vs Miller

A baker bakes. A miller grinds.

Skills

Bakers need patience. Millers need strength.

Keep in mind

Bakers earn £24,000 a year. The weather changes.

A Final Thing

Millers earn £22,000 a year.
"""


def test_a_line_that_stands_over_a_paragraph_is_a_heading_though_its_words_are_unknown() -> None:
    made = of(PLAIN)
    baker, miller = role(made, "baker"), role(made, "miller")
    assert (skills(made, "baker"), skills(made, "miller")) == (["Patience"], ["Strength"])
    assert (baker["pay_said"], miller["pay_said"]) == (
        "Bakers earn £24,000 a year.",
        "Millers earn £22,000 a year.",
    )


ARROWS = """# Speech Therapist vs Audiologist

Speech therapists talk. Audiologists listen.

## Tools

- **Speech therapist:** cards
- **Audiologist:** audiometer, booth

## Education

| | Speech Therapist | Audiologist |
|--|--|--|
| Years of study | 6 | 8 |

## Skills

- Speech therapist: patience
- Audiologist: accuracy
- Audiologist: calm

## Career path

**Speech therapist** → senior therapist → clinic director

**Audiologist** → lead audiologist → professor

## Who thrives?

- You enjoy long talks → speech therapist
- You enjoy devices → audiologist
"""


def test_arrows_lead_from_one_thing_to_the_next() -> None:
    made = of(ARROWS, "a.md")
    one, two = role(made, "speech-therapist"), role(made, "audiologist")
    assert (one["fits"], two["fits"]) == (["long talks"], ["devices"])
    assert ("clinic director" in one["outlook"]["summary"], "professor" in two["outlook"]["summary"]) == (
        True,
        True,
    )
    assert two["tools"] == {"Tools": ["audiometer", "booth"]}
    assert (one["education"]["summary"], two["education"]["summary"]) == (
        "Years of study: 6.",
        "Years of study: 8.",
    )
