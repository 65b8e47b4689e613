# make            the command build/laut and the libraries build/liblaut.a and build/liblaut.so
# make demo       install what is missing, build, and analyse an article of corpus/
# make test       install what is missing, build, run the rules' examples and the tests
# make sanitize   the tests under AddressSanitizer and UBSan, with gcc and with clang
# make valgrind   the command on the whole corpus under valgrind
# make bench      speed, memory and start-up beside a floor, and the share of each stage
# make install    under PREFIX (/usr/local), with DESTDIR in front; make uninstall takes it away
# make deb        a Debian package, build/deb/laut_*.deb; see src/packaging/packaging.mk
# make bench-verify the quotations of a draft against transcripts of 1, 10 and 100 MB
# make slurm-test an archive on a Slurm of this machine, whose workers are killed
# make browser-test the HTML report in a headless Chromium
# make growth     how the time for a byte grows on hostile texts, up to 10 MB (it takes an hour)
# make tsan       the command on the whole corpus with four threads under ThreadSanitizer
# make fuzz       each fuzzer of tests/fuzz/ for FUZZ_SECONDS; make fuzz-short: each for 30 s
# make check-rules, make clean
#
# BUILD is the directory of the objects, SANITIZE what to instrument. V=1 shows the commands.

BUILD    ?= build
JOBS     ?= $(shell nproc 2>/dev/null || echo 1)
CFLAGS   ?= -O2 -g
SANITIZE ?=

FLAGS  := -std=c11 -D_XOPEN_SOURCE=700 -Wall -Wextra -Wshadow -Werror -Isrc -Iinclude \
          -isystem /usr/include/libxml2 -fPIC -fvisibility=hidden -pthread $(if $(SANITIZE),-fsanitize=$(SANITIZE) \
          -fno-sanitize-recover=all -fno-omit-frame-pointer -DSANITIZED)
LIBS   := -licuuc -lpcre2-8 -ljansson -lxml2 -lmd4c -lm

# Raised when a struct or function of laut.h changes so that older programs no longer fit.
SOVERSION := 0

# Debian packages: to build and test; besides, to run what .ci/run runs.
PACKAGES    := gcc libc6-dev libicu-dev libpcre2-dev libjansson-dev libxml2-dev libmd4c-dev libcriterion-dev \
               libxml2-utils python3
CI_PACKAGES := clang libclang-rt-14-dev valgrind
# For what comes with the command: library, Python module, manual, completions, package.
DOOR_PACKAGES := g++ pkg-config python3
DOOR_CI_PACKAGES := mypy mandoc groff-base man-db bash-completion zsh fish
DEB_PACKAGES := build-essential debhelper dh-python python3 lintian
SLURM_PACKAGES := slurm-wlm munge parallel
BROWSER_PACKAGES := chromium python3

CLI     := $(wildcard src/cli/*.c)
SOURCES := $(filter-out $(CLI),$(wildcard src/*.c src/*/*.c))
TESTS   := $(wildcard tests/*.c)
REPORT  := $(shell find src/formats/report)
RULES   := $(shell find rules \( -name '*.laut' -o -name '*.tsv' -o -type d \))

CLI_OBJECTS  := $(CLI:%.c=$(BUILD)/%.o)
OBJECTS      := $(SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/embedded.o $(BUILD)/report.o
TEST_OBJECTS := $(TESTS:%.c=$(BUILD)/%.o)

Q := $(if $(V),,@)
say = @echo "  $(1)  $(2)"

all: $(BUILD)/laut $(BUILD)/liblaut.a $(BUILD)/liblaut.so

$(BUILD)/laut: $(CLI_OBJECTS) $(BUILD)/liblaut.a
	$(call say,LD,$@)
	$(Q)$(CC) $(FLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/liblaut.a: $(OBJECTS)
	$(call say,AR,$@)
	$(Q)rm -f $@
	$(Q)$(AR) rcs $@ $^

$(BUILD)/liblaut.so: $(OBJECTS)
	$(call say,LD,$@)
	$(Q)$(CC) $(FLAGS) $(CFLAGS) $(LDFLAGS) -shared -Wl,-soname,liblaut.so.$(SOVERSION) \
	    -o $@ $^ $(LIBS)
	$(Q)ln -sf liblaut.so $@.$(SOVERSION)

$(BUILD)/tests/run: $(TEST_OBJECTS) $(filter-out %/main.o,$(CLI_OBJECTS)) $(BUILD)/liblaut.a | $(BUILD)/laut
	$(call say,LD,$@)
	$(Q)$(CC) $(FLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lcriterion $(LIBS)

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(FLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/tests/%.o: FLAGS += -I. -Itests -DLAUT_BINARY='"$(BUILD)/laut"'

# The directories are among the prerequisites, so that a file that is added or removed counts.
# A copy is embedded, so that an edit during the build cannot tear a file.
$(BUILD)/embedded.c: src/engine/embed.sh $(RULES)
	@mkdir -p $(@D)
	$(call say,EMBED,rules)
	$(Q)rm -rf $(BUILD)/rules
	$(Q)cp -R rules $(BUILD)/rules
	$(Q)src/engine/embed.sh lt_embedded $(BUILD)/rules laut tsv >$@

# The browser runs only the style and the script whose hashes the page names.
$(BUILD)/report.c: src/engine/embed.sh $(REPORT)
	@mkdir -p $(@D)
	$(call say,EMBED,report)
	$(Q)rm -rf $(BUILD)/report
	$(Q)cp -R src/formats/report $(BUILD)/report
	$(Q)hash() { sha256sum <$(BUILD)/report/$$1 | cut -c 1-64 | tr a-f A-F | basenc -d --base16 | base64; }; \
	    styles=$$(for css in $(BUILD)/report/*.css; do printf " 'sha256-%s'" "$$(hash $${css##*/})"; done); \
	    printf "default-src 'none'; style-src%s; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'" \
	    "$$styles" "$$(hash page.js)" >$(BUILD)/report/csp.txt
	$(Q)src/engine/embed.sh lt_report $(BUILD)/report html css js txt >$@

$(BUILD)/embedded.o $(BUILD)/report.o: $(BUILD)/%.o: $(BUILD)/%.c Makefile
	$(call say,CC,$<)
	$(Q)$(CC) $(FLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# ---------------------------------------------------------------- to run

demo: deps
	@$(MAKE) --no-print-directory -j$(JOBS) all
	head -n 1 $(firstword $(sort $(wildcard corpus/*.jsonl))) | $(BUILD)/laut --input jsonl

test: deps
	$(call INSTALL,$(DOOR_PACKAGES))
	@$(MAKE) --no-print-directory -j$(JOBS) run-tests

run-tests: all $(BUILD)/tests/run
	@status=0; \
	$(BUILD)/laut check rules || status=1; \
	$(BUILD)/tests/run || status=1; \
	$(MAKE) --no-print-directory test-package || status=1; \
	exit $$status

growth: deps
	@$(MAKE) --no-print-directory -j$(JOBS) $(BUILD)/growth
	$(BUILD)/growth

$(BUILD)/growth: $(BUILD)/tests/growth/growth.o $(BUILD)/tests/hostile.o $(BUILD)/liblaut.a
	$(call say,LD,$@)
	$(Q)$(CC) $(FLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

check-rules: all
	$(BUILD)/laut check rules

SANITIZERS := address,undefined

# Criterion does not see what is reported at a process's end: every report is a file, and none
# may be there.
# What a sanitizer finds is in the reports; a leak of Criterion's own runner names no file of ours but the allocator.
sanitize: deps-ci
	@for cc in gcc clang; do \
	    dir=build/sanitize-$$cc; \
	    rm -f $$dir/sanitizer-report.*; \
	    ASAN_OPTIONS=exitcode=0:log_path=$$PWD/$$dir/sanitizer-report UBSAN_OPTIONS=log_path=$$PWD/$$dir/sanitizer-report \
	    $(MAKE) --no-print-directory -j$(JOBS) run-tests CC=$$cc BUILD=$$dir \
	        SANITIZE=$(SANITIZERS) CFLAGS="-O1 -g" || status=1; \
	    if cat $$dir/sanitizer-report.* 2>/dev/null | grep -v 'tests/failing\.c\|libsanitizer\|compiler-rt' | grep -Eq '(src|tests)/[a-z_/]+\.c'; then \
	        cat $$dir/sanitizer-report.*; status=1; \
	    fi; \
	    test -z "$$status" || exit 1; \
	done

# ICU keeps its tables until the process ends: what is still reachable then is no leak.
VALGRIND := valgrind --quiet --leak-check=full --error-exitcode=99

valgrind: deps-ci
	@$(MAKE) --no-print-directory -j$(JOBS) all
	@for format in text json jsonl wikinews html; do \
	    echo "valgrind: $$format"; \
	    cat corpus/*.jsonl | $(VALGRIND) $(BUILD)/laut --input jsonl --format $$format \
	        >/dev/null || exit 1; \
	done
	@for format in $$($(BUILD)/laut --list-formats | cut -d ' ' -f 1); do \
	    echo "valgrind: $$format, pages"; \
	    cat corpus/1*.jsonl tests/formats/nasty.jsonl | $(VALGRIND) $(BUILD)/laut --input jsonl --format $$format \
	        --output $(BUILD)/valgrind/ || exit 1; \
	done
	$(VALGRIND) $(BUILD)/laut --input html README.md >/dev/null
	$(VALGRIND) $(BUILD)/laut check rules
	$(VALGRIND) $(BUILD)/laut verify --input jsonl tests/verify/open.jsonl --against tests/verify/sources/* >/dev/null; \
	    test $$? -lt 2

# ---------------------------------------------------------------- speed, clusters

BENCH_PROGRAMS := $(patsubst tests/bench/%.c,$(BUILD)/bench/%,$(wildcard tests/bench/*.c))
BENCH_ARTICLES := 7000
BENCH_INPUT    ?= $(BUILD)/bench/articles-$(BENCH_ARTICLES).jsonl

$(BUILD)/bench/%: tests/bench/%.c $(BUILD)/liblaut.a
	@mkdir -p $(@D)
	$(call say,LD,$@)
	$(Q)$(CC) $(FLAGS) $(CFLAGS) $(LDFLAGS) -MMD -MP -o $@ $< $(BUILD)/liblaut.a $(LIBS)

$(BUILD)/bench/articles-$(BENCH_ARTICLES).jsonl: $(BUILD)/bench/articles $(wildcard corpus/*.jsonl)
	$(Q)$< $(BENCH_ARTICLES) $(filter %.jsonl,$^) >$@

# BENCH_INPUT names other articles (JSONL), BENCH_RUNS is how many pairs of runs are made.
bench: deps
	@$(MAKE) --no-print-directory -j$(JOBS) all $(BENCH_PROGRAMS) $(BENCH_INPUT)
	@$(BUILD)/bench/bench $(BUILD)/laut $(BUILD)/bench/floor $(BENCH_INPUT) \
	    tests/cases/carry-on-whom.txt
	@printf '\nshare of each stage, one thread\n'
	@$(BUILD)/bench/stages 3 $(BENCH_INPUT)

bench-verify: deps
	@$(MAKE) --no-print-directory -j$(JOBS) all $(BUILD)/bench/verify
	@$(BUILD)/bench/verify $(BUILD)/laut $(BUILD)/bench $(wildcard corpus/*.jsonl)

# Where the packages are not to be had, the test says so and is passed over.
slurm-test: deps
	-$(call INSTALL,$(SLURM_PACKAGES))
	@$(MAKE) --no-print-directory -j$(JOBS) all $(BUILD)/bench/articles
	tests/slurm/test.sh $(BUILD)/laut $(BUILD)/bench/articles

# Where Chromium is not to be had, the test says so and is passed over.
browser-test: deps
	-$(call INSTALL,$(BROWSER_PACKAGES))
	@$(MAKE) --no-print-directory -j$(JOBS) all $(BUILD)/browser/noted
	@if command -v chromium >/dev/null && command -v python3 >/dev/null; then \
	    PYTHONDONTWRITEBYTECODE=1 python3 tests/browser/test_report.py $(BUILD)/laut $(BUILD)/browser/noted; \
	else \
	    echo "browser-test: passed over: it needs $(BROWSER_PACKAGES)"; \
	fi

$(BUILD)/browser/noted: tests/browser/noted.c $(BUILD)/liblaut.a
	@mkdir -p $(@D)
	$(call say,LD,$@)
	$(Q)$(CC) $(FLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $< $(BUILD)/liblaut.a $(LIBS)

tsan: deps-ci
	@$(MAKE) --no-print-directory -j$(JOBS) build/tsan/laut CC=clang BUILD=build/tsan \
	    SANITIZE=thread CFLAGS="-O1 -g"
	@for jobs in 1 4; do \
	    echo "tsan: --jobs $$jobs"; \
	    cat corpus/*.jsonl corpus/*.jsonl | TSAN_OPTIONS=halt_on_error=1 build/tsan/laut --input jsonl \
	        --format jsonl --jobs $$jobs >build/tsan/$$jobs.jsonl || exit 1; \
	done
	cmp build/tsan/1.jsonl build/tsan/4.jsonl

# ---------------------------------------------------------------- fuzzers

# What a fuzzer finds new is kept in build/fuzz/found/, an input that fails in build/fuzz/.
# The saved inputs in tests/fuzz/corpus/ are the smallest of those that reach what the seeds do not.
FUZZERS      := text rules jsonl html verify
FUZZ_SECONDS ?= 1800
FUZZ_SHARED  := fuzz/fuzz.o sound.o schema.o
FUZZ_OPTIONS := -timeout=20 -rss_limit_mb=2048 -close_fd_mask=3 -print_final_stats=1

fuzz: fuzzers
	@for f in $(FUZZERS); do \
	    echo "fuzz: $$f, $(FUZZ_SECONDS) s"; \
	    mkdir -p build/fuzz/found/$$f; \
	    build/fuzz/fuzz-$$f $(FUZZ_OPTIONS) -max_total_time=$(FUZZ_SECONDS) -dict=build/fuzz/seeds/$$f.dict \
	        -artifact_prefix=build/fuzz/$$f- build/fuzz/found/$$f tests/fuzz/corpus/$$f \
	        build/fuzz/seeds/$$f >build/fuzz/$$f.log 2>&1 || { tail -n 60 build/fuzz/$$f.log; exit 1; }; \
	    grep '^stat::number_of_executed_units' build/fuzz/$$f.log; \
	done

fuzz-short:
	@$(MAKE) --no-print-directory fuzz FUZZ_SECONDS=30

fuzzers: deps-ci
	@$(MAKE) --no-print-directory -j$(JOBS) $(FUZZERS:%=build/fuzz/fuzz-%) build/fuzz/seeds CC=clang \
	    BUILD=build/fuzz SANITIZE=fuzzer-no-link,address,undefined CFLAGS="-O1 -g"

$(FUZZERS:%=$(BUILD)/fuzz-%): $(BUILD)/fuzz-%: $(BUILD)/tests/fuzz/%.o $(FUZZ_SHARED:%=$(BUILD)/tests/%) \
        $(filter-out %/main.o,$(CLI_OBJECTS)) $(BUILD)/liblaut.a
	$(call say,LD,$@)
	$(Q)$(CC) $(FLAGS) $(CFLAGS) $(LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(LIBS)

$(BUILD)/seeds: tests/fuzz/seeds.sh $(RULES) tests/test_html.c \
        $(wildcard corpus/*.jsonl tests/bad/* tests/cases/* tests/verify/*)
	$(call say,SEEDS,$@)
	$(Q)tests/fuzz/seeds.sh $@

include src/packaging/packaging.mk

# ---------------------------------------------------------------- dependencies

# Install the Debian packages $(1) that are missing: nothing at all if none is.
define INSTALL
@missing=; \
if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then \
    for p in $(1); do \
        dpkg-query -W -f '$${Status}\n' $$p 2>/dev/null | grep -q 'ok installed' || \
            missing="$$missing $$p"; \
    done; \
else \
    echo "not Debian: needs what is called here $(1)"; \
fi; \
if [ -n "$$missing" ]; then \
    echo "installing$$missing"; \
    sudo=; \
    if [ "$$(id -u)" != 0 ] && command -v sudo >/dev/null; then sudo=sudo; fi; \
    $$sudo apt-get update -qq && \
    $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
        --no-install-recommends $$missing >/dev/null; \
fi
endef

deps:
	$(call INSTALL,$(PACKAGES))

deps-ci: deps
	$(call INSTALL,$(CI_PACKAGES) $(DOOR_PACKAGES) $(DOOR_CI_PACKAGES))

clean:
	rm -rf build

.PHONY: all demo test run-tests growth check-rules sanitize valgrind tsan bench bench-verify slurm-test browser-test fuzz fuzz-short fuzzers \
        deps deps-ci clean
.DELETE_ON_ERROR:

-include $(OBJECTS:.o=.d) $(CLI_OBJECTS:.o=.d) $(TEST_OBJECTS:.o=.d) \
    $(BENCH_PROGRAMS:=.d)
