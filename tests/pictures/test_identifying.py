import codecs
import gzip
import os
import random
import struct
import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from newsarchive.pictures import LARGEST, MOST_PIXELS, SHOWN, NoPicture, identify
from tests.pictures.drawing import EXTENSIONS, chunk, encoded, png, scene

pytestmark = pytest.mark.filterwarnings("ignore:::PIL")  # which tells what is odd in a file

SVG = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
PROLOGUE = "<?xml version='1.0'?>\n<!-- <html> znak -->\n<!DOCTYPE svg [<!ENTITY a '>'>]>\n<!-- še -->"


def refused(data):
    with pytest.raises(NoPicture) as error:
        identify(data)
    return str(error.value)


# What it is


def test_each_type_is_told_by_its_inside(kind, body):
    found = identify(body)
    assert (found.mime, found.extension, found.shown) == EXTENSIONS[kind]
    assert (found.width, found.height) == ((64, 48) if kind == "ICO" else (240, 160))
    assert (found.mime in SHOWN) == found.shown


def test_each_type_but_icons_has_a_likeness(kind, body):
    assert (identify(body).dhash is None) == (kind == "ICO")


@pytest.mark.parametrize(
    "text",
    [
        SVG,
        PROLOGUE + SVG,
        "\n  " + SVG,
        "<SVG/>",
        "<svg:svg xmlns:svg='http://www.w3.org/2000/svg'/>",
        "<!--" + "-" * 30_000 + "-->" + SVG,
    ],
)
@pytest.mark.parametrize(
    "encode",
    [
        str.encode,
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    ],
    ids=["plain", "utf-8 mark", "utf-16 little", "utf-16 big"],
)
def test_vector_graphics_are_recognised_and_never_shown(text, encode):
    found = identify(encode(text))
    assert (found.mime, found.extension, found.shown, found.width, found.dhash) == (
        "image/svg+xml",
        "svg",
        False,
        None,
        None,
    )


def test_packed_vector_graphics_keep_a_name_that_says_so():
    found = identify(gzip.compress((PROLOGUE + SVG).encode()))
    assert (found.mime, found.extension, found.shown) == ("image/svg+xml", "svgz", False)


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><html><svg></svg>",
        b"\xef\xbb\xbf\n<!-- <svg> --><html>",
        b"<HTML><head>",
        b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><svg/>",
        b"<script>location='/'</script>\0",
        "<html>Stran ne obstaja: čšž</html>".encode("cp1250"),
        "\ufeff<html>".encode("utf-16-le"),
        gzip.compress(b"<!doctype html><html><body>Stran", mtime=0),
    ],
)
def test_a_page_is_no_picture_whatever_it_is_called(data):
    assert refused(data) in ("no picture: HTML", "no picture: text")


@pytest.mark.parametrize(
    "data",
    [
        b"Not found",
        b'{"error": 404}',
        b"<?xml version='1.0'?><rss/>",
        b"GIF",
        "Ni najdeno: č".encode("cp1250"),
        b"<!--" * 20_000,
        b"<?x" * 20_000,
    ],
)
def test_other_text_is_no_picture(data):
    assert refused(data) == "no picture: text"


def test_nothing_is_no_picture():
    assert refused(b"") == "no picture: empty"


@pytest.mark.parametrize(
    "data",
    [
        b"\0\0\0\x0cJXL \r\n\x87\n",
        b"%PDF-1.7\n%\xe2\xe3\0",
        b"PK\3\4" + b"\0" * 30,
        b"\x1f\x8b\x08broken\0",
        gzip.compress(b"\0\1\2", mtime=0),
        gzip.compress(b"", mtime=0),
        b"\xff\xd8\xff",
        png(0, 8),
    ],
)
def test_what_nobody_knows_is_kept_and_never_shown(data):
    found = identify(data + b"\0\1")
    assert (found.mime, found.extension, found.shown, found.width) == ("application/octet-stream", "bin", False, None)


def test_formats_that_are_not_in_the_list_are_not_opened():
    for kind in ("PPM", "TGA", "PCX", "EPS", "JPEG2000"):
        assert identify(encoded(scene((16, 16)), kind) + b"\0").extension == "bin"


# Broken, cut off, hostile


def test_a_picture_that_was_cut_off_is_known_by_its_header(kind, body):
    found = identify(body[: len(body) * 4 // 5])
    assert found.extension in (EXTENSIONS[kind][1], "bin")
    if kind in ("JPEG", "PNG", "GIF", "BMP"):
        assert (found.extension, found.width, found.height) == (EXTENSIONS[kind][1], 240, 160)
        assert found.dhash is None


def test_more_bytes_than_are_kept():
    body = encoded(scene(), "JPEG")
    assert identify(body.ljust(LARGEST, b"\0")).width == 240
    assert refused(body.ljust(LARGEST + 1, b"\0")) == "too large"


@pytest.mark.parametrize("size", [(8_000, 10_001), (20_000, 20_000), (2_000_000, 1_000), (2**31 - 1, 2**31 - 1)])
def test_more_pixels_than_are_kept_are_never_decoded(size, recwarn):
    assert size[0] * size[1] > MOST_PIXELS
    tracemalloc.start()
    try:
        assert refused(png(*size)) == "too many pixels"
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_pillows_own_limits_stay_as_they_were():
    before = Image.MAX_IMAGE_PIXELS
    refused(png(20_000, 20_000))
    identify(encoded(scene(), "PNG"))
    assert before == Image.MAX_IMAGE_PIXELS


def test_a_large_picture_that_is_no_jpeg_is_kept_without_a_likeness():
    body = encoded(Image.new("1", (8_000, 8_000)), "PNG")
    assert (identify(body).width, identify(body).dhash) == (8_000, None)


def took(data):
    started = time.thread_time()
    found = identify(data)
    return found, time.thread_time() - started


def test_a_jpeg_of_eighty_million_pixels_costs_less_than_seconds():
    found, seconds = took(encoded(Image.linear_gradient("L").resize((10_000, 8_000)), "JPEG", quality=60))
    assert (found.width, found.height) == (10_000, 8_000)
    assert found.dhash
    assert seconds < 2


def a_jpeg_of_many_parts():
    body = encoded(scene((8, 8)), "JPEG")
    return body[:2] + b"\xff\xe5\0\2" * 1_000_000 + body[2:]


def a_png_of_many_parts():
    return png(8, 8, *[chunk(b"abCd")] * 300_000)


def a_gif_of_one_endless_comment():
    body = encoded(Image.new("P", (8, 8)), "GIF")
    at = body.index(b",")
    return body[:at] + b"!\xfe" + (b"\xff" + b"x" * 255) * 60_000 + b"\0" + body[at:]


def a_tiff_that_names_one_part_many_times():
    names = b"".join(struct.pack("<HHII", tag, 1, 1_000_000, 8) for tag in range(1_000, 61_000))
    return (b"II*\0" + struct.pack("<IH", 8, 60_000) + names).ljust(1_100_000, b"\0")


def a_jpeg_of_many_scans():
    body = encoded(scene((2_000, 2_000)), "JPEG", progressive=True)
    last = body.rindex(b"\xff\xda")
    return body[:-2] + body[last:-2] * 400 + body[-2:]


@pytest.mark.parametrize(
    "build",
    [
        a_jpeg_of_many_parts,
        a_png_of_many_parts,
        a_gif_of_one_endless_comment,
        a_tiff_that_names_one_part_many_times,
        a_jpeg_of_many_scans,
    ],
)
def test_a_hostile_file_costs_little_and_has_no_likeness(build):
    data = build()
    assert len(data) <= LARGEST
    found, seconds = took(data)
    assert found.dhash is None
    assert seconds < 3


def test_a_picture_with_many_honest_parts_has_its_likeness():
    body = encoded(Image.effect_noise((1_000, 1_000), 90), "PNG", compress_level=0)
    at, end = body.index(b"IDAT") - 4, body.rindex(b"IEND") - 4
    data = bytearray()
    while at < end:
        length = struct.unpack(">I", body[at : at + 4])[0]
        data += body[at + 8 : at + 8 + length]
        at += 12 + length
    parts = [chunk(b"IDAT", bytes(data[start : start + 256])) for start in range(0, len(data), 256)]
    assert identify(body[: body.index(b"IDAT") - 4] + b"".join(parts) + chunk(b"IEND")).dhash


# Whatever comes


def judged(data):
    """Identify a file; what is wrong with it may only be said in one way."""
    try:
        found = identify(data)
    except NoPicture as error:
        return error.reason
    assert found.shown <= (found.mime in SHOWN)
    assert found.dhash is None or len(found.dhash) == 16
    return found


@given(st.binary(max_size=300))
def test_any_bytes_are_judged(data):
    judged(data)


@given(
    st.sampled_from([b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"RIFF\x20\0\0\0WEBPVP8X", b"BM", b"II*\0"]),
    st.binary(max_size=300),
)
def test_any_bytes_behind_a_true_beginning_are_judged(beginning, data):
    judged(beginning + data)


@given(st.text(st.sampled_from("<>!-?[]svghtml doctype\n/="), max_size=200))
def test_any_markup_is_judged(text):
    judged(text.encode())


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 2**32))
def test_real_pictures_with_flipped_lost_and_doubled_bytes_are_judged(seed):
    dice = random.Random(seed)
    for kind in EXTENSIONS:
        whole = encoded(scene((40, 30)), kind)
        for _ in range(12):
            data = bytearray(whole)
            for _ in range(dice.randint(1, 12)):
                at = dice.randrange(len(data))
                data[at : at + dice.randint(0, 3)] = dice.randbytes(dice.randint(0, 3)) or data[at : at + 9]
            judged(bytes(data[: dice.randint(1, len(data))] if dice.random() < 0.3 else data))


@pytest.mark.skipif("NEWSARCHIVE_FUZZ" not in os.environ, reason="takes a minute: NEWSARCHIVE_FUZZ=1")
def test_many_more_mutations():
    for seed in range(300):
        test_real_pictures_with_flipped_lost_and_doubled_bytes_are_judged.hypothesis.inner_test(seed)
