"""``python -m newsarchive.demo --template wordpress --port 8017``: serve made-up portals until stopped."""

from __future__ import annotations

import argparse
import sys
import threading

from newsarchive.demo.child import PortInUseError
from newsarchive.demo.portal import Portal
from newsarchive.demo.server import serve, stop
from newsarchive.demo.templates import TEMPLATES


def parser() -> argparse.ArgumentParser:
    """Describe the options."""
    options = argparse.ArgumentParser(prog="python -m newsarchive.demo", description=__doc__)
    options.add_argument("--template", action="append", choices=TEMPLATES, help="may be repeated; default: all three")
    options.add_argument("--port", type=int, default=8017, help="of the first; the others follow; 0: any free ones")
    options.add_argument("--records", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--day", type=int, default=1)
    options.add_argument("--hostile", action="store_true", help="add addresses that misbehave")
    options.add_argument("--page-bytes", type=int, help="pad every page to about this size")
    options.add_argument("--warm", action="store_true", help="prepare every page before serving, for benchmarks")
    options.add_argument("--until-eof", action="store_true", help="stop when standard input ends")
    return options


def main() -> int:
    """Serve; exit 1 where a port is taken."""
    told = parser().parse_args()
    portals = [
        Portal(name, told.records, told.seed, told.day, hostile=told.hostile, page_bytes=told.page_bytes)
        for name in told.template or TEMPLATES
    ]
    ports = [told.port + at if told.port else 0 for at in range(len(portals))]
    if told.until_eof:
        threading.Thread(target=_watch, daemon=True).start()
    try:
        serve(zip(portals, ports, strict=True), _ready, warm=told.warm)
    except PortInUseError as error:
        print("taken", error.port, flush=True)
        return 1
    return 0


def _ready(bases: list[str]) -> None:
    print("ready", *bases, flush=True)


def _watch() -> None:
    sys.stdin.read()
    stop()


if __name__ == "__main__":
    sys.exit(main())
