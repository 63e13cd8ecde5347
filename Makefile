# renmai: make, make run, make check, make check-asan, make check-valgrind, make bench, make install
BUILD   ?= build
PREFIX  ?= /usr/local
CC      ?= cc
CFLAGS  ?= -O2 -g
VERSION := 0.1.0

# The one list of what a Debian machine needs; `make run` and `make check` install what is missing.
PACKAGES := gcc make pkg-config libglib2.0-dev libjson-glib-dev libpcre2-dev libicu-dev libsqlite3-dev \
            libxml2-dev libgraphviz-dev libigraph-dev graphviz fonts-noto-cjk perl python3 \
            python3-networkx python3-igraph libxml2-utils valgrind git
LIBS := glib-2.0 gio-2.0 json-glib-1.0 libpcre2-8 icu-uc icu-i18n sqlite3 libxml-2.0 libcgraph igraph

REN_CFLAGS = -std=c11 -Wall -Wextra -Werror -D_GNU_SOURCE -DREN_VERSION='"$(VERSION)"' \
             -DREN_DATADIR='"$(PREFIX)/share/renmai"' -Isrc $(shell pkg-config --cflags $(LIBS))
REN_LIBS   = $(shell pkg-config --libs $(LIBS)) -lm

LIB   := $(patsubst %.c,$(BUILD)/%.o,$(filter-out src/cli/%,$(wildcard src/*/*.c)))
CLI   := $(patsubst %.c,$(BUILD)/%.o,$(wildcard src/cli/*.c))
TESTS := $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/*/test-*.c))

all: $(BUILD)/renmai

$(BUILD)/renmai: $(CLI) $(BUILD)/librenmai.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(REN_LIBS)

$(BUILD)/librenmai.a: $(LIB)
	rm -f $@ && ar rcs $@ $^

$(BUILD)/src/%.o: src/%.c Makefile
	@mkdir -p $(@D)
	$(CC) $(REN_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/tests/%: tests/%.c $(BUILD)/librenmai.a
	@mkdir -p $(@D)
	$(CC) $(REN_CFLAGS) $(CFLAGS) -MMD -MP -o $@ $< $(BUILD)/librenmai.a $(LDFLAGS) $(REN_LIBS)

clean:
	rm -rf build

-include $(patsubst %.o,%.d,$(LIB) $(CLI)) $(addsuffix .d,$(TESTS))
.PHONY: all clean
