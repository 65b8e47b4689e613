"""The HTML report in a real Chromium: python3 tests/browser/test_report.py LAUT NOTED

LAUT is the command, NOTED the program that writes a report with notes (noted.c). LAUT_SHOTS names a
directory for screenshots of what was tested, to be looked at."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from chromium import Chromium

HERE = pathlib.Path(__file__).resolve().parent
CORPUS = HERE.parent.parent / "corpus"
LAUT, NOTED = sys.argv[1:3] if len(sys.argv) > 2 else ("build/laut", "build/browser/noted")

# The articles that are looked at, from 1 claim to more than 60: the last one is four in one.
ARTICLES = ["14-wetter-wochenende", "38-glatteis-erzgebirge", "24-museum-ohne-dach", "07-theaterpremiere",
            "09-gespraech-hebamme", "11-liveticker-unwetter", "17-recherche-pflegeheime", "36-ticker-bombenfund",
            "65-uebernahme-rhenolack", "18-klinikum-streik"]
LONG = ["18-klinikum-streik", "65-uebernahme-rhenolack", "17-recherche-pflegeheime", "19-gipfel-hauptstaedte"]
WIDE, NARROW = (1400, 900), (390, 844)

EVIL = """<script>document.title = "broken"; console.log("broken")</script>"""
EVIL_ARTICLE = f"""</div><style>body {{ display: none }}</style>

Die Sprecherin Ada <b>Brandt</b> sagte: „Das ist {EVIL} & falsch.“ Der „Bote“ onmouseover="alert(1)" schwieg.
Laut <img src=x onerror=console.log("broken")> sei alles gut.
"""

# Colours as numbers, and the contrast of two by WCAG 2.2, in the page itself.
CONTRAST = """(() => {
    const numbers = c => c.match(/[\\d.]+/g).map(Number);
    const light = c => numbers(c).slice(0, 3).map(v => v / 255)
        .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
    window.contrast = (a, b) => {
        const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
        return (x + .05) / (y + .05);
    };
    // What a custom property means as a colour within an element.
    window.colour = (element, name) => {
        const probe = document.createElement("span");
        probe.className = "probe";
        element.append(probe);
        probe.attributeStyleMap.set("color", `var(${name})`);
        const value = getComputedStyle(probe).color;
        probe.remove();
        return value;
    };
})()"""


def text_of(name):
    with open(CORPUS / f"{name}.jsonl", encoding="utf-8") as f:
        return json.loads(f.readline())["text"]


class Report(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="laut-report-")
        cls.browser = Chromium("chromium").__enter__()
        cls.shots = os.environ.get("LAUT_SHOTS")

    @classmethod
    def tearDownClass(cls):
        cls.browser.__exit__(None, None, None)
        cls.folder.cleanup()

    def path(self, name):
        return pathlib.Path(self.folder.name) / name

    def write(self, name, text):
        self.path(name).write_text(text, encoding="utf-8")
        return str(self.path(name))

    def report(self, name, *command):
        """Run a command that writes a report; its address."""
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
        self.path(name).write_bytes(done.stdout)
        return f"file://{self.path(name)}"

    def article(self, name, *options):
        return self.report(f"{name}.html", LAUT, "--format", "html", *options, self.write(f"{name}.txt", text_of(name)))

    def open(self, address, size=WIDE, **media):
        page = self.browser.page(address, *size, **media)
        self.addCleanup(page.close)
        self.addCleanup(lambda: self.assertEqual(page.messages, [], "what the console says"))
        return page

    def shot(self, page, name, whole=False):
        if self.shots:
            page.screenshot(f"{self.shots}/{name}.png", whole)

    def shown(self, page):
        """The cards that are to be seen."""
        return page.run("[...document.querySelectorAll('.card')].filter(c => c.offsetParent || c.getClientRects().length)"
                        ".map(c => c.dataset.for)")

    def assert_fits(self, page):
        self.assertLessEqual(page.run("document.documentElement.scrollWidth - document.documentElement.clientWidth"), 0,
                             "the page is wider than the window")

    # ---- ten articles, light and dark, wide and narrow, on paper

    def test_articles_load(self):
        for name in ARTICLES:
            address = self.article(name)
            for scheme in ("light", "dark"):
                for size in (WIDE, NARROW):
                    with self.subTest(article=name, scheme=scheme, width=size[0]):
                        page = self.open(address, size, scheme=scheme)
                        self.assertEqual(page.requests, [address], "what the page loads")
                        self.assertTrue(page.run("document.querySelectorAll('.key').length > 0"))
                        self.assert_fits(page)
                        self.shot(page, f"{name}-{scheme}-{size[0]}")
                        page.click(".key")
                        self.assertEqual(len(self.shown(page)), 1)
                        self.assert_fits(page)
                        self.shot(page, f"{name}-{scheme}-{size[0]}-chosen")
            page = self.open(address)
            if self.shots:
                page.pdf(f"{self.shots}/{name}.pdf")

    def long(self):
        text = "\n\n".join(text_of(name) for name in LONG)
        return self.report("long.html", LAUT, "--format", "html", "--publisher", "Abendblatt", self.write("long.txt", text))

    def test_a_long_article(self):
        page = self.open(self.long())
        self.assertGreaterEqual(page.run("document.querySelectorAll('.key').length"), 60)
        self.assertGreater(page.run("document.querySelectorAll('[data-filter=speaker]').length"), 12)
        self.shot(page, "long", whole=True)
        self.assert_fits(page)

    def test_long_words_fit(self):
        word = "Donaudampfschifffahrt" * 12
        text = f"Die {word} Ada {word} sagte der {word}: „{word}“. Laut {word} sei {word} ein Problem.\n"
        address = self.report("words.html", LAUT, "--format", "html", self.write(f"{word[:200]}.txt", text))
        for size in (WIDE, NARROW):
            page = self.open(address, size)
            self.assert_fits(page)
            page.click(".key")
            self.assert_fits(page)

    # ---- choosing

    def test_a_click_shows_the_claim(self):
        page = self.open(self.article("17-recherche-pflegeheime"))
        self.assertEqual(self.shown(page), [])
        self.assertTrue(page.run("document.querySelector('.overview').offsetParent !== null"))
        page.click(".content[data-for=c1]")
        self.assertEqual(self.shown(page), ["c1"])
        card = page.run("document.querySelector('.card.on').innerText")
        for wanted in ("interne Dienstpläne", "indirekte Rede", "Klartext", "Wie … berichtete", "indirect.how", "%",
                       "waren in elf Häusern", "Sie lesen"):
            self.assertIn(wanted, card)
        order = page.run("[...document.querySelectorAll('.card.on .chain b')].map(b => b.textContent)")
        self.assertEqual(order, ["diesen Text", "Klartext", "interne Dienstpläne"])
        self.assertGreater(page.run("document.querySelectorAll('.text .on').length"), 3, "frame, cue and content are marked")
        # inside another one: the inner one is meant
        page.click(".content[data-for=c4]")
        self.assertEqual(self.shown(page), ["c4"])
        page.click(".card.on dl a")  # stands in the other
        self.assertEqual(self.shown(page), ["c3"])
        page.click(".close")
        self.assertEqual(self.shown(page), [])

    def test_every_piece_belongs_to_its_claim(self):
        page = self.open(self.article("18-klinikum-streik"))
        pieces = page.run("document.querySelectorAll('[data-piece]').length")
        self.assertGreater(pieces, 0)
        page.click("[data-piece]")
        name = page.run("document.querySelector('[data-piece]').dataset.for")
        self.assertEqual(self.shown(page), [name])
        self.assertGreater(page.run(f"document.querySelectorAll('.content.on[data-for={name}]').length"), 1)

    def test_a_link_leads_to_a_claim(self):
        page = self.open(self.article("17-recherche-pflegeheime") + "#d1-c7")
        self.assertEqual(self.shown(page), ["c7"])
        page = self.open(self.article("17-recherche-pflegeheime") + "#d1-c7\"]")
        self.assertEqual(self.shown(page), [])

    # ---- the keyboard

    def test_the_keyboard_is_enough(self):
        page = self.open(self.article("17-recherche-pflegeheime"))
        page.key("Tab")
        self.assertTrue(page.run("document.activeElement.matches('.skip')"))
        page.key("Tab")
        self.assertEqual(page.run("document.activeElement.dataset.for"), "c1")
        self.assertEqual(self.shown(page), ["c1"], "focus alone chooses")
        page.key("ArrowRight")
        self.assertEqual(page.run("document.activeElement.id"), "d1-tc2")
        self.assertEqual(self.shown(page), ["c2"])
        page.key("ArrowLeft")
        page.key("ArrowLeft")
        self.assertEqual(self.shown(page), [page.run("[...document.querySelectorAll('.card')].at(-1).dataset.for")])
        page.key("ArrowRight")
        page.key("Enter")  # on into the card
        self.assertEqual(page.run("document.activeElement.id"), "d1-c1")
        page.key("Escape")  # and back
        self.assertEqual(page.run("document.activeElement.id"), "d1-tc1")
        page.key("Escape")
        self.assertEqual(self.shown(page), [])
        # all filters are buttons that a key can press
        page.run("document.querySelector('[data-filter=kind]').focus()")
        page.key(" ")
        self.assertEqual(page.run("document.activeElement.getAttribute('aria-pressed')"), "true")

    def test_the_focus_is_seen(self):
        page = self.open(self.article("07-theaterpremiere"))
        page.key("Tab")
        page.key("Tab")
        self.assertEqual(page.run("getComputedStyle(document.activeElement).outlineStyle"), "solid")

    # ---- filters

    def dimmed(self, page):
        return set(page.run("[...document.querySelectorAll('.key.dim')].map(k => k.dataset.for)"))

    def cards(self, page, condition):
        return set(page.run(f"[...document.querySelectorAll('.card')].filter(c => {condition}).map(c => c.dataset.for)"))

    def test_filters(self):
        page = self.open(self.article("17-recherche-pflegeheime"))
        every = self.cards(page, "true")
        page.click("[data-filter=kind][data-value=direct]")
        self.assertEqual(every - self.dimmed(page), self.cards(page, "c.dataset.kind === 'direct'"))
        page.click("[data-filter=kind][data-value=silence]")
        either = self.cards(page, "['direct', 'silence'].includes(c.dataset.kind)")
        self.assertEqual(every - self.dimmed(page), either, "two values of one filter are alternatives")
        page.click("[data-filter=speaker][data-value='2']")
        both = either & self.cards(page, "c.dataset.speaker === '2'")
        self.assertEqual(every - self.dimmed(page), both, "two filters must both let it through")
        self.assertEqual(page.run("document.querySelector('.filtered').textContent"), f"{len(both)} von {len(every)} zu sehen")
        page.click(".first")
        self.assertEqual(len(self.shown(page)), 1)
        self.assertIn(self.shown(page)[0], both)
        page.click(".close")
        page.click(".reset")
        self.assertEqual(self.dimmed(page), set())
        page.click("[data-filter=source]:not([data-value='0'])")
        place = page.run("document.querySelector('[data-filter=source][aria-pressed=true]').dataset.value")
        wanted = self.cards(page, f"c.dataset.source === '{place}'")
        self.assertTrue(wanted)
        self.assertEqual(every - self.dimmed(page), wanted)
        # steps go over what is filtered out, and the list shows only the others
        page.click(".list")
        self.assertEqual(set(self.shown(page)), wanted)

    # ---- colours

    def test_contrasts(self):
        address = self.long()
        for scheme in ("light", "dark"):
            page = self.open(address, scheme=scheme)
            page.run(CONTRAST)
            worst = page.run("""(() => {
                const found = [], root = document.body;
                const paper = getComputedStyle(root).backgroundColor, text = getComputedStyle(root).color;
                const check = (what, a, b) => { const c = contrast(a, b); if (c < 4.5) found.push([what, c]); };
                const holder = document.createElement("div");
                root.append(holder);
                const parties = Array.from({length: 13}, (_, i) => {
                    const e = document.createElement("span");
                    e.className = `p${i}`;
                    holder.append(e);
                    return {ink: colour(e, "--ink"), tint: colour(e, "--tint"), strong: colour(e, "--strong")};
                });
                const inks = new Set(parties.map(p => p.ink));
                if (inks.size !== 13) found.push(["colours that are the same", inks.size]);
                const grounds = [paper, colour(root, "--side"), ...parties.flatMap(p => [p.tint, p.strong])];
                for (const [i, p] of parties.entries()) {
                    for (const ground of grounds) check(`ink ${i} on ${ground}`, p.ink, ground);
                    check(`the key that is on ${i}`, paper, p.ink);
                }
                for (const ground of grounds) check(`text on ${ground}`, text, ground);
                for (const name of ["info", "warning", "error"]) {
                    const flag = document.createElement("span");
                    flag.className = `key flag on ${name}`;
                    holder.append(flag);
                    check(`the flag that is on, ${name}`, getComputedStyle(flag).color, getComputedStyle(flag).backgroundColor);
                    for (const ground of grounds) check(`flag ${name}`, colour(flag, "--ink"), ground);
                }
                for (const name of ["--quiet", "--info", "--warning", "--error"])
                    for (const ground of [paper, colour(root, "--side")]) check(name, colour(root, name), ground);
                // and what really stands on the page, each text on the ground behind it
                const transparent = c => c === "transparent" || / 0\\)$/.test(c);
                const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
                let seen = 0;
                for (let node; (node = walker.nextNode());) {
                    if (!node.data.trim()) continue;
                    let at = node.parentElement;
                    const ink = getComputedStyle(at).color;
                    while (at && transparent(getComputedStyle(at).backgroundColor)) at = at.parentElement;
                    check(`“${node.data.slice(0, 30)}”`, ink, at ? getComputedStyle(at).backgroundColor : paper);
                    seen++;
                }
                holder.remove();
                if (seen < 500) found.push(["texts that were looked at", seen]);
                return found;
            })()""")
            self.assertEqual(worst, [], scheme)

    def test_kinds_do_not_need_colour(self):
        page = self.open(self.article("17-recherche-pflegeheime"))
        lines = page.run("""[...document.querySelectorAll('.kinds .sample')].map(s => { const c = getComputedStyle(s);
            return [c.textDecorationLine, c.textDecorationStyle, c.textDecorationThickness, c.fontStyle].join(' '); })""")
        self.assertEqual(len(lines), 6)
        self.assertEqual(len(set(lines)), 6, lines)

    # ---- for a screen reader

    def test_the_accessibility_tree(self):
        page = self.open(self.article("17-recherche-pflegeheime"))
        page.click(".content[data-for=c1]")
        tree = page.accessibility()
        self.assertIn(("link", "Aussage D1: indirekte Rede, interne Dienstpläne"), tree)
        self.assertIn(("list", "Der Weg vom Leser zum Mund"), tree)
        roles = {role for role, _ in tree}
        for wanted in ("main", "article", "complementary", "heading", "blockquote", "status", "button"):
            self.assertIn(wanted, roles)
        unnamed = [(role, name) for role, name in tree if role in ("link", "button", "image", "searchbox") and not name.strip()]
        self.assertEqual(unnamed, [])
        self.assertEqual(page.run("document.documentElement.lang"), "de")

    # ---- narrow, on paper, without script

    def test_a_narrow_screen(self):
        page = self.open(self.article("17-recherche-pflegeheime"), NARROW)
        page.click(".content[data-for=c7]")
        page.run("new Promise(done => setTimeout(done, 700))")
        covered = page.run("""(() => { const key = document.querySelector('.key.on').getBoundingClientRect(),
            card = document.querySelector('.claims').getBoundingClientRect(); return key.top < 0 || key.bottom > card.top; })()""")
        self.assertFalse(covered, "the card lies over its claim")
        self.assert_fits(page)

    def test_on_paper_everything_is_there(self):
        page = self.open(self.article("17-recherche-pflegeheime"), scheme="dark", medium="print")
        self.assertEqual(len(self.shown(page)), page.run("document.querySelectorAll('.card').length"))
        self.assertEqual(page.run("getComputedStyle(document.body).backgroundColor"), "rgb(255, 255, 255)")
        self.assertEqual(page.run("document.querySelector('.steps').getClientRects().length"), 0)

    def test_without_script_everything_is_there(self):
        address = self.article("17-recherche-pflegeheime")
        page = self.open(address, script=False)
        self.assertEqual(len(self.shown(page)), page.run("document.querySelectorAll('.card').length"))
        self.assertEqual(page.run("document.documentElement.className"), "")

    # ---- several documents

    def test_an_index(self):
        page = self.open(self.report("several.html", LAUT, "--format", "html", "--input", "jsonl",
                                     *(str(CORPUS / f"{name}.jsonl") for name in ARTICLES)))
        visible = "[...document.querySelectorAll('.document')].filter(d => !d.hidden).map(d => d.id)"
        self.assertEqual(page.run(visible), [])
        self.assertEqual(page.run("document.querySelectorAll('.index li').length"), len(ARTICLES))
        self.shot(page, "index")
        page.click(".index li a", 3)
        page.run("new Promise(done => setTimeout(done, 100))")
        self.assertEqual(page.run(visible), ["d4"])
        self.assertIn("07-theaterpremiere", page.run("document.title"))
        page.click("#d4 .key")
        self.assertEqual(len(self.shown(page)), 1)
        page.click("#d4 .behind")
        page.run("new Promise(done => setTimeout(done, 100))")
        self.assertEqual(page.run(visible), ["d5"])
        page.click("#d5 .all")
        page.run("new Promise(done => setTimeout(done, 100))")
        self.assertEqual(page.run(visible), [])
        page.run("""(() => { const i = document.querySelector('.index input'); i.value = 'Hebamme';
            i.dispatchEvent(new Event('input')); })()""")
        left = page.run("[...document.querySelectorAll('.index li')].filter(l => !l.hidden).length")
        self.assertTrue(1 <= left < len(ARTICLES))

    # ---- notes

    def test_notes_in_the_margin(self):
        address = self.report("noted.html", NOTED, self.write("17.txt", text_of("17-recherche-pflegeheime")),
                              str(HERE / "notes.tsv"))
        page = self.open(address, (1500, 900))
        self.assertEqual(page.run("document.querySelectorAll('.note').length"), 4)
        beside = page.run("""[...document.querySelectorAll('.text .note')].every(n => n.getBoundingClientRect().right
            <= n.closest('.block').querySelector(':scope > p').getBoundingClientRect().left)""")
        self.assertTrue(beside, "a note stands in the text")
        apart = page.run("""(() => { const boxes = [...document.querySelectorAll('.text .note')].map(n => n.getBoundingClientRect());
            return boxes.every((b, i) => !i || b.top >= boxes[i - 1].bottom); })()""")
        self.assertTrue(apart, "notes lie over each other")
        self.shot(page, "noted", whole=True)
        page.click(".flag.error")
        self.assertTrue(page.run("document.querySelector('.note.error').classList.contains('on')"))
        for size in ((1100, 800), NARROW):
            page.resize(*size)
            self.assert_fits(page)
            below = page.run("""[...document.querySelectorAll('.text .note')].every(n => n.getBoundingClientRect().top
                >= n.closest('.block').querySelector(':scope > p').getBoundingClientRect().bottom)""")
            self.assertTrue(below, "a note does not stand below its paragraph")
            self.shot(page, f"noted-{size[0]}", whole=True)

    # ---- nothing of the text becomes markup

    def test_markup_stays_text(self):
        path = self.write("<b onclick=alert(1)>.txt", EVIL_ARTICLE)
        page = self.open(self.report("evil.html", LAUT, "--format", "html", "--publisher", EVIL, path))
        self.assertNotEqual(page.run("document.title"), "broken")
        self.assertEqual(page.run("document.querySelectorAll('main script, main style, main img, main b[onclick]').length"), 0)
        # the page as it was served: the article's text is the file's
        text = page.run("""(() => { const t = document.querySelector('.text').cloneNode(true);
            for (const k of t.querySelectorAll('.key')) k.remove(); return t.textContent; })()""")
        self.assertEqual("".join(text.split()), "".join(EVIL_ARTICLE.split()))
        page.click(".key")
        self.assertIn("<script>", page.run("document.querySelector('.card.on').textContent"))

    def test_the_policy_holds(self):
        """A script that slips in does not run: the page says which it has."""
        address = self.article("07-theaterpremiere")
        path = self.path("07-theaterpremiere.html")
        path.write_text(path.read_text(encoding="utf-8").replace("<main>", "<main><script>document.title = 'broken'</script>"),
                        encoding="utf-8")
        page = self.browser.page(address, *WIDE)
        self.addCleanup(page.close)
        self.assertNotEqual(page.run("document.title"), "broken")
        self.assertTrue(any("Content Security Policy" in m for m in page.messages), page.messages)

    def test_english(self):
        page = self.open(self.article("07-theaterpremiere", "--lang", "en"))
        self.assertIn("Kind of report", page.run("document.body.innerText"))
        self.assertEqual(page.run("document.querySelector('.text').lang"), "de")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=1)
