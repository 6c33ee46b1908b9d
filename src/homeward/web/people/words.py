"""The closed words by which people are spoken of, as pages show them: each named once."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Words = Mapping[str, str | Promise]

FIELDS: Words = MappingProxyType(
    {
        "names": _("Names"),
        "birth": _("Birth"),
        "age": _("Age"),
        "sex": _("Sex"),
        "nationalities": _("Nationality"),
        "documents": _("Papers"),
        "household": _("Household in the list"),
        "relation": _("Place in the household"),
        "place": _("Place"),
        "contact": _("Contact"),
        "decision": _("Decision in the list"),
        "remarks": _("Remarks"),
        "needs": _("Needs as written"),
        "more": _("Further"),
    }
)
STATES: Words = MappingProxyType(
    {
        "": pgettext_lazy("where somebody is", "nobody has said"),
        "missing": pgettext_lazy("where somebody is", "missing"),
        "seen": pgettext_lazy("where somebody is", "seen"),
        "held": pgettext_lazy("where somebody is", "held"),
        "moved": pgettext_lazy("where somebody is", "moved"),
        "released": pgettext_lazy("where somebody is", "released"),
        "at_crossing": pgettext_lazy("where somebody is", "at the crossing"),
        "crossed": pgettext_lazy("where somebody is", "crossed"),
        "home": pgettext_lazy("where somebody is", "home"),
        "dead": pgettext_lazy("where somebody is", "dead"),
        "remains_returned": pgettext_lazy("where somebody is", "remains came home"),
    }
)
#: What the other one is to the person on whose page it stands.
OTHER_IS: Mapping[tuple[str, str], str | Promise] = MappingProxyType(
    {
        ("parent_of", "to"): pgettext_lazy("kin", "child"),
        ("parent_of", "from"): pgettext_lazy("kin", "parent"),
        ("guardian_of", "to"): pgettext_lazy("kin", "in the care of this person"),
        ("guardian_of", "from"): pgettext_lazy("kin", "guardian"),
        ("spouse_of", "to"): pgettext_lazy("kin", "wife or husband"),
        ("spouse_of", "from"): pgettext_lazy("kin", "wife or husband"),
        ("sibling_of", "to"): pgettext_lazy("kin", "sister or brother"),
        ("sibling_of", "from"): pgettext_lazy("kin", "sister or brother"),
        ("other_kin_of", "to"): pgettext_lazy("kin", "other kin"),
        ("other_kin_of", "from"): pgettext_lazy("kin", "other kin"),
        ("household_with", "to"): pgettext_lazy("kin", "of the same household"),
        ("household_with", "from"): pgettext_lazy("kin", "of the same household"),
    }
)
RELATIONS: Words = MappingProxyType(
    {
        "parent_of": pgettext_lazy("relation", "is parent of"),
        "guardian_of": pgettext_lazy("relation", "is guardian of"),
        "spouse_of": pgettext_lazy("relation", "is wife or husband of"),
        "sibling_of": pgettext_lazy("relation", "is sister or brother of"),
        "other_kin_of": pgettext_lazy("relation", "is other kin of"),
        "household_with": pgettext_lazy("relation", "lives in one household with"),
    }
)
SCOPES: Words = MappingProxyType(
    {
        "authorities": pgettext_lazy("shared with", "authorities who decide on leaving"),
        "parties": pgettext_lazy("shared with", "parties to the talks"),
        "mediators": pgettext_lazy("shared with", "mediators"),
        "neutral_body": pgettext_lazy("shared with", "a neutral body"),
        "care": pgettext_lazy("shared with", "doctors and carers"),
        "family": pgettext_lazy("shared with", "the family"),
        "public": pgettext_lazy("shared with", "the public"),
    }
)
CONSENT_STATES: Words = MappingProxyType(
    {"given": pgettext_lazy("consent", "agrees"), "withdrawn": pgettext_lazy("consent", "agrees no longer")}
)
CONSENT_BY: Words = MappingProxyType(
    {
        "person": pgettext_lazy("consent", "the person"),
        "family": pgettext_lazy("consent", "the family, in the person's place"),
        "guardian": pgettext_lazy("consent", "the guardian of a child"),
    }
)
REQUEST_STATES: Words = MappingProxyType(
    {
        "open": pgettext_lazy("tracing request", "open"),
        "answered": pgettext_lazy("tracing request", "answered"),
        "closed": pgettext_lazy("tracing request", "closed"),
    }
)
EXPIRIES: Words = MappingProxyType(
    {
        "valid": pgettext_lazy("paper", "still holds"),
        "expired": pgettext_lazy("paper", "has expired"),
        "perhaps": pgettext_lazy("paper", "perhaps expired: the last day is not exact"),
        "unknown": pgettext_lazy("paper", "until when is not known"),
    }
)
#: How an expiry is marked, by the marks that conditions have.
EXPIRY_MARKS: Mapping[str, str] = MappingProxyType(
    {"valid": "met", "expired": "unmet", "perhaps": "unknown", "unknown": "unknown"}
)
SEXES: Words = MappingProxyType(
    {"F": pgettext_lazy("sex", "female"), "M": pgettext_lazy("sex", "male"), "X": pgettext_lazy("sex", "neither")}
)
CALENDARS: Words = MappingProxyType(
    {
        "hijri": pgettext_lazy("calendar", "Hijri"),
        "solar hijri": pgettext_lazy("calendar", "solar Hijri"),
        "hebrew": pgettext_lazy("calendar", "Hebrew"),
        "buddhist": pgettext_lazy("calendar", "Buddhist"),
    }
)
#: What is lacking or doubtful, on the board and beside a person.
MARKS: Words = MappingProxyType(
    {
        "no_name": pgettext_lazy("lacking", "no name"),
        "no_given_name": pgettext_lazy("lacking", "no given name"),
        "no_family_name": pgettext_lazy("lacking", "no family name"),
        "no_birth": pgettext_lazy("lacking", "no day of birth"),
        "default_birth": pgettext_lazy("lacking", "born on a day that is often filled in"),
        "unread_birth": pgettext_lazy("lacking", "a day of birth that nobody could read"),
        "no_document": pgettext_lazy("lacking", "no paper"),
        "doubtful_document": pgettext_lazy("lacking", "a doubtful number of a paper"),
        "no_contact": pgettext_lazy("lacking", "no contact"),
    }
)
#: What names and papers are called where the reader of lists said so, and not the list itself.
CALLED: Words = MappingProxyType(
    {
        "English": pgettext_lazy("label", "English"),
        "given": pgettext_lazy("label", "given"),
        "father's": pgettext_lazy("label", "father's"),
        "grandfather's": pgettext_lazy("label", "grandfather's"),
        "family": pgettext_lazy("label", "family"),
        "mother's": pgettext_lazy("label", "mother's"),
        "also called": pgettext_lazy("label", "also called"),
        "passport": pgettext_lazy("label", "passport"),
    }
)
#: What an authority says of whether somebody may pass.
PERMISSIONS: Mapping[str, Promise] = MappingProxyType(
    {
        "granted": pgettext_lazy("permission", "granted"),
        "refused": pgettext_lazy("permission", "refused"),
        "acknowledged": pgettext_lazy("permission", "acknowledged: it has the request"),
        "withdrawn": pgettext_lazy("permission", "withdrawn"),
    }
)
