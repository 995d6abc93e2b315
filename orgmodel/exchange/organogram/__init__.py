"""From the organograms that departments publish to models, one a snapshot, with everything that is wrong in them.

It knows what the columns mean; how tables are stored is read elsewhere, and nothing here writes a file.
"""

from orgmodel.exchange.organogram.organogram import OrganogramImport, OrganogramSettings, read_organogram
from orgmodel.exchange.organogram.problems import KINDS, ImportProblem
from orgmodel.exchange.organogram.snapshot import Snapshot

__all__ = ["KINDS", "ImportProblem", "OrganogramImport", "OrganogramSettings", "Snapshot", "read_organogram"]
