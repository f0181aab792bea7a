"""What ``newsarchive export`` writes: lines for researchers, and the raw pages for web archives."""
