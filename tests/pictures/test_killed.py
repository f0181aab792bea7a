import random
import signal
import subprocess
import sys
import time

import pytest

from newsarchive.archive import Archive
from newsarchive.items import Image, Record
from newsarchive.pictures import checksum, files, sweep

KILLS = 4
PICTURES = 400
KEEPER = """
import asyncio, sys
from pathlib import Path
from random import Random
from scrapy.utils.test import get_crawler
from newsarchive.archive import Archive
from newsarchive.items import ImageFile
from pipelines.images import KeepImages

stage = KeepImages.from_crawler(get_crawler(settings_dict={"NEWSARCHIVE_DATA": sys.argv[1]}))
stage.open_spider()
with Archive(Path(sys.argv[1]) / "archive.db") as archive:
    wanted = list(archive.wanted_images("demo", limit=1000))

async def keep():
    print("begun", flush=True)
    for url in wanted:
        await stage.process_item(ImageFile(url, Random(url).randbytes(200_000)))

asyncio.run(keep())
stage.close_spider()
"""


@pytest.fixture
def data(tmp_path):
    with Archive(tmp_path / "archive.db") as archive:
        for number in range(PICTURES // 10):
            images = [Image(f"http://localhost/{number}-{position}.jpg") for position in range(10)]
            url = f"http://localhost/{number}"
            archive.save(Record("article", "demo", url, title="Naslov", body=f"Beseda {number}", images=images))
    return tmp_path


def started(data):
    process = subprocess.Popen([sys.executable, "-c", KEEPER, data], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "begun\n"
    return process


def kept(data):
    """What the archive says it has: ``{path: (sha256, bytes)}``."""
    with Archive(data / "archive.db", readonly=True) as archive:
        rows = archive.connection.rows("SELECT path, sha256, bytes FROM images")
        return {row["path"]: (row["sha256"], row["bytes"]) for row in rows}


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_killed_in_the_middle_every_row_has_its_whole_file_and_nothing_half_written_stays(data):
    dice = random.Random(4)
    for _ in range(KILLS):
        process = started(data)
        time.sleep(dice.uniform(0.0, 0.12))
        process.send_signal(signal.SIGKILL)
        process.wait()
        sweep(data)
        assert {path: (checksum(data, path), (data / path).stat().st_size) for path in kept(data)} == kept(data)
        assert [path for path in (data / "images").glob("*/*") if path.suffix != ".bin"] == []
        assert len(list(files(data))) - len(kept(data)) in (0, 1)  # stored, and killed before it was noted
    assert started(data).wait(timeout=60) == 0
    assert sweep(data) == 0
    assert set(files(data)) == set(kept(data))
    assert len(kept(data)) == PICTURES
