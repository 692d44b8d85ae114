"""Files of others as text, rows and trees: archives, encodings, tables, workbooks.

Comes in: bytes. Goes out: text, or rows with their places. `GuideError` says what cannot be read, and why.
"""
