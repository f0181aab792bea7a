"""What a tree asks: one full-text expression for all that the index can tell, SQL conditions for the rest."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from newsarchive.archive.asking.naming import Names
from newsarchive.archive.asking.spelling import Spells
from newsarchive.archive.asking.tree import All, Either, Fact, Node, Not, Text

FACTS = {
    "site": "r.site = {0}",
    "kind": "r.kind = {0}",
    "after": "substr({0}, 1, length(r.published)) <= r.published",
    "before": "substr(r.published, 1, length({0})) <= {0}",
    "author": "r.id IN (SELECT value FROM json_each({0}))",
    "place": "r.id IN (SELECT value FROM json_each({0}))",
}
"""For each field its condition; a date is compared no further than the less precise of the two tells."""
FOUND = "r.id IN (SELECT rowid FROM records_fts WHERE records_fts MATCH {0})"


@dataclass(slots=True)
class Asked:
    """What a query asks of ``records r``."""

    nodes: tuple[Node, ...] = ()
    match: str | None = None
    """What the full-text index must find; None: nothing is asked of it."""
    conditions: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    """What the conditions name."""

    def __str__(self) -> str:
        """Give what was understood, in the query language."""
        return str(All(self.nodes))

    def where(self) -> str:
        """Give the condition, but for what the index must find."""
        return " AND ".join(self.conditions) or "true"

    def whole(self) -> str:
        """Give the whole condition."""
        return f"{FOUND.format(':match')} AND {self.where()}" if self.match else self.where()


class Compiler:
    """Writes conditions for one query; without ``names``, only what its words ask of the index."""

    def __init__(self, speller: Spells, names: Names | None = None) -> None:
        self.speller = speller
        self.names = names
        self.values: dict[str, Any] = {}

    def compile(self, tree: Node | None) -> Asked:
        """Give what a tree asks."""
        nodes = tree.nodes if isinstance(tree, All) else (tree,) if tree else ()
        match = self._match(nodes)
        told = [node for node in nodes if match and (_is_text(node) or _leaves_out_text(node))]
        conditions = [self._condition(node) for node in nodes if node not in told] if self.names else []
        if match:
            self.values["match"] = match
        return Asked(nodes, match, conditions, self.values)

    def _match(self, nodes: tuple[Node, ...]) -> str | None:
        """Give the expression of those parts that the index can tell; it cannot tell what is only left out."""
        wanted = [self._expression(node) for node in nodes if _is_text(node)]
        unwanted = [self._expression(node.node) for node in nodes if isinstance(node, Not) and _is_text(node.node)]
        if not wanted:
            return None
        found = " AND ".join(wanted)
        return f"({found}) NOT {_any(unwanted)}" if unwanted else found

    def _expression(self, node: Node) -> str:
        if isinstance(node, Text):
            return self.speller.expression(node)
        if isinstance(node, Either):
            return _any([self._expression(one) for one in node.nodes])
        assert isinstance(node, All)
        return f"({self._match(node.nodes)})"

    def _condition(self, node: Node) -> str:
        if _is_text(node):
            return FOUND.format(self._value(self._expression(node)))
        if isinstance(node, Not):
            return f"NOT {self._condition(node.node)}"
        if isinstance(node, Fact):
            return self._fact(node)
        assert isinstance(node, All | Either)
        between = " AND " if isinstance(node, All) else " OR "
        return f"({between.join(map(self._condition, node.nodes))})"

    def _fact(self, fact: Fact) -> str:
        assert self.names
        found = self.names.records(fact.field, fact.value) if fact.field in self.names.fields else fact.value
        return f"({FACTS[fact.field].format(self._value(found))})"

    def _value(self, value: str) -> str:
        """Give the name in the place of a value, which is kept."""
        name = f"asked{len(self.values)}"
        self.values[name] = value
        return f":{name}"


def _any(expressions: list[str]) -> str:
    return f"({' OR '.join(expressions)})" if len(expressions) > 1 else expressions[0]


def _is_text(node: Node) -> bool:
    """Tell whether the index can tell a part."""
    if isinstance(node, All):
        return all(_is_text(one) or _leaves_out_text(one) for one in node.nodes) and any(map(_is_text, node.nodes))
    return isinstance(node, Text) or (isinstance(node, Either) and all(map(_is_text, node.nodes)))


def _leaves_out_text(node: Node) -> bool:
    return isinstance(node, Not) and _is_text(node.node)
