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

# The project itself is run from where it lies.
.venv/bin/python - <<'EOF'
import site
from pathlib import Path

Path(site.getsitepackages()[0], "homeward.pth").write_text(f"{Path('src').resolve()}\n")
command = Path(".venv/bin/homeward")
command.unlink(missing_ok=True)
# The shell finds the Python beside this file, wherever the folder lies; Python takes those two lines for a text.
command.write_text("""\
#!/bin/sh
'''exec' "$(dirname "$(readlink -f "$0")")/python" "$0" "$@"
' '''
from homeward.cli import main

# The server starts its workers by reading this file again, and they are not to start the command again.
if __name__ == "__main__":
    main()
""")
command.chmod(0o755)
EOF
