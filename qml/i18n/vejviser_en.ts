<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AsideCard</name>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Try again: %1</source>
        <translation>Try again: %1</translation>
    </message>
</context>
<context>
    <name>AsideDialog</name>
    <message>
        <source>What was set aside</source>
        <translation>What was set aside</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>AsideHeader</name>
    <message>
        <source>Nothing has been set aside. All that was logged here is sent or waits to be sent.</source>
        <translation>Nothing has been set aside. All that was logged here is sent or waits to be sent.</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>Try all again</translation>
    </message>
    <message>
        <source>Save this list as a file</source>
        <translation>Save this list as a file</translation>
    </message>
    <message>
        <source>Save all this tablet&apos;s records as a file</source>
        <translation>Save all this tablet&apos;s records as a file</translation>
    </message>
    <message>
        <source>These records are kept, but are not in the shared figures. Your supervisor can have those at the hub counted. This tablet is not told of it.</source>
        <translation>These records are kept, but are not in the shared figures. Your supervisor can have those at the hub counted. This tablet is not told of it.</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Log a question</source>
        <translation>Log a question</translation>
    </message>
    <message>
        <source>What was asked?</source>
        <translation>What was asked?</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Choose a topic</source>
        <translation>Choose a topic</translation>
    </message>
    <message>
        <source>Topic: %1</source>
        <translation>Topic: %1</translation>
    </message>
    <message>
        <source>It needs an answer from a colleague</source>
        <translation>It needs an answer from a colleague</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Finish later</source>
        <translation>Finish later</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Yes, delete it</source>
        <translation>Yes, delete it</translation>
    </message>
    <message>
        <source>Delete the draft</source>
        <translation>Delete the draft</translation>
    </message>
</context>
<context>
    <name>ErrorWindow</name>
    <message>
        <source>Vejviser is already running with these data.</source>
        <translation>Vejviser is already running with these data.</translation>
    </message>
    <message>
        <source>These data were made by a newer Vejviser.</source>
        <translation>These data were made by a newer Vejviser.</translation>
    </message>
    <message>
        <source>Vejviser cannot open its data.</source>
        <translation>Vejviser cannot open its data.</translation>
    </message>
    <message>
        <source>Use the window that is open, or close it first.</source>
        <translation>Use the window that is open, or close it first.</translation>
    </message>
    <message>
        <source>Update Vejviser on this tablet. Nothing has been changed.</source>
        <translation>Update Vejviser on this tablet. Nothing has been changed.</translation>
    </message>
    <message>
        <source>Nothing has been changed. Tell IT what stands here:</source>
        <translation>Nothing has been changed. Tell IT what stands here:</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>EventCard</name>
    <message>
        <source>Opens the event to correct or withdraw it</source>
        <translation>Opens the event to correct or withdraw it</translation>
    </message>
</context>
<context>
    <name>EventDay</name>
    <message>
        <source>When was it?</source>
        <translation>When was it?</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Another day</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Began at</source>
        <translation>Began at</translation>
    </message>
</context>
<context>
    <name>EventForm</name>
    <message>
        <source>Choose what the event was about.</source>
        <translation>Choose what the event was about.</translation>
    </message>
    <message>
        <source>Write how many took part: a number from 0 to %1.</source>
        <translation>Write how many took part: a number from 0 to %1.</translation>
    </message>
    <message>
        <source>Write the hours as a number, for example %1. At most %2 hours.</source>
        <translation>Write the hours as a number, for example %1. At most %2 hours.</translation>
    </message>
    <message>
        <source>Write the time as %1.</source>
        <translation>Write the time as %1.</translation>
    </message>
    <message>
        <source>There is no such day. Write day, month and year as numbers.</source>
        <translation>There is no such day. Write day, month and year as numbers.</translation>
    </message>
    <message>
        <source>This day lies ahead. Log the event once it has been held.</source>
        <translation>This day lies ahead. Log the event once it has been held.</translation>
    </message>
    <message numerus="yes">
        <source>This day is too long ago. Events can be logged for %n days.</source>
        <translation>
            <numerusform>This day is too long ago. Events can be logged for %n day.</numerusform>
            <numerusform>This day is too long ago. Events can be logged for %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventSheet</name>
    <message>
        <source>Correct the event</source>
        <translation>Correct the event</translation>
    </message>
    <message>
        <source>Log an event</source>
        <translation>Log an event</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Who was it for?</source>
        <translation>Who was it for?</translation>
    </message>
    <message>
        <source>How many took part?</source>
        <translation>How many took part?</translation>
    </message>
    <message>
        <source>Count everyone once, whichever unit they came to.</source>
        <translation>Count everyone once, whichever unit they came to.</translation>
    </message>
    <message>
        <source>Hours of library staff</source>
        <translation>Hours of library staff</translation>
    </message>
    <message>
        <source>All staff together, preparation included.</source>
        <translation>All staff together, preparation included.</translation>
    </message>
    <message>
        <source>Hours of citizen service staff</source>
        <translation>Hours of citizen service staff</translation>
    </message>
    <message>
        <source>Save the correction</source>
        <translation>Save the correction</translation>
    </message>
    <message>
        <source>Save the event</source>
        <translation>Save the event</translation>
    </message>
    <message>
        <source>Yes, discard what is typed</source>
        <translation>Yes, discard what is typed</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Yes, withdraw it</source>
        <translation>Yes, withdraw it</translation>
    </message>
    <message>
        <source>Withdraw this event</source>
        <translation>Withdraw this event</translation>
    </message>
</context>
<context>
    <name>EventTopic</name>
    <message>
        <source>What was it about?</source>
        <translation>What was it about?</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Find another topic</source>
        <translation>Find another topic</translation>
    </message>
</context>
<context>
    <name>EventsHeader</name>
    <message>
        <source>Log an event</source>
        <translation>Log an event</translation>
    </message>
    <message>
        <source>The event has been saved on this tablet.</source>
        <translation>The event has been saved on this tablet.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>28 days</source>
        <translation>28 days</translation>
    </message>
    <message>
        <source>13 weeks</source>
        <translation>13 weeks</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>Took part</source>
        <translation>Took part</translation>
    </message>
    <message>
        <source>Library hours</source>
        <translation>Library hours</translation>
    </message>
    <message>
        <source>Citizen service hours</source>
        <translation>Citizen service hours</translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>No event has been logged in this period. Log the next one when it has been held: both units get credit for it.</source>
        <translation>No event has been logged in this period. Log the next one when it has been held: both units get credit for it.</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Show more</translation>
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
        <translation>%1, authority task, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Opens the guide</source>
        <translation>Opens the guide</translation>
    </message>
    <message>
        <source>Shows who can do it now</source>
        <translation>Shows who can do it now</translation>
    </message>
    <message>
        <source>Authority task</source>
        <translation>Authority task</translation>
    </message>
</context>
<context>
    <name>GuideSheet</name>
    <message>
        <source>All guides</source>
        <translation>All guides</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Example: the municipality must check it before you rely on it.</source>
        <translation>Example: the municipality must check it before you rely on it.</translation>
    </message>
    <message>
        <source>Nobody has written a guide for this topic yet.</source>
        <translation>Nobody has written a guide for this topic yet.</translation>
    </message>
    <message>
        <source>How to do it</source>
        <translation>How to do it</translation>
    </message>
    <message>
        <source>Bring along</source>
        <translation>Bring along</translation>
    </message>
    <message>
        <source>The citizen does not need to bring anything.</source>
        <translation>The citizen does not need to bring anything.</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Good to know</translation>
    </message>
    <message>
        <source>Responsible: %1. Not checked yet.</source>
        <translation>Responsible: %1. Not checked yet.</translation>
    </message>
    <message>
        <source>Responsible: %1. Last checked %2.</source>
        <translation>Responsible: %1. Last checked %2.</translation>
    </message>
</context>
<context>
    <name>GuideStep</name>
    <message>
        <source>Step %1: %2</source>
        <translation>Step %1: %2</translation>
    </message>
</context>
<context>
    <name>GuidesPage</name>
    <message>
        <source>Search for a topic</source>
        <translation>Search for a topic</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Not lately</source>
        <translation>Not lately</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>Guides</translation>
    </message>
    <message>
        <source>No topic matches. Try another word.</source>
        <translation>No topic matches. Try another word.</translation>
    </message>
    <message>
        <source>Every topic with a guide was done here within the last four weeks.</source>
        <translation>Every topic with a guide was done here within the last four weeks.</translation>
    </message>
    <message>
        <source>There are no guides yet.</source>
        <translation>There are no guides yet.</translation>
    </message>
    <message>
        <source>Choose a topic to see how it goes and who can do it now.</source>
        <translation>Choose a topic to see how it goes and who can do it now.</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>Enquiries by weekday and hour</source>
        <translation>Enquiries by weekday and hour</translation>
    </message>
    <message>
        <source>From %1 o&apos;clock: %2</source>
        <translation>From %1 o&apos;clock: %2</translation>
    </message>
    <message>
        <source>× Withheld to protect confidentiality</source>
        <translation>× Withheld to protect confidentiality</translation>
    </message>
</context>
<context>
    <name>HelpBar</name>
    <message>
        <source>Saved on this tablet: %1</source>
        <translation>Saved on this tablet: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n times on this tablet: %1</source>
        <translation>
            <numerusform>Saved %n time on this tablet: %1</numerusform>
            <numerusform>Saved %n times on this tablet: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved on this tablet for %1: %2</source>
        <translation>Saved on this tablet for %1: %2</translation>
    </message>
    <message>
        <source>Same again</source>
        <translation>Same again</translation>
    </message>
    <message>
        <source>Same citizen, another topic</source>
        <translation>Same citizen, another topic</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Less</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Private room, language and how the citizen came</source>
        <translation>Private room, language and how the citizen came</translation>
    </message>
    <message>
        <source>The next topic is for the same citizen.</source>
        <translation>The next topic is for the same citizen.</translation>
    </message>
    <message>
        <source>The same citizen as before.</source>
        <translation>The same citizen as before.</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Logged at %1. Changes are saved at once.</source>
        <translation>Logged at %1. Changes are saved at once.</translation>
    </message>
    <message>
        <source>Withdraw this enquiry</source>
        <translation>Withdraw this enquiry</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Yes, withdraw it</source>
        <translation>Yes, withdraw it</translation>
    </message>
    <message>
        <source>Show the topic</source>
        <translation>Show the topic</translation>
    </message>
    <message>
        <source>Withdraw this hour</source>
        <translation>Withdraw this hour</translation>
    </message>
</context>
<context>
    <name>HelpForm</name>
    <message>
        <source>Outcome</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>Refer to %1</source>
        <translation>Refer to %1</translation>
    </message>
    <message>
        <source>Referred to %1</source>
        <translation>Referred to %1</translation>
    </message>
    <message>
        <source>Refer elsewhere</source>
        <translation>Refer elsewhere</translation>
    </message>
    <message>
        <source>Slip %1</source>
        <translation>Slip %1</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Forgotten timer: how long did it take?</source>
        <translation>Forgotten timer: how long did it take?</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Less</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Private room, language and how the citizen came</source>
        <translation>Private room, language and how the citizen came</translation>
    </message>
    <message>
        <source>Private room</source>
        <translation>Private room</translation>
    </message>
    <message>
        <source>How the citizen came</source>
        <translation>How the citizen came</translation>
    </message>
    <message>
        <source>Language of the help</source>
        <translation>Language of the help</translation>
    </message>
</context>
<context>
    <name>HelpWords</name>
    <message>
        <source>Danish</source>
        <translation>Danish</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>German</source>
        <translation>German</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabic</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainian</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polish</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Turkish</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Persian</translation>
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
        <translation>Romanian</translation>
    </message>
    <message>
        <source>Danish sign language</source>
        <translation>Danish sign language</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>Another language</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Not needed</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Used</translation>
    </message>
    <message>
        <source>Was taken</source>
        <translation>Was taken</translation>
    </message>
    <message>
        <source>None here</source>
        <translation>None here</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Not said</translation>
    </message>
    <message>
        <source>Closing time</source>
        <translation>Closing time</translation>
    </message>
    <message>
        <source>Too many waiting</source>
        <translation>Too many waiting</translation>
    </message>
    <message>
        <source>Papers or login missing</source>
        <translation>Papers or login missing</translation>
    </message>
    <message>
        <source>Appointment needed</source>
        <translation>Appointment needed</translation>
    </message>
    <message>
        <source>System down</source>
        <translation>System down</translation>
    </message>
    <message>
        <source>Not our task</source>
        <translation>Not our task</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>Staffed, nobody came</source>
        <translation>Staffed, nobody came</translation>
    </message>
    <message>
        <source>Private room</source>
        <translation>Private room</translation>
    </message>
    <message>
        <source>Private room taken</source>
        <translation>Private room taken</translation>
    </message>
    <message>
        <source>No private room</source>
        <translation>No private room</translation>
    </message>
    <message>
        <source>Same citizen</source>
        <translation>Same citizen</translation>
    </message>
</context>
<context>
    <name>HubSection</name>
    <message>
        <source>Connection to the hub</source>
        <translation>Connection to the hub</translation>
    </message>
    <message>
        <source>This tablet is “%1” with %2 at %3.</source>
        <translation>This tablet is “%1” with %2 at %3.</translation>
    </message>
    <message>
        <source>the hub</source>
        <translation>the hub</translation>
    </message>
    <message>
        <source>Not connected yet. Your supervisor gives you the address and a code. What you log until then is kept and sent afterwards.</source>
        <translation>Not connected yet. Your supervisor gives you the address and a code. What you log until then is kept and sent afterwards.</translation>
    </message>
    <message>
        <source>The hub&apos;s address</source>
        <translation>The hub&apos;s address</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Connect again</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connect</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Did it alone</source>
        <translation>Did it alone</translation>
    </message>
    <message>
        <source>With guidance</source>
        <translation>With guidance</translation>
    </message>
    <message>
        <source>Done for them</source>
        <translation>Done for them</translation>
    </message>
    <message>
        <source>Referred on</source>
        <translation>Referred on</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>Turned away</translation>
    </message>
    <message>
        <source>Under 5 min</source>
        <translation>Under 5 min</translation>
    </message>
    <message>
        <source>5-15 min</source>
        <translation>5-15 min</translation>
    </message>
    <message>
        <source>15-30 min</source>
        <translation>15-30 min</translation>
    </message>
    <message>
        <source>30-60 min</source>
        <translation>30-60 min</translation>
    </message>
    <message>
        <source>Over 1 hour</source>
        <translation>Over 1 hour</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>Citizen service</source>
        <translation>Citizen service</translation>
    </message>
    <message>
        <source>the library</source>
        <translation>the library</translation>
    </message>
    <message>
        <source>citizen service</source>
        <translation>citizen service</translation>
    </message>
    <message>
        <source>This tablet&apos;s Vejviser is newer than the hub&apos;s. Tell IT to update the hub.</source>
        <translation>This tablet&apos;s Vejviser is newer than the hub&apos;s. Tell IT to update the hub.</translation>
    </message>
    <message>
        <source>What it says does not fit together, so it cannot be counted.</source>
        <translation>What it says does not fit together, so it cannot be counted.</translation>
    </message>
    <message>
        <source>Its time cannot be right: it lies in the future or too far back. Check the tablet&apos;s clock.</source>
        <translation>Its time cannot be right: it lies in the future or too far back. Check the tablet&apos;s clock.</translation>
    </message>
    <message>
        <source>Its time was in doubt already when it was recorded.</source>
        <translation>Its time was in doubt already when it was recorded.</translation>
    </message>
    <message>
        <source>Its topic is not in the municipality&apos;s topic catalogue.</source>
        <translation>Its topic is not in the municipality&apos;s topic catalogue.</translation>
    </message>
    <message>
        <source>Its place is not on the municipality&apos;s list. Choose where you work under Settings.</source>
        <translation>Its place is not on the municipality&apos;s list. Choose where you work under Settings.</translation>
    </message>
    <message>
        <source>The hub does not know the unit that it refers to.</source>
        <translation>The hub does not know the unit that it refers to.</translation>
    </message>
    <message>
        <source>The hub had another version of it already, and keeps that.</source>
        <translation>The hub had another version of it already, and keeps that.</translation>
    </message>
    <message>
        <source>This tablet no longer had access when it was sent. Ask your supervisor.</source>
        <translation>This tablet no longer had access when it was sent. Ask your supervisor.</translation>
    </message>
    <message>
        <source>It has been erased at the hub, and stays so.</source>
        <translation>It has been erased at the hub, and stays so.</translation>
    </message>
    <message>
        <source>The hub gives a reason this version does not know: %1</source>
        <translation>The hub gives a reason this version does not know: %1</translation>
    </message>
    <message>
        <source>Not ours</source>
        <translation>Not ours</translation>
    </message>
    <message>
        <source>We are closed</source>
        <translation>We are closed</translation>
    </message>
    <message>
        <source>Papers or log-in are missing</source>
        <translation>Papers or log-in are missing</translation>
    </message>
    <message>
        <source>Nobody came</source>
        <translation>Nobody came</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>Open day and night</source>
        <translation>Open day and night</translation>
    </message>
    <message>
        <source>Closed until further notice</source>
        <translation>Closed until further notice</translation>
    </message>
    <message>
        <source>Open until midnight</source>
        <translation>Open until midnight</translation>
    </message>
    <message>
        <source>Open until %1</source>
        <translation>Open until %1</translation>
    </message>
    <message>
        <source>Opens at %1</source>
        <translation>Opens at %1</translation>
    </message>
    <message>
        <source>Open until %1 at %2</source>
        <translation>Open until %1 at %2</translation>
    </message>
    <message>
        <source>Opens %1 at %2</source>
        <translation>Opens %1 at %2</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Everyone</translation>
    </message>
    <message>
        <source>9th grade</source>
        <translation>9th grade</translation>
    </message>
    <message>
        <source>Other school classes</source>
        <translation>Other school classes</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Families</translation>
    </message>
    <message>
        <source>Adults</source>
        <translation>Adults</translation>
    </message>
    <message>
        <source>60 and over</source>
        <translation>60 and over</translation>
    </message>
</context>
<context>
    <name>LogMenu</name>
    <message>
        <source>Start a timer</source>
        <translation>Start a timer</translation>
    </message>
    <message>
        <source>Log afterwards</source>
        <translation>Log afterwards</translation>
    </message>
    <message>
        <source>Staffed, nobody came at %1</source>
        <translation>Staffed, nobody came at %1</translation>
    </message>
    <message>
        <source>More ways to log</source>
        <translation>More ways to log</translation>
    </message>
</context>
<context>
    <name>LogMode</name>
    <message>
        <source>Tap the topic that the timer is for.</source>
        <translation>Tap the topic that the timer is for.</translation>
    </message>
    <message>
        <source>When was it? Then tap the topic.</source>
        <translation>When was it? Then tap the topic.</translation>
    </message>
    <message>
        <source>One day earlier</source>
        <translation>One day earlier</translation>
    </message>
    <message>
        <source>One day later</source>
        <translation>One day later</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Search for a topic</source>
        <translation>Search for a topic</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>No topic matches. Try another word, or log it as Other.</source>
        <translation>No topic matches. Try another word, or log it as Other.</translation>
    </message>
    <message>
        <source>More ways to log</source>
        <translation>More ways to log</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Language and look</source>
        <translation>Language and look</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Operated with</source>
        <translation>Operated with</translation>
    </message>
    <message>
        <source>The right hand</source>
        <translation>The right hand</translation>
    </message>
    <message>
        <source>The left hand</source>
        <translation>The left hand</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Text size</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>New enquiry</source>
        <translation>New enquiry</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Referrals</translation>
    </message>
    <message>
        <source>Refer</source>
        <translation>Refer</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>Guides</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
</context>
<context>
    <name>MorePages</name>
    <message>
        <source>More pages</source>
        <translation>More pages</translation>
    </message>
</context>
<context>
    <name>NavBar</name>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>No enquiry was logged in this period. That does not say that nobody came.</source>
        <translation>No enquiry was logged in this period. That does not say that nobody came.</translation>
    </message>
    <message>
        <source>Danish, or not said</source>
        <translation>Danish, or not said</translation>
    </message>
    <message>
        <source>Nobody needed a private room.</source>
        <translation>Nobody needed a private room.</translation>
    </message>
    <message>
        <source>Nobody was turned away.</source>
        <translation>Nobody was turned away.</translation>
    </message>
    <message>
        <source>No quiet hour was noted.</source>
        <translation>No quiet hour was noted.</translation>
    </message>
    <message>
        <source>Referrals between the units</source>
        <translation>Referrals between the units</translation>
    </message>
    <message>
        <source>What came of the referrals</source>
        <translation>What came of the referrals</translation>
    </message>
    <message>
        <source>Nobody was referred to the other unit.</source>
        <translation>Nobody was referred to the other unit.</translation>
    </message>
    <message>
        <source>Referred to others</source>
        <translation>Referred to others</translation>
    </message>
    <message>
        <source>Nobody was referred to others.</source>
        <translation>Nobody was referred to others.</translation>
    </message>
    <message>
        <source>Handed over to those who decide</source>
        <translation>Handed over to those who decide</translation>
    </message>
    <message>
        <source>Helped along, nothing decided</source>
        <translation>Helped along, nothing decided</translation>
    </message>
    <message>
        <source>Decided by those who may</source>
        <translation>Decided by those who may</translation>
    </message>
    <message>
        <source>No authority task was logged.</source>
        <translation>No authority task was logged.</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>No question was written down.</source>
        <translation>No question was written down.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>No event was logged.</source>
        <translation>No event was logged.</translation>
    </message>
    <message>
        <source>Place not given</source>
        <translation>Place not given</translation>
    </message>
    <message>
        <source>Authority tasks</source>
        <translation>Authority tasks</translation>
    </message>
    <message>
        <source>Digital guidance</source>
        <translation>Digital guidance</translation>
    </message>
    <message>
        <source>Orientation and equipment</source>
        <translation>Orientation and equipment</translation>
    </message>
    <message>
        <source>Reference questions</source>
        <translation>Reference questions</translation>
    </message>
    <message>
        <source>Unknown topic</source>
        <translation>Unknown topic</translation>
    </message>
</context>
<context>
    <name>OverviewHead</name>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>This tablet</translation>
    </message>
    <message>
        <source>Enquiries</source>
        <translation>Enquiries</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Referrals</translation>
    </message>
    <message>
        <source>Both units together</source>
        <translation>Both units together</translation>
    </message>
    <message>
        <source>The shared figures appear when this tablet has been connected to the hub.</source>
        <translation>The shared figures appear when this tablet has been connected to the hub.</translation>
    </message>
    <message>
        <source>Whose figures are shown below</source>
        <translation>Whose figures are shown below</translation>
    </message>
    <message>
        <source>Published period</source>
        <translation>Published period</translation>
    </message>
    <message>
        <source>Breaks in this period. Figures from before and after cannot be compared as they are:</source>
        <translation>Breaks in this period. Figures from before and after cannot be compared as they are:</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>New PIN for “%1”</source>
        <translation>New PIN for “%1”</translation>
    </message>
    <message>
        <source>PIN for “%1”</source>
        <translation>PIN for “%1”</translation>
    </message>
    <message>
        <source>Whoever wants to take the role on this tablet types the PIN. It is only kept on this tablet. When the role ends, everybody can go on logging in the role that was there before.</source>
        <translation>Whoever wants to take the role on this tablet types the PIN. It is only kept on this tablet. When the role ends, everybody can go on logging in the role that was there before.</translation>
    </message>
    <message>
        <source>4 to 8 digits</source>
        <translation>4 to 8 digits</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>The same once more</translation>
    </message>
    <message>
        <source>Forgotten? A new connection with a code from your supervisor removes every PIN from this tablet. You can log without one.</source>
        <translation>Forgotten? A new connection with a code from your supervisor removes every PIN from this tablet. You can log without one.</translation>
    </message>
    <message>
        <source>Save the PIN</source>
        <translation>Save the PIN</translation>
    </message>
    <message>
        <source>Take the role</source>
        <translation>Take the role</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>PinSection</name>
    <message numerus="yes">
        <source>“%1” has a PIN on this tablet. The role ends when the tablet has not been touched for %n minutes.</source>
        <translation>
            <numerusform>“%1” has a PIN on this tablet. The role ends when the tablet has not been touched for %n minute.</numerusform>
            <numerusform>“%1” has a PIN on this tablet. The role ends when the tablet has not been touched for %n minutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Anybody with this tablet can take the role “%1”. With a PIN, only those who know it can.</source>
        <translation>Anybody with this tablet can take the role “%1”. With a PIN, only those who know it can.</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>Change the PIN</translation>
    </message>
    <message>
        <source>Give the role a PIN</source>
        <translation>Give the role a PIN</translation>
    </message>
    <message>
        <source>Remove the PIN</source>
        <translation>Remove the PIN</translation>
    </message>
</context>
<context>
    <name>PlaceButton</name>
    <message>
        <source>Refer to %1</source>
        <translation>Refer to %1</translation>
    </message>
</context>
<context>
    <name>Published</name>
    <message>
        <source>Made on %1.</source>
        <translation>Made on %1.</translation>
    </message>
    <message>
        <source>Made on %1, version %2: late entries are counted.</source>
        <translation>Made on %1, version %2: late entries are counted.</translation>
    </message>
    <message>
        <source>Last made on %1.</source>
        <translation>Last made on %1.</translation>
    </message>
    <message>
        <source>Last made on %1, some of them anew: late entries are counted.</source>
        <translation>Last made on %1, some of them anew: late entries are counted.</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 months</translation>
    </message>
    <message>
        <source>No month is published yet: the first can come on %1.</source>
        <translation>No month is published yet: the first can come on %1.</translation>
    </message>
    <message>
        <source>%1 to %2, %3 months.</source>
        <translation>%1 to %2, %3 months.</translation>
    </message>
    <message>
        <source>%1, which is under way, is not published yet.</source>
        <translation>%1, which is under way, is not published yet.</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Needs an answer</source>
        <translation>Needs an answer</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Opens the question</source>
        <translation>Opens the question</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>Needs an answer</source>
        <translation>Needs an answer</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Your answer</translation>
    </message>
    <message>
        <source>Your new answer</source>
        <translation>Your new answer</translation>
    </message>
    <message>
        <source>Save the answer</source>
        <translation>Save the answer</translation>
    </message>
    <message>
        <source>Write an answer</source>
        <translation>Write an answer</translation>
    </message>
    <message>
        <source>Change the answer</source>
        <translation>Change the answer</translation>
    </message>
    <message>
        <source>Yes, withdraw it</source>
        <translation>Yes, withdraw it</translation>
    </message>
    <message>
        <source>Withdraw this question</source>
        <translation>Withdraw this question</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>QuestionWords</name>
    <message>
        <source>The text is too long. Shorten it before you save.</source>
        <translation>The text is too long. Shorten it before you save.</translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>Search questions</source>
        <translation>Search questions</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Go on with your draft</source>
        <translation>Go on with your draft</translation>
    </message>
    <message>
        <source>Log this question</source>
        <translation>Log this question</translation>
    </message>
    <message>
        <source>Log a question</source>
        <translation>Log a question</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message numerus="yes">
        <source>Needs an answer (%n)</source>
        <translation>
            <numerusform>Needs an answer (%n)</numerusform>
            <numerusform>Needs an answer (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>There are older questions. Search to find them.</source>
        <translation>There are older questions. Search to find them.</translation>
    </message>
    <message>
        <source>No question matches. Try fewer words, or log it.</source>
        <translation>No question matches. Try fewer words, or log it.</translation>
    </message>
    <message>
        <source>No question needs an answer.</source>
        <translation>No question needs an answer.</translation>
    </message>
    <message>
        <source>No questions have been logged yet.</source>
        <translation>No questions have been logged yet.</translation>
    </message>
</context>
<context>
    <name>RecordedDialog</name>
    <message>
        <source>What is recorded?</source>
        <translation>What is recorded?</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>Never recorded</source>
        <translation>Never recorded</translation>
    </message>
    <message>
        <source>Who the citizen is, and which member of staff helped. Texts with CPR numbers, phone numbers, e-mail addresses or card numbers are refused before they are saved. How long it is since you last did a task stays on this tablet.</source>
        <translation>Who the citizen is, and which member of staff helped. Texts with CPR numbers, phone numbers, e-mail addresses or card numbers are refused before they are saved. How long it is since you last did a task stays on this tablet.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>To show how much help is given, when and where, and whether those who are sent on are taken in. It is statistics, not a case record.</source>
        <translation>To show how much help is given, when and where, and whether those who are sent on are taken in. It is statistics, not a case record.</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>Who sees it</translation>
    </message>
    <message>
        <source>Both units see the same sums, in the app and on the supervisors&apos; page. Both units&apos; tablets show referrals, questions, answers and events. Each record carries the tablet&apos;s number, so that it is counted once.</source>
        <translation>Both units see the same sums, in the app and on the supervisors&apos; page. Both units&apos; tablets show referrals, questions, answers and events. Each record carries the tablet&apos;s number, so that it is counted once.</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>For how long</translation>
    </message>
    <message>
        <source>Records stay on this tablet and at the municipality&apos;s hub. IT can erase a record at the hub for good.</source>
        <translation>Records stay on this tablet and at the municipality&apos;s hub. IT can erase a record at the hub for good.</translation>
    </message>
    <message>
        <source>Save this tablet&apos;s records as a file</source>
        <translation>Save this tablet&apos;s records as a file</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>The topic, the unit, the role, the place and the time. The outcome, the duration in steps and the number of people. If you say so: the kind of contact, the language, a private room, and why somebody was turned away. Referrals with where to and the slip code. Questions and answers, events, and hours when nobody came.</source>
        <translation>The topic, the unit, the role, the place and the time. The outcome, the duration in steps and the number of people. If you say so: the kind of contact, the language, a private room, and why somebody was turned away. Referrals with where to and the slip code. Questions and answers, events, and hours when nobody came.</translation>
    </message>
</context>
<context>
    <name>ReferDialog</name>
    <message>
        <source>Referred to %1</source>
        <translation>Referred to %1</translation>
    </message>
    <message>
        <source>Refer on: %1</source>
        <translation>Refer on: %1</translation>
    </message>
    <message>
        <source>Bring along</source>
        <translation>Bring along</translation>
    </message>
    <message>
        <source>Save to print</source>
        <translation>Save to print</translation>
    </message>
    <message>
        <source>Only showed the way</source>
        <translation>Only showed the way</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ReferPage</name>
    <message>
        <source>Redeem a slip</source>
        <translation>Redeem a slip</translation>
    </message>
    <message>
        <source>Type or scan the code</source>
        <translation>Type or scan the code</translation>
    </message>
    <message>
        <source>Redeem</source>
        <translation>Redeem</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Referrals</translation>
    </message>
    <message>
        <source>To us (%1 open)</source>
        <translation>To us (%1 open)</translation>
    </message>
    <message>
        <source>To us</source>
        <translation>To us</translation>
    </message>
    <message>
        <source>Sent from this tablet</source>
        <translation>Sent from this tablet</translation>
    </message>
    <message>
        <source>Nobody has been referred to you yet.</source>
        <translation>Nobody has been referred to you yet.</translation>
    </message>
    <message>
        <source>Nobody has been referred on from this tablet yet.</source>
        <translation>Nobody has been referred on from this tablet yet.</translation>
    </message>
</context>
<context>
    <name>ReferralDialog</name>
    <message>
        <source>Accept</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>Why it is declined</source>
        <translation>Why it is declined</translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation>How did it end?</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Show the slip</source>
        <translation>Show the slip</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ReferralFlow</name>
    <message>
        <source>Referrals between the units</source>
        <translation>Referrals between the units</translation>
    </message>
    <message>
        <source>From %1 to %2: %3</source>
        <translation>From %1 to %2: %3</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>From %1 to %2</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>Citizen service</source>
        <translation>Citizen service</translation>
    </message>
</context>
<context>
    <name>RoleEnded</name>
    <message>
        <source>Take the role again</source>
        <translation>Take the role again</translation>
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
        <translation>Stop the camera</translation>
    </message>
    <message>
        <source>Scan with the camera</source>
        <translation>Scan with the camera</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Where you work</source>
        <translation>Where you work</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>About Vejviser</source>
        <translation>About Vejviser</translation>
    </message>
    <message>
        <source>Vejviser counts how often help is given. It is statistics, not a case record. It never stores who the citizen is or which member of staff helped.</source>
        <translation>Vejviser counts how often help is given. It is statistics, not a case record. It never stores who the citizen is or which member of staff helped.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>Your role</translation>
    </message>
    <message>
        <source>What is recorded?</source>
        <translation>What is recorded?</translation>
    </message>
</context>
<context>
    <name>Shown</name>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 min.</source>
        <translation>%1 min.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>withheld</translation>
    </message>
    <message>
        <source>Withheld to protect confidentiality</source>
        <translation>Withheld to protect confidentiality</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>nothing recorded</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>at least %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>at most %1</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>Slip code: %1</source>
        <translation>Slip code: %1</translation>
    </message>
    <message>
        <source>The slip code as a QR code</source>
        <translation>The slip code as a QR code</translation>
    </message>
    <message>
        <source>Valid until %1. Say the code, let it be scanned, or print it.</source>
        <translation>Valid until %1. Say the code, let it be scanned, or print it.</translation>
    </message>
</context>
<context>
    <name>SlipPage</name>
    <message>
        <source>Show this slip or say its code. Valid until %1.</source>
        <translation>Show this slip or say its code. Valid until %1.</translation>
    </message>
    <message>
        <source>The code says nothing about you.</source>
        <translation>The code says nothing about you.</translation>
    </message>
</context>
<context>
    <name>SyncBadge</name>
    <message>
        <source>Sync: %1</source>
        <translation>Sync: %1</translation>
    </message>
</context>
<context>
    <name>SyncDetails</name>
    <message>
        <source>Send now</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>See what was set aside</source>
        <translation>See what was set aside</translation>
    </message>
</context>
<context>
    <name>TimerChips</name>
    <message>
        <source>Timers</source>
        <translation>Timers</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>Timer</translation>
    </message>
    <message numerus="yes">
        <source>Forgotten timer? %1, %n min</source>
        <translation>
            <numerusform>Forgotten timer? %1, %n min</numerusform>
            <numerusform>Forgotten timer? %1, %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop the timer: %1, %n min</source>
        <translation>
            <numerusform>Stop the timer: %1, %n min</numerusform>
            <numerusform>Stop the timer: %1, %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Logs the enquiry with the time it took</source>
        <translation>Logs the enquiry with the time it took</translation>
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
        <translation>Drop it</translation>
    </message>
    <message>
        <source>Drop the timer: %1</source>
        <translation>Drop the timer: %1</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today&apos;s enquiries</source>
        <translation>Today&apos;s enquiries</translation>
    </message>
    <message>
        <source>Opens the enquiry to change or withdraw it</source>
        <translation>Opens the enquiry to change or withdraw it</translation>
    </message>
    <message>
        <source>Referred to %1</source>
        <translation>Referred to %1</translation>
    </message>
    <message>
        <source>Nothing has been logged on this tablet today. Tap a topic to log the first enquiry.</source>
        <translation>Nothing has been logged on this tablet today. Tap a topic to log the first enquiry.</translation>
    </message>
    <message>
        <source>Logged afterwards</source>
        <translation>Logged afterwards</translation>
    </message>
</context>
<context>
    <name>TopicPicker</name>
    <message>
        <source>Choose a topic</source>
        <translation>Choose a topic</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>No topic matches. Try another word.</source>
        <translation>No topic matches. Try another word.</translation>
    </message>
    <message>
        <source>Find a topic</source>
        <translation>Find a topic</translation>
    </message>
</context>
<context>
    <name>TopicTile</name>
    <message>
        <source>%1, authority task</source>
        <translation>%1, authority task</translation>
    </message>
    <message numerus="yes">
        <source>Logs a help. Today: %n</source>
        <translation>
            <numerusform>Logs a help. Today: %n</numerusform>
            <numerusform>Logs a help. Today: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Authority task</source>
        <translation>Authority task</translation>
    </message>
</context>
<context>
    <name>TouchKeyboard</name>
    <message>
        <source>Hide the keyboard</source>
        <translation>Hide the keyboard</translation>
    </message>
</context>
<context>
    <name>UnitBars</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: total %2</source>
        <translation>%1: total %2</translation>
    </message>
    <message>
        <source>%1: library %2, citizen service %3</source>
        <translation>%1: library %2, citizen service %3</translation>
    </message>
    <message>
        <source>%1, total %2</source>
        <translation>%1, total %2</translation>
    </message>
</context>
<context>
    <name>UnitLegend</name>
    <message>
        <source>Library</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>Citizen service</source>
        <translation>Citizen service</translation>
    </message>
</context>
<context>
    <name>VAmount</name>
    <message>
        <source>%1: less</source>
        <translation>%1: less</translation>
    </message>
    <message>
        <source>%1: more</source>
        <translation>%1: more</translation>
    </message>
</context>
<context>
    <name>VButton</name>
    <message>
        <source>Not available now</source>
        <translation>Not available now</translation>
    </message>
</context>
<context>
    <name>VSearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Clear the search</translation>
    </message>
</context>
<context>
    <name>VStepper</name>
    <message>
        <source>%1: one fewer</source>
        <translation>%1: one fewer</translation>
    </message>
    <message>
        <source>%1: one more</source>
        <translation>%1: one more</translation>
    </message>
</context>
<context>
    <name>VTextArea</name>
    <message>
        <source>Do not write names or CPR numbers</source>
        <translation>Do not write names or CPR numbers</translation>
    </message>
    <message numerus="yes">
        <source>%n characters too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>One tap logs an enquiry. It works without a network and never stores who the citizen is.</source>
        <translation>One tap logs an enquiry. It works without a network and never stores who the citizen is.</translation>
    </message>
    <message>
        <source>Where do you work?</source>
        <translation>Where do you work?</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
</context>
<context>
    <name>WhoCan</name>
    <message>
        <source>Who can do it now</source>
        <translation>Who can do it now</translation>
    </message>
    <message>
        <source>This tablet has not been told the opening hours of a unit that helps with this.</source>
        <translation>This tablet has not been told the opening hours of a unit that helps with this.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2 (here)</source>
        <translation>%1, %2 (here)</translation>
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
        <translation>Where you work: %1</translation>
    </message>
    <message>
        <source>Changes role, unit and place</source>
        <translation>Changes role, unit and place</translation>
    </message>
</context>
<context>
    <name>WorkplaceDialog</name>
    <message>
        <source>Who has the tablet now?</source>
        <translation>Who has the tablet now?</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>Your role</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>vejviser::app::CameraScanner</name>
    <message>
        <source>The camera saw no code. Try again, or type the code.</source>
        <translation>The camera saw no code. Try again, or type the code.</translation>
    </message>
    <message>
        <source>The camera cannot be used. Type the code, and tell IT.</source>
        <translation>The camera cannot be used. Type the code, and tell IT.</translation>
    </message>
</context>
<context>
    <name>vejviser::app::EventEditor</name>
    <message>
        <source>Another place</source>
        <translation>Another place</translation>
    </message>
</context>
<context>
    <name>vejviser::app::EventsModel</name>
    <message>
        <source>Logged by %1</source>
        <translation>Logged by %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln took part</source>
        <translation>
            <numerusform>%Ln took part</numerusform>
            <numerusform>%Ln took part</numerusform>
        </translation>
    </message>
    <message>
        <source>Library %1 h</source>
        <translation>Library %1 h</translation>
    </message>
    <message>
        <source>Citizen service %1 h</source>
        <translation>Citizen service %1 h</translation>
    </message>
    <message>
        <source>Library %1 h, citizen service %2 h</source>
        <translation>Library %1 h, citizen service %2 h</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 at %2</translation>
    </message>
</context>
<context>
    <name>vejviser::app::ExportController</name>
    <message>
        <source>vejviser-set-aside</source>
        <extracomment>The beginning of a file&apos;s name: a-z and hyphens only.</extracomment>
        <translation>vejviser-set-aside</translation>
    </message>
    <message>
        <source>vejviser-records</source>
        <extracomment>The beginning of a file&apos;s name: a-z and hyphens only.</extracomment>
        <translation>vejviser-records</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Saved as %1</translation>
    </message>
    <message>
        <source>No file was saved: %1</source>
        <translation>No file was saved: %1</translation>
    </message>
</context>
<context>
    <name>vejviser::app::GuideCard</name>
    <message>
        <source>Never recorded here</source>
        <translation>Never recorded here</translation>
    </message>
    <message>
        <source>Done here today</source>
        <translation>Done here today</translation>
    </message>
    <message numerus="yes">
        <source>Last done here %n days ago</source>
        <translation>
            <numerusform>Last done here %n day ago</numerusform>
            <numerusform>Last done here %n days ago</numerusform>
        </translation>
    </message>
    <message>
        <source>Never on this tablet. Only shown here.</source>
        <translation>Never on this tablet. Only shown here.</translation>
    </message>
    <message>
        <source>On this tablet today. Only shown here.</source>
        <translation>On this tablet today. Only shown here.</translation>
    </message>
    <message numerus="yes">
        <source>On this tablet %n days ago. Only shown here.</source>
        <translation>
            <numerusform>On this tablet %n day ago. Only shown here.</numerusform>
            <numerusform>On this tablet %n days ago. Only shown here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vejviser::app::HelpEditor</name>
    <message>
        <source>Not saved: %1</source>
        <translation>Not saved: %1</translation>
    </message>
    <message>
        <source>Not saved: the tablet&apos;s disk is full. Free some space and try again.</source>
        <translation>Not saved: the tablet&apos;s disk is full. Free some space and try again.</translation>
    </message>
    <message>
        <source>Not saved: the tablet cannot write its data (%1). Tell IT.</source>
        <translation>Not saved: the tablet cannot write its data (%1). Tell IT.</translation>
    </message>
    <message>
        <source>This looks like a CPR number. Remove it before you save.</source>
        <translation>This looks like a CPR number. Remove it before you save.</translation>
    </message>
    <message>
        <source>This looks like a phone number. Remove it before you save.</source>
        <translation>This looks like a phone number. Remove it before you save.</translation>
    </message>
    <message>
        <source>This looks like an e-mail address. Remove it before you save.</source>
        <translation>This looks like an e-mail address. Remove it before you save.</translation>
    </message>
    <message>
        <source>This looks like a card number. Remove it before you save.</source>
        <translation>This looks like a card number. Remove it before you save.</translation>
    </message>
    <message>
        <source>This looks like a user id. Remove it before you save.</source>
        <translation>This looks like a user id. Remove it before you save.</translation>
    </message>
    <message>
        <source>Staffed, nobody came at %1</source>
        <translation>Staffed, nobody came at %1</translation>
    </message>
</context>
<context>
    <name>vejviser::app::LogController</name>
    <message>
        <source>Write the time as hour and minute, for example %1.</source>
        <translation>Write the time as hour and minute, for example %1.</translation>
    </message>
    <message>
        <source>This time has not come yet.</source>
        <translation>This time has not come yet.</translation>
    </message>
    <message numerus="yes">
        <source>You can go back %n days at most.</source>
        <translation>
            <numerusform>You can go back %n day at most.</numerusform>
            <numerusform>You can go back %n days at most.</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>This hour has been logged as quiet already.</source>
        <translation>This hour has been logged as quiet already.</translation>
    </message>
    <message>
        <source>An enquiry has been logged in this hour.</source>
        <translation>An enquiry has been logged in this hour.</translation>
    </message>
    <message numerus="yes">
        <source>%n timers are running. Stop one of them first.</source>
        <translation>
            <numerusform>%n timer are running. Stop one of them first.</numerusform>
            <numerusform>%n timers are running. Stop one of them first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vejviser::app::OverviewModel</name>
    <message>
        <source>This tablet alone, up to now</source>
        <translation>This tablet alone, up to now</translation>
    </message>
    <message>
        <source>Both units, as of %1 today</source>
        <translation>Both units, as of %1 today</translation>
    </message>
    <message>
        <source>Both units, as of %1 yesterday</source>
        <translation>Both units, as of %1 yesterday</translation>
    </message>
    <message numerus="yes">
        <source>Both units, %n days old</source>
        <translation>
            <numerusform>Both units, %n day old</numerusform>
            <numerusform>Both units, %n days old</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 tablets heard from that day</source>
        <translation>%1 of %2 tablets heard from that day</translation>
    </message>
    <message>
        <source>tablets heard from: not known</source>
        <translation>tablets heard from: not known</translation>
    </message>
    <message>
        <source>Nothing waited on the tablets then.</source>
        <translation>Nothing waited on the tablets then.</translation>
    </message>
    <message numerus="yes">
        <source>%n records still waited on tablets then.</source>
        <translation>
            <numerusform>%n record still waited on a tablet then.</numerusform>
            <numerusform>%n records still waited on tablets then.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vejviser::app::QuestionEditor</name>
    <message>
        <source>Write the question.</source>
        <translation>Write the question.</translation>
    </message>
    <message>
        <source>Choose a topic.</source>
        <translation>Choose a topic.</translation>
    </message>
    <message>
        <source>Write the answer.</source>
        <translation>Write the answer.</translation>
    </message>
</context>
<context>
    <name>vejviser::app::ReferController</name>
    <message>
        <source>Authority task. You may decide it.</source>
        <translation>Authority task. You may decide it.</translation>
    </message>
    <message>
        <source>Authority task. You may guide, not decide.</source>
        <translation>Authority task. You may guide, not decide.</translation>
    </message>
    <message>
        <source>Authority task. You must hand it over.</source>
        <translation>Authority task. You must hand it over.</translation>
    </message>
    <message>
        <source>vejviser-slip</source>
        <extracomment>The beginning of a file&apos;s name: a-z and hyphens only.</extracomment>
        <translation>vejviser-slip</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Saved as %1</translation>
    </message>
    <message>
        <source>No file was saved: %1</source>
        <translation>No file was saved: %1</translation>
    </message>
</context>
<context>
    <name>vejviser::app::ReferralsModel</name>
    <message>
        <source>Accepted</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>Not redeemed yet</source>
        <translation>Not redeemed yet</translation>
    </message>
    <message>
        <source>To %1 · %2</source>
        <translation>To %1 · %2</translation>
    </message>
    <message>
        <source>From %1 · %2</source>
        <translation>From %1 · %2</translation>
    </message>
    <message>
        <source>To %1 · %2 · slip %3</source>
        <translation>To %1 · %2 · slip %3</translation>
    </message>
    <message>
        <source>From %1 · %2 · slip %3</source>
        <translation>From %1 · %2 · slip %3</translation>
    </message>
    <message>
        <source>A slip this tablet has not heard of yet</source>
        <translation>A slip this tablet has not heard of yet</translation>
    </message>
    <message>
        <source>What you answer is saved here and joined with the referral when both tablets have had a network.</source>
        <translation>What you answer is saved here and joined with the referral when both tablets have had a network.</translation>
    </message>
    <message>
        <source>This is not a slip code. A code has 8 characters, for example K7MP 4XQ8. Check it and try again.</source>
        <translation>This is not a slip code. A code has 8 characters, for example K7MP 4XQ8. Check it and try again.</translation>
    </message>
    <message>
        <source>Answered here · %1</source>
        <translation>Answered here · %1</translation>
    </message>
</context>
<context>
    <name>vejviser::app::RoleController</name>
    <message>
        <source>The role “%1” has ended. You now log as “%2”.</source>
        <translation>The role “%1” has ended. You now log as “%2”.</translation>
    </message>
    <message>
        <source>That is not the PIN. Try again.</source>
        <translation>That is not the PIN. Try again.</translation>
    </message>
    <message>
        <source>The two are not the same. Type them again.</source>
        <translation>The two are not the same. Type them again.</translation>
    </message>
    <message>
        <source>One role must be without a PIN.</source>
        <translation>One role must be without a PIN.</translation>
    </message>
    <message>
        <source>A PIN has 4 to 8 digits.</source>
        <translation>A PIN has 4 to 8 digits.</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n minutes and try again. You can log meanwhile.</source>
        <translation>
            <numerusform>Too many wrong PINs. Wait %n minute and try again. You can log meanwhile.</numerusform>
            <numerusform>Too many wrong PINs. Wait %n minutes and try again. You can log meanwhile.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vejviser::app::SetAsideModel</name>
    <message>
        <source>The hub cannot read it.</source>
        <translation>The hub cannot read it.</translation>
    </message>
    <message>
        <source>The hub&apos;s answer: %1</source>
        <translation>The hub&apos;s answer: %1</translation>
    </message>
    <message>
        <source>A record that cannot be read</source>
        <translation>A record that cannot be read</translation>
    </message>
    <message>
        <source>Correction: %1</source>
        <translation>Correction: %1</translation>
    </message>
    <message>
        <source>Withdrawal: %1</source>
        <translation>Withdrawal: %1</translation>
    </message>
    <message>
        <source>Referral: %1</source>
        <translation>Referral: %1</translation>
    </message>
    <message>
        <source>Only on this tablet, set aside %1</source>
        <translation>Only on this tablet, set aside %1</translation>
    </message>
    <message>
        <source>With the hub since %1, not counted</source>
        <translation>With the hub since %1, not counted</translation>
    </message>
    <message numerus="yes">
        <source>%n records wait to be sent again.</source>
        <translation>
            <numerusform>%n record waits to be sent again.</numerusform>
            <numerusform>%n records wait to be sent again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records have been sent.</source>
        <translation>
            <numerusform>%n record has been sent.</numerusform>
            <numerusform>%n records have been sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The hub still cannot read %n records.</source>
        <translation>
            <numerusform>The hub still cannot read %n record.</numerusform>
            <numerusform>The hub still cannot read %n records.</numerusform>
        </translation>
    </message>
    <message>
        <source>The newest %1 of %2 are listed. The file has them all.</source>
        <translation>The newest %1 of %2 are listed. The file has them all.</translation>
    </message>
</context>
<context>
    <name>vejviser::app::SettingsController</name>
    <message>
        <source>The code is mistyped, used or expired. Ask for a new one.</source>
        <translation>The code is mistyped, used or expired. Ask for a new one.</translation>
    </message>
    <message>
        <source>Too many wrong codes. Wait a minute and try again.</source>
        <translation>Too many wrong codes. Wait a minute and try again.</translation>
    </message>
    <message>
        <source>The hub did not answer (%1). Check the network and try again.</source>
        <translation>The hub did not answer (%1). Check the network and try again.</translation>
    </message>
    <message>
        <source>The address cannot be used: it must begin with https://.</source>
        <translation>The address cannot be used: it must begin with https://.</translation>
    </message>
    <message>
        <source>The hub speaks another version of Vejviser. Tell IT.</source>
        <translation>The hub speaks another version of Vejviser. Tell IT.</translation>
    </message>
    <message>
        <source>There is no hub at that address. Check it with your supervisor, and log in to the guest network if it asks you to.</source>
        <translation>There is no hub at that address. Check it with your supervisor, and log in to the guest network if it asks you to.</translation>
    </message>
    <message>
        <source>The hub&apos;s certificate cannot be trusted. Nothing is sent. Tell IT.</source>
        <translation>The hub&apos;s certificate cannot be trusted. Nothing is sent. Tell IT.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>This is not a whole code from Vejviser. Scan or paste it again, or type the address and the code.</source>
        <translation>This is not a whole code from Vejviser. Scan or paste it again, or type the address and the code.</translation>
    </message>
</context>
<context>
    <name>vejviser::app::SyncStatusModel</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Not connected</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>Sent %1</source>
        <translation>Sent %1</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Offline since %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Nothing is waiting to be sent.</source>
        <translation>Nothing is waiting to be sent.</translation>
    </message>
    <message numerus="yes">
        <source>%n records are waiting to be sent.</source>
        <translation>
            <numerusform>%n record is waiting to be sent.</numerusform>
            <numerusform>%n records are waiting to be sent.</numerusform>
        </translation>
    </message>
    <message>
        <source>The oldest is from %1.</source>
        <translation>The oldest is from %1.</translation>
    </message>
    <message>
        <source>This tablet is not connected to a hub. What you log is kept here until it is.</source>
        <translation>This tablet is not connected to a hub. What you log is kept here until it is.</translation>
    </message>
    <message>
        <source>There is no network. Everything is saved here and is sent when there is one.</source>
        <translation>There is no network. Everything is saved here and is sent when there is one.</translation>
    </message>
    <message>
        <source>The hub does not answer. Everything is saved here; it is tried again by itself.</source>
        <translation>The hub does not answer. Everything is saved here; it is tried again by itself.</translation>
    </message>
    <message>
        <source>Another page answers instead of the hub. A guest network may want you to log in.</source>
        <translation>Another page answers instead of the hub. A guest network may want you to log in.</translation>
    </message>
    <message>
        <source>The hub&apos;s certificate cannot be trusted. Nothing is sent. Tell IT.</source>
        <translation>The hub&apos;s certificate cannot be trusted. Nothing is sent. Tell IT.</translation>
    </message>
    <message>
        <source>The hub does not let this tablet in. Ask your supervisor for a new code and connect again under Settings. Nothing is lost.</source>
        <translation>The hub does not let this tablet in. Ask your supervisor for a new code and connect again under Settings. Nothing is lost.</translation>
    </message>
    <message>
        <source>The hub is busy. It is tried again by itself.</source>
        <translation>The hub is busy. It is tried again by itself.</translation>
    </message>
    <message>
        <source>The hub has a fault. Everything is saved here; it is tried again by itself.</source>
        <translation>The hub has a fault. Everything is saved here; it is tried again by itself.</translation>
    </message>
    <message>
        <source>The tablet cannot store the hub&apos;s answer. Is the disk full?</source>
        <translation>The tablet cannot store the hub&apos;s answer. Is the disk full?</translation>
    </message>
    <message>
        <source>These data were moved here from another tablet. Connect again under Settings. Nothing is lost.</source>
        <translation>These data were moved here from another tablet. Connect again under Settings. Nothing is lost.</translation>
    </message>
    <message>
        <source>The hub&apos;s address cannot be used. Connect again under Settings.</source>
        <translation>The hub&apos;s address cannot be used. Connect again under Settings.</translation>
    </message>
    <message>
        <source>Over %1 waiting</source>
        <translation>Over %1 waiting</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>Over %1 records are waiting to be sent.</source>
        <translation>Over %1 records are waiting to be sent.</translation>
    </message>
    <message>
        <source>The tablet&apos;s data cannot all be read. Tell IT.</source>
        <translation>The tablet&apos;s data cannot all be read. Tell IT.</translation>
    </message>
    <message numerus="yes">
        <source>%n records are with the hub but not counted.</source>
        <translation>
            <numerusform>%n record are with the hub but not counted.</numerusform>
            <numerusform>%n records are with the hub but not counted.</numerusform>
        </translation>
    </message>
    <message>
        <source>Last contact with the hub: %1.</source>
        <translation>Last contact with the hub: %1.</translation>
    </message>
    <message>
        <source>There has been no contact with the hub yet.</source>
        <translation>There has been no contact with the hub yet.</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>The tablet&apos;s disk is nearly full. What you log is saved and sent, but no new figures are fetched. Tell IT.</source>
        <translation>The tablet&apos;s disk is nearly full. What you log is saved and sent, but no new figures are fetched. Tell IT.</translation>
    </message>
    <message>
        <source>The tablet&apos;s key store cannot be opened. Nothing is lost. Tell IT.</source>
        <translation>The tablet&apos;s key store cannot be opened. Nothing is lost. Tell IT.</translation>
    </message>
    <message>
        <source>This tablet&apos;s clock is %1 behind.</source>
        <translation>This tablet&apos;s clock is %1 behind.</translation>
    </message>
    <message>
        <source>This tablet&apos;s clock is %1 ahead.</source>
        <translation>This tablet&apos;s clock is %1 ahead.</translation>
    </message>
    <message>
        <source>Enquiries are counted at the time the tablet shows. Set its clock, or tell IT.</source>
        <translation>Enquiries are counted at the time the tablet shows. Set its clock, or tell IT.</translation>
    </message>
    <message numerus="yes">
        <source>%n records cannot be read by the hub and are kept here.</source>
        <translation>
            <numerusform>%n record cannot be read by the hub and is kept here.</numerusform>
            <numerusform>%n records cannot be read by the hub and are kept here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vejviser::app::TodayModel</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>Time not known</source>
        <translation>Time not known</translation>
    </message>
    <message>
        <source>Timed</source>
        <translation>Timed</translation>
    </message>
</context>
</TS>
