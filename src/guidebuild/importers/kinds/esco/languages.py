"""Which language of a release is taken, and what a user should know about it.

Comes in: the languages that are there, and the one that is asked for. Goes out: one of them; notes about texts in other
languages than the guide's. Refuses: a language that is not there, and to choose among several without English.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guidebuild.diagnostics import Diagnostic, GuideError, Span

GUIDE = "en"
"""The language of the words that the program itself prints."""
NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "et": "Estonian", "fi": "Finnish", "fr": "French", "ga": "Irish", "hr": "Croatian",
    "hu": "Hungarian", "is": "Icelandic", "it": "Italian", "lt": "Lithuanian", "lv": "Latvian", "mt": "Maltese",
    "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "sk": "Slovak",
    "sl": "Slovenian", "sv": "Swedish", "uk": "Ukrainian",
}  # fmt: skip
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


def chosen_language(there: Iterable[str], asked: str, span: Span) -> str:
    """The language asked for, else the guide's, else the only one. Raises `GuideError`."""
    known = sorted(set(there))
    asked = asked.strip().casefold().replace("_", "-")
    if asked in known:
        return asked
    if near := [language for language in known if asked and base_of(language) == base_of(asked)]:
        return near[0]
    listed = ", ".join(_named(language) for language in known)
    if asked:
        message = f"there is no list of occupations in {_named(asked)} here"
        hint = f"the languages are: {listed}"
    elif english := [language for language in known if base_of(language) == GUIDE]:
        return english[0]
    elif len(known) == 1:
        return known[0]
    else:
        message, hint = (
            "there are several languages here, and none is English",
            f"choose one with --language: {listed}",
        )
    raise GuideError([Diagnostic("error", "which-language", message, span, (hint,))])


def base_of(language: str) -> str:
    """ "en-us" is English."""
    return language.partition("-")[0]


def tag_of(language: str) -> str:
    """The language as BCP 47 writes it: "de", "en-US"."""
    base, _, place = language.partition("-")
    return f"{base}-{place.upper()}" if place else base


def about(language: str, span: Span) -> Iterator[Diagnostic]:
    """What is different with texts in this language."""
    if language in _RIGHT_TO_LEFT:
        message = f"{_named(language)} is written from right to left, and a guide cannot be set so: it will not build"
        hint = "import another language, or translate the titles, definitions and skills"
        yield Diagnostic("warning", "right-to-left", message, span, (hint,))
    elif base_of(language) not in ("", GUIDE):
        message = (
            f"these texts are in {_named(language)}; the words that a guide puts around them are English"
        )
        yield Diagnostic("note", "language", message, span)


def _named(language: str) -> str:
    name = NAMES.get(base_of(language))
    return f"{name} ({language})" if name else f"'{language}'"
