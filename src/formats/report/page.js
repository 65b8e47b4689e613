// The report: choose a claim, step from one to the next, filter; several documents get an index.
// Nothing is made here that is not in the markup. Ids are d1-c14 (card), d1-tc14 (place in the
// text), n for refusals to comment and m for notes in the place of c.
"use strict";

document.documentElement.classList.add("js");

document.addEventListener("DOMContentLoaded", () => {
  const articles = [...document.querySelectorAll(".document")];
  const index = document.querySelector(".index");
  if (index) listDocuments(index, articles);
  else articles.forEach(report);
});

function report(article) {
  const all = selector => [...article.querySelectorAll(selector)];
  const one = selector => article.querySelector(selector);
  const text = one(".text"), panel = one(".panel"), claims = one(".claims");
  const cards = all(".card"), list = one(".list");
  const marks = name => all(`[data-for~="${name}"]`);
  const shown = () => cards.filter(card => !card.classList.contains("out"));
  let chosen = null;

  text.addEventListener("mouseover", event => over(event.target, true));
  text.addEventListener("mouseout", event => over(event.target, false));
  function over(target, on) {
    const mark = target.closest("[data-for]");
    for (const name of mark?.dataset.for.split(" ") ?? [])
      for (const m of marks(name)) m.classList.toggle("over", on);
  }

  if (!claims) return;

  // ---- choosing: the card of one claim is shown, its words are marked

  function choose(name) {
    for (const mark of all(".on")) mark.classList.remove("on");
    for (const key of all("[aria-current]")) key.removeAttribute("aria-current");
    chosen = name;
    for (const mark of name ? marks(name) : []) {
      mark.classList.add("on");
      if (mark.matches(".key")) mark.setAttribute("aria-current", "true");
    }
    const card = name && cards.find(c => c.dataset.for === name);
    const among = shown();
    article.classList.toggle("choosing", Boolean(card));
    one(".steps").hidden = !card;
    one(".hint").hidden = Boolean(card);
    one(".which").textContent = card ? `${among.indexOf(card) + 1 || "–"} / ${among.length}` : "";
    if (card && getComputedStyle(claims).position === "fixed") uncover(name);
    if (card && !claims.classList.contains("all")) {
      panel.scrollTop = 0;
      claims.scrollTop = 0;
    }
  }

  const keyOf = name => one(`.key[data-for="${name}"]`);

  // On a narrow screen the card lies over the lower part of the text.
  function uncover(name) {
    const box = keyOf(name)?.getBoundingClientRect();
    if (box && (box.top < 0 || box.bottom > innerHeight * .38)) scrollBy({ top: box.top - innerHeight * .15 });
  }

  // Go to a claim's place in the text, which chooses it.
  function go(name) {
    choose(name);
    const key = keyOf(name);
    if (!key) return;
    key.focus({ preventScroll: true });
    const box = key.getBoundingClientRect(), room = innerHeight;
    if (box.top < room * .1 || box.bottom > room * .45)
      key.scrollIntoView({ block: "center" });
  }

  function step(by) {
    const among = shown();
    if (!among.length) return;
    const at = among.findIndex(card => card.dataset.for === chosen);
    const to = at < 0 ? (by > 0 ? 0 : among.length - 1) : (at + by + among.length) % among.length;
    go(among[to].dataset.for);
  }

  text.addEventListener("focusin", event => {
    const key = event.target.closest(".key");
    if (key) choose(key.dataset.for);
  });

  text.addEventListener("click", event => {
    const mark = event.target.closest("[data-for]");
    if (!mark) return;
    const key = event.target.closest(".key");
    if (key && event.detail === 0) { // by the keyboard: on into the card
      const card = cards.find(c => c.dataset.for === key.dataset.for);
      if (!card) return; // a note: the link leads there
      event.preventDefault();
      choose(key.dataset.for);
      card.focus();
      return;
    }
    if (getSelection().toString()) return; // words are being selected, to copy them
    event.preventDefault();
    const names = mark.dataset.for.split(" "); // of several claims a further click chooses the next
    choose(names[(names.indexOf(chosen) + 1) % names.length]);
  });

  panel.addEventListener("click", event => {
    const link = event.target.closest("a[href^='#']");
    const card = event.target.closest(".card");
    if (link) {
      event.preventDefault();
      go(link.dataset.for ?? card.dataset.for);
    }
  });

  article.addEventListener("keydown", event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const inCards = event.target.closest(".key, .card, .steps");
    if (event.key === "Escape" && chosen) {
      const key = keyOf(chosen);
      const inside = event.target.closest(".card");
      if (inside && key) key.focus();
      else choose(null);
    } else if (inCards && event.key === "ArrowRight") {
      step(1);
    } else if (inCards && event.key === "ArrowLeft") {
      step(-1);
    } else {
      return;
    }
    event.preventDefault();
  });

  one(".previous").addEventListener("click", () => step(-1));
  one(".next").addEventListener("click", () => step(1));
  one(".close").addEventListener("click", () => {
    const key = keyOf(chosen);
    choose(null);
    key?.blur();
  });
  list.hidden = false;
  list.addEventListener("click", () => {
    const on = claims.classList.toggle("all");
    list.setAttribute("aria-pressed", on);
  });

  // ---- filters: several values of one are alternatives, and all filters must let a claim through

  const buttons = all("[data-filter]"), status = one(".filtered"), first = one(".first"), reset = one(".reset");

  function filter() {
    const wanted = {};
    for (const b of buttons)
      if (b.getAttribute("aria-pressed") === "true") (wanted[b.dataset.filter] ??= []).push(b.dataset.value);
    for (const card of cards) {
      const out = Object.entries(wanted).some(([what, values]) => !values.includes(card.dataset[what]));
      card.classList.toggle("out", out);
    }
    const left = new Set(shown().map(card => card.dataset.for));
    for (const mark of text.querySelectorAll("[data-for]:not(.flaw, .flag)"))
      mark.classList.toggle("dim", !mark.dataset.for.split(" ").some(name => left.has(name)));
    const any = Object.keys(wanted).length > 0;
    status.textContent = any ? status.dataset.said.replace("{n}", shown().length).replace("{m}", cards.length) : "";
    reset.hidden = !any;
    first.hidden = !any || !shown().length;
  }

  for (const b of buttons)
    b.addEventListener("click", () => {
      b.setAttribute("aria-pressed", b.getAttribute("aria-pressed") !== "true");
      filter();
    });
  first.addEventListener("click", () => go(shown()[0].dataset.for));
  reset.addEventListener("click", () => {
    for (const b of buttons) b.setAttribute("aria-pressed", "false");
    filter();
    buttons[0].focus();
  });

  // ---- report.html#d1-c14 shows the claim c14

  choose(null);
  const linked = location.hash.slice(1), own = `${article.id}-`;
  const name = linked.startsWith(own) ? linked.slice(own.length).replace(/^t/, "") : "";
  if (/^[cnm]\d+$/.test(name) && keyOf(name)) go(name);
}

// ---- several documents: an index, and one of them at a time; #d3 is the third

function listDocuments(index, articles) {
  const rows = articles.map(article => {
    const row = document.createElement("li"), link = document.createElement("a");
    const name = document.createElement("b"), begin = document.createElement("span");
    name.textContent = article.querySelector("h1").textContent;
    begin.className = "begin";
    begin.lang = "de";
    const first = article.querySelector(".text .block > :last-child")?.cloneNode(true);
    for (const key of first?.querySelectorAll(".key") ?? []) key.remove();
    begin.textContent = (first?.textContent ?? "").slice(0, 200);
    link.href = `#${article.id}`;
    const summary = article.querySelector(".summary").cloneNode(true);
    const bar = article.querySelector(".bar").cloneNode(true);
    link.append(name, begin, summary, bar);
    row.append(link);
    index.querySelector("ol").append(row);
    return row;
  });
  index.querySelector(".none").hidden = articles.length > 0;
  index.querySelector("label").hidden = articles.length < 2;

  index.querySelector("input").addEventListener("input", event => {
    const wanted = event.target.value.toLocaleLowerCase("de");
    for (const [i, row] of rows.entries())
      row.hidden = !articles[i].textContent.toLocaleLowerCase("de").includes(wanted);
  });

  articles.forEach((article, i) => {
    const nav = article.querySelector(".documents");
    nav.hidden = articles.length < 2;
    for (const [name, to] of [[".before", i - 1], [".behind", i + 1]]) {
      const link = nav.querySelector(name);
      if (articles[to]) link.href = `#${articles[to].id}`;
      else link.hidden = true;
    }
  });

  const title = document.title, ready = new Set();
  function show() {
    const id = location.hash.slice(1);
    const wanted = articles.length === 1 ? articles[0] : articles.find(a => id === a.id || id.startsWith(`${a.id}-`));
    index.hidden = Boolean(wanted);
    for (const article of articles) article.hidden = article !== wanted;
    if (wanted && !ready.has(wanted)) {
      ready.add(wanted);
      report(wanted);
    }
    document.title = wanted ? `${wanted.querySelector("h1").textContent} – ${title}` : title;
    if (wanted && id === wanted.id || !wanted) scrollTo({ top: 0, behavior: "instant" });
  }
  addEventListener("hashchange", show);
  show();
}
