# ./dev sim: histories of tablets and a hub under every fault there is. Sourced by ./dev.

# run_sim [OPTIONS of vejviser-sim]
run_sim() {
  install $BUILD_PACKAGES
  build dev vejviser-sim
  build/dev/bin/vejviser-sim "$@"
}

# histories BIN SEEDS: as results that sum_up counts. With few seeds not everything can be reached.
histories() {
  local bin=$1 seeds=$2 reach=
  [ "$seeds" -lt 10000 ] || reach=--reach
  "$bin/vejviser-sim" --seeds "$seeds" $reach && echo "ok 1 - $seeds histories hold every promise" ||
    echo "not ok 1 - $seeds histories hold every promise"
}

# broken_rules BIN: each rule of sync/PROTOCOL.md, broken, must be noticed.
broken_rules() {
  "$1/vejviser-sim" --mutants --seeds 4000 && echo "ok 1 - every broken rule is noticed" ||
    echo "not ok 1 - every broken rule is noticed"
}
