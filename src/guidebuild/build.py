"""The whole pipeline on one screen.

Comes in: an `Order`, what the user asked for. Goes out: `Built`, the finished file and what it was built
from; of several profiles, one each, from content that is read once. Refuses: content with errors, characters
that the fonts lack, and pages on which something does not fit, all with `GuideError`. Each stage is imported when
it is its turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from guidebuild import sources
from guidebuild.cache import Cache
from guidebuild.diagnostics import Diagnostic, GuideError, Span

if TYPE_CHECKING:
    from guidebuild.brand.load import Branded
    from guidebuild.brand.theme import Edition, Theme
    from guidebuild.charts.chart import Chart
    from guidebuild.compose.document import Document
    from guidebuild.conform.artifact import Artifact
    from guidebuild.conform.imposition import Fold
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
    layout: str = ""
    profile: str = ""
    edition: str = ""


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
    """The finished file with the id of its guide, the paper it is set on and which edition it is."""

    guide: str
    paper: str
    artifact: Artifact
    edition: Edition

    @property
    def file_name(self) -> str:
        """What the file is called where nobody has named it: 'dl-vs-mlse-handout.pdf'."""
        return f"{self.guide}{self.edition.suffix()}.pdf"


def _silent(_stage: str) -> None:
    """Progress that nobody watches."""


def build(order: Order, *, progress: Callable[[str], None] = _silent, cache: Cache | None = None) -> Built:
    """Build one guide. `progress` is called with the name of each stage as it begins."""
    return build_profiles(order, (order.profile,), progress=progress, cache=cache)[0]


def build_profiles(
    order: Order,
    profiles: Sequence[str],
    *,
    progress: Callable[[str], None] = _silent,
    cache: Cache | None = None,
) -> tuple[Built, ...]:
    """One guide for each of the profiles, in their order; the content is read once."""
    cache = cache or Cache(None)
    progress("load")
    order, loaded = _load(order)
    return tuple(
        _build(_prepare(replace(order, profile=profile), loaded, progress, cache), progress, cache)
        for profile in profiles
    )


def _build(prepared: Prepared, progress: Callable[[str], None], cache: Cache) -> Built:
    """The stages that follow when content and brand are in order."""
    document, theme = prepared.document, prepared.branded.theme
    spec = prepared.loaded.guide.spec
    place = Span(spec.span.file or "the guide")

    progress("draw")
    charts = _drawn(document, theme, cache, place)

    progress("typeset")
    pages = _set(document, theme, charts, place)
    _refuse_overflow(pages.overflow, place)

    progress("conform")
    from guidebuild.conform import conform

    told = (*_left_out(pages, theme.edition.layout, place), *_uncoded(pages, prepared.loaded))
    if theme.edition.layout == "booklet":
        from guidebuild.conform.imposition import unusual

        told = (*told, *unusual(pages.page_count, place))
    artifact = conform(pages, warnings=(*prepared.warnings, *told), fold=_fold(spec, theme))
    return Built(spec.id, _paper_of(artifact, theme), artifact, theme.edition)


def prepare(order: Order, *, progress: Callable[[str], None], cache: Cache) -> Prepared:
    """The stages that can find something wrong with what an author wrote."""
    progress("load")
    order, loaded = _load(order)
    return _prepare(order, loaded, progress, cache)


def _prepare(order: Order, loaded: Loaded, progress: Callable[[str], None], cache: Cache) -> Prepared:
    """A guide and its brand, checked against each other and put in order."""
    progress("brand")
    branded = _brand(order, loaded, cache)
    _refuse_imposed_press(loaded.guide.spec, branded.theme)
    problems = missing_characters(loaded.texts, branded.theme)
    if problems:
        raise GuideError([*problems, *loaded.warnings, *branded.warnings])

    progress("compose")
    from guidebuild.compose import compose

    return Prepared(loaded, branded, compose(loaded.guide, branded.theme))


def read(order: Order, *, progress: Callable[[str], None], cache: Cache) -> tuple[Loaded, Branded]:
    """The first two stages: what the files say, each by itself."""
    progress("load")
    order, loaded = _load(order)
    progress("brand")
    return loaded, _brand(order, loaded, cache)


def _load(order: Order) -> tuple[Order, Loaded]:
    """The content, and the order with its folder spelt out."""
    from guidebuild.model.load import load

    order = replace(order, folder=order.folder.resolve())
    return order, load(order.folder, guide=order.guide, roles=order.roles)


def _brand(order: Order, loaded: Loaded, cache: Cache) -> Branded:
    """The theme of the edition that the order names, or else the guide."""
    from guidebuild.brand.choice import choose
    from guidebuild.brand.host import unsigned
    from guidebuild.brand.load import load_theme
    from guidebuild.brand.theme import Edition

    spec = loaded.guide.spec
    home = _home(order, loaded)
    file = _brand_file(order, loaded, home)
    layout, size, paper = choose(
        spec, partial(_place, loaded), layout=order.layout, size=order.edition, paper=order.paper
    )
    branded = load_theme(
        file,
        overrides=dict(order.settings),
        paper=paper,
        roles=len(spec.roles),
        root=home,
        cache=cache,
        edition=Edition(layout, order.profile or spec.profile or "screen", size),
        anonymous=file is None and loaded.own,
    )
    told = unsigned(spec, branded.theme, str(file or "")) if loaded.own else ()
    return replace(branded, warnings=(*branded.warnings, *told))


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
    if not own.is_file():
        return None
    try:
        sources.require_within(home, own)
    except sources.RefusedError as err:
        raise GuideError([err.diagnostic(Span(shown(own)))]) from err
    return Path(shown(own))


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


def missing_characters(texts: Iterable[tuple[Span, str]], theme: Theme) -> list[Diagnostic]:
    """What the faces of the theme cannot draw of these texts and of the brand's own words."""
    from guidebuild import fonts
    from guidebuild.brand.families import supply

    contact = theme.contact
    to_find = (contact.name, *contact.lines, contact.phone, contact.email, contact.url)
    own = (theme.name, theme.header, theme.footer, theme.credit, *to_find)
    brand = Span("the brand")
    faces = theme.faces.of_text
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


def _left_out(pages: Typeset, layout: str, place: Span) -> tuple[Diagnostic, ...]:
    """What a layout of one sheet had no room for, in one note."""
    if not pages.left_out:
        return ()
    message = f"the {layout} has no room for {'; '.join(pages.left_out)}"
    hint = "what is worth least goes first; shorter texts make room"
    return (Diagnostic("note", "left-out", message, place, (hint,)),)


def _uncoded(pages: Typeset, loaded: Loaded) -> Iterator[Diagnostic]:
    """The addresses that are printed without a QR code, each where it stands."""
    for address, why in pages.uncoded:
        shown = address if len(address) <= 60 else f"{address[:57]}..."
        message = f"'{shown}' is printed without a QR code: {why}"
        hints = ("a shorter address makes a smaller code",)
        yield Diagnostic("warning", "code-left-out", message, _place_of(loaded, address), hints)


def _place_of(loaded: Loaded, address: str) -> Span:
    """Where an address stands: the guide's own or its event's, else one of a role."""
    spec = loaded.guide.spec
    event = spec.event.url if spec.event else None
    own = {"url": spec.url, "event.url": event}
    key = next((key for key, url in own.items() if url == address), "")
    if key:
        return _place(loaded, key)
    return next((span for span, text in loaded.texts if text == address), spec.span)


# Booklets


def _fold(spec: GuideSpec, theme: Theme) -> Fold | None:
    """How the sheets of a booklet are folded; None where single pages are wanted, as print shops do."""
    if theme.edition.layout != "booklet" or theme.press:
        return None
    from guidebuild.conform.imposition import Fold
    from guidebuild.model.schema import Booklet

    booklet = spec.booklet or Booklet()
    return None if booklet.imposed is False else Fold(booklet.paper_thickness)


def _refuse_imposed_press(spec: GuideSpec, theme: Theme) -> None:
    """Shops impose with the creep of their own paper, and bleed between two pages would be in the way."""
    if theme.edition.layout == "booklet" and theme.press and spec.booklet and spec.booklet.imposed:
        message = "a booklet for a press is not imposed: print shops want single pages in order"
        hint = (
            "leave 'imposed' out or write 'imposed: false'; to fold sheets yourself, take the profile 'print'"
        )
        raise GuideError([Diagnostic("error", "imposed-for-press", message, spec.booklet.span, (hint,))])


def _paper_of(artifact: Artifact, theme: Theme) -> str:
    """The paper that the printer is to take."""
    if not artifact.sheets:
        return theme.paper.name
    from guidebuild.conform.imposition import sheet_name

    return sheet_name(theme.paper)


def _refuse_overflow(overflow: tuple[str, ...], place: Span) -> None:
    """What does not fit would be cut in print, and a reader would never know."""
    if overflow:
        raise GuideError(Diagnostic("error", "does-not-fit", words, place) for words in overflow)
