"""Every name that a pack declares: what a rule may speak of."""

from __future__ import annotations

from dataclasses import dataclass

from poise.problems import did_you_mean
from poise.taxonomy import Taxonomy
from poise.vocabulary import Fact, Finding, Measure, Vocabulary


@dataclass(frozen=True, slots=True)
class Names:
    """The vocabulary and the taxonomy, and the sources that may be cited."""

    vocabulary: Vocabulary
    taxonomy: Taxonomy
    sources: frozenset[str]
    unread: frozenset[str] = frozenset()
    """Names whose declaration is there and cannot be read: that is told where it stands, and not
    again wherever they are used."""

    def bare(
        self, name: str, declared: Fact | Measure | Finding, *ways: str
    ) -> tuple[str, str, str]:
        """What there is to say where a name per side or area does not say which.

        `ways` are those in which it could be said, besides saying it.
        """
        places = self.vocabulary.places(declared.each) or ("AREA",)
        return (
            "bare-side",
            f"'{name}' stands once per {declared.each}, and this does not say which",
            ", or ".join([f"say which: '{name}.{places[0]}'", *ways]),
        )

    def hint(self, written: str) -> str:
        """The nearest fact, measure or finding to a misspelt one, or the nearest place of it."""
        known = self.vocabulary
        owner, where = known.split(written)
        declared = known.get(owner)
        if declared is not None and declared.each is not None:
            near = did_you_mean(where or "", known.places(declared.each))
            return f"'{owner}' is recorded per {declared.each}; {near}".rstrip("; ")
        return did_you_mean(written, [*known.facts, *known.measures, *known.findings])
