"""Files of content that hold lists of entries: skills, tips, terms, jobs, questions, sources.

Comes in: the library that asks, a kind and a file. Goes out: the entries by id. What is wrong
is reported to the library.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidebuild.diagnostics import Diagnostic, Span, did_you_mean
from guidebuild.model.entry import MODELS, Entry
from guidebuild.model.project import LISTS, Kind, Origin
from guidebuild.sources import shown
from guidebuild.yamlfile.problems import MAX_PROBLEMS
from guidebuild.yamlfile.tree import YamlMap, YamlSeq, place

if TYPE_CHECKING:
    from guidebuild.model.library import Library

SETTINGS: dict[Kind, tuple[str, ...]] = {"skills": ("field", "vocabulary"), "terms": ("field",)}
"""What else may stand beside the lists of a file: the field of work of its entries, and fields for all roles."""


def read_list(library: Library, kind: Kind, file: Path, origin: Origin) -> dict[str, Entry[Any] | None]:
    """The entries of one list in a file, by id; those that are wrong are None."""
    found: dict[str, Entry[Any] | None] = {}
    already = len(library.diagnostics)
    for item in _items(library, kind, file):
        entry = library.validated(kind, item, origin, file)
        # Questions have no id: the words themselves tell them apart.
        key = item.get("ask" if kind == "questions" else "id")
        if isinstance(key, str):
            twin = found.get(key)
            if twin is not None:
                library.report([_twice(kind, key, item, twin)])
            found[key] = entry or twin
        if len(library.diagnostics) - already > MAX_PROBLEMS:
            library.report(
                [Diagnostic("error", "too-many-problems", "reading stops here: too much is wrong", item.span)]
            )
            break
    return found


def _twice(kind: Kind, key: str, item: YamlMap, twin: Entry[Any]) -> Diagnostic:
    what, name = ("question", "ask") if kind == "questions" else ("id", "id")
    message = f"the {what} '{key[:80]}' stands twice, first at {place(twin.tree, (name,))}"
    return Diagnostic(
        "error", "duplicate-id", message, place(item, (name,)), ("rename or remove one of the two",)
    )


def _items(library: Library, kind: Kind, file: Path) -> Iterator[YamlMap]:
    """The mappings of a list: the file's list of that name, or the file itself where it holds one list."""
    tree = library.tree(file)
    if tree is None:
        return
    kinds = next((kinds for kinds in LISTS.values() if kind in kinds), (kind,))
    noun = MODELS[kind].noun
    if isinstance(tree, YamlMap):
        if kind == kinds[0]:
            library.report(_stray_keys(tree, kinds))
        items = tree.get(kind)
        if items is None:
            return
        _take_field(tree, kind, items)
    else:
        items = tree if kind == kinds[0] else YamlSeq(())
    if not isinstance(items, YamlSeq):
        span = place(tree, (kind,)) if isinstance(tree, YamlMap) else Span(shown(file), 1, 1)
        library.report(
            [Diagnostic("error", "wrong-type", f"'{kind}' must be a list, each item {noun}", span)]
        )
        return
    for index, item in enumerate(items):
        if isinstance(item, str) and kind == "questions":
            item = _spelt_out(item, items, index)
        if isinstance(item, YamlMap):
            yield item
        else:
            message = f"item {index + 1} of '{kind}' must be {noun}: a mapping of keys and values"
            library.report([Diagnostic("error", "wrong-type", message, place(items, (index,)))])


def _take_field(tree: YamlMap, kind: Kind, items: Any) -> None:
    """Entries belong to the field of work that their file names, unless they name one themselves."""
    if (
        "field" in MODELS[kind].model_fields
        and isinstance(tree.get("field"), str)
        and isinstance(items, YamlSeq)
    ):
        for item in items:
            if isinstance(item, YamlMap):
                item.setdefault("field", tree["field"])


def _spelt_out(item: str, items: YamlSeq, index: int) -> YamlMap:
    """A question that is a plain text, as a mapping."""
    whole = YamlMap(ask=str(item))
    whole.span, whole.keys_at, whole.raw = place(items, (index,)), {"ask": items.items_at[index]}, {}
    whole.values_at = whole.keys_at
    return whole


def _stray_keys(tree: YamlMap, kinds: tuple[Kind, ...]) -> Iterator[Diagnostic]:
    known = (*kinds, *SETTINGS.get(kinds[0], ()))
    yield from _bad_settings(tree, kinds[0])
    for key in tree:
        if key not in known:
            hints = did_you_mean(key, known) or (
                "this file holds " + " and ".join(f"'{name}'" for name in known),
            )
            message = f"'{key[:80]}' is not a list of this file"
            yield Diagnostic("error", "unknown-key", message, place(tree, (key,), key=True), hints)


def _bad_settings(tree: YamlMap, kind: Kind) -> Iterator[Diagnostic]:
    """A field that is no word, and a vocabulary that is no list of words."""
    settings = SETTINGS.get(kind, ())
    if "field" in settings and not isinstance(tree.get("field", ""), str):
        message = "'field' is one word, the name of a field of work"
        yield Diagnostic("error", "wrong-type", message, place(tree, ("field",)), ("as in 'field: nursing'",))
    if "vocabulary" in settings:
        named = tree.get("vocabulary", YamlSeq(()))
        if not (isinstance(named, YamlSeq) and all(isinstance(word, str) for word in named)):
            message, hint = "'vocabulary' is a list of fields of work", "write it in brackets: [data-and-ai]"
            yield Diagnostic("error", "wrong-type", message, place(tree, ("vocabulary",)), (hint,))
