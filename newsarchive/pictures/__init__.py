"""Pictures as files: what a file truly is, its size and likeness, and where it is kept."""
