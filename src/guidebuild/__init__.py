"""Printed career guides: YAML in, a branded, tagged PDF out.

The architecture on one page (`guidebuild.build` is the same thing in code):

    load      guidebuild.model     YAML files       -> Guide       validated, every value with its place
    brand     guidebuild.brand     _brand.yml       -> Theme       colours checked for contrast, fonts, logo
    compose   guidebuild.compose   Guide            -> Document    sections, tables, sentences; no coordinates
    draw      guidebuild.charts    Document, Theme  -> Charts      vector drawings with live text
    typeset   guidebuild.typeset   all of these     -> Typeset     tagged pages
    conform   guidebuild.conform   Typeset          -> Artifact    metadata, output intent, checks, final bytes

Content comes from authors, or through `guidebuild.importers` (articles, O*NET, ESCO, salaries, postings): what they
find is merged with a project's files. `guidebuild.preflight` judges a finished PDF, whoever made it.

Imports point only downwards in the order that `pyproject.toml` states; `diagnostics`, `sources`, `fonts`,
`drawing` and `cache` serve everybody. Only `sources` reads what a guide is made of; besides,
`cache` reads its own entries, `cli.output` the first bytes of the file that it is to replace, and `charts.isolation`
a version number in matplotlib. Only `cli` and `cache` write (and `charts.isolation`, into a temporary folder); only
`cli` prints.
"""

__version__ = "0.1.0"
