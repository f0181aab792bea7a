"""What keeps an archive trustworthy: manifests and seals, verifying, backup and restore, forgetting."""
