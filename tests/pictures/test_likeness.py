import pytest
from PIL import Image, ImageEnhance, ImageOps

from newsarchive.pictures import distance, identify
from tests.pictures.drawing import encoded, scene

pytestmark = pytest.mark.filterwarnings("ignore:::PIL")  # which tells what is odd in a file

NEAR = 8
ORIENTATION = 0x0112
TURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def likeness(image, kind="PNG", **options):
    return identify(encoded(image, kind, **options)).dhash


@pytest.fixture(scope="module")
def original():
    return likeness(scene())


VARIANTS = {
    "smaller": lambda: likeness(scene().resize((60, 40), Image.Resampling.LANCZOS)),
    "larger": lambda: likeness(scene((2400, 1600))),
    "much larger": lambda: likeness(scene((6000, 4000)), "JPEG"),
    "jpeg": lambda: likeness(scene(), "JPEG", quality=30),
    "progressive": lambda: likeness(scene(), "JPEG", progressive=True),
    "webp": lambda: likeness(scene(), "WEBP", quality=40),
    "avif": lambda: likeness(scene(), "AVIF", quality=40),
    "few colours": lambda: likeness(scene().quantize(64), "GIF"),
    "palette": lambda: likeness(scene((2400, 1600)).quantize(128), "PNG"),
    "gray": lambda: likeness(scene().convert("L")),
    "sixteen bits": lambda: likeness(scene().convert("L").convert("I").point(lambda v: v * 257).convert("I;16")),
    "for print": lambda: likeness(scene().convert("CMYK"), "JPEG"),
    "tinted": lambda: likeness(scene(tint=12)),
    "brighter": lambda: likeness(ImageEnhance.Brightness(scene()).enhance(1.05)),
    "cut": lambda: likeness(scene().crop((2, 2, 238, 158))),
    "animated": lambda: likeness(
        scene(), "WEBP", save_all=True, append_images=[scene().rotate(180), ImageOps.invert(scene())]
    ),
}


@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS)
def test_one_motif_stays_near(variant, original):
    assert distance(original, variant()) <= NEAR


@pytest.mark.parametrize("change", [ImageOps.mirror, ImageOps.flip, ImageOps.invert], ids=lambda one: one.__name__)
def test_another_picture_is_far(change, original):
    assert distance(original, likeness(change(scene()))) > NEAR


@pytest.mark.parametrize(("orientation", "turn"), TURNED.items())
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_picture_that_says_how_to_turn_it_is_turned(orientation, turn, kind, original):
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    assert distance(original, likeness(scene().transpose(turn), kind, exif=exif)) <= NEAR


def test_the_size_is_the_one_the_file_says():
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    found = identify(encoded(scene(), "JPEG", exif=exif))
    assert (found.width, found.height) == (240, 160)


def test_an_orientation_that_cannot_be_read_says_nothing(original):
    assert distance(original, likeness(scene(), "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff")) <= NEAR


def test_what_is_transparent_is_white():
    seen = Image.new("RGB", (90, 60), "white")
    seen.paste((20, 20, 20), (30, 0, 60, 60))
    behind = Image.new("RGBA", (90, 60), (0, 0, 0, 0))
    behind.paste((20, 20, 20, 255), (30, 0, 60, 60))
    assert likeness(behind) == likeness(seen)


def test_flat_pictures_are_all_alike():
    assert {likeness(Image.new("RGB", size, colour)) for size, colour in [((9, 8), "red"), ((1, 1), "navy")]} == {
        "0" * 16
    }


def test_the_same_picture_has_the_same_likeness_every_time():
    assert len({likeness(scene((3000, 2000)), "JPEG") for _ in range(3)}) == 1


@pytest.mark.parametrize(("one", "other", "bits"), [("0" * 16, "f" * 16, 64), ("0" * 16, "0" * 16, 0), ("8", "1", 2)])
def test_distance_counts_bits(one, other, bits):
    assert distance(one, other) == distance(other, one) == bits
