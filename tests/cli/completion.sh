#!/bin/sh
# What Tab completes: `renmai complete` itself, and in bash, zsh and fish, those that are installed.
set -u
. tests/cli/tap.inc
# Elsewhere than the seeds: two who sound alike.
mkdir "$dir/alike"
cat > "$dir/alike/砚川报2021-03-04.txt" <<'TEXT'
## 全县春耕工作会议召开

3月4日，全县春耕工作会议召开。县委书记李桐出席会议并讲话，县长李彤主持会议。
TEXT
"$RENMAI" build -q -g "$root/seeds/gazetteer" -o "$dir/output" "$root/seeds" > "$dir/log" 2>&1 || cat "$dir/log"
"$RENMAI" build -q -o "$dir/two" "$dir/alike" > "$dir/log" 2>&1 || cat "$dir/log"
cd "$dir" || exit 1

# completes WANTED WORD...: the candidates, parted by blanks, are WANTED.
completes() {
    wanted=$1
    shift
    run "$RENMAI" complete -- "$@"
    ok "renmai $*: $wanted" [ "$status $(cut -f 1 out | tr '\n' ' ')" = "0 $wanted${wanted:+ }" ]
}
# is_path WORD...: that is left to the shell.
is_path() {
    run "$RENMAI" complete -- "$@"
    ok "renmai $*: a path" [ "$status $(cat out err)" = "1 " ]
}
completes "who why" w
completes "graph gazetteer" g
completes "graph gazetteer" help g
completes "" nonsense ""
completes "check" gazetteer c
completes "--ablate" gazetteer check --a
completes "--help --version" --
for command in $("$RENMAI" help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' | grep -v -e '^help$' -e '^gazetteer$'); do
    options=$("$RENMAI" $command --help | grep -Eo -e '^  (-., )?--[a-z-]+' | grep -Eo -e '--[a-z-]+' | sort)
    ok "$command's options are those of its help" [ "$("$RENMAI" complete -- $command - | sort)" = "$options" ]
done

# Every value that is offered is taken, and options with names of values have some.
for option in who:format graph:format graph:kinds graph:links graph:weighting graph:color-by graph:pinyin graph:gexf-version path:through \
    path:links review:kind search:sort list:role list:sort; do
    command=${option%:*} option=${option#*:}
    case $command in
    who) rest=苏明哲 ;;
    path) rest="苏明哲 郎茂林" ;;
    search) rest=会议 ;;
    list) rest=persons ;;
    graph) [ "$option" = gexf-version ] && rest="--format gexf -o new.gexf" || rest="-o output" ;;
    *) rest= ;;
    esac
    values=$("$RENMAI" complete -- $command $rest --$option "")
    ok "$command --$option has values" [ "$(echo "$values" | wc -l)" -ge 2 ]
    for value in $values; do
        run "$RENMAI" $command $rest --$option $value
        ok "$command takes --$option $value" status 0
    done
done
completes "date name persons mentions" list articles --sort ""
completes "divisions" gazetteer import --format ""
completes "--format=pajek --format=pdf --format=png" graph --format=p
completes "pajek pdf png" graph -f p
completes "person,org" path --through person,o
completes "persons places" list p
completes "same different ignore name" decide ""
completes "" who -n ""
completes "" search --since 20
is_path build ""
is_path build -v -g ""
is_path who --output=
is_path gazetteer check ""
is_path explain seeds/2

completes "苏明哲" who 苏明
completes "苏明哲" who suming
completes "苏明哲" who "Su Ming"
completes "苏明哲" who "'苏明"
completes "苏明哲" who -- 苏明
completes "苏明哲" who -v -n 3 --format=csv 苏明
completes "苏明哲" why 郎茂林 苏明
completes "苏明哲" path 郎茂林 苏明
completes "" path 郎茂林 贺振庭 苏明
completes "苏明哲" decide different 郎茂林 苏明
completes "" decide ignore 郎茂林 苏明
completes "苏明哲" graph --ego 苏明
completes "--ego=苏明哲" graph --ego=suming
completes "" list persons --org 苏明
completes "苏明哲" list persons --person 苏明
run "$RENMAI" complete -- who ""
ok "of nothing the names that are printed most" grep -qx 苏明哲 out
completes "李彤 李桐" who -o two lit
completes "李彤 李桐" who -vo two lit
completes "" who --output two 苏明
completes "" who -o nowhere 苏明
completes "2025-02-14.md" list persons --issue 2025
run "$RENMAI" complete -- show 2025
ok "of one issue the articles, too" out 2025-02-14.md#0
completes "2025-02-14.md#0" show 2025-02-14.md#0
run "$RENMAI" complete -- who "$(printf '\377')"
ok "no UTF-8 is nothing" [ "$status$(cat out err)" = 0 ]
run "$RENMAI" complete
ok "without a word it is misuse" status 2

# tab SHELL SCRIPT LINE WORDS: what renmai is given where Tab stands behind LINE.
tab() {
    ok "$1: $3" [ "$(PATH=${RENMAI%/*}:$PATH LC_ALL=C.UTF-8 $PYTHON "$root/tests/cli/tab.py" "$1" "$root/src/completion/$2" "$3" | tr '\n' ' ')" = "$4 " ]
}
touch 'report 1.txt'
for shell in bash:renmai.bash zsh:_renmai fish:renmai.fish; do
    script=${shell#*:} shell=${shell%:*}
    if ! command -v $shell > /dev/null; then
        tests=$((tests + 1))
        echo "ok $tests - $shell # SKIP not installed"
        continue
    fi
    tab $shell $script 'renmai gra' graph
    tab $shell $script 'renmai graph --largest --format=gr' 'graph --largest --format=graphml'
    tab $shell $script 'renmai who 苏明' 'who 苏明哲'
    [ $shell = fish ] && name=sumingzhe || name=苏明哲
    tab $shell $script 'renmai who sum' "who $name"
    tab $shell $script 'renmai who -o two lit' "who -o two lit$([ $shell = fish ] && echo ong)"
    tab $shell $script 'renmai decide same person:苏明哲@砚川区 郎茂' 'decide same person:苏明哲@砚川区 郎茂林'
    tab $shell $script 'renmai build rep' 'build report 1.txt'
    tab $shell $script 'renmai who -o nowhere a' 'who -o nowhere a'
done
done_testing
