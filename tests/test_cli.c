/* The command: options, messages, exit status, files. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

/* Each row runs a shell command with $LAUT and an empty directory $T. */
#define ARTICLE "printf 'Die Polizei sagte: „Es brennt.“\\n' >$T/a; "
/* in Windows-1252, though it says ISO-8859-1 */
#define PAGE                                                                                     \
    "printf '<!DOCTYPE html><meta charset=iso-8859-1><body><h1>Gr\\366\\337e</h1>"               \
    "<p>Ada Brandt sagte: \\204Es brennt.\\223' >$T/p; "
#define NOT_UTF8 "printf 'abc \\377 def' >$T/bad; "

static const expectation table[] = {
    /* usage */
    {"$LAUT --version", 0, "laut " LAUT_VERSION "\n", NULL},
    {"$LAUT --help", 0, "Usage: laut [OPTION]", NULL},
    {"$LAUT -h", 0, "laut eval", NULL},
    {"$LAUT check --help", 0, "Usage", NULL},
    {"$LAUT --version >/dev/full", 2, NULL, "laut: standard output: No space left on device\n"},
    {"$LAUT --nonsense", 2, NULL, "laut: unknown option --nonsense\nTry 'laut --help'.\n"},
    {"$LAUT -x", 2, NULL, "unknown option -x"},
    {"$LAUT --formats=json", 2, NULL, "unknown option --formats=json"},
    {"$LAUT --format", 2, NULL, "a value is missing behind --format"},
    {"$LAUT --help=1", 2, NULL, "no value is allowed in --help=1"},
    {"$LAUT --format=xml", 2, NULL, "--format: 'xml' is not among those of --list-formats"},
    {"$LAUT --list-formats", 0, "\ncsv        spreadsheet (RFC 4180", NULL},
    {ARTICLE "$LAUT --with-text --format csv $T/a", 2, NULL, "--with-text is for json and jsonl, not for csv\n"},
    {"$LAUT --input csv", 2, NULL, "--input: 'csv' is not text, html, jsonl or any"},
    {"$LAUT --offsets line", 2, NULL, "--offsets: 'line' is not codepoint, byte or utf16"},
    {"$LAUT --lang fr", 2, NULL, "--lang: 'fr' is not de or en"},
    {"$LAUT check --lang de", 2, NULL, "--lang means nothing to 'laut check'"},
    {"$LAUT --color maybe", 2, NULL, "--color: 'maybe' is not auto, always or never"},
    {"$LAUT --jobs 0", 2, NULL, "--jobs: '0' is not a number from 1"},
    {"$LAUT --jobs 2x", 2, NULL, "--jobs: '2x' is not a number from 1"},
    {"$LAUT -o ''", 2, NULL, "--output: '' is not a file"},
    {"$LAUT check --format json", 2, NULL, "--format means nothing to 'laut check'"},
    {"$LAUT --write-confidence $T/x a", 2, NULL, "means nothing to 'laut'\n"},
    {"$LAUT check a b", 2, NULL, "check takes one directory"},
    {"$LAUT check a --rules b", 2, NULL, "check takes one directory"},
    {"$LAUT explain", 2, NULL, "explain takes one FILE or FILE:LINE"},
    {"$LAUT eval", 2, NULL, "eval takes annotated articles"},

    /* input */
    {ARTICLE "$LAUT $T/a", 0, "Polizei", NULL},
    {ARTICLE "$LAUT <$T/a", 0, "-: 1 claim\n", NULL},
    {ARTICLE "$LAUT - <$T/a", 0, "-: 1 claim\n", NULL},
    {ARTICLE "cd $T; mv a check; $LAUT ./check", 0, "check: 1 claim\n", NULL},
    {ARTICLE "cd $T; mv a ./-a; $LAUT -- -a", 0, "-a: 1 claim\n", NULL},
    {ARTICLE "$LAUT $T/none $T/a", 2, "/a: 1 claim\n", "/none: No such file or directory\n"},
    {ARTICLE "$LAUT $T $T/a", 2, "/a: 1 claim\n", ": Is a directory\n"},
    {"$LAUT < $T", 2, NULL, "-: Is a directory\n"},
    {ARTICLE NOT_UTF8 "$LAUT $T/bad $T/a", 2, "/a: 1 claim\n", "/bad: not UTF-8 at byte 4\n"},
    {ARTICLE "mv $T/a $T/$(printf 'b\\344r'); $LAUT --format jsonl $T/b*", 0, "/b\xEF\xBF\xBDr\"", NULL},
    {ARTICLE "mv $T/a $T/$(printf 'b\\344r'); $LAUT --format wikinews $T/b*", 0, "/b\xEF\xBF\xBDr\"",
     NULL},
    {": >$T/e; $LAUT $T/e", 0, "/e: no claims\n", NULL},
    {": >$T/e; $LAUT --format jsonl $T/e", 0, "\"claims\":[]", NULL},
    {"printf 'Die Polizei sagte: „Es brennt.“' | $LAUT", 0, "1 claim", NULL},
    {"printf '\\357\\273\\277Die Polizei sagte:\\r\\n„Es brennt.“\\r\\n' | $LAUT", 0, "1 claim",
     NULL},
    {"printf '\\000Die Polizei sagte: „Es\\000 brennt.“' | $LAUT --format json", 0,
     "Es\\u0000 brennt", NULL},

    /* JSONL */
    {"printf '{\"id\":\"x\",\"text\":\"\"}\\n' | $LAUT --input jsonl --format jsonl", 0,
     "\"id\":\"x\"", NULL},
    {"printf '{\"text\":\"Ja.\"}\\nno\\n{\"text\":\"\"}' | $LAUT --input=jsonl --format=jsonl "
     "| wc -l | tr -d ' '", 0, "2\n", "-:2: not JSON: "},
    {"printf 'no\\n' | $LAUT --input jsonl --format jsonl", 2, NULL, "-:1: not JSON: "},
    {"printf '{}\\n' >$T/j; $LAUT --input jsonl $T/j", 2, NULL, "/j:1: \"text\" is missing\n"},
    {"printf '\\n\\n' | $LAUT --input jsonl", 0, NULL, NULL},
    {"printf '{\"t\\\\ud\\001\\033[2J\": 1}\\n' | $LAUT --input jsonl 2>&1 | tr '\\001-\\037' 'X'", 0,
     "near '\"t\\ud ' (column ", NULL},

    /* HTML */
    {PAGE "$LAUT $T/p", 0, "\n 3  Ada Brandt · sagte · direct\n    „Es brennt.“\n", NULL},
    {PAGE "$LAUT <$T/p", 0, "-: 1 claim\n", NULL},
    {PAGE "$LAUT --format jsonl --with-text --offsets utf16 $T/p", 0,
     "\"text\":\"Größe\\n\\nAda Brandt sagte: „Es brennt.“\\n\",\"claims\":[{\"id\":\"c1\",\"kind\":\"direct\","
     "\"medium\":\"speech\",\"act\":\"statement\",\"content\":{\"text\":\"„Es brennt.“\",\"spans\":[[25,37]]}", NULL},
    {PAGE "$LAUT --input text $T/p", 2, NULL, "/p: not UTF-8 at byte "},
    {PAGE "sed 's/.*<body>//' $T/p >$T/b.htm; $LAUT $T/b.htm", 0, "/b.htm: 1 claim\n", NULL},
    {PAGE "sed 's/.*<body>//' $T/p >$T/b; $LAUT --input html $T/b", 0, "/b: 1 claim\n", NULL},
    {PAGE "$LAUT --encoding windows-1250 --format json --with-text $T/p", 0, "\"text\": \"Größe", NULL},
    {PAGE "$LAUT --encoding macintosh --format json --with-text $T/p", 0, "\"text\": \"Grˆﬂe", NULL},
    {PAGE "$LAUT --encoding klingon $T/p", 2, NULL, "/p: there is no encoding klingon\n"},
    {PAGE ARTICLE "$LAUT --encoding klingon $T/p $T/a", 2, "/a: 1 claim\n", "/p: there is no encoding klingon\n"},
    {PAGE "$LAUT --encoding '' $T/p", 2, NULL, "--encoding: '' is not the name of an encoding"},
    {PAGE "$LAUT --encoding utf-8 --input jsonl $T/p", 2, NULL, "--encoding is for HTML; text and JSONL are UTF-8\n"},
    {PAGE ARTICLE "$LAUT --jobs 2 $T/p $T/a | grep -c ' claim$'", 0, "2\n", NULL},
    {PAGE "$LAUT explain $T/p:3", 0, "3: Ada Brandt sagte: „Es brennt.“\n", NULL},
    {PAGE "cd $T; $LAUT --format brat -o o/ p && cat o/p.txt", 0, "Größe\n\nAda Brandt sagte: „Es brennt.“\n", NULL},
    {": >$T/e; $LAUT --input html $T/e", 2, NULL, "/e: a page without readable text\n"},
    {"echo '<html><nav>Politik</nav>' | $LAUT", 2, NULL, "-: a page without readable text\n"},
    {"yes '<div>' | head -n 99999 | $LAUT --input html", 2, NULL, "-: more than 4,096 elements inside each other\n"},

    /* options that change the output */
    {ARTICLE "$LAUT --format json --publisher 'Das Blatt' $T/a", 0,
     "\"publisher\": \"Das Blatt\"", NULL},
    {ARTICLE "$LAUT $T/a --format jsonl --offsets byte --jobs 4 -j2", 0, "\"offsets\":\"byte\"",
     NULL},
    {ARTICLE "$LAUT --color=always $T/a", 0, "\033[1m", NULL},
    {ARTICLE "NO_COLOR=1 $LAUT --color always $T/a", 0, "\033[1m", NULL},
    {ARTICLE "$LAUT --format wikinews $T/a", 0, "\"kind\":\"direct\"", NULL},
    {ARTICLE "$LAUT --format html --lang en $T/a", 0, "/a – Who says what?</title>", NULL},
    {ARTICLE "$LAUT --format html $T/a $T/a $T/none | grep -o 'article class[^>]*id=\"d[0-9]*\"'", 0,
     "article class=\"document\" id=\"d1\"\narticle class=\"document\" id=\"d2\"\n", "No such file"},
    {"$LAUT --format html --input jsonl </dev/null | tail -n 1", 0, "</html>\n", NULL},
    {ARTICLE "$LAUT --format html -o /dev/full $T/a $T/a", 2, NULL, "laut: /dev/full: No space left on device\n"},

    {ARTICLE "$LAUT --format json --with-text $T/a", 0, "\"text\": \"Die Polizei sagte: „Es brennt.“\\n\",\n",
     NULL},
    {ARTICLE "$LAUT --format tsv $T/a $T/a | cut -f 3,6", 0, "kind\tcontent\ndirect\t„Es brennt.“\ndirect\t",
     NULL},
    {ARTICLE "$LAUT --format csv --jobs 2 $T/a $T/a | grep -c document,", 0, "1\n", NULL},

    /* output */
    {ARTICLE "mkdir $T/x; cp $T/a $T/x/a.txt; cd $T; $LAUT --format brat -o o/ a x/a.txt && ls o", 0,
     "a-2.ann\na-2.txt\na.ann\na.txt\nannotation.conf\n", NULL},
    {"printf '{\"id\":\"%s\",\"text\":\"%s\"}\\n' a 1 b 2 a 3 a-2 4 '' 5 . 6 ../x/y 7 | "
     "$LAUT --input jsonl --format mask --jobs 2 -o $T/o/ && cd $T/o && grep . *", 0,
     "a-2-2.txt:4\na-2.txt:3\na.txt:1\nb.txt:2\n", NULL},
    {ARTICLE "cd $T; mkdir o; echo mine >o/annotation.conf; $LAUT --format brat -o o/ a; cat o/annotation.conf; "
             "cat o/a.ann", 0, "mine\nT1\tDirect 19 31\t„Es brennt.“\n#1\tAnnotatorNotes T1\tc1 direct.colon\n",
     NULL},
    {ARTICLE "$LAUT --format brat <$T/a", 0, "\nR1\tSpeaker Arg1:T1 Arg2:T2\n", NULL},
    {ARTICLE "$LAUT --format tei --jobs 1 $T/a $T/a", 2, "</TEI>\n",
     "laut: a file of tei holds one document: name a directory, as in --output DIR/\n"},
    {ARTICLE "$LAUT --format tei --jobs 2 $T/a $T/a", 2, "</TEI>\n",
     "laut: a file of tei holds one document: name a directory, as in --output DIR/\n"},
    {ARTICLE "$LAUT --format tei -o $T/a/ $T/a", 2, NULL, ": Not a directory\n"},
    {ARTICLE "$LAUT --format tei -o $T/b/c/ $T/a", 2, NULL, "/b/c/: No such file or directory\n"},
    {ARTICLE NOT_UTF8 "$LAUT --format csv -o $T/o/ $T/bad $T/a; s=$?; ls $T/o; exit $s", 2, "a.csv\n",
     "/bad: not UTF-8"},
    {ARTICLE "mv $T/a $T/$(printf 'b\\344r'); $LAUT --format mask -o $T/o/ $T/b* && ls $T/o | wc -l", 0, "1", NULL},
    {ARTICLE "$LAUT -o $T/o $T/a && ls $T && cat $T/o", 0, "a\no\n/", NULL},
    {ARTICLE "$LAUT -o$T/o $T/a && cat $T/o", 0, "1 claim", NULL},
    {ARTICLE "echo old >$T/o; chmod 600 $T/o; ln -s o $T/l; $LAUT --output=$T/l $T/a; "
             "test -L $T/l && ls -l $T/o | cut -c 1-10 && cat $T/o", 0, "-rw-------\n/", NULL},
    {ARTICLE "$LAUT -o $T/none/o $T/a", 2, NULL, "No such file or directory\n"},
    {ARTICLE "$LAUT -o $T $T/a", 2, NULL, "Is a directory\n"},
    {ARTICLE "$LAUT -o /dev/full $T/a", 2, NULL, "laut: /dev/full: No space left on device\n"},
    {ARTICLE "$LAUT $T/a >/dev/full", 2, NULL, "laut: standard output: No space left on device\n"},
    {ARTICLE "$LAUT $T/a >&-", 2, NULL, "laut: standard output: Bad file descriptor\n"},
    {ARTICLE "$LAUT -o $T/o $T/a >&- && cat $T/o", 0, "1 claim", NULL},

    /* rules */
    {ARTICLE "$LAUT --rules rules $T/a", 0, "1 claim", NULL},
    {ARTICLE "$LAUT --rules $T/none $T/a", 2, NULL, "none"},
    {"$LAUT check | tail -n 1", 0, " counter-examples: ", NULL},
    {"$LAUT check rules | tail -n 1", 0, " rules unproven, ", NULL},
    {"$LAUT check $T/none", 2, NULL, "none"},
    {"mkdir $T/r; printf 'rule x\\n  match \"a\"\\n' >$T/r/x.laut; $LAUT check $T/r", 1, NULL,
     "x.laut:1:"},

    /* explain */
    {ARTICLE "$LAUT explain $T/a:1", 0, "direct", NULL},
    {ARTICLE "$LAUT explain $T/a", 0, "direct", NULL},
    {ARTICLE "$LAUT explain $T/a:7", 2, NULL, "has only"},
    {ARTICLE "mv $T/a $T/a:1; $LAUT explain $T/a:1", 0, "direct", NULL},
    {ARTICLE "$LAUT explain $T/b:1", 2, NULL, "/b: No such file"},
    {"printf '{\"text\":\"Die Polizei sagte: „Es brennt.“\"}\\n' >$T/j; "
     "$LAUT explain --input jsonl $T/j:1", 0, "direct", NULL},
    {"printf '{\"text\":\"\"}\\n' >$T/j; $LAUT explain --input jsonl $T/j:2", 2, NULL,
     "there is no document on line 2"},

    /* eval */
    {"printf '{\"text\":\"Die Polizei sagte: „Es brennt.“\",\"claims\":[{\"kind\":\"direct\","
     "\"content\":[\"„Es brennt.“\"],\"speaker\":\"Polizei\",\"source\":null}]}' >$T/g.jsonl; "
     "$LAUT eval $T --write-confidence $T/c && cat $T/c", 0, "rule\tspeaker\tfired\tright\ndirect.colon\tdescription\t1\t1\n", NULL},
    {"printf '{\"text\":\"Die Polizei sagte: „Es brennt.“\",\"claims\":[{\"kind\":\"direct\","
     "\"content\":[\"„Es brennt.“\"],\"speaker\":\"Feuerwehr\",\"source\":null}]}' >$T/g.jsonl; "
     "$LAUT eval $T/g.jsonl", 1, "speaker right                      0.000\n", NULL},
    {"printf '{\"text\":\"Ja.\",\"claims\":[{\"kind\":\"direct\",\"content\":[\"Nein\"]}]}' "
     ">$T/g.jsonl; $LAUT eval $T", 2, "1 articles", "g.jsonl:1: gold content is not in the text: Nein"},
    {"printf '{\"text\":\"Ja.\",\"claims\":[{\"kind\":\"dirct\",\"content\":[\"Ja\"]}]}' "
     ">$T/g.jsonl; $LAUT eval $T", 2, "articles", "g.jsonl:1: no such kind: dirct\n"},
    {"printf '{\"text\":\"Ja.\"}' >$T/g.jsonl; $LAUT eval $T", 2, NULL, "neither"},
    {"$LAUT eval $T", 2, NULL, "holds no *.jsonl file\n"},
    {"$LAUT eval $T/none", 2, NULL, "No such file"},
    {"printf '{\"text\":\"Kern sagte: „Ja.“\",\"tokens\":[[0,4],[5,10],[10,11],[12,13],[13,15],"
     "[15,16],[16,17]],\"quotations\":[{\"kind\":\"Direct\",\"quote\":[3,4,5,6],\"speaker\":[0]}]}' "
     ">$T/g.jsonl; $LAUT eval $T", 0, "1 quotations found (R 1.000); 1 claims right (P 1.000)",
     NULL},
};

Test(cli, table, .timeout = 300) { expect_all(table, sizeof table / sizeof *table); }

/* A line of 10 MB is one document like any other, and read in a time that grows with it. */
Test(cli, one_huge_line, .timeout = 120)
{
    run_result r = run("awk 'BEGIN { for (i = 0; i < 270000; i++) "
                       "printf \"Die Straße ist am Morgen wieder frei. \"; "
                       "print \"Die Polizei sagte: „Es brennt.“\" }' >$T/big; "
                       "$LAUT $T/big | sed \"s|.*/||\"");
    cr_expect_eq(r.status, 0);
    cr_expect_str_eq(r.out, "big: 1 claim\n\n 1  Polizei · sagte · direct\n"
                            "    „Es brennt.“\n", "%s%s", r.out, r.err);
    run_free(&r);
}
