"""What can be forgotten when something is added: that the docs tell of it."""

import re
from pathlib import Path

import pytest

from newsarchive.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINK = re.compile(r"\]\(([^)#:]+)\)")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_part_of_the_readme(command):
    assert f"\n### {command}\n" in README


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_the_readme_leads_to_every_page_of_the_docs(page):
    assert f"docs/{page.name}" in README


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_docs_name_no_folder_of_the_writer():
    folders = re.compile(r"/(?:home|Users|tmp|root)/\w+")
    assert [str(page.relative_to(ROOT)) for page in PAGES if folders.search(page.read_text(encoding="utf-8"))] == []
