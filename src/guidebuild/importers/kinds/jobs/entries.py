"""Postings as entries of content.

Comes in: `Posting`s of one file. Goes out: an `Entry` for each that can be used, and what there is to tell of the
others and of what was left out. Refuses: postings without title, employer or place; those that stand twice count once.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from guidebuild.diagnostics import Diagnostic, Severity, Span
from guidebuild.importers.draft import Entry, Fact, Tree
from guidebuild.importers.kinds.jobs.posting import Posting
from guidebuild.importers.meaning import money
from guidebuild.importers.meaning.days import day_of
from guidebuild.importers.meaning.employment import employment_of, level_of
from guidebuild.importers.meaning.wording import LINE, fitted, slug
from guidebuild.importers.reading.table import LineCount
from guidebuild.yamlfile.address import checked

_COMPULSORY = ("title", "employer", "place")
_ID = 80
_SINGLY = 2  # jobs of one cause that are told one by one
_PRINTED = 80  # characters of pay in words
_SENSELESS = (money.IMPLAUSIBLE, money.FALLING)
_QUALIFIED = re.compile(
    r"\bpro[ -]?rata\b|\bF\.?T\.?E\b|\bOTE\b|on[- ]target|\btotal comp|\bTC\b", re.IGNORECASE
)
"""Words without which the numbers of a pay would say too much."""
_LONGEST_URL = 500


@dataclass(slots=True)
class Jobs:
    """`notes` are warnings and notes, in the order of the file; `closed` counts the jobs that have closed.

    `unsaid` are the lines of those that do not say what employment they are, `causes` what there is to tell of single
    jobs, by severity, code and what it says of many.
    """

    entries: tuple[Entry, ...] = ()
    notes: list[Diagnostic] = field(default_factory=list)
    closed: int = 0
    twice: int = 0
    unsaid: LineCount = field(default_factory=LineCount)
    causes: dict[tuple[Severity, str, str], list[Diagnostic]] = field(default_factory=dict)

    def note(self, told: Diagnostic, many: str) -> None:
        """Keep what there is to tell of one job, and how many jobs are told of it: "close in the past"."""
        self.causes.setdefault((told.severity, told.code, many), []).append(told)


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for all postings of a file: its name, its source, the roles they are for, the day."""

    name: str
    source: str
    roles: tuple[str, ...]
    employer: str
    on: dt.date


def entries_of(postings: Iterable[Posting], setting: Setting) -> Jobs:
    jobs = Jobs()
    usable: list[Posting] = []
    alike: defaultdict[tuple[str, str, str], list[Posting]] = defaultdict(list)
    for posting in postings:
        posting = replace(posting, employer=posting.employer or setting.employer)
        if missing := [name for name in _COMPULSORY if not fitted(getattr(posting, name), LINE)[0]]:
            jobs.note(_left_out(posting, missing, setting), f"say no {' and no '.join(missing)}: left out")
            continue
        others = alike[posting.title, posting.employer, posting.place]
        if any(_same(posting, other) for other in others):
            jobs.twice += 1
        else:
            usable.append(posting)
            others.append(posting)
    made = zip(_ids(usable), usable, strict=True)
    jobs.entries = tuple(Entry("jobs", key, _facts(posting, setting, jobs)) for key, posting in made)
    jobs.notes += _by_cause(jobs)
    jobs.notes += _unsaid(jobs.unsaid, setting)
    return jobs


def _by_cause(jobs: Jobs) -> Iterator[Diagnostic]:
    """One message for each cause, with the number of jobs; a cause of one or two is told for each."""
    for (_severity, _code, many), told in jobs.causes.items():
        if len(told) <= _SINGLY:
            yield from told
            continue
        lines = LineCount()
        for one in told:
            lines.add(one.span.line if one.span else 0)
        message = f"{len(told):,} jobs {many} ({lines}); the first: {told[0].message}"
        yield replace(told[0], message=message)


def _unsaid(lines: LineCount, setting: Setting) -> Iterator[Diagnostic]:
    if lines.count:
        one = "1 job does not say whether it is"
        who = one if lines.count == 1 else f"{lines.count:,} jobs do not say whether they are"
        message = f"{who} full-time, and nothing is printed of it ({lines})"
        hint = "write their 'employment' into jobs.yml"
        yield Diagnostic("note", "employment", message, Span(setting.name, lines.first[0], 1), (hint,))


def _left_out(posting: Posting, missing: Sequence[str], setting: Setting) -> Diagnostic:
    name = f"'{posting.title[:60]}'" if posting.title else "a posting"
    message = f"{name} says no {' and no '.join(missing)}: left out"
    hint = "a job needs a title, an employer and a place"
    if list(missing) == ["employer"]:
        hint = "if all are of one employer, name it with --employer"
    elif len(missing) == 1:
        hint = "add it to the file, and import again"
    return Diagnostic("warning", "incomplete-job", message, Span(setting.name, posting.line, 1), (hint,))


def _same(one: Posting, other: Posting) -> bool:
    """Whether two postings of one title, employer and place are one: no number and no address tells them apart."""
    return _agree(one.identifier, other.identifier) and _agree(one.url, other.url)


def _agree(one: str, other: str) -> bool:
    return not (one and other) or one == other


def _ids(postings: Sequence[Posting]) -> Iterator[str]:
    """Employer and title; where several postings share them, their own number, address or place tells them apart."""
    plain = [slug(f"{posting.employer} {posting.title}") for posting in postings]
    shared = Counter(plain)
    taken: Counter[str] = Counter()
    for key, posting in zip(plain, postings, strict=True):
        if shared[key] > 1:
            own = posting.identifier or posting.url.rstrip("/").rpartition("/")[2] or posting.place
            tail = slug(own)[:30].strip("-")
            key = f"{key[: _ID - 1 - len(tail)].rstrip('-')}-{tail}"
        taken[key] += 1
        yield key if taken[key] == 1 else f"{key[: _ID - 5].rstrip('-')}-{taken[key]}"


def _facts(posting: Posting, setting: Setting, jobs: Jobs) -> dict[str, Tree]:
    """The facts of a job in the order of the file; tells in `jobs.notes` what could not be kept."""
    told = _Told(posting, setting, jobs)
    at = f"{setting.name}:{posting.line}"
    employment, unsaid = employment_of(posting.kinds, posting.title)
    level, understood = level_of(posting.level, posting.title)
    told.employment(employment, unsaid)
    if not understood:
        told.note(
            "level",
            f"the level '{posting.level[:60]}' is not known: left out",
            "entry, mid, senior and executive are",
            many="have a level that is not known: left out",
        )
    for what, others in posting.several:
        told.several(what, others)
    values = {
        "title": told.line(posting.title, "title"),
        "employer": told.line(posting.employer, "employer"),
        "place": told.line(posting.place, "place"),
        "employment": employment,
        "level": level,
        "salary": posting.salary,
        "note": told.line(told.with_pay(posting.note), "note"),
        "url": told.url(),
        "posted": told.day(posting.posted, "posted"),
        "closes": told.closing_day(),
        "source": setting.source,
    }
    facts: dict[str, Tree] = {
        key: Fact(value, at, whole=key == "salary")
        for key, value in values.items()
        if value not in (None, "")
    }
    return facts | ({"roles": tuple(Fact(role, at) for role in setting.roles)} if setting.roles else {})


@dataclass(frozen=True, slots=True)
class _Told:
    """The values of one posting that may have to be told about."""

    posting: Posting
    setting: Setting
    jobs: Jobs

    def note(self, code: str, message: str, hint: str = "", *, many: str, warn: bool = True) -> None:
        name = f"'{self.posting.title[:60]}' at {self.posting.employer[:60]}"
        span = Span(self.setting.name, self.posting.line, 1)
        hints = (hint,) if hint else ()
        severity: Severity = "warning" if warn else "note"
        self.jobs.note(Diagnostic(severity, code, f"{name}: {message}", span, hints), many)

    def line(self, text: str, what: str) -> str:
        words, cut = fitted(text, LINE)
        if cut:
            message = f"its {what} is longer than {LINE} characters: cut"
            self.note("cut", message, warn=False, many=f"have a {what} that is too long: cut")
        return words

    def employment(self, chosen: str | None, unsaid: tuple[str, ...]) -> None:
        named = ", ".join(kind[:40] for kind in unsaid)
        if not chosen and not unsaid:
            self.jobs.unsaid.add(self.posting.line)
        elif not chosen:
            hint = "nothing is printed of it; write its employment into jobs.yml"
            message = f"the employment '{named}' has no word here"
            self.note("employment", message, hint, many="have an employment that has no word here")
        elif unsaid:
            message = f"it is taken as {chosen}; what it says too is left out: {named}"
            self.note("employment", message, many="say more than one kind of employment, and one is taken")

    def several(self, what: str, others: tuple[str, ...]) -> None:
        """Of what the posting gives more than once, the first is taken."""
        named = ", ".join(f"'{other[:60]}'" for other in others[:3]) + (", ..." if len(others) > 3 else "")
        message = f"of {len(others) + 1} values for its {what} the first is taken; left out: {named}"
        self.note("several", message, many=f"give several values for the {what}, and the first is taken")

    def with_pay(self, note: str) -> str:
        """The posting's note and, where numbers cannot say its pay or not all of it, the pay as it stands there."""
        pay, why = self.posting.pay, self.posting.why
        if self.posting.salary is None and why:
            printed = why not in _SENSELESS and len(pay) <= _PRINTED
            fate = "printed in words" if printed else "left out"
            message = f"its pay is {fate}, since {why}: '{pay[:80]}'"
            self.note("salary", message, warn=not printed, many=f"have pay that is {fate}, since {why}")
        else:
            printed = _QUALIFIED.search(pay) is not None and len(pay) <= _PRINTED
        if not printed:
            return note
        return f"{note}; pay: {pay}" if note else f"Pay: {pay}"

    def url(self) -> str | None:
        url = self.posting.url
        if url and not _is_address(url):
            message = f"its address is left out, since it is not a whole one: '{url[:80]}'"
            self.note("address", message, many="have an address that is not a whole one: left out")
            return None
        return url

    def day(self, text: str, what: str) -> dt.date | None:
        day = day_of(text)
        if text and day is None:
            self.note(
                "date",
                f"the day on which it {what} cannot be read: '{text[:40]}'",
                "write it as in 2026-11-30",
                many=f"have a day that cannot be read ({what})",
            )
        return day

    def closing_day(self) -> dt.date | None:
        day = self.day(self.posting.closes, "closes")
        if day and day < self.setting.on:
            self.jobs.closed += 1
            self.note(
                "closed",
                f"closed on {day.day} {day:%B %Y}",
                "take it out of jobs.yml, unless it is to be shown as closed",
                many="have closed",
            )
        return day


def _is_address(url: str) -> bool:
    try:
        return len(checked(url)) <= _LONGEST_URL
    except ValueError:
        return False
