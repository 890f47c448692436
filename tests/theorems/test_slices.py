"""A rule by itself fares as it does in the whole pack."""

from __future__ import annotations

import pytest

import poise
from poise.gherkin.coverage import fired
from poise.situation import situate
from poise.slicing import Slicer
from poise.writing import document
from theorems.assessments import as_mapping, assessments
from theorems.cases import seeds, told
from theorems.packs import pack


@pytest.mark.parametrize("seed", seeds(30))
def test_a_rule_fares_by_itself_as_in_the_whole_pack(seed: int) -> None:
    drawn = pack(seed)
    slicer = Slicer(drawn)
    slices = [slicer.slice_of(rule) for rule in drawn.rules if rule.stage == "active"]
    for number, one in enumerate(assessments(drawn, seed, 4)):
        answers = as_mapping(drawn, document(one, drawn.vocabulary))
        evaluation = situate(drawn.model, drawn.read_assessment(answers)).evaluation
        whole = fired(drawn.ground, evaluation.truths)
        for each in slices:
            with told(number, each.rule):
                truths = each.truths(answers)
                assert truths is not None
                alone = fired(each.model.ground, truths)
                assert alone.get(each.rule) is whole.get(each.rule)


def test_a_slice_reads_no_more_than_its_rule_rests_on() -> None:
    drawn: poise.RulePack = pack(3)
    slicer = Slicer(drawn)
    sizes = [len(slicer.slice_of(rule).fields) for rule in drawn.rules]
    assert min(sizes) < max(sizes) <= len(drawn.vocabulary.facts) + len(drawn.vocabulary.groups) + 2
