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
  local language look size text
  for language in da en; do
    pages "$to/app-$language" "$language" light 1280x800 1 >/dev/null
    for look in "dark 1280x800 1" "light 800x1280 1" "light 400x800 1" "dark 400x800 1" "light 1280x800 2" "light 400x800 2"; do
      read -r look size text <<<"$look"
      pages "$to/app-$language-$look-$size-$text" "$language" "$look" "$size" "$text" >/dev/null
    done
  done
  say "The web page"
  SHOTS=$to HUB="http://127.0.0.1:$(cat "$DEMO/port")" PASSWORD=$DEMO_PASSWORD node tests/web/shots.mjs
  say "$(find "$to" -name '*.png' | wc -l) pictures in $to"
  [ -z "$readme" ] || shrink "$to" platform/screenshots
}

# shrink FROM TO: small enough to keep beside the source
shrink() {
  local language page
  mkdir -p "$2"
  for language in da en; do
    for page in welcome log bar today edit sync overview settings; do
      convert "$1/app-$language-$page.png" -resize 960x +dither -colors 200 -strip "PNG8:$2/app-$language-$page.png"
    done
    for page in login light-1280; do
      convert "$1/web-$language-$page.png" -resize 960x +dither -colors 200 -strip "PNG8:$2/web-$language-$page.png"
    done
  done
}

# pages NAME LANGUAGE LOOK SIZE TEXT: one picture of each page
pages() {
  QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software XDG_RUNTIME_DIR=$PWD/$DEMO \
    "$BIN/vejviser-driver" --data "$DEMO/tablet1" <<TEXT
size ${4/x/ }
wait syncBadge text *Se
tap nav-settings
tap choice-$2
tap choice-$3
tap choice-$5
grab $1-settings.png
tap nav-log
grab $1-log.png
tap tile-mitid-help
tap choice-guided
grab $1-bar.png
tap closeBar
tap tile-print
tap more
tap refer
tap nav-today
grab $1-today.png
tap today-0
grab $1-edit.png
tap closeDialog
tap syncBadge
grab $1-sync.png
key Escape
wait syncBadge text *Sen
tap nav-overview
tap choice-28
grab $1-overview.png
tap nav-settings
tap choice-1
tap choice-light
tap choice-da
quit
TEXT
}
