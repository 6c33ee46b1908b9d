"""Which form a file has, told by the names of its columns alone; a file of none is refused with what was seen and expected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from homeward.refusals import Refused


class Form(StrEnum):
    """A form of file that is read."""

    GED_49 = "ucdp-ged-49"
    GED_41 = "ucdp-ged-41"
    CANDIDATE = "ucdp-candidate"
    GED_CUT = "ucdp-ged-cut"
    ACLED = "acled"
    HXL_EVENTS = "hxl-events"
    HXL_DAILY = "hxl-daily"
    REPORTS = "daily-reports"
    DAILY = "daily-series"

    @property
    def of_events(self) -> bool:
        return self in _EVENTS

    @property
    def lethal_only(self) -> bool:
        """Whether its makers record deadly events alone."""
        return self in (Form.GED_49, Form.GED_41, Form.CANDIDATE, Form.GED_CUT)

    @property
    def words(self) -> str:
        return _WORDS[self]

    @property
    def nature(self) -> str:
        return "events" if self.of_events else "reports"


_EVENTS = frozenset({Form.GED_49, Form.GED_41, Form.CANDIDATE, Form.GED_CUT, Form.ACLED, Form.HXL_EVENTS})
_WORDS = {
    Form.GED_49: "UCDP GED, 49 columns",
    Form.GED_41: "UCDP GED, 41 columns",
    Form.CANDIDATE: "UCDP Candidate Events",
    Form.GED_CUT: "UCDP GED, some of its columns",
    Form.ACLED: "ACLED",
    Form.HXL_EVENTS: "events with HXL tags",
    Form.HXL_DAILY: "daily numbers with HXL tags",
    Form.REPORTS: "daily reports",
    Form.DAILY: "daily numbers",
}
TITLES = {
    Form.GED_49: "GED",
    Form.GED_41: "GED",
    Form.CANDIDATE: "Candidate Events",
    Form.GED_CUT: "GED",
    Form.ACLED: "Events",
    Form.HXL_EVENTS: "Events",
    Form.HXL_DAILY: "Daily numbers",
    Form.REPORTS: "Daily reports",
    Form.DAILY: "Daily numbers",
}
"""What a dataset is called where nobody names it."""
ATTRIBUTIONS = {
    Form.GED_49: "UCDP GED; cite Davies, Pettersson and Öberg, and Sundberg and Melander 2013.",
    Form.GED_41: "UCDP GED; cite Sundberg and Melander 2013, and Högbladh, GED codebook.",
    Form.CANDIDATE: "UCDP Candidate Events; cite Hegre, Croicu, Eck and Högbladh 2020.",
    Form.GED_CUT: "UCDP GED; cite Sundberg and Melander 2013, and Högbladh, GED codebook.",
    Form.ACLED: "ACLED; name it with the date of access, and do not pass rows on without asking it.",
}
"""The line with which data of a form are named, where nobody gives another."""

EVENT_DAYS = ("date_start", "date_end")
NUMBERS = ("low", "best", "high")
NEEDED: Mapping[Form, tuple[str, ...]] = {
    Form.GED_CUT: ("id", *EVENT_DAYS, *NUMBERS),
    Form.ACLED: ("event_id_cnty", "event_date", "fatalities"),
    Form.REPORTS: ("report_date",),
    Form.DAILY: ("date",),
}
ALL_49 = frozenset(
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id "
    "dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources "
    "source_article source_office source_date source_headline source_original where_prec where_coordinates "
    "where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity "
    "date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob".split()
)
ALL_41 = frozenset(
    "id year active_year type_of_violence conflict_new_id conflict_name dyad_new_id dyad_name side_a_new_id side_a "
    "side_b_new_id gwnob side_b number_of_sources source_article source_office source_date source_headline "
    "source_original where_prec where_coordinates adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country "
    "country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown "
    "low best high".split()
)

TAGS: tuple[tuple[frozenset[str], str], ...] = tuple(
    (frozenset(words.split("+")), name)
    for words, name in (
        ("#date+start", "date_start"), ("#date+end", "date_end"), ("#date+reported", "date"), ("#date", "date"),
        ("#affected+killed+min", "low"), ("#affected+killed+low", "low"), ("#affected+killed+max", "high"),
        ("#affected+killed+high", "high"), ("#affected+killed+best", "best"),
        ("#affected+killed+cumulative", "killed_cum"), ("#affected+injured+cumulative", "injured_cum"),
        ("#affected+killed", "killed"), ("#affected+injured", "injured"),
        ("#event+id", "id"), ("#event+code", "id"), ("#id", "id"),
        ("#country+name", "country"), ("#country", "country"), ("#adm1+name", "adm_1"), ("#adm1", "adm_1"),
        ("#adm2+name", "adm_2"), ("#adm2", "adm_2"), ("#loc+name", "where_coordinates"), ("#loc", "where_coordinates"),
        ("#geo+lat", "latitude"), ("#geo+lon", "longitude"), ("#geo+precision", "where_prec"),
        ("#date+precision", "date_prec"), ("#group+name+a", "side_a"), ("#group+name+b", "side_b"),
        ("#group+a", "side_a"), ("#group+b", "side_b"), ("#group", "dyad_name"), ("#meta+source", "source_office"),
    )
)  # fmt: skip
"""HXL tags (hxlstandard.org) as names of columns; the first whose words a tag holds counts."""


class NoForm(Refused):
    """This file is none of the forms of events and daily numbers that the desk reads."""


@dataclass(frozen=True, slots=True)
class Told:
    """The form of a file, and where each column stands, by the name that it is read by."""

    form: Form
    at: Mapping[str, int]


def told(heading: Sequence[str], tags: Sequence[str], where: str) -> Told:
    """The form of a heading; refuses two columns of one name, and what is no form."""
    names = [name.strip().lower().replace(" ", "_") for name in heading]
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise NoForm(f"Two columns are called {', '.join(twice)}.", where=where, instead="Keep one, or rename it.")
    at = {name: number for number, name in enumerate(names) if name}
    if (form := _form(frozenset(at))) is not None:
        return Told(form, at)
    if tags:
        tagged = _tagged(tags)
        if "id" in tagged and _days(tagged) and ("best" in tagged or "killed" in tagged):
            return Told(Form.HXL_EVENTS, {"best": tagged.get("killed", -1), **tagged})
        if "date" in tagged and len(tagged) > 1:
            return Told(Form.HXL_DAILY, tagged)
    raise NoForm(where=where, instead=_expected(names, tags))


def _form(names: frozenset[str]) -> Form | None:
    if names >= ALL_49:
        return Form.GED_49
    if names >= ALL_41:
        return Form.GED_41
    if names >= frozenset(NEEDED[Form.GED_CUT]):
        return Form.GED_CUT
    if names >= frozenset(NEEDED[Form.ACLED]):
        return Form.ACLED
    if "report_date" in names and len(names) > 1:
        return Form.REPORTS
    if "date" in names and len(names) > 1:
        return Form.DAILY
    return None


def _days(names: Mapping[str, int]) -> bool:
    return "date" in names or "date_start" in names


def _tagged(tags: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, tag in enumerate(tags):
        words = frozenset(tag.strip().lower().replace(" ", "").split("+"))
        name = next((name for needed, name in TAGS if needed <= words), "")
        if name:
            found.setdefault(name, number)
    return found


def _expected(names: Sequence[str], tags: Sequence[str]) -> str:
    """What was seen, and what each form needs; the one that misses least stands first."""
    seen = ", ".join(name for name in names if name)[:300] or "none"
    lacks = sorted(
        ((sorted(set(needed) - set(names)), form) for form, needed in NEEDED.items()), key=lambda each: len(each[0])
    )
    wanted = "; ".join(f"{form.words} ({', '.join(missing)} missing)" for missing, form in lacks if missing)
    hxl = " Its HXL tags give no day, or no number that is read." if tags else ""
    return f"Seen: {seen}.{hxl} Expected: {wanted}."
