// The slip of a referral as a picture and as a page to print: a code, where to go and until when.
// Nothing on it says who the citizen is.
#pragma once

#include "src/base/result.h"

#include <QImage>
#include <QString>
#include <filesystem>
#include <string>

namespace vejviser::app {

struct SlipPage {
  QString code;    ///< eight characters
  QString spoken;  ///< in groups
  QString to;
  QString until;
  QString topic;

  /// Writes a page of A6 as a new PDF file in `folder`; where it is. Error Storage.
  Result<std::filesystem::path> save(const std::filesystem::path& folder,
                                     const std::string& stem) const;
};

/// A QR code of `text` with its quiet zone, black on white, one pixel a module. Source: ISO/IEC
/// 18004, error correction M.
QImage qrImage(const QString& text);

/// The same as a source for QML's Image, `pixels` for each module.
QString qrSource(const QString& text, int pixels);

}  // namespace vejviser::app
