#include "src/app/slip_page.h"

#include "platform/files.h"
#include "platform/qr_code.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFont>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace vejviser::app {

namespace {

constexpr int kDots = 300;  // an inch of the page

QString word(const char* source) {
  return QCoreApplication::translate("SlipPage", source);
}

/// Writes lines one below the other on a page.
class Lines {
 public:
  explicit Lines(QPainter& painter) : m_painter(painter), m_width(painter.viewport().width()) {}

  void write(const QString& text, int points, bool bold = false) {
    QFont font = m_painter.font();
    font.setPointSize(points);
    font.setBold(bold);
    m_painter.setFont(font);
    const QRect room{0, m_y, m_width, m_painter.viewport().height()};
    QRect used;
    m_painter.drawText(room, Qt::AlignHCenter | Qt::TextWordWrap, text, &used);
    m_y += used.height() + kGap;
  }

  void draw(const QImage& image) {
    const int side = m_width / 2;
    m_painter.drawImage(QRect{(m_width - side) / 2, m_y, side, side}, image);
    m_y += side + kGap;
  }

 private:
  static constexpr int kGap = 40;

  QPainter& m_painter;
  int m_width;
  int m_y = 0;
};

}  // namespace

QImage qrImage(const QString& text) {
  const auto code = platform::makeQrCode(text.toStdString());
  if (!code) return {};
  QImage image{code->side, code->side, QImage::Format_Grayscale8};
  for (int y = 0; y < code->side; ++y) {
    for (int x = 0; x < code->side; ++x) {
      image.setPixelColor(x, y, code->isDark(x, y) ? Qt::black : Qt::white);
    }
  }
  return image;
}

QString qrSource(const QString& text, int pixels) {
  if (text.isEmpty()) return {};
  const QImage image = qrImage(text);
  QBuffer png;
  png.open(QIODevice::WriteOnly);
  image.scaled(image.size() * pixels, Qt::KeepAspectRatio, Qt::FastTransformation)
      .save(&png, "PNG");
  return QStringLiteral("data:image/png;base64,") + QString::fromLatin1(png.data().toBase64());
}

Result<std::filesystem::path> SlipPage::save(const std::filesystem::path& folder,
                                             const std::string& stem) const {
  QBuffer pdf;
  pdf.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer{&pdf};
    writer.setPageSize(QPageSize{QPageSize::A6});
    writer.setResolution(kDots);
    writer.setTitle(spoken);
    QPainter painter{&writer};
    Lines lines{painter};
    lines.write(to, 16, true);
    lines.write(topic, 12);
    lines.draw(qrImage(code));
    lines.write(spoken, 28, true);
    lines.write(
        word(QT_TRANSLATE_NOOP("SlipPage", "Show this slip or say its code. Valid until %1."))
            .arg(until),
        11);
    lines.write(word(QT_TRANSLATE_NOOP("SlipPage", "The code says nothing about you.")), 9);
  }
  auto file = platform::NewFile::create(folder, stem, ".pdf");
  if (!file) return file.error();
  const QByteArray& bytes = pdf.data();
  const Status written = file->write({bytes.constData(), static_cast<std::size_t>(bytes.size())});
  if (!written) return written.error();
  return file->finish();
}

}  // namespace vejviser::app
