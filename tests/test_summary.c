/* src/engine/summary.c: what all readings of a word say together. */
#include <criterion/criterion.h>

#include "engine/summary.h"
#include "german.h"

/* Each word with what it can be. */
static void abilities(FILE *out, const lt_document *d)
{
    static const struct { uint32_t bit; const char *name; } names[] = {
        {IS_FIN, "fin"}, {IS_STRICT, "strict"}, {IS_AUX, "aux"}, {IS_PARTICIPLE, "part"}, {IS_SUB, "sub"},
        {IS_ONLY_SUB, "only"}, {IS_REL, "rel"}, {IS_AND, "and"}, {IS_NOUN, "noun"}, {IS_GIVEN, "given"}, {IS_NUM, "num"}};
    for (uint32_t i = 0; i < d->tokens.count; i++) {
        uint32_t is = d->tokens.at[i].sum.is;
        fputs(i ? " " : "", out);
        put_tokens(out, d, i, i + 1);
        for (size_t k = 0, n = 0; k < sizeof names / sizeof *names; k++)
            if (is & names[k].bit)
                fprintf(out, "%c%s", n++ ? '|' : '=', names[k].name);
    }
}

static const example words[] = {
    {HERE, "Er sagte, dass es regnet.", "Er sagte=fin|strict , dass=sub|only es regnet=fin|strict ."},
    {HERE, "Sie haben gesagt", "Sie haben=fin|strict|aux gesagt=part"},
    {HERE, "die Leute, die bleiben", "die=rel Leute=noun , die=rel bleiben=fin"},
    {HERE, "Ada und Otto", "Ada=noun|given und=and Otto=noun|given"},
    {HERE, "12 Leute", "12=num Leute=noun"},
};
Test(summary, what_words_can_be) { CHECK(words, abilities); }

/* Nothing is in a reading that is not in the sum, at any token: also where stages put readings in. */
static void lacking(FILE *out, const lt_document *d)
{
    for (uint32_t i = 0; i < d->tokens.count; i++) {
        const lt_token *t = &d->tokens.at[i];
        uint64_t features = 0;
        uint16_t categories = 0;
        for (uint32_t k = 0; k < t->reading_count; k++) {
            features |= d->readings.at[t->first_reading + k].features;
            categories |= (uint16_t)(1u << d->readings.at[t->first_reading + k].category);
        }
        if (features != t->sum.features || categories != t->sum.categories)
            put_tokens(out, d, i, i + 1);
    }
}

static const example texts[] = {
    {HERE, "Vor allem Bürgermeister Ingo Lang kam. Lang sagte am 3. Mai, es gehe um 12 Bäume.", ""},
    {HERE, "die polizei teilte mit, sprecher otto grothe sei krank", ""},
};
Test(summary, of_all_readings) { CHECK(texts, lacking); }

/* Cases by four bits from the nominative on: masculine, feminine, neuter, plural. */
Test(summary, agreement)
{
    cr_expect_eq(lt_agreement_of(LT_F(nom) | LT_F(m) | LT_F(sg)), 0x0001);
    cr_expect_eq(lt_agreement_of(LT_F(gen) | LT_F(pl)), 0x0080);
    cr_expect_eq(lt_agreement_of(LT_F(dat) | LT_F(f) | LT_F(sg)), 0x0200);
    cr_expect_eq(lt_agreement_of(0), 0xFFFF, "what is not told may be anything");
}
