"""``newsarchive serve``: the archive in the browser, for reading only; on this machine only, unless told otherwise."""

from __future__ import annotations

import contextlib
import importlib.util
import ipaddress
import socket
import sys
import threading
import webbrowser
from typing import Any

import click

from newsarchive.cli.context import Context, Failure
from newsarchive.cli.output import note, open_archive

HOST = "127.0.0.1"
OWN_NAMES = frozenset(("localhost", "127.0.0.1", "[::1]"))
"""The names by which a browser on this machine asks for it; another name is another site's trick."""


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True, help="0 takes any free one.")
@click.option("--host", default=HOST, show_default=True, help="The address to listen on; 0.0.0.0 is the whole network.")
@click.option("--password", envvar="NEWSARCHIVE_PASSWORD", help="What visitors must type; better set the variable.")
@click.option("--public", is_flag=True, help="Let everybody who reaches the address read, without a password.")
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
@click.pass_obj
def serve(context: Context, port: int, host: str, password: str | None, public: bool, no_browser: bool) -> None:
    """Open the archive in the browser: search, records with their history, notices, obituaries, changes, health.

    For reading only; tables, SQL, JSON and CSV are there too. Only this machine can reach it; another --host needs
    NEWSARCHIVE_PASSWORD or --public. Crawls may go on meanwhile. Ctrl-C ends it.
    """
    if not all(importlib.util.find_spec(name) for name in ("datasette", "icalendar")):
        raise Failure('The browser view needs Datasette: install it with "pip install newsarchive[browse]".')
    own = _is_loopback(host)
    if not own and not password and not public:
        raise Failure(
            f"{host} can be reached by others: set NEWSARCHIVE_PASSWORD, or say --public to let everybody read."
        )
    with open_archive(context):
        pass  # upgraded where need be, and told in a sentence what is wrong with it
    from newsarchive.web import application  # Datasette, which comes with an extra

    names, secret = OWN_NAMES if own else None, None if public else password or None
    app = application(context.path, hosts=names, password=secret, public=public and not own)
    _run(app, _listen(host, port), browser=not no_browser and own and _on_terminal())


def _on_terminal() -> bool:
    return sys.stdout.isatty()


def _is_loopback(host: str) -> bool:
    """Tell whether only this machine reaches an address.

    >>> _is_loopback("127.0.0.1"), _is_loopback("localhost"), _is_loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _listen(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise Failure(f"Port {port} cannot be had ({error.strerror}): choose one with --port, or 0 for any.") from error
    return listener


def _run(app: Any, listener: socket.socket, *, browser: bool) -> None:
    import uvicorn  # comes with Datasette

    host, port = listener.getsockname()[:2]
    url = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    note(f"The archive is at {url} until you press Ctrl-C.")
    if browser:
        threading.Thread(target=webbrowser.open, args=[url], name="browser", daemon=True).start()
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="on"))
    with contextlib.suppress(KeyboardInterrupt):
        server.run([listener])
