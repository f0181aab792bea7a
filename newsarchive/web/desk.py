"""From a request to an answer: a page runs in a thread with an archive of its own; whatever fails is a page too."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from pathlib import Path
from typing import Any

from newsarchive.archive import Archive, ArchiveError
from newsarchive.archive.errors import SlowError
from newsarchive.web.answers import Answer, Missing, Page, Reply, html, reply
from newsarchive.web.guard import PUBLIC
from newsarchive.web.library import Library
from newsarchive.web.rendering import render
from newsarchive.web.visit import COOKIE, Visit, arguments_of, chosen_language, form_of

logger = logging.getLogger(__name__)

PageFunction = Callable[[Visit, Archive], Answer]
THREADS = 4
"""Pages that are made at the same time; the others wait their turn."""


class Desk:
    """Answers requests for the pages of the archive at ``path``."""

    def __init__(self, path: Path) -> None:
        self.library = Library(path)
        self.threads = ThreadPoolExecutor(THREADS, thread_name_prefix="page")

    def view(self, page: PageFunction) -> Callable[..., Awaitable[Reply]]:
        """Make what Datasette calls out of a page."""

        async def view(request: Any) -> Reply:
            visit = await _visit(request)
            made = await asyncio.get_running_loop().run_in_executor(self.threads, self._answer, page, visit)
            made.receive = request.receive
            return made

        return view

    def _answer(self, page: PageFunction, visit: Visit) -> Reply:
        """Make a page, in a thread."""
        try:
            with self.library.open() as archive:
                return _reply(page(visit, archive), visit)
        except SlowError:
            return _reply(Missing("error.slow", HTTPStatus.SERVICE_UNAVAILABLE), visit)
        except ArchiveError as error:
            told = Page("error.html", {"sentence": str(error)}, HTTPStatus.SERVICE_UNAVAILABLE)
            return _reply(told, visit)
        except Exception:
            logger.exception("The page %s failed", visit.path)
            return _reply(Missing("error.failed", HTTPStatus.INTERNAL_SERVER_ERROR), visit)


def _reply(answer: Answer, visit: Visit) -> Reply:
    if isinstance(answer, Missing):
        answer = Page("error.html", {"sentence": visit.language(answer.name)}, answer.status)
    if not isinstance(answer, Page):
        return reply(answer)
    asked = {COOKIE: visit.language.code} if visit.get("lang") == visit.language.code else {}
    return html(render(answer.template, visit, answer.values), HTTPStatus(answer.status), answer.cookies | asked)


async def _visit(request: Any) -> Visit:
    arguments = arguments_of(request.query_string)
    form = form_of(await request.post_body()) if request.method == "POST" else {}
    return Visit(
        path=request.path,
        arguments=arguments,
        parts=request.url_vars,
        language=chosen_language(arguments, request.cookies, request.headers.get("accept-language", "")),
        cookies=request.cookies,
        origin=f"{request.scheme}://{request.host}",
        token=request.scope["csrftoken"]() if "csrftoken" in request.scope else "",
        form=form,
        method=request.method,
        public=bool(request.scope.get(PUBLIC)),
    )
