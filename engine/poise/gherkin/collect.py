"""Collects feature files: each is a module whose tests are its scenarios, named as they are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
from pytest_bdd import scenario
from pytest_bdd.exceptions import GherkinParseError
from pytest_bdd.feature import get_feature
from pytest_bdd.gherkin_parser import GherkinDocument, get_gherkin_document
from pytest_bdd.parser import Feature

from poise.gherkin.packs import pack_of

SUFFIX = ".feature"


def belongs(path: Path, session: pytest.Session, *, named: bool) -> bool:
    """Whether a file is ours to collect: a feature of a pack, or one that was asked for by name.

    Features of other projects are left to whoever binds them.
    """
    if path.suffix != SUFFIX:
        return False
    return named or session.isinitpath(path) or pack_of(path) is not None


class FeatureFile(pytest.Module):
    """A feature file: its scenarios are tests, with no Python of its author's."""

    def _getobj(self) -> ModuleType:
        """The module that pytest looks into for tests, made here instead of imported."""
        module = ModuleType(self.path.stem)
        module.__file__ = str(self.path)
        folder, name = str(self.path.parent), self.path.name
        self._check()
        feature = get_feature(folder, name)
        self._know_tags(feature)
        for title in feature.scenarios:
            setattr(module, title, scenario(name, title, features_base_dir=folder)(_passes))
        return module

    def funcnamefilter(self, name: str) -> bool:
        """Scenarios carry their own names; nothing else stands in the module."""
        return not name.startswith("__")

    def _know_tags(self, feature: Feature) -> None:
        """Tags may be anything, where markers have to be declared."""
        tags = set(feature.tags)
        for one in feature.scenarios.values():
            tags |= one.tags | (one.rule.tags if one.rule is not None else set())
            tags.update(tag for examples in one.examples for tag in examples.tags)
        for tag in sorted(tags):
            self.config.addinivalue_line("markers", f"{tag}: a tag of a feature")

    def _check(self) -> None:
        """Refuse a file that cannot be read, or in which one scenario would hide another."""
        try:
            document = get_gherkin_document(str(self.path), "utf-8")
        except GherkinParseError as error:
            raise self.CollectError(
                f"{self.path.name}:{error.line}: {error.message}\n    {error.line_content.strip()}"
            ) from None
        except UnicodeDecodeError:
            raise self.CollectError(f"{self.path.name}: the file is not text in UTF-8") from None
        names = _names(document)
        if not names:
            raise self.CollectError(f"{self.path.name}: the feature has no scenario")
        for name, count in Counter(names).items():
            if count > 1:
                raise self.CollectError(
                    f"{self.path.name}: {count} scenarios are called '{name}'; "
                    "give each a name of its own"
                )


def _names(document: GherkinDocument) -> list[str]:
    children = list(document.feature.children)
    inner = [one for child in children if child.rule for one in child.rule.children]
    return [one.scenario.name for one in (*children, *inner) if one.scenario]


def _passes() -> None:
    """A scenario is its steps."""
