#!/bin/bash
# What the shells offer is what the command takes: options by command, values, commands.
. tests/package/common.sh
from=src/packaging/completions

# offered_SHELL WORD…: what the shell offers for the last word, a line each. Files are none here.
mkdir "$t/empty"

offered_bash() {
    bash --norc -c '. "$1"; shift; cd "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
        _laut; printf "%s\n" "${COMPREPLY[@]}"' - "$PWD/$from/laut.bash" "$t/empty" "$@"
}

offered_fish() {
    (f=$PWD/$from/laut.fish; cd "$t/empty" && HOME=$t fish --no-config -c '
        source $argv[1]; complete -C (string join " " -- $argv[2..])' "$f" "$@") | sed 's/\t.*//'
}

# zsh completes in its editor only: one runs on a terminal of its own and shows its list.
offered_zsh() {
    HOME=$t timeout 60 zsh -f tests/package/offered.zsh "$PWD/$from" "$t/empty" "$*"
}

# Asked once: loading the rules takes its time.
declare -A takes values_of
for command in '' $(commands); do takes[$command.]=$(taken "$command"); done
for option in $(all_letters_and_options | sed 's/.* //'); do values_of[$option]=$(values $option); done

lines() { grep . | LC_ALL=C sort -u; }

for shell in bash fish zsh; do
    have $shell || continue
    case $shell in
    bash) bash -n $from/laut.bash ;;
    fish) fish --no-config -n $from/laut.fish ;;
    zsh) zsh -n $from/_laut ;;
    esac || failed "$shell: syntax"
    offered=offered_$shell
    same "$shell: commands" "$(commands | lines)" "$($offered laut '' | grep -v '^-' | lines)"
    for command in '' $(commands); do
        same "$shell: options of laut $command" "$(echo "${takes[$command.]}" | lines)" \
            "$($offered laut $command -- | grep -o -- '^--[a-z-]*' | lines)"
    done
    for option in "${!values_of[@]}"; do
        values=${values_of[$option]}
        [ -n "$values" ] || continue
        for command in '' $(commands); do # the first one that takes it
            echo "${takes[$command.]}" | grep -qx -- $option && break
        done
        same "$shell: values of $option" "$values" "$($offered laut $command $option '' | lines)"
        first=$(echo "$values" | head -n 1)
        same "$shell: $option before another" "$(echo "${takes[$command.]}" | grep -vx -- $option | lines)" \
            "$($offered laut $command $option $first -- | grep -o -- '^--[a-z-]*' | grep -vx -- $option | lines)"
    done
done

# The value behind "=", and a value that is called as a command.
same "bash: --format=" "${values_of[--format]}" "$(offered_bash laut --format = | lines)"
same "bash: --format=js" "$(echo "${values_of[--format]}" | grep '^js')" "$(offered_bash laut --format = js | lines)"
same "bash: a value is no command" "$(offered_bash laut --)" "$(offered_bash laut --publisher check --)"
same "bash: only the first word is a command" "$(offered_bash laut --)" "$(offered_bash laut a check --)"
same "bash: files" "laut.bash laut.fish" "$(cd $from && COMP_WORDS=(laut laut.) COMP_CWORD=1 &&
    . ./laut.bash; _laut; echo ${COMPREPLY[@]})"

# As bash-completion finds it, where that is installed.
if [ -e /usr/share/bash-completion/bash_completion ]; then
    bash --norc -c '. /usr/share/bash-completion/bash_completion
        mkdir -p "$1/completions"; cp "$2" "$1/completions/laut"; BASH_COMPLETION_USER_DIR=$1
        _completion_loader laut; complete -p laut' - "$t" $from/laut.bash | grep -q '_laut laut' ||
        failed "bash-completion does not find it"
fi
finish
