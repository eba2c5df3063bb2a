"""Wordings for the invented worlds: how a telling reads in English and French. All ours."""

from __future__ import annotations

__all__ = ["CLAIMS", "FILLERS", "FRAMES", "NUMBERS", "TITLES"]

NUMBERS = {"en": {7: "Seven", 12: "Twelve", 15: "Fifteen"}, "fr": {7: "Sept", 12: "Douze", 15: "Quinze"}}

# {n} the number in words, {p} the place; the second of a pair is the subjunctive French denials need.
CLAIMS = {
    "en": (
        ("{n} people were killed in {p} on 3 May 2031", "{n} people were killed in {p} on 3 May 2031"),
        ("{n} people died in {p} on 3 May 2031", "{n} people died in {p} on 3 May 2031"),
        ("on 3 May 2031 {n} people were killed in {p}", "on 3 May 2031 {n} people were killed in {p}"),
    ),
    "fr": (
        (
            "{n} personnes ont été tuées à {p} le 3 mai 2031",
            "{n} personnes aient été tuées à {p} le 3 mai 2031",
        ),
        ("{n} personnes sont mortes à {p} le 3 mai 2031", "{n} personnes soient mortes à {p} le 3 mai 2031"),
        (
            "le 3 mai 2031, {n} personnes ont été tuées à {p}",
            "{n} personnes aient été tuées à {p} le 3 mai 2031",
        ),
    ),
}

# {c} the claim, {C} with a capital, {d} as a denial needs it, {s} the speaker, {w} who passes it on.
FRAMES = {
    "en": {
        "named": (
            "{C}, {s} said.",
            "{s} said that {c}.",
            "According to {s}, {c}.",
            "{s} told reporters that {c}.",
        ),
        "relayed": (
            "{w}, citing {s}, reported that {c}.",
            "{s} said that {c}, {w} reported.",
            "According to {s}, quoted by {w}, {c}.",
        ),
        "passed_on": ("{w} reported that {c}.", "According to {w}, {c}.", "{C}, {w} reported."),
        "vague": (
            "According to some reports, {c}.",
            "Some sources say that {c}.",
            "According to anonymous sources, {c}.",
        ),
        "own": ("{C}.",),
        "confirmed": ("{s} confirmed that {c}.", "{s} has confirmed that {c}."),
        "denied": ("{s} denied that {d}.", "{s} has denied that {d}."),
        "retracted": ("{s} withdrew the claim that {c}.", "{s} retracted the statement that {c}."),
    },
    "fr": {
        "named": (
            "{C}, a déclaré {s}.",
            "{s} a déclaré que {c}.",
            "Selon {s}, {c}.",
            "{s} a indiqué que {c}.",
        ),
        "relayed": (
            "{w}, citant {s}, rapporte que {c}.",
            "Selon {s}, cité par {w}, {c}.",
            "D’après {s}, cité par {w}, {c}.",
        ),
        "passed_on": ("{w} rapporte que {c}.", "Selon {w}, {c}.", "{C}, rapporte {w}."),
        "vague": (
            "Selon certaines informations, {c}.",
            "Selon des sources anonymes, {c}.",
            "Certaines sources affirment que {c}.",
        ),
        "own": ("{C}.",),
        "confirmed": ("{s} a confirmé que {c}.", "{s} confirme que {c}."),
        "denied": ("{s} a démenti que {d}.", "{s} dément que {d}."),
        "retracted": (
            "{s} est revenu sur sa déclaration selon laquelle {c}.",
            "{s} a retiré l’affirmation selon laquelle {c}.",
        ),
    },
}

TITLES = {
    "en": ("What we know about {p}", "The day in {p}", "Questions after {p}"),
    "fr": ("Ce que l’on sait sur {p}", "La journée à {p}", "Questions après {p}"),
}

# The same sentence in both languages, so that an article can be copied or translated whole.
FILLERS = (
    ("The ferry to Morrow Island stayed in the harbour all day.", "Le ferry pour l’île Morrow est resté au port toute la journée."),
    ("Volunteers from Castle Street brought blankets to the town hall.", "Des bénévoles de la rue Castle ont apporté des couvertures à la mairie."),
    ("The Anker brewery gave its workers the afternoon off.", "La brasserie Anker a donné l’après-midi à ses ouvriers."),
    ("Snow had closed the Tarn pass earlier in the week.", "La neige avait fermé le col du Tarn plus tôt dans la semaine."),
    ("Pupils of the Lindhof school were sent home before noon.", "Les élèves de l’école Lindhof ont été renvoyés chez eux avant midi."),
    ("The organ of Saint Brice will be silent on Sunday.", "L’orgue de Saint-Brice restera muet dimanche."),
    ("Lorries queued for hours at the Vell bridge.", "Des camions ont attendu des heures au pont de Vell."),
    ("The market on Harbour Square opened an hour late.", "Le marché de la place du Port a ouvert avec une heure de retard."),
    ("Fishermen of Cape Orso tied up their boats.", "Les pêcheurs du cap Orso ont amarré leurs bateaux."),
    ("The Merle theatre cancelled its evening show.", "Le théâtre Merle a annulé son spectacle du soir."),
    ("Bakers on Mill Lane worked through the night.", "Les boulangers de la rue du Moulin ont travaillé toute la nuit."),
    ("A choir from Dunmoor sang outside the library.", "Une chorale de Dunmoor a chanté devant la bibliothèque."),
    ("The Osten railway runs on a reduced timetable.", "Le chemin de fer d’Osten circule selon un horaire réduit."),
    ("Wind from Lake Sarr blew dust across the fields.", "Le vent du lac Sarr a soulevé la poussière des champs."),
    ("The mill at Grauben has been idle since winter.", "Le moulin de Grauben est à l’arrêt depuis l’hiver."),
    ("Telephone lines to Port Ness were slow in the evening.", "Les lignes téléphoniques vers Port Ness étaient lentes dans la soirée."),
    ("Two swans from Elder Park crossed the main road.", "Deux cygnes du parc Elder ont traversé la route principale."),
    ("The Corvo bakery gave away its last loaves.", "La boulangerie Corvo a distribué ses derniers pains."),
    ("Farmers near Holm cut the first hay of the year.", "Les agriculteurs près de Holm ont coupé le premier foin de l’année."),
    ("The clock of Saint Odile stopped at dusk.", "L’horloge de Sainte-Odile s’est arrêtée au crépuscule."),
    ("Readers of the Brandt library returned their books.", "Les lecteurs de la bibliothèque Brandt ont rendu leurs livres."),
    ("The Kessel pool opens again in June.", "La piscine Kessel rouvrira en juin."),
    ("Students from Aldmere painted the old gate.", "Des étudiants d’Aldmere ont peint la vieille porte."),
    ("Rain fell on the Varga hills until evening.", "La pluie est tombée sur les collines de Varga jusqu’au soir."),
    ("The Norden museum showed its coins for the first time.", "Le musée Norden a montré ses pièces pour la première fois."),
    ("Cyclists from Rook Hill rode to the coast.", "Des cyclistes de Rook Hill ont roulé jusqu’à la côte."),
    ("The Pell orchestra rehearsed in an empty hall.", "L’orchestre Pell a répété dans une salle vide."),
    ("Gardeners of Queen’s Walk planted roses.", "Les jardiniers de Queen’s Walk ont planté des roses."),
    ("The Stroud hotel keeps its doors open.", "L’hôtel Stroud garde ses portes ouvertes."),
    ("Chess players met in the Linden café.", "Des joueurs d’échecs se sont retrouvés au café Linden."),
    ("The Ravn shipyard launched a small tug.", "Le chantier naval Ravn a mis à l’eau un petit remorqueur."),
    ("Postmen on Birch Road started before dawn.", "Les facteurs de la rue des Bouleaux ont commencé avant l’aube."),
)  # fmt: skip
