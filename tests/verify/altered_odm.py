"""An ODM file as somebody changes it: each element by itself, by way of the standard library."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree

ODM = "http://www.cdisc.org/ns/odm/v1.3"
Node: TypeAlias = ElementTree.Element
ElementTree.register_namespace("", ODM)


@dataclass
class Document:
    """The elements of a file, and what stands behind the last of them."""

    root: Node
    end: str

    def copied(self) -> Document:
        """Return it for changing."""
        return Document(deepcopy(self.root), self.end)

    def saved(self, path: Path) -> Path:
        """Write it, its end as it was, and return the file."""
        words = ElementTree.tostring(self.root, encoding="unicode").replace("\r", "&#13;")
        head = '<?xml version="1.0" encoding="UTF-8"?>\n'
        path.write_text(f"{head}{words}\n{self.end}", encoding="utf-8", newline="")
        return path

    def nodes(self) -> list[tuple[Node | None, Node]]:
        """Return every element after the one it lies in, in order."""
        return [(None, self.root), *_inside(self.root)]


def document(path: Path) -> Document:
    """Return a file as elements."""
    root = ElementTree.parse(path).getroot()
    end = path.read_text(encoding="utf-8").rpartition("</ODM>\n")[2]
    return Document(root, end)


def local(node: Node) -> str:
    """Return the name of an element without its namespace."""
    return node.tag.rpartition("}")[2]


def kind(parent: Node | None, node: Node) -> str:
    """Return what kind of element it is: its name, where it lies, and of data its group."""
    group = node.get("ItemGroupOID", "") if parent is not None else ""
    apart = group if group in ("IG.AUDIT", "IG.FILE") or group.endswith(".FIGURES") else ""
    if parent is not None and parent.get("ItemGroupOID", "") in ("IG.AUDIT", "IG.FILE"):
        apart = node.get("ItemOID", "")
    return " ".join(filter(None, ("" if parent is None else local(parent), local(node), apart)))


def _inside(node: Node) -> Iterator[tuple[Node, Node]]:
    for child in node:
        yield node, child
        yield from _inside(child)
