#!/bin/sh
# Sees to the Debian libraries that Kiosque needs: `libraries.sh run` for the program, `libraries.sh test` for the tests too.
# Installs what is missing when it may (root, or sudo without a password), and says the exact command otherwise.
set -eu

# What PySide6's wheel expects of the system: the first line offscreen, the others for a screen.
wanted="libgl1 libegl1 libxkbcommon0 libfontconfig1 libglib2.0-0 libdbus-1-3
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-xkb1 libxkbcommon-x11-0 libxcb-shape0"
if [ "${1:-run}" = test ]; then
    # The browser that opens headquarters' page, what its driver expects, and objdump for PyInstaller.
    wanted="$wanted chromium libatomic1 binutils"
    # The server that a central grows on, and what reads its reports back.
    wanted="$wanted postgresql poppler-utils"
    # The machine of Java that the validator of those reports runs on, and what reads its rules.
    wanted="$wanted default-jre-headless libjaxb-java"
    # A desktop on which the program is tried, with a window manager, hands, and eyes (xprop, xev).
    wanted="$wanted xvfb openbox xdotool x11-utils"
    # PyInstaller carries Python's shared library, which Debian keeps apart from its Python.
    case $(command -v "${PYTHON:-python3}") in
        /usr/bin/*) wanted="$wanted libpython$("${PYTHON:-python3}" -c 'import sys; print("%d.%d" % sys.version_info[:2])')" ;;
    esac
fi

if ! command -v dpkg-query >/dev/null; then
    echo "This is not a Debian: see to the equivalents of" $wanted >&2
    exit 0
fi

missing=""
for package in $wanted; do
    if ! dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -q '^installed$'; then
        missing="$missing $package"
    fi
done
[ -z "$missing" ] && exit 0

install="apt-get install --yes --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    echo "Kiosque needs libraries of the system; run this, then try again: sudo apt-get update && sudo $install" >&2
    exit 1
fi
echo "Installing:$missing"
export DEBIAN_FRONTEND=noninteractive
# Another apt may hold the lock on a machine that has just been set up.
$as_root apt-get -qq -o DPkg::Lock::Timeout=300 update
$as_root env DEBIAN_FRONTEND=noninteractive $install -qq -o DPkg::Lock::Timeout=300 >/dev/null </dev/null
