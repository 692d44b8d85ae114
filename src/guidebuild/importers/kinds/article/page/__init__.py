"""A page of the web, or a text, as blocks with their lines: headings, paragraphs, items of lists, rows of tables."""
