import pytest

from tests.pictures.drawing import EXTENSIONS, encoded, scene


@pytest.fixture(params=sorted(EXTENSIONS))
def kind(request):
    return request.param


@pytest.fixture
def body(kind):
    image = scene((64, 48)) if kind == "ICO" else scene()
    return encoded(image, kind, **({"sizes": [(64, 48)]} if kind == "ICO" else {}))
