"""Blocks as passages: what each is about, and whom it speaks of."""
