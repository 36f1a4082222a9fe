#include "tests/sim/sim_tablet.h"

#include "sync/engine/enrolment.h"
#include "sync/hub/stamp.h"

namespace vejviser::sim {

using engine::Phase;
using platform::HttpRequest;
using platform::HttpResponse;

namespace {

constexpr const char* kAddress = "http://127.0.0.1:1";

/// For enrolling: the person waits, and the supervisor stands beside.
class DirectHttp final : public platform::HttpClient {
 public:
  explicit DirectHttp(SimHub& hub) : m_hub(hub) {}
  Result<HttpResponse> send(const HttpRequest& request) override { return m_hub.ask(request); }
  void cancel() override {}

 private:
  SimHub& m_hub;
};

}  // namespace

SimTablet::Running::Running(SimTablet& tablet, std::unique_ptr<store::TabletStore> itsStore)
    : store(std::move(itsStore)),
      ids(tablet.m_clock, tablet.m_world.chance),
      exchange(*store, tablet.m_secrets, tablet.m_disk, tablet.m_clock),
      recorder(*store, tablet.m_disk, tablet.m_clock, ids, tablet.m_world.chance),
      sync(*store, exchange, tablet.m_disk, tablet.m_network, tablet.m_clock,
           tablet.m_world.chance) {}

SimTablet::SimTablet(World& world, Ledger& ledger, SimHub& hub, const Weather& weather, int number)
    : m_world(world),
      m_ledger(ledger),
      m_hub(hub),
      m_folder("/t" + std::to_string(number)),
      m_clock(world),
      m_line(world, hub, weather) {}

void SimTablet::start() {
  if (running() || m_closed) return;
  auto store = store::TabletStore::open(m_folder, m_world.chance);
  if (!store) {
    m_world.trace(m_folder + " does not start: " + store.error().text());
    if (m_world.calm()) m_world.broken(m_folder + " does not start: " + store.error().text());
    return;
  }
  m_running = std::make_unique<Running>(*this, std::move(*store));
  m_world.trace(m_folder + " starts");
  checkAfterStart();
  planTurn();
}

/// I6 and I9: what was said to be saved is there, and the file is whole.
void SimTablet::checkAfterStart() {
  {
    Look look{m_world.disks, m_folder, "tablet.db"};
    const std::string said = look.db().execAndGet("PRAGMA quick_check").getString();
    if (said != "ok") m_world.broken("I9 " + m_folder + " is damaged: " + said);
  }
  std::set<std::string> there;
  m_seen = m_ledger.readJournal(m_folder, 0, there);
  for (const std::string& id : m_saved) {
    if (!there.contains(id)) m_world.broken("I6 saved on " + m_folder + " and gone: " + id);
  }
  m_saved = std::move(there);
}

void SimTablet::die() {
  ++m_life;
  m_request = 0;
  m_running.reset();
}

void SimTablet::close() {
  m_world.trace(m_folder + " is closed");
  m_closed = true;
  die();
}

void SimTablet::open() {
  m_closed = false;
  start();
}

void SimTablet::kill() {
  m_world.disks.kill(m_folder);
  m_world.trace(m_folder + " killed");
  die();
}

void SimTablet::cutPower() {
  m_world.disks.cutPower(m_folder);
  m_clock.reboot();
  m_world.trace(m_folder + " loses power");
  die();
}

bool SimTablet::enrol() {
  if (!running() || !m_hub.running() || m_running->sync.polling() ||
      m_running->sync.status().phase == Phase::Sending) {
    return false;
  }
  const auto code = m_hub.hub().accounts.newEnrolCode(hub::Actor::commandLine(), m_folder.substr(1),
                                                      Unit::Library, "hb");
  if (!code) return false;
  DirectHttp http{m_hub};
  const auto answer = engine::enrol(store(), http, m_secrets, m_clock, kAddress, *code);
  m_world.trace(m_folder + (answer ? " enrolled" : " not enrolled: " + answer.error().text()));
  if (!answer) return false;
  m_world.secrets.insert(answer->token);
  m_staging = true;
  m_running->sync.enrolled();
  planTurn();
  return true;
}

void SimTablet::sendNow() {
  if (!running()) return;
  if (m_running->sync.polling()) {
    m_request = 0;
    m_running->sync.cutShort();
  }
  m_running->sync.asked();
  planTurn();
}

void SimTablet::planTurn() {
  if (!running() || m_request != 0) return;
  m_world.events.after(m_running->sync.untilTurn(), [this, life = m_life, turn = ++m_turn] {
    if (life == m_life && turn == m_turn) takeTurn();
  });
}

void SimTablet::takeTurn() {
  const auto request = m_running->sync.turn();
  if (!request) return planTurn();
  m_request = ++m_requests;
  const bool polls = m_running->sync.polling();
  m_world.trace(m_folder + (polls ? " waits for news" : " sends"));
  m_line.carry(*request, [this, life = m_life, number = m_request](const auto& response) {
    if (life == m_life && number == m_request) answered(response);
  });
}

void SimTablet::answered(const Result<HttpResponse>& response) {
  const Before before{store().stamp(), store().pulledAt(), store().inst(), store().tokenAt()};
  m_request = 0;
  m_running->sync.answered(response);
  m_world.trace(m_folder + " hears " +
                (response ? std::to_string(response->status) : response.error().detail) + " " +
                m_running->sync.lastDetail());
  noteAnswer(before, response);
  planTurn();
}

/// I7: a stamp goes back only when the hub said so. And what was reached.
void SimTablet::noteAnswer(const Before& before, const Result<HttpResponse>& response) {
  const std::string& detail = m_running->sync.lastDetail();
  const bool again = detail.starts_with("409");
  const auto old = hub::decodeStamp(before.stamp.value_or(""));
  const auto now = hub::decodeStamp(store().stamp().value_or(""));
  const bool back = old && (!now || now->cursor < old->cursor);
  if (back && !again) m_world.broken("I7 " + m_folder + " goes back");
  if (detail == "an old answer") m_world.mark("stale answer");
  if (before.inst != store().inst()) m_world.mark("fork");
  if (before.tokenAt != store().tokenAt()) {
    m_world.mark("token renewed");
    for (const auto& [name, secret] : m_secrets.all) m_world.secrets.insert(secret);
  }
  if (store().queries().counts().quarantined > 0) m_world.mark("quarantine");
  if (response && response->body.find("\"more\":true") != std::string::npos) {
    m_world.mark("page cut");
  }
  if (again) {
    m_world.mark("409");
    if (m_staging) m_world.mark("reset within reset");
    if (old && m_hub.running() && old->cursor < m_hub.floor()) m_world.mark("floor hit");
    m_staging = true;
  } else if (before.pulledAt != store().pulledAt()) {
    m_staging = false;
  }
}

/// What a person did came to `status`.
bool SimTablet::recorded(const Status& status, const std::string& what) {
  if (!status) {
    m_world.trace(m_folder + " does not save " + what + ": " + status.error().text());
    if (status.error().code == ErrorCode::Storage) m_world.mark("save failed");
    return false;
  }
  m_seen = m_ledger.readJournal(m_folder, m_seen, m_saved);
  m_world.trace(m_folder + " saved " + what);
  if (m_running->sync.polling()) {
    m_world.mark("poll cut short");
    m_request = 0;
    m_running->sync.cutShort();
  }
  m_running->sync.recorded();
  planTurn();
  return true;
}

bool SimTablet::help(const std::string& topic) {
  if (!running()) return false;
  Fields fields = here(topic);
  if (m_world.chance.happens(0.3)) describe(fields);
  return make(EntryKind::Help, fields);
}

Fields SimTablet::here(const std::string& topic) {
  Fields fields;
  fields.topic = topic;
  fields.branch = "hb";
  return fields;
}

/// What may be said of a help beside what it was about.
void SimTablet::describe(Fields& fields) {
  Chance& chance = m_world.chance;
  fields.channel = chance.of({Channel::InPerson, Channel::Phone, Channel::Mail});
  fields.room = chance.of({Room::NotNeeded, Room::Used, Room::Busy, Room::NoneHere});
  fields.language = chance.of({"", "en", "uk"});
  fields.timing = chance.of({Timing::Guessed, Timing::Timed, Timing::Forgotten});
  if (chance.happens(0.3)) {
    fields.outcome = Outcome::TurnedAway;
    fields.refusal = chance.of({Refusal::None, Refusal::Papers, Refusal::NotOurs});
  }
  if (!m_helps.empty() && chance.happens(0.3)) fields.contact = m_helps.back();
}

bool SimTablet::make(EntryKind kind, const Fields& fields) {
  const auto id = m_running->recorder.make(kind, fields);
  const std::string what{code(kind)};
  if (!recorded(id ? Status{} : Status{id.error()}, id ? what + " " + brief(*id) : what)) {
    return false;
  }
  if (kind != EntryKind::Quiet) m_helps.push_back(*id);
  if (kind == EntryKind::Question) m_ledger.questions.push_back(*id);
  m_world.mark("saved " + what);
  return true;
}

bool SimTablet::authorityTask() {
  if (!running()) return false;
  Fields fields = here("passport-apply");
  const bool decides = m_world.chance.happens(0.5);
  fields.unit = decides ? Unit::CitizenService : Unit::Library;
  fields.role = decides ? "citizen_service_staff" : "library_staff";
  fields.act = decides ? Act::Decide : Act::HandOver;
  return make(EntryKind::Help, fields);
}

void SimTablet::overstep() {
  if (!running()) return;
  Fields fields = here("passport-apply");
  fields.role = "library_staff";
  fields.act = Act::Decide;
  const auto id = m_running->recorder.help(fields);
  if (id) m_world.broken("a decision over the authority line is saved: " + brief(*id));
  if (!id && id.error().code == ErrorCode::Refused) m_world.mark("over the line");
}

bool SimTablet::ask() {
  if (!running()) return false;
  Fields fields = here(m_world.chance.of({"mitid-help", "print", "no-such-topic"}));
  fields.text = "Hvad gør man uden pas?";
  fields.wanted = m_world.chance.happens(0.5);
  return make(EntryKind::Question, fields);
}

bool SimTablet::hold() {
  if (!running()) return false;
  Chance& chance = m_world.chance;
  Fields fields = here(chance.of({"mitid-help", "loan"}));
  fields.audience = chance.of({Audience::All, Audience::Grade9, Audience::Seniors});
  fields.attendance = static_cast<int>(chance.below(60));
  fields.library_min = static_cast<int>(chance.below(3)) * 60;
  fields.citizenService_min = static_cast<int>(chance.below(3)) * 60;
  return make(EntryKind::Event, fields);
}

bool SimTablet::quiet() {
  if (!running()) return false;
  Fields fields = here("");
  fields.unit = m_world.chance.of({Unit::Library, Unit::CitizenService});
  return make(EntryKind::Quiet, fields);
}

bool SimTablet::receive() {
  if (!running() || m_ledger.referrals.empty()) return false;
  Chance& chance = m_world.chance;
  Fields fields = here("");
  fields.unit = Unit::CitizenService;
  fields.reception =
      chance.of({Reception::TakenBack, Reception::Accepted, Reception::Declined, Reception::Done});
  if (fields.reception == Reception::Declined) {
    fields.decline = chance.of({Decline::NotOurs, Decline::Papers, Decline::NoShow});
  }
  const Id& referral = chance.of(m_ledger.referrals);
  const bool saved =
      recorded(m_running->recorder.reply(referral, EntryKind::Referral, fields),
               std::string{code(fields.reception)} + " of referral " + brief(referral));
  if (saved) m_world.mark("saved reception");
  return saved;
}

bool SimTablet::answer() {
  if (!running() || m_ledger.questions.empty()) return false;
  Fields fields = here("");
  fields.unit = Unit::CitizenService;
  fields.text = m_world.chance.of({"Man møder op.", ""});  // an empty one takes it back
  const Id& question = m_world.chance.of(m_ledger.questions);
  const bool saved = recorded(m_running->recorder.reply(question, EntryKind::Question, fields),
                              "answer to " + brief(question));
  if (saved) m_world.mark("saved answer");
  return saved;
}

/// One of those logged here lately, most often a help.
std::optional<Id> SimTablet::someHelp() {
  if (!running() || m_helps.empty()) return std::nullopt;
  return m_world.chance.of(m_helps);
}

bool SimTablet::amend() {
  const auto help = someHelp();
  if (!help) return false;
  const std::string topic = m_world.chance.of({"mitid-help", "loan", "print"});
  const int people = 1 + static_cast<int>(m_world.chance.below(5));
  return recorded(m_running->recorder.amend(*help,
                                            [&](Fields& fields) {
                                              fields.topic = topic;
                                              fields.people = people;
                                            }),
                  "amendment of " + brief(*help));
}

bool SimTablet::withdraw() {
  const auto help = someHelp();
  return help && recorded(m_running->recorder.withdraw(*help), "withdrawal of " + brief(*help));
}

bool SimTablet::refer() {
  const auto help = someHelp();
  if (!help) return false;
  const auto id = m_running->recorder.refer(*help, {"citizen_service"});
  if (!recorded(id ? Status{} : Status{id.error()}, "referral of " + brief(*help))) return false;
  m_ledger.referrals.push_back(*id);
  return true;
}

TabletCopy SimTablet::copy() const {
  return {m_world.disks.copy(m_folder), m_secrets.all};
}

void SimTablet::become(const TabletCopy& copy) {
  if (!m_saved.empty()) m_ledger.readAcked(m_folder);
  m_world.disks.paste(m_folder, copy.files);
  die();
  m_secrets.all = copy.secrets;
  m_saved.clear();
}

}  // namespace vejviser::sim
