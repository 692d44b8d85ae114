"""An article becomes a guide: every fact of it is printed, and every line of it is accounted for."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any

import pytest
from article_desk import FILES, FOLDER, entries, notes, of, printed, studied

from guidebuild.diagnostics import GuideError
from guidebuild.importers.kinds.article.page.formats import read_page
from guidebuild.importers.kinds.article.read import Study
from guidebuild.model import schema

MODELS: dict[str, Any] = {
    "roles": schema.Role,
    "tips": schema.Tip,
    "jobs": schema.Job,
    "sources": schema.Source,
    "guides": schema.GuideSpec,
}
DEEP, SOFTWARE = "profile-deep-learning-engineer", "profile-machine-learning-software-engineer"

# Every fact of the comparison of two engineers, in the section where it is printed. The form is that of print: skills
# have the labels of the vocabulary, degrees the form of the house, pay is drawn.
FACTS: dict[str, list[str]] = {
    "cover": ["Deep Learning Engineer", "Machine Learning Software Engineer"],
    "glance": [
        "artificial intelligence (AI)", "Deep Learning Engineer and", "Machine Learning Software Engineer",
        "share", "machine learning", "differ", "focus", "skill",
    ],
    DEEP: [
        # definition
        "deep learning models", "subset of machine learning", "neural networks", "many layers",
        "algorithms that", "learn from vast amounts of data", "image recognition",
        "natural language processing", "autonomous systems",
        # responsibilities
        "deep learning architectures (e.g., CNNs, RNNs, GANs)", "Design and",
        "model configurations and hyperparameters", "performance", "Preprocess and augment large datasets",
        "train", "Conduct Research", "advancements in deep learning", "Collaborate with data scientists",
        "project requirements and data characteristics",
        # skills
        "Deep learning frameworks", "TensorFlow", "PyTorch", "Neural network architectures",
        "Optimization techniques", "Data preprocessing", "Augmentation techniques", "Python", " R ",
        "GPU programming (useful)", "Cloud computing platforms (useful",
        # education
        "Master’s or Ph.D.", "Computer Science, Data Science or a related field",
        "deep learning, neural networks and advanced statistics",
        # tools
        "Frameworks TensorFlow, PyTorch, Keras", "Libraries NumPy, SciPy, OpenCV", "Jupyter Notebooks",
        "Google Colab", "Docker for containerization",
        # industries
        "Healthcare Medical imaging, diagnostics", "Automotive Autonomous vehicles",
        "Finance Fraud detection, algorithmic trading", "Technology Computer Vision, natural language processing",
        # outlook
        "Rising", "on the rise", "AI technologies", "sectors", "industry reports", "global AI market",
        "grow significantly", "job opportunities", "higher demand", "complexity and specialization",
    ],
    SOFTWARE: [
        "machine learning models into software applications", "software development lifecycle", "deployed, maintained",
        "scaled", "production environments", "data scientists and other engineers",
        "robust, user-friendly applications",
        "Develop and maintain software applications", "machine learning models",
        "Collaborate with data scientists", "ML algorithms into production-ready code", "Optimize ML models",
        "performance and scalability", "real-world", "Implement Data pipelines", "training and inference",
        "Ensure software quality", "Testing, debugging", "code reviews",
        "Python", "Java", "C++", "algorithms and principles",
        "development practices", "design patterns", "Version control", "Testing", "Data structures", "Algorithms",
        "AWS, Azure; for deploying ML models",
        "Bachelor’s or Master’s degree", "Computer Science, Software Engineering or a related discipline",
        "software development, algorithms and machine learning fundamentals",
        "Languages Python, Java, C++, Scala", "Scikit-learn", "TensorFlow", "PyTorch for model integration",
        "Git for version control", "Jenkins for CI/CD", "AWS and Azure (cloud platforms)",
        "E-commerce Recommendation systems", "Telecommunications Network optimization",
        "Finance Risk assessment, customer analytics", "Gaming AI-driven game mechanics",
        "Rising", "on the rise", "AI technologies", "sectors", "industry reports", "global AI market",
        "grow significantly", "job opportunities",
    ],
    "tips": [
        "Build a Strong Foundation", "principles", "algorithms", "Online courses, textbooks, and tutorials",
        "resources", "Hands-On Experience", "Work on personal projects", "open-source projects",
        "implementing deep learning models", "integrating ML into applications", "skills",
        "Networking", "AI and ML communities", "attend conferences", "hackathons", "professionals",
        "Stay Updated", "Follow industry trends, research papers, and advancements in AI and ML",
        "arXiv and Google Scholar", "informed", "Consider Further Education", "career goals",
        "Master’s or Ph.D.", "deep learning research",
    ],
    "fit": [
        "Deep Learning Engineers and Machine Learning Software Engineers", "career path", "AI and machine learning",
        "deep learning or software engineering", "both roles offer", "rewarding opportunities",
        "shape the future of technology",
    ],
    "jobs": [
        "Data Engineer murmuration", "Full time, mid level Remote (anywhere in the U.S.) $100k–$130k",
        "Senior Data Scientist murmuration", "Full time, senior Remote (anywhere in the U.S.) $120k–$150k",
        "Asst/Assoc Professor of Applied Mathematics & Artificial Intelligence Rochester Institute of Technology",
        "Full time, mid level Rochester, NY $75k–$150k",
        "Cloud Consultant Intern, AWS Professional Services Amazon.com",
        "Full-time internship, entry level Seattle, Washington, USA $85k–$185k",
        "Software Development Engineer Intern, Student Veteran Opportunity Amazon.com",
        "Full-time internship, entry level Seattle, Washington, USA $95k–$192k", "30 October 2024",
    ],
    "sources": ["Deep Learning Engineer vs. Machine Learning Software Engineer", "30 October 2024"],
}  # fmt: skip


@functools.cache
def sections() -> dict[str, str]:
    return printed(studied("dl-vs-mlse.txt"))


def missing(said: str, facts: list[str]) -> list[str]:
    """The facts that some words lack, whatever their case and the form of their apostrophes."""

    def folded(words: str) -> str:
        return re.sub(r"\s+", " ", words.replace("'", "’")).casefold()

    return [fact for fact in facts if folded(fact) not in folded(f" {said} ")]


@pytest.mark.parametrize("section", FACTS)
def test_every_fact_of_the_article_is_printed(section: str) -> None:
    assert missing(sections()[section], FACTS[section]) == []


def test_what_the_two_roles_say_is_not_mixed_up() -> None:
    assert missing(sections()[DEEP], ["Jenkins", "E-commerce", "Bachelor’s", "production-ready"]) == [
        "Jenkins", "E-commerce", "Bachelor’s", "production-ready",
    ]  # fmt: skip
    assert missing(sections()[SOFTWARE], ["Keras", "Automotive", "PhD", "higher demand"]) == [
        "Keras", "Automotive", "PhD", "higher demand",
    ]  # fmt: skip


# The other articles: what must be in the guide (or, for one role, in its file), and what must be in no entry.
PRINTED: dict[str, list[str]] = {
    "nurse-practitioner-vs-physician-assistant.md": [
        "a registered nurse with graduate training", "children or older adults", "trained on the medical model",
        "Take health histories and perform physical exams", "Coach patients on prevention", "Assist in surgery",
        "laboratory tests and X-rays", "Round on hospital patients", "Patient assessment", "Pharmacology",
        "Suturing", "Empathy", "2,000 hours of clinical rotations", "AANP or ANCC board certification",
        "PANCE examination, then recertification every ten years", "Primary care clinics", "school health centres",
        "Surgery, emergency rooms", "urgent care", "45 percent", "28 percent", "ageing population", "$126,260",
        "$130,020", "Shadow both", "Nothing replaces seeing the pace of a ward", "Count the years",
        "Choose the nursing model", "Ward & Clinic", "14 March 2025",
    ],
    "electrician-vs-plumber.html": [
        "wires or pipes?", "install and repair the wiring", "Read blueprints", "In new buildings; in renovations",
        "Inspect circuits for safety", "carry water, gas and waste", "Find and stop leaks", "Colour vision",
        "Troubleshooting", "National Electrical Code (NEC)", "Solar panel experience (useful)", "Soldering (useful)",
        "Customer", "Ability to work in tight spaces", "four-year apprenticeship", "four to five years",
        "Multimeter, conduit bender", "fish tape", "press tool for copper joints", "Construction, manufacturing",
        "water companies", "$61,590", "$61,550", "solar power", "Steady", "Try a summer job",
        "Brush up your maths", "Apprentice Electrician Bright Sparks Ltd", "Leeds, UK", "£18k–£22k",
        "a business of your own", "Handbook: Electricians", "Trade Post", "2 June 2024",
    ],
    "ux-vs-ui.md": [
        "UX Designer", "UI Designer", "Two letters apart", "in which order they meet it", "Interview users",
        "Agree priorities", "User research", "Information architecture", "Usability testing",
        "HTML (useful)", "CSS (useful)", "Psychology (useful)", "Miro for workshops", "Maze", "Dovetail",
        "portfolios count more", "Typography", "Colour theory", "Layout", "Adobe Illustrator (icons)",
        "After Effects for motion studies", "graphic design", "Software", "Banking Apps, online accounts", "Media",
        "digital products", "layoffs", "Redesign one screen", "Keep a swipe file", "Publish three case studies",
    ],
    "accountant-vs-auditor.txt": [
        "keeps the books", "reconcile accounts", "true and fair", "close the books each month",
        "budgets and tax returns", "audit committee", "Attention to detail", "Advanced Excel", "Tax law and GAAP",
        "to explain figures to people who do not like figures", "Professional scepticism", "Report writing",
        "Bachelor’s", "accounting or finance", "Certified Public Accountants within five years", "QuickBooks",
        "Xero", "SAP", "ACL", "IDEA", "TeamMate+ for working papers", "from cafés to car makers",
        "Government agencies", "6 per cent", "Routine bookkeeping is shrinking", "Learn Excel properly",
        "Pivot tables", "Take a free course", "Do an internship in tax season", "if you like probing", "3 March 2023",
    ],
    "data-trio.html": [
        "Turns numbers into answers", "Builds models that predict", "the pipelines through which the data flows",
        "Explaining what happened", "Predicting what comes", "Making data flow", "Clean data", "Build dashboards",
        "Report to managers", "Frame questions", "Run experiments", "Model warehouses", "Watch data quality",
        "SQL", "Excel", "Tableau", "Statistics", "Spark", "Power BI", "Jupyter", "dbt", "Snowflake",
        "business or statistics", "Steady", "Rising", "Retail", "Insurance", "Pharma",
        "to explain things to people", "mathematics and open questions", "Learn SQL first", "ten exercises",
        "Curiosity carries you", "Three Careers Compared", "12 May 2025",
    ],
    "chef-or-pastry-chef.txt": [
        "Planning menus and setting prices", "Keeping the kitchen to hygiene law", "viennoiserie", "to the gram",
        "Leadership", "Stamina", "Cost control", "Knife skills", "Precision", "Sugar and chocolate work",
        "kitchen porter or commis", "vocational certificate in cookery", "Apprenticeship", "patisserie",
        "Chef’s knives", "probe thermometer", "chocolate tempering machine", "Cruise ships", "Chocolate shops",
        "short of staff", "large restaurants", "Work a trial shift", "Buy one good knife",
    ],
    "paralegals-and-legal-assistants.md": [
        "Researches law", "Manages calendars", "Research case law and statutes", "motions and affidavits",
        "Interview witnesses", "Schedule hearings", "greet clients", "Discretion", "Organisation", "Clear writing",
        "Legal research", "Westlaw", "LexisNexis", "Fast typing", "Associate’s", "paralegal studies",
        "plus a paralegal certificate", "High-school diploma", "office administration", "Relativity", "Everlaw",
        "Clio for time keeping", "Little change", "do more of their own typing", "varied work",
        "deadlines at trial time", "Sit in court for a day", "Court clerks know who is hiring",
        "without law school", "9 April 2024",
    ],
    "architect-and-civil-engineer.html": [
        "their form, rooms and light", "façades that hold", "write the brief", "while it is built",
        "Calculate loads and stresses", "Check soil reports", "Spatial imagination", "Building law",
        "Structural analysis", "two years’ practice before registration", "Bachelor’s or Master’s",
        "civil engineering", "ArchiCAD", "SketchUp", "SAP2000", "Revit for coordination", "Architecture firms",
        "City planning offices", "Public works departments", "building cycle", "bridges and roads need repair",
        "Visit a building site", "Ask who decided what", "a sketch settles arguments", "who does what?",
    ],
    "translator-vs-interpreter.txt": [
        "usually the mother tongue", "in booths, courts and hospitals", "Translate contracts, manuals and books",
        "Interpret at hearings, consecutively", "Terminology management", "Subject knowledge", "Law", "Medicine",
        "Short-term memory", "Trados Studio", "DeepL for first drafts", "Notepad for consecutive work",
        "Home office, quiet hours", "On site, travel", "Bachelor’s", "Master’s", "interpreting", "Publishers",
        "EU institutions", "2 per cent, slower than average", "remain in demand", "Live abroad for a while",
        "Translate for a charity", "your own language is your main tool",
    ],
    "optician-or-assistant.txt": [
        "Optician vs. Optometry Assistant", "“Optician or Optometry Assistant?”", "once the eyes have been tested",
        "Measure faces.", "Adjust frames.", "Explain lenses to customers.", "Greet patients.",
        "Clean the instruments.", "Write the results down.", "Steady hands", "Tonometer care", "Excel", "Outlook",
        "Diploma", "High school diploma", "Opticians earn about $44,000 a year.", "Assistants start at $15 an hour.",
        "Opticians, by a third of it", "Steady", "Rising", "Spend a morning in a shop before you decide Done",
        "what surprised them most in their first year.",
    ],
    "fitness-trio.md": [
        "Plans and leads workouts", "Restores movement", "food and eating habits", "Programme design",
        "training plans for each client", "Correct technique", "massage and heat", "discharge plans",
        "Analyse diets", "Give talks at schools", "Anatomy", "Motivating people", "First aid", "CPR",
        "Manual therapy", "Food law (useful)", "NASM", "ACE certificate", "State registration", "physiotherapy",
        "nutrition", "All three are growing", "people live longer", "Try being a client first",
        "Volunteer at a sports club", "Book one session", "5 January 2025",
    ],
    "barista-and-bartender.html": [
        "coffee by day and gin by night", "knows the regulars by name", "Pull espresso", "Steam milk",
        "Keep the machine clean", "Speed", "Good palate", "Friendliness", "early finish", "free coffee", "early start",
        "sore wrists", "reads the room", "Mix cocktails", "count the till", "Memory for recipes", "numeracy", "Tact",
        "good tips", "late nights", "noise", "A$28 an hour", "A$30 an hour plus tips", "4 March 2024",
    ],
    "data-analyst-or-bi-analyst.txt": [
        "Which one are you?", "I get this question every week", "one-off questions", "Cleans messy files",
        "Presents findings to managers", "dashboards that people open every day", "Defines metrics",
        "Maintains the reporting layer", "SQL", "Python", "Statistics", "Data modelling", "DAX", "Jupyter", "Excel",
        "Power BI", "Tableau", "₹6 lakh", "₹7 lakh", "Build one dashboard from public data",
    ],
    "librarian-or-archivist.txt": [
        "connects readers with books", "story hours for children", "library science", "Good memory",
        "Liking for people", "Public libraries", "Law firms", "$64,370 a year", "Steady", "exist only once",
        "appraises collections", "archival studies", "Attention to detail", "Latin", "National archives", "Museums",
        "$59,910", "8 percent", "the archive if you like silence", "12 January 2024",
    ],
    "web-designer-vs-web-developer.md": [
        "draws the site", "how a site looks and feels", "the code behind a site", "Typography", "Colour theory",
        "HTML and CSS", "JavaScript", "Databases", "Figma", "Git", "VS Code (optional)", "graphic design",
        "computer science", "Degree needed: No", "Degree needed: Often", "PHP", "Ruby", "Testing Playwright, Cypress",
        "Motion design (useful)", "Accessibility audits (useful)",
    ],
}  # fmt: skip
NOWHERE = (
    "alert", "evil", "steal", "onerror", "cookie", "newsletter", "Tweet", "min read", "Home >", "All rights",
    "Pilates", "food writer", "Subscribe", "Leave them in", "Kim Osei", "Sam Fit", "Zoë", "Advertisement",
    "Finnish", "@ ", "ยท", "Ã", "Member-only", "Lena Fox", "1.2K", "Followers", "froth", "#careers", "Repost", "128",
    "Ines Pohl",
)  # fmt: skip


@pytest.mark.parametrize("name", PRINTED)
def test_the_facts_of_articles_of_many_kinds_are_printed(name: str) -> None:
    assert missing(printed(studied(name))[""], PRINTED[name]) == []


def test_every_article_file_is_tried() -> None:
    assert sorted([*PRINTED, "dl-vs-mlse.txt", "one-role.txt"]) == FILES


@pytest.mark.parametrize("name", FILES)
def test_nothing_of_the_web_site_reaches_content(name: str) -> None:
    said = str([entries(studied(name), kind) for kind in MODELS])
    assert [words for words in NOWHERE if words.casefold() in said.casefold()] == []


@pytest.mark.parametrize("name", FILES)
def test_what_is_drafted_is_valid_content(name: str) -> None:
    made = studied(name)
    for kind, model in MODELS.items():
        for id, facts in entries(made, kind).items():
            model.model_validate({**facts, "id": id})
    for facts in entries(made, "roles").values():
        assert facts["sources"] == [made.draft.source]
        assert facts["reviewed"].isoformat() == "2026-11-22"


def lines_of(note: str) -> Iterator[int]:
    """The lines that a report is about: where it stands, or those that it lists."""
    listed = re.search(r"\]: lines? ([\d, to&and]+?) w(?:as|ere) not placed", note)
    for run in re.findall(r"(\d+)(?: to (\d+))?", listed[1] if listed else note.split(":")[1]):
        yield from range(int(run[0]), int(run[1] or run[0]) + 1)


@pytest.mark.parametrize("name", FILES)
def test_every_block_has_exactly_one_end(name: str) -> None:
    made = studied(name)
    placed, dropped = set(made.ledger.placed), set(made.ledger.dropped)
    reported = {line for note in notes(made, "not-placed") for line in lines_of(note)}
    told = " ".join(notes(made, "dropped"))
    for block in made.blocks:
        ends = [block.number in placed, block.number in dropped]
        assert sum(ends) < 2
        if block.number in dropped:
            assert re.search(rf"\({re.escape(made.ledger.dropped[block.number])}\)", told)
        if not any(ends):
            assert block.line in reported


@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith(".html")])
def test_every_line_is_in_a_block(name: str) -> None:
    """Lines with a letter or digit; of Markdown, the lines that only draw (tables, front matter) have none."""
    made = studied(name)
    held = {line for block in made.blocks for line in range(block.line, block.last + 1)}
    data = (FOLDER / name).read_bytes()
    text = data.decode(
        "utf-16" if data[:2] == b"\xff\xfe" else "cp1252" if b"\x96" in data and name[0] == "a" else "utf-8"
    )
    lost = [n for n, line in enumerate(text.splitlines(), 1) if re.search(r"\w", line) and n not in held]
    assert lost == []


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".html")])
def test_every_word_of_a_page_that_is_seen_is_in_a_block(name: str) -> None:
    made = studied(name)
    held = " ".join([block.text or " ".join(block.cells) for block in made.blocks])
    page = (FOLDER / name).read_text(encoding="utf-8")
    bare = re.sub(r"(?s)<(script|style|title)\b.*?</\1>|<[^>]*>|&\w+;", " ", page)
    if "architect" in name:  # the words are garbled in the file and mended in the blocks
        bare = re.sub(r"\S*[^\x00-\x7f]\S*", " ", bare)
    lost = [word for word in bare.split() if word not in held]
    assert lost == []


def test_debris_is_listed_with_its_lines() -> None:
    told = notes(studied("dl-vs-mlse.txt"), "dropped")
    assert any(
        ":5:1:" in note and "(the reading time): '5 min read · Oct. 30, 2024'" in note for note in told
    )
    assert any("lines 113, 119, 125, 131 and 137" in note for note in told)
    assert any("View salary info for Machine Learning Software Engineer" in note for note in told)
    assert any("(related articles)" in note for note in told)
    assert any("(the table of contents)" in note for note in told)
    assert notes(studied("dl-vs-mlse.txt"), "not-placed") == []
    assert len(notes(studied("dl-vs-mlse.txt"), "mended")) == 1


def test_what_finds_no_place_is_reported_with_its_line() -> None:
    made = studied("ux-vs-ui.md")
    (told,) = notes(made, "not-placed")
    assert told.startswith(
        "ux-vs-ui.md:78:1: warning[not-placed]: lines 78 to 82 were not placed anywhere: 'FAQ'; "
    )
    assert "'In small companies, yes.'" in told


def test_an_article_about_one_role_gives_the_role_and_no_guide() -> None:
    made = studied("one-role.txt")
    assert list(entries(made, "roles")) == ["beekeeper"]
    assert not entries(made, "guides")
    assert entries(made, "roles")["beekeeper"]["definition"].startswith("A beekeeper looks after")
    (warning,) = notes(made, "one-role")
    assert "a guide needs two" in warning


def problem(text: str | bytes, name: str = "a.txt", **given: Any) -> str:
    with pytest.raises(GuideError) as caught:
        of(text, name, **given)
    return str(caught.value)


def test_what_is_no_article_is_refused_in_plain_words() -> None:
    assert "error[empty-article]" in problem("")
    assert "error[empty-article]" in problem(" \n\t\n ")
    assert "error[empty-article]" in problem("<html><body><script>x()</script></body></html>", "a.html")
    assert "error[no-roles]: no job roles" in problem("Rain\n\nIt rained in Rome. It often does in spring.")
    assert "--title" in problem("Rain\n\nIt rained in Rome.")
    assert "this is a PDF" in problem(b"%PDF-1.4")
    assert "this is a Word" in problem(b"PK\x03\x04\x14\x00")
    many = ("Data", "Test", "Sales", "Civil", "Sound", "Fire", "Ship")
    title = ", ".join(f"{name} Engineer" for name in many)
    text = "\n\n".join([title, *(f"{name} Engineer\n\n- Works." for name in many)])
    assert "error[too-many-roles]: this article seems to be about 7 roles" in problem(text, title=title)


def test_what_the_user_says_counts_more() -> None:
    lines = (
        "A fine morning",
        "A baker bakes bread.",
        "A miller grinds grain.",
        "Skills",
        "Bakers need patience.",
    )
    text = "\n\n".join(lines)
    made = of(text, title="Baker vs. Miller", id="bread", url="https://x.example/a", publisher="Crumb")
    assert made.draft.importer == "article:bread"
    assert list(entries(made, "guides")) == ["bread"]
    assert list(entries(made, "roles")) == ["baker", "miller"]
    (source,) = entries(made, "sources").values()
    assert (source["url"], source["publisher"]) == ("https://x.example/a", "Crumb")


def test_the_same_article_gives_the_same_draft() -> None:
    data = (FOLDER / "electrician-vs-plumber.html").read_bytes()
    assert of(data, "electrician-vs-plumber.html").draft == studied("electrician-vs-plumber.html").draft


def test_every_fact_says_where_it_stands() -> None:
    from guidebuild.importers.draft import Fact

    made = studied("dl-vs-mlse.txt")
    deep = next(entry for entry in made.draft.entries if entry.id == "deep-learning-engineer")
    skills = deep.facts["skills"]
    assert isinstance(skills, tuple)
    places = [skill.at for skill in skills if isinstance(skill, Fact)]
    assert places[0] == "dl-vs-mlse.txt:39"
    assert all(re.fullmatch(r"dl-vs-mlse\.txt:(39|40|41|42|43)", place) for place in places)


HOSTILE = """<html><body><h1>Baker vs. Miller</h1>
<h2>Definitions</h2>
<p>Baker: bakes <script>alert(1)</script>bread<img src=x onerror=alert(2)>
&lt;b&gt;daily&lt;/b&gt; **not bold** [x](javascript:y)</p>
<p>Miller: grinds <a href="javascript:alert(3)">grain</a><iframe src="//evil"></iframe>
<svg onload=alert(4)>drawn</svg></p>
<p hidden>Secret words</p><p style="display:none">Hidden words</p>
<template>Template words</template><noscript>Please enable</noscript>
</body></html>"""


def test_hostile_markup_is_words_or_nothing() -> None:
    made = of(HOSTILE, "a.html")
    baker = entries(made, "roles")["baker"]["definition"]
    assert baker == r"Bakes bread <b>daily</b> \*\*not bold\*\* \[x\](javascript:y)"
    said = str([entries(made, kind) for kind in MODELS])
    for words in ("alert", "evil", "drawn", "Secret", "Hidden", "Template", "enable"):
        assert words not in said
    assert "**not bold** [x](javascript:y)" in printed(made)["profile-baker"]


@pytest.mark.parametrize("tag", ["div", "ul><li", "table><tr><td", "b", "div class=share", "blockquote"])
def test_deep_nesting_does_no_harm(tag: str) -> None:
    inner = "<h1>Baker vs. Miller</h1><p>Baker: bakes.</p><p>Miller: grinds.</p>"
    made = of(f"<{tag}>" * 500 + inner, "a.html")
    assert list(entries(made, "roles")) == ["baker", "miller"]
    page = read_page(f"{inner}{f'<{tag}>' * 5_000}lost".encode(), "a.html")
    assert [note.code for note in page.notes] == ["nested-too-deeply"]


def test_a_saved_page_is_told_from_text_and_markdown() -> None:
    assert isinstance(studied("data-trio.html"), Study)
    as_text = of((FOLDER / "electrician-vs-plumber.html").read_bytes(), "saved.txt")
    assert entries(as_text, "roles").keys() == entries(studied("electrician-vs-plumber.html"), "roles").keys()


def test_what_is_said_of_one_word_of_a_name_and_what_is_asked_are_told_apart() -> None:
    made = studied("optician-or-assistant.txt")
    one, two = (entries(made, "roles")[id] for id in ("optician", "optometry-assistant"))
    assert (one["outlook"]["trend"], two["outlook"]["trend"]) == ("steady", "rising")
    assert two["pay_said"] == "Assistants start at $15 an hour."
    assert two["skills"][:3] == ["Friendliness", "Tonometer care", "Outlook"]
    assert two["tools"] == {"Tools": ["Outlook", "Excel"]}
    assert [tip.get("why", "") == "" for tip in entries(made, "tips").values()] == [True, False]
    (told,) = notes(made, "not-placed")
    assert (
        "lines 43 to 45 were not placed anywhere: 'Can an assistant become an optician?'; 'Yes, with two"
        in told
    )
