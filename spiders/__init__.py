"""The portals: one small file each, a declaration and nothing else. How to add one: docs/add-a-site.md."""
