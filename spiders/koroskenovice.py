"""koroskenovice.si: the same publisher, platform and content pool as velenjcan.si."""

from spiders.velenjcan import Velenjcan


class KoroskeNovice(Velenjcan):
    """Everything but the name is as at velenjcan."""

    name = "koroskenovice"
    home = "https://koroskenovice.si/"
