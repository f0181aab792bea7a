"""Questions to the archive that only a page of the interface asks, a module for each page."""
