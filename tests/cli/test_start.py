"""Starting: help is quick and complete, errors say what, where, and what to do."""

import subprocess
import sys
import time
from importlib import import_module

import pytest

from ouidire.cli.group import COMMANDS

HEAVY = ("spacy", "sqlalchemy", "trafilatura", "numpy", "rich.console", "orjson", "jinja2")


def test_help_names_every_command(run):
    """The table of commands is what is shown."""
    said = run("--help").out

    assert all(f"  {name} " in said for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_an_example(run, name):
    """Help says what the table says, and shows one way to call it."""
    said = " ".join(run(name, "--help").out.split())
    doc = import_module(f"ouidire.cli.{name}").command.__doc__

    assert doc.splitlines()[0] == COMMANDS[name]
    assert f"Example: ouidire {name}" in said


def test_help_loads_nothing_heavy():
    """The promise is 0.3 s; what breaks it is an import."""
    code = (
        "import sys; sys.argv = ['ouidire', '--help']\n"
        "from ouidire.cli import main\n"
        "try: main()\n"
        f"except SystemExit: print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    start = time.perf_counter()
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert result.stderr.strip() == "[]"
    assert time.perf_counter() - start < 2  # a loaded machine; 0.1 s alone


def test_importing_the_package_loads_nothing():
    """``import ouidire`` is free; names come when they are used."""
    code = "import sys, ouidire; print([m for m in sys.modules if m.startswith('ouidire')]); ouidire.Claim"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert result.stdout.strip() == "['ouidire']"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["claims", "--ledger", "absent.db"], "no ledger @ absent.db; "),
        (["claims", "--ledger", "postgresql://host/db"], "no ledger of kind 'postgresql'"),
        (["schema", "nothing"], "no such schema @ nothing; "),
    ],
)
def test_errors_say_what_where_and_what_next(words, says, tmp_path):
    """Errors go to standard error, and the exit status is 2."""
    result = subprocess.run(
        [sys.executable, "-m", "ouidire", *words], capture_output=True, text=True, check=False, cwd=tmp_path
    )

    assert result.returncode == 2
    assert result.stderr.startswith(f"ouidire: {says}")
    assert result.stdout == ""


def test_bad_usage_is_two(run):
    """An unknown option or command is bad usage."""
    assert run("claims", "--nonsense").status == 2
    assert run("nonsense").status == 2


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["claims", "--label", "FOO"], "no such label: 'FOO' @ --label; there are: RETRACTED, "),
        (["claims", "--status", "foo"], "no such status: 'foo' @ --status; there are: none, vague, "),
        (["claims", "--language", "xx"], "no such language: 'xx' @ --language; give a tag like fr (packs: "),
        (["add", "a.txt", "--language", "xx"], "no such language: 'xx' @ --language; "),
        (["claims", "--since", "yesterday"], "'yesterday' is no day @ --since; write it as 2026-02-05"),
        (
            ["add", "a.txt", "--published-at", "soon"],
            "'soon' is no date @ --published-at; write 2026-02-05 or ",
        ),
        (["world", "put", "w.toml"], "'put' is not one of 'load' @ VERB; try: ouidire world --help"),
        (["show"], "missing argument 'claim' @ ouidire show; try: ouidire show --help"),
        (["nonsense"], "no such command 'nonsense' @ ouidire; try: ouidire --help"),
    ],
)
def test_bad_usage_says_what_is_allowed(words, says, run, monkeypatch):
    """One line: what, which option, what there is to choose from."""
    monkeypatch.setattr("sys.argv", ["ouidire"])
    ran = run(*words)

    assert ran.status == 2
    assert ran.err.replace("root", "ouidire").startswith(f"ouidire: {says}")
    assert len(ran.err.splitlines()) == 1


def test_closed_sets_are_read_in_any_case(of_story):
    """A label in small letters is the label."""
    small, large = (of_story("claims", "-f", "json", "--label", word).out for word in ("denied", "DENIED"))

    assert small == large != "[]\n"


def test_a_reader_that_goes_away_is_no_error(story_path):
    """``| head`` ends with status 0 and without a word."""
    command = f"{sys.executable} -m ouidire claims --all --ledger {story_path} -f json | head -c 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False
    )

    said = [line for line in done.stderr.splitlines() if not line.startswith("note: ")]
    assert (done.returncode, done.stdout, said) == (0, "[", [])


def test_the_version(run):
    """It is the package's."""
    assert run("--version").out == "ouidire 0.1.0\n"
