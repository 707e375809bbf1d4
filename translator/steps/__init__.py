"""The six verbs, each a pure function from value to value."""
