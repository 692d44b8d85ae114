"""Chart specifications in, vector drawings out. The only user of matplotlib."""
