#include "sync/hub/drawing.h"

#include <algorithm>
#include <cairo-pdf.h>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <pango/pangocairo.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace vejviser::hub {

namespace {

// Lengths are in points, 1/72 inch, as PDF has them.
constexpr double kPageWidth = 595.28;
constexpr double kPageHeight = 841.89;
constexpr double kMargin = 42;
constexpr double kWidth = kPageWidth - 2 * kMargin;
constexpr double kPngScale = 2;
constexpr double kRow = 15;
constexpr double kSize = 9;  // of letters
constexpr double kSmall = 7.5;
constexpr const char* kFonts = "DejaVu Sans, sans-serif";

struct Colour {
  double red = 0;
  double green = 0;
  double blue = 0;
};
constexpr Colour kInk{0.10, 0.13, 0.15};
constexpr Colour kFaint{0.35, 0.38, 0.40};
constexpr Colour kRule{0.80, 0.82, 0.83};
// The units' colours, as on the pages (web/style.css).
constexpr std::array<Colour, 2> kParts = {
    {{0x0f / 255., 0x6b / 255., 0x6b / 255.}, {0xc2 / 255., 0x57 / 255., 0x1a / 255.}}};

template <class T>
struct Unref {
  void operator()(T* object) const { g_object_unref(object); }
};
template <class T>
using Held = std::unique_ptr<T, Unref<T>>;
using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

enum class Align { Left, Middle, Right };

struct Look {
  double size = kSize;
  bool bold = false;
  Align align = Align::Left;
  Colour colour = kInk;
  int lines = 1;
};

/// What a part of the page is to a reader that cannot see it. Source: ISO 32000-1 §14.8.4.
class Tag {
 public:
  Tag(cairo_t* cairo, const char* name) : m_cairo(cairo), m_name(name) {
    cairo_tag_begin(m_cairo, m_name, nullptr);
  }
  ~Tag() { cairo_tag_end(m_cairo, m_name); }
  Tag(const Tag&) = delete;
  Tag& operator=(const Tag&) = delete;

 private:
  cairo_t* m_cairo;
  const char* m_name;
};

/// Draws blocks below each other on the pages of a surface.
class Pen {
 public:
  Pen(cairo_t* cairo, PangoFontMap* fonts)
      : m_cairo(cairo), m_pango(pango_font_map_create_context(fonts)) {
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(m_pango.get(), options);
    cairo_font_options_destroy(options);
  }

  void page(const std::vector<DrawnBlock>& blocks, const std::string& foot);

 private:
  void draw(const DrawnHeading& heading);
  void draw(const DrawnText& text);
  void draw(const DrawnTable& table);
  void draw(const DrawnChart& chart);
  void draw(const DrawnGrid& grid);

  void row(const DrawnTable& table, const std::vector<std::string>& cells, bool isHeading);
  void legend(const std::vector<std::string>& legend);
  void names(const std::vector<DrawnColumn>& columns, double y, double step);

  /// Its height.
  double write(double x, double y, double width, const std::string& text, const Look& look);
  void colour(const Colour& colour) {
    cairo_set_source_rgb(m_cairo, colour.red, colour.green, colour.blue);
  }
  void fill(double x, double y, double width, double height, const Colour& with) {
    colour(with);
    cairo_rectangle(m_cairo, x, y, width, height);
    cairo_fill(m_cairo);
  }
  void line(double y) { fill(kMargin, y, kWidth, 0.5, kRule); }

  cairo_t* m_cairo;
  Held<PangoContext> m_pango;
  double m_y = kMargin;
};

double Pen::write(double x, double y, double width, const std::string& text, const Look& look) {
  const Held<PangoLayout> layout{pango_layout_new(m_pango.get())};
  PangoFontDescription* font = pango_font_description_from_string(kFonts);
  pango_font_description_set_absolute_size(font, look.size * PANGO_SCALE);
  if (look.bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_height(layout.get(), -look.lines);
  pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment(layout.get(), look.align == Align::Left     ? PANGO_ALIGN_LEFT
                                           : look.align == Align::Middle ? PANGO_ALIGN_CENTER
                                                                         : PANGO_ALIGN_RIGHT);
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  colour(look.colour);
  cairo_move_to(m_cairo, x, y);
  pango_cairo_show_layout(m_cairo, layout.get());
  int height = 0;
  pango_layout_get_size(layout.get(), nullptr, &height);
  return static_cast<double>(height) / PANGO_SCALE;
}

void Pen::draw(const DrawnHeading& heading) {
  const bool first = heading.level == 1;
  const Tag tag{m_cairo, first ? "H1" : "H2"};
  m_y += first ? 0 : 10;
  const Look look{first ? 18. : 11., true, Align::Left, first ? kParts[0] : kInk, first ? 2 : 1};
  m_y += write(kMargin, m_y, kWidth, heading.text, look) + 4;
}

void Pen::draw(const DrawnText& text) {
  const Tag tag{m_cairo, "P"};
  m_y += write(kMargin, m_y, kWidth, text.text, {kSize, false, Align::Left, kFaint, 8}) + 4;
}

/// A row's numbers, and its bar if the table has bars, each get a column as wide as the others.
void Pen::row(const DrawnTable& table, const std::vector<std::string>& cells, bool isHeading) {
  const Tag tag{m_cairo, "TR"};
  const bool bars = std::any_of(table.rows.begin(), table.rows.end(),
                                [](const DrawnRow& each) { return each.bar[0] + each.bar[1] > 0; });
  const double column = bars ? 74 : 104;
  const double bar = bars ? 90 : 0;
  const double name = kWidth - bar - column * static_cast<double>(table.headings.size() - 1);
  double x = kMargin;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Tag cell{m_cairo, isHeading || i == 0 ? "TH" : "TD"};
    const double width = i == 0 ? name : column;
    write(x, m_y + 2, width - 6, cells[i],
          {isHeading ? kSmall : kSize, isHeading, i == 0 ? Align::Left : Align::Right,
           isHeading ? kFaint : kInk});
    x += width;
  }
}

void Pen::draw(const DrawnTable& table) {
  constexpr double kBar = 84;
  const Tag tag{m_cairo, "Table"};
  row(table, table.headings, true);
  m_y += kRow;
  for (const DrawnRow& each : table.rows) {
    line(m_y);
    row(table, each.cells, false);
    double x = kMargin + kWidth - kBar;
    for (std::size_t part = 0; part < each.bar.size(); ++part) {
      fill(x, m_y + 4, kBar * each.bar[part], kRow - 7, kParts[part]);
      x += kBar * each.bar[part];
    }
    m_y += kRow;
  }
  m_y += 4;
}

void Pen::legend(const std::vector<std::string>& legend) {
  constexpr double kEach = 130;
  double x = kMargin;
  for (std::size_t i = 0; i < legend.size(); ++i) {
    fill(x, m_y + 2, 8, 8, i < kParts.size() ? kParts[i] : kRule);
    write(x + 12, m_y + 1, kEach - 16, legend[i], {kSmall});
    x += kEach;
  }
  m_y += kRow;
}

/// Under the columns, as many as there is room for.
void Pen::names(const std::vector<DrawnColumn>& columns, double y, double step) {
  constexpr double kName = 64;
  const auto each = static_cast<std::size_t>(kName / step) + 1;
  for (std::size_t i = 0; i < columns.size(); i += each) {
    const double x = kMargin + static_cast<double>(i) * step;
    const double room = kMargin + kWidth - x;
    if (room < kName && i > 0) break;
    write(x, y, std::min(kName, room), columns[i].name, {kSmall, false, Align::Left, kFaint});
  }
}

void Pen::draw(const DrawnChart& chart) {
  constexpr double kHeight = 130;
  legend(chart.legend);
  write(kMargin, m_y, kWidth, chart.top, {kSmall, false, Align::Left, kFaint});
  m_y += 11;
  line(m_y);
  line(m_y + kHeight / 2);
  const double step = kWidth / static_cast<double>(std::max<std::size_t>(chart.columns.size(), 1));
  const double width = std::min(step * 0.8, 28.);
  double x = kMargin;
  for (const DrawnColumn& column : chart.columns) {
    double y = m_y + kHeight;
    for (std::size_t part = 0; part < column.parts.size(); ++part) {
      y -= kHeight * column.parts[part];
      fill(x, y, width, kHeight * column.parts[part], kParts[part]);
    }
    if (column.withheld) fill(x, y - 6, width, 5, kRule);
    x += step;
  }
  m_y += kHeight;
  fill(kMargin, m_y, kWidth, 0.8, kInk);
  names(chart.columns, m_y + 3, step);
  m_y += kRow + 2;
}

void Pen::draw(const DrawnGrid& grid) {
  constexpr double kName = 84;
  constexpr double kLine = 13;
  constexpr double kDarkest = 0.55;  // ink can be read on it
  const Tag tag{m_cairo, "Table"};
  const double step = (kWidth - kName) / static_cast<double>(grid.headings.size() - 1);
  {
    const Tag row{m_cairo, "TR"};
    for (std::size_t i = 0; i < grid.headings.size(); ++i) {
      const Tag cell{m_cairo, "TH"};
      const double x = i == 0 ? 0 : kName + static_cast<double>(i - 1) * step;
      write(kMargin + x, m_y + 1, i == 0 ? kName : step, grid.headings[i],
            {kSmall, true, i == 0 ? Align::Left : Align::Middle, kFaint});
    }
  }
  m_y += kLine;
  for (const auto& [name, cells] : grid.rows) {
    const Tag row{m_cairo, "TR"};
    {
      const Tag cell{m_cairo, "TH"};
      write(kMargin, m_y + 2, kName, name, {kSmall});
    }
    double x = kMargin + kName;
    for (const DrawnCell& each : cells) {
      const double light = 1 - kDarkest * each.shade;
      const Colour& full = kParts[0];
      fill(x + 0.5, m_y + 0.5, step - 1, kLine - 1,
           {full.red + (1 - full.red) * light, full.green + (1 - full.green) * light,
            full.blue + (1 - full.blue) * light});
      const Tag cell{m_cairo, "TD"};
      write(x, m_y + 2, step, each.text, {kSmall, false, Align::Middle});
      x += step;
    }
    m_y += kLine;
  }
  m_y += 4;
}

void Pen::page(const std::vector<DrawnBlock>& blocks, const std::string& foot) {
  fill(0, 0, kPageWidth, kPageHeight, {1, 1, 1});
  m_y = kMargin;
  for (const DrawnBlock& block : blocks) {
    std::visit([this](const auto& each) { draw(each); }, block);
  }
  const double y = kPageHeight - kMargin + 8;
  line(y - 4);
  write(kMargin, y, kWidth, foot, {kSmall, false, Align::Left, kFaint});
}

/// Fonts of one drawing: what was loaded for it is freed with it.
Result<Held<PangoFontMap>> loadFonts() {
  Held<PangoFontMap> fonts{pango_cairo_font_map_new()};
  const Held<PangoContext> context{pango_font_map_create_context(fonts.get())};
  const Held<PangoLayout> letters{pango_layout_new(context.get())};
  pango_layout_set_text(letters.get(), "Aå1", -1);
  if (pango_layout_get_unknown_glyphs_count(letters.get()) == 0) return fonts;
  return Error{ErrorCode::Storage, "fonts",
               "there are none with Danish letters; install fonts-dejavu-core"};
}

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

Status statusOf(cairo_status_t status) {
  if (status == CAIRO_STATUS_SUCCESS) return {};
  return Error{ErrorCode::Storage, "drawing", cairo_status_to_string(status)};
}

/// One at a time: drawings are rare, and each holds fonts and a picture in memory.
std::mutex& turn() {
  static std::mutex mutex;
  return mutex;
}

/// Draws the pages on `surface`, `next` after each.
Status drawPages(const Drawing& drawing, cairo_surface_t* surface, PangoFontMap* fonts,
                 const std::function<void(cairo_t*)>& next) {
  const Context context{cairo_create(surface), cairo_destroy};
  Pen pen{context.get(), fonts};
  const std::string count = std::to_string(drawing.pages.size());
  for (std::size_t i = 0; i < drawing.pages.size(); ++i) {
    pen.page(drawing.pages[i], drawing.foot + " \u00b7 " + std::to_string(i + 1) + "/" + count);
    next(context.get());
  }
  return statusOf(cairo_status(context.get()));
}

/// Says in which language the text is, that it is tagged, and that the title is its name.
Result<std::string> completed(const std::string& pdf, const std::string& language) {
  try {
    QPDF document;
    document.processMemoryFile("report", pdf.data(), pdf.size());
    QPDFObjectHandle root = document.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newString(language));
    root.replaceKey("/MarkInfo", QPDFObjectHandle::parse("<< /Marked true >>"));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    QPDFWriter writer{document};
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return std::string{reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
  } catch (const std::exception& fault) {
    return Error{ErrorCode::Storage, "drawing", fault.what()};
  }
}

}  // namespace

Result<std::string> pdfOf(const Drawing& drawing) {
  const std::lock_guard lock{turn()};
  const auto fonts = loadFonts();
  if (!fonts) return fonts.error();
  std::string pdf;
  const Surface surface{cairo_pdf_surface_create_for_stream(append, &pdf, kPageWidth, kPageHeight),
                        cairo_surface_destroy};
  const std::string made = toString(drawing.made) + "T00:00:00";
  const auto say = [&surface](cairo_pdf_metadata_t what, const std::string& text) {
    cairo_pdf_surface_set_metadata(surface.get(), what, text.c_str());
  };
  say(CAIRO_PDF_METADATA_TITLE, drawing.title);
  say(CAIRO_PDF_METADATA_CREATE_DATE, made);
  say(CAIRO_PDF_METADATA_MOD_DATE, made);
  const Status drawn = drawPages(drawing, surface.get(), fonts->get(), cairo_show_page);
  if (!drawn) return drawn.error();
  cairo_surface_finish(surface.get());
  const Status finished = statusOf(cairo_surface_status(surface.get()));
  if (!finished) return finished.error();
  return completed(pdf, drawing.language);
}

Result<std::string> pngOf(const Drawing& drawing) {
  const std::lock_guard lock{turn()};
  const auto fonts = loadFonts();
  if (!fonts) return fonts.error();
  const auto pages = static_cast<int>(drawing.pages.size());
  const Surface surface{
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(kPageWidth * kPngScale),
                                 static_cast<int>(kPageHeight * kPngScale) * pages),
      cairo_surface_destroy};
  cairo_surface_set_device_scale(surface.get(), kPngScale, kPngScale);
  const Status drawn = drawPages(drawing, surface.get(), fonts->get(),
                                 [](cairo_t* cairo) { cairo_translate(cairo, 0, kPageHeight); });
  if (!drawn) return drawn.error();
  std::string png;
  const Status written = statusOf(cairo_surface_write_to_png_stream(surface.get(), append, &png));
  if (!written) return written.error();
  return png;
}

}  // namespace vejviser::hub
