"""Names in text: where they stand, who is meant, how they are spelled."""
