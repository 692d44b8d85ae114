"""Which roles an article is about, and by which names it calls them."""
