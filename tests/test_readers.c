/* The formats of other programs, read back with the tools of their fields: Python's csv, xmllint with
 * a schema, and tests/formats/read.py, which takes every span out of the text by the offsets of the
 * written file and compares it with the claims. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

/* Where a file holds one document, each becomes a file of a directory. */
static const struct {
    const char *format, *unit;
    const char *damage; /* what makes the file wrong: a program for sed */
} table[] = {
    {"csv", "codepoint", "s/\\[\\[1/[[2/"},
    {"csv", "byte", "s/,indirect,/,direct,/"},
    {"csv", "utf16", "s/sagte/sagt/"},
    {"tsv", "codepoint", "s/\tPolizei/\tFeuerwehr/"},
    {"mask", "codepoint", "s/    /   /"},
    {"mask", "byte", "s/    /x   /"},
    {"mask", "utf16", "s/Laut/laut/"},
    {"citron", "codepoint", "s/\"start\":1/\"start\":2/"},
    {"w3c", "codepoint", "s/\"end\":1/\"end\":2/g"},
    {"schemaorg", "codepoint", "s/\"author\"/\"editor\"/"},
    {"brat", "codepoint", "s/^\\(T1\t[^ ]* \\)/\\11/"},
    {"cas", "codepoint", "s/\"begin\":[1-9]/&0/"},
    {"tei", "codepoint", "s/who=\"#p1\"/who=\"#p2\"/"},
};

enum { ROWS = sizeof table / sizeof *table };

static bool one_each(const char *format)
{
    laut_format f;
    return laut_format_named(format, &f) == 0 && !laut_format_about(f)->stream;
}

#define READ "python3 tests/formats/read.py "

Test(readers, read_back_as_written, .timeout = 300)
{
    for (size_t i = 0; i < ROWS; i++) {
        char command[1024];
        const char *f = table[i].format, *u = table[i].unit;
        snprintf(command, sizeof command,
                 "cat corpus/*.jsonl tests/formats/nasty.jsonl >$T/in; cd $T; "
                 "$LAUT --input jsonl --format jsonl --with-text in >ref && "
                 "$LAUT --input jsonl --format %s --offsets %s --output o%s in && cd - >/dev/null && "
                 READ "%s $T/o $T/ref %s && "
                 "{ if test -d $T/o; then sed -i '%s' $T/o/*[a-z0-9].[axjt]*; else sed -i '%s' $T/o; fi; } && "
                 READ "%s $T/o $T/ref %s >$T/again 2>&1; echo $?",
                 f, u, one_each(f) ? "/" : "", f, u, table[i].damage, table[i].damage, f, u);
        run_result r = run(command);
        char wanted[64];
        snprintf(wanted, sizeof wanted, "%s ok\n1\n", f);
        cr_expect_str_eq(r.out, wanted, "%s, %s: %s%s", f, u, r.out, r.err);
        run_free(&r);
    }
}

/* xmllint knows only what is well-formed; the schema says where TEI allows what. */
Test(readers, tei_is_valid, .timeout = 120)
{
    run_result r = run("cat corpus/*.jsonl tests/formats/nasty.jsonl >$T/in; "
                       "$LAUT --input jsonl --format tei --output $T/o/ $T/in; "
                       "xmllint --noout --relaxng tests/formats/tei.rng $T/o/*.xml 2>&1 | "
                       "grep -vc ' validates$'; test $(ls $T/o | wc -l) = $(wc -l <$T/in) && echo each; "
                       "sed -i 's/<said /<sayd /; s/said>/sayd>/' $T/o/01*; "
                       "xmllint --noout --relaxng tests/formats/tei.rng $T/o/01* 2>/dev/null || echo noticed");
    cr_expect_str_eq(r.out, "0\neach\nnoticed\n", "%s%s", r.out, r.err);
    run_free(&r);
}

/* ---------------------------------------------------------------- by hand */

static const laut_spans nothing = {0};

static void put(const char *directory, const char *name, const char *text)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", directory, name);
    FILE *f = fopen(path, "wb");
    cr_assert(f && fputs(text, f) >= 0 && fclose(f) == 0);
}

/* Write the document in every format, and read it back. */
static void read_by_all(laut_document *d)
{
    char directory[] = "/tmp/laut-readers-XXXXXX", name[64], command[512];
    cr_assert(mkdtemp(directory));
    d->id = "hand";
    char *line = NULL;
    size_t size;
    FILE *stream = open_memstream(&line, &size);
    laut_write_options options = {.with_text = 1};
    cr_assert(laut_write(d, LAUT_FORMAT_JSONL, &options, stream) == 0 && fclose(stream) == 0);
    put(directory, "ref", line);
    free(line);
    for (size_t i = 0; i < ROWS; i++) {
        laut_format f;
        if (strcmp(table[i].unit, "codepoint") != 0 || laut_format_named(table[i].format, &f) < 0)
            continue;
        const laut_format_info *about = laut_format_about(f);
        char *body = written(d, f, LAUT_CODEPOINT, 0), *whole = malloc(strlen(body) + strlen(about->head) + 1);
        strcat(strcpy(whole, about->head), body);
        if (about->text_extension)
            put(directory, "hand.txt", d->text.bytes);
        if (about->beside)
            put(directory, about->beside, about->beside_text);
        snprintf(name, sizeof name, "hand%s", about->extension);
        put(directory, name, whole);
        free(body);
        free(whole);
        snprintf(command, sizeof command, READ "%s %s%s%s %s/ref 2>&1", about->name, directory,
                 about->stream ? "/" : "", about->stream ? name : "", directory);
        run_result r = run(command);
        cr_expect_eq(r.status, 0, "%s: %s", about->name, r.out);
        run_free(&r);
    }
    snprintf(command, sizeof command, "xmllint --noout --relaxng tests/formats/tei.rng %s/hand.xml", directory);
    run_result r = run(command);
    cr_expect_eq(r.status, 0, "%s", r.err);
    run_free(&r);
    snprintf(command, sizeof command, "rm -rf %s", directory);
    cr_assert_eq(system(command), 0);
    laut_document_free(d);
}

static uint32_t party(laut_document *d, const char *name, laut_party_type type)
{
    uint32_t p = add_party(d, name, type);
    d->parties.at[p].mentions = at(d, name, 1);
    return p;
}

Test(readers, crossing_nested_and_equal_contents)
{
    laut_document *d = make_document("Ada Kern\n\nsagte eins zwei drei vier\n\nfu\xCC\x88nf sechs 😀 sieben.");
    uint32_t kern = party(d, "Ada Kern", LAUT_PERSON);
    static const char *const contents[] = {"eins zwei drei", "zwei drei vier\n\nfu\xCC\x88nf", "drei vier",
                                           "eins zwei drei", "fu\xCC\x88nf sechs 😀 sieben.", "vier\n\nfu\xCC\x88nf sechs"};
    for (size_t i = 0; i < sizeof contents / sizeof *contents; i++) {
        laut_claim *c = add_claim(d, i % 2 ? LAUT_DIRECT : LAUT_INDIRECT, at(d, contents[i], 1));
        add_hand(d, c, kern, at(d, "Ada Kern", 1), nothing);
    }
    laut_claim *c = add_claim(d, LAUT_DIRECT, at_two(d, "eins", "drei vier"));
    add_hand(d, c, kern, nothing, nothing)->resolved = LAUT_CONTINUED;
    finish(d);
    read_by_all(d);
}

Test(readers, every_type_of_party)
{
    laut_document *d = make_document("Ada, der Rat, Klartext, der Bericht, Anwohner, ein Sprecher, jemand: ja.");
    static const char *const names[] = {"Ada", "Rat", "Klartext", "Bericht", "Anwohner", "Sprecher"};
    for (uint32_t i = 0; i < 6; i++)
        party(d, names[i], (laut_party_type)i);
    for (uint32_t i = 0; i < 36; i++) {
        laut_claim *c = add_claim(d, i % 5 ? LAUT_DIRECT : LAUT_REPORTED, at(d, "ja", 1));
        c->medium = i % 3 ? LAUT_WRITING : LAUT_THOUGHT;
        add_hand(d, c, i / 6, at(d, names[i / 6], 1), nothing);
        add_hand(d, c, i % 6, at(d, names[i % 6], 1), nothing);
        c->source = 1;
    }
    laut_claim *c = add_claim(d, LAUT_DIRECT, at(d, "ja", 1));
    c->speaker = at(d, "jemand", 1);
    add_claim(d, LAUT_INDIRECT, at(d, "ja", 1));
    finish(d);
    read_by_all(d);
}

/* ---------------------------------------------------------------- csv */

Test(csv, no_cell_is_a_formula)
{
    laut_document *d = make_document("=1+1 -2 +3 @A \"x\",y 'z \xEF\xBC\x9D" "5 ok.");
    static const char *const contents[] = {"=1+1", "-2", "+3", "@A", "\"x\",y", "'z", ("\xEF\xBC\x9D" "5"), "ok"};
    static const char *const cells[] = {",'=1+1,", ",'-2,", ",'+3,", ",'@A,", ",\"\"\"x\"\",y\",", ",''z,",
                                        (",'\xEF\xBC\x9D" "5,"), ",ok,"};
    for (size_t i = 0; i < 8; i++)
        add_claim(d, LAUT_DIRECT, at(d, contents[i], 1));
    d->id = "=x";
    char *out = written(d, LAUT_FORMAT_CSV, LAUT_CODEPOINT, 0);
    for (size_t i = 0; i < 8; i++)
        cr_expect(strstr(out, cells[i]), "%s is not in\n%s", cells[i], out);
    cr_expect(strstr(out, "'=x,c1,"));
    free(out);
    laut_document_free(d);
}

Test(csv, a_cell_with_a_nul)
{
    static const char text[] = "Ein \0 Wort.";
    laut_document *d = calloc(1, sizeof *d);
    laut_error error;
    cr_assert_eq(lt_text_stage(d, text, sizeof text - 1, &error), 0);
    static const laut_span all[] = {{0, sizeof text - 1}};
    add_claim(d, LAUT_REPORTED, (laut_spans){all, 1});
    char *out = written(d, LAUT_FORMAT_TSV, LAUT_CODEPOINT, 0);
    cr_expect(strstr(out, "\tEin \xEF\xBF\xBD Wort.\t"), "%s", out);
    free(out);
    laut_document_free(d);
}

/* ---------------------------------------------------------------- mask */

Test(mask, only_the_words_go)
{
    laut_document *d = make_document("Er sagte: „Ja, 😀 ‚ä‘\r\nso.“ Und ging.");
    add_claim(d, LAUT_DIRECT, at(d, "„Ja, 😀 ‚ä‘\r\nso.“", 1));
    add_claim(d, LAUT_DIRECT, at(d, "‚ä‘", 1));
    add_claim(d, LAUT_INDIRECT, at(d, "Und ging", 1));
    static const char *const wanted[] = {
        [LAUT_CODEPOINT] = "Er sagte: „      ‚ ‘\r\n   “ Und ging.",
        [LAUT_BYTE] = "Er sagte: „         ‚  ‘\r\n   “ Und ging.",
        [LAUT_UTF16] = "Er sagte: „       ‚ ‘\r\n   “ Und ging."};
    for (int unit = LAUT_CODEPOINT; unit <= LAUT_UTF16; unit++) {
        char *out = written(d, LAUT_FORMAT_MASK, (laut_unit)unit, 0);
        cr_expect_str_eq(out, wanted[unit], "unit %d: %s", unit, out);
        free(out);
    }
    laut_document_free(d);
}
