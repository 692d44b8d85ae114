"""What is wrong with a file that is no YAML, in plain words.

The text of a file and the parser's complaint come in; diagnostics with their places go out: tabs as indentation and the
common slips of quoting and indentation, each with a way to mend it. `GuideError` is raised for hidden characters.
"""

from __future__ import annotations

import re

import yaml

from guidebuild.diagnostics import Diagnostic, GuideError, Span

MAX_PROBLEMS = 20
MAX_DEPTH = 40  # lists and mappings inside each other
TOO_DEEP = f"the file nests deeper than {MAX_DEPTH} levels"
# Line breaks other than CR and LF count as hidden: editors disagree on whether they begin a line.
# Overrides and embeddings of direction (UAX 9) show a text in another order than it is stored and read aloud.
OVERRIDES = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
HIDDEN = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)

_COLON = "put a text that contains ': ' in quotes, and check the indentation"
_QUOTE = "put the text in quotes"
_SYNTAX = (
    ("mapping values are not allowed", "a colon cannot stand here", _COLON),
    ("cannot start any token", "a text cannot begin with this character", _QUOTE),
    (
        "could not find expected ':'",
        "a key without its colon",
        "write 'key: value', with a space after the colon",
    ),
    (
        "unknown escape",
        "a backslash before a character that needs none",
        "use single quotes, or double the backslash",
    ),
    ("expected alphabetic or numeric", "a text cannot begin with * or &", _QUOTE),
    ("undefined alias", "a text cannot begin with *", _QUOTE),
    ("unexpected end of stream", "a quotation mark is opened but not closed", "close it"),
    ("document separator", "a quotation mark is opened but not closed", "close it"),
    ("',' or ']'", "a list in brackets is not closed", "put a comma between items and a ']' at the end"),
    ("',' or '}'", "a mapping in braces is not closed", "put text that begins with { in quotes"),
    ("'-' indicator", "this line is not indented like the items of the list above", "align it"),
    ("expected key", "this line is not indented like the keys above it", "align it"),
    ("<document start>", "something stands after the end of the content", "check the indentation"),
)


def code_point(character: str) -> str:
    """A hidden character by its number, and its name where it has one."""
    names = {"\x00": "null", "\x07": "bell", "\x08": "backspace", "\x1b": "escape", "\x7f": "delete"}
    name = names.get(character) or _unicode_name(character)
    code = f"U+{ord(character):04X}"
    return f"the hidden character {code} ({name})" if name else f"the hidden character {code}"


def _unicode_name(character: str) -> str:
    """'zero width space'; "" where Unicode has no name."""
    import unicodedata

    if character == "\ufeff":
        return "byte order mark"
    return unicodedata.name(character, "").lower()


def scan_hidden(text: str, file: str) -> None:
    """Report hidden characters of the file itself, at most 20 of them. Raises `GuideError` with them."""
    problems = []
    for found in HIDDEN.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        message = f"the file contains {code_point(found[0])}"
        if found[0] in OVERRIDES:
            message += ", which turns the order of letters round"
        span = Span(file, line, column)
        problems.append(Diagnostic("error", "control-character", message, span, ("remove the character",)))
        if len(problems) >= MAX_PROBLEMS:
            break
    if problems:
        raise GuideError(problems)


def in_plain_words(error: yaml.MarkedYAMLError, text: str, file: str) -> Diagnostic:
    """The parser's complaint in plain words."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.splitlines()
    # The parser notices a tab where the next token begins, sometimes a line late.
    for number in (line, line - 1):
        indent = re.match(r"[ \t]*", lines[number - 1]) if 0 < number <= len(lines) else None
        if indent and "\t" in indent[0]:
            return Diagnostic("error", "tab", "this line is indented with a tab, which YAML does not allow",
                              Span(file, number, indent[0].index("\t") + 1), ("use spaces",))  # fmt: skip
    problem = error.problem or "not valid"
    if "nesting depth" in problem:  # newer parsers have a limit of their own, and reach it reading ahead
        return Diagnostic("error", "too-deep", TOO_DEEP, Span(file, line, column))
    opened = error.context_mark
    for part, message, hint in _SYNTAX:
        if part in problem:
            # What was opened and never closed is to be mended where it was opened.
            if "closed" in message and opened:
                line, column = opened.line + 1, opened.column + 1
            return Diagnostic("error", "yaml-syntax", message, Span(file, line, column), (hint,))
    return Diagnostic("error", "yaml-syntax", f"this is not YAML: {problem}", Span(file, line, column))
