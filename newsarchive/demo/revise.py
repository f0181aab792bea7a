"""What an edit does to a story: a cancellation, a supplement."""

from __future__ import annotations

from random import Random

from newsarchive.demo.dice import dice
from newsarchive.demo.lexicon import towns
from newsarchive.demo.story import Block, Head, Story
from newsarchive.demo.tables import tables
from newsarchive.demo.texts import Teller

CANCELLED = "PREKLICANO: "


def revised_title(head: Head) -> str:
    """Write the cancellation of a notice into its title, as editors do.

    The titles of other stories stay; a template may mark them in its own way.
    """
    return CANCELLED + head.title if head.revision and head.kind == "notice" else head.title


def revise(story: Story, seed: str) -> Story:
    """Change the text of a story that was edited; return it."""
    head = story.head
    for edit in range(head.revision):
        rng = dice(seed, head.number, "edit", edit)
        if head.kind == "notice":
            _cancel(story, rng)
        else:
            story.blocks.append(Block(Teller(rng, towns()[head.town]).tell(rng.choice(tables("articles")["updates"]))))
    return story


def _cancel(story: Story, rng: Random) -> None:
    given = {"issuer": story.notices[0].issuer or ""}
    line = Teller(rng, towns()[story.head.town], given).tell(rng.choice(tables("notices")["cancelled"]))
    story.blocks.insert(0, Block(line))
    for notice in story.notices:
        notice.status = "cancelled"
