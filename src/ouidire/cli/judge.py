"""``ouidire judge``."""

from __future__ import annotations

from typing import Annotated

import typer

from ouidire.cli.opening import ledger_at
from ouidire.cli.options import AsText, Because, By, Format, LedgerPath, one_of, person
from ouidire.cli.printing import records, say_changes
from ouidire.model import Relation, RulingKind

__all__ = ["command"]

_SAYS = [value.value for value in (*Relation, *RulingKind)]
Verdicts = Annotated[
    str,
    typer.Argument(
        parser=one_of("relation", _SAYS),
        metavar="RELATION",
        help="SAME, ENTAILS, … of assertions; NOT_A_COPY of articles; SAME_ORIGIN of sources.",
        show_default=False,
    ),
]
Side = Annotated[str, typer.Argument(help="Id of an assertion; an article; a source.", show_default=False)]
Withdraw = Annotated[bool, typer.Option("--withdraw", help="Take back your own verdict on the pair.")]


def command(  # noqa: PLR0913 (the options of the interface)
    a: Side = "",
    b: Side = "",
    relation: Verdicts = "",
    by: By = "",
    because: Because = "",
    withdraw: Withdraw = False,
    ledger: LedgerPath = None,
    format_: AsText = Format.TEXT,
) -> None:
    """Say how two assertions relate; your word overrules the table.

    It is recorded with who and when, never overwritten, and can be taken back. It names the words
    it is about, so that it holds when articles are extracted again. NOT_A_COPY is said of two
    articles, SAME_ORIGIN of two sources. Without words, lists what was decided so far.

    Example: ouidire judge a:3f2c a:91d0 SAME --because "one briefing, two cameras"
    """
    from ouidire.codec import encode
    from ouidire.engine import Verdict
    from ouidire.presentation import lines

    with ledger_at(ledger) as opened:
        if not a:
            made = opened.decisions()
            if format_ is not Format.TEXT:
                records((encode(one) for one in made), format_)
            for one in made if format_ is Format.TEXT else ():
                typer.echo(lines.decision_line(one))
            return
        if not relation:
            raise typer.BadParameter("two sides and a relation are needed")
        before = opened.claims()
        verdict = Verdict(says=relation, by=person(by), because=because, withdrawn=withdraw)
        decision = opened.judge(a, b, verdict)
        if format_ is not Format.TEXT:
            records([encode(decision)], format_)
            return
        typer.echo(lines.decision_line(decision))
        say_changes(opened.changes(before))
