"""Model in, `Document` out: which sections, which nodes, which words. No coordinates and no colours here."""
