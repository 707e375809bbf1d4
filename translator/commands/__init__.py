"""The command line: Click functions over the steps."""
