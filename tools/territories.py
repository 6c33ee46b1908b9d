"""Write src/homeward/identity/territories.txt: names of countries in eleven languages, from the Unicode CLDR by way of Babel.

    python -m venv made && made/bin/pip install babel && made/bin/python tools/territories.py

The table ships as it was made; Babel is not needed to run a desk. CLDR is under the Unicode License v3, Babel under BSD-3.
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale, __version__
from babel.core import get_global

LANGUAGES = ("en", "ar", "he", "ru", "uk", "fr", "tr", "fa", "de", "es", "th")
TABLE = Path(__file__).resolve().parents[1] / "src" / "homeward" / "identity" / "territories.txt"
FORMER = set(
    "SUN YUG SCG CSK DDR YMD VDR ZAR BUR HVO RHO TMP XKK QUU FXX ROM NTZ DHY CTE JTN MID PCI PUS WAK NHB ATB PCZ ANT AFI GEL SKM "
    "BYS QOO".split()
)
NO_COUNTRY = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}


def rows() -> list[str]:
    """A line for each country: ISO 3166 alpha-3, alpha-2, and its name in each language."""
    three = {old: new[0] for old, new in get_global("territory_aliases").items() if len(old) == 3 and old.isalpha()}
    current = {code: name for name, code in reversed(three.items()) if name not in FORMER} | {"XK": "XKX"}
    names = {language: Locale.parse(language).territories for language in LANGUAGES}
    codes = sorted(code for code in names["en"] if len(code) == 2 and code.isalpha() and code not in NO_COUNTRY)
    return sorted("\t".join((current[code], code, *(names[each][code] for each in LANGUAGES))) for code in codes)


if __name__ == "__main__":
    head = [f"# Made by tools/territories.py from CLDR (Unicode License v3) by way of Babel {__version__}; not changed by hand.",
            "# " + "\t".join(("alpha-3", "alpha-2", *LANGUAGES))]  # fmt: skip
    TABLE.write_text("\n".join([*head, *rows()]) + "\n", encoding="utf-8")
