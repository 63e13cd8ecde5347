# renmai: make, make run, make check, make check-asan, make check-valgrind, make score, make bench,
# make bench-network, make format, make install
BUILD   ?= build
PREFIX  ?= /usr/local
CC      ?= cc
CFLAGS  ?= -O2 -g
VERSION := 0.3.0

# The one list of what a Debian machine needs; `make run` and `make check` install what is missing.
PACKAGES := gcc make pkg-config gettext libglib2.0-dev libjson-glib-dev libpcre2-dev libicu-dev libsqlite3-dev \
            libxml2-dev libarchive-dev libgraphviz-dev libigraph-dev libcairo2-dev libpango1.0-dev graphviz fonts-noto-cjk \
            perl python3 python3-venv python3-networkx python3-igraph libxml2-utils librsvg2-bin poppler-utils valgrind git
LIBS := glib-2.0 gio-2.0 json-glib-1.0 libpcre2-8 icu-uc icu-i18n sqlite3 libxml-2.0 libarchive libcgraph igraph cairo pangocairo

REN_CFLAGS = -std=c11 -Wall -Wextra -Werror -D_GNU_SOURCE -DREN_VERSION='"$(VERSION)"' \
             -DG_LOG_DOMAIN='"renmai"' -DREN_DATADIR='"$(PREFIX)/share/renmai"' \
             -DGETTEXT_PACKAGE='"renmai"' -DREN_LOCALEDIR='"$(PREFIX)/share/locale"' \
             -Isrc -I$(BUILD)/gen $(shell pkg-config --cflags $(LIBS))
REN_LIBS   = $(shell pkg-config --libs $(LIBS)) -lm

LIB   := $(patsubst %.c,$(BUILD)/%.o,$(filter-out src/cli/%,$(wildcard src/*/*.c)))
CLI   := $(patsubst %.c,$(BUILD)/%.o,$(wildcard src/cli/*.c))
SQL   := $(patsubst src/%.sql,$(BUILD)/gen/%.sql.h,$(wildcard src/*/*.sql))
MO    := $(patsubst src/po/%.po,$(BUILD)/locale/%/LC_MESSAGES/renmai.mo,$(wildcard src/po/*.po))
TESTS := $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/*/test-*.c))
TEST_SCRIPTS := $(wildcard tests/cli/*.sh tests/gazetteer/*.sh)

all: $(BUILD)/renmai $(MO)

$(BUILD)/renmai: $(CLI) $(BUILD)/librenmai.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(REN_LIBS)

$(BUILD)/librenmai.a: $(LIB)
	rm -f $@ && ar qcs $@ $^

$(BUILD)/src/%.o: src/%.c Makefile $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(REN_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# SQL is a file of its own; C includes it as a string.
$(BUILD)/gen/%.sql.h: src/%.sql
	@mkdir -p $(@D)
	sed 's/\\/\\\\/g; s/"/\\"/g; s/.*/"&\\n"/' $< > $@

$(filter $(BUILD)/src/store/%,$(LIB)): | $(SQL)

$(BUILD)/locale/%/LC_MESSAGES/renmai.mo: src/po/%.po
	@mkdir -p $(@D)
	msgfmt --check -o $@ $<

# All that the sources say to people.
$(BUILD)/renmai.pot: $(wildcard src/*/*.[ch])
	@mkdir -p $(@D)
	xgettext -o $@ --from-code=UTF-8 --package-name=renmai --add-comments=TRANSLATORS --add-location=file --no-wrap \
	    --sort-by-file -k_ -kN_ -kC_:1c,2 -kNC_:1c,2 -kP_:1,2 $(sort $^)

# Brings the catalogues up to date with the sources; what is new in them waits for a translation.
messages: $(BUILD)/renmai.pot
	for po in src/po/*.po; do \
	    msgmerge --quiet --update --backup=none --previous --add-location=file --no-wrap --sort-by-file $$po $<; \
	done

# Changes when the flags do, so that another PREFIX compiles anew.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(PREFIX) $(CFLAGS)' | cmp -s - $@ || echo '$(CC) $(PREFIX) $(CFLAGS)' > $@

$(BUILD)/tests/%: tests/%.c $(BUILD)/librenmai.a
	@mkdir -p $(@D)
	$(CC) $(REN_CFLAGS) $(CFLAGS) -MMD -MP -o $@ $< $(BUILD)/librenmai.a $(LDFLAGS) $(REN_LIBS)

tests: $(TESTS)

deps:
	@command -v dpkg-query > /dev/null || { echo 'no dpkg here: PACKAGES in the Makefile says what is needed'; exit 0; }; \
	missing=; for package in $(PACKAGES); do \
	    dpkg-query -W -f '$${Status}\n' $$package 2> /dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	    echo "installing:$$missing"; \
	    if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
	    $$sudo apt-get update && \
	    $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $$missing; \
	fi

run: deps
	$(MAKE) all
	$(BUILD)/renmai build -g seeds/gazetteer -o output seeds
	@echo
	@echo 'open output/network.graphml in Gephi, or ask: $(BUILD)/renmai who NAME'

# Tests are programs that speak TAP, run from here.
PROVE = env -u LANGUAGE LC_ALL=C.UTF-8 RENMAI='$(abspath $(BUILD))/renmai' RENMAI_GAZETTEER='$(abspath gazetteer)' G_DEBUG=fatal-warnings prove

check: deps
	$(MAKE) all tests
	$(PROVE) --exec '' $(TESTS) $(TEST_SCRIPTS) :: --tap

check-asan:
	LSAN_OPTIONS='suppressions=$(abspath tests/lsan.supp):print_suppressions=0' \
	    $(MAKE) check BUILD=build/asan CFLAGS='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined'

check-valgrind: deps
	$(MAKE) all tests BUILD=build/valgrind CFLAGS='-O1 -g'
	$(PROVE) --exec 'valgrind -q --suppressions=tests/valgrind.supp --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite --error-exitcode=1' \
	    $(patsubst $(BUILD)/%,build/valgrind/%,$(TESTS)) :: --tap

# The quality of extraction on the project's own annotated issues, against the floors of tests/floors.json.
score: all
	RENMAI='$(abspath $(BUILD))/renmai' RENMAI_GAZETTEER='$(abspath gazetteer)' tests/score/own.sh

# Opens the network's files in Gephi, graphology, NetworkX, igraph and graphviz: tests/interop/README.md.
check-interop: deps
	$(MAKE) all
	tests/interop/install-readers '$(BUILD)/interop'
	INTEROP='$(abspath $(BUILD))/interop' $(PROVE) -j2 tests/interop/*.sh

# Speed and memory beside jieba's tagger, on copies of the issues below CORPUS. jieba comes from PyPI.
CORPUS ?= seeds
bench: deps
	$(MAKE) all $(BUILD)/bench/jieba
	RENMAI_GAZETTEER='$(abspath gazetteer)' python3 bench/compare.py $(BUILD)/renmai $(BUILD)/bench/bin/python3 '$(CORPUS)'
	RENMAI_GAZETTEER='$(abspath gazetteer)' python3 bench/again.py $(BUILD)/renmai '$(CORPUS)'
	$(MAKE) bench-network NODES='1000 10000'

# Time and memory of large networks beside python-igraph's; the largest takes some minutes.
NODES ?= 1000 10000 100000
bench-network: deps
	$(MAKE) all
	RENMAI_GAZETTEER='$(abspath gazetteer)' python3 bench/network.py $(BUILD)/renmai $(NODES)

# How long questions to an archive of 100,000 synthetic articles take.
bench-answers: deps
	$(MAKE) all $(BUILD)/bench/archive
	python3 bench/answers.py $(BUILD)/renmai $(BUILD)/bench/archive $(BUILD)/bench/answers

$(BUILD)/bench/archive: bench/archive.c $(BUILD)/librenmai.a
	@mkdir -p $(@D)
	$(CC) $(REN_CFLAGS) $(CFLAGS) -o $@ $< $(BUILD)/librenmai.a $(LDFLAGS) $(REN_LIBS)

$(BUILD)/bench/jieba:
	python3 -m venv $(BUILD)/bench
	$(BUILD)/bench/bin/python3 -m pip install --quiet jieba==0.42.1
	touch $@

# .clang-format decides how C looks.
format:
	clang-format -i $(wildcard src/*/*.[ch] tests/*/*.[ch])

install: all
	install -d '$(DESTDIR)$(PREFIX)/bin' '$(DESTDIR)$(PREFIX)/share/man/man1' '$(DESTDIR)$(PREFIX)/share/renmai'
	install -D -m 644 src/completion/renmai.bash '$(DESTDIR)$(PREFIX)/share/bash-completion/completions/renmai'
	install -D -m 644 src/completion/_renmai '$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_renmai'
	install -D -m 644 src/completion/renmai.fish '$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/renmai.fish'
	install -m 755 $(BUILD)/renmai '$(DESTDIR)$(PREFIX)/bin/renmai'
	install -m 644 man/renmai.1 '$(DESTDIR)$(PREFIX)/share/man/man1/renmai.1'
	rm -rf '$(DESTDIR)$(PREFIX)/share/renmai/gazetteer'
	cp -R gazetteer '$(DESTDIR)$(PREFIX)/share/renmai/gazetteer'
	chmod -R u+rwX,go+rX,go-w '$(DESTDIR)$(PREFIX)/share/renmai'
	for mo in $(MO:$(BUILD)/%=%); do \
	    install -D -m 644 "$(BUILD)/$$mo" "$(DESTDIR)$(PREFIX)/share/$$mo" || exit 1; \
	done

uninstall:
	rm -f '$(DESTDIR)$(PREFIX)/bin/renmai' '$(DESTDIR)$(PREFIX)/share/man/man1/renmai.1' \
	    '$(DESTDIR)$(PREFIX)/share/bash-completion/completions/renmai' \
	    '$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_renmai' \
	    '$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/renmai.fish'
	for mo in $(MO:$(BUILD)/%=%); do rm -f "$(DESTDIR)$(PREFIX)/share/$$mo"; done
	rm -rf '$(DESTDIR)$(PREFIX)/share/renmai'

clean:
	rm -rf build

-include $(patsubst %.o,%.d,$(LIB) $(CLI)) $(addsuffix .d,$(TESTS))
.PHONY: all tests deps messages run check check-asan check-valgrind check-interop score bench bench-network bench-answers format install uninstall clean FORCE
