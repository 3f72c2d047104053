"""English forms of speech that set posts below the position or beside it, over the words and letters of a sentence."""

from __future__ import annotations

import re
from typing import Final

from orgraph.extract._chunks import OWN, POSTS, SUPERIOR, WITH_OWN

_NUMBER = r"(?:following|one|two|three|four|five|six|seven|eight|nine|ten|several|[0-9]{1,2})(?:\s\([0-9]{1,2}\))?"
_COUNT = rf"(?:(?:the\s|an?\s)?{_NUMBER}\s)?"
_NOUN = (
    r"(?:[a-z-]+\s){0,3}?(?:positions?|posts?|employees|staff|people|subordinates?|(?:direct\s|line\s)?reports|units?|teams?"
    r"|directors|managers|chiefs|heads|executives|supervisors|officers|leaders)"
)
_SOME = rf"(?:{_COUNT}(?:{_NOUN}|{POSTS})\s?(?:,\s(?:namely\s|being\s)?|:\s|\s))?"  # "two managers, "
_ADVERB = r"(?:(?:also|all|each|likewise|directly|both|currently|in\sturn)\s)*"
_UP = (
    rf"{_ADVERB}(?:reports?|reporting|answers?|answering|(?:(?:is|are)\s)?{_ADVERB}(?:answerable|accountable|responsible|subordinate))"
    r"\s(?:directly\s)?to"
)
_UNDER = r"(?:(?:come|work|fall|are|is|comes|works|falls)\s)?(?:placed\s)?under(?:\sthe\s(?:[a-z]+\s){0,2}(?:of|by))?"
_BELOW = rf"(?:{_UP}|{_UNDER}|(?:is|are)\s{_ADVERB}(?:supervised|managed|directed|led)\sby)"
_DOWN = (
    rf"{_ADVERB}(?:supervises?|manages?|leads?|oversees?|heads?|directs?(?:\sthe\s(?:work|activities)\sof)?"
    r"|(?:is|are)\s(?:directly\s)?(?:supported|assisted|seconded)\sby"
    r"|(?:has|have|exercises?|holds?)\s(?:[a-z]+\s){0,2}(?:authority|responsibility|supervision)\s(?:over|for|of)"
    r"|is\s(?:the\s)?(?:[a-z]+\s){0,2}(?:supervisor|superior|manager)\sof"
    r"|is\s(?:[a-z]+\s)?responsible\sfor\sthe\s(?:[a-z]+\s){0,2}(?:supervision|management|direction)\sof)"
)
_WITH = r"(?:alongside|along\swith|together\swith|jointly\swith|as\sdo(?:es)?|with|and|in\saddition\sto|as\swell\sas)"
_BE = r"(?:are|is|include|includes|comprise|consist\sof|:)"
_LEVEL = r"at\s(?:the\s|this\s)?(?:same\s)?(?:organi[sz]ational\s|hierarchical\s|management\s)?level"
_WHERE = r"(?:\s(?:within|in|of|at|on)\s[^.;:,\ue000-\ue003]{2,60})?"
_FIRST = r"(?:(?:within|in|at|for|under)\s[^.;:,\ue000-\ue003]{2,60},?\s)?"
_PEERS = (
    r"(?:(?:other|remaining)\s(?:[a-z0-9-]+\s){0,3}?(?:positions|posts|directors|managers|members|subordinates|executives|chiefs|heads|(?:direct\s)?reports)"
    r"|others?|peers?(?:\spositions)?|colleagues|counterparts)"
)
_END = r"\s?(?:[.;,(].*)?"
# What the position has and is not above.
_OF_OTHERS = r"(?:[a-z-]+\s){0,5}?(?:peers|colleagues|counterparts|others?|clients|partners|committees|stakeholders)\b"

_ANY = f"[{POSTS}{WITH_OWN}]"
# Posts below the position: `posts` is the letter of their list.
REPORTS: Final = tuple(
    re.compile(form)
    for form in (
        rf"{_FIRST}{_SOME}(?P<posts>{POSTS})\s?,?\s{_BELOW}\s{OWN}{_END}",
        rf"{_FIRST}{_COUNT}(?:{_NOUN}|{POSTS})\s{_BELOW}\s{OWN}\s?[:,]\s(?:namely\s)?(?P<posts>{POSTS}){_END}",
        rf"(?:{_ADVERB}(?:reports?|reporting)\s(?:directly\s)?to|{_UNDER})\s{OWN}\s?,?\s?(?:{_BE}|come|comes)\s{_SOME}(?P<posts>{POSTS}){_END}",
        rf"{_FIRST}(?:{OWN}\s?,?\s?)?{_DOWN}\s{_SOME}(?P<posts>{POSTS}){_END}",
        rf"{_FIRST}{OWN}\s?,\sthrough\s(?P<posts>{POSTS})\s?,.*",
        rf"{_FIRST}{OWN}\s{_DOWN}\s[^.;:\ue000-\ue003]{{2,60}}\sthrough\s{_SOME}(?P<posts>{POSTS}){_END}",
        rf"{_FIRST}(?:{OWN}\s)?(?:has|have)\s{_COUNT}{_NOUN}\s?[,:]\s(?P<posts>{POSTS}){_END}",
        rf"(?:directly\s)?(?:supervised|managed|supervises|manages)\s?:\s(?P<posts>{POSTS}){_END}",
        rf"{_FIRST}{OWN}\s(?:has|have)\s{_NUMBER}\s(?!{_OF_OTHERS})(?:[a-z-]+\s){{1,6}}?:\s(?P<posts>{POSTS}){_END}",
        rf"{_FIRST}(?:{OWN}\s)?(?:\([^()]*\)\s)?is\sresponsible\sfor\s{_NUMBER}\s{_NOUN}\s?:\s(?P<posts>{POSTS}){_END}",
        rf"{_FIRST}(?:direct\s|line\s)?supervision\sis\s(?:given|provided|exercised)\s(?:to|over)\s(?P<posts>{POSTS}){_END}",
        rf"(?:the\s)?(?:direct\sreports?|subordinates?|supervises?|team|(?:staff|employees|positions)(?:\ssupervised)?)\s(?:\(\s[0-9]{{1,3}}\s\)\s)?:\s(?P<posts>{POSTS}){_END}",
        rf"(?:the\s)?management\steam\s(?:consists\sof|comprises|includes|is\s(?:composed|made\sup)\sof)\s(?P<posts>{POSTS}){_END}",
        rf"{_FIRST}the\s[a-z]+\s(?:comprises|has|consists\sof)\s{_COUNT}{_NOUN}\s?,\s(?:each\s)?(?:headed|led|managed)\sby\s(?P<posts>{POSTS})(?:\srespectively)?{_END}",
        rf"number\sof\sdirect\sreports\s?:\s[0-9]{{1,3}}\s\(\s(?P<posts>{POSTS})\s\){_END}",
        rf"{_FIRST}(?P<posts>{POSTS})\sreports\sto\s{OWN}\s?,\sas\sdo(?:es)?\s{POSTS}{_END}",
        rf"{_FIRST}{POSTS}\sreports\sto\s{OWN}\s?,\sas\sdo(?:es)?\s(?P<posts>{POSTS}){_END}",
        rf"{_FIRST}{OWN}\s'\ss\s(?:[a-z]+\s){{0,2}}(?:subordinates|direct\sreports|reports|team|staff)\s(?:are|is|include|includes|consists?\sof|comprises)\s?:?\s{_SOME}(?P<posts>{POSTS}){_END}",
    )
)
# Posts beside the position.
BESIDE: Final = tuple(
    re.compile(form)
    for form in (
        rf"{_FIRST}{OWN}\s{_UP}\s{SUPERIOR}\s?,?\s{_WITH}\s{_SOME}(?P<posts>{_ANY}){_END}",
        rf"{_FIRST}{OWN}\s?,?\s{_WITH}\s(?P<posts>{_ANY})\s?,?\s{_UP}\s{SUPERIOR}{_END}",
        rf"{_FIRST}{OWN}\s(?:reports|answers)\s?,\s{_WITH}\s(?P<posts>{_ANY})\s?,\sto\s{SUPERIOR}{_END}",
        rf"{_FIRST}(?P<posts>{WITH_OWN})\s{_UP}\s{SUPERIOR}{_END}",
        rf"{_FIRST}{_SOME}(?P<posts>{_ANY})\s{_UP}\s{SUPERIOR}{_END}",
        rf"(?:also\s)?(?:reports?|reporting)\s(?:directly\s)?to\s{SUPERIOR}\s?,?\s?(?:{_BE}\s)?{_SOME}(?P<posts>{WITH_OWN}){_END}",
        rf"also\s(?:reports?|reporting)\s(?:directly\s)?to\s{SUPERIOR}\s?,?\s?(?:{_BE}\s)?{_SOME}(?P<posts>{_ANY}){_END}",
        rf"{_FIRST}{SUPERIOR}\s{_DOWN}\s{_SOME}(?P<posts>{WITH_OWN}){_END}",
        rf"{_FIRST}{SUPERIOR}\salso\s{_DOWN}\s{_SOME}(?P<posts>{_ANY}){_END}",
        rf"(?:like|besides)\s(?P<posts>{WITH_OWN})\s?,?\s{_UP}\s{SUPERIOR}{_END}",
        rf"(?:besides|in\saddition\sto|apart\sfrom)\s{OWN}\s?,\s{SUPERIOR}\s(?:also\s)?{_DOWN}\s{_SOME}(?P<posts>{_ANY}){_END}",
        rf"(?:besides|in\saddition\sto|apart\sfrom)\s{OWN}\s?,\s{_SOME}(?P<posts>{_ANY})\s{_UP}\s{SUPERIOR}{_END}",
        rf"{_FIRST}(?:{SUPERIOR}|{OWN})\s'\ss\s{_PEERS}{_WHERE}\s{_BE}\s?:?\s{_SOME}(?P<posts>{_ANY}){_END}",
        rf"(?:{_PEERS}|positions)\s{_UP}\s{SUPERIOR}\s:\s(?P<posts>{_ANY}){_END}",
        rf"reporting\s(?:directly\s)?to\s{SUPERIOR}\s?,?\s{_WITH}\s(?P<posts>{WITH_OWN})(?:\s[a-z].*)?",
        rf"{_PEERS}(?:\s{_LEVEL})?{_WHERE}\s(?:\(\s[0-9]{{1,2}}\s\)\s)?:\s(?P<posts>{_ANY}){_END}",
        rf".*[(;]\s(?:the\s)?others?\s(?:{_NUMBER}\s)?(?:are|is|being|include)\s(?:the\s)?(?P<posts>{_ANY})(?:\s\).*|{_END})",
        rf"{_FIRST}(?:the\s|there\sare\s)?{_COUNT}{_PEERS}(?:\s[0-9]{{1,2}}|\stwo|\sthree|\sfour|\sfive)?(?:\sof\s(?:{SUPERIOR}|{OWN}))?(?:\s(?:are\s)?{_LEVEL})?{_WHERE}\s?(?:{_BE}\s?:?)\s{_SOME}(?P<posts>{_ANY}){_END}",
        rf"{_FIRST}(?:{OWN}\s)?(?:has|have)\s{_COUNT}{_PEERS}{_WHERE}\s?[,:]\s(?P<posts>{_ANY}){_END}",
        rf"{_LEVEL}{_WHERE}\s{_BE}\s{_SOME}(?P<posts>{_ANY}){_END}",
        rf"{_FIRST}{OWN}\sis\s{_LEVEL}\sas\s(?P<posts>{_ANY}){_END}",
        rf"{_FIRST}(?P<posts>{_ANY})\sare\s{OWN}\s'\ss\s(?:peers|colleagues|counterparts){_END}",
        rf"{_FIRST}{SUPERIOR}\s?,\sto\swhom\s{OWN}\sreports\s?,\shas\s{_COUNT}other\s(?:{_NOUN}|{POSTS})\s?:\s(?P<posts>{_ANY}){_END}",
        rf"{_FIRST}{OWN}\sis\sa\smember\sof\s{SUPERIOR}\s'\ss\s(?:[a-z]+\s){{0,2}}(?:team|committee|group)\s?,\s{_WITH}\s(?P<posts>{_ANY}){_END}",
    )
)
