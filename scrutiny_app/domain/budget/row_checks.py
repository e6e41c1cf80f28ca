"""Checks that look at one budget proposal at a time.

Source: domain notes 6.4; each check's own source is told with its findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from scrutiny_app.domain.budget.figures import Amount, in_millions, in_words, read_number
from scrutiny_app.domain.budget.finding import BudgetFinding, CheckSeverity
from scrutiny_app.domain.budget.proposal import (
    BudgetProposal,
    Consultation,
    OptionType,
    ProposalSet,
    Rating,
)
from scrutiny_app.domain.budget.rules import BudgetRules, found_words
from scrutiny_app.domain.wording import listed

_Found = Iterator[tuple[str, CheckSeverity, str]]
_ERROR, _WARNING, _NOTE = CheckSeverity.ERROR, CheckSeverity.WARNING, CheckSeverity.NOTE
_THOUSAND = 1000


def row_findings(whole: ProposalSet, rules: BudgetRules) -> Iterator[BudgetFinding]:
    """Give what the checks of one proposal find, proposal by proposal."""
    checks = (
        _sums,
        _references,
        _signs,
        _posts,
        _consultation,
        _option,
        _conditions,
        _funds,
        _missing,
        _vague,
        _late_start,
        _for_a_post,
        _conflicts,
        _unlike,
    )
    for proposal in whole.proposals:
        for check in checks:
            for id_, severity, message in check(proposal, whole, rules):
                yield BudgetFinding(
                    rules.checks[id_], severity, message, proposal.reference, proposal.place
                )


def _sums(one: BudgetProposal, whole: ProposalSet, _rules: BudgetRules) -> _Found:
    """B01: every figure is off by up to half a step, so several may be off by more together."""
    if one.cumulative is None or one.cumulative.pounds == one.summed:
        return
    apart = one.cumulative.pounds - one.summed
    printed = sum(1 for year in one.years if year.amount.pounds) + 1
    said = (
        f"The years add up to {in_millions(one.summed)} and the total is printed as "
        f"{in_millions(one.cumulative.pounds)}, {in_words(apart)} apart"
    )
    if abs(apart) * 2 <= printed * whole.rounded_to:
        yield "B01", _NOTE, f"{said}. Rounding explains it; both figures stand as printed."
    else:
        yield "B01", _ERROR, f"{said}: more than rounding explains. Ask which is right."


def _references(one: BudgetProposal, _whole: ProposalSet, rules: BudgetRules) -> _Found:
    odd = [reference for reference in one.references if not rules.is_reference(reference)]
    if odd:
        yield "B03", _ERROR, f'"{listed(odd)}" is not written as a reference is.'
    if len(one.references) > 1:
        yield (
            "B03",
            _WARNING,
            (
                f"One row stands for {len(one.references)} proposals, {listed(one.references)}. "
                "Ask for the figures of each."
            ),
        )


def _signs(one: BudgetProposal, _whole: ProposalSet, _rules: BudgetRules) -> _Found:
    if one.option.saves and one.stated > 0:
        yield (
            "B04",
            _ERROR,
            (
                f"It is a reduction, and its total of {in_millions(one.stated)} raises spending. "
                "Ask whether its brackets are missing."
            ),
        )
    elif one.option is OptionType.GROWTH and one.stated < 0:
        yield (
            "B04",
            _ERROR,
            (
                f"It is growth, and its total of {in_millions(one.stated)} reduces spending. "
                "Ask whether its brackets are a slip."
            ),
        )
    elif one.option.saves and one.stated < 0:
        dear = [year.year.label for year in one.years if year.amount.pounds > 0]
        if dear:
            yield "B04", _NOTE, f"It costs money in {listed(dear)} before it saves any."


def _posts(one: BudgetProposal, _whole: ProposalSet, rules: BudgetRules) -> _Found:
    if one.posts.fte < 0 and one.stated == 0 and one.summed == 0:
        yield "B05", _WARNING, "Posts go, and no money is saved."
    words = found_words(one.words, (*rules.words.restructuring, *rules.words.closing))
    if one.posts.fte == 0 and one.stated < 0 and words and not _only_a_condition(one, rules):
        yield "B05", _WARNING, "It restructures or closes a service, and no post is shown to go."


def _only_a_condition(one: BudgetProposal, rules: BudgetRules) -> bool:
    """Whether the word of closing only says what follows if a condition fails."""
    return not found_words(one.words, rules.words.restructuring) and bool(
        found_words(one.words, rules.words.conditional)
    )


def _consultation(one: BudgetProposal, _whole: ProposalSet, rules: BudgetRules) -> _Found:
    if one.consultation is not Consultation.NON_PUBLIC or one.stated >= 0:
        return
    if found_words(one.words, rules.words.closing):
        yield (
            "B06",
            _WARNING,
            "Something would cease, close or stop, and the public is not to be consulted.",
        )
    elif found_words(one.words, rules.words.reducing):
        yield "B06", _NOTE, "It reduces something, and the public is not to be consulted."


def _option(one: BudgetProposal, _whole: ProposalSet, rules: BudgetRules) -> _Found:
    if one.option in (OptionType.CHARGE_MORE, OptionType.GROWTH):
        return
    if one.option in (OptionType.SAVING, OptionType.UNSTATED):
        return
    words = found_words(one.words, rules.words.charging)
    if words:
        yield (
            "B07",
            _WARNING,
            f'It reads as a change of prices or charges and is typed "{_typed(one)}".',
        )


def _typed(one: BudgetProposal) -> str:
    return one.option_text or one.option.label


def _conditions(one: BudgetProposal, _whole: ProposalSet, rules: BudgetRules) -> _Found:
    words = found_words(f"{one.words}\n{one.details.conditions}", rules.words.conditional)
    if words or one.details.conditions:
        said = one.details.conditions or f'"{words[0].removesuffix("*")}"'
        yield "B08", _WARNING, f"It depends on something that is not settled: {said}."


def _funds(one: BudgetProposal, _whole: ProposalSet, rules: BudgetRules) -> _Found:
    funds = found_words(f"{one.words}\n{one.details.funding}", rules.words.restricted_funds)
    if funds:
        yield (
            "B09",
            _WARNING,
            f"It relies on money that is ring-fenced or ends: {listed(funds)}.",
        )


def _missing(one: BudgetProposal, _whole: ProposalSet, _rules: BudgetRules) -> _Found:
    details = one.details
    asked = one.consultation is Consultation.PUBLIC
    wanted = (
        ("an equality impact assessment", details.eia),
        ("an owner", details.owner),
        ("a rating", details.rating is not Rating.UNSTATED),
        ("a day of delivery", details.delivered_by),
        ("the dates of its consultation", details.consulted or not asked),
    )
    lacking = [name for name, known in wanted if not known]
    if lacking:
        yield "B10", _WARNING, f"The paper does not give {listed(lacking)}."


def _vague(one: BudgetProposal, whole: ProposalSet, rules: BudgetRules) -> _Found:
    count = len(one.narrative.split())
    if count < rules.limits.least_words:
        yield (
            "B11",
            _NOTE,
            (
                f"It is described in {count} {'word' if count == 1 else 'words'}: what would "
                "change, and for whom?"
            ),
        )
    same = [
        other.reference
        for other in whole.proposals
        if other.id != one.id and one.narrative and other.narrative == one.narrative
    ]
    if same:
        yield "B11", _NOTE, f"It is described in the same words as {listed(same)}."


def _late_start(one: BudgetProposal, whole: ProposalSet, _rules: BudgetRules) -> _Found:
    if one.stated < 0 and whole.years and one.in_year(whole.years[0]) == 0:
        yield "B13", _NOTE, f"Nothing of it falls in {whole.years[0].label}."


def _for_a_post(one: BudgetProposal, _whole: ProposalSet, rules: BudgetRules) -> _Found:
    if one.posts.fte >= 0 or one.stated >= 0:
        return
    each = round(one.stated / one.posts.fte)
    limits = rules.limits
    if not limits.least_for_a_post <= each <= limits.most_for_a_post:
        low, high = in_words(limits.least_for_a_post), in_words(limits.most_for_a_post)
        yield (
            "B14",
            _NOTE,
            (
                f"It saves {_thousands(each)} for each post that goes; most lie between {low} and "
                f"{high}. Ask what else is in the figure."
            ),
        )


def _thousands(pounds: int) -> str:
    return f"£{pounds / _THOUSAND:.1f}k"


def _conflicts(one: BudgetProposal, _whole: ProposalSet, rules: BudgetRules) -> _Found:
    if one.stated < 0:
        for conflict in rules.conflicts:
            if found_words(one.words, conflict.words):
                yield "B18", CheckSeverity.PROMPT, conflict.says


def _unlike(one: BudgetProposal, whole: ProposalSet, _rules: BudgetRules) -> _Found:
    """B20: a figure is printed to another step than the others are, so its unit is in doubt."""
    amounts = [year.amount for year in one.years]
    amounts += [one.cumulative] if one.cumulative else []
    odd = [amount.text for amount in amounts if _is_unlike(amount, whole.rounded_to)]
    if odd:
        are = "is not printed" if len(odd) == 1 else "are not printed"
        yield (
            "B20",
            _ERROR,
            f"{listed(odd)} {are} to as many decimals as the other figures. Ask for the unit.",
        )


def _is_unlike(amount: Amount, step: int) -> bool:
    """Whether a printed figure goes by another step; a spreadsheet keeps no noughts to tell by."""
    if not amount.pounds or not amount.text:
        return False
    if amount.place.startswith("cell "):
        return amount.pounds % step != 0
    number = read_number(amount.text)
    unit = round(abs(amount.pounds / number))
    _, _, decimals = str(abs(number)).partition(".")
    return unit != step * int("1" + "0" * len(decimals))
