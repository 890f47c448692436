"""Parts of long reports: what was recorded, what is told once, the timeline, sources."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest

import poise
from gardens import assessed, drawn, planted, rule, suggestion
from poise.report.marked import entries
from poise.report.recorded import Group, groups, measures
from poise.report.rests_on import sources
from poise.report.said_once import cases
from poise.report.timeline import LEFT, RIGHT, moments, timeline

LIME = {"product": "lime"}

# --- what was recorded -----------------------------------------------------------------------


def group(pack: poise.RulePack, title: str, **answers: object) -> Group:
    read = pack.read_assessment(assessed({k.replace("__", "."): v for k, v in answers.items()}))
    return next(one for one in groups(pack, read) if one.title == title)


def test_recorded_screened_unknown_and_inapplicable_are_told_apart(
    garden: poise.RulePack,
) -> None:
    told = group(garden, "Signs", sign="nothing_to_report")
    assert told.known == ()
    assert "First sign" in told.screened
    told = group(garden, "Signs", sign__one="yes")
    assert [(line.label, line.value) for line in told.known] == [("First sign", "yes")]
    assert "Second sign" in told.unknown
    told = group(garden, "Pond", pond__present="no")
    assert "Fish" in told.not_applicable
    assert "Fish" not in told.unknown


def test_a_group_answered_in_one_word_keeps_what_was_recorded_besides(
    garden: poise.RulePack,
) -> None:
    told = group(garden, "Signs", sign="nothing_to_report", sign__two="yes")
    assert [line.label for line in told.known] == ["Second sign"]
    assert "Second sign" not in told.screened


def test_a_fact_that_is_open_on_both_sides_is_told_once(garden: poise.RulePack) -> None:
    fact = next(one for one in garden.vocabulary.facts.values() if one.each == "side")
    title = garden.vocabulary.groups[fact.group].label
    assert group(garden, title).unknown.count(fact.label) == 1
    answers = {fact.id.replace(".", "__"): {"left": "unknown", "right": "none"}}
    told = group(garden, title, **answers)
    assert f"{fact.label} (left)" in told.unknown
    assert fact.label not in told.unknown


def test_records_and_free_text_are_shown(garden: poise.RulePack) -> None:
    record = {"product": "lime", "area": "lawn", "date": "2026-05-01", "amount": "2"}
    told = group(garden, "History", history__spread=[record])
    assert [line.label for line in told.known] == ["Earlier spreading"]
    assert "product lime; area lawn" in told.known[0].value
    assert "2026-05-01" in told.known[0].value
    told = group(garden, "Site", site__remark="A note")
    assert ("Remark", "A note") in [(line.label, line.value) for line in told.known]


def test_measures_are_told_as_far_as_they_are_known() -> None:
    pack = planted(
        suggestion("lime", "lawn"),
        measures={"m.twice": {"label": "Twice", "unit": "pH", "formula": "2 * soil.acidity"}},
    )
    read = pack.read_assessment(assessed({"soil.acidity": "5"}))
    assert ("Twice", "10 pH") in [(line.label, line.value) for line in measures(pack, read)]
    nothing = pack.read_assessment(assessed())
    assert "Twice" not in [line.label for line in measures(pack, nothing)]


# --- told once -------------------------------------------------------------------------------


def test_an_argument_that_recurs_is_told_in_full_where_it_first_stands() -> None:
    pack = planted(
        suggestion("lime", "lawn"),
        suggestion("lime", "orchard"),
        rule("r", avoid=LIME),
    )
    first, second = cases(entries(drawn(pack)))
    assert [one.argument.rule for one in first.against] == ["r"]
    assert second.against == ()
    assert [one.argument.rule for one in second.again] == ["r"]
    assert second.again[0].anchor == first.against[0].anchor
    for one in (first, second):
        assert len(one.in_favour) == 1


# --- the timeline ----------------------------------------------------------------------------


def planned() -> poise.Plan:
    return drawn(
        planted(
            suggestion("lime", "lawn"),
            rule("l", lasts={"items": LIME, "months": {"from": 6, "to": 12}}),
            rule(
                "r",
                review={
                    "items": LIME,
                    "after": {"from": "2 weeks", "to": "4 weeks"},
                    "purpose": "Look",
                },
            ),
        )
    )


def test_sessions_follow_ups_and_maintenance_stand_on_the_timeline() -> None:
    told = moments(planned())
    assert [(one.kind, one.first, one.last) for one in told] == [
        ("session", datetime.date(2026, 6, 15), datetime.date(2026, 6, 15)),
        ("review", datetime.date(2026, 6, 29), datetime.date(2026, 7, 13)),
        ("lasting", datetime.date(2026, 12, 15), datetime.date(2027, 6, 15)),
    ]


def test_bars_lie_within_the_drawing_in_the_order_of_time() -> None:
    drawing = timeline(planned())
    assert drawing is not None
    for bar in drawing.bars:
        assert LEFT <= bar.start <= bar.end <= RIGHT
        assert 0 < bar.y < drawing.height
    by_day = sorted(drawing.bars, key=lambda bar: bar.moment.first)
    assert [bar.start for bar in by_day] == sorted(bar.start for bar in drawing.bars)
    places = [tick.x for tick in drawing.ticks]
    assert places == sorted(places)
    assert all(after - before >= 62 for before, after in pairwise(places))


def test_a_plan_without_a_day_has_no_timeline() -> None:
    assert timeline(drawn(planted(rule("c", consider="Nothing")))) is None


# --- sources ---------------------------------------------------------------------------------


def test_a_source_tells_its_registry_entry_and_what_rests_on_it() -> None:
    pack = planted(
        suggestion("lime", "lawn") | {"evidence": "almanac", "certainty": "low"},
        rule("s", avoid=LIME, evidence="almanac", strength="strong", reason="So it is."),
    )
    found = {one.id: one for one in sources(drawn(pack), pack)}["almanac"]
    assert found.kind == pack.sources["almanac"].kind
    assert found.seen == pack.sources["almanac"].seen
    assert found.strength == "conditional, strong"
    assert "low" in found.certainty


@pytest.mark.parametrize("side", ["left", "right"])
def test_an_item_of_one_side_says_so(side: str) -> None:
    pack = planted(suggestion("lime", "hedge", side=side))
    (entry,) = entries(drawn(pack))
    assert entry.where == side
