import pytest

from reread.kept import Kept


@pytest.fixture
def kept(tmp_path):
    kept = Kept(tmp_path / "data")
    yield kept
    kept.close()
