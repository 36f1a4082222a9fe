// Network namespaces, where there are any: named by a file such as /run/netns/x.
#pragma once

#include <QString>
#include <QStringList>

namespace vejviser::test {

/// What to put before a command so that it runs in `space`.
QStringList within(const QString& space);

/// A socket that listens in `space`, whatever namespace this process is in. Whoever takes it over
/// serves `space` from here.
int listenIn(const QString& space, const QString& address, int port);

}  // namespace vejviser::test
