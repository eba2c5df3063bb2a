"""English parses come out in Universal Dependencies."""

import pytest

CASES = [
    ("The bridge was destroyed by the army.", {
        "bridge": ("nsubj:pass", "destroyed"), "was": ("aux:pass", "destroyed"),
        "by": ("case", "army"), "army": ("obl:agent", "destroyed")}),
    ("He is a doctor in Oslo.", {
        "He": ("nsubj", "doctor"), "is": ("cop", "doctor"), "doctor": ("root", "doctor"),
        "in": ("case", "Oslo"), "Oslo": ("nmod", "doctor")}),
    ("Officials said the mayor was not happy.", {
        "happy": ("ccomp", "said"), "mayor": ("nsubj", "happy"), "was": ("cop", "happy"),
        "not": ("advmod", "happy")}),
    ("The ship is in the port.", {
        "ship": ("nsubj", "port"), "is": ("cop", "port"), "port": ("root", "port")}),
    ("There were ten soldiers in the town.", {
        "There": ("expl", "were"), "soldiers": ("nsubj", "were"), "were": ("root", "were")}),
    ("He gave them two boats.", {"them": ("iobj", "gave"), "boats": ("obj", "gave")}),
    ("The men who fled were found.", {
        "fled": ("acl:relcl", "men"), "men": ("nsubj:pass", "found")}),
    ("He is accused of hiding the report.", {
        "of": ("mark", "hiding"), "hiding": ("advcl", "accused"), "report": ("obj", "hiding")}),
    ("The risk of losing the town was known.", {
        "of": ("mark", "losing"), "losing": ("acl", "risk")}),
    ("It left because of the storm.", {
        "because": ("case", "storm"), "of": ("fixed", "because"), "storm": ("obl", "left")}),
    ("According to the minister, nobody died.", {
        "According": ("case", "minister"), "to": ("fixed", "According"), "minister": ("obl", "died")}),
    ("The mayor's house fell.", {"mayor": ("nmod:poss", "house"), "'s": ("case", "mayor")}),
    ("He set up a camp.", {"up": ("compound:prt", "set"), "camp": ("obj", "set")}),
    ("Police found guns, drugs and money.", {
        "drugs": ("conj", "guns"), "money": ("conj", "guns"), "and": ("cc", "money")}),
    ("They were asked to leave.", {"to": ("mark", "leave"), "leave": ("xcomp", "asked")}),
    ("He drove from Lyon to Nice.", {"Lyon": ("obl", "drove"), "Nice": ("obl", "drove")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_relations(arcs, text, expected):
    """Function words hang on content words, under their UD names."""
    found = arcs("en", text)

    assert {word: found[word] for word in expected} == expected


def test_negation_has_polarity(analyse):
    """*not* and its short form carry the feature."""
    tokens = analyse("en", "It isn't true and it was not said.").tokens

    assert [t.text for t in tokens if t.feats.get("Polarity") == "Neg"] == ["n't", "not"]


def test_compound_preposition_keeps_its_form_as_lemma(analyse):
    """*According* is looked up under its own form."""
    assert analyse("en", "According to him, it fell.").tokens[0].lemma == "according"


def test_no_label_of_the_parser_survives(analyse):
    """Nothing but UD relations leaves the pack."""
    text = (
        "What the ministry, which nobody trusts, said about hiding it was hardly news to us; in and around the "
        "town, from ten to twenty people told them that it had been kept quiet, made worse, and dropped."
    )
    old = {
        "ROOT",
        "dobj",
        "pobj",
        "prep",
        "agent",
        "attr",
        "acomp",
        "auxpass",
        "nsubjpass",
        "relcl",
        "neg",
        "poss",
    }

    assert {t.deprel for t in analyse("en", text).tokens} & old == set()
