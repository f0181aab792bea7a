import pytest

from importing.foreign import packed, wget
from newsarchive.archive import Archive
from newsarchive.importing import Import, Options, Sites
from newsarchive.items import Site
from newsarchive.reread import Rereader

SITE = Site("portal", "https://portal.si/", items={"article": r"^/(novice|clanki)/[^/]+/?$"})


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def write(tmp_path):
    """Write a WARC file of such responses (address, message[, date]); gives its path."""

    def write(*responses, style=wget, packing="records", file="tuji.warc.gz"):
        path = tmp_path / file
        records = [one for response in responses for one in style(*response)]
        path.write_bytes(packed(records, packing))
        return path

    return write


@pytest.fixture
def bring(data):
    """Import files; gives the report."""

    def bring(*files, named=None, only=(), declared=(SITE,), dry=False, tick=None):
        sites = Sites({site.name: site for site in declared}, named, only)
        options = Options(dry, lambda archive, site: Rereader(data, archive, site))
        return Import(data, files, sites, options, tick).run()

    return bring


@pytest.fixture
def archive(data):
    """Open the archive; closed at the end."""
    opened = []

    def archive():
        opened.append(Archive(data / "archive.db", readonly=True))
        return opened[-1]

    yield archive
    for one in opened:
        one.close()
