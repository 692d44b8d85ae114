"""Job postings: schema.org JobPosting as JSON-LD, alone or inside HTML, and tables.

Comes in: a file. Goes out: a `Draft` with a job for each posting, and their source. Refuses: files without a posting
that can be used; a posting that lacks its title, employer or place is left out and told.
"""
