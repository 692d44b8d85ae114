"""What an import found, and what a project has, made into one: three-way merge, record, provenance.

Comes in: a `Draft` and a folder. Goes out: a `Plan`: the files as they will be. `GuideError` says which of them cannot
be read.
"""
