"""The whole pipeline on one screen.

Comes in: an `Order`, what the user asked for. Goes out: `Built`, the finished file and what it was built
from. Refuses: content with errors, characters that the fonts lack, and pages on which something does not
fit, all with `GuideError`. Each stage is imported when it is its turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from guidebuild import sources
from guidebuild.cache import Cache
from guidebuild.diagnostics import Diagnostic, GuideError, Span

if TYPE_CHECKING:
    from guidebuild.brand.load import Branded
    from guidebuild.brand.theme import Theme
    from guidebuild.charts.chart import Chart
    from guidebuild.compose.document import Document
    from guidebuild.conform.artifact import Artifact
    from guidebuild.model.load import Loaded
    from guidebuild.model.schema import GuideSpec
    from guidebuild.typeset.result import Typeset


@dataclass(frozen=True, slots=True)
class Order:
    """What to build. Empty fields leave the choice to the project, looked for from `folder` upwards."""

    guide: str = ""
    roles: tuple[str, ...] = ()
    brand: str = ""
    settings: tuple[tuple[str, str], ...] = ()
    paper: str = ""
    folder: Path = Path()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A guide whose content and brand are in order, before anything is drawn."""

    loaded: Loaded
    branded: Branded
    document: Document

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        return (*self.loaded.warnings, *self.branded.warnings)


@dataclass(frozen=True, slots=True)
class Built:
    """The finished file with the id of its guide and the paper it is set on."""

    guide: str
    paper: str
    artifact: Artifact


def build(
    order: Order, *, progress: Callable[[str], None] = lambda _stage: None, cache: Cache | None = None
) -> Built:
    """Build one guide. `progress` is called with the name of each stage as it begins."""
    cache = cache or Cache(None)
    prepared = prepare(order, progress=progress, cache=cache)
    document, theme = prepared.document, prepared.branded.theme

    place = Span(prepared.loaded.guide.spec.span.file or "the guide")

    progress("draw")
    charts = _drawn(document, theme, cache, place)

    progress("typeset")
    pages = _set(document, theme, charts, place)
    _refuse_overflow(pages.overflow, place)

    progress("conform")
    from guidebuild.conform import conform

    artifact = conform(pages, warnings=prepared.warnings)
    return Built(prepared.loaded.guide.spec.id, theme.paper.name, artifact)


def prepare(order: Order, *, progress: Callable[[str], None], cache: Cache) -> Prepared:
    """The stages that can find something wrong with what an author wrote."""
    loaded, branded = read(order, progress=progress, cache=cache)
    problems = missing_characters(loaded.texts, branded.theme)
    if problems:
        raise GuideError([*problems, *loaded.warnings, *branded.warnings])

    progress("compose")
    from guidebuild.compose import compose

    return Prepared(loaded, branded, compose(loaded.guide, branded.theme))


def read(order: Order, *, progress: Callable[[str], None], cache: Cache) -> tuple[Loaded, Branded]:
    """The first two stages: what the files say, each by itself."""
    order = replace(order, folder=order.folder.resolve())
    progress("load")
    from guidebuild.model.load import load

    loaded = load(order.folder, guide=order.guide, roles=order.roles)

    progress("brand")
    from guidebuild.brand.load import load_theme

    spec = loaded.guide.spec
    home = _home(order, loaded)
    return loaded, load_theme(
        _brand_file(order, loaded, home),
        overrides=dict(order.settings),
        paper=order.paper or _paper(spec),
        roles=len(spec.roles),
        root=home,
        cache=cache,
    )


def _home(order: Order, loaded: Loaded) -> Path:
    """The folder that the brand belongs to: the guide's own project, else the one that the user is in."""
    from guidebuild.model.project import find_project

    if loaded.folder != sources.bundled("content").parent:
        return loaded.folder
    return find_project(order.folder) or order.folder


def _brand_file(order: Order, loaded: Loaded, home: Path) -> Path | None:
    """What `--brand` says, else what the guide says, else `_brand.yml` at home, else None: the bundled one."""
    from guidebuild.model.project import shown

    spec = loaded.guide.spec
    if order.brand:
        return Path(shown(order.folder / order.brand))
    if spec.brand:
        return Path(shown(_named_brand(loaded, spec.brand)))
    own = home / "_brand.yml"
    return Path(shown(own)) if own.is_file() else None


def _named_brand(loaded: Loaded, name: str) -> Path:
    """The brand file that a guide names; what is wrong with the name is said where it stands."""
    try:
        file = sources.confine(loaded.folder, name)
    except sources.RefusedError as err:
        raise GuideError([err.diagnostic(_place(loaded, "brand"))]) from err
    if not file.is_file():
        message = f"there is no brand file '{name[:120]}'"
        hint = "give its path from the folder of the project"
        raise GuideError([Diagnostic("error", "missing-file", message, _place(loaded, "brand"), (hint,))])
    return file


def _place(loaded: Loaded, key: str) -> Span:
    """Where a text of the guide file stands."""
    whole = loaded.guide.spec.span
    return next((span for span, _ in loaded.texts if (span.file, span.path) == (whole.file, key)), whole)


def _paper(spec: GuideSpec) -> str:
    """The guide's paper, else the one that is usual where its locale is spoken."""
    if spec.paper:
        return spec.paper
    return "letter" if spec.locale.replace("_", "-").endswith(("-US", "-CA", "-PH")) else "a4"


def missing_characters(texts: Iterable[tuple[Span, str]], theme: Theme) -> list[Diagnostic]:
    """What the faces of the theme cannot draw of these texts and of the brand's own words."""
    from guidebuild import fonts
    from guidebuild.brand.families import supply

    contact = theme.contact
    to_find = (contact.name, *contact.lines, contact.phone, contact.email, contact.url)
    own = (theme.name, theme.header, theme.footer, theme.credit, *to_find)
    brand = Span("the brand")
    faces = (theme.faces.regular, theme.faces.bold, theme.faces.italic, theme.faces.bold_italic)
    return fonts.missing_characters((*texts, *((brand, text) for text in own)), faces, supply)


def _drawn(document: Document, theme: Theme, cache: Cache, place: Span) -> dict[str, Chart]:
    """The charts. What they say about characters of their own has no place but the guide."""
    from guidebuild.charts import draw

    try:
        return draw(document, theme, cache)
    except GuideError as err:
        raise GuideError(replace(one, span=one.span or place) for one in err.diagnostics) from err


def _set(document: Document, theme: Theme, charts: dict[str, Chart], place: Span) -> Typeset:
    """The pages. Authors' texts have been looked at; the program's own words meet the fonts only here."""
    from guidebuild.typeset import typeset
    from guidebuild.typeset.pen import MissingGlyphError

    try:
        return typeset(document, theme, charts)
    except MissingGlyphError as err:
        message = f"the font lacks a character that the guide prints by itself or in the contact block: {err}"
        hint = "name a family that has it in the brand file, under typography.base"
        raise GuideError([Diagnostic("error", "missing-character", message, place, (hint,))]) from err


def _refuse_overflow(overflow: tuple[str, ...], place: Span) -> None:
    """What does not fit would be cut in print, and a reader would never know."""
    if overflow:
        raise GuideError(Diagnostic("error", "does-not-fit", words, place) for words in overflow)
