"""Guides for the tests of compose: rich, poor and imported-like roles in words of their own."""

from __future__ import annotations

import datetime as dt
from typing import Any

from guidebuild.brand.theme import WHITE, Contact, Faces, Logo, Palette, RoleColours, Theme
from guidebuild.drawing import unnamed
from guidebuild.edition import PAPERS
from guidebuild.fonts import Face
from guidebuild.model.matching import SkillNames
from guidebuild.model.schema import Guide, Role
from guidebuild.model.selection import with_known_skills

BLACK = unnamed("#000000")
DATE = dt.date(2026, 9, 1)


def _pay(n: int, low: int, reports: list[int] | None = None, **more: Any) -> dict[str, Any]:
    marks = {"p10": low, "p25": low + 10_000, "p50": low + 25_000, "p75": low + 40_000, "p90": low + 60_000}
    overall = {"n": n, **marks}
    return {
        "region": "all countries",
        "years": (2022, 2023),
        "source": "table",
        "overall": overall,
        "reports": reports or [],
        **more,
    }


BAKER: dict[str, Any] = {
    "id": "baker",
    "title": "Craft Bread Baker",
    "short": "Baker",
    "definition": "A baker turns flour into bread. Dough is made at night.\n\nThe shop opens at six.",
    "focus": "Makes bread by hand, so that the town has breakfast.",
    "tagline": "Up before the birds",
    "essence": "bakes the bread",
    "reviewed": dt.date(2026, 8, 1),
    "responsibilities": [
        {"title": "Mix", "detail": "Weigh and mix the dough.", "aspect": "build"},
        {"title": "Prove", "detail": "Watch the dough rise.", "aspect": "improve"},
        {"title": "Order", "detail": "Order flour and salt.", "aspect": "plan"},
        {"title": "With the shop", "detail": "Agree what sells.", "aspect": "together"},
    ],
    "skills": [
        {"skill": "hygiene"},
        {"skill": "Weighing"},
        {"skill": "shaping", "level": "useful"},
        {"skill": "Night work", "note": "five nights a week"},
    ],
    "education": {
        "degrees": ["Apprenticeship", "Master craftsman"],
        "fields": ["Food craft", "Bakery"],
        "coursework": ["Dough", "Costing"],
    },
    "tools": {
        "Machines": [{"name": "Oven"}, {"name": "Mixer", "note": "for dough"}],
        "Hand tools": [{"name": "Peel"}],
    },
    "industries": [
        {"name": "Bakeries", "examples": ["bread", "rolls"]},
        {"name": "Hotels", "examples": ["breakfast"]},
    ],
    "outlook": {"trend": "steady", "headline": "Steady", "reason": "because people eat every day"},
    "pay": _pay(12, 30_000, [30_000 + 5_000 * i for i in range(12)]),
    "works_with": {"who": "Shop staff", "why": "to agree what sells"},
    "fits": ["quiet nights"],
    "think_twice": ["you like lying in"],
    "questions": ["When does the night begin?", "Who buys the flour?"],
    "self_check": [
        {"aspect": "pace", "says": "I like steady work."},
        {"aspect": "habit", "says": "I get up early."},
        {"aspect": "field", "says": "Bread is my thing."},
    ],
    "terms": ["proving"],
    "links": [{"label": "Flour facts", "url": "https://flour.example/"}],
    "sources": ["craft"],
}

CONFECTIONER: dict[str, Any] = {
    "id": "confectioner",
    "title": "Confectioner",
    "definition": "A confectioner makes cakes and sweets. It is fine work.",
    "focus": "Makes cakes that people remember.",
    "essence": "makes the cakes",
    "reviewed": dt.date(2026, 8, 1),
    "responsibilities": [
        {"title": "Bake", "detail": "Bake sponge and pastry.", "aspect": "build"},
        {"title": "Decorate", "detail": "Decorate cakes to order.", "aspect": "improve"},
        {"title": "Taste", "detail": "Test every cream.", "aspect": "quality"},
        {"title": "With the shop", "detail": "Plan the window.", "aspect": "together"},
    ],
    "skills": [{"skill": "Food hygiene"}, {"skill": "weighing"}, {"skill": "piping"}, {"skill": "Drawing"}],
    "education": {"degrees": ["Apprenticeship"], "fields": ["Food craft"], "coursework": ["Sugar"]},
    "tools": {"Machines": [{"name": "Oven"}, {"name": "Freezer"}], "Moulds": [{"name": "Ring"}]},
    "industries": [{"name": "Hotels", "examples": ["desserts"]}, {"name": "Cafés", "examples": ["cakes"]}],
    "outlook": {"trend": "steady", "headline": "Steady, with feasts", "reason": "as weddings come in summer"},
    "pay": _pay(15, 28_000, [28_000 + 4_000 * i for i in range(15)]),
    "works_with": {"who": "shop staff", "why": "to plan the window"},
    "questions": ["How long does a wedding cake take?"],
    "self_check": [
        {"aspect": "pace", "says": "I like deadlines."},
        {"aspect": "habit", "says": "I draw what I plan."},
        {"aspect": "field", "says": "Sugar is my thing."},
    ],
    "sources": ["craft"],
}

MILLER: dict[str, Any] = {
    "id": "miller",
    "title": "Miller",
    "definition": "A miller grinds grain.",
    "essence": "grinds the grain",
    "responsibilities": [{"detail": "Run the mill.", "aspect": "operate"}],
    "skills": [{"skill": "hygiene"}, {"skill": "weighing"}, {"skill": "Grinding"}],
    "education": {"fields": ["food craft"]},
    "tools": {"Machines": [{"name": "Mill"}, {"name": "Freezer"}]},
    "industries": [{"name": "Mills"}],
    "outlook": {"trend": "falling"},
    "pay": _pay(400, 90_000),
}

SKILLS: list[dict[str, Any]] = [
    {"id": "hygiene", "label": "Food hygiene", "aliases": ["Kitchen hygiene"], "category": "care"},
    {"id": "shaping", "label": "Shaping", "category": "hand"},
    {"id": "piping", "label": "Piping", "category": "hand"},
]


def poor(number: int) -> dict[str, Any]:
    """A role of a title and a definition alone."""
    return {"id": f"poor-{number}", "title": f"Poor Role {number}", "definition": "It is a job."}


def imported(number: int) -> dict[str, Any]:
    """A role as an importer leaves it: thirty plain tasks, many tools, no aspects."""
    tasks = [{"detail": f"Task {place} of role {number}."} for place in range(30)]
    tools = {f"Group {g}": [{"name": f"Tool {g}.{t}"} for t in range(12)] for g in range(number, number + 10)}
    return {
        "id": f"imported-{number}",
        "title": f"Imported Role {number}",
        "definition": "A long official definition.",
        "responsibilities": [{"detail": "Keep records."}, *tasks],
        "skills": [{"skill": f"Skill {s}"} for s in range(number, number + 9)],
        "tools": tools,
    }


def guide(*roles: dict[str, Any], spec: dict[str, Any] | None = None, **more: Any) -> Guide:
    """A guide of these roles with everything around them."""
    listed = roles or (BAKER, CONFECTIONER)
    event = {"name": "Town Fair", "date": dt.date(2026, 10, 3), "place": "Hall", "booth": "7"}
    given = {"id": "test", "roles": [role["id"] for role in listed], "event": event, "version": "1.0"}
    given |= {"url": "https://fair.example/guide/", **(spec or {})}
    table = {"id": "table", "title": "Pay table", "date": dt.date(2025, 1, 2), "licence": "CC0"}
    craft = {
        "id": "craft",
        "title": "Craft book",
        "date": dt.date(2024, 10, 30),
        "credit": "Word for *word*.",
    }
    values: dict[str, Any] = {
        "spec": given,
        "roles": listed,
        "skills": {skill["id"]: skill for skill in SKILLS},
        "categories": [{"id": "care", "label": "Care"}, {"id": "hand", "label": "By hand"}],
        "tips": [
            {
                "id": "bake",
                "title": "Bake *something*",
                "why": "It proves more than words.",
                "step": "Buy flour.",
            },
            {
                "id": "draw",
                "title": "Draw",
                "why": "It helps.",
                "step": "Buy a pencil.",
                "roles": ["confectioner"],
            },
        ],
        "terms": [
            {"id": "proving", "term": "Proving", "gist": "letting dough rise", "definition": "Dough rises."}
        ],
        "jobs": [
            {
                "id": "night-baker",
                "title": "Night Hand",
                "employer": "Crumb",
                "place": "Bath",
                "level": "entry",
                "salary": {"low": 24_000, "high": 28_000, "currency": "GBP"},
            },
            {
                "id": "help",
                "title": "Helper",
                "employer": "Crust",
                "place": "York",
                "employment": "part-time",
            },
        ],
        "questions": [{"ask": "What is a week like?"}],
        "sources": {"craft": craft, "table": table},
        "date": DATE,
        **more,
    }
    made = Guide.model_validate(values)
    names = SkillNames(made.skills.values())
    return made.model_copy(update={"roles": tuple(with_known_skills(role, names) for role in made.roles)})


def role(**values: Any) -> Role:
    return Role.model_validate({"id": "x", "title": "X", "definition": "X.", **values})


def theme() -> Theme:
    """A theme of plain words and colours; compose uses its words alone."""
    face = Face("Test-Regular", "test.ttf")
    looks = (
        ("Blue", ()), ("Orange", (4.0, 2.6)), ("Teal", (1.0, 2.5)),
        ("Purple", (8.0, 3.0)), ("Black", (8.0, 3.0, 1.0, 3.0)), ("Brown", (2.0, 2.0)),
    )  # fmt: skip
    roles = tuple(
        RoleColours(BLACK, BLACK, WHITE, WHITE, WHITE, name, dash, round_cap=name == "Teal")
        for name, dash in looks
    )
    colours = dict.fromkeys(Palette.__dataclass_fields__, BLACK)
    palette = Palette(**{**colours, "roles": roles})  # type: ignore[arg-type]
    contact = Contact("Town Careers", ("Hall, Booth 7",), "hello@fair.example", "", "https://fair.example/")
    return Theme(
        name="Town",
        palette=palette,
        faces=Faces("Test Sans", face, face, face, face),
        logo=Logo(None, None, "Town logo"),
        paper=PAPERS["a4"],
        contact=contact,
    )
