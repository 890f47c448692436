"""Reports: the plan in a terminal and in Markdown, of every example and of difficult words."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import poise
from gardens import EXAMPLES, drawn, planted, rule, suggestion
from poise.plan import Question
from poise.report.explanations import why_lines
from poise.report.layout import Row, plain_text, row
from poise.report.markdown import escaped, markdown
from poise.report.terminal import plan_rows
from poise.report.weight import possible, worth_telling
from poise.report.words import CANDIDACY_TITLES, STATUS_TITLES

Tell = Callable[[poise.Plan], str]
NAMES = tuple(path.stem for path in EXAMPLES)


def terminal(plan: poise.Plan) -> str:
    return plain_text(plan_rows(plan, "A title"))


def in_markdown(plan: poise.Plan) -> str:
    return markdown(plan, "A title")


FORMS = pytest.mark.parametrize("tell", [terminal, in_markdown])
EXAMPLE = pytest.mark.parametrize("name", NAMES)


def flat(text: str) -> str:
    """Without breaks of lines, and without the escapes of Markdown."""
    return " ".join(re.sub(r"\\(.)", r"\1", text).split())


# --- every example ---------------------------------------------------------------------------


@EXAMPLE
def test_no_line_of_the_terminal_is_wider_than_a_hundred_columns(
    name: str, example_plans: dict[str, poise.Plan]
) -> None:
    wide = [line for line in terminal(example_plans[name]).splitlines() if len(line) > 100]
    assert wide == []


@EXAMPLE
@FORMS
def test_no_line_ends_in_spaces(
    name: str, tell: Tell, example_plans: dict[str, poise.Plan]
) -> None:
    untidy = [line for line in tell(example_plans[name]).splitlines() if line != line.rstrip()]
    assert untidy == []


@EXAMPLE
@FORMS
def test_intended_use_and_sign_off_always_stand_there(
    name: str, tell: Tell, example_plans: dict[str, poise.Plan]
) -> None:
    plan = example_plans[name]
    told = flat(tell(plan))
    assert plan.intended_use in told
    assert "not signed off by a clinician" in told


@EXAMPLE
@FORMS
def test_candidacy_comes_first(name: str, tell: Tell, example_plans: dict[str, poise.Plan]) -> None:
    plan = example_plans[name]
    told = flat(tell(plan)).casefold()
    heading = CANDIDACY_TITLES[plan.candidacy.status].casefold()
    assert heading in told
    for item in plan.items:
        if item.label.casefold() in told:
            assert told.index(heading) < told.index(item.label.casefold())


@EXAMPLE
@FORMS
def test_every_item_is_told_in_the_order_of_the_plan_within_its_section(
    name: str, tell: Tell, example_plans: dict[str, poise.Plan]
) -> None:
    plan = example_plans[name]
    told = flat(tell(plan))
    places = [told.index(item.label) for item in plan.items if item.suggested]
    assert places == sorted(places)
    assert all(item.label in told for item in worth_telling(plan))


@EXAMPLE
def test_markdown_leaves_no_item_out(name: str, example_plans: dict[str, poise.Plan]) -> None:
    plan = example_plans[name]
    told = flat(in_markdown(plan))
    assert all(item.label in told for item in plan.items)


@EXAMPLE
def test_what_the_terminal_leaves_out_nobody_suggested_or_asked_for(
    name: str, example_plans: dict[str, poise.Plan]
) -> None:
    plan = example_plans[name]
    told = {item.id for item in (*worth_telling(plan), *possible(plan))}
    for item in plan.items:
        if item.id not in told:
            assert item.status in ("discouraged", "deferred", "excluded")
            assert all(one.holds == "perhaps" for one in item.arguments if one.verb == "suggest")
            assert all(item.area != one.area for one in plan.requests)


@EXAMPLE
@FORMS
def test_every_referral_and_request_is_told(
    name: str, tell: Tell, example_plans: dict[str, poise.Plan]
) -> None:
    plan = example_plans[name]
    told = flat(tell(plan))
    assert all(one.to in told for one in plan.referrals)
    assert all(one.because in told for one in plan.requests)


@EXAMPLE
def test_markdown_tells_every_argument_question_and_limitation(
    name: str, example_plans: dict[str, poise.Plan]
) -> None:
    plan = example_plans[name]
    told = flat(in_markdown(plan))
    for item in plan.items:
        assert all(f"`{one.rule}`" in told for one in item.arguments)
    assert all(one.ask in told for one in plan.questions)
    assert all(one in told for one in plan.limitations)
    assert all(one.title in told for one in plan.sources)


@EXAMPLE
def test_markdown_has_one_title_and_no_blank_pairs(
    name: str, example_plans: dict[str, poise.Plan]
) -> None:
    told = in_markdown(example_plans[name])
    assert [line for line in told.splitlines() if line.startswith("# ")] == ["# A title"]
    assert "\n\n\n" not in told
    assert told.endswith("\n")


@EXAMPLE
def test_the_terminal_names_both_engines(name: str, example_plans: dict[str, poise.Plan]) -> None:
    told = terminal(example_plans[name])
    assert "evaluator and durable-rules agreed" in told


def test_without_a_title_markdown_takes_the_packs(garden: poise.RulePack) -> None:
    assert markdown(drawn(garden)).startswith("# A small garden\n")


def test_an_explanation_has_no_trailing_spaces(garden: poise.RulePack) -> None:
    from poise.explain.why import why

    answers = {"date": "2026-06-15", "lawn.pale": "yes", "soil.dryness": "marked"}
    told = list(why_lines(why(garden, garden.read_assessment(answers))))
    assert [line for line in told if line != line.rstrip()] == []


# --- what is told of each status -------------------------------------------------------------

LIME = {"product": "lime"}


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ([], "session 1"),
        ([rule("r", caution={"items": LIME, "say": "Careful."})], "With caution: careful"),
        ([rule("r", avoid=LIME)], STATUS_TITLES["discouraged"]),
        ([rule("r", defer={"items": LIME, "until": "the thaw"})], "until the thaw"),
        ([rule("r", exclude=LIME)], "must not"),
        ([rule("r", when={"sign.one": "yes"}, exclude=LIME)], "Is the first sign"),
        ([rule("r", require={"items": LIME, "that": {"sign.two": "yes"}})], "until what it needs"),
        ([rule("r", lasts={"items": LIME, "months": {"from": 1, "to": 2}})], "lasts 1 to 2 months"),
    ],
)
@FORMS
def test_each_status_says_what_matters_of_it(
    tell: Tell, rules: list[dict[str, object]], expected: str
) -> None:
    plan = drawn(planted(suggestion("lime", "lawn"), *rules), {"sign.two": "no"})
    assert expected.casefold() in flat(tell(plan)).casefold()


@FORMS
def test_what_was_not_asked_for_is_worth_discussing(tell: Tell) -> None:
    pack = planted(suggestion("lime", "lawn", for_=["green"]))
    words = "not asked for: worth discussing"
    assert words in flat(tell(drawn(pack)))
    assert words not in flat(tell(drawn(pack, goals=["green"])))


def test_questions_about_both_sides_are_put_as_one() -> None:
    pack = planted(
        suggestion("lime", "hedge"),
        rule("r", each="side", when={"hedge.gaps": "severe"}, exclude=LIME),
    )
    told = flat(terminal(drawn(pack)))
    assert "How many gaps are there? (left, right)" in told
    assert "1 item waits on 1 answer" in told


@pytest.mark.parametrize(
    ("concluded", "told"),
    [
        ({"hedge.thin.left": "yes", "hedge.thin.right": "yes"}, "Found: Thin hedge"),
        ({"hedge.thin.right": "yes"}, "Found: Thin hedge (right)"),
        ({"weeds.wild.lawn": "severe"}, "Found: Overgrown (lawn): severe"),
        ({"soil.sour": "yes", "soil.salt": "yes"}, "Found: Bad (salt) soil; Spoilt (sour)"),
    ],
)
def test_findings_of_both_sides_are_told_together_and_brackets_are_kept(
    concluded: dict[str, str], told: str
) -> None:
    more = {
        "soil.sour": {"label": "Spoilt (sour)", "group": "ground", "answer": "yes_no"},
        "soil.salt": {"label": "Bad (salt) soil", "group": "ground", "answer": "yes_no"},
    }
    plan = drawn(planted(rule("r", conclude=concluded), findings=more))
    assert f"{told}\n" in terminal(plan)


# --- words that could be taken for something else --------------------------------------------

MARKS = "*a* _b_ `c` [d](e) <f> | g \\ h ~~i~~ # j &lt; k"
LINE_STARTS = ["# a", "- a", "+ a", "* a", "1. a", "23) a", "> a", "=== a", "--- a", "~~~ a"]


def read_back(text: str) -> str:
    """What CommonMark reads escaped text as: each escaped mark for itself."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


@pytest.mark.parametrize("text", [MARKS, "2.5 mL", "2026-06-15", "-3", "plain words"])
def test_escaped_text_is_read_back_as_it_was(text: str) -> None:
    assert read_back(escaped(text)) == text


@pytest.mark.parametrize("mark", ["*", "_", "`", "[", "]", "<", "|", "~", "&", "\\"])
def test_no_mark_stands_unescaped(mark: str) -> None:
    assert escaped(f"a{mark}b") == f"a\\{mark}b"


@pytest.mark.parametrize("text", LINE_STARTS)
def test_text_that_begins_like_a_block_of_markup_is_escaped(text: str) -> None:
    assert escaped(text) != text
    assert read_back(escaped(text)) == text


def test_a_title_of_several_lines_stays_one() -> None:
    assert escaped("a\n\n# b\n") == "a # b"


@FORMS
def test_words_of_a_rule_reach_the_report_as_they_are(tell: Tell) -> None:
    pack = planted(suggestion("lime", "lawn") | {"title": "Use <b>*lime*</b> | on [lawn](x)"})
    assert "Use <b>*lime*</b> | on [lawn](x)".casefold() in flat(tell(drawn(pack))).casefold()


def test_a_long_paragraph_is_wrapped_and_hangs() -> None:
    told = plain_text([Row((("word " * 40, ""),), indent=3, hang=2)]).splitlines()
    assert len(told) == 3
    assert told[0].startswith("   word")
    assert told[1].startswith("     word")
    assert all(len(line) <= 100 and line == line.rstrip() for line in told)


def test_an_empty_row_is_an_empty_line() -> None:
    assert plain_text([row("a"), row(), row("b")]) == "a\n\nb"


def test_the_styled_report_says_the_same_as_the_plain_one(
    capsys: pytest.CaptureFixture[str], example_plans: dict[str, poise.Plan]
) -> None:
    from poise.report.layout import print_styled

    plan = example_plans["demo"]
    print_styled(plan_rows(plan))
    printed = capsys.readouterr().out
    assert flat(printed) == flat(plain_text(plan_rows(plan)))


# --- what is asked ---------------------------------------------------------------------------

HARD = tuple(rule(name, when={name: "yes"}, exclude=LIME) for name in ("sign.one", "sign.two"))


def asked_of(answers: dict[str, object]) -> str:
    """What the terminal says of a plan that two signs of a screened group could stop."""
    return flat(terminal(drawn(planted(suggestion("lime", "lawn"), *HARD), answers)))


def test_questions_that_one_answer_settles_are_asked_once() -> None:
    told = asked_of({})
    assert "on hold · waits on answer 1" in told
    assert "Ask first: 1 item waits on 1 answer 1. Signs: is there anything to report?" in told
    assert "First sign; Second sign" in told


def test_what_the_clinic_answers_for_everybody_is_asked_once() -> None:
    facts = {
        f"setting.{name}": {
            "label": name.capitalize(),
            "ask": f"Is there a {name}",
            "answer": "yes_no",
        }
        for name in ("spade", "rake")
    }
    stops = [rule(f"no.{name}", when={name: "no"}, exclude=LIME) for name in facts]
    told = flat(terminal(drawn(planted(suggestion("lime", "lawn"), *stops, facts=facts))))
    assert (
        "1 item waits on 1 answer 1. Country: once for every patient, in the clinic file." in told
    )
    assert "Rake; Spade" in told or "Spade; Rake" in told


def test_the_last_question_of_a_group_is_asked_by_itself() -> None:
    told = asked_of({"sign.two": "no"})
    assert "Ask first: 1 item waits on 1 answer 1. Is the first sign" in told
    assert "anything to report" not in told


def test_what_a_screened_group_left_open_is_asked_one_by_one() -> None:
    told = asked_of({"sign": "nothing_to_report", "sign.one": "unknown", "sign.two": "unknown"})
    assert "waits on 2 answers" in told
    assert "on hold · waits on answers 1 and 2" in told
    assert "anything to report" not in told


# --- what is only possible -------------------------------------------------------------------

PERHAPS = {"sign.one": "yes"}
"""What nobody recorded yet, so that a suggestion that rests on it is only possible."""


def test_what_is_only_possible_is_not_told_to_be_excluded() -> None:
    pack = planted(suggestion("lime", "lawn", when=PERHAPS), rule("r", exclude=LIME))
    assert "Lime, lawn" not in terminal(drawn(pack))
    asked = drawn(pack, requests=[{"product": "lime", "area": "lawn"}])
    assert "Lime, lawn" in terminal(asked)


def test_what_is_suggested_and_excluded_is_told() -> None:
    pack = planted(suggestion("lime", "lawn"), rule("r", exclude=LIME))
    assert "Lime, lawn" in terminal(drawn(pack))


def test_many_that_are_only_possible_are_told_in_one_row() -> None:
    places = ("lawn", "hedge", "border", "orchard")
    pack = planted(*(suggestion("lime", place, when=PERHAPS) for place in places))
    told = flat(terminal(drawn(pack)))
    assert "Not known yet whether there is a reason for any of these. Lime: " in told
    assert told.count("on hold") == 0
    assert "1 answer" in told


def test_few_that_are_only_possible_are_told_one_by_one() -> None:
    pack = planted(suggestion("lime", "lawn", when=PERHAPS))
    told = flat(terminal(drawn(pack)))
    assert "Lime, lawn on hold" in told
    assert "Not known yet whether" not in told


def test_expectations_and_ticks_wait_until_something_is_suggested() -> None:
    rules = (
        suggestion("lime", "lawn", when=PERHAPS),
        rule("e", expect={"items": LIME, "say": "It smells for a day."}),
        rule("t", require={"note": "Ask the neighbour", "before": "treatment"}),
    )
    held = flat(terminal(drawn(planted(*rules))))
    assert "It smells for a day." not in held
    assert "1 point follows once something is suggested" in held
    suggested = flat(terminal(drawn(planted(*rules), PERHAPS)))
    assert "It smells for a day." in suggested
    assert "once something is suggested" not in suggested


def test_questions_that_only_a_referral_waits_on_do_not_come_first() -> None:
    pack = planted(
        suggestion("lime", "lawn"),
        rule("x", exclude=LIME),
        rule("r", when=PERHAPS, refer={"to": "a gardener", "urgency": "soon"}),
    )
    told = flat(terminal(drawn(pack)))
    assert "Still open for a referral: 1 answer" in told
    assert "Ask first" not in told


# --- what is said once -----------------------------------------------------------------------


def test_a_caution_for_everything_is_told_once() -> None:
    pack = planted(
        suggestion("lime", "lawn"),
        suggestion("lime", "hedge"),
        rule("r", caution={"items": "everything", "say": "Mind the cat."}),
        rule("s", caution={"items": {"area": "hedge"}, "say": "Mind the nest."}),
    )
    told = flat(terminal(drawn(pack)))
    assert told.count("With caution: mind the cat") == 1
    assert told.index("For all of these") < told.index("mind the cat")
    assert told.index("mind the nest") < told.index("For all of these")


def test_a_caution_of_the_only_item_stands_with_it() -> None:
    pack = planted(
        suggestion("lime", "lawn"),
        rule("r", caution={"items": "everything", "say": "Mind the cat."}),
    )
    told = flat(terminal(drawn(pack)))
    assert "For all of these" not in told
    assert told.count("With caution: mind the cat") == 1


def test_what_was_asked_for_is_told_by_its_label() -> None:
    pack = planted(suggestion("mulch", "lawn"))
    class_asked = terminal(drawn(pack, requests=[{"product": "mulch", "area": "lawn"}]))
    assert "Mulch, lawn: suggested" in class_asked
    member = next(one for one in pack.taxonomy.products["mulch"].leaves)
    told = terminal(drawn(pack, requests=[{"product": member, "area": "lawn"}]))
    assert f"{pack.taxonomy.products[member].label}, " in told


def test_a_question_about_many_places_names_the_first_of_them() -> None:
    from poise.report.grouped import grouped_questions

    plan = drawn(planted(suggestion("lime", "hedge")))
    question = Question(
        about="",
        label="Frost",
        ask="Was there frost? (left)",
        decisive=True,
        safety=False,
        touches=("lime/hedge",),
        screen=None,
    )

    def asked(*places: str) -> str:
        each = [question.model_copy(update={"ask": f"Was there frost? ({p})"}) for p in places]
        return grouped_questions(plan.model_copy(update={"questions": tuple(each)}))[0].ask

    assert asked("a", "b", "c", "d") == "Was there frost? (a, b, c, d)"
    assert asked("a", "b", "c", "d", "e") == "Was there frost? (a, b, c and 2 more)"


# --- on what it rests ------------------------------------------------------------------------


def test_what_nobody_published_is_shown_however_many_sources_there_are() -> None:
    cited = ["trial", "label_nl", "label_se", "G1", "G2", "almanac"]
    told = flat(
        terminal(drawn(planted(suggestion("lime", "lawn", name="feed") | {"evidence": cited})))
    )
    assert "[trial, label_nl, label_se, almanac]" in told
    assert "memory alone" not in told


@FORMS
def test_a_plan_says_how_much_of_it_nobody_published(tell: Tell) -> None:
    remembered = suggestion("lime", "lawn", name="feed") | {"evidence": "almanac"}
    published = rule("warn", caution=LIME, evidence="trial")
    told = flat(tell(drawn(planted(remembered, published))))
    assert "1 of the rules behind these items rests on the authors' judgement or memory" in told
