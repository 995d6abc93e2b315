"""What comparing options costs beside checking each by itself: `python bench/bench_options.py`.

For all options of the largest shipped model (`--options` takes fewer of them), and, for each of `--posts`, for made-up
options over a made-up organisation of that size. One run of `compare` over doing nothing and all options is set against
as many separate checks, each in a graph of its own, in turns. The median of the turns and their ratio.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.bench_findings import seconds_of
from bench.big_organisation import build_organisation
from orgmodel import use_cases
from orgmodel.errors import OptionError
from orgmodel.findings.catalogue import FindingQuery
from orgmodel.graph import build_rows
from orgmodel.graph.connect import connect
from orgmodel.model import Model
from orgmodel.options import Changeset, OptionResult, apply, compare, required_model
from orgmodel.use_cases.checking import check_loaded

SHIPPED = "home-office-2023"
CHANGES = 20


def main() -> None:
    """Measure the shipped model, then each size asked for."""
    asked = _read_arguments()
    opened = use_cases.open_model(SHIPPED)
    options = list(opened.options.values())[: asked.options]
    bases = [required_model(opened.model, option, opened.options) for option in options]
    measure(SHIPPED, opened.model, options, bases, opened.catalogue, asked.turns)
    for posts in asked.posts:
        model = build_organisation(posts)
        made = [build_option(model, number) for number in range(asked.options or 10)]
        measure(f"{posts} posts", model, made, [model] * len(made), opened.catalogue, asked.turns)


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--options", type=int, help="how many options; all of the shipped model, ten made-up ones")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--posts", type=int, nargs="*", default=[])
    return parser.parse_args()


def measure(
    name: str,
    model: Model,
    options: list[Changeset],
    bases: list[Model],
    catalogue: Sequence[FindingQuery],
    turns: int,
) -> None:
    """Print one line: how long comparing takes, how long the separate checks, and the ratio."""
    models = [model, *(apply(base, option) for base, option in zip(bases, options, strict=True))]
    together: list[float] = []
    apart: list[float] = []
    for turn in range(turns):
        works = [
            (together, lambda: compare_all(models, options, bases, catalogue)),
            (apart, lambda: check_each(models, catalogue)),
        ]
        for times, work in works if turn % 2 == 0 else reversed(works):
            times.append(seconds_of(work))
    one, many = statistics.median(together), statistics.median(apart)
    print(
        f"{name}: {len(options)} options; compared in one run {one:.1f} s, {len(models)} separate checks {many:.1f} s; "
        f"ratio {one / many:.2f}"
    )


def compare_all(
    models: list[Model], options: list[Changeset], bases: list[Model], catalogue: Sequence[FindingQuery]
) -> None:
    """Check doing nothing and every option with one engine, and set each beside doing nothing, as `compare` does."""
    engine = connect()
    reports = []
    for model in models:
        rows = build_rows(model)
        engine.load_alone(rows)
        reports.append(check_loaded(model, rows, catalogue, engine, passes=True))
    each = zip(options, models[1:], reports[1:], bases, strict=True)
    compare(
        models[0],
        reports[0].rows,
        [OptionResult(option, model, report.rows, base) for option, model, report, base in each],
    )


def check_each(models: list[Model], catalogue: Sequence[FindingQuery]) -> None:
    """Check every model in a graph of its own."""
    for model in models:
        rows = build_rows(model)
        engine = connect()
        engine.load(rows)
        check_loaded(model, rows, catalogue, engine, passes=True)


def build_option(model: Model, seed: int) -> Changeset:
    """Up to `CHANGES` moves, superiors and owners over a made-up model; those that cannot be done are left out."""
    random = Random(seed)
    made: list[dict[str, object]] = []
    for number in range(CHANGES):
        change = _change(model, random, number)
        try:
            apply(model, _option(seed, [*made, change]))
        except OptionError:
            continue
        made.append(change)
    return _option(seed, made)


def _change(model: Model, random: Random, number: int) -> dict[str, object]:
    post, unit = random.choice(model.posts), random.choice(model.units)
    changes: list[dict[str, object]] = [
        {"do": "move-post", "post": post.id, "in_unit": unit.id},
        {"do": "set-line", "post": post.id, "to": random.choice(model.posts).id},
        {"do": "assign", "responsibility": random.choice(model.responsibilities).id, "to": post.id},
    ]
    return {"because": "It is measured.", **changes[number % len(changes)]}


def _option(seed: int, changes: list[dict[str, object]]) -> Changeset:
    whole = {"id": f"option-{seed}", "title": f"Option {seed}", "model": "big", "because": "It is measured."}
    return Changeset.model_validate(whole | {"changes": changes})


if __name__ == "__main__":
    main()
