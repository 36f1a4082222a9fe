# ./dev bench: figures with the floors they stand on, measured in the same run. Sourced by ./dev.

# run_bench [NAME]: tap, window, push or backlog, all of them when none is named; or idle [MINUTES]
run_bench() {
  local name=${1:-all}
  install $BUILD_PACKAGES $RUN_PACKAGES $TEST_PACKAGES
  build release vejviser vejviser-cli vejviser-hub vejviser-driver bench_tap bench_push bench_backlog \
    bench_idle bench_window
  export DBUS_SESSION_BUS_ADDRESS= # these tablets leave nothing in anybody's key store
  local bin=build/release/bin
  printf '\n%s, %s cores, %s\n' "$(uname -srm)" "$(nproc)" "$(date -u '+%F %H:%M UTC')"
  case $name in
    tap) $bin/bench_tap ;;
    push) $bin/bench_push ;;
    backlog) $bin/bench_backlog ;;
    idle) $bin/bench_idle "${@:2}" ;;
    window) bench_windows "$bin" ;;
    all) $bin/bench_tap && bench_windows "$bin" && $bin/bench_push && $bin/bench_backlog ;;
    *) die "bench: there is no '$name'; there are tap, window, push, backlog and idle" ;;
  esac
}

# One start of a window: "ms KiB".
one_window() {
  local bin=$1
  shift
  python3 - "$bin/bench_window" "$@" <<'PY'
import os, subprocess, sys, time  # python: a shell has no nanosecond clock that is monotonic
env = dict(os.environ, BENCH_SPAWNED=str(time.clock_gettime_ns(time.CLOCK_MONOTONIC)))
print(subprocess.run(sys.argv[1:], env=env, stdout=subprocess.PIPE, text=True).stdout.strip())
PY
}

# Start to first frame and memory, without a display and (if there is Xvfb) in a real window.
bench_windows() {
  local bin=$1 dir
  dir=$(mktemp -d)
  "$bin/vejviser-cli" --data "$dir/tablet" log mitid-help --count 50 >/dev/null
  export QT_QUICK_BACKEND=software XDG_RUNTIME_DIR=$dir
  chmod 700 "$dir"
  printf '\nStart to first frame, and memory (floor: an empty QML window; median of 9)\n'
  printf '%-44s %14s %14s %8s  %s\n' "" measured floor ratio aim
  QT_QPA_PLATFORM=offscreen window_lines "$bin" "$dir/tablet" offscreen
  if command -v xvfb-run >/dev/null; then
    QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1280x800x24 -nolisten tcp -noreset" \
      bash -c ". tests/bench/run.sh; window_lines '$bin' '$dir/tablet' 'real window (Xvfb)'"
  fi
  rm -rf "$dir"
}

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

window_lines() {
  local bin=$1 tablet=$2 where=$3 i
  local app empty
  one_window "$bin" app "$tablet" >/dev/null # warm
  app=$(for i in 1 2 3 4 5 6 7 8 9; do one_window "$bin" app "$tablet"; done)
  empty=$(for i in 1 2 3 4 5 6 7 8 9; do one_window "$bin" empty; done)
  awk -v where="$where" -v a="$(echo "$app" | median)" -v e="$(echo "$empty" | median)" \
    -v am="$(echo "$app" | awk '{ print $2 }' | median)" -v em="$(echo "$empty" | awk '{ print $2 }' | median)" 'BEGIN {
      printf "%-44s %11.1f ms %11.1f ms %7.2fx\n", "first frame, " where, a, e, a / e
      printf "%-44s %11.1f MB %11.1f MB %7.2fx\n", "memory (PSS), " where, am / 1024, em / 1024, am / em
    }'
}
