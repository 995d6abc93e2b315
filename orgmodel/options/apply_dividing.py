"""Carries out what cuts and orders who answers for what: divide, only, precedence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orgmodel.model import AccountabilityClaim, Claim, Post, Responsibility, Slot
from orgmodel.options.apply_responsibilities import and_below, claims_in, spoken_of_by
from orgmodel.options.apply_structure import Handler, answer
from orgmodel.options.changes import Divide, Only, Precedence
from orgmodel.options.claims import current, retarget
from orgmodel.options.draft import Draft
from orgmodel.options.operands import Operand


def divide(draft: Draft, change: Divide) -> None:
    """Cut a responsibility into parts; every part that the model knows of has to have an owner, and so has the rest."""
    if not draft.says(change.responsibility, "accountable", change.chain, "") or _is_disputed(draft, change):
        return
    claims = claims_in(draft, change.responsibility, "accountable", change.chain)
    parts = [(part.scope, part.to) for part in change.parts]
    for scope in sorted({scope for scope, _ in parts if [other for other, _ in parts].count(scope) > 1}):
        draft.complain(f"the part '{scope}' is given twice", "keep one of the two", "parts")
    named = {scope for scope, _ in parts}
    left = sorted({claim.scope for claim in claims if claim.who and claim.scope} - named)
    title = f"responsibility {draft.title(change.responsibility)}"
    if change.rest is None or (change.rest == "nothing" and left):
        over = f"the part '{left[0]}' that is held today" if left else "what is in none of the parts"
        draft.complain(f"dividing {title} leaves {over} over", "give it to a part, or say in 'rest' who has it", "rest")
        return
    if isinstance(change.rest, Operand):
        parts.append(("all else", change.rest))
    nobody = AccountabilityClaim(state="not_stated", chain=change.chain, sharing="divided", reason=change.reason)
    new = [retarget(nobody.model_copy(update={"scope": scope}), to, draft.evidence) for scope, to in parts]
    draft.swap(change.responsibility, "accountable", lambda old: old in claims, new)


def only(draft: Draft, change: Only) -> None:
    """Let a post have nothing else; what else it has today goes where the change says."""
    if not draft.says(change.post, "only"):
        return
    kept = set(change.responsibilities) | _concerning(draft, change.concerning)
    for responsibility, claim in list(_accountable(draft, change.post)):
        if responsibility.id in kept:
            continue
        held_before = draft.model.by_id.get(responsibility.id)
        if held_before is None or not _answers(draft, held_before, change.post, claim.chain):
            what = f"{draft.title(change.post)} is to have nothing else, and is given {draft.title(responsibility.id)}"
            draft.complain(what, "add it to 'responsibilities', or give it to another", "responsibilities")
        elif change.rest is None:
            what = f"{draft.title(change.post)} answers for {draft.title(responsibility.id)} as well"
            draft.complain(what, "say in 'rest' who takes it ('unknown' if that is not known), or keep it", "rest")
        elif change.post in change.rest.named:
            draft.complain("what else a post has cannot go to the post itself", "name another", "rest")
            return
        else:
            _hand_on(draft, responsibility.id, claim, change.rest)
    post = draft.get(change.post)
    assert isinstance(post, Post)
    draft.put(post.model_copy(update={"other_responsibilities": "none"}))


def precedence(draft: Draft, change: Precedence) -> None:
    """Say who decides on a subject, or over other posts."""
    if change.subject:
        answer(draft, change.subject, "precedence", change.to, path="to")
    for number, ident in enumerate(change.over):
        who = change.to.who or ""
        if ident == who:
            draft.complain(f"{draft.title(who)} cannot decide over itself", "leave it out", "over", number)
        elif any(claim.who == who for claim in draft.current(ident, "precedes_over")):
            what = f"{draft.title(ident)} decides over {draft.title(who)} today, and would be decided over by it"
            draft.complain(what, "unlink that first, in an option of its own", "over", number)
        elif any(claim.who == ident for claim in draft.current(who, "precedes_over")):
            what = f"{draft.title(who)} decides over {draft.title(ident)} already"
            draft.complain(what, "leave it out; it may have been applied already", "over", number)
        elif draft.says(who, "precedes_over", ident):
            new = retarget(Claim(who=ident), Operand(who=ident), draft.evidence)
            draft.swap(who, "precedes_over", lambda claim: claim.who is None, [new])


def _is_disputed(draft: Draft, change: Divide) -> bool:
    """Whether another change of the option says who answers for the same thing: the outcome would hang on the order."""
    for number, other in enumerate(draft.option.changes):
        chain = getattr(other, "chain", change.chain)
        if other is not change and change.responsibility in spoken_of_by(other) and chain == change.chain:
            title = draft.title(change.responsibility)
            draft.complain(f"{title} is divided, and change {number + 1} says who has it", "keep one of the two")
            return True
    return False


def _hand_on(draft: Draft, ident: str, claim: AccountabilityClaim, rest: Operand) -> None:
    there = {other.who for other in claims_in(draft, ident, "accountable", claim.chain)}
    new = [] if rest.who in there else [retarget(claim, rest, draft.evidence)]
    if draft.says(ident, "accountable", claim.chain, claim.who or ""):
        draft.swap(ident, "accountable", lambda old: old == claim, new)


def _accountable(draft: Draft, post: str) -> Iterator[tuple[Responsibility, AccountabilityClaim]]:
    for label, record in draft.labelled():
        if label == "Responsibility" and isinstance(record, Responsibility):
            for claim in current(record.accountable, draft.day):
                if claim.who == post and record.mode != "past":
                    yield record, claim


def _answers(draft: Draft, record: object, post: str, chain: str) -> bool:
    slot: Slot[AccountabilityClaim] = getattr(record, "accountable", Slot())
    return any((claim.who, claim.chain) == (post, chain) for claim in current(slot, draft.day))


def _concerning(draft: Draft, subject: str | None) -> set[str]:
    subjects = and_below(draft.model, subject)
    if subjects is None:
        return set()
    records = [record for label, record in draft.labelled() if label == "Responsibility"]
    return {record.id for record in records if {claim.who for claim in draft.current(record.id, "concerns")} & subjects}


HANDLERS: Mapping[type, Handler] = {Divide: divide, Only: only, Precedence: precedence}
