"""From _brand.yml to a `Theme`.

Comes in: a brand file (or none: the one that ships with guidebuild), `--set` settings, the paper, the edition and the
number of roles. Goes out: `Branded`, the theme and the warnings. Refuses: what cannot be read, with a
`GuideError` that holds all problems and their places. A theme is kept in the cache with the digests of the
files it was made from, so that a second build imports neither brand_yml nor lxml.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidebuild import sources
from guidebuild.brand import colour, families, palette
from guidebuild.brand.fitted import fitted
from guidebuild.brand.theme import Palette, Theme
from guidebuild.cache import Cache
from guidebuild.diagnostics import Diagnostic, EnvironmentFault, GuideError, Span, did_you_mean, sort_key
from guidebuild.edition import PAPERS, PROFILES, Edition, Paper
from guidebuild.fonts import Face

if TYPE_CHECKING:
    from guidebuild.brand.press import Named

Steps = tuple[str | int, ...]
BRAND_LIMIT = 500_000


@dataclass(frozen=True, slots=True)
class Branded:
    """A theme, and what had to be changed or left out on the way to it.

    `words` are those that the brand prints, each with its place; `family` is where the typeface is named.
    """

    theme: Theme
    warnings: tuple[Diagnostic, ...] = ()
    words: tuple[tuple[Span, str], ...] = ()
    family: Span | None = None


class BrandError(GuideError):
    """A brand that is wrong, with the `faces` that its pages would be set in: they can be asked for characters."""

    def __init__(self, diagnostics: Iterable[Diagnostic], faces: tuple[Face, ...]) -> None:
        super().__init__(diagnostics)
        self.faces = faces

    def __reduce__(self) -> tuple[Any, ...]:
        return (BrandError, (self.diagnostics, self.faces))


@dataclass(frozen=True, slots=True)
class _Kept:
    """A theme in the cache, with the files it was made from and their digests ("" for a missing one)."""

    digests: tuple[tuple[str, str], ...]
    branded: Branded


def load_theme(
    brand_file: Path | None,
    *,
    overrides: Mapping[str, str],
    paper: str,
    roles: int,
    root: Path | None,
    cache: Cache,
    edition: Edition = Edition(),  # noqa: B008 -- frozen
    anonymous: bool = False,
) -> Branded:
    """The theme of a brand. Raises `GuideError`; `EnvironmentFault` when the bundled files are missing.

    `anonymous` leaves out whom the file speaks for: a guide of somebody else has the looks of our brand, and neither
    its name nor its logo and contact. `root` is the folder that files named by the brand must lie in; without one, or
    when the brand file lies elsewhere, it is the folder of the brand file.
    """
    file = brand_file or sources.bundled("assets") / "_brand.yml"
    data = _read(file, bundled=brand_file is None)
    sheet = _paper(paper)
    _require_profile(edition.profile)
    key = (
        hashlib.sha256(data).hexdigest(),
        str(file),  # as messages name it
        str(file.resolve()),  # the same name means another file in another working directory
        str(root.resolve()) if root else "",
        sorted(overrides.items()),
        paper,
        edition,
        roles,
        anonymous,
        str(families.fonts_folder()),
    )
    known = cache.get("theme", key, _Kept)
    if known and all(_digest(Path(name)) == kept for name, kept in known.digests):
        return known.branded
    branded, looked_at = _build(
        _text(data, file), file, overrides, sheet, edition, roles, root, anonymous, cache
    )
    cache.put("theme", key, _Kept(tuple((str(name), _digest(name)) for name in looked_at), branded))
    return branded


def _read(file: Path, *, bundled: bool) -> bytes:
    try:
        return sources.read_bytes(file, limit=BRAND_LIMIT)
    except (OSError, ValueError) as err:
        reason = getattr(err, "strerror", None) or str(err)
        if bundled:
            raise EnvironmentFault(
                f"the bundled brand {file} is missing: {reason}", "install guidebuild again"
            ) from err
        message = f"the brand file cannot be read: {reason}"
        raise GuideError([Diagnostic("error", "missing-file", message, Span(str(file)))]) from err


def _text(data: bytes, file: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        line = data.count(b"\n", 0, err.start) + 1
        column = err.start - data.rfind(b"\n", 0, err.start)
        span = Span(str(file), line, column)
        raise GuideError([Diagnostic("error", "encoding", "the file is not UTF-8 text", span)]) from err


def _paper(name: str) -> Paper:
    if name in PAPERS:
        return PAPERS[name]
    hints = did_you_mean(name, PAPERS) or (f"one of {', '.join(sorted(PAPERS))}",)
    raise GuideError([Diagnostic("error", "unknown-paper", f"there is no paper '{name[:40]}'", None, hints)])


def _require_profile(name: str) -> None:
    if name not in PROFILES:
        hints = did_you_mean(name, PROFILES) or (f"one of {', '.join(PROFILES)}",)
        message = f"there is no profile '{name[:40]}'"
        raise GuideError([Diagnostic("error", "unknown-profile", message, None, hints)])


def _digest(file: Path) -> str:
    """SHA-256 of a file, or "" when there is none."""
    try:
        return hashlib.sha256(sources.read_bytes(file, limit=sources.FONT_LIMIT)).hexdigest()
    except (OSError, ValueError):
        return ""


def _build(
    text: str,
    file: Path,
    overrides: Mapping[str, str],
    paper: Paper,
    edition: Edition,
    roles: int,
    root: Path | None,
    anonymous: bool,
    cache: Cache,
) -> tuple[Branded, list[Path]]:
    """The theme made afresh, and the files it was made from."""
    from guidebuild.brand import convention, logo, press, typeface
    from guidebuild.brand.read import read
    from guidebuild.brand.references import References

    brand, extras, tree, problems = read(text, str(file), overrides, anonymous=anonymous)
    folder = file.parent
    project = root or folder
    inside = folder.resolve().is_relative_to(project.resolve())
    references = References(tree, folder, project if inside else folder, project)
    icc = press.read_profile(extras.press, references, problems)
    if brand is None:
        # Out of shape; what is said of type is then unknown, unless nothing is said of it.
        usual = () if "typography" in tree.data else families.bundled(families.DEFAULT).of_text
        raise BrandError([*problems, *references.problems], usual)
    name = _name(brand)
    colours, replaced = _palette(brand, extras, tree, roles, problems)
    problems += replaced
    faces = typeface.read(brand, references, problems)
    to_press = PROFILES[edition.profile].for_press
    mark, found = logo.read(brand.logo, name, colours, references, cache, to_press=to_press)
    problems += [*found, *references.problems, *convention.unused(tree)]
    named = _named(brand, extras, tree, problems)
    if any(problem.severity == "error" for problem in problems):
        raise BrandError(problems, faces.of_text)
    theme = Theme(
        name=name,
        palette=fitted(colours, edition.profile),
        faces=faces,
        logo=mark,
        paper=paper,
        header=extras.header,
        footer=extras.footer,
        contact=extras.contact,
        credit=extras.credit,
        edition=edition,
        press=press.press(extras.press, icc, colours, named, paper) if to_press else None,
    )
    told = tuple(sorted(set(problems), key=sort_key))
    family = tree.span(("typography", "base", "family"))
    return Branded(theme, told, tuple(_printed(theme, tree)), family), references.looked_at


def _printed(theme: Theme, tree: Any) -> Iterator[tuple[Span, str]]:
    """The brand's own words, each with its place."""
    ours, contact = ("defaults", "guidebuild"), theme.contact
    words: dict[Steps, str] = {
        ("meta", "name", "full"): theme.name,
        **{(*ours, key): getattr(theme, key) for key in ("header", "footer", "credit")},
        **{(*ours, "contact", key): getattr(contact, key) for key in ("name", "phone", "email", "url")},
        **{(*ours, "contact", "lines", number): line for number, line in enumerate(contact.lines)},
    }
    for path, text in words.items():
        if text:
            yield tree.span(path), text


def _named(brand: Any, extras: Any, tree: Any, problems: list[Diagnostic]) -> Named:
    """The colours of the palette that the brand gives inks, and what it uses which of its names for."""
    from guidebuild.brand.press import OURS, Named

    named = dict(brand.color.palette or {}) if brand.color else {}
    roles = {f"role-{index + 1}": (*OURS, "roles", index) for index in range(len(extras.roles))}
    paths = {
        "primary": ("color", "primary"),
        "accent": _accent(brand.color, extras, named, tree, [])[1],
        **roles,
    }
    return Named(
        {
            name: _colour(named[name], named, ("color", "palette", name), tree, problems)
            for name, _ in extras.press.cmyk
            if name in named
        },
        {token: tuple(str(step[-1]) for step in _ways(path, tree)[1:]) for token, path in paths.items()},
    )


def _name(brand: Any) -> str:
    name = brand.meta.name if brand.meta else None
    return " ".join((name.full or name.short or "").split())[:120] if name else ""


# Colours


def _palette(
    brand: Any, extras: Any, tree: Any, roles: int, problems: list[Diagnostic]
) -> tuple[Palette, list[Diagnostic]]:
    """The palette, and a warning for each of the brand's colours that cannot be read where it is used."""
    color = brand.color
    named = dict(color.palette or {}) if color else {}
    main = _colour(color.primary if color else None, named, ("color", "primary"), tree, problems)
    accent, accent_path = _accent(color, extras, named, tree, problems)
    own = [
        _colour(role, named, ("defaults", "guidebuild", "roles", index), tree, problems)
        for index, role in enumerate(extras.roles)
    ]
    beside = palette.tint_of(main) if main else palette.ACCENT  # our own accent is for our own primary
    built, replaced = palette.build(main or palette.PRIMARY, accent or beside, [c for c in own if c], roles)
    unquoted = any(problem.code == "unquoted-colour" for problem in problems)
    warnings = [] if main or unquoted else [*_no_primary(named, tree)]
    for change in replaced:
        path: Steps = ("color", "primary")
        if change.what == "accent":
            if not accent:
                continue  # an accent that nobody wrote gives way to the primary without a word
            path = _to_blame(accent_path, tree)
        elif change.what.startswith("role "):
            path = ("defaults", "guidebuild", "roles", int(change.what[5:]) - 1)
        warnings.append(_replaced(change, tree, path))
    return built, warnings


def _no_primary(named: Mapping[str, str], tree: Any) -> Iterator[Diagnostic]:
    """A note for a brand with colours of which none is the primary; it names those that could be."""
    path = ("color", "primary")
    if not isinstance(tree.get(path[:1]), dict) or tree.get(path):
        return  # without any colour there is nothing to ask about; of a wrong one an error tells
    could = [name for name, value in named.items() if _could_be_primary(value)][:6]
    hint = "write one of the palette: " + ", ".join(f"primary: {name}" for name in could)
    message = f"the brand names no primary colour; guidebuild's own {palette.PRIMARY} is used"
    hints = (hint if could else "write primary: and the main colour in quotes, as in primary: '#7a0019'",)
    yield Diagnostic("note", "no-primary", message, tree.span(path[:1], key=True), hints)


def _could_be_primary(text: str) -> bool:
    """Whether a colour is one, has a hue, and carries white words."""
    try:
        found = colour.parse(text)
    except ValueError:
        return False
    return colour.oklch(found).chroma > 0.05 and colour.contrast(found, colour.WHITE) >= palette.TEXT


def _to_blame(accent: Steps, tree: Any) -> Steps:
    """The accent of a file may clash with a primary colour from the command line: then that is what was new."""
    from guidebuild.brand.tree import SETTING

    primary: Steps = ("color", "primary")
    set_here = tree.span(primary).file == SETTING and tree.span(_written_at(accent, tree)).file != SETTING
    return primary if set_here else accent


def _replaced(change: palette.Replacement, tree: Any, path: Steps) -> Diagnostic:
    of = {"primary": "the primary colour", "accent": "the accent"}.get(
        change.what, f"the colour of {change.what}"
    )
    use = {"primary": "text in the primary colour", "accent": "the accent"}.get(change.what, change.what)
    message = (
        f"{of} {change.old} reaches only {math.floor(change.ratio * 10) / 10:.1f}:1 on {change.on}; "
        f"{use} is set in {change.new} instead"
    )
    shade = "a stronger shade" if change.what == "primary" else "a shade further from the background"
    hint = f"choose {shade}: text needs {change.needed}:1"
    warning: Diagnostic = tree.warning("contrast", message, path, hint)
    return warning


def _accent(
    color: Any, extras: Any, named: Mapping[str, str], tree: Any, problems: list[Diagnostic]
) -> tuple[str, Steps]:
    """Our own key, the palette's "accent", else the first colourful one of secondary and tertiary; or ""."""
    named_ones: tuple[tuple[str | None, Steps], ...] = (
        (extras.accent, ("defaults", "guidebuild", "accent")),
        (named.get("accent"), ("color", "palette", "accent")),
    )
    for text, path in named_ones:
        if text:
            return _colour(text, named, path, tree, problems), path
    for field in ("secondary", "tertiary"):
        text = getattr(color, field) if color else None
        path = ("color", field)
        found = _colour(text, named, path, tree, problems)
        if found and colour.oklch(found).chroma > 0.05:
            return found, path
    return "", ()


def _colour(
    text: str | None,
    named: Mapping[str, str],
    path: Steps,
    tree: Any,
    problems: list[Diagnostic],
) -> str:
    """The colour as "#rrggbb"; "" when none is given or it is none (then a problem is noted)."""
    if not text:
        return ""
    try:
        return colour.parse(named.get(text, text))
    except ValueError as err:
        hints = did_you_mean(text, named) or ("write a colour as '#12372f', in quotes",)
        problems.append(tree.error("bad-colour", str(err), _written_at(path, tree), *hints))
        return ""


def _written_at(path: Steps, tree: Any) -> Steps:
    """Where the colour itself stands: the names of the palette are followed."""
    return _ways(path, tree)[-1]


def _ways(path: Steps, tree: Any) -> list[Steps]:
    """A path, and where the names that stand there lead to, one after another."""
    named, ways = tree.get(("color", "palette")), [path]
    value = tree.get(path)
    while isinstance(named, dict) and isinstance(value, str) and value in named:
        step = ("color", "palette", value)
        if step in ways:
            break
        ways.append(step)
        value = named[value]
    return ways
