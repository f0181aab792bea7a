"""Long answers, piece by piece: made in threads, one piece at a time, and given up when nobody listens any more."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, MutableMapping
from threading import Lock
from typing import Any

LEAST = 1 << 16
"""Bytes that are sent at once; a smaller piece costs more to pass on than to make."""
Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[Message]]


def packed(pieces: Iterable[bytes], least: int = LEAST) -> Iterator[bytes]:
    """Join pieces until they are worth sending.

    >>> list(packed([b"a", b"b", b"c"], 2))
    [b'ab', b'c']
    """
    held = bytearray()
    for piece in pieces:
        held += piece
        if len(held) >= least:
            yield bytes(held)
            held.clear()
    if held:
        yield bytes(held)


class Pieces:
    """An iterator that threads use one after another, and that can be closed while one of them is at it."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._lock = Lock()

    def next(self) -> bytes | None:
        """Make the next piece; None after the last one."""
        with self._lock:
            return next(self._pieces, None)

    def close(self) -> None:
        """Let what makes the pieces tidy up."""
        with self._lock:
            close = getattr(self._pieces, "close", None)
            if close:
                close()


async def send_pieces(made: Iterator[bytes], send: Send, receive: Receive | None) -> None:
    """Send pieces to the end, or until ``receive`` says that the visitor has gone."""
    pieces = Pieces(made)
    gone = asyncio.ensure_future(_gone(receive))
    try:
        while not gone.done() and (piece := await asyncio.to_thread(pieces.next)) is not None:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})
    finally:
        gone.cancel()
        await asyncio.shield(asyncio.to_thread(pieces.close))


async def _gone(receive: Receive | None) -> None:
    """Wait until the visitor has gone."""
    if receive is None:
        await asyncio.Event().wait()
    while receive and (await receive())["type"] != "http.disconnect":
        pass
