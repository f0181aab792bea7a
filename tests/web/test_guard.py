"""Who may ask, and what no answer goes without."""

import asyncio
import base64

import httpx
import pytest

from newsarchive.cli.serve import OWN_NAMES
from newsarchive.web import application
from newsarchive.web.guard import guarded


def ask(data, path="/", host="127.0.0.1:8001", headers=None, **guards):
    async def answer():
        transport = httpx.ASGITransport(app=application(data / "archive.db", **guards))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8001") as client:
            return await client.get(path, headers={"host": host, **(headers or {})})

    return asyncio.run(answer())


@pytest.mark.parametrize("host", ["127.0.0.1:8001", "localhost", "LOCALHOST:80", "[::1]:8001"])
def test_the_machines_own_names(data, host):
    assert ask(data, host=host, hosts=OWN_NAMES).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8001", "", "localhost.evil"])
def test_another_name_is_another_sites_trick(data, host):
    answer = ask(data, host=host, hosts=OWN_NAMES)
    assert answer.status_code == 421
    assert "html" not in answer.text


@pytest.mark.parametrize(
    "sent", [None, "Basic", "Basic !!!", "Bearer skrivnost", "Basic " + base64.b64encode(b"a:napak").decode()]
)
def test_without_the_password_nothing_is_shown(data, sent):
    for path in ("/", "/search?q=most", "/archive/records.json", "/-/newsarchive/style.css"):
        answer = ask(data, path, headers={"authorization": sent} if sent else {}, password="skrivnost")
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith("Basic ")


def test_with_the_password_all_is(data):
    sent = "Basic " + base64.b64encode("kdorkoli:škrjanček".encode()).decode()
    assert ask(data, headers={"authorization": sent}, password="škrjanček").status_code == 200


@pytest.mark.parametrize("path", ["/", "/search?q=most", "/health", "/notices", "/changes"])
def test_our_pages_run_no_script_of_anybody_else(data, path):
    policy = ask(data, path).headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("length", ["65537", "9" * 400, "0" * 12 + "9" * 9, "-1", "many", "5", None])
def test_no_form_is_without_bounds(data, length):
    told = []

    async def send(message):
        told.append(message)

    scope = {"type": "http", "method": "POST", "path": "/saved", "headers": []}
    scope["headers"] += [(b"content-length", length.encode())] if length else []
    scope["headers"] += [(b"transfer-encoding", b"chunked")] if length == "5" else []
    asyncio.run(guarded(None)(scope, None, send))
    assert told[0]["status"] == 413


@pytest.mark.parametrize("words", [["--host", "0.0.0.0"], ["--host", "192.0.2.1"]])
def test_another_address_wants_a_password_or_to_be_public(tmp_path, words, monkeypatch):
    from click.testing import CliRunner

    from newsarchive.cli import main

    monkeypatch.delenv("NEWSARCHIVE_PASSWORD", raising=False)
    told = CliRunner().invoke(main, ["--data", str(tmp_path), "serve", *words])
    assert told.exit_code == 1
    assert "set NEWSARCHIVE_PASSWORD, or say --public" in told.stderr
