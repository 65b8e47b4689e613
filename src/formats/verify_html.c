#include "formats/verify.h"

int lt_write_verified_html(const lt_verified *v, const laut_verify_write_options *options, FILE *stream)
{
    (void)v;
    (void)options;
    (void)stream;
    return -1;
}
