// What hubs answered in tests, written down for the tests of the API's description: one line of
// JSON each, in the folder that VEJVISER_EXCHANGES names; without it, nothing is.
#pragma once

#include <QByteArray>
#include <QString>
#include <string>
#include <utility>
#include <vector>

namespace vejviser::test {

struct Exchange {
  QString method;
  QString path;  ///< without the query
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers;
  QByteArray body;  ///< unpacked
};

void keepExchange(const Exchange& exchange);

/// Takes a request and its answer apart as they went over the wire. Status 0 when there is no whole
/// head.
Exchange exchangeOf(const QByteArray& request, const QByteArray& answer);

}  // namespace vejviser::test
