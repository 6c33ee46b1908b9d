"""What the stylesheets, scripts and templates promise, read from the files themselves."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

WEB = Path(__file__).resolve().parents[3] / "src" / "homeward" / "web"
STATIC = WEB / "static"
STYLES = sorted((STATIC / "css").glob("*.css"))
TEMPLATES = sorted((WEB / "templates").glob("**/*.html"))
PHYSICAL = re.compile(
    r"\b(left|right)\b|\b(margin|padding|border)-(top|bottom)\b|(?<![\w-])(width|height|top|bottom)\s*:|\b(min|max)-(width|height)\s*:"
)
#: Numbers stand to the right in every language; geometry of SVG has no other names.
ALLOWED = (".number { text-align: right", ".bar {", ".chart .box {", ".chart .slim {")


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_styles_know_no_left_and_right(file):
    lines = re.sub(r"/\*.*?\*/", "", file.read_text(), flags=re.S).splitlines()

    assert [line for line in lines if PHYSICAL.search(line) and not line.strip().startswith(ALLOWED)] == []


def test_every_style_lies_in_a_layer():
    for file in STYLES:
        rules = re.sub(r"/\*.*?\*/", "", file.read_text(), flags=re.S).strip()
        assert re.match(r"@layer", rules), file.name


def test_colours_keep_their_contrast(shared):
    checked = subprocess.run(
        [
            sys.executable,
            shared / "tools" / "check_contrast.py",
            STATIC / "css" / "tokens.css",
            STATIC / "css" / "dark.css",
        ],
        capture_output=True,
        text=True,
    )

    assert checked.returncode == 0, checked.stdout
    assert checked.stdout.count("95 pairs") == 2


def test_both_themes_set_the_same_colours():
    light, dark = ((STATIC / "css" / name).read_text() for name in ("tokens.css", "dark.css"))

    assert set(re.findall(r"(--[\w-]+): #", light)) == set(re.findall(r"(--[\w-]+): #", dark))


@pytest.mark.parametrize(("name", "most"), [("keys.js", 10_000), ("reading.js", 8_192)])
def test_our_own_script_stays_small_and_evaluates_nothing(name, most):
    script = (STATIC / "js" / name).read_text()

    assert len(script.encode()) < most
    assert not re.search(r"\beval\b|new Function|localStorage|sessionStorage|document\.write|innerHTML\s*=", script)


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: str(file.relative_to(WEB / "templates")))
def test_templates_hold_no_style_no_script_and_no_foreign_address(file):
    text = file.read_text()

    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:|hx-on|hx-vals='js|https?://", text)
    assert re.findall(r"<script(?![^>]*\ssrc=)", text) == []


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: str(file.relative_to(WEB / "templates")))
def test_templates_are_well_formed(file):
    from django.template.loader import get_template

    get_template(str(file.relative_to(WEB / "templates")))


def test_what_others_made_names_its_version_and_stands_beside_its_licence():
    for folder in ("fonts", "js", "icons"):
        files = [file.name for file in (STATIC / folder).iterdir()]
        versions = {re.search(r"[\w-]+?-\d+\.\d+\.\d+", name)[0] for name in files if re.search(r"\d+\.\d+\.\d+", name)}
        licences = [name for name in files if re.search(r"(OFL|LICENSE)\.txt$", name)]
        assert {version for version in versions if not any(name.startswith(version) for name in licences)} == set()


def test_every_icon_that_a_template_asks_for_is_in_the_sprite():
    sprite = (STATIC / "icons" / "marks.svg").read_text()
    there = set(re.findall(r'<symbol id="([\w-]+)"', sprite))
    asked = {name for file in TEMPLATES for name in re.findall(r'{% icon "([\w-]+)"', file.read_text())}

    assert {f"icon-{name}" for name in asked} <= there
    assert len([name for name in there if name.startswith("icon-")]) <= 20
