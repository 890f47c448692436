"""`poise schema`: JSON Schemas, generated from the models and a pack's vocabulary."""

from __future__ import annotations

import argparse
import json
from typing import Any

from poise.cli.common import add_pack, read_pack, write


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("about", choices=("assessment", "rules", "plan"), help="of what")
    parser.add_argument(
        "--file",
        choices=(
            "rules",
            "area",
            "product",
            "member",
            "vocabulary",
            "evidence",
            "view",
            "proofs",
            "pack",
        ),
        help="for 'rules': of one kind of file (default: all kinds, told apart by their fields)",
    )
    add_pack(parser)
    parser.add_argument("--output", metavar="FILE", help="write there, not to the terminal")


def run(options: argparse.Namespace) -> int:
    write(json.dumps(_schema(options), indent=2, ensure_ascii=False), options.output)
    return 0


def _schema(options: argparse.Namespace) -> dict[str, Any]:
    if options.about == "plan":
        from poise.schema.plan import plan_schema

        return plan_schema()
    pack = read_pack(options)
    if options.about == "assessment":
        return pack.assessment_schema()
    from poise.schema.rules import rules_schema

    return rules_schema(pack, options.file)
