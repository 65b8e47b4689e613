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
PLAIN = \
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
LINKS = \
    $(LIBDIR)/liblaut.so.$(SOVERSION):liblaut.so.$(VERSION) \
    $(LIBDIR)/liblaut.so:liblaut.so.$(SOVERSION)

# Directories that are ours, the inner before the outer.
OWN = $(PYTHONDIR)/laut $(patsubst %,$(DATADIR)/laut/%,$(shell find rules -depth -type d)) $(DATADIR)/laut

$(BUILD)/laut.pc: src/packaging/laut.pc.in include/laut.h FORCE
	$(Q)sed -e 's|@PREFIX@|$(PREFIX)|; s|@LIBDIR@|$(LIBDIR)|; s|@INCLUDEDIR@|$(INCLUDEDIR)|' \
	    -e 's|@VERSION@|$(VERSION)|; s|@LIBS@|$(LIBS)|' $< >$@

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

# ---------------------------------------------------------------- the Debian package

# One package, laut, holds everything: command, manual, completions, shared and static library, header,
# Python module. Debian itself would make four (laut, liblaut0, liblaut-dev, python3-laut), so that other
# packages can hang on a library whose releases stand beside each other. Nothing hangs on this one, the
# parts fit only the version that they came with, and a newsroom has one file to install. The command
# needs neither Python nor a compiler: python3 is recommended, pkg-config and a compiler are suggested.
#
# It is built with debhelper from a copy of the sources in build/deb/, where debian/ stands at the top.
# Who gives it to others sets DEBFULLNAME and DEBEMAIL.
DEB_TREE       := build/deb/laut-$(VERSION)
DEB_MAINTAINER := $(or $(DEBFULLNAME),the laut authors) <$(or $(DEBEMAIL),laut@localhost)>
DEB_LIBRARIES  := $(filter-out libc6-dev libcriterion-dev,$(filter lib%-dev,$(PACKAGES)))

deb:
	$(call INSTALL,$(filter-out libcriterion-dev,$(PACKAGES)) $(DEB_PACKAGES))
	$(Q)rm -rf build/deb && mkdir -p $(DEB_TREE)
	$(Q)cp -R Makefile README.md LICENSE src include rules $(DEB_TREE)
	$(Q)mv $(DEB_TREE)/src/packaging/debian $(DEB_TREE)
	$(Q)for file in control changelog; do \
	    sed -e 's|@MAINTAINER@|$(DEB_MAINTAINER)|; s|@VERSION@|$(VERSION)|' \
	        -e "s|@LIBRARIES@|$$(echo $(DEB_LIBRARIES) | sed 's/ /, /g')|" \
	        $(DEB_TREE)/debian/$$file.in >$(DEB_TREE)/debian/$$file && rm $(DEB_TREE)/debian/$$file.in; \
	done
	$(call say,DEB,build/deb/laut_$(VERSION)_*.deb)
	$(Q)cd $(DEB_TREE) && env -u MAKEFLAGS -u MFLAGS dpkg-buildpackage -b -us -uc -j$(JOBS) >../build.log 2>&1 || \
	    { tail -n 40 ../build.log; exit 1; }

# Installs the package on this machine, tries it and removes it again: as root.
test-deb: deb
	$(Q)BUILD=$(BUILD) tests/package/deb.sh

# ---------------------------------------------------------------- tests

# A sanitizer's library cannot be loaded by a program that is made without it.
test-package: all $(BUILD)/man/laut-rules.5 $(BUILD)/laut.pc
ifeq ($(SANITIZE),)
	$(Q)status=0; for test in header symbols readme manual completions install python; do \
	    BUILD=$(BUILD) MAKE="$(MAKE)" tests/package/$$test.sh || status=1; \
	done; exit $$status
endif

FORCE:
.PHONY: install uninstall deb test-deb test-package FORCE
