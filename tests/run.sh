# ./dev test: every test there is. Sourced by ./dev.

# run_tests [--preset NAME] [PATTERN]
run_tests() {
  local preset=dev pattern=.
  while [ $# -gt 0 ]; do
    case $1 in
      --preset) preset=${2:?--preset needs a name}; shift 2 ;;
      *) pattern=$1; shift ;;
    esac
  done
  install $BUILD_PACKAGES $RUN_PACKAGES $TEST_PACKAGES
  build "$preset" all
  local log=build/$preset/tests.log
  say "Running the tests"
  : >"$log"
  (cd "build/$preset" && ctest -V -R "$pattern" 2>&1) | tee -a "$log" |
    grep --line-buffered -E '^ *[0-9]+/[0-9]+ Test|FAIL!|   Loc:|^[0-9]+: *(Actual|Expected) |SKIP  ' || true
  if [[ web =~ $pattern ]]; then
    node_modules
    (cd tests/web && DBUS_SESSION_BUS_ADDRESS= VEJVISER_BIN="$PWD/../../build/$preset/bin" node --test --test-reporter=tap \
      openapi.test.mjs overview.test.mjs 2>&1) | tee -a "$log" |
      grep --line-buffered -E '^(not )?ok |^  error:|^    [A-Za-z]' || true
  fi
  sum_up "$log"
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
    /^ok [0-9]+ - / { passed++ }
    /^not ok [0-9]+ - / { failed++ }
    END {
      if (skipped) print "skipped: " skipped skips
      if (passed + failed == 0) { print "no test ran"; failed = 1 }
      printf "%d passed, %d failed\n", passed, failed
      exit failed > 0
    }' "$1"
}
