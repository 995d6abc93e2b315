"""What a model leaves open, what could be answered, and what the model would be with an answer in it.

Nothing here asks a finding; what an answer would settle is found out by whoever runs the findings on these models.
"""

from orgmodel.answers.questions.answering import CandidateAnswer, Candidates, build_answers
from orgmodel.answers.questions.point import OpenPoint, Withheld, find_open_points, find_withheld
from orgmodel.answers.questions.words import ask, find_who_could_answer

__all__ = [
    "CandidateAnswer",
    "Candidates",
    "OpenPoint",
    "Withheld",
    "ask",
    "build_answers",
    "find_open_points",
    "find_who_could_answer",
    "find_withheld",
]
