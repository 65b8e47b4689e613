/* What is said twice: a claim that becomes a fact, a noun or an adjective that takes it for granted, a claim of the
 * lead that somebody confirms, a headline that somebody says, a number that somebody gives. */
#include "audit/facts.h"

#include <stdlib.h>
#include <string.h>

#include "engine/engine.h"
#include "engine/morphology.h"

/* ---------------------------------------------------------------- what a stretch of text is about */

/* What a stretch of text is about: its nouns, names, full verbs, adjectives and numbers, sorted. */
typedef struct {
    uint64_t *at;
    uint32_t count;
    uint64_t actors[4]; /* whom its pronouns stand for: in common they count, but they need not be */
    uint32_t actor_count;
} topic;

/* What fälschen, Fälschung and gefälscht have in common: the stem of a verb. Strong ones (stehlen, gestohlen) differ
 * anyhow. */
static uint64_t verb_stem(const lt_document *d, const char *text, size_t size)
{
    const char *ge = d->engine->stems.participle;
    size_t n = strlen(ge);
    size -= lt_stem_ending(d->engine, LT_STEM_LEMMA, text, size);
    if (n && size > n + 3 && memcmp(text, ge, n) == 0)
        return lt_hash_of(text + n, size - n);
    return lt_hash_of(text, size);
}

enum { LONGEST_INFLECTION = 2 /* bytes: gestohlene, stahlen */, LEAST_OF_NOUN = 4 /* bytes */ };

/* The text is the form, or one of the forms between blanks, with or without an ending; `cut` bytes of it are missing. */
static bool is_form(const char *text, size_t size, const char *forms, size_t cut)
{
    for (const char *p = forms; *p;) {
        size_t n = strcspn(p, " "), rest = n > cut ? n - cut : 0;
        if (rest > 2 && p[cut] == text[0] && size >= rest && size <= rest + LONGEST_INFLECTION && memcmp(text, p + cut, rest) == 0)
            return true;
        p += n + (p[n] == ' ');
    }
    return false;
}

/* The stem of auf-brechen for aufgebrochen and aufbrach, of er-werben for erworben, with or without an ending: forms of
 * strong verbs behind a prefix; or 0. */
static uint64_t strong_stem(const lt_document *d, const char *text, size_t size)
{
    const lt_table *strong = lt_engine_table(d->engine, "lex/verbs-strong.tsv", NULL);
    const lt_table *prefixes = lt_engine_table(d->engine, "lex/prefixes.tsv", NULL);
    uint32_t participle = lt_column(strong, "participle"), past = lt_column(strong, "preterite"), may = lt_column(strong, "subjunctive"),
             lemma = lt_column(strong, "lemma");
    uint32_t column = lt_column(prefixes, "prefix");
    size_t ge = strlen(d->engine->stems.participle);
    char verb[64];
    for (uint32_t p = 0; strong && prefixes && p < prefixes->row_count; p++) {
        const char *prefix = lt_cell_at(prefixes, p, column);
        size_t before = strlen(prefix);
        if (size < before + 4 || memcmp(text, prefix, before) != 0)
            continue;
        char a = text[before], b = text[before + 1], c = text[before + 2];
        for (uint32_t r = 0; r < strong->row_count; r++) {
            const char *told = lt_cell_at(strong, r, past), *whole = lt_cell_at(strong, r, participle), *subjunctive = lt_cell_at(strong, r, may);
            /* most are told apart by two or three letters */
            if ((told[0] != a || told[1] != b) && (subjunctive[0] != a || subjunctive[1] != b) && (whole[0] != a || whole[1] != b || whole[2] != c) &&
                (!whole[0] || !whole[1] || !whole[ge] || whole[ge] != a || whole[ge + 1] != b))
                continue;
            const char *of = lt_cell_at(strong, r, lemma);
            bool with_ge = ge && strncmp(whole, d->engine->stems.participle, ge) == 0;
            if (before + strlen(of) >= sizeof verb ||
                !((with_ge && (is_form(text + before, size - before, whole, 0) || is_form(text + before, size - before, whole, ge))) ||
                  is_form(text + before, size - before, told, 0) || is_form(text + before, size - before, subjunctive, 0)))
                continue;
            memcpy(verb, prefix, before);
            memcpy(verb + before, of, strlen(of) + 1);
            return verb_stem(d, verb, strlen(verb));
        }
    }
    return 0;
}

/* The same for a form whose lemma no lexicon has: bedrängte, die vertauschten (Proben), abgezweigt. */
enum { LONGEST_PREFIX = 8 /* bytes: zusammen */ };

static uint64_t stem_of_form(const lt_document *d, const char *text, size_t size)
{
    uint64_t strong = strong_stem(d, text, size);
    if (strong)
        return strong;
    char stem[64];
    const char *ge = d->engine->stems.participle;
    size_t infix = strlen(ge);
    size -= lt_stem_ending(d->engine, LT_STEM_FORM, text, size);
    size -= lt_stem_ending(d->engine, LT_STEM_TENSE, text, size);
    if (size >= sizeof stem)
        return lt_hash_of(text, size);
    size_t n = 0;
    bool cut = infix == 0;
    for (size_t i = 0; i < size; i++) {
        if (!cut && i <= LONGEST_PREFIX && i + infix + 2 < size && memcmp(text + i, ge, infix) == 0 && (i == 0 || i >= 2)) {
            cut = true;
            i += infix - 1;
        } else {
            stem[n++] = text[i];
        }
    }
    return lt_hash_of(stem, n);
}

/* An adverb that stands for something or tells when, and is no prefix: darüber, dazu; wächst wieder. */
static bool is_own_adverb(const lt_document *d, uint32_t t)
{
    const lt_token *token = &d->tokens.at[t];
    for (uint32_t k = 0; k < token->reading_count; k++) {
        const lt_reading *r = &d->readings.at[token->first_reading + k];
        if (r->category == LT_ADV && r->entry != LAUT_NONE && lt_cell_has(lt_entry_cell(d->engine, r->entry, "kind"), "time"))
            return true;
    }
    return (token->sum.features & LT_F(proadv)) != 0;
}

/* The separate prefix at the end of a clause whose verb is finite: stellte … ab; or LAUT_NONE. */
static uint32_t prefix_of(const lt_document *d, const lt_clause *k)
{
    uint32_t end = k->segment_count ? k->segments[k->segment_count - 1].last : 0;
    bool open = k->kind == LT_MAIN && k->finite == k->verb && end > k->verb + 1 && !is_own_adverb(d, end - 1);
    return open && !(d->tokens.at[end - 1].flags & LT_CAPITAL) && lt_is_prefix(d->engine, d->tokens.at[end - 1].form) ? end - 1 : LAUT_NONE;
}

/* No lexicon has abstellen: the lemma is that of stellen. */
static bool lacks_prefix(const lt_document *d, const lt_clause *k)
{
    uint32_t p = prefix_of(d, k);
    const lt_vocable *v = &d->engine->vocabulary.words.at[k->lemma];
    return p != LAUT_NONE && (v->size < d->tokens.at[p].folded_size || memcmp(v->text, d->tokens.at[p].folded, d->tokens.at[p].folded_size) != 0);
}

static uint64_t stem_of_verb(const lt_document *d, const lt_clause *k)
{
    const lt_token *verb = &d->tokens.at[k->verb];
    uint32_t p = prefix_of(d, k);
    char form[96];
    size_t n = p == LAUT_NONE ? 0 : d->tokens.at[p].folded_size;
    if (!n || n + verb->folded_size >= sizeof form)
        return stem_of_form(d, verb->folded, verb->folded_size);
    memcpy(form, d->tokens.at[p].folded, n);
    memcpy(form + n, verb->folded, verb->folded_size);
    return stem_of_form(d, form, n + verb->folded_size);
}

/* The prefix parts from its verb: stellte … ab. */
static bool is_detached(const lt_document *d, const char *text, size_t size)
{
    const lt_table *t = lt_engine_table(d->engine, "lex/prefixes.tsv", NULL);
    for (uint32_t r = 0; t && r < t->row_count; r++) {
        const char *prefix = lt_cell(t, r, "prefix");
        if (strncmp(prefix, text, size) == 0 && prefix[size] == '\0')
            return !lt_cell_has(lt_cell(t, r, "class"), "insep");
    }
    return false;
}

enum { MOST_OF_VERB = 64 /* bytes */ };

/* The verb that such a noun is made from: Verlust, verlieren; with a prefix that stands before both: Zusammenbruch. */
static bool verb_of_noun(const lt_document *d, const char *text, size_t size, char verb[MOST_OF_VERB])
{
    const lt_table *t = lt_engine_table(d->engine, "lex/verb-nouns.tsv", NULL);
    uint32_t nouns = lt_column(t, "noun"), verbs = lt_column(t, "verb");
    uint32_t letters = 0; /* most rows begin with a letter that the word has not */
    for (size_t i = 0; i < size; i++)
        letters |= 1u << (text[i] & 31);
    for (uint32_t r = 0; t && r < t->row_count; r++) {
        const char *noun = lt_cell_at(t, r, nouns), *of = lt_cell_at(t, r, verbs);
        if (!noun[0] || !(letters >> (noun[0] & 31) & letters >> (noun[1] & 31) & 1u))
            continue;
        size_t n = strlen(noun), prefix = size - n;
        if (size < n || size >= MOST_OF_VERB - strlen(of) || memcmp(text + prefix, noun, n) != 0 ||
            (prefix && !is_detached(d, text, prefix)))
            continue;
        memcpy(verb, text, prefix);
        memcpy(verb + prefix, of, strlen(of) + 1);
        return true;
    }
    return false;
}

/* Verpfändung, which no lexicon has: its lemma is that of Pfändung, and it is made from verpfänden. */
static bool is_own_noun(const lt_document *d, const lt_token *token, const lt_vocable *lemma)
{
    return token->folded_size > lemma->size && memcmp(token->folded + token->folded_size - lemma->size, lemma->text, lemma->size) == 0 &&
           lt_stem_ending(d->engine, LT_STEM_NOUN, token->folded, token->folded_size);
}

/* Umlauts and prefixes stay; what is not a verb or made from one is its lemma. */
static uint64_t key_of_lemma(const lt_document *d, const lt_token *token, lt_word lemma, bool verbal)
{
    const lt_vocable *v = &d->engine->vocabulary.words.at[lemma];
    char verb[MOST_OF_VERB];
    bool same = v->size == token->folded_size && memcmp(v->text, token->folded, v->size) == 0;
    if (token->flags & LT_CAPITAL && !verbal &&
        (verb_of_noun(d, token->folded, token->folded_size, verb) || (!same && verb_of_noun(d, v->text, v->size, verb))))
        return verb_stem(d, verb, strlen(verb));
    if (token->flags & LT_CAPITAL && !verbal && is_own_noun(d, token, v))
        return verb_stem(d, token->folded, token->folded_size);
    bool deverbal = token->flags & LT_CAPITAL && token->folded_size > 6 && lt_stem_ending(d->engine, LT_STEM_NOUN, v->text, v->size);
    return verbal || deverbal ? verb_stem(d, v->text, v->size) : lemma;
}

/* Es gibt, es fehlt an: the subject is es. */
static bool is_impersonal(const lt_document *d, uint32_t clause)
{
    uint32_t subject = d->arguments[clause].subject;
    const lt_mention *m = subject == LAUT_NONE ? NULL : &d->mentions.at[subject];
    return m && m->pronoun && m->features & LT_F(n) && !(m->features & (LT_F(m) | LT_F(f) | LT_F(dem) | LT_F(rel)));
}

/* A participle that is in the lexicon of adjectives. */
static bool adjective_only(const lt_document *d, uint32_t t)
{
    return d->tokens.at[t].sum.categories & 1u << LT_ADJ && d->clauses.at[d->clause_of[t]].finite != t;
}

static uint64_t key_of_token(const lt_document *d, uint32_t t)
{
    const lt_token *token = &d->tokens.at[t];
    if (!lt_is_word(d, t))
        return 0;
    lt_word lemma = LT_NO_WORD;
    bool verbal = false, adjective = false, content = token->kind == LT_NUMBER || !token->reading_count;
    for (uint32_t k = 0; k < token->reading_count; k++) {
        const lt_reading *r = &d->readings.at[token->first_reading + k];
        if (r->category == LT_NOUN || r->category == LT_NAME || r->category == LT_ADJ || r->category == LT_NUM ||
            (r->category == LT_VERB && !(r->features & (LT_F(aux) | LT_F(modal) | LT_F(copula))))) {
            bool verb = r->category == LT_VERB && !(token->flags & LT_CAPITAL); /* verkauft: verkaufen, too */
            content = true;
            if (lemma == LT_NO_WORD || (verb && !verbal))
                lemma = r->lemma;
            verbal |= verb;
            adjective |= r->category == LT_ADJ && r->features & LT_F(participle);
        } else if (r->category == LT_ADV && r->features & LT_F(guess)) {
            content = true; /* schrottreif, which no lexicon has */
        } else if (r->category != LT_ADV && r->category != LT_VERB) {
            return 0; /* a word of grammar */
        }
    }
    if (!content)
        return 0;
    uint32_t c = d->clause_of[t];
    if (c != LAUT_NONE && d->clauses.at[c].finite == t && (d->clauses.at[c].verb != t || is_impersonal(d, c)))
        return 0; /* habe verkauft; es gibt */
    if (c != LAUT_NONE && d->clauses.at[c].verb == t && token->sum.features & (LT_F(aux) | LT_F(copula)))
        return 0; /* hat keine Betten */
    if (c != LAUT_NONE && d->clauses.at[c].verb == t && d->clauses.at[c].lemma == token->form && adjective_only(d, t))
        return stem_of_form(d, token->folded, token->folded_size); /* ist ausgefallen */
    if (c != LAUT_NONE && d->clauses.at[c].verb == t && d->clauses.at[c].lemma != LT_NO_WORD && !lacks_prefix(d, &d->clauses.at[c]))
        return key_of_lemma(d, token, d->clauses.at[c].lemma, true);
    if (c != LAUT_NONE && d->clauses.at[c].verb == t)
        return stem_of_verb(d, &d->clauses.at[c]);
    if (lemma != LT_NO_WORD)
        return key_of_lemma(d, token, lemma, verbal || adjective);
    if (verbal || adjective || (!token->reading_count && !(token->flags & LT_CAPITAL)))
        return stem_of_form(d, token->folded, token->folded_size);
    return lt_hash_of(token->folded, token->folded_size);
}

/* A word of lex/same-words.tsv, and what stands for all of its row. */
struct lt_same {
    uint64_t word, key; /* word 0: free */
    bool first;         /* of lex/same-words.tsv */
};

enum { SAME_WORDS = 16 /* of a row */ };

/* The place of the word, or a free one. */
static struct lt_same *same_slot(const lt_facts *f, uint64_t word)
{
    uint32_t i = (uint32_t)(word ^ word >> 32) & f->same_mask;
    while (f->same[i].word && f->same[i].word != word)
        i = (i + 1) & f->same_mask;
    return &f->same[i];
}

static const struct lt_same *find_same(const lt_facts *f, uint64_t word)
{
    const struct lt_same *found = same_slot(f, word);
    return found->word ? found : NULL;
}

/* Kaufen and erwerben are one. */
static uint64_t merged(const lt_facts *f, uint64_t key)
{
    const lt_document *d = f->d;
    bool known = key && key < d->engine->vocabulary.words.count;
    const lt_vocable *v = known ? &d->engine->vocabulary.words.at[key] : NULL;
    const struct lt_same *found = key ? find_same(f, v ? lt_hash_of(v->text, v->size) : key) : NULL;
    return found ? found->key : key;
}

/* Der Beschuldigte, of a row that has it as beschuldigter: the stem of an adjective that is a noun. */
static uint64_t as_adjective(const lt_document *d, const char *text, size_t size)
{
    size_t n = lt_stem_ending(d->engine, LT_STEM_FORM, text, size);
    return n ? lt_hash_of(text, size - n) ^ 1 : 0;
}

/* A noun of a row as it stands there, which the lexicon of nouns takes apart (die Backstuben), or which is an adjective; or 0. */
static uint64_t listed_noun(const lt_facts *f, uint32_t t)
{
    const lt_document *d = f->d;
    const lt_token *noun = &d->tokens.at[t];
    bool adjective = false, known = true;
    for (uint32_t k = 0; k < noun->reading_count; k++) {
        const lt_reading *r = &d->readings.at[noun->first_reading + k];
        adjective |= r->category == LT_ADJ;
        known &= r->category != LT_NOUN || r->lemma == noun->form || d->engine->vocabulary.words.at[r->lemma].size + LEAST_OF_NOUN > noun->folded_size;
    }
    uint64_t stem = adjective ? as_adjective(d, noun->folded, noun->folded_size) : 0;
    const struct lt_same *found = stem ? find_same(f, stem) : NULL;
    for (size_t cut = 0; !known && !found && cut <= LONGEST_INFLECTION && noun->folded_size > 2 * LEAST_OF_NOUN; cut++)
        found = find_same(f, lt_hash_of(noun->folded, noun->folded_size - cut));
    return found ? found->key : 0;
}

static void add_same(lt_facts *f, uint64_t word, uint64_t key, bool first)
{
    struct lt_same *slot = same_slot(f, word);
    if (!slot->word)
        *slot = (struct lt_same){word, key, first};
}

/* The words of a row stand for each other. In lex/paraphrases.tsv a word may be a noun or a verb; a row with a word of
 * lex/same-words.tsv goes on with its row. */
static void add_row(lt_facts *f, const lt_piece *words, uint32_t n, uint64_t key, bool nouns, bool verbs, bool first)
{
    lt_document *d = f->d;
    uint64_t as_noun[SAME_WORDS], as_verb[SAME_WORDS];
    const struct lt_same *found = NULL;
    for (uint32_t k = 0; k < n; k++) {
        as_noun[k] = lt_hash_of(words[k].at, words[k].size);
        as_verb[k] = verb_stem(d, words[k].at, words[k].size);
        const struct lt_same *noun = first || found ? NULL : find_same(f, as_noun[k]), *verb = first || found ? NULL : find_same(f, as_verb[k]);
        found = noun && noun->first ? noun : verb && verb->first ? verb : found;
    }
    key = found ? found->key : key;
    for (uint32_t k = 0; k < n; k++) {
        bool may_be = nouns && !lt_stem_ending(d->engine, LT_STEM_LEMMA, words[k].at, words[k].size); /* no infinitive */
        uint64_t adjective = may_be ? as_adjective(d, words[k].at, words[k].size) : 0;
        if (adjective)
            add_same(f, adjective, key, first);
        if (nouns)
            add_same(f, as_noun[k], key, first);
        if (verbs && !(nouns && as_verb[k] == as_noun[k]))
            add_same(f, as_verb[k], key, first);
    }
}

/* Kassenprüfer … die Prüfer: with an article a noun that has not stood there stands for the compound that ends with it. */
static void find_tails(lt_facts *f)
{
    const lt_document *d = f->d;
    enum { NEAR = 64 /* nouns */, LEAST = 4 /* bytes of a noun, and of what stands before it in a compound */, MOST_BETWEEN = 2 /* adjectives */ };
    uint32_t nouns[NEAR], count = 0;
    for (uint32_t t = 0; t < d->tokens.count; t++) {
        const lt_token *noun = &d->tokens.at[t];
        if (!(noun->flags & LT_CAPITAL) || !f->keys[t] || !lt_is(d, t, LT_NOUN))
            continue;
        uint32_t compound = LAUT_NONE;
        uint32_t before = t; /* das umgepackte Fleisch */
        while (before && t - before < MOST_BETWEEN && !(d->tokens.at[before - 1].flags & LT_CAPITAL) &&
               d->tokens.at[before - 1].sum.categories & (1u << LT_ADJ | 1u << LT_VERB) && !lt_is(d, before - 1, LT_DET))
            before--;
        bool known = !before || noun->folded_size < LEAST || !lt_is(d, before - 1, LT_DET);
        for (uint32_t k = count; k-- > 0 && count - k <= NEAR && !known;) {
            const lt_token *u = &d->tokens.at[nouns[k % NEAR]];
            known = f->keys[nouns[k % NEAR]] == f->keys[t];
            if (compound == LAUT_NONE && u->folded_size >= noun->folded_size + LEAST &&
                memcmp(u->folded + u->folded_size - noun->folded_size, noun->folded, noun->folded_size) == 0)
                compound = nouns[k % NEAR];
        }
        if (!known && compound != LAUT_NONE)
            f->keys[t] = f->keys[compound];
        nouns[count++ % NEAR] = t;
    }
}

/* A word of lex/hearsay.tsv of that kind. */
static bool is_listed(const lt_document *d, lt_word lemma, const char *kind)
{
    if (lemma == LT_NO_WORD)
        return false;
    const lt_table *words = lt_engine_table(d->engine, "lex/hearsay.tsv", NULL);
    const lt_vocable *noun = &d->engine->vocabulary.words.at[lemma];
    uint32_t column = lt_column(words, "word"), kinds = lt_column(words, "kind");
    for (uint32_t r = 0; words && r < words->row_count; r++) {
        const char *word = lt_cell_at(words, r, column);
        if (word[0] == noun->text[0] && strncmp(word, noun->text, noun->size) == 0 && !word[noun->size] && strcmp(lt_cell_at(words, r, kinds), kind) == 0)
            return true;
    }
    return false;
}

/* Zum ersten Mal, in erster Linie: what any text may have. The words say nothing of what is told. */
static void leave_out_phrases(lt_facts *f)
{
    const lt_document *d = f->d;
    for (uint32_t t = 2; t < d->tokens.count; t++) {
        const lt_token *noun = &d->tokens.at[t];
        if (!f->keys[t] || !(noun->flags & LT_CAPITAL) || !lt_is(d, t, LT_NOUN) || !noun->reading_count || !lt_is(d, t - 2, LT_PREP) ||
            !is_listed(d, d->readings.at[noun->first_reading].lemma, "empty"))
            continue;
        f->keys[t] = f->keys[t - 1] = 0;
    }
}

static void find_keys(lt_facts *f)
{
    lt_document *d = f->d;
    const lt_table *same = lt_engine_table(d->engine, "lex/same-words.tsv", NULL);
    const lt_table *paraphrases = lt_engine_table(d->engine, "lex/paraphrases.tsv", NULL);
    uint32_t rows = same ? same->row_count : 0, others = paraphrases ? paraphrases->row_count : 0;
    lt_piece words[SAME_WORDS];
    uint32_t entries = 1, slots = 2; /* a word may be a noun, a verb and an adjective */
    for (uint32_t r = 0; r < rows + others; r++)
        entries += 3 * lt_pieces(r < rows ? lt_cell(same, r, "words") : lt_cell(paraphrases, r - rows, "words"), words, SAME_WORDS);
    while (slots < entries + entries / 2)
        slots *= 2;
    f->same = lt_arena_alloc(&d->arena, slots * sizeof *f->same);
    f->same_mask = slots - 1;
    f->keys = lt_arena_alloc(&d->arena, (d->tokens.count + 1) * sizeof *f->keys);
    if (!f->same || !f->keys)
        return;
    for (uint32_t r = 0; r < rows; r++) {
        bool verbs = lt_cell_has(lt_cell(same, r, "kind"), "verb");
        uint32_t n = lt_pieces(lt_cell(same, r, "words"), words, SAME_WORDS);
        add_row(f, words, n < SAME_WORDS ? n : SAME_WORDS, lt_hash_of((const char *)&r, sizeof r), !verbs, verbs, true);
    }
    for (uint32_t r = 0; r < others; r++) {
        uint32_t n = lt_pieces(lt_cell(paraphrases, r, "words"), words, SAME_WORDS), row = rows + r;
        add_row(f, words, n < SAME_WORDS ? n : SAME_WORDS, lt_hash_of((const char *)&row, sizeof row), true, true, false);
    }
    for (uint32_t k = 0; k < d->tokens.count; k++) {
        uint64_t key = key_of_token(d, k), listed = key && d->tokens.at[k].flags & LT_CAPITAL ? listed_noun(f, k) : 0;
        f->keys[k] = listed ? listed : merged(f, key);
    }
    leave_out_phrases(f);
    find_tails(f);
}

/* What counts as the same word, or 0: a word of grammar. */
static uint64_t content_word(const lt_facts *f, uint32_t t)
{
    return f->keys[t];
}

static topic topic_of(const lt_facts *f, const lt_range *at, uint32_t count)
{
    lt_document *d = f->d;
    uint32_t size = 0;
    for (uint32_t i = 0; i < count; i++)
        size += at[i].last - at[i].first;
    topic x = {.at = lt_arena_alloc(&d->arena, (size + 1) * sizeof *x.at)};
    for (uint32_t i = 0; x.at && i < count; i++)
        for (uint32_t t = at[i].first; t < at[i].last; t++) {
            uint64_t w = content_word(f, t);
            if (w)
                x.at[x.count++] = w;
        }
    if (x.count)
        qsort(x.at, x.count, sizeof *x.at, lt_by_key);
    uint32_t n = 0;
    for (uint32_t i = 0; i < x.count; i++)
        if (!n || x.at[n - 1] != x.at[i])
            x.at[n++] = x.at[i];
    x.count = n;
    return x;
}

/* Er habe den Wagen verkauft, sagte Otto Grothe: it is about Grothe, too. */
static void add_speaker(lt_facts *f, uint32_t claim, topic *x)
{
    lt_document *d = f->d;
    const lt_claim_fact *c = &f->claims[claim];
    uint32_t s = d->claims.at[claim].sentence;
    bool about = false;
    for (uint32_t n = f->first_mention[s]; n < f->first_mention[s + 1]; n++) {
        const lt_mention *m = &d->mentions.at[f->by_sentence[n]];
        for (uint32_t k = 0; m->pronoun && m->features & LT_F(pers) && m->features & LT_F(p3) && k < c->content.count; k++)
            about |= m->first >= c->content.at[k].first && m->first < c->content.at[k].last;
    }
    const lt_mention *m = c->mention == LAUT_NONE ? NULL : &d->mentions.at[c->mention];
    uint64_t name = about && m && m->name_first < m->name_last ? content_word(f, m->name_last - 1) : 0;
    for (uint32_t i = 0; i < x->count; i++)
        name = x->at[i] == name ? 0 : name;
    uint64_t *at = name ? lt_arena_alloc(&d->arena, (x->count + 1) * sizeof *at) : NULL;
    if (!at)
        return;
    if (x->count)
        memcpy(at, x->at, x->count * sizeof *at);
    at[x->count++] = name;
    qsort(at, x->count, sizeof *at, lt_by_key);
    x->at = at;
}

/* Er habe ihn nicht weitergereicht: the thing that the object may be, which was named last before it; or LAUT_NONE. */
static uint32_t thing_before(const lt_facts *f, uint32_t mention)
{
    const lt_document *d = f->d;
    const lt_mention *m = &d->mentions.at[mention];
    if (m->clause == LAUT_NONE || d->arguments[m->clause].subject == mention)
        return LAUT_NONE;
    for (uint32_t s = m->sentence + 1, back = 0; s-- > 0 && back < 2; back++)
        for (uint32_t n = f->first_mention[s + 1]; n-- > f->first_mention[s];) {
            const lt_mention *y = &d->mentions.at[f->by_sentence[n]];
            if (y->last <= m->first && !y->pronoun && y->type != LT_TYPE_PERSON && y->features & m->features & LT_GENDERS &&
                y->features & m->features & LT_NUMBERS)
                return f->by_sentence[n];
        }
    return LAUT_NONE;
}

/* Nachdem er den Wagen verkauft hatte: it is about whom the pronoun stands for, too. */
static void add_actors(const lt_facts *f, const lt_range *at, uint32_t count, topic *x)
{
    const lt_document *d = f->d;
    for (uint32_t k = 0; k < count; k++) {
        uint32_t s = at[k].first < d->tokens.count ? d->sentence_of[at[k].first] : LAUT_NONE;
        for (uint32_t n = s == LAUT_NONE ? 0 : f->first_mention[s]; s != LAUT_NONE && n < f->first_mention[s + 1]; n++) {
            const lt_mention *m = &d->mentions.at[f->by_sentence[n]];
            if (!m->pronoun || !(m->features & LT_F(pers)) || !(m->features & LT_F(p3)) || m->first < at[k].first || m->first >= at[k].last)
                continue;
            const lt_mention *y = &d->mentions.at[f->meant[f->by_sentence[n]]];
            uint64_t name = y->pronoun ? 0 : content_word(f, y->name_first < y->name_last ? y->name_last - 1 : y->head);
            if (name && x->actor_count < sizeof x->actors / sizeof *x->actors)
                x->actors[x->actor_count++] = name;
            uint32_t thing = thing_before(f, f->by_sentence[n]);
            name = thing == LAUT_NONE ? 0 : content_word(f, d->mentions.at[thing].head);
            if (name && x->actor_count < sizeof x->actors / sizeof *x->actors)
                x->actors[x->actor_count++] = name;
        }
    }
}

static uint32_t shared(const topic *a, const topic *b)
{
    uint32_t i = 0, k = 0, n = 0;
    while (i < a->count && k < b->count)
        if (a->at[i] == b->at[k]) {
            n++;
            i++;
            k++;
        } else if (a->at[i] < b->at[k]) {
            i++;
        } else {
            k++;
        }
    return n;
}

enum {
    LEAST_SHARED = 3,      /* words that a repetition has in common with what it repeats */
    SHARED_PERCENT = 60,   /* of the shorter of the two */
    WITHOUT_VERB = 75,     /* the same, where its verb is another one */
    LOOKED_BACK = 64       /* claims or clauses */
};

static bool has_word(const topic *x, uint64_t word)
{
    return word && x->count && bsearch(&word, x->at, x->count, sizeof *x->at, lt_by_key);
}

/* Whether the clause has a noun of the other topic besides its subject. */
static bool has_complement(const lt_facts *f, const lt_clause *k, const lt_mention *subject, const topic *b)
{
    const lt_document *d = f->d;
    bool found = false;
    for (uint32_t t = k->first; t < k->last && !found; t++)
        found = d->clause_of[t] == (uint32_t)(k - d->clauses.at) && d->tokens.at[t].flags & LT_CAPITAL && (t < subject->first || t >= subject->last) &&
                has_word(b, content_word(f, t));
    return found;
}

/* What a clause or claim says: its words and its tokens. */
typedef struct {
    const topic *words;
    const lt_range *at;
    uint32_t count;
} telling;

/* The clause among the tokens that has the verb; or NULL. */
static const lt_clause *clause_with(const lt_facts *f, const telling *x, uint64_t verb)
{
    const lt_document *d = f->d;
    for (uint32_t k = 0; verb && k < x->count; k++)
        for (uint32_t t = x->at[k].first; t < x->at[k].last; t++) {
            uint32_t c = d->clause_of[t];
            if (c != LAUT_NONE && d->clauses.at[c].verb == t && content_word(f, t) == verb)
                return &d->clauses.at[c];
        }
    return NULL;
}

/* What it is done to: the object, in the passive the subject; or NULL. */
static const lt_mention *patient_of(const lt_document *d, const lt_clause *k)
{
    const lt_arguments *of = &d->arguments[k - d->clauses.at];
    uint32_t m = k->passive ? of->subject : of->accusative;
    return m == LAUT_NONE ? NULL : &d->mentions.at[m];
}

/* Who does it: the subject, in the passive whom von has; or NULL. */
static const lt_mention *agent_of(const lt_document *d, const lt_clause *k)
{
    const lt_arguments *of = &d->arguments[k - d->clauses.at];
    uint32_t m = k->passive ? of->agent : of->subject;
    return m == LAUT_NONE ? NULL : &d->mentions.at[m];
}

static bool is_third_person(const lt_mention *m)
{
    return m->pronoun && m->features & LT_F(pers) && m->features & LT_F(p3);
}

/* A pronoun that may stand for the other one. */
static bool may_stand_for(const lt_mention *pronoun, const lt_mention *m)
{
    uint64_t genders = pronoun->features & m->features & LT_GENDERS;
    return is_third_person(pronoun) && pronoun->features & m->features & LT_NUMBERS && (genders || m->features & LT_F(pl));
}

/* A number that the other one does not have: 1980 wurde die Brücke gesperrt. */
static bool has_other_number(const lt_facts *f, const lt_clause *k, const topic *b)
{
    const lt_document *d = f->d;
    for (uint32_t t = k->first; t < k->last; t++)
        if (d->clause_of[t] == (uint32_t)(k - d->clauses.at) && content_word(f, t) && !has_word(b, content_word(f, t)) &&
            (d->tokens.at[t].kind == LT_NUMBER || d->tokens.at[t].sum.categories & 1u << LT_NUM))
            return true;
    return false;
}

/* Aus der Kapelle war eine Madonna gestohlen worden; it was the bell: the same verb, of something new. */
static bool is_of_another(const lt_facts *f, const lt_clause *k, const telling *b)
{
    const lt_document *d = f->d;
    uint64_t verb = k->verb == LAUT_NONE ? 0 : content_word(f, k->verb);
    const lt_mention *what = patient_of(d, k);
    bool new = what && !what->pronoun && (what->named ? (d->tokens.at[what->first].sum.features & LT_F(indef)) != 0 : !what->definite);
    if (!new || !f->keys[what->head] || has_word(b->words, f->keys[what->head]))
        return false;
    const lt_clause *told = clause_with(f, b, verb);
    const lt_mention *was = told ? patient_of(d, told) : NULL;
    return was && !was->pronoun;
}

/* Otto Grothe soll eine Pumpe gekauft haben. Der Wirt kaufte die Pumpe im April; die Täter sollen durch ein Fenster eingestiegen
 * sein. Die Diebe stiegen durch ein Fenster ein: the same verb with a word for what or how, and a subject that names nobody
 * else. */
static bool same_deed(const lt_facts *f, const lt_clause *k, uint64_t verb, const topic *b)
{
    const lt_document *d = f->d;
    const lt_arguments *of = &d->arguments[k - d->clauses.at];
    const lt_mention *object = of->accusative == LAUT_NONE ? NULL : &d->mentions.at[of->accusative];
    const lt_mention *subject = of->subject == LAUT_NONE ? NULL : &d->mentions.at[of->subject];
    if (!subject || !has_word(b, verb) || (object && !object->definite))
        return false;
    if (object && (object->pronoun || !has_word(b, content_word(f, object->head))))
        return false;
    if (!object && !has_complement(f, k, subject, b))
        return false;
    return subject->pronoun ? subject->features & LT_F(pers) && subject->features & LT_F(p3)
                            : (subject->type == LT_TYPE_PERSON || subject->type == LT_TYPE_GROUP) && subject->definite && !subject->named;
}

/* Der Wirt soll die Fässer geleert haben. Die Fässer wurden nachts geleert; am Sonntag hat der Wirt sie geleert: the same verb,
 * done to the same. */
static bool same_patient(const lt_facts *f, const lt_clause *k, uint64_t verb, const telling *b)
{
    const lt_document *d = f->d;
    const lt_clause *told = clause_with(f, b, verb);
    const lt_mention *what = patient_of(d, k), *who = agent_of(d, k);
    const lt_mention *was = told ? patient_of(d, told) : NULL, *did = told ? agent_of(d, told) : NULL;
    if (!told || !what || !was || has_other_number(f, k, b->words))
        return false;
    if (what->pronoun)
        return may_stand_for(what, was) && who && did && !who->pronoun && f->keys[who->head] && f->keys[who->head] == f->keys[did->head];
    return k->passive && what->definite && f->keys[what->head] == f->keys[was->head] && f->keys[what->head] &&
           (!who || (did && f->keys[who->head] == f->keys[did->head]));
}

/* Der Lotse sei eingeschlafen … als der Mann einschlief: a dependent clause with nothing but the verb, and a word for somebody. */
static bool same_act(const lt_facts *f, const lt_clause *k, uint64_t verb, const topic *a, const telling *b)
{
    const lt_document *d = f->d;
    const lt_clause *told = k->kind == LT_MAIN && !k->verb_last ? NULL : clause_with(f, b, verb);
    const lt_mention *who = agent_of(d, k), *did = told ? agent_of(d, told) : NULL;
    if (!who || !did || told->kind != LT_MAIN || k->passive || told->passive || patient_of(d, k) || patient_of(d, told) || a->count > 2)
        return false;
    if (who->pronoun)
        return a->count == 1 && may_stand_for(who, did) && did->type == LT_TYPE_PERSON; /* der Wirt soll ausgezogen sein … seit er ausgezogen ist */
    return who->type == LT_TYPE_PERSON && who->definite && !who->named && did->type == LT_TYPE_PERSON &&
           who->features & did->features & LT_GENDERS && who->features & did->features & LT_NUMBERS;
}

/* Der Minister sei krank. Der Minister ist krank: two words are enough where there are no others. */
static bool same_topic(const lt_facts *f, const lt_clause *k, const topic *a, const telling *other)
{
    const topic *b = other->words;
    uint32_t words = shared(a, b), less = a->count < b->count ? a->count : b->count;
    uint32_t both = words;
    for (uint32_t i = 0; i < b->actor_count; i++)
        if (has_word(a, b->actors[i]) && !has_word(b, b->actors[i])) {
            words++; /* Otto Grothe soll … Er soll ihn geschlagen haben. … den Grothe schlug */
            both++;
            break;
        }
    for (uint32_t i = 0; i < a->actor_count; i++)
        if (has_word(b, a->actors[i]) && !has_word(a, a->actors[i])) {
            both++;
            break;
        }
    for (uint32_t i = 0; both == words && i < a->actor_count; i++) /* er habe ihn beschimpft … dann beschimpfte er ihn */
        for (uint32_t n = 0; both == words && n < b->actor_count; n++)
            both += a->actors[i] == b->actors[n] && !has_word(a, a->actors[i]) && !has_word(b, a->actors[i]);
    uint64_t verb = k->verb == LAUT_NONE ? 0 : content_word(f, k->verb);
    if (is_of_another(f, k, other))
        return false;
    /* nachdem ihn der Anführer niedergeschlagen hatte: a dependent clause that says nothing new; weil der Laster nicht über
     * die Brücke passt: one thing, of what was said with the same verb */
    if ((k->kind != LT_MAIN || (k->verb_last && k->parent != LAUT_NONE)) && both >= 2 &&
        (words == a->count || (words + 1 == a->count && k->kind == LT_SUBORD && shared(a, b) >= 2) ||
         (has_word(b, verb) && shared(a, b) >= 2 && words * 2 >= a->count)))
        return true;
    if (same_deed(f, k, verb, b) || same_patient(f, k, verb, other) || same_act(f, k, verb, a, other))
        return true;
    uint32_t least = !verb || has_word(b, verb) ? SHARED_PERCENT : WITHOUT_VERB;
    bool nothing_new = both >= 2 && words == a->count && least == SHARED_PERCENT;
    return (both >= LEAST_SHARED && both * 100 >= less * least) || (nothing_new && b->count <= both + 1);
}

/* ---------------------------------------------------------------- claims that become facts */

const lt_clause *lt_said_by(const lt_facts *f, uint32_t claim)
{
    const lt_document *d = f->d;
    const lt_ranges *r = &f->claims[claim].content;
    for (uint32_t k = 0; k < r->count; k++)
        for (uint32_t t = r->at[k].first; t < r->at[k].last; t++) {
            uint32_t c = d->clause_of[t];
            if (c != LAUT_NONE && d->clauses.at[c].finite == t)
                return &d->clauses.at[c];
        }
    return NULL;
}

static bool is_subjunctive(const lt_facts *f, uint32_t claim)
{
    const lt_clause *said = lt_said_by(f, claim);
    return said && said->features & (LT_F(subj1) | LT_F(subj2));
}

/* In the subjunctive, or with soll. */
static bool is_hedged(const lt_facts *f, uint32_t claim)
{
    const lt_clause *said = lt_said_by(f, claim);
    return said && said->features & (LT_F(subj1) | LT_F(subj2) | LT_F(modal));
}

/* Wenn der Damm alt ist: not said to be so. */
static bool is_condition(const lt_document *d, const lt_clause *k)
{
    const lt_token *t = k->introducer == LAUT_NONE ? NULL : &d->tokens.at[k->introducer];
    for (uint32_t r = 0; t && r < t->reading_count; r++)
        if (d->readings.at[t->first_reading + r].features & (LT_F(cond) | LT_F(whether)))
            return true;
    return false;
}

/* Told by the author as a fact; or taken for one: warum er den Wagen verkaufte, ist offen. */
static bool is_assertion(const lt_facts *f, const lt_clause *k)
{
    const lt_document *d = f->d;
    if ((k->kind != LT_MAIN && k->kind != LT_SUBORD && k->kind != LT_RELATIVE && k->kind != LT_QUESTION) || (k->kind == LT_MAIN && k->verb_first) ||
        k->finite == LAUT_NONE || !(k->features & LT_F(ind)) || is_condition(d, k))
        return false;
    bool asked = d->tokens.at[d->sentences.at[k->sentence].last - 1].folded[0] == '?'; /* … ist die Frage: Wie kühlt man das? */
    for (uint32_t t = k->last; asked && t < d->sentences.at[k->sentence].last; t++)
        asked = d->tokens.at[t].kind != LT_COLON;
    uint32_t claim = f->claim_of[k->finite]; /* lehnte das Angebot ab: that they did is told by the author */
    return !lt_in_heading(d, k->first) && (claim == LAUT_NONE || d->claims.at[claim].kind == LAUT_REPORTED) && d->quote_of[k->finite] == LAUT_NONE && !asked;
}

static lt_word modal_of(const lt_document *d, const lt_clause *k)
{
    const lt_token *t = &d->tokens.at[k->finite];
    for (uint32_t i = 0; k->features & LT_F(modal) && i < t->reading_count; i++)
        if (d->readings.at[t->first_reading + i].category == LT_VERB)
            return d->readings.at[t->first_reading + i].lemma;
    return LT_NO_WORD;
}

/* Er könne nicht brennen … kann nicht brennen; but: er habe gebrannt … kann brennen, or: man müsse ihn löschen … wird gelöscht. */
static bool same_modal(const lt_facts *f, const lt_clause *k, const lt_clause *said)
{
    const lt_document *d = f->d;
    lt_word own = modal_of(d, k), other = said ? modal_of(d, said) : LT_NO_WORD;
    return own == LT_NO_WORD ? !is_listed(d, other, "duty") : own == other;
}

/* Who else speaks about it between the two: they may confirm it. */
static uint32_t between(const lt_facts *f, uint32_t claim, uint32_t sentence, const topic *topics, const topic *own)
{
    const lt_document *d = f->d;
    uint32_t best = LAUT_NONE, most = 0;
    for (uint32_t i = claim + 1; i < d->claims.count && d->claims.at[i].sentence <= sentence; i++) {
        if (!f->claims[i].attributed || (f->claims[claim].attributed &&
                                         d->claims.at[i].chain[0].party == d->claims.at[claim].chain[0].party))
            continue;
        uint32_t both = shared(&topics[i], own);
        if (both > most && (both >= 2 || own->count <= 2)) {
            most = both;
            best = i;
        }
    }
    return best;
}

/* Of a relative clause with the noun before its comma: die Zähler, die er manipuliert hat; of a main clause with the
 * infinitive that follows it and says what: hat versucht, nach Westen zu gelangen. */
static topic topic_of_clause(const lt_facts *f, const lt_clause *k)
{
    lt_document *d = f->d;
    bool relative = k->kind == LT_RELATIVE && k->first > 1 && d->tokens.at[k->first - 1].kind == LT_COMMA;
    uint32_t c = (uint32_t)(k - d->clauses.at), n = k->segment_count;
    const lt_clause *next = c + 1 < d->clauses.count ? k + 1 : NULL;
    bool infinitive = k->kind == LT_MAIN && next && next->kind == LT_INFINITIVE && next->parent == c && next->introducer == LAUT_NONE && next->segment_count;
    lt_range *at = lt_arena_alloc(&d->arena, (n + 2) * sizeof *at);
    if (!at)
        return (topic){.at = NULL};
    if (n)
        memcpy(at, k->segments, n * sizeof *at);
    if (relative)
        at[n++] = (lt_range){k->first - 2, k->first - 1};
    if (infinitive)
        at[n++] = next->segments[0];
    return topic_of(f, at, n);
}

/* Der Tankwagen kommt nur noch nachts, sehr zum Ärger der Gäste: a main clause up to the comma behind its verb, where none but nouns
 * follow; empty if there is none. */
static topic topic_of_core(const lt_facts *f, const lt_clause *k)
{
    const lt_document *d = f->d;
    topic none = {.at = NULL};
    if (k->kind != LT_MAIN || k->verb_first || k->finite == LAUT_NONE || !k->segment_count)
        return none;
    const lt_range *s = &k->segments[0];
    for (uint32_t t = k->finite + 1; t < s->last; t++)
        if (d->tokens.at[t].kind == LT_COMMA)
            return topic_of(f, &(lt_range){s->first, t}, 1);
    bool later = k->segment_count > 1 && k->finite < s->last && d->tokens.at[s->last].kind == LT_COMMA;
    return later ? topic_of(f, s, 1) : none;
}

static void find_repetitions(lt_facts *f)
{
    lt_document *d = f->d;
    topic *topics = lt_arena_alloc(&d->arena, (d->claims.count + 1) * sizeof *topics);
    topic *clauses = lt_arena_alloc(&d->arena, (d->clauses.count + 1) * sizeof *clauses);
    topic *sentences = lt_arena_alloc(&d->arena, (d->sentences.count + 1) * sizeof *sentences);
    if (!topics || !clauses || !sentences)
        return;
    for (uint32_t i = 0; i < d->claims.count; i++) {
        topics[i] = topic_of(f, f->claims[i].content.at, f->claims[i].content.count);
        add_speaker(f, i, &topics[i]);
        add_actors(f, f->claims[i].content.at, f->claims[i].content.count, &topics[i]);
    }
    for (uint32_t s = 0; s < d->sentences.count; s++)
        sentences[s] = topic_of(f, &(lt_range){d->sentences.at[s].first, d->sentences.at[s].last}, 1);
    uint32_t said = 0; /* claims of earlier sentences */
    for (uint32_t c = 0; c < d->clauses.count; c++) {
        const lt_clause *k = &d->clauses.at[c];
        clauses[c] = topic_of_clause(f, k);
        add_actors(f, k->segments, k->segment_count, &clauses[c]);
        if (!is_assertion(f, k))
            continue;
        const topic *own = &clauses[c], core = topic_of_core(f, k);
        while (said < d->claims.count && d->claims.at[said].sentence < k->sentence)
            said++;
        for (uint32_t i = said, looked = 0; i-- > 0 && looked < LOOKED_BACK; looked++) {
            if (d->claims.at[i].sentence >= k->sentence || d->claims.at[i].kind == LAUT_DIRECT ||
                d->claims.at[i].kind == LAUT_REPORTED)
                continue;
            telling other = {&topics[i], f->claims[i].content.at, f->claims[i].content.count};
            bool same = same_topic(f, k, own, &other) || (core.count > 1 && shared(&core, &topics[i]) == core.count);
            /* die Halle müsse schließen, weil das Dach nicht zu retten sei. Das Dach ist nicht zu retten: the clause that says so */
            uint64_t verb = k->verb == LAUT_NONE ? 0 : content_word(f, k->verb);
            bool related = verb && (same || shared(own, &topics[i]) >= 2);
            const lt_clause *there = related && has_word(&topics[i], verb) ? clause_with(f, &other, verb) : NULL;
            const lt_clause *said_so = there ? there : lt_said_by(f, i);
            if (!same && there && there->kind != LT_MAIN && there->features & (LT_F(subj1) | LT_F(subj2))) {
                telling part = {&clauses[there - d->clauses.at], there->segments, there->segment_count};
                same = same_topic(f, k, own, &part);
            }
            if (same && (said_so && said_so->negated) == k->negated && same_modal(f, k, said_so) && (f->repeats[c] == LAUT_NONE || is_hedged(f, i))) {
                f->repeats[c] = i;
                f->between[c] = between(f, i, k->sentence, topics, own);
                if (is_hedged(f, i))
                    break; /* behind it the same may stand with laut */
            }
        }
        if (k->sentence)
            f->shares[c] = shared(own, &sentences[k->sentence - 1]);
        for (uint32_t i = c, looked = 0; i-- > 0 && looked < LOOKED_BACK; looked++) {
            telling other = {&clauses[i], d->clauses.at[i].segments, d->clauses.at[i].segment_count};
            if (d->clauses.at[i].sentence < k->sentence && d->clauses.at[i].negated == k->negated &&
                (same_topic(f, k, own, &other) || (core.count > 1 && shared(&core, &clauses[i]) == core.count))) {
                f->echoes[c] = i;
                break;
            }
        }
    }
}

/* The adjective is the word with an ending, and perhaps a prefix: gefälscht, die gefälschten; geleitet, das eingeleitete. */
static bool is_inflected(const lt_document *d, const lt_token *adjective, const lt_token *word)
{
    size_t n = word->folded_size;
    bool vowel = n > 2 && word->folded[n - 1] == 'e'; /* leise, die leisen */
    for (size_t end = vowel ? 0 : 1; end <= 2 && n > 2 && adjective->folded_size >= n + end; end++) {
        const char *at = adjective->folded + adjective->folded_size - end - n;
        if ((vowel ? end < 2 : at[n] == 'e') && memcmp(word->folded, at, n) == 0 &&
            (at == adjective->folded ||
             (memcmp(at, d->engine->stems.participle, strlen(d->engine->stems.participle)) == 0 && is_detached(d, adjective->folded, (size_t)(at - adjective->folded)))))
            return true;
    }
    return false;
}

/* The word is what its clause says of somebody or something: hat gefälscht, ist kaputt. */
static bool is_predicated(const lt_document *d, uint32_t t)
{
    uint32_t c = d->clause_of[t];
    if (c == LAUT_NONE || d->clauses.at[c].finite == t || d->tokens.at[t].flags & LT_CAPITAL)
        return false;
    const lt_clause *k = &d->clauses.at[c];
    return k->verb == t || (k->finite != LAUT_NONE && (k->verb == LAUT_NONE || d->tokens.at[k->verb].sum.features & LT_F(copula)) &&
                            d->tokens.at[t].sum.categories & (1u << LT_ADJ | 1u << LT_VERB));
}

/* Der Graben stinke … der stinkende Graben. */
static bool is_present_participle(const lt_document *d, const lt_token *adjective, uint32_t t)
{
    uint32_t c = d->clause_of[t];
    if (c == LAUT_NONE || d->clauses.at[c].verb != t)
        return false;
    size_t size = adjective->folded_size - lt_stem_ending(d->engine, LT_STEM_FORM, adjective->folded, adjective->folded_size);
    size_t n = lt_stem_ending(d->engine, LT_STEM_PRESENT, adjective->folded, size);
    if (!n)
        return false; /* before the stem of the verb, which takes longer */
    const lt_token *verb = &d->tokens.at[t];
    uint64_t stem = d->clauses.at[c].lemma != LT_NO_WORD
                    ? verb_stem(d, d->engine->vocabulary.words.at[d->clauses.at[c].lemma].text, d->engine->vocabulary.words.at[d->clauses.at[c].lemma].size)
                    : stem_of_form(d, verb->folded, verb->folded_size);
    return lt_hash_of(adjective->folded, size - n) == stem;
}

/* Er habe die Boote erworben … die gekauften Boote: a participle of another verb that tells the same. */
static bool is_participle_of(const lt_facts *f, uint32_t adjective, uint32_t t)
{
    const lt_document *d = f->d;
    uint32_t c = d->clause_of[t];
    return c != LAUT_NONE && d->clauses.at[c].verb == t && f->keys[t] && f->keys[t] == f->keys[adjective] &&
           !(d->tokens.at[t].flags & LT_CAPITAL);
}

/* Im Dach stecke Asbest … das asbestverseuchte Dach; voller Keime … das verkeimte Wasser: made from the noun. */
static bool is_made_from(const lt_document *d, const lt_token *adjective, uint32_t t)
{
    const lt_token *noun = &d->tokens.at[t];
    lt_word lemma = noun->flags & LT_CAPITAL && lt_is(d, t, LT_NOUN) ? d->readings.at[noun->first_reading].lemma : LT_NO_WORD;
    const lt_vocable *v = lemma == LT_NO_WORD ? NULL : &d->engine->vocabulary.words.at[lemma];
    for (size_t i = 0; v && v->size >= LEAST_OF_NOUN && i + v->size + 2 <= adjective->folded_size; i++)
        if (memcmp(adjective->folded + i, v->text, v->size) == 0)
            return true;
    return false;
}

/* Mit angeblich gefälschten Zeugnissen … die gefälschten Zeugnisse. */
static bool is_said_to_be(const lt_facts *f, uint32_t adjective, uint32_t t)
{
    const lt_document *d = f->d;
    if (!t || !f->keys[t] || f->keys[t] != f->keys[adjective] || d->tokens.at[t].flags & LT_CAPITAL)
        return false;
    const lt_table *words = lt_engine_table(d->engine, "lex/hearsay.tsv", NULL);
    for (uint32_t row = 0; words && row < words->row_count; row++)
        if (strcmp(lt_cell(words, row, "kind"), "adverb") == 0 && strcmp(lt_cell(words, row, "word"), d->tokens.at[t - 1].folded) == 0)
            return true;
    return false;
}

/* Das Seil sei nicht geprüft worden … das ungeprüfte Seil: the word without what denies it. */
static bool is_denial_of(const lt_facts *f, uint32_t adjective, uint32_t t)
{
    const lt_document *d = f->d;
    const char *no = d->engine->stems.negation;
    size_t n = strlen(no);
    uint32_t c = d->clause_of[t];
    lt_token rest = d->tokens.at[adjective];
    if (!n || c == LAUT_NONE || !d->clauses.at[c].negated || rest.folded_size < n + LEAST_OF_NOUN || memcmp(rest.folded, no, n) != 0)
        return false;
    rest.folded += n;
    rest.folded_size -= n;
    return (is_inflected(d, &rest, &d->tokens.at[t]) && is_predicated(d, t)) ||
           (d->clauses.at[c].verb == t && f->keys[t] && f->keys[t] == merged(f, stem_of_form(d, rest.folded, rest.folded_size)));
}

/* Of a claim in the subjunctive what its own verbs say: der Wagen habe dagestanden, obwohl Fahrten eingetragen waren. */
static bool is_said_in(const lt_facts *f, uint32_t adjective, const lt_range *at, uint32_t count, bool subjunctive)
{
    const lt_document *d = f->d;
    const lt_token *a = &d->tokens.at[adjective];
    for (uint32_t k = 0; k < count; k++)
        for (uint32_t t = at[k].first; t < at[k].last; t++)
            if (!(subjunctive && d->clause_of[t] != LAUT_NONE && d->clauses.at[d->clause_of[t]].kind == LT_SUBORD &&
                  d->clauses.at[d->clause_of[t]].features & LT_F(ind)) &&
                ((is_inflected(d, a, &d->tokens.at[t]) && is_predicated(d, t)) || is_present_participle(d, a, t) ||
                 is_participle_of(f, adjective, t) || is_denial_of(f, adjective, t) || is_made_from(d, a, t) || is_said_to_be(f, adjective, t)))
                return true;
    return false;
}

/* Of whom or what: der Verkauf der Öfen, zweier Öfen; or LAUT_NONE. */
static uint32_t of_what(const lt_document *d, uint32_t mention)
{
    const lt_mention *m = &d->mentions.at[mention];
    if (m->attribute != LAUT_NONE)
        return m->attribute;
    const lt_mention *y = m + 1;
    bool behind = mention + 1 < d->mentions.count && y->first == m->last && y->features & LT_F(gen) && y->features & LT_F(pl);
    return behind && !y->named && !(d->tokens.at[y->first].flags & LT_CAPITAL) ? mention + 1 : LAUT_NONE;
}

/* The stem of the verb that the noun of a definite mention is made from; or 0. */
static uint64_t verbal_stem(const lt_facts *f, uint32_t mention)
{
    const lt_document *d = f->d;
    const lt_mention *m = &d->mentions.at[mention];
    if (m->pronoun || m->named || !m->definite || of_what(d, mention) == LAUT_NONE)
        return 0;
    const lt_token *head = &d->tokens.at[m->head];
    const lt_vocable *v = m->lemma == LT_NO_WORD ? NULL : &d->engine->vocabulary.words.at[m->lemma];
    if (v && is_own_noun(d, head, v))
        v = NULL;
    const char *text = v ? v->text : head->folded;
    size_t size = v ? v->size : head->folded_size;
    char verb[MOST_OF_VERB];
    if (verb_of_noun(d, head->folded, head->folded_size, verb) || verb_of_noun(d, text, size, verb)) /* Weitergabe is a Gabe */
        return merged(f, verb_stem(d, verb, strlen(verb)));
    bool verbal = v ? size > 5 : lt_stem_ending(d->engine, LT_STEM_NOUN, text, size) > 0;
    return verbal ? merged(f, verb_stem(d, text, size)) : 0;
}

/* The noun is what the words say that somebody does: sie hätten gekündigt … die Kündigung des Vertrags. */
static bool is_named_after(const lt_facts *f, uint32_t mention, uint64_t stem, const lt_range *at, uint32_t count)
{
    const lt_document *d = f->d;
    bool found = false;
    for (uint32_t k = 0; k < count && !found; k++)
        for (uint32_t t = at[k].first; t < at[k].last && !found; t++) {
            uint32_t c = d->clause_of[t];
            bool verb = c != LAUT_NONE && (d->clauses.at[c].verb == t || !d->tokens.at[t].reading_count);
            found = verb && !(d->tokens.at[t].flags & LT_CAPITAL) && content_word(f, t) == stem;
        }
    if (!found)
        return false;
    topic said = topic_of(f, at, count);
    return has_word(&said, content_word(f, d->mentions.at[of_what(d, mention)].head));
}

/* Ein Jäger soll das Tier angeschossen haben. Der angeschossene Wolf: right behind it a participle needs no second word. */
static bool is_just_done(const lt_document *d, uint32_t adjective, uint32_t sentence)
{
    return d->sentence_of[adjective] == sentence + 1 && adjective && lt_is(d, adjective - 1, LT_DET) &&
           d->tokens.at[adjective].sum.features & LT_F(participle);
}

/* Sie sollen eine Köchin entführt haben … die verschleppte Frau: a word for somebody, of whom it was done to. */
static bool is_done_to(const lt_facts *f, uint32_t adjective, uint32_t noun, const telling *x)
{
    const lt_document *d = f->d;
    const lt_clause *told = clause_with(f, x, f->keys[adjective]);
    const lt_mention *whom = told ? patient_of(d, told) : NULL;
    uint32_t s = d->sentence_of[noun];
    for (uint32_t n = f->first_mention[s]; whom && whom->type == LT_TYPE_PERSON && n < f->first_mention[s + 1]; n++) {
        const lt_mention *m = &d->mentions.at[f->by_sentence[n]];
        if (m->head == noun)
            return m->type == LT_TYPE_PERSON && m->definite && !m->named && m->features & whom->features & LT_NUMBERS &&
                   m->features & whom->features & LT_GENDERS;
    }
    return false;
}

/* Sasse habe die Rechnungen gefälscht … Sasses gefälschte Rechnungen; die Heizung sei kaputt … die kaputte Heizung: of
 * each such adjective before its noun the claim that it takes for granted, and the clause, if it was no claim. */
static void find_presumed(lt_facts *f)
{
    lt_document *d = f->d;
    uint32_t claims = 0, clauses = 0; /* those of earlier sentences */
    for (uint32_t s = 0; s < d->sentences.count; s++) {
        while (claims < d->claims.count && d->claims.at[claims].sentence < s)
            claims++;
        while (clauses < d->clauses.count && d->clauses.at[clauses].sentence < s)
            clauses++;
        for (uint32_t n = f->first_mention[s]; n < f->first_mention[s + 1]; n++) {
            uint32_t m = f->by_sentence[n], head = d->mentions.at[m].head;
            if (f->claim_of[head] != LAUT_NONE || d->quote_of[head] != LAUT_NONE || lt_in_heading(d, head))
                continue;
            uint64_t stem = verbal_stem(f, m);
            for (uint32_t i = claims, looked = 0; stem && i-- > 0 && looked < LOOKED_BACK; looked++)
                if (d->claims.at[i].kind != LAUT_DIRECT && is_named_after(f, m, stem, f->claims[i].content.at, f->claims[i].content.count)) {
                    f->presumed[head] = i;
                    break;
                }
            for (uint32_t c = clauses, looked = 0; stem && c-- > 0 && looked < LOOKED_BACK; looked++)
                if (is_named_after(f, m, stem, d->clauses.at[c].segments, d->clauses.at[c].segment_count)) {
                    f->implied[head] = c;
                    break;
                }
        }
        for (uint32_t t = d->sentences.at[s].first; t + 1 < d->sentences.at[s].last; t++) {
            uint32_t at = t + 1 + (d->tokens.at[t + 1].kind == LT_NUMBER); /* die gespendeten 5000 Euro */
            const lt_token *a = &d->tokens.at[t], *n = &d->tokens.at[at < d->sentences.at[s].last ? at : t];
            if (a->kind != LT_WORD || a->flags & LT_CAPITAL || !(n->flags & LT_CAPITAL) || n->kind != LT_WORD ||
                f->claim_of[t] != LAUT_NONE || d->quote_of[t] != LAUT_NONE || lt_in_heading(d, t))
                continue;
            uint64_t noun = content_word(f, at);
            for (uint32_t i = claims, looked = 0; noun && i-- > 0 && looked < LOOKED_BACK; looked++) {
                if (d->claims.at[i].kind == LAUT_DIRECT || !is_said_in(f, t, f->claims[i].content.at, f->claims[i].content.count, is_subjunctive(f, i)))
                    continue;
                topic said = topic_of(f, f->claims[i].content.at, f->claims[i].content.count);
                telling other = {&said, f->claims[i].content.at, f->claims[i].content.count};
                if (has_word(&said, noun) || is_just_done(d, t, d->claims.at[i].sentence) || is_done_to(f, t, at, &other)) {
                    f->presumed[t] = i;
                    break;
                }
            }
            for (uint32_t c = clauses, looked = 0; noun && c-- > 0 && looked < LOOKED_BACK; looked++) {
                const lt_clause *k = &d->clauses.at[c];
                if (!is_said_in(f, t, k->segments, k->segment_count, false))
                    continue;
                topic said = topic_of(f, k->segments, k->segment_count);
                telling other = {&said, k->segments, k->segment_count};
                if (has_word(&said, noun) || is_just_done(d, t, k->sentence) || is_done_to(f, t, at, &other)) {
                    f->implied[t] = c;
                    break;
                }
            }
        }
    }
}

/* The word has stood in the text before that token. */
static bool has_stood(const lt_facts *f, uint64_t key, uint32_t before)
{
    for (uint32_t t = 0; t < before; t++)
        if (f->keys[t] == key)
            return true;
    return false;
}

/* Sie sollen sich getroffen haben … das Treffen; angewiesen haben … diese Anweisung. */
static bool is_deed(const lt_facts *f, const lt_mention *m, const lt_clause *k)
{
    const lt_document *d = f->d;
    const lt_token *noun = &d->tokens.at[m->head];
    if (k->verb == LAUT_NONE || !f->keys[k->verb])
        return false;
    const lt_vocable *verb = k->lemma == LT_NO_WORD ? NULL : &d->engine->vocabulary.words.at[k->lemma];
    if (verb && verb->size == noun->folded_size && memcmp(verb->text, noun->folded, verb->size) == 0)
        return true;
    return f->keys[m->head] == f->keys[k->verb];
}

/* The mention is of the thing that the other one tells as something new. */
static bool is_new_thing(const lt_facts *f, const lt_mention *m, uint32_t other)
{
    const lt_mention *o = other == LAUT_NONE ? NULL : &f->d->mentions.at[other];
    return o && !o->pronoun && !o->definite && !o->named && o->type != LT_TYPE_PERSON && f->keys[m->head] == f->keys[o->head] &&
           !has_stood(f, f->keys[m->head], o->head);
}

/* Er soll einen Vertrag geschickt haben … der Vertrag: something that was new there; Auslöser sei ein Kabelbrand gewesen … der
 * Kabelbrand. Angeblich hat er ein Auto gestohlen: the car there is. */
static bool is_object(const lt_facts *f, const lt_mention *m, uint32_t clause)
{
    const lt_document *d = f->d;
    const lt_clause *k = &d->clauses.at[clause];
    const lt_arguments *of = &d->arguments[clause];
    if (k->features & (LT_F(modal) | LT_F(subj1)) && is_new_thing(f, m, of->accusative))
        return true;
    return k->features & LT_F(subj1) && is_new_thing(f, m, of->subject);
}

/* Er soll die Ware mit neuen Etiketten versehen haben … die neuen Etiketten: with an adjective also behind a preposition. */
static bool is_means(const lt_facts *f, const lt_mention *m, uint32_t clause)
{
    const lt_document *d = f->d;
    uint32_t s = d->clauses.at[clause].sentence;
    for (uint32_t n = f->first_mention[s]; n < f->first_mention[s + 1]; n++) {
        const lt_mention *x = &d->mentions.at[f->by_sentence[n]];
        if (x->clause != clause || x->preposition == LAUT_NONE || !is_new_thing(f, m, f->by_sentence[n]) || m->head == m->first || x->head == x->first)
            continue;
        uint32_t a = m->head - 1, b = x->head - 1; /* their adjectives */
        if (f->keys[a] && f->keys[a] == f->keys[b] && !(d->tokens.at[a].flags & LT_CAPITAL) && d->tokens.at[a].kind == LT_WORD)
            return true;
    }
    return false;
}

/* Es soll Streit gegeben haben … seit diesem Streit. */
static bool is_pointed_at(const lt_facts *f, const lt_mention *m, uint32_t clause)
{
    const lt_document *d = f->d;
    bool points = false, article = false; /* der is a demonstrative, too */
    for (uint32_t r = 0; r < d->tokens.at[m->first].reading_count; r++) {
        points |= (d->readings.at[d->tokens.at[m->first].first_reading + r].features & LT_F(dem)) != 0;
        article |= (d->readings.at[d->tokens.at[m->first].first_reading + r].features & LT_F(def)) != 0;
    }
    points &= !article && m->type == LT_TYPE_THING;
    uint32_t s = d->clauses.at[clause].sentence;
    for (uint32_t n = f->first_mention[s]; points && n < f->first_mention[s + 1]; n++) { /* aus derselben Kapelle: there before */
        const lt_mention *x = &d->mentions.at[f->by_sentence[n]];
        points = !(x->definite && !x->pronoun && f->keys[x->head] == f->keys[m->head]);
    }
    for (uint32_t t = d->clauses.at[clause].first; points && t < d->clauses.at[clause].last; t++)
        if (d->clause_of[t] == clause && d->tokens.at[t].flags & LT_CAPITAL && f->keys[t] == f->keys[m->head])
            return true;
    return false;
}

/* What stands before the head in a compound that no lexicon has: faust of Faustschlag; 0 bytes of others. */
static size_t modifier_of(const lt_document *d, uint32_t t)
{
    const lt_token *noun = &d->tokens.at[t];
    lt_word lemma = noun->reading_count ? d->readings.at[noun->first_reading].lemma : LT_NO_WORD;
    const lt_vocable *head = lemma == LT_NO_WORD ? NULL : &d->engine->vocabulary.words.at[lemma];
    for (size_t n = noun->folded_size; head && head->size >= LEAST_OF_NOUN && n-- > LEAST_OF_NOUN;)
        if (n + head->size <= noun->folded_size && memcmp(noun->folded + n, head->text, head->size) == 0)
            return n;
    return 0;
}

/* Grothe soll unterschrieben haben … Grothes Unterschrift: the name, with or without an ending. */
static bool does_it(const lt_document *d, const lt_mention *m, const lt_clause *k)
{
    uint32_t subject = d->arguments[k - d->clauses.at].subject;
    if (subject == LAUT_NONE || m->attribute == LAUT_NONE || !d->mentions.at[subject].named || !d->mentions.at[m->attribute].named)
        return false;
    const lt_token *name = &d->tokens.at[d->mentions.at[subject].name_last - 1], *of = &d->tokens.at[d->mentions.at[m->attribute].name_last - 1];
    return of->folded_size >= name->folded_size && of->folded_size <= name->folded_size + 1 &&
           memcmp(name->folded, of->folded, name->folded_size) == 0;
}

/* The words of the clause that the mention has besides its head: mit der Faust … der Faustschlag; im Keller … das Leck im Keller. */
static uint32_t words_carried(const lt_facts *f, const lt_mention *m, const topic *said, const lt_clause *k)
{
    const lt_document *d = f->d;
    enum { BEHIND = 4 /* tokens: im Keller des Hauses */ };
    uint32_t n = 0, last = m->last;
    uint32_t end = d->sentences.at[m->sentence].last;
    if (last < end && lt_is(d, last, LT_PREP))
        last = last + BEHIND < end ? last + BEHIND : end;
    for (uint32_t t = m->first; t < last && d->clause_of[t] == d->clause_of[m->head]; t++)
        n += t != m->head && !lt_is(d, t, LT_VERB) && has_word(said, f->keys[t]) && f->keys[t] != f->keys[m->head];
    size_t modifier = modifier_of(d, m->head);
    for (uint32_t t = k->first; modifier && t < k->last; t++) {
        const lt_token *word = &d->tokens.at[t];
        size_t size = word->folded_size < modifier ? word->folded_size : modifier;
        n += f->keys[t] && d->clause_of[t] == (uint32_t)(k - d->clauses.at) && size >= LEAST_OF_NOUN &&
             size + LONGEST_INFLECTION >= modifier && memcmp(word->folded, d->tokens.at[m->head].folded, size) == 0;
    }
    return n + does_it(d, m, k);
}

/* Grothes Unterschrift, without an article. */
static bool is_of_somebody(const lt_document *d, const lt_mention *m)
{
    return m->attribute != LAUT_NONE && d->mentions.at[m->attribute].named && d->mentions.at[m->attribute].first == m->first;
}

/* What the noun's bearer has done, by its row in lex/doers.tsv: der Brandstifter; or NULL. */
static const char *deeds_of(const lt_facts *f, const lt_mention *m)
{
    const lt_document *d = f->d;
    const lt_vocable *noun = m->lemma == LT_NO_WORD ? NULL : &d->engine->vocabulary.words.at[m->lemma];
    const lt_table *doers = lt_engine_table(d->engine, "lex/doers.tsv", NULL);
    uint32_t words = lt_column(doers, "noun");
    for (uint32_t r = 0; noun && doers && r < doers->row_count; r++) {
        const char *word = lt_cell_at(doers, r, words);
        if (word[0] == noun->text[0] && strlen(word) == noun->size && memcmp(word, noun->text, noun->size) == 0)
            return lt_cell(doers, r, "verbs");
    }
    return NULL;
}

/* Er soll die Ställe angezündet haben … der Brandstifter: who has done it, by a noun that says so, and that was not there before.
 * `deeds`: of the noun, or NULL. */
static bool is_doer(const lt_facts *f, const lt_mention *m, const char *deeds, const lt_clause *k)
{
    const lt_document *d = f->d;
    const lt_mention *who = !deeds || k->verb == LAUT_NONE || !f->keys[k->verb] ? NULL : agent_of(d, k);
    if (!who || f->keys[who->head] == f->keys[m->head] || !(who->features & m->features & LT_NUMBERS) || has_stood(f, f->keys[m->head], m->head))
        return false;
    lt_piece of[SAME_WORDS];
    uint32_t n = lt_pieces(deeds, of, SAME_WORDS);
    for (uint32_t v = 0; v < n && v < SAME_WORDS; v++)
        if (merged(f, verb_stem(d, of[v].at, of[v].size)) == f->keys[k->verb])
            return true;
    return false;
}

/* Of each definite mention the clause of an earlier sentence whose deed or whose new object it takes for granted. */
static void find_taken_up(lt_facts *f)
{
    const lt_document *d = f->d;
    for (uint32_t m = 0; m < d->mentions.count; m++) {
        const lt_mention *x = &d->mentions.at[m];
        if (x->pronoun || x->named || !(x->definite || is_of_somebody(d, x)) || !f->keys[x->head] || f->claim_of[x->head] != LAUT_NONE ||
            d->quote_of[x->head] != LAUT_NONE || lt_in_heading(d, x->head) || x->clause == LAUT_NONE)
            continue;
        const char *deeds = deeds_of(f, x);
        for (uint32_t c = x->clause, looked = 0; c-- > 0 && looked < LOOKED_BACK; looked++)
            if (d->clauses.at[c].sentence < x->sentence && (is_deed(f, x, &d->clauses.at[c]) || is_object(f, x, c) || is_means(f, x, c) || is_pointed_at(f, x, c) || is_doer(f, x, deeds, &d->clauses.at[c]))) {
                const lt_clause *k = &d->clauses.at[c];
                topic said = topic_of(f, k->segments, k->segment_count);
                f->takes_up[m] = c;
                f->carries[m] = words_carried(f, x, &said, k) + is_doer(f, x, deeds, k);
                break;
            }
    }
}

/* ---------------------------------------------------------------- what is confirmed */

/* The other one bears it out: it has three content words in common with it, or two that are all it has. */
static bool bears_out(const topic *own, const topic *other)
{
    enum { SAME_MATTER = 3, LEAST = 2 };
    uint32_t n = shared(own, other);
    return n >= SAME_MATTER || (n == LEAST && other->count == LEAST);
}

/* Of each claim in headline and lead: whether somebody who can be named says the same at first hand. */
static void find_confirmations(lt_facts *f)
{
    lt_document *d = f->d;
    for (uint32_t i = 0; i < d->claims.count; i++) {
        if (!f->claims[i].central || !f->claims[i].attributed)
            continue;
        topic own = topic_of(f, f->claims[i].content.at, f->claims[i].content.count);
        for (uint32_t k = 0; k < d->claims.count && !f->claims[i].confirmed; k++) {
            if (!f->claims[k].attributed || f->claims[k].leading || f->claims[k].weak ||
                d->claims.at[k].chain[0].party == d->claims.at[i].chain[0].party)
                continue;
            topic other = topic_of(f, f->claims[k].content.at, f->claims[k].content.count);
            f->claims[i].confirmed = bears_out(&own, &other);
        }
    }
}

/* Marks the parties that speak in the sentence without a name: whoever makes a claim elsewhere, too, is the same voice
 * (nach Informationen aus der Parteispitze … hieß es). */
static void mark_voices(const lt_facts *f, uint32_t sentence, bool *voices)
{
    const lt_document *d = f->d;
    for (uint32_t i = 0; i < d->claims.count; i++)
        if (d->claims.at[i].sentence == sentence && f->claims[i].attributed && f->claims[i].mention != LAUT_NONE &&
            !d->mentions.at[f->claims[i].mention].named)
            voices[d->claims.at[i].chain[0].party] = true;
}

/* Of each sentence of headline and lead: nobody else who can be named says the same; nor anything else there, or if the sentence is
 * among the first, anything of that. */
static void find_lonely_leads(lt_facts *f)
{
    lt_document *d = f->d;
    uint32_t lead = f->lead, opening = lt_behind_opening(d);
    for (uint32_t s = 0; s < lead && s < d->sentences.count; s++) {
        topic own = topic_of(f, &(lt_range){d->sentences.at[0].first, d->sentences.at[s].last}, 1);
        f->lonely[s] = true;
        bool *voices = lt_arena_alloc(&d->arena, d->parties.count + 1);
        if (!voices)
            return;
        mark_voices(f, s, voices);
        for (uint32_t i = 0; i < d->claims.count && f->lonely[s]; i++) {
            if (!f->claims[i].attributed || f->claims[i].weak || f->claims[i].anonymous || f->claims[i].nested || d->claims.at[i].sentence == s ||
                voices[d->claims.at[i].chain[0].party] || d->sentences.at[d->claims.at[i].sentence].heading)
                continue;
            topic other = topic_of(f, f->claims[i].content.at, f->claims[i].content.count);
            bool near = f->claims[i].leading || (f->claims[i].central && (s >= opening || shared(&own, &other)));
            f->lonely[s] = !near && !bears_out(&own, &other);
        }
    }
}

/* Of each quotation in a heading: whether a claim of the text has half of its words. */
static void find_repeated_headlines(lt_facts *f)
{
    lt_document *d = f->d;
    enum { CLAIMS = 4096 /* in which a quotation of a headline is looked for: bounds the time */ };
    topic *topics = NULL; /* of the claims, once there is such a quotation */
    uint32_t count = d->claims.count < CLAIMS ? d->claims.count : CLAIMS;
    for (uint32_t q = 0; q < d->quotes.count; q++) {
        if (!lt_in_heading(d, d->quotes.at[q].first))
            continue;
        if (!topics) {
            topics = lt_arena_alloc(&d->arena, (count + 1) * sizeof *topics);
            for (uint32_t i = 0; topics && i < count; i++)
                topics[i] = topic_of(f, f->claims[i].content.at, f->claims[i].content.count);
            if (!topics)
                return;
        }
        topic own = topic_of(f, &(lt_range){d->quotes.at[q].first, d->quotes.at[q].last}, 1);
        f->repeated[q] = !own.count;
        for (uint32_t i = 0; i < count && !f->repeated[q]; i++)
            if (f->claims[i].attributed && !d->sentences.at[d->claims.at[i].sentence].heading)
                f->repeated[q] = shared(&own, &topics[i]) * 2 >= own.count;
    }
}

/* A number that is given in an attributed claim is sourced wherever it stands. */
static void find_sourced_numbers(lt_facts *f)
{
    lt_document *d = f->d;
    uint64_t *numbers = lt_arena_alloc(&d->arena, (d->tokens.count + 1) * sizeof *numbers);
    uint32_t count = 0;
    for (uint32_t pass = 0; numbers && pass < 2; pass++) {
        for (uint32_t t = 0; t < d->tokens.count; t++) {
            if (d->tokens.at[t].kind != LT_NUMBER)
                continue;
            uint64_t w = content_word(f, t);
            if (pass)
                f->sourced[t] = bsearch(&w, numbers, count, sizeof *numbers, lt_by_key) != NULL;
            else if (f->claim_of[t] != LAUT_NONE)
                numbers[count++] = w;
        }
        if (!pass)
            qsort(numbers, count, sizeof *numbers, lt_by_key);
    }
}

/* ---------------------------------------------------------------- what stands in between */

/* The sentence says no. */
static bool denies(const lt_document *d, uint32_t s)
{
    for (uint32_t t = d->sentences.at[s].first; t < d->sentences.at[s].last; t++)
        if (d->tokens.at[t].sum.features & LT_F(negation))
            return true;
    return false;
}

/* The noun stands for all that was told: der Vorfall, die Angaben. */
static bool is_matter(const lt_document *d, const lt_mention *m)
{
    return is_listed(d, m->lemma, "matter");
}

/* Die Polizei bestätigte den Vorfall; er hat gestanden: main clauses only, nobody's words, and about nothing else. */
static bool is_plain(const lt_facts *f, uint32_t s, const topic *said, uint32_t *next)
{
    const lt_document *d = f->d;
    bool about = false, other = false;
    while (*next < d->clauses.count && d->clauses.at[*next].sentence < s)
        ++*next;
    for (; *next < d->clauses.count && d->clauses.at[*next].sentence == s; ++*next) {
        const lt_clause *k = &d->clauses.at[*next];
        const lt_mention *what = patient_of(d, k);
        if (k->kind != LT_MAIN || k->features & LT_F(subj1) || d->quote_of[k->first] != LAUT_NONE)
            return false;
        bool of_here = what && what->features & LT_F(dem) && k->first > d->sentences.at[s].first; /* ein Wächter war da; das bestätigte sie */
        about |= what && ((what->pronoun && !of_here) || has_word(said, f->keys[what->head]) || is_matter(d, what));
        other |= what != NULL;
    }
    return about || !other;
}

lt_ranges lt_meanwhile(const lt_facts *f, uint32_t from, uint32_t to, const lt_range *at, uint32_t count)
{
    enum { CLOSE = 2 /* sentences */, SAME_MATTER = 2 /* words */ };
    lt_document *d = f->d;
    lt_ranges r = {NULL, 0};
    lt_range *found = to > from ? lt_arena_alloc(&d->arena, (to - from) * sizeof *found) : NULL;
    topic said = topic_of(f, at, count);
    uint32_t clause = 0;
    for (uint32_t s = from + 1; found && s < to; s++) {
        lt_range own = {d->sentences.at[s].first, d->sentences.at[s].last};
        topic here = topic_of(f, &own, 1);
        uint32_t both = shared(&said, &here), least = is_plain(f, s, &said, &clause) ? (s <= from + CLOSE || s + 1 == to ? 0 : 1) : SAME_MATTER;
        if (!d->sentences.at[s].heading && !denies(d, s) && both >= least)
            found[r.count++] = own;
    }
    r.at = found;
    return r;
}

void lt_find_repeats(lt_facts *f)
{
    find_keys(f);
    if (f->d->arena.failed)
        return;
    find_repetitions(f);
    find_presumed(f);
    find_taken_up(f);
    find_confirmations(f);
    find_lonely_leads(f);
    find_repeated_headlines(f);
    find_sourced_numbers(f);
}
