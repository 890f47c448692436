"""The words of the language reference: headings, the order of sections, and what stands in fields
that are read only once all names are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docs.generating.markup import code, link
from poise import proofs, rules
from poise.contents import Departure, PackHead, RuleDefaults, SignOff, SignOffFile
from poise.declaration import Declaration
from poise.reading import written

FILES: Sequence[tuple[str, type[Declaration]]] = (
    ("`pack.yaml`", PackHead),
    ("`vocabulary/*.yaml`", written.VocabularyFile),
    ("`evidence.yaml`, `evidence/*.yaml`", written.EvidenceFile),
    ("`areas/*.yaml`", written.AreaFile),
    ("`products/*.yaml`", written.ProductFile),
    ("`diagram/*.yaml`", written.ViewFile),
    ("`products/*.yaml`, for one member by itself", written.MemberFile),
    ("`sign-off.yaml`", SignOffFile),
    ("`proofs.yaml`, `proofs/*.yaml`", written.ProofsFile),
    ("any other `.yaml` file", written.RulesFile),
)

HEADINGS: Mapping[type, str] = {
    PackHead: "The pack",
    RuleDefaults: "Defaults",
    Departure: "What is replaced or retired",
    SignOffFile: "Sign-off files",
    SignOff: "Sign-offs",
    written.VocabularyFile: "Vocabulary files",
    written.GroupWritten: "Groups of facts",
    written.ScaleWritten: "Scales",
    written.FactWritten: "Facts",
    written.KindWritten: "Kinds of answers",
    written.RangeWritten: "Range of a number",
    written.MeasureWritten: "Measures",
    written.QueryWritten: "Queries of records",
    written.FindingWritten: "Findings",
    written.GoalWritten: "Goals",
    written.EvidenceFile: "Evidence files",
    rules.Source: "Sources",
    written.AreaFile: "Area files",
    written.ProductFile: "Product files",
    written.MemberWritten: "Members of a product",
    written.MemberFile: "Files of one member",
    written.IndicationWritten: "Label entries",
    written.ViewFile: "Views of the diagram",
    written.ProofsFile: "Files of proofs",
    proofs.Proof: "Proofs",
    proofs.Beyond: "More than a most",
    written.StrokeWritten: "Lines of a view",
    written.RulesFile: "Rule files",
    rules.Rule: "Rules",
    rules.After: "Date and gap",
    rules.Range: "Range of time",
    rules.Months: "Range of months",
    **{verb: code(verb.word) for verb in rules.VERBS},
}

SECTIONS: Sequence[tuple[str, Sequence[type[Declaration]]]] = (
    ("What a pack is", (PackHead, Departure, RuleDefaults, SignOffFile, SignOff)),
    (
        "What an assessment can say",
        (
            written.VocabularyFile,
            written.GroupWritten,
            written.ScaleWritten,
            written.FactWritten,
            written.KindWritten,
            written.RangeWritten,
            written.MeasureWritten,
            written.QueryWritten,
            written.FindingWritten,
            written.GoalWritten,
        ),
    ),
    (
        "Areas and products",
        (
            written.AreaFile,
            written.ProductFile,
            written.MemberWritten,
            written.MemberFile,
            written.IndicationWritten,
        ),
    ),
    ("What rules rest on", (written.EvidenceFile, rules.Source)),
    ("Where the areas lie", (written.ViewFile, written.StrokeWritten)),
    ("What must always hold", (written.ProofsFile, proofs.Proof, proofs.Beyond)),
)

TYPES: Mapping[str, str] = {
    "PackHead.defaults": link("Defaults", "defaults"),
    "SignOffFile.sign_offs": f"list of {link('Sign-offs', 'sign-offs')}",
    "PackHead.replaces": f"list of {link('What is replaced or retired', 'entries')}",
    "PackHead.retires": f"list of {link('What is replaced or retired', 'entries')}",
    "MemberFile.defaults": link("Defaults", "defaults"),
    "MemberFile.rules": f"list of {link('Rules', 'rules')}",
    "RulesFile.defaults": link("Defaults", "defaults"),
    "AreaFile.defaults": link("Defaults", "defaults"),
    "ProductFile.defaults": link("Defaults", "defaults"),
    "KindWritten.number": link("Range of a number", "unit and range"),
    "KindWritten.grade": link("Scales", "scale"),
    "KindWritten.choice": "list of names",
    "KindWritten.choices": "list of names, or a tree: name to a list of those below it",
    "KindWritten.records": f"field to its {link('Kinds of answers', 'kind')}",
    "FactWritten.normal": "a value of the fact; `[]` for a list",
    "FactWritten.asked_when": f"{link('Conditions', 'condition')} on facts",
    "QueryWritten.records": "fact whose kind is records",
    "QueryWritten.where": f"field to a {link('Tests', 'test')}; or `here`",
    "QueryWritten.in_last": "length of time",
    "MeasureWritten.points": "list of `{when: CONDITION, points: NUMBER}`",
    "MeasureWritten.cases": "list of `{when: CONDITION, value: FORMULA}`; `{otherwise: FORMULA}`",
    "MeasureWritten.count": link("Queries of records", "query"),
    "MeasureWritten.sum": link("Queries of records", "query"),
    "MeasureWritten.latest": link("Queries of records", "query"),
    "FindingWritten.grade": link("Scales", "scale"),
    "FindingWritten.choices": "list of names",
    "IndicationWritten.when": f"{link('Conditions', 'condition')} on facts",
    "ProductFile.rules": f"list of {link('Rules', 'rules')}",
    "AreaFile.rules": f"list of {link('Rules', 'rules')}",
    "RulesFile.rules": f"list of {link('Rules', 'rules')}",
    "ViewFile.areas": "area to SVG path data; a paired one also to `{left: .., right: ..}`, where "
    "one side may be `mirrored`",
    "ProofsFile.proofs": f"list of {link('Proofs', 'proofs')}",
    "EvidenceFile.sources": f"id to a {link('Sources', 'source')}",
    "VocabularyFile.groups": f"name to a {link('Groups of facts', 'group')}",
    "VocabularyFile.scales": f"name to a {link('Scales', 'scale')}",
    "VocabularyFile.facts": f"`group.name` to a {link('Facts', 'fact')}",
    "VocabularyFile.measures": f"name to a {link('Measures', 'measure')}",
    "VocabularyFile.findings": f"name to a {link('Findings', 'finding')}",
    "VocabularyFile.goals": f"name to a {link('Goals', 'goal')}",
    "VocabularyFile.area_attributes": f"name to a {link('Kinds of answers', 'kind')}",
    "VocabularyFile.product_attributes": f"name to a {link('Kinds of answers', 'kind')}",
    **{
        f"{model}.{name}": told
        for model in ("MemberWritten", "MemberFile", "ProductFile")
        for name, told in (
            (
                "labels",
                f"country to a list of {link('Label entries', 'entries')}, or `not_approved`",
            ),
            ("members", f"id to a {link('Members of a product', 'member')}"),
        )
    },
    **{
        f"Rule.{verb.word}": f"{link(f'`{verb.word}`', verb.word)}, or a list"
        for verb in rules.VERBS
    },
}
