"""Every figure of a document, drawn or taken from the cache.

Comes in: a `Document`, the `Theme` and a `Cache`. Goes out: `Chart`s by figure id. Refuses, with
`GuideError`, characters that the theme's fonts lack. A chart is stored under everything that it depends on,
so that a second build imports no matplotlib and searches for no layout.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from guidebuild.brand.theme import Faces, Theme
from guidebuild.cache import Cache
from guidebuild.charts.chart import Chart
from guidebuild.charts.codes import code_addresses, code_id, draw_code
from guidebuild.charts.lettering import Lettering
from guidebuild.compose.document import ChartSpec, Document, Figure, SetSpec
from guidebuild.diagnostics import Diagnostic, EnvironmentFault, GuideError
from guidebuild.fonts import Face


def draw(document: Document, theme: Theme, cache: Cache) -> dict[str, Chart]:
    """All charts of the document, keyed by the id of their figure, and all codes, keyed by `code_id`.

    Raises `GuideError` with all that a chart has no room for.
    """
    width = theme.form.chart_width
    theme = replace(theme, paper=theme.form.paper)  # charts are drawn for the page that is laid out
    roles = len(document.roles)
    charts: dict[str, Chart] = {}
    problems: list[Diagnostic] = []
    for figure in _figures(document):
        key = (
            figure.spec,
            roles,
            theme.paper,
            theme.edition.layout,
            theme.palette,
            _fingerprint(theme.faces),
        )
        chart = cache.get("chart", key, Chart)
        if chart is None:
            try:
                chart = draw_one(figure.spec, roles, theme, width)
            except GuideError as err:
                problems += err.diagnostics
                continue
            cache.put("chart", key, chart)
        charts[figure.id] = chart
    if problems:
        raise GuideError(problems)
    return charts | {code_id(url): _code(url, theme, cache) for url in code_addresses(document)}


def _code(url: str, theme: Theme, cache: Cache) -> Chart:
    key = (url, theme.palette.ink)
    chart = cache.get("code", key, Chart)
    if chart is None:
        chart = Chart(draw_code(url, theme.palette.ink))
        cache.put("code", key, chart)
    return chart


def draw_one(spec: ChartSpec, roles: int, theme: Theme, width: float) -> Chart:
    """One chart, without the cache, for a guide of so many roles. Imports matplotlib."""
    from guidebuild.charts.isolation import load_matplotlib

    lettering = Lettering(theme.faces)
    _require_glyphs(spec, lettering)
    load_matplotlib()
    if not isinstance(spec, SetSpec):
        from guidebuild.charts.pay import draw_pay

        return draw_pay(spec, roles, theme.palette, width, lettering, _room(spec, theme))
    palette = theme.palette
    if spec.roles:  # each set keeps the colours of its role, also where another role has no set
        palette = replace(palette, roles=tuple(palette.roles[role] for role in spec.roles))
    if len(spec.titles) > 3:
        from guidebuild.charts.upset import draw_upset

        return draw_upset(spec, palette, width, lettering)
    from guidebuild.charts.venn import draw_venn

    return draw_venn(spec, palette, width, lettering, _room(spec, theme))


def _room(spec: ChartSpec, theme: Theme) -> float:
    """The height that the layout leaves for a chart on its page."""
    room, page = theme.layout.room, theme.paper.height
    if isinstance(spec, SetSpec):
        return room.for_sets(page, len(spec.titles))
    return room.for_bars(page, len(spec.bars))


def _figures(document: Document) -> Iterator[Figure]:
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Figure):
                yield block


def _require_glyphs(spec: ChartSpec, lettering: Lettering) -> None:
    """Report every character that a font lacks at once, before any of it is measured."""
    if isinstance(spec, SetSpec):
        regular = [item for region in spec.regions for item in (*region.items, region.shown)] + [
            spec.none_label
        ]
        labels = [spec.only_label, spec.shared_label, spec.all_label, spec.count_head, spec.items_head]
        bold = [*spec.titles, *labels]
    else:
        labels = [text for bar in spec.bars for text in (bar.note, bar.low_label, bar.high_label)]
        regular = [spec.unit, *labels, *(text for _, text in spec.ticks)]
        bold = [
            spec.scale_label,
            *(text for bar in spec.bars for text in (bar.title, bar.range.median_label)),
        ]
    missing = lettering.missing(map(_visible, regular), "regular") + lettering.missing(
        map(_visible, bold), "bold"
    )
    if missing:
        raise GuideError(missing)


def _visible(text: str) -> str:
    """Line ends and tabs are set as spaces and need no glyph."""
    return " ".join(text.split())


def _fingerprint(faces: Faces) -> tuple[tuple[str, str], ...]:
    return tuple((face.name, _digest(face)) for face in (faces.regular, faces.bold))


@lru_cache(maxsize=16)
def _digest(face: Face) -> str:
    try:
        return hashlib.sha256(face.read()).hexdigest()
    except (OSError, ValueError) as err:
        raise EnvironmentFault(f"the font file {face.path} cannot be used: {err}") from err
