"""Every page that there is: where it stands, what it is called, and what its template is given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from poise.living.book import Book
from poise.living.cards import card, declared
from poise.living.relations import Kind, Ref

PLURALS: Mapping[Kind, str] = {
    "rule": "Rules",
    "area": "Areas",
    "product": "Products",
    "source": "Sources",
    "finding": "Findings",
    "fact": "Facts",
    "measure": "Measures",
    "goal": "Goals",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be written."""

    path: str
    template: str
    title: str
    given: Mapping[str, Any] = field(default_factory=dict)


def pages(book: Book, addresses: Addresses) -> Iterator[Page]:
    """All of them, the first page first."""
    yield Page("index.html", "index.html.j2", book.pack.head.title)
    yield Page("statements.html", "statements.html.j2", "Statements, rules and scenarios")
    yield Page("catalogue.html", "catalogue.html.j2", "Catalogue, rules and scenarios")
    yield Page("evidence.html", "evidence.html.j2", "Evidence and reviews")
    yield Page("features/index.html", "features.html.j2", "Features")
    for feature in book.run.features:
        path = addresses.features[feature.path]
        yield Page(path, "feature.html.j2", feature.title, {"feature": feature})
    for kind, things in book.things.items():
        template = "rules.html.j2" if kind == "rule" else "things.html.j2"
        yield Page(
            index_path(kind), template, PLURALS[kind], {"kind": kind, "things": book.listed(kind)}
        )
        for ref in things:
            yield _page(book, ref, addresses.things[ref])


def _page(book: Book, ref: Ref, path: str) -> Page:
    title = book.title(ref)
    if ref.kind == "rule":
        return Page(path, "rule.html.j2", title, {"view": book.rules[ref.id], "ref": ref})
    given = {"ref": ref, "parts": card(book.pack, ref), "one": declared(book.pack, ref)}
    return Page(path, "thing.html.j2", title, given)


def index_path(kind: Kind) -> str:
    return f"{PLURALS[kind].lower()}/index.html"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where every page of a thing or a feature stands: a file for each, on any file system."""

    things: Mapping[Ref, str]
    features: Mapping[str, str]
    scenarios: Mapping[str, str]
    """A scenario's place on the page of its feature."""


def addresses(book: Book) -> Addresses:
    taken: set[str] = set()
    things = {
        ref: _path(PLURALS[kind].lower(), ref.id, taken)
        for kind, refs in book.things.items()
        for ref in refs
    }
    features = {
        one.path: _path("features", one.path.removesuffix(".feature"), taken)
        for one in book.run.features
    }
    scenarios = {
        one.id: f"{features[feature.path]}#s{number}"
        for feature in book.run.features
        for number, one in enumerate(book.scenarios_of(feature), start=1)
    }
    return Addresses(things, features, scenarios)


def _path(folder: str, name: str, taken: set[str]) -> str:
    kept = re.sub(r"[^A-Za-z0-9._-]+", "-", name).lstrip(".") or "-"
    kept = f"{kept}-" if kept.lower() == "index" else kept
    while f"{folder}/{kept}".lower() in taken:
        kept += "-"
    taken.add(f"{folder}/{kept}".lower())
    return f"{folder}/{kept}.html"
