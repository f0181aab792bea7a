import shutil

import pytest

from custody.library import START, crawl
from newsarchive.archive import Archive


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """The archive of two crawls; not to be changed."""
    data = tmp_path_factory.mktemp("custody") / "data"
    crawl(data)
    return crawl(data, range(3, 6), at=START.replace(day=24))


@pytest.fixture
def data(made, tmp_path):
    """A copy of it for this test alone."""
    return shutil.copytree(made, tmp_path / "data")


@pytest.fixture
def archive(data):
    with Archive(data / "archive.db") as archive:
        yield archive
