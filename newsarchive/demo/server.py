"""Serving portals over HTTP on loopback, in this process, until it is stopped.

Importing this module installs Twisted's reactor: who only wants a portal beside itself uses ``newsarchive.demo.child``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from twisted.internet import reactor as _reactor
from twisted.internet.error import CannotListenError
from twisted.web.resource import Resource
from twisted.web.server import NOT_DONE_YET
from twisted.web.server import Site as _Site

from newsarchive.demo.child import PortInUseError
from newsarchive.demo.portal import Portal
from newsarchive.demo.reply import Reply

HOST = "127.0.0.1"
DRIP = 0.25
"""Seconds between the drops of a slow answer."""
DROPS = 20
reactor: Any = _reactor
"""Twisted's reactor; a module that poses as an object, so that no type fits it."""
Request = Any
"""``twisted.web.server.Request``, whose methods have no types."""
make_site: Any = _Site


class PortalResource(Resource):
    """Hands every request of a server to its portal."""

    isLeaf = True  # noqa: N815 (Twisted's name)

    def __init__(self, portal: Portal) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # Twisted has no types here
        self.portal = portal

    def render(self, request: Request) -> bytes | int:
        """Answer a request of any method."""
        headers = {
            name.decode("latin-1"): values[-1].decode("latin-1")
            for name, values in request.requestHeaders.getAllRawHeaders()
        }
        reply = self.portal.respond(request.uri.decode("latin-1"), headers)
        request.setResponseCode(reply.status)
        for name, value in reply.headers.items():
            request.setHeader(name, value)
        return SENDERS[reply.manner](request, reply)


def _plain(_: Request, reply: Reply) -> bytes:
    return reply.body


def _cut(request: Request, reply: Reply) -> int:
    """Promise more than is sent, then hang up."""
    request.setHeader("Content-Length", str(len(reply.body) * 2 + 1000))
    request.write(reply.body)
    reactor.callLater(DRIP, request.loseConnection)
    return NOT_DONE_YET


def _slow(request: Request, reply: Reply) -> int:
    """Send the body in drops."""
    request.setHeader("Content-Length", str(len(reply.body)))
    size = max(1, -(-len(reply.body) // DROPS))
    _drip(request, [reply.body[at : at + size] for at in range(0, len(reply.body), size)])
    return NOT_DONE_YET


def _drip(request: Request, drops: list[bytes]) -> None:
    if request._disconnected:
        return
    if not drops:
        request.finish()
        return
    request.write(drops[0])
    reactor.callLater(DRIP, _drip, request, drops[1:])


SENDERS: dict[str, Callable[[Request, Reply], bytes | int]] = {"plain": _plain, "cut": _cut, "slow": _slow}
"""How an answer is sent, by its manner."""


def listen(portals: Iterable[tuple[Portal, int]], *, warm: bool = False) -> list[str]:
    """Open a port for each portal (0: any free one) and give their base addresses.

    Raises:
        PortInUseError: another program listens there.
    """
    bases = []
    for portal, port in portals:
        try:
            opened = reactor.listenTCP(port, make_site(PortalResource(portal), timeout=30), backlog=200, interface=HOST)
        except CannotListenError as error:
            raise PortInUseError(port) from error
        bases.append(f"http://{HOST}:{opened.getHost().port}/")
        portal.warm(bases[-1] if warm else None)
    return bases


def serve(
    portals: Iterable[tuple[Portal, int]], ready: Callable[[list[str]], None] | None = None, *, warm: bool = False
) -> None:
    """Serve portals until the process is told to stop; ``ready`` is called with their addresses once they answer.

    ``warm`` prepares every page before that, so that none is slow when it is first asked for.
    """
    bases = listen(portals, warm=warm)
    if ready:
        reactor.callWhenRunning(ready, bases)
    reactor.run()


def stop() -> None:
    """Stop serving, from any thread."""
    reactor.callFromThread(lambda: reactor.stop() if reactor.running else None)
