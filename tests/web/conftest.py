import asyncio

import pytest

from newsarchive.archive import Archive

httpx = pytest.importorskip("httpx")
pytest.importorskip("datasette")

from newsarchive.web import application  # noqa: E402 (needs datasette)


@pytest.fixture
def data(tmp_path):
    """The folder of an empty archive."""
    folder = tmp_path / "data"
    Archive(folder / "archive.db").close()
    return folder


@pytest.fixture
def archive(data):
    """That archive, open for writing."""
    with Archive(data / "archive.db") as archive:
        yield archive


@pytest.fixture
def get(data):
    """Ask for a page; in English unless told otherwise."""
    app = application(data / "archive.db")

    def get(path, language="en"):
        async def ask():
            transport = httpx.ASGITransport(app=app)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8001") as client:
                return await client.get(path, headers={"accept-language": language})

        return asyncio.run(ask())

    return get
