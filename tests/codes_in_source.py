"""Which codes of diagnostics the program can print, and how severe each, read from its own source.

A code is what stands for `code` where a `Diagnostic` or `RefusedError` is made. Where that is a parameter, the callers
of the function are asked, and theirs; where it is a name, what was assigned to it. What cannot be followed is listed.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "src" / "guidebuild"
SEVERITIES = frozenset({"error", "warning", "note"})


@dataclass(frozen=True)
class Switch:
    """A parameter, true or false, that decides between two severities."""

    name: str
    usual: bool
    yes: str
    no: str


@dataclass(frozen=True)
class Maker:
    """A function that makes a diagnostic: where it takes the code and the severity, or which severities it gives."""

    name: str
    code: int
    code_name: str
    severity: int | None = None
    severity_name: str = ""
    severities: frozenset[str] = frozenset()
    switch: Switch | None = None
    owner: tuple[str, str] | None = None  # file and class ("" for none); None for the types of `diagnostics`


@dataclass
class Found:
    """Codes with their severities and places; `lost` are the places where a code could not be followed."""

    codes: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)

    def add(self, code: str, severity: str, place: str) -> None:
        self.codes.setdefault(code, {}).setdefault(severity, set()).add(place)


ROOTS = (
    Maker("Diagnostic", 1, "code", 0, "severity"),
    Maker("RefusedError", 0, "code", None, "", frozenset({"error"})),
)


@dataclass(frozen=True)
class Scope:
    """A function with the file and the class that it stands in."""

    file: str
    cls: str
    node: ast.FunctionDef
    module: ast.Module

    def parameters(self) -> list[str]:
        names = [argument.arg for argument in self.node.args.posonlyargs + self.node.args.args]
        return names[1:] if self.cls and names[:1] in (["self"], ["cls"]) else names

    def keywords(self) -> list[str]:
        return [argument.arg for argument in self.node.args.kwonlyargs]


def scopes(source: Path = SOURCE) -> Iterator[Scope]:
    for path in sorted(source.rglob("*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        file = path.relative_to(source).as_posix()
        yield from _within(module, file, "", module)


def _within(node: ast.AST, file: str, cls: str, module: ast.Module) -> Iterator[Scope]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            yield Scope(file, cls, child, module)
            yield from _within(child, file, "", module)
        else:
            inner = child.name if isinstance(child, ast.ClassDef) else cls
            yield from _within(child, file, inner, module)


def search(source: Path = SOURCE) -> Found:
    """Ask the callers of every function that takes a code, until no new one is found."""
    calls, found = _calls(source), Found()
    known, waiting = set(ROOTS), list(ROOTS)
    while waiting:
        maker = waiting.pop()
        for scope, call in calls.get(maker.name, ()):
            if _is_of(scope, call.func, maker):
                new = set(_told(scope, call, maker, found)) - known
                known |= new
                waiting += new
    return found


def _calls(source: Path) -> dict[str, list[tuple[Scope, ast.Call]]]:
    """Every call by the name of what is called, with the innermost function that it stands in."""
    calls: dict[str, list[tuple[Scope, ast.Call]]] = {}
    for scope in scopes(source):
        for node in _own(scope.node):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                calls.setdefault(name, []).append((scope, node))
    return calls


def _own(function: ast.FunctionDef) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(function):
        yield from _own_of(child)


def _own_of(node: ast.AST) -> Iterator[ast.AST]:
    if not isinstance(node, ast.FunctionDef):
        yield node
        for child in ast.iter_child_nodes(node):
            yield from _own_of(child)


def _is_of(scope: Scope, function: ast.expr, maker: Maker) -> bool:
    if maker.owner is None:
        return True
    file, cls = maker.owner
    if isinstance(function, ast.Name):
        return not cls and (file == scope.file or _imports(scope.module, maker.name, file))
    if getattr(getattr(function, "value", None), "id", "") == "self":
        return bool(cls) and (scope.file, scope.cls) == maker.owner
    # Of what class another object is cannot be told from here: one of this file, else one of this room.
    here = maker.name in _methods(scope.module)
    return bool(cls) and (file == scope.file if here else _room(file) == _room(scope.file))


def _room(file: str) -> str:
    return file.partition("/")[0]


@cache
def _methods(module: ast.Module) -> frozenset[str]:
    classes = [node for node in ast.walk(module) if isinstance(node, ast.ClassDef)]
    return frozenset(n.name for cls in classes for n in cls.body if isinstance(n, ast.FunctionDef))


def _imports(module: ast.Module, name: str, file: str) -> bool:
    dotted = "guidebuild." + file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return any(
        isinstance(node, ast.ImportFrom) and node.module == dotted and name in {a.name for a in node.names}
        for node in ast.walk(module)
    )


def _argument(call: ast.Call, place: int | None, name: str) -> ast.expr | None:
    if place is not None and place < len(call.args):
        return call.args[place]
    return next((keyword.value for keyword in call.keywords if name and keyword.arg == name), None)


def _told(scope: Scope, call: ast.Call, maker: Maker, found: Found) -> Iterator[Maker]:
    """Write down the codes of one call; a maker, where the function passes on what it was given."""
    place = f"{scope.file}:{scope.node.name}"
    code, severity = (
        _argument(call, maker.code, maker.code_name),
        _argument(call, maker.severity, maker.severity_name),
    )
    passed = [p for p in (*scope.parameters(), *scope.keywords()) if code is not None and p in _names(code)]
    severities = _switched(call, maker) or maker.severities or SEVERITIES & _texts(scope, severity)
    carried = _passed_severity(scope, severity)
    if passed and isinstance(code, ast.Name):
        yield Maker(
            scope.node.name,
            _index(scope, passed[0]),
            passed[0],
            None if not carried or severities else _index(scope, carried),
            "" if severities else carried,
            severities,
            _switch(scope, severity),
            (scope.file, scope.cls),
        )
        return
    codes = _texts(scope, code)
    if not codes or not severities:
        found.lost.add(place)
    for text in codes:
        for one in severities:
            found.add(text, one, place)


def _switch(scope: Scope, severity: ast.expr | None) -> Switch | None:
    """The parameter that a severity such as `"warning" if warn else "note"` hangs on."""
    named = list(_assigned(scope, severity.id)) if isinstance(severity, ast.Name) else [severity]
    one = named[0] if len(named) == 1 else None
    if not isinstance(one, ast.IfExp) or not isinstance(one.test, ast.Name):
        return None
    arguments = scope.node.args
    usual = {
        argument.arg: getattr(default, "value", None)
        for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    }.get(one.test.id)
    texts = [getattr(side, "value", "") for side in (one.body, one.orelse)]
    return Switch(one.test.id, usual, *texts) if isinstance(usual, bool) else None


def _switched(call: ast.Call, maker: Maker) -> frozenset[str]:
    """The severity that a call chooses by such a parameter; both where it is not written out."""
    if maker.switch is None:
        return frozenset()
    switch = maker.switch
    given = _argument(call, None, switch.name)
    value = switch.usual if given is None else getattr(given, "value", None)
    return frozenset({switch.yes, switch.no} if value is None else {switch.yes if value else switch.no})


def _index(scope: Scope, name: str) -> int:
    return scope.parameters().index(name) if name in scope.parameters() else 99


def _passed_severity(scope: Scope, severity: ast.expr | None) -> str:
    names = _names(severity) if severity is not None else set()
    return next((p for p in (*scope.parameters(), *scope.keywords()) if p in names), "")


def _names(node: ast.expr) -> set[str]:
    return {child.id for child in ast.walk(node) if isinstance(child, ast.Name)}


def _texts(scope: Scope, node: ast.expr | None, seen: frozenset[str] = frozenset()) -> set[str]:
    """The texts that an expression can be: one that is written out, or what was assigned to a name."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return {node.value}
    if isinstance(node, ast.IfExp):
        return _texts(scope, node.body, seen) | _texts(scope, node.orelse, seen)
    if isinstance(node, ast.Name) and node.id not in seen:
        values = _assigned(scope, node.id)
        return {text for value in values for text in _texts(scope, value, seen | {node.id})}
    return set()


def _assigned(scope: Scope, name: str) -> Iterator[ast.expr]:
    for node in [*_own(scope.node), *scope.module.body]:
        targets: list[ast.expr] = []
        if isinstance(node, ast.Assign):
            targets, value = node.targets, node.value
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            targets, value = [node.target], node.value
        for target in targets:
            if isinstance(target, ast.Name) and target.id == name:
                yield value
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                for one, part in zip(target.elts, value.elts, strict=False):
                    if isinstance(one, ast.Name) and one.id == name:
                        yield part
