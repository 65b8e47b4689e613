#include "engine/summary.h"

#include "engine/engine.h"
#include "engine/starts.h"

lt_agreement lt_agreement_of(uint64_t f)
{
    unsigned cases = (f & LT_F(nom) ? 1 : 0) | (f & LT_F(gen) ? 2 : 0) | (f & LT_F(dat) ? 4 : 0) |
                     (f & LT_F(acc) ? 8 : 0);
    unsigned genders = (f & LT_F(m) ? 1 : 0) | (f & LT_F(f) ? 2 : 0) | (f & LT_F(n) ? 4 : 0);
    if (!cases)
        cases = 15;
    unsigned columns = 0;
    if (f & LT_F(sg) || !(f & LT_F(pl)))
        columns |= genders ? genders : 7;
    if (f & LT_F(pl) || !(f & LT_F(sg)))
        columns |= 8;
    lt_agreement a = 0;
    for (unsigned c = 0; c < 4; c++)
        if (cases >> c & 1)
            a |= (lt_agreement)(columns << c * 4);
    return a;
}

static uint32_t of_reading(const lt_reading *r)
{
    uint64_t f = r->features;
    bool guess = f & LT_F(guess);
    uint32_t is = (f & LT_F(rel) ? IS_REL : 0) | (f & LT_F(interrog) ? IS_INTERROG : 0) |
                  (r->category >= LT_ADV && !guess ? IS_CLOSED : 0);
    switch ((lt_category)r->category) {
    case LT_VERB:
        is |= (f & LT_F(fin) ? IS_FIN : 0) | (f & LT_F(participle) ? IS_PARTICIPLE : 0) |
              (f & LT_F(inf) ? IS_INFINITIVE : 0) | (f & LT_F(zuinf) ? IS_ZUINF : 0);
        if (f & (LT_F(aux) | LT_F(modal)))
            is |= IS_HELPS | (f & LT_F(fin) ? IS_AUX : 0);
        break;
    case LT_NAME: is |= IS_NOUN | IS_NAMELIKE | (guess ? 0 : IS_GIVEN); break;
    case LT_NOUN: is |= IS_NOUN | (guess ? IS_NAMELIKE : 0) | (guess && f & LT_F(weak) ? 0 : IS_SOLID); break;
    case LT_ADJ: is |= IS_ADJ; break;
    case LT_ADV: is |= IS_ADV; break;
    case LT_DET: is |= IS_DET; break;
    case LT_PREP: is |= IS_PREP; break;
    case LT_PRON: is |= IS_PRON | (f & LT_F(p1) ? IS_FIRST_PERSON : 0); break;
    case LT_CONJ: /* weder, sowohl begin what they join, and join nothing to what is in front */
        is |= f & (LT_F(circum) | LT_F(negation)) ? 0 : f & LT_F(and) ? IS_AND : f & LT_F(but) ? IS_BUT : 0;
        break;
    case LT_PART: is |= f & LT_F(inf) ? IS_ZU : !f ? IS_PARTICLE : 0; break;
    case LT_SUB: is |= IS_SUB | (f & LT_F(inf) ? IS_INF_SUB : 0); break;
    default: break;
    }
    return is;
}

/* Adds the form or a lemma. */
static void add_word(lt_summary *s, const lt_vocabulary *v, lt_word w)
{
    if (!lt_is_listed(v, w))
        return;
    s->listed = true;
    s->words |= lt_mark_bit(v->lists.at[w].mark);
}

lt_summary lt_summary_of(const laut_engine *engine, lt_word form, bool number, const lt_reading *readings,
                         uint32_t count)
{
    lt_summary s = {.is = number ? IS_NUM : 0};
    bool name = false, common = false, not_verb = false, not_sub = false, not_rel = false;
    s.lexical = engine->vocabulary.words.at[form].lexical;
    add_word(&s, &engine->vocabulary, form);
    for (uint32_t k = 0; k < count; k++) {
        const lt_reading *r = &readings[k];
        add_word(&s, &engine->vocabulary, r->lemma);
        s.categories |= (uint16_t)(1u << r->category);
        s.features |= r->features;
        s.is |= number ? 0 : of_reading(r);
        if (r->category == LT_DET)
            s.det |= lt_agreement_of(r->features);
        if (r->category == LT_ADJ && !(r->features & LT_F(pred)))
            s.adj |= lt_agreement_of(r->features);
        name |= r->category == LT_NAME;
        common |= r->category == LT_NOUN && !(r->features & LT_F(guess));
        not_verb |= r->category != LT_VERB;
        not_sub |= r->category != LT_SUB;
        not_rel |= !(r->features & LT_F(rel));
    }
    if (name && !common)
        s.is |= IS_PROPER;
    if (s.is & IS_SUB && !not_sub)
        s.is |= IS_ONLY_SUB;
    if (s.is & IS_REL && !not_rel)
        s.is |= IS_ONLY_REL;
    if (s.is & IS_FIN && !not_verb && !(s.is & (IS_PARTICIPLE | IS_INFINITIVE | IS_ZUINF)))
        s.is |= IS_STRICT;
    /* An auxiliary stays one whatever else it might be: haben, werden, wollen. */
    if (s.is & IS_AUX && !(s.is & IS_CLOSED))
        s.is |= IS_STRICT;
    return s;
}
