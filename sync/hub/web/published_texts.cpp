#include "sync/hub/web/published_texts.h"

namespace vejviser::hub::web {

namespace {

constexpr Text kTexts[] = {
    {"withheld", "skjult", "withheld"},
    {"at_least", "mindst", "at least"},
    {"published_line",
     "Offentliggjorte tal for hele måneder. Små tal er skjult af hensyn til fortrolighed, og med "
     "dem så mange andre, at de ikke kan regnes ud.",
     "Published figures of whole months. Small numbers are withheld to protect confidentiality, "
     "and with them as many others as it takes that they cannot be worked out."},
    {"published_none",
     "Der er ikke offentliggjort tal for perioden. En måned offentliggøres den 4. i måneden efter. "
     "Administratoren kan under Små tal vælge, hvem der ser de præcise tal.",
     "No figures are published for this period. A month is published on the 4th of the month "
     "after it. The administrator can choose under Small numbers who sees the exact figures."},
    {"restated", "gjort op igen med sene registreringer", "made anew with late entries,"},
    {"figures_are", "Tallene er", "The figures are"},
    {"figures_exact", "præcise, må ikke deles videre", "exact, not to be passed on"},
    {"figures_published", "offentliggjorte", "published"},
    {"months_published", "Måneder (udgave)", "Months (version)"},
    {"file_series", "Tal fra andre systemer", "Totals of other systems"},
    {"file_series_why", "Udlån, besøg og andet, som Vejviser ikke selv tæller, og brud i tallene.",
     "Loans, visits and what else Vejviser does not count itself, and breaks in series."},
    {"file_totals_why", "Tallene i én af de serier, som et andet system tæller.",
     "The totals of one of the series that another system counts."},
    {"file_small-cells", "Små tal", "Small numbers"},
    {"file_small-cells_why", "Hvilke tal der skjules, og hvem der ser de præcise.",
     "Which numbers are withheld, and who sees the exact ones."},
    {"small_cells", "Små tal", "Small numbers"},
    {"small_cells_intro",
     "Tal under grænsen kan røbe, hvem de handler om. De skjules i det, der offentliggøres hver "
     "måned, ens i appen, på disse sider og i alle filer.",
     "Numbers below the threshold can give away whom they are about. They are withheld from what "
     "is published every month, the same in the app, on these pages and in all files."},
    {"threshold", "Skjul tal under", "Withhold numbers below"},
    {"threshold_hint", "Fra 3 til 10. Gælder de måneder, der offentliggøres fra nu af.",
     "From 3 to 10. Counts for the months published from now on."},
    {"exact_for", "Hvem ser de præcise tal", "Who sees the exact figures"},
    {"exact_nobody", "Ingen: alle ser de offentliggjorte måneder",
     "Nobody: all see the published months"},
    {"exact_supervisors", "Ledere og administratorer, på disse sider",
     "Supervisors and administrators, on these pages"},
    {"exact_all", "Alle med adgang til tal, også tablets og andre programmer",
     "All who may see figures, tablets and other programs too"},
    {"exact_hint",
     "De præcise tal omfatter også den måned, der er i gang. De må ikke deles videre.",
     "The exact figures also cover the month that is under way. They must not be passed on."},
};

}  // namespace

std::span<const Text> publishedTexts() {
  return kTexts;
}

}  // namespace vejviser::hub::web
