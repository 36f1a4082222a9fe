# ./dev lint: what can be checked without running anything. Sourced by ./dev.

# run_lint [--all]: clang-tidy on what changed since the last commit on main, or on everything
run_lint() {
  install $BUILD_PACKAGES $RUN_PACKAGES $LINT_PACKAGES
  local failed=0 base files
  say "Formatting"
  git ls-files '*.h' '*.cpp' | xargs clang-format --dry-run -Werror || failed=1

  build dev vejviser_ui vejviser_model
  say "QML"
  cmake --build build/dev --target all_qmllint >build/dev/qmllint.log 2>&1 || failed=1
  grep -E '^(Warning|Error|Info)' build/dev/qmllint.log || true

  base=$(git merge-base HEAD origin/main 2>/dev/null || git rev-parse -q --verify HEAD~1 || git rev-parse HEAD)
  if [ "${1:-}" = --all ]; then
    files=$(git ls-files 'src/*.cpp' 'sync/*.cpp' 'platform/*.cpp')
  else
    files=$(git diff --name-only --diff-filter=d "$base" -- 'src/*.cpp' 'sync/*.cpp' 'platform/*.cpp')
  fi
  # Boost.Beast is in two files whose library's own code the analyser complains of.
  files=$(printf '%s\n' "$files" | grep -vE '^sync/hub/http_(server|io).cpp$' || true)
  if [ -n "$files" ]; then
    say "clang-tidy on $(printf '%s\n' "$files" | wc -l) files"
    printf '%s\n' "$files" | xargs -P "$(nproc)" -n 1 clang-tidy -p build/dev --quiet 2>/dev/null || failed=1
  fi

  say "API description"
  node_modules
  (cd tests/web && node_modules/.bin/validate-api ../../sync/openapi.yaml) || failed=1

  say "Scripts"
  local script
  for script in dev .ci/run $(git ls-files "*.sh"); do bash -n "$script" || failed=1; done
  [ "$failed" = 0 ] && say "Nothing to complain of"
  return "$failed"
}
