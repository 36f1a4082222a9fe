// Where a citizen can be sent, in a person's words: units, branches and outside bodies, and whether
// they are open.
#pragma once

#include "src/store/tablet_store.h"

#include <QString>
#include <QVariantList>
#include <optional>
#include <string>
#include <vector>

namespace vejviser::app {

struct Place {
  std::string to;      ///< a unit's or a body's code
  std::string branch;  ///< of a unit: where; empty: anywhere
  QString name;
  QString open;  ///< "Open until 18.00"; empty when the hours are not known
  bool isOpen = false;
  QString contact;  ///< a number or an address, of a body
};

/// The places that whoever works at `here` can send a citizen to about `topic`: the other unit
/// first, then outside bodies, then other branches.
std::vector<Place> placesFor(const store::Municipality& municipality, const Topic& topic,
                             const store::Workplace& here, Instant now);

/// A branch's name; its code as long as nobody has told the name.
QString branchName(const store::Municipality& municipality, const std::string& branch);

/// The branches as QML knows choices; none before the hub has told any.
QVariantList branchChoices(const store::Municipality& municipality);

/// The name of where a referral goes.
QString placeName(const store::Municipality& municipality, const std::string& to,
                  const std::string& branch);

}  // namespace vejviser::app
