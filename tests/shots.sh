# ./dev shots: pictures of every page, made by the real app on the demonstration's data. Sourced by
# ./dev.

# run_shots [FOLDER]: in both languages, light and dark, on tablet and phone, with large text
# run_shots --readme: those that README.md shows, made anew in platform/screenshots
run_shots() {
  local to=${1:-build/shots} readme=""
  [ "$to" != --readme ] || { readme=yes; to=build/shots; }
  install $BUILD_PACKAGES $RUN_PACKAGES $TEST_PACKAGES
  node_modules
  build release vejviser vejviser-cli vejviser-hub vejviser-driver
  . platform/demo/run.sh
  BIN=build/release/bin
  DEMO=build/shots-demo
  trap stop_demo EXIT
  export DBUS_SESSION_BUS_ADDRESS= # these tablets leave nothing in anybody's key store
  rm -rf "$DEMO"
  mkdir -p "$to"
  to=$(realpath "$to")
  make_demo esbjerg
  chmod 700 "$DEMO"
  start_hub
  say "The first start"
  QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software XDG_RUNTIME_DIR=$PWD/$DEMO \
    "$BIN/vejviser-driver" --data "$DEMO/new" >/dev/null <<TEXT
grab $to/app-da-welcome.png
tap choice-en
grab $to/app-en-welcome.png
quit
TEXT
  say "The app's pages"
  in_every_look pages
  say "What was set aside"
  set_aside_some
  in_every_look aside_page
  say "The web pages"
  SHOTS=$to HUB="http://127.0.0.1:$(cat "$DEMO/port")" PASSWORD=$DEMO_PASSWORD node tests/web/shots.mjs
  say "$(find "$to" -name '*.png' | wc -l) pictures in $to"
  [ -z "$readme" ] || shrink "$to" platform/screenshots
}

# in_every_look PAGES: both languages, light and dark, tablet and phone, large text
in_every_look() {
  local language look size text
  for language in da en; do
    "$1" "$to/app-$language" "$language" light 1280x800 1 >/dev/null
    for look in "dark 1280x800 1" "light 800x1280 1" "light 400x800 1" "dark 400x800 1" "light 1280x800 2" "light 400x800 2"; do
      read -r look size text <<<"$look"
      "$1" "$to/app-$language-$look-$size-$text" "$language" "$look" "$size" "$text" >/dev/null
    done
  done
}

# One help at a branch that the hub does not know, two whose bytes no hub can read.
set_aside_some() {
  local cli="$BIN/vejviser-cli --data $DEMO/tablet1"
  $cli log print --branch nedlagt-filial >/dev/null
  $cli sync >/dev/null
  $cli log mitid-help >/dev/null
  $cli log digital-post-help --refer citizen_service >/dev/null
  sqlite3 "$DEMO/tablet1/tablet.db" "UPDATE journal SET body = 'x' || body WHERE seq IN (SELECT min(seq) FROM outbox UNION SELECT max(seq) FROM outbox)"
  $cli sync --patience 60 >/dev/null 2>&1 || [ $? = 3 ]
}

# shrink FROM TO: small enough to keep beside the source
shrink() {
  local language page
  mkdir -p "$2"
  for language in da en; do
    for page in welcome log bar today edit sync aside overview settings; do
      convert "$1/app-$language-$page.png" -resize 960x +dither -colors 200 -strip "PNG8:$2/app-$language-$page.png"
    done
    for page in login overview tablets held; do
      convert "$1/web-$language-$page.png" -resize 960x +dither -colors 200 -strip "PNG8:$2/web-$language-$page.png"
    done
  done
}

# on_tablet: the real app on the demonstration's first tablet, doing what it reads
on_tablet() {
  QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software XDG_RUNTIME_DIR=$PWD/$DEMO HOME=$PWD/$DEMO/home \
    "$BIN/vejviser-driver" --data "$DEMO/tablet1"
}

# The end of a visit: the tablet looks again as the next one expects it.
AS_IT_WAS=$'go settings\ntap choice-1\ntap choice-light\ntap choice-da\nquit'

# pages NAME LANGUAGE LOOK SIZE TEXT: one picture of each page
pages() {
  on_tablet <<TEXT
size ${4/x/ }
wait syncBadge text *Se
go settings
tap choice-$2
tap choice-$3
tap choice-$5
grab $1-settings.png
go log
grab $1-log.png
tap tile-mitid-help
tap choice-guided
grab $1-bar.png
tap closeBar
tap tile-print
tap more
tap refer
go today
grab $1-today.png
tap today-0
grab $1-edit.png
tap closeDialog
tap syncBadge
grab $1-sync.png
key Escape
wait syncBadge text *Sen
go overview
tap choice-30
grab $1-overview.png
go guides
grab $1-guides.png
tap guide-mitid-help
grab $1-guide.png
tap closeGuide
$AS_IT_WAS
TEXT
}

# aside_page NAME LANGUAGE LOOK SIZE TEXT: what was set aside, and the way there
aside_page() {
  on_tablet <<TEXT
size ${4/x/ }
go settings
tap choice-$2
tap choice-$3
tap choice-$5
go log
wait syncBadge wrong true
tap syncBadge
grab $1-sync-aside.png
tap showAside
grab $1-aside.png
tap saveAside
wait savedTo visible true
key PgDown
grab $1-aside-saved.png
key Escape
$AS_IT_WAS
TEXT
}
