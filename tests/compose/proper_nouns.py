"""Names that have a capital, or none, for a reason; and a guide with one in every field that is printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import cycle, islice
from typing import Any

from guidebuild.model.schema import Guide

LANGUAGES = (
    "Spanish;Portuguese;Mandarin;Hindi;Urdu;Tagalog;Swahili;Arabic;Hebrew;Welsh;Gaelic;Basque;Catalan;Dutch;Danish;"
    "Finnish;Polish;Turkish;Latin;Sanskrit;Navajo;Hawaiian;American Sign Language;Braille;Esperanto;Yiddish;Quechua"
)
PEOPLES = (
    "African American;Native American;Pacific Islander;Latino;Hmong;Roma;Sámi;Māori;Inuit;Aboriginal;Jewish;Muslim;"
    "Catholic;Protestant;Buddhist;Quaker;Amish;Victorian;Georgian;Elizabethan;Renaissance;Bauhaus;Baroque;Deaf"
)
PROGRAMMES = (
    "Medicare;Medicaid;Head Start;Social Security;Veterans Affairs;Peace Corps;Boy Scout;Girl Guides;Erasmus;Fulbright;"
    "Montessori;Waldorf;Steiner;Reggio Emilia;Suzuki;Kumon;Ofsted;Brexit;Easter;Ramadan;Diwali;Christmas;Olympic"
)
PEOPLE = (
    "Heimlich;Foley;Gantt;Bayesian;Boolean;Gaussian;Fourier;Newtonian;Freudian;Jungian;Pareto;Kaizen;Kanban;Likert;"
    "Rorschach;Parkinson’s;Alzheimer’s;Down’s;Asperger’s;Braxton Hicks;Glasgow;Apgar;Bobath;Pilates;Alexander;Feynman"
)
BRANDS = (
    "Epic;Cerner;PowerSchool;Photoshop;AutoCAD;SolidWorks;Revit;Tableau;Salesforce;SAP;Oracle;Excel;PowerPoint;QuickBooks;"
    "Xero;YouTube;TikTok;LinkedIn;WordPress;GitHub;JavaScript;TypeScript;PostgreSQL;LaTeX;MATLAB;C++;C#;F#;.NET;Node.js;"
    "O*NET;iOS;iPad;macOS;eBay;iRobot;eTwinning;jQuery;pH;mRNA;qPCR;d3.js;3D;4G;5S;Six Sigma;ISO 9001;HACCP"
)
PLACES = (
    "Bath;Hull;Nice;Mobile;Lake District;Gulf of Mexico;New York;Timbuktu;Scotland;North Sea;Silicon Valley;Midwest;"
    "Champagne;Cheddar;Parmesan;Burgundy;China;Turkey;Japan;Antarctic;Saharan;Alpine;Andean;Nordic;Baltic;Balkan"
)
GERMAN = (
    "Pflegekraft;Betriebswirtschaftslehre;Straßenbau;Maß;Kfz-Mechatronik;Übersetzung;Ärztekammer;Weiterbildung;Meister;"
    "Abitur;Diplom-Ingenieur;Zweiradmechanik;Müller;Größe;Fachkraft für Lagerlogistik;Rechtsanwaltsfachangestellte"
)
OTHERS = (
    "de Vries;van Gogh;von Willebrand;d’Arcy;al-Khwarizmi;bin Laden;da Vinci;İstanbul;Ångström;Éclair;Ökonomie;"
    "Ñandú;McDonald;O’Neill;MacBook;DeVry;LaGuardia;Ku-band;T-shirt;X-Acto;U-boat;V-neck;Y2K;B2B;A/B;Wi-Fi;Bluetooth;GmbH"
)
NOUNS = tuple(
    noun
    for group in (LANGUAGES, PEOPLES, PROGRAMMES, PEOPLE, BRANDS, PLACES, GERMAN, OTHERS)
    for noun in group.split(";")
)


class Names:
    """The next name each time it is asked for: alone, at the head of a label, or within one."""

    def __init__(self, start: int) -> None:
        self.names = islice(cycle(NOUNS), start, None)
        self.forms = cycle(("{}", "{} zorbing", "zorbing in {}"))

    def __call__(self) -> str:
        return next(self.forms).format(next(self.names))

    def some(self, count: int, *others: str) -> list[str]:
        return [*others, *(self() for _ in range(count)), *others[:1]]


def role(number: int, name: Names, small: bool) -> dict[str, Any]:
    """A role with a name in each of its fields; beside it stand words that are all small, or all have a capital."""
    word = "quaxen" if small else "Quaxen"
    said: dict[str, Any] = {
        "id": f"role-{number}",
        "title": f"{name()} {number}",
        "aliases": name.some(3),
        "definition": f"Quux the {name()}. Then {name()} comes.",
        "focus": f"Zorb {name()}, so that {name()} quuxes.",
        "tagline": name(),
        "responsibilities": [
            {"title": name(), "detail": name(), "aspect": aspect}
            for aspect in ("build", "build", "plan", "data", "research", "together")
        ],
        "skills": [
            *({"skill": "Shared " + noun, "note": name()} for noun in islice(name.names, 2)),
            *({"skill": words, "note": name(), "level": "useful"} for words in name.some(5)),
        ],
        "tools": {name(): [{"name": name(), "note": name()}, {"name": name()}] for _ in range(3)},
        "industries": [{"name": words, "examples": name.some(2, word)} for words in name.some(4, word)],
        "outlook": {"trend": "rising", "headline": name(), "reason": name()},
        "works_with": {"who": f"{name()}, {name()} and common folk", "why": name()},
        "fits": name.some(2),
        "think_twice": name.some(2),
        "questions": name.some(2),
        "interests": name.some(2, word),
        "related": name.some(2),
        "terms": ["term"],
        "links": [{"label": name(), "url": "https://quux.example/"}],
        "sources": ["source"],
    }
    fields: dict[str, Any] = {"fields": name.some(3, word), "coursework": name.some(3, word)}
    fields["certificates"] = name.some(2, word)
    if number % 2:
        fields["degrees"] = name.some(2)
        said["essence"] = f"quuxes {name()}"
        said["self_check"] = [{"aspect": "pace", "says": name()}, {"aspect": "habit", "says": name()}]
        said["outlook"]["why"] = name()
    return {**said, "education": fields}


def named_guide(start: int, roles: int, *, small: bool) -> Guide:
    """A guide of so many roles whose names begin at a place in the list."""
    name = Names(start)
    listed = [role(number, name, small) for number in range(roles)]
    for one in listed[1:]:  # something is shared
        one["skills"][:1] = listed[0]["skills"][:1]
        one["industries"][:2] = listed[0]["industries"][:2]
        one["education"]["fields"][:2] = listed[0]["education"]["fields"][:2]
        one["works_with"] = listed[0]["works_with"]
    event = {"name": name(), "place": name(), "booth": name(), "time": name(), "date": dt.date(2027, 3, 11)}
    return Guide.model_validate(
        {
            "spec": {
                "id": "names",
                "roles": [one["id"] for one in listed],
                "event": event,
                "kicker": name(),
                "subtitle": name(),
                "contact": {"name": name(), "lines": name.some(2)},
                "sections": {"skills": {"title": name(), "lead": name()}},
            },
            "roles": listed,
            "tips": [{"id": f"tip-{n}", "title": name(), "why": name(), "step": name()} for n in range(3)],
            "terms": [{"id": "term", "term": name(), "gist": name(), "definition": name()}],
            "jobs": [
                {
                    "id": "job",
                    "title": name(),
                    "employer": name(),
                    "place": name(),
                    "note": name(),
                    "level": "mid",
                }
            ],
            "questions": [{"ask": name()}],
            "sources": {
                "source": {
                    "id": "source",
                    "title": name(),
                    "publisher": name(),
                    "licence": name(),
                    "note": name(),
                    "credit": name(),
                }
            },
            "date": dt.date(2027, 1, 1),
        }
    )


def words_in(node: object) -> Iterator[str]:
    """Every string of a document, those of charts and descriptions included."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from words_in(value)
    elif isinstance(node, tuple):
        for value in node:
            yield from words_in(value)
    else:
        for field in getattr(node, "__dataclass_fields__", ()):
            yield from words_in(getattr(node, field))
