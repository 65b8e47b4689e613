# What becomes of a build elsewhere: make install, uninstall, deb, and the tests of these.
# Part of the Makefile.

VERSION := $(shell sed -n 's/^.define LAUT_VERSION "\(.*\)"/\1/p' include/laut.h)

PREFIX     ?= /usr/local
BINDIR     ?= $(PREFIX)/bin
LIBDIR     ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
DATADIR    ?= $(PREFIX)/share
MANDIR     ?= $(DATADIR)/man
BASHDIR    ?= $(DATADIR)/bash-completion/completions
ZSHDIR     ?= $(DATADIR)/zsh/site-functions
FISHDIR    ?= $(DATADIR)/fish/vendor_completions.d

# Where the system's python3 looks for modules below PREFIX; elsewhere a PYTHONPATH is needed.
PYTHONDIR  ?= $(shell python3 -c 'import site, sys; p = sys.argv[1]; \
    print(next((d for d in site.getsitepackages() if d.startswith(p + "/lib/")), \
    p + "/lib/python3/dist-packages"))' '$(PREFIX)' 2>/dev/null || echo '$(PREFIX)/lib/python3/dist-packages')

# mode:file:where. What is not built stands in the repository.
PLAIN := \
    755:$(BUILD)/laut:$(BINDIR)/laut \
    644:$(BUILD)/liblaut.so:$(LIBDIR)/liblaut.so.$(VERSION) \
    644:$(BUILD)/liblaut.a:$(LIBDIR)/liblaut.a \
    644:$(BUILD)/laut.pc:$(LIBDIR)/pkgconfig/laut.pc \
    644:src/python/laut/__init__.py:$(PYTHONDIR)/laut/__init__.py \
    644:src/python/laut/py.typed:$(PYTHONDIR)/laut/py.typed \
    644:src/packaging/laut.1:$(MANDIR)/man1/laut.1 \
    644:$(BUILD)/man/laut-rules.5:$(MANDIR)/man5/laut-rules.5 \
    644:src/packaging/completions/laut.bash:$(BASHDIR)/laut \
    644:src/packaging/completions/_laut:$(ZSHDIR)/_laut \
    644:src/packaging/completions/laut.fish:$(FISHDIR)/laut.fish \
    644:include/laut.h:$(INCLUDEDIR)/laut.h \
    644:src/formats/schema.json:$(DATADIR)/laut/schema.json \
    $(foreach f,$(filter %.laut %.tsv,$(RULES)),644:$f:$(DATADIR)/laut/$f)

# link:what it points to
LINKS := \
    $(LIBDIR)/liblaut.so.$(SOVERSION):liblaut.so.$(VERSION) \
    $(LIBDIR)/liblaut.so:liblaut.so.$(SOVERSION)

# Directories that are ours.
OWN := $(PYTHONDIR)/laut $(DATADIR)/laut/rules/de/lex $(DATADIR)/laut/rules/de $(DATADIR)/laut/rules $(DATADIR)/laut

# The shared libraries that the library needs, for static linking.
$(BUILD)/laut.pc: src/packaging/laut.pc.in include/laut.h FORCE
	$(Q)sed -e 's|@PREFIX@|$(PREFIX)|; s|@LIBDIR@|$(LIBDIR)|; s|@INCLUDEDIR@|$(INCLUDEDIR)|' \
	    -e 's|@VERSION@|$(VERSION)|' $< >$@

# The reference of the rule language is the manual page, too.
$(BUILD)/man/laut-rules.5: src/packaging/rules-page.awk rules/README.md include/laut.h
	@mkdir -p $(@D)
	$(call say,MAN,$@)
	$(Q)awk -v version=$(VERSION) -v date="$$(date -u -d "@$${SOURCE_DATE_EPOCH:-$$(date +%s)}" +%F)" \
	    -f $< rules/README.md >$@

# The linker is told of a new library only where it went into the running system.
install: all $(BUILD)/man/laut-rules.5 $(BUILD)/laut.pc
	$(Q)set -e; for entry in $(PLAIN); do \
	    mode=$${entry%%:*}; entry=$${entry#*:}; \
	    install -D -m $$mode "$${entry%%:*}" "$(DESTDIR)$${entry#*:}"; \
	done; \
	for entry in $(LINKS); do ln -sf "$${entry#*:}" "$(DESTDIR)$${entry%%:*}"; done; \
	if [ -z "$(DESTDIR)" ] && [ "$$(id -u)" = 0 ]; then ldconfig; fi
	@echo "  installed under $(DESTDIR)$(PREFIX), Python module in $(DESTDIR)$(PYTHONDIR)"

uninstall:
	$(Q)for entry in $(PLAIN); do rm -f "$(DESTDIR)$${entry##*:}"; done; \
	for entry in $(LINKS); do rm -f "$(DESTDIR)$${entry%%:*}"; done; \
	rm -rf "$(DESTDIR)$(PYTHONDIR)/laut/__pycache__"; \
	for dir in $(OWN); do rmdir "$(DESTDIR)$$dir" 2>/dev/null || true; done

# ---------------------------------------------------------------- tests

# A sanitizer's library cannot be loaded by a program that is made without it.
test-package: all $(BUILD)/man/laut-rules.5 $(BUILD)/laut.pc
ifeq ($(SANITIZE),)
	$(Q)status=0; for test in header symbols manual completions install python; do \
	    BUILD=$(BUILD) MAKE="$(MAKE)" tests/package/$$test.sh || status=1; \
	done; exit $$status
endif

FORCE:
.PHONY: install uninstall test-package FORCE
