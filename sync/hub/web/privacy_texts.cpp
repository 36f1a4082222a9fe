#include "sync/hub/web/privacy_texts.h"

namespace vejviser::hub::web {

namespace {

constexpr Text kTexts[] = {
    {"erase_page", "Slet indhold", "Erase"},
    {"erase_intro",
     "Har nogen skrevet noget, der ikke må stå her, kan du slette det for altid. Det slettes her "
     "på serveren og kan ikke komme igen. Den tablet, det er skrevet på, og gamle "
     "sikkerhedskopier kan stadig have det.",
     "If somebody wrote what must not stand here, you can erase it for good. It is erased on this "
     "hub and cannot come back. The tablet it was written on and old backups may still have it."},
    {"erase_id", "Registreringens id", "The entry's id"},
    {"erase_look", "Vis registreringen", "Show the entry"},
    {"erase_this", "Slet", "Erase"},
    {"erase_now", "Slet for altid", "Erase for good"},
    {"erase_warning",
     "Det kan ikke fortrydes. Registreringen mister alt, hvad den siger, og tælles ikke længere "
     "med.",
     "This cannot be undone. The entry loses all that it says and is not counted any more."},
    {"erase_several", "Alt, hvad der hører til, slettes også; registreringer i alt",
     "All that belongs to it is erased too; entries in all"},
    {"erase_sure", "Ja, det skal slettes for altid", "Yes, erase it for good"},
    {"erase_not_sure", "Sæt kryds ved, at det skal slettes for altid. Intet er slettet.",
     "Tick that it is to be erased for good. Nothing was erased."},
    {"erase_no_id", "Det er ikke et id. Intet er slettet.",
     "That is not an id. Nothing was erased."},
    {"erase_not_here", "Der er ingen registrering med det id her. Intet er slettet.",
     "There is no entry with that id here. Nothing was erased."},
    {"erased_already", "Indholdet er allerede slettet.", "The content was erased already."},
    {"erased_done_one", "registrering er slettet.", "entry was erased."},
    {"erased_done", "registreringer er slettet.", "entries were erased."},
    {"back_to_erase", "Tilbage til Slet indhold", "Back to Erase"},
    {"own_words", "Tekst", "Text"},
    {"no_words", "Der er ingen tekst i registreringen.", "There is no text in the entry."},
    {"looks_like", "Ligner", "Looks like"},
    {"data_cpr", "CPR-nummer", "CPR number"},
    {"data_phone", "Telefonnummer", "Phone number"},
    {"data_mail", "Mailadresse", "Mail address"},
    {"data_card", "Betalingskort", "Payment card"},
    {"data_user_id", "Bruger-id", "User ID"},
    {"suspects", "Tekster, der ligner personoplysninger", "Texts that look like personal data"},
    {"suspects_note",
     "Fundet ved at lede i alle spørgsmål og svar. Navne kan ikke findes på den måde, og ikke alt, "
     "hvad der ligner, er personoplysninger.",
     "Found by searching all questions and answers. Names cannot be found this way, and not all "
     "that looks like it is personal data."},
    {"suspects_none", "Der er ingen.", "There are none."},
    {"search_on", "Led videre", "Search on"},
    {"retention_page", "Opbevaring", "Retention"},
    {"retention_intro",
     "Hvad serveren gemmer, hvor længe og hvorfor. Du kan kun ændre, hvor længe teksterne gemmes; "
     "resten ligger fast.",
     "What the hub keeps, how long and why. Only the time of texts can be changed; the rest is "
     "fixed."},
    {"retention_warning",
     "En tekst, der er for gammel, fjernes inden for et døgn og kan ikke hentes tilbage. "
     "Spørgsmålet "
     "tælles stadig med, og et svar fjernes sammen med sit spørgsmål.",
     "A text that is too old is taken away within a day and cannot be brought back. The question "
     "still counts, and an answer goes with its question."},
    {"texts_days", "Antal dage", "Number of days"},
    {"texts_days_hint",
     "dage, fra spørgsmålet er modtaget. Intet tal: så længe serveren er i brug.",
     "days from when the question arrived. No number: as long as the hub is in use."},
    {"texts_days_wrong", "Skriv et helt antal dage, eller lad feltet stå tomt. Mulige dage:",
     "Write a whole number of days, or leave the field empty. Possible days:"},
    {"all_kept", "Alt, hvad der gemmes", "All that is kept"},
    {"keep_forever", "Så længe serveren er i brug", "As long as the hub is in use"},
    {"keep_as_it_says", "Som it har bestemt", "As IT decided"},
    {"days", "dage", "days"},
    {"hours_long", "timer", "hours"},
    {"minutes", "minutter", "minutes"},
    {"keep_texts", "Tekster i spørgsmål og svar", "Texts of questions and answers"},
    {"keep_texts_why",
     "De bruges til at lære af. Mindst 35 dage: En tablet gemmer det sendte så længe og kunne "
     "sende "
     "teksten igen.",
     "They are there to learn from. At least 35 days: a tablet keeps what it sent that long and "
     "could send the text again."},
    {"keep_entries", "Registreringer", "Entries"},
    {"keep_entries_why",
     "En tablet må gerne sende det samme to gange og rette det sent, og tallene kan tælles efter. "
     "Det går kun, når registreringerne er der. De siger ikke, hvem borgeren eller medarbejderen "
     "er.",
     "A tablet may send the same twice and correct it late, and the figures can be counted anew. "
     "That takes the entries. They do not say who the citizen or the member of staff is."},
    {"keep_figures", "Tal", "Figures"},
    {"keep_figures_why", "Et år skal kunne sammenlignes med de foregående.",
     "A year is to be compared with those before it."},
    {"keep_erased_ids", "Id’er på det, der er slettet", "Ids of what was erased"},
    {"keep_erased_ids_why", "Ellers kunne det komme igen fra en tablet eller en sikkerhedskopi.",
     "Else it could come back from a tablet or a backup."},
    {"keep_audit", "Ændringsloggen", "The audit log"},
    {"keep_audit_why", "Den viser, hvem der har ændret hvad, og er kun noget værd, når den er hel.",
     "It shows who changed what, and is worth something only while it is whole."},
    {"keep_on_tablets", "Det, en tablet har sendt, på tabletten",
     "What a tablet sent, on the tablet"},
    {"keep_on_tablets_why",
     "Så kan den sende det igen, hvis serveren må gå tilbage til en sikkerhedskopi.",
     "So that it can send it again if the hub has to go back to a backup."},
    {"keep_shared", "Spørgsmål og arrangementer på tablets", "Questions and events on tablets"},
    {"keep_shared_why",
     "Så kan personalet se de samme uger året før. Henvisninger er der i 35 dage, efter at sedlen "
     "er udløbet. Et spørgsmål forsvinder sammen med sin tekst.",
     "So that staff can look at the same weeks of the year before. Referrals are there for 35 days "
     "after their slip is void. A question goes with its text."},
    {"keep_sessions", "At nogen er logget ind her", "That somebody is logged in here"},
    {"keep_sessions_why", "En vagt. Efter to timer uden brug slutter det også.",
     "A shift. It also ends after two hours without use."},
    {"keep_guesses", "Forkerte adgangskoder og koder", "Wrong passwords and codes"},
    {"keep_guesses_why", "De sinker den, der gætter. Kun antallet gemmes.",
     "They slow down whoever guesses. Only their number is kept."},
    {"keep_codes", "Koder til nye tablets", "Codes for new tablets"},
    {"keep_codes_why", "Lang tid nok til at skrive en kode ind.", "Long enough to type a code."},
    {"keep_backups", "Sikkerhedskopier", "Backups"},
    {"keep_backups_why",
     "En fjernet tekst står i de sikkerhedskopier, der er ældre. Gem dem ikke længere end "
     "nødvendigt.",
     "A text that was taken away stands in the backups that are older. Keep them no longer than "
     "needed."},
    {"act_retention-set", "Opbevaring ændret", "Retention changed"},
};

}  // namespace

std::span<const Text> privacyTexts() {
  return kTexts;
}

}  // namespace vejviser::hub::web
