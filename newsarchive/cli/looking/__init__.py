"""What ``look`` and ``fixture`` share: where a page comes from, and how its reading is shown."""
