"""French forms of speech that set posts below the position or beside it, over the words and letters of a sentence.

Words stand without accents; "de" before a letter is any of "du", "de la", "des", and "a" any of "au", "à la", "aux".
"""

from __future__ import annotations

import re
from typing import Final

from orgraph.extract._chunks import OWN, POSTS, SUPERIOR, WITH_OWN

_NUMBER = r"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|[0-9]{1,2})(?:\s\(\s[0-9]{1,2}\s\))?"
_COUNT = rf"(?:(?:les\s|ces\s)?{_NUMBER}\s|les\s|ces\s)?"
_OF_LINE = (
    r"(?:\s(?:directe?s?|immediate?s?|hierarchiques?|subordonnee?s?|superviseurs|supervisee?s?|suivante?s?|relevant))"
)
_NOUN = (
    r"(?:postes?|subordonnee?s?|subalternes|employee?s?|titulaires|directeurs|directrices|gestionnaires|chefs|cadres|superviseurs"
    rf"|responsables|conseillers|membres|personnes|unites|equipes|rapports){_OF_LINE}{{0,3}}"
)
_NAMELY = r"(?:soit|a\ssavoir|notamment)"
_SOME = rf"(?:{_COUNT}{_NOUN}\s?(?:,\s(?:{_NAMELY}\s)?|:\s|\s)|{_NAMELY}\s)?"
_ADVERB = r"(?:(?:aussi|egalement|directement|tous|toutes|chacune?|hierarchiquement|actuellement)\s)*"
_ALSO = r"(?:aussi|egalement)\s"
_LED = r"(?:supervise|dirige|gere|encadre|chapeaute)"
_LINE = r"(?:\s(?:immediate|directe|generale|hierarchique))?"
_UNDER = rf"sous\s(?:la\s(?:direction|supervision|responsabilite|gouverne)|l'\sautorite){_LINE}\sde"
_VERB_UP = (
    r"(?:releve(?:nt)?|relevant|rend(?:ent)?\scompte|rendant\scompte|se\srapporte(?:nt)?"
    r"|(?:est|sont)\s(?:comptables?|subordonnee?s?))"
)
_UP = rf"{_ADVERB}(?:{_VERB_UP}\s{_ADVERB}(?:de|a)|(?:(?:est|sont|travaille|travaillent)\s)?(?:placee?s?\s)?{_UNDER})"
_BELOW = rf"(?:{_UP}|(?:est|sont)\s{_ADVERB}{_LED}e?s?\s{_ADVERB}par)"
_DOWN = (
    rf"{_ADVERB}(?:{_LED}(?:\s{_ADVERB}(?:le\stravail|les\stravaux|les\sactivites)\sde)?"
    r"|est\s(?:directement\s)?(?:appuye|seconde|assiste|aide|epaule|soutenu)e?\s(?:dans\s[^.;:,\ue000-\ue003]{2,40}\s)?par"
    r"|a\ssous\s(?:sa\s(?:responsabilite|direction|supervision|gouverne)|ses\sordres|son\sautorite)|a\sla\sresponsabilite\sde"
    rf"|exerce\s(?:une|son|l'|un)\s?(?:autorite|controle)(?:\s[a-z]+)?\ssur|est\s(?:le\s|la\s)?superieure?{_OF_LINE}?\sde"
    r"|est\s(?:directement\s)?(?:responsable|chargee?)\sde\sla\s(?:supervision|gestion|direction)\sde"
    rf"|assure\sla\s(?:supervision|gestion|direction)\sde)(?:\s(?:aussi|egalement|directement))?"
)
_HAS = rf"(?:compte|a|possede|regroupe|dispose\sde){_ADVERB}"
_LIKE = r"ainsi\sque|de\smeme\sque|(?:tout\s)?comme|au\smeme\stitre\sque|a\sl'\sinstar\sde"
_WITH = rf"(?:(?:conjointement\s)?avec|{_LIKE}|en\splus\sde)"
_BE = (
    r"(?:(?:(?:y\s)?sont|est|comprennent|comprend|incluent|inclut|se\strouvent|se\ssituent|figurent|travaillent)"
    r"(?:\sles\ssuivante?s?)?(?:\s:)?|:)"
)
_THERE = r"(?:(?:parmi|il\sy\sa|on\scompte|on\strouve)\s)?"
_WHERE = r"(?:\s(?:a|au|aux|de|du|des|dans|en|au\ssein)\s[^.;:,\ue000-\ue003]{2,60})?"
_FIRST = r"(?:(?:au\ssein|a|dans|en|pour)\s[^.;:,\ue000-\ue003]{2,60},\s)?"
_LEVEL = (
    r"(?:(?:au|de|du|a\sun)\smeme\s(?:niveau|rang|echelon)|a\sce\sniveau)"
    r"(?:\s(?:hierarchique|organisationnel|de\sgestion))?"
)
_GRADE = r"[a-z]{2}-[0-9]{1,2}"
_PEER = rf"(?:autres\s(?:{_GRADE}\s)?{_NOUN}|autres|pairs|collegues|homologues)"
_PEERS = rf"{_PEER}(?:\s(?:{_GRADE}|immediats|directs))?"
_END = r"\s?(?:[.;,(].*)?"
_ANY = f"[{POSTS}{WITH_OWN}]"
_LIST = rf"{_SOME}(?:de\s)?(?P<posts>{POSTS}){_END}"
_LIST_OF_ANY = rf"{_SOME}(?:de\s)?(?P<posts>{_ANY}){_END}"
_BESIDES = rf"(?:outre|en\splus\sde|mis\sa\spart|a\spart|hormis)\s{OWN}\s?,"

# Posts below the position: `posts` is the letter of their list.
REPORTS: Final = tuple(
    re.compile(form)
    for form in (
        rf"{_FIRST}{_SOME}(?P<posts>{POSTS})\s?,?\s{_BELOW}\s{OWN}{_END}",
        rf"{_THERE}(?:{_COUNT}{_NOUN}|ceux|celles)\s(?:qui\s)?{_BELOW}\s{OWN}\s?,?\s?(?:{_BE}|{_NAMELY})\s{_LIST}",
        rf"{_FIRST}(?:{_BELOW}|relevent\s{_ADVERB}de)\s{OWN}\s?,?\s(?:{_BE}\s)?{_LIST}",
        rf"{_FIRST}(?:{OWN}\s?,?\s)?{_DOWN}\s{_LIST}",
        rf"{_FIRST}{OWN}\s?,\spar\sl'\s(?:entremise|intermediaire)\sde\s(?P<posts>{POSTS})\s?,.*",
        rf"{_FIRST}{OWN}\s{_DOWN}\s[^.;:\ue000-\ue003]{{2,60}}\spar\sl'\s(?:entremise|intermediaire)\s{_LIST}",
        rf"{_FIRST}(?:{OWN}\s)?{_HAS}\s{_COUNT}{_NOUN}\s?[,:]\s(?:{_NAMELY}\s)?{_LIST}",
        rf"(?:les\s)?(?:subordonnee?s|subalternes|employee?s){_OF_LINE}{{0,2}}\sde\s{OWN}\s{_BE}\s{_LIST}",
        rf"(?:{_NOUN}|{_LED}|personnel\ssupervise|equipe)\s:\s(?P<posts>{POSTS}){_END}",
        rf"l'\sequipe\sde\s(?:direction|gestion)\s(?:se\scompose\sde|est\s(?:composee|formee|constituee)\sde|comprend|compte)\s{_LIST}",
        rf"{_FIRST}(?:la|le|l')\s[a-z]+\s(?:comprend|compte|se\scompose\sde|regroupe)\s{_NUMBER}\s[a-z]+\s?,\s(?:chacune?\s)?(?:dirige|gere|mene)e?s?(?:\srespectivement)?\spar\s(?P<posts>{POSTS}){_END}",
        rf"nombre\sde\s{_NOUN}\s:\s[0-9]{{1,3}}\s\(\s(?P<posts>{POSTS})\s\){_END}",
        rf"{_FIRST}(?P<posts>{POSTS})\s{_UP}\s{OWN}\s?,\s{_WITH}\s{POSTS}{_END}",
        rf"{_FIRST}{POSTS}\s{_UP}\s{OWN}\s?,\s{_WITH}\s(?P<posts>{POSTS}){_END}",
    )
)
# Posts beside the position.
BESIDE: Final = tuple(
    re.compile(form)
    for form in (
        rf"{_FIRST}{OWN}\s{_UP}\s{SUPERIOR}\s?,?\s{_WITH}\s{_LIST_OF_ANY}",
        rf"{_FIRST}{OWN}\s?,?\s{_WITH}\s(?P<posts>{_ANY})\s?,?\s{_UP}\s{SUPERIOR}{_END}",
        rf"relevant\s{_ADVERB}de\s{SUPERIOR}\s?,?\s{_WITH}\s(?P<posts>{WITH_OWN})(?:\s[a-z].*)?",
        rf"{_FIRST}{OWN}\s{_VERB_UP}\s?,\s{_WITH}\s(?P<posts>{_ANY})\s?,\s(?:de|a)\s{SUPERIOR}{_END}",
        rf"{_FIRST}{_SOME}(?P<posts>{_ANY})\s?,?\s{_UP}\s{SUPERIOR}{_END}",
        rf"{_FIRST}relevent\s{_ADVERB}de\s{SUPERIOR}\s?,?\s(?:{_BE}\s)?{_LIST_OF_ANY}",
        rf"{_FIRST}{SUPERIOR}\s{_DOWN}\s{_SOME}(?P<posts>{WITH_OWN}){_END}",
        rf"{_FIRST}{SUPERIOR}\s{_HAS}\s{_COUNT}{_NOUN}\s?[,:]\s(?P<posts>{WITH_OWN}){_END}",
        rf"{_FIRST}(?:{OWN}\s{_UP}\s{SUPERIOR}\s?,\squi|{SUPERIOR})\s(?:{_LED}\s{_ALSO}|{_ALSO}{_DOWN}\s){_LIST_OF_ANY}",
        rf"(?:{_LIKE}|outre)\s(?P<posts>{WITH_OWN})\s?,?\s{_UP}\s{SUPERIOR}{_END}",
        rf"{_BESIDES}\s{SUPERIOR}\s{_DOWN}\s{_LIST_OF_ANY}",
        rf"{_BESIDES}\s{_SOME}(?P<posts>{_ANY})\s{_UP}\s{SUPERIOR}{_END}",
        rf"{_FIRST}{_COUNT}{_PEERS}(?:\s{_LEVEL})?\sde\s(?:{SUPERIOR}|{OWN})(?:\s{_LEVEL})?{_WHERE}\s{_BE}\s{_LIST_OF_ANY}",
        rf"{_FIRST}{_THERE}{_COUNT}(?:{_PEERS}|{_NOUN}\s{_LEVEL})(?:\s(?:qui\s)?{_UP}\s{SUPERIOR})?(?:\s(?:(?:se\s(?:situent|trouvent)|sont)\s)?{_LEVEL})?{_WHERE}\s{_BE}\s{_LIST_OF_ANY}",
        rf"{_FIRST}{_THERE}{_COUNT}{_NOUN}\s(?:qui\s)?{_UP}\s{SUPERIOR}\s?,?\s{_BE}\s{_LIST_OF_ANY}",
        rf"{_FIRST}(?:{OWN}\s)?{_HAS}\s{_COUNT}{_PEERS}{_WHERE}\s?[,:]\s(?:{_NAMELY}\s)?{_LIST_OF_ANY}",
        rf"(?:on\strouve\s)?{_LEVEL}{_WHERE}\s(?:{_BE}\s)?{_LIST_OF_ANY}",
        rf"{_FIRST}{OWN}\s(?:est|se\ssitue|se\strouve)\s{_LEVEL}\sque\s(?P<posts>{_ANY}){_END}",
        rf"{_FIRST}(?P<posts>{_ANY})\ssont\sles\s(?:pairs|collegues|homologues)\sde\s{OWN}{_END}",
        rf"{_FIRST}{SUPERIOR}\s?,\sdont\sreleve\s{OWN}\s?,\s{_HAS}\s{_COUNT}autres\s{_NOUN}\s?[,:]\s(?P<posts>{_ANY}){_END}",
        rf"{_FIRST}{OWN}\s(?:fait\spartie|est\smembre)\sde\sl'\sequipe\sde\s(?:direction|gestion)\sde\s{SUPERIOR}\s?,\s{_WITH}\s(?P<posts>{_ANY}){_END}",
    )
)
