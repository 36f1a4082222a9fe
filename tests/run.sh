# ./dev test: every test there is. Sourced by ./dev.
. tests/sim/run.sh

# What is run again under the sanitizers by --all: engine, hub, simulator and real processes.
SYNC_TESTS="engine|ingest|timeline|store|wire|hub|polls|tablets|release|erase|backup|fault|replay|fuzz|kills|partitions|restore|bad_|main_job"
SYNC_TESTS+="|tls|limits|headers|full_tablet|set_aside|export|namespaces|sim"

# run_tests [--all] [--preset NAME] [PATTERN]
run_tests() {
  local preset=dev pattern=. all=
  while [ $# -gt 0 ]; do
    case $1 in
      --preset) preset=${2:?--preset needs a name}; shift 2 ;;
      --all) all=1; shift ;;
      *) pattern=$1; shift ;;
    esac
  done
  install $BUILD_PACKAGES $RUN_PACKAGES $TEST_PACKAGES
  mkdir -p build
  local log=build/tests.log
  : >"$log"
  run_preset "$preset" "$pattern" "$log"
  if [ -n "$all" ]; then
    run_preset asan "$SYNC_TESTS" "$log"
    run_preset tsan "$SYNC_TESTS" "$log"
  fi
  sum_up "$log"
}

# run_preset PRESET PATTERN LOG
run_preset() {
  local preset=$1 pattern=$2 log=$3 bin=build/$1/bin seeds=10000
  build "$preset" all
  say "Running the tests ($preset)"
  rm -rf "build/$preset/exchanges"
  (cd "build/$preset" && ctest -V -R "$pattern" 2>&1) | tee -a "$log" |
    grep --line-buffered -E '^ *[0-9]+/[0-9]+ Test|FAIL!|   Loc:|^[0-9]+: *(Actual|Expected) |SKIP  ' || true
  if [[ sim =~ $pattern ]]; then
    say "Histories of tablets and a hub under every fault"
    [ "$preset" = dev ] || seeds=300  # what is looked for here shows in any history
    histories "$bin" "$seeds" | tee -a "$log"
    if [ "$preset" = dev ]; then broken_rules "$bin" | tee -a "$log"; fi
  fi
  if [[ web =~ $pattern ]]; then
    node_modules
    (web_tests "$PWD/$bin" "$PWD/build/$preset/exchanges" 2>&1) | tee -a "$log" |
      grep --line-buffered -E '^(not )?ok |^  error:|^    [A-Za-z]|^# [0-9]+ answers' || true
  fi
}

# web_tests BIN EXCHANGES: the description of the API comes last, for it looks at what all the others got.
web_tests() {
  export DBUS_SESSION_BUS_ADDRESS= VEJVISER_BIN=$1 VEJVISER_EXCHANGES=$2
  cd tests/web
  GLOBIGNORE=openapi.test.mjs
  node --test --test-reporter=tap *.test.mjs
  node --test --test-reporter=tap openapi.test.mjs
}

# Counts test functions, and each program that ended badly without saying why.
sum_up() {
  awk '
    /^[0-9]+: PASS   : / && !/::(initTestCase|cleanupTestCase)\(\)/ { passed++ }
    /^[0-9]+: Totals: / { failed += $5; if ($5 > 0) told[$1] = 1; skipped += $7 }
    /^[0-9]+: SKIP   : / { skips = skips "\n  " substr($0, index($0, "SKIP")) }
    /^[0-9]+: +Loc: / { next }
    /^ *[0-9]+\/[0-9]+ Test +#[0-9]+: / && !/Passed/ {
      number = $3; gsub(/[#:]/, "", number)
      if (!told[number ":"]) { failed++; print "died: " $0 }
    }
    /^ok [0-9]+ - / && !/# SKIP/ { passed++ }
    /^not ok [0-9]+ - / { failed++ }
    END {
      if (skipped) print "skipped: " skipped skips
      if (passed + failed == 0) { print "no test ran"; failed = 1 }
      printf "%d passed, %d failed\n", passed, failed
      exit failed > 0
    }' "$1"
}
