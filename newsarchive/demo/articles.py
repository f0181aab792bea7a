"""Articles: leads, paragraphs, quotations, subheadings, pictures, and what careless editors leave between them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from newsarchive.demo.lexicon import person, towns
from newsarchive.demo.story import Block, Picture, Story
from newsarchive.demo.tables import tables
from newsarchive.demo.texts import Teller

TOPICS = ("kultura", "sport", "gospodarstvo", "obcina", "solstvo", "promet", "kronika", "okolje", "zdravje", "turizem")
HOUSE = "dolmedia"
"""The house name that stands where an author should."""
FORMATS = ("jpg", "jpg", "jpg", "jpg", "png", "gif", "webp")
LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ"


class ArticleMaker:
    """Makes one article: the title first, the text later."""

    def __init__(self, rng: Random, topic: str, town: int, *, recurring: str | None = None) -> None:
        self.rng = rng
        self.topic = topic
        self.words = tables("articles")
        self.teller = Teller(rng, towns()[town])
        self._title = recurring or self._new_title()

    def _new_title(self) -> str:
        title = self.teller.tell(self.rng.choice(self.words[f"{self.topic}.titles"]))
        if self.rng.random() < 0.08 and ":" not in title:
            return f"{self.rng.choice(self.words['prefixes'])} {title}"
        return title

    def title(self) -> str:
        """Give the title."""
        return self._title

    def write(self, story: Story) -> None:
        """Tell the whole article into ``story``."""
        if self.rng.random() < 0.85:
            story.lead = self._tell(f"{self.topic}.leads")
        story.blocks = self._blocks()
        story.author = self._author()
        story.source = self._tell("sources") if self.rng.random() < 0.6 else None
        story.tags = [self.teller.town.form("nom"), *self.rng.sample(TOPICS, self.rng.randint(0, 2))]
        story.pictures = [self._picture() for _ in range(self.rng.choices((0, 1, 2, 3), (15, 45, 25, 15))[0])]
        story.asides = self._asides(len(story.blocks))
        story.comments = self._comments()

    def _tell(self, table: str) -> str:
        return self.teller.tell(self.rng.choice(self.words[table]))

    def _blocks(self) -> list[Block]:
        pool = [*self.words[f"{self.topic}.sentences"], *self.rng.sample(self.words["common.sentences"], 12)]
        self.rng.shuffle(pool)
        blocks: list[Block] = []
        for place in range(self.rng.randint(4, 8)):
            sentences = [pool.pop() for _ in range(self.rng.randint(2, 4))] if len(pool) > 4 else []
            if place in (2, 5) and self.rng.random() < 0.4:
                blocks.append(Block(self._tell("subheads"), "h"))
            if sentences:
                blocks.append(Block(" ".join(map(self.teller.tell, sentences))))
        return self._with_extras(blocks, pool)

    def _with_extras(self, blocks: list[Block], pool: list[str]) -> list[Block]:
        for quote in self.rng.sample(self.words["quotes"], self.rng.randint(0, 2)):
            blocks.insert(
                self.rng.randint(1, len(blocks)), Block(self.teller.tell(quote), self.rng.choice(("p", "quote")))
            )
        if self.rng.random() < 0.15 and len(pool) > 2:
            blocks += [Block(self.teller.tell(f"{line} ({{village}}, {{date}})"), "li") for line in pool[:3]]
        return blocks

    def _author(self) -> str | None:
        drawn = self.rng.random()
        if drawn < 0.15:
            return None
        return HOUSE if drawn < 0.3 else person(self.rng).name

    def _picture(self) -> Picture:
        stem = f"{self.topic}-{self.rng.randint(10_000, 99_999)}"
        caption = self._tell("captions") if self.rng.random() < 0.7 else None
        credit = person(self.rng).name if self.rng.random() < 0.8 else None
        alt = caption or (None if self.rng.random() < 0.5 else self._tell("captions"))
        return Picture(stem, self.rng.choice(FORMATS), caption, credit, alt)

    def _asides(self, blocks: int) -> dict[int, str]:
        lines: tuple[tuple[float, Callable[[], str]], ...] = (
            (0.25, lambda: self._tell("related")),
            (0.08, self._file_name),
            (0.06, lambda: f"http://slike.primer.test/{self._file_name()}"),
            (0.06, lambda: "klik TUKAJ"),
        )
        drawn = [line() for share, line in lines if self.rng.random() < share]
        return {self.rng.randint(1, blocks): line for line in drawn}

    def _file_name(self) -> str:
        return "".join(self.rng.choices(LETTERS, k=7)) + ".jpg"

    def _comments(self) -> list[str]:
        return self.rng.sample(self.words["comments"], self.rng.randint(0, 3))
