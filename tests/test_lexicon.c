#include <criterion/criterion.h>
#include <string.h>

#include "engine/engine.h"

static const char text[] = "# a comment\n"
                           "\n"
                           "verb\tact\tframe\r\n"
                           "sagen\tstatement\tdass v2\n"
                           "# between the rows\n"
                           "fragen\t\tob\n";

Test(lexicon, tables)
{
    lt_arena arena = {0};
    laut_errors errors = {0};
    lt_table *t = lt_table_parse(&arena, "lex/x.tsv", text, sizeof text - 1, &errors);
    cr_assert_not_null(t, "%s", errors.list[0].message);
    cr_expect_eq(t->column_count, 3);
    cr_expect_eq(t->row_count, 2);
    cr_expect_str_eq(lt_cell(t, 0, "frame"), "dass v2");
    cr_expect_str_eq(lt_cell(t, 1, "act"), "");
    cr_expect_str_eq(lt_cell(t, 1, "nothing"), "");
    cr_expect_str_eq(lt_cell(t, 2, "verb"), "");
    cr_expect_eq(lt_row_line(t, 0), 4);
    cr_expect_eq(lt_row_line(t, 1), 6);
    lt_arena_free(&arena);
}

Test(lexicon, cells_are_sets)
{
    cr_expect(lt_cell_has("dass v2 inf", "v2"));
    cr_expect(lt_cell_has("dass v2 inf", "dass"));
    cr_expect(lt_cell_has("dass v2 inf", "inf"));
    cr_expect_not(lt_cell_has("dass v2 inf", "in"));
    cr_expect_not(lt_cell_has("dass v2 inf", "das"));
    cr_expect_not(lt_cell_has("dass v2 inf", ""));
    cr_expect_not(lt_cell_has("", "dass"));
    lt_piece pieces[2];
    cr_expect_eq(lt_pieces("dass  v2 inf", pieces, 2), 3);
    cr_expect_eq(pieces[1].size, 2);
    cr_expect_eq(lt_pieces("", pieces, 2), 0);
}

Test(lexicon, entries_name_table_and_row)
{
    lt_entry e = lt_make_entry(7, 70000);
    cr_expect_eq(lt_entry_table(e), 7);
    cr_expect_eq(lt_entry_row(e), 70000);
    laut_engine *engine = calloc(1, sizeof *engine);
    lt_embedded_file files[] = {{"de/lex/b.tsv", "x\ty\n1\t2\n", 8}, {"de/lex/a.tsv", "x\n1\n", 4}};
    laut_errors errors;
    cr_assert_eq(lt_engine_load(engine, files, 2, &errors), 0);
    uint32_t index;
    cr_expect_not_null(lt_engine_table(engine, "lex/b.tsv", &index));
    cr_expect_eq(index, 1, "tables stand in name order");
    cr_expect_str_eq(lt_entry_cell(engine, lt_make_entry(index, 0), "y"), "2");
    cr_expect_str_eq(lt_entry_cell(engine, LAUT_NONE, "y"), "");
    cr_expect_null(lt_engine_table(engine, "lex/c.tsv", NULL));
    laut_engine_free(engine);
}

/* Columns with more values than there are bits are compared as text, which is slow: none of those that stages ask for has so many. */
Test(lexicon, what_stages_ask_for_has_bits)
{
    laut_engine *engine;
    laut_errors errors;
    cr_assert_eq(laut_engine_open(&engine, NULL, &errors), 0, "%s", errors.list[0].message);
    for (uint32_t i = 0; i < LT_HAS_COUNT; i++)
        cr_expect_geq(engine->asked[i].number, 0, "column %s has too many values", engine->asked[i].column);
    laut_engine_free(engine);
}
