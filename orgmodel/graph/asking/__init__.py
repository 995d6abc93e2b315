"""Running what people type: read, checked, limited, and without the data about people. Engines are imported on request.

Whatever is typed is taken for hostile. It runs in a child process over a copy on disk, or in a reading transaction of
a server; the process that was asked never runs it itself.
"""

from orgmodel.graph.asking.hidden import Hidden, hide_people
from orgmodel.graph.asking.port import Answer, Asker, Limits, RefusedError, StoppedError
from orgmodel.graph.asking.words import check_words

__all__ = ["Answer", "Asker", "Hidden", "Limits", "RefusedError", "StoppedError", "check_words", "hide_people"]
