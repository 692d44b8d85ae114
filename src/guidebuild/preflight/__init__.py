"""Judge a finished PDF as a print shop does: `report.preflight` is the whole of it.

Comes in: the bytes of any PDF, and the name of a shop or a file that describes one. Goes out: a `Report`, one finding
or more for each check that the shop asks for. Refuses: what cannot be opened, with `GuideError`.

    streams   bytes -> Source             opened within limits; content streams, decoded
    reading   Source -> Page              `walk` and `operators` follow the drawing and keep what is painted as marks
    document  bytes -> Document           all pages, and what the file says of itself (`metadata`)
    shop      name or path -> Shop        what is taken and what is refused: shops/*.yml
    checks    Document, Shop -> Finding   one small function each
"""
