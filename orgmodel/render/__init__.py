"""Values as text: for people in a terminal, as versioned JSON, as CSV and as Markdown. One module a format."""
