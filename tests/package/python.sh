#!/bin/sh
# The Python module: its tests, and its types where mypy is there.
. tests/package/common.sh

if have python3; then
    if python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))'; then
        LAUT=$BUILD/laut LAUT_LIBRARY=$PWD/$BUILD/liblaut.so PYTHONPATH=src/python PYTHONDONTWRITEBYTECODE=1 \
            python3 -m unittest discover -q -s tests/python || failed "unittest"
    else
        echo "tests/package/python.sh: python3 is older than 3.10"
    fi
fi
if have mypy; then
    mypy --strict --cache-dir "$t/mypy" src/python >"$t/log" || { failed "mypy"; cat "$t/log" >&2; }
    # A program that uses it is checked, too: the types are those that it gets.
    cat >"$t/use.py" <<'END'
import laut
name: int = [c.speaker.name for c in laut.analyze("").claims if c.speaker][0]
END
    MYPYPATH=src/python mypy --strict --cache-dir "$t/mypy" "$t/use.py" >"$t/log" 2>&1
    grep -q 'expression has type "Optional\[str\]", variable has type "int"' "$t/log" ||
        { failed "mypy does not see the types"; cat "$t/log" >&2; }
fi
finish
