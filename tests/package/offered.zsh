# offered.zsh COMPLETIONS DIRECTORY LINE: what zsh lists behind the line when Tab is pressed, a word each.
# The key is pressed by the editor itself as soon as it begins a line: nothing hangs on how fast it is.
zmodload zsh/zpty

cat >$2/.asked <<END
PS1= PS2= RPS1=
unsetopt prompt_cr prompt_sp
stty -echo cols 200 rows 200
cd ${(q)2}
fpath=(${(q)1} \$fpath)
autoload -Uz compinit
compinit -D -u
LISTMAX=0
zstyle ':completion:*' verbose no
zle -C listed list-choices _main_complete
asked() {
    BUFFER=${(q)3}
    CURSOR=\$#BUFFER
    print begin-now
    zle listed
    zle -R
    print; print end-now
}
zle -N zle-line-init asked
END
zpty shell "TERM=dumb zsh -f -i"
zpty -w shell ". ${(q)2}/.asked"

all=
while zpty -r shell piece; do
    all+=$piece
    [[ $all == *end-now* ]] && break
done
zpty -d shell
rm $2/.asked
# The line itself is shown, too.
print -r -- ${${all#*begin-now}%%end-now*} | sed $'s/\x1b[^a-zA-Z]*[a-zA-Z]//g; s/\r//g' | awk '!/^ *laut /' | tr -s ' \t' '\n'
