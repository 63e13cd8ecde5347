# Completion of renmai for bash. The program itself knows what can stand there.
_renmai() {
    local answer candidate head joined= word words=()
    # Readline parts words at =, : and @, too.
    for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        if [[ ${#words[@]} -gt 0 && ($word == [=:@] || -n $joined) ]]; then
            words[-1]+=$word
        else
            words+=("$word")
        fi
        [[ $word == [=:@] ]] && joined=yes || joined=
    done
    # Where a file is wanted it fails.
    answer=$(command "$1" complete -- "${words[@]}" 2> /dev/null) || { compopt -o default; return; }
    [[ -n $answer ]] || return
    # What stands before the part that readline replaces.
    [[ -n $joined ]] && head=${words[-1]} || head=${words[-1]%"$word"}
    while IFS=$'\t' read -r candidate _; do
        candidate=${candidate#"$head"}
        [[ $candidate == *[[:space:]\'\"\\\$\`\&\;\(\)\<\>\|\*\?]* && $word != [\'\"]* ]] && printf -v candidate %q "$candidate"
        COMPREPLY+=("$candidate")
    done <<< "$answer"
    # Of several names that are typed as pinyin readline would keep but the common beginning: nothing in common, nothing lost.
    [[ ${#COMPREPLY[@]} -gt 1 && ${COMPREPLY[0]} != "${word#[\'\"=:@]}"* ]] && COMPREPLY+=(" ")
}
complete -F _renmai renmai
