"""The chains above a thing in words: each way up, where it ends, and where two of them part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from orgmodel.answers import ChainPath, Chains, Parting, Unequal
from orgmodel.model.statements import CHAINS, SILENCE
from orgmodel.render.lines import Lines
from orgmodel.render.wording import BASIS, join_words, say_cites

COLUMNS = ("thing", "title", "kind", "chain", "other_chain", "path", "at", "ends", "asks", "to", "basis", "cites")
ENDS = {
    "top": "the top: it reports to nobody, the source says so",
    "principal": "answering ends there",
    "loop": "it comes back to where it was",
    "none": "answers to nobody: the source says so",
    "unclear": "not clear to the people concerned: the source says so",
    "open": "and to others that are not named",
}
ORDER = ("stated", "attributed", "inferred")
Named = Callable[[str], str]


def say_end(path: ChainPath) -> str:
    """Where a chain stops, and on which question where that is a silence."""
    if path.ends in ("top", "principal", "loop"):
        return ENDS[path.ends]
    return f"{path.asks}: {ENDS.get(path.ends, SILENCE.get(path.ends, path.ends))}"


def weakest(path: ChainPath) -> str:
    """The weakest of what a way up rests on."""
    return max((path.end_basis, *(step.basis for step in path.steps)), key=ORDER.index)


def cites_of(path: ChainPath) -> tuple[str, ...]:
    """Every paragraph that a way up rests on, in the order of its steps."""
    cites = [cite for step in path.steps for cite in step.cites]
    return tuple(dict.fromkeys([*cites, *path.end_cites]))


def say_parting(parting: Parting, title_of: Named) -> str:
    """Where two chains part."""
    first, second = (CHAINS[chain] for chain in parting.chains)
    left, right = map(title_of, parting.to)
    return f"The {first} and the {second} part at {title_of(parting.after)}: one goes to {left}, the other to {right}"


def say_unequal(unequal: Unequal, title_of: Named) -> str:
    """Where one chain stops and another goes on."""
    return (
        f"The {CHAINS[unequal.chain]} stops at {title_of(unequal.ends_at)} "
        f"({ENDS.get(unequal.ends, SILENCE.get(unequal.ends, unequal.ends))}); "
        f"the {CHAINS[unequal.goes_on]} goes on to {title_of(unequal.reaches)}"
    )


def render_lines(found: Sequence[Chains], asked: str | None, title_of: Named, standing: str) -> Lines:
    """One line for each way up, each parting and each chain that stops alone."""
    rows: list[tuple[object, ...]] = []
    sentences: list[tuple[str, str]] = []
    for chains in found:
        rows += _rows(chains, title_of)
        sentences += _sentences(chains, title_of)
    what = "Every chain above each thing of which two chains part or stop apart" if asked is None else "Every chain up"
    return Lines(
        "chains",
        f"{what}. Chains are kept apart: that they lead to different posts is no fault",
        standing,
        COLUMNS,
        tuple(rows),
        tuple(sentences),
        "No two chains of one thing part, and none stops where another goes on.",
    )


def _rows(chains: Chains, title_of: Named) -> Iterator[tuple[object, ...]]:
    about = (chains.thing, title_of(chains.thing))
    for path in chains.paths:
        yield (*about, "chain", path.chain, None, list(path.reached), path.last, path.ends, path.asks, [],
               weakest(path), list(cites_of(path)))  # fmt: skip
    for parting in chains.partings:
        yield (*about, "parting", *parting.chains, [], parting.after, None, None, list(parting.to), None, [])
    for unequal in chains.unequal:
        yield (*about, "stops alone", unequal.chain, unequal.goes_on, [], unequal.ends_at, unequal.ends, None,
               [unequal.reaches], None, [])  # fmt: skip


def _sentences(chains: Chains, title_of: Named) -> Iterator[tuple[str, str]]:
    title = title_of(chains.thing)
    silent = [path.chain for path in chains.paths if path.ends == "not_stated" and not path.steps]
    for path in chains.paths:
        if path.chain in silent and not path.steps:
            continue
        way = "".join(f" → {title_of(step.end)} ({step.relation})" for step in path.steps)
        yield (
            f"{title}, {CHAINS[path.chain]}:{way} → {say_end(path)}",
            f"{BASIS[weakest(path)]}; {say_cites(cites_of(path))}",
        )
    if silent:
        yield f"{title}, not stated: {join_words([CHAINS[chain] for chain in dict.fromkeys(silent)])}", ""
    yield from ((say_parting(parting, title_of), "for information") for parting in chains.partings)
    yield from ((say_unequal(unequal, title_of), "for information") for unequal in chains.unequal)
    for chain in chains.cut:
        yield f"{title}, {CHAINS[chain]}: there are more ways up than are told here", ""
