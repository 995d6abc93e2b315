"""orgmodel: how an organisation is built, who answers for what, and where that fails.

Definitions as text become one validated model, the model one graph, and every question one query over it.
"""

__version__ = "0.1.0"
