"""A program that is killed while it saves loses at most the record it was saving."""

import random
import signal
import subprocess
import sys
import time

from newsarchive.archive import Archive

SAVE = """
import sys
from newsarchive.archive import Archive
from newsarchive.archive.words import lemmas
from newsarchive.items import Image, Notice, Record, Window

lemmas("zapora")  # the dictionary is loaded with the first word
with Archive(sys.argv[1]) as archive:
    held = sum(sum(kinds.values()) for kinds in archive.counts().values())
    print("ready", flush=True)
    for number in range(held, held + 100_000):
        text = f"Zapora {number} traja. " * 50
        archive.save(Record(
            "notice", "demo", f"http://demo.example/{number}", title=f"Zapora {number}", body=text,
            authors=[f"Avtor {number}"], tags=["ceste"], images=[Image("http://demo.example/1.jpg")],
            notices=[Notice("Komunala", places=["Cesta"], windows=[Window("2026-01-29")])],
            aliases=[f"http://demo.example/?p={number}"],
        ))
        if number % 3 == 0:
            archive.save(Record("notice", "demo", f"http://demo.example/{number // 2}", title="Novo", body=text))
"""
LAME = {
    "without text": "SELECT id FROM records WHERE body IS NULL OR title IS NULL",
    "without a version": "SELECT id FROM records WHERE id NOT IN (SELECT record FROM versions)",
    "other than their last version": """
        SELECT r.id FROM records r JOIN versions v ON v.id = (SELECT max(id) FROM versions WHERE record = r.id)
        WHERE v.digest <> r.digest""",
    "without an alias": "SELECT id FROM records WHERE id NOT IN (SELECT record FROM aliases)",
    "new without their parts": """
        SELECT id FROM records r WHERE title <> 'Novo' AND NOT (
            EXISTS (SELECT 1 FROM record_authors WHERE record = r.id)
            AND EXISTS (SELECT 1 FROM record_tags WHERE record = r.id)
            AND EXISTS (SELECT 1 FROM record_images WHERE record = r.id) AND EXISTS (
                SELECT 1 FROM notices n JOIN notice_windows w ON w.notice = n.id WHERE n.record = r.id))""",
}


def kill_while_saving(path, wait):
    child = subprocess.Popen([sys.executable, "-c", SAVE, str(path)], stdout=subprocess.PIPE)
    assert child.stdout.readline() == b"ready\n"
    time.sleep(wait)
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()


def test_ten_times_killed_and_every_record_is_whole(path):
    chance = random.Random(2)
    held = 0
    for _ in range(10):
        kill_while_saving(path, chance.uniform(0.05, 0.25))
        with Archive(path) as archive:
            connection = archive.connection
            assert connection.value("PRAGMA integrity_check") == "ok"
            assert list(connection.rows("PRAGMA foreign_key_check")) == []
            connection.execute("INSERT INTO records_fts(records_fts, rank) VALUES ('integrity-check', 1)")
            assert {reason: list(map(tuple, connection.rows(sql))) for reason, sql in LAME.items()} == {
                reason: [] for reason in LAME
            }
            now = archive.counts()["demo"]["notice"]
            assert now > held
            held = now
