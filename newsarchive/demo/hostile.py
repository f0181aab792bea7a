from __future__ import annotations


class Hostile:
    def respond(self, path, base):
        return None

    def linked(self, body, path):
        return body
