"""Options: changesets over a model, carried out as pure functions, compared, and shown as plans."""
