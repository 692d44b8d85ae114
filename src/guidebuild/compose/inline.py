"""Authors' text to inline runs: a small Markdown subset, and nothing else.

Comes in: a plain string. Goes out: `Text`. `*emphasis*`, `**strong**`, `` `code` `` and `[label](https://...)`
become styled runs; every other character, raw HTML and template braces included, stays as written. Refuses:
links other than http, https, mailto and tel (they stay literal text), images, blocks.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from guidebuild.compose.text import Run, Text, placed, words_of
from guidebuild.diagnostics import Span
from guidebuild.yamlfile.address import is_sound

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_MARKUP = re.compile(r"[*_`\[\\]")
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(["emphasis", "backticks", "link", "escape"])
    parser.validateLink = lambda url: is_sound(url)  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


def inline(words: str, place: Span | None = None) -> Text:
    """Styled runs of one line or paragraph, written at a place. Only text with markup characters is parsed."""
    words = _BLANKS.sub(" ", words).strip(" ")  # a no-break space stays
    if not words:
        return ()
    if not _MARKUP.search(words):
        return (Run(_curled(words), place=place),)
    return placed(_merged(_runs(words)), place)


def flat(words: str) -> str:
    """The words alone, for headings and labels that carry no styles."""
    return words_of(inline(words))


def paragraphs(prose: str, place: Span | None = None) -> tuple[Text, ...]:
    """Paragraphs are separated by blank lines."""
    return tuple(text for part in re.split(r"\n\s*\n", prose) if (text := inline(part, place)))


def first_sentence(prose: str) -> str:
    """The words up to the first full stop that ends a sentence."""
    words = flat(prose)
    end = re.search(r"(?<=[a-z0-9)”’][.!?])\s+(?=[A-Z“‘])", words)
    return words[: end.start()] if end else words


def _curled(words: str) -> str:
    return _APOSTROPHE.sub("’", words)


def _runs(words: str) -> list[Run]:
    runs: list[Run] = []
    bold = italic = 0
    link = ""
    for token in _parser().parseInline(words)[0].children or []:
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                link = str(token.attrGet("href") or "")
            case "link_close":
                link = ""
            case "code_inline":
                runs.append(Run(token.content, bold=bold > 0, italic=italic > 0, code=True, link=link))
            case _:
                runs.append(Run(_curled(token.content), bold=bold > 0, italic=italic > 0, link=link))
    return runs


def _merged(runs: list[Run]) -> Text:
    """Neighbours of one style become one run; empty ones go."""
    merged: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if merged and _style(merged[-1]) == _style(run):
            last = merged.pop()
            run = Run(last.text + run.text, run.bold, run.italic, run.code, run.link)
        merged.append(run)
    return tuple(merged)


def _style(run: Run) -> tuple[bool, bool, bool, str]:
    return (run.bold, run.italic, run.code, run.link)
