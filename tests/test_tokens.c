/* src/stages/tokens.c: words and marks. */
#include <criterion/criterion.h>

#include "german.h"

/* Tokens with a bar between them. */
static void cut(FILE *out, const lt_document *d)
{
    for (uint32_t i = 0; i < d->tokens.count; i++) {
        fputs(i ? "|" : "", out);
        put_tokens(out, d, i, i + 1);
    }
}

static const example hyphens[] = {
    {HERE, "Der US-Präsident kam.", "Der|US-Präsident|kam|."},
    {HERE, "Die CDU/CSU-Fraktion und die CDU/CSU.", "Die|CDU/CSU-Fraktion|und|die|CDU|/|CSU|."},
    {HERE, "Papst Leonhard IX. „ist und bleibt“ klug.", "Papst|Leonhard|IX.|„|ist|und|bleibt|“|klug|."},
    {HERE, "Sie kam am 3. Mai", "Sie|kam|am|3.|Mai"},
    {HERE, "Der 54-Jährige floh.", "Der|54-Jährige|floh|."},
    {HERE, "die Ost-West-Achse", "die|Ost-West-Achse"},
    {HERE, "Energie- und Klimapolitik", "Energie-|und|Klimapolitik"},
    {HERE, "Haushaltspolitik und -recht", "Haushaltspolitik|und|-recht"},
    {HERE, "die 16- bis 18-Jährigen", "die|16-|bis|18-Jährigen"},
    {HERE, "die E-Mail-Adresse", "die|E-Mail-Adresse"},
    {HERE, "der A-9-Ausbau", "der|A-9-Ausbau"},
    {HERE, "Baden‑Württemberg", "Baden‑Württemberg"},       /* no-break hyphen */
    {HERE, "Er – so hieß es – kam.", "Er|–|so|hieß|es|–|kam|."},
    {HERE, "Er - so hieß es - kam.", "Er|-|so|hieß|es|-|kam|."},
    {HERE, "Bundes\u00ADtag", "Bundes\u00ADtag"},
    {HERE, "am Ver-\nwaltungsgericht", "am|Ver-|waltungsgericht"},
    {GAP, "das „Netz“-Gesetz", "das|„|Netz|“|-Gesetz"},
};
Test(tokens, hyphens) { CHECK(hyphens, cut); }

static const example abbreviations[] = {
    {HERE, "Dr. Brandt kam.", "Dr.|Brandt|kam|."},
    {HERE, "Prof. Dr. Brandt", "Prof.|Dr.|Brandt"},
    {HERE, "Er kam z. B. gestern.", "Er|kam|z. B.|gestern|."},
    {HERE, "Der Zug kam.Die Leute bei ver.di gingen nach St.Gallen.", "Der|Zug|kam|.|Die|Leute|bei|ver.di|gingen|nach|St.Gallen|."},
    {HERE, "Er kam z.B. gestern.", "Er|kam|z.B.|gestern|."},
    {HERE, "Er kam z. B. gestern.", "Er|kam|z. B.|gestern|."},
    {HERE, "Er kam z.\u202FB. gestern.", "Er|kam|z.\u202FB.|gestern|."},
    {HERE, "5 Mio. Euro", "5|Mio.|Euro"},
    {HERE, "Bürger, Vereine usw. kamen.", "Bürger|,|Vereine|usw.|kamen|."},
    {HERE, "Otto F. Maier kam.", "Otto|F.|Maier|kam|."},
    {HERE, "Sie schrieb auf X. Er kam.", "Sie|schrieb|auf|X|.|Er|kam|."},
    {HERE, "ca. 30 Leute", "ca.|30|Leute"},
    {HERE, "Imkerbund e. V. klagt", "Imkerbund|e. V.|klagt"},
    {HERE, "Er sah das Haus.", "Er|sah|das|Haus|."},
    {GAP, "die St.-Anna-Kirche", "die|St.-Anna-Kirche"},
};
Test(tokens, abbreviations) { CHECK(abbreviations, cut); }

static const example numbers[] = {
    {HERE, "am 3. Mai", "am|3.|Mai"},
    {HERE, "am 3. oder 4. Mai", "am|3.|oder|4.|Mai"},
    {HERE, "im 19. Jahrhundert", "im|19.|Jahrhundert"},
    {HERE, "Im 19. Jahrhundert", "Im|19.|Jahrhundert"},
    {HERE, "Der 1. FC Lohe", "Der|1.|FC|Lohe"},
    {HERE, "Es waren 12. Die anderen", "Es|waren|12|.|Die|anderen"},
    {HERE, "es sind 40. Unabhängig davon", "es|sind|40|.|Unabhängig|davon"},
    {HERE, "es sind 20. Trotzdem kam er", "es|sind|20|.|Trotzdem|kam|er"},
    {HERE, "die 3. Große Strafkammer", "die|3.|Große|Strafkammer"},
    {HERE, "auf Platz 3. Der Rest", "auf|Platz|3|.|Der|Rest"},
    {HERE, "Es waren 1200. Der Rest ging.", "Es|waren|1200|.|Der|Rest|ging|."},
    {HERE, "im Jahr 2023. Danach", "im|Jahr|2023|.|Danach"},
    {HERE, "1.200 Euro", "1.200|Euro"},
    {HERE, "3,5 Prozent", "3,5|Prozent"},
    {HERE, "um 14.30 Uhr", "um|14.30|Uhr"},
    {GAP, "beim 3:1-Sieg", "beim|3:1-Sieg"},
    {HERE, "10\u202F000 Euro", "10\u202F000|Euro"},
    {GAP, "«\u202FDas geht\u202F»", "«|Das|geht|»"},
    {HERE, "um 14:30 Uhr", "um|14:30|Uhr"},
    {HERE, "20 %", "20|%"},
};
Test(tokens, numbers) { CHECK(numbers, cut); }

static const example marks[] = {
    {HERE, "„Ja“, sagte er.", "„|Ja|“|,|sagte|er|."},
    {HERE, "\"Ja\", sagte er.", "\"|Ja|\"|,|sagte|er|."},
    {HERE, "»Ja!«, rief er.", "»|Ja|!|«|,|rief|er|."},
    {HERE, "„Er sagte: ‚Ja.‘“", "„|Er|sagte|:|‚|Ja|.|‘|“"},
    {HERE, "Geht’s noch?", "Geht’s|noch|?"},
    {HERE, "Was?!", "Was|?|!"},
    {HERE, "Na ja … gut.", "Na|ja|…|gut|."},
    {HERE, "Na ja... gut.", "Na|ja|.|.|.|gut|."},
    {HERE, "(so Brandt)", "(|so|Brandt|)"},
    {HERE, "die Sprecher:innen", "die|Sprecher:innen"},
    {HERE, "die Redakteur*innen", "die|Redakteur*innen"},
    {HERE, "die Lehrer_innen", "die|Lehrer_innen"},
    {HERE, "der/die Leiter/in", "der|/|die|Leiter|/|in"},
    {HERE, "Sie sagte: ja.", "Sie|sagte|:|ja|."},
    {HERE, "die Seite beispiel.de", "die|Seite|beispiel.de"},
    {HERE, "Pra\u0308sident", "Pra\u0308sident"},
    {HERE, "", ""},
};
Test(tokens, marks) { CHECK(marks, cut); }

/* ---------------------------------------------------------------- flags */

static void flags(FILE *out, const lt_document *d)
{
    static const struct { uint8_t flag; const char *name; } names[] = {
        {LT_CAPITAL, "C"}, {LT_ALL_CAPITAL, "A"}, {LT_LINE_BEFORE, "l"}, {LT_PARA_BEFORE, "p"},
        {LT_ABBREVIATION, "b"}, {LT_NO_END, "n"}, {LT_ORDINAL, "o"}, {LT_SPACE_BEFORE, "s"}};
    for (uint32_t i = 0; i < d->tokens.count; i++) {
        fputs(i ? " " : "", out);
        put_tokens(out, d, i, i + 1);
        putc('=', out);
        for (size_t k = 0; k < ROWS(names); k++)
            if (d->tokens.at[i].flags & names[k].flag)
                fputs(names[k].name, out);
    }
}

static const example spelling[] = {
    {HERE, "Die SPD ging", "Die=Cp SPD=CAs ging=s"},
    {HERE, "das 3. Mal", "das=p 3.=os Mal=Cs"},
    {HERE, "Dr. Ende usw.", "Dr.=Cpbn Ende=Cs usw.=bs"},
    {HERE, "Aus\nZwei\n\nDrei", "Aus=Cp Zwei=Cls Drei=Clps"},
    {HERE, "Aus\r\nZwei\r\n\r\nDrei", "Aus=Cp Zwei=Cls Drei=Clps"},
    {HERE, "Aus\rZwei\r\rDrei", "Aus=Cp Zwei=Cls Drei=Clps"},
    {HERE, "Aus\n \nZwei", "Aus=Cp Zwei=Clps"},
    {HERE, "el-Masri 54-Jähriger", "el-Masri=Cp 54-Jähriger=Cs"},
    {HERE, "Ölpreis ÖPNV", "Ölpreis=Cp ÖPNV=CAs"},
};
Test(tokens, flags) { CHECK(spelling, flags); }

/* ---------------------------------------------------------------- kinds */

static void kinds(FILE *out, const lt_document *d)
{
    static const char letters[] = "wn,.:;-()\"?";
    for (uint32_t i = 0; i < d->tokens.count; i++)
        putc(letters[d->tokens.at[i].kind], out);
}

static const example all_kinds[] = {
    {HERE, "Er kam, 3 sah; – (ja): Ende!", "ww,nw;-(w):w."},
    {HERE, "„a“ ‚b‘ »c« ›d‹ \"e\" ‹f› 《g》", "\"w\"\"w\"\"w\"\"w\"\"w\"\"w\"\"w\""},
    {HERE, "[a] {b} / § %", "(w)(w)???"},
};
Test(tokens, kinds) { CHECK(all_kinds, kinds); }

/* One word, however it is spelled. */
Test(tokens, forms_are_folded)
{
    laut_document *d = analysed("Präsident PRÄSIDENT Pra\u0308sident Präsi\u00ADdent Xyzzyx");
    for (uint32_t i = 1; i < 4; i++)
        cr_expect_eq(d->tokens.at[i].form, d->tokens.at[0].form, "token %u", i);
    cr_expect_neq(d->tokens.at[0].form, LT_NO_WORD);
    cr_expect_eq(d->tokens.at[4].form, LT_NO_WORD);
    laut_document_free(d);
}
