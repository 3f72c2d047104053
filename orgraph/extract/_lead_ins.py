"""The patterns of words that lead in a list of reports, English and French, with the cues that each holds."""

from __future__ import annotations

import re

from orgraph.extract._lexicon import loose
from orgraph.extract._numbers import AGAIN, NUMBER, WORD
from orgraph.extract._peers import DU, RELEVE, UNDER

_POSITIONS = (
    r"(?:positions?|posts?|executives?|managers?|staff|personnel|employees|teams?|units?|directors?|subordinates?|roles?|divisions?"
    r"|(?<!working )groups|sections?|directorates|branches|organi[sz]ation|those)"
)
# What a post is to the one above it; "under the supervision of" and its like, too.
_ANSWERS = r"(?:answer(?:able|ing)?|accountable|subordinate)\s+(?:\w+ly\s+)?to"
_IS_UNDER = (
    r"(?:reports?\s+(?:\w+ly\s+)?to|(?:(?:is|are)\s+)?(?:\w+ly\s+)?(?:"
    rf"{_ANSWERS}|(?:supervised|managed|overseen)\s+by"
    r"|(?:(?:come|work|fall)s?\s+)?under(?:\s+the\s+(?:\w+\s+){0,2}(?:supervision|authority|direction|responsibility)\s+of)?))"
)
REPORTING = re.compile(
    rf"(?P<also>\b[Aa]lso\s+)?\b(?:(?:directly\s+)?reporting\s+(?:directly\s+)?to|{_ANSWERS})\s+(?P<boss>(?:the\s+|this\s+)?)",
    re.I,
)
FOLLOWING = re.compile(
    r"\bThe\s+following\s+(?P<what>[\w\s,()-]{0,60}?)\s*(?:,\s+[^.,:;\n]{3,120},\s+)?\b"
    rf"{_IS_UNDER}\s+(?P<boss>(?:the\s+)?)",
    re.I,
)
DIRECT = re.compile(
    rf"(?<!\bother )\b(?P<what>(?:(?:{WORD}|{NUMBER})[ \t]+(?:{AGAIN}\s+)?)?)"
    r"(?:(?:Direct|Line)\s+reports|(?:Direct\s+)?Reporting\s+positions"
    r"|Positions\s+supervised"
    r"|(?:Positions|Posts|Staff|Employees)\s+(?:directly\s+supervised|reporting\s+directly|supervised\s+directly)"
    r"|(?:Immediate\s+|Direct\s+)?Subordinates|Subordinate\s+positions"
    r"|(?:Subordonn[ée ]{1,2}s|Subalternes)(?:\s+(?:directs|imm[ée ]diats))?)"
    rf"(?:\s+(?:to|of)\s+(?P<boss>(?:the\s+|this\s+)?[\w ,/&-]{{2,60}}?))?"
    rf"(?:\s*\((?P<many>{WORD}|{NUMBER})\))?\s*(?:\b(?:are"
    r"|is|include|sont)\b\s*(?:the\s+following|as\s+follows)?\s*:?|[*_]{0,2}:[*_]{0,2}|-\s(?=[A-Z])|[*_ \t]*"
    r"(?=\n\s*(?:[*+-]\s|\||\d{1,2}[.)]\s))|[*_ \t]*(?P<below>\n)(?=[A-Z\d][^\n.:]{3,200}(?:\n|$)))",
    re.I,
)
# A field of a form that tells how many, and lists none.
SUPERVISED = re.compile(
    r"\b(?:Number|No\.?)\s+of\s+(?:employees|staff|positions|people|persons)\s+(?:directly\s+supervised"
    r"|supervised\s+directly|(?:directly\s+)?reporting\s+(?:directly\s+)?to\s+this\s+(?:position|post|role))"
    rf"\s*[:|?][ \t*_|]{{0,6}}(?P<what>{WORD}|{NUMBER})(?=[ \t]*(?:\n|$|[|.;]))",
    re.I,
)
OWNER = re.compile(r"(?:^|[.\n]\s*)(?:The\s+)?(?P<owner>[A-Z][\w ,&-]{1,80})'s\s+$")
HAS = re.compile(
    rf"(?<!\bwho )\b(?:has|have|leads|manages|supervises|oversees|is\s+responsible\s+for)\s+"
    rf"(?:a\s+staff\s+of\s+\w{{1,12}}\s+and\s+)?(?!no\s)(?P<what>(?:a\s+total\s+of\s+)?[\w()-]{{1,16}}"
    rf"(?:\s+{AGAIN})?\s+(?:[\w]+\s+){{0,2}}?)(?:direct(?:\s+and\s+[\w-]{{1,14}}\s+indirect)?\s+reports?\b|{_POSITIONS}\s+reporting\s+"
    rf"(?:directly\s+)?to\s+(?:it|him|her|(?P<boss>the\s+\w+)))\s*[:.,]?",
    re.I,
)
# Between the number of units and their list: "four divisions, each of them headed by a Director:".
_EACH_LED = (
    r"(?:,?\s+(?:each|all|every\s+one)\s+(?:of\s+(?:them|which)\s+)?(?:led|headed|managed|run)\s+by\s+[^.:;\n]{2,50}?)?"
)
# "The Director supervises five managers: ..."
MANAGES = re.compile(
    r"(?<!\bwho )\b(?:(?:supervis|manag|lead|overse|direct)e?s?|is\s+(?:directly\s+)?(?:supported|assisted)\s+by)\s+"
    r"(?:directly\s+)?(?:the\s+following\s+|an?\s+(?:\w+\s+)?team\s+of\s+)?"
    rf"(?P<what>(?:{WORD}|{NUMBER})\s+(?:{AGAIN}\s+)?(?:(?:[a-z]+|[A-Z]{{2,3}}-?\d{{1,2}})\s+){{0,2}}"
    rf"(?:{_POSITIONS}|people))(?:,?\s+as\s+follows)?{_EACH_LED}\s?(?=:)",
    re.I,
)
# "The Director has three teams, each with a lead of its own: ..."
HAS_UNITS = re.compile(
    rf"(?<!\bwho )\b(?:has|have|compte|a)\s+(?P<what>(?:{WORD}|{NUMBER})\s+(?:{AGAIN}\s+)?(?:[a-z]+\s+){{0,2}}"
    rf"(?:teams|units|sections|divisions|directorates|groups|{loose('équipes')}|{loose('unités')}|directions))"
    r"(?:,\s+[^.:;\n]{3,60})?\s?(?=:)"
)
MANAGES_THESE = re.compile(
    r"(?<!\bwho )\b(?:(?:supervis|manag|lead|overse|direct)e?s?|is\s+(?:supported|assisted)\s+by|is\s+responsible\s+for"
    r"|ha(?:s|ve)(?=\s+the\s+following\s+(?:[a-z]+\s+){0,2}(?:staff|personnel|employees|managers|directors|subordinates|teams|people)\b)"
    r"|is\s+accountable\s+for\s+the\s+supervision\s+of|has\s+(?:direct\s+)?(?:supervision\s+of|line\s+authority\s+over))\s+"
    r"the\s+following\s+"
    rf"(?P<what>(?:[a-z]+\s+){{0,2}}(?:{_POSITIONS}|people))\s?(?=:)",
    re.I,
)
# "Under the responsibility of the Director are:", "The following posts are under the supervision of the Director:".
BELOW = re.compile(
    rf"\b(?P<what>(?:(?:The\s+following|{WORD}|{NUMBER})\s+(?:[a-z]+\s+){{0,3}}?{_POSITIONS}\s+(?:(?:are|come|fall|work)\s+)?)?)"
    r"(?:(?:placed\s+)?under(?:\s+the\s+(?:direct\s+|immediate\s+)?(?:responsibility|supervision|authority|direction|leadership"
    r"|management)\s+of)?|supervised\s+(?:directly\s+)?by)\s+(?P<boss>(?:the\s+|this\s+)(?=\w))",
    re.I,
)
HAS_UNDER = re.compile(
    r"(?<!\bwho )\bha(?:s|ve)\s+under\s+(?:his/her|his\s+or\s+her|his|her|its|their)\s+(?:direct\s+|immediate\s+)?"
    r"(?:supervision|authority|responsibility|direction|leadership|management)"
    rf"(?P<what>(?:\s+(?:the\s+following|{WORD}|{NUMBER})(?:\s+[a-z]+){{0,2}}?\s+{_POSITIONS})?)\s?(?=:)"
)
# "The Director supervises:", "The Director's team consists of:", "The Division is composed of:"; any list may follow.
SUPERVISES = re.compile(
    r"(?<!\bwho )\b(?:(?:directly\s+)?(?:supervises|line[- ]manages)(?:\s+directly)?"
    r"|is\s+(?:directly\s+)?(?:support|assist)ed\s+by"
    r"|exercises\s+(?:\w+\s+){0,2}(?:authority|supervision)\s+over)(?P<what>)\s?(?=:)"
)
_MADE_OF = (
    r"(?:is\s+(?:(?:currently|now)\s+)?(?:(?:composed|comprised|made\s+up)\s+of|(?:organi[sz]ed|divided|structured|split)\s+(?:into|in|around))"
    r"|consists\s+of|comprises|includes"
    r"|(?:has|counts|is)\s[^.:;\n]{0,60}?\b(?:organi[sz]ed|divided|distributed|structured|broken\s+down)\s+as\s+follows)"
)
_MADE_OF_CUES = (
    " compos",
    " compris",
    " made up",
    " consists",
    " includes",
    "ized ",
    "ised ",
    "ided in",
    "split in",
    "tured ",
    "as follows",
)
OWN_TEAM = re.compile(
    r"(?:'s\s+(?:[a-z]+\s+){0,2}(?:team|staff|group|office|organi[sz]ation|portfolio)"
    rf"|\b[Tt]he\s+(?:[a-z]+\s+){{0,2}}team\s+of\s+(?P<boss>the\s+[^.:;\n]{{2,60}}?))\s+{_MADE_OF}"
    rf"(?P<what>(?:\s+(?:{WORD}|{NUMBER}|the\s+following)\s+(?:[a-z]+\s+){{0,2}}{_POSITIONS})?){_EACH_LED}\s?(?=:)"
)
OWN_UNIT = re.compile(
    rf"\bThe\s+(?P<unit>[A-Za-z]{{3,14}}(?:\s[a-z]{{3,14}})?)\s+{_MADE_OF}\s?(?P<what>(?:(?:{WORD}|{NUMBER})\s+|the\s+following\s+)?"
    rf"(?:[a-z]+\s+){{0,2}}{_POSITIONS})?{_EACH_LED}\s?(?=:)"
)
AS_REPORTS = re.compile(
    r"(?<!\bwho )\bhas\s+(?P<what>)[^.:;\n]{3,120}?\s+as\s+(?:its\s+)?direct\s+reports\s*[:.]", re.I
)
# "Positions reporting to the Director include", "Four managers report to the Director:".
PLURAL = re.compile(
    rf"\b(?P<what>(?:(?:{WORD}|{NUMBER})\s+(?:[a-z]+\s+){{0,2}}?{_POSITIONS}\s+and\s+(?={WORD}|{NUMBER}))?"
    rf"(?:(?:{WORD}|{NUMBER})\s+(?:{AGAIN}\s+)?)?(?:[a-z]+\s+){{0,2}}?{_POSITIONS})\s+"
    rf"(?:(?:directly\s+)?reporting\s+(?:directly\s+)?to|(?:(?:that|who|which)\s+)?{_IS_UNDER})\s+(?P<boss>(?:the\s+|this\s+)?)",
    re.I,
)
FUNCTIONS = re.compile(
    rf"\b(?:functions|duties|responsibilities|roles)\s+of\s+(?:the\s+)?(?P<what>"
    rf"(?:(?:{WORD}|{NUMBER})\s+(?:{AGAIN}\s+)?)?(?:\w+\s+){{0,4}}?{_POSITIONS})\s+reporting\s+(?:\w+ly\s+)?to\s+(?P<boss>(?:the\s+)?)",
    re.I,
)
FRENCH = re.compile(
    r"\b(?P<what>(?:(?:(?:Voici\s+|Ci-(?:dessous|apr[èe ]s)\s+)?les|Ces|Des|Postes?|Titulaires?"
    rf"|{WORD}|\d{{1,2}})\s+[^.;:\n]{{0,90}}?|))\b{RELEVE}\s+(?:directement\s+)?(?P<boss>{DU})",
    re.I,
)
_FR_NOUNS = r"(?:[\w'-]+\s+){1,5}?"
# "Les postes suivants sont placés sous l'autorité du directeur :"
PLACED = re.compile(
    rf"\b(?P<what>(?:(?:Les|{WORD}|\d{{1,2}})\s+[^.;:\n]{{0,90}}?|))\b(?:sont\s+)?(?:plac[ée ]{{1,2}}e?s\s+)?"
    rf"{UNDER}\s+(?P<boss>{DU})",
    re.I,
)
# "Le directeur dirige les gestionnaires suivants :", "encadre quatre chefs :"
MANAGES_FR = re.compile(
    r"\b(?:(?:supervise|dirige|encadre|g[èe ]re)\s+(?:directement\s+)?"
    r"|exerce\s+(?:son|une|l')\s?autorit[ée ]?\s+(?:\w+\s+){0,2}sur\s+"
    r"|a\s+sous\s+(?:sa|son)\s+(?:autorit[ée ]?|responsabilit[ée ]?|direction|gouverne)\s+(?:\w+\s+)?)"
    rf"(?P<what>(?:les\s+(?:(?:{WORD}|\d{{1,2}})\s+)?{_FR_NOUNS}suivante?s|(?:{WORD}|\d{{1,2}})\s+{_FR_NOUNS}))\s?(?=:)",
    re.I,
)
# "Le nombre de chefs qui relèvent du directeur varie de 3 à 5 :"
VARIES = re.compile(
    rf"\bLe\s+nombre\s+(?:de|des|d')\s?[^.;:\n]{{2,60}}?{RELEVE}\s+(?:directement\s+)?{DU}(?P<who>[^.;:\n]{{2,60}}?)\s+varie\s+"
    rf"(?:de|entre)\s+(?P<what>(?:{WORD}|{NUMBER})\s+(?:à|a|et)\s+(?:{WORD}|{NUMBER}))"
)
FUNCTIONALLY = re.compile(r"[^.:;\n]{0,120}?\b(?:sur\s+le\s+plan\s+fonctionnel|fonctionnellement)\b", re.I)
_COMPOSED = re.compile(
    r"\b(?:supervises?|leads?|manages?|encadre|dirige)\s+(?P<what>)[^.:;\n]{0,80}?"
    r"\b(?:composed\s+of|consisting\s+of|made\s+up\s+of|compos[ée ]+s?\s+de|soit|dont|comprenant|y\s+compris)\s?(?=:)"
)
_OFFICE_OF = re.compile(
    r"\b(?:supervises?|leads?|manages?|directs?|heads?|oversees?)\s+an?\s+(?:[a-z-]+\s+){0,2}"
    r"(?:office|team|unit|staff|group|section|department|division)\s+of\s+"
    rf"(?P<what>)(?:{WORD}|{NUMBER})(?:\s+(?:people|employees|staff|FTEs?))?\s?(?=:)"
)
_THROUGH = re.compile(
    r"\b(?:supervises?|leads?|manages?|directs?)\s+[^.:;\n]{0,80}?\bthrough(?:\s+the\s+following)?"
    rf"(?P<what>(?:\s+(?:{WORD}|{NUMBER})\s+[^.;:\n]{{2,60}}?)?)\s?(?=:)"
)
COUNTS = re.compile(
    rf"\b(?:compte|a|dirige|supervise|encadre)\s+(?P<what>(?:{WORD}|\d{{1,2}})\s+)"
    r"(?:(?:subordonn[ée ]{1,2}s?|subalternes|relevants?)(?:\s+(?:directs?|imm[ée ]diats?)\s*:?|\s*(?=:))"
    r"|(?:[\w'-]+\s+){1,4}?sous\s+(?:son|sa)\s+(?:autorit[ée ]?|responsabilit[ée ]?|direction|gouverne)\s*(?=:))",
    re.I,
)
# How far before its cue a lead-in starts, and how far behind it ends, at most; of some much less is enough.
REACH = (180, 120)
NARROW = {MANAGES: (24, 120), MANAGES_FR: (6, 120), SUPERVISES: (24, 60), PLURAL: (140, 60)}
# Every lead-in holds its cue.
CUED = (
    (("eport", "EPORT"), (REPORTING, FOLLOWING, HAS, AS_REPORTS, FUNCTIONS)),
    (
        (
            "irect report",
            "irect Report",
            "ine report",
            "ine Report",
            "irect\n",
            "IRECT REPORT",
            "ubordinate",
            "UBORD",
            "ubordonn",
            "ubalterne",
        ),
        (DIRECT,),
    ),
    (
        (
            "ositions supervised",
            "ositions Supervised",
            "irectly supervised",
            "supervised directly",
            "eporting directly",
        ),
        (DIRECT,),
    ),
    (
        (
            "nswerable to",
            "nswering to",
            "nswer to",
            "ccountable to",
            "ubordinate to",
            "upervised by",
            "anaged by",
            "nder the",
        ),
        (REPORTING, FOLLOWING, PLURAL),
    ),
    (("mber of", "MBER OF", "o. of"), (SUPERVISED,)),
    (("eport to", "eporting to", "eport directly", "eporting directly", "eport\n", "eporting\n", "EPORT"), (PLURAL,)),
    (
        ("elèv", "elev", "el v", "eléve", "ELEV", "ELÈV", "endent compte", "endent des", "apportent", "ont rapport"),
        (FRENCH, VARIES),
    ),
    (("ubordonn", "ubalterne", "elevant", "ous sa", "ous son"), (COUNTS,)),
    (("ous l",), (PLACED,)),
    (("upervise", "irige", "ncadre", "gère", "gere", "g re", "exerce ", "a sous "), (MANAGES_FR,)),
    (("upervis", "anage", "ead", "verse", "irects", "upported by", "ssisted by"), (MANAGES,)),
    (("eams", "nits", "ections", "ivisions", "irectorates", "roups", "quipes", "irections"), (HAS_UNITS,)),
    (("the following",), (MANAGES_THESE,)),
    (("upervises", "ine manages", "ine-manages", "upported by", "ssisted by", "xercises "), (SUPERVISES,)),
    (_MADE_OF_CUES, (OWN_TEAM, OWN_UNIT)),
    (("ompos", "onsisting", "made up", "soit", "dont", "omprenant", "compris"), (_COMPOSED,)),
    (("ffice of", "eam of", "nit of", "taff of", "roup of", "ection of", "tment of", "vision of"), (_OFFICE_OF,)),
    (("hrough",), (_THROUGH,)),
    (("nder ", "upervised "), (BELOW, HAS_UNDER)),
)
