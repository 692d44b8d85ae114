"""Pay from a table of salaries: a row for each report (aijobs.net and the like), or percentiles (BLS OEWS).

Comes in: a delimited file, and what is wanted of it. Goes out: a `Draft` with the pay of one role and its source.
Refuses: what it would have to guess: a currency, a country or a year that neither the file nor the author names.
"""
