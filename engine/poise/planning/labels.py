"""Label status: what a product's label says of an area, for this patient, in this country."""

from __future__ import annotations

from dataclasses import dataclass

from poise.conditions import (
    ALWAYS,
    AllOf,
    Among,
    AnyOf,
    Condition,
    Line,
    NoneOf,
    Undetermined,
)
from poise.evaluate import View
from poise.rules import LabelStatus
from poise.taxonomy import Taxonomy
from poise.values import UNKNOWN, Truth, any_of
from poise.vocabulary import Vocabulary

COUNTRY = "setting.country"
STATUSES: tuple[LabelStatus, ...] = ("labelled", "off_label", "not_approved")


@dataclass(frozen=True, slots=True)
class Labels:
    """Answers for one situation what labels say."""

    taxonomy: Taxonomy
    vocabulary: Vocabulary
    view: View

    def status(self, product: str, area: str) -> LabelStatus:
        """The label status where it is sure; `unknown` otherwise."""
        for status in STATUSES:
            if self._truth(product, area, status) is True:
                return status
        return "unknown"

    def test(self, product: str, area: str, statuses: frozenset[str] | None) -> Truth:
        """Whether the label status is one of these; unknown where the label is not known."""
        if statuses is None:
            return True
        return any_of([self._truth(product, area, status) for status in sorted(statuses)])

    def _truth(self, product: str, area: str, status: str) -> Truth:
        if COUNTRY not in self.vocabulary.facts or self.view.states[COUNTRY] is UNKNOWN:
            return None
        return self.view.truth(label_condition(self.taxonomy, product, area, status))

    def open_condition(self, product: str, area: str) -> Condition:
        """What has to be answered before the label status is known."""
        if COUNTRY not in self.vocabulary.facts:
            return Undetermined()
        return label_condition(self.taxonomy, product, area, "labelled")


def label_condition(taxonomy: Taxonomy, product: str, area: str, status: str) -> Condition:
    """When a product has a label status in an area, as a condition over country and patient.

    A country of which the pack says nothing leaves every status undetermined.
    """
    labels = taxonomy.products[product].labels
    by_country: list[Condition] = []
    for country, indications in sorted(labels.items()):
        here = Line(COUNTRY, Among(frozenset((country,))))
        if indications is None:
            if status == "not_approved":
                by_country.append(here)
            continue
        fitting = tuple(one.when for one in indications if one.area == area)
        if status == "labelled":
            by_country.append(AllOf((here, AnyOf(fitting))))
        elif status == "off_label":
            by_country.append(AllOf((here, NoneOf(fitting))))
    unlisted = NoneOf((Line(COUNTRY, Among(frozenset(labels))),)) if labels else ALWAYS
    return AnyOf((*by_country, AllOf((unlisted, Undetermined()))))
