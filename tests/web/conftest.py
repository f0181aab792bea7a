import asyncio

import pytest

from cli.archived import CILKA, MOST, ZAPORA
from newsarchive.archive import Archive

httpx = pytest.importorskip("httpx")
pytest.importorskip("datasette")


@pytest.fixture
def data(tmp_path):
    """The folder of an archive of three records."""
    folder = tmp_path / "data"
    with Archive(folder / "archive.db") as archive:
        for record in (MOST, ZAPORA, CILKA):
            archive.save(record)
    return folder


@pytest.fixture
def get(data):
    """Ask for a page as a browser does."""
    from newsarchive.web import application

    app = application(data / "archive.db")

    def get(path, **headers):
        async def ask():
            transport = httpx.ASGITransport(app=app)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8001") as client:
                return await client.get(path, headers=headers)

        return asyncio.run(ask())

    return get
