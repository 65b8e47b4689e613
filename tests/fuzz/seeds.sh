#!/bin/sh
# Make what the fuzzers begin with below the directory $1, from corpus/ and rules/:
# text/, rules/, jsonl/, html/, verify/ with small inputs, and for each a .dict with words.
set -eu
LC_ALL=C
export LC_ALL
out=$1
rm -rf "$out"
mkdir -p "$out/text" "$out/rules" "$out/jsonl" "$out/html" "$out/verify"

# text: the paragraphs of the articles, and the texts of the tests' cases
cat corpus/*.jsonl | sed -n 's/^{"id": *"[^"]*", *"text": *"\(\(\\.\|[^"\\]\)*\)".*/\1/p' |
    sed 's/\\n/\n/g; s/\\"/"/g; s/\\\\/\\/g' |
    awk -v out="$out/text/corpus" 'NF { printf "%s\n", $0 >(out NR); close(out NR) }'
cp tests/cases/*.txt "$out/text"

# jsonl: the beginnings of the articles
for file in corpus/*.jsonl; do
    name=$(basename "$file" .jsonl)
    sed -n '1s/^\(.\{150\}[^\\"]*\) .*/\1"}/p' "$file" >"$out/jsonl/$name"
done
cat "$out"/jsonl/0* >"$out/jsonl/several"

# rules: each rule with the lexicon lines of its file, the wrong files of the tests, short lexica
for file in rules/de/*.laut; do
    awk -v out="$out/rules/$(basename "$file" .laut)" '
        /^rule / { n++; text = head }
        /^lexicon |^ *\|/ && !text { head = head $0 "\n" }
        text { text = text $0 "\n" }
        /^end/ && text { printf "%s", text >(out n); close(out n); text = "" }' "$file"
done
cp tests/bad/*.laut "$out/rules"
for file in rules/de/lex/*.tsv; do
    name=$(basename "$file")
    { echo "#file lex/$name"; head -n 12 "$file"; } >"$out/rules/$name"
done

# html: the pages of the tests; a blank before them is the encoding that they say themselves
sed -n 's/^    {"\(<.*\)", "[^"]*"},$/\1/p' tests/test_html.c |
    awk -v out="$out/html/page" '{ printf "\n%s\n", $0 >(out NR); close(out NR) }'
# verify: each quotation with known fate and the beginning of a source that has it, with a NUL between
n=0
sed -n 's/.*"text": *"\(\(\\.\|[^"\]\)*\)".*/\1/p' tests/verify/*.jsonl | sed 's/\\n/ /g; s/\\"/"/g' |
    while read -r quotation; do
        n=$((n + 1))
        { printf '%s\0' "$quotation"; tail -n +3 tests/verify/sources/ausschuss.txt | head -n $((2 + n % 12)); } >"$out/verify/$n"
    done

# A dictionary has an entry a line, with all but ASCII written as \xAB.
entries() {
    sort -u | awk '
        BEGIN { for (i = 0; i < 256; i++) code[sprintf("%c", i)] = sprintf("\\x%02X", i) }
        { entry = ""
          for (i = 1; i <= length($0); i++) {
              c = substr($0, i, 1)
              entry = entry (c ~ /[A-Za-z0-9 .,:;()_-]/ ? c : code[c])
          }
          if (entry != "") print "\"" entry "\"" }'
}

# The words that the rules name, the commonest cues, function words, and every mark of the articles.
{
    cat rules/de/*.laut | grep -o '"[^"]*"' | tr -d '"'
    for lexicon in reporting-verbs reporting-nouns titles possessives; do
        grep -v '^#' "rules/de/lex/$lexicon.tsv" | cut -f 1 | awk 'NR > 1 && NR < 60'
    done
    grep -v '^#' rules/de/lex/function-words.tsv | cut -f 1 | awk 'NR > 1 && NR % 4 == 0'
    cat corpus/*.jsonl tests/cases/*.txt |
        grep -o "$(printf '\342..')\|$(printf '\302[\240-\277]')\|[[:punct:]]"
} | entries >"$out/text.dict"

# What is no word in the rules: keywords, properties, operators.
{
    cat rules/de/*.laut | sed 's/"[^"]*"//g; s/^ *example.*//; s/^ *not .*//; s/^ *#.*//' |
        grep -o '[@$]*[A-Za-z_]\{2,\}\|[^A-Za-z_ 	]\{1,3\}'
    head -q -n 30 rules/de/lex/*.tsv | grep -v '^#' | tr '\t ' '\n\n' | awk 'NR % 7 == 0'
} | entries >"$out/rules.dict"

# Keys, and the marks of JSON.
{
    cat corpus/*.jsonl | grep -o '"[a-z_]*":'
    printf '%s\n' '\u0000' '\ud800' '\udc00' '\u00e4' '\n' '\"' '{' '}' '[' ']' ',' ':' '""' null true 1e9 -1
    printf '\357\273\277\n'
} | entries >"$out/jsonl.dict"

# Elements, attributes and references of the pages, and names of encodings.
{
    grep -o '</\?[a-z0-9]\{1,10\}\|&[#a-zA-Z0-9]*;\|[a-z-]*=[a-z-]*\|"[a-z-]*"' tests/test_html.c src/input/html.c |
        sed 's/^[^:]*://' | tr -d '"'
    grep -o '"[a-z0-9-]*"' src/input/charset.c | tr -d '"'
    printf '%s\n' '<!DOCTYPE html>' '<!--' '-->' '<?xml encoding=' '?>' '<![CDATA[' ']]>' '<meta charset=' '/>' '\357\273\277'
} | entries >"$out/html.dict"
# Marks of omissions and of typography.
grep -hv '^#' rules/de/lex/omissions.tsv rules/de/lex/typography.tsv | cut -f 1 | tr ' ' '\n' | entries >"$out/verify.dict"
