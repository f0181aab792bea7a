"""The three templates of the made-up portal."""

from __future__ import annotations

from newsarchive.demo.templates.base import Template
from newsarchive.demo.templates.classic import Classic
from newsarchive.demo.templates.modern import Modern
from newsarchive.demo.templates.wordpress import WordPress

TEMPLATES: dict[str, type[Template]] = {template.key: template for template in (WordPress, Modern, Classic)}
"""Every template by its key."""
