"""A job posting between the file that it stands in and the content that it becomes.

Comes in: nothing. Goes out: `Posting`, and `words`, which makes plain text of strings with HTML in them. Refuses:
nothing.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from guidebuild.importers.meaning.wording import clean

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,1000}>|<!--[^<>]{0,1000}-->")


@dataclass(frozen=True, slots=True)
class Posting:
    """What a posting says, as plain text; "" where it says nothing.

    `salary` is as `schema.Salary` has it; `pay` holds the words that it was read from, and where there is none, `why`
    says why. `several` names what the posting gives more than once, of which the first is taken, and the others.
    """

    line: int
    title: str = ""
    employer: str = ""
    place: str = ""
    kinds: tuple[str, ...] = ()
    level: str = ""
    salary: dict[str, object] | None = None
    pay: str = ""
    why: str = ""
    note: str = ""
    url: str = ""
    posted: str = ""
    closes: str = ""
    identifier: str = ""
    several: tuple[tuple[str, tuple[str, ...]], ...] = ()


def words(text: str) -> str:
    """Plain text: entities are letters, tags are gone. "R&amp;D <b>Engineer</b>" is "R&D Engineer"."""
    text = html.unescape(text)
    return clean(html.unescape(_TAG.sub(" ", text)) if "<" in text or "&" in text else text)
