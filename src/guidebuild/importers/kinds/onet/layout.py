"""How the tables of an O*NET release are named, and their columns, from release 20 to 31.

Goes out: `TABLES`. Sources: the data dictionaries at https://www.onetcenter.org/dictionary/ for the text release, and
those for SQL, whose names of tables and columns some tools keep when they save text. Release 30.3 renamed files:
Technology Skills became Software Skills, Skills became Essential Skills and Transferable Skills, Alternate Titles
became Job Titles, Interests became Career Interest Types, and education stands in a file of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

ENDINGS = ("txt", "tsv", "csv")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of table. `files` are alternatives, newest first, each of one file name or of several that go together.

    `columns` gives each column of ours its names in the source; those in `needs` must be there. `without` says what is
    lost where the table is missing; an empty text says nothing.
    """

    files: tuple[tuple[str, ...], ...]
    columns: Mapping[str, tuple[str, ...]]
    needs: tuple[str, ...]
    without: str = ""


def plain_name(words: str) -> str:
    """A name of a file or column without case and punctuation: "O*NET-SOC Code" and "onet_soc_code" are one."""
    return _NOT_WORD.sub(" ", words.casefold()).strip()


_CODE = ("O*NET-SOC Code", "onetsoc_code", "O*NET SOC Code", "SOC Code", "Code")
_ELEMENT = {
    "element": ("Element ID",),
    "name": ("Element Name",),
    "scale": ("Scale ID",),
    "value": ("Data Value",),
}
_RATED = {
    "code": _CODE, **_ELEMENT, "suppress": ("Recommend Suppress",), "irrelevant": ("Not Relevant",),
}  # fmt: skip

TABLES: dict[str, Table] = {
    "occupations": Table(
        (("Occupation Data",),),
        {"code": _CODE, "title": ("Title",), "definition": ("Description",)},
        ("code", "title"),
    ),
    "titles": Table(
        (("Job Titles",), ("Alternate Titles",), ("Lay Titles",)),
        {"code": _CODE, "title": ("Job Title", "Alternate Title", "Lay Title", "Title")},
        ("code", "title"),
    ),
    "reported": Table(
        (("Sample of Reported Titles",),),
        {"code": _CODE, "title": ("Reported Job Title", "Title"), "shown": ("Shown in My Next Move",)},
        ("code", "title"),
    ),
    "tasks": Table(
        (("Task Statements",),),
        {
            "code": _CODE, "task": ("Task ID",), "words": ("Task",), "type": ("Task Type",),
            "asked": ("Incumbents Responding",),
        },
        ("code", "words"),
        "no responsibilities",
    ),
    "ratings": Table(
        (("Task Ratings",),),
        {
            "code": _CODE, "task": ("Task ID",), "scale": ("Scale ID",), "value": ("Data Value",),
            "suppress": ("Recommend Suppress",),
        },
        ("code", "task", "scale", "value"),
        "responsibilities in the order core, supplemental, and by how many people were asked",
    ),
    "skills": Table(
        (("Essential Skills", "Transferable Skills"), ("Skills",)), _RATED,
        ("code", "element", "scale", "value"), "no general skills",
    ),
    "knowledge": Table(
        (("Knowledge",),), _RATED, ("code", "element", "scale", "value"), "no areas of knowledge",
    ),
    "technology": Table(
        (("Software Skills",), ("Technology Skills",)),
        {
            "code": _CODE, "name": ("Workplace Example", "Example", "T2 Example"),
            "group": ("Element Name", "Commodity Title"), "hot": ("Hot Technology",), "wanted": ("In Demand",),
        },
        ("code", "name"),
        "no tools",
    ),
    "education": Table(
        (("Education",), ("Education Training Experience",), ("Education, Training, and Experience",)),
        {
            "code": _CODE, **_ELEMENT, "category": ("Category",), "asked": ("N",), "suppress": ("Recommend Suppress",),
        },
        ("code", "scale", "category", "value"),
        "no shares of degrees",
    ),
    "levels": Table(
        (
            ("Education Categories",),
            ("ETE Categories",),
            ("Education, Training, and Experience Categories",),
        ),
        {"scale": ("Scale ID",), "category": ("Category",), "words": ("Category Description",)},
        ("scale", "category", "words"),
    ),
    "zones": Table(
        (("Job Zones",),), {"code": _CODE, "zone": ("Job Zone",)}, ("code", "zone"), "no job zone",
    ),
    "zone texts": Table(
        (("Job Zone Reference",),),
        {
            "zone": ("Job Zone",), "name": ("Name",), "experience": ("Experience",), "education": ("Education",),
            "training": ("Job Training",),
        },
        ("zone",),
        "no words on experience and training",
    ),
    "interests": Table(
        (("Career Interest Types",), ("Interests",)), {"code": _CODE, **_ELEMENT},
        ("code", "element", "scale", "value"), "no interests",
    ),
    "related": Table(
        (("Related Occupations",),),
        {
            "code": _CODE, "other": ("Related O*NET-SOC Code", "related_onetsoc_code"), "tier": ("Relatedness Tier",),
            "index": ("Index", "related_index"),
        },
        ("code", "other"),
        "no related jobs",
    ),
    "elements": Table(
        (("Content Model Reference",),), {"element": ("Element ID",), "name": ("Element Name",)}, ("element", "name"),
    ),
}  # fmt: skip
