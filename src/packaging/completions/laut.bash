# laut: completion for bash. tests/package/completions.sh compares it with what the command takes.

# What a command takes; '' is laut without a command.
_laut_options()
{
    case $1 in
        '') echo --format --input --encoding --offsets --with-text --audit --lang --publisher --rules --jobs --color --output ;;
        explain) echo --input --encoding --publisher --rules --output ;;
        check) echo --rules --house --output ;;
        verify) echo --format --input --encoding --offsets --against --lang --rules --color --output ;;
        audit) echo --format --input --lang --rules --color --output --fail-on --select --ignore --baseline --write-baseline --config --house --watch ;;
        diff) echo --format --input --encoding --offsets --lang --rules --color --output ;;
        eval) echo --rules --jobs --output --write-confidence ;;
    esac
    echo --list-formats --help --version
}

# What stands behind an option: words, or where there are none files (bash adds them by itself).
_laut_values()
{
    case $1 in
        audit--format) echo text json sarif ;;
        verify--format) echo text json html ;;
        audit--input) echo text markdown ;;
        diff--format) echo text json jsonl html ;;
        --fail-on) echo error warning never ;;
        --format) echo text json jsonl wikinews csv tsv mask citron w3c schemaorg tei brat cas html ;;
        --input) echo text html any jsonl ;;
        --offsets) echo codepoint byte utf16 ;;
        --lang) echo de en ;;
        --color) echo auto always never ;;
    esac
}

_laut()
{
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
    local commands="explain check eval audit verify diff" files="--rules --output -o --write-confidence --baseline --write-baseline --config --house"
    local command='' first='' word i skip=''
    COMPREPLY=()

    # --format=js are three words: the option, "=" and the value.
    [[ $cur == = ]] && cur=''
    [[ $prev == = ]] && prev=${COMP_WORDS[COMP_CWORD - 2]}

    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ $skip ]]; then
            [[ $word == = ]] || skip=''
        elif [[ $word == -- ]]; then
            return
        elif [[ $word == --help || $word == --version || $word == --list-formats || $word == --with-text || $word == --audit || $word == --watch || $word == --against || $word == -h ]]; then
            :
        elif [[ $word == --* || $word == -j || $word == -o ]]; then
            skip=1
        elif [[ $word != -* && ! $first ]]; then
            first=1
            [[ " $commands " == *" $word "* ]] && command=$word
        fi
    done

    case $prev in
        --publisher | --encoding | --jobs | -j | --select | --ignore)
            compopt +o default +o bashdefault 2>/dev/null
            return
            ;;
    esac
    local values=$(_laut_values "$command$prev")
    [[ $values ]] || values=$(_laut_values "$prev")
    if [[ $values ]]; then
        compopt +o default +o bashdefault 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -W "$values" -- "$cur")
    elif [[ " $files " == *" $prev "* ]]; then
        :
    elif [[ $cur == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_laut_options "$command")" -- "$cur")
    elif [[ ! $first ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$cur"; compgen -f -- "$cur")
        compopt -o filenames 2>/dev/null
    fi
}

complete -o bashdefault -o default -F _laut laut
