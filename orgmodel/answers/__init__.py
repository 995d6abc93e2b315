"""Questions that a model answers by itself, without the graph: who answers for a subject, what rests on which
paragraph, what became of a recommendation, and what is left when somebody's judgements are taken out."""

from orgmodel.answers.chains import ChainPath, Chains, Parting, Step, Unequal, follow_chains
from orgmodel.answers.coverage import ASPECTS, CoverageCell, CoverageRow, build_coverage
from orgmodel.answers.levels import LEVELS, level_of
from orgmodel.answers.recommendations import RecommendationLine, list_recommendations
from orgmodel.answers.sources import FactLine, PassageLine, list_facts, list_passages
from orgmodel.answers.who import Answer, count_leaves, who_answers
from orgmodel.answers.without import without_inferences, without_judgements, without_source

__all__ = [
    "ASPECTS",
    "LEVELS",
    "Answer",
    "ChainPath",
    "Chains",
    "CoverageCell",
    "CoverageRow",
    "FactLine",
    "Parting",
    "PassageLine",
    "RecommendationLine",
    "Step",
    "Unequal",
    "build_coverage",
    "count_leaves",
    "follow_chains",
    "level_of",
    "list_facts",
    "list_passages",
    "list_recommendations",
    "who_answers",
    "without_inferences",
    "without_judgements",
    "without_source",
]
