"""Generated vocabularies: facts of every kind, measures of every form, findings of every shape."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from theorems.names import DURATIONS, Conditions, Each, Kind, Named, Scope, several

LEVELS = ("none", "mild", "moderate", "severe")
WORDS = ("apple", "birch", "cedar", "daisy", "elder")
TREE = {"tree": ["oak", "yew"], "herb": ["mint"], "moss": []}
TREE_NAMES = ("tree", "oak", "yew", "herb", "mint", "moss")
COUNTRY = "setting.country"
COUNTRIES = ("US", "EU", "XX")
TREATMENTS = ("history.treatments", "history.elsewhere")
"""Facts whose records are treatments."""
KINDS: tuple[Kind, ...] = (
    "yes_no",
    "yes_no",
    "grade",
    "number",
    "number",
    "choice",
    "choices",
    "date",
)


@dataclass(slots=True)
class Vocabulary:
    """Declarations as written, and the names that conditions may read."""

    areas: tuple[str, ...]
    products: tuple[str, ...]
    """Names that a record's product may be tested for, from classes to members."""
    sections: dict[str, dict[str, Any]] = field(default_factory=dict)
    names: list[Named] = field(default_factory=list)
    numbers: dict[str, tuple[float, float]] = field(default_factory=dict)
    """The range of every number, facts and measures."""
    records: list[str] = field(default_factory=list)
    goals: tuple[str, ...] = ()

    def scope(self, each: Each = None) -> Scope:
        return Scope(tuple(self.names), self.areas, each)


class VocabularyMaker:
    """Makes one vocabulary."""

    def __init__(self, random: Random, areas: tuple[str, ...], products: tuple[str, ...]) -> None:
        self._random = random
        self._conditions = Conditions(random)
        self.made = Vocabulary(areas, products)
        self._parents: list[Named] = []
        """Facts that `asked_when` may read, so that chains grow no longer than three."""
        self._depth: dict[str, int] = {}

    def make(self) -> Vocabulary:
        made = self.made
        made.sections["groups"] = {
            "a": {"label": "Group a"},
            "b": {"label": "Group b", "nothing_to_report": "yes"},
            "history": {"label": "History", "nothing_to_report": "yes"},
            "setting": {"label": "Setting"},
        }
        made.sections["scales"] = {
            "severity": {"levels": list(LEVELS), "higher_is": "worse", "source": "E1"},
            "quality": {"levels": ["poor", "good"], "higher_is": "better"},
        }
        made.sections["facts"] = dict(self._facts())
        made.sections["goals"] = self._goals()
        made.sections["measures"] = {}
        for number in range(self._random.randint(0, 5)):
            self._measure(f"m.measure{number}")
        made.sections["findings"] = dict(self._findings())
        return made

    def _each(self) -> Each:
        return self._random.choice((None, None, None, "side", "area"))

    # --- facts -------------------------------------------------------------------------------

    def _facts(self) -> Iterable[tuple[str, Any]]:
        for number in range(self._random.randint(3, 12)):
            kind = self._random.choice(KINDS)
            group = self._random.choice("aab")
            yield self._fact(f"{group}.{kind}{number}", kind, self._each())
        if self._random.random() < 0.8:
            self.made.names.append(Named(COUNTRY, "choice", None, COUNTRIES))
            yield COUNTRY, self._asked("country") | {"choice": list(COUNTRIES)}
        for name, chance in zip(TREATMENTS, (0.7, 0.15), strict=True):
            if self._random.random() < chance:
                self.made.records.append(name)
                yield name, self._treatments(name)
        if self._random.random() < 0.3:
            yield "a.words", self._asked("words") | {"answer": "text"}

    def _asked(self, label: str) -> dict[str, Any]:
        return {"label": f"The {label}", "ask": f"What is the {label}?"}

    def _fact(self, name: str, kind: Kind, each: Each) -> tuple[str, Any]:
        written = self._asked(name.replace(".", " "))
        named, shape, normal = self._kind(name, kind, each)
        written |= shape
        if each is not None:
            written["each"] = each
        if self._random.random() < 0.25:
            written["safety"] = "yes"
        if name.startswith("b.") and normal is not None and self._random.random() < 0.8:
            written["normal"] = normal
        if self._parents and self._random.random() < 0.35:
            written["asked_when"] = self._asked_when(named)
        self._depth.setdefault(name, 0)
        if self._depth[name] < 3:
            self._parents.append(named)
        self.made.names.append(named)
        return name, written

    def _asked_when(self, child: Named) -> dict[str, Any]:
        scope = Scope(tuple(self._parents), self.made.areas, child.each)
        self._conditions.read.clear()
        condition = self._conditions.condition(scope, self._random.choice((0, 0, 1)))
        self._depth[child.id] = 1 + max(
            depth
            for parent, depth in self._depth.items()
            if any(key == parent or key.startswith(f"{parent}.") for key in self._conditions.read)
        )
        return condition

    def _kind(self, name: str, kind: Kind, each: Each) -> tuple[Named, dict[str, Any], Any]:
        match kind:
            case "yes_no":
                return Named(name, kind, each, ("yes", "no")), {"answer": "yes_no"}, "no"
            case "grade":
                scale, levels = self._random.choice(
                    (("severity", LEVELS), ("severity", LEVELS), ("quality", ("poor", "good")))
                )
                return Named(name, kind, each, levels), {"grade": scale}, levels[0]
            case "number":
                return self._number(name, each)
            case "choice":
                words = tuple(several(self._random, WORDS, 4))
                return Named(name, kind, each, words), {"choice": list(words)}, words[0]
            case "choices":
                if self._random.random() < 0.5:
                    return Named(name, kind, each, TREE_NAMES), {"choices": TREE}, []
                words = tuple(several(self._random, WORDS, 4))
                return Named(name, kind, each, words), {"choices": list(words)}, "none"
            case "date":
                direction = self._random.choice(("past", "future", "any"))
                return Named(name, kind, each), {"date": direction}, None

    def _number(self, name: str, each: Each) -> tuple[Named, dict[str, Any], Any]:
        low, high = self._random.choice(((0.0, 10.0), (1.0, 5.0), (-3.0, 3.0), (0.0, 1.0)))
        points = sorted({low, high, (low + high) / 2, low + 1, low + 0.25})
        shape = {"number": {"unit": "mm", "from": low, "to": high}}
        self.made.numbers[name] = (low, high)
        return Named(name, "number", each, (), tuple(p for p in points if p <= high)), shape, low

    def _treatments(self, name: str) -> dict[str, Any]:
        fields: dict[str, Any] = {
            "product": {"answer": "product"},
            "area": {"answer": "area"},
            "side": {"answer": "side"},
            "date": {"date": self._random.choice(("past", "past", "any"))},
            "amount": {"number": {"from": 0, "to": 100}},
            "unit": {"choice": ["mL", "U"]},
            "trouble": {"choices": ["lump", "redness"]},
            "outcome": {"grade": "severity"},
        }
        written = self._asked(name) | {"records": fields}
        if self._random.random() < 0.5:
            written["normal"] = []
        if self._random.random() < 0.3:
            written["safety"] = "yes"
        if self._parents and self._random.random() < 0.25:
            written["asked_when"] = self._asked_when(Named(name, "yes_no"))
        return written

    def _goals(self) -> dict[str, Any]:
        goals = {f"goal{n}": {"label": f"Goal {n}"} for n in range(self._random.randint(1, 3))}
        self.made.goals = tuple(goals)
        if len(goals) > 1:
            goals["goal0"]["conflicts_with"] = ["goal1"]  # type: ignore[assignment]
        self.made.names.append(Named("goals", "choices", None, tuple(goals)))
        return goals

    # --- measures ----------------------------------------------------------------------------

    def _measure(self, name: str) -> None:
        each = self._each()
        forms = ["points", "points", "cases"]
        forms += ["formula", "formula"] if self._operands(each) else []
        forms += ["count", "sum", "latest", "latest"] if self.made.records else []
        form = self._random.choice(forms)
        written: dict[str, Any] = {"label": f"The {name}"}
        if each is not None:
            written["each"] = each
        shape, low, high = getattr(self, f"_{form}")(each)
        self.made.sections["measures"][name] = written | {form: shape}
        if form == "latest":
            self.made.names.append(Named(name, "date", each, group="measure"))
            return
        self.made.numbers[name] = (low, high)
        finite = [n for n in (low, high, (low + high) / 2) if math.isfinite(n)]
        points = {round(n, 3) for n in [*finite, *(finite[0] + step for step in (0.5, 1, 2))]}
        inside = tuple(sorted(n for n in points if low <= n <= high))
        self.made.names.append(Named(name, "number", each, (), inside, group="measure"))

    def _operands(self, each: Each) -> list[str]:
        """Numbers as a formula at this place may name them."""
        found = []
        for one in self.made.names:
            if one.id not in self.made.numbers:
                continue
            if one.each in (None, each):
                found.append(one.id)
            elif one.each == "side":
                found += [f"{one.id}.left", f"{one.id}.right"]
            else:
                found.append(f"{one.id}.{self._random.choice(self.made.areas)}")
        return [name for name in found if math.isfinite(self._range(name)[1])]

    def _range(self, operand: str) -> tuple[float, float]:
        ranges = self.made.numbers
        return ranges[operand] if operand in ranges else ranges[operand.rpartition(".")[0]]

    def _formula(self, each: Each) -> tuple[str, float, float]:
        operands = self._operands(each)
        x, y = self._random.choice(operands), self._random.choice(operands)
        (a, b), (c, d) = self._range(x), self._range(y)
        forms = [
            (f"{x} + {y}", a + c, b + d),
            (f"{x} - {y}", a - d, b - c),
            (f"abs({x} - {y})", max(0.0, a - d, c - b), max(abs(a - d), abs(b - c))),
            (f"max({x}, {y})", max(a, c), max(b, d)),
            (f"2 * {x} + 1", 2 * a + 1, 2 * b + 1),
        ]
        if a > 0 and c > 0:
            forms += [(f"100 * {x} / ({x} + {y})", 100 * a / (b + d), 100 * b / (a + c))] * 3
        return self._random.choice(forms)

    def _points(self, each: Each) -> tuple[list[Any], float, float]:
        scope = self.made.scope(each).only("fact", "measure")
        lines = [
            {
                "when": self._conditions.condition(scope, self._random.choice((0, 0, 1))),
                "points": self._random.choice((1, 1, 2, -1)),
            }
            for _ in range(self._random.randint(1, 4))
        ]
        points = [line["points"] for line in lines]
        return lines, sum(p for p in points if p < 0), sum(p for p in points if p > 0)

    def _cases(self, each: Each) -> tuple[list[Any], float, float]:
        """Values by the levels or options of one fact, each used once; perhaps with `otherwise`."""
        worded = [one for one in self.made.names if one.words and one.kind != "choices"]
        plain = [one for one in worded if one.each in (None, each)]
        if not plain:
            return [{"otherwise": 2}], 2.0, 2.0
        one = self._random.choice(plain)
        values: list[float] = []
        cases: list[Any] = []
        for word in several(self._random, one.words, 3):
            value, low, high = self._case_value(each)
            values += [low, high]
            cases.append({"when": {one.id: word}, "value": value})
        if self._random.random() < 0.6:
            values.append(1.0)
            cases.append({"otherwise": 1})
        return cases, min(values), max(values)

    def _case_value(self, each: Each) -> tuple[str | int, float, float]:
        operands = self._operands(each)
        if operands and self._random.random() < 0.3:
            name = self._random.choice(operands)
            return name, *self._range(name)
        number = self._random.randint(0, 4)
        return number, number, number

    # --- records -----------------------------------------------------------------------------

    def _query(self, each: Each) -> dict[str, Any]:
        where: dict[str, Any] = {}
        if each is not None:
            where[each] = "here"
        if self._random.random() < 0.7:
            words = several(self._random, self.made.products, 2)
            where["product"] = words[0] if len(words) == 1 else {"not": words}
        tests: dict[str, Any] = {
            "outcome": self._random.choice(("mild", ["mild", "severe"], {"at_least": "moderate"})),
            "trouble": {"includes": self._random.choice(("lump", "any"))},
            "side": self._random.choice(("left", {"not": "left"})),
            "area": self._random.choice((self.made.areas[0], {"not": self.made.areas[0]})),
            "unit": "mL",
        }
        for name in self._random.sample(sorted(tests), self._random.choice((0, 0, 1, 2))):
            where.setdefault(name, tests[name])
        query: dict[str, Any] = {"records": self._random.choice(self.made.records), "where": where}
        if self._random.random() < 0.5:
            query["in_last"] = self._random.choice(DURATIONS)
        return query

    def _count(self, each: Each) -> tuple[dict[str, Any], float, float]:
        return self._query(each), 0.0, math.inf

    def _sum(self, each: Each) -> tuple[dict[str, Any], float, float]:
        return self._query(each) | {"field": "amount", "unit": "mL"}, 0.0, math.inf

    def _latest(self, each: Each) -> tuple[dict[str, Any], float, float]:
        return self._query(each), 0.0, 0.0

    # --- findings ----------------------------------------------------------------------------

    def _findings(self) -> Iterable[tuple[str, Any]]:
        for number in range(self._random.randint(1, 4)):
            kind = self._random.choice(("yes_no", "grade", "choices"))
            name, each = f"f.{kind}{number}", self._each()
            shape, words = {
                "yes_no": ({"answer": "yes_no"}, ("yes", "no")),
                "grade": ({"grade": "severity"}, LEVELS),
                "choices": ({"choices": list(WORDS[:3])}, WORDS[:3]),
            }[kind]
            written = {"label": f"The {name}", "group": f"fg{number % 2}"} | shape
            if each is not None:
                written["each"] = each
            self.made.names.append(Named(name, kind, each, words, group="finding"))  # type: ignore[arg-type]
            yield name, written
