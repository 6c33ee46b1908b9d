"""The small words of English, which tell where phrases begin and end, and past forms that are nothing else."""

from __future__ import annotations

BE = frozenset("is are was were be been being am 's".split())
HAVE = frozenset("has have had having".split())
DO = frozenset("do does did".split())
MODAL = frozenset("will would can could may might must shall should".split())
HELPS = BE | HAVE | DO | MODAL
ADVERBS = frozenset(
    """not never also only always already since still then now meanwhile later earlier subsequently again just once even
    often ever soon initially previously first further long too afterwards thereafter today yesterday instead however
    nevertheless nonetheless both repeatedly likewise so far though therefore thus itself himself herself themselves
    separately together either neither nor n't reportedly""".split()
)
PAIRS = frozenset(
    {
        ("at", "first"), ("at", "last"), ("at", "once"), ("in", "turn"), ("for", "now"), ("in", "public"), ("in", "private"),
        ("in", "writing"), ("on", "paper"), ("in", "part"), ("at", "length"), ("so", "far"), ("in", "reply"),
        ("in", "response"), ("in", "return"), ("by", "telephone"), ("by", "letter"), ("at", "times"), ("of", "course"),
        ("as", "well"),
    }
)  # fmt: skip
"""Adverbs of two words."""
DETERMINERS = frozenset(
    """the a an this that these those its his her their our my your some any no every each another both either neither
    several many few most all such what whose""".split()
)
PRONOUNS = frozenset("he she it they we i you who nobody someone somebody everyone everybody".split())
PREPOSITIONS = frozenset(
    """of in on at by with from to for about into over under between without within near inside outside across through
    during against up down after before until since upon toward towards behind beyond among amid despite than per via
    around along off like as till beside besides concerning regarding""".split()
)
PAST = frozenset(
    """ate became began bought broke brought built came caught chose comes drew drove fell flew forgot fought found
    gave gets goes got grew has heard held hid hit holds kept knew knows led let lies livewent lost made makes
    met paid put ran remained remains rode rose sat saw says seems sent set shot showed shut sold spent spoke
    stayed stays stole stood swam takes thinks threw told took understood wants went woke won wore wrote""".split()
)
"""Verbs that are no verbs of reporting, in irregular forms that are nothing else."""
