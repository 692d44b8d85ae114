"""Importers: what the world already has, as content.

Comes in: an article, the O*NET or ESCO release, a table of salaries, job postings. Goes out: a `Draft`, and from it a
`Plan`: the files of the project as they will be, merged with what an author has edited. Refuses: to write; that is the
business of `cli`.
"""
