#include "sync/hub/web/people_texts.h"

namespace vejviser::hub::web {

namespace {

constexpr Text kTexts[] = {
    {"no_entry", "Ingen adgang", "No access"},
    {"no_right", "Din rolle giver ikke adgang til dette. Spørg en administrator.",
     "Your role does not give access to this. Ask an administrator."},
    {"other_unit", "Det hører til den anden enhed. Intet er ændret.",
     "This belongs to the other unit. Nothing was changed."},
    {"not_a_user", "Du er logget ind, men er ikke oprettet som bruger her. Spørg en administrator.",
     "You are logged in, but there is no user of your name here. Ask an administrator."},
    {"old_form", "Siden var for gammel, og intet er ændret. Åbn den igen, og prøv igen.",
     "The page was too old, and nothing was changed. Open it again and try again."},

    {"people_page", "Brugere", "People"},
    {"people_intro",
     "Dem, der kan logge ind her. En ny rolle eller adgangskode logger brugeren ud overalt.",
     "Those who can log in here. A new role or password logs the user out everywhere."},
    {"roles_note",
     "En læser ser de fælles tal. En leder ser også det, der ikke tælles med, og tablets. En leder "
     "af én enhed ændrer kun det, der hører til enheden. It ser tablets og ændringsloggen, men "
     "ingen tal. En administrator kan det hele.",
     "A reader sees the shared figures. A supervisor also sees what is held, and tablets. A "
     "supervisor of one unit changes only what belongs to it. IT sees tablets and the audit log, "
     "but no figures. An administrator can do everything."},
    {"role", "Rolle", "Role"},
    {"role_reader", "Læser", "Reader"},
    {"role_supervisor", "Leder", "Supervisor"},
    {"role_administrator", "Administrator", "Administrator"},
    {"role_it", "It", "IT"},
    {"both_units", "begge enheder", "both units"},
    {"change_role", "Skift rolle", "Change role"},
    {"new_password", "Ny adgangskode", "New password"},
    {"remove_user", "Fjern", "Remove"},
    {"add_user", "Opret bruger", "Add user"},
    {"start_password", "Adgangskode til", "Password of"},
    {"told_once",
     "Den vises kun denne ene gang. Giv den videre, og bed om, at den skiftes ved første login.",
     "It is shown this once only. Pass it on, and ask that it be changed at the first log-in."},
    {"user_there", "Der er allerede en bruger med det navn. Intet er ændret.",
     "There is a user of that name already. Nothing was changed."},
    {"user_wrong", "Det kunne ikke gøres. Intet er ændret.",
     "It could not be done. Nothing was changed."},
    {"last_administrator", "Der skal være mindst én administrator. Intet er ændret.",
     "There must be at least one administrator. Nothing was changed."},

    {"own_password", "Skift adgangskode", "Change password"},
    {"password_intro", "Mindst 10 tegn. Du bliver logget ud på andre computere.",
     "At least 10 characters. You are logged out on other computers."},
    {"password_current", "Nuværende adgangskode", "Current password"},
    {"password_next", "Ny adgangskode", "New password"},
    {"password_again", "Gentag den nye", "Repeat the new one"},
    {"password_changed", "Adgangskoden er skiftet.", "The password was changed."},
    {"current_wrong", "Den nuværende adgangskode er forkert. Intet er ændret.",
     "The current password is wrong. Nothing was changed."},
    {"password_short", "Den nye adgangskode skal have 10 til 1024 tegn. Intet er ændret.",
     "The new password must have 10 to 1024 characters. Nothing was changed."},
    {"not_the_same", "De to nye adgangskoder er ikke ens. Intet er ændret.",
     "The two new passwords differ. Nothing was changed."},

    {"audit", "Ændringslog", "Audit log"},
    {"audit_intro", "Hvem der har ændret hvad. Loggen kan hverken rettes eller slettes.",
     "Who changed what. The log can be neither changed nor deleted."},
    {"audit_none", "Der er ikke ændret noget endnu.", "Nothing has been changed yet."},
    {"who", "Hvem", "Who"},
    {"object", "På hvad", "On what"},
    {"change", "Ændring", "Change"},
    {"older_lines", "Vis ældre", "Show older"},
    {"newest_lines", "Vis nyeste", "Show newest"},
    {"act_user-add", "Bruger oprettet", "User added"},
    {"act_user-role", "Rolle skiftet", "Role changed"},
    {"act_user-password", "Adgangskode skiftet", "Password changed"},
    {"act_user-remove", "Bruger fjernet", "User removed"},
    {"act_enrol-code", "Kode til tablet givet", "Enrolment code given"},
    {"act_enrol", "Tablet har fået adgang", "Tablet enrolled"},
    {"act_tablet-drain", "Tablet taget ud af brug", "Tablet taken out of use"},
    {"act_tablet-block", "Tablet spærret", "Tablet blocked"},
    {"act_tablet-allow", "Tablet taget i brug igen", "Tablet taken into use again"},
    {"act_held-release", "Talt med", "Held entries released"},
    {"act_erase", "Indhold slettet", "Content erased"},
    {"act_branch-add", "Sted tilføjet", "Branch added"},
    {"act_document-put", "Fil gemt", "Document stored"},
    {"act_document-drop", "Fil fjernet", "Document taken away"},
    {"act_api-token-add", "Adgang til tal givet", "Token to read figures given"},
    {"act_api-token-revoke", "Adgang til tal taget", "Token to read figures revoked"},
    {"act_prune", "Ryddet op", "Pruned"},
    {"act_init", "Server sat op", "Hub set up"},
    {"act_restore", "Gået tilbage til en sikkerhedskopi", "Restored from a backup"},
};

}  // namespace

std::span<const Text> peopleTexts() {
  return kTexts;
}

}  // namespace vejviser::hub::web
