/* laut audit as a command: options, exit status, project files, baselines, --watch. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

/* As in test_cli.c: a shell command with $LAUT and an empty directory $T. */
#define DRAFT "printf 'Es regnet.\\nInsider sagten, das Geld sei weg.\\n' >$T/d.md; cd $T; "
#define CLEAN "printf 'Die Polizei sagte: „Es brennt.“\\n' >$T/c.txt; cd $T; "

static const expectation table[] = {
    {CLEAN "$LAUT audit c.txt", 0, "c.txt: ", NULL},
    {DRAFT "$LAUT audit d.md", 1, "d.md:2:1: warning: ", NULL},
    {DRAFT "$LAUT audit --fail-on error d.md", 0, "[unnamed-source]", NULL},
    {DRAFT "$LAUT audit --fail-on never d.md", 0, "[unnamed-source]", NULL},
    {DRAFT "$LAUT audit --ignore unnamed-source,weak-central-source d.md", 0, "d.md: ", NULL},
    {DRAFT "$LAUT audit --select loaded-cue d.md", 0, "d.md: ", NULL},
    {DRAFT "$LAUT audit --select nonsense d.md", 2, NULL, "select: there is no finding 'nonsense'\n"},
    {DRAFT "$LAUT audit --lang en d.md", 1, "Unnamed source", NULL},
    {DRAFT "$LAUT audit --lang fr d.md", 2, NULL, "--lang: 'fr' is not de or en"},
    {DRAFT "$LAUT audit --fail-on all d.md", 2, NULL, "--fail-on: 'all' is not error, warning or never"},
    {DRAFT "$LAUT audit <d.md", 1, "-:2:1: warning: ", NULL},
    {DRAFT "$LAUT audit - <d.md", 1, "-:2:1: warning: ", NULL},
    {DRAFT "printf '> Insider sagten, das Geld sei weg.' | $LAUT audit --input markdown", 0, "-: ", NULL},
    {DRAFT "printf '> Insider sagten, das Geld sei weg.' | $LAUT audit", 1, "-:1:3: ", NULL},
    {DRAFT CLEAN "$LAUT audit --format json c.txt d.md | grep -c '\"file\"'", 0, "2\n", NULL},
    {DRAFT "$LAUT audit --format sarif d.md", 1, "\"unicodeCodePoints\"", NULL},
    {DRAFT "$LAUT audit --format jsonl d.md", 2, NULL, "--format: 'jsonl' is not text, json or sarif"},
    {DRAFT "$LAUT audit --input jsonl d.md", 2, NULL, "audit reads text or markdown"},
    {DRAFT "$LAUT --format sarif d.md", 2, NULL, "--format: 'sarif' is not among those of --list-formats"},
    {DRAFT "$LAUT --input markdown d.md", 2, NULL, "'markdown' is for laut audit"},
    {DRAFT "$LAUT explain --lang en d.md", 2, NULL, "--lang means nothing to 'laut explain'"},
    {DRAFT "$LAUT audit --watch", 2, NULL, "--watch takes one file"},
    {DRAFT "$LAUT audit --color always d.md", 1, "^~~", NULL},
    {DRAFT "$LAUT audit -o out d.md; cat out", 0, "[unnamed-source]", NULL},
    {DRAFT "$LAUT audit d.md >/dev/full", 2, NULL, "No space left on device"},
    /* the others are still done */
    {DRAFT "printf 'a\\377' >bad; $LAUT audit bad none d.md", 2, "d.md:2:1: warning", "bad: not UTF-8 at byte 1\nnone: No such file"},

    /* baselines */
    {DRAFT "$LAUT audit --write-baseline b.json d.md >o && printf 'Neu.\\n\\n' | cat - d.md >e && mv e d.md && "
     "$LAUT audit --baseline b.json d.md", 0, "d.md: ", NULL},
    {DRAFT "$LAUT audit --write-baseline b.json d.md >o && printf 'Eingeweihte sagten, es regne.\\n' >>d.md && "
     "$LAUT audit --baseline b.json d.md", 1, "d.md:3:1: ", NULL},
    /* the same draft from elsewhere */
    {DRAFT "$LAUT audit --write-baseline b.json d.md >o && mkdir x && cd x && $LAUT audit --baseline ../b.json ../d.md", 0,
     "../d.md: ", NULL},
    {DRAFT "mkdir x; $LAUT audit --write-baseline x/b.json d.md >o; grep -c '\"../d.md\"' x/b.json", 0, "1\n", NULL},
    {DRAFT "echo '{' >b.json; $LAUT audit --baseline b.json d.md", 2, NULL, "b.json:"},
    {DRAFT "$LAUT audit --baseline none.json d.md", 2, NULL, "none.json: No such file"},

    /* project files */
    {DRAFT "printf 'language = \"en\"\\n' >.laut.toml; mkdir x; mv d.md x; $LAUT audit x/d.md", 1, "Unnamed source", NULL},
    {DRAFT "printf 'fail-on = \"error\"\\n' >.laut.toml; $LAUT audit d.md", 0, "[unnamed-source]", NULL},
    {DRAFT "printf 'fail-on = \"error\"\\n' >.laut.toml; $LAUT audit --fail-on warning d.md", 1, "[unnamed-source]", NULL},
    {DRAFT "printf 'known = [\"Insider\"]\\n' >p.toml; $LAUT audit --config p.toml d.md", 0, "d.md: ", NULL},
    {DRAFT "printf 'ignore = [\"x\"]\\n' >.laut.toml; $LAUT audit d.md", 2, NULL, "ignore: there is no finding 'x'\n"},
    {DRAFT "printf '[limits]\\nx = 3\\n' >.laut.toml; $LAUT audit d.md", 2, NULL, "limits: there is no finding 'x'\n"},
    {DRAFT "printf '\\nlangauge = \"en\"\\n' >.laut.toml; $LAUT audit d.md", 2, NULL,
     ".laut.toml:2:1: unknown key `langauge`: expected language, fail-on, select, ignore, known, house, baseline, or [limits]\n"
     "  langauge = \"en\"\n  ^\n"},
    {DRAFT "mkdir a b; cp d.md a; cp d.md b; touch a/.laut.toml; $LAUT audit a/d.md b/d.md", 2, NULL, "belongs to another project"},
    {DRAFT "mkdir h; printf 'finding our-word error\\n match t:\"weg\"\\n at t\\n de Weg.\\n en Gone.\\n"
     " example Es ist {at:weg}.\\n not Es ist da.\\nend\\n' >h/x.laut; printf 'house = \"h\"\\n' >.laut.toml; "
     "$LAUT audit d.md", 1, "d.md:2:30: error: Weg. [our-word]\n", NULL},
    {DRAFT "$LAUT audit --house none d.md", 2, NULL, "none: no findings"},
};

Test(audit_cli, table, .timeout = 300) { expect_all(table, sizeof table / sizeof *table); }

/* The draft is saved twice: written over, and as editors do, written beside and renamed. */
Test(audit_cli, watch, .timeout = 60)
{
    run_result r = run(CLEAN "$LAUT audit --watch c.txt >o & pid=$!; "
                       "lines() { for i in $(seq 100); do test $(grep -c '^c.txt: ' o) -ge $1 && return; sleep 0.1; done; }; "
                       "lines 1; printf 'Insider sagten, das Geld sei weg.\\n' >c.txt; lines 2; "
                       "printf 'Es regnet.\\n' >d; mv d c.txt; lines 3; kill $pid; grep -c '^c.txt: ' o; grep -c unnamed-source o");
    cr_expect_str_eq(r.out, "3\n1\n", "%s%s", r.out, r.err);
    run_free(&r);
}
