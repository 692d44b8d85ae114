"""The jobs of a file of postings.

Comes in: a path, the roles that the jobs are for, those that there are, and the day. Goes out: a `Draft`. Refuses:
unknown roles, files that hold no posting, and files that hold none that can be used.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from guidebuild.diagnostics import Diagnostic, GuideError, Span, did_you_mean
from guidebuild.importers.draft import Draft, Entry, Fact
from guidebuild.importers.kinds.jobs.entries import Jobs, Setting, entries_of
from guidebuild.importers.kinds.jobs.files import Postings, Wanted, postings_of
from guidebuild.importers.kinds.jobs.posting import Posting
from guidebuild.importers.meaning.wording import LINE, counted, fitted, slug
from guidebuild.sources import shown

_SHOWN = 12


def read_jobs(wanted: Wanted, *, roles: Collection[str], on: dt.date) -> Draft:
    """The draft of an import of jobs. Raises `GuideError` with everything that is wrong."""
    faults = list(_unknown(wanted.roles, roles))
    try:
        read = postings_of(wanted)
        source, told = _source(wanted.file, read.found)
        setting = Setting(shown(wanted.file), source, wanted.roles, wanted.employer, on)
        jobs = entries_of(read.found, setting)
        if not jobs.entries:
            message = "no posting of this file can be used"
            raise GuideError(
                [*read.notes, *jobs.notes, Diagnostic("error", "no-jobs", message, Span(setting.name))]
            )
    except GuideError as error:
        raise GuideError([*faults, *error.diagnostics]) from None
    if faults:
        raise GuideError(faults)
    facts = {key: Fact(value, setting.name) for key, value in {**told, "accessed": on}.items()}
    entries = (Entry("sources", source, facts), *jobs.entries)
    notes = (*read.notes, *jobs.notes, *_general(read, wanted, setting))
    return Draft(f"jobs:{slug(wanted.file.stem)}", source, entries, notes, _said(read, jobs, setting))


def _unknown(asked: tuple[str, ...], known: Collection[str]) -> Iterator[Diagnostic]:
    for role in asked:
        if role not in known:
            message = f"there is no role '{role[:80]}'"
            yield Diagnostic("error", "unknown-role", message, Span("--roles"), did_you_mean(role, known))


def _source(file: Path, postings: list[Posting]) -> tuple[str, dict[str, str]]:
    """The id and the texts of the source: the site, where all postings are on one, else the file."""
    hosts = {_host(posting.url) for posting in postings if posting.url}
    host = hosts.pop() if len(hosts) == 1 else ""
    if host:
        return slug(f"jobs {host}"), {"title": fitted(f"Job postings on {host}", LINE)[0]}
    return slug(f"jobs {file.stem}"), {"title": fitted(f"Job postings, {file.name}", LINE)[0]}


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # what cannot be an address, as in "https://[here]"
        return ""


def _general(read: Postings, wanted: Wanted, setting: Setting) -> Iterator[Diagnostic]:
    if read.rest:
        names = ", ".join(f"'{name[:40]}'" for name in read.rest[:_SHOWN]) + (
            ", ..." if len(read.rest) > _SHOWN else ""
        )
        message = f"a job has no place for {names}: left out"
        yield Diagnostic("note", "not-taken", message, Span(setting.name))
    if not wanted.roles:
        message = "the jobs are for no role in particular: they stand in every guide"
        yield Diagnostic("note", "every-guide", message, Span(setting.name), ("name roles with --roles",))


def _said(read: Postings, jobs: Jobs, setting: Setting) -> tuple[str, ...]:
    count, out = len(jobs.entries), len(read.found) - len(jobs.entries) - jobs.twice
    more = [f"{jobs.twice} stood twice"] if jobs.twice else []
    more += [f"{out} left out"] if out else []
    more += [f"{jobs.closed} closed"] if jobs.closed else []
    tail = f" ({', '.join(more)})" if more else ""
    return (f"{setting.name}: {counted(len(read.found), 'posting')}, {counted(count, 'job')}{tail}",)
