"""Carries out what changes who answers for what: concern, release, transfer, assign, share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from orgmodel.model import AccountabilityClaim, Model, Responsibility, Subject, SubjectClaim
from orgmodel.options.apply_structure import Handler, answer
from orgmodel.options.changes import Assign, Change, Concern, Divide, Keep, Only, Release, Share, Transfer, Withdraw
from orgmodel.options.claims import current, retarget
from orgmodel.options.draft import Draft
from orgmodel.options.operands import Operand

PARTS: Mapping[str, tuple[str, ...]] = {
    "accountable": ("accountable",),
    "responsible": ("responsible",),
    "both": ("accountable", "responsible"),
}


def concern(draft: Draft, change: Concern) -> None:
    """Let a responsibility concern a subject, to the extent given."""
    about = [claim for claim in draft.current(change.responsibility, "concerns") if claim.who == change.subject]
    same = any(isinstance(claim, SubjectClaim) and claim.extent == change.extent for claim in about)
    if draft.says(change.responsibility, "concerns", change.subject) and not same:
        to = Operand(who=change.subject)
        new = retarget(SubjectClaim(who=change.subject, extent=change.extent), to, draft.evidence)
        dropped = ("none", "not_stated")
        draft.swap(
            change.responsibility, "concerns", lambda old: old.who == change.subject or old.state in dropped, [new]
        )


def release(draft: Draft, change: Release) -> None:
    """Take an accountability away from its holder; the last one to go leaves nobody, and the model says so."""
    if change.reason is None:
        draft.complain(f"{_name(draft, change.responsibility)} is released without a reason", "say why, in 'reason'")
        return
    if not draft.says(change.responsibility, "accountable", change.chain, change.giver):
        return
    claims = claims_in(draft, change.responsibility, "accountable", change.chain)
    if change.giver not in _holders(claims):
        _not_held(draft, change.responsibility, change.giver, change.chain, claims)
        return
    nobody = AccountabilityClaim(state="none", chain=change.chain)
    fields = draft.evidence.as_fields() | {"note": change.reason}
    left = _holders(claims) - {change.giver}
    _swap(
        draft,
        change.responsibility,
        "accountable",
        change.chain,
        lambda old: old.who == change.giver,
        [] if left else [nobody.model_copy(update=fields)],
    )


def transfer(draft: Draft, change: Transfer) -> None:
    """Pass responsibilities on, in one chain; what else each claim says (scope, axis, sharing) goes with it."""
    giver = change.giver or change.responsibilities.rest_of
    if giver is None or (change.giver and change.responsibilities.rest_of not in (None, change.giver)):
        draft.complain("a transfer needs one giver", "say 'from': who holds these today", "from")
    elif giver in change.to.named:
        draft.complain(f"{draft.title(giver)} cannot transfer to itself", "name another destination", "to")
    else:
        for responsibility in change.responsibilities.ids or rest(draft.model, draft, change, giver):
            _transfer_one(draft, change, responsibility, giver)
        _send_posts(draft, change)


def rest(model: Model, draft: Draft, change: Transfer, giver: str) -> list[str]:
    """What else the giver holds in the baseline: everything that no other change of the option speaks of."""
    spoken_of = _spoken_of(draft)
    subjects = and_below(model, change.responsibilities.concerning)
    found = []
    for responsibility in model.responsibilities:
        held = any(_held(draft, responsibility, field, change.chain, giver) for field in PARTS[change.part])
        about = {claim.who for claim in current(responsibility.concerns, draft.day)}
        if held and responsibility.id not in spoken_of and (subjects is None or about & subjects):
            found.append(responsibility.id)
    if not found:
        draft.complain(
            f"{draft.title(giver)} holds nothing else in the {change.chain} chain",
            "name the responsibilities, or leave the change out",
            "responsibilities",
        )
    return sorted(found)


def assign(draft: Draft, change: Assign) -> None:
    """Give a responsibility to somebody where nobody is known to have it, in the same chain and scope."""
    claims = claims_in(draft, change.responsibility, change.part, change.chain)
    rivals = [claim for claim in claims if claim.who and claim.scope == change.scope and change.sharing != "divided"]
    if not draft.says(change.responsibility, change.part, change.chain, change.scope or ""):
        return
    if any(claim.who == change.to.who for claim in claims if claim.who and claim.scope == change.scope):
        holder, thing = draft.title(change.to.who or ""), _name(draft, change.responsibility)
        draft.complain(f"{holder} has {thing} already", "leave the change out; it may have been applied already", "to")
    elif rivals:
        holders = ", ".join(draft.title(who) for who in sorted(_holders(rivals)))
        what = f"{_name(draft, change.responsibility)} is held by {holders} in the {change.chain} chain"
        draft.complain(what, "use 'transfer' to pass it on, or 'share' with a reason", "to")
    else:
        fields = {"scope": change.scope, "sharing": change.sharing, "axis": change.axis, "reason": change.reason}
        silent = ("none", "unclear", "not_stated")
        new = AccountabilityClaim(state="not_stated", chain=change.chain).model_copy(update=fields)
        new = retarget(new, change.to, draft.evidence)
        _swap(draft, change.responsibility, change.part, change.chain, lambda old: old.state in silent, [new])


def share(draft: Draft, change: Share) -> None:
    """Let one more answer for all of a thing, for a recorded reason."""
    claims = claims_in(draft, change.responsibility, "accountable", change.chain)
    known = [claim for claim in claims if claim.who]
    if change.reason is None:
        what = f"{_name(draft, change.responsibility)} would be shared without a reason"
        draft.complain(what, "say in 'reason' why more than one should answer for it")
    elif not known:
        what = f"nobody is known to hold {_name(draft, change.responsibility)} in the {change.chain} chain"
        draft.complain(what, "there is nobody to share with: use 'assign'", "to")
    elif change.to.who in _holders(known):
        what = f"{draft.title(change.to.who or '')} has {_name(draft, change.responsibility)} already"
        draft.complain(what, "leave the change out; it may have been applied already", "to")
    else:
        shared = {"sharing": "shared", "reason": change.reason}
        others = [claim.model_copy(update=shared) if claim.sharing == "sole" else claim for claim in known]
        new = retarget(known[0].model_copy(update=shared | {"scope": None}), change.to, draft.evidence)
        _swap(draft, change.responsibility, "accountable", change.chain, lambda old: old in known, [*others, new])


def _transfer_one(draft: Draft, change: Transfer, responsibility: str, giver: str) -> None:
    record = draft.model.by_id.get(responsibility) or draft.get(responsibility)
    assert isinstance(record, Responsibility)
    fields = [field for field in PARTS[change.part] if _held(draft, record, field, change.chain, giver)]
    if not fields:
        claims = claims_in(draft, responsibility, "accountable", change.chain)
        _not_held(draft, responsibility, giver, change.chain, claims)
    elif _is_no_chain(draft, change, record):
        for field in fields:
            if draft.says(responsibility, field, change.chain, giver):
                _pass_on(draft, change, responsibility, field, giver)


def _send_posts(draft: Draft, change: Transfer) -> None:
    """Let the posts that do the work go along; that needs a unit to go to."""
    if change.posts and change.to.who and draft.label(change.to.who) != "Unit":
        what = f"posts cannot go along to {draft.title(change.to.who)}, which is no unit"
        draft.complain(what, "say where each goes with 'move-post'", "posts")
        return
    for post in change.posts:
        answer(draft, post, "in_unit", change.to, path="posts")


def _pass_on(draft: Draft, change: Transfer, responsibility: str, field: str, giver: str) -> None:
    claims = claims_in(draft, responsibility, field, change.chain)
    there = [claim for claim in claims if claim.who and claim.who == change.to.who]
    new = [retarget(claim, change.to, draft.evidence) for claim in claims if claim.who == giver and not there]
    if there and _holders(claims) == {giver, change.to.who}:
        new = [claim.model_copy(update={"sharing": "sole", "reason": None}) for claim in there]
    gone = ("none", "unclear")
    _swap(
        draft,
        responsibility,
        field,
        change.chain,
        lambda old: old.who == giver or old.state in gone or (bool(new) and old in there),
        new,
    )


def _is_no_chain(draft: Draft, change: Transfer, record: Responsibility) -> bool:
    """Whether the recipient does not itself pass the same thing on: the outcome would hang on the order."""
    for number, other in enumerate(draft.option.changes):
        if isinstance(other, Transfer) and record.id in other.responsibilities.ids:
            ends = (other.giver, other.chain)
            if other.giver and ends == (change.to.who, change.chain):
                what = f"{_name(draft, record.id)} is passed on twice, by changes {draft.number + 1} and {number + 1}"
                draft.complain(what, "say once, from the one who holds it today to where it ends", "to")
                return False
    return True


def _held(draft: Draft, record: Responsibility, field: str, chain: str, holder: str) -> bool:
    claims: tuple[AccountabilityClaim, ...] = current(getattr(record, field), draft.day)
    return any(claim.who == holder and claim.chain == chain for claim in claims)


def claims_in(draft: Draft, ident: str, field: str, chain: str) -> list[AccountabilityClaim]:
    """Who answers for a responsibility, or does its work, in one chain today."""
    found = draft.current(ident, field)
    return [claim for claim in found if isinstance(claim, AccountabilityClaim) and claim.chain == chain]


def _swap(
    draft: Draft,
    ident: str,
    field: str,
    chain: str,
    drop: Callable[[AccountabilityClaim], bool],
    add: Sequence[AccountabilityClaim],
) -> None:
    def in_chain(claim: object) -> bool:
        return isinstance(claim, AccountabilityClaim) and claim.chain == chain and drop(claim)

    draft.swap(ident, field, in_chain, add)


def _holders(claims: Sequence[AccountabilityClaim]) -> set[str]:
    return {claim.who for claim in claims if claim.who}


def _not_held(draft: Draft, responsibility: str, giver: str, chain: str, claims: Sequence[AccountabilityClaim]) -> None:
    holders = ", ".join(draft.title(who) for who in sorted(_holders(claims))) or "nobody that is known"
    what = f"{draft.title(giver)} does not hold {_name(draft, responsibility)} in the {chain} chain"
    draft.complain(what, f"accountable in that chain: {holders}", "from")


def _name(draft: Draft, responsibility: str) -> str:
    return f"responsibility {draft.title(responsibility)}"


def spoken_of_by(change: Change) -> set[str]:
    """The responsibilities of which a change says by name who has them."""
    match change:
        case Transfer():
            return set(change.responsibilities.ids)
        case Release() | Assign() | Share() | Divide():
            return {change.responsibility}
        case Withdraw():
            return {change.thing}
        case Only():
            return set(change.responsibilities)
        case _:
            return set()


def _spoken_of(draft: Draft) -> set[str]:
    found = set(draft.option.created)
    for change in draft.option.changes:
        found |= set(change.things) if isinstance(change, Keep) else spoken_of_by(change)
    return found


def and_below(model: Model, subject: str | None) -> set[str | None] | None:
    """A subject and those below it; None where no subject was named."""
    if subject is None:
        return None
    found: set[str | None] = {subject}
    parents = {
        each.id: {claim.who for claim in each.part_of.known} for each in model.subjects if isinstance(each, Subject)
    }
    while below := {ident for ident, above in parents.items() if above & found} - found:
        found |= below
    return found


HANDLERS: Mapping[type, Handler] = {
    Concern: concern,
    Release: release,
    Transfer: transfer,
    Assign: assign,
    Share: share,
}
