"""The Python module, as a notebook would use it, and against the command and the header.

Run by make with LAUT, the command, and LAUT_LIBRARY, the shared library.
"""
import ctypes
import dataclasses
import gc
import glob
import json
import math
import os
import re
import resource
import subprocess
import sys
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import laut

LAUT = os.environ["LAUT"]
ARTICLE = """Streit um die Fähre 🛥

„Wir fahren weiter“, sagte die Ministerin Ada Brandt dem Sender „Elbwelle“. Sie glaube an die Fähre.
Laut Polizei lag das Schiff schief. Der Rat machte keine Angaben.
"""


class Notebook(unittest.TestCase):
    """The examples of the documentation."""

    def test_who_said_what(self):
        said = [(claim.kind, claim.speaker and claim.speaker.name, str(claim.content))
                for claim in laut.analyze(ARTICLE).claims]
        self.assertEqual(said, [
            (laut.Kind.DIRECT, "Ada Brandt", "„Wir fahren weiter“"),
            (laut.Kind.INDIRECT_FREE_INDIRECT, "Ada Brandt", "Sie glaube an die Fähre."),
            (laut.Kind.INDIRECT, "Polizei", "lag das Schiff schief"),
        ])

    def test_chain_and_source(self):
        text = "Die Brücke sei sicher, sagte Ada Brandt dem Sender „Elbwelle“ zufolge."
        claim, = laut.analyze(text).claims
        self.assertEqual([link.name for link in claim.chain], ["Ada Brandt", "Elbwelle"])
        self.assertEqual(claim.source, claim.chain[1])
        self.assertEqual(claim.source.party.type, laut.PartyType.MEDIA)
        self.assertEqual(claim.speaker.resolved, "name")
        self.assertEqual(str(claim.cue), "sagte")
        self.assertEqual(claim.act, laut.Act.STATEMENT)
        self.assertEqual(f"{claim.medium}", "speech")

    def test_offsets_are_indices(self):
        document = laut.analyze(ARTICLE)
        for claim in document.claims:
            for passage in (claim.content, claim.cue, claim.frame, claim.speaker.words):
                if passage:
                    self.assertEqual(" ".join(ARTICLE[begin:end] for begin, end in passage.spans), passage.text)
        self.assertEqual([ARTICLE[slice(*s.span)] for s in document.sentences][:2],
                         ["Streit um die Fähre 🛥", "„Wir fahren weiter“, sagte die Ministerin Ada Brandt dem "
                          "Sender „Elbwelle“."])
        self.assertEqual(document.claims[1].continues, 0)
        self.assertEqual(document.sentences[1].claims, (0,))

    def test_parties_and_silence(self):
        document = laut.analyze(ARTICLE)
        self.assertEqual([(str(p), p.type) for p in document.parties if p.type == laut.PartyType.PERSON],
                         [("Ada Brandt", "person")])
        brandt = document.claims[0].speaker.party
        self.assertIs(document.parties[brandt.index], brandt)
        self.assertIn("die Ministerin Ada Brandt", [ARTICLE[slice(*m)] for m in brandt.mentions])
        silence, = document.no_comments
        self.assertEqual((silence.speaker.name, silence.text.text), ("Rat", "Der Rat machte keine Angaben."))

    def test_rule_and_confidence_and_why(self):
        claim = laut.analyze(ARTICLE).claims[2]
        self.assertTrue(0 < claim.confidence <= 1)
        why = laut.explain(ARTICLE, 4)
        self.assertIn(claim.rule, why)
        self.assertIn("Laut Polizei", why)
        self.assertNotIn("Wir fahren", why)

    def test_becomes_json(self):
        document = laut.analyze(ARTICLE)
        back = json.loads(json.dumps(dataclasses.asdict(document)))
        self.assertEqual(back["claims"][0]["kind"], "direct")
        self.assertEqual(back["text"], ARTICLE)

    def test_equal_and_unchangeable(self):
        self.assertEqual(laut.analyze(ARTICLE), laut.analyze(ARTICLE))
        with self.assertRaises(dataclasses.FrozenInstanceError):
            laut.analyze(ARTICLE).claims[0].rule = "mine"

    def test_strange_texts(self):
        for text in ("", "\0", "„", "\ufeffDie Polizei sagte, es brenne.", "a\r\nb", "Er sagte: \U0010ffff"):
            self.assertEqual(laut.analyze(text).text, text)
        claim, = laut.analyze("\ufeffDie Polizei sagte, es brenne.").claims
        self.assertEqual(claim.content.spans, ((20, 29),))
        document = laut.analyze("Die Polizei sagte, " + "x" * 2000 + " brenne.")
        self.assertEqual([t.what for t in document.truncations], [laut.Limit.WORD])


class SameAsTheCommand(unittest.TestCase):
    """What the module reads from memory is what the command writes, for all of corpus/."""

    maxDiff = None

    @staticmethod
    def hand(link):
        if link is None:
            return None
        out = {"party": f"p{link.party.index + 1}" if link.party else None, "name": link.name,
               "text": str(link.words) if link.words else None,
               "spans": [list(s) for s in link.words.spans] if link.words else [], "resolved": str(link.resolved)}
        if link.resolved == laut.Resolved.AMBIGUOUS:
            out["candidates"] = [f"p{p.index + 1}" for p in link.candidates]
        return out

    @staticmethod
    def passage(p):
        return p and {"text": p.text, "spans": [list(s) for s in p.spans]}

    def record(self, id, d):
        def name(index):
            return None if index is None else f"c{index + 1}"
        return {
            "schema": 1, "id": id, "language": "de", "offsets": "codepoint", "publisher": None,
            "claims": [{
                "id": name(c.index), "kind": c.kind, "medium": c.medium, "act": c.act,
                "content": self.passage(c.content), "speaker": self.hand(c.speaker),
                "source": self.hand(c.source),
                "attribution": [{"party": f"p{k.party.index + 1}" if k.party else None,
                                 "cue": k.cue and k.cue.text} for k in c.chain],
                "cue": self.passage(c.cue), "frame": self.passage(c.frame),
                "addressee": self.passage(c.addressee), "parent": name(c.parent),
                "continues": name(c.continues), "confidence": math.floor(c.confidence * 1000 + .5) / 1000, "rule": c.rule,
                "sentence": c.sentence} for c in d.claims],
            "no_comments": [{"speaker": self.hand(n.speaker), "source": self.hand(n.source), "text": n.text.text,
                             "spans": [list(s) for s in n.text.spans], "rule": n.rule,
                             "sentence": n.sentence} for n in d.no_comments],
            "parties": [{"id": f"p{p.index + 1}", "name": p.name, "type": p.type, "role": p.role,
                         "mentions": [list(m) for m in p.mentions]} for p in d.parties],
            "sentences": [{"span": list(s.span), "claims": [name(c) for c in s.claims]} for s in d.sentences],
            "truncated": [{"what": t.what, "span": list(t.span)} for t in d.truncations]}

    def test_corpus(self):
        files = sorted(glob.glob("corpus/*.jsonl"))
        written = subprocess.run([LAUT, "--input", "jsonl", "--format", "jsonl", *files], check=True,
                                 capture_output=True, text=True).stdout.splitlines()
        articles = [json.loads(line) for f in files for line in Path(f).read_text().splitlines()]
        self.assertEqual(len(articles), len(written))
        claims = 0
        for article, line in zip(articles, written):
            document = laut.analyze(article["text"])
            self.assertEqual(self.record(article["id"], document), json.loads(line))
            claims += len(document.claims)
        self.assertGreater(claims, 1000)


class Engines(unittest.TestCase):
    def test_threads_share_one(self):
        texts = [ARTICLE.replace("Ada Brandt", name) for name in ("Ada Brandt", "Malte Grothe", "Eva Hansen")] * 40
        alone = [laut.analyze(text) for text in texts]
        with laut.Engine() as engine, ThreadPoolExecutor(4) as pool:
            self.assertEqual(list(pool.map(engine.analyze, texts)), alone)
            self.assertLessEqual(len(engine._idle), 4)

    def test_first_call_on_many_threads(self):
        code = ("import laut, threading\n"
                "t = [threading.Thread(target=laut.analyze, args=('Laut Polizei brannte es.',)) for _ in range(8)]\n"
                "[x.start() for x in t]; [x.join() for x in t]\nprint(len(laut._default._idle) > 0)")
        out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
        self.assertEqual((out.stdout, out.stderr), ("True\n", ""))

    def test_closed(self):
        engine = laut.Engine()
        engine.close()
        engine.close()
        with self.assertRaisesRegex(laut.Error, "closed"):
            engine.analyze(ARTICLE)

    def test_closed_while_it_works(self):
        engine = laut.Engine()
        with engine._analyzed(ARTICLE):
            engine.close()
            self.assertTrue(engine._engine)
        self.assertFalse(engine._engine)
        self.assertEqual(engine._idle, [])

    def test_results_outlive_the_engine(self):
        with laut.Engine() as engine:
            document = engine.analyze(ARTICLE)
        del engine
        gc.collect()
        self.assertEqual(document.claims[0].speaker.name, "Ada Brandt")

    def test_rules_of_ones_own(self):
        with tempfile.TemporaryDirectory() as mine:
            (Path(mine) / "de").mkdir()
            os.symlink(os.path.abspath("rules/de/lex"), Path(mine) / "de/lex")
            rule = Path(mine) / "de/mine.laut"
            rule.write_text("rule mine.colon\n  match   s:@mention[speaks] \":\" q:@quote\n"
                            "  emit    direct content=q speaker=s\nend\n")
            with laut.Engine(mine) as engine:
                self.assertEqual([c.rule for c in engine.analyze("Ada Brandt: „Es brennt.“").claims], ["mine.colon"])
            rule.write_text(rule.read_text().replace("speaks", "spekas"))
            with self.assertRaises(laut.RulesError) as caught:
                laut.Engine(Path(mine))
            mistake = caught.exception.mistakes[0]
            self.assertEqual((mistake.line, mistake.column), (2, 22))
            self.assertIn("speaks", mistake.message)
            self.assertRegex(str(caught.exception), r"mine\.laut:2:22: ")

    def test_errors(self):
        with self.assertRaisesRegex(laut.RulesError, "/nowhere: No such file"):
            laut.Engine("/nowhere")
        with self.assertRaisesRegex(ValueError, "surrogate at 3"):
            laut.analyze("abc\udcff")
        with self.assertRaises((TypeError, AttributeError)):
            laut.analyze(b"bytes")

    def test_memory_is_given_back(self):
        def held():  # KB, when the C library has given back what it only keeps for later
            ctypes.CDLL(None).malloc_trim(0)
            return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() // 1024
        text = ARTICLE * 40
        for _ in range(5):
            laut.analyze(text)
            laut.Engine().analyze(ARTICLE)
        before = held()
        for _ in range(15):
            laut.analyze(text)
            laut.explain(ARTICLE)
            laut.Engine().analyze(ARTICLE)
        # What an engine holds is more than 10 MB: one that stayed would show.
        self.assertLess(held() - before, 5_000)

    def test_no_library(self):
        for value in ("/nowhere/liblaut.so", "/dev/null"):
            out = subprocess.run([sys.executable, "-c", "import laut"], capture_output=True, text=True,
                                 env={**os.environ, "LAUT_LIBRARY": value})
            self.assertEqual(out.returncode, 1)
            self.assertIn("ImportError: the library of laut cannot be loaded: " + value, out.stderr)


class Header(unittest.TestCase):
    """The module's copy of laut.h is right."""

    STRUCTS = {
        laut._Span: "laut_span", laut._Spans: "laut_spans", laut._Error: "laut_error", laut._Errors: "laut_errors",
        laut._Party: "laut_party", laut._Link: "laut_link", laut._Claim: "laut_claim",
        laut._NoComment: "laut_no_comment", laut._Sentence: "laut_sentence", laut._Truncation: "laut_truncation",
        laut._Options: "laut_options",
    }

    def test_layout(self):
        lines = ['#include <laut.h>', 'int main(void) {']
        wanted = []
        for struct, name in self.STRUCTS.items():
            lines.append(f'printf("{name} %zu\\n", sizeof({name}));')
            wanted.append(f"{name} {ctypes.sizeof(struct)}")
            for field, _ in struct._fields_:
                lines.append(f'printf("{name}.{field} %zu %zu\\n", offsetof({name}, {field}), '
                             f'sizeof((({name} *)0)->{field}));')
                place = getattr(struct, field)
                wanted.append(f"{name}.{field} {place.offset} {place.size}")
        lines.append('printf("errors %d %d %d\\n", LAUT_ERROR_MEMORY, LAUT_ERROR_INPUT, LAUT_CODEPOINT);')
        wanted.append(f"errors {laut._ERROR_MEMORY} {laut._ERROR_INPUT} {laut._CODEPOINT}")
        lines.append('return 0; }')
        with tempfile.TemporaryDirectory() as t:
            (Path(t) / "a.c").write_text("\n".join(lines))
            subprocess.run(["gcc", "-Iinclude", "-o", f"{t}/a", f"{t}/a.c"], check=True)
            found = subprocess.run([f"{t}/a"], check=True, capture_output=True, text=True).stdout.splitlines()
        self.assertEqual(found, wanted)

    def test_every_field_is_read(self):
        """A field that laut.h gets later is one of the module, too."""
        header = re.sub(r"/\*.*?\*/", "", Path("include/laut.h").read_text(), flags=re.S)
        bodies = {name: body for body, name in re.findall(r"typedef struct \{([^}]*)\} (laut_\w+);", header)}
        for struct, name in self.STRUCTS.items():
            names = re.findall(r"(\w+)(?:\[\w+\])?\s*[,;]", bodies[name])
            self.assertEqual(names, [field for field, _ in struct._fields_], name)

    def test_terms(self):
        for terms, function in ((laut.Kind, "kind"), (laut.Medium, "medium"), (laut.Act, "act"),
                                (laut.Resolved, "resolved"), (laut.PartyType, "party_type"), (laut.Limit, "limit")):
            name = getattr(laut._lib, f"laut_{function}_name")
            name.restype = ctypes.c_char_p
            names = [name(i).decode() for i in range(len(terms) + 1)]
            self.assertEqual(names, [t.value for t in terms] + ["?"], terms)

    def test_all_is_documented(self):
        for name in laut.__all__:
            self.assertTrue(hasattr(laut, name), name)
        public = {n for n, v in vars(laut).items()
                  if not n.startswith("_") and getattr(v, "__module__", None) == "laut"}
        self.assertEqual(public, set(laut.__all__))


if __name__ == "__main__":
    unittest.main()
