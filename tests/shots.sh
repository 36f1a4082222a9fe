# ./dev shots: pictures of every page, made by the real app on the demonstration's data. Sourced by
# ./dev.

# run_shots [FOLDER]: in both languages, light and dark, on tablet and phone, with large text
# run_shots --readme: those that README.md shows, made anew in platform/screenshots
run_shots() {
  local to=${1:-build/shots} readme=""
  [ "$to" != --readme ] || { readme=yes; to=build/shots; }
  install $BUILD_PACKAGES $RUN_PACKAGES $TEST_PACKAGES
  node_modules
  build release vejviser vejviser-cli vejviser-hub vejviser-past vejviser-driver
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
  furnish
  say "The first start"
  first_start
  say "The app's pages and dialogs"
  in_every_look pages
  say "What was set aside"
  set_aside_some
  in_every_look aside_page
  say "The web pages"
  SHOTS=$to HUB="http://127.0.0.1:$(cat "$DEMO/port")" PASSWORD=$DEMO_PASSWORD node tests/web/shots.mjs
  say "What each municipality asks"
  scenario_pages haderslev "haderslev=/figures/lending?branch=gram"
  scenario_pages esbjerg "esbjerg=/figures/hours?from=$(date -d '3 months ago' +%F)"
  scenario_pages dragoer "dragoer=/figures/referrals?from=$(date -d '1 year ago' +%F)"
  scenario_pages albertslund "albertslund=/figures/topics?from=$(date -d '1 year ago' +%F)"
  say "$(find "$to" -name '*.png' | wc -l) pictures in $to"
  [ -z "$readme" ] || shrink "$to" platform/screenshots
}

# scenario_pages SCENARIO "NAME=/ADDRESS ...": the web pages that answer its question
scenario_pages() {
  stop_hub
  rm -rf "$DEMO"
  make_demo "$1"
  start_hub
  SHOTS=$to HUB="http://127.0.0.1:$(cat "$DEMO/port")" PASSWORD=$DEMO_PASSWORD PAGES=$2 node tests/web/scenario_shots.mjs
}

# in_every_look PAGES: both languages, light and dark, tablet and phone, large text. One visit to the
# app for each look; what could not be tapped is told.
in_every_look() {
  local language size text look name
  for language in da en; do
    for size in "1280x800 1" "800x1280 1" "400x800 1" "1280x800 2" "400x800 2"; do
      read -r size text <<<"$size"
      for look in light dark; do
        name=$to/app-$language-$look-$size-$text
        [ "$look-$size-$text" != light-1280x800-1 ] || name=$to/app-$language
        { dress "$language" "$look" "$size" "$text"; "$1" "$name" "$size"; echo "$AS_IT_WAS"; } |
          on_tablet | { grep '^error' || true; } | sed "s|^|   ${name##*/}: |"
      done
    done
  done
}

# dress LANGUAGE LOOK SIZE TEXT: how the app is to look now
dress() {
  cat <<TEXT
size ${3/x/ }
go settings
tap choice-$1
tap choice-$2
tap choice-$4
TEXT
}

# The first start has no look chosen yet.
first_start() {
  local language size
  for language in da en; do
    for size in 1280x800 800x1280 400x800; do
      QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software XDG_RUNTIME_DIR=$PWD/$DEMO \
        "$BIN/vejviser-driver" --data "$DEMO/new-$language-$size" >/dev/null <<TEXT
size ${size/x/ }
tap choice-$language
grab $to/app-$language$([ $size = 1280x800 ] || echo "-light-$size-1")-welcome.png
quit
TEXT
    done
  done
}

# What the made-up past has none of: questions and answers, events, referrals with a slip, timers.
furnish() {
  local tablet
  on_tablet 4 >/dev/null <<TEXT
tap tile-mitid-help
tap refer
tap closeBar
tap tile-mitid-help
tap refer
tap closeBar
go questions
$(ask "Kan man få hjælp til MitID uden pas" mitid-help)
tap askWanted
tap askSave
$(ask "Hvor henter man et midlertidigt sundhedskort" health-card-help)
tap askSave
go events
tap logEvent
tap choice-digital-life-60
tap event-attendance-input
type 18
tap event-citizenServiceHours-input
type 3
tap saveEvent
quit
TEXT
  on_tablet >/dev/null <<TEXT
go questions
$(ask "Hvad koster et farveprint" print)
tap askSave
tap question-0
tap replyStart
type To kroner pr. side, også for børn.
tap replySave
tap questionClose
go events
tap logEvent
tap choice-digital-dab
tap choice-grade9
tap event-attendance-input
type 54
tap event-libraryHours-input
type 4
tap event-citizenServiceHours-input
type 1,5
tap saveEvent
go log
tap openLogMenu
tap startTimer
tap tile-mitid-help
quit
TEXT
  for tablet in 4 1; do "$BIN/vejviser-cli" --data "$DEMO/tablet$tablet" sync >/dev/null; done
}

# ask TEXT TOPIC: up to where it is saved
ask() {
  printf 'tap ask\ntype %s\ntap askTopic\ntap topicSearch\ntype %s\ntap topic-%s\n' "$1" "${3:-${2%%-*}}" "$2"
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
    for page in welcome log bar refer-dialog slip refer questions guide today edit events sync aside overview settings; do
      convert "$1/app-$language-$page.png" -resize 960x +dither -colors 200 -strip "PNG8:$2/app-$language-$page.png"
    done
    for page in login overview tablets held haderslev esbjerg dragoer albertslund; do
      convert "$1/web-$language-$page.png" -resize 960x +dither -colors 200 -strip "PNG8:$2/web-$language-$page.png"
    done
  done
}

# on_tablet [NUMBER]: the real app on a tablet of the demonstration, doing what it reads
on_tablet() {
  QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software XDG_RUNTIME_DIR=$PWD/$DEMO HOME=$PWD/$DEMO/home \
    "$BIN/vejviser-driver" --data "$DEMO/tablet${1:-1}" 2>/dev/null
}

# The end of a visit: the tablet looks again as the next one expects it.
AS_IT_WAS=$'go settings\ntap choice-1\ntap choice-light\ntap choice-da\nquit'

# pages NAME SIZE: a picture of each page and dialog
pages() {
  cat <<TEXT
wait syncBadge text *Se
grab $1-settings-look.png
tap choice-library
grab $1-settings.png
tap openRecorded
grab $1-recorded.png
tap closeRecorded
tap choosePin
wait pinDone visible true
grab $1-pin.png
type 1234
key Return
type 1234
key Return
grab $1-settings-pin.png
tap choice-citizen_service
tap choice-library
wait pinDone visible true
grab $1-pin-ask.png
type 1234
key Return
wait removePin visible true
tap removePin
go log
grab $1-log.png
tap openLogMenu
grab $1-logmenu.png
tap logLate
grab $1-late.png
tap endMode
tap tile-mitid-help
grab $1-bar.png
tap unfold
tap choice-in_person
grab $1-bar-more.png
tap referElsewhere
wait place-0 visible true
grab $1-refer-dialog.png
key Escape
tap refer
tap formSlip
wait slipText visible true
grab $1-slip.png
key Escape
tap closeBar
go refer
grab $1-refer.png
tap referral-0
grab $1-referral.png
tap decline
grab $1-referral-decline.png
key Escape
tap choice-sent
grab $1-refer-sent.png
tap choice-inbox
go questions
grab $1-questions.png
tap ask
type Hvor er printeren
grab $1-ask.png
tap askTopic
grab $1-topics.png
key Escape
tap askDiscard
tap askDiscard
tap question-0
grab $1-question.png
key Escape
go guides
grab $1-guides.png
tap guideSearch
key Ctrl+A
type MitID: h
tap guide-mitid-help
grab $1-guide.png
tap closeGuide
go today
grab $1-today.png
tap today-0
grab $1-edit.png
key Escape
go events
grab $1-events.png
tap logEvent
grab $1-event-form.png
tap cancelEvent
go overview
tap choice-30
grab $1-overview.png
wait syncBadge text *Sen
tap syncBadge
grab $1-sync.png
key Escape
TEXT
  [ "$2" != 400x800 ] || printf 'tap nav-more\ngrab %s-more.png\nkey Escape\n' "$1"
}

# aside_page NAME: what was set aside, and the way there
aside_page() {
  cat <<TEXT
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
TEXT
}
