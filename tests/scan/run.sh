# ./dev scan: what scanners find at a hub of its own. Sourced by ./dev. platform/SECURITY.md has the
# findings of the last run, each with a verdict.

SCAN_HUB=""

# run_scan [NAME]: all scans, or one of headers, tls, sql, web
run_scan() {
  local only=${1:-} scan
  case $only in "" | headers | tls | sql | web) ;; *) die "scan: no scan '$only'; there are: headers tls sql web" ;; esac
  install $BUILD_PACKAGES $SCAN_PACKAGES
  build dev vejviser-hub vejviser-cli
  BIN=$PWD/build/dev/bin
  SCAN_DIR=$(mktemp -d)
  trap stop_scan EXIT
  trap 'exit 130' INT TERM
  start_scanned_hub
  for scan in headers tls sql web; do
    [ -z "$only" ] || [ "$only" = "$scan" ] || continue
    "scan_$scan"
  done
  say "The hub is still well"
  ask "$PLAIN/health"
}

stop_scan() {
  [ -z "$SCAN_HUB" ] || kill $SCAN_HUB 2>/dev/null || true
  wait
  rm -rf "$SCAN_DIR"
}

# Two hubs: one with TLS, as the world sees it, and one without, for scanners that are slow to trust.
# What loopback asks is not limited, so scanners reach everything.
start_scanned_hub() {
  local name port options
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout "$SCAN_DIR/key.pem" -out "$SCAN_DIR/cert.pem" 2>/dev/null
  for name in plain tls; do
    "$BIN/vejviser-hub" --data "$SCAN_DIR/$name" init --municipality Scankøbing --exact-for supervisors --branch hb=Hovedbiblioteket
    printf 'a long password\n' | "$BIN/vejviser-hub" --data "$SCAN_DIR/$name" user add leder
    port=$(free_scan_port)
    options=()
    [ "$name" = plain ] || options=(--tls-certificate "$SCAN_DIR/cert.pem" --tls-key "$SCAN_DIR/key.pem")
    "$BIN/vejviser-hub" --data "$SCAN_DIR/$name" serve --listen "127.0.0.1:$port" "${options[@]}" >"$SCAN_DIR/$name.log" 2>&1 &
    SCAN_HUB+=" $!"
    until grep -q '^listening' "$SCAN_DIR/$name.log"; do
      kill -0 $! 2>/dev/null || { cat "$SCAN_DIR/$name.log" >&2; die "the hub does not start"; }
      sleep 0.05 # until the hub has said that it listens
    done
    if [ "$name" = plain ]; then PLAIN=http://127.0.0.1:$port; else TLS_PORT=$port; fi
  done
  local code
  code=$("$BIN/vejviser-hub" --data "$SCAN_DIR/plain" enrol-code --name Scan --unit library)
  "$BIN/vejviser-cli" --data "$SCAN_DIR/tablet" enrol "$PLAIN" "$code" >/dev/null
  TOKEN=$(cat "$SCAN_DIR"/tablet/no-backup/token-*)
  COOKIE=$(curl -s -o /dev/null -D - -H "Origin: $PLAIN" --data 'name=leder&password=a+long+password' "$PLAIN/login" |
    grep -o 'vejviser_session=[0-9a-f]*')
  # Scanners press every button, "Log out" too; in this hub it does nothing.
  sqlite3 "$SCAN_DIR/plain/hub.db" 'CREATE TRIGGER stay BEFORE DELETE ON session BEGIN SELECT RAISE(IGNORE); END'
}

free_scan_port() {
  local port
  for port in $(seq 18480 18599); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
  die "no free port between 18480 and 18599"
}

ask() { curl -s -o /dev/null -w '%{http_code} %{url}\n' "$@"; }

scan_headers() {
  say "Headers (curl): the log-in page and an error, over TLS"
  local path
  for path in /login /nowhere; do
    curl -si --cacert "$SCAN_DIR/cert.pem" "https://localhost:$TLS_PORT$path" | sed '/^\r$/q' | sed 's/^/   /'
  done
  say "What should be refused"
  ask -X TRACE "$PLAIN/login"
  ask -H 'Host: evil.example' --data 'name=leder&password=x' -H "Origin: $PLAIN" "$PLAIN/login"
  ask --path-as-is "$PLAIN/../../etc/passwd"
  ask --path-as-is "$PLAIN/%2e%2e/%2e%2e/etc/passwd"
  ask "$PLAIN/admin"
}

scan_tls() {
  say "TLS (sslscan)"
  sslscan --no-colour "127.0.0.1:$TLS_PORT" | sed 's/^/   /'
  say "TLS (testssl)"
  testssl --quiet --color 0 --warnings off -p -s -f -U -h --ip one "127.0.0.1:$TLS_PORT" | sed 's/^/   /' || true
}

# sqlmap says so in one line when it finds nothing.
sql() {
  local name=$1
  shift
  printf '   %s: ' "$name"
  sqlmap --batch --disable-coloring --flush-session --output-dir="$SCAN_DIR/sqlmap" --level=2 --risk=2 \
    --threads=4 --ignore-code=401,403,404,422,429 --timeout=10 "$@" >"$SCAN_DIR/sqlmap-$name.log" 2>&1 || true
  grep -oE "all tested parameters do not appear to be injectable|.*(is vulnerable|injection point).*" "$SCAN_DIR/sqlmap-$name.log" | tail -1 ||
    tail -3 "$SCAN_DIR/sqlmap-$name.log"
}

scan_sql() {
  say "SQL injection (sqlmap, level 2, risk 2)"
  sql statistics -u "$PLAIN/v1/statistics?from=2026-01-01&to=2026-02-01&branch=hb" --headers="Authorization: Bearer $TOKEN"
  sql overview -u "$PLAIN/overview?from=2026-01-01&to=2026-02-01&branch=hb&lang=en" --cookie="$COOKIE"
  sql session -u "$PLAIN/overview" --cookie="vejviser_session=1*" --drop-set-cookie
  sql enrol -u "$PLAIN/v1/enrol" --headers="Content-Type: application/json" --data '{"code":"AAAA*"}'
  sql token -u "$PLAIN/v1/statistics" --headers="Authorization: Bearer 1*"
  sql held -u "$PLAIN/held" --cookie="$COOKIE" --headers="Origin: $PLAIN" --data 'reason=unknown-topic&code=x&topic=print'
  sql tablets -u "$PLAIN/tablets" --cookie="$COOKIE" --headers="Origin: $PLAIN" --data 'tablet=1&state=drain'
}

# Without those of its modules that fetch lists from elsewhere.
WAPITI_MODULES=backup,blindsql,cookieflags,crlf,csp,exec,csrf,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss,xxe

scan_web() {
  say "Web (wapiti: injections, files, forms, headers), logged in and not"
  local who options
  for who in stranger supervisor; do
    options=()
    [ "$who" = stranger ] || options=(-H "Cookie: $COOKIE")
    wapiti -u "$PLAIN/" --scope domain --flush-session -m "$WAPITI_MODULES" --max-scan-time 150 -v 0 \
      --store-session "$SCAN_DIR/wapiti-$who" -f txt -o "$SCAN_DIR/wapiti-$who.txt" "${options[@]}" >"$SCAN_DIR/wapiti.log" 2>&1 ||
      tail -3 "$SCAN_DIR/wapiti.log"
    printf '   as a %s:\n' "$who"
    grep -vE '^ *[*]*$' "$SCAN_DIR/wapiti-$who.txt" | sed 's/^/   /' || true
  done
  printf '   the session held (200): '
  ask -H "Cookie: $COOKIE" "$PLAIN/overview"
}
