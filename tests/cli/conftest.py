import pytest
from click.testing import CliRunner

from cli.archived import CILKA, MOST, ZAPORA
from newsarchive.archive import Archive
from newsarchive.cli import main
from newsarchive.items import Record


@pytest.fixture
def data(tmp_path):
    """The folder of an archive of three records; the first has two versions."""
    folder = tmp_path / "data"
    with Archive(folder / "archive.db") as archive:
        archive.save(
            Record(
                **{
                    **MOST.to_dict(),
                    "title": "Most",
                    "images": [],
                    "body": "Župan je odprl most.\n\nMost je dolg 10 metrov.",
                }
            )
        )
        for record in (MOST, ZAPORA, CILKA):
            archive.save(record)
        archive.finish_run(
            archive.start_run("demo"), "finished", {"requests": 12, "new": 2}, {"finish_reason": "finished"}
        )
        archive.start_run("drugi")
    return folder


@pytest.fixture
def run():
    """Run a command; stdout and stderr come apart."""

    def run(folder, *words, code=0):
        result = CliRunner().invoke(main, ["--data", str(folder), *map(str, words)])
        assert result.exit_code == code, result.output
        assert "Traceback" not in result.output
        return result

    return run
