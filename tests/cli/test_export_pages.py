"""Raw pages of records as WARC and WACZ."""

import importlib
import json
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from warcio.cli import main as warcio

from cli.archived import MOST
from newsarchive.archive import Archive
from newsarchive.items import Image
from newsarchive.snapshots import Exchange, Writer, payload_digest, walk

AT = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
PAGE = "https://demo.example/most"
COPY = "https://demo.example/most-2"
PICTURE = "https://demo.example/1.jpg"


class Kept:
    """An archive whose pages are kept, as a crawl keeps them."""

    def __init__(self, folder):
        self.folder = folder
        self.archive = Archive(folder / "archive.db")
        self.writer = Writer(folder, "demo", now=lambda: AT)
        self.minutes = 0

    def keep(self, url, body, *, original=None, mime="text/html"):
        """Keep a response and give its number."""
        self.minutes += 1
        exchange = Exchange(
            url,
            AT + timedelta(minutes=self.minutes),
            200,
            [("Content-Type", mime)],
            body,
            request_headers=[("Host", "demo.example")],
        )
        first = original and self.archive.snapshot(original)
        place = self.writer.write(exchange, original=(first.url, first.fetched_at) if first else None)
        return self.archive.note_snapshot(
            url,
            site="demo",
            fetched_at=exchange.fetched_at,
            status=200,
            file=place.file,
            offset=place.offset,
            length=place.length,
            digest=payload_digest(body),
            mime=mime,
            original=original,
        )

    def close(self):
        self.writer.close()
        self.archive.close()


@pytest.fixture
def kept(tmp_path):
    """Two records: one of two versions with a picture, one whose page repeats a page of nobody; and a stranger."""
    kept = Kept(tmp_path / "data")
    kept.keep("https://demo.example/", b"<title>front</title>")
    first = kept.keep(PAGE, b"<title>old</title>")
    kept.keep(PICTURE, b"\xff\xd8\xffjpeg", mime="image/jpeg")
    twice = kept.keep("https://demo.example/tisk", b"<title>copy</title>")
    second = kept.keep(PAGE, b"<title>new</title>")
    again = kept.keep(COPY, b"<title>copy</title>", original=twice)
    most = replace(MOST, images=[Image(PICTURE), Image("https://demo.example/none.jpg")], aliases=[])
    kept.archive.save(replace(most, body="Prej."), snapshot=first)
    kept.archive.save(most, snapshot=second)
    kept.archive.save(replace(most, url=COPY, title="Drugi most", images=[]), snapshot=again)
    kept.archive.save(replace(most, url="https://demo.example/brez", title="Brez strani", images=[]))
    kept.close()
    return kept


def urls(path):
    return [(member.type, member.url) for member in walk(path) if member.type in ("response", "revisit")]


def test_all_pages_pictures_and_originals_once(run, kept, tmp_path):
    target = tmp_path / "out.warc.gz"
    result = run(kept.folder, "export", "--format", "warc", "-o", target)
    assert urls(target) == [
        ("response", PAGE),
        ("response", PICTURE),
        ("response", "https://demo.example/tisk"),
        ("response", PAGE),
        ("revisit", COPY),
    ]
    assert result.stderr == (
        f"5 snapshots of 3 records written to {target}.\nOf 1 record no page is kept: --format jsonl has them all.\n"
    )


def test_records_are_copied_byte_for_byte_with_their_requests(run, kept, tmp_path):
    target = tmp_path / "out.warc.gz"
    run(kept.folder, "export", "--format", "warc", "-o", target, "--query", "Drugi")
    (source,) = (kept.folder / "warc/demo").iterdir()
    whole = source.read_bytes()
    members = list(walk(target))
    assert [member.type for member in members] == ["warcinfo", "response", "request", "revisit", "request"]
    assert members[0].header("WARC-Filename") == "out.warc.gz"
    exported = target.read_bytes()
    assert all(exported[one.offset : one.offset + one.length] in whole for one in members[1:])
    with pytest.raises(SystemExit, match=r"^0$"):
        warcio(["check", str(target)])


def test_a_warc_on_stdout(run, kept, tmp_path):
    result = run(kept.folder, "export", "--format", "warc")
    (tmp_path / "out.warc.gz").write_bytes(result.stdout_bytes)
    members = list(walk(tmp_path / "out.warc.gz"))
    assert members[0].header("WARC-Filename") is None
    assert len(members) == 11


def test_nothing_found_is_a_file_of_nothing(run, kept, tmp_path):
    target = tmp_path / "out.warc.gz"
    result = run(kept.folder, "export", "--format", "warc", "-o", target, "--query", "nikjer")
    assert [member.type for member in walk(target)] == ["warcinfo"]
    assert result.stderr == f"0 snapshots of 0 records written to {target}.\n"


@pytest.mark.parametrize("harm", ["missing", "broken"])
def test_what_cannot_be_read_is_told_and_the_rest_is_written(run, kept, tmp_path, harm):
    (source,) = (kept.folder / "warc/demo").iterdir()
    if harm == "missing":
        source.unlink()
    else:
        place = next(member for member in walk(source) if member.url == PICTURE)
        whole = bytearray(source.read_bytes())
        whole[place.offset + 60] ^= 1
        source.write_bytes(whole)
    target = tmp_path / "out.warc.gz"
    result = run(kept.folder, "export", "--format", "warc", "-o", target, code=1)
    assert 'left out: run "newsarchive verify".' in result.stderr
    assert len(urls(target)) == (0 if harm == "missing" else 4)


def test_a_wacz_is_valid_and_opens_with_its_pages(run, kept, tmp_path, capsys):
    wacz = pytest.importorskip("wacz.main")
    target = tmp_path / "most.wacz"
    result = run(kept.folder, "export", "--format", "wacz", "-o", target)
    assert "5 snapshots of 3 records" in result.stderr
    assert result.stdout == ""
    assert wacz.main(["validate", "-f", str(target)]) == 0, capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "most.wacz"]
    with zipfile.ZipFile(target) as file:
        names = file.namelist()
        head, *pages = [json.loads(line) for line in file.read("pages/pages.jsonl").splitlines()]
        about = json.loads(file.read("datapackage.json"))
        with file.open("archive/most.warc.gz") as warc:
            (tmp_path / "inner.warc.gz").write_bytes(warc.read())
    assert head["format"] == "json-pages-1.0"
    assert [page["url"] for page in pages] == [PAGE, PAGE, COPY]
    assert [page["title"] for page in pages] == [MOST.title, MOST.title, "Drugi most"]
    assert pages[0]["ts"] == "2026-11-23T06:02:00.000Z"
    assert (about["title"], about["mainPageURL"], about["mainPageDate"]) == ("most", COPY, "2026-11-23T06:06:00Z")
    assert {"indexes/index.cdx.gz", "indexes/index.idx", "datapackage-digest.json"} <= set(names)
    assert len(urls(tmp_path / "inner.warc.gz")) == 5


def test_a_wacz_lists_no_page_that_cannot_be_read(run, kept, tmp_path):
    wacz = pytest.importorskip("wacz.main")
    (source,) = (kept.folder / "warc/demo").iterdir()
    source.write_bytes(source.read_bytes()[:-400])
    target = tmp_path / "most.wacz"
    assert "1 snapshot left out" in run(kept.folder, "export", "--format", "wacz", "-o", target, code=1).stderr
    assert wacz.main(["validate", "-f", str(target)]) == 0
    with zipfile.ZipFile(target) as file:
        assert COPY.encode() not in file.read("pages/pages.jsonl")


def test_a_wacz_that_cannot_be_written_is_told(run, kept, tmp_path, monkeypatch):
    wacz = pytest.importorskip("wacz.main")
    for failing in (lambda words: print("no page fits") or 1, lambda words: {}["a"] if not words else int("x")):
        monkeypatch.setattr(wacz, "main", failing)
        result = run(kept.folder, "export", "--format", "wacz", "-o", tmp_path / "x.wacz", code=1)
        assert "py-wacz stopped" in result.stderr
        assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_a_wacz_of_nothing_is_valid(run, kept, tmp_path):
    wacz = pytest.importorskip("wacz.main")
    target = tmp_path / "none.wacz"
    run(kept.folder, "export", "--format", "wacz", "-o", target, "--query", "nikjer")
    assert wacz.main(["validate", "-f", str(target)]) == 0


def test_a_wacz_needs_a_name(run, kept):
    assert "add --output FILE.wacz" in run(kept.folder, "export", "--format", "wacz", code=2).stderr


def test_without_py_wacz_the_command_that_installs_it_is_told(run, kept, tmp_path, monkeypatch):
    for name in [name for name in sys.modules if name.partition(".")[0] == "wacz"]:
        monkeypatch.delitem(sys.modules, name)
    real = importlib.import_module

    def missing(name, *rest):
        if name.startswith("wacz"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(importlib, "import_module", missing)
    result = run(kept.folder, "export", "--format", "wacz", "-o", tmp_path / "x.wacz", code=1)
    assert "pip install newsarchive[wacz]" in result.stderr
    assert not (tmp_path / "x.wacz").exists()
