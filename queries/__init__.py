"""The questions, one Cypher file each. Installed as `orgmodel_queries`; holds data and no code."""
