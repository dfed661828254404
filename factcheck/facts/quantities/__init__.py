"""Numbers in text: how they are written, what interval they mean, what they count."""
