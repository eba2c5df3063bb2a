"""The dossier in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ouidire.model import Dossier, IssueLevel
from ouidire.presentation.view import ClaimView, OccurrenceView, chain_text, claim_views

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["render", "render_claim"]

_STYLE = {
    "against": "red",
    "open": "blue",
    "rule": "magenta",
    "gap": "bright_black",
    "hedge": "yellow",
    "confirmed": "green",
    "attributed": "cyan",
    "flat": "bold",
}


def render(dossier: Dossier, console: Console, *, every: bool = False) -> None:
    """Print a dossier: summary, then each claim with the words it rests on.

    Args:
        every: Print the speech events (*X confirmed …*) as claims of their own too.
    """
    from rich.rule import Rule

    views = claim_views(dossier)
    console.print(Rule(_escape(dossier.title)))
    for line in summary(dossier, views):
        console.print(f"  {_escape(line)}")
    hidden = 0
    for view in views:
        if view.claim.family == "speech" and not every:
            hidden += 1
            continue
        console.print()
        render_claim(view, console)
    if hidden:
        console.print(
            f"\n[dim]{hidden} statements about who spoke are left out here; --all shows them.[/dim]"
        )
    for issue in dossier.issues:
        if issue.level is not IssueLevel.INFO:
            place = f" @ {issue.where}" if issue.where else ""
            console.print(f"[dim]{issue.level.value}: {_escape(issue.message + place)}[/dim]")


def render_claim(view: ClaimView, console: Console, *, full: bool = False) -> None:
    """Print one claim: label, verdict, chains with quoted words, drifts, relations.

    Args:
        full: Print every occurrence and the reasons behind each value; else echoes are counted.
    """
    style = _STYLE[view.tone]
    console.print(
        f"[bold]{view.number}.[/bold] [{style}]{view.label.upper()}[/{style}] "
        f"[bold]{_escape(view.best.quote)}[/bold]",
        highlight=False,
    )
    console.print(
        f"   [dim]{view.claim.id}[/dim]  origins {_escape(view.origins)}  {_escape(view.verdict)}",
        highlight=False,
    )
    shown = view.occurrences if full else tuple(o for o in view.occurrences if o.echo is None)
    for item in shown:
        console.print(f"   {_escape(_occurrence(item))}", highlight=False)
    if echoes := len(view.occurrences) - len(shown):
        outlets = sorted({o.article.outlet or "unnamed outlet" for o in view.occurrences if o.echo})
        console.print(
            f"   [dim]+ {echoes} echo{'es' if echoes > 1 else ''}: {_escape(', '.join(outlets))}[/dim]",
            highlight=False,
        )
    for change in view.claim.timeline if len(view.claim.timeline) > 1 or full else ():
        console.print(
            f"   [dim]{change.date or 'undated':10}[/dim] {change.support.value}"
            f"{'' if change.contest.value == 'none' else ', ' + change.contest.value} [dim](R{change.rule})[/dim]",
            highlight=False,
        )
    _drifts(view, console)
    for relation, other in view.relations:
        console.print(
            f"   {relation.lower().replace('_', ' ')}: {_escape(other.gloss)} [dim]{other.id}[/dim]",
            highlight=False,
        )
    if full:
        for reason in view.claim.evidence:
            console.print(
                f"   [dim]why {reason.of}:[/dim] {_escape(reason.says)} [dim]({_escape(reason.rule)})[/dim]",
                highlight=False,
            )


def summary(dossier: Dossier, views: tuple[ClaimView, ...]) -> list[str]:
    """Return the lines that open a dossier, in terminal and page alike."""
    said = [v for v in views if v.claim.family != "speech"]
    single = sum(1 for v in said if v.claim.origins.hi <= 1)
    against = sum(1 for v in said if v.claim.status.contest.value != "none")
    unnamed = sum(1 for v in said if v.claim.status.support.value in {"none", "vague"})
    drifts = len({(d.drift.from_, d.drift.to) for v in views for d in v.drifts})
    outlets = len({x.article.outlet for x in dossier.extractions})
    lines = [
        f"{_count(len(dossier.extractions), 'article')} from {_count(outlets, 'outlet')}, "
        f"{_count(len(said), 'claim')}" + (f", as of {dossier.as_of}" if dossier.as_of else ""),
        f"resting on one origin at most: {single}; on unnamed or implicit sources only: {unnamed}",
        f"contested, withdrawn or overtaken: {against}; differing in certainty or detail on the way: {drifts}",
    ]
    if dossier.world:
        lines.append(f"parties, sides and owners as given in {dossier.world}")
    return lines


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}{'' if n == 1 else 's'}"


def _occurrence(item: OccurrenceView) -> str:
    when = item.article.published_at
    day = when.date().isoformat() if when else "undated"
    return f"{day}  {chain_text(item.hops)}: « {item.quote} »"


def _drifts(view: ClaimView, console: Console) -> None:
    seen: dict[tuple[str, str], list[str]] = {}
    for item in view.drifts:
        seen.setdefault((item.drift.from_, item.drift.to), []).append(item.says)
    for (before, after), says in seen.items():
        pair = next(d for d in view.drifts if (d.drift.from_, d.drift.to) == (before, after))
        console.print(f"   [yellow]differs:[/yellow] {_escape('; '.join(says))}", highlight=False)
        console.print(
            f"      from « {_escape(pair.before.quote)} » [dim]{_escape(_where(pair.before))}[/dim]",
            highlight=False,
        )
        marked = "".join(f"[reverse]{_escape(t)}[/reverse]" if m else _escape(t) for t, m in pair.marked)
        console.print(f"      to   « {marked} » [dim]{_escape(_where(pair.after))}[/dim]", highlight=False)


def _where(item: OccurrenceView) -> str:
    return f"{item.article.outlet or 'unnamed outlet'}, {item.assertion.passage.value}"


def _escape(text: str) -> str:
    """Keep a text's brackets and control characters from speaking to the terminal."""
    plain = "".join(
        c if c.isprintable() or c == " " else "\N{SYMBOL FOR ESCAPE}" if c == "\x1b" else " " for c in text
    )
    return plain.replace("\\", "\\\\").replace("[", "\\[")
