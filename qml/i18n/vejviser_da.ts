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
        <source>Save all this tablet&apos;s records as a file</source>
        <translation>Gem alle tablettens registreringer som fil</translation>
    </message>
    <message>
        <source>These records are kept, but are not in the shared figures. Your supervisor can have those at the hub counted. This tablet is not told of it.</source>
        <translation>Disse registreringer er gemt, men er ikke med i de fælles tal. Dem på serveren kan din leder få talt med. Tabletten får ikke besked om det.</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Log a question</source>
        <translation>Registrér et spørgsmål</translation>
    </message>
    <message>
        <source>What was asked?</source>
        <translation>Hvad blev der spurgt om?</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Emne</translation>
    </message>
    <message>
        <source>Choose a topic</source>
        <translation>Vælg emne</translation>
    </message>
    <message>
        <source>Topic: %1</source>
        <translation>Emne: %1</translation>
    </message>
    <message>
        <source>It needs an answer from a colleague</source>
        <translation>Spørgsmålet mangler svar fra en kollega</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>Finish later</source>
        <translation>Gør færdig senere</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Yes, delete it</source>
        <translation>Ja, slet den</translation>
    </message>
    <message>
        <source>Delete the draft</source>
        <translation>Slet kladden</translation>
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
    <name>EventCard</name>
    <message>
        <source>Opens the event to correct or withdraw it</source>
        <translation>Åbner arrangementet, så du kan rette eller slette det</translation>
    </message>
</context>
<context>
    <name>EventDay</name>
    <message>
        <source>When was it?</source>
        <translation>Hvornår var det?</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>I går</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>En anden dag</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Måned</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>År</translation>
    </message>
    <message>
        <source>Began at</source>
        <translation>Begyndte kl.</translation>
    </message>
</context>
<context>
    <name>EventForm</name>
    <message>
        <source>Choose what the event was about.</source>
        <translation>Vælg, hvad arrangementet handlede om.</translation>
    </message>
    <message>
        <source>Write how many took part: a number from 0 to %1.</source>
        <translation>Skriv, hvor mange der deltog: et tal fra 0 til %1.</translation>
    </message>
    <message>
        <source>Write the hours as a number, for example %1. At most %2 hours.</source>
        <translation>Skriv timerne som et tal, for eksempel %1. Højst %2 timer.</translation>
    </message>
    <message>
        <source>Write the time as %1.</source>
        <translation>Skriv klokkeslættet som %1.</translation>
    </message>
    <message>
        <source>There is no such day. Write day, month and year as numbers.</source>
        <translation>Den dag findes ikke. Skriv dag, måned og år med tal.</translation>
    </message>
    <message>
        <source>This day lies ahead. Log the event once it has been held.</source>
        <translation>Dagen ligger ude i fremtiden. Registrér arrangementet, når det er holdt.</translation>
    </message>
    <message numerus="yes">
        <source>This day is too long ago. Events can be logged for %n days.</source>
        <translation>
            <numerusform>Dagen er for længe siden. Arrangementer kan registreres i %n dag.</numerusform>
            <numerusform>Dagen er for længe siden. Arrangementer kan registreres i %n dage.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventSheet</name>
    <message>
        <source>Correct the event</source>
        <translation>Ret arrangementet</translation>
    </message>
    <message>
        <source>Log an event</source>
        <translation>Registrér arrangement</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Sted</translation>
    </message>
    <message>
        <source>Who was it for?</source>
        <translation>Hvem var det for?</translation>
    </message>
    <message>
        <source>How many took part?</source>
        <translation>Hvor mange deltog?</translation>
    </message>
    <message>
        <source>Count everyone once, whichever unit they came to.</source>
        <translation>Tæl alle én gang, uanset hvilken enhed de kom til.</translation>
    </message>
    <message>
        <source>Hours of library staff</source>
        <translation>Bibliotekets timer</translation>
    </message>
    <message>
        <source>All staff together, preparation included.</source>
        <translation>Alle medarbejdere tilsammen, også forberedelse.</translation>
    </message>
    <message>
        <source>Hours of citizen service staff</source>
        <translation>Borgerservices timer</translation>
    </message>
    <message>
        <source>Save the correction</source>
        <translation>Gem rettelsen</translation>
    </message>
    <message>
        <source>Save the event</source>
        <translation>Gem arrangementet</translation>
    </message>
    <message>
        <source>Yes, discard what is typed</source>
        <translation>Ja, kassér det skrevne</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>Yes, withdraw it</source>
        <translation>Ja, slet det</translation>
    </message>
    <message>
        <source>Withdraw this event</source>
        <translation>Slet arrangementet</translation>
    </message>
</context>
<context>
    <name>EventTopic</name>
    <message>
        <source>What was it about?</source>
        <translation>Hvad handlede det om?</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Emne</translation>
    </message>
    <message>
        <source>Find another topic</source>
        <translation>Find et andet emne</translation>
    </message>
</context>
<context>
    <name>EventsHeader</name>
    <message>
        <source>Log an event</source>
        <translation>Registrér arrangement</translation>
    </message>
    <message>
        <source>The event has been saved on this tablet.</source>
        <translation>Arrangementet er gemt på denne tablet.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>28 days</source>
        <translation>28 dage</translation>
    </message>
    <message>
        <source>13 weeks</source>
        <translation>13 uger</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dage</numerusform>
        </translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Arrangementer</translation>
    </message>
    <message>
        <source>Took part</source>
        <translation>Deltagere</translation>
    </message>
    <message>
        <source>Library hours</source>
        <translation>Bibliotekets timer</translation>
    </message>
    <message>
        <source>Citizen service hours</source>
        <translation>Borgerservices timer</translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message>
        <source>Events</source>
        <translation>Arrangementer</translation>
    </message>
    <message>
        <source>No event has been logged in this period. Log the next one when it has been held: both units get credit for it.</source>
        <translation>Der er ikke registreret arrangementer i perioden. Registrér det næste, når det er holdt, så tæller det for begge enheder.</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Vis flere</translation>
    </message>
</context>
<context>
    <name>FigureCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
</context>
<context>
    <name>GuideRow</name>
    <message>
        <source>%1, authority task, %2</source>
        <translation>%1, myndighedsopgave, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Opens the guide</source>
        <translation>Åbner guiden</translation>
    </message>
    <message>
        <source>Shows who can do it now</source>
        <translation>Viser, hvem der kan hjælpe nu</translation>
    </message>
    <message>
        <source>Authority task</source>
        <translation>Myndighedsopgave</translation>
    </message>
</context>
<context>
    <name>GuideSheet</name>
    <message>
        <source>All guides</source>
        <translation>Alle guider</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Example: the municipality must check it before you rely on it.</source>
        <translation>Eksempel: skal kontrolleres af kommunen, før du bruger det.</translation>
    </message>
    <message>
        <source>Nobody has written a guide for this topic yet.</source>
        <translation>Der er endnu ingen guide til dette emne.</translation>
    </message>
    <message>
        <source>How to do it</source>
        <translation>Sådan gør du</translation>
    </message>
    <message>
        <source>Bring along</source>
        <translation>Medbring</translation>
    </message>
    <message>
        <source>The citizen does not need to bring anything.</source>
        <translation>Borgeren behøver ikke medbringe noget.</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Godt at vide</translation>
    </message>
    <message>
        <source>Responsible: %1. Not checked yet.</source>
        <translation>Ansvarlig: %1. Ikke kontrolleret endnu.</translation>
    </message>
    <message>
        <source>Responsible: %1. Last checked %2.</source>
        <translation>Ansvarlig: %1. Senest kontrolleret %2.</translation>
    </message>
</context>
<context>
    <name>GuideStep</name>
    <message>
        <source>Step %1: %2</source>
        <translation>Trin %1: %2</translation>
    </message>
</context>
<context>
    <name>GuidesPage</name>
    <message>
        <source>Search for a topic</source>
        <translation>Søg efter et emne</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Emner</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Not lately</source>
        <translation>Ikke for nylig</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>Guider</translation>
    </message>
    <message>
        <source>No topic matches. Try another word.</source>
        <translation>Intet emne passer. Prøv et andet ord.</translation>
    </message>
    <message>
        <source>Every topic with a guide was done here within the last four weeks.</source>
        <translation>Alle emner med en guide er udført her inden for de seneste fire uger.</translation>
    </message>
    <message>
        <source>There are no guides yet.</source>
        <translation>Der er ingen guider endnu.</translation>
    </message>
    <message>
        <source>Choose a topic to see how it goes and who can do it now.</source>
        <translation>Vælg et emne for at se, hvordan du gør, og hvem der kan hjælpe nu.</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>Enquiries by weekday and hour</source>
        <translation>Henvendelser efter ugedag og time</translation>
    </message>
    <message>
        <source>From %1 o&apos;clock: %2</source>
        <translation>Fra kl. %1: %2</translation>
    </message>
    <message>
        <source>× Withheld to protect confidentiality</source>
        <translation>× Skjult af hensyn til fortrolighed</translation>
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
    <message numerus="yes">
        <source>Saved %n times on this tablet: %1</source>
        <translation>
            <numerusform>Gemt %n gang på denne tablet: %1</numerusform>
            <numerusform>Gemt %n gange på denne tablet: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved on this tablet for %1: %2</source>
        <translation>Gemt på denne tablet for %1: %2</translation>
    </message>
    <message>
        <source>Same again</source>
        <translation>Én til</translation>
    </message>
    <message>
        <source>Same citizen, another topic</source>
        <translation>Samme borger, nyt emne</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Mindre</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mere</translation>
    </message>
    <message>
        <source>Private room, language and how the citizen came</source>
        <translation>Samtalerum, sprog og henvendelsesform</translation>
    </message>
    <message>
        <source>The next topic is for the same citizen.</source>
        <translation>Det næste emne er for samme borger.</translation>
    </message>
    <message>
        <source>The same citizen as before.</source>
        <translation>Samme borger som før.</translation>
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
    <message>
        <source>Show the topic</source>
        <translation>Vis emnet</translation>
    </message>
    <message>
        <source>Withdraw this hour</source>
        <translation>Slet timen</translation>
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
    <message>
        <source>Refer elsewhere</source>
        <translation>Henvis til et andet sted</translation>
    </message>
    <message>
        <source>Slip %1</source>
        <translation>Seddel %1</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Årsag</translation>
    </message>
    <message>
        <source>Forgotten timer: how long did it take?</source>
        <translation>Glemt ur: Hvor længe varede det?</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andet</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Mindre</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mere</translation>
    </message>
    <message>
        <source>Private room, language and how the citizen came</source>
        <translation>Samtalerum, sprog og henvendelsesform</translation>
    </message>
    <message>
        <source>Private room</source>
        <translation>Samtalerum</translation>
    </message>
    <message>
        <source>How the citizen came</source>
        <translation>Henvendelsesform</translation>
    </message>
    <message>
        <source>Language of the help</source>
        <translation>Sprog</translation>
    </message>
</context>
<context>
    <name>HelpWords</name>
    <message>
        <source>Danish</source>
        <translation>Dansk</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engelsk</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Tysk</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisk</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainsk</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polsk</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Tyrkisk</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Persisk</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>Somali</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>Urdu</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Rumænsk</translation>
    </message>
    <message>
        <source>Danish sign language</source>
        <translation>Dansk tegnsprog</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>Andet sprog</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Ikke brug for det</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Brugt</translation>
    </message>
    <message>
        <source>Was taken</source>
        <translation>Optaget</translation>
    </message>
    <message>
        <source>None here</source>
        <translation>Findes ikke her</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>Personligt</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Skærm</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Ikke angivet</translation>
    </message>
    <message>
        <source>Closing time</source>
        <translation>Lukketid</translation>
    </message>
    <message>
        <source>Too many waiting</source>
        <translation>For mange ventede</translation>
    </message>
    <message>
        <source>Papers or login missing</source>
        <translation>Papirer eller login manglede</translation>
    </message>
    <message>
        <source>Appointment needed</source>
        <translation>Kræver tidsbestilling</translation>
    </message>
    <message>
        <source>System down</source>
        <translation>System nede</translation>
    </message>
    <message>
        <source>Not our task</source>
        <translation>Ikke vores opgave</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Anden årsag</translation>
    </message>
    <message>
        <source>Staffed, nobody came</source>
        <translation>Bemandet, ingen kom</translation>
    </message>
    <message>
        <source>Private room</source>
        <translation>Samtalerum</translation>
    </message>
    <message>
        <source>Private room taken</source>
        <translation>Samtalerum optaget</translation>
    </message>
    <message>
        <source>No private room</source>
        <translation>Intet samtalerum</translation>
    </message>
    <message>
        <source>Same citizen</source>
        <translation>Samme borger</translation>
    </message>
</context>
<context>
    <name>HubSection</name>
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
        <source>The hub&apos;s address</source>
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
        <source>This tablet&apos;s Vejviser is newer than the hub&apos;s. Tell IT to update the hub.</source>
        <translation>Vejviser er nyere på tabletten end på serveren. Bed it-afdelingen opdatere serveren.</translation>
    </message>
    <message>
        <source>What it says does not fit together, so it cannot be counted.</source>
        <translation>Oplysningerne passer ikke sammen, så registreringen kan ikke tælles med.</translation>
    </message>
    <message>
        <source>Its time cannot be right: it lies in the future or too far back. Check the tablet&apos;s clock.</source>
        <translation>Tidspunktet kan ikke passe: Det ligger ude i fremtiden eller for langt tilbage. Tjek tablettens ur.</translation>
    </message>
    <message>
        <source>Its time was in doubt already when it was recorded.</source>
        <translation>Der var tvivl om tidspunktet, allerede da registreringen blev indlæst.</translation>
    </message>
    <message>
        <source>Its topic is not in the municipality&apos;s topic catalogue.</source>
        <translation>Emnet findes ikke i kommunens emnekatalog.</translation>
    </message>
    <message>
        <source>Its place is not on the municipality&apos;s list. Choose where you work under Settings.</source>
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
    <message>
        <source>Not ours</source>
        <translation>Ikke os</translation>
    </message>
    <message>
        <source>We are closed</source>
        <translation>Vi har lukket</translation>
    </message>
    <message>
        <source>Papers or log-in are missing</source>
        <translation>Papirer eller login mangler</translation>
    </message>
    <message>
        <source>Nobody came</source>
        <translation>Ingen kom</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>En anden grund</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>i morgen</translation>
    </message>
    <message>
        <source>Open day and night</source>
        <translation>Døgnåbent</translation>
    </message>
    <message>
        <source>Closed until further notice</source>
        <translation>Lukket indtil videre</translation>
    </message>
    <message>
        <source>Open until midnight</source>
        <translation>Åbent til midnat</translation>
    </message>
    <message>
        <source>Open until %1</source>
        <translation>Åbent til %1</translation>
    </message>
    <message>
        <source>Opens at %1</source>
        <translation>Åbner kl. %1</translation>
    </message>
    <message>
        <source>Open until %1 at %2</source>
        <translation>Åbent til %1 kl. %2</translation>
    </message>
    <message>
        <source>Opens %1 at %2</source>
        <translation>Åbner %1 kl. %2</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>9th grade</source>
        <translation>9. klasse</translation>
    </message>
    <message>
        <source>Other school classes</source>
        <translation>Andre skoleklasser</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Familier</translation>
    </message>
    <message>
        <source>Adults</source>
        <translation>Voksne</translation>
    </message>
    <message>
        <source>60 and over</source>
        <translation>60 år og ældre</translation>
    </message>
</context>
<context>
    <name>LogMenu</name>
    <message>
        <source>Start a timer</source>
        <translation>Start ur</translation>
    </message>
    <message>
        <source>Log afterwards</source>
        <translation>Efterregistrér</translation>
    </message>
    <message>
        <source>Staffed, nobody came at %1</source>
        <translation>Bemandet, ingen kom kl. %1</translation>
    </message>
    <message>
        <source>More ways to log</source>
        <translation>Flere måder at registrere på</translation>
    </message>
</context>
<context>
    <name>LogMode</name>
    <message>
        <source>Tap the topic that the timer is for.</source>
        <translation>Tryk på det emne, uret gælder.</translation>
    </message>
    <message>
        <source>When was it? Then tap the topic.</source>
        <translation>Hvornår var det? Tryk derefter på emnet.</translation>
    </message>
    <message>
        <source>One day earlier</source>
        <translation>En dag tidligere</translation>
    </message>
    <message>
        <source>One day later</source>
        <translation>En dag senere</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Klokkeslæt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Færdig</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Search for a topic</source>
        <translation>Søg efter et emne</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Emner</translation>
    </message>
    <message>
        <source>No topic matches. Try another word, or log it as Other.</source>
        <translation>Intet emne passer. Prøv et andet ord, eller registrér det som Andet.</translation>
    </message>
    <message>
        <source>More ways to log</source>
        <translation>Flere måder at registrere på</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Søg</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
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
        <source>Operated with</source>
        <translation>Betjenes med</translation>
    </message>
    <message>
        <source>The right hand</source>
        <translation>Højre hånd</translation>
    </message>
    <message>
        <source>The left hand</source>
        <translation>Venstre hånd</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tekststørrelse</translation>
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
    <message>
        <source>Referrals</source>
        <translation>Henvisninger</translation>
    </message>
    <message>
        <source>Refer</source>
        <translation>Henvis</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Spørgsmål</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>Guider</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Arrangementer</translation>
    </message>
</context>
<context>
    <name>MorePages</name>
    <message>
        <source>More pages</source>
        <translation>Flere sider</translation>
    </message>
</context>
<context>
    <name>NavBar</name>
    <message>
        <source>More</source>
        <translation>Mere</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>No enquiry was logged in this period. That does not say that nobody came.</source>
        <translation>Der er ikke registreret henvendelser i perioden. Det betyder ikke, at ingen kom.</translation>
    </message>
    <message>
        <source>Danish, or not said</source>
        <translation>Dansk, eller ikke oplyst</translation>
    </message>
    <message>
        <source>Nobody needed a private room.</source>
        <translation>Ingen havde brug for et samtalerum.</translation>
    </message>
    <message>
        <source>Nobody was turned away.</source>
        <translation>Ingen blev afvist.</translation>
    </message>
    <message>
        <source>No quiet hour was noted.</source>
        <translation>Der er ikke noteret stille timer.</translation>
    </message>
    <message>
        <source>Referrals between the units</source>
        <translation>Henvisninger mellem enhederne</translation>
    </message>
    <message>
        <source>What came of the referrals</source>
        <translation>Hvad der kom ud af henvisningerne</translation>
    </message>
    <message>
        <source>Nobody was referred to the other unit.</source>
        <translation>Ingen blev henvist til den anden enhed.</translation>
    </message>
    <message>
        <source>Referred to others</source>
        <translation>Henvist til andre</translation>
    </message>
    <message>
        <source>Nobody was referred to others.</source>
        <translation>Ingen blev henvist til andre.</translation>
    </message>
    <message>
        <source>Handed over to those who decide</source>
        <translation>Henvist til dem, der afgør</translation>
    </message>
    <message>
        <source>Helped along, nothing decided</source>
        <translation>Hjulpet på vej, intet afgjort</translation>
    </message>
    <message>
        <source>Decided by those who may</source>
        <translation>Afgjort af dem, der må</translation>
    </message>
    <message>
        <source>No authority task was logged.</source>
        <translation>Der er ikke registreret myndighedsopgaver.</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Spørgsmål</translation>
    </message>
    <message>
        <source>No question was written down.</source>
        <translation>Der er ikke registreret spørgsmål.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Arrangementer</translation>
    </message>
    <message>
        <source>No event was logged.</source>
        <translation>Der er ikke registreret arrangementer.</translation>
    </message>
    <message>
        <source>Place not given</source>
        <translation>Sted ikke angivet</translation>
    </message>
    <message>
        <source>Authority tasks</source>
        <translation>Myndighedsopgaver</translation>
    </message>
    <message>
        <source>Digital guidance</source>
        <translation>Digital vejledning</translation>
    </message>
    <message>
        <source>Orientation and equipment</source>
        <translation>Orientering og udstyr</translation>
    </message>
    <message>
        <source>Reference questions</source>
        <translation>Faglige spørgsmål</translation>
    </message>
    <message>
        <source>Unknown topic</source>
        <translation>Ukendt emne</translation>
    </message>
</context>
<context>
    <name>OverviewHead</name>
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
        <source>30 days</source>
        <translation>30 dage</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Denne tablet</translation>
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
        <translation>Begge enheder samlet</translation>
    </message>
    <message>
        <source>The shared figures appear when this tablet has been connected to the hub.</source>
        <translation>De fælles tal vises, når tabletten har haft forbindelse til serveren.</translation>
    </message>
    <message>
        <source>Whose figures are shown below</source>
        <translation>Hvis tal vises nedenfor</translation>
    </message>
    <message>
        <source>Published period</source>
        <translation>Offentliggjort periode</translation>
    </message>
    <message>
        <source>Breaks in this period. Figures from before and after cannot be compared as they are:</source>
        <translation>Brud i perioden. Tal fra før og efter kan ikke sammenlignes direkte:</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>New PIN for “%1”</source>
        <translation>Ny pinkode til »%1«</translation>
    </message>
    <message>
        <source>PIN for “%1”</source>
        <translation>Pinkode til »%1«</translation>
    </message>
    <message>
        <source>Whoever wants to take the role on this tablet types the PIN. It is only kept on this tablet. When the role ends, everybody can go on logging in the role that was there before.</source>
        <translation>Den, der vil tage rollen på denne tablet, skriver pinkoden. Den gemmes kun på denne tablet. Når rollen udløber, kan alle registrere videre i den rolle, der var før.</translation>
    </message>
    <message>
        <source>4 to 8 digits</source>
        <translation>4 til 8 cifre</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Pinkode</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Den samme igen</translation>
    </message>
    <message>
        <source>Forgotten? A new connection with a code from your supervisor removes every PIN from this tablet. You can log without one.</source>
        <translation>Glemt den? Når tabletten forbindes igen med en kode fra din leder, fjernes alle pinkoder fra den. Du kan registrere uden.</translation>
    </message>
    <message>
        <source>Save the PIN</source>
        <translation>Gem pinkoden</translation>
    </message>
    <message>
        <source>Take the role</source>
        <translation>Tag rollen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
</context>
<context>
    <name>PinSection</name>
    <message numerus="yes">
        <source>“%1” has a PIN on this tablet. The role ends when the tablet has not been touched for %n minutes.</source>
        <translation>
            <numerusform>»%1« har en pinkode på denne tablet. Rollen udløber, når tabletten ikke er rørt i %n minut.</numerusform>
            <numerusform>»%1« har en pinkode på denne tablet. Rollen udløber, når tabletten ikke er rørt i %n minutter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Anybody with this tablet can take the role “%1”. With a PIN, only those who know it can.</source>
        <translation>Alle med denne tablet kan tage rollen »%1«. Med en pinkode kan kun de, der kender den.</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>Skift pinkode</translation>
    </message>
    <message>
        <source>Give the role a PIN</source>
        <translation>Giv rollen en pinkode</translation>
    </message>
    <message>
        <source>Remove the PIN</source>
        <translation>Fjern pinkoden</translation>
    </message>
</context>
<context>
    <name>PlaceButton</name>
    <message>
        <source>Refer to %1</source>
        <translation>Henvis til %1</translation>
    </message>
</context>
<context>
    <name>Published</name>
    <message>
        <source>Made on %1.</source>
        <translation>Opgjort %1.</translation>
    </message>
    <message>
        <source>Made on %1, version %2: late entries are counted.</source>
        <translation>Opgjort %1, %2. udgave: sene registreringer er regnet med.</translation>
    </message>
    <message>
        <source>Last made on %1.</source>
        <translation>Senest opgjort %1.</translation>
    </message>
    <message>
        <source>Last made on %1, some of them anew: late entries are counted.</source>
        <translation>Senest opgjort %1, nogle af dem på ny: sene registreringer er regnet med.</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 måneder</translation>
    </message>
    <message>
        <source>No month is published yet: the first can come on %1.</source>
        <translation>Der er endnu ikke offentliggjort tal: de første kan komme %1.</translation>
    </message>
    <message>
        <source>%1 to %2, %3 months.</source>
        <translation>%1 til %2, %3 måneder.</translation>
    </message>
    <message>
        <source>%1, which is under way, is not published yet.</source>
        <translation>%1 er i gang og endnu ikke offentliggjort.</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Needs an answer</source>
        <translation>Mangler svar</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Besvaret</translation>
    </message>
    <message>
        <source>Opens the question</source>
        <translation>Åbner spørgsmålet</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>Needs an answer</source>
        <translation>Mangler svar</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Dit svar</translation>
    </message>
    <message>
        <source>Your new answer</source>
        <translation>Dit nye svar</translation>
    </message>
    <message>
        <source>Save the answer</source>
        <translation>Gem svaret</translation>
    </message>
    <message>
        <source>Write an answer</source>
        <translation>Skriv et svar</translation>
    </message>
    <message>
        <source>Change the answer</source>
        <translation>Ret svaret</translation>
    </message>
    <message>
        <source>Yes, withdraw it</source>
        <translation>Ja, slet det</translation>
    </message>
    <message>
        <source>Withdraw this question</source>
        <translation>Slet spørgsmålet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
</context>
<context>
    <name>QuestionWords</name>
    <message>
        <source>The text is too long. Shorten it before you save.</source>
        <translation>Teksten er for lang. Forkort den, før du gemmer.</translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>Search questions</source>
        <translation>Søg i spørgsmål</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Spørgsmål</translation>
    </message>
    <message>
        <source>Go on with your draft</source>
        <translation>Fortsæt kladden</translation>
    </message>
    <message>
        <source>Log this question</source>
        <translation>Registrér spørgsmålet</translation>
    </message>
    <message>
        <source>Log a question</source>
        <translation>Registrér et spørgsmål</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Vis</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message numerus="yes">
        <source>Needs an answer (%n)</source>
        <translation>
            <numerusform>Mangler svar (%n)</numerusform>
            <numerusform>Mangler svar (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>There are older questions. Search to find them.</source>
        <translation>Der er ældre spørgsmål. Søg for at finde dem.</translation>
    </message>
    <message>
        <source>No question matches. Try fewer words, or log it.</source>
        <translation>Ingen spørgsmål passer. Prøv med færre ord, eller registrér spørgsmålet.</translation>
    </message>
    <message>
        <source>No question needs an answer.</source>
        <translation>Ingen spørgsmål mangler svar.</translation>
    </message>
    <message>
        <source>No questions have been logged yet.</source>
        <translation>Der er ikke registreret nogen spørgsmål endnu.</translation>
    </message>
</context>
<context>
    <name>RecordedDialog</name>
    <message>
        <source>What is recorded?</source>
        <translation>Hvad registreres?</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Det registreres</translation>
    </message>
    <message>
        <source>Never recorded</source>
        <translation>Det registreres aldrig</translation>
    </message>
    <message>
        <source>Who the citizen is, and which member of staff helped. Texts with CPR numbers, phone numbers, e-mail addresses or card numbers are refused before they are saved. How long it is since you last did a task stays on this tablet.</source>
        <translation>Hvem borgeren er, og hvilken medarbejder der hjalp. Tekster med CPR-numre, telefonnumre, e-mailadresser eller kortnumre bliver afvist, før de gemmes. Hvor længe siden det er, du sidst løste en opgave, bliver på denne tablet.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
    <message>
        <source>To show how much help is given, when and where, and whether those who are sent on are taken in. It is statistics, not a case record.</source>
        <translation>For at vise, hvor meget hjælp der gives, hvornår og hvor, og om dem, der henvises, bliver taget imod. Det er statistik, ikke en journal.</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>Hvem ser det</translation>
    </message>
    <message>
        <source>Both units see the same sums, in the app and on the supervisors&apos; page. Both units&apos; tablets show referrals, questions, answers and events. Each record carries the tablet&apos;s number, so that it is counted once.</source>
        <translation>Begge enheder ser de samme tal i appen og på ledernes side. Begge enheders tablets viser henvisninger, spørgsmål, svar og arrangementer. Hver registrering har tablettens nummer, så den kun tælles én gang.</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Hvor længe</translation>
    </message>
    <message>
        <source>Records stay on this tablet and at the municipality&apos;s hub. IT can erase a record at the hub for good.</source>
        <translation>Registreringer bliver på denne tablet og på kommunens server. Kommunens it-afdeling kan slette en registrering på serveren for altid.</translation>
    </message>
    <message>
        <source>Save this tablet&apos;s records as a file</source>
        <translation>Gem tablettens registreringer som fil</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>The topic, the unit, the role, the place and the time. The outcome, the duration in steps and the number of people. If you say so: the kind of contact, the language, a private room, and why somebody was turned away. Referrals with where to and the slip code. Questions and answers, events, and hours when nobody came.</source>
        <translation>Emne, enhed, rolle, sted og tidspunkt. Udfald, varighed i trin og antal personer. Hvis du angiver det: henvendelsesform, sprog, samtalerum, og hvorfor nogen blev afvist. Henvisninger med hvorhen og seddelkode. Spørgsmål og svar, arrangementer og timer, hvor ingen kom.</translation>
    </message>
</context>
<context>
    <name>ReferDialog</name>
    <message>
        <source>Referred to %1</source>
        <translation>Henvist til %1</translation>
    </message>
    <message>
        <source>Refer on: %1</source>
        <translation>Henvis videre: %1</translation>
    </message>
    <message>
        <source>Bring along</source>
        <translation>Medbring</translation>
    </message>
    <message>
        <source>Save to print</source>
        <translation>Gem til print</translation>
    </message>
    <message>
        <source>Only showed the way</source>
        <translation>Viste kun vej</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Færdig</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
</context>
<context>
    <name>ReferPage</name>
    <message>
        <source>Redeem a slip</source>
        <translation>Indløs en seddel</translation>
    </message>
    <message>
        <source>Type or scan the code</source>
        <translation>Skriv eller scan koden</translation>
    </message>
    <message>
        <source>Redeem</source>
        <translation>Indløs</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Henvisninger</translation>
    </message>
    <message>
        <source>To us (%1 open)</source>
        <translation>Til os (%1 åbne)</translation>
    </message>
    <message>
        <source>To us</source>
        <translation>Til os</translation>
    </message>
    <message>
        <source>Sent from this tablet</source>
        <translation>Sendt fra denne tablet</translation>
    </message>
    <message>
        <source>Nobody has been referred to you yet.</source>
        <translation>Ingen er henvist til jer endnu.</translation>
    </message>
    <message>
        <source>Nobody has been referred on from this tablet yet.</source>
        <translation>Ingen er henvist videre fra denne tablet endnu.</translation>
    </message>
</context>
<context>
    <name>ReferralDialog</name>
    <message>
        <source>Accept</source>
        <translation>Tag imod</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Afvis</translation>
    </message>
    <message>
        <source>Why it is declined</source>
        <translation>Hvorfor den afvises</translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation>Hvordan endte det?</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Fortryd</translation>
    </message>
    <message>
        <source>Show the slip</source>
        <translation>Vis sedlen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
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
    <name>RoleEnded</name>
    <message>
        <source>Take the role again</source>
        <translation>Tag rollen igen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>ScanButton</name>
    <message>
        <source>Stop the camera</source>
        <translation>Stop kameraet</translation>
    </message>
    <message>
        <source>Scan with the camera</source>
        <translation>Scan med kameraet</translation>
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
    <message>
        <source>Your role</source>
        <translation>Din rolle</translation>
    </message>
    <message>
        <source>What is recorded?</source>
        <translation>Hvad registreres?</translation>
    </message>
</context>
<context>
    <name>Shown</name>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 min.</source>
        <translation>%1 min.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 t.</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>skjult</translation>
    </message>
    <message>
        <source>Withheld to protect confidentiality</source>
        <translation>Skjult af hensyn til fortrolighed</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>intet registreret</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindst %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>højst %1</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>Slip code: %1</source>
        <translation>Seddelkode: %1</translation>
    </message>
    <message>
        <source>The slip code as a QR code</source>
        <translation>Seddelkoden som QR-kode</translation>
    </message>
    <message>
        <source>Valid until %1. Say the code, let it be scanned, or print it.</source>
        <translation>Gælder til og med %1. Sig koden, lad den scanne, eller print den.</translation>
    </message>
</context>
<context>
    <name>SlipPage</name>
    <message>
        <source>Show this slip or say its code. Valid until %1.</source>
        <translation>Vis sedlen, eller sig koden. Gælder til og med %1.</translation>
    </message>
    <message>
        <source>The code says nothing about you.</source>
        <translation>Koden fortæller intet om dig.</translation>
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
    <name>TimerChips</name>
    <message>
        <source>Timers</source>
        <translation>Ure</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>Ur</translation>
    </message>
    <message numerus="yes">
        <source>Forgotten timer? %1, %n min</source>
        <translation>
            <numerusform>Glemt ur? %1, %n min</numerusform>
            <numerusform>Glemt ur? %1, %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop the timer: %1, %n min</source>
        <translation>
            <numerusform>Stop uret: %1, %n min</numerusform>
            <numerusform>Stop uret: %1, %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Logs the enquiry with the time it took</source>
        <translation>Registrerer henvendelsen med den målte tid</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n min</source>
        <translation>
            <numerusform>%1, %n min</numerusform>
            <numerusform>%1, %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Slet uret</translation>
    </message>
    <message>
        <source>Drop the timer: %1</source>
        <translation>Slet uret: %1</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today&apos;s enquiries</source>
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
    <message>
        <source>Logged afterwards</source>
        <translation>Efterregistreret</translation>
    </message>
</context>
<context>
    <name>TopicPicker</name>
    <message>
        <source>Choose a topic</source>
        <translation>Vælg emne</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>No topic matches. Try another word.</source>
        <translation>Intet emne passer. Prøv et andet ord.</translation>
    </message>
    <message>
        <source>Find a topic</source>
        <translation>Find emne</translation>
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
    <name>TouchKeyboard</name>
    <message>
        <source>Hide the keyboard</source>
        <translation>Skjul tastaturet</translation>
    </message>
</context>
<context>
    <name>UnitBars</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>og %n mere</numerusform>
            <numerusform>og %n flere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: total %2</source>
        <translation>%1: i alt %2</translation>
    </message>
    <message>
        <source>%1: library %2, citizen service %3</source>
        <translation>%1: bibliotek %2, borgerservice %3</translation>
    </message>
    <message>
        <source>%1, total %2</source>
        <translation>%1, i alt %2</translation>
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
    <name>VAmount</name>
    <message>
        <source>%1: less</source>
        <translation>%1: mindre</translation>
    </message>
    <message>
        <source>%1: more</source>
        <translation>%1: mere</translation>
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
    <name>VSearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Ryd søgningen</translation>
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
    <name>VTextArea</name>
    <message>
        <source>Do not write names or CPR numbers</source>
        <translation>Skriv ikke navne eller CPR-numre</translation>
    </message>
    <message numerus="yes">
        <source>%n characters too many</source>
        <translation>
            <numerusform>%n tegn for meget</numerusform>
            <numerusform>%n tegn for meget</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters left</source>
        <translation>
            <numerusform>%n tegn tilbage</numerusform>
            <numerusform>%n tegn tilbage</numerusform>
        </translation>
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
    <name>WhoCan</name>
    <message>
        <source>Who can do it now</source>
        <translation>Hvem kan hjælpe nu</translation>
    </message>
    <message>
        <source>This tablet has not been told the opening hours of a unit that helps with this.</source>
        <translation>Tabletten kender ikke åbningstiderne for en enhed, der hjælper med dette.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2 (here)</source>
        <translation>%1, %2 (her)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>WorkplaceButton</name>
    <message>
        <source>Where you work: %1</source>
        <translation>Hvor du arbejder: %1</translation>
    </message>
    <message>
        <source>Changes role, unit and place</source>
        <translation>Skifter rolle, enhed og sted</translation>
    </message>
</context>
<context>
    <name>WorkplaceDialog</name>
    <message>
        <source>Who has the tablet now?</source>
        <translation>Hvem har tabletten nu?</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>Din rolle</translation>
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
        <source>Close</source>
        <translation>Luk</translation>
    </message>
</context>
<context>
    <name>vejviser::app::CameraScanner</name>
    <message>
        <source>The camera saw no code. Try again, or type the code.</source>
        <translation>Kameraet så ingen kode. Prøv igen, eller skriv koden.</translation>
    </message>
    <message>
        <source>The camera cannot be used. Type the code, and tell IT.</source>
        <translation>Kameraet kan ikke bruges. Skriv koden, og kontakt it-afdelingen.</translation>
    </message>
</context>
<context>
    <name>vejviser::app::EventEditor</name>
    <message>
        <source>Another place</source>
        <translation>Et andet sted</translation>
    </message>
</context>
<context>
    <name>vejviser::app::EventsModel</name>
    <message>
        <source>Logged by %1</source>
        <translation>Registreret af %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln took part</source>
        <translation>
            <numerusform>%Ln deltager</numerusform>
            <numerusform>%Ln deltagere</numerusform>
        </translation>
    </message>
    <message>
        <source>Library %1 h</source>
        <translation>Biblioteket %1 t</translation>
    </message>
    <message>
        <source>Citizen service %1 h</source>
        <translation>Borgerservice %1 t</translation>
    </message>
    <message>
        <source>Library %1 h, citizen service %2 h</source>
        <translation>Biblioteket %1 t, Borgerservice %2 t</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 kl. %2</translation>
    </message>
</context>
<context>
    <name>vejviser::app::ExportController</name>
    <message>
        <source>vejviser-set-aside</source>
        <extracomment>The beginning of a file&apos;s name: a-z and hyphens only.</extracomment>
        <translation>vejviser-lagt-til-side</translation>
    </message>
    <message>
        <source>vejviser-records</source>
        <extracomment>The beginning of a file&apos;s name: a-z and hyphens only.</extracomment>
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
    <name>vejviser::app::GuideCard</name>
    <message>
        <source>Never recorded here</source>
        <translation>Aldrig registreret her</translation>
    </message>
    <message>
        <source>Done here today</source>
        <translation>Udført her i dag</translation>
    </message>
    <message numerus="yes">
        <source>Last done here %n days ago</source>
        <translation>
            <numerusform>Senest her for %n dag siden</numerusform>
            <numerusform>Senest her for %n dage siden</numerusform>
        </translation>
    </message>
    <message>
        <source>Never on this tablet. Only shown here.</source>
        <translation>Aldrig på denne tablet. Vises kun her.</translation>
    </message>
    <message>
        <source>On this tablet today. Only shown here.</source>
        <translation>På denne tablet i dag. Vises kun her.</translation>
    </message>
    <message numerus="yes">
        <source>On this tablet %n days ago. Only shown here.</source>
        <translation>
            <numerusform>På denne tablet for %n dag siden. Vises kun her.</numerusform>
            <numerusform>På denne tablet for %n dage siden. Vises kun her.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vejviser::app::HelpEditor</name>
    <message>
        <source>Not saved: %1</source>
        <translation>Ikke gemt: %1</translation>
    </message>
    <message>
        <source>Not saved: the tablet&apos;s disk is full. Free some space and try again.</source>
        <translation>Ikke gemt: Tablettens disk er fuld. Skaf plads, og prøv igen.</translation>
    </message>
    <message>
        <source>Not saved: the tablet cannot write its data (%1). Tell IT.</source>
        <translation>Ikke gemt: Tabletten kan ikke skrive sine data (%1). Kontakt it-afdelingen.</translation>
    </message>
    <message>
        <source>This looks like a CPR number. Remove it before you save.</source>
        <translation>Det ligner et CPR-nummer. Fjern det, før du gemmer.</translation>
    </message>
    <message>
        <source>This looks like a phone number. Remove it before you save.</source>
        <translation>Det ligner et telefonnummer. Fjern det, før du gemmer.</translation>
    </message>
    <message>
        <source>This looks like an e-mail address. Remove it before you save.</source>
        <translation>Det ligner en e-mailadresse. Fjern den, før du gemmer.</translation>
    </message>
    <message>
        <source>This looks like a card number. Remove it before you save.</source>
        <translation>Det ligner et kortnummer. Fjern det, før du gemmer.</translation>
    </message>
    <message>
        <source>This looks like a user id. Remove it before you save.</source>
        <translation>Det ligner et bruger-id. Fjern det, før du gemmer.</translation>
    </message>
    <message>
        <source>Staffed, nobody came at %1</source>
        <translation>Bemandet, ingen kom kl. %1</translation>
    </message>
</context>
<context>
    <name>vejviser::app::LogController</name>
    <message>
        <source>Write the time as hour and minute, for example %1.</source>
        <translation>Skriv klokkeslættet som time og minut, for eksempel %1.</translation>
    </message>
    <message>
        <source>This time has not come yet.</source>
        <translation>Det tidspunkt er ikke kommet endnu.</translation>
    </message>
    <message numerus="yes">
        <source>You can go back %n days at most.</source>
        <translation>
            <numerusform>Du kan højst gå %n dag tilbage.</numerusform>
            <numerusform>Du kan højst gå %n dage tilbage.</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>I går</translation>
    </message>
    <message>
        <source>This hour has been logged as quiet already.</source>
        <translation>Timen er allerede registreret som stille.</translation>
    </message>
    <message>
        <source>An enquiry has been logged in this hour.</source>
        <translation>Der er registreret en henvendelse i den time.</translation>
    </message>
    <message numerus="yes">
        <source>%n timers are running. Stop one of them first.</source>
        <translation>
            <numerusform>%n ur er i gang. Stop det først.</numerusform>
            <numerusform>%n ure er i gang. Stop et af dem først.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vejviser::app::OverviewModel</name>
    <message>
        <source>This tablet alone, up to now</source>
        <translation>Kun denne tablet, frem til nu</translation>
    </message>
    <message>
        <source>Both units, as of %1 today</source>
        <translation>Begge enheder, kl. %1 i dag</translation>
    </message>
    <message>
        <source>Both units, as of %1 yesterday</source>
        <translation>Begge enheder, kl. %1 i går</translation>
    </message>
    <message numerus="yes">
        <source>Both units, %n days old</source>
        <translation>
            <numerusform>Begge enheder, %n dag gamle</numerusform>
            <numerusform>Begge enheder, %n dage gamle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 tablets heard from that day</source>
        <translation>%1 af %2 tablets hørt den dag</translation>
    </message>
    <message>
        <source>tablets heard from: not known</source>
        <translation>antal hørte tablets er ukendt</translation>
    </message>
    <message>
        <source>Nothing waited on the tablets then.</source>
        <translation>Intet ventede på tablets på det tidspunkt.</translation>
    </message>
    <message numerus="yes">
        <source>%n records still waited on tablets then.</source>
        <translation>
            <numerusform>%n registrering ventede stadig på en tablet på det tidspunkt.</numerusform>
            <numerusform>%n registreringer ventede stadig på tablets på det tidspunkt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vejviser::app::QuestionEditor</name>
    <message>
        <source>Write the question.</source>
        <translation>Skriv spørgsmålet.</translation>
    </message>
    <message>
        <source>Choose a topic.</source>
        <translation>Vælg et emne.</translation>
    </message>
    <message>
        <source>Write the answer.</source>
        <translation>Skriv svaret.</translation>
    </message>
</context>
<context>
    <name>vejviser::app::ReferController</name>
    <message>
        <source>Authority task. You may decide it.</source>
        <translation>Myndighedsopgave. Du må træffe afgørelsen.</translation>
    </message>
    <message>
        <source>Authority task. You may guide, not decide.</source>
        <translation>Myndighedsopgave. Du må vejlede, men ikke afgøre.</translation>
    </message>
    <message>
        <source>Authority task. You must hand it over.</source>
        <translation>Myndighedsopgave. Du skal henvise videre.</translation>
    </message>
    <message>
        <source>vejviser-slip</source>
        <extracomment>The beginning of a file&apos;s name: a-z and hyphens only.</extracomment>
        <translation>vejviser-seddel</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gemt som %1</translation>
    </message>
    <message>
        <source>No file was saved: %1</source>
        <translation>Ingen fil blev gemt: %1</translation>
    </message>
</context>
<context>
    <name>vejviser::app::ReferralsModel</name>
    <message>
        <source>Accepted</source>
        <translation>Taget imod</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Afvist</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Færdig</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Udløbet</translation>
    </message>
    <message>
        <source>Not redeemed yet</source>
        <translation>Ikke indløst endnu</translation>
    </message>
    <message>
        <source>To %1 · %2</source>
        <translation>Til %1 · %2</translation>
    </message>
    <message>
        <source>From %1 · %2</source>
        <translation>Fra %1 · %2</translation>
    </message>
    <message>
        <source>To %1 · %2 · slip %3</source>
        <translation>Til %1 · %2 · seddel %3</translation>
    </message>
    <message>
        <source>From %1 · %2 · slip %3</source>
        <translation>Fra %1 · %2 · seddel %3</translation>
    </message>
    <message>
        <source>A slip this tablet has not heard of yet</source>
        <translation>En seddel, som denne tablet ikke kender endnu</translation>
    </message>
    <message>
        <source>What you answer is saved here and joined with the referral when both tablets have had a network.</source>
        <translation>Dit svar er gemt her og bliver lagt sammen med henvisningen, når begge tablets har haft netforbindelse.</translation>
    </message>
    <message>
        <source>This is not a slip code. A code has 8 characters, for example K7MP 4XQ8. Check it and try again.</source>
        <translation>Det er ikke en seddelkode. En kode har 8 tegn, for eksempel K7MP 4XQ8. Se efter, og prøv igen.</translation>
    </message>
    <message>
        <source>Answered here · %1</source>
        <translation>Besvaret her · %1</translation>
    </message>
</context>
<context>
    <name>vejviser::app::RoleController</name>
    <message>
        <source>The role “%1” has ended. You now log as “%2”.</source>
        <translation>Rollen »%1« er udløbet. Du registrerer nu som »%2«.</translation>
    </message>
    <message>
        <source>That is not the PIN. Try again.</source>
        <translation>Det er ikke pinkoden. Prøv igen.</translation>
    </message>
    <message>
        <source>The two are not the same. Type them again.</source>
        <translation>De to er ikke ens. Skriv dem igen.</translation>
    </message>
    <message>
        <source>One role must be without a PIN.</source>
        <translation>Én rolle skal være uden pinkode.</translation>
    </message>
    <message>
        <source>A PIN has 4 to 8 digits.</source>
        <translation>En pinkode har 4 til 8 cifre.</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n minutes and try again. You can log meanwhile.</source>
        <translation>
            <numerusform>For mange forkerte pinkoder. Vent %n minut, og prøv igen. Du kan registrere imens.</numerusform>
            <numerusform>For mange forkerte pinkoder. Vent %n minutter, og prøv igen. Du kan registrere imens.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vejviser::app::SetAsideModel</name>
    <message>
        <source>The hub cannot read it.</source>
        <translation>Serveren kan ikke læse registreringen.</translation>
    </message>
    <message>
        <source>The hub&apos;s answer: %1</source>
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
        <source>The hub&apos;s certificate cannot be trusted. Nothing is sent. Tell IT.</source>
        <translation>Serverens certifikat kan ikke godkendes. Intet bliver sendt. Kontakt it-afdelingen.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>This is not a whole code from Vejviser. Scan or paste it again, or type the address and the code.</source>
        <translation>Det er ikke en hel kode fra Vejviser. Scan eller indsæt den igen, eller skriv adressen og koden.</translation>
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
        <source>The hub&apos;s certificate cannot be trusted. Nothing is sent. Tell IT.</source>
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
        <source>The tablet cannot store the hub&apos;s answer. Is the disk full?</source>
        <translation>Tabletten kan ikke gemme serverens svar. Er disken fuld?</translation>
    </message>
    <message>
        <source>These data were moved here from another tablet. Connect again under Settings. Nothing is lost.</source>
        <translation>Disse data er flyttet hertil fra en anden tablet. Tilslut igen under Indstillinger. Intet er gået tabt.</translation>
    </message>
    <message>
        <source>The hub&apos;s address cannot be used. Connect again under Settings.</source>
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
        <source>The tablet&apos;s data cannot all be read. Tell IT.</source>
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
        <source>The tablet&apos;s disk is nearly full. What you log is saved and sent, but no new figures are fetched. Tell IT.</source>
        <translation>Tablettens disk er næsten fuld. Det, du registrerer, bliver gemt og sendt, men der bliver ikke hentet nye tal. Kontakt it-afdelingen.</translation>
    </message>
    <message>
        <source>The tablet&apos;s key store cannot be opened. Nothing is lost. Tell IT.</source>
        <translation>Tablettens nøglelager kan ikke åbnes. Intet er gået tabt. Kontakt it-afdelingen.</translation>
    </message>
    <message>
        <source>This tablet&apos;s clock is %1 behind.</source>
        <translation>Tablettens ur er %1 bagud.</translation>
    </message>
    <message>
        <source>This tablet&apos;s clock is %1 ahead.</source>
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
    <message>
        <source>Time not known</source>
        <translation>Tiden kendes ikke</translation>
    </message>
    <message>
        <source>Timed</source>
        <translation>Målt</translation>
    </message>
</context>
</TS>
