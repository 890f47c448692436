"""Living documentation: nothing of a pack or its scenarios is missing, and no link is dead."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

import html5lib
import pytest
from wounds import FEATURE, write_feature, write_pack

import poise
from commands import Cli
from poise.contents import SignOff
from poise.living.book import Book
from poise.living.evidence import due, sign_off
from poise.living.pages import addresses
from poise.living.relations import Ref
from poise.living.run import Run, run_features
from poise.living.site import rendered
from poise.living.tables import natural
from poise.loading import default_folder

ROOT = Path(__file__).parents[2]
PACK = ROOT / "examples" / "packs" / "wound-care"
DAY = datetime.date(2026, 11, 22)
FAILING = """
  Scenario: A wish that is not met
    When the plan is drawn up
    Then a hydrogel is excluded for the heel
"""

Pages = Mapping[str, str]


class Read(HTMLParser):
    """What a page links to, which anchors it has, and what it would fetch."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.fetched: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given["href"])
        elif tag == "link":
            self.fetched.append(given["href"])
        assert tag != "script"
        assert not {"src", "onclick", "style"} & set(given)

    def handle_data(self, data: str) -> None:
        self.words += data


@functools.cache
def read(text: str) -> Read:
    return Read(text)


def words(pages: Pages, path: str) -> str:
    return " ".join(read(pages[path]).words.split())


@pytest.fixture(scope="module")
def ran() -> Book:
    """The wound pack with a real run of its features."""
    pack = poise.load(PACK)
    return Book(pack, run_features(pack.digest, [], PACK), DAY, PACK)


@pytest.fixture(scope="module")
def unrun() -> Book:
    """The built-in pack, whose features run elsewhere."""
    return Book(poise.load(), Run(), DAY, default_folder())


@pytest.fixture(scope="module", params=["wound-care", "built-in"])
def book(request: pytest.FixtureRequest) -> Book:
    found = request.getfixturevalue("ran" if request.param == "wound-care" else "unrun")
    assert isinstance(found, Book)
    return found


@functools.cache
def pages_of(book: Book) -> Pages:
    return dict(rendered(book))


# --- nothing is missing ----------------------------------------------------------------------


def test_everything_has_a_page_with_its_name(book: Book) -> None:
    pages, placed = pages_of(book), addresses(book)
    declared = {
        *(Ref("rule", one.id) for one in book.pack.rules),
        *(Ref("area", one) for one in book.pack.taxonomy.areas),
        *(Ref("product", one) for one in book.pack.taxonomy.products),
        *(Ref("source", one) for one in book.pack.sources),
        *(Ref("finding", one) for one in book.pack.vocabulary.findings),
        *(Ref("fact", one) for one in book.pack.vocabulary.facts),
        *(Ref("measure", one) for one in book.pack.vocabulary.measures),
        *(Ref("goal", one) for one in book.pack.vocabulary.goals),
    }
    assert set(placed.things) == declared
    assert len({path.lower() for path in placed.things.values()}) == len(declared)
    for ref, path in placed.things.items():
        told = words(pages, path)
        assert " ".join(book.title(ref).split()) in told
        assert ref.id in told


def test_every_statement_stands_in_its_table_with_a_rule(unrun: Book) -> None:
    told = read(pages_of(unrun)["statements.html"])
    (article,) = unrun.statements
    assert [row.id for row in article.rows] == [f"S{number}" for number in range(1, 34)]
    assert article.empty == ()
    for row in article.rows:
        assert f"at-{row.id}" in told.ids
        for view in row.rules:
            assert f"rules/{view.rule.id}.html" in told.links


def test_a_statement_without_a_rule_is_told(unrun: Book) -> None:
    silent = unrun.statements[0].rows[0]
    rules = tuple(one for one in unrun.pack.rules if silent.id not in one.evidence)
    book = Book(with_rules(unrun.pack, rules), Run(), DAY, default_folder())
    assert silent.id in book.statements[0].empty
    assert f"have no rule: {silent.id}" in words(pages_of(book), "statements.html")


def with_rules(pack: poise.RulePack, rules: tuple[object, ...]) -> poise.RulePack:
    from dataclasses import replace

    contents = replace(pack.contents, rules=rules)  # type: ignore[arg-type]
    return replace(pack, linked=replace(pack.linked, contents=contents))


def test_every_catalogue_id_stands_in_its_table(unrun: Book) -> None:
    told = read(pages_of(unrun)["catalogue.html"])
    carried = {(name, rule.id) for rule in unrun.pack.rules for name in rule.catalogue}
    assert carried
    for name, rule in carried:
        assert f"at-{name}" in told.ids
        assert f"rules/{rule}.html" in told.links
    ids = [row.id for row in unrun.catalogue]
    assert ids == sorted(ids, key=natural)
    assert natural("SR-2") < natural("SR-10")


def test_every_scenario_stands_with_its_steps_and_its_result(ran: Book) -> None:
    pages, placed = pages_of(ran), addresses(ran)
    assert len(ran.run.scenarios) > 80
    assert len(placed.scenarios) == len(ran.run.scenarios)
    for one in ran.run.scenarios:
        path, _, anchor = placed.scenarios[one.id].partition("#")
        assert anchor in read(pages[path]).ids
        assert one.title in words(pages, path)
        assert all(" ".join(step.text.split()) in words(pages, path) for step in one.steps)
        assert one.result == "passed"
    written = sum(
        len(re.findall(r"^\s*Scenario(?: Outline)?:", path.read_text("utf-8"), re.MULTILINE))
        for path in PACK.rglob("*.feature")
    )
    assert len({(one.feature, one.line) for one in ran.run.scenarios}) == written


def test_every_rule_leads_to_the_scenarios_that_exercise_it(ran: Book) -> None:
    pages, placed = pages_of(ran), addresses(ran)
    for view in ran.active:
        assert view.exercise.fires
        assert view.exercise.lacking == ()
        links = read(pages[placed.things[Ref("rule", view.rule.id)]]).links
        for one in (*view.exercise.fires[:12], *view.exercise.open[:12]):
            assert f"../{placed.scenarios[one.id]}" in links
            assert view.rule.id in ran.run.seen
    closest = ran.rules["iodine.thyroid"].exercise
    assert [one.title for one in closest.fires] == [
        "Iodine, where Disorder of the thyroid is hashimoto",
        "Iodine, where Disorder of the thyroid is nodular goitre",
    ]
    assert "thyroid is not known" in closest.open[0].title
    assert "thyroid is other" in closest.rests[0].title


def test_a_rule_is_told_in_words_and_as_it_is_written(ran: Book) -> None:
    told = words(pages_of(ran), "rules/iodine.slow_to_clear.html")
    assert "any of these Severely impaired kidneys: yes Disorder of the thyroid: other" in told
    assert "Caution A warning to acknowledge" in told
    assert "safety/iodine.yaml, line 28" in told
    written = ran.rules["iodine.slow_to_clear"].written
    assert written.startswith("- id: iodine.slow_to_clear\n  title:")
    assert written.endswith("evidence: [L1]")


def test_things_name_the_rules_that_speak_of_them(ran: Book) -> None:
    pages = pages_of(ran)
    assert "../rules/iodine.thyroid.html" in read(pages["facts/history.thyroid.html"]).links
    assert "../rules/iodine.thyroid.html" in read(pages["sources/L1.html"]).links
    assert "../rules/iodine.thyroid.html" in read(pages["products/cadexomer_iodine.html"]).links
    assert "../rules/bed.find_dry.html" in read(pages["findings/bed.dry_dead_tissue.html"]).links
    assert "../rules/foam.prefer_on_bone.html" in read(pages["areas/left_heel.html"]).links
    assert "../rules/foam.prefer_on_bone.html" not in read(pages["areas/left_leg.html"]).links
    assert "../measures/push.total.html" in read(pages["measures/push.size.html"]).links
    assert "../facts/wound.eschar_stable.html" in read(pages["facts/wound.tissue.html"]).links
    assert "push.size + push.exudate + push.tissue" in words(pages, "measures/push.total.html")


# --- what is told of evidence and sign-off ---------------------------------------------------


def test_what_was_recalled_or_chosen_is_told(ran: Book) -> None:
    assert ran.rules["honey.allergy"].basis == ("recalled",)
    assert ran.rules["bed.find_dry"].basis == ("published", "recalled")
    told = words(pages_of(ran), "evidence.html")
    assert "No honey in an allergy to honey or bee venom" in told
    assert "Dead tissue without exudate is dry" not in told.partition("What comes next")[0]


def test_what_is_due_depends_on_the_day_that_is_given(ran: Book) -> None:
    last = datetime.date(2027, 11, 22)
    assert not any(one.late for one in due(ran.pack, last - datetime.timedelta(days=1)))
    late = due(ran.pack, last)
    assert all(one.late for one in late)
    assert len(late) == len(ran.pack.sources) + len(ran.active)
    later = pages_of(Book(ran.pack, Run(), last, PACK))
    assert "Due: it has to be checked again" in words(later, "sources/L1.html")
    assert "Due: it has" not in words(pages_of(ran), "sources/L1.html")


def test_a_sign_off_holds_for_the_digest_that_was_signed(ran: Book) -> None:
    def signed(digest: str) -> str:
        from dataclasses import replace

        by = SignOff(by="Somebody", role="lead", date=DAY, whole=True, digest=digest, rules={})
        contents = replace(ran.pack.contents, sign_offs=(by,))
        return sign_off(replace(ran.pack, linked=replace(ran.pack.linked, contents=contents)))

    assert sign_off(ran.pack) == "not signed off by a clinician"
    assert signed(ran.pack.digest) == "signed off by Somebody, lead, 2026-11-22"
    assert signed("other").startswith("not signed off as it stands: edited since Somebody")
    assert words(pages_of(ran), "index.html").count("not signed off by a clinician") == 2


def test_what_a_pack_changes_of_another_is_told() -> None:
    folder = ROOT / "examples" / "packs" / "clinic"
    book = Book(poise.load(folder), Run(), DAY, folder)
    pages = pages_of(book)
    front = words(pages, "index.html")
    (layer,) = book.layers
    assert layer[0].digest in front
    for change in layer[1]:
        assert change.id in front
        assert change.reason in front
    assert "Replaced here: The clinic fills less" in words(
        pages, "rules/overcorrection.one_visit.html"
    )
    assert all(view.written for view in book.rules.values())
    assert "rules/overcorrection.one_visit.html" in read(pages["index.html"]).links


# --- pages that a browser, a reader and a printer can use ------------------------------------


def test_no_link_is_dead_and_nothing_is_fetched(book: Book) -> None:
    pages = pages_of(book)
    for path, text in pages.items():
        if not path.endswith(".html"):
            continue
        found = read(text)
        assert len(found.ids) == len(set(found.ids)), path
        assert found.fetched == [f"{'../' * path.count('/')}style.css"]
        for link in found.links:
            if link.startswith(("http://", "https://")):
                assert f'href="{link.replace("&", "&amp;")}" rel="noreferrer"' in text
                continue
            name, _, anchor = unquote(link).partition("#")
            target = resolved(path, name) if name else path
            assert target in pages, f"{path}: {link}"
            assert not anchor or anchor in read(pages[target]).ids, f"{path}: {link}"
    assert "url(" not in pages["style.css"]
    assert "@import" not in pages["style.css"]


def resolved(path: str, name: str) -> str:
    parts = list(PurePosixPath(path).parent.parts)
    for part in PurePosixPath(name).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def test_pages_are_valid(ran: Book) -> None:
    for path, text in pages_of(ran).items():
        if path.endswith(".html"):
            html5lib.HTMLParser(strict=True).parse(text)
            assert text.count("<h1>") == 1, path
            assert '<html lang="en">' in text


def test_the_same_input_gives_the_same_pages(ran: Book) -> None:
    again = Book(poise.load(PACK), ran.run, DAY, PACK)
    assert dict(rendered(again)) == pages_of(ran)


def test_the_style_knows_paper_and_the_dark(ran: Book) -> None:
    style = pages_of(ran)["style.css"]
    assert "@media print" in style
    assert "prefers-color-scheme: dark" in style


# --- the command -----------------------------------------------------------------------------


@pytest.fixture
def made_up(tmp_path: Path) -> Path:
    """The small made-up pack with its feature."""
    pack = write_pack(tmp_path / "rules")
    write_feature(tmp_path / "features", FEATURE)
    return pack


def test_pages_are_written_into_a_folder_of_their_own(
    cli: Cli, made_up: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "pages"
    arguments = ("docs", "--rules", str(made_up), "--output", str(folder), "--as-of", "2026-11-22")
    ran = cli(*arguments)
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == (
        f"{folder}/index.html: 19 active rules, 1 scenarios, none failed"
    )
    (folder / "rules" / "gone.html").write_text("of a rule that is no more")
    assert cli(*arguments).code == 0
    assert not (folder / "rules" / "gone.html").exists()
    told = (folder / "index.html").read_text("utf-8")
    assert "as of 2026-11-22" in told
    assert "1 of 1" in told


def test_a_scenario_that_fails_is_told_and_the_command_fails(
    cli: Cli, made_up: Path, tmp_path: Path
) -> None:
    write_feature(tmp_path / "features", FEATURE + FAILING)
    folder = tmp_path / "pages"
    ran = cli("docs", "--rules", str(made_up), "--output", str(folder))
    assert ran.code == 1
    assert "2 scenarios, 1 failed" in ran.out
    front = (folder / "index.html").read_text("utf-8")
    assert "What failed" in front
    assert "A wish that is not met" in front
    page = (folder / "features" / "dressings.html").read_text("utf-8")
    assert "✗ failed" in page
    assert "expected: hydrogel for the heel to be excluded" in page


def test_a_part_of_the_features_is_no_measure(cli: Cli, made_up: Path, tmp_path: Path) -> None:
    other = write_feature(tmp_path / "features", FEATURE, "other.feature")
    folder = tmp_path / "pages"
    arguments = ("docs", "--rules", str(made_up), "--output", str(folder))
    assert cli(*arguments, "--features", str(other)).code == 0
    assert "Only a part of the features was run" in (folder / "index.html").read_text("utf-8")
    assert "Not seen in any scenario" not in (folder / "rules" / "index.html").read_text("utf-8")
    assert cli(*arguments).code == 0
    assert "Only a part" not in (folder / "index.html").read_text("utf-8")
    assert "Not seen in any scenario" in (folder / "rules" / "index.html").read_text("utf-8")


def test_a_feature_that_cannot_be_read_is_told(cli: Cli, made_up: Path, tmp_path: Path) -> None:
    write_feature(tmp_path / "features", "Feature: Nothing\n", "empty.feature")
    folder = tmp_path / "pages"
    assert cli("docs", "--rules", str(made_up), "--output", str(folder)).code == 1
    assert "the feature has no scenario" in (folder / "index.html").read_text("utf-8")


def test_a_pack_without_features_says_that_none_was_run(cli: Cli, tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "alone" / "rules")
    folder = tmp_path / "pages"
    ran = cli("docs", "--rules", str(pack), "--output", str(folder))
    assert "no features stand beside the pack" in ran.err
    assert ran.code == 0
    assert "No scenario was run" in (folder / "features" / "index.html").read_text("utf-8")


def test_a_folder_with_other_files_is_left_alone(cli: Cli, made_up: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    ran = cli("docs", "--rules", str(made_up), "--output", str(folder))
    assert ran.code == 2
    assert f"'{folder}' holds other files" in ran.err
    assert [one.name for one in folder.iterdir()] == ["letter.txt"]


def test_what_a_pack_says_is_never_taken_for_markup(tmp_path: Path) -> None:
    rules = 'rules: [{id: odd, title: Less <b> & "more", consider: <script>x</script>}]\n'
    folder = write_pack(tmp_path / "rules", rules=rules)
    pages = dict(rendered(Book(poise.load(folder), Run(), DAY, folder)))
    assert "<script" not in pages["rules/odd.html"]
    assert 'Less <b> & "more"' in read(pages["rules/odd.html"]).words


def test_names_that_differ_in_capitals_have_pages_of_their_own(tmp_path: Path) -> None:
    rules = "rules: [{id: a.B, title: One, consider: x}, {id: a.b, title: Two, consider: y}]\n"
    folder = write_pack(tmp_path / "rules", rules=rules)
    placed = addresses(Book(poise.load(folder), Run(), DAY, folder)).things
    found = {placed[Ref("rule", "a.B")].lower(), placed[Ref("rule", "a.b")].lower()}
    assert len(found) == 2
