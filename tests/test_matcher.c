/* Patterns, conditions and conflicts, on documents made by hand (by_hand.h). */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

#include "by_hand.h"

#define VERBS "verb\tframe\tact\tmedium\n" \
              "sagen\tdass v2\tstatement\tspeech\n" \
              "bekannt geben\tdass\tannouncement\tspeech\n" \
              "fordern\tdass inf\tdemand\tspeech\n"

/* Ada sagte , dass der Plan steht . with its two clauses and a subject. */
static void that_clause(hand *h, const char *rules)
{
    cr_assert_eq(hand_open(h, rules, "lex/reporting-verbs.tsv", VERBS, NULL), 0, "%s:%u: %s",
                 h->errors.list[0].file, h->errors.list[0].line, h->errors.list[0].message);
    hand_text(h, "Ada sagte , dass der Plan steht .");
    hand_reading(h, "sagte", "sagen", LT_VERB, LT_F(fin) | LT_F(ind) | LT_F(pret) | LT_F(p3));
    hand_reading(h, "steht", "stehen", LT_VERB, LT_F(fin) | LT_F(ind));
    hand_reading(h, "dass", "dass", LT_SUB, LT_F(that));
    uint32_t c = hand_clause(h, LT_MAIN, 0, 2), s = hand_clause(h, LT_SUBORD, 3, 7);
    lt_clause *all = h->d->clauses.at;
    uint32_t *verb = lt_arena_alloc(&h->d->arena, sizeof *verb);
    *verb = 1;
    all[c].verbs = verb;
    all[c].verb_count = 1;
    all[c].verb = all[c].finite = 1;
    all[c].features = LT_F(ind);
    all[c].lemma = hand_word(h, "sagen");
    all[c].report = lt_make_entry(0, 0);
    all[s].introducer = 3;
    all[s].finite = all[s].verb = 6;
    all[s].parent = c;
    h->d->arguments[c].subject = hand_mention(h, LT_TYPE_PERSON, 0, 1, LT_F(nom) | LT_F(acc));
    h->d->arguments[s].subject = hand_mention(h, LT_TYPE_THING, 4, 6, LT_F(nom));
}

#define FINDS(rules, n)                                                                         \
    do {                                                                                        \
        hand finds_;                                                                            \
        that_clause(&finds_, rules);                                                            \
        cr_assert_eq(hand_run(&finds_), 0);                                                     \
        cr_expect_eq(hand_accepted(&finds_), (uint32_t)(n), "%u matches", hand_accepted(&finds_)); \
        hand_close(&finds_);                                                                    \
    } while (0)

/* A rule around a pattern, and one around conditions on tokens t and clauses c, d. */
#define PATTERN(p) "rule r\n match x:(" p ")\n emit indirect content=x\nend\n"
#define WHERE(w) "rule r\n match c:@clause \",\" d:@clause\n where " w "\n emit indirect content=d\nend\n"

Test(matcher, the_rule_of_the_manual)
{
    hand h;
    that_clause(&h, "rule indirect.that priority 5\n"
                    "  match   c:@clause[frame=dass & !negated] \",\"? d:@clause[that]\n"
                    "  where   c.subject\n"
                    "  unless  c.subj1 | d.quoted\n"
                    "  emit    indirect content=d cue=c.cue frame=first(c)..d - d speaker=c.subject\n"
                    "end\n");
    cr_assert_eq(hand_run(&h), 0);
    cr_assert_eq(hand_accepted(&h), 1);
    const lt_match *m = hand_match(&h, 0);
    cr_expect_str_eq(hand_role(&h, m, LT_ROLE_CONTENT), "dass der Plan steht");
    cr_expect_str_eq(hand_role(&h, m, LT_ROLE_CUE), "sagte");
    cr_expect_str_eq(hand_role(&h, m, LT_ROLE_FRAME), "Ada sagte ,");
    cr_expect_str_eq(hand_role(&h, m, LT_ROLE_SPEAKER), "Ada");
    cr_expect_eq(m->speaker, 0u);
    cr_expect_eq(m->act, LAUT_STATEMENT);
    cr_expect_eq(m->medium, LAUT_SPEECH);
    cr_expect_eq(m->clause, 0u);
    hand_close(&h);
}

Test(matcher, elements)
{
    FINDS(PATTERN("\"SAGTE\""), 1);
    FINDS(PATTERN("\"sag\""), 0);
    FINDS(PATTERN("\"der Plan\""), 1);
    FINDS(PATTERN("/sag.*/"), 1);
    FINDS(PATTERN("/SAG.*/"), 0);
    FINDS(PATTERN("/(?i)SAG.*/"), 1);
    FINDS(PATTERN("/ag/"), 0); /* anchored at both ends */
    FINDS(PATTERN("<s> []"), 1);
    FINDS(PATTERN("<p> [] \"sagte\""), 1);
    FINDS(PATTERN("[stop] </s>"), 1);
    FINDS(PATTERN("[comma] </s>"), 0);
    FINDS(PATTERN("@mention[nom & speaks]"), 1);
    FINDS(PATTERN("@mention \"sagte\""), 1);
    FINDS(PATTERN("@mention \"Plan\""), 0); /* consumes the whole phrase */
    FINDS(PATTERN("@clause[main] \",\" @clause[subord] \".\" </s>"), 1);
    FINDS(PATTERN("\"Ada\" (\"rief\" | \"sagte\") \",\""), 1);
}

Test(matcher, repetitions)
{
    FINDS(PATTERN("<s> []{7} </s>"), 0);
    FINDS(PATTERN("<s> []{8} </s>"), 1);
    FINDS(PATTERN("<s> []{0,64} </s>"), 1);
    FINDS(PATTERN("<s> []{9,64} </s>"), 0);
    FINDS(PATTERN("\"sagte\" \",\"? \"dass\""), 1);
    FINDS(PATTERN("\"sagte\" \":\"? \"dass\""), 0);
    hand h; /* greedy and lazy */
    that_clause(&h, "rule a\n match <s> x:[]{1,5} y:[]\n emit indirect content=x\nend\n"
                    "rule b inside\n match x:[]\n emit indirect content=x\nend\n"
                    "rule c\n match <s> x:[]{1,5}? y:[]\n emit direct content=x\nend\n");
    hand_run(&h);
    cr_assert_eq(hand_accepted(&h), 2);
    cr_expect_str_eq(hand_role(&h, hand_match(&h, 0), LT_ROLE_CONTENT), "Ada sagte , dass der");
    cr_expect_str_eq(hand_role(&h, hand_match(&h, 1), LT_ROLE_CONTENT), "Ada");
    hand_close(&h);
}

Test(matcher, conditions)
{
    FINDS(WHERE("c.subject.type=person & c.subject.named | d.lemma=gibtesnicht"), 0);
    FINDS(WHERE("c.subject.type=person & !c.subject.named"), 1);
    FINDS(WHERE("c.subject.type=(organization person)"), 1);
    FINDS(WHERE("c.subject.type!=person"), 0);
    FINDS(WHERE("c.kind=main & d.kind=subord & d.parent & !c.parent"), 1);
    FINDS(WHERE("same(d.parent, c)"), 1);
    FINDS(WHERE("same(d, c)"), 0);
    FINDS(WHERE("c.frame=dass & c.act=statement & c.medium=speech & c.report"), 1);
    FINDS(WHERE("c.frame=inf"), 0);
    FINDS(WHERE("d.that & !d.whether"), 1);
    FINDS(WHERE("d.introducer=dass & d.introducer=(weil dass) & d.introducer=/da../"), 1);
    FINDS(WHERE("c.finite.lemma=sagen"), 1);
    FINDS(WHERE("c.finite.lemma!=sagen"), 0);
    FINDS(WHERE("c.words < 3 & c.words >= 2 & d.words > 3 & d.words <= 4 & d.words=4"), 1);
    FINDS(WHERE("words(c..d) = 6"), 1);
    FINDS(WHERE("words(c..d - c) = 4"), 1);
    FINDS(WHERE("before(c, d) & !before(d, c)"), 1);
    FINDS(WHERE("inside(d.subject, d) & !inside(d, d.subject) & overlaps(d, d.subject)"), 1);
    FINDS(WHERE("sentence.words = 6 & !previous & sentence.paragraph"), 1);
    FINDS(WHERE("first(c)=Ada & last(d)=steht & head(c)=sagte & head(d.subject)=plan"), 1);
    FINDS(WHERE("words(trim(rule)) = 6 & same(trim(c..d), rule)"), 1);
    FINDS(WHERE("first(d).next=der & first(d).before.comma"), 1);
    FINDS(WHERE("c.dative"), 0);
    FINDS(WHERE("c.dative.named"), 0);
    FINDS(WHERE("c.dative.type!=person"), 1); /* what is not there is not equal */
    FINDS(WHERE("speaker(c).speaks"), 1);
}

Test(matcher, lexica)
{
    FINDS("lexicon $SAY = lex/reporting-verbs.tsv [frame=v2]\n" PATTERN("[lemma=$SAY & fin]"), 1);
    FINDS("lexicon $SAY = lex/reporting-verbs.tsv [frame=inf | act=announcement]\n" PATTERN("[lemma=$SAY]"), 0);
    FINDS("lexicon $SAY = lex/reporting-verbs.tsv [!(frame=inf) & act!=announcement]\n" PATTERN("[lemma=$SAY]"), 1);
    FINDS("lexicon $X = \"Plan\" | \"Idee\"\n" PATTERN("[form=$X]"), 1);
    FINDS("lexicon $X = \"sagen\"\n" PATTERN("[in=$X]"), 1);
    FINDS("lexicon $X = \"sagen\"\n" PATTERN("[form=$X]"), 0);
    FINDS("lexicon $X = \"sagen\"\n" WHERE("c.lemma=$X"), 1);
}

Test(matcher, macros)
{
    FINDS("let SUBJECT = @mention[nom & speaks]\n" PATTERN("SUBJECT \"sagte\""), 1);
    FINDS("let A = B | \"rief\"\nlet B = \"sagte\"\n" PATTERN("A \",\""), 1);
    hand h; /* a macro of one unit captures as that unit; captures inside it are the rule's */
    that_clause(&h, "let WHO = @mention[speaks]\nlet SAID = v:[verb] \",\"\n"
                    "rule r\n match w:WHO SAID d:@clause\n where w.type=person & v.lemma=sagen\n"
                    " emit indirect content=d cue=v speaker=w\nend\n");
    hand_run(&h);
    cr_assert_eq(hand_accepted(&h), 1);
    cr_expect_str_eq(hand_role(&h, hand_match(&h, 0), LT_ROLE_CUE), "sagte");
    cr_expect_eq(hand_match(&h, 0)->speaker, 0u);
    hand_close(&h);
}

Test(matcher, named_conditions)
{
    FINDS("let SAID(c) = c.lemma=sagen\n" WHERE("SAID(c)"), 1);
    FINDS("let SAID(c) = c.lemma=sagen\n" WHERE("!SAID(c)"), 0);
    FINDS("let SAID(c) = c.lemma=sagen\n" WHERE("!SAID(c) | c.main & SAID(c)"), 1);
    FINDS("let EITHER(x) = x.lemma=fallen | x.lemma=sagen\n" WHERE("EITHER(c)"), 1);
    FINDS("let EITHER(x) = x.lemma=fallen | x.lemma=sagen\n" WHERE("!c.main & EITHER(c)"), 0); /* one whole */
    FINDS("let OF(x) = NAME(x) & sentence.words=6\nlet NAME(m) = m.type=person\n" WHERE("OF(c.subject)"), 1);
    FINDS("let OF(x) = NAME(x) & sentence.words=6\nlet NAME(m) = m.type=person\n" WHERE("OF(d.subject)"), 0);
    FINDS("let SAYS(t) = t=sagte\n" WHERE("SAYS(first(d).before.before)"), 1);
    FINDS("let SAYS(t) = t=sagte\n" PATTERN("[SAYS(next)] \"sagte\""), 1);
    FINDS("let SAYS(t) = t=sagte\n" PATTERN("[SAYS(next)] \",\""), 0);
}

Test(matcher, tests_in_brackets_are_about_one_reading)
{
    static const struct { const char *condition; uint32_t found; } cases[] = {
        {"verb & pl", 0}, {"noun & pl", 1}, {"lemma=meinen & fin", 1}, {"lemma=meine & fin", 0},
        {"verb", 1}, {"!verb", 0},       /* a negation is about all readings */
        {"!(verb & pl)", 1}, {"lemma!=meinen", 1}, {"noun & !verb", 0}, {"cat=(noun adj)", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        hand h;
        char rules[256];
        snprintf(rules, sizeof rules, "rule r\n match x:[form=meine & (%s)]\n emit indirect content=x\nend\n",
                 cases[i].condition);
        cr_assert_eq(hand_open(&h, rules, NULL), 0, "%s", h.errors.list[0].message);
        hand_text(&h, "meine ja .");
        hand_reading(&h, "meine", "meinen", LT_VERB, LT_F(fin) | LT_F(sg));
        hand_reading(&h, "meine", "meine", LT_NOUN, LT_F(pl));
        hand_run(&h);
        cr_expect_eq(hand_accepted(&h), cases[i].found, "%s", cases[i].condition);
        hand_close(&h);
    }
}

static uint32_t count_in(const char *rules, const char *text, bool whole)
{
    hand h;
    cr_assert_eq(hand_open(&h, rules, NULL), 0, "%s", h.errors.list[0].message);
    hand_text(&h, text);
    for (uint32_t i = 0; i < h.d->quotes.count; i++)
        h.d->quotes.at[i].whole = whole;
    hand_run(&h);
    uint32_t n = hand_accepted(&h);
    hand_close(&h);
    return n;
}

Test(matcher, quotations)
{
    const char *text = "„ Wir gehen . Sofort . “ , sagte Ada .";
    cr_expect_eq(count_in(PATTERN("q:@quote \",\" \"sagte\" \"Ada\""), text, true), 1);
    cr_expect_eq(count_in(PATTERN("q:@quote \",\" \"sagte\" \"Ada\""), text, false), 1);
    /* A whole quotation hides its words from all rules but those for the inside. */
    cr_expect_eq(count_in(PATTERN("\"gehen\""), text, true), 0);
    cr_expect_eq(count_in(PATTERN("\"gehen\""), text, false), 1);
    cr_expect_eq(count_in(PATTERN("[mark]"), text, true), 0);
    cr_expect_eq(count_in("rule r inside\n match x:\"gehen\"\n emit indirect content=x\nend\n", text, true), 1);
    cr_expect_eq(count_in("rule r inside\n match x:\"sagte\"\n emit indirect content=x\nend\n", text, true), 0);
    cr_expect_eq(count_in("rule r inside\n match x:[mark]\n emit indirect content=x\nend\n", text, true), 0);
    cr_expect_eq(count_in("rule r inside\n match <s> x:\"Sofort\" \".\" </s>\n emit indirect content=x\nend\n", text, true), 1);
    /* A nested one can be consumed by a rule for the inside. */
    const char *nested = "„ Er sagte : „ Nein . “ “ , sagte Ada .";
    cr_expect_eq(count_in("rule r inside\n match \":\" x:@quote\n emit direct content=x\nend\n", nested, true), 1);
    cr_expect_eq(count_in("rule r\n match \":\" x:@quote\n emit direct content=x\nend\n", nested, true), 0);
    cr_expect_eq(count_in("rule r inside\n match x:\"Nein\"\n emit direct content=x\nend\n", nested, true), 1);
    cr_expect_eq(count_in(PATTERN("@quote[words < 3]"), "„ a b “ .", false), 1);
}

Test(matcher, sentence_ends)
{
    const char *text = "Der Plan steht . Das sagte Ada . Ende .";
    cr_expect_eq(count_in(PATTERN("\"steht\" \".\" \"Das\""), text, false), 0);
    cr_expect_eq(count_in(PATTERN("\"steht\" \".\" </s> \"Das\" \"sagte\""), text, false), 1);
    cr_expect_eq(count_in(PATTERN("\"steht\" []{0,64} \"Ende\""), text, false), 0);
    cr_expect_eq(count_in("rule r\n match <s> x:[]{1,9} </s> <s> \"Das\"\n where previous.words=9 | !previous\n"
                          " emit indirect content=x\nend\n", text, false), 1);
}

/* Which rules win in “a b c d e f g h i j .” */
static void winners(const char *rules, const char *expected)
{
    hand h;
    char found[256] = "";
    cr_assert_eq(hand_open(&h, rules, NULL), 0, "%s", h.errors.list[0].message);
    hand_text(&h, "a b c d e f g h i j .");
    hand_run(&h);
    for (uint32_t i = 0; hand_match(&h, i); i++)
        snprintf(found + strlen(found), sizeof found - strlen(found), "%s%s", i ? " " : "",
                 hand_match(&h, i)->rule->name);
    cr_expect_str_eq(found, expected);
    hand_close(&h);
}

#define RULE(name, match, emit) "rule " name "\n match " match "\n emit " emit "\nend\n"

Test(matcher, conflicts)
{
    /* A shared cue: priority, then length, then order. */
    winners(RULE("x", "k:\"a\" c:\"b\"", "indirect content=c cue=k")
            RULE("y priority 1", "k:\"a\" []  c:\"c\"", "indirect content=c cue=k"), "y");
    winners(RULE("x", "k:\"a\" c:\"b\"", "indirect content=c cue=k")
            RULE("y", "k:\"a\" [] c:\"c\"", "reported content=c cue=k"), "y");
    winners(RULE("x", "k:\"a\" c:\"b\"", "indirect content=c cue=k")
            RULE("y", "k:\"a\" c:\"b\"", "indirect content=c cue=k"), "x");
    /* Direct and other claims do not contradict each other. */
    winners(RULE("x", "k:\"a\" c:\"b\"", "indirect content=c cue=k")
            RULE("y", "k:\"a\" c:\"b\"", "direct content=c cue=k"), "x y");
    /* Nearly the same content; the same content in half. */
    winners(RULE("x", "k:\"a\" c:[]{9}", "indirect content=c cue=k")
            RULE("y", "k:\"b\" c:[]{8}", "indirect content=c cue=k"), "x");
    winners(RULE("x", "k:\"a\" c:[]{9}", "indirect content=c cue=k")
            RULE("y", "k:\"b\" c:[]{4}", "indirect content=c cue=k"), "x y");
    /* Indirect ones inside each other, each with a frame of its own, are both right. */
    winners(RULE("x", "k:\"a\" c:[]{9}", "indirect content=c cue=k frame=k")
            RULE("y", "k:\"b\" c:[]{8}", "indirect content=c cue=k frame=k"), "x y");
    /* No comment beats a claim by its cue; a source beats nothing. */
    winners(RULE("x", "k:\"a\" c:\"b\"", "indirect content=c cue=k")
            RULE("y priority 2", "k:\"a\"", "no_comment cue=k"), "y");
    winners(RULE("x", "k:\"a\" c:\"b\"", "indirect content=c cue=k")
            RULE("y priority 2", "k:\"a\"", "source source=k cue=k"), "x y");
    /* What one rule emits at one place never contradicts itself, at two places it may. */
    winners("rule x\n match k:\"a\" c:\"b\" d:\"c\"\n emit indirect content=c cue=k\n"
            " emit indirect content=d cue=k\nend\n", "x x");
    winners(RULE("x", "[]? k:\"b\" c:\"c\"", "indirect content=c cue=k"), "x");
    /* A match that lost beats nobody. */
    winners(RULE("x priority 3", "k:\"a\"", "indirect content=k cue=k")
            RULE("y priority 2", "k:(\"a\" \"b\")", "indirect content=k cue=k")
            RULE("z priority 1", "k:\"b\"", "indirect content=k cue=k"), "x z");
    /* Conditions on what is emitted, and empty roles. */
    winners("rule x\n match k:\"a\" c:\"z\"?\n emit indirect content=k if c\n emit direct content=c\nend\n", "");
    winners("rule x\n match k:\"a\" c:\"b\"?\n emit indirect content=k speaker=c if c\nend\n", "x");
}

Test(matcher, runaway_patterns_end)
{
    FINDS("let A = ([]? []? []? []?)\nlet B = (A A A A A)\n" PATTERN("B{1,9} \"nirgends\""), 0);
}

/* Triggers only save time: without them (a trace tries every rule) the same rules match. */
Test(matcher, triggers_hold_nothing_back)
{
    const char *rules = "lexicon $SAY = lex/reporting-verbs.tsv\n"
        PATTERN("[lemma=$SAY & fin]") RULE("s", "x:(\"rief\" | \"sagte\")", "direct content=x")
        RULE("t", "x:\"rief\"? \",\"", "free_indirect content=rule") 
        RULE("u", "x:@clause[frame=dass & ind & lemma=sagen]", "direct content=x cue=x.cue")
        RULE("v", "\".\" </s> x:\"Nie\"", "direct content=x")
        RULE("w", "(@mention[speaks] \"sagte\") \",\"", "no_comment cue=rule");
    for (int tracing = 0; tracing < 2; tracing++) {
        hand h;
        that_clause(&h, rules);
        h.d->tracing = tracing;
        hand_run(&h);
        cr_expect_eq(h.d->matches.count, 5, "%u", h.d->matches.count);
        hand_close(&h);
    }
}

Test(matcher, traces_tell_the_furthest_step)
{
    hand h;
    that_clause(&h, "rule r\n match <s> @mention \"sagte\" \",\"? \"weil\"\n emit indirect content=rule\nend\n"
                    "rule w\n match c:@clause[report]\n unless c.subject.speaks\n emit indirect content=c\nend\n");
    hand_run(&h);
    cr_assert_eq(h.d->trace->attempts.count, 2);
    const lt_attempt *a = &h.d->trace->attempts.at[1];
    cr_expect_str_eq(a->rule->name, "w");
    cr_expect_not(a->matched);
    cr_expect_not_null(a->failure.requirement);
    hand_close(&h);
    that_clause(&h, "rule r\n match <s> @mention \"sagte\" \",\"? /weil/\n emit indirect content=rule\nend\n");
    hand_run(&h);
    a = &h.d->trace->attempts.at[0];
    cr_expect_eq(a->failure.reached, 4u);
    cr_expect_eq(a->failure.token, 3u);
    cr_expect_eq(a->failure.node->op, LT_N_REGEX);
    hand_close(&h);
}

/* ---------------------------------------------------------------- confidence */

/* The whole rule: (right + 1) / (fired + 2). Each way to find a speaker: its own cases, and 4 of the
 * whole rule's precision. Never measured, or more right than fired: 0. */
Test(matcher, confidence)
{
#define A_RULE(name) "rule " name "\n match x:[]\n emit indirect content=x\nend\n"
    static const char rules[] = A_RULE("r.some") A_RULE("r.none") A_RULE("r.wrong") A_RULE("r.never") A_RULE("r.odd");
    static const char table[] = "rule\tspeaker\tfired\tright\n"
                                "r.some\tname\t6\t6\nr.some\tnone\t2\t0\nr.wrong\tpronoun\t2\t0\n"
                                "r.never\tname\t0\t0\nr.odd\tname\t3\t4\nr.gone\tname\t5\t5\n";
    static const struct { double name, pronoun, none; } wanted[] = {
        {.88, .7, 2.8 / 6}, {0, 0, 0}, {.25, 1. / 6, .25}, {0, 0, 0}, {0, 0, 0},
    };
    hand h;
    cr_assert_eq(hand_open(&h, rules, "lex/confidence.tsv", table, NULL), 0, "%s", h.errors.list[0].message);
    cr_assert_eq(h.engine->rules.list.count, sizeof wanted / sizeof *wanted);
    for (uint32_t i = 0; i < h.engine->rules.list.count; i++) {
        const lt_engine_rule *rule = h.engine->rules.list.at[i];
        cr_expect(fabs(rule->confidence[LAUT_BY_NAME] - wanted[i].name) < 1e-9, "%s by name", rule->name);
        cr_expect(fabs(rule->confidence[LAUT_BY_PRONOUN] - wanted[i].pronoun) < 1e-9, "%s by pronoun", rule->name);
        cr_expect(fabs(rule->confidence[LT_HOW_NONE] - wanted[i].none) < 1e-9, "%s by none", rule->name);
    }
    hand_close(&h);
}
