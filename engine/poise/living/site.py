"""Renders every page and writes the folder: nothing outside of it is needed to read them."""

from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup, escape

from poise.living.book import Book
from poise.living.pages import (
    PLURALS,
    Addresses,
    Page,
    addresses,
    index_path,
    pages,
)
from poise.living.relations import Ref, named, source_of
from poise.living.run import Run, Scenario
from poise.living.sentences import Part
from poise.pack import RulePack
from poise.report.markup import html_environment
from poise.rules import Rule
from poise.version import VERSION

TEMPLATES = Path(__file__).parent / "templates"
STYLE = "style.css"
_SHOWN = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")
MARK = ".poise-docs"
"""Stands in a folder that was written here, so that no other folder is ever replaced."""


class NotOurFolder(Exception):  # noqa: N818 - it says what is the matter
    """The folder holds something else, which writing pages there would mix or lose."""


def write_site(pack: RulePack, run: Run, as_of: datetime.date, rules: Path, folder: Path) -> Book:
    """Write all pages of a pack into a folder of their own, in place of what stood there.

    Raises NotOurFolder, or OSError where nothing can be written.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise NotOurFolder(str(folder))
    book = Book(pack, run, as_of, rules)
    made = dict(rendered(book))
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    (folder / MARK).write_text("Written by `poise docs`; it replaces this folder.\n", "utf-8")
    for path, text in made.items():
        file = folder / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return book


def rendered(book: Book) -> Iterator[tuple[str, str]]:
    """Every page with its path, and the style that they share."""
    yield STYLE, (TEMPLATES / STYLE).read_text(encoding="utf-8")
    placed = addresses(book)
    environment = _environment(book)
    for page in pages(book, placed):
        yield page.path, _render(environment, page, placed, book)


def _render(environment: Environment, page: Page, placed: Addresses, book: Book) -> str:
    root = "../" * page.path.count("/")
    links = Links(root, placed, book)
    text = environment.get_template(page.template).render(
        page=page, root=root, links=links, **page.given
    )
    return re.sub(r"\n\s*\n+", "\n", text).strip() + "\n"


class Links:
    """Links from one page to others. What has no page fails here, so that none leads nowhere."""

    def __init__(self, root: str, placed: Addresses, book: Book) -> None:
        self._root = root
        self._placed = placed
        self._book = book

    def to(self, ref: Ref, text: str = "") -> Markup:
        """A thing, by its title or by other words."""
        shown = text or self._book.title(ref)
        return _link(f"{self._root}{self._placed.things[ref]}", shown, ref.id)

    def says_it(self, part: Part) -> bool:
        """Whether a part's words are just the name of what it links to."""
        return len(part.refs) == 1 and part.text == self._book.title(part.refs[0])

    def cited(self, name: str) -> Markup:
        """A source or a statement, by its id."""
        ref = source_of(self._book.pack, name)
        anchor = "" if ref.id == name else f"#{anchored(name)}"
        about = self._book.pack.cited(name)
        return _link(f"{self._root}{self._placed.things[ref]}{anchor}", name, about)

    def scenario(self, one: Scenario) -> Markup:
        return _link(f"{self._root}{self._placed.scenarios[one.id]}", one.title, one.feature)

    def feature(self, path: str, title: str) -> Markup:
        return _link(f"{self._root}{self._placed.features[path]}", title, path)

    def because(self, rule: Rule) -> Markup:
        """A rule's reasoning; where it shows a value, a link to what it shows."""
        parts = _SHOWN.split(rule.because)
        told = [
            self.to(named(self._book.pack, part), f"[{self._book.pack.wording.label(part)}]")
            if number % 2
            else escape(part)
            for number, part in enumerate(parts)
        ]
        return Markup("").join(told)

    def index(self, kind: str) -> Markup:
        path = index_path(kind)  # type: ignore[arg-type]
        return _link(f"{self._root}{path}", PLURALS[kind], "")  # type: ignore[index]


def _link(address: str, text: str, about: str) -> Markup:
    told = Markup(' title="{}"').format(about) if about and about != text else ""
    return Markup('<a href="{}"{}>{}</a>').format(address, told, text)


def anchored(name: str) -> str:
    """An id as the anchor of its row."""
    return "at-" + re.sub(r"[^A-Za-z0-9-]", lambda found: f"_{ord(found[0]):x}", name)


def _environment(book: Book) -> Environment:
    environment = html_environment(TEMPLATES)
    environment.filters["anchor"] = anchored
    environment.globals.update(book=book, version=VERSION, plurals=PLURALS, Ref=Ref)
    return environment
