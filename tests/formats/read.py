#!/usr/bin/env python3
"""Read what laut wrote in another format, strictly, and compare it with what it wrote as JSON.

    read.py FORMAT WRITTEN REFERENCE [UNIT]

WRITTEN is a file or (brat, cas, tei) a directory; REFERENCE the same documents by
`--format jsonl --with-text`, with offsets in code points. Ends with 1 and a message where a claim
reads back as another: each span is taken out of the text by the offsets of the written file, in the
unit that its format demands.
"""
import csv
import glob
import json
import os
import re
import sys
import xml.etree.ElementTree as ElementTree


class Wrong(Exception):
    pass


def need(condition, *what):
    if not condition:
        raise Wrong(" ".join(str(w) for w in what))


def cut(text, begin, end, unit="codepoint"):
    """The piece of the text between two offsets, which must lie on borders of characters."""
    if unit == "codepoint":
        need(0 <= begin <= end <= len(text), "span", begin, end, "of", len(text))
        return text[begin:end]
    coding = {"byte": "utf-8", "utf16": "utf-16-le"}[unit]
    wide = 2 if unit == "utf16" else 1
    data = text.encode(coding)
    need(0 <= begin <= end <= len(data) // wide, "span", begin, end, "of", len(data) // wide)
    return data[begin * wide:end * wide].decode(coding)


def name(hand):
    return (hand or {}).get("name") or ""


def words(passage):
    return (passage or {}).get("text") or ""


def stem(document_id):
    """The file that a document becomes in a directory."""
    kept = re.sub(r"[^A-Za-z0-9_.\-\x80-\U0010ffff]", "_", document_id)
    return "_" + kept[1:] if kept.startswith(".") else kept


class Document:
    def __init__(self, line):
        o = json.loads(line)
        self.id, self.text, self.claims = o["id"], o["text"], o["claims"]
        self.parties = {p["id"]: p for p in o["parties"]}
        self.by_id = {c["id"]: c for c in self.claims}

    def pieces(self, passage):
        return [cut(self.text, *s) for s in passage["spans"]] if passage else []

    def same(self, claim_id, key, got, wanted):
        need(got == wanted, self.id, claim_id, key + ":", repr(got), "and not", repr(wanted))

    def all_read(self, seen):
        need(sorted(seen) == sorted(self.by_id), self.id, "has", sorted(self.by_id), "and not", sorted(seen))


# ---------------------------------------------------------------- csv, tsv


def read_csv(path, documents, unit, separator=","):
    with open(path, newline="", encoding="utf-8") as f:
        data = f.read()
    if separator == ",":
        need(data.startswith("\ufeff"), "no byte order mark")
        need(data.endswith("\r\n"), "no CRLF at the end")
        data = data[1:]
    else:
        need(not data.startswith("\ufeff"), "a byte order mark")
    rows = list(csv.reader(iter_lines(data), delimiter=separator, strict=True))
    for row in rows:
        need(len(row) == len(rows[0]), "cells:", row)
        for cell in row:
            need(not re.match("[=+\\-@\t\r\n＝＋－＠]", cell), "a formula:", cell)
    seen = {d.id: [] for d in documents}
    by_id = {d.id: d for d in documents}
    for row in rows[1:]:
        r = {k: v[1:] if v.startswith("'") else v for k, v in zip(rows[0], row)}
        d = by_id[r["document"]]
        c = d.by_id[r["claim"]]
        seen[d.id].append(c["id"])
        for key, wanted in {
            "kind": c["kind"], "medium": c["medium"], "act": c["act"], "content": c["content"]["text"],
            "speaker": name(c["speaker"]), "speaker_words": words(c["speaker"]),
            "resolved": (c["speaker"] or {}).get("resolved", ""), "source": name(c["source"]),
            "source_words": words(c["source"]), "cue": words(c["cue"]), "addressee": words(c["addressee"]),
            "parent": c["parent"] or "", "continues": c["continues"] or "", "rule": c["rule"],
        }.items():
            d.same(c["id"], key, r[key], wanted.replace("\0", "\ufffd"))
        need(float(r["confidence"]) == c["confidence"], "confidence", r["confidence"])
        spans = json.loads(r["spans"])
        d.same(c["id"], "spans", [cut(d.text, b, e, unit) for b, e in spans], d.pieces(c["content"]))
        line = 1 + len(re.findall("\r\n|\r|\n", d.text[:c["content"]["spans"][0][0]]))
        d.same(c["id"], "line", int(r["line"]), line)
    for d in documents:
        d.all_read(seen[d.id])


def iter_lines(data):
    """Lines for the csv module, without a view on which characters end a line."""
    return re.findall("[^\n]*\n|[^\n]+$", data)


def read_tsv(path, documents, unit):
    read_csv(path, documents, unit, "\t")


# ---------------------------------------------------------------- brat


def read_brat(directory, documents, unit):
    """As brat's own reader does it: code points, fragments joined by a blank, no line break in one."""
    conf = open(os.path.join(directory, "annotation.conf"), encoding="utf-8").read()
    sections = dict(re.findall(r"^\[(\w+)\]\n((?:(?!\[).*\n?)*)", conf, re.M))
    need({"entities", "relations", "events", "attributes"} <= set(sections), "annotation.conf lacks a section")
    declared = {k: {re.split(r"[\s]", x)[0] for x in v.splitlines() if x.strip() and x[0] != "#"}
                for k, v in sections.items()}
    for d in documents:
        base = os.path.join(directory, stem(d.id))
        text = open(base + ".txt", encoding="utf-8", newline="").read()
        need(text == d.text, d.id, "is another text")
        spans, relations, attributes, notes = {}, [], {}, {}
        lines = open(base + ".ann", encoding="utf-8", newline="").read().split("\n")
        need(lines.pop() == "", "no line feed at the end")
        seen_ids = set()
        for line in lines:
            number, rest = line.split("\t", 1)
            need(number not in seen_ids, "twice:", number)
            seen_ids.add(number)
            if number[0] == "T":
                head, covered = rest.split("\t", 1)
                kind, places = head.split(" ", 1)
                need(kind in declared["entities"], "not declared:", kind)
                spans[number] = (kind, [tuple(map(int, p.split(" "))) for p in places.split(";")])
                pieces = [cut(text, b, e) for b, e in spans[number][1]]
                need(all(p and not re.search("[\n\r\x0b\x0c\x85\u2028\u2029]", p) for p in pieces), number, pieces)
                need(" ".join(pieces) == covered, number, repr(covered), "is not", pieces)
            elif number[0] == "R":
                kind, one, two = rest.split(" ")
                need(kind in declared["relations"], "not declared:", kind)
                need(one.startswith("Arg1:") and two.startswith("Arg2:"), line)
                relations.append((kind, one[5:], two[5:]))
            elif number[0] == "A":
                kind, of, value = rest.split(" ")
                need(kind in declared["attributes"], "not declared:", kind)
                attributes[kind, of] = value
            else:
                need(number[0] == "#", line)
                kind, rest = rest.split(" ", 1)
                of, note = rest.split("\t", 1)
                need(kind == "AnnotatorNotes" and of not in notes, line)
                notes[of] = note
        for kind, one, two in relations:
            need(one in spans and two in spans, kind, one, two)
        claims = {notes[t].split(" ")[0]: t for t in spans if (("Act", t) in attributes)}
        d.all_read(claims)
        flat = lambda s: re.sub(r"[\n\r\x0b\x0c\x85\u2028\u2029]+", "", "".join(s))
        for claim_id, t in claims.items():
            c = d.by_id[claim_id]
            d.same(claim_id, "kind", spans[t][0].lower(), c["kind"])
            d.same(claim_id, "act", attributes["Act", t], c["act"])
            d.same(claim_id, "content", flat(cut(text, b, e) for b, e in spans[t][1]), flat(d.pieces(c["content"])))
            for role in "Speaker", "Source":
                ends = [two for kind, one, two in relations if kind == role and one == t]
                hand = c[role.lower()]
                d.same(claim_id, role, len(ends), 1 if hand else 0)
                if hand:
                    d.same(claim_id, role, notes.get(ends[0], ""), hand["name"] or "?")
                if hand and hand["spans"]:
                    d.same(claim_id, role, flat(cut(text, b, e) for b, e in spans[ends[0]][1]), flat(d.pieces(hand)))
            for role in "Addressee", "Cue":
                ends = [two for kind, one, two in relations if kind == role and one == t]
                passage = c[role.lower()]
                d.same(claim_id, role, len(ends), 1 if passage else 0)
                if passage:
                    d.same(claim_id, role, flat(cut(text, b, e) for b, e in spans[ends[0]][1]), flat(d.pieces(passage)))


# ---------------------------------------------------------------- mask


def read_mask(directory, documents, unit):
    for d in documents:
        with open(os.path.join(directory, stem(d.id) + ".txt"), encoding="utf-8", newline="") as f:
            compare_mask(f.read(), d, unit)


def compare_mask(got, d, unit):
    size = {"codepoint": len, "byte": lambda s: len(s.encode()), "utf16": lambda s: len(s.encode("utf-16-le")) // 2}[unit]
    hidden = [(b, e) for c in d.claims if c["kind"] == "direct" for b, e in c["content"]["spans"]]
    # both are walked side by side: what is no quotation is equal, what is one has the same length
    at, breaks = 0, "\n\r\x0b\x0c\x85\u2028\u2029"
    for i, letter in enumerate(d.text):
        inside = any(b <= i < e for b, e in hidden)
        if got.startswith(letter, at) and (not inside or letter in breaks + "„“”‚‘’»«›‹\"'" or letter == " "):
            at += 1
            continue
        need(inside, d.id, "differs at", i, repr(letter), repr(got[at:at + 1]))
        n = size(letter)
        need(got[at:at + n] == " " * n, d.id, "shows", repr(got[at:at + n]), "for", repr(letter))
        at += n
    need(at == len(got), "there is more:", repr(got[at:]))


# ---------------------------------------------------------------- citron


def read_citron(path, documents, unit):
    lines = open(path, encoding="utf-8").read().split("\n")
    need(lines.pop() == "" and len(lines) == len(documents), len(lines), "lines")
    for line, d in zip(lines, documents):
        o = json.loads(line)
        need(o["id"] == d.id, o["id"])
        need(len(o["quotes"]) == len(d.claims), len(o["quotes"]), "quotes")
        for q, c in zip(o["quotes"], d.claims):
            for span in q["contents"] + q["sources"] + [q["cue"]] * bool(q["cue"]):
                need(set(span) == {"start", "end", "text"}, span)
                d.same(c["id"], "text", cut(d.text, span["start"], span["end"]), span["text"])
            d.same(c["id"], "contents", [[s["start"], s["end"]] for s in q["contents"]], c["content"]["spans"])
            d.same(c["id"], "sources", [[s["start"], s["end"]] for s in q["sources"]],
                   c["speaker"]["spans"] if c["speaker"] else [])
            whole = c["cue"]["spans"] if c["cue"] else []
            d.same(c["id"], "cue", [q["cue"]["start"], q["cue"]["end"]] if q["cue"] else None,
                   [whole[0][0], whole[-1][1]] if whole else None)
            d.same(c["id"], "coreference", q["coreference"], name(c["speaker"]) or None)
            d.same(c["id"], "confidence", q["confidence"], c["confidence"])


# ---------------------------------------------------------------- W3C Web Annotation


def read_w3c(path, documents, unit):
    lines = open(path, encoding="utf-8").read().split("\n")
    need(lines.pop() == "" and len(lines) == len(documents), len(lines), "lines")
    for line, d in zip(lines, documents):
        o = json.loads(line)
        need(o["@context"][0] == "http://www.w3.org/ns/anno.jsonld", "context", o["@context"])
        need(o["type"] == "AnnotationPage" and isinstance(o["id"], str) and o["id"], "no page")
        need(len({a["id"] for a in o["items"]}) == len(o["items"]), "ids twice")
        seen = []
        for a in o["items"]:
            # what the Recommendation demands of an Annotation (section 3.1)
            need(a["type"] == "Annotation" and isinstance(a["id"], str), "no annotation", a)
            need(isinstance(a["target"], list) and a["target"], "no target")
            for iri in [a["id"]] + [t["source"] for t in a["target"]]:
                need(re.fullmatch(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+", iri), "no IRI:", iri)
            claim = next(b for b in a["body"] if b["type"] == "laut:Claim")
            tag = next(b for b in a["body"] if b.get("purpose") == "tagging")
            named = [b for b in a["body"] if b.get("purpose") == "identifying"]
            c = d.by_id[a["id"].rsplit("#", 1)[1]]
            seen.append(c["id"])
            d.same(c["id"], "kind", tag["value"], c["kind"])
            d.same(c["id"], "speaker", named[0]["value"] if named else "", name(c["speaker"]))
            for key in "speaker", "source":
                d.same(c["id"], key, (claim.get("laut:" + key) or {}).get("laut:name", ""), name(c[key]))
                d.same(c["id"], key, (claim.get("laut:" + key) or {}).get("laut:words", ""), words(c[key]))
            got = []
            for t in a["target"]:
                need(t["type"] == "SpecificResource", t)
                quote, position = t["selector"]
                need(quote["type"] == "TextQuoteSelector" and position["type"] == "TextPositionSelector", t)
                b, e = position["start"], position["end"]
                got.append(cut(d.text, b, e))
                need(quote["exact"] == got[-1], quote, "at", b, e)
                need(d.text[:b].endswith(quote["prefix"]) and d.text[e:].startswith(quote["suffix"]), "around", quote)
                need(len(quote["prefix"]) == min(32, b) or not quote["prefix"].startswith("\u0301"), "prefix", quote)
                need(len(quote["prefix"]) <= 32 and len(quote["suffix"]) <= 32, "long", quote)
            d.same(c["id"], "content", got, d.pieces(c["content"]))
        d.all_read(seen)


# ---------------------------------------------------------------- schema.org


SCHEMA_ORG = {  # what schema.org allows in these places: property -> types
    "Quotation": {"@type", "@id", "identifier", "text", "inLanguage", "spokenByCharacter", "citation", "isBasedOn", "isPartOf"},
    "Claim": {"@type", "@id", "identifier", "text", "inLanguage", "author", "citation", "isBasedOn", "isPartOf", "appearance"},
}


def read_schemaorg(path, documents, unit):
    lines = open(path, encoding="utf-8").read().split("\n")
    need(lines.pop() == "" and len(lines) == len(documents), len(lines), "lines")
    for line, d in zip(lines, documents):
        o = json.loads(line)
        need(o["@context"] == "https://schema.org" and o["@type"] == "Article", "context or type")
        need(not re.search("ClaimReview|[rR]ating", re.sub(r'"(text|name|@id)":"(\\.|[^"\\])*"', "", line)), "a rating")
        seen = []
        for q in o["hasPart"]:
            c = d.by_id[q["identifier"]]
            seen.append(c["id"])
            d.same(c["id"], "type", q["@type"], "Quotation" if c["kind"] == "direct" else "Claim")
            need(set(q) <= SCHEMA_ORG[q["@type"]], c["id"], "holds", set(q) - SCHEMA_ORG[q["@type"]])
            d.same(c["id"], "content", q["text"], c["content"]["text"])
            who = q.get("spokenByCharacter") or q.get("author") or q.get("citation")
            d.same(c["id"], "speaker", (who or {}).get("name", ""), name(c["speaker"]))
            if who:
                kinds = {"CreativeWork"} if "citation" in q else {"Person", "Organization", "NewsMediaOrganization"}
                need(who["@type"] in kinds, c["id"], who)
                need(who["@id"].endswith("#" + c["speaker"]["party"]), who)
            based = q.get("isBasedOn")
            got = ""
            if based:
                need(based["@type"] == "CreativeWork", based)
                got = based.get("name") or (based.get("publisher") or based.get("author"))["name"]
            d.same(c["id"], "source", got, name(c["source"]))
        d.all_read(seen)


# ---------------------------------------------------------------- TEI

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def read_tei(directory, documents, unit):
    for d in documents:
        root = ElementTree.parse(os.path.join(directory, stem(d.id) + ".xml")).getroot()
        need(root.tag == TEI + "TEI", root.tag)
        body = root.find(f"{TEI}text/{TEI}body")
        legal = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", d.text)
        need("".join(body.itertext()) == legal, d.id, "is another text")
        parties = {e.get(XML_ID): e for e in root.iter() if e.tag in (TEI + "person", TEI + "org", TEI + "bibl")}
        need(set(parties) == set(d.parties), "parties", set(parties))
        for p, e in parties.items():
            label = next(x.text for x in e if x.tag in (TEI + "persName", TEI + "orgName", TEI + "title"))
            d.same(p, "name", label, d.parties[p]["name"])
        terms = {e.get(XML_ID) for e in root.iter(TEI + "category")}
        spans, at = {}, 0
        elements = {}

        def walk(e):
            nonlocal at
            begin = at
            at += len(e.text or "")
            for child in e:
                walk(child)
                at += len(child.tail or "")
            if e.tag in (TEI + "said", TEI + "q", TEI + "quote"):
                elements[e.get(XML_ID)] = e
                spans[e.get(XML_ID)] = (begin, at)

        walk(body)
        chains = {}
        for part, e in elements.items():
            for one, other in ("next", "prev"), ("prev", "next"):
                if e.get(one):
                    need(elements[e.get(one)[1:]].get(other) == "#" + part, part, one)
            if not e.get("prev"):
                chain = [part]
                while elements[chain[-1]].get("next"):
                    chain.append(elements[chain[-1]].get("next")[1:])
                chains[part] = chain
        need(sum(len(c) for c in chains.values()) == len(elements), "loose parts")
        d.all_read([re.sub(r"\..*", "", c) for c in chains])
        for first, chain in chains.items():
            c = d.by_id[re.sub(r"\..*", "", first)]
            got = sorted(spans[p] for p in chain)
            need(got == [spans[p] for p in chain], c["id"], "parts are out of order")
            joined = "".join(legal[b:e] for b, e in got)
            squeezed = lambda s: re.sub(r"\s+", "", s)
            wanted = "".join(legal[b:e] for b, e in c["content"]["spans"])
            d.same(c["id"], "content", squeezed(joined), squeezed(wanted))
            need(got[0][0] == c["content"]["spans"][0][0] and got[-1][1] == c["content"]["spans"][-1][1], c["id"], got)
            for part in chain:
                e = elements[part]
                point = lambda hand: ["#" + hand["party"]] if hand and hand["party"] else []
                who, source = (e.get("who") or "").split(), (e.get("source") or "").split()
                if e.tag == TEI + "quote":
                    d.same(c["id"], "source", source, point(c["speaker"]) + point(c["source"]))
                else:
                    d.same(c["id"], "who", who, point(c["speaker"]))
                    d.same(c["id"], "source", source, point(c["source"]))
                d.same(c["id"], "direct", e.get("direct", "true"), "true" if c["kind"] == "direct" else "false")
                need(all(a[1:] in terms for a in e.get("ana").split()), e.get("ana"))
                need("#" + "kind." + c["kind"] in e.get("ana").split(), e.get("ana"))


# ---------------------------------------------------------------- UIMA CAS JSON

PRIMITIVE = {"uima.cas.String": str, "uima.cas.Integer": int, "uima.cas.Float": (int, float)}


def read_cas(directory, documents, unit):
    """Offsets are UTF-16, as in Java; each feature must be declared, and each reference lead somewhere."""
    for d in documents:
        o = json.load(open(os.path.join(directory, stem(d.id) + ".json"), encoding="utf-8"))
        need(set(o) == {"%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"}, set(o))
        things = {f["%ID"]: f for f in o["%FEATURE_STRUCTURES"]}
        need(len(things) == len(o["%FEATURE_STRUCTURES"]), "ids twice")
        (view,) = o["%VIEWS"].values()
        sofa = things[view["%SOFA"]]
        need(sofa["sofaString"] == d.text, d.id, "is another text")
        need(set(view["%MEMBERS"]) == set(things) - {sofa["%ID"]}, "members")
        spans, relations = {}, []
        for f in things.values():
            if f is sofa:
                continue
            need(f["@sofa"] == sofa["%ID"], f)
            f["covered"] = cut(d.text, f["begin"], f["end"], "utf16")
            declared = o["%TYPES"].get(f["%TYPE"], {})
            for key, value in f.items():
                if key in ("%ID", "%TYPE", "@sofa", "begin", "end", "covered", "language"):
                    continue
                range_ = declared[key.lstrip("@")]["%RANGE"]
                if key[0] == "@":
                    need(things[value]["%TYPE"] == range_ or range_ == "uima.tcas.Annotation", key, value)
                else:
                    need(isinstance(value, PRIMITIVE[range_]), key, value)
            if f["%TYPE"] == "webanno.custom.LautSpan":
                spans[f["%ID"]] = f
            elif f["%TYPE"] == "webanno.custom.LautLink":
                need((f["begin"], f["end"]) == (things[f["@Dependent"]]["begin"], things[f["@Dependent"]]["end"]), f)
                relations.append((f["role"], f["@Governor"], f["@Dependent"]))
        sentences = [f for f in things.values() if f["%TYPE"].endswith(".Sentence")]
        need(len(sentences) > 0 or not d.claims, "no sentences")
        first = {f["claim"]: f for f in spans.values() if f.get("kind")}
        d.all_read(first)
        for claim_id, f in first.items():
            c = d.by_id[claim_id]
            follow = lambda role: [spans[two] for r, one, two in relations if r == role and one == f["%ID"]]
            d.same(claim_id, "kind", f["kind"], c["kind"])
            d.same(claim_id, "act", f["act"], c["act"])
            d.same(claim_id, "content", [f["covered"]] + [x["covered"] for x in follow("part")], d.pieces(c["content"]))
            for role in "speaker", "source":
                hand = c[role]
                d.same(claim_id, role, f.get(role, ""), name(hand))
                d.same(claim_id, role, [x["covered"] for x in follow(role)], d.pieces(hand) if hand else [])
            for role in "cue", "addressee":
                d.same(claim_id, role, [x["covered"] for x in follow(role)], d.pieces(c[role]))


# ----------------------------------------------------------------


def main():
    kind, written, reference = sys.argv[1:4]
    unit = sys.argv[4] if len(sys.argv) > 4 else "codepoint"
    with open(reference, encoding="utf-8") as f:
        documents = [Document(line) for line in f.read().split("\n") if line]
    need(documents, "no documents in", reference)
    globals()["read_" + kind](written, documents, unit)
    print(kind, sum(len(d.claims) for d in documents) > 0 and "ok" or "empty")


try:
    main()
except (Wrong, ValueError, KeyError, IndexError, StopIteration, OSError) as problem:
    sys.exit(f"{sys.argv[1]}: {type(problem).__name__}: {problem}")
