/* src/engine/morphology.c: the readings of single words. */
#include "engine/morphology.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "engine/engine.h"
#include "german.h"

/* "verb ankündigen participle": some reading has the category, the lemma (* for any) and all the
 * features. With "no " in front: none has. */
typedef struct {
    int line;
    bool gap;
    const char *word, *wanted;
} reading_row;

static bool has(const lt_reading *r, uint32_t n, const char *wanted)
{
    char copy[160], *rest = copy;
    snprintf(copy, sizeof copy, "%s", wanted);
    const char *category = strtok_r(rest, " ", &rest), *lemma = strtok_r(rest, " ", &rest);
    uint64_t features = 0, one;
    for (char *f; (f = strtok_r(rest, " ", &rest)); features |= one)
        cr_assert_eq(lt_feature_named(f, strlen(f), &one), 0, "%s", f);
    for (uint32_t i = 0; i < n; i++) {
        const char *of = r[i].lemma == LT_NO_WORD ? "?" : german()->vocabulary.words.at[r[i].lemma].text;
        if (strcmp(category, lt_category_name(r[i].category)) == 0 &&
            (strcmp(lemma, "*") == 0 || strcmp(lemma, of) == 0) &&
            (r[i].features & features) == features)
            return true;
    }
    return false;
}

static char *all(const lt_reading *r, uint32_t n)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    for (uint32_t i = 0; i < n; i++) {
        const char *of = r[i].lemma == LT_NO_WORD ? "?" : german()->vocabulary.words.at[r[i].lemma].text;
        fprintf(out, "%s%s %s", i ? "; " : "", lt_category_name(r[i].category), of);
        put_features(out, r[i].features);
    }
    fclose(out);
    return text;
}

static void check(const reading_row *rows, size_t count)
{
    size_t gaps = 0;
    for (size_t i = 0; i < count; i++) {
        char folded[LT_MAX_WORD];
        lt_reading r[LT_MAX_READINGS];
        const char *word = rows[i].word, *wanted = rows[i].wanted;
        size_t size = lt_fold(word, strlen(word), folded);
        bool small = strncmp(word, folded, size) == 0;
        uint32_t n = lt_analyse(german(), folded, size, small ? 0 : LT_CAPITAL, r);
        bool not = strncmp(wanted, "no ", 3) == 0;
        char *got = all(r, n);
        bool found = has(r, n, wanted + (not ? 3 : 0)) != not;
        check_row(__FILE__, rows[i].line, rows[i].gap, word, wanted, found ? wanted : got);
        gaps += rows[i].gap;
        free(got);
    }
    note_gaps(__FILE__, gaps);
}
#define CHECK_READINGS(rows) check((rows), ROWS(rows))

static const reading_row weak[] = {
    {HERE, "sagt", "verb sagen fin pres ind sg 3"},
    {HERE, "sagte", "verb sagen fin pret ind sg 3"},
    {HERE, "sagten", "verb sagen fin pret ind pl 3"},
    {HERE, "sage", "verb sagen fin pres subj1 sg 3"},
    {HERE, "gesagt", "verb sagen participle"},
    {HERE, "sagend", "verb sagen ppres"},
    {HERE, "fordert", "verb fordern fin pres ind sg 3"},
    {HERE, "fordere", "verb fordern fin subj1 sg 3"},
    {HERE, "fordern", "verb fordern inf"},
    {HERE, "gefordert", "verb fordern participle"},
    {HERE, "erklärt", "verb erklären participle"},
    {HERE, "erklärt", "verb erklären fin pres ind sg 3"},
    {HERE, "berichtete", "verb berichten fin pret ind sg 3"},
    {HERE, "warnt", "verb warnen fin pres ind sg 3"},
    {HERE, "kritisiert", "verb kritisieren participle"},
    {HERE, "Sagte", "no verb sagen"},
    {HERE, "gekritisiert", "no verb kritisieren participle"},
    {HERE, "antwortete", "verb antworten fin pret ind sg 3"},
    {HERE, "schließt", "verb schließen fin pres ind sg 3"},
    {HERE, "entscheidet", "verb entscheiden fin pres ind sg 3"},
    {HERE, "lächelte", "verb lächeln fin pret ind sg 3"},
};
Test(morphology, weak_verbs) { CHECK_READINGS(weak); }

static const reading_row strong[] = {
    {HERE, "spricht", "verb sprechen fin pres ind sg 3"},
    {HERE, "spreche", "verb sprechen fin pres subj1 sg 3"},
    {HERE, "sprach", "verb sprechen fin pret ind sg 3"},
    {HERE, "sprachen", "verb sprechen fin pret ind pl 3"},
    {HERE, "spräche", "verb sprechen fin subj2 sg 3"},
    {HERE, "sprächen", "verb sprechen fin subj2 pl 3"},
    {HERE, "gesprochen", "verb sprechen participle"},
    {HERE, "versprochen", "verb versprechen participle"},
    {HERE, "verspricht", "verb versprechen fin pres ind sg 3"},
    {HERE, "schrieb", "verb schreiben fin pret ind sg 3"},
    {HERE, "schriebe", "verb schreiben fin subj2 sg 3"},
    {HERE, "wirft", "verb werfen fin pres ind sg 3"},
    {HERE, "lädt", "verb laden fin pres ind sg 3"},
    {HERE, "gäbe", "verb geben fin subj2 sg 3"},
    {HERE, "riet", "verb raten fin pret ind sg 3"},
    {HERE, "rät", "verb raten fin pres ind sg 3"},
    {HERE, "beschied", "verb bescheiden fin pret ind sg 3"},
    {HERE, "verschwieg", "verb verschweigen fin pret ind sg 3"},
    {HERE, "widersprach", "verb widersprechen fin pret ind sg 3"},
    {HERE, "unterstrich", "verb unterstreichen fin pret ind sg 3"},
    {HERE, "hinwies", "verb hinweisen fin pret ind sg 3"},
};
Test(morphology, strong_verbs) { CHECK_READINGS(strong); }

static const reading_row mixed[] = {
    {HERE, "wisse", "verb wissen fin subj1 sg 3"},
    {HERE, "weiß", "verb wissen fin pres ind sg 3"},
    {HERE, "wusste", "verb wissen fin pret ind sg 3"},
    {HERE, "wüsste", "verb wissen fin subj2 sg 3"},
    {HERE, "gewusst", "verb wissen participle"},
    {HERE, "nannte", "verb nennen fin pret ind sg 3"},
    {HERE, "genannt", "verb nennen participle"},
    {HERE, "nenne", "verb nennen fin subj1 sg 3"},
    {HERE, "dachte", "verb denken fin pret ind sg 3"},
    {HERE, "dächte", "verb denken fin subj2 sg 3"},
    {HERE, "räumte", "verb räumen fin pret ind sg 3"},
    {HERE, "versuchte", "verb versuchen fin pret ind sg 3"},
    {HERE, "angekommen", "verb ankommen participle"},
    {HERE, "bekannte", "verb bekennen fin pret ind sg 3"},
    {HERE, "bringe", "verb bringen fin subj1 sg 3"},
    {HERE, "brächte", "verb bringen fin subj2 sg 3"},
};
Test(morphology, mixed_verbs) { CHECK_READINGS(mixed); }

static const reading_row auxiliaries[] = {
    {HERE, "sei", "verb sein fin pres subj1 sg 3 aux"},
    {HERE, "seien", "verb sein fin pres subj1 pl 3 aux"},
    {HERE, "wäre", "verb sein fin subj2 sg 3 aux"},
    {HERE, "ist", "verb sein fin pres ind sg 3 copula"},
    {HERE, "habe", "verb haben fin pres subj1 sg 3 aux"},
    {HERE, "hätten", "verb haben fin subj2 pl 3 aux"},
    {HERE, "werde", "verb werden fin pres subj1 sg 3"},
    {HERE, "würde", "verb werden fin subj2 sg 3"},
    {HERE, "wurde", "verb werden fin pret ind sg 3"},
    {HERE, "worden", "verb werden participle"},
    {HERE, "könne", "verb können fin pres subj1 sg 3 modal"},
    {HERE, "müsse", "verb müssen fin pres subj1 sg 3 modal"},
    {HERE, "solle", "verb sollen fin pres subj1 sg 3 modal"},
    {HERE, "wolle", "verb wollen fin pres subj1 sg 3 modal"},
    {HERE, "dürfe", "verb dürfen fin pres subj1 sg 3 modal"},
    {HERE, "möge", "verb mögen fin pres subj1 sg 3"},
    {HERE, "dürfte", "verb dürfen fin subj2 sg 3 modal"},
};
Test(morphology, auxiliaries_and_modals) { CHECK_READINGS(auxiliaries); }

static const reading_row prefixes[] = {
    {HERE, "angekündigt", "verb ankündigen participle"},
    {HERE, "anzukündigen", "verb ankündigen zuinf"},
    {HERE, "ankündigte", "verb ankündigen fin pret ind sg 3"},
    {HERE, "ankündige", "verb ankündigen fin subj1 sg 3"},
    {HERE, "vorgeworfen", "verb vorwerfen participle"},
    {HERE, "vorzuwerfen", "verb vorwerfen zuinf"},
    {HERE, "hinzugefügt", "verb hinzufügen participle"},
    {HERE, "hinzuzufügen", "verb hinzufügen zuinf"},
    {HERE, "einräumte", "verb einräumen fin pret ind sg 3"},
    {HERE, "zurückgewiesen", "verb zurückweisen participle"},
    {HERE, "hervorgehoben", "verb hervorheben participle"},
    {HERE, "mitgeteilt", "verb mitteilen participle"},
    {HERE, "bekanntgegeben", "verb bekanntgeben participle"},
    {HERE, "klargestellt", "verb klarstellen participle"},
    {HERE, "voraussagte", "verb voraussagen fin pret ind sg 3"},
    {HERE, "beantragt", "verb beantragen participle"},
    {HERE, "veröffentlicht", "verb veröffentlichen participle"},
    {HERE, "zugegeben", "verb zugeben participle"},
    {HERE, "zuzugeben", "verb zugeben zuinf"},
    {HERE, "anvertraut", "verb anvertrauen participle"},
    {HERE, "missverstanden", "verb missverstehen participle"},
};
Test(morphology, prefixes) { CHECK_READINGS(prefixes); }

static const reading_row nouns[] = {
    {HERE, "Ministerin", "noun ministerin f sg"},
    {HERE, "Ministerinnen", "noun ministerin f pl"},
    {HERE, "Ministers", "noun minister gen m sg"},
    {HERE, "Ministers", "no noun minister nom"},
    {HERE, "Ministern", "noun minister dat pl"},
    {HERE, "Präsidenten", "noun präsident dat m sg"},
    {HERE, "Präsidenten", "noun präsident nom pl"},
    {HERE, "Zeugen", "noun zeuge dat m sg"},
    {HERE, "Berichts", "noun bericht gen m sg"},
    {HERE, "Berichtes", "noun bericht gen m sg"},
    {HERE, "Berichten", "noun bericht dat pl"},
    {HERE, "Angaben", "noun angabe pl"},
    {HERE, "Abgeordneter", "noun abgeordnete nom m sg"},
    {HERE, "Abgeordneten", "noun abgeordnete dat pl"},
    {HERE, "Beamtin", "noun beamtin f sg"},
    {HERE, "US-Präsident", "noun präsident m sg"},
    {HERE, "Haushaltspolitikerin", "noun politikerin f sg"},
    {HERE, "Polizeisprecherin", "noun sprecherin f sg"},
    {HERE, "Landesregierung", "noun * f sg"},
    {HERE, "Medienberichten", "noun * dat pl"},
    {HERE, "Verkehrsbetriebe", "noun * pl"},
    {HERE, "Vernachlässigung", "noun * f sg"},
    {HERE, "Häuser", "noun haus pl"},
    {HERE, "Häusern", "noun haus dat pl"},
    {HERE, "54-Jährige", "noun * sg"},
    {HERE, "Verdächtige", "noun * pl"},
};
Test(morphology, nouns) { CHECK_READINGS(nouns); }

static const reading_row adjectives[] = {
    {HERE, "neuen", "adj neu dat pl"},
    {HERE, "neuer", "adj neu nom m sg"},
    {HERE, "teuren", "adj teuer acc m sg"},
    {HERE, "hohe", "adj hoch nom f sg"},
    {HERE, "dunkle", "adj dunkel nom f sg"},
    {HERE, "größte", "adj groß nom sg"},
    {HERE, "größeren", "adj groß dat pl"},
    {HERE, "erwartete", "adj * nom f sg"},
    {HERE, "vorgelegten", "adj vorlegen dat pl participle"},
    {HERE, "angekündigter", "adj * nom m sg"},
    {HERE, "bellenden", "adj bellen dat pl participle"},
    {HERE, "ukrainische", "adj ukrainisch nom f sg"},
    {HERE, "Leipziger", "adj leipziger"},
    {HERE, "gut", "adj gut pred"},
    {HERE, "parteilose", "adj parteilos nom f sg"},
};
Test(morphology, adjectives) { CHECK_READINGS(adjectives); }

static const reading_row small[] = {
    {HERE, "dass", "sub dass that"},
    {HERE, "ob", "sub ob whether"},
    {HERE, "der", "det * def nom m sg"},
    {HERE, "der", "det * def dat f sg"},
    {HERE, "der", "pron * rel nom m sg"},
    {HERE, "dem", "det * def dat m sg"},
    {HERE, "seiner", "det * poss gen f sg"},
    {HERE, "sie", "pron * pers nom f sg 3"},
    {HERE, "sie", "pron * pers acc pl 3"},
    {HERE, "ihm", "pron * pers dat m sg"},
    {HERE, "sich", "pron * refl"},
    {HERE, "laut", "prep laut dat"},
    {HERE, "zufolge", "prep zufolge post"},
    {HERE, "demnach", "adv demnach"},
    {HERE, "und", "conj und and"},
    {HERE, "weil", "sub weil cause"},
    {HERE, "wann", "adv wann interrog"},
    {HERE, "nicht", "part nicht negation"},
    {HERE, "keine", "det * negation"},
    {HERE, "zum", "prep * contr dat"},
    {HERE, "wonach", "adv wonach rel"},
    {HERE, "Ada", "name ada f"},
};
Test(morphology, small_words_and_names) { CHECK_READINGS(small); }

/* ---------------------------------------------------------------- the rest of the header */

static lt_word word(const char *text)
{
    return lt_find_word(&german()->vocabulary, text, strlen(text));
}

Test(morphology, separated_prefixes_join)
{
    static const char *const rows[][3] = {{"an", "kündigen", "ankündigen"}, {"vor", "werfen", "vorwerfen"},
                                          {"hinzu", "fügen", "hinzufügen"}, {"zurück", "weisen", "zurückweisen"}};
    for (size_t i = 0; i < ROWS(rows); i++) {
        lt_word joined = lt_join_prefix(german(), word(rows[i][0]), word(rows[i][1]));
        cr_expect(joined != LT_NO_WORD && joined == word(rows[i][2]), "%s", rows[i][2]);
        cr_expect(lt_is_prefix(german(), word(rows[i][0])), "%s", rows[i][0]);
    }
    cr_expect_eq(lt_join_prefix(german(), LT_NO_WORD, word("sagen")), LT_NO_WORD);
    cr_expect_eq(lt_join_prefix(german(), word("an"), LT_NO_WORD), LT_NO_WORD);
    cr_expect_not(lt_is_prefix(german(), word("be")), "be- never stands alone");
    cr_expect_not(lt_is_prefix(german(), LT_NO_WORD));
}

Test(morphology, lists_of_words)
{
    cr_expect_eq(lt_builds(german(), word("haben")), LT_BUILDS_PERFECT);
    cr_expect(lt_builds(german(), word("sein")) & LT_BUILDS_STATE);
    cr_expect(lt_builds(german(), word("werden")) & LT_BUILDS_PASSIVE);
    cr_expect(lt_builds(german(), word("werden")) & LT_BUILDS_FUTURE);
    cr_expect_eq(lt_builds(german(), word("sagen")), 0);
    cr_expect(lt_is_agent(german(), word("von")) && lt_is_agent(german(), word("durch")));
    cr_expect_not(lt_is_agent(german(), word("mit")));
    cr_expect(lt_is_particle(german(), word("von")) && lt_is_particle(german(), word("van")));
    cr_expect_not(lt_is_particle(german(), word("und")));
    cr_expect(lt_is_month(german(), "mai", 3));
    cr_expect_not(lt_is_month(german(), "montag", 6));
    cr_expect_eq(lt_find_abbreviation(german(), "dr.", 3, false, false), LT_ABBREVIATION_NEVER);
    cr_expect_eq(lt_find_abbreviation(german(), "orth.", 5, false, false), LT_ABBREVIATION_NEVER);
    cr_expect_eq(lt_find_abbreviation(german(), "orth.", 5, true, false), LT_NO_ABBREVIATION); /* Maximilian Orth. */
    cr_expect_eq(lt_find_abbreviation(german(), "dr.", 3, true, false), LT_ABBREVIATION_NEVER);
    cr_expect_eq(lt_find_abbreviation(german(), "usw.", 4, false, false), LT_ABBREVIATION_MAY);
    cr_expect_eq(lt_find_abbreviation(german(), "haus.", 5, false, false), LT_NO_ABBREVIATION);
    cr_expect_eq(lt_find_abbreviation(german(), "so.", 3, false, true), LT_NO_ABBREVIATION); /* es bleibt so. */
    cr_expect_eq(lt_find_abbreviation(german(), "so.", 3, false, false), LT_ABBREVIATION_MAY);
}

Test(morphology, feature_names_round_trip)
{
    for (unsigned bit = 0; bit < LT_FEATURE_COUNT; bit++) {
        const char *name = lt_feature_name(bit);
        uint64_t f = 0;
        cr_expect_eq(lt_feature_named(name, strlen(name), &f), 0, "%s", name);
        cr_expect_eq(f, UINT64_C(1) << bit, "%s", name);
    }
    uint64_t f;
    cr_expect_eq(lt_feature_named("3", 1, &f), 0);
    cr_expect_eq(f, LT_F(p3));
    cr_expect_eq(lt_feature_named("no", 2, &f), -1);
    cr_expect_eq(lt_feature_named("", 0, &f), -1);
}

/* Any word gets readings or none, within bounds: none is too odd. */
Test(morphology, odd_words)
{
    static const char *const odd[] = {"", "-", "--", "a", "ge", "zu", "gege", "angeangekündigt", "'", "’s", "-s", "s-",
                                      "ununununununununununununununununununununun", "zuzuzuzuzuzuzuzuzuzuzuzuzu",
                                      "vorvorvorvorvorvorvorgeworfen", "ß", "中文", "😀", "e", "en", "rr-rr-rr-"};
    for (size_t i = 0; i < ROWS(odd); i++)
        for (uint8_t flags = 0; flags < 64; flags++) {
            lt_reading r[LT_MAX_READINGS];
            uint32_t n = lt_analyse(german(), odd[i], strlen(odd[i]), flags, r);
            cr_assert_leq(n, LT_MAX_READINGS, "%s", odd[i]);
            for (uint32_t k = 0; k < n; k++) {
                cr_assert_lt(r[k].category, LT_CAT_COUNT, "%s", odd[i]);
                cr_assert_lt(r[k].lemma, german()->vocabulary.words.count, "%s", odd[i]);
            }
        }
}

/* Swiss spelling: ss for ß. */
static const reading_row swiss[] = {
    {HERE, "begrüsste", "verb begrüßen fin pret ind sg 3"},
    {HERE, "begrüsst", "verb begrüßen participle"},
    {HERE, "äusserte", "verb äußern fin pret ind sg 3"},
    {HERE, "geäussert", "verb äußern participle"},
    {HERE, "hiess", "verb heißen fin pret ind sg 3"},
    {HERE, "heisst", "verb heißen fin pres ind sg 3"},
    {HERE, "liess", "verb lassen fin pret ind sg 3"},
    {HERE, "schliesst", "verb schließen fin pres ind sg 3"},
    {HERE, "weiss", "verb wissen fin pres ind sg 3"},
};
Test(morphology, swiss_spelling) { CHECK_READINGS(swiss); }

/* ---------------------------------------------------------------- nominatives */

typedef struct {
    int line;
    bool gap;
    const char *word;
    lt_category category;
    uint64_t features;
    const char *wanted;
} nominative_row;

#define M LT_F(m)
#define N LT_F(n)
#define FEM LT_F(f)
#define SG LT_F(sg)
#define PL LT_F(pl)

static const nominative_row nominatives[] = {
    {HERE, "Verbandes", LT_NOUN, M | SG, "Verband"},
    {HERE, "Sprechers", LT_NOUN, M | SG, "Sprecher"},
    {HERE, "Sprecher", LT_NOUN, M | SG, "Sprecher"},
    {HERE, "Hauses", LT_NOUN, N | SG, "Haus"},
    {HERE, "Ministeriums", LT_NOUN, N | SG, "Ministerium"},
    {HERE, "Präsidenten", LT_NOUN, M | SG, "Präsident"},
    {HERE, "Präsidenten", LT_NOUN, M | PL, "Präsidenten"},
    {HERE, "Experten", LT_NOUN, M | SG, "Experte"},
    {HERE, "Experten", LT_NOUN, M | PL, "Experten"},
    {HERE, "Polizei", LT_NOUN, FEM | SG, "Polizei"},
    {HERE, "Ministerin", LT_NOUN, FEM | SG, "Ministerin"},
    {HERE, "Ministerinnen", LT_NOUN, FEM | PL, "Ministerinnen"},
    {HERE, "Berichten", LT_NOUN, M | PL, "Berichte"},
    {HERE, "Medienberichten", LT_NOUN, M | PL, "Medienberichte"},
    {HERE, "Insidern", LT_NOUN, M | PL, "Insider"},
    {HERE, "Kritikern", LT_NOUN, M | PL, "Kritiker"},
    {HERE, "Häusern", LT_NOUN, N | PL, "Häuser"},
    {HERE, "Angaben", LT_NOUN, FEM | PL, "Angaben"},
    {HERE, "früheren", LT_ADJ, M | SG, "früherer"},
    {HERE, "frühere", LT_ADJ, FEM | SG, "frühere"},
    {HERE, "früheren", LT_ADJ, FEM | SG, "frühere"},
    {HERE, "Weißen", LT_ADJ, N | SG, "Weißes"},
    {HERE, "Weiße", LT_ADJ, N | SG, "Weißes"},
    {HERE, "verschiedenen", LT_ADJ, FEM | PL, "verschiedene"},
    {HERE, "Xyzzyx", LT_NOUN, M | SG, "Xyzzyx"},
};

Test(morphology, nominatives)
{
    size_t gaps = 0;
    for (size_t i = 0; i < ROWS(nominatives); i++) {
        const nominative_row *r = &nominatives[i];
        char out[LT_MAX_WORD];
        size_t n = lt_nominative(german(), NULL, r->word, strlen(r->word), r->category, r->features, out);
        cr_assert_lt(n, sizeof out);
        out[n] = '\0';
        check_row(__FILE__, r->line, r->gap, r->word, r->wanted, out);
        gaps += r->gap;
    }
    note_gaps(__FILE__, gaps);
}

/* However long the word is, the result stays inside. */
Test(morphology, nominatives_of_long_words)
{
    char word[LT_MAX_WORD * 2], out[LT_MAX_WORD];
    memset(word, 'a', sizeof word);
    word[0] = 'A';
    for (size_t size = LT_MAX_WORD - 8; size < sizeof word; size++) {
        cr_expect_lt(lt_nominative(german(), NULL, word, size, LT_NOUN, M | SG, out), LT_MAX_WORD);
        cr_expect_lt(lt_nominative(german(), NULL, word, size, LT_ADJ, M | SG, out), LT_MAX_WORD);
    }
}
