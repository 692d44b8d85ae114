"""The kinds of input that are read: an article, O*NET, ESCO, postings, tables of pay; one package each.

Comes in: bytes or a folder of others, and what is wanted of it. Goes out: a `Draft`. A kind knows of no other kind.
"""
