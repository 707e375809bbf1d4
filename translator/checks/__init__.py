"""What a check is, and how checks are run."""
