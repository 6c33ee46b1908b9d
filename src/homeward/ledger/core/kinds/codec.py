"""How a typed content is written into an entry and read back, without loss and without free-form dictionaries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Any, ClassVar, Protocol, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from homeward.moments import Interval
from homeward.refusals import Refused


class UnknownKind(Refused):
    """The ledger does not know this kind of statement."""


class MalformedContent(Refused):
    """The content does not have the form of its kind."""


class Content(Protocol):
    """A frozen dataclass that says its kind and version."""

    KIND: ClassVar[str]
    VERSION: ClassVar[int]
    __dataclass_fields__: ClassVar[dict[str, Any]]


C = TypeVar("C")
_KINDS: dict[tuple[str, int], type[Any]] = {}
_NAMES: dict[type[Any], tuple[tuple[str, bool], ...]] = {}
_READERS: dict[type[Any], dict[str, Callable[[Any], Any]]] = {}


def kind_of(name: str, version: int = 1) -> Callable[[type[C]], type[C]]:
    """Enter a frozen dataclass into the closed set under its name and version."""

    def enter(cls: type[C]) -> type[C]:
        cls.KIND = name  # type: ignore[attr-defined]
        cls.VERSION = version  # type: ignore[attr-defined]
        _KINDS[name, version] = cls
        return cls

    return enter


def registered() -> Mapping[tuple[str, int], type[Any]]:
    """Every kind the house knows, by name and version."""
    return dict(_KINDS)


def to_json(content: Any) -> dict[str, Any]:
    """Write a content (or a value inside one) as plain JSON values; what is empty and may be so is left out."""
    return {
        name: _plain(value)
        for name, needed in _names(type(content))
        if (value := getattr(content, name)) is not None and ((value != () and value != "") or needed)
    }


def from_json(kind: str, version: int, written: Mapping[str, Any]) -> Any:
    """Read a content back; refuses an unknown kind, an unknown field and a value of another form."""
    cls = _KINDS.get((kind, version))
    if cls is None:
        raise UnknownKind(f"The ledger does not know the kind {kind} in version {version}.", where=kind)
    return _read(cls, written, kind)


def _names(cls: type[Any]) -> tuple[tuple[str, bool], ...]:
    """The fields of a kind, and whether each must be there also when it is empty."""
    if cls not in _NAMES:
        _NAMES[cls] = tuple((field.name, field.default is MISSING is field.default_factory) for field in fields(cls))
    return _NAMES[cls]


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str | int):
        return value
    if isinstance(value, UUID | Decimal):
        return str(value)
    if isinstance(value, Interval):
        return value.as_json()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return to_json(value)


def _readers(cls: type[Any]) -> dict[str, Callable[[Any], Any]]:
    if cls not in _READERS:
        hints = get_type_hints(cls)
        _READERS[cls] = {name: _reader(hints[name]) for name, _ in _names(cls)}
    return _READERS[cls]


def _read(cls: type[Any], written: Mapping[str, Any], where: str) -> Any:
    readers = _readers(cls)
    for name in written:
        if name not in readers:
            raise MalformedContent(f"{where} has no field {name}.", where=f"{where}.{name}")
    try:
        return cls(**{name: readers[name](value) for name, value in written.items()})
    except (TypeError, ValueError, KeyError, AttributeError) as wrong:
        raise MalformedContent(f"The content does not have the form of {where}: {wrong}.", where=where) from wrong


def _reader(hint: Any) -> Callable[[Any], Any]:
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (each for each in get_args(hint) if each is not type(None))
    if get_origin(hint) is tuple:
        inner = _reader(get_args(hint)[0])
        return lambda items: tuple(inner(item) for item in items)
    if hint is Interval:
        return Interval.from_json
    if isinstance(hint, type) and is_dataclass(hint):
        cls: type[Any] = hint
        return lambda written: _read(cls, written, cls.__name__)
    if hint in (str, int):
        return lambda value: _same(value, hint)
    return hint  # type: ignore[no-any-return]


def _same(value: Any, kind: type[Any]) -> Any:
    if type(value) is not kind:
        raise TypeError(f"{value!r} is not of type {kind.__name__}")
    return value
