"""Near skills between O*NET and ESCO, judged by hand: of ten that are offered, nine are worth confirming."""

from __future__ import annotations

from pathlib import Path

from guidebuild.importers.meaning.likeness import Likeness
from guidebuild.importers.meaning.near_skills import near_skills
from guidebuild.importers.meaning.nearness import NEAR
from guidebuild.model.library import load_library

SAME = (
    ("Troubleshooting", "troubleshoot"),
    ("Mechanical", "mechanics"),
    ("Computer programming", "programming of computers"),
    ("Analyze data", "data analysis"),
    ("Analysing data", "perform data analysis"),
    ("Data models", "data modelling"),
    ("Database management system software", "database management systems"),
    ("Operate database management systems", "database management systems"),
    ("Design prototypes", "prototype design"),
    ("Managing projects", "project management"),
    ("Policy analysis", "analyse policies"),
    ("Irrigation systems", "irrigation system"),
    ("Pollution prevention", "prevent pollution"),
    ("Environmental monitoring", "monitor the environment"),
    ("Maintaining agricultural machinery", "maintenance of agricultural machinery"),
    ("Civil engineering", "civil engineers"),
    ("Mechanical engineering", "mechanical engineers"),
    ("Object-oriented programming", "use object-oriented programming"),
    ("Software design", "create software design"),
    ("Software debugging", "debug software"),
    ("Cloud data storage", "manage cloud data and storage"),
    ("Query language", "use query languages"),
    ("Machine learning", "utilise machine learning"),
    ("Time Management", "manage time"),
    ("Negotiation", "negotiate"),
    ("Judgment and Decision Making", "decision making"),
    ("Equipment Maintenance", "maintain equipment"),
    ("Equipment Selection", "select equipment"),
    ("Quality Control Analysis", "quality control"),
    ("Foreign Language", "foreign languages"),
    ("Management of Financial Resources", "manage financial resources"),
    ("Public Safety and Security", "public safety"),
)
"""Words of one source beside words of another that mean one skill, or one a kind of the other."""

OTHER = (
    ("Design", "mechanical design of irrigation systems"),
    ("Systems Analysis", "systems theory"),
    ("Systems Evaluation", "systems analysis"),
    ("Operations Analysis", "analyse test data"),
    ("Management of Personnel Resources", "manage database"),
    ("Law and Government", "government policy"),
    ("Science", "data science"),
    ("Mathematics", "medicine"),
    ("Physics", "physiology"),
    ("Programming", "use logic programming"),
    ("Learning Strategies", "machine learning"),
    ("Technology Design", "design database scheme"),
    ("Environmental policy", "environmental legislation"),
    ("Database", "database development tools"),
    ("Staff management", "STAF"),
    ("Java", "JavaScript"),
    ("SQL", "NoSQL"),
    ("Oracle WebLogic", "Oracle Relational Database"),
    ("Software design", "design database in the cloud"),
    ("Object-oriented modelling", "object-oriented programming"),
)
"""Words that look alike, or share a word, and mean two skills."""


def test_of_ten_suggestions_nine_are_right_and_most_that_are_right_are_made() -> None:
    skills = [entry.node for entry in load_library(None).skills]
    words = {name: (name,) for pair in SAME + OTHER for name in pair}
    likeness = Likeness({**{skill.id: (skill.label, *skill.aliases) for skill in skills}, **words})
    made = {pair: likeness.score(*pair) >= NEAR for pair in SAME + OTHER}
    right, wrong = sum(made[pair] for pair in SAME), sum(made[pair] for pair in OTHER)
    assert len(made) >= 50
    assert right >= 9 * wrong, [pair for pair in OTHER if made[pair]]
    assert right >= 0.8 * len(SAME), [pair for pair in SAME if not made[pair]]


def test_two_names_of_one_classification_are_two_skills(tmp_path: Path) -> None:
    def write(id_: str, skill: str, codes: str) -> None:
        file = tmp_path / f"content/roles/{id_}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"title: {id_}\ndefinition: x\nskills: [{skill}]\ncodes: {{{codes}}}\n")

    write("farmer", "repair agricultural machinery", "isco: '6111', esco: '6111.1'")
    write("mechanic", "agricultural machinery repair", "isco: '7233', esco: '7233.2'")
    library = load_library(tmp_path)
    assert near_skills(library, ["farmer", "mechanic"]) == ()
    write("mechanic", "agricultural machinery repair", "soc: 49-3041.00")
    (near,) = near_skills(load_library(tmp_path), ["farmer", "mechanic"])
    assert near.other == "agricultural machinery repair"
