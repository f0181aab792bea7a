import struct
import zlib
from io import BytesIO

from PIL import Image, ImageDraw

EXTENSIONS = {
    "JPEG": ("image/jpeg", "jpg", True),
    "MPO": ("image/jpeg", "jpg", True),
    "PNG": ("image/png", "png", True),
    "GIF": ("image/gif", "gif", True),
    "WEBP": ("image/webp", "webp", True),
    "AVIF": ("image/avif", "avif", True),
    "BMP": ("image/bmp", "bmp", True),
    "TIFF": ("image/tiff", "tif", False),
    "ICO": ("image/vnd.microsoft.icon", "ico", True),
}


def scene(size=(240, 160), tint=0):
    """A motif with a sky, a hill and a house, which no two of its cells share."""
    width, height = size
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    draw = ImageDraw.Draw(image)
    draw.ellipse((-width // 4, height // 2, width * 3 // 4, height * 2), fill=(30 + tint, 110, 40))
    draw.rectangle((width * 5 // 8, height // 3, width * 7 // 8, height * 5 // 6), fill=(190, 150 + tint, 90))
    draw.rectangle((width // 8, height // 8, width // 4, height // 3), fill=(240, 240, 60))
    return image


def encoded(image, kind, **options):
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def chunk(name, data=b""):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width, height, *chunks):
    """A PNG of black pixels, one bit each, that is small however large it says it is."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND")
