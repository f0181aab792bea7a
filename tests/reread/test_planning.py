"""Which pages are to be read again is asked for in portions, none of which looks through what came before it."""

import pytest

from newsarchive.archive import Archive
from newsarchive.reread import planning


@pytest.mark.parametrize("walk", [planning.STALE, planning.OTHERS])
def test_no_portion_sorts_the_whole_site(tmp_path, walk):
    names = ("site", "every", "version", "since", "readers", "last", "limit")
    with Archive(tmp_path / "archive.db") as archive:
        values = {name: None for name in names if f":{name}" in walk}
        steps = [row["detail"] for row in archive.connection.rows(f"EXPLAIN QUERY PLAN {walk}", values)]
    assert "INTEGER PRIMARY KEY (rowid>?)" in steps[0]
    assert not any("ORDER BY" in step for step in steps), steps
