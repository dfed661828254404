"""What ``factcheck report`` runs: factcheck.toml, or [tool.factcheck] in pyproject.toml.

A new setting is a line in the table of keys it belongs to (load, stories or outputs), a
field in ``model`` and a line in the example.
"""

from __future__ import annotations

from factcheck.config.file import NAME as NAME
from factcheck.config.file import find_config as find_config
from factcheck.config.file import read_config as read_config
from factcheck.config.load import load as load
from factcheck.config.model import Config as Config
from factcheck.config.model import Story as Story
from factcheck.config.outputs import with_outputs as with_outputs
