#!/usr/bin/env bash
# Runs a program of this folder with a screen, a session bus and an accessibility bus of its own.
#   run.sh BIN [TEST...]   BIN: folder of vejviser and vejviser-cli
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

# skip WHY: in the words of the other test programs, so that it is counted and told.
skip() {
  printf 'SKIP   : tst_a11y::screen() %s\n' "$*"
  echo 'Totals: 0 passed, 0 failed, 1 skipped, 0 blacklisted'
  exit 0
}

if [ "${1:-}" = --inside ]; then
  shift
  export QT_QPA_PLATFORM=xcb QT_QUICK_BACKEND=software QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
  unset QT_IM_MODULE WAYLAND_DISPLAY
  # What outlives its caller must not hold the caller's pipes open.
  /usr/libexec/at-spi-bus-launcher --launch-immediately >/dev/null 2>&1 &
  bus=$!
  trap 'kill "$bus" 2>/dev/null; wait "$bus" 2>/dev/null || true' EXIT
  "${A11Y_CLIENT:-$here/tst_a11y.py}" "$@"
  exit
fi

VEJVISER_BIN=$(cd "$1" && pwd)
export VEJVISER_BIN PYTHONDONTWRITEBYTECODE=1
shift
screen=(xvfb-run -a -s "-screen 0 1280x800x24 -nolisten tcp -noreset")
"${screen[@]}" true 2>/dev/null || skip "Xvfb cannot run here"
dbus-run-session -- true 2>/dev/null || skip "a session bus cannot run here"
exec "${screen[@]}" dbus-run-session -- "$here/run.sh" --inside "$@"
