"""Who said what in a German news text, and who reports it.

    import laut

    for claim in laut.analyze(text).claims:
        print(claim.kind, claim.speaker and claim.speaker.name, claim.content)

A claim is a content that the text attributes to somebody other than its author. All offsets are
indices of the Python string that was analysed: ``text[begin:end]`` are the words.

``analyze()`` loads the rules once, at the first call. Who wants rules of his own, or wants to say when
they are given back, opens an engine:

    with laut.Engine(rules="mine") as engine:
        documents = [engine.analyze(text) for text in texts]

An engine may be used by any number of threads at once, and while it analyses others may run:
``ThreadPoolExecutor().map(engine.analyze, texts)`` keeps several cores busy. What it returns are plain
objects of Python, which outlive it.

This module needs nothing but Python 3.10 and the shared library liblaut. It takes the library that the
environment variable LAUT_LIBRARY names, else the one that it was installed or built with, else the
system's.
"""
from __future__ import annotations

import ctypes
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

__all__ = [
    "Act", "Claim", "Document", "Engine", "Error", "InputError", "Kind", "Limit", "Link", "Medium", "Mistake",
    "NoComment", "Party", "PartyType", "Passage", "Resolved", "RulesError", "Sentence", "Span", "Truncation",
    "analyze", "explain",
]

# ---------------------------------------------------------------- terms


class _Term(str, Enum):
    """A value that is equal to its name in the JSON output. The order is that of laut.h."""

    def __str__(self) -> str:
        return str(self.value)


class Kind(_Term):
    """In which form something is attributed; the README has examples."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    REPORTED = "reported"
    INDIRECT_FREE_INDIRECT = "indirect_free_indirect"
    FREE_INDIRECT = "free_indirect"


class Medium(_Term):
    SPEECH = "speech"
    WRITING = "writing"
    THOUGHT = "thought"
    UNKNOWN = "unknown"


class Act(_Term):
    STATEMENT = "statement"
    ANNOUNCEMENT = "announcement"
    DEMAND = "demand"
    DENIAL = "denial"
    ADMISSION = "admission"
    ACCUSATION = "accusation"
    QUESTION = "question"
    PROMISE = "promise"
    WARNING = "warning"
    ASSESSMENT = "assessment"


class Resolved(_Term):
    """How a party was found."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"
    CONTINUED = "continued"
    AMBIGUOUS = "ambiguous"
    UNRESOLVED = "unresolved"


class PartyType(_Term):
    PERSON = "person"
    ORGANIZATION = "organization"
    MEDIA = "media"
    DOCUMENT = "document"
    GROUP = "group"
    UNNAMED = "unnamed"


class Limit(_Term):
    """Which limit of the analysis was reached, see LAUT_MAX_… in laut.h."""

    SENTENCE = "sentence"
    WORD = "word"
    CLAUSES = "clauses"
    PARTIES = "parties"
    HANDS = "hands"
    STEPS = "steps"


# ---------------------------------------------------------------- what is found


class Span(NamedTuple):
    """``text[begin:end]``."""

    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the text; those of several spans are joined by a blank."""

    text: str
    spans: tuple[Span, ...]

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who says or reports something, one entry however often and however called."""

    index: int  # in Document.parties
    name: str  # the fullest proper name without title, else the head phrase
    role: str | None
    type: PartyType
    mentions: tuple[Span, ...]

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Link:
    """One hand of the chain that brings a statement to the reader."""

    party: Party | None  # None: the words name somebody, but nobody knows whom
    words: Passage | None  # that name the party here; None where it is carried on
    cue: Passage | None
    resolved: Resolved
    candidates: tuple[Party, ...]  # equally likely parties, where it is ambiguous

    @property
    def name(self) -> str | None:
        return self.party.name if self.party else None


@dataclass(frozen=True, slots=True)
class Claim:
    """A content that the text attributes to somebody."""

    index: int  # in Document.claims
    kind: Kind
    medium: Medium
    act: Act
    content: Passage  # quotation marks included
    speaker: Link | None  # who said it: the first of the chain
    source: Link | None  # who reports it to the text; None where the text itself does
    chain: tuple[Link, ...]  # from who said it to who reports it
    cue: Passage | None  # sagte; kündigte … an; nach
    frame: Passage | None  # the whole introducing expression
    addressee: Passage | None
    parent: int | None  # index of the claim whose content holds this one
    continues: int | None  # index of the claim that this one carries on
    sentence: int  # index of the sentence of its first word
    confidence: float  # measured precision of the rule, 0 where it was never measured
    rule: str  # the rule that found it; explain() tells more


@dataclass(frozen=True, slots=True)
class NoComment:
    """Somebody is said to have said nothing."""

    text: Passage  # the whole sentence
    speaker: Link | None
    source: Link | None
    chain: tuple[Link, ...]
    sentence: int
    rule: str


@dataclass(frozen=True, slots=True)
class Sentence:
    span: Span
    claims: tuple[int, ...]  # indices of those whose content begins here


@dataclass(frozen=True, slots=True)
class Truncation:
    """A limit was reached in this part of the text."""

    what: Limit
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A text with everything that was found in it."""

    text: str
    claims: tuple[Claim, ...]  # by content; an outer claim before those inside it
    no_comments: tuple[NoComment, ...]
    parties: tuple[Party, ...]
    sentences: tuple[Sentence, ...]
    truncations: tuple[Truncation, ...]  # empty for nearly every text


# ---------------------------------------------------------------- errors


class Error(Exception):
    """Something that laut could not do. Memory that runs out is a MemoryError."""


class InputError(Error, ValueError):
    """The text has no UTF-8 form (lone surrogates), or is too large."""


class Mistake(NamedTuple):
    """What is wrong with rules, and where."""

    file: str
    line: int  # from 1; 0 where it has no meaning
    column: int
    message: str
    source: str  # the line, shortened

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: {self.message}" if place else self.message


class RulesError(Error):
    """A directory of rules cannot be read, or is wrong."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = tuple(mistakes)


# ---------------------------------------------------------------- laut.h

# In the order of laut.h; that they are laid out as the compiler does is tested.


class _Span(ctypes.Structure):
    _fields_ = [("begin", ctypes.c_uint32), ("end", ctypes.c_uint32)]


class _Spans(ctypes.Structure):
    _fields_ = [("at", ctypes.POINTER(_Span)), ("count", ctypes.c_size_t)]


class _Error(ctypes.Structure):
    _fields_ = [
        ("code", ctypes.c_int), ("file", ctypes.c_char * 256), ("line", ctypes.c_uint32),
        ("column", ctypes.c_uint32), ("offset", ctypes.c_size_t), ("message", ctypes.c_char * 512),
        ("source", ctypes.c_char * 256),
    ]


class _Errors(ctypes.Structure):
    _fields_ = [("count", ctypes.c_size_t), ("list", _Error * 20)]


class _Party(ctypes.Structure):
    _fields_ = [
        ("name", ctypes.c_char_p), ("role", ctypes.c_char_p), ("type", ctypes.c_int), ("mentions", _Spans),
    ]


class _Link(ctypes.Structure):
    _fields_ = [
        ("party", ctypes.c_uint32), ("words", _Spans), ("cue", _Spans), ("resolved", ctypes.c_int),
        ("candidates", ctypes.POINTER(ctypes.c_uint32)), ("candidate_count", ctypes.c_size_t),
    ]


class _Claim(ctypes.Structure):
    _fields_ = [
        ("kind", ctypes.c_int), ("medium", ctypes.c_int), ("act", ctypes.c_int), ("content", _Spans),
        ("cue", _Spans), ("frame", _Spans), ("speaker", _Spans), ("addressee", _Spans),
        ("chain", ctypes.POINTER(_Link)), ("chain_count", ctypes.c_size_t), ("source", ctypes.c_uint32),
        ("parent", ctypes.c_uint32), ("continues", ctypes.c_uint32), ("sentence", ctypes.c_uint32),
        ("confidence", ctypes.c_double), ("rule", ctypes.c_char_p),
    ]


class _NoComment(ctypes.Structure):
    _fields_ = [
        ("sentence", _Spans), ("words", _Spans), ("chain", ctypes.POINTER(_Link)),
        ("chain_count", ctypes.c_size_t), ("source", ctypes.c_uint32), ("sentence_index", ctypes.c_uint32),
        ("rule", ctypes.c_char_p),
    ]


class _Sentence(ctypes.Structure):
    _fields_ = [
        ("span", _Span), ("claims", ctypes.POINTER(ctypes.c_uint32)), ("claim_count", ctypes.c_size_t),
    ]


class _Truncation(ctypes.Structure):
    _fields_ = [("what", ctypes.c_int), ("span", _Span)]


class _Options(ctypes.Structure):
    _fields_ = [
        ("id", ctypes.c_char_p), ("publisher", ctypes.c_char_p), ("trace", ctypes.c_int),
        ("worker", ctypes.c_void_p),
    ]


_ERROR_MEMORY, _ERROR_INPUT = 1, 2
_CODEPOINT = 0


def _load() -> ctypes.CDLL:
    """The library: PREFIX/lib/python3/dist-packages/laut/ and src/python/laut/ are equally deep."""
    name = "liblaut.so.0"
    top = Path(__file__).resolve().parents[3]
    wanted = os.environ.get("LAUT_LIBRARY")
    beside = [str(p) for p in (top / name, top / "build" / name) if p.exists()]
    path = wanted or (beside or [name])[0]
    try:
        lib = ctypes.CDLL(path)
    except OSError as e:
        raise ImportError(f"the library of laut cannot be loaded: {e}; LAUT_LIBRARY may name it") from e
    out, pointer, size = ctypes.POINTER(ctypes.c_void_p), ctypes.c_void_p, ctypes.c_size_t
    error, number = ctypes.POINTER(_Error), ctypes.POINTER(ctypes.c_size_t)
    functions: list[tuple[Any, ...]] = [
        ("laut_engine_open", ctypes.c_int, out, ctypes.c_char_p, ctypes.POINTER(_Errors)),
        ("laut_engine_free", None, pointer),
        ("laut_worker_open", ctypes.c_int, out, pointer, error),
        ("laut_worker_free", None, pointer),
        ("laut_analyze", ctypes.c_int, pointer, ctypes.c_char_p, size, ctypes.POINTER(_Options), out, error),
        ("laut_document_free", None, pointer),
        ("laut_claims", ctypes.POINTER(_Claim), pointer, number),
        ("laut_no_comments", ctypes.POINTER(_NoComment), pointer, number),
        ("laut_parties", ctypes.POINTER(_Party), pointer, number),
        ("laut_sentences", ctypes.POINTER(_Sentence), pointer, number),
        ("laut_truncations", ctypes.POINTER(_Truncation), pointer, number),
        ("laut_offset", ctypes.c_uint32, pointer, ctypes.c_uint32, ctypes.c_int),
        ("laut_explain", ctypes.c_int, pointer, ctypes.c_uint32, pointer),
    ]
    for called, result, *arguments in functions:
        function = getattr(lib, called)
        function.restype = result
        function.argtypes = arguments
    return lib


_lib = _load()


def _failure(error: _Error) -> Exception:
    message = error.message.decode()
    if error.code == _ERROR_MEMORY:
        return MemoryError(message)
    return (InputError if error.code == _ERROR_INPUT else Error)(message)


def _mistake(error: _Error) -> Mistake:
    return Mistake(os.fsdecode(error.file), error.line, error.column, error.message.decode(errors="replace"),
                   error.source.decode(errors="replace"))


_T = TypeVar("_T")
_TermT = TypeVar("_TermT", bound=_Term)


def _listed(at: Any, count: int) -> list[Any]:
    return list(at[:count]) if count else []


def _entry(entries: Sequence[_T], index: int) -> _T | None:
    """LAUT_NONE is beyond every table."""
    return entries[index] if index < len(entries) else None


class _Reading:
    """Makes Python objects of a document of the library."""

    def __init__(self, document: ctypes.c_void_p, text: str) -> None:
        self.document, self.text = document, text
        self.parties = tuple(
            Party(i, p.name.decode(), p.role.decode() if p.role else None, self.term(PartyType, p.type),
                  self.spans(p.mentions))
            for i, p in enumerate(self.table(_lib.laut_parties)))

    def table(self, function: Any) -> list[Any]:
        count = ctypes.c_size_t()
        at = function(self.document, ctypes.byref(count))
        return _listed(at, count.value)

    def term(self, terms: type[_TermT], value: int) -> _TermT:
        return tuple(terms)[value]

    def span(self, span: _Span) -> Span:
        return Span(_lib.laut_offset(self.document, span.begin, _CODEPOINT),
                    _lib.laut_offset(self.document, span.end, _CODEPOINT))

    def spans(self, spans: _Spans) -> tuple[Span, ...]:
        return tuple(self.span(s) for s in _listed(spans.at, spans.count))

    def passage(self, spans: _Spans) -> Passage | None:
        places = self.spans(spans)
        return Passage(" ".join(self.text[s.begin:s.end] for s in places), places) if places else None

    def chain(self, at: Any, count: int) -> tuple[Link, ...]:
        return tuple(
            Link(_entry(self.parties, k.party), self.passage(k.words), self.passage(k.cue),
                 self.term(Resolved, k.resolved),
                 tuple(self.parties[c] for c in _listed(k.candidates, k.candidate_count)))
            for k in _listed(at, count))

    def speaker(self, chain: tuple[Link, ...], spans: _Spans) -> Link | None:
        """The words that name the speaker go before those of the chain, also where it is empty."""
        words = self.passage(spans)
        if not chain:
            return Link(None, words, None, Resolved.UNRESOLVED, ()) if words else None
        k = chain[0]
        return Link(k.party, words or k.words, k.cue, k.resolved, k.candidates)

    def claims(self) -> tuple[tuple[Claim, ...], dict[int, int]]:
        """The claims by place, and where each one of the library came to stand."""
        found = self.table(_lib.laut_claims)
        contents = [self.passage(c.content) or Passage("", ()) for c in found]

        def place(i: int) -> tuple[int, int, int]:
            spans = contents[i].spans
            return (spans[0].begin, -spans[-1].end, i) if spans else (0, 0, i)

        rank = {i: n for n, i in enumerate(sorted(range(len(found)), key=place))}
        claims = []
        for i, n in rank.items():
            c = found[i]
            chain = self.chain(c.chain, c.chain_count)
            claims.append(Claim(
                n, self.term(Kind, c.kind), self.term(Medium, c.medium), self.term(Act, c.act), contents[i],
                self.speaker(chain, c.speaker), _entry(chain, c.source), chain, self.passage(c.cue),
                self.passage(c.frame), self.passage(c.addressee), rank.get(c.parent), rank.get(c.continues),
                c.sentence, c.confidence, c.rule.decode()))
        return tuple(claims), rank

    def no_comments(self) -> tuple[NoComment, ...]:
        found = []
        for c in self.table(_lib.laut_no_comments):
            chain = self.chain(c.chain, c.chain_count)
            found.append(NoComment(
                self.passage(c.sentence) or Passage("", ()), self.speaker(chain, c.words),
                _entry(chain, c.source), chain, c.sentence_index, c.rule.decode()))
        return tuple(sorted(found, key=lambda c: c.text.spans[:1]))

    def read(self) -> Document:
        claims, rank = self.claims()
        return Document(
            self.text, claims, self.no_comments(), self.parties,
            tuple(Sentence(self.span(s.span), tuple(sorted(rank[c] for c in _listed(s.claims, s.claim_count))))
                  for s in self.table(_lib.laut_sentences)),
            tuple(Truncation(self.term(Limit, t.what), self.span(t.span))
                  for t in self.table(_lib.laut_truncations)))


# ---------------------------------------------------------------- engines


class Engine:
    """Rules and lexica, loaded once: from the directory `rules`, or those that are built in.

    Raises RulesError where they are wrong. Any number of threads may use an engine. It is given back by
    close(), by the end of a `with`, or when nobody has it any more.
    """

    def __init__(self, rules: str | os.PathLike[str] | None = None) -> None:
        self._lock = threading.Lock()
        self._idle: list[ctypes.c_void_p] = []  # workers, for whoever comes next
        self._busy = 0
        self._engine = ctypes.c_void_p()
        self._closed = False
        errors = _Errors()
        if _lib.laut_engine_open(ctypes.byref(self._engine), os.fsencode(rules) if rules is not None else None,
                                 ctypes.byref(errors)) < 0:
            found = errors.list[:max(errors.count, 1)]
            if found[0].code == _ERROR_MEMORY:
                raise _failure(found[0])
            raise RulesError([_mistake(e) for e in found])

    def analyze(self, text: str) -> Document:
        """Find the claims of a text. Raises InputError where it has no UTF-8 form or is too large."""
        with self._analyzed(text) as document:
            return _Reading(document, text).read()

    def explain(self, text: str, line: int = 0) -> str:
        """Which rules matched, were beaten or nearly matched in the sentences of a line (from 1; 0: of
        all lines), and why."""
        with self._analyzed(text, trace=True) as document:
            return _printed(lambda stream: _lib.laut_explain(document, line, stream))

    def close(self) -> None:
        """Give the memory back: at once, or when the analyses that still run are done."""
        with self._lock:
            self._closed = True
            self._free_unused()

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        if hasattr(self, "_closed"):
            self.close()

    def _free_unused(self) -> None:
        if self._closed and not self._busy:
            while self._idle:
                _lib.laut_worker_free(self._idle.pop())
            _lib.laut_engine_free(self._engine)
            self._engine = ctypes.c_void_p()

    @contextmanager
    def _worker(self) -> Iterator[ctypes.c_void_p]:
        """A worker of the library serves one thread at a time; there are as many as were ever needed."""
        with self._lock:
            if self._closed:
                raise Error("the engine is closed")
            self._busy += 1
            worker = self._idle.pop() if self._idle else ctypes.c_void_p()
        try:
            error = _Error()
            if not worker and _lib.laut_worker_open(ctypes.byref(worker), self._engine,
                                                    ctypes.byref(error)) < 0:
                raise _failure(error)
            yield worker
        finally:
            with self._lock:
                if worker:
                    self._idle.append(worker)
                self._busy -= 1
                self._free_unused()

    @contextmanager
    def _analyzed(self, text: str, trace: bool = False) -> Iterator[ctypes.c_void_p]:
        try:
            data = text.encode()
        except UnicodeEncodeError as e:
            raise InputError(f"not Unicode text: a lone surrogate at {e.start}") from None
        with self._worker() as worker:
            options = _Options(trace=trace, worker=worker)
            document, error = ctypes.c_void_p(), _Error()
            if _lib.laut_analyze(self._engine, data, len(data), ctypes.byref(options), ctypes.byref(document),
                                 ctypes.byref(error)) < 0:
                raise _failure(error)
            try:
                yield document
            finally:
                _lib.laut_document_free(document)


def _printed(write: Any) -> str:
    """What a function of the library writes to a stream of C."""
    c = ctypes.CDLL(None)
    c.open_memstream.restype = ctypes.c_void_p
    at, size = ctypes.c_void_p(), ctypes.c_size_t()
    stream = ctypes.c_void_p(c.open_memstream(ctypes.byref(at), ctypes.byref(size)))
    if not stream:
        raise MemoryError("out of memory")
    failed = write(stream) < 0
    failed |= c.fclose(stream) != 0
    try:
        if failed:
            raise MemoryError("out of memory")
        return ctypes.string_at(at, size.value).decode(errors="replace")
    finally:
        c.free(at)


_default: Engine | None = None
_default_lock = threading.Lock()


def _engine() -> Engine:
    global _default
    with _default_lock:
        if _default is None:
            _default = Engine()
        return _default


def analyze(text: str) -> Document:
    """Find the claims of a text with the rules that are built in; see Engine.analyze()."""
    return _engine().analyze(text)


def explain(text: str, line: int = 0) -> str:
    """Why the lines of a text came out as they did; see Engine.explain()."""
    return _engine().explain(text, line)
