/* src/formats: the writers, on documents made by hand. */
#include <criterion/criterion.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

static const laut_spans nothing = {0};

static void expect(char *got, const char *wanted)
{
    cr_expect_str_eq(got, wanted, "got:\n%s\nwanted:\n%s", got, wanted);
    free(got);
}

/* ---------------------------------------------------------------- names of the formats */

Test(formats, named)
{
    laut_format f;
    cr_expect(laut_format_named("text", &f) == 0 && f == LAUT_FORMAT_TEXT);
    cr_expect(laut_format_named("json", &f) == 0 && f == LAUT_FORMAT_JSON);
    cr_expect(laut_format_named("jsonl", &f) == 0 && f == LAUT_FORMAT_JSONL);
    cr_expect(laut_format_named("wikinews", &f) == 0 && f == LAUT_FORMAT_WIKINEWS);
    cr_expect(laut_format_named("html", &f) == 0 && f == LAUT_FORMAT_HTML);
    cr_expect(laut_format_named("xml", &f) < 0);
    int count = 0;
    for (const laut_format_info *about; (about = laut_format_about((laut_format)count)); count++)
        cr_expect(laut_format_named(about->name, &f) == 0 && f == (laut_format)count && *about->description &&
                  about->extension[0] == '.' && about->head, "format %d", count);
    cr_expect(count > LAUT_FORMAT_WIKINEWS);
}

Test(formats, failing_stream)
{
    laut_document *d = make_document("Nichts.");
    FILE *full = fopen("/dev/full", "w");
    cr_assert(full);
    setvbuf(full, NULL, _IONBF, 0);
    add_claim(d, LAUT_DIRECT, at(d, "Nichts", 1));
    for (int f = 0; laut_format_about((laut_format)f); f++) {
        clearerr(full);
        cr_expect(laut_write(d, (laut_format)f, NULL, full) < 0, "format %d", f);
    }
    fclose(full);
    laut_document_free(d);
}

/* ---------------------------------------------------------------- text */

Test(text, nested_claims_and_no_comments)
{
    laut_document *d = make_document(
        "Die Ministerin sagte, der Plan sei „mutig“.\n\nDie Zeitung schwieg. Er gilt.");
    d->id = "artikel.txt";
    uint32_t brandt = add_party(d, "Ada Brandt", LAUT_PERSON);
    uint32_t paper = add_party(d, "Morgenblatt", LAUT_MEDIA);
    laut_claim *c = add_claim(d, LAUT_INDIRECT, at(d, "der Plan sei „mutig“", 1));
    c->cue = at(d, "sagte", 1);
    add_hand(d, c, brandt, at(d, "Die Ministerin", 1), c->cue)->resolved = LAUT_BY_DESCRIPTION;
    c = add_claim(d, LAUT_DIRECT, at(d, "„mutig“", 1));
    c->parent = 0;
    add_hand(d, c, brandt, at(d, "Die Ministerin", 1), nothing)->resolved = LAUT_BY_DESCRIPTION;
    c = add_claim(d, LAUT_FREE_INDIRECT, at(d, "Er gilt.", 1));
    add_hand(d, c, brandt, at(d, "Die Ministerin", 1), nothing)->resolved = LAUT_CONTINUED;
    add_hand(d, c, paper, at(d, "Die Zeitung", 1), nothing);
    c->source = 1;
    laut_no_comment *n = lt_push(&d->arena, &d->no_comments);
    *n = (laut_no_comment){.sentence = at(d, "Die Zeitung schwieg.", 1),
                           .words = at(d, "Die Zeitung", 1), .source = LAUT_NONE};
    laut_link *who = lt_arena_alloc(&d->arena, sizeof *who);
    *who = (laut_link){.party = paper, .words = n->words};
    n->chain = who;
    n->chain_count = 1;
    finish(d);
    expect(written(d, LAUT_FORMAT_TEXT, LAUT_CODEPOINT, 0),
           "artikel.txt: 3 claims, 1 no comment\n"
           "\n"
           " 1  Ada Brandt (Die Ministerin) · sagte · indirect\n"
           "    der Plan sei „mutig“\n"
           "     1  Ada Brandt (Die Ministerin) · direct\n"
           "        „mutig“\n"
           "\n"
           " 3  Morgenblatt · no comment\n"
           "    Die Zeitung schwieg.\n"
           "\n"
           " 3  Ada Brandt (carried on) · source: Morgenblatt · free indirect\n"
           "    Er gilt.\n");
    laut_document_free(d);
}

Test(text, wraps_by_words_and_counts_characters)
{
    laut_document *d = make_document(
        "äöüäöüäöüä äöüäöüäöüä äöüäöüäöüä äöüäöüäöüä äöüäöüäöüä äöüäöüäöüä "
        "123456789 mehr\nhier .");
    add_claim(d, LAUT_DIRECT, at(d, d->text.bytes, 1));
    expect(written(d, LAUT_FORMAT_TEXT, LAUT_CODEPOINT, 0),
           "1 claim\n\n"
           " 1  nobody named · direct\n"
           "    äöüäöüäöüä äöüäöüäöüä äöüäöüäöüä äöüäöüäöüä äöüäöüäöüä äöüäöüäöüä 123456789\n"
           "    mehr hier .\n");
    laut_document_free(d);
}

Test(text, colour_only_on_request_and_no_steering)
{
    laut_document *d = make_document("Rot \033[31m ist.");
    uint32_t p = add_party(d, "Rot", LAUT_GROUP);
    laut_claim *c = add_claim(d, LAUT_REPORTED, at(d, d->text.bytes, 1));
    add_hand(d, c, p, at(d, "Rot", 1), nothing);
    char *plain = written(d, LAUT_FORMAT_TEXT, LAUT_CODEPOINT, 0);
    cr_expect_null(strchr(plain, '\033'));
    cr_expect(strstr(plain, "Rot \xEF\xBF\xBD[31m ist."));
    char *colored = written(d, LAUT_FORMAT_TEXT, LAUT_CODEPOINT, 1);
    cr_expect(strstr(colored, "\033[1mRot\033[0m") || strstr(colored, "\033[1m  Rot\033[0m"));
    cr_expect_null(strstr(colored, "\033[31m"));
    free(plain);
    free(colored);
    laut_document_free(d);
}

Test(text, nothing_found)
{
    laut_document *d = make_document("");
    d->id = "leer.txt";
    expect(written(d, LAUT_FORMAT_TEXT, LAUT_CODEPOINT, 0), "leer.txt: no claims\n");
    laut_document_free(d);
}

Test(text, who_is_unclear)
{
    laut_document *d = make_document("Er kommt, sagte sie.");
    uint32_t a = add_party(d, "Ada Brandt", LAUT_PERSON), b = add_party(d, "Ina Wolff", LAUT_PERSON);
    laut_claim *c = add_claim(d, LAUT_INDIRECT, at(d, "Er kommt", 1));
    laut_link *l = add_hand(d, c, a, at(d, "sie", 1), nothing);
    uint32_t *both = lt_arena_alloc(&d->arena, 2 * sizeof *both);
    both[0] = a;
    both[1] = b;
    l->resolved = LAUT_AMBIGUOUS;
    l->candidates = both;
    l->candidate_count = 2;
    char *text = written(d, LAUT_FORMAT_TEXT, LAUT_CODEPOINT, 0);
    cr_expect(strstr(text, " 1  Ada Brandt or Ina Wolff (sie) · indirect\n"), "%s", text);
    free(text);
    l->resolved = LAUT_UNRESOLVED;
    l->party = LAUT_NONE;
    text = written(d, LAUT_FORMAT_TEXT, LAUT_CODEPOINT, 0);
    cr_expect(strstr(text, " 1  sie (who?) · indirect\n"), "%s", text);
    free(text);
    laut_document_free(d);
}

/* ---------------------------------------------------------------- JSON */

static laut_document *second_hand(void)
{
    laut_document *d = make_document("Ölmann sagte 😀 Medien zufolge, er gehe.");
    d->id = "a";
    uint32_t man = add_party(d, "Ölmann", LAUT_PERSON), media = add_party(d, "Medien", LAUT_MEDIA);
    d->parties.at[man].mentions = at(d, "Ölmann", 1);
    laut_claim *c = add_claim(d, LAUT_INDIRECT, at(d, "er gehe", 1));
    c->cue = at(d, "sagte", 1);
    c->frame = at(d, "Ölmann sagte 😀 Medien zufolge,", 1);
    c->confidence = .86666;
    add_hand(d, c, man, at(d, "Ölmann", 1), c->cue);
    add_hand(d, c, media, at(d, "Medien", 1), at(d, "zufolge", 1));
    c->source = 1;
    finish(d);
    return d;
}

Test(json, one_line)
{
    laut_document *d = second_hand();
    expect(written(d, LAUT_FORMAT_JSONL, LAUT_CODEPOINT, 0),
           "{\"schema\":1,\"id\":\"a\",\"language\":\"de\",\"offsets\":\"codepoint\","
           "\"publisher\":null,\"claims\":[{\"id\":\"c1\",\"kind\":\"indirect\","
           "\"medium\":\"speech\",\"act\":\"statement\","
           "\"content\":{\"text\":\"er gehe\",\"spans\":[[31,38]]},"
           "\"speaker\":{\"party\":\"p1\",\"name\":\"Ölmann\",\"text\":\"Ölmann\","
           "\"spans\":[[0,6]],\"resolved\":\"name\"},"
           "\"source\":{\"party\":\"p2\",\"name\":\"Medien\",\"text\":\"Medien\","
           "\"spans\":[[15,21]],\"resolved\":\"name\"},"
           "\"attribution\":[{\"party\":\"p1\",\"cue\":\"sagte\"},"
           "{\"party\":\"p2\",\"cue\":\"zufolge\"}],"
           "\"cue\":{\"text\":\"sagte\",\"spans\":[[7,12]]},"
           "\"frame\":{\"text\":\"Ölmann sagte 😀 Medien zufolge,\",\"spans\":[[0,30]]},"
           "\"addressee\":null,\"parent\":null,\"continues\":null,\"confidence\":0.867,"
           "\"rule\":\"test.rule\",\"sentence\":0}],\"no_comments\":[],"
           "\"parties\":[{\"id\":\"p1\",\"name\":\"Ölmann\",\"type\":\"person\",\"role\":null,"
           "\"mentions\":[[0,6]]},{\"id\":\"p2\",\"name\":\"Medien\",\"type\":\"media\","
           "\"role\":null,\"mentions\":[]}],"
           "\"sentences\":[{\"span\":[0,39],\"claims\":[\"c1\"]}],\"truncated\":[]}\n");
    laut_document_free(d);
}

static json_int_t first_offset(char *output)
{
    json_t *o = json_loads(output, 0, NULL);
    cr_assert(o, "not JSON: %s", output);
    json_int_t b, e;
    cr_assert_eq(json_unpack(o, "{s:[{s:{s:[[I,I]]}}]}", "claims", "content", "spans", &b, &e), 0);
    json_decref(o);
    free(output);
    return b;
}

Test(json, units_of_offsets)
{
    laut_document *d = second_hand();
    cr_expect_eq(first_offset(written(d, LAUT_FORMAT_JSON, LAUT_CODEPOINT, 0)), 31);
    cr_expect_eq(first_offset(written(d, LAUT_FORMAT_JSON, LAUT_UTF16, 0)), 32);
    cr_expect_eq(first_offset(written(d, LAUT_FORMAT_JSON, LAUT_BYTE, 0)), 35);
    cr_expect_eq(first_offset(written(d, LAUT_FORMAT_WIKINEWS, LAUT_BYTE, 0)), 0);
    laut_document_free(d);
}

Test(json, indented_says_the_same)
{
    laut_document *d = second_hand();
    char *flat = written(d, LAUT_FORMAT_JSONL, LAUT_CODEPOINT, 0);
    char *indented = written(d, LAUT_FORMAT_JSON, LAUT_CODEPOINT, 0);
    json_t *a = json_loads(flat, 0, NULL), *b = json_loads(indented, 0, NULL);
    cr_expect(a && b && json_equal(a, b));
    cr_expect(strstr(indented, "\n      \"content\": {\"text\": \"er gehe\", \"spans\": [[31, 38]]},\n"),
              "%s", indented);
    json_decref(a);
    json_decref(b);
    free(flat);
    free(indented);
    laut_document_free(d);
}

Test(json, ids_follow_the_content)
{
    laut_document *d = make_document("Eins zwei. Drei vier.");
    add_claim(d, LAUT_FREE_INDIRECT, at(d, "Drei vier.", 1))->continues = 2;
    add_claim(d, LAUT_DIRECT, at(d, "zwei", 1))->parent = 2;
    add_claim(d, LAUT_INDIRECT, at(d, "Eins zwei", 1));
    finish(d);
    char *out = written(d, LAUT_FORMAT_JSONL, LAUT_CODEPOINT, 0);
    json_t *o = json_loads(out, 0, NULL);
    const char *texts[3], *ids[3], *parent, *continues, *first, *second;
    cr_assert_eq(json_unpack(o, "{s:[{s:s,s:{s:s}},{s:s,s:s,s:{s:s}},{s:s,s:s,s:{s:s}}]}", "claims",
                             "id", &ids[0], "content", "text", &texts[0],
                             "id", &ids[1], "parent", &parent, "content", "text", &texts[1],
                             "id", &ids[2], "continues", &continues, "content", "text", &texts[2]),
                 0);
    cr_expect_str_eq(ids[0], "c1");
    cr_expect_str_eq(texts[0], "Eins zwei");
    cr_expect_str_eq(texts[1], "zwei");
    cr_expect_str_eq(parent, "c1");
    cr_expect_str_eq(continues, "c1");
    cr_assert_eq(json_unpack(o, "{s:[{s:[s,s]},{s:[s]}]}", "sentences", "claims", &first, &second,
                             "claims", &continues), 0);
    cr_expect_str_eq(first, "c1");
    cr_expect_str_eq(second, "c2");
    cr_expect_str_eq(continues, "c3");
    json_decref(o);
    free(out);
    laut_document_free(d);
}

Test(json, text_with_a_nul)
{
    static const char text[] = "Ein \0 Wort.";
    laut_document *d = calloc(1, sizeof *d);
    laut_error error;
    cr_assert_eq(lt_text_stage(d, text, sizeof text - 1, &error), 0);
    static const laut_span all[] = {{0, sizeof text - 1}};
    add_claim(d, LAUT_REPORTED, (laut_spans){all, 1});
    char *out = written(d, LAUT_FORMAT_JSONL, LAUT_CODEPOINT, 0);
    cr_expect(strstr(out, "\"Ein \\u0000 Wort.\""), "%s", out);
    free(out);
    laut_document_free(d);
}

/* ---------------------------------------------------------------- Wikinews conventions */

/* kind(content|…; speaker; cue; frame) for each quotation, one a line. */
static char *quotations(laut_document *d)
{
    char *out = written(d, LAUT_FORMAT_WIKINEWS, LAUT_BYTE, 0), *shown = NULL;
    size_t size;
    json_t *o = json_loads(out, 0, NULL);
    cr_assert(o, "not JSON: %s", out);
    FILE *stream = open_memstream(&shown, &size);
    size_t i, k;
    json_t *q, *span;
    json_array_foreach(json_object_get(o, "claims"), i, q) {
        static const char *const roles[] = {"content", "speaker", "cue", "frame"};
        fputs(json_string_value(json_object_get(q, "kind")), stream);
        for (size_t r = 0; r < 4; r++) {
            fputs(r ? "; " : ": ", stream);
            const json_t *role = json_object_get(q, roles[r]);
            json_array_foreach(json_object_get(role, "spans"), k, span) {
                json_int_t b = json_integer_value(json_array_get(span, 0));
                json_int_t e = json_integer_value(json_array_get(span, 1));
                fprintf(stream, "%s%.*s", k ? "|" : "", (int)(e - b), d->text.bytes + b);
            }
        }
        fputc('\n', stream);
    }
    fclose(stream);
    json_decref(o);
    free(out);
    return shown;
}

Test(wikinews, second_hand_is_two_quotations)
{
    laut_document *d = second_hand();
    expect(quotations(d),
           "indirect: Ölmann sagte 😀|, er gehe; Medien; zufolge; Medien zufolge\n"
           "indirect: er gehe; Ölmann; sagte; Ölmann sagte 😀 Medien zufolge,\n");
    laut_document_free(d);
}

Test(wikinews, quoting_and_quoted_share_the_content)
{
    laut_document *d = make_document("Das Blatt zitiert Kern mit den Worten „Nein“.");
    uint32_t kern = add_party(d, "Kern", LAUT_PERSON), paper = add_party(d, "Blatt", LAUT_MEDIA);
    laut_claim *c = add_claim(d, LAUT_DIRECT, at(d, "„Nein“", 1));
    c->cue = at(d, "zitiert", 1);
    c->frame = at(d, "Das Blatt zitiert Kern mit den Worten", 1);
    add_hand(d, c, kern, at(d, "Kern", 1), nothing);
    add_hand(d, c, paper, at(d, "Das Blatt", 1), c->cue);
    c->source = 1;
    expect(quotations(d),
           "direct: „Nein“; Kern; zitiert; Das Blatt zitiert Kern mit den Worten\n"
           "direct: „Nein“; Das Blatt; zitiert; Das Blatt zitiert Kern mit den Worten\n");
    laut_document_free(d);
}

Test(wikinews, parts_repeat_their_host)
{
    laut_document *d = make_document("Kern sagte, er sei „froh“. Es sei „gut“. Kern lobt „alles“.");
    uint32_t kern = add_party(d, "Kern", LAUT_PERSON);
    laut_spans name = at(d, "Kern", 1);
    laut_claim *c = add_claim(d, LAUT_INDIRECT, at(d, "er sei „froh“", 1));
    c->cue = at(d, "sagte", 1);
    c->frame = at(d, "Kern sagte", 1);
    add_hand(d, c, kern, name, c->cue);
    c = add_claim(d, LAUT_DIRECT, at(d, "„froh“", 1));
    add_hand(d, c, kern, name, nothing);
    c->parent = 0;
    c = add_claim(d, LAUT_INDIRECT_FREE_INDIRECT, at(d, "Es sei „gut“.", 1));
    add_hand(d, c, kern, name, nothing);
    c->continues = 0;
    c = add_claim(d, LAUT_DIRECT, at(d, "„gut“", 1));
    add_hand(d, c, kern, name, nothing);
    c->parent = 2;
    c = add_claim(d, LAUT_REPORTED, at(d, "Kern lobt „alles“", 1));
    c->cue = at(d, "lobt", 1);
    add_hand(d, c, kern, at(d, "Kern", 2), c->cue);
    c = add_claim(d, LAUT_DIRECT, at(d, "„alles“", 1));
    c->cue = at(d, "lobt", 1);
    c->frame = at(d, "Kern lobt", 1);
    add_hand(d, c, kern, at(d, "Kern", 2), c->cue);
    c->parent = 4;
    expect(quotations(d),
           "indirect: er sei „froh“; Kern; sagte; Kern sagte,\n"
           "direct: „froh“; Kern; sagte; Kern sagte,\n"
           "indirect_free_indirect: Es sei „gut“.; Kern; ; \n"
           "direct: „gut“; Kern; sagte; Kern sagte,\n"
           "reported: Kern lobt „alles“.; Kern; ; \n"
           "direct: „alles“; Kern; ; \n");
    laut_document_free(d);
}

Test(wikinews, a_second_quotation_repeats_the_first)
{
    laut_document *d = make_document("„Ja“, sagte Kern. „Nein“.");
    uint32_t kern = add_party(d, "Kern", LAUT_PERSON);
    laut_claim *c = add_claim(d, LAUT_DIRECT, at(d, "„Ja“", 1));
    c->cue = at(d, "sagte", 1);
    c->frame = at(d, "sagte Kern", 1);
    add_hand(d, c, kern, at(d, "Kern", 1), c->cue);
    c = add_claim(d, LAUT_DIRECT, at(d, "„Nein“", 1));
    add_hand(d, c, kern, at(d, "Kern", 1), nothing);
    c->continues = 0;
    expect(quotations(d),
           "direct: „Ja“; Kern; sagte; , sagte Kern\n"
           "direct: „Nein“; Kern; sagte; , sagte Kern\n");
    laut_document_free(d);
}

Test(wikinews, frameless_sentences_are_joined)
{
    laut_document *d = make_document("Kern redete. Es gehe.\n\nEs komme. Es soll sein. Er irre.");
    uint32_t kern = add_party(d, "Kern", LAUT_PERSON), wolf = add_party(d, "Wolf", LAUT_PERSON);
    static const char *const sentences[] = {"Es gehe.", "Es komme.", "Es soll sein."};
    for (int i = 0; i < 3; i++) {
        laut_claim *c = add_claim(d, i < 2 ? LAUT_INDIRECT_FREE_INDIRECT : LAUT_FREE_INDIRECT,
                                  at(d, sentences[i], 1));
        add_hand(d, c, kern, at(d, "Kern", 1), nothing);
    }
    laut_claim *c = add_claim(d, LAUT_FREE_INDIRECT, at(d, "Er irre.", 1));
    add_hand(d, c, wolf, nothing, nothing);
    expect(quotations(d),
           "indirect_free_indirect: Es gehe.\n\nEs komme.; Kern; ; \n"
           "free_indirect: Es soll sein.; Kern; ; \n"
           "free_indirect: Er irre.; ; ; \n");
    laut_document_free(d);
}

Test(wikinews, acts_of_one_speaker_in_a_sentence_are_joined)
{
    laut_document *d = make_document("Kern lobt das Dorf und rügt den Rat. Kern mahnt zur Eile.");
    uint32_t kern = add_party(d, "Kern", LAUT_PERSON);
    static const char *const acts[] = {"Kern lobt das Dorf", "rügt den Rat", "Kern mahnt zur Eile"};
    for (int i = 0; i < 3; i++) {
        laut_claim *c = add_claim(d, LAUT_REPORTED, at(d, acts[i], 1));
        add_hand(d, c, kern, at(d, "Kern", i < 2 ? 1 : 2), nothing);
    }
    expect(quotations(d),
           "reported: Kern lobt das Dorf und rügt den Rat.; Kern; ; \n"
           "reported: Kern mahnt zur Eile.; Kern; ; \n");
    laut_document_free(d);
}

Test(wikinews, pronoun_and_adverb)
{
    laut_document *d = make_document("Es brennt. Das sagte Kern gestern. Demnach war es kalt.");
    uint32_t kern = add_party(d, "Kern", LAUT_PERSON);
    laut_claim *c = add_claim(d, LAUT_INDIRECT, at(d, "Es brennt.", 1));
    c->cue = at(d, "sagte", 1);
    c->frame = at(d, "Das sagte Kern gestern.", 1);
    add_hand(d, c, kern, at(d, "Kern", 1), c->cue);
    c = add_claim(d, LAUT_INDIRECT, at(d, "war es kalt", 1));
    c->cue = c->frame = at(d, "Demnach", 1);
    add_hand(d, c, kern, at(d, "Kern", 1), c->cue);
    expect(quotations(d),
           "indirect: Es brennt|Das; Kern; sagte; sagte Kern gestern\n"
           "indirect: war es kalt; Demnach; Demnach; Demnach\n");
    laut_document_free(d);
}

Test(wikinews, frames_begin_with_their_sentence)
{
    laut_document *d = make_document("Am Abend sagte Kern, es gehe. Es kam, so Kern, anders.");
    uint32_t kern = add_party(d, "Kern", LAUT_PERSON);
    laut_claim *c = add_claim(d, LAUT_INDIRECT, at(d, "es gehe", 1));
    c->cue = at(d, "sagte", 1);
    c->frame = at(d, "sagte Kern", 1);
    add_hand(d, c, kern, at(d, "Kern", 1), c->cue);
    c = add_claim(d, LAUT_INDIRECT, at_two(d, "Es kam", "anders"));
    c->cue = at(d, "so", 1);
    c->frame = at(d, "so Kern", 1);
    add_hand(d, c, kern, at(d, "Kern", 2), c->cue);
    expect(quotations(d),
           "indirect: es gehe; Kern; sagte; Am Abend sagte Kern,\n"
           "indirect: Es kam|anders; Kern; so; , so Kern,\n");
    laut_document_free(d);
}
