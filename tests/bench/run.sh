# ./dev bench: figures with the floors they stand on, measured in the same run. Sourced by ./dev.

# run_bench [NAME]: tap, window, screen, push, backlog, hub, pages or dashboard [sqlite|postgres
# [MUNICIPALITIES]], all of them when none is named; or idle [MINUTES]
run_bench() {
  local name=${1:-all}
  install $BUILD_PACKAGES $RUN_PACKAGES $TEST_PACKAGES
  build release vejviser vejviser-cli vejviser-hub vejviser-past vejviser-driver bench_tap bench_push bench_backlog \
    bench_idle bench_window bench_screen bench_hub bench_dashboard
  export DBUS_SESSION_BUS_ADDRESS= # these tablets leave nothing in anybody's key store
  local bin=build/release/bin
  printf '\n%s, %s cores, %s\n' "$(uname -srm)" "$(nproc)" "$(date -u '+%F %H:%M UTC')"
  case $name in
    tap) $bin/bench_tap ;;
    push) $bin/bench_push ;;
    backlog) $bin/bench_backlog ;;
    hub) $bin/bench_hub ;;
    dashboard) $bin/bench_dashboard "${@:2}" ;;
    idle) $bin/bench_idle "${@:2}" ;;
    window) bench_windows "$bin" ;;
    screen) bench_screens "$bin" ;;
    pages) bench_pages "$bin" ;;
    all)
      $bin/bench_tap && bench_windows "$bin" && bench_screens "$bin" && $bin/bench_push && $bin/bench_backlog &&
        $bin/bench_hub && $bin/bench_dashboard && bench_pages "$bin"
      ;;
    *) die "bench: there is no '$name'; there are tap, window, screen, push, backlog, hub, dashboard, pages and idle" ;;
  esac
}

# One start of a window, as bench_window prints it.
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
  "$bin/bench_window" make "$dir/tablet" 1000
  export QT_QUICK_BACKEND=software XDG_RUNTIME_DIR=$dir
  chmod 700 "$dir"
  printf '\nStart to first frame, and memory (floor: an empty QML window; 21 starts of each)\n'
  printf '%-44s %14s %14s %8s  %s\n' "" measured floor ratio aim
  QT_QPA_PLATFORM=offscreen window_lines "$bin" "$dir/tablet" offscreen
  if command -v xvfb-run >/dev/null; then
    QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1280x800x24 -nolisten tcp -noreset" \
      bash -c ". tests/bench/run.sh; window_lines '$bin' '$dir/tablet' 'real window (Xvfb)'"
  fi
  rm -rf "$dir"
}

median() { sort -n | sed '/^$/d' | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

window_lines() {
  local bin=$1 tablet=$2 where=$3 i
  local app="" empty="" tiles=""
  one_window "$bin" app "$tablet" >/dev/null # warm
  for i in $(seq 21); do # in turns: whatever else the machine does meets both
    app+=$(one_window "$bin" app "$tablet")$'\n'
    empty+=$(one_window "$bin" empty)$'\n'
    tiles+=$(one_window "$bin" tiles)$'\n'
  done
  awk -v where="$where" -v a="$(echo "$app" | median)" -v e="$(echo "$empty" | median)" \
    -v ac="$(echo "$app" | awk '{ print $3 }' | median)" -v ec="$(echo "$empty" | awk '{ print $3 }' | median)" \
    -v t="$(echo "$tiles" | median)" -v aw="$(echo "$app" | awk '{ print $4 }' | median)" \
    -v am="$(echo "$app" | awk '{ print $2 }' | median)" -v em="$(echo "$empty" | awk '{ print $2 }' | median)" 'BEGIN {
      printf "%-44s %11.1f ms %11.1f ms %7.2fx  <= 1.5x\n", "first frame, " where, a, e, a / e
      printf "%-44s %11.1f ms %11.1f ms %7.2fx\n", "24 bare tiles and nothing else, " where, t, e, t / e
      printf "%-44s %11.1f ms %11.1f ms %7.2fx\n", "whole window, " where, aw, e, aw / e
      printf "%-44s %11.1f ms %11.1f ms %7.2fx\n", "processor time until then, " where, ac, ec, ac / ec
      printf "%-44s %11.1f MB %11.1f MB %7.2fx\n", "memory (PSS), " where, am / 1024, em / 1024, am / em
    }'
}

# Tap to screen, scrolling and memory, over stores of three sizes.
bench_screens() {
  local bin=$1 dir rows empty="" mb
  dir=$(mktemp -d)
  export QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software XDG_RUNTIME_DIR=$dir
  chmod 700 "$dir"
  printf '\nFrom the press to the screen, and scrolling (floor: the same in an all but empty window)\n'
  printf '%-44s %14s %14s %8s  %s\n' "" measured floor ratio aim
  for rows in 0 1000000; do "$bin/bench_screen" "$dir/$rows" "$rows"; done
  "$bin/bench_screen" "$dir/100000" 100000 >/dev/null
  printf '\nMemory by helps in the store (PSS; floor: none; median of 5)\n'
  for rows in 0 100000 1000000; do
    mb=$(for i in 1 2 3 4 5; do one_window "$bin" app "$dir/$rows"; done | awk '{ print $2 / 1024 }' | median)
    empty=${empty:-$mb}
    awk -v rows="$rows" -v mb="$mb" -v empty="$empty" 'BEGIN {
      printf "%-44s %11.1f MB %11.1f MB %7.2fx  %s\n", rows " helps", mb, empty, mb / empty, "no growth" }'
  done
  rm -rf "$dir"
}

# The web pages of the demonstration's two years over a slow line, and what Lighthouse says of them.
bench_pages() {
  node_modules
  . platform/demo/run.sh
  BIN=$1
  DEMO=build/bench-demo
  trap stop_demo EXIT
  make_demo esbjerg
  start_hub
  HUB="http://127.0.0.1:$(cat "$DEMO/port")" PASSWORD=$DEMO_PASSWORD node tests/bench/pages.mjs
  stop_hub
}
