"""Derive ``languages/fr/lexicon/verbs.txt`` from `conjugations.json` of npm french-verbs-lefff 3.4.0.

    npm pack french-verbs-lefff@3.4.0 && tar xzf french-verbs-lefff-3.4.0.tgz
    python eval/make_french_verbs.py package/dist/conjugations.json src/ouidire/languages/fr/lexicon/verbs.txt

The 7,820 verbs share a few hundred paradigms: what is left of all forms after the verb's longest
constant beginning. The file holds each paradigm once, with the beginnings that take it; nothing
is lost and nothing added (`tests/languages/fr/test_verbs.py` checks some of it).
"""

from __future__ import annotations

import json
import os
import sys
import textwrap
from collections import defaultdict
from pathlib import Path

TENSES = "WGKPIJFCSTY"
_ABSENT = ("NA", None)
HEADER = """\
# French verbs by paradigm. A line "> ..." is a paradigm: the endings of W infinitive, G present participle,
# K past participle, P present, I imperfect, J simple past, F future, C conditional, S subjunctive,
# T imperfect subjunctive, Y imperative (persons 1s 2s 3s 1p 2p 3p; "-" no ending, "!" no such form).
# The lines below it are the beginnings of the verbs that follow it ("-" where nothing is constant).
#
# Derived from conjugations.json of french-verbs-lefff 3.4.0 (Ludan Stoecklé), which was extracted from Lefff,
# the Lexique des formes fléchies du français (Benoît Sagot, http://pauillac.inria.fr/~sagot/).
# Licence: LGPL-LR, see LICENSE-LGPLLR.txt beside this file. Changed 2026-11-23: regrouped by paradigm.
"""


def paradigm(forms: dict[str, list[str | None]]) -> tuple[str, str]:
    """Return the constant beginning of a verb, and its endings."""
    every = [f for tense in TENSES for f in forms.get(tense, ()) if f not in _ABSENT]
    begin = os.path.commonprefix(every)  # noqa: RUF071 - characters are meant
    fields = [
        ",".join("!" if f in _ABSENT else f[len(begin) :] or "-" for f in forms[tense])
        if tense in forms
        else "!"
        for tense in TENSES
    ]
    return begin, " ".join(fields)


def main(source: str, target: str) -> None:
    """Write the file."""
    groups: dict[str, list[str]] = defaultdict(list)
    for forms in json.loads(Path(source).read_text(encoding="utf-8")).values():
        if "W" not in forms:  # voici, voilà and two artefacts
            continue
        begin, endings = paradigm(forms)
        groups[endings].append(begin or "-")
    lines = [HEADER]
    for endings in sorted(groups, key=lambda e: (-len(groups[e]), e)):
        lines.append("> " + endings)
        lines += textwrap.wrap(
            " ".join(sorted(groups[endings])), 118, break_on_hyphens=False, break_long_words=False
        )
    Path(target).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
