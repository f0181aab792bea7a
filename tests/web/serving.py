"""An archive served on this machine, for a real browser."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def served(path: Path) -> Iterator[str]:
    """Serve the archive at ``path`` from a thread; give its address."""
    import uvicorn

    from newsarchive.web import application

    server = uvicorn.Server(uvicorn.Config(application(path), port=0, log_level="error", lifespan="on"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
