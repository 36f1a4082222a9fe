#include "sync/hub/web/privacy_texts.h"

namespace vejviser::hub::web {

namespace {

constexpr Text kTexts[] = {
    {"erase_page", "Slet indhold", "Erase"},
    {"erase_intro",
     "Har nogen skrevet noget, der ikke må stå her, kan du slette det for altid. Det slettes her "
     "på serveren og kan ikke komme igen fra en tablet eller en sikkerhedskopi.",
     "If somebody wrote what must not stand here, you can erase it for good. It is erased on this "
     "hub and cannot come back from a tablet or a backup."},
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
    {"act_retention-set", "Opbevaring ændret", "Retention changed"},
};

}  // namespace

std::span<const Text> privacyTexts() {
  return kTexts;
}

}  // namespace vejviser::hub::web
