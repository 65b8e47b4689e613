# offered.zsh COMPLETIONS DIRECTORY LINE: what zsh lists behind the line when Tab is pressed, a word each.
zmodload zsh/zpty

# What the shell says until it says this.
until_said() {
    local piece all=
    while zpty -r shell piece; do
        all+=$piece
        [[ $all == *$1* ]] && break
    done
    print -r -- ${all%%$1*}
}

zpty shell "TERM=dumb zsh -f -i"
zpty -w shell "PS1= PS2= RPS1=; unsetopt prompt_cr prompt_sp; stty -echo cols 200 rows 200; cd ${(q)2}"
zpty -w shell "fpath=(${(q)1} \$fpath); autoload -Uz compinit; compinit -D -u; LISTMAX=0"
zpty -w shell "zstyle ':completion:*' verbose no; zle -C listed list-choices _main_complete; bindkey '^I' listed"
# The first is what is typed here, the second what is said to it.
zpty -w shell "print begin-'now'"
until_said begin-now >/dev/null
zpty -w -n shell "$3"$'\t\x15'"print end-'now'"$'\n'
# The line itself is shown before and behind the list.
until_said end-now | sed $'s/\x1b[^a-zA-Z]*[a-zA-Z]//g; s/\r//g' | awk 'NR > 1 && !/^print|^ *laut /' | tr -s ' \t' '\n'
zpty -d shell
