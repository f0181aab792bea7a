import shutil
from contextlib import suppress
from functools import partial

import pytest

from custody.forgettable import CILKA, HOME, NAME, TEXT, Portal, build, page, traces
from custody.library import START
from custody.test_forgetting import REASON, Killed, killing, stored, whole
from custody.test_locks import Holder
from custody.test_verifying import sql, texts
from newsarchive.archive import Archive
from newsarchive.custody.adding import adding
from newsarchive.custody.forgetting import ForgetError, bury, forget, plan, unfinished
from newsarchive.custody.locks import BusyError, alone, writing
from newsarchive.custody.mending import mend
from newsarchive.custody.verifying import verify
from newsarchive.snapshots import SnapshotError

IN_PLACE = "pathlib.Path.replace"
"""Called for each file twice: when it is whole, and when it takes the place of the old one."""


@pytest.fixture(scope="session")
def kept(tmp_path_factory):
    return build(tmp_path_factory.mktemp("adding") / "data")


@pytest.fixture
def data(kept, tmp_path):
    return shutil.copytree(kept, tmp_path / "data")


@pytest.fixture
def interrupted(data, monkeypatch):
    """A takedown that was killed when the rows fitted the new file already, and the old one was still in its place."""
    with alone(data, "forgetting"), Archive(data / "archive.db") as archive:
        made = plan(data, archive, CILKA, [NAME])
        with monkeypatch.context() as patch, suppress(Killed):
            patch.setattr(IN_PLACE, killing(IN_PLACE, 2))
            forget(data, archive, made, REASON)
    return data


@pytest.fixture
def other(data):
    holder = Holder(data, "writing", "crawling drugi")
    yield holder
    holder.end()


@pytest.fixture
def hasty(monkeypatch):
    monkeypatch.setattr("newsarchive.custody.adding.alone", partial(alone, wait=0.1))


def open_ones(data):
    with Archive(data / "archive.db", readonly=True) as archive:
        return len(unfinished(archive))


def test_who_adds_finishes_a_takedown_first(interrupted):
    assert open_ones(interrupted) == 1
    with adding(interrupted, "crawling demo"):
        assert open_ones(interrupted) == 0
        assert traces(interrupted) == []
    whole(interrupted)


def test_where_nothing_is_open_nothing_is_done(data):
    before = stored(data)
    with adding(data, "crawling demo"):
        pass
    assert stored(data) == before
    whole(data)


def test_an_archive_that_is_not_there_yet(tmp_path):
    with adding(tmp_path / "new"):
        Archive(tmp_path / "new" / "archive.db").close()


def test_who_cannot_finish_it_does_not_begin(interrupted, other, hasty):
    with pytest.raises(BusyError, match="run “newsarchive forget”, which finishes it"), adding(interrupted):
        pass


def test_a_damaged_file_is_told(interrupted):
    path = min((interrupted / "warc" / "demo").glob("*.gz"))
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(ForgetError, match=r"verify --repair.*“.damaged”"), adding(interrupted):
        pass


@pytest.fixture
def burial(data, monkeypatch):
    """What a crawl takes down at its end, interrupted when the new file was not yet in its place."""
    with writing(data), Archive(data / "archive.db") as archive:
        work = Portal(data, archive, at=START.replace(day=27))
        number = work.keep(f"{HOME}/nova-osmrtnica", page(NAME, TEXT + " Znova."))
        work.end()
        with monkeypatch.context() as patch, suppress(Killed):
            patch.setattr(IN_PLACE, killing(IN_PLACE, 2))
            bury(data, archive, [number])
    return data


def test_who_adds_finishes_what_a_crawl_was_taking_down(burial):
    with adding(burial):
        assert open_ones(burial) == 0
    whole(burial)


@pytest.mark.usefixtures("hasty", "other")
def test_what_a_crawl_is_taking_down_keeps_only_its_own_site(burial):
    with adding(burial, "crawling tretji"), Archive(burial / "archive.db") as archive:
        mend(burial, archive, "tretji")
        with pytest.raises(SnapshotError, match="is left of a takedown"):
            mend(burial, archive, "demo")


def test_verify_knows_what_a_takedown_left(interrupted):
    (beside,) = (interrupted / "warc" / "demo").glob("*.forgetting")
    told = texts(verify(interrupted))
    assert f"{beside.relative_to(interrupted)} is left of a takedown that was interrupted: " in " ".join(told)
    assert all("“newsarchive forget”" in text for text in told)


@pytest.mark.usefixtures("other")
def test_verify_does_not_complain_of_what_a_crawl_is_taking_down(burial):
    report = verify(burial)
    assert texts(report) == []
    assert any("was passed over, for a crawl that ends is taking something out of it" in text for text in report.notes)


def test_a_file_of_a_takedown_that_no_row_knows(data):
    (data / "warc" / "demo" / "x.warc.gz.forgetting.part").touch()
    assert texts(verify(data)) == [
        "warc/demo/x.warc.gz.forgetting.part is left of a takedown that was interrupted: "
        "“newsarchive forget” finishes it."
    ]


def test_an_older_archive_knows_no_takedowns(data):
    sql(data, "DROP TABLE tombstones", "DROP TABLE forgets")
    with adding(data):
        pass
