<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da" sourcelanguage="en">
    <context>
        <name>AsideCard</name>
        <message>
            <source>Try again</source>
            <translation>Prøv igen</translation>
        </message>
        <message>
            <source>Try again: %1</source>
            <translation>Prøv igen: %1</translation>
        </message>
    </context>
    <context>
        <name>AsideDialog</name>
        <message>
            <source>What was set aside</source>
            <translation>Lagt til side</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
    </context>
    <context>
        <name>AsideHeader</name>
        <message>
            <source>Nothing has been set aside. All that was logged here is sent or waits to be sent.</source>
            <translation>Der er ikke lagt noget til side. Alt, hvad der er registreret her, er sendt eller venter på at blive sendt.</translation>
        </message>
        <message>
            <source>Try all again</source>
            <translation>Prøv alle igen</translation>
        </message>
        <message>
            <source>Save this list as a file</source>
            <translation>Gem listen som fil</translation>
        </message>
        <message>
            <source>Save all this tablet's records as a file</source>
            <translation>Gem alle tablettens registreringer som fil</translation>
        </message>
        <message>
            <source>These records are kept, but are not in the shared figures. Your supervisor can have those at the hub counted. This tablet is not told of it.</source>
            <translation>Disse registreringer er gemt, men er ikke med i de fælles tal. Dem på serveren kan din leder få talt med. Tabletten får ikke besked om det.</translation>
        </message>
    </context>
    <context>
        <name>ErrorWindow</name>
        <message>
            <source>Vejviser is already running with these data.</source>
            <translation>Vejviser kører allerede med disse data.</translation>
        </message>
        <message>
            <source>These data were made by a newer Vejviser.</source>
            <translation>Disse data er lavet af en nyere udgave af Vejviser.</translation>
        </message>
        <message>
            <source>Vejviser cannot open its data.</source>
            <translation>Vejviser kan ikke åbne sine data.</translation>
        </message>
        <message>
            <source>Use the window that is open, or close it first.</source>
            <translation>Brug det vindue, der er åbent, eller luk det først.</translation>
        </message>
        <message>
            <source>Update Vejviser on this tablet. Nothing has been changed.</source>
            <translation>Opdatér Vejviser på denne tablet. Intet er ændret.</translation>
        </message>
        <message>
            <source>Nothing has been changed. Tell IT what stands here:</source>
            <translation>Intet er ændret. Fortæl it-afdelingen, hvad der står her:</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
    </context>
    <context>
        <name>HeatMap</name>
        <message>
            <source>Enquiries by weekday and hour</source>
            <translation>Henvendelser efter ugedag og time</translation>
        </message>
        <message>
            <source>From %1 o'clock: %2</source>
            <translation>Fra kl. %1: %2</translation>
        </message>
    </context>
    <context>
        <name>HelpBar</name>
        <message>
            <source>Saved on this tablet: %1</source>
            <translation>Gemt på denne tablet: %1</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Fortryd</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Luk</translation>
        </message>
    </context>
    <context>
        <name>HelpDialog</name>
        <message>
            <source>Logged at %1. Changes are saved at once.</source>
            <translation>Registreret kl. %1. Ændringer gemmes med det samme.</translation>
        </message>
        <message>
            <source>Withdraw this enquiry</source>
            <translation>Slet henvendelsen</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Færdig</translation>
        </message>
        <message>
            <source>Yes, withdraw it</source>
            <translation>Ja, slet den</translation>
        </message>
    </context>
    <context>
        <name>HelpForm</name>
        <message>
            <source>Outcome</source>
            <translation>Udfald</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Varighed</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personer</translation>
        </message>
        <message>
            <source>Referral</source>
            <translation>Henvisning</translation>
        </message>
        <message>
            <source>Refer to %1</source>
            <translation>Henvis til %1</translation>
        </message>
        <message>
            <source>Referred to %1</source>
            <translation>Henvist til %1</translation>
        </message>
    </context>
    <context>
        <name>Labels</name>
        <message>
            <source>Did it alone</source>
            <translation>Klarede det selv</translation>
        </message>
        <message>
            <source>With guidance</source>
            <translation>Med vejledning</translation>
        </message>
        <message>
            <source>Done for them</source>
            <translation>Gjort for borgeren</translation>
        </message>
        <message>
            <source>Referred on</source>
            <translation>Henvist videre</translation>
        </message>
        <message>
            <source>Turned away</source>
            <translation>Afvist</translation>
        </message>
        <message>
            <source>Under 5 min</source>
            <translation>Under 5 min.</translation>
        </message>
        <message>
            <source>5-15 min</source>
            <translation>5-15 min.</translation>
        </message>
        <message>
            <source>15-30 min</source>
            <translation>15-30 min.</translation>
        </message>
        <message>
            <source>30-60 min</source>
            <translation>30-60 min.</translation>
        </message>
        <message>
            <source>Over 1 hour</source>
            <translation>Over 1 time</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>Bibliotek</translation>
        </message>
        <message>
            <source>Citizen service</source>
            <translation>Borgerservice</translation>
        </message>
        <message>
            <source>the library</source>
            <translation>biblioteket</translation>
        </message>
        <message>
            <source>citizen service</source>
            <translation>borgerservice</translation>
        </message>
        <message>
            <source>This tablet's Vejviser is newer than the hub's. Tell IT to update the hub.</source>
            <translation>Vejviser er nyere på tabletten end på serveren. Bed it-afdelingen opdatere serveren.</translation>
        </message>
        <message>
            <source>What it says does not fit together, so it cannot be counted.</source>
            <translation>Oplysningerne passer ikke sammen, så registreringen kan ikke tælles med.</translation>
        </message>
        <message>
            <source>Its time cannot be right: it lies in the future or too far back. Check the tablet's clock.</source>
            <translation>Tidspunktet kan ikke passe: Det ligger ude i fremtiden eller for langt tilbage. Tjek tablettens ur.</translation>
        </message>
        <message>
            <source>Its time was in doubt already when it was recorded.</source>
            <translation>Der var tvivl om tidspunktet, allerede da registreringen blev indlæst.</translation>
        </message>
        <message>
            <source>Its topic is not in the municipality's topic catalogue.</source>
            <translation>Emnet findes ikke i kommunens emnekatalog.</translation>
        </message>
        <message>
            <source>Its place is not on the municipality's list. Choose where you work under Settings.</source>
            <translation>Stedet findes ikke på kommunens liste. Vælg, hvor du arbejder, under Indstillinger.</translation>
        </message>
        <message>
            <source>The hub does not know the unit that it refers to.</source>
            <translation>Serveren kender ikke den enhed, der er henvist til.</translation>
        </message>
        <message>
            <source>The hub had another version of it already, and keeps that.</source>
            <translation>Serveren havde allerede en anden udgave af registreringen og beholder den.</translation>
        </message>
        <message>
            <source>This tablet no longer had access when it was sent. Ask your supervisor.</source>
            <translation>Tabletten havde ikke længere adgang, da registreringen blev sendt. Spørg din leder.</translation>
        </message>
        <message>
            <source>It has been erased at the hub, and stays so.</source>
            <translation>Registreringen er slettet på serveren og bliver ved med at være det.</translation>
        </message>
        <message>
            <source>The hub gives a reason this version does not know: %1</source>
            <translation>Serveren angiver en grund, som denne version ikke kender: %1</translation>
        </message>
    </context>
    <context>
        <name>LogPage</name>
        <message>
            <source>Search for a topic</source>
            <translation>Søg efter et emne</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>Ryd søgningen</translation>
        </message>
        <message>
            <source>Topics</source>
            <translation>Emner</translation>
        </message>
        <message>
            <source>No topic matches. Try another word, or log it as Other.</source>
            <translation>Intet emne passer. Prøv et andet ord, eller registrér det som Andet.</translation>
        </message>
    </context>
    <context>
        <name>Main</name>
        <message>
            <source>New enquiry</source>
            <translation>Ny henvendelse</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Registrér</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>I dag</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Overblik</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Indstillinger</translation>
        </message>
    </context>
    <context>
        <name>OverviewPage</name>
        <message>
            <source>This tablet today</source>
            <translation>Denne tablet i dag</translation>
        </message>
        <message>
            <source>Enquiries</source>
            <translation>Henvendelser</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personer</translation>
        </message>
        <message>
            <source>Referrals</source>
            <translation>Henvisninger</translation>
        </message>
        <message>
            <source>Both units together</source>
            <translation>Begge enheder sammen</translation>
        </message>
        <message>
            <source>As the hub had it at %1. What waits on tablets is not in it yet.</source>
            <translation>Serverens tal, hentet %1. Det, der venter på tablets, er endnu ikke talt med.</translation>
        </message>
        <message>
            <source>The shared figures appear when this tablet has been connected to the hub.</source>
            <translation>De fælles tal vises, når denne tablet har været i forbindelse med serveren.</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Periode</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>I dag</translation>
        </message>
        <message>
            <source>7 days</source>
            <translation>7 dage</translation>
        </message>
        <message>
            <source>28 days</source>
            <translation>28 dage</translation>
        </message>
        <message>
            <source>13 weeks</source>
            <translation>13 uger</translation>
        </message>
        <message>
            <source>Enquiries by topic and unit</source>
            <translation>Henvendelser efter emne og enhed</translation>
        </message>
        <message>
            <source>There are no enquiries in this period.</source>
            <translation>Der er ingen henvendelser i perioden.</translation>
        </message>
        <message>
            <source>Enquiries by weekday and hour</source>
            <translation>Henvendelser efter ugedag og time</translation>
        </message>
        <message>
            <source>Referrals between the units</source>
            <translation>Henvisninger mellem enhederne</translation>
        </message>
    </context>
    <context>
        <name>ReferralFlow</name>
        <message>
            <source>Referrals between the units</source>
            <translation>Henvisninger mellem enhederne</translation>
        </message>
        <message>
            <source>From %1 to %2: %3</source>
            <translation>Fra %1 til %2: %3</translation>
        </message>
        <message>
            <source>From %1 to %2</source>
            <translation>Fra %1 til %2</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>Bibliotek</translation>
        </message>
        <message>
            <source>Citizen service</source>
            <translation>Borgerservice</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Where you work</source>
            <translation>Hvor du arbejder</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Enhed</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Sted</translation>
        </message>
        <message>
            <source>Connection to the hub</source>
            <translation>Forbindelse til serveren</translation>
        </message>
        <message>
            <source>This tablet is “%1” with %2 at %3.</source>
            <translation>Denne tablet er »%1« hos %2 på %3.</translation>
        </message>
        <message>
            <source>the hub</source>
            <translation>serveren</translation>
        </message>
        <message>
            <source>Not connected yet. Your supervisor gives you the address and a code. What you log until then is kept and sent afterwards.</source>
            <translation>Ikke tilsluttet endnu. Din leder giver dig adressen og en kode. Det, du registrerer indtil da, gemmes og sendes bagefter.</translation>
        </message>
        <message>
            <source>The hub's address</source>
            <translation>Serverens adresse</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Kode</translation>
        </message>
        <message>
            <source>Connecting</source>
            <translation>Tilslutter</translation>
        </message>
        <message>
            <source>Connect again</source>
            <translation>Tilslut igen</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>Tilslut</translation>
        </message>
        <message>
            <source>Language and look</source>
            <translation>Sprog og udseende</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprog</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Farver</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Lyse</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Mørke</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Tekststørrelse</translation>
        </message>
        <message>
            <source>About Vejviser</source>
            <translation>Om Vejviser</translation>
        </message>
        <message>
            <source>Vejviser counts how often help is given. It is statistics, not a case record. It never stores who the citizen is or which member of staff helped.</source>
            <translation>Vejviser tæller, hvor ofte der gives hjælp. Det er statistik, ikke en sagsjournal. Vejviser gemmer aldrig, hvem borgeren er, eller hvilken medarbejder der hjalp.</translation>
        </message>
        <message>
            <source>Version %1</source>
            <translation>Version %1</translation>
        </message>
    </context>
    <context>
        <name>SyncBadge</name>
        <message>
            <source>Sync: %1</source>
            <translation>Synkronisering: %1</translation>
        </message>
    </context>
    <context>
        <name>SyncDetails</name>
        <message>
            <source>Send now</source>
            <translation>Send nu</translation>
        </message>
        <message>
            <source>See what was set aside</source>
            <translation>Se, hvad der er lagt til side</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>Today's enquiries</source>
            <translation>Dagens henvendelser</translation>
        </message>
        <message>
            <source>Opens the enquiry to change or withdraw it</source>
            <translation>Åbner henvendelsen, så den kan rettes eller slettes</translation>
        </message>
        <message>
            <source>Referred to %1</source>
            <translation>Henvist til %1</translation>
        </message>
        <message>
            <source>Nothing has been logged on this tablet today. Tap a topic to log the first enquiry.</source>
            <translation>Der er ikke registreret noget på denne tablet i dag. Tryk på et emne for at registrere den første henvendelse.</translation>
        </message>
    </context>
    <context>
        <name>TopicTile</name>
        <message>
            <source>%1, authority task</source>
            <translation>%1, myndighedsopgave</translation>
        </message>
        <message numerus="yes">
            <source>Logs a help. Today: %n</source>
            <translation>
                <numerusform>Registrerer en henvendelse. I dag: %n</numerusform>
                <numerusform>Registrerer en henvendelse. I dag: %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Authority task</source>
            <translation>Myndighedsopgave</translation>
        </message>
    </context>
    <context>
        <name>UnitBars</name>
        <message>
            <source>Enquiries by topic and unit</source>
            <translation>Henvendelser efter emne og enhed</translation>
        </message>
        <message>
            <source>%1: library %2, citizen service %3, total %4</source>
            <translation>%1: bibliotek %2, borgerservice %3, i alt %4</translation>
        </message>
        <message numerus="yes">
            <source>and %n more topics</source>
            <translation>
                <numerusform>og %n emne mere</numerusform>
                <numerusform>og %n emner mere</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>UnitLegend</name>
        <message>
            <source>Library</source>
            <translation>Bibliotek</translation>
        </message>
        <message>
            <source>Citizen service</source>
            <translation>Borgerservice</translation>
        </message>
    </context>
    <context>
        <name>VButton</name>
        <message>
            <source>Not available now</source>
            <translation>Kan ikke bruges lige nu</translation>
        </message>
    </context>
    <context>
        <name>VStepper</name>
        <message>
            <source>%1: one fewer</source>
            <translation>%1: én færre</translation>
        </message>
        <message>
            <source>%1: one more</source>
            <translation>%1: én mere</translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>One tap logs an enquiry. It works without a network and never stores who the citizen is.</source>
            <translation>Ét tryk registrerer en henvendelse. Det virker uden netforbindelse og gemmer aldrig, hvem borgeren er.</translation>
        </message>
        <message>
            <source>Where do you work?</source>
            <translation>Hvor arbejder du?</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprog</translation>
        </message>
    </context>
    <context>
        <name>vejviser::app::ExportController</name>
        <message>
            <source>vejviser-set-aside</source>
            <extracomment>The beginning of a file's name: a-z and hyphens only.</extracomment>
            <translation>vejviser-lagt-til-side</translation>
        </message>
        <message>
            <source>vejviser-records</source>
            <extracomment>The beginning of a file's name: a-z and hyphens only.</extracomment>
            <translation>vejviser-registreringer</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>Gemt som %1</translation>
        </message>
        <message>
            <source>No file was saved: %1</source>
            <translation>Der blev ikke gemt nogen fil: %1</translation>
        </message>
    </context>
    <context>
        <name>vejviser::app::HelpEditor</name>
        <message>
            <source>Not saved: %1</source>
            <translation>Ikke gemt: %1</translation>
        </message>
        <message>
            <source>Not saved: the tablet's disk is full. Free some space and try again.</source>
            <translation>Ikke gemt: Tablettens disk er fuld. Skaf plads, og prøv igen.</translation>
        </message>
        <message>
            <source>Not saved: the tablet cannot write its data (%1). Tell IT.</source>
            <translation>Ikke gemt: Tabletten kan ikke skrive sine data (%1). Kontakt it-afdelingen.</translation>
        </message>
    </context>
    <context>
        <name>vejviser::app::SetAsideModel</name>
        <message>
            <source>The hub cannot read it.</source>
            <translation>Serveren kan ikke læse registreringen.</translation>
        </message>
        <message>
            <source>The hub's answer: %1</source>
            <translation>Serverens svar: %1</translation>
        </message>
        <message>
            <source>A record that cannot be read</source>
            <translation>En registrering, der ikke kan læses</translation>
        </message>
        <message>
            <source>Correction: %1</source>
            <translation>Rettelse: %1</translation>
        </message>
        <message>
            <source>Withdrawal: %1</source>
            <translation>Sletning: %1</translation>
        </message>
        <message>
            <source>Referral: %1</source>
            <translation>Henvisning: %1</translation>
        </message>
        <message>
            <source>Only on this tablet, set aside %1</source>
            <translation>Kun på denne tablet, lagt til side %1</translation>
        </message>
        <message>
            <source>With the hub since %1, not counted</source>
            <translation>På serveren siden %1, tælles ikke med</translation>
        </message>
        <message numerus="yes">
            <source>%n records wait to be sent again.</source>
            <translation>
                <numerusform>%n registrering venter på at blive sendt igen.</numerusform>
                <numerusform>%n registreringer venter på at blive sendt igen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n records have been sent.</source>
            <translation>
                <numerusform>%n registrering er sendt.</numerusform>
                <numerusform>%n registreringer er sendt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The hub still cannot read %n records.</source>
            <translation>
                <numerusform>Serveren kan stadig ikke læse %n registrering.</numerusform>
                <numerusform>Serveren kan stadig ikke læse %n registreringer.</numerusform>
            </translation>
        </message>
        <message>
            <source>The newest %1 of %2 are listed. The file has them all.</source>
            <translation>Listen viser de nyeste %1 af %2. Filen indeholder dem alle.</translation>
        </message>
    </context>
    <context>
        <name>vejviser::app::SettingsController</name>
        <message>
            <source>The code is mistyped, used or expired. Ask for a new one.</source>
            <translation>Koden er tastet forkert, brugt eller udløbet. Bed om en ny.</translation>
        </message>
        <message>
            <source>Too many wrong codes. Wait a minute and try again.</source>
            <translation>Der er tastet for mange forkerte koder. Vent et minut, og prøv igen.</translation>
        </message>
        <message>
            <source>The hub did not answer (%1). Check the network and try again.</source>
            <translation>Serveren svarede ikke (%1). Tjek netforbindelsen, og prøv igen.</translation>
        </message>
        <message>
            <source>The address cannot be used: it must begin with https://.</source>
            <translation>Adressen kan ikke bruges: den skal begynde med https://.</translation>
        </message>
        <message>
            <source>The hub speaks another version of Vejviser. Tell IT.</source>
            <translation>Serveren har en anden udgave af Vejviser. Kontakt it-afdelingen.</translation>
        </message>
        <message>
            <source>There is no hub at that address. Check it with your supervisor, and log in to the guest network if it asks you to.</source>
            <translation>Der er ingen server på den adresse. Få adressen bekræftet af din leder, og log ind på gæstenettet, hvis det beder om det.</translation>
        </message>
        <message>
            <source>The hub's certificate cannot be trusted. Nothing is sent. Tell IT.</source>
            <translation>Serverens certifikat kan ikke godkendes. Intet bliver sendt. Kontakt it-afdelingen.</translation>
        </message>
    </context>
    <context>
        <name>vejviser::app::SyncStatusModel</name>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n venter</numerusform>
                <numerusform>%n venter</numerusform>
            </translation>
        </message>
        <message>
            <source>Not connected</source>
            <translation>Ikke tilsluttet</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>Sender</translation>
        </message>
        <message>
            <source>Sent %1</source>
            <translation>Sendt %1</translation>
        </message>
        <message>
            <source>Connected</source>
            <translation>Tilsluttet</translation>
        </message>
        <message>
            <source>Offline since %1</source>
            <translation>Offline siden %1</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>Offline</translation>
        </message>
        <message>
            <source>Nothing is waiting to be sent.</source>
            <translation>Intet venter på at blive sendt.</translation>
        </message>
        <message numerus="yes">
            <source>%n records are waiting to be sent.</source>
            <translation>
                <numerusform>%n registrering venter på at blive sendt.</numerusform>
                <numerusform>%n registreringer venter på at blive sendt.</numerusform>
            </translation>
        </message>
        <message>
            <source>The oldest is from %1.</source>
            <translation>Den ældste er fra %1.</translation>
        </message>
        <message>
            <source>This tablet is not connected to a hub. What you log is kept here until it is.</source>
            <translation>Denne tablet er ikke tilsluttet en server. Det, du registrerer, gemmes her, indtil den er.</translation>
        </message>
        <message>
            <source>There is no network. Everything is saved here and is sent when there is one.</source>
            <translation>Der er ingen netforbindelse. Alt er gemt her og bliver sendt, når der er net igen.</translation>
        </message>
        <message>
            <source>The hub does not answer. Everything is saved here; it is tried again by itself.</source>
            <translation>Serveren svarer ikke. Alt er gemt her, og tabletten prøver selv igen.</translation>
        </message>
        <message>
            <source>Another page answers instead of the hub. A guest network may want you to log in.</source>
            <translation>En anden side svarer i stedet for serveren. Måske skal du logge ind på gæstenettet.</translation>
        </message>
        <message>
            <source>The hub's certificate cannot be trusted. Nothing is sent. Tell IT.</source>
            <translation>Serverens certifikat kan ikke godkendes. Intet bliver sendt. Kontakt it-afdelingen.</translation>
        </message>
        <message>
            <source>The hub does not let this tablet in. Ask your supervisor for a new code and connect again under Settings. Nothing is lost.</source>
            <translation>Serveren lukker ikke denne tablet ind. Bed din leder om en ny kode, og tilslut igen under Indstillinger. Intet er gået tabt.</translation>
        </message>
        <message>
            <source>The hub is busy. It is tried again by itself.</source>
            <translation>Serveren har travlt. Tabletten prøver selv igen.</translation>
        </message>
        <message>
            <source>The hub has a fault. Everything is saved here; it is tried again by itself.</source>
            <translation>Der er fejl på serveren. Alt er gemt her, og tabletten prøver selv igen.</translation>
        </message>
        <message>
            <source>The tablet cannot store the hub's answer. Is the disk full?</source>
            <translation>Tabletten kan ikke gemme serverens svar. Er disken fuld?</translation>
        </message>
        <message>
            <source>These data were moved here from another tablet. Connect again under Settings. Nothing is lost.</source>
            <translation>Disse data er flyttet hertil fra en anden tablet. Tilslut igen under Indstillinger. Intet er gået tabt.</translation>
        </message>
        <message>
            <source>The hub's address cannot be used. Connect again under Settings.</source>
            <translation>Serverens adresse kan ikke bruges. Tilslut igen under Indstillinger.</translation>
        </message>
        <message>
            <source>Over %1 waiting</source>
            <translation>Over %1 venter</translation>
        </message>
        <message>
            <source>Needs attention</source>
            <translation>Skal ses på</translation>
        </message>
        <message>
            <source>Over %1 records are waiting to be sent.</source>
            <translation>Over %1 registreringer venter på at blive sendt.</translation>
        </message>
        <message>
            <source>The tablet's data cannot all be read. Tell IT.</source>
            <translation>Tablettens data kan ikke alle læses. Kontakt it-afdelingen.</translation>
        </message>
        <message numerus="yes">
            <source>%n records are with the hub but not counted.</source>
            <translation>
                <numerusform>%n registrering ligger på serveren, men tælles ikke med.</numerusform>
                <numerusform>%n registreringer ligger på serveren, men tælles ikke med.</numerusform>
            </translation>
        </message>
        <message>
            <source>Last contact with the hub: %1.</source>
            <translation>Senest i forbindelse med serveren: %1.</translation>
        </message>
        <message>
            <source>There has been no contact with the hub yet.</source>
            <translation>Der har endnu ikke været forbindelse til serveren.</translation>
        </message>
        <message numerus="yes">
            <source>%n minutes</source>
            <translation>
                <numerusform>%n minut</numerusform>
                <numerusform>%n minutter</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hours</source>
            <translation>
                <numerusform>%n time</numerusform>
                <numerusform>%n timer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n dag</numerusform>
                <numerusform>%n dage</numerusform>
            </translation>
        </message>
        <message>
            <source>The tablet's disk is nearly full. What you log is saved and sent, but no new figures are fetched. Tell IT.</source>
            <translation>Tablettens disk er næsten fuld. Det, du registrerer, bliver gemt og sendt, men der bliver ikke hentet nye tal. Kontakt it-afdelingen.</translation>
        </message>
        <message>
            <source>The tablet's key store cannot be opened. Nothing is lost. Tell IT.</source>
            <translation>Tablettens nøglelager kan ikke åbnes. Intet er gået tabt. Kontakt it-afdelingen.</translation>
        </message>
        <message>
            <source>This tablet's clock is %1 behind.</source>
            <translation>Tablettens ur er %1 bagud.</translation>
        </message>
        <message>
            <source>This tablet's clock is %1 ahead.</source>
            <translation>Tablettens ur er %1 foran.</translation>
        </message>
        <message>
            <source>Enquiries are counted at the time the tablet shows. Set its clock, or tell IT.</source>
            <translation>Henvendelser tælles på det tidspunkt, tabletten viser. Stil uret, eller kontakt it-afdelingen.</translation>
        </message>
        <message numerus="yes">
            <source>%n records cannot be read by the hub and are kept here.</source>
            <translation>
                <numerusform>%n registrering kan ikke læses af serveren og er gemt her.</numerusform>
                <numerusform>%n registreringer kan ikke læses af serveren og er gemt her.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vejviser::app::TodayModel</name>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%n person</numerusform>
                <numerusform>%n personer</numerusform>
            </translation>
        </message>
    </context>
</TS>
