# laut: completion for fish. tests/package/completions.sh compares it with what the command takes.

set -l eval '__fish_seen_subcommand_from eval'
set -l none 'not __fish_seen_subcommand_from explain check eval'
set -l texts 'not __fish_seen_subcommand_from check eval'
set -l threads 'not __fish_seen_subcommand_from explain check'

complete -c laut -n __fish_use_subcommand -a explain -d 'Which rules fired in a line, or nearly did, and why'
complete -c laut -n __fish_use_subcommand -a check -d 'Validate rules and run their examples'
complete -c laut -n __fish_use_subcommand -a eval -d 'Score against annotated articles'

complete -c laut -n $none -l format -x -a 'text json jsonl wikinews' -d 'How the claims are written'
complete -c laut -n $texts -l input -x -a 'text jsonl' -d 'What is read'
complete -c laut -n $none -l offsets -x -a 'codepoint byte utf16' -d 'What the offsets count'
complete -c laut -n $texts -l publisher -x -d 'Who publishes the text'
complete -c laut -l rules -x -a '(__fish_complete_directories)' -d 'Use the rules in a directory'
complete -c laut -n $threads -s j -l jobs -x -d 'How many threads work'
complete -c laut -n $none -l color -x -a 'auto always never' -d 'Use colour'
complete -c laut -s o -l output -r -d 'Write a file'
complete -c laut -n $eval -l write-confidence -r -d 'How often each rule was right'
complete -c laut -s h -l help -d 'Show a summary'
complete -c laut -l version -d 'Show the version'
