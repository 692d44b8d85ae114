"""Which roles an article compares: told from its title, and where that says little, from its headings.

Comes in: the blocks of an article and the titles that it may have. Goes out: the roles in the order of the title.
An article without roles gives none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from guidebuild.importers.kinds.article.page.block import Block
from guidebuild.importers.kinds.article.roles.names import Names, Role, initials, with_brackets
from guidebuild.importers.kinds.article.words.capitals import Capitals
from guidebuild.importers.kinds.article.words.job_words import ends_as_a_job, is_like_a_job
from guidebuild.importers.kinds.article.words.topics import normal, topic_of
from guidebuild.importers.meaning.number import singular
from guidebuild.importers.meaning.wording import raised

_AGAINST = r"vs\.?|versus|v\.|compared (?:to|with)|(?:different|differs?) (?:from|than|to)"
_VERSUS = re.compile(rf"\s+(?:{_AGAINST}|v|or)\s+(?=\S)", re.IGNORECASE)
_STRONG_VERSUS = re.compile(rf"\s(?:{_AGAINST})\s", re.IGNORECASE)
_AND = re.compile(r"\s*,\s*(?:and\s+|or\s+|&\s+)?|\s+(?:and|or|&)\s+|\s*/\s*", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:[:|?!•·»]\s|\s[–—-]\s|[:?!]$|\s\|\s)\s*")
_BEFORE = re.compile(
    r"^(?:how (?:is|are|does|do)|"
    r"what(?:’s|'s| is| are) the (?:\w+ )?differences? between|(?:the )?(?:\w+ )?differences? between|"
    r"(?:a )?comparison (?:of|between)|comparing|compare|choosing between|how to choose between|between|"
    r"should (?:you|i) (?:become|be)|(?:career )?guide to(?: becoming)?|understanding|becoming|meet|"
    r"how to become|what (?:does|do|is|are)|a day in the life of|(?:the )?role of|"
    r"careers? (?:in focus|compared|guide)|"
    r"which (?:is|one is) (?:right|better)(?: for you)?)\s+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:\s+(?:in (?:the )?\d{4}|\d{4}|compared|comparison|explained|differences?|careers?|jobs?|"
    r"roles?|salary|salaries|do|"
    r"side by side|head to head|which .*|what .*|how .*|\([^()]*\d{4}\)))+$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:an?|the|your|being|becoming)\s+", re.IGNORECASE)
_WHAT_IS = re.compile(
    r"^(?:what (?:is|are|does|do)|who (?:is|are)|defining|definition of|about|meet|the role of|"
    r"becoming|how to become|"
    r"as)\s+(?:an?\s+|the\s+)?(?P<role>[^?:,]{2,70}?)(?:\s+(?:do|does|role|means?))?[?:]?$",
    re.IGNORECASE,
)
LONGEST = 70
MANY = 20
"""Roles that no guide holds; how they are written in full need not be looked up."""


@dataclass(frozen=True, slots=True)
class Title:
    """The title of an article as its parts: what names the roles, and what else it says ("A Comparison")."""

    whole: str
    roles: tuple[str, ...]
    rest: str = ""
    strong: bool = False


def read_title(words: str) -> Title:
    """The roles that a title names; `strong` if it says "vs." or the like."""
    words = " ".join(words.split())
    parts = [part for part in _PARTS.split(words) if part]
    for pattern in (_STRONG_VERSUS, _VERSUS, _AND):
        for place, part in enumerate(parts):
            if pattern.search(f" {part} ") and len(part) <= 160:
                named = _roles_in(part, pattern is not _AND)
                if len(named) > 1:
                    rest = ": ".join(other for i, other in enumerate(parts) if i != place)
                    return Title(words, named, rest, bool(_STRONG_VERSUS.search(f" {part} ")))
    one = _cleaned(parts[0]) if parts else ""
    return Title(words, (one,) if one else ())


def _roles_in(part: str, versus: bool) -> tuple[str, ...]:
    part = _BEFORE.sub("", part)
    pieces = (
        [piece for word in _VERSUS.split(part) for piece in re.split(r"\s*,\s+", word)]
        if versus
        else _AND.split(part)
    )
    named = [_cleaned(piece) for piece in pieces]
    if any(not name or len(name) > LONGEST or len(name.split()) > 7 for name in named):
        return ()
    return tuple(dict.fromkeys(named))


def _cleaned(piece: str) -> str:
    words = _BEFORE.sub("", piece.strip(" .,;!?\"“”'"))
    words = re.sub(r"^(?:and|or|vs\.?)\s+", "", words, flags=re.IGNORECASE)
    words = re.sub(r"\s*\([^()]*\)", "", words)
    words = _AFTER.sub("", _ARTICLE.sub("", words))
    return singular(words.strip(" .,;!?\"“”'"))


# Roles and the body of the article


def find_roles(titles: Sequence[str], blocks: Sequence[Block], *, sure: bool = False) -> tuple[Role, ...]:
    """The roles of an article. `sure` trusts the first title whatever the text says: it was given by hand."""
    texts = [block.text or " ".join(block.cells) for block in blocks if not block.debris]
    body = " ".join(texts)
    for number, words in enumerate(titles):
        title = read_title(words)
        if len(title.roles) < 2:
            continue
        named = _completed(title.roles, body)
        roles = [_full(name, texts) for name in named]
        rest = [text for text in texts if normal(text) != normal(words)]
        if (sure and not number) or _borne_out(roles, rest, title):
            return _with_more(tuple(roles), blocks, texts)
    found = _by_headings(blocks)
    if len(found) < 2:
        found = (*found, *(r for words in titles for r in _only_role(words, body) if not found))
    names = list(dict.fromkeys(found))
    if len(names) > MANY:
        return tuple(Role(name) for name in names)
    return tuple(_full(name, texts) for name in names)


def _completed(named: Sequence[str], body: str) -> list[str]:
    """ "UX" and "UI Designer" are two designers, if the text says so; "Front-End" and "Back-End Developer" likewise."""
    last = named[-1].rpartition(" ")[2]
    found = []
    for name in named:
        if ends_as_a_job(name) or name.casefold() == named[-1].casefold():
            found.append(name)
            continue
        longer = f"{name} {last}"
        said = re.findall(rf"\b{re.escape(name)}[\s-]((?:[\w-]+\s){{0,1}}[A-Za-z-]+)", body, re.IGNORECASE)
        heads = Counter(singular(words) for words in said if is_like_a_job(words))
        if any(words.casefold().startswith(last.casefold()) for words in said) and " " in named[-1]:
            found.append(longer)
        elif heads and not (name.isupper() and _spelled_out(name, [body])):
            found.append(f"{name} {heads.most_common(1)[0][0]}")
        else:
            found.append(name)
    return found


def _full(name: str, texts: Sequence[str]) -> Role:
    """The role with its name in full: "RN" is a Registered Nurse where the article says so."""
    if name.isupper() or (name[:-1].isupper() and name.endswith("s")):
        spelled = _spelled_out(name.rstrip("s"), texts)
        if spelled:
            return Role(raised(singular(spelled)), (name.rstrip("s"),))
    return Role(raised(_as_read(name, texts)), with_brackets(name, texts).aliases)


def _as_read(name: str, texts: Sequence[str]) -> str:
    """A name in capitals as the article writes it elsewhere, if it does."""
    return Capitals(texts).title(name) if name.isupper() else name


def _spelled_out(short: str, texts: Sequence[str]) -> str:
    """The words before "(RN)" whose first letters these are."""
    pattern = re.compile(rf"((?:[\w’'-]+\s+){{1,7}})\(\s*{re.escape(short)}s?\s*\)")
    for text in texts:
        for match in pattern.finditer(text):
            words = match[1].split()
            for count in range(1, len(words) + 1):
                tail = " ".join(words[-count:])
                if initials(tail) == short.upper() and words[-count].casefold() not in ("of", "and", "the"):
                    return tail
    return ""


def _borne_out(roles: Sequence[Role], texts: Sequence[str], title: Title) -> bool:
    """Whether the text speaks of each of these: as a heading or label, or often enough."""
    names = Names(tuple(roles))
    counts, in_full = Counter[int](), set[int]()
    for text in texts:
        exact = names.exactly(text) if len(text) <= LONGEST else None
        if exact is not None:
            counts[exact] += 2
            in_full.add(exact)
        in_full |= {mention.role for mention in names.mentions(text, lone=False)}
        counts.update({mention.role for mention in names.mentions(text)})
    least = 1 if title.strong or all(is_like_a_job(role.title) for role in roles) else 2
    return all(counts[i] >= least and i in in_full for i in range(len(roles)))


def _only_role(words: str, body: str) -> Iterator[str]:
    """The one role of an article about one: "What Does an Electrician Do?"."""
    for name in read_title(words).roles[:1]:
        if is_like_a_job(name) and len(re.findall(re.escape(name), body, re.IGNORECASE)) > 1:
            yield raised(name)


def _by_headings(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Headings that come again under several sections, or that ask what somebody is, or are but a job title."""
    lines = [block for block in blocks if not block.debris and len(block.text) <= LONGEST]
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for name in _candidates(lines):
        key = singular(name).casefold()
        counts[key] += 1
        written.setdefault(key, singular(name))
    repeated = [key for key, count in counts.items() if count > 1]
    if len(repeated) < 2:
        repeated = [*counts]
    return tuple(raised(written[key]) for key in repeated)


def _candidates(lines: Iterable[Block]) -> Iterator[str]:
    for block in lines:
        text = block.text.strip().strip("#*_ ")
        asked = _WHAT_IS.match(normal(text) if block.kind != "heading" else text)
        if asked and (is_like_a_job(asked["role"])):
            yield re.sub(r"^(?:an?|the)\s+", "", _role_words(text, asked["role"]), flags=re.IGNORECASE)
            continue
        label = text.rstrip(":").strip()
        is_label = (
            block.kind == "heading"
            or block.strong.rstrip(":") == label
            or (block.kind == "text" and len(label.split()) < 6)
        )
        if (
            is_label
            and not label.endswith(".")
            and topic_of(label) is None
            and is_like_a_job(_ARTICLE.sub("", label))
        ):
            yield re.sub(r"^\d+[.)]\s*", "", _ARTICLE.sub("", label))


def _role_words(text: str, folded: str) -> str:
    """The words as the heading writes them."""
    start = text.casefold().find(folded.casefold())
    return text[start : start + len(folded)] if start >= 0 else folded


def _with_more(roles: tuple[Role, ...], blocks: Sequence[Block], texts: Sequence[str]) -> tuple[Role, ...]:
    """And roles that the title leaves out though the article has sections on them, as often as on the others."""
    names = Names(roles)
    counts: Counter[str] = Counter()
    for block in blocks:
        if block.kind == "heading" and not block.debris and is_like_a_job(block.text.strip()):
            label = _ARTICLE.sub("", block.text.strip().rstrip(":"))
            if topic_of(label) is None and not names.named(label):
                counts[singular(label)] += 1
    own = Counter(names.exactly(block.text) for block in blocks if block.kind == "heading")
    least = max(2, min((own[i] for i in range(len(roles))), default=2))
    return (*roles, *(_full(name, texts) for name, count in counts.items() if count >= least))
