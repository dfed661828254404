"""A statement set against sources: corroborated, conflicting or not found.

>>> from factcheck.model import Document
>>> sources = [Document("mail", "The old bridge in Halmar fell on Monday. Nobody was hurt.", "mail.txt")]
>>> [found] = check([Statement("The bridge in Halmar fell on Tuesday.")], sources)
>>> found.verdict, [link.passage.text for link in found.links]
('conflicting', ['The old bridge in Halmar fell on Monday.'])
"""

from __future__ import annotations

from factcheck.check.run import Checked, Found, check
from factcheck.check.statements import Statement, read_statements

__all__ = ["Checked", "Found", "Statement", "check", "read_statements"]
