/* A directory of documents: `--output DIR/`. Each document becomes a file that is named after it, in
 * the order of the input, whatever the number of threads.
 *
 * What a thread hands over is a record: the name, NUL, the size of the text, NUL, the text, and what
 * was written of the document. The text is there where the format wants it in a file beside. */
#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"

enum { NAME = 160 }; /* bytes of a file's name, without a number behind it and its extension */

bool lt_names_directory(const char *output)
{
    return output && *output && output[strlen(output) - 1] == '/';
}

/* Letters beyond ASCII stay, whatever else is not at home in the name of a file becomes _. */
static void put_name(FILE *out, const char *name, size_t size)
{
    static const char kept[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    if (size > NAME)
        for (size = NAME; ((unsigned char)name[size] & 0xC0) == 0x80;)
            size--;
    for (size_t i = 0; i < size; i++) {
        char c = name[i];
        bool stays = (unsigned char)c >= 0x80 || strchr(kept, c) || (c == '.' && i);
        putc(stays ? c : '_', out);
    }
    if (!size)
        fputs("text", out);
}

void lt_pack(FILE *out, const lt_input *input, const char *text, size_t size)
{
    const char *name = input->id ? input->id : "";
    size_t length = strlen(name);
    if (!input->line) { /* a file: without its path and extension */
        const char *slash = strrchr(name, '/');
        name = slash ? slash + 1 : name;
        const char *dot = strrchr(name, '.');
        length = dot && dot > name ? (size_t)(dot - name) : strlen(name);
        if (strcmp(name, "-") == 0)
            length = 0;
    }
    put_name(out, name, length);
    fprintf(out, "%c%zu%c", 0, text ? size : 0, 0);
    if (text)
        fwrite(text, 1, size, out);
}

/* ---------------------------------------------------------------- files */

static int put_file(const lt_directory *d, const char *name, const char *extension, const char *head,
                    const char *bytes, size_t size)
{
    size_t room = strlen(d->path) + strlen(name) + strlen(extension) + 1;
    char *path = malloc(room);
    if (!path) {
        lt_cli_complain("out of memory");
        return LT_WRONG;
    }
    snprintf(path, room, "%s%s%s", d->path, name, extension);
    lt_output out;
    int status = LT_WRONG;
    if (lt_open_output(&out, path) == 0) {
        errno = 0;
        fputs(head, out.stream);
        fwrite(bytes, 1, size, out.stream);
        out.code = errno;
        if (lt_close_output(&out) == 0)
            status = LT_DONE;
    }
    free(path);
    return status;
}

int lt_open_directory(lt_directory *d, const char *path, const laut_format_info *format)
{
    *d = (lt_directory){.path = path, .format = format};
    if (mkdir(path, 0777) < 0 && errno != EEXIST) {
        lt_cli_complain("%s: %s", path, strerror(errno));
        return -1;
    }
    d->names = json_object();
    if (!d->names) {
        lt_cli_complain("out of memory");
        return -1;
    }
    if (!format->beside)
        return 0;
    size_t room = strlen(path) + strlen(format->beside) + 1;
    char *file = malloc(room);
    if (file)
        snprintf(file, room, "%s%s", path, format->beside);
    bool there = file && access(file, F_OK) == 0; /* somebody may have changed it */
    free(file);
    if (!there && put_file(d, format->beside, "", "", format->beside_text, strlen(format->beside_text))) {
        lt_close_directory(d);
        return -1;
    }
    return 0;
}

void lt_close_directory(lt_directory *d)
{
    json_decref(d->names);
    d->names = NULL;
}

/* The second document of a name gets a number behind it. Returns -1 where memory ran out. */
static int number_name(lt_directory *d, const char *name, char *out, size_t size)
{
    snprintf(out, size, "%s", name);
    json_int_t n = json_integer_value(json_object_get(d->names, name));
    while (json_object_get(d->names, out))
        snprintf(out, size, "%s-%lld", name, (long long)(n = n < 2 ? 2 : n + 1));
    if (n && json_object_set_new_nocheck(d->names, name, json_integer(n)) < 0)
        return -1;
    return json_object_set_new_nocheck(d->names, out, json_integer(1));
}

int lt_unpack(lt_directory *d, const char *bytes, size_t size)
{
    const char *name = bytes, *count = name + strlen(name) + 1, *text = count + strlen(count) + 1;
    size_t text_size = strtoull(count, NULL, 10);
    const char *rest = text + text_size;
    char numbered[NAME + 32];
    if (number_name(d, name, numbered, sizeof numbered) < 0) {
        lt_cli_complain("out of memory");
        return LT_WRONG;
    }
    const char *beside = d->format->text_extension;
    if (beside && put_file(d, numbered, beside, "", text, text_size) != LT_DONE)
        return LT_WRONG;
    return put_file(d, numbered, d->format->extension, d->format->head, rest,
                    size - (size_t)(rest - bytes));
}
