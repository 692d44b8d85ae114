"""YAML that a person wrote, read into values of which each knows its place. Nothing here knows what a guide is.

    read      path -> tree                the file from the disk
    tree      text -> tree                every value with its line and column; `scalars`, `faults`, `unseen`
    node      tree -> Node                the base of all models, and kinds of text; `address`
    problems  ValidationError -> Diagnostic   the complaints in plain words

Guides (`model`), brands (`brand`), imported records (`importers`) and print shops (`preflight`) are read with it.
"""
