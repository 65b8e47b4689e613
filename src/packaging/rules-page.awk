# laut-rules(5) from rules/README.md: the manual page is the reference, so that there is only one.
# Knows the Markdown that the reference uses: headings, paragraphs, lists with *, tables, fences,
# `code`, *example*, **stress**. Anything else in it is an error.

function escaped(s) {
    gsub(/\\/, "\\e", s)
    gsub(/-/, "\\-", s)
    gsub(/'/, "\\(aq", s)
    gsub(/\^/, "\\(ha", s)
    gsub(/~/, "\\(ti", s)
    gsub(/`/, "\\(ga", s)
    return s
}

# A part of a line that holds no code. Fonts may be left open at its end.
function plain(s,    out, i, n, c) {
    out = ""
    n = length(s)
    for (i = 1; i <= n; i++) {
        c = substr(s, i, 1)
        if (c == "\\" && substr(s, i + 1, 1) ~ /[|*_\\]/) {
            out = out escaped(substr(s, ++i, 1))
        } else if (c == "*") {
            if (substr(s, i + 1, 1) == "*") {
                i++
                stressed = !stressed
                out = out (stressed ? "\\fB" : "\\fR")
            } else {
                slanted = !slanted
                out = out (slanted ? "\\fI" : "\\fR")
            }
        } else {
            out = out escaped(c)
        }
    }
    return out
}

# `code` alternates with the rest, also over the end of a line; a table's \| is a bar in both.
function inline(s,    parts, n, i, out) {
    n = split(s, parts, "`")
    out = coded ? "\\fB" : ""
    for (i = 1; i <= n; i++) {
        if (i > 1) {
            coded = !coded
            out = out (coded ? "\\fB" : "\\fR")
        }
        if (coded) {
            gsub(/\\\|/, "|", parts[i])
            out = out escaped(parts[i])
        } else {
            out = out plain(parts[i])
        }
    }
    return out (coded ? "\\fR" : "")
}

# What begins with a dot or a quote would be a request.
function text(s) {
    s = inline(s)
    if (s ~ /^[.']/)
        s = "\\&" s
    print s
}

function die(why) {
    printf "%s:%d: %s\n", FILENAME, FNR, why >"/dev/stderr"
    failed = 1
    exit 1
}

# The paragraph or list that stands before ends here.
function end_block() {
    if (block == "list")
        print ".RE"
    block = ""
}

BEGIN {
    print ".\\\" Made by src/packaging/rules-page.awk from rules/README.md."
    printf ".TH LAUT-RULES 5 \"%s\" \"laut %s\" \"File Formats Manual\"\n", date, version
    print ".SH NAME"
    print "laut-rules \\- the language of the rules that laut works by"
}

fence && /^```/ { print ".EE"; print ".RE"; fence = 0; next }
fence {
    s = $0
    s = escaped(s)
    if (s ~ /^[.']/)
        s = "\\&" s
    print s
    next
}
/^```/ { end_block(); fence = 1; fresh = 0; print ".PP"; print ".RS 4"; print ".EX"; next }

/^# / { print ".SH DESCRIPTION"; fresh = 1; next }
/^## / { end_block(); print ".SH " toupper(inline(substr($0, 4))); fresh = 1; next }
/^### / { end_block(); print ".SS " inline(substr($0, 5)); fresh = 1; next }
/^#/ { die("a heading of level 4") }

/^\| *-/ { next }
/^\|/ {
    gsub(/\\\|/, "\001")
    if (split($0, cell, "|") != 4)
        die("a table with other than two columns")
    gsub("\001", "\\|", cell[2])
    gsub("\001", "\\|", cell[3])
    gsub(/^ +| +$/, "", cell[2])
    gsub(/^ +| +$/, "", cell[3])
    if (block != "table") { # the head of the table
        end_block()
        block = "table"
        fresh = 0
        next
    }
    print ".TP"
    text(cell[2])
    if (cell[3] == "")
        print "\\&"
    else
        text(cell[3])
    next
}

/^\* / {
    if (block != "list") {
        end_block()
        block = "list"
        fresh = 0
        print ".RS 0"
    }
    print ".IP \\(bu 2"
    text(substr($0, 3))
    next
}
block == "list" && /^  / { text(substr($0, 3)); next }

/^$/ { if (block != "list") block = ""; next }

{
    if (block != "text") {
        end_block()
        block = "text"
        if (!fresh)
            print ".PP"
    }
    fresh = 0
    text($0)
}

END {
    if (failed)
        exit 1
    end_block()
    if (stressed || slanted || coded)
        die("a * or ` is missing")
    print ".SH FILES"
    print ".TP"
    print "\\fIshare/laut/rules\\fR"
    print "the rules and lexica that are built in, below the prefix of the installation"
    print ".SH SEE ALSO"
    print ".BR laut (1)"
}
