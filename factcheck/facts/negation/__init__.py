"""Negation in text: the cues and the predicates in their scope."""
