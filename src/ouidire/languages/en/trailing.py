"""Two trees the English parser often gets wrong in news, put right on the Universal Dependencies tree."""

from __future__ import annotations

from ouidire.languages.words import Word

__all__ = ["mend"]


def mend(words: list[Word]) -> None:
    """Correct the words of one parsed stretch in place."""
    _free_frame(words)
    for word in words:
        _count_what_follows(words, word)
        _put_outermost(words, word)
        _say_what_was_claimed(words, word)


def _free_frame(words: list[Word]) -> None:
    """Give a sentence that begins with *According to X* its verb back, where the frame was taken for it."""
    if len(words) < 5 or [w.text.lower() for w in words[:2]] != ["according", "to"] or words[0].head:
        return
    source = next((w for w in words[2:] if w.head == 0 and w.deprel == "obl"), None)
    if source is None:
        return
    claimed = [w for w in words if w.head in {0, source.i} and w.i > source.i and _is_clause(words, w)]
    if not claimed:
        return
    verb = claimed[-1]
    verb.head, verb.deprel = verb.i, "root"
    for word in words:
        if word.head == 0 and word.i not in {0, 1}:
            word.head = verb.i
    words[0].head, words[0].deprel, words[0].lemma = source.i, "case", "according"
    words[1].head, words[1].deprel = 0, "fixed"


def _is_clause(words: list[Word], verb: Word) -> bool:
    """Whether a verb has a subject of its own after a comma, and no relative word before it."""
    subject = next((w for w in words if w.head == verb.i and w.deprel.startswith("nsubj")), None)
    if verb.upos not in {"VERB", "AUX"} or subject is None or subject.feats.get("PronType") == "Rel":
        return False
    return any(w.text == "," for w in words[: subject.i]) and subject.lemma not in {"who", "which", "that"}


def _count_what_follows(words: list[Word], number: Word) -> None:
    """Give a number after a date to the noun it counts (*On 3 May 2031 fifteen people*)."""
    if number.upos != "NUM" or number.deprel != "nummod" or number.head >= number.i or not number.i:
        return
    before, following = words[number.i - 1], words[number.i + 1 : number.i + 2]
    if before.upos == "NUM" and following and following[0].upos == "NOUN":
        number.head = following[0].i


def _say_what_was_claimed(words: list[Word], verb: Word) -> None:
    """Hang *that p* on the noun right before it (*withdrew his statement that p*), no adverbial clause."""
    if verb.deprel != "advcl":
        return
    that = next((w for w in words if w.head == verb.i and w.deprel == "mark" and w.lemma == "that"), None)
    if that is None or not that.i:
        return
    noun = words[that.i - 1]
    if noun.upos == "NOUN" and noun.deprel == "obj" and noun.head == verb.head:
        verb.head, verb.deprel = noun.i, "acl"


def _put_outermost(words: list[Word], verb: Word) -> None:
    """Make a cue clause that ends a sentence the head of all before it (*X said that p, Y reported*).

    With an adjunct at the front of p the parser makes *Y reported* the clause that X said, and p
    its content; but what X said is p, and all of that is what Y reported.
    """
    if verb.deprel != "ccomp" or any(w.upos != "PUNCT" for w in words[verb.i + 1 :]):
        return
    matrix = words[verb.head]
    subject = next((w for w in words if w.head == verb.i and w.deprel == "nsubj"), None)
    content = [w for w in words if w.head == verb.i and w.deprel == "ccomp" and matrix.i < w.i < verb.i]
    if subject is None or len(content) != 1 or matrix.deprel != "root" or matrix.i > content[0].i:
        return
    marks = [w for w in words if w.head == content[0].i and w.deprel == "mark"]
    first = min((w.i for w in words if w.head == subject.i), default=subject.i)
    if not marks or words[min(first, subject.i) - 1].text != "," or words[verb.i - 1].head != verb.i:
        return
    content[0].head = matrix.i
    verb.head, verb.deprel = verb.i, "root"
    matrix.head, matrix.deprel = verb.i, "ccomp"
    for word in words:
        if word.head == matrix.i and word.upos == "PUNCT" and word.i > verb.i:
            word.head = verb.i
