"""Model to document: which sections, which nodes, which words. No coordinates, no colours."""

from guidebuild.compose.assemble import compose

__all__ = ["compose"]
