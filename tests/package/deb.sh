#!/bin/bash
# The Debian package: lintian finds no error, it installs on this machine, works, and leaves nothing when it
# is removed. As root, or with sudo.
. tests/package/common.sh

deb=$(echo "$PWD"/build/deb/laut_*.deb)
sudo=
[ "$(id -u)" = 0 ] || sudo=sudo
if dpkg -s laut >/dev/null 2>&1 || [ -e /usr/bin/laut ]; then
    echo "tests/package/deb.sh: laut is installed here, not tried"
    exit 0
fi

lintian --allow-root --fail-on error,warning "$deb" >"$t/log" 2>&1 || { failed "lintian"; cat "$t/log" >&2; }

ours() { find /usr /etc /var/lib /opt -xdev -path '*laut*' ! -path '/var/lib/dpkg/*' ! -path "$PWD/*" | LC_ALL=C sort; }
ours >"$t/before"
$sudo apt-get install -y -qq --no-install-recommends "$deb" >"$t/log" 2>&1 || { failed "apt-get install"; cat "$t/log" >&2; }

# Everything as somebody else on this machine would: from another directory, with no path set.
cd "$t"
unset LAUT_LIBRARY PYTHONPATH PKG_CONFIG_PATH LD_LIBRARY_PATH MANPATH
printf 'Die Brücke sei sicher, sagte Ada Brandt dem Sender „Elbwelle“ zufolge.\n' >a
laut a | grep -q 'Ada Brandt · source: Elbwelle' || failed "the command"
laut check /usr/share/laut/rules | grep -q ' 0 failed' || failed "the rules"

if [ -x /usr/bin/python3 ]; then
    # As root too, which leaves compiled files where they can be written.
    for who in '' $sudo; do
        said=$($who /usr/bin/python3 -c '
import laut
print(laut.__file__, laut._lib._name, *[c.speaker.name for c in laut.analyze(open("a").read()).claims])')
        [ "$said" = "/usr/lib/python3/dist-packages/laut/__init__.py liblaut.so.0 Ada Brandt" ] || failed "Python: $said"
    done
fi

cat >who.c <<'END'
#include <laut.h>
int main(void)
{
    laut_format format;
    return laut_format_named("json", &format) < 0 || puts(laut_kind_name(LAUT_DIRECT)) < 0;
}
END
if have pkg-config; then
    gcc who.c $(pkg-config --cflags --libs laut) -o who && [ "$(./who)" = direct ] || failed "pkg-config, shared"
fi

# Nothing but what dpkg knows of, and all of that is readable.
for file in $(dpkg -L laut); do [ -r "$file" ] || failed "$file cannot be read"; done
if have man && ! grep -qs '^path-exclude.*man' /etc/dpkg/dpkg.cfg.d/*; then
    [ "$(man -w laut)" = /usr/share/man/man1/laut.1.gz ] || failed "man -w laut"
    [ "$(man -w 5 laut-rules)" = /usr/share/man/man5/laut-rules.5.gz ] || failed "man -w laut-rules"
    LC_ALL=C.UTF-8 man --warnings laut-rules 2>log >page
    [ ! -s log ] && grep -q 'The language of rules\|PATTERNS' page || failed "man laut-rules"
fi
if [ -e /usr/share/bash-completion/bash_completion ]; then
    bash --norc -c '. /usr/share/bash-completion/bash_completion; _completion_loader laut; complete -p laut' |
        grep -q '_laut laut' || failed "bash completion"
fi
if have fish; then
    HOME=$t fish -c 'complete -C "laut check --"' | grep -q -- '^--rules' || failed "fish completion"
fi
if have zsh; then
    HOME=$t zsh -f -c 'autoload -Uz compinit; compinit -D -u; print ${_comps[laut]}' | grep -qx _laut || failed "zsh completion"
fi

$sudo apt-get remove -y -qq laut >log 2>&1 || { failed "apt-get remove"; cat log >&2; }
ours >after
diff before after >left || { failed "files are left"; cat left >&2; }
! dpkg -s laut >/dev/null 2>&1 || [ "$(dpkg-query -W -f '${Conffiles}' laut)" = "" ] || failed "conffiles are left"
[ ! -e "$(ldconfig -p | sed -n 's/.*liblaut.*=> //p')" ] || failed "the loader still knows the library"
finish
