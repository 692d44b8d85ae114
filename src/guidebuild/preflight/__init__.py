"""Judge a finished PDF as a print shop does."""
