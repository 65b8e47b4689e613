/* Stage 3: readings. Every word gets all analyses that the lexica and its shape allow. */
#include <string.h>

#include "base/fold.h"
#include "document.h"
#include "engine/engine.h"
#include "engine/morphology.h"

/* Whether a capital letter says nothing, because a sentence may begin here. */
static bool may_begin(const lt_document *d, uint32_t i)
{
    if (i == 0 || d->tokens.at[i].flags & (LT_PARA_BEFORE | LT_LINE_BEFORE))
        return true;
    const lt_token *p = &d->tokens.at[i - 1];
    return p->kind == LT_STOP || p->kind == LT_COLON || p->kind == LT_MARK || p->kind == LT_OPEN ||
           p->kind == LT_DASH || p->kind == LT_OTHER || p->kind == LT_SEMICOLON ||
           (p->flags & LT_ABBREVIATION && !(p->flags & LT_NO_END)) ||
           (p->kind == LT_CLOSE && i == 1);
}

int lt_readings_stage(lt_document *d, laut_error *error)
{
    for (uint32_t i = 0; i < d->tokens.count; i++) {
        lt_token *t = &d->tokens.at[i];
        t->first_reading = d->readings.count;
        lt_reading found[LT_MAX_READINGS];
        uint32_t n = 0;
        if (t->kind == LT_WORD) {
            char folded[LT_MAX_WORD];
            size_t size = lt_fold(d->text.bytes + t->begin, t->end - t->begin, folded);
            uint8_t flags = (uint8_t)((t->flags & ~LT_PARA_BEFORE) |
                                      (may_begin(d, i) ? LT_PARA_BEFORE : 0));
            n = lt_analyse(d->engine, folded, size, flags, found);
        } else if (t->kind == LT_NUMBER) {
            found[0] = (lt_reading){LT_NO_WORD, t->flags & LT_ORDINAL ? LT_ADJ : LT_NUM,
                                    t->flags & LT_ORDINAL
                                        ? LT_CASES | LT_GENDERS | LT_F(sg)
                                        : LT_CASES | LT_GENDERS | LT_F(pl),
                                    LAUT_NONE};
            n = 1;
        }
        for (uint32_t k = 0; k < n; k++) {
            lt_reading *r = lt_push(&d->arena, &d->readings);
            if (!r)
                return lt_out_of_memory(error);
            *r = found[k];
        }
        t->reading_count = (uint16_t)n;
    }
    return d->arena.failed ? lt_out_of_memory(error) : 0;
}
