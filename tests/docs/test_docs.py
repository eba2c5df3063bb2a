"""The documentation is true of the program: complete, linked, short, and its commands run."""

import ast
import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from eval import docs_reference, docs_tour
from ouidire.cli import app
from ouidire.model import (
    Act,
    ConditionalKind,
    Contest,
    Direction,
    Factuality,
    Label,
    Relation,
    Stance,
    Support,
)
from ouidire.presentation.words import DIMENSION

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md")), ROOT / "examples" / "README.md"]
LINK = re.compile(r"\[[^\]]{0,500}\]\(([^)\s]{1,300})\)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
CODE = re.compile(
    r"(path|fetch|type|limit|gzip|json|html|charset|characters|date|language"
    r"|reader|original|text|span|quote|evidence|log):[a-z-]{3,20}|(extraction|pair)-failed"
)
TOUR = [(page, command) for page in docs_tour.PAGES for command in docs_tour.commands(page)]
PYTHON = ["README.md", "docs/tutorial.md", "docs/how-to/python.md"]


def _read(path):
    return path.read_text(encoding="utf-8")


def _name(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", docs_reference.pages(), ids=_name)
def test_made_pages_are_fresh(path):
    """Run ``python -m eval.docs_reference`` where this fails."""
    assert _read(path) == docs_reference.pages()[path]


def test_every_command_and_option_is_documented():
    """Each command has a section, and each of its options a line in it."""
    text = _read(REFERENCE / "commands.md")
    sections = {part.partition("`")[0]: part for part in text.split("\n## `")[1:]}
    group = get_command(app)
    assert list(sections) == group.list_commands(None)
    for name, section in sections.items():
        for parameter in group.get_command(None, name).params:
            if parameter.param_type_name == "option" and "--help" not in parameter.opts:
                assert all(option in section for option in parameter.opts), (name, parameter.opts)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("labels", Label),
        ("labels", Act),
        ("labels", Factuality),
        ("labels", Stance),
        ("labels", ConditionalKind),
        ("status", Support),
        ("status", Contest),
        ("status", set(Relation) - {Relation.UNRELATED}),
        ("status", [f"R{n}" for n in range(1, 15)]),
        ("drift", DIMENSION),
        ("drift", Direction),
    ],
)
def test_closed_sets_are_documented(page, words):
    """Every value of a closed set stands on its page."""
    text = _read(REFERENCE / f"{page}.md")
    missing = [str(w) for w in words if f"`{w}`" not in text and f"| {w} |" not in text]
    assert not missing


def test_readme_has_every_label():
    """The table of the README names all labels."""
    assert not [x for x in Label if f"| `{x}` |" not in _read(ROOT / "README.md")]


def test_issue_codes_are_documented_and_real():
    """The page of issue codes names those in the code, and no other."""
    used = {"empty"}
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(_read(path))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                used.add(node.value)
    assert set(re.findall(r"^\| `([^`]+)` \|", _read(REFERENCE / "issues.md"), re.MULTILINE)) == used


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_pages_are_linked_short_and_portable(path):
    """Relative links resolve, no page is over 500 lines, none names a place of one machine."""
    text = _read(path)
    assert len(text.splitlines()) <= 500
    assert not re.search(r"(?<![\w.])/(work|home|root|Users|tmp)/", text)
    for target in LINK.findall(FENCE.sub("", text)):
        if not target.startswith(("https://", "#")):
            assert (path.parent / target.partition("#")[0]).exists(), target


def test_console_blocks_name_commands_that_exist():
    """Whatever a page types after ``$ ouidire`` is a command."""
    known = get_command(app).list_commands(None)
    for path in PAGES:
        for kind, body in FENCE.findall(_read(path)):
            if kind == "console":
                for name in re.findall(r"^\$ (?:[^\n]*\| )?ouidire (\w+)", body, re.MULTILINE):
                    assert name in known, (path, name)


@pytest.fixture(scope="module")
def toured(tmp_path_factory, story_path):
    """A folder for each page with what its commands need, and the story's ledger to save reading it again."""
    made = {}
    for page in docs_tour.PAGES:
        folder = made[page] = tmp_path_factory.mktemp("tour")
        docs_tour.put_files(page, folder)
        shutil.copy(story_path, folder / "ouidire.db")
        shutil.copytree(f"{story_path}.objects", folder / "ouidire.db.objects")
    return made


@pytest.mark.parametrize(("page", "command"), TOUR)
def test_tour_commands_run(page, command, toured, monkeypatch):
    """What the pages show still runs; what it prints depends on language models and is not compared."""
    monkeypatch.chdir(toured[page])
    monkeypatch.delenv("OUIDIRE_LEDGER", raising=False)
    run = CliRunner().invoke
    whole = docs_tour.named(command, lambda: run(app, ["claims", "--all", "-f", "json"]).stdout)
    typed, found, rest = whole.partition(" | ouidire ")
    given = shlex.split(typed)[1] + "\n" if found else None
    words = shlex.split((rest if found else whole.removeprefix("ouidire ")).partition(" | head")[0])
    result = run(app, words, input=given)
    assert result.exit_code == 0, (words, result.output, result.exception)
    assert result.stdout.strip()


@pytest.mark.parametrize("page", PYTHON)
def test_python_blocks_run(page, tmp_path, monkeypatch):
    """Each fenced Python block runs by itself."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text("The bridge is closed, police said.\n", encoding="utf-8")
    for kind, body in FENCE.findall(_read(ROOT / page)):
        if kind == "python":
            exec(compile(body, page, "exec"), {"__name__": "page"})
