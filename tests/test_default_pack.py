"""The built-in pack: what it must hold, and what none of its words may ever say."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import poise
from gardens import REPOSITORY
from poise.loading import load_or_problems
from poise.rules import Area, Expect, Product, Rule
from poise.trees import facts_read
from poise.vocabulary import Finding, Goal

RULES = REPOSITORY / "rules"
FILES = tuple(sorted(RULES.rglob("*.yaml")))
EACH_FILE = pytest.mark.parametrize(
    "path", FILES, ids=lambda path: path.relative_to(RULES).as_posix()
)


def active(pack: poise.RulePack) -> list[Rule]:
    return [rule for rule in pack.rules if rule.stage == "active"]


def words_of(rule: Rule) -> Iterator[str]:
    """Everything that a rule says to people."""
    yield rule.title
    yield rule.because
    yield rule.reason
    for verb in rule.verbs():
        for name in ("say", "note", "to", "text", "purpose", "reopened_by", "until"):
            said = getattr(verb, name, "")
            if isinstance(said, str):
                yield said


def all_words(pack: poise.RulePack) -> Iterator[tuple[str, str]]:
    """Every text of the pack with where it stands: rules, cards, vocabulary."""
    for rule in pack.rules:
        for text in words_of(rule):
            yield f"rule {rule.id}", text
    cards: list[Area | Product] = [*pack.taxonomy.areas.values(), *pack.taxonomy.products.values()]
    for card in cards:
        yield f"card {card.id}", card.label
        yield f"card {card.id}", card.notes
    for fact in pack.vocabulary.facts.values():
        for text in (fact.label, fact.ask, fact.method, fact.reference, fact.context):
            yield f"fact {fact.id}", text
    named: list[Finding | Goal] = [
        *pack.vocabulary.findings.values(),
        *pack.vocabulary.goals.values(),
    ]
    for one in named:
        yield one.id, one.label


def saying(pack: poise.RulePack, pattern: str) -> list[str]:
    found = re.compile(pattern, re.IGNORECASE)
    return [f"{where}: {text}" for where, text in all_words(pack) if found.search(text)]


# --- files -----------------------------------------------------------------------------------


@EACH_FILE
def test_a_file_is_short_and_opens_with_a_sentence_that_says_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    first = text.splitlines()[0]
    assert len(text.splitlines()) < 150
    assert first.startswith("# ")
    assert first.endswith(".")
    assert len(first.split()) > 4


def test_the_headline_considerations_stand_in_files_of_those_names() -> None:
    names = {path.stem for path in (RULES / "considerations").glob("*.yaml")}
    assert names >= {
        "anatomy-before-volume",
        "avoid-overcorrection",
        "neuromodulators-for-lower-face-heaviness",
        "neuromodulators-for-brow-asymmetry",
    }


def test_no_rule_is_longer_than_a_screen() -> None:
    for path in FILES:
        blocks = path.read_text(encoding="utf-8").split("\n  - id: ")[1:]
        assert all(len(block.splitlines()) <= 40 for block in blocks), path


def test_it_loads_without_a_problem() -> None:
    pack, problems = load_or_problems()
    assert pack is not None
    assert problems == ()


def test_where_nothing_is_misspelt_no_other_spelling_is_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Comparing every name with every other makes a large pack slow to load."""
    looked: list[str] = []
    monkeypatch.setattr(difflib, "get_close_matches", lambda word, *_, **__: looked.append(word))
    load_or_problems()
    assert looked == []


# --- evidence --------------------------------------------------------------------------------


@pytest.mark.parametrize("statement", [f"S{number}" for number in range(1, 34)])
def test_every_statement_of_the_article_is_carried_by_an_active_rule(
    default_pack: poise.RulePack, statement: str
) -> None:
    citing = [rule.id for rule in active(default_pack) if statement in rule.evidence]
    assert citing


def test_every_rule_has_evidence_a_strength_and_a_day_of_review(
    default_pack: poise.RulePack,
) -> None:
    for rule in default_pack.rules:
        assert rule.evidence, rule.id
        assert rule.strength in ("strong", "conditional", "option")
        assert rule.review_by is not None, rule.id


def test_every_source_says_how_much_of_it_was_seen_and_when_it_is_checked_again(
    default_pack: poise.RulePack,
) -> None:
    for name, source in default_pack.sources.items():
        assert source.seen, name
        assert source.check_by is not None, name


def test_a_strong_rule_on_uncertain_evidence_gives_its_reason(
    default_pack: poise.RulePack,
) -> None:
    for rule in active(default_pack):
        if rule.strength == "strong" and rule.certainty in ("low", "very_low"):
            assert rule.reason, rule.id


def test_no_society_is_named_for_what_only_the_article_says(default_pack: poise.RulePack) -> None:
    society = r"american society|plastic surgeons|\bASPS\b|mayo|clinic foundation|academy"
    statements = [
        text for source in default_pack.sources.values() for text in source.statements.values()
    ]
    texts = statements + [text for _, text in all_words(default_pack)]
    assert [text for text in texts if re.search(society, text, re.IGNORECASE)] == []
    for rule in default_pack.rules:
        if {"S21", "S33"} & set(rule.evidence):
            titles = [default_pack.cited(source) for source in rule.evidence]
            assert not any(re.search(society, title, re.IGNORECASE) for title in titles)


# --- cards of areas --------------------------------------------------------------------------

THIRDS = {"upper_third", "middle_third", "lower_third"}


def kinds_suggested(pack: poise.RulePack) -> dict[str, set[str]]:
    """Which of filler and neuromodulator some active rule puts forward, by area."""
    found: dict[str, set[str]] = {name: set() for name in pack.taxonomy.areas}
    fillers = {one.id for one in pack.taxonomy.members if "filler" in one.above}
    for rule in active(pack):
        for verb in rule.suggest:
            kinds = {"filler" if name in fillers else "neuromodulator" for name in verb.product}
            for area in verb.area or ():
                found[area] |= kinds
    return found


def test_a_card_names_one_third_and_how_the_area_moves_and_endangers(
    default_pack: poise.RulePack,
) -> None:
    for area in default_pack.taxonomy.areas.values():
        assert len(THIRDS & set(area.groups)) == 1, area.id
        assert {"mobility", "danger", "suited"} <= set(area.attributes), area.id
        assert area.sources, area.id
        assert "lie" in area.notes or "run" in area.notes or "join" in area.notes, area.id


def test_a_card_says_what_suits_its_area_and_the_rules_put_just_that_forward(
    default_pack: poise.RulePack,
) -> None:
    both = {"filler", "neuromodulator"}
    suited = {"both": both, "neither": set()}
    suggested = kinds_suggested(default_pack)
    for area in default_pack.taxonomy.areas.values():
        said = area.attributes["suited"]
        assert suggested[area.id] == suited.get(said, {said}), area.id
        if "filler" in suggested[area.id]:
            assert "longevity" in area.attributes, area.id


# --- proportions are context -------------------------------------------------------------------

CANONS = ("thirds.", "fifths.", "widths.", "ancestry.", "profile.e_line", "profile.convexity")


def test_no_suggestion_rests_on_a_canon_or_on_ancestry(default_pack: poise.RulePack) -> None:
    vocabulary = default_pack.vocabulary
    concluding: dict[str, set[str]] = {}
    reads: dict[str, set[str]] = {}
    for rule in active(default_pack):
        names = (
            {vocabulary.split(name)[0] for name in facts_read(rule.when)} if rule.when else set()
        )
        reads[rule.id] = names
        for verb in rule.conclude:
            for finding, _ in verb.values:
                concluding.setdefault(vocabulary.split(finding)[0], set()).add(rule.id)
    for rule in active(default_pack):
        if not rule.suggest:
            continue
        seen: set[str] = set()
        waiting = set(reads[rule.id])
        while waiting:
            name = waiting.pop()
            seen.add(name)
            for one in concluding.get(name, set()):
                waiting |= reads[one] - seen
        assert not [name for name in seen if name.startswith(CANONS)], rule.id


# --- what it never says ----------------------------------------------------------------------

AMOUNT = r"\b\d+(\.\d+)?\s*(mL|cc|mg|µg|U|units?|IU|vials?|syringes?)\b"
NEVER = {
    "an injection point": r"inject(ion)? (at|into|point|site)|\bpoints? of injection|\bcm (above|"
    r"below|lateral|medial)|\bmm (above|below|lateral|medial|from)",
    "a depth or layer": r"at a depth|depth of \d|\bmm deep\b|supraperiost|subperiost|"
    r"subcutaneous|intradermal|intramuscular|deep (plane|layer|bolus)|\bsubdermal",
    "a technique": r"\bbolus|\bcannula\b|\bgauge\b|fanning|cross-?hatch|\baliquot|dilut",
    "advice to stop a medicine": r"\b(stop|stopping|discontinue|pause|withhold|interrupt|omit|"
    r"skip|wean|come off|leave off)\b.{0,40}\b(medic|drug|tablet|anticoag|aspirin|warfarin|"
    r"apixaban|blood.?thinner|taking|therapy)",
    "a dose of the antidote": r"hyaluronidase.{0,60}\d+\s*(U|units|IU)\b",
}


@pytest.mark.parametrize("pattern", NEVER.values(), ids=NEVER)
def test_no_text_says(default_pack: poise.RulePack, pattern: str) -> None:
    assert saying(default_pack, pattern) == []


def test_an_amount_stands_in_ceilings_and_on_cards_alone(default_pack: poise.RulePack) -> None:
    amount = re.compile(AMOUNT)
    for rule in default_pack.rules:
        if not rule.ceiling:
            told = [text for text in words_of(rule) if amount.search(text)]
            assert told == [], rule.id


def test_an_expectation_promises_nothing(default_pack: poise.RulePack) -> None:
    promise = re.compile(r"\b(guarantee|always works|perfect|painless|risk-free|no risk)\b", re.I)
    for rule in default_pack.rules:
        for verb in rule.expect:
            assert isinstance(verb, Expect)
            assert not promise.search(verb.say), rule.id


# --- who answers for it ----------------------------------------------------------------------


def test_nobodys_sign_off_is_invented(
    default_pack: poise.RulePack, example_plans: dict[str, poise.Plan]
) -> None:
    assert default_pack.contents.sign_offs == ()
    assert all(plan.pack.sign_off is None for plan in example_plans.values())


def test_it_says_what_it_is_for_and_what_it_is_not(default_pack: poise.RulePack) -> None:
    head = default_pack.head
    assert "clinician" in head.intended_use
    assert "eighteen" in head.population
    told = " ".join(head.limitations)
    for said in ("signed", "injection point", "dose", "stopping a medicine", "diagnosis"):
        assert said in told


# --- the examples ----------------------------------------------------------------------------


def test_there_are_the_demo_and_eight_more(example_plans: dict[str, poise.Plan]) -> None:
    assert "demo" in example_plans
    assert len(example_plans) >= 9
    assert {"healthy-face", "half-filled"} <= set(example_plans)


def test_a_healthy_face_needs_nothing(example_plans: dict[str, poise.Plan]) -> None:
    plan = example_plans["healthy-face"]
    assert plan.candidacy.status == "nothing_to_treat"
    assert plan.items == ()


def test_a_half_filled_assessment_is_never_waved_through(
    example_plans: dict[str, poise.Plan],
) -> None:
    plan = example_plans["half-filled"]
    assert plan.candidacy.status == "answers_needed"
    assert not plan.ready
    assert plan.unanswered_safety


def test_cows_milk_allergy_excludes_one_toxin_only(example_plans: dict[str, poise.Plan]) -> None:
    plan = example_plans["milk-allergy"]
    found = {
        (one.product, one.status)
        for item in plan.items
        if item.product == "neuromodulator"
        for one in item.candidates
    }
    excluded = {product for product, status in found if status == "excluded"}
    assert excluded == {"abobotulinum"}
    assert len({product for product, _ in found}) > 1


def test_every_source_that_an_example_cites_has_a_title(
    example_plans: dict[str, poise.Plan],
) -> None:
    for plan in example_plans.values():
        assert all(one.title and one.title != one.id for one in plan.sources)
