"""The words by which a speaker text is taken apart: offices, bodies, media, documents, and names of states."""

from __future__ import annotations

HELD_BY_ONE = frozenset(
    {
        *("ambassador", "minister", "president", "premier", "secretary", "envoy", "commissioner", "coordinator"),
        *("chief", "king", "emir", "sultan", "chancellor", "chairman", "chairwoman", "chair", "head", "director"),
        *("governor", "mayor", "fm", "pm", "leader", "spokesman", "spokeswoman", "spokesperson", "consul", "speaker"),
    }
)
"""Offices that one person holds at a time, so that a person can be settled for them."""

HELD_BY_MANY = frozenset(
    {
        *("official", "officials", "source", "sources", "representative", "representatives", "delegate", "delegates"),
        *("diplomat", "diplomats", "officer", "officers", "commander", "commanders", "aide", "aides", "adviser"),
        *("advisor", "advisers", "member", "members", "negotiator", "negotiators", "mediator", "mediators", "deputy"),
        *("spokesmen", "spokespeople", "ministers", "ambassadors", "witness", "witnesses", "resident", "residents"),
        *("doctor", "doctors", "medic", "medics", "activist", "activists", "guard", "analyst", "relatives", "lawyer"),
        *("general", "colonel", "major", "insider", "figure", "figures", "leaders", "authorities", "person", "people"),
    }
)
OFFICES = HELD_BY_ONE | HELD_BY_MANY

DOCUMENTS = frozenset(
    {
        *("list", "statement", "document", "communique", "communiqué", "letter", "release", "report", "note", "draft"),
        *("readout", "post", "tweet", "message", "interview", "briefing", "speech", "remarks", "text", "leaflet"),
    }
)

MEDIA = frozenset(
    {
        *("tv", "television", "radio", "media", "newspaper", "newspapers", "agency", "daily", "channel", "news"),
        *("press", "broadcaster", "outlet", "outlets", "magazine", "times", "post", "gazette", "herald", "website"),
    }
)

BODIES = frozenset(
    {
        *("ministry", "ministries", "government", "mission", "missions", "embassy", "authority", "agency", "council"),
        *("committee", "commission", "office", "army", "forces", "police", "movement", "group", "groups", "party"),
        *("union", "league", "organization", "organisation", "observatory", "crescent", "cross", "society", "nations"),
        *("states", "kingdom", "republic", "house", "department", "parliament", "cabinet", "bureau", "brigades"),
        *("coalition", "front", "militia", "militias", "court", "fund", "programme", "program", "hospital", "watch"),
        *("international", "rights", "jihad", "border", "crossing", "center", "centre", "institute", "federation"),
        *("foundation", "association", "administration", "command", "battalion", "directorate", "service", "services"),
        *("monitor", "families", "forum", "headquarters", "delegation", "team", "emirates", "tribunal", "bank"),
    }
)

GENERIC = (
    OFFICES
    | MEDIA
    | DOCUMENTS
    | BODIES - {"crescent", "cross", "observatory", "coalition", "jihad", "rights", "families"}
    | frozenset(
        {
            *("foreign", "state", "border", "health", "interior", "defence", "defense", "prime", "special", "assistant"),
            *("vice", "senior", "unnamed", "anonymous", "former", "acting", "permanent", "national", "official"),
            *("diplomatic", "security", "political", "military", "joint", "general", "high", "top", "local", "public"),
            *("affairs", "armed", "information", "crossings", "side", "with", "the", "of", "for", "and", "a", "an"),
            *("to", "in", "at", "on", "from", "by", "its", "led", "pro", "an", "under", "office"),
        }
    )
)
"""Words that many bodies share; alone they name nobody."""

PARTICLES = frozenset({"al", "el", "abu", "abd", "ibn", "bin", "ben", "bint", "de", "da", "van", "von", "der", "di", "du", "la", "le", "ter"})

TWO_WORD_PLACES = frozenset(
    {
        *("united", "saudi", "south", "north", "new", "sri", "costa", "burkina", "sierra", "san", "east", "west"),
        *("gaza", "middle", "european", "security", "holy", "hong", "abu", "tel", "cape", "ivory", "eastern", "african"),
    }
)

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

DEMONYM = frozenset({"n", "i", "an", "ian", "ese", "ish", "ean", "s", "is", "ni"})
STATE_ENDING = frozenset({"", "a", "e", "o", "y", "ia", "ey", "on", "ea"})
