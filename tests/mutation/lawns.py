"""A pack with three rules and a feature that vouches for some of what they say, for tests."""

from __future__ import annotations

import shutil
from pathlib import Path

from gardens import GARDEN

RULES = """\
# What a pale lawn wants, and when it has to wait.
rules:
  - id: lawn.feed
    title: Feed a pale lawn on dry ground
    when:
      lawn.pale: yes
      soil.dryness: {at_least: moderate}
    suggest: {product: feed, area: lawn, acts_on: growth, for: [green, dense]}
    because: The lawn is pale ({{ lawn.pale }}).

  - id: frost.wait
    title: Nothing is spread on frozen ground
    when: {site.frost: yes}
    exclude: {items: {product: feed, area: lawn}, reopened_by: a thaw}

  - id: weeds.look
    title: Look at the weeds of a sunny or a dry place first
    when:
      any_of:
        - soil.dryness: {at_least: marked}
        - soil.dryness: {at_least: severe}
        - site.light: sun
    caution: {items: {product: feed}, say: Look at the weeds first.}
"""

FEATURE = """\
Feature: Feeding a lawn

  Background:
    Given an assessment
      | fact         | value    |
      | lawn.pale    | yes      |
      | soil.dryness | moderate |
      | site.frost   | no       |
      | site.light   | shade    |

  Scenario: A pale lawn on dry ground is fed
    When the plan is drawn up
    Then feed is suggested without caution for the lawn

  Scenario: A green lawn is left alone
    Given lawn.pale is no
    When the plan is drawn up
    Then nothing is suggested

  Scenario: Moist ground feeds itself
    Given soil.dryness is slight
    When the plan is drawn up
    Then nothing is suggested

  Scenario: Frozen ground takes nothing
    Given site.frost is yes
    When the plan is drawn up
    Then feed is excluded for the lawn
"""

DRAFTED = """
  @drafted
  Scenario: What the pack says of a sunny lawn
    Given site.light is sun
    When the plan is drawn up
    Then feed is suggested with caution for the lawn
"""


def write_lawns(folder: Path, feature: str = FEATURE, rules: str = RULES) -> Path:
    """The pack with its feature beside it; returns the pack's folder."""
    pack = folder / "rules"
    shutil.copytree(GARDEN, pack)
    shutil.rmtree(pack / "rules")
    (pack / "lawns.yaml").write_text(rules, encoding="utf-8")
    (folder / "features").mkdir()
    (folder / "features" / "lawns.feature").write_text(feature, encoding="utf-8")
    return pack
