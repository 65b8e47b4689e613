#include "engine/stems.h"

#include <string.h>

#include "engine/engine.h"

void lt_load_stems(laut_engine *engine)
{
    static const char *const kinds[] = {"noun", "lemma", "form", "tense", "participle", "present", "negation"};
    const lt_table *t = lt_engine_table(engine, "lex/stem-endings.tsv", NULL);
    lt_stems *s = &engine->stems;
    *s = (lt_stems){.participle = "", .negation = ""};
    for (uint32_t r = 0; t && r < t->row_count && s->count < LT_MAX_STEM_ENDINGS; r++) {
        const char *text = lt_cell(t, r, "ending");
        unsigned bits = 0;
        for (unsigned k = 0; k < sizeof kinds / sizeof *kinds; k++)
            bits |= lt_cell_has(lt_cell(t, r, "kind"), kinds[k]) ? 1u << k : 0;
        if (bits & LT_STEM_PARTICIPLE)
            s->participle = text;
        if (bits & LT_STEM_NEGATION)
            s->negation = text;
        s->at[s->count].text = text;
        s->at[s->count].size = strlen(text);
        s->at[s->count++].kinds = bits;
    }
}

size_t lt_stem_ending(const laut_engine *engine, lt_stem_kind kind, const char *text, size_t size)
{
    const lt_stems *s = &engine->stems;
    for (uint32_t i = 0; i < s->count; i++) {
        size_t n = s->at[i].size;
        if (s->at[i].kinds & kind && size > n + 3 && memcmp(text + size - n, s->at[i].text, n) == 0)
            return n;
    }
    return 0;
}
