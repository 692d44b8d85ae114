"""Messages as a Fluent file has them, and back: what `words.form` promises of their form.

`fluent(kind)` is the text of a Fluent resource with all messages of a class; `python(text, kind)` are the bodies of its
methods made from such a text, as `ast` writes them; `bodies(kind)` are those that it has. The two are equal.
"""

from __future__ import annotations

import ast
import inspect
import re
import textwrap

from fluent.syntax import ast as ftl
from fluent.syntax import parse, serialize

from guidebuild.words.form import Messages

_PIECE = re.compile(r"\{(\w+)(?::(\w+))?\}|\{|\}|[^{}]+")


def identity(kind: type[Messages], name: str) -> str:
    """The id of a message: 'pay-median-of-one'."""
    return f"{kind.__name__.removesuffix('Words').lower()}-{name.replace('_', '-')}"


def bodies(kind: type[Messages]) -> dict[str, str]:
    """The body of each message without its docstring, by its name."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    assert isinstance(tree, ast.ClassDef)
    found = {}
    for method in tree.body:
        if isinstance(method, ast.FunctionDef):
            body = [
                s for s in method.body if not (isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant))
            ]
            found[method.name] = ast.unparse(ast.Module(body, []))
    return found


# To Fluent


def fluent(kind: type[Messages]) -> str:
    entries: list[ftl.EntryType] = [
        ftl.Message(ftl.Identifier(identity(kind, name)), _pattern(ast.parse(body).body))
        for name, body in bodies(kind).items()
    ]
    return str(serialize(ftl.Resource(entries)))


def _pattern(body: list[ast.stmt]) -> ftl.Pattern:
    (statement,) = body
    if isinstance(statement, ast.Return):
        assert isinstance(statement.value, ast.Constant)
        return ftl.Pattern([*map(_element, _PIECE.finditer(str(statement.value.value)))])
    assert isinstance(statement, ast.Match)
    assert isinstance(statement.subject, ast.Name)
    variants = [_variant(case) for case in statement.cases]
    selector = ftl.VariableReference(ftl.Identifier(statement.subject.id))
    return ftl.Pattern([ftl.Placeable(ftl.SelectExpression(selector, variants))])


def _variant(case: ast.match_case) -> ftl.Variant:
    assert case.guard is None
    if isinstance(case.pattern, ast.MatchValue):
        assert isinstance(case.pattern.value, ast.Constant)
        value = case.pattern.value.value
        key = ftl.NumberLiteral(str(value)) if isinstance(value, int) else ftl.Identifier(str(value))
        return ftl.Variant(key, _pattern(case.body))
    assert isinstance(case.pattern, ast.MatchAs)
    assert case.pattern.name is None
    return ftl.Variant(ftl.Identifier("other"), _pattern(case.body), default=True)


def _element(piece: re.Match[str]) -> ftl.TextElement | ftl.Placeable:
    if not piece[1]:
        return ftl.TextElement(piece[0])
    variable = ftl.VariableReference(ftl.Identifier(piece[1]))
    if not piece[2]:
        return ftl.Placeable(variable)
    return ftl.Placeable(
        ftl.FunctionReference(ftl.Identifier(piece[2].upper()), ftl.CallArguments([variable], []))
    )


# And back


def python(text: str, kind: type[Messages]) -> dict[str, str]:
    names = {identity(kind, name): name for name in bodies(kind)}
    resource = parse(text)
    assert not [entry for entry in resource.body if isinstance(entry, ftl.Junk)]
    messages = [entry for entry in resource.body if isinstance(entry, ftl.Message)]
    return {names[entry.id.name]: ast.unparse(ast.Module(_body(entry.value), [])) for entry in messages}


def _body(pattern: ftl.Pattern | None) -> list[ast.stmt]:
    assert pattern is not None
    first = pattern.elements[0]
    if isinstance(first, ftl.Placeable) and isinstance(first.expression, ftl.SelectExpression):
        chosen = first.expression
        cases = [ast.match_case(_case(variant), None, _body(variant.value)) for variant in chosen.variants]
        assert isinstance(chosen.selector, ftl.VariableReference)
        return [ast.Match(ast.Name(chosen.selector.id.name), cases)]
    return [ast.Return(ast.Constant("".join(map(_words, pattern.elements))))]


def _case(variant: ftl.Variant) -> ast.pattern:
    if variant.default:
        return ast.MatchAs()
    key = variant.key
    return ast.MatchValue(ast.Constant(int(key.value) if isinstance(key, ftl.NumberLiteral) else key.name))


def _words(element: ftl.TextElement | ftl.Placeable) -> str:
    if isinstance(element, ftl.TextElement):
        return str(element.value)
    asked = element.expression
    if isinstance(asked, ftl.VariableReference):
        return f"{{{asked.id.name}}}"
    assert isinstance(asked, ftl.FunctionReference)
    (told,) = asked.arguments.positional
    assert isinstance(told, ftl.VariableReference)
    return f"{{{told.id.name}:{asked.id.name.lower()}}}"
