"""The words by which a speaker text is taken apart: offices, bodies, media, documents, and names of states."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HELD_BY_ONE = _words("""
    ambassador minister president premier secretary envoy commissioner coordinator chief king emir sultan chancellor
    chairman chairwoman chair head director governor mayor fm pm leader spokesman spokeswoman spokesperson consul
    speaker
""")
"""Offices that one person holds at a time, so that a person can be settled for them."""

HELD_BY_MANY = _words("""
    official officials source sources representative representatives delegate delegates diplomat diplomats officer
    officers commander commanders aide aides adviser advisor advisers member members negotiator negotiators mediator
    mediators deputy spokesmen spokespeople ministers ambassadors witness witnesses resident residents doctor doctors
    medic medics activist activists guard analyst relatives lawyer general colonel major insider figure figures leaders
    authorities person people
""")
OFFICES = HELD_BY_ONE | HELD_BY_MANY

DOCUMENTS = _words("""
    list statement document communique communiqué letter release report note draft readout post tweet message interview
    briefing speech remarks text leaflet
""")

MEDIA = _words("""
    tv television radio media newspaper newspapers agency daily channel news press broadcaster outlet outlets magazine
    times post gazette herald website
""")

BODIES = _words("""
    ministry ministries government mission missions embassy authority agency council committee commission office army
    forces police movement group groups party union league organization organisation observatory crescent cross society
    nations states kingdom republic house department parliament cabinet bureau brigades coalition front militia militias
    court fund programme program hospital watch international rights jihad border crossing center centre institute
    federation foundation association administration command battalion directorate service services monitor families
    forum headquarters delegation team emirates tribunal bank
""")

OWN = _words("crescent cross observatory coalition jihad rights families")
"""Words of bodies that tell one from another all the same."""

GENERIC = (OFFICES | MEDIA | DOCUMENTS | BODIES) - OWN | _words("""
    foreign state health interior defence defense prime special assistant vice senior unnamed anonymous former acting
    permanent national diplomatic security political military joint high top local public affairs armed information
    crossings side led pro the a an of for and with to in at on from by its under
""")
"""Words that many bodies share; alone they name nobody."""

PARTICLES = _words("al el abu abd ibn bin ben bint de da van von der di du la le ter")

TWO_WORD_PLACES = _words("""
    united saudi south north new sri costa burkina sierra san east west gaza middle european security holy hong abu tel
    cape ivory eastern african
""")
"""First words of places that have two."""

ALSO = {
    "fm": ("foreign", "minister"),
    "mfa": ("foreign", "ministry"),
    "pm": ("prime", "minister"),
    "kremlin": ("russia",),
    "pentagon": ("united", "states"),
    "us": ("united", "states"),
    "usa": ("united", "states"),
    "american": ("united", "states"),
    "uk": ("united", "kingdom"),
    "british": ("united", "kingdom"),
    "un": ("united", "nations"),
    "eu": ("european", "union"),
    "uae": ("united", "arab", "emirates"),
    "emirati": ("united", "arab", "emirates"),
    "idf": ("israel",),
    "french": ("france",),
    "german": ("germany",),
    "spanish": ("spain",),
    "dutch": ("netherlands",),
    "swiss": ("switzerland",),
    "greek": ("greece",),
    "danish": ("denmark",),
    "norwegian": ("norway",),
    "polish": ("poland",),
    "thai": ("thailand",),
    "filipino": ("philippines",),
    "afghan": ("afghanistan",),
    "kazakh": ("kazakhstan",),
    "saudi": ("saudi", "arabia"),
}
"""What a short or irregular word stands for; each reading is a proposal and never more."""

DEMONYM = _words("n i an ian ese ish ean s is ni")
STATE_ENDING = _words("a e o y ia ey on ea") | {""}
