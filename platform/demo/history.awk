# Makes up a tablet's past: helps and referrals of some weeks as a file that `vejviser-cli import
# --preset vejviser` reads. The same seed gives the same past. Weekdays and hours are spread as in
# real citizen-service queues: Monday busiest, most people between 11 and 15.
#
#   awk -v seed=1 -v unit=library -v branch=hovedbibliotek -v perday=20 -f history.awk DATES
#
# DATES: one line a day, "2026-11-24 2" (day and ISO weekday).
BEGIN {
    srand(seed)
    OFS = ","
    split("1.25 1.05 1.0 1.1 0.9 0.45 0", weekday, " ")
    hours = split("9 10 12.5 14 14 13.5 14 9 2.5 1.5", hourShare, " ")
    other = unit == "library" ? "citizen_service" : "library"
    if (unit == "library") {
        # topic:weight:share of helps that are referred on, in percent
        read("mitid-help:16:8 loan:14:0 print:11:0 digital-post-help:8:6 it-help-device:7:0 " \
             "reservation:6:0 library-card:5:0 ebooks:5:0 selfservice-find:5:10 waste-tags:5:0 " \
             "find-item:5:0 scan-copy:4:0 it-help-account:4:0 move-help:2:20 passport-apply:3:100 " \
             "mitid-issue:3:100 health-card-help:2:15 licence-renew:2:100 it-security:2:0 " \
             "letter-understand:2:25 reading-advice:3:0 public-pc:3:0 wayfinding:6:0 other:2:0")
    } else {
        read("passport-apply:15:0 mitid-issue:13:0 mitid-help:9:12 passport-pickup:9:0 " \
             "licence-renew:8:0 mitid-activation:7:0 move-case:6:0 digital-post-exemption:5:0 " \
             "pension-old:5:0 housing-benefit:4:0 health-card-temp:4:0 move-abroad:4:0 " \
             "digital-post-help:4:25 selfservice-find:3:30 it-help-device:2:100 id-card:2:0 " \
             "wayfinding:4:0 opening-hours:3:0 print:2:90 other:2:0")
    }
    print "when,kind,topic,unit,branch,outcome,band,people,to"
}

function read(text,    list, n, i, part) {
    n = split(text, list, " ")
    for (i = 1; i <= n; i++) {
        split(list[i], part, ":")
        topics++
        topic[topics] = part[1]
        weight[topics] = part[2]
        referred[topics] = part[3]
        allWeights += part[2]
    }
}

function pickTopic(    x, i) {
    x = rand() * allWeights
    for (i = 1; i <= topics; i++) if ((x -= weight[i]) <= 0) return i
    return topics
}

function pickHour(    x, i) {
    x = rand() * 100
    for (i = 1; i <= hours; i++) if ((x -= hourShare[i]) <= 0) return 7 + i
    return 12
}

function pickBand(    x) {
    x = rand()
    return x < 0.4 ? "0-5" : x < 0.78 ? "5-15" : x < 0.94 ? "15-30" : x < 0.99 ? "30-60" : "60+"
}

function pickOutcome(    x) {
    x = rand()
    return x < 0.22 ? "alone" : x < 0.8 ? "guided" : x < 0.97 ? "done_for" : "turned_away"
}

{
    n = int(perday * weekday[$2] * (0.75 + rand() * 0.5) + 0.5)
    for (i = 0; i < n; i++) {
        t = pickTopic()
        when = sprintf("%s %02d:%02d", $1, pickHour(), int(rand() * 60))
        sent = rand() * 100 < referred[t]
        people = rand() < 0.12 ? 2 : 1
        print when, "help", topic[t], unit, branch, (sent ? "sent_on" : pickOutcome()), pickBand(), people, ""
        if (sent) print when, "referral", topic[t], unit, branch, "", "", "", other
    }
}
