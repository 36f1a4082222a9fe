#include "tests/support/exchanges.h"

#include "platform/gzip.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace vejviser::test {

namespace {

constexpr std::size_t kLargestBody = 64 * 1024 * 1024;

void addHeader(Exchange& exchange, const QByteArray& line) {
  const qsizetype colon = line.indexOf(':');
  if (colon < 0) return;
  exchange.headers.emplace_back(line.left(colon).toStdString(),
                                line.mid(colon + 1).trimmed().toStdString());
}

bool isPacked(const Exchange& exchange) {
  return std::find(exchange.headers.begin(), exchange.headers.end(),
                   std::pair<std::string, std::string>{"Content-Encoding", "gzip"}) !=
         exchange.headers.end();
}

}  // namespace

void keepExchange(const Exchange& exchange) {
  const QString folder = qEnvironmentVariable("VEJVISER_EXCHANGES");
  if (folder.isEmpty() || exchange.status == 0) return;
  QJsonArray headers;
  for (const auto& [name, value] : exchange.headers) {
    headers.append(QJsonArray{QString::fromStdString(name), QString::fromStdString(value)});
  }
  const QJsonObject line{{"method", exchange.method},
                         {"path", exchange.path},
                         {"status", exchange.status},
                         {"headers", headers},
                         {"body", QString::fromUtf8(exchange.body)}};
  QDir{}.mkpath(folder);
  QFile file{folder + "/" + QCoreApplication::applicationName() + ".jsonl"};
  static const bool kBegun = file.remove() || true;  // what an earlier run wrote
  static_cast<void>(kBegun);
  if (!file.open(QIODevice::Append)) qFatal("%s cannot be written", qPrintable(file.fileName()));
  file.write(QJsonDocument{line}.toJson(QJsonDocument::Compact) + "\n");
}

Exchange exchangeOf(const QByteArray& request, const QByteArray& answer) {
  Exchange exchange;
  const qsizetype end = answer.indexOf("\r\n\r\n");
  const QByteArrayList asked = request.left(request.indexOf("\r\n")).split(' ');
  if (end < 0 || !answer.startsWith("HTTP/1.1 ")) return exchange;
  const bool readable = asked.size() == 3 && asked[2] == "HTTP/1.1";
  exchange.method = readable ? QString::fromUtf8(asked[0]) : QString{};
  exchange.path = readable ? QString::fromUtf8(asked[1]).section('?', 0, 0) : QString{};
  const QByteArrayList lines = answer.left(end).split('\n');
  exchange.status = lines.first().split(' ').value(1).toInt();
  for (const QByteArray& line : lines.mid(1)) addHeader(exchange, line);
  exchange.body = answer.mid(end + 4);
  if (isPacked(exchange)) {
    const auto plain = platform::gunzip(exchange.body.toStdString(), kLargestBody);
    if (!plain) qFatal("%s", plain.error().text().c_str());
    exchange.body = QByteArray::fromStdString(*plain);
  }
  return exchange;
}

}  // namespace vejviser::test
