"""The shipped models, one folder each. Installed as `orgmodel_definitions`; holds data and no code."""
