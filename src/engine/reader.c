#include "engine/reader.h"

#include <stdio.h>
#include <string.h>

#include "base/fold.h"

static char here(const lt_reader *r) { return r->at < r->end ? r->source->text[r->at] : '\0'; }

void lt_skip(lt_reader *r)
{
    while (r->at < r->end) {
        char c = here(r);
        if (c == '#')
            while (r->at < r->end && here(r) != '\n')
                r->at++;
        else if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
            r->at++;
        else
            break;
    }
}

bool lt_sees(lt_reader *r, const char *mark)
{
    lt_skip(r);
    if (here(r) != mark[0]) /* mostly */
        return false;
    size_t n = strlen(mark);
    return r->end - r->at >= n && memcmp(r->source->text + r->at, mark, n) == 0;
}

bool lt_accept(lt_reader *r, const char *mark)
{
    if (!lt_sees(r, mark))
        return false;
    r->at += (uint32_t)strlen(mark);
    return true;
}

bool lt_expect(lt_reader *r, const char *mark, const char *where)
{
    return lt_accept(r, mark) || lt_complain_at(r, lt_next_place(r), "expected `%s` %s", mark, where);
}

uint32_t lt_next_place(lt_reader *r)
{
    lt_skip(r);
    uint32_t at = r->at;
    if (at >= r->end)
        while (at > 0 && (unsigned char)r->source->text[at - 1] <= ' ')
            at--;
    return at;
}

bool lt_at_end(lt_reader *r)
{
    lt_skip(r);
    return r->at >= r->end;
}

static bool letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '_' || (unsigned char)c >= 0x80;
}

lt_name lt_read_name(lt_reader *r)
{
    lt_skip(r);
    lt_name n = {r->source->text + r->at, 0, r->at};
    while (r->at < r->end && letter(here(r)))
        r->at++;
    n.size = r->at - n.begin;
    return n;
}

lt_name lt_read_word(lt_reader *r, const char *stops)
{
    lt_skip(r);
    lt_name n = {r->source->text + r->at, 0, r->at};
    while (r->at < r->end && (unsigned char)here(r) > ' ' && !strchr(stops, here(r)))
        r->at++;
    n.size = r->at - n.begin;
    return n;
}

lt_name lt_read_delimited(lt_reader *r, char delimiter, const char *what)
{
    lt_skip(r);
    uint32_t begin = ++r->at;
    while (r->at < r->end && here(r) != delimiter && here(r) != '\n') {
        if (here(r) == '\\' && r->at + 1 < r->end && r->source->text[r->at + 1] != '\n')
            r->at++;
        r->at++;
    }
    if (here(r) != delimiter) {
        lt_complain_at(r, begin - 1, "%s does not end on this line: `%c` is missing", what,
                       delimiter);
        return (lt_name){NULL, 0, begin};
    }
    lt_name n = {r->source->text + begin, r->at - begin, begin};
    r->at++;
    return n;
}

bool lt_read_number(lt_reader *r, int64_t *out, const char *what)
{
    lt_skip(r);
    uint32_t begin = r->at;
    bool minus = lt_accept(r, "-");
    uint32_t digits = r->at;
    *out = 0;
    while (here(r) >= '0' && here(r) <= '9' && r->at - digits < 9)
        *out = *out * 10 + (r->source->text[r->at++] - '0');
    if (minus)
        *out = -*out;
    if (r->at == digits || letter(here(r)))
        return lt_complain_at(r, begin, "expected a number %s", what);
    return true;
}

bool lt_name_is(lt_name n, const char *text)
{
    return strlen(text) == n.size && memcmp(n.at, text, n.size) == 0;
}

char *lt_name_copy(lt_reader *r, lt_name n)
{
    return lt_arena_copy(&r->engine->arena, n.at, n.size);
}

lt_word lt_name_intern(lt_reader *r, lt_name n)
{
    /* In a string \" means a quotation mark. */
    char plain[LT_MAX_WORD] = "", folded[LT_MAX_WORD];
    size_t size = 0;
    for (uint32_t i = 0; i < n.size && size < sizeof plain; i++) {
        if (n.at[i] == '\\' && i + 1 < n.size)
            i++;
        plain[size++] = n.at[i];
    }
    size = lt_fold(plain, size, folded);
    if (!size) {
        lt_complain_at(r, n.begin, n.size ? "the word is too long" : "expected a word");
        return LT_NO_WORD;
    }
    return lt_intern(&r->engine->vocabulary, folded, size);
}

lt_regex *lt_read_regex(lt_reader *r, lt_alternation **words)
{
    lt_name n = lt_read_delimited(r, '/', "the regular expression");
    if (!n.at)
        return NULL;
    char message[256];
    size_t place;
    lt_regex *regex = lt_regex_compile(n.at, n.size, message, &place);
    if (!regex) {
        if (message[0])
            lt_complain_at(r, n.begin + place, "bad regular expression: %s", message);
        else
            r->engine->arena.failed = true;
        return NULL;
    }
    lt_regex **slot = lt_push(&r->engine->arena, &r->engine->rules.regexes);
    if (!slot) {
        lt_regex_free(regex);
        return NULL;
    }
    *words = lt_alternation_of(r->engine, n.at, n.size);
    return *slot = regex;
}

/* ---------------------------------------------------------------- suggestions */

/* How many letters must be changed (Levenshtein), bytes for letters. */
static uint32_t distance(const char *a, uint32_t n, const char *b, uint32_t m)
{
    uint32_t row[64];
    if (m >= 64 || n >= 64)
        return UINT32_MAX;
    for (uint32_t k = 0; k <= m; k++)
        row[k] = k;
    for (uint32_t i = 1; i <= n; i++) {
        uint32_t diagonal = row[0];
        row[0] = i;
        for (uint32_t k = 1; k <= m; k++) {
            uint32_t above = row[k];
            uint32_t best = diagonal + (a[i - 1] != b[k - 1]);
            if (above + 1 < best)
                best = above + 1;
            if (row[k - 1] + 1 < best)
                best = row[k - 1] + 1;
            diagonal = above;
            row[k] = best;
        }
    }
    return row[m];
}

void lt_suggest(void *suggestion, const char *candidate)
{
    lt_suggestion *s = suggestion;
    uint32_t n = (uint32_t)strlen(candidate);
    uint32_t far = distance(s->wanted.at, s->wanted.size, candidate, n);
    uint32_t limit = s->wanted.size / 3 + 1;
    if (far <= limit && n < 48 && n > 1 && (!s->best[0] || far < s->distance)) {
        s->distance = far;
        memcpy(s->best, candidate, n + 1);
    }
}

const char *lt_suggested(lt_suggestion *s)
{
    if (!s->best[0])
        return "";
    snprintf(s->message, sizeof s->message, "; did you mean `%s`?", s->best);
    return s->message;
}
