"""Made-up records for the commands that read the archive."""

from newsarchive.items import Ceremony, Image, Notice, Obituary, Record, Window

MOST = Record(
    "article",
    "demo",
    "https://demo.example/most",
    title="Most čez Pako",
    lead="Nov most.",
    body="Župan je odprl most.\n\nMost je dolg 12 metrov.",
    authors=["Ana Primer", "Bor Vzorec"],
    source="Občina",
    section="Novice",
    tags=["mostovi", "ceste"],
    published="2026-01-27T09:12:00+01:00",
    images=[Image("https://demo.example/1.jpg", "Most", "Ana Primer"), Image("https://demo.example/2.jpg")],
    aliases=["https://demo.example/?p=17"],
    evidence={"title": "json-ld"},
)
ZAPORA = Record(
    "notice",
    "drugi",
    "https://drugi.example/zapora",
    title="=HYPERLINK(zapora)",
    body="-1 stopinja\x1b[2J: most bo zaprt.",
    published="2026-01-20",
    notices=[
        Notice(
            "Komunala",
            "road",
            "closure",
            "Jenkova cesta",
            ["Jenkova cesta"],
            "dela",
            "announced",
            [Window("2026-01-29", "2026-01-30")],
        ),
        Notice("Elektro", windows=[Window(ends="2026-02-01"), Window(edtf="2026-02-03/..")]),
    ],
)
CILKA = Record(
    "obituary",
    "demo",
    "https://demo.example/cilka",
    title="Cilka Zgled",
    obituary=Obituary(
        "Cilka Zgled",
        maiden_name="Vzorec",
        died="2026-01-25",
        age=93,
        ceremonies=[Ceremony("funeral", "2026-01-30", "Podkraj")],
        mourners="vsi njeni",
    ),
)
