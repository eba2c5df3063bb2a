"""Types that hang on more than the verb: what is tried, what falls, what is taken, by whom and with what."""

import pytest


@pytest.mark.parametrize(
    ("code", "text", "type_", "polarity"),
    [
        # Who tries, threatens or refuses has not done it; who fails has not either.
        ("en", "The rebels tried to capture the village.", "other.try", "+"),
        ("fr", "Les rebelles ont tenté de prendre le village.", "other.try", "+"),
        ("en", "The rebels threatened to shell the port.", "threat", "+"),
        ("fr", "Les rebelles ont menacé de bombarder le port.", "threat", "+"),
        ("en", "The ports refused to sign the treaty.", "agree.refuse", "+"),
        ("fr", "Les ports ont refusé de signer le traité.", "agree.refuse", "+"),
        ("en", "The rebels failed to capture the village.", "territory.take", "-"),
        ("en", "The rebels began to shell the village.", "attack.artillery", "+"),
        ("fr", "Les rebelles ont commencé à bombarder le village.", "attack.artillery", "+"),
        # What falls: a town, a price, a bomb, a person.
        ("en", "The town fell.", "territory.lose", "+"),
        ("fr", "La ville est tombée.", "territory.lose", "+"),
        ("en", "Prices fell by 5 percent.", "economy.fall", "+"),
        ("en", "Two shells fell on the port.", "attack", "+"),
        ("fr", "Deux obus sont tombés sur le port.", "attack", "+"),
        ("en", "A worker fell from the roof.", "accident", "+"),
        # A verb with an object and without.
        ("en", "The court tried two officers.", "legal.trial", "+"),
        ("en", "Exports dropped.", "economy.fall", "+"),
        # What is taken makes the type.
        ("en", "The rebels captured the village.", "territory.take", "+"),
        ("en", "The rebels captured three soldiers.", "capture", "+"),
        ("en", "The army freed the village.", "territory.retake", "+"),
        ("en", "The army freed the hostages.", "release", "+"),
        ("fr", "Les rebelles ont capturé la base.", "territory.take", "+"),
        ("fr", "Les rebelles ont capturé trois soldats.", "capture", "+"),
        # Who acts, and with what.
        ("en", "Protesters poured into the square.", "protest", "+"),
        ("en", "Police used water cannon.", "protest.disperse", "+"),
        ("fr", "La police a utilisé des canons à eau.", "protest.disperse", "+"),
        ("en", "The army used chlorine.", "attack.chemical", "+"),
        ("en", "Soldiers set up a checkpoint.", "military.construct", "+"),
        # Event nouns under number nouns and passive verbs.
        ("en", "The village was shaken by an earthquake.", "disaster.earthquake", "+"),
        ("fr", "Le village a été secoué par un séisme.", "disaster.earthquake", "+"),
        ("en", "Dozens of arrests were made.", "arrest", "+"),
    ],
)  # fmt: skip
def test_type(say, code, text, type_, polarity):
    """The type, and whether it is so."""
    found = say(code, text)[0]

    assert (found.type, found.polarity) == (type_, polarity)
