"""Words of others as content of ours: ids, lengths, and characters that Markdown would take for markup.

Comes in: any text. Goes out: `slug`, `clean`, `raised`, `literal`, `ended`, `cut` and `fitted` words. Nothing is
raised; what had to be cut ends in an ellipsis, and `fitted` says that it did.
"""

from __future__ import annotations

import re
import unicodedata

from guidebuild.diagnostics import Diagnostic, Span
from guidebuild.importers.meaning.number import plural
from guidebuild.yamlfile.faults import HIDDEN
from guidebuild.yamlfile.unseen import visible

LINE, STATEMENT, TITLE, PROSE = 300, 600, 160, 5_000
"""How long texts of each kind may be, in characters; see `yamlfile.node`."""

_MARKUP = re.compile(r"([\\`*_\[\]])")
_END = re.compile(r"[.!?…][\"”’')\]]*\s*\Z")
_SPACES = re.compile(r"\s+")
_NOT_ID = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th"})
_SIGNS = (("c++", "c plus plus"), ("c#", "c sharp"), (".net", " dot net"), ("&", " and "))


def counted(number: int, noun: str) -> str:
    """ "1 report", "1,200 reports", "no reports" is "0 reports"."""
    many = "rows have" if noun == "row has" else plural(noun)
    return f"{number:,} {noun if number == 1 else many}"


def slug(words: str, *, fallback: str = "untitled") -> str:
    """An id of at most 80 characters made of the words: "Data Scientists" becomes "data-scientists"."""
    text = words.casefold()
    for sign, spelled in _SIGNS:
        text = text.replace(sign, spelled)
    text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    text = "".join(char for char in text if not unicodedata.combining(char))
    return _NOT_ID.sub("-", text).strip("-")[:80].strip("-") or fallback


def clean(words: str) -> str:
    """One line of visible characters: blanks of all kinds become single spaces, control characters go."""
    return _SPACES.sub(" ", HIDDEN.sub(" ", visible(words)[0])).strip()


def raised(words: str) -> str:
    """With a capital first letter, for sources that write all their labels small; "iOS", "3D" and "pH" stay."""
    first = words.split(" ", 1)[0]
    return words if first != first.lower() or not first[:1].isalpha() else words[:1].upper() + words[1:]


def literal(words: str) -> str:
    """The words so that the Markdown subset shows them as they are: "O*NET" stays "O*NET" in print."""
    return _MARKUP.sub(r"\\\1", words)


def cut(words: str, longest: int) -> str:
    """At most so many characters, in whole words if there are any; what is left out is told by an ellipsis."""
    if len(words) <= longest:
        return words
    kept = words[: longest - 1].rpartition(" ")[0] or words[: longest - 1]
    return kept.rstrip("\\ ,;:–-") + "…"


def ended(sentence: str) -> str:
    """With a full stop, if there is no end of a sentence yet; quotes and brackets may stand after it."""
    return sentence if _END.search(sentence) else sentence.rstrip(" ,;:") + "."


def fitted(words: str, limit: int) -> tuple[str, bool]:
    """Clean and literal words of at most `limit` characters, and whether something was cut off at a word's end."""
    text = literal(clean(words))
    return cut(text, limit), len(text) > limit


def fit(words: str, limit: int, span: Span, notes: list[Diagnostic]) -> str:
    """At most `limit` characters, printed as they stand; a note says where something was cut off."""
    text, was_cut = fitted(words, limit)
    if was_cut:
        message = (
            f"this text is longer than the {limit} characters that there is room for; its end was left out"
        )
        notes.append(Diagnostic("note", "shortened", message, span))
    return text
