"""World files are read, checked and merged; what they say can be asked."""

import json
import pickle

import pytest

from ouidire.errors import WorldError
from ouidire.gazetteer import World, build_world, load_world

HARBOUR = {
    "names": {"HPOL": ["Harn police", "police de Harn", "Odile Marsh"], "HGOV": ["gouvernement de Harn"]},
    "sides": {"HARN": ["HPOL", "HGOV"], "LEMBE": [{"value": "LNAVY", "since": "2024-01-01"}]},
    "opposed": [["HARN", "LEMBE"]],
    "parties": ["HPOL"],
    "interest": [{"event": "own_fault", "speaker_side": "*", "value": "against"}],
    "same_principal": {"HPOL": "HGOV"},
    "outlets": {"La Vigie": {"owner": "Groupe Digue", "kind": "newspaper"}},
    "wires": ["Agence Boréale"],
    "metonyms": {"Port-Harn": "HGOV"},
}


@pytest.fixture
def world(tmp_path):
    """The harbour's world, read from JSON."""
    path = tmp_path / "harbour.json"
    path.write_text(json.dumps(HARBOUR), encoding="utf-8")
    return load_world([path])


def test_names_are_found_whatever_case_accent_or_hyphen(world):
    """A surface name is matched by whole words."""
    assert world.referent_of("POLICE de harn") == "HPOL"
    assert world.surfaces.inside("un porte-parole de la police de Harn") == "HPOL"
    assert world.surfaces.inside("la police de Harnois") is None


def test_metonyms_outlets_and_wires(world):
    """Seats, owners and agencies can be asked for."""
    assert world.metonym("port harn") == "HGOV"
    assert world.outlet("la vigie").owner == "Groupe Digue"
    assert world.is_wire("agence boreale")


def test_sides_follow_the_principal_and_the_day(world):
    """Membership may be dated; who answers to a member is on its side."""
    assert world.sides_of("HPOL") == ("HARN",)
    assert world.sides_of("LNAVY", "2023-12-31") == ()
    assert world.sides_of("LNAVY", "2024-01-01") == ("LEMBE",)
    assert world.are_opposed("LEMBE", "HARN")
    assert world.principal_of("HPOL") == "HGOV"
    assert world.is_party("HPOL")
    assert not world.is_party("HGOV")


def test_rings_of_principals_end():
    """A ring of principals is cut, not followed for ever."""
    world = build_world([("-", {"same_principal": {"A": "B", "B": "A"}})])

    assert world.principals("A") == ("A", "B")


def test_later_files_win(tmp_path, world):
    """Of two entries with one key the later stands, in TOML as in JSON."""
    first, second = tmp_path / "a.json", tmp_path / "b.toml"
    first.write_text(json.dumps(HARBOUR), encoding="utf-8")
    second.write_text('[names]\nHPOL = ["brigade de Harn"]\n', encoding="utf-8")

    merged = load_world([first, second])

    assert merged.referent_of("police de Harn") is None
    assert merged.referent_of("Brigade de Harn") == "HPOL"
    assert merged.sides == world.sides


def test_a_world_survives_its_own_data_and_pickling(world):
    """`as_data` is the file's shape; pools can send a world."""
    assert build_world([("-", world.as_data())]) == world
    assert pickle.loads(pickle.dumps(world)) == world
    assert load_world([]) == World()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"name": {}}', "unknown part 'name'"),
        ('{"names": ["x"]}', "expected a table"),
        ('{"names": {"A": [3]}}', "expected a table"),
        ('{"opposed": [["A"]]}', "two sides"),
        ('{"sides": {"A": [{"value": "B", "since": "soon"}]}}', "not a date"),
        ('{"outlets": {"A": {"boss": "B"}}}', "unknown key 'boss'"),
        ('{"wires": [""]}', "expected a name"),
        ("{", "not TOML or JSON"),
        ("", None),
    ],
)
def test_faults_say_what_and_where(tmp_path, text, says):
    """A broken world file names its fault, its place and the next step; an empty one is empty."""
    path = tmp_path / "w.world"
    path.write_text(text, encoding="utf-8")
    if says is None:
        assert load_world([path]) == World()
        return

    with pytest.raises(WorldError, match=says) as caught:
        load_world([path])

    assert " @ " in str(caught.value)
    assert "; " in str(caught.value)


def test_a_missing_file_is_a_world_error(tmp_path):
    """A path that is not there is reported, not raised as an OSError."""
    with pytest.raises(WorldError, match="cannot read"):
        load_world([tmp_path / "none.toml"])


def test_a_body_answers_to_its_state_unless_told_otherwise():
    """A ministry and its state are one principal; a world file can part them."""
    ministry = "ref:NOR/health ministry"

    assert World().principals(ministry) == (ministry, "NOR")
    assert World().principals("ref:per hansen") == ("ref:per hansen",)
    apart = build_world([("-", {"same_principal": {ministry: "HEALTH"}})])
    assert apart.principal_of(ministry) == "HEALTH"
