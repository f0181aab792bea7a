"""One request of a person: what is asked for, in which language, and how to link on from here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hmac import compare_digest
from urllib.parse import parse_qsl, quote, urlencode

from newsarchive.web.languages import DEFAULT, LANGUAGES, Language, language

LONGEST = 2_000
"""Characters of one argument that count."""
MOST = 200
"""Arguments that count."""
COOKIE = "newsarchive_language"
Argument = str | int | Sequence[str] | None


@dataclass(frozen=True, slots=True)
class Visit:
    """What is asked for."""

    path: str
    arguments: tuple[tuple[str, str], ...] = ()
    """The query of the address, in order."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """The named parts of the path, as the route tells them."""
    language: Language = field(default_factory=lambda: language(DEFAULT))
    today: date = field(default_factory=date.today)
    cookies: Mapping[str, str] = field(default_factory=dict)
    origin: str = ""
    """Scheme and host, as the browser names them; feeds need whole addresses."""
    token: str = ""
    """What a form must send along, so that no other site can send it."""
    form: Mapping[str, str] = field(default_factory=dict)
    """What a form sent; empty for all other requests."""
    method: str = "GET"
    public: bool = False
    """Whether everybody may ask: then nothing is written, and nothing told of what others looked for."""

    def get(self, name: str) -> str | None:
        """Give the last value of an argument; an empty one is none.

        >>> Visit("/search", (("q", "voda"), ("site", ""))).get("q")
        'voda'
        """
        return next((value for key, value in reversed(self.arguments) if key == name and value), None)

    def all(self, name: str) -> list[str]:
        """Give all values of an argument."""
        return [value for key, value in self.arguments if key == name and value]

    def number(self, name: str, default: int, most: int) -> int:
        """Give an argument that is a whole number from 1 to ``most``; what is none gives the default.

        >>> Visit("/", (("page", "3"),)).number("page", 1, 100), Visit("/", (("page", "-x"),)).number("page", 1, 100)
        (3, 1)
        """
        text = self.get(name) or ""
        value = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(most)) else default
        return min(max(value, 1), most)

    def link(self, path: str | None = None, **changes: Argument) -> str:
        """Give the address of a page with this one's arguments, changed; ``None`` takes one away.

        >>> Visit("/search", (("q", "most"), ("page", "2"))).link(page=None, kind="notice")
        '/search?q=most&kind=notice'
        """
        kept = [(key, value) for key, value in self.arguments if key not in changes]
        for key, value in changes.items():
            values = [value] if isinstance(value, str | int) else value or ()
            kept += [(key, str(one)) for one in values]
        return address(self.path if path is None else path, kept)

    @property
    def trusted(self) -> bool:
        """Tell whether a form was sent from a page of ours: without cookies nobody else checks it.

        >>> Visit("/saved", token="a", form={"csrftoken": "b"}).trusted
        False
        """
        sent = self.form.get("csrftoken", "")
        return bool(self.token) and compare_digest(sent.encode("utf-8", "replace"), self.token.encode())

    def home(self, path: str) -> str:
        """Give the whole address of a path, for feeds and citations."""
        return self.origin + path


def address(path: str, arguments: Sequence[tuple[str, str]] = ()) -> str:
    """Give a path with its query.

    >>> address("/search", [("q", "čas")])
    '/search?q=%C4%8Das'
    """
    return quote(path, safe="/:@-._~!$&'()*+,;=%") + (f"?{urlencode(list(arguments))}" if arguments else "")


def arguments_of(query: str) -> tuple[tuple[str, str], ...]:
    """Read the query of an address; what is too much is cut off.

    >>> arguments_of("q=a+b&x=")
    (('q', 'a b'), ('x', ''))
    """
    pairs = parse_qsl(query[: MOST * LONGEST], keep_blank_values=True, errors="replace")[:MOST]
    return tuple((key[:LONGEST], value[:LONGEST].replace("\0", "")) for key, value in pairs)


def form_of(body: bytes) -> dict[str, str]:
    """Read what a form sent.

    >>> form_of(b"name=Ceste+v+%C5%A0o%C5%A1tanju")
    {'name': 'Ceste v Šoštanju'}
    """
    return dict(arguments_of(body.decode("utf-8", "replace")))


def chosen_language(arguments: Sequence[tuple[str, str]], cookies: Mapping[str, str], accepted: str) -> Language:
    """Choose the language: by the address, the cookie of an earlier choice, or what the browser prefers.

    >>> chosen_language([], {}, "de;q=0.9, en-GB;q=0.8, sl;q=0.1").code
    'en'
    """
    asked = [value for key, value in arguments if key == "lang"] + [cookies.get(COOKIE, "")]
    named = next((code for code in asked if code in LANGUAGES), None)
    return language(named or _preferred(accepted) or DEFAULT)


def _preferred(accepted: str) -> str | None:
    """Give the language of ours that a browser likes best."""
    liked: list[tuple[float, str]] = []
    for part in accepted[:LONGEST].split(","):
        name, _, weight = part.strip().partition(";q=")
        try:
            liked.append((-float(weight or 1), name[:2].lower()))
        except ValueError:
            continue
    return next((code for _, code in sorted(liked, key=lambda one: one[0]) if code in LANGUAGES), None)
