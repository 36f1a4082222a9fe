# ./dev fuzz: inputs that nobody thought of, until one breaks a promise. Sourced by ./dev.

FUZZ_TARGETS="sync_request sync_answer problem enrol_answer stamp enrol_code gunzip entry database
  import catalogue documents guard hub_options"

# run_fuzz [--seconds N] [--merge] [TARGET...]: all targets when none is named. With --merge nothing
# is fuzzed: the best of what was found is brought into tests/fuzz/corpus.
run_fuzz() {
  local seconds=60 merge= targets=() target
  while [ $# -gt 0 ]; do
    case $1 in
      --seconds) seconds=${2:?--seconds needs a number}; shift 2 ;;
      --merge) merge=1; shift ;;
      -*) die "fuzz: there is no '$1'" ;;
      *) targets+=("$1"); shift ;;
    esac
  done
  [ ${#targets[@]} -gt 0 ] || read -r -d '' -a targets <<<"$FUZZ_TARGETS" || true
  for target in "${targets[@]}"; do
    [ -e "tests/fuzz/$target.cpp" ] || die "fuzz: there is no '$target'; there are" $FUZZ_TARGETS
  done
  install $(tr -s ' \n' '\n' <<<"$BUILD_PACKAGES" | grep -v -e '^qt6-' -e '^libgl-') $FUZZ_PACKAGES
  build fuzz fuzz_seeds "${targets[@]/#/fuzz_}"
  in_memory "$merge" "$seconds" "${targets[@]}"
}

# Runs with temporary files in memory, where there is such a place: databases would wait for the disk.
in_memory() {
  local merge=$1 seconds=$2 memory failed=0
  shift 2
  memory=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
  (
    export TMPDIR=$memory ASAN_OPTIONS=allocator_may_return_null=1
    rm -rf build/fuzz/seeds
    build/fuzz/bin/fuzz_seeds build/fuzz/seeds
    if [ -n "$merge" ]; then merge_all "$@"; else fuzz_all "$seconds" "$@"; fi
  ) || failed=1
  rm -rf "$memory"
  return $failed
}

dictionary_of() {
  case $1 in
    import | catalogue | documents) echo -dict=tests/fuzz/csv.dict ;;
    database | guard | gunzip | stamp) ;;
    *) echo -dict=tests/fuzz/json.dict ;;
  esac
}

files_in() { find "$1" -type f | wc -l; }

# fuzz_all SECONDS TARGET...: prints a table; fails when an input broke a promise.
fuzz_all() {
  local seconds=$1 target log had crashes failed=0 rows=()
  shift
  for target; do
    say "Fuzzing $target for $seconds s"
    mkdir -p "build/fuzz/corpus/$target" "build/fuzz/crashes/$target" "tests/fuzz/corpus/$target"
    log=build/fuzz/$target.log
    had=$(files_in "build/fuzz/corpus/$target")
    crashes=$(files_in "build/fuzz/crashes/$target")
    # Standard error is closed: what the product logs would be most of the work.
    "build/fuzz/bin/fuzz_$target" $(dictionary_of "$target") -max_total_time="$seconds" -timeout=20 \
      -rss_limit_mb=1024 -malloc_limit_mb=256 -close_fd_mask=2 -print_final_stats=1 \
      -artifact_prefix="build/fuzz/crashes/$target/" "build/fuzz/corpus/$target" \
      "tests/fuzz/corpus/$target" "build/fuzz/seeds/$target" >"$log" 2>&1 || true
    crashes=$(($(files_in "build/fuzz/crashes/$target") - crashes))
    rows+=("$(row_of "$target" "$log" $(($(files_in "build/fuzz/corpus/$target") - had)) "$crashes")")
    [ "$crashes" = 0 ] && grep -q '^Done ' "$log" || { failed=1; tell_crash "$target" "$log"; }
  done
  printf '\n%-14s %12s %8s %10s %8s %8s\n' target executions exec/s "cover" "new files" crashes
  printf '%s\n' "${rows[@]}"
  return $failed
}

row_of() {
  awk -v target="$1" -v files="$3" -v crashes="$4" '
    /^stat::number_of_executed_units:/ { runs = $2 }
    /^stat::average_exec_per_sec:/ { rate = $2 }
    { for (i = 1; i < NF; i++) if ($i == "cov:") cover = $(i + 1) }
    END { printf "%-14s %12d %8d %10d %8d %8d", target, runs, rate, cover, files, crashes }' "$2"
}

# The newest input that broke a promise, run once more with everything it says.
tell_crash() {
  local input
  input=$(ls -t "build/fuzz/crashes/$1" | head -n 1)
  [ -n "$input" ] || { tail -n 20 "$2"; return 0; }
  say "$1 breaks on build/fuzz/crashes/$1/$input"
  "build/fuzz/bin/fuzz_$1" -timeout=20 -rss_limit_mb=1024 "build/fuzz/crashes/$1/$input" 2>&1 |
    grep -E 'what\(\)|ERROR|SUMMARY|runtime error|in .*/(src|sync|platform|tests)/' | head -n 20 || true
}

# The corpus in the tree: files with a name of their own (regressions) stay; beside them as many of
# those that reach most as find room.
merge_all() {
  local target corpus cover named file room files
  for target; do
    corpus=tests/fuzz/corpus/$target
    mkdir -p "$corpus" "build/fuzz/corpus/$target"
    cover=$(mktemp -d)
    "build/fuzz/bin/fuzz_$target" -set_cover_merge=1 -use_counters=0 -close_fd_mask=2 -timeout=20 \
      "$cover" "$corpus" "build/fuzz/seeds/$target" "build/fuzz/corpus/$target" \
      >"build/fuzz/$target.merge.log" 2>&1
    find "$corpus" -type f -regextype posix-extended -regex '.*/[0-9a-f]{40}' -delete
    named=$(find "$corpus" -type f -exec sha1sum {} +)
    files=40
    case $target in
      database) room=80000 ;;
      entry) room=40000 ;;
      *) room=16000 ;;
    esac
    # The fuzzer writes them in the order it chose them, the one that reaches most first.
    for file in $(ls -tr "$cover"); do
      room=$((room - $(stat -c %s "$cover/$file")))
      [ $room -ge 0 ] && [ $files -gt 0 ] || break
      files=$((files - 1))
      grep -q "^$file" <<<"$named" || cp "$cover/$file" "$corpus/"
    done
    printf '%-14s %4d files %8d bytes\n' "$target" "$(files_in "$corpus")" \
      "$(find "$corpus" -type f -printf '%s\n' | awk '{ sum += $1 } END { print sum + 0 }')"
  done
}
