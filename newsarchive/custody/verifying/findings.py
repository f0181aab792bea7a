"""What a verification tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

Part = Literal["database", "snapshots", "images", "manifests"]
PARTS: tuple[Part, ...] = ("database", "snapshots", "images", "manifests")
Repair = Literal["seal", "index", "file", "response", "image", "leftover", "copy", "manifest"]
"""What ``--repair`` knows how to put right."""
MOST = 100
"""Findings of one task that are told one by one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be."""

    part: Part
    text: str
    """One sentence, with the next step."""
    repair: Repair | None = None
    subject: tuple[Any, ...] = ()
    """What the repair is to work on: a file, an offset, a number."""


@dataclass(slots=True)
class Checked:
    """What one task looked at and found."""

    part: Part
    counts: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What could not be looked at, and why that is no fault."""

    def find(self, text: str, repair: Repair | None = None, *subject: Any) -> None:
        """Note something wrong; of very many only the first are told."""
        if len(self.findings) < MOST:
            self.findings.append(Finding(self.part, text, repair, subject))
        else:
            self.counts["further findings"] += 1


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of the verification that a process can do by itself."""

    part: Part
    work: Callable[..., Checked]
    """Called with the data folder and the arguments."""
    arguments: tuple[Any, ...] = ()
    weight: int = 1
    """About how many bytes it reads."""


@dataclass(slots=True)
class Report:
    """What a verification looked at and found."""

    counts: dict[Part, Counter[str]] = field(default_factory=lambda: {part: Counter() for part in PARTS})
    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings

    def add(self, checked: Checked) -> None:
        """Take in what one task found."""
        self.counts[checked.part].update(checked.counts)
        self.findings.extend(checked.findings)
        self.notes.extend(checked.notes)

    def sort(self) -> None:
        """Bring the findings into the order of the parts, whatever order the tasks ended in."""
        self.findings.sort(key=lambda finding: (PARTS.index(finding.part), finding.text))
        self.notes = unique(self.notes)


def unique(texts: Iterable[str]) -> list[str]:
    """Give each text once, in the order of the first."""
    return list(dict.fromkeys(texts))
