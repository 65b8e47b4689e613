#include "formats/linked.h"

#include <string.h>

static bool absolute(const char *id)
{
    static const char *const schemes[] = {"http://", "https://", "file:", "urn:", "tag:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strncmp(id, schemes[i], strlen(schemes[i])) == 0)
            return true;
    return false;
}

/* RFC 3986: what is not allowed is written as %AB. A fragment gives way to ours. */
static void put_reference(lt_flow *f, const char *id)
{
    static const char unreserved[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    static const char hex[] = "0123456789ABCDEF";
    const char *also = absolute(id) ? ":/?[]@!$&'()*+,;=%" : "/";
    for (size_t i = 0; id[i] && !(id[i] == '#' && *also == ':'); i++) {
        bool authority = id[i] == '/' && i == 1 && id[0] == '/'; /* //host, in a relative one */
        char escape[3] = {'%', hex[(unsigned char)id[i] >> 4], hex[id[i] & 15]};
        if (!authority && (strchr(unreserved, id[i]) || strchr(also, id[i])))
            lt_string_piece(f, id + i, 1);
        else
            lt_string_piece(f, escape, 3);
    }
}

void lt_iri_piece(lt_flow *f, const lt_view *v)
{
    const char *id = v->document->id;
    put_reference(f, id && *id ? id : "urn:laut:text");
}

void lt_iri(lt_flow *f, const lt_view *v)
{
    lt_string_begin(f);
    lt_iri_piece(f, v);
    lt_string_end(f);
}

void lt_part_iri(lt_flow *f, const lt_view *v, char letter, uint32_t index)
{
    lt_string_begin(f);
    lt_iri_piece(f, v);
    lt_string_piece(f, (char[]){'#', letter}, 2);
    lt_flow_digits(f, index + UINT64_C(1));
    lt_string_end(f);
}
