"""Short titles for where space is narrow.

Comes in: all official titles of a release. Goes out: the first 40 characters at most of each long one. Refuses: to cut
a list in two where what is left would say something else ("First-Line Supervisors of Farming"), and to give two
occupations one name ("Special Education Teachers" of elementary and of middle schools).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from guidebuild.importers.meaning.wording import cut

LONGEST = 40
_PEOPLE = re.compile(
    r"(?:er|or|ist|yst|ian|ant|ent|eer|ive|ard|aide|nurse|clerk|cook|pilot|judge|guide|hostess|chef|mechanic)s\Z",
    re.I,
)
_QUALIFIED = re.compile(r"(?:Except|Including|All Other)\b")
_LIST = re.compile(r"(?:\S+s, )*(?:and|or) ")
_LOOSE = re.compile(r"(?:[ ,;:–-]+(?:and|or|of|for|in|the|except|including)?)+\Z", re.I)


def short_titles(titles: Iterable[str]) -> Mapping[str, str]:
    """Short forms by title, for the titles of more than 40 characters that have one of their own."""
    every = tuple(dict.fromkeys(titles))
    best = {title: _best(title) for title in every if len(title) > LONGEST}
    count = _count(every, best)
    own = {title: form if count[form.casefold()] == 1 else _cut(title) for title, form in best.items()}
    count = _count(every, own)
    return {title: form for title, form in own.items() if count[form.casefold()] == 1}


def _count(titles: Iterable[str], shorts: Mapping[str, str]) -> Counter[str]:
    return Counter(words.casefold() for words in (*titles, *shorts.values()))


def _best(title: str) -> str:
    heads = [head for head in _heads(title) if len(head) <= LONGEST]
    return max(heads, key=len) if heads else _cut(title)


def _cut(title: str) -> str:
    return _LOOSE.sub("", cut(title, LONGEST).removesuffix("…")) + "…"


def _heads(title: str) -> Iterator[str]:
    """Beginnings that name the people by themselves, as "Elementary School Teachers" does."""
    for comma in re.finditer(",", title):
        head, rest = title[: comma.start()], title[comma.end() :].strip()
        if _QUALIFIED.match(rest) or (
            " " in head
            and _PEOPLE.search(head)
            and not _LIST.match(rest)
            and not re.search(r" (of|for) ", head)
        ):
            yield head
