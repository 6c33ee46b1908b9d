"""Breaks the verifier in every small way there is, and says which breaks its tests do not notice.

    python -m tests.verifier.mutants [--line FROM-TO] [--list]

Each mutant is the program with one operator, constant, condition, statement or element changed; it runs in a process of
its own under a time limit. What survives is a hole in the tests, or the same program: EQUIVALENT says why.
"""

from __future__ import annotations

import argparse
import ast
import os
import resource
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import hypothesis
import pytest

import ledger_verifier

TOP = Path(__file__).resolve().parents[2]
PROGRAM = TOP / "src" / "ledger_verifier.py"
TESTS = ["test_a_true_export_verifies.py", "test_tampering_is_named.py", "test_every_changed_byte_is_found.py"]
LIMIT_S = 5
WAIT_S = 120
MEMORY = 2 << 30

COMPARED: dict[type[ast.cmpop], list[type[ast.cmpop]]] = {
    ast.Eq: [ast.NotEq],
    ast.NotEq: [ast.Eq],
    ast.Lt: [ast.LtE, ast.GtE, ast.NotEq],
    ast.LtE: [ast.Lt, ast.Gt, ast.Eq],
    ast.Gt: [ast.GtE, ast.LtE, ast.NotEq],
    ast.GtE: [ast.Gt, ast.Lt, ast.Eq],
    ast.In: [ast.NotIn],
    ast.NotIn: [ast.In],
    ast.Is: [ast.IsNot],
    ast.IsNot: [ast.Is],
}
COMPUTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.RShift: ast.LShift,
    ast.LShift: ast.RShift,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}

# Line, what stood there, what stands there now: why it is the same program.
QUICK = "only tells that no escape is needed; without it the same texts come out"
TOGETHER = 'together = "".join(texts)'
LOOK = 'if "\\\\" in together or not together.isprintable():  # most need no escape, and this is quick to see'
WHETHER = "'\\\\' in together or not together.isprintable()"
LOOKED = f"if {WHETHER}: return tuple([SPECIAL.sub(lambda found: ESCAPES[found[0]], text) for text in texts])"
NO_LEAF = "a row that cannot be read has no leaf, and whatever stands for it makes no root right"
NO_TIME = "nobody looks at the time of a row that cannot be read"
STRICTLY = "zip(columns, told, due, strict=True)"
ZIPPED = f"return [name for name, one, other in {STRICTLY} if one != other]"
DIFFER = "if told != due: wrong += [(column, 'is not what the entry says') for column in differing(columns, told, due)]"
LOGS = "zip(logs, sizes, roots, ('', 'access_'), strict=True)"
BOTH = f"for log, size, root, name in {LOGS}:".replace("'", '"')
FILE, ASCII = 'path.read_text(encoding="utf-8")', "heads and keys hold no letter beyond ASCII"
VERIFY = "def verify(folder: Path, saved_head: Path | None = None, processes: int = 1) -> Report:"
WANTED = 'for _, told in (*rows(lines(folder / "heads.tsv"), "", HEADS, Report()), *enumerate(elsewhere)):'
TILED = "zip(logs, ('tiles.tsv', 'access_tiles.tsv'), strict=True)"
EACH = f"for log, file in {TILED}:".replace("'", '"')
EQUIVALENT: dict[tuple[str, str, str], str] = {
    (TOGETHER, "''", "'X'"): QUICK,
    (LOOK, "'\\\\'", "''"): QUICK,
    (LOOK, LOOKED, LOOKED.replace(WHETHER, "True")): QUICK,
    ('order = in_order(next(rest, b""), columns)', "b''", "b'X'"): "neither is a line",
    ('order = in_order(next(rest, b""), self.columns)', "b''", "b'X'"): "neither is a line",
    ('leaf: bytes = b""', "b''", "b'X'"): NO_LEAF,
    ("recorded: int = 0", "0", "1"): NO_TIME,
    ("recorded: int = 0", "0", "-1"): NO_TIME,
    (ZIPPED, "True", "False"): "what is held against each other is of one length",
    (ZIPPED, STRICTLY, STRICTLY.replace(", strict=True", "")): "what is held against each other is of one length",
    (f"told, _ = decode({FILE})", FILE.replace('"', "'"), "path.read_text()"): ASCII,
    (f"for name, told in decode({FILE})[0].items():", FILE.replace('"', "'"), "path.read_text()"): ASCII,
    (f"told, _ = decode({FILE})", "'utf-8'", "'utf-'"): "another name of the same",
    (f"for name, told in decode({FILE})[0].items():", "'utf-8'", "'utf-'"): "another name of the same",
    (VERIFY, "1", "0"): "below two there is no pool",
    (WANTED, "''", "'X'"): "this reading is thrown away with what it found",
    (EACH, "True", "False"): "what is held against each other is of one length",
    (EACH, TILED, TILED.replace(", strict=True", "")): "what is held against each other is of one length",
    (BOTH, "True", "False"): "what is held against each other is of one length",
    (BOTH, LOGS, LOGS.replace(", strict=True", "")): "what is held against each other is of one length",
    ("if told != due:", DIFFER, DIFFER.replace("told != due", "True")): "only spares looking where nothing differs",
    ("self.tiles[height // 8 - 1, self.size >> height] = leaf", "8", "7"): "the same below 2^56 rows",
    ("remembering = lru_cache(4096)", "4096", "4097"): "how much is remembered changes no answer",
    ("remembering = lru_cache(4096)", "4096", "4095"): "how much is remembered changes no answer",
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One break: where, what stood there, what stands there now, and the whole program so."""

    line: int
    was: str
    now: str
    code: Callable[[], str]
    written: str

    @property
    def key(self) -> tuple[str, str, str]:
        return self.written, self.was, self.now

    def __str__(self) -> str:
        return f"line {self.line}: {self.was!r} -> {self.now!r}"


def changed(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in the place of this node."""
    match node:
        case ast.Compare(ops=[op]):
            for other in COMPARED[type(op)]:
                yield _with(node, ops=[other()])
        case ast.BoolOp(op=op, values=values):
            yield _with(node, op=ast.Or() if isinstance(op, ast.And) else ast.And())
            for at in range(len(values)):
                rest = values[:at] + values[at + 1 :]
                yield rest[0] if len(rest) == 1 else _with(node, values=rest)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.BinOp(op=op):
            yield _with(node, op=COMPUTED[type(op)]())
        case ast.AugAssign(op=op):
            yield _with(node, op=COMPUTED[type(op)]())
            yield ast.Pass()
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() as value):
            yield ast.Constant(value + 1)
            yield ast.Constant(value - 1)
        case ast.Constant(value=str() as value):
            yield ast.Constant(value[:-1] if value else "X")
            yield ast.Constant("X" + value)
        case ast.Constant(value=bytes() as value):
            yield ast.Constant(value[:-1] if value else b"X")
        case ast.If() | ast.While() | ast.IfExp():
            for answer in (True, False):
                if not (isinstance(node, ast.While) and answer):
                    yield _with(node, test=ast.Constant(answer))
        case ast.Expr() | ast.Assign() | ast.Raise():
            yield ast.Pass()
        case ast.Return(value=value) if value is not None:
            yield ast.Return(ast.Constant(None))
        case ast.Return() | ast.Continue():
            yield ast.Pass()
        case ast.Tuple(elts=parts, ctx=ast.Load()) | ast.List(elts=parts, ctx=ast.Load()):
            for at in range(len(parts)):
                yield _with(node, elts=parts[:at] + parts[at + 1 :])
        case ast.Dict(keys=keys, values=values):
            for at in range(len(keys)):
                yield _with(node, keys=keys[:at] + keys[at + 1 :], values=values[:at] + values[at + 1 :])
        case ast.Call(keywords=keywords):
            for at in range(len(keywords)):
                yield _with(node, keywords=keywords[:at] + keywords[at + 1 :])
        case ast.Slice(lower=lower, upper=upper, step=step):
            for name, bound in (("lower", lower), ("upper", upper), ("step", step)):
                if bound is not None:
                    yield _with(node, **{name: None})
        case ast.comprehension(ifs=[_]):
            yield _with(node, ifs=[])


def _with(node: ast.AST, **fields: object) -> ast.AST:
    made = deepcopy(node)
    for name, value in fields.items():
        setattr(made, name, value)
    return made


def mutants(source: str) -> Iterator[Mutant]:
    """Every break of this program, in the order of its lines."""
    tree, lines = ast.parse(source), source.splitlines()
    for holder, name, at, node in _places(tree):
        before = _text(node)
        for other in changed(node):
            line = getattr(node, "lineno", getattr(holder, "lineno", 1))
            code = partial(_code, tree, holder, name, at, other)
            if (now := _text(other)) != before:
                yield Mutant(line, before, now, code, lines[line - 1].strip())


def _code(tree: ast.AST, holder: ast.AST, name: str, at: int | None, other: ast.AST) -> str:
    """The whole program with this one change, which stays: to be called in the mutant's own process."""
    _put(holder, name, at, other)
    return ast.unparse(ast.fix_missing_locations(tree))


def _places(node: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    """Every node that may be changed, with its holder; texts for people who read the code are left alone."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns") or isinstance(node, ast.Import | ast.ImportFrom):
            continue
        for at, part in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(part, ast.AST) and not _is_docstring(part) and not _is_alias(part):
                yield node, name, at if isinstance(value, list) else None, part
                yield from _places(part)


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _is_alias(node: ast.AST) -> bool:
    """Whether this only names a type."""
    return isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript)


def _put(holder: ast.AST, name: str, at: int | None, node: ast.AST) -> None:
    if at is None:
        setattr(holder, name, node)
    else:
        getattr(holder, name)[at] = node


def _text(node: ast.AST) -> str:
    try:
        return " ".join(ast.unparse(ast.fix_missing_locations(deepcopy(node))).split())[:160]
    except (AttributeError, ValueError):
        return type(node).__name__


class Trial:
    """A run of the tests that repeats itself for each mutant: collected once, each mutant in a child of its own."""

    def __init__(self, chosen: list[Mutant]) -> None:
        self.chosen = chosen
        self.verdicts: list[bool] = []
        self.seconds: dict[str, float] = {}
        self.killed_by: Counter[str] = Counter()
        self.failed = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + report.duration
        self.failed |= report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        for item in session.items:
            self._run(item)
        if self.failed:
            raise pytest.UsageError("The tests fail for the program as it is.")
        for done, mutant in enumerate(self.chosen, 1):
            survives = self._survives(mutant, session.items)
            self.verdicts.append(survives)
            if survives:
                print(f"\n{'same program' if mutant.key in EQUIVALENT else 'SURVIVES'}: {mutant}", flush=True)
            elif done % 50 == 0:
                print(f"{done} of {len(self.chosen)}", file=sys.stderr, flush=True)
        return True

    def _run(self, item: pytest.Item) -> None:
        # No next item: every fixture ends with its test, so that the tests may come in any order.
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)

    def _survives(self, mutant: Mutant, items: list[pytest.Item]) -> bool:
        """Whether all tests pass; the quick ones and those that often find something come first."""
        order = sorted(items, key=lambda item: (-self.killed_by[item.nodeid], self.seconds[item.nodeid]))
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.setpgid(0, 0)
            os.close(reading)
            os._exit(self._attempt(mutant, order, writing))
        os.close(writing)
        with os.fdopen(reading) as said:
            last = said.read().split("\n")[-1]
        _, status = os.waitpid(child, 0)
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)  # those that it left behind
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM:
            print(f"killed by waiting: {mutant} in {last}", flush=True)
        if status:
            self.killed_by[last] += 1
        return status == 0

    def _attempt(self, mutant: Mutant, order: list[pytest.Item], out: int) -> int:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        signal.setitimer(signal.ITIMER_PROF, LIMIT_S)
        with tempfile.TemporaryDirectory() as folder:
            try:
                _become(mutant.code(), Path(folder) / PROGRAM.name)
                for item in order:
                    signal.setitimer(signal.ITIMER_PROF, LIMIT_S + 10 * self.seconds[item.nodeid])
                    signal.alarm(WAIT_S)
                    os.write(out, f"\n{item.nodeid}".encode())
                    self._run(item)
                    if self.failed:
                        return 1
            except BaseException:
                return 1
        return 0


def _become(code: str, file: Path) -> None:
    """Put the mutant in the place of the program that the tests have imported."""
    file.write_text(code, encoding="utf-8")
    names = vars(ledger_verifier)
    for name in [name for name in names if not name.startswith("__")]:
        del names[name]
    names["__file__"] = str(file)
    exec(compile(code, str(file), "exec"), names)


def main() -> int:
    """Run all mutants and tell which survive; 3 when one does that is not known to be the same program."""
    parser = argparse.ArgumentParser(description="Breaks the verifier in every small way and runs its tests.")
    parser.add_argument("--line", default="1-100000", help="only breaks of these lines, as FROM-TO")
    parser.add_argument("--list", action="store_true", help="tell the mutants and run nothing")
    asked = parser.parse_args()
    first, last = map(int, asked.line.split("-"))
    source = PROGRAM.read_text(encoding="utf-8")
    chosen = [mutant for mutant in mutants(source) if first <= mutant.line <= last]
    if asked.list:
        print(*chosen, sep="\n")
        return 0
    hypothesis.settings.register_profile("mutants", database=None, derandomize=True, deadline=None, max_examples=40)
    hypothesis.settings.load_profile("mutants")
    trial = Trial(chosen)
    quiet = ["-o", "addopts=", "--import-mode=importlib", "--noconftest"]
    without = ["-p", "no:terminal", "-p", "no:django", "-p", "no:cacheprovider"]
    with tempfile.TemporaryDirectory() as folder:
        tests = [str(Path(__file__).parent / name) for name in TESTS]
        pytest.main([*quiet, *without, f"--basetemp={folder}/tests", *tests], plugins=[trial])
    return _tell(trial)


def _tell(trial: Trial) -> int:
    alive = [mutant for mutant, survives in zip(trial.chosen, trial.verdicts, strict=True) if survives]
    same = [mutant for mutant in alive if mutant.key in EQUIVALENT]
    count = len(trial.chosen) - len(same)
    print(f"\n{count - len(alive) + len(same)} of {count} mutants killed; {len(same)} more are the same program")
    return 0 if len(same) == len(alive) else 3


if __name__ == "__main__":
    sys.exit(main())
