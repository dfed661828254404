"""The one error that is shown to the user."""


class FactcheckError(Exception):
    """Something the user can mend; its text is the one line that is shown."""
