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
            <source>Save all this tablet's records as a file</source>
            <translation>Save all this tablet's records as a file</translation>
        </message>
        <message>
            <source>These records are kept, but are not in the shared figures. Your supervisor can have those at the hub counted. This tablet is not told of it.</source>
            <translation>These records are kept, but are not in the shared figures. Your supervisor can have those at the hub counted. This tablet is not told of it.</translation>
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
        <name>HeatMap</name>
        <message>
            <source>Enquiries by weekday and hour</source>
            <translation>Enquiries by weekday and hour</translation>
        </message>
        <message>
            <source>From %1 o'clock: %2</source>
            <translation>From %1 o'clock: %2</translation>
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
            <source>This tablet's Vejviser is newer than the hub's. Tell IT to update the hub.</source>
            <translation>This tablet's Vejviser is newer than the hub's. Tell IT to update the hub.</translation>
        </message>
        <message>
            <source>What it says does not fit together, so it cannot be counted.</source>
            <translation>What it says does not fit together, so it cannot be counted.</translation>
        </message>
        <message>
            <source>Its time cannot be right: it lies in the future or too far back. Check the tablet's clock.</source>
            <translation>Its time cannot be right: it lies in the future or too far back. Check the tablet's clock.</translation>
        </message>
        <message>
            <source>Its time was in doubt already when it was recorded.</source>
            <translation>Its time was in doubt already when it was recorded.</translation>
        </message>
        <message>
            <source>Its topic is not in the municipality's topic catalogue.</source>
            <translation>Its topic is not in the municipality's topic catalogue.</translation>
        </message>
        <message>
            <source>Its place is not on the municipality's list. Choose where you work under Settings.</source>
            <translation>Its place is not on the municipality's list. Choose where you work under Settings.</translation>
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
    </context>
    <context>
        <name>LogPage</name>
        <message>
            <source>Search for a topic</source>
            <translation>Search for a topic</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>Clear the search</translation>
        </message>
        <message>
            <source>Topics</source>
            <translation>Topics</translation>
        </message>
        <message>
            <source>No topic matches. Try another word, or log it as Other.</source>
            <translation>No topic matches. Try another word, or log it as Other.</translation>
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
    </context>
    <context>
        <name>OverviewPage</name>
        <message>
            <source>This tablet today</source>
            <translation>This tablet today</translation>
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
            <source>As the hub had it at %1. What waits on tablets is not in it yet.</source>
            <translation>As the hub had it at %1. What waits on tablets is not in it yet.</translation>
        </message>
        <message>
            <source>The shared figures appear when this tablet has been connected to the hub.</source>
            <translation>The shared figures appear when this tablet has been connected to the hub.</translation>
        </message>
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
            <source>28 days</source>
            <translation>28 days</translation>
        </message>
        <message>
            <source>13 weeks</source>
            <translation>13 weeks</translation>
        </message>
        <message>
            <source>Enquiries by topic and unit</source>
            <translation>Enquiries by topic and unit</translation>
        </message>
        <message>
            <source>There are no enquiries in this period.</source>
            <translation>There are no enquiries in this period.</translation>
        </message>
        <message>
            <source>Enquiries by weekday and hour</source>
            <translation>Enquiries by weekday and hour</translation>
        </message>
        <message>
            <source>Referrals between the units</source>
            <translation>Referrals between the units</translation>
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
            <source>The hub's address</source>
            <translation>The hub's address</translation>
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
            <source>Text size</source>
            <translation>Text size</translation>
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
        <name>TodayPage</name>
        <message>
            <source>Today's enquiries</source>
            <translation>Today's enquiries</translation>
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
        <name>UnitBars</name>
        <message>
            <source>Enquiries by topic and unit</source>
            <translation>Enquiries by topic and unit</translation>
        </message>
        <message>
            <source>%1: library %2, citizen service %3, total %4</source>
            <translation>%1: library %2, citizen service %3, total %4</translation>
        </message>
        <message numerus="yes">
            <source>and %n more topics</source>
            <translation>
                <numerusform>and %n more topics</numerusform>
                <numerusform>and %n more topics</numerusform>
            </translation>
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
        <name>VButton</name>
        <message>
            <source>Not available now</source>
            <translation>Not available now</translation>
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
        <name>vejviser::app::ExportController</name>
        <message>
            <source>vejviser-set-aside</source>
            <extracomment>The beginning of a file's name: a-z and hyphens only.</extracomment>
            <translation>vejviser-set-aside</translation>
        </message>
        <message>
            <source>vejviser-records</source>
            <extracomment>The beginning of a file's name: a-z and hyphens only.</extracomment>
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
        <name>vejviser::app::HelpEditor</name>
        <message>
            <source>Not saved: %1</source>
            <translation>Not saved: %1</translation>
        </message>
        <message>
            <source>Not saved: the tablet's disk is full. Free some space and try again.</source>
            <translation>Not saved: the tablet's disk is full. Free some space and try again.</translation>
        </message>
        <message>
            <source>Not saved: the tablet cannot write its data (%1). Tell IT.</source>
            <translation>Not saved: the tablet cannot write its data (%1). Tell IT.</translation>
        </message>
    </context>
    <context>
        <name>vejviser::app::SetAsideModel</name>
        <message>
            <source>The hub cannot read it.</source>
            <translation>The hub cannot read it.</translation>
        </message>
        <message>
            <source>The hub's answer: %1</source>
            <translation>The hub's answer: %1</translation>
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
            <source>The hub's certificate cannot be trusted. Nothing is sent. Tell IT.</source>
            <translation>The hub's certificate cannot be trusted. Nothing is sent. Tell IT.</translation>
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
            <source>The hub's certificate cannot be trusted. Nothing is sent. Tell IT.</source>
            <translation>The hub's certificate cannot be trusted. Nothing is sent. Tell IT.</translation>
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
            <source>The tablet cannot store the hub's answer. Is the disk full?</source>
            <translation>The tablet cannot store the hub's answer. Is the disk full?</translation>
        </message>
        <message>
            <source>These data were moved here from another tablet. Connect again under Settings. Nothing is lost.</source>
            <translation>These data were moved here from another tablet. Connect again under Settings. Nothing is lost.</translation>
        </message>
        <message>
            <source>The hub's address cannot be used. Connect again under Settings.</source>
            <translation>The hub's address cannot be used. Connect again under Settings.</translation>
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
            <source>The tablet's data cannot all be read. Tell IT.</source>
            <translation>The tablet's data cannot all be read. Tell IT.</translation>
        </message>
        <message numerus="yes">
            <source>%n records are with the hub but not counted.</source>
            <translation>
                <numerusform>%n records are with the hub but not counted.</numerusform>
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
            <source>The tablet's disk is nearly full. What you log is saved and sent, but no new figures are fetched. Tell IT.</source>
            <translation>The tablet's disk is nearly full. What you log is saved and sent, but no new figures are fetched. Tell IT.</translation>
        </message>
        <message>
            <source>The tablet's key store cannot be opened. Nothing is lost. Tell IT.</source>
            <translation>The tablet's key store cannot be opened. Nothing is lost. Tell IT.</translation>
        </message>
        <message>
            <source>This tablet's clock is %1 behind.</source>
            <translation>This tablet's clock is %1 behind.</translation>
        </message>
        <message>
            <source>This tablet's clock is %1 ahead.</source>
            <translation>This tablet's clock is %1 ahead.</translation>
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
    </context>
</TS>
