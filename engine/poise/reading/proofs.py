"""Reads `proofs.yaml`: what must hold of the pack for every assessment."""

from __future__ import annotations

import re
from typing import Any

from poise.problems import At, Collector
from poise.proofs import Proof
from poise.reading.limits import check_limit
from poise.reading.linker import Linker
from poise.reading.naming import check_id
from poise.reading.scalars import quoted
from poise.reading.structure import validate
from poise.reading.written import ProofsFile
from poise.source import at
from poise.taxonomy import Taxonomy


class ProofReader:
    """Reads statements one by one, once every name is known."""

    def __init__(self, linker: Linker, taxonomy: Taxonomy, problems: Collector) -> None:
        self._linker = linker
        self._taxonomy = taxonomy
        self._problems = problems
        self.proofs: dict[str, Proof] = {}
        self.places: dict[str, At] = {}

    def read(self, value: Any, place: At) -> None:
        file = validate(ProofsFile, value, self._linker, self._problems, place, "a file of proofs")
        if file is None:
            return
        for written in value["proofs"]:
            self._proof(written, at(written, place))

    def _proof(self, value: Any, place: At) -> None:
        named = isinstance(value, dict) and isinstance(value.get("id"), str)
        noun = f"the proof '{value['id']}'" if named else "a proof"
        each = value.get("each") if isinstance(value, dict) else None
        self._linker.begin(each if each in ("side", "area") else None)
        before = len(self._problems)
        proof = validate(Proof, value, self._linker, self._problems, place, noun)
        if proof is None:
            return
        spot = at(value["id"], place)
        check_id(proof.id, "a proof", spot, self._problems)
        if proof.id in self.proofs:
            first = self.places[proof.id]
            self._problems.error(
                spot,
                "duplicate-id",
                f"the proof '{proof.id}' is written twice",
                f"the first stands at {first.file}:{first.line}; rename one",
            )
            return
        if len(self._problems) == before:
            self._says_something(proof, value, place)
        self.proofs[proof.id] = proof
        self.places[proof.id] = spot

    def _says_something(self, proof: Proof, value: Any, place: At) -> None:
        """One statement, whole, and no other beside it."""
        of_items = bool(proof.items or proof.never_better_than or proof.always_noted)
        kinds = (
            of_items,
            proof.never_ready,
            bool(proof.no_suggestion_depends_on),
            bool(proof.no_text_matches),
        )
        if sum(kinds) != 1:
            self._problems.error(
                place,
                "missing-field" if not any(kinds) else "forbidden-here",
                f"the proof '{proof.id}' "
                + ("states nothing" if not any(kinds) else "states more than one thing"),
                "write 'items' with 'never_better_than' or with 'always_noted', 'never_ready', "
                "'no_suggestion_depends_on' or 'no_text_matches'",
            )
        elif of_items and proof.never_better_than and proof.always_noted:
            self._problems.error(
                at(value.key("always_noted"), place),
                "forbidden-here",
                f"the proof '{proof.id}' states more than one thing",
                "write two: one with 'never_better_than', one with 'always_noted'",
            )
        elif of_items and not (proof.items and (proof.never_better_than or proof.always_noted)):
            missing = "items" if proof.items is None else "never_better_than"
            self._problems.error(
                place,
                "missing-field",
                f"the proof '{proof.id}' does not say its '{missing}'",
                "'items' stands with 'never_better_than' or with 'always_noted'",
            )
        elif not of_items and not proof.never_ready:
            self._nothing_beside(proof, value, place)
        self._beyond(proof, value, place)
        self._patterns(proof, value, place)

    def _beyond(self, proof: Proof, value: Any, place: At) -> None:
        """What is counted has to be items, and countable."""
        if proof.beyond is None:
            return
        written = value["beyond"]
        spot = at(value.key("beyond"), place)
        if proof.items is None:
            self._problems.error(
                spot,
                "forbidden-here",
                f"the proof '{proof.id}' counts nothing",
                "'beyond' stands with 'items' and 'never_better_than'",
            )
        else:
            check_limit(proof.beyond, proof.items, self._taxonomy, self._problems, written, spot)

    def _nothing_beside(self, proof: Proof, value: Any, place: At) -> None:
        for key in ("when", "unanswered", "each"):
            if key in value:
                self._problems.error(
                    at(value.key(key), place),
                    "forbidden-here",
                    f"the proof '{proof.id}' is about the pack, and '{key}' is about a patient",
                    f"leave '{key}' out",
                )

    def _patterns(self, proof: Proof, value: Any, place: At) -> None:
        noted = [("always_noted", proof.always_noted)]
        for key, pattern in (*(("no_text_matches", one) for one in proof.no_text_matches), *noted):
            try:
                re.compile(pattern)
            except re.error as error:
                self._problems.error(
                    at(value[key], place),
                    "bad-template",
                    f"the pattern {quoted(pattern)} cannot be read: {error}",
                    "write a regular expression",
                )
