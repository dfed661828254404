"""What ``factcheck report --init`` writes."""

from __future__ import annotations

EXAMPLE = """\
# What `factcheck report` compares, and where its reports go.
# Paths are relative to this file. The same can stand in pyproject.toml, as [tool.factcheck].

# Every folder found is a story: the articles in it are compared with one another.
stories = ["articles/*"]

# Exit code 1 if any story has such a finding: conflicting, single-source, update, never.
fail-on = ["conflicting"]

# Confidence from which two claims are linked, and similarity below which they are not looked
# at, both from 0 to 1. `factcheck evaluate` shows what they do to your own labelled pairs.
# min-confidence = 0.25
# min-similarity = 0.05

# Encoding of the articles, where it is not UTF-8 or cp1252.
# encoding = "cp1250"

# Decisions of `factcheck review`: dismissed conflicts are shown as suppressed and fail no gate.
# reviews = "claims/reviews.jsonl"

# JSON reports of an earlier run, one a story: only what is new since then fails the gate.
# baseline = "baseline/{story}.json"

# Conflicts that a person confirmed fail the gate too, unless:
# accept-known = true

# Format -> file. {story} is the name of the story; without it, one file holds all stories.
# "-" is standard output. A table of settings says what a report shows, never what fails.
[outputs]
markdown = "reports/{story}.md"
json = "reports/factcheck.json"
# table = { path = "reports/{story}.txt", only = ["conflicting"], explain = true }
# sarif = { path = "reports/factcheck.sarif", include = "single-source" }
# junit = "reports/junit.xml"
# gitlab = "gl-code-quality-report.json"
# github = "-"                                      # annotations, in the log of a GitHub action

# What a story needs beyond its folder, under the name of the folder. A name of its own and
# `sources` (files, folders or patterns) make another story.
# [story.dam-breach]
# sources = ["wire/2024-05-*.txt", "articles/dam-breach"]
# outlets = { 1 = "Osk Mail" }                      # by position or id of the source
# published = { 1 = 2024-05-02, "Osk Mail" = 2024-05-03 }
# fail-on = ["conflicting", "update"]
# min-confidence = 0.4

# A model of your own that gives a second opinion on close pairs: see `factcheck compare --help`.
# [judge]
# use = "onnx:models/my-cross-encoder"
# cache = ".factcheck-judge.jsonl"
"""
