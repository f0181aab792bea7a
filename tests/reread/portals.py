"""The made-up portal, served by the test itself, so that its pages can be changed; and crawls of it."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from newsarchive.demo import Portal

CRAWL = """
import sys
from pathlib import Path
from newsarchive.cli.crawling import Job, Options, crawl_sites, known_sites, settings
home, data, selectors = sys.argv[1], Path(sys.argv[2]), eval(sys.argv[3])
spider = known_sites(data)["demo"]
spider.selectors = selectors
(result,) = crawl_sites([Job(spider, home)], settings(data), Options(full=True))
print(result)
sys.exit(0 if result.outcome == "finished" else 1)
"""


@contextmanager
def serving(portal: Portal, changed: Callable[[str, bytes], bytes] = lambda path, body: body) -> Iterator[str]:
    """Serve a portal whose every answer goes through ``changed``; gives its home."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            reply = portal.respond(self.path, dict(self.headers))
            body = changed(self.path, reply.body)
            self.send_response_only(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def crawl(home, data, selectors=None):
    """Crawl the portal whole, in a process of its own."""
    command = [sys.executable, "-c", CRAWL, home, str(data), repr(selectors or {})]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
