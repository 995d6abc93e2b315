"""What a person asks of an export: which model, as it stands or as an option would leave it, and what may be in it."""

from __future__ import annotations

from dataclasses import dataclass

from orgmodel.model import Model
from orgmodel.use_cases.opening import Opened, standing_line


@dataclass(frozen=True)
class ExportRequest:
    """One export. `opened` holds the model with the option applied, where there is one.

    `withhold` is a grade: names of holders below it are withheld. `base` is what addresses begin with (Turtle). `most`
    is how many boxes a picture may have, and `within` the one thing that it is about. `beside` are
    the options that a page sets beside doing nothing; None for all that can be carried out. A form looks at what
    concerns it.
    """

    opened: Opened
    with_people: bool = False
    withhold: str | None = None
    base: str | None = None
    most: int | None = None
    within: str | None = None
    beside: tuple[str, ...] | None = None

    @property
    def model(self) -> Model:
        """The model that is exported."""
        return self.opened.model

    @property
    def standing(self) -> str:
        """The standing line, which every form carries."""
        return standing_line(self.model)
