"""Letters in English."""

from __future__ import annotations

from homeward.matching.core.wordings.wording import Tie, Wording
from homeward.names import Script

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WORDING = Wording(
    language="en",
    direction="ltr",
    script=Script.LATIN,
    months=_MONTHS,
    months_alone=_MONTHS,
    day="{day} {month} {year}",
    month_of_year="{month} {year} (day not known)",
    year="{year} (day and month not known)",
    between="between {first} and {last}",
    list_of_day="your list “{title}” of {day} (no. {number} of those we received)",
    list_undated="your list “{title}” (no. {number} of those we received)",
    subject="Members of families who are not on the list “{title}”",
    greeting="Dear Sir or Madam,",
    opening="We write about {list}.",
    purpose=(
        "Members of the families below stand on it. Other members of the same families we do not find on it. "
        "Please look whether their names belong on the list, and let us know what you find."
    ),
    counted="Number of people named in this letter: {count}.",
    family="Family {number}",
    on_the_list="On the list:",
    off_the_list="Not found on the list; please look for them:",
    to_check="Please check:",
    born="date of birth: {day}",
    born_unread="date of birth as it was written: “{words}”",
    born_default="date of birth: {day} (papers often give this day where the day is not known)",
    paper="document: {numbers}",
    also_written="also written: {names}",
    off_since="the name is not on the list since no. {number} of those we received",
    tie="family tie: {tie}",
    ties={
        Tie.CHILD: "child of {name} ({place})",
        Tie.PARENT: "parent of {name} ({place})",
        Tie.SPOUSE: "spouse of {name} ({place})",
        Tie.GUARDIAN: "guardian of {name} ({place})",
        Tie.WARD: "in the care of {name} ({place})",
        Tie.HOUSEHOLD: "of one family with {name} ({place})",
    },
    row="row {row}",
    sheet_and_row="sheet {sheet}, row {row}",
    no_row="an entry without a row of its own",
    may_be="{place}: this may be the same person as {person}. {spelling}",
    may_name="{place}: we could not read this row in full, and it may name {person}. Please let us know whom it names.",
    spelling="Please check how the name is spelled and the date of birth.",
    closing="Where a name stands on the list in another spelling, the number of the row is enough for us.",
    regards="Yours faithfully,",
    stop="; ",
    comma=", ",
)
