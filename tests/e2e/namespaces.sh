#!/usr/bin/env bash
# Two network namespaces with a bad link between them and nothing else, for tests. As root.
#   namespaces.sh up NAME RATE       NAME-tablets (10.77.0.1) and NAME-hub (10.77.0.2); RATE as tc
#                                    has it, e.g. 256kbit, each way
#   namespaces.sh lose NAME PERCENT  from now on so many packets in a hundred, each way
#   namespaces.sh lost NAME          how many were
#   namespaces.sh down NAME
set -euo pipefail

up() {
  local name=$1 rate=$2 side
  ip netns add "$name-tablets"
  ip netns add "$name-hub"
  ip link add link0 netns "$name-tablets" type veth peer name link0 netns "$name-hub"
  ip -n "$name-tablets" address add 10.77.0.1/24 dev link0
  ip -n "$name-hub" address add 10.77.0.2/24 dev link0
  for side in tablets hub; do
    ip -n "$name-$side" link set lo up
    ip -n "$name-$side" link set link0 up
    tc -n "$name-$side" qdisc add dev link0 root tbf rate "$rate" burst 4000 latency 2000ms
  done
}

lose() {
  local name=$1 percent=$2 side
  for side in tablets hub; do
    ip netns exec "$name-$side" nft -f - <<NFT
table inet bad {
  chain arriving {
    type filter hook input priority 0;
    iifname "link0" numgen random mod 100 < $percent counter drop
  }
}
NFT
  done
}

lost() {
  local side
  for side in tablets hub; do ip netns exec "$1-$side" nft list table inet bad; done |
    awk '/counter packets/ { for (i = 1; i < NF; i++) if ($i == "packets") n += $(i + 1) } END { print n + 0 }'
}

down() {
  ip netns del "$1-tablets" 2>/dev/null || true
  ip netns del "$1-hub" 2>/dev/null || true
}

case ${1:-} in
  up | lose | lost | down) "$@" ;;
  *) sed -n '2,7s/^# //p' "$0" >&2; exit 2 ;;
esac
