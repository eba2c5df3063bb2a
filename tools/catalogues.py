"""Brings the catalogues of the interface up to date: ``python tools/catalogues.py [--check]``.

Every message of templates, code and tables of words gets an entry in each catalogue; what is new is left
empty for a translator, what is gone is taken out. With ``--check`` nothing is written, and the status
is 1 where something is missing or left over.
"""

import io
import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

import ouidire.engine.changes
import ouidire.web  # noqa: F401  (imported, as the line before, for their tables of words)
from ouidire.presentation.messages import LANGUAGES, SOURCE, sayings

ROOT = Path(__file__).parents[1]
CODE = ROOT / "src" / "ouidire"
FOLDER = CODE / "presentation" / "locale"
COUNTED = re.compile(r"""count\((?:[^()"]|\([^()]*\))*,\s*"([a-z ]+)"(?:,\s*"([a-z ]+)")?\)""")
PAIRED = re.compile(r"""_counted\(.*"(%\(n\)s [a-z ]+)", "(%\(n\)s [a-z ]+)"\)""")
CHANGED = re.compile(r"""_change\("\w+", \w+, "([^"]+)\"""")


def messages():
    """Return the messages that have one form, and the pairs of those that have a plural."""
    found = [
        *extract_from_dir(
            str(CODE), [("web/templates/**.j2", "jinja2.ext:babel_extract"), ("**.py", "python")],
            {"**.j2": {"newstyle_gettext": "true"}}, {"_": None, "say": None}
        ),
        *extract_from_dir(str(CODE / "web"), [("**.py", "python")], {}, {"Problem": (2,), "ValueError": None, "UnknownId": None}),
    ]  # fmt: skip
    single = {message for _, _, message, _, _ in found if isinstance(message, str)}
    changes = (CODE / "engine" / "changes.py").read_text(encoding="utf-8")
    return single | set(sayings()) | set(CHANGED.findall(changes)), counted()


def counted():
    """Return the pairs of what is counted, one and many."""
    pairs = set()
    for path in (*CODE.rglob("*.py"), *CODE.glob("web/templates/*.j2")):
        text = path.read_text(encoding="utf-8")
        for noun, many in COUNTED.findall(text):
            pairs.add((f"%(n)s {noun}", f"%(n)s {many or noun + 's'}"))
        pairs |= set(PAIRED.findall(text))
    return pairs


def renewed(tag):
    """Return the catalogue of a language with exactly the messages there are, and the file as it should be."""
    path = FOLDER / f"{tag}.po"
    with path.open("rb") as stream:
        old = read_po(stream, locale=tag)
    single, pairs = messages()
    made = Catalog(
        locale=tag,
        project="Ouï-dire",
        version="1",
        header_comment=f"# The words of the interface ({tag}).",
        fuzzy=False,
    )
    for message in sorted([*single, *pairs], key=lambda m: m if isinstance(m, str) else m[0]):
        key = message if isinstance(message, str) else message[0]
        known = old.get(key)
        made.add(message, known.string if known else "", flags=())
    out = io.BytesIO()
    write_po(out, made, omit_header=False, width=0, sort_output=True, no_location=True)
    dated = re.compile(
        rb'"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By|Report-Msgid-Bugs-To): [^\n]*\n'
    )
    return made, dated.sub(b"", out.getvalue())


def lacking(made):
    """Return the messages of a catalogue that have no words yet."""
    return [m.id for m in made if m.id and not (m.string if isinstance(m.string, str) else all(m.string))]


def main():
    """Write the catalogues, or check them."""
    wrong = False
    for tag in (tag for tag in LANGUAGES if tag != SOURCE):
        made, body = renewed(tag)
        path = FOLDER / f"{tag}.po"
        stale = path.read_bytes() != body
        if "--check" not in sys.argv:
            path.write_bytes(body)
        wrong = wrong or stale or bool(lacking(made))
        print(f"{tag}: {len(made)} messages, {len(lacking(made))} without words{', stale' if stale else ''}")
    return int(wrong and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
