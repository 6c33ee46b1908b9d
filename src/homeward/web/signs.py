"""Closed words of the desk as they are shown: mark, family and word, each named once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True, slots=True)
class Sign:
    """How a closed word is shown: its mark, its family of colour and form, and the word itself."""

    mark: str
    family: str
    word: str | Promise
    mirrors: bool = False


MODALITIES: Mapping[str, Sign] = MappingProxyType(
    {
        "asserted": Sign("asserted", "says", pgettext_lazy("modality", "asserted")),
        "reported": Sign("reported", "says", pgettext_lazy("modality", "reported")),
        "alleged": Sign("alleged", "says", pgettext_lazy("modality", "alleged")),
        "possible": Sign("possible", "may", pgettext_lazy("modality", "possible")),
        "expected": Sign("expected", "may", pgettext_lazy("modality", "expected")),
        "conditional": Sign("conditional", "may", pgettext_lazy("modality", "conditional")),
        "promised": Sign("promised", "binds", pgettext_lazy("modality", "promised"), mirrors=True),
        "offered": Sign("offered", "binds", pgettext_lazy("modality", "offered"), mirrors=True),
        "demanded": Sign("demanded", "binds", pgettext_lazy("modality", "demanded"), mirrors=True),
        "denied": Sign("denied", "not", pgettext_lazy("modality", "denied")),
    }
)
#: What has not happened yet by the words themselves, as it stands before a number: "possible: 8".
OUTLOOKS: Mapping[str, Sign] = MappingProxyType(
    {
        **{word: MODALITIES[word] for word in ("possible", "expected", "conditional", "promised")},
        "planned": Sign("expected", "may", pgettext_lazy("outlook", "planned")),
    }
)
CONDITIONS: Mapping[str, Sign] = MappingProxyType(
    {
        "met": Sign("met", "met", pgettext_lazy("condition", "met")),
        "unmet": Sign("unmet", "unmet", pgettext_lazy("condition", "unmet")),
        "unknown": Sign("unknown", "unknown", pgettext_lazy("condition", "unknown")),
        "contested": Sign("contested", "contested", pgettext_lazy("condition", "contested")),
    }
)
VERDICTS: Mapping[str, Sign] = MappingProxyType(
    {
        "same": Sign("same", "quiet-verdict", pgettext_lazy("verdict", "same")),
        "compatible": Sign("compatible", "quiet-verdict", pgettext_lazy("verdict", "overlap")),
        "part_of": Sign("part_of", "quiet-verdict", pgettext_lazy("verdict", "part of")),
        "stale": Sign("stale", "quiet-verdict", pgettext_lazy("verdict", "older")),
        "corrected": Sign("corrected", "quiet-verdict", pgettext_lazy("verdict", "corrected")),
        "different_split": Sign("different_split", "quiet-verdict", pgettext_lazy("verdict", "split differently")),
        "not_comparable": Sign("not_comparable", "quiet-verdict", pgettext_lazy("verdict", "not comparable")),
        "cannot_tell": Sign("cannot_tell", "quiet-verdict", pgettext_lazy("verdict", "cannot tell")),
        "conflict": Sign("conflict", "not", pgettext_lazy("verdict", "do not overlap")),
        "arithmetic_fault": Sign("arithmetic_fault", "not", pgettext_lazy("verdict", "sum does not add up")),
    }
)
#: How two figures stand, or two statements: verdicts, and what is not compared but said.
AGAINST: Mapping[str, Sign] = MappingProxyType(
    {
        **VERDICTS,
        "one_origin": Sign("same", "quiet-verdict", pgettext_lazy("verdict", "one utterance")),
        "contradicts": Sign("conflict", "not", pgettext_lazy("verdict", "contradicted")),
        "denies": Sign("denied", "not", pgettext_lazy("verdict", "denied")),
    }
)
CLOCKS: Mapping[str, Promise] = MappingProxyType(
    {
        "said": pgettext_lazy("clock", "said"),
        "published": pgettext_lazy("clock", "published"),
        "recorded": pgettext_lazy("clock", "recorded"),
    }
)
FIGURE_KINDS: Mapping[str, Promise] = MappingProxyType(
    {
        "flow": pgettext_lazy("kind of figure", "in the period"),
        "cumulative": pgettext_lazy("kind of figure", "up to then"),
        "stock": pgettext_lazy("kind of figure", "at that time"),
        "plan": pgettext_lazy("kind of figure", "planned"),
        "list": pgettext_lazy("kind of figure", "on a list"),
        "average": pgettext_lazy("kind of figure", "on average"),
        "rule": pgettext_lazy("kind of figure", "by rule"),
    }
)
STANDINGS: Mapping[str, Promise] = MappingProxyType(
    {
        "corrected": _("Corrected by"),
        "superseded": _("Replaced by"),
        "retracted": _("Withdrawn by"),
        "doubted": _("Doubted by"),
    }
)
STANDING_WORDS: Mapping[str, Promise] = MappingProxyType(
    {
        "corrected": pgettext_lazy("standing", "corrected"),
        "superseded": pgettext_lazy("standing", "replaced"),
        "retracted": pgettext_lazy("standing", "withdrawn"),
        "doubted": pgettext_lazy("standing", "doubted"),
    }
)
LINKS: Mapping[tuple[str, str], Promise] = MappingProxyType(
    {
        ("supports", "out"): _("supports"),
        ("supports", "in"): _("supported by"),
        ("denies", "out"): _("denies"),
        ("denies", "in"): _("denied by"),
        ("doubts", "out"): _("doubts"),
        ("doubts", "in"): _("doubted by"),
        ("corrects", "out"): _("corrects"),
        ("corrects", "in"): _("corrected by"),
        ("supersedes", "out"): _("replaces"),
        ("supersedes", "in"): _("replaced by"),
        ("retracts", "out"): _("withdraws"),
        ("retracts", "in"): _("withdrawn by"),
        ("contradicts", "out"): _("contradicts"),
        ("contradicts", "in"): _("contradicted by"),
    }
)


#: How a source stands to what is said (FactBank): certain, probable, possible, or without committing itself.
FACTUALITY: Mapping[str, Promise] = MappingProxyType(
    {
        "CT+": pgettext_lazy("factuality", "certain that it is so"),
        "CT-": pgettext_lazy("factuality", "certain that it is not so"),
        "PR+": pgettext_lazy("factuality", "holds it probable"),
        "PR-": pgettext_lazy("factuality", "holds it improbable"),
        "PS+": pgettext_lazy("factuality", "holds it possible"),
        "PS-": pgettext_lazy("factuality", "holds it possible that it is not so"),
        "CTu": pgettext_lazy("factuality", "knows, and does not say which"),
        "Uu": pgettext_lazy("factuality", "does not commit itself"),
    }
)
#: What kinds of statement one may look for: what voices said, then acts of the desk.
KINDS: Mapping[str, Promise] = MappingProxyType(
    {
        "said.plain": pgettext_lazy("kind of statement", "words"),
        "said.condition": pgettext_lazy("kind of statement", "condition"),
        "said.condition_status": pgettext_lazy("kind of statement", "report on a condition"),
        "said.condition_nature": pgettext_lazy("kind of statement", "nature of a condition"),
        "said.gate": pgettext_lazy("kind of statement", "how conditions stand together"),
        "done.goal_settled": pgettext_lazy("kind of statement", "goal settled"),
        "said.agreement": pgettext_lazy("kind of statement", "arrangement"),
        "said.obligation": pgettext_lazy("kind of statement", "obligation"),
        "said.rule": pgettext_lazy("kind of statement", "rule"),
        "said.agreement_turn": pgettext_lazy("kind of statement", "turn of an arrangement"),
        "said.power": pgettext_lazy("kind of statement", "power under an arrangement"),
        "said.delivery": pgettext_lazy("kind of statement", "delivery"),
        "said.counting_decision": pgettext_lazy("kind of statement", "decision on how it counts"),
        "said.complaint": pgettext_lazy("kind of statement", "complaint"),
        "said.complaint_answer": pgettext_lazy("kind of statement", "answer to a complaint"),
        "said.person": pgettext_lazy("kind of statement", "facts of a person"),
        "said.whereabouts": pgettext_lazy("kind of statement", "whereabouts of a person"),
        "said.kin": pgettext_lazy("kind of statement", "kin of a person"),
        "said.need": pgettext_lazy("kind of statement", "need of a person"),
        "said.consent": pgettext_lazy("kind of statement", "consent of a person"),
        "said.sought": pgettext_lazy("kind of statement", "tracing request"),
        "said.permission": pgettext_lazy("kind of statement", "what an authority said of a person"),
        "said.crossing_status": pgettext_lazy("kind of statement", "how a crossing is"),
        "said.window": pgettext_lazy("kind of statement", "window of a crossing"),
        "said.quota": pgettext_lazy("kind of statement", "quota of a crossing"),
        "said.notice_answered": pgettext_lazy("kind of statement", "answer to a notice"),
        "said.meeting": pgettext_lazy("kind of statement", "meeting"),
        "said.readout": pgettext_lazy("kind of statement", "account of a meeting"),
        "said.position": pgettext_lazy("kind of statement", "position of a party"),
        "said.access_visit": pgettext_lazy("kind of statement", "visit to people who are held"),
        "said.proof_of_life_answered": pgettext_lazy("kind of statement", "answer to a question for a sign of life"),
        "done.need_listed": pgettext_lazy("kind of statement", "need listed"),
        "done.erasure_asked": pgettext_lazy("kind of statement", "asked to forget a person"),
        "done.erased": pgettext_lazy("kind of statement", "person forgotten"),
        "done.judged": pgettext_lazy("kind of statement", "judgement on who is who"),
        "done.doubted": pgettext_lazy("kind of statement", "doubt of the desk"),
        "done.withdrawn": pgettext_lazy("kind of statement", "withdrawal by the desk"),
        "done.linked": pgettext_lazy("kind of statement", "link by the desk"),
        "done.speaker_settled": pgettext_lazy("kind of statement", "speaker settled"),
        "done.reliability_judged": pgettext_lazy("kind of statement", "reliability judged"),
        "done.credibility_judged": pgettext_lazy("kind of statement", "credibility judged"),
        "done.populations_related": pgettext_lazy("kind of statement", "populations related"),
        "done.clearance_requested": pgettext_lazy("kind of statement", "clearance asked for"),
        "done.permission_confirmed": pgettext_lazy("kind of statement", "permission confirmed by a second person"),
        "done.proof_of_life_asked": pgettext_lazy("kind of statement", "question for a sign of life"),
        "done.proof_of_life_verified": pgettext_lazy("kind of statement", "sign of life looked at"),
        "done.crossing_named": pgettext_lazy("kind of statement", "crossing named"),
        "done.control_point_named": pgettext_lazy("kind of statement", "control point named"),
        "done.pickup_named": pgettext_lazy("kind of statement", "pick-up point named"),
        "done.pickup_chosen": pgettext_lazy("kind of statement", "pick-up point chosen"),
        "done.vehicle_entered": pgettext_lazy("kind of statement", "vehicle entered"),
        "done.convoy_set": pgettext_lazy("kind of statement", "convoy set"),
        "done.check_listed": pgettext_lazy("kind of statement", "point of the checklist"),
        "done.check_ticked": pgettext_lazy("kind of statement", "point of the checklist ticked"),
        "done.party_notified": pgettext_lazy("kind of statement", "party told of a window"),
        "done.date_told": pgettext_lazy("kind of statement", "date told to people"),
        "done.companion_needed": pgettext_lazy("kind of statement", "who rides only beside whom"),
        "done.kept_apart": pgettext_lazy("kind of statement", "people kept apart"),
        "done.policy_set": pgettext_lazy("kind of statement", "weights of plans set"),
        "done.plan_made": pgettext_lazy("kind of statement", "plan made"),
        "done.manifest_signed": pgettext_lazy("kind of statement", "manifest signed"),
        "done.manifest_published": pgettext_lazy("kind of statement", "manifest published"),
        "done.manifest_given": pgettext_lazy("kind of statement", "file of a manifest made"),
        "done.called_forward": pgettext_lazy("kind of statement", "family called forward"),
        "done.phone_bound": pgettext_lazy("kind of statement", "phone prepared"),
        "done.phone_set_up": pgettext_lazy("kind of statement", "phone set up"),
        "done.phone_revoked": pgettext_lazy("kind of statement", "phone revoked"),
        "done.check_offs_taken": pgettext_lazy("kind of statement", "words of a phone"),
        "done.check_off_settled": pgettext_lazy("kind of statement", "what a phone said, settled"),
        "done.walk_on_confirmed": pgettext_lazy("kind of statement", "walk-on confirmed by a second person"),
        "done.boarding_closed": pgettext_lazy("kind of statement", "boarding closed"),
        "done.list_read": pgettext_lazy("kind of statement", "list read"),
        "done.series_read": pgettext_lazy("kind of statement", "series of hostilities read"),
    }
)


def sign(signs: Mapping[str, Sign], word: str) -> Sign:
    """The sign of a closed word; a word that this page does not know yet is shown as itself, without a mark."""
    return signs.get(word) or Sign("cannot_tell", "quiet-verdict", word.replace("_", " "))
