"""What a step calls a treatment: as widely as a rule means it, or as narrowly as it takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from poise.drafting.bases import small
from poise.drafting.given import Givens
from poise.drafting.seen import Seen
from poise.pack import RulePack


@dataclass(frozen=True, slots=True)
class Subject:
    """A product, and an area, side or goal where they are named; in the words of a step."""

    product: str
    area: str = ""
    side: str = ""
    goal: str = ""

    def __str__(self) -> str:
        return f'{self.product} for "{self.goal}"' if self.goal else self.product

    @property
    def where(self) -> str:
        """What follows the status."""
        area = f" for the {self.area}" if self.area else ""
        return f"{area} on the {self.side}" if self.side else area

    @property
    def treatment(self) -> str:
        return f"{self.product} for the {self.area}"


def subjects(pack: RulePack, givens: Givens, seen: Seen, widely: bool) -> Iterator[Subject]:
    """Ways to name what was seen; `widely`: first all that the rule speaks of."""
    selector = seen.effect.selector
    if widely and selector is not None:
        if selector.everything:
            yield Subject("everything")
        said = dict(selector.written)
        if set(said) == {"product"} and len(said["product"]) == 1:
            (name,) = said["product"]
            if not name.startswith("not ") and name in pack.taxonomy.product_names():
                yield Subject(givens.product(name))
    candidate = seen.candidate
    if candidate is None:
        return
    whole = givens.product(pack.taxonomy.products[candidate.product].item)
    member = givens.product(candidate.product)
    area = givens.area(candidate.area)
    goal = small(pack.wording.goal(candidate.goal)) if candidate.goal else ""
    for product in dict.fromkeys((whole, member)):
        yield Subject(product, area)
        if candidate.side:
            yield Subject(product, area, candidate.side)
        if goal:
            yield Subject(product, area, "", goal)
            yield Subject(product, area, candidate.side, goal)


def treatment(givens: Givens, item: str) -> str:
    """An item, as `PRODUCT for the AREA`."""
    product, _, area = item.partition("/")
    return Subject(givens.product(product), givens.area(area)).treatment
