/* The names of the public enumerations, as they stand in the output and in lexica. */
#include "laut.h"

static const char *const kinds[] = {"direct", "indirect", "reported", "indirect_free_indirect",
                                    "free_indirect"};
static const char *const media[] = {"speech", "writing", "thought", "unknown"};
static const char *const acts[] = {"statement", "announcement", "demand", "denial", "admission",
                                   "accusation", "question", "promise", "warning", "assessment"};
static const char *const ways[] = {"name", "description", "pronoun", "continued", "ambiguous",
                                   "unresolved"};
static const char *const types[] = {"person", "organization", "media", "document", "group",
                                    "unnamed"};
static const char *const limits[] = {"sentence", "word", "clauses", "parties", "hands", "steps"};
static const char *const changes[] = {"kept", "hardened", "softened", "quotation", "number",
                                      "shortened", "speaker", "source", "dropped", "added"};

#define NAME(list, i) ((size_t)(i) < sizeof(list) / sizeof *(list) ? (list)[i] : "?")

const char *laut_kind_name(laut_kind kind) { return NAME(kinds, kind); }
const char *laut_medium_name(laut_medium medium) { return NAME(media, medium); }
const char *laut_act_name(laut_act act) { return NAME(acts, act); }
const char *laut_resolved_name(laut_resolved resolved) { return NAME(ways, resolved); }
const char *laut_party_type_name(laut_party_type type) { return NAME(types, type); }
const char *laut_limit_name(laut_limit limit) { return NAME(limits, limit); }
const char *laut_change_name(laut_change_kind kind) { return NAME(changes, kind); }
