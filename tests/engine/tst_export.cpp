// Goal: what was set aside is described by what it says, or by what stands when it says nothing;
// files of it and of the tablet's own rows are whole.
// Method: a real store with entries as they go on the wire; the files are read back.
#include "platform/csv.h"
#include "src/domain/import.h"
#include "src/store/tablet_store.h"
#include "sync/engine/export.h"
#include "sync/engine/tablet.h"
#include "sync/wire/entry_json.h"
#include "tests/support/worlds.h"

#include <QTemporaryDir>
#include <QTest>
#include <set>

using namespace vejviser;
using namespace vejviser::engine;

namespace {

/// A tablet whose entries a test sets aside.
struct World {
  World() {
    auto opened = store::TabletStore::open(dir.path().toStdString(), random);
    if (!opened) qFatal("%s", opened.error().text().c_str());
    tablet = std::move(*opened);
  }

  void append(const std::vector<Entry>& entries) {
    std::vector<store::EncodedEntry> encoded;
    for (const Entry& entry : entries) encoded.push_back({entry, wire::encodeEntry(entry)});
    appendAs(encoded);
  }
  void appendAs(const std::vector<store::EncodedEntry>& encoded) {
    const auto status = tablet->append([&](const std::string&, std::int64_t) { return encoded; });
    if (!status) qFatal("%s", status.error().text().c_str());
  }
  std::vector<Entry> helps(int count) {
    std::vector<Entry> entries;
    for (int i = 0; i < count; ++i) entries.push_back(maker.help());
    return entries;
  }

  void quarantineAll() {
    const Instant now = maker.clock().now();
    const auto batch = tablet->batch(10'000, 100'000'000, now);
    for (const store::WaitingEntry& entry : *batch) {
      if (!tablet->quarantine(entry.seq, "422 unreadable: \"x\", y", now)) qFatal("not stored");
    }
  }

  void holdAll(const std::string& why) {
    store::Settlement settlement;
    settlement.stamp = "s";
    settlement.now = settlement.hubNow = maker.clock().now();
    const auto batch = tablet->batch(10'000, 100'000'000, settlement.now);
    for (const store::WaitingEntry& entry : *batch) {
      settlement.acks.push_back({entry.seq, why});
    }
    if (!tablet->settle(settlement)) qFatal("not settled");
  }

  const store::Queries& queries() const { return tablet->queries(); }
  AsideRecord newestQuarantined() const {
    return describe(queries(), queries().quarantined(1).at(0));
  }

  QTemporaryDir dir;
  test::SeededRandom random;
  test::EntryMaker maker;
  std::unique_ptr<store::TabletStore> tablet;
};

using Export = Status (*)(const store::Queries&, const Sink&);

CsvRows exported(Export write, const store::Queries& queries) {
  std::string text;
  const Status status = write(queries, [&](std::string_view piece) -> Status {
    text.append(piece);
    return {};
  });
  if (!status) qFatal("%s", status.error().text().c_str());
  return platform::readCsv(text).value();
}

}  // namespace

class TstExport : public QObject {
  Q_OBJECT

 private slots:
  void aHelp_isDescribedByItself() {
    World world;
    Entry help = world.maker.help("print");
    help.fields.when = help.at - std::chrono::hours{48};
    world.append({help});
    world.quarantineAll();
    const AsideRecord record = world.newestQuarantined();
    QVERIFY(record.kind == EntryKind::Help);
    QCOMPARE(record.says->fields.topic, std::string{"print"});
    QVERIFY(record.says->at == *help.fields.when);
    QVERIFY(record.entry.id == help.id);
  }

  void aCorrection_saysWhatIsNew_andWhenTheHelpWas() {
    World world;
    const Entry help = world.maker.help();
    world.append({help});
    world.holdAll("unknown-branch");
    world.maker.clock().advance(std::chrono::hours{5});
    Fields fields = help.fields;
    fields.people = 4;
    world.append({world.maker.amend(help, 1, fields)});
    world.quarantineAll();
    const AsideRecord record = world.newestQuarantined();
    QVERIFY(record.kind == EntryKind::Amend);
    QCOMPARE(record.says->fields.people, 4);
    QVERIFY(record.says->at == help.at);
  }

  void aWithdrawal_saysWhatItWithdraws() {
    World world;
    const Entry help = world.maker.help("print");
    world.append({help});
    world.append({world.maker.withdraw(help, 1)});
    world.quarantineAll();
    const AsideRecord record = world.newestQuarantined();
    QVERIFY(record.kind == EntryKind::Void);
    QCOMPARE(record.says->fields.topic, std::string{"print"});
  }

  void bytesThatCannotBeRead_areDescribedByWhatStands_orNotAtAll() {
    World world;
    world.appendAs({{world.maker.help("print"), "{\"id\":"}});
    world.quarantineAll();
    const AsideRecord broken = world.newestQuarantined();
    QVERIFY(!broken.kind);
    QCOMPARE(broken.says->fields.topic, std::string{"print"});
    const Entry elsewhere = world.maker.help();
    world.appendAs({{world.maker.withdraw(elsewhere, 1), "{\"id\":"}});
    world.quarantineAll();
    QVERIFY(!world.newestQuarantined().says);
  }

  void setAside_asAFile_hasEveryEntryOnce_withWhyAndBytes() {
    World world;
    std::set<std::string> ids;
    for (int i = 0; i < 2; ++i) {
      const auto helps = world.helps(600);  // more than are read at a time
      for (const Entry& help : helps) ids.insert(toString(help.id));
      world.append(helps);
      if (i == 0) world.holdAll("unknown-topic");
    }
    world.appendAs({{world.maker.help(), "{broken"}});
    world.quarantineAll();
    const CsvRows rows = exported(exportSetAside, world.queries());
    QCOMPARE(rows.size(), 1202U);
    std::vector<std::string> columns = {"state", "why", "since", "entry"};
    columns.insert(columns.end(), ownFormatColumns().begin(), ownFormatColumns().end());
    columns.emplace_back("body");
    QVERIFY(rows[0] == columns);
    QCOMPARE(rows[1][0], std::string{"quarantined"});
    QCOMPARE(rows[1][1], std::string{"422 unreadable: \"x\", y"});
    QCOMPARE(rows[1].back(), std::string{"{broken"});
    QVERIFY(rows[1201][0] == "held" && rows[1201][1] == "unknown-topic");
    for (std::size_t i = 2; i < rows.size(); ++i) {
      QVERIFY(rows[i].size() == rows[0].size());
      QCOMPARE(wire::readEntry(rows[i].back())->entry.fields.topic, std::string{"mitid-help"});
      QCOMPARE(ids.erase(rows[i][3]), 1U);
    }
    QVERIFY(ids.empty());
  }

  void aReplySetAside_isARowOfItsOwnKind() {
    World world;
    const Entry referral = world.maker.referral(world.maker.help());
    Entry reply = world.maker.reply(referral, 3);
    reply.fields.reception = Reception::Declined;
    reply.fields.decline = Decline::NotOurs;
    world.append({reply});
    world.quarantineAll();
    const CsvRows rows = exported(exportSetAside, world.queries());
    const CsvRows own = {{rows[0].begin() + 4, rows[0].end() - 1},
                         {rows[1].begin() + 4, rows[1].end() - 1}};
    const auto plan = planOwnFormat(own, store::builtInCatalogue(), "x");
    QCOMPARE(plan->entries.size(), 1U);
    const PlannedEntry& planned = plan->entries[0];
    QVERIFY(planned.id == reply.id && planned.subject == referral.id && planned.rev == 3);
    QVERIFY(planned.kind == EntryKind::Reply && planned.of == EntryKind::Referral);
    QVERIFY(planned.fields.decline == Decline::NotOurs);
  }

  void ownRows_asAFile_areReadBackAsTheSame() {
    World world;
    const Entry help = world.maker.help();
    Entry doubtful = world.maker.help();
    doubtful.fields.doubt = Doubt::Clock;
    world.append({help});
    world.append({doubtful});
    world.append({world.maker.referral(help)});
    world.append(world.helps(700));
    const CsvRows rows = exported(exportOwnRows, world.queries());
    QCOMPARE(rows.size(), 703U);
    const auto plan = planOwnFormat(rows, store::builtInCatalogue(), "x");
    QVERIFY(plan);
    QCOMPARE(plan->entries.size(), 702U);
    QVERIFY(plan->unreadable.empty());
    QVERIFY(plan->entries[0].id == help.id);
    QVERIFY(plan->entries[0].fields.topic == help.fields.topic);
  }

  void aSinkThatFails_endsTheExport() {
    World world;
    world.append(world.helps(50));
    world.quarantineAll();
    for (const Export write : {exportOwnRows, exportSetAside}) {
      int lines = 0;
      const Status status = write(world.queries(), [&](std::string_view) -> Status {
        if (++lines < 20) return {};
        return Error{ErrorCode::Storage, "file", "disk is full"};
      });
      QVERIFY(!status && status.error().detail == "disk is full");
      QCOMPARE(lines, 20);
    }
  }
};

QTEST_APPLESS_MAIN(TstExport)
#include "tst_export.moc"
