import pytest

from newsarchive.demo import Portal

TEMPLATES = ("wordpress", "modern", "classic")


@pytest.fixture(scope="session", params=TEMPLATES)
def portal(request):
    """Each of the three portals on day one."""
    return Portal(request.param)


@pytest.fixture(scope="session")
def portals():
    return {name: Portal(name) for name in TEMPLATES}


def path_of(url):
    return "/" + url.split("/", 3)[3]


def text_of(reply):
    head = reply.headers.get("Content-Type", "")
    return reply.body.decode("utf-8" if "utf-8" in head.lower() else "cp1250")
