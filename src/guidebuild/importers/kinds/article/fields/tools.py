"""Tools by group, and industries with examples.

Comes in: bullets, sentences and cells about the tools or the industries of one role. Goes out: tools with what each is
for, in the groups that the article gives; industries with the work in brackets as examples. Refuses: sentences in which
it finds no list; they are handed back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidebuild.importers.kinds.article.words.prose import bracketed, has_commas, items, outside
from guidebuild.importers.meaning.wording import raised

GROUP = "Tools"
LONGEST = 60
_LABEL = re.compile(r"(?P<label>[^:(]{2,60}?)\s*:\s+(?P<rest>\S.*)", re.DOTALL)
_DASHED = re.compile(r"(?P<label>[^:(–—]{2,60}?)\s+[–—-]\s+(?P<rest>\S.*)", re.DOTALL)
_PURPOSE = re.compile(r",?\s+(?=(?:for|to|as|with|used|in)\s)", re.IGNORECASE)
_LIKE = re.compile(
    r",?\s+(?:such as|like|including|e\.g\.,?|for example,?|especially|namely)\s+", re.IGNORECASE
)
_EG = re.compile(r"(?:e\.?g\.?,?|such as|like|including|for example,?)\s+", re.IGNORECASE)
_GENERIC = re.compile(
    r"(?:tools?|software|technolog(?:y|ies)|platforms?|equipment|others?|common(?:ly used)? tools|key tools|"
    r"tools (?:and|&) (?:software|technologies)|software (?:and|&) tools|popular tools|they use|apps)",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\b(?:languages?|frameworks?|libraries|library|databases?|tools?|software|platforms?|systems?|"
    r"equipment|instruments?|"
    r"packages?|services?|environments?|ides|cloud|apps?|hardware|devices?|suites?|programs?|"
    r"utilities|testers?|machinery|gear)$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:[^.;:@]{0,40}@s?(?:\s+(?:and|or)\s+@s?)?|they|he|she|both(?: roles| jobs| professions)?|you|most|"
    r"many|common tools|popular (?:tools|choices)|"
    r"(?:the )?(?:typical |usual |key |main |standard |everyday )?(?:tools?|toolkit|toolbox|stack|"
    r"software|employers|industries|sectors))(?!\w)[^.;:@]{0,45}?\b"
    r"(?:(?:are|is) (?:mostly |mainly |often |usually |typically |also |most )?(?:employed|found|hired|needed|wanted|"
    r"in (?:high |great |strong )?demand|sought[- ]after|common|concentrated|at home) (?:in|by|"
    r"at|with|across|on)|works?(?=\s(?:online|remotely|from home)\b)|can be found in|"
    r"us(?:e|es|ing)|rel(?:y|ies)(?: heavily| mostly)? on|works? (?:with|in|"
    r"for|at|on|across|from)|utili[sz]es?|leverages?|employs?|operates?|depends? on|"
    r"includes?|are|is|consists? of|handles?|finds? (?:work|jobs|employment) (?:in|at|with)|"
    r"reach(?:es)? for|carr(?:y|ies)|live(?:s)? in|serves?|spans?)\s+(?:(?:a (?:variety|range|mix) of|"
    r"tools?|industries|sectors|fields|settings|software)?,?\s*(?:such as|like|including)\s+)?",
    re.IGNORECASE,
)
_HIRED = re.compile(
    r"(?P<list>[^.;:@]{3,200}?)\s+(?:all |often |usually |also |both )?(?:hires?|employs?|recruits?)\s+"
    r"(?:an?\s+|many\s+|most\s+)?@s?[.!]?",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:an?|the)\s+(?=[a-z])")
_AND_SO_ON = re.compile(
    r"(?:and |or )?(?:similar|others?|other (?:similar )?\w+|etc\.?|more|so on|the like)(?: (?:tools?|"
    r"software|ones?|platforms?|industries|sectors))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tool:
    group: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Industry:
    name: str
    examples: tuple[str, ...] = ()


def without_subject(text: str, bare: str) -> str | None:
    """The list in "Nurses use thermometers, monitors and charts", or before "... hire nurses"; or None."""
    if hired := _HIRED.fullmatch(bare):
        return hired["list"]
    match = _SUBJECT.match(bare)
    if not match:
        return None
    rest = bare[match.end() :]
    return rest if rest and "@" not in rest and text.endswith(rest) else None


def tools_in(text: str, label: str = "", children: tuple[str, ...] = ()) -> list[Tool]:
    """The tools of a bullet or cell; `label` is the heading of its part of the list."""
    group = _group(label) if label else GROUP
    text = text.strip().rstrip(".").strip()
    if children:
        return [tool for child in children for tool in tools_in(child, text.rstrip(":"))]
    match = _LABEL.fullmatch(text)
    if match and _is_group(match["label"], match["rest"]):
        return list(_listed(match["rest"], _group(match["label"])))
    match = match or _DASHED.fullmatch(text)
    if match and len(match["label"].split()) <= 6:
        return [Tool(group, match["label"].strip(), match["rest"].strip())]
    inside = bracketed(text)
    if (
        inside
        and not inside[2]
        and len(items(_EG.sub("", inside[1]))) > 1
        and not outside(inside[0], re.compile(r",\s"))
    ):
        return list(_listed(_EG.sub("", inside[1]), _group(inside[0]) if label == "" else group))
    return list(_listed(text, group))


def _is_group(label: str, rest: str) -> bool:
    """Whether "X: Y" names a group and its tools, and not a tool and what it is for."""
    if _KIND.search(label) or _GENERIC.fullmatch(label):
        return True
    listed = items(rest)
    return has_commas(rest) and all(len(part.split()) <= 5 for part in listed)


def _group(label: str) -> str:
    label = label.strip(" :.")
    return GROUP if not label or _GENERIC.fullmatch(label) else raised(label)


def _listed(text: str, group: str) -> Iterator[Tool]:
    for part in items(text, ampersand=True):
        if not _AND_SO_ON.fullmatch(part):
            yield from _tool(part, group)


def _tool(part: str, group: str) -> Iterator[Tool]:
    """ "Docker for containers", "PyTorch (for integration)", "cloud platforms like AWS"."""
    part = _ARTICLE.sub("", part, count=1)
    like = outside(part, _LIKE)
    if like:
        kind = part[: like[0].start()].strip()
        for name in items(part[like[0].end() :], ampersand=True):
            if not _AND_SO_ON.fullmatch(name):
                yield from (
                    Tool(tool.group, tool.name, _note(kind, tool.note)) for tool in _tool(name, group)
                )
        return
    inside = bracketed(part)
    if inside and inside[0]:
        examples = items(_EG.sub("", inside[1]))
        if _EG.match(inside[1]) or (len(examples) > 1 and _KIND.search(inside[0])):
            for name in examples:
                yield Tool(group, name, _note(inside[0], inside[2]))
        else:
            yield Tool(group, inside[0], _note(inside[1], inside[2]))
        return
    places = outside(part, _PURPOSE)
    if places and places[0].start() > 0:
        yield Tool(group, part[: places[0].start()], part[places[0].end() :].strip())
    else:
        yield Tool(group, part)


def _note(first: str, second: str) -> str:
    return "; ".join(part for part in (first.strip(), second.strip(" ,")) if part)


def names_are_short(tools: list[Tool]) -> bool:
    """Whether a sentence was a list after all."""
    return all(len(tool.name) <= LONGEST and len(tool.name.split()) <= 6 for tool in tools)


# Industries


def industries_in(text: str, children: tuple[str, ...] = ()) -> list[Industry]:
    """The industries of a bullet, a cell, or a list in words."""
    text = text.strip().rstrip(".").strip()
    if children:
        return [Industry(raised(text.rstrip(": ")), tuple(child.strip().rstrip(".") for child in children))]
    for pattern in (_LABEL, _DASHED):
        if match := pattern.fullmatch(text):
            return [Industry(raised(match["label"].strip()), tuple(_examples(match["rest"])))]
    parts = items(text)
    if len(parts) > 1 and all(len(part.split("(")[0].split()) <= 6 for part in parts):
        return _with_trailing(parts)
    return list(_industry(text))


def _with_trailing(parts: list[str]) -> list[Industry]:
    """ "every sector, from cafés to banks": what begins with a preposition belongs to what stands before it."""
    found: list[Industry] = []
    for part in parts:
        if _AND_SO_ON.fullmatch(part):
            continue
        if found and re.match(r"(?:from|with|where|as|which|mostly|often|especially)\s", part, re.IGNORECASE):
            found[-1] = Industry(found[-1].name, (*found[-1].examples, part))
        else:
            found += _industry(part)
    return found


def _industry(part: str) -> Iterator[Industry]:
    part = _AT.sub("", part, count=1)
    inside = bracketed(part)
    if inside and inside[0]:
        more = (inside[2].strip(" ,"),) if inside[2].strip(" ,") else ()
        yield Industry(raised(inside[0]), (*_examples(_EG.sub("", inside[1])), *more))
        return
    like = outside(part, _LIKE)
    if like:
        yield Industry(raised(part[: like[0].start()].strip()), tuple(_examples(part[like[0].end() :])))
        return
    yield Industry(raised(part.strip()))


_AT = re.compile(r"^(?:in|on|at|aboard|for)\s+(?=\w)", re.IGNORECASE)


def _examples(text: str) -> list[str]:
    return [part for part in items(text) if not _AND_SO_ON.fullmatch(part)]
