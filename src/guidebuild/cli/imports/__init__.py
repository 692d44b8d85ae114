"""`guidebuild import`: content from what the world already has; one module for each kind of source."""
