"""Guides that are harder than any real one: everything at once, nothing at all, words without end, hostile words.

Each is built from plain mappings, so that what is on the page is known to the letter.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

from guidebuild.brand.load import load_theme
from guidebuild.brand.theme import Theme
from guidebuild.cache import Cache
from guidebuild.charts import draw
from guidebuild.charts.chart import Chart
from guidebuild.compose import compose
from guidebuild.compose.document import Document
from guidebuild.model.schema import Guide
from guidebuild.typeset import layout
from guidebuild.typeset.setting import Setting

DATE = dt.date(2026, 9, 1)
WORDS = (
    "model data service network pipeline training evaluation deployment monitoring reliability customer "
    "experiment measurement documentation architecture responsibility understanding collaboration of and "
    "with for the to in a that keeps builds runs tests learns explains"
)
HOSTILE = (
    "<b>bold</b>",
    "{{ title }}",
    "</para>",
    "<img src=file:///etc/passwd>",
    "&amp; &lt;",
    "%s \\n $x$",
)


def prose(length: int, seed: int) -> str:
    """Words of a made-up language up to a length, different for every seed."""
    known = WORDS.split()
    words: list[str] = []
    count = -1
    state = seed * 7919 + 13
    while count < length:
        state = (state * 1103515245 + 12345) % 2**31
        words.append(known[(state >> 8) % len(known)])
        count += len(words[-1]) + 1
    return " ".join(words)[:length].strip().capitalize()


def pay(n: int, low: int) -> dict[str, Any]:
    marks = {"p10": low, "p25": low + 20_000, "p50": low + 45_000, "p75": low + 70_000, "p90": low + 120_000}
    levels = {
        name: {"n": n + at, **{key: value + at * 7_000 for key, value in marks.items()}}
        for at, name in enumerate(("entry", "mid", "senior", "executive"))
    }
    return {"region": "all countries", "years": (2022, 2023), "source": "table",
            "overall": {"n": n, **marks}, "levels": levels}  # fmt: skip


def bare(number: int) -> dict[str, Any]:
    """A title and a definition, and nothing else."""
    return {"id": f"role-{number}", "title": f"Role Number {number}", "definition": "It is a job."}


def single(number: int) -> dict[str, Any]:
    """One item in every list."""
    return {
        **bare(number),
        "short": f"Role {number}",
        "tagline": "One thing at a time",
        "responsibilities": [{"title": "Do it", "detail": "Do the one thing.", "aspect": "build"}],
        "skills": [{"skill": "One skill"}],
        "education": {"degrees": ["Bachelor’s"], "fields": ["anything"]},
        "tools": {"Tools": [{"name": "Hammer"}]},
        "industries": [{"name": "Building", "examples": ["houses"]}],
        "outlook": {"trend": "steady", "reason": "because it is"},
        "pay": pay(1, 20_000 * number),
        "works_with": {"who": "nobody"},
        "fits": ["one thing"],
        "think_twice": ["two things"],
        "questions": ["Is there one?"],
        "self_check": [{"aspect": "pace", "says": f"I like number {number}."}],
        "terms": ["term-0"],
        "links": [{"label": "One link", "url": "https://one.example/"}],
        "sources": ["source-0"],
        "aliases": ["Other Name"],
        "codes": {"soc": "15-2051.00"},
        "preparation": {"zone": 1, "experience": "None is needed.", "training": "A day is enough."},
        "interests": ["Social"],
        "related": ["Neighbour"],
        "left_out": {"responsibilities": 1},
    }


def imported(number: int) -> dict[str, Any]:
    """A role from a classification: plural and long titles, plain tasks, many left out, no word of anybody's own.

    The second of every three has a title and a definition only; pay is an employer survey for all but the third.
    """
    titles = (
        "Registered Nurses",
        "Computer Occupations, All Other",
        "Secretaries and Administrative Assistants, Except Legal, Medical, and Executive",
        "Cutting, Punching, and Press Machine Setters, Operators, and Tenders, Metal and Plastic",
        "Electrical and Electronics Installers and Repairers, Transportation Equipment",
        "Baristas",
    )
    role = {
        "id": f"role-{number}",
        "title": titles[(number - 1) % len(titles)],
        "definition": prose(260, number),
        "codes": {"soc": f"15-{2000 + number}.00", "isco": "2511", "esco": "2511.4"},
        "sources": ["source-0"],
    }
    if number % 3 == 2:
        return role
    kinds = ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")
    return role | {
        "aliases": [f"{prose(30 + a, number + a)}" for a in range(9)],
        "responsibilities": [
            {"detail": prose(60 + 30 * d, number * 10 + d) + ".", **({"aspect": "plan"} if d % 2 else {})}
            for d in range(8)
        ],
        "skills": [
            {"skill": f"Skill {s}", "level": "useful" if s % 3 else "core"}
            for s in range(number, number + 15)
        ],
        "education": {"degrees": ["High school diploma", "Certificate", "Bachelor’s"]},
        "tools": {
            f"Class {g} of products software": [{"name": f"Product {g}.{t}"} for t in range(1 + g % 3)]
            for g in range(number, number + 6)
        },
        "outlook": {"summary": prose(500 if number % 2 else 90, number) + "."},
        "pay": {
            **pay(25 if number == 3 else 192_710, 31_000),
            "counts": "reports" if number == 3 else "jobs",
        },
        "preparation": {"zone": 1 + number % 5, "experience": prose(200, 1) + ".", "training": prose(150, 2)},
        "interests": [kinds[(number + k) % 6] for k in range(3)],
        "related": [prose(40, number + r) for r in range(10)],
        "left_out": {"responsibilities": 23, "skills": 15, "tools": 144},
    }


def huge(number: int) -> dict[str, Any]:
    """As much of everything as an author may write, and more than anyone should."""
    title = (f"Principal Role {number} for {prose(160, number)}")[:160].strip()
    skills = [f"Skill {s} of {prose(40 + s % 30, s)}" for s in range(number * 3, number * 3 + 60)]
    aspects = ("together", "build", "improve", "data", "research", "quality", "operate", "explain", "plan")
    duties = [
        {
            "title": f"Duty {d} {prose(60, d)}",
            "detail": prose(300, number * 100 + d),
            "aspect": aspects[d % 9],
        }
        for d in range(40)
    ]
    aspects_of_self = ("curiosity", "study", "pace", "habit", "breadth", "field", "degree")
    return {
        "id": f"role-{number}",
        "title": title,
        "short": f"Role {number} {prose(28, number)}"[:40].strip(),
        "definition": prose(5_000, number),
        "focus": prose(300, number + 1),
        "tagline": prose(300, number + 2),
        "essence": prose(120, number + 3),
        "reviewed": DATE,
        "responsibilities": duties,
        "skills": [{"skill": s, "level": "useful" if i % 3 else "core"} for i, s in enumerate(skills)],
        "education": {
            "degrees": [prose(80, number + d) for d in range(4)],
            "fields": [prose(60, number + f) for f in range(12)],
            "coursework": [prose(60, f) for f in range(20)],
            "certificates": [prose(90, f) for f in range(12)],
            "summary": prose(5_000, number + 5),
        },
        "tools": {
            f"Group {g} {prose(40, g)}": [{"name": f"Tool {g}.{t}", "note": prose(60, t)} for t in range(14)]
            for g in range(12)
        },
        "industries": [
            {"name": prose(80, i), "examples": [prose(60, i + e) for e in range(6)]} for i in range(12)
        ],
        "outlook": {"trend": "rising", "headline": prose(200, 1), "reason": prose(300, 2),
                    "summary": prose(5_000, number + 6), "sources": ["source-0"]},
        "pay": pay(10 + 400 * number, 40_000),
        "works_with": {"who": prose(200, 3), "why": prose(300, 4)},
        "fits": [prose(300, i) for i in range(12)],
        "think_twice": [prose(300, i + 20) for i in range(12)],
        "questions": [f"Question {q} {prose(280, q)}?" for q in range(20)],
        "self_check": [{"aspect": a, "says": prose(290, number + i)} for i, a in enumerate(aspects_of_self)],
        "terms": [f"term-{t}" for t in range(12)],
        "links": [
            {"label": prose(200, i), "url": f"https://long.example/{'path/' * 60}{i}"} for i in range(12)
        ],
        "sources": [f"source-{s}" for s in range(8)],
        "aliases": [prose(290, a) for a in range(12)],
        "codes": {kind: prose(280, 9) for kind in ("soc", "isco", "esco")},
        "preparation": {"zone": 5, "experience": prose(5_000, 7), "training": prose(5_000, 8)},
        "interests": [prose(290, i) for i in range(6)],
        "related": [prose(290, r) for r in range(20)],
        "left_out": {"responsibilities": 100_000, "skills": 100_000, "tools": 100_000},
    }  # fmt: skip


def unbroken(number: int) -> dict[str, Any]:
    """Words of 300 characters without a place to break them, wherever a line is allowed."""
    word = ("Unbreakable0" * 25)[:300]
    return {
        **single(number),
        "title": f"{number}{word[:159]}",
        "short": f"{number}{word[:39]}",
        "definition": word * 3,
        "focus": word,
        "tagline": word,
        "essence": word,
        "responsibilities": [{"title": word, "detail": word, "aspect": "build"}, {"detail": word}],
        "skills": [{"skill": word}, {"skill": f"{number}{word[:290]}"}],
        "education": {"degrees": [word], "fields": [word], "coursework": [word], "certificates": [word]},
        "tools": {word: [{"name": word, "note": word}]},
        "industries": [{"name": word, "examples": [word]}],
        "outlook": {"trend": "mixed", "headline": word, "reason": word, "summary": word},
        "works_with": {"who": word, "why": word},
        "fits": [word],
        "think_twice": [word],
        "questions": [word],
        "self_check": [{"aspect": "pace", "says": word}],
        "links": [{"label": word, "url": "https://one.example/" + "x" * 400}],
        "aliases": [word],
        "codes": {"esco": word},
        "preparation": {"zone": 3, "experience": word, "training": word},
        "interests": [word],
        "related": [word],
    }


def hostile(number: int) -> dict[str, Any]:
    """Markup of other worlds; here it is plain text."""
    words = " ".join(HOSTILE)
    return {
        **single(number),
        "title": f"Role {number} {words}"[:160],
        "short": f"{number} <b>{{{{x}}}}</b>",
        "definition": words,
        "focus": words,
        "tagline": words,
        "responsibilities": [{"title": word, "detail": word, "aspect": "build"} for word in HOSTILE],
        "skills": [{"skill": word} for word in HOSTILE],
        "education": {"degrees": [HOSTILE[0]], "fields": [HOSTILE[1]], "summary": words},
        "tools": {HOSTILE[0]: [{"name": word, "note": word} for word in HOSTILE]},
        "industries": [{"name": word, "examples": [word]} for word in HOSTILE],
        "outlook": {"trend": "rising", "headline": HOSTILE[0], "summary": words},
        "fits": list(HOSTILE),
        "questions": list(HOSTILE),
        "aliases": list(HOSTILE),
        "codes": {"soc": HOSTILE[0], "isco": HOSTILE[1]},
        "preparation": {"zone": 2, "experience": words, "training": words},
        "interests": list(HOSTILE),
        "related": list(HOSTILE),
    }


def around(roles: list[dict[str, Any]], *, rich: bool) -> dict[str, Any]:
    """Tips, terms, jobs, questions and sources; many and long ones when `rich`."""
    long = rich
    terms = [
        {"id": f"term-{t}", "term": f"Term {t}" + (f" {prose(80, t)}" if long else ""),
         "gist": prose(200 if long else 30, t), "definition": prose(2_000 if long else 80, t)}
        for t in range(40 if long else 1)
    ]  # fmt: skip
    tips = [
        {"id": f"tip-{t}", "title": f"Tip {t}" + (f" {prose(200, t)}" if long else ""),
         "why": prose(1_500 if long else 60, t), **({"step": prose(300 if long else 40, t)} if t % 5 != 4 else {}),
         "roles": [roles[0]["id"]] if t % 3 else []}
        for t in range(40 if long else 1)
    ]  # fmt: skip
    jobs = [
        {"id": f"job-{j}", "title": f"Job {j}" + (f" {prose(200, j)}" if long else ""),
         "employer": prose(200 if long else 12, j), "place": prose(200 if long else 8, j),
         "salary": {"low": 30_000 + 3_000 * j, **({"high": 60_000 + 4_000 * j} if j % 4 else {})},
         "level": "entry", "note": prose(200 if long else 10, j), "url": f"https://jobs.example/{j}",
         **({"closes": DATE + dt.timedelta(days=j - 15)} if long and j % 2 else {})}
        for j in range(30 if long else 1)
    ]  # fmt: skip
    sources = {
        name: {"id": name, "title": f"Source {name}" + (f" {prose(200, 1)}" if long else ""),
               "publisher": prose(200, 2) if long else "Somebody", "date": DATE, "licence": "CC0",
               "url": "https://source.example/" + "folder/" * (60 if long else 1),
               "note": prose(3_000, 3) if long else "A note.", "credit": prose(3_000, 4) if long else "Credit."}
        for name in ("table", *(f"source-{s}" for s in range(8)))
    }  # fmt: skip
    questions = [{"ask": f"Ask {q} {prose(280 if long else 20, q)}?"} for q in range(20 if long else 1)]
    return {"terms": terms, "tips": tips, "jobs": jobs, "sources": sources, "questions": questions}


def left_over() -> dict[str, Any]:
    """What suits any role: a tip without a first step, a question; jobs open and closed; and where facts come from."""
    salary = {"low": 30_000, "high": 40_000}
    jobs = [
        {"id": "open", "title": "Nurse", "employer": "Clinic", "place": "York", "closes": DATE, "salary": salary},
        {"id": "shut", "title": "Clerk", "employer": "Town", "place": "Bath",
         "closes": DATE - dt.timedelta(days=1), "salary": salary},
    ]  # fmt: skip
    return {
        "tips": [{"id": "ask", "title": "Walk in and ask", "why": "Small employers rarely advertise."}],
        "questions": [{"ask": "What is hard in the first year?"}],
        "jobs": jobs,
        "sources": {name: {"id": name, "title": f"Source {name}", "credit": "Used with thanks."}
                    for name in ("table", "source-0")},
    }  # fmt: skip


def guide(roles: list[dict[str, Any]], *, surroundings: dict[str, Any] | None = None, **spec: Any) -> Guide:
    given = {"id": "stress", "roles": [role["id"] for role in roles], "version": "1.0", **spec}
    return Guide.model_validate({"spec": given, "roles": roles, "date": DATE, **(surroundings or {})})


MAKERS = {
    "bare": bare,
    "single": single,
    "imported": imported,
    "huge": huge,
    "unbroken": unbroken,
    "hostile": hostile,
}


def stress(kind: str, count: int) -> Guide:
    """A guide of `count` roles of one kind, with an event and surroundings to match."""
    roles = [MAKERS[kind](number) for number in range(1, count + 1)]
    if kind == "bare":
        return guide(roles)
    if kind == "imported":
        return guide(roles, surroundings=left_over())
    rich = kind == "huge"
    event = {"name": prose(300, 9) if rich else "Fair", "date": DATE,
             "place": prose(300, 8) if rich else "Hall", "booth": prose(200, 7) if rich else "7"}  # fmt: skip
    more: dict[str, Any] = {"event": event, "url": "https://guide.example/" + "x" * (200 if rich else 2)}
    if rich:
        more["subtitle"] = prose(300, 5)
        more["contact"] = {"name": prose(300, 4), "lines": [prose(300, i) for i in range(6)],
                           "email": "a" * 60 + "@example.org", "phone": "1" * 100,
                           "url": "https://contact.example/" + "y" * 300}  # fmt: skip
    return guide(roles, surroundings=around(roles, rich=rich), **more)


@cache
def theme(paper: str, roles: int) -> Theme:
    """The bundled brand."""
    return load_theme(None, overrides={}, paper=paper, roles=roles, root=None, cache=_cache()).theme


@cache
def _cache() -> Cache:
    from guidebuild.cache import default_folder

    return Cache(default_folder())


def prepared(content: Guide, paper: str = "a4") -> tuple[Document, Theme, dict[str, Chart]]:
    """What typeset gets."""
    look = theme(paper, len(content.roles))
    document = compose(content, look)
    return document, look, draw(document, look, _cache())


@cache
def laid_out(kind: str, count: int) -> Setting:
    """A stress guide on its pages, which nobody changes: one layout serves all tests of a worker."""
    return layout(*prepared(stress(kind, count)))


ROOT = Path(__file__).resolve().parents[2]
