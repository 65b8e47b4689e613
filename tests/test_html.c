/* src/input: the readable text of a page. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "laut.h"

typedef struct {
    const char *html, *text; /* text: without the line feed at its end */
} expectation;

static const expectation pages[] = {
    /* paragraphs */
    {"<p>Eins.<p>Zwei.", "Eins.\n\nZwei."},
    {"Nur Text", "Nur Text"},
    {"<h1>Titel</h1>Text <b>fe</b>tt \n\t und<i> </i>kursiv.<br>Neue <br/> Zeile<hr>Ende",
     "Titel\n\nText fett und kursiv.\nNeue\nZeile\n\nEnde"},
    {"<ul><li>Eins<li>Zwei <p>Drei</ul><table><tr><td>A<td>B<tr><th>C</table>", "Eins\n\nZwei\n\nDrei\n\nA\n\nB\n\nC"},
    {"<pre>a\n  b</pre>c", "a\nb\n\nc"},
    {"<section>Eins<section>Zwei</section>Drei</section>", "Eins\n\nZwei\n\nDrei"},
    {"<details><summary>Mehr</summary>Text</details>", "Mehr\n\nText"},
    {"<figure><img alt='Bild'><figcaption>Foto: Kern</figcaption></figure>Text", "Foto: Kern\n\nText"},
    {"<p>Eins<br><br><br>Zwei</p>\n\n\n<p> </p><p>&nbsp;Drei</p>", "Eins\nZwei\n\n\xC2\xA0" "Drei"},
    {"Wort<script>x</script>e und <span>teil</span>e", "Wort e und teile"},

    /* references */
    {"M&uuml;ller &amp; S&ouml;hne &#8222;gut&#x201C; &lt;b&gt; &euro; &hellip;", "Müller & Söhne „gut“ <b> € …"},
    {"&#132;gut&#147; &#150; &#128; &unknown; & Co", "„gut“ – € &unknown; & Co"},
    {"Stra&shy;&szlig;e&#8203;n&#xFEFF;&#0;&#x1F600;", "Straßen😀"},

    /* what is not read */
    {"<title>T</title><style>p { }</style><script>document.write('<p>x</p>')</script><p>Text"
     "<noscript>n</noscript><template><p>t</p></template><svg><text>s</text></svg><!-- k -->", "Text"},
    {"<header>Logo</header><nav>Politik</nav><main><p>Text</main><aside>Mehr</aside><footer>Impressum</footer>",
     "Text"},
    {"<header>Logo</header><article><header><h1>Titel</h1></header><p>Text<footer>Autor</footer></article>",
     "Titel\n\nText"},
    {"<main><header>Titel</header>Text</main>", "Titel\n\nText"},
    {"<p>Text<form><p>Newsletter<input value=x><select><option>A</select><textarea>b</textarea>"
     "<button>Los</button></form>", "Text"},
    {"<form><p>Die ganze Seite. <label>Mail</label><button>Los</button></form>", "Die ganze Seite."},
    {"<div hidden>a</div><div aria-hidden='true'>b</div><p style='color: red; display : none'>c</p>"
     "<p style=visibility:hidden>d</p><p style=display:block>e</p><div hidden><p>f<div>g</div></div>h", "e\n\nh"},
    {"<div role=navigation>a</div><div role=BANNER>b</div><div role=main>c</div><div role=dialog>d</div>", "c"},
    {"<html aria-hidden=true><body style='display:none'>Text</body></html>", "Text"},
    {"<iframe>a</iframe><object>b</object><video>c</video><audio>d</audio><canvas>e</canvas>f", "f"},
    {"<select><option>a</select>b<p>c<nav>d<p>e</nav>f", "b\n\nc\n\nf"},

    /* quotations */
    {"Sie sagte: <q>Ja</q>.", "Sie sagte: „Ja“."},
    {"<q>Ich <q>muss <q>gehen</q></q>, sagt er</q>.", "„Ich ‚muss „gehen“‘, sagt er“."},
    {"<q></q><q> </q>nichts<q hidden>weg</q>", "nichts"},
    {"<q>„Ja“</q> <q>&raquo;Nein&laquo;</q>", "„Ja“ »Nein«"},
    {"Er sagte:<blockquote><p>Eins.</p><p>Zwei.</p></blockquote><p>Ende", "Er sagte:\n\n„Eins.\n\nZwei.“\n\nEnde"},
    {"<blockquote>„Eins.“</blockquote>", "„Eins.“"},
    {"<blockquote>„Klartext“ hat recht.</blockquote>", "„„Klartext“ hat recht.“"},
    {"<blockquote>Er sagte <q>Ja</q> zu uns.</blockquote>", "„Er sagte ‚Ja‘ zu uns.“"},
    {"<blockquote><q>Ja.</q></blockquote>Ende", "„Ja.“\n\nEnde"},
    {"<blockquote>Eins.<blockquote>Zwei.</blockquote>Drei.</blockquote>", "„Eins.\n\n‚Zwei.‘\n\nDrei.“"},
    {"<blockquote>Eins.<footer>— Ada Brandt</footer></blockquote>Ende", "„Eins.“\n\n— Ada Brandt\n\nEnde"},
    {"<blockquote>Eins. <cite>Ada Brandt</cite></blockquote>Ende", "„Eins.“\n\nAda Brandt\n\nEnde"},
    {"<blockquote>Wir lasen <cite>Faust</cite> laut.</blockquote>", "„Wir lasen Faust laut.“"},
    {"<blockquote><p>Wir lasen. <cite>Faust</cite> laut.</blockquote>", "„Wir lasen. Faust laut.“"},
    {"<blockquote><p>Eins.</p>&mdash; Ada Brandt</blockquote>", "„Eins.“\n\n— Ada Brandt"},
    {"<blockquote></blockquote>Ende", "Ende"},
    {"<blockquote>Offen", "„Offen“"},

    /* broken markup */
    {"<p>Eins</b></i></p></div><p>Zwei</html>Drei</body>", "Eins\n\nZwei\n\nDrei"},
    {"a < b und c > d <3 <", "a < b und c > d <3 <"},
    {"<p class=\"a'>x\">Text", "Text"},
    {"Text<!-- offen", "Text"},
    {"<p><b>Eins<p>Zwei</b>", "Eins\n\nZwei"},
};

static char *read_page(const char *html, size_t size, const char *encoding, laut_error *error)
{
    char *copy = malloc(size + !size), *text; /* a block of its own, so that a read behind it is seen */
    size_t text_size;
    cr_assert(copy);
    memcpy(copy, html, size);
    int failed = laut_html_text(copy, size, encoding, &text, &text_size, error);
    free(copy);
    cr_assert(failed ? !text : strlen(text) == text_size && text[text_size - 1] == '\n', "%s", html);
    if (!failed)
        text[text_size - 1] = '\0';
    return text;
}

Test(html, readable_text)
{
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        laut_error error;
        char *text = read_page(pages[i].html, strlen(pages[i].html), NULL, &error);
        cr_expect(text && strcmp(text, pages[i].text) == 0, "%s\ngives\n%s\nnot\n%s", pages[i].html,
                  text ? text : error.message, pages[i].text);
        free(text);
    }
}

/* ---------------------------------------------------------------- encodings */

static const struct {
    const char *bytes;
    size_t size;
    const char *encoding, *text, *problem;
} encodings[] = {
#define BYTES(s) s, sizeof s - 1
    {BYTES("<p>M\xC3\xBCller"), NULL, "Müller", NULL},
    {BYTES("<p>M\xFCller \x84gut\x93 \x80 \x81"), NULL, "Müller „gut“ € \xC2\x81", NULL},
    {BYTES("<meta charset=iso-8859-1><p>\x84gut\x93"), NULL, "„gut“", NULL},
    {BYTES("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=ISO-8859-1'>\x84gut\x93"), NULL, "„gut“", NULL},
    {BYTES("<meta charset=\"ISO-8859-15\">\xA4"), NULL, "€", NULL},
    {BYTES("<meta name=x content=y><meta charset = 'windows-1250' ><p>\xBE"), NULL, "ľ", NULL},
    {BYTES("<?xml version='1.0' encoding='iso-8859-15'?><p>\xA4"), NULL, "€", NULL},
    {BYTES("<!-- <meta charset=utf-16> --><meta charset=macintosh>\x8A"), NULL, "ä", NULL},
    {BYTES("<meta charset=utf-16><p>\xC3\xBC"), NULL, "ü", NULL}, /* it was read as ASCII so far */
    {BYTES("<meta charset=utf-8><p>\xFC!"), NULL, "\xEF\xBF\xBD!", NULL},
    {BYTES("\xEF\xBB\xBF<meta charset=iso-8859-1>\xC3\xBC"), NULL, "ü", NULL},
    {BYTES("\xFF\xFE<\0p\0>\0\xFC\0=\xD8\0\xDE"), NULL, "ü😀", NULL},
    {BYTES("\xFE\xFF\0<\0p\0>\0\xFC"), "iso-8859-1", "ü", NULL},
    {BYTES("<meta charset=utf-8><p>\x84gut\x93"), "latin1", "„gut“", NULL},
    {BYTES("<p>\x84gut\x93"), "ISO-8859-1", "„gut“", NULL},
    {BYTES("<p>\x8D\xE5"), "Shift_JIS", "榊", NULL},
    {BYTES("<p>a\0b"), NULL, "a b", NULL},
    {BYTES("<meta charset=klingon>\xC3\xBC"), NULL, "ü", NULL},
    {BYTES("<meta charset=klingon>\xFC"), NULL, NULL,
     "there is no encoding klingon, which the page declares: name one with --encoding"},
    {BYTES("<meta charset='\x1b[2J'>\xFC"), NULL, NULL,
     "there is no encoding ?[2J, which the page declares: name one with --encoding"},
    {BYTES("<p>a"), "klingon", NULL, "there is no encoding klingon"},
    {BYTES(""), NULL, NULL, "a page without readable text"},
    {BYTES("\xEF\xBB\xBF"), NULL, NULL, "a page without readable text"},
    {BYTES("\xFF\xFE"), NULL, NULL, "a page without readable text"},
    {BYTES("<p> <nav>a</nav><script>b</script>"), NULL, NULL, "a page without readable text"},
};

Test(html, encodings)
{
    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
        laut_error error;
        char *text = read_page(encodings[i].bytes, encodings[i].size, encodings[i].encoding, &error);
        if (encodings[i].text)
            cr_expect(text && strcmp(text, encodings[i].text) == 0, "%zu: %s, not %s", i, text ? text : error.message,
                      encodings[i].text);
        else
            cr_expect(!text && error.code == LAUT_ERROR_INPUT && strcmp(error.message, encodings[i].problem) == 0,
                      "%zu: %s, not %s", i, text ? text : error.message, encodings[i].problem);
        free(text);
    }
}

/* ---------------------------------------------------------------- beyond measure */

static char *repeat(const char *begin, const char *what, size_t count, const char *end)
{
    size_t n = strlen(what);
    char *out = malloc(strlen(begin) + n * count + strlen(end) + 1), *at = out;
    cr_assert(out);
    at = stpcpy(at, begin);
    for (size_t i = 0; i < count; i++, at += n)
        memcpy(at, what, n);
    strcpy(at, end);
    return out;
}

static char *read_repeated(const char *begin, const char *what, size_t count, const char *end, laut_error *error)
{
    char *html = repeat(begin, what, count, end);
    char *text = read_page(html, strlen(html), NULL, error);
    free(html);
    return text;
}

Test(html, huge_nesting_is_told, .timeout = 60)
{
    laut_error error;
    char *text = read_repeated("", "<div>", 4000, "tief", &error);
    cr_expect_str_eq(text, "tief");
    free(text);
    cr_expect_null(read_repeated("oben", "<div>", 1000000, "tief", &error));
    cr_expect_str_eq(error.message, "more than 4,096 elements inside each other");
    text = read_repeated("", "<q>", 3000, "a", &error);
    cr_expect_eq(strlen(text), 3000 * 6 + 1);
    free(text);
}

Test(html, long_pages_take_a_time_that_grows_with_them, .timeout = 60)
{
    static const char *const pieces[] = {"<p>Wort", "</p>", "<b></b>", "&amp;", "<br>", "<!-- -->", "</div>",
                                         "<p a=b c=d>x", "<blockquote>a</blockquote>", "<q>a</q> ", "<", "<td>x", "-->"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        laut_error error;
        char *text = read_repeated("<p>Anfang", pieces[i], 300000, "Ende", &error);
        cr_expect(text && strncmp(text, "Anfang", 6) == 0, "%s: %s", pieces[i], error.message);
        free(text);
    }
}

/* ---------------------------------------------------------------- is it one? */

Test(html, is_html)
{
    static const char *const yes[] = {"<!DOCTYPE html>", "\xEF\xBB\xBF \n<!doctype HTML PUBLIC>", "<html>", "<HTML lang=de>",
                                      "<!-- x -->\n<html>", "<?xml version='1.0'?><!DOCTYPE html>", "<head/>", "<body\n>"};
    static const char *const no[] = {"", "<", "<p>Text", "<htmlx>", "Die Seite <html> ist", "<!-- offen <html>",
                                     "<?xml version='1.0'?><rss>", "{\"text\":1}", "<!doctype nitf>"};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        cr_expect(laut_is_html(yes[i], strlen(yes[i])), "%s", yes[i]);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        cr_expect(!laut_is_html(no[i], strlen(no[i])), "%s", no[i]);
    static const char wide[] = "\xFF\xFE<\0h\0t\0m\0l\0>";
    cr_expect(laut_is_html(wide, sizeof wide));
}
