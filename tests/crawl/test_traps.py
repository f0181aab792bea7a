"""Portals that would keep a careless crawler for ever, or lead it astray."""

import pytest

from crawl.portal import SmallPortal, serving

MOST = 350
"""Requests that a crawl of 88 items in 18 pages of lists may cost, whatever the trap."""


class Trapped(SmallPortal):
    """A portal with one trap, linked from its front page."""

    link = ""

    def _front(self):
        return super()._front() + self.link

    def page(self, path):
        return self.trap(path) or super().page(path)

    def trap(self, path):
        return None

    def list(self, words, *links):
        return self._html(words, "".join(f'<p><a href="{to}">{said}</a></p>' for to, said in links))


class EventsByDay(Trapped):
    """Every day of the calendar shows the same event under another address."""

    link = '<a href="/dogodki?dan=1">Dogodki</a>'

    def trap(self, path):
        if not path.startswith("/dogodki?dan="):
            return None
        day = int(path.rpartition("=")[2])
        return self.list(
            f"Dogodki dne {day}",
            (f"/dogodki?dan={day + 1}", "Kaj se dogaja v naslednjih dneh v naši občini"),
            (f"/dogodek/koncert-godbe?dan={day}", f"Koncert godbe na pihala v dvorani doma, dan {day}"),
        )


class DeeperAndDeeper(Trapped):
    """Every page links one level deeper, by words that read like a title."""

    link = '<a href="/globlje/">Raziskujte našo bogato zbirko starih zapisov</a>'

    def trap(self, path):
        if not path.startswith("/globlje"):
            return None
        deep = path.count("/")
        return self.list(
            "Zapisi", (f"{path}soba-{deep * 7}/", f"Odprite naslednjo sobo našega arhiva, številko {deep}")
        )


class CloudOfTags(Trapped):
    """Thousands of key words, each of which shows items that are known and links to more key words."""

    link = '<a href="/oznake-oblak">Vse oznake</a>'

    def trap(self, path):
        if path == "/oznake-oblak" or path.startswith("/tema-"):
            start = len(path) if path == "/oznake-oblak" else int(path.rpartition("-")[2])
            words = [(f"/tema-{start * 3 + at}", f"tema{start * 3 + at}") for at in range(1, 20)]
            items = [(item.path, item.title) for item in self.items[start % 60 : start % 60 + 5]]
            return self.list(f"Tema {start}", *items, *words)
        return None


class SessionInEveryLink(Trapped):
    """Every answer marks its links with another number of the visit."""

    def trap(self, path):
        clean, _, _ = path.partition("?obisk=")
        reply = SmallPortal.page(self, clean)
        if reply is None or reply[1]["Content-Type"] == "text/plain":
            return reply
        visit = len(self.requests)
        return (*reply[:2], reply[2].replace(b'">', f'?obisk={visit}">'.encode()))


class SortedLists(Trapped):
    """Lists can be sorted and filtered in endless combinations."""

    def trap(self, path):
        clean, _, query = path.partition("?")
        reply = SmallPortal.page(self, clean)
        if clean.strip("/") not in ("lokalno", "sport") or reply is None:
            return reply if query else None
        turns = "".join(
            f'<a href="{clean}?{query}&razvrsti={at}{len(query)}">po {at}</a>' for at in ("datumu", "branosti")
        )
        return (*reply[:2], reply[2] + turns.encode())


class LastPageForEver(Trapped):
    """Beyond its last page a list shows the last one again, with a link to the next."""

    def trap(self, path):
        section, mark, number = path.partition("/page/")
        if mark and SmallPortal.page(self, path) is None:
            return self.list("Lokalno", (f"{section}/page/{int(number) + 1}", "Naslednja"))
        return None

    def _pager(self, section, page, last):
        return f'<a href="/{section}/page/{page + 1}">Naslednja</a>'


TRAPS = (EventsByDay, DeeperAndDeeper, CloudOfTags, SessionInEveryLink, SortedLists, LastPageForEver)


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.__name__)
def test_a_trap_is_left_and_every_item_found(crawl, stored, trap):
    with serving(trap()) as portal:
        (result,) = crawl(portal.home)
        assert result["outcome"] == "finished"
        assert {path.partition("?")[0] for path in stored()} == {item.path for item in portal.items}
        assert len(portal.requests) < MOST
        assert len(stored()) == len(portal.items)
