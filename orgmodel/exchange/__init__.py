"""What comes in from other people's files and what goes out to them. It never touches the graph's engines."""
