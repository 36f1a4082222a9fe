# ./dev run: a municipality to try, in ./demo. Sourced by ./dev.

DEMO=demo
HUB_PID=""
DEMO_PASSWORD=prøv-vejviser

run_demo() {
  local scenario=""
  while [ $# -gt 0 ]; do
    case $1 in
      --scenario) scenario=${2:?--scenario needs a name}; shift 2 ;;
      *) die "run: unknown option $1" ;;
    esac
  done
  [ -z "$scenario" ] || [ -f "platform/demo/$scenario.conf" ] ||
    die "no scenario '$scenario'; there are: $(cd platform/demo && ls ./*.conf | sed 's|./||; s|.conf||' | xargs)"
  install $BUILD_PACKAGES $RUN_PACKAGES
  local headless=""
  [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || headless=yes
  build release vejviser vejviser-cli vejviser-hub vejviser-past ${headless:+vejviser-driver}
  BIN=build/release/bin
  trap stop_demo EXIT
  trap 'exit 130' INT TERM
  if [ -f "$DEMO/scenario" ]; then
    local there
    there=$(cat "$DEMO/scenario")
    [ -z "$scenario" ] || [ "$scenario" = "$there" ] ||
      die "./demo holds the scenario '$there'; remove the folder to begin '$scenario'"
    say "Going on with the demonstration '$there' in ./demo"
  else
    make_demo "${scenario:-esbjerg}"
  fi
  if [ -n "$headless" ]; then show_headless; else show_window; fi
}

start_hub() {
  : >"$DEMO/hub.log" # what an earlier one said is not to be taken for this one's
  "$BIN/vejviser-hub" --data "$DEMO/hub" serve --listen "127.0.0.1:$(cat "$DEMO/port")" >>"$DEMO/hub.log" 2>&1 &
  HUB_PID=$!
  until grep -q '^listening' "$DEMO/hub.log"; do
    kill -0 "$HUB_PID" 2>/dev/null || { cat "$DEMO/hub.log" >&2; die "the hub does not start"; }
    sleep 0.05 # until the hub has said that it listens
  done
}

stop_hub() {
  [ -n "$HUB_PID" ] || return 0
  kill "$HUB_PID" 2>/dev/null || true
  wait "$HUB_PID" 2>/dev/null || true
  HUB_PID=""
}

stop_demo() { stop_hub; }

free_port() {
  local port
  for port in $(seq 8480 8499); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
  die "no free port between 8480 and 8499"
}

# make_demo SCENARIO: hub, supervisor, tablets and two years of made-up past.
make_demo() {
  local scenario=$1 branch document number=0 name unit
  . "platform/demo/$scenario.conf"
  say "Making $MUNICIPALITY in ./demo"
  rm -rf "$DEMO"
  mkdir -p "$DEMO"
  free_port >"$DEMO/port"
  local options=()
  for branch in "${BRANCHES[@]}"; do options+=(--branch "$branch"); done
  "$BIN/vejviser-hub" --data "$DEMO/hub" init --municipality "$MUNICIPALITY" --exact-for all "${options[@]}"
  printf '%s\n' "$DEMO_PASSWORD" | "$BIN/vejviser-hub" --data "$DEMO/hub" user add leder
  for document in roles authority hours; do
    "$BIN/vejviser-hub" --data "$DEMO/hub" document put "$document" "platform/demo/$scenario/$document.csv" >/dev/null
  done
  start_hub
  "$BIN/vejviser-past" "platform/demo/$scenario" "$(date -d yesterday +%F)" 730 1 "$DEMO"
  "$BIN/vejviser-hub" --data "$DEMO/hub" document put series "$DEMO/series.csv" >/dev/null
  while IFS=, read -r name unit branch _; do
    number=$((number + 1))
    make_tablet "$number" "$name" "$unit" "$branch" </dev/null
  done < <(tail -n +2 "platform/demo/$scenario/tablets.csv")
  "$BIN/vejviser-cli" --data "$DEMO/tablet1" sync >/dev/null # what the others have sent since
  stop_hub
  echo "$scenario" >"$DEMO/scenario"
}

make_tablet() {
  local number=$1 name=$2 unit=$3 branch=$4 code
  printf '   tablet %s (%s): enrolling, two years of past\n' "$name" "$unit"
  code=$("$BIN/vejviser-hub" --data "$DEMO/hub" enrol-code --name "$name" --unit "$unit" --branch "$branch")
  local cli="$BIN/vejviser-cli --data $DEMO/tablet$number"
  $cli enrol "http://127.0.0.1:$(cat "$DEMO/port")" "$code" >/dev/null
  $cli sync >/dev/null # before anything is logged: who may decide what
  $cli import --preset vejviser --source "$name" "$DEMO/past$number.csv" >/dev/null 2>&1 ||
    die "the past of tablet $name cannot be imported"
  $cli sync >/dev/null
  rm "$DEMO/past$number.csv"
}

show_window() {
  start_hub
  cat <<TEXT

   The supervisors' page:  http://127.0.0.1:$(cat "$DEMO/port")/   (leder / $DEMO_PASSWORD)
   Data:                   ./demo   (remove it to begin anew)

TEXT
  say "Starting the app; close it or press Ctrl-C to stop all"
  "$BIN/vejviser" --data "$DEMO/tablet1"
}

# hand COMMANDS: the real app, offscreen, doing what a person would.
hand() {
  QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-$PWD/$DEMO}" \
    "$BIN/vejviser-driver" --data "$DEMO/tablet1" | sed 's/^/   app: /'
}

# The main job without a screen: log with the hub down, start it, see the shared figures.
show_headless() {
  chmod 700 "$DEMO"
  say "No display: doing the main job without one"
  say "The hub is down. A person taps three topics and refers one citizen on."
  hand <<TEXT
wait workplace visible true
tap tile-mitid-help
tap tile-print
type pas
key Escape
tap tile-digital-post-help
tap choice-alone
tap refer
grab $DEMO/1-logged-offline.png
tap nav-today
grab $DEMO/2-today.png
get syncBadge text
quit
TEXT
  "$BIN/vejviser-cli" --data "$DEMO/tablet1" status | sed 's/^/   /'
  say "The hub starts; the app sends by itself."
  start_hub
  hand <<TEXT
wait syncBadge text *Sendt
tap nav-overview
tap choice-30
grab $DEMO/3-shared-figures.png
quit
TEXT
  say "What both units now see (/v1/statistics, the last 28 days)"
  "$BIN/vejviser-cli" --data "$DEMO/tablet1" figures --shared --from "$(date -d '-27 days' +%F)" | sed 's/^/   /'
  "$BIN/vejviser-hub" --data "$DEMO/hub" recount | sed 's/^/   recount: /'
  "$BIN/vejviser-hub" --data "$DEMO/hub" status | sed 's/^/   /'
  stop_hub
  cat <<TEXT

   The hub has stopped again. For the supervisors' page (leder / $DEMO_PASSWORD), start it with
     $BIN/vejviser-hub --data $DEMO/hub serve --listen 127.0.0.1:$(cat "$DEMO/port")
   Data and pictures: ./demo   (remove it to begin anew)

TEXT
  say "Pictures: $(cd "$DEMO" && ls ./*.png | xargs)"
}
