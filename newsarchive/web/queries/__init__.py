"""What single pages ask of the archive, where that is more than a line."""
