# Completion of renmai for fish. The program itself knows what can stand there.
function __renmai_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l answer (command $words[1] complete -- $words[2..] "$word" 2> /dev/null)
    # Where a file is wanted it fails.
    if test $status -ne 0
        __fish_complete_path "$word"
        return
    end
    # fish keeps only what begins like the word: of a name that is typed as pinyin, the pinyin, which decide alone does not take.
    if contains decide $words
        printf '%s\n' $answer
    else
        string replace -r '^(.*)\t(.*)$' '$2\t$1' -- $answer
    end
end
complete -c renmai -f -a '(__renmai_complete)'
