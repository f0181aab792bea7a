import hashlib

import pytest

from newsarchive.items import Image, Record
from newsarchive.pictures import store

URL = "https://demo.example/1.jpg"


@pytest.fixture
def keep(archive, data):
    def keep(body, mime, extension, path=None):
        archive.save(Record("article", "demo", "https://demo.example/a", title="A", images=[Image(URL)]))
        sha256, stored = store(data, body, extension)
        archive.note_image(URL, "kept", sha256=sha256, path=path or stored, mime=mime)
        return sha256

    return keep


def test_a_picture_comes_from_the_archive(get, keep):
    page = get(f"/image/{keep(b'JPEG', 'image/jpeg', 'jpg')}")
    assert (page.status_code, page.content, page.headers["content-type"]) == (200, b"JPEG", "image/jpeg")
    assert "max-age=31536000" in page.headers["cache-control"]
    assert page.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert page.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(("mime", "extension"), [("image/svg+xml", "svg"), ("text/html", "bin"), (None, "bin")])
def test_what_may_hold_a_program_is_a_download(get, keep, mime, extension):
    page = get(f"/image/{keep(b'<svg onload=alert(1)>', mime, extension)}")
    assert page.headers["content-type"] == "application/octet-stream"
    assert page.headers["content-disposition"].startswith("attachment;")
    assert page.headers["content-security-policy"] == "sandbox; default-src 'none'"


@pytest.mark.parametrize(
    "path", ["../../secret", "/etc/passwd", "archive.db", "images/../archive.db", "images/ab/cd.jpg"]
)
def test_nothing_outside_the_folder_of_pictures(get, keep, data, path):
    (data.parent / "secret").write_text("secret")
    assert get(f"/image/{keep(b'JPEG', 'image/jpeg', 'jpg', path)}").status_code == 404


def test_no_link_leads_outside(get, keep, data):
    (data.parent / "secret").write_text("secret")
    sha256 = keep(b"JPEG", "image/jpeg", "jpg")
    file = data / "images" / sha256[:2] / f"{sha256}.jpg"
    file.unlink()
    assert get(f"/image/{sha256}").status_code == 404
    file.symlink_to(data.parent / "secret")
    assert get(f"/image/{sha256}").status_code == 404


@pytest.mark.parametrize(
    "name", ["x", "%2e%2e%2farchive.db", hashlib.sha256(b"none").hexdigest(), "A" * 64, "1" * 9999]
)
def test_other_names_are_not_there(get, name):
    assert get(f"/image/{name}").status_code == 404
