"""What a name in a cell stands for: an id, or the exact title of one thing of the right kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from orgmodel.loading.lists import LABEL_NOUNS
from orgmodel.loading.references import describe_targets
from orgmodel.loading.spelling import MOST_SUGGESTIONS, did_you_mean, list_words

SHEETS_OF = {
    "Unit": "Units",
    "Post": "Posts",
    "Subject": "Subjects",
    "Person": "People",
    "unit_kinds": "Kinds of unit",
    "grades": "Grades",
}


@dataclass
class Names:
    """Everything that a cell may name, by id and by title; looking for near names is slow, so it is done so often."""

    labels: dict[str, str] = field(default_factory=dict)
    titles: dict[str, list[str]] = field(default_factory=dict)
    title_of: dict[str, str] = field(default_factory=dict)
    suggested: int = 0

    def add(self, label: str, ident: str, title: str) -> None:
        """Let a thing be named by its id and its title."""
        if ident not in self.labels:
            self.labels[ident] = label
            self.title_of[ident] = title
            self.titles.setdefault(_folded(title), []).append(ident)

    def find(self, written: str, targets: tuple[str, ...]) -> list[str]:
        """The ids of everything that is meant: one by its id, else all of that title."""
        if self._fits(written, targets):
            return [written]
        return sorted(ident for ident in self._titled(written) if self._fits(ident, targets))

    def resolve(self, written: str, targets: tuple[str, ...]) -> str | tuple[str, str]:
        """The id that is meant, or what is wrong and what to do."""
        fitting = self.find(written, targets)
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            which = list_words([f"'{ident}' ({LABEL_NOUNS[self.labels[ident]]})" for ident in fitting])
            return (
                f"'{written}' is the title of {len(fitting)} things",
                f"Write the id of the one that is meant: {which}.",
            )
        wanted = describe_targets(targets)
        others = [written] if written in self.labels else self._titled(written)
        for other in others[:1]:
            return f"'{written}' is {LABEL_NOUNS[self.labels[other]]}, not {wanted}", f"Name {wanted}."
        return f"nothing is called '{written}', by id or by title", self._suggest(written, targets, wanted)

    def _titled(self, written: str) -> list[str]:
        return self.titles.get(_folded(written), [])

    def _fits(self, ident: str, targets: tuple[str, ...]) -> bool:
        return ident in self.labels and (not targets or self.labels[ident] in targets)

    def _suggest(self, written: str, targets: tuple[str, ...], wanted: str) -> str:
        near = ""
        if self.suggested < MOST_SUGGESTIONS:
            self.suggested += 1
            titles = {self.title_of[ident].casefold(): ident for ident in self.labels if self._fits(ident, targets)}
            near = did_you_mean(written, [*titles, *titles.values()])
            near = _as_written(near, {folded: self.title_of[ident] for folded, ident in titles.items()})
        sheets = [f"'{SHEETS_OF[target]}'" for target in targets if target in SHEETS_OF]
        add = f"Add a row for it to {list_words(sheets)}." if sheets else f"Define {wanted} of that name."
        return f"{near} {add}".strip()


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()


def _as_written(question: str, titles: dict[str, str]) -> str:
    """A question about a title, with the title as it is written and not as it was compared."""
    folded = question.removeprefix("Did you mean '").removesuffix("'?")
    return f"Did you mean '{titles[folded]}'?" if folded in titles else question


def names_of(things: Iterable[tuple[str, str, str]]) -> Names:
    """Names of things given as label, id and title; what comes first has its id."""
    names = Names()
    for label, ident, title in things:
        names.add(label, ident, title)
    return names
