"""The whole pipeline on one screen.

Comes in: an `Order`, what the user asked for. Goes out: `Built`, the finished file and what it was built
from; of several profiles, one each, from content that is read once. Refuses: content with errors, characters
that the fonts lack, and pages on which something does not fit, all with `GuideError`. Each stage is imported when
it is its turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from guidebuild.cache import Cache
from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.edition import USUAL_PAPER, Edition

if TYPE_CHECKING:
    from guidebuild.brand.load import Branded
    from guidebuild.brand.theme import Theme
    from guidebuild.charts.chart import Chart
    from guidebuild.compose.document import Document
    from guidebuild.conform.artifact import Artifact
    from guidebuild.conform.imposition import Fold
    from guidebuild.model.load import ContentError, Loaded
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
    order, loaded = _load(order, cache)
    return tuple(
        _build(_prepare(replace(order, profile=profile), loaded, progress, cache), progress, cache)
        for profile in profiles
    )


def _build(prepared: Prepared, progress: Callable[[str], None], cache: Cache) -> Built:
    """The stages that follow when content and brand are in order."""
    theme, spec = prepared.branded.theme, prepared.loaded.guide.spec
    place = Span(spec.span.file or "the guide")

    progress("draw")
    charts = _drawn(prepared, cache)

    progress("typeset")
    from guidebuild.typeset.complaints import refusals, uncoded

    pages = _set(prepared, charts)
    if refused := tuple(refusals(pages.overflow, place)):
        raise GuideError((*refused, *prepared.warnings))

    progress("conform")
    from guidebuild.conform import conform

    told = (*_left_out(pages, theme.edition.layout, place), *_in_part(prepared.document, place))
    told = (*told, *uncoded(pages.uncoded, place))
    if theme.layout.folded:
        from guidebuild.conform.imposition import unusual

        told = (*told, *unusual(pages.page_count, place))
    artifact = conform(pages, warnings=(*prepared.warnings, *told), fold=_fold(spec, theme))
    return Built(spec.id, _paper_of(artifact, theme), artifact, theme.edition)


def prepare(order: Order, *, progress: Callable[[str], None], cache: Cache) -> Prepared:
    """The stages that can find something wrong with what an author wrote."""
    progress("load")
    order, loaded = _load(order, cache)
    return _prepare(order, loaded, progress, cache)


def _prepare(order: Order, loaded: Loaded, progress: Callable[[str], None], cache: Cache) -> Prepared:
    """A guide and its brand, checked against each other and put in order."""
    progress("brand")
    return _composed(loaded, _brand(order, loaded, cache), progress)


def _composed(loaded: Loaded, branded: Branded, progress: Callable[[str], None]) -> Prepared:
    """The guide in the words of its pages. Raises `GuideError` for what its brand and its fonts cannot print."""
    problems = [*_imposed_for_press(loaded.guide.spec, branded.theme)]
    problems += missing_characters(loaded.texts, branded)
    if problems:
        raise GuideError([*problems, *loaded.warnings, *branded.warnings])

    progress("compose")
    from guidebuild.compose import compose

    return Prepared(loaded, branded, compose(loaded.guide, branded.theme))


def read(order: Order, *, progress: Callable[[str], None], cache: Cache) -> tuple[Loaded, Branded]:
    """The first two stages: what the files say, each by itself."""
    progress("load")
    order, loaded = _load(order, cache)
    progress("brand")
    return loaded, _brand(order, loaded, cache)


def rehearsed(loaded: Loaded, branded: Branded, cache: Cache) -> tuple[Diagnostic, ...]:
    """All that building a guide would say, of what has been read; the file itself is thrown away."""
    try:
        return _build(_composed(loaded, branded, _silent), _silent, cache).artifact.warnings
    except GuideError as err:
        return err.diagnostics


def _load(order: Order, cache: Cache) -> tuple[Order, Loaded]:
    """The content, and the order with its folder spelt out. What is wrong is told together with what the brand says."""
    from guidebuild.model.load import ContentError, load

    order = replace(order, folder=order.folder.resolve())
    try:
        return order, load(order.folder, guide=order.guide, roles=order.roles)
    except ContentError as err:
        raise GuideError((*err.diagnostics, *_wrong_besides(order, err, cache))) from err


def _wrong_besides(order: Order, content: ContentError, cache: Cache) -> Iterator[Diagnostic]:
    """What brand, logo and fonts say of content that is wrong, so that one run tells all."""
    from guidebuild.brand.load import load_theme
    from guidebuild.brand.meant import Meant

    meant = Meant(content.brand, content.brand_at, content.folder)
    try:
        file, home = meant.file(order.brand, order.folder), meant.home(order.folder)
        settings = dict(order.settings)
        branded = load_theme(file, overrides=settings, paper=USUAL_PAPER, roles=2, root=home, cache=cache)
    except GuideError as err:
        yield from (*err.diagnostics, *_unprintable(content.texts, err))
        return
    yield from (*branded.warnings, *missing_characters(content.texts, branded))


def _brand(order: Order, loaded: Loaded, cache: Cache) -> Branded:
    """The theme of the edition that the order names, or else the guide. What is wrong is told in one go."""
    from guidebuild.brand.choice import choose
    from guidebuild.brand.host import unsigned
    from guidebuild.brand.load import load_theme
    from guidebuild.brand.meant import Meant

    spec, wrong = loaded.guide.spec, list[Diagnostic]()
    usual, paper = Edition(), USUAL_PAPER
    layout, type_size = usual.layout, usual.type_size
    try:
        layout, type_size, paper = choose(
            spec, layout=order.layout, type_size=order.edition, paper=order.paper
        )
    except GuideError as err:
        wrong += err.diagnostics
    meant = Meant(spec.brand or "", spec.at("brand"), loaded.folder)
    try:
        file, home = meant.file(order.brand, order.folder), meant.home(order.folder)
        branded = load_theme(
            file,
            overrides=dict(order.settings),
            paper=paper,
            roles=len(spec.roles),
            root=home,
            cache=cache,
            edition=Edition(layout, order.profile or spec.profile or usual.profile, type_size),
            anonymous=file is None and loaded.own,
        )
    except GuideError as err:
        raise GuideError(
            (*wrong, *loaded.warnings, *err.diagnostics, *_unprintable(loaded.texts, err))
        ) from err
    if wrong:
        raise GuideError(
            (*wrong, *loaded.warnings, *branded.warnings, *missing_characters(loaded.texts, branded))
        )
    told = unsigned(spec, branded.theme, str(file or "")) if loaded.own else ()
    return replace(branded, warnings=(*branded.warnings, *told))


def _unprintable(texts: Iterable[tuple[Span, str]], wrong: GuideError) -> list[Diagnostic]:
    """What the faces of a brand cannot draw, where they are known although something else is wrong with it."""
    from guidebuild import fonts
    from guidebuild.brand.families import supply
    from guidebuild.brand.load import BrandError

    return fonts.missing_characters(texts, wrong.faces, supply) if isinstance(wrong, BrandError) else []


def missing_characters(texts: Iterable[tuple[Span, str]], branded: Branded) -> list[Diagnostic]:
    """What the faces of the theme cannot draw of these texts and of the brand's own words."""
    from guidebuild import fonts
    from guidebuild.brand.families import supply

    return fonts.missing_characters((*texts, *branded.words), branded.theme.faces.of_text, supply)


def _drawn(prepared: Prepared, cache: Cache) -> dict[str, Chart]:
    """The charts. What they say about characters is about their own, which the family of the brand lacks."""
    from guidebuild.charts import draw

    branded = prepared.branded
    try:
        return draw(prepared.document, branded.theme, cache)
    except GuideError as err:
        told = (replace(one, span=one.span or branded.family) for one in err.diagnostics)
        raise GuideError((*told, *prepared.warnings)) from err


def _set(prepared: Prepared, charts: dict[str, Chart]) -> Typeset:
    """The pages. Authors' texts have been looked at; the program's own words meet the fonts only here."""
    from guidebuild.typeset import typeset
    from guidebuild.typeset.pen import MissingGlyphError

    branded = prepared.branded
    try:
        return typeset(prepared.document, branded.theme, charts)
    except MissingGlyphError as err:
        message = f"the font lacks a character that the guide prints by itself: {err}"
        hint = "name a family that has it in the brand file, under typography.base"
        problem = Diagnostic("error", "missing-character", message, branded.family, (hint,))
        raise GuideError((problem, *prepared.warnings)) from err


def _left_out(pages: Typeset, layout: str, place: Span) -> tuple[Diagnostic, ...]:
    """What a layout of one sheet had no room for, in one note."""
    if not pages.left_out:
        return ()
    message = f"the {layout} has no room for {'; '.join(pages.left_out)}"
    hint = "what is worth least goes first; shorter texts make room"
    return (Diagnostic("note", "left-out", message, place, (hint,)),)


def _in_part(document: Document, place: Span) -> tuple[Diagnostic, ...]:
    """The long lists of which a guide names a part; its pages say so where they stand."""
    told = [words for section in document.sections if section.kind == "profile" for words in section.unsaid]
    if not told:
        return ()
    message = f"profiles name the beginning of long lists: {'; '.join(told)}"
    hint = "comparisons count the whole lists; what stands first in a list is printed first"
    return (Diagnostic("note", "list-in-part", message, place, (hint,)),)


# Booklets


def _fold(spec: GuideSpec, theme: Theme) -> Fold | None:
    """How the sheets of a booklet are folded; None where single pages are wanted, as print shops do."""
    if not theme.layout.folded or theme.press:
        return None
    from guidebuild.conform.imposition import Fold
    from guidebuild.model.schema import Booklet

    booklet = spec.booklet or Booklet()
    return None if booklet.imposed is False else Fold(booklet.paper_thickness)


def _imposed_for_press(spec: GuideSpec, theme: Theme) -> Iterator[Diagnostic]:
    """Shops impose with the creep of their own paper, and bleed between two pages would be in the way."""
    if theme.layout.folded and theme.press and spec.booklet and spec.booklet.imposed:
        message = "a booklet for a press is not imposed: print shops want single pages in order"
        hint = (
            "leave 'imposed' out or write 'imposed: false'; to fold sheets yourself, take the profile 'print'"
        )
        place = spec.booklet.at("imposed")
        yield Diagnostic("error", "imposed-for-press", message, place, (hint,))


def _paper_of(artifact: Artifact, theme: Theme) -> str:
    """The paper that the printer is to take."""
    if not artifact.sheets:
        return theme.paper.name
    from guidebuild.conform.imposition import sheet_name

    return sheet_name(theme.paper)
