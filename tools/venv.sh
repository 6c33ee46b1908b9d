#!/bin/sh
# Lay .venv from a locked list: tools/venv.sh requirements.lock
# Every file is checked against its hash, and nothing is built: uv takes them when it can be had, else pip does.
set -eu
lock=$1
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

find_python() {
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    say "Python 3.11 or later is needed and was not found. On Debian: apt-get install python3 python3-venv"
    exit 1
}

# Debian keeps in a package of its own what a virtual environment gets its pip from.
want_venv() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Installing python3-venv."
        { apt-get update -q && apt-get install -q -y --no-install-recommends python3-venv; } >&2 || true
        "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    fi
    say "$1 can make no virtual environment. On Debian, as root: apt-get install python3-venv"
    exit 1
}

if ! .venv/bin/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$(find_python)
    want_venv "$python"
    say "Making .venv with $($python --version)."
    "$python" -m venv --clear .venv
fi

say "Installing what $lock lists."
pip() { .venv/bin/python -m pip --disable-pip-version-check --no-input "$@"; }
quick() {
    pip install --quiet --require-hashes --only-binary :all: -r requirements-uv.lock &&
        UV_SYSTEM_CERTS=1 .venv/bin/uv pip sync --quiet --python .venv/bin/python --require-hashes --only-binary :all: "$lock"
}
quick || {
    say "uv did not do it; pip does, more slowly."
    pip install --quiet --require-hashes --only-binary :all: -r "$lock"
}

# The project itself is run from where it lies; what is written here is what an installer would write for it.
.venv/bin/python - <<'EOF'
import shutil
import site
import tomllib
from pathlib import Path

packages = Path(site.getsitepackages()[0])
version = tomllib.loads(Path("pyproject.toml").read_text())["project"]["version"]
for former in packages.glob("homeward-*.dist-info"):
    shutil.rmtree(former)
told = Path(f"homeward-{version}.dist-info")
texts = {
    Path("homeward.pth"): f"{Path('src').resolve()}\n",
    told / "METADATA": f"Metadata-Version: 2.1\nName: homeward\nVersion: {version}\n",
    told / "INSTALLER": "tools/venv.sh\n",
    # The shell finds the Python beside this file, wherever the folder lies; Python takes those two lines for a text.
    Path("../../../bin/homeward"): """\
#!/bin/sh
'''exec' "$(dirname "$(readlink -f "$0")")/python" "$0" "$@"
' '''
from homeward.cli import main

if __name__ == "__main__":
    main()
""",
}
texts[told / "RECORD"] = "".join(f"{name},,\n" for name in [*texts, told / "RECORD"])
for name, text in texts.items():
    file = packages / name
    file.parent.mkdir(exist_ok=True)
    file.unlink(missing_ok=True)
    file.write_text(text)
(packages / "../../../bin/homeward").chmod(0o755)
EOF
