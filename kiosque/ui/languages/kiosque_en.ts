<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="fr_FR">
<context>
    <name>AnimatorWords</name>
    <message>
        <source>Comptoir</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>Bonjour</source>
        <translation>Hello</translation>
    </message>
    <message>
        <source>Montrez votre badge au lecteur, ou tapez votre phrase secrète.</source>
        <translation>Show your badge to the reader, or type your passphrase.</translation>
    </message>
    <message>
        <source>Phrase secrète</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Montrer</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Cacher</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Les majuscules sont verrouillées.</source>
        <translation>Caps lock is on.</translation>
    </message>
    <message>
        <source>Entrer</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ouverture en cours, quelques secondes…</source>
        <translation>Opening, a few seconds…</translation>
    </message>
    <message>
        <source>Tapez votre phrase secrète.</source>
        <translation>Type your passphrase.</translation>
    </message>
    <message>
        <source>Ce n’est pas un badge. Montrez le vôtre, ou tapez votre phrase secrète.</source>
        <translation>This is not a badge. Show yours, or type your passphrase.</translation>
    </message>
    <message>
        <source>Qui êtes-vous ?</source>
        <translation>Who are you?</translation>
    </message>
    <message>
        <source>Le code de secours a servi. Touchez votre nom, et choisissez une phrase secrète.</source>
        <translation>The recovery code was used. Touch your name, and choose a passphrase.</translation>
    </message>
    <message>
        <source>Votre nouvelle phrase secrète</source>
        <translation>Your new passphrase</translation>
    </message>
    <message>
        <source>Quatre mots ou plus, que vous retiendrez. Elle ouvrira ce poste à la place de l’ancienne.</source>
        <translation>Four words or more that you will remember. It opens this PC in place of the old one.</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Touchez d’abord votre nom.</source>
        <translation>Touch your name first.</translation>
    </message>
    <message>
        <source>Aucun nom n’est encore connu ici.</source>
        <translation>No name is known here yet.</translation>
    </message>
    <message>
        <source>Ils arrivent avec le retour de la ligne. Sinon, appelez la coordination.</source>
        <translation>They come when the line is back. If not, call headquarters.</translation>
    </message>
    <message>
        <source>Présents</source>
        <translation>Here now</translation>
    </message>
    <message>
        <source>Personne n’est là pour l’instant.</source>
        <translation>Nobody is here at the moment.</translation>
    </message>
    <message>
        <source>Les arrivées au comptoir s’affichent ici.</source>
        <translation>Arrivals at the counter show here.</translation>
    </message>
    <message>
        <source>Quelqu’un d’autre</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>Plusieurs</source>
        <translation>Several</translation>
    </message>
    <message>
        <source>Noter l’aide</source>
        <translation>Note the help</translation>
    </message>
    <message>
        <source>Touchez une personne pour noter l’aide donnée.</source>
        <translation>Touch a person to note the help given.</translation>
    </message>
    <message>
        <source>Touchez les personnes aidées ensemble.</source>
        <translation>Touch the people helped together.</translation>
    </message>
    <message>
        <source>Sans nom</source>
        <translation>Unnamed</translation>
    </message>
    <message>
        <source>Carte sans nom</source>
        <translation>Card without a name</translation>
    </message>
    <message>
        <source>Ateliers</source>
        <translation>Workshops</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Quelle aide ?</source>
        <translation>What help?</translation>
    </message>
    <message>
        <source>Pour quel organisme ?</source>
        <translation>For which service?</translation>
    </message>
    <message>
        <source>Facultatif</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Combien de temps ?</source>
        <translation>How long?</translation>
    </message>
    <message>
        <source>Choisissez d’abord l’aide.</source>
        <translation>Choose the help first.</translation>
    </message>
    <message>
        <source>Encore une</source>
        <translation>One more</translation>
    </message>
    <message>
        <source>Prévoir un atelier</source>
        <translation>Plan a workshop</translation>
    </message>
    <message>
        <source>Titre</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Thématique</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Jour</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Heure</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Durée</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Enregistrer l’atelier</source>
        <translation>Save the workshop</translation>
    </message>
    <message>
        <source>L’atelier est prévu.</source>
        <translation>The workshop is planned.</translation>
    </message>
    <message>
        <source>Écrivez le jour comme ceci : 24/11/2026.</source>
        <translation>Write the day like this: 24/11/2026.</translation>
    </message>
    <message>
        <source>Écrivez l’heure comme ceci : 14:30.</source>
        <translation>Write the time like this: 14:30.</translation>
    </message>
    <message>
        <source>Écrivez un nombre.</source>
        <translation>Write a number.</translation>
    </message>
    <message>
        <source>Choisissez une thématique.</source>
        <translation>Choose a theme.</translation>
    </message>
    <message>
        <source>Aucun atelier n’est prévu.</source>
        <translation>No workshop is planned.</translation>
    </message>
    <message>
        <source>Prévoyez le premier, il s’affichera ici.</source>
        <translation>Plan the first one, it will show here.</translation>
    </message>
    <message>
        <source>Tous présents</source>
        <translation>All present</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Qui est là</source>
        <translation>Who is here</translation>
    </message>
    <message>
        <source>Prénom et nom</source>
        <translation>First name and surname</translation>
    </message>
    <message>
        <source>Inscrire</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Liste d’attente</source>
        <translation>Waiting list</translation>
    </message>
    <message>
        <source>Personne n’est encore inscrit.</source>
        <translation>Nobody is registered yet.</translation>
    </message>
    <message>
        <source>Ajoutez une personne présente, ou un nom.</source>
        <translation>Add a person who is here, or a name.</translation>
    </message>
    <message>
        <source>Les présences sont notées.</source>
        <translation>Attendance is noted.</translation>
    </message>
    <message>
        <source>L’inscription est notée.</source>
        <translation>The registration is noted.</translation>
    </message>
    <message>
        <source>Réglages</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Langue, texte, couleurs, son, et quitter</source>
        <translation>Language, text, colours, sound, and leaving</translation>
    </message>
    <message>
        <source>Langue habituelle</source>
        <translation>Usual language</translation>
    </message>
    <message>
        <source>Taille du texte</source>
        <translation>Size of the text</translation>
    </message>
    <message>
        <source>Couleurs</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Clavier à l’écran</source>
        <translation>Keyboard on the screen</translation>
    </message>
    <message>
        <source>Au toucher</source>
        <translation>When touched</translation>
    </message>
    <message>
        <source>Toujours</source>
        <translation>Always</translation>
    </message>
    <message>
        <source>Son à l’arrivée d’un visiteur</source>
        <translation>Sound when a visitor arrives</translation>
    </message>
    <message>
        <source>Imprimante</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Claires</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Sombres</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Contraste fort</source>
        <translation>Strong contrast</translation>
    </message>
    <message>
        <source>Avec</source>
        <translation>On</translation>
    </message>
    <message>
        <source>Sans</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>Celle du poste</source>
        <translation>The one of this PC</translation>
    </message>
    <message>
        <source>Changer ma phrase secrète</source>
        <translation>Change my passphrase</translation>
    </message>
    <message>
        <source>Votre phrase secrète actuelle</source>
        <translation>Your present passphrase</translation>
    </message>
    <message>
        <source>Cette phrase secrète est celle de quelqu’un d’autre.</source>
        <translation>This passphrase is somebody else’s.</translation>
    </message>
    <message>
        <source>Votre phrase secrète est changée.</source>
        <translation>Your passphrase is changed.</translation>
    </message>
    <message>
        <source>Quitter Kiosque</source>
        <translation>Leave Kiosque</translation>
    </message>
    <message>
        <source>Quitter Kiosque ?</source>
        <translation>Leave Kiosque?</translation>
    </message>
    <message>
        <source>Tout est gardé ici. Les visiteurs ne pourront plus s’inscrire.</source>
        <translation>Everything is kept here. Visitors will not be able to sign in any more.</translation>
    </message>
    <message>
        <source>Rester</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n}%</translation>
    </message>
    <message>
        <source>La permanence est ouverte depuis {hour}, et le restera.</source>
        <translation>We have been open since {hour}, and will stay open.</translation>
    </message>
    <message>
        <source>L’envoi à la coordination</source>
        <translation>Sending to headquarters</translation>
    </message>
    <message>
        <source>Tout est gardé ici, avec ou sans Internet.</source>
        <translation>Everything is kept here, with or without the Internet.</translation>
    </message>
    <message>
        <source>Essayer</source>
        <translation>Try</translation>
    </message>
    <message>
        <source>On essaie…</source>
        <translation>Trying…</translation>
    </message>
    <message>
        <source>Quelques secondes, le temps de regarder.</source>
        <translation>A few seconds, time to look.</translation>
    </message>
    <message>
        <source>Câble ou Wi-Fi</source>
        <translation>Cable or Wi-Fi</translation>
    </message>
    <message>
        <source>Vérifiez le câble, ou le Wi-Fi de la salle.</source>
        <translation>Check the cable, or the Wi-Fi of the room.</translation>
    </message>
    <message>
        <source>Internet</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>Éteignez la box, attendez une minute, puis rallumez-la.</source>
        <translation>Switch the box off, wait a minute, then switch it on again.</translation>
    </message>
    <message>
        <source>Notre service</source>
        <translation>Our service</translation>
    </message>
    <message>
        <source>Notre service ne répond pas. Tout est gardé, on réessaiera.</source>
        <translation>Our service does not answer. Everything is kept, we will try again.</translation>
    </message>
    <message>
        <source>Tout marche, il n’y a rien à faire.</source>
        <translation>All is well, there is nothing to do.</translation>
    </message>
    <message>
        <source>ensuite</source>
        <translation>next</translation>
    </message>
    <message>
        <source>en cours…</source>
        <translation>looking…</translation>
    </message>
    <message>
        <source>oui</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>non</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Est-ce bien aujourd’hui ?</source>
        <translation>Is this the right day?</translation>
    </message>
    <message>
        <source>L’heure de ce poste paraît étrange.</source>
        <translation>The time on this PC looks strange.</translation>
    </message>
    <message>
        <source>Oui, c’est ça</source>
        <translation>Yes, it is</translation>
    </message>
    <message>
        <source>Corriger</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Écrivez le jour comme ceci : 24/11/2026.</source>
        <translation>Write the day like this: 24/11/2026.</translation>
    </message>
    <message>
        <source>L’heure de ce poste était fausse</source>
        <translation>The time on this PC was wrong</translation>
    </message>
    <message>
        <source>Rien ne s’efface : ce qui était noté reste dans l’historique.</source>
        <translation>Nothing is erased: what was noted stays in the history.</translation>
    </message>
    <message>
        <source>Corriger ces heures</source>
        <translation>Correct these times</translation>
    </message>
    <message>
        <source>Laisser ainsi</source>
        <translation>Leave as it is</translation>
    </message>
    <message>
        <source>Aucune heure notée n’est à changer.</source>
        <translation>No noted time needs to change.</translation>
    </message>
    <message>
        <source>Une clé USB est branchée.</source>
        <translation>A USB stick is plugged in.</translation>
    </message>
    <message>
        <source>Envoyer par la clé</source>
        <translation>Send by the stick</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>On écrit sur la clé. Ne la retirez pas.</source>
        <translation>Writing on the stick. Do not remove it.</translation>
    </message>
    <message>
        <source>On regarde la clé. Ne la retirez pas.</source>
        <translation>Looking at the stick. Do not remove it.</translation>
    </message>
    <message>
        <source>Vous pouvez la retirer.</source>
        <translation>You can remove it.</translation>
    </message>
    <message>
        <source>Tout est gardé ici.</source>
        <translation>Everything is kept here.</translation>
    </message>
    <message>
        <source>Plusieurs clés USB sont branchées.</source>
        <translation>Several USB sticks are plugged in.</translation>
    </message>
    <message>
        <source>Gardez-en une seule.</source>
        <translation>Keep only one.</translation>
    </message>
    <message>
        <source>Trop d’essais. Attendez {seconds} s, puis réessayez.</source>
        <translation>Too many tries. Wait {seconds} s, then try again.</translation>
    </message>
    <message>
        <source>{done} sur {total}</source>
        <translation>{done} of {total}</translation>
    </message>
    <message>
        <source>depuis {hour}</source>
        <translation>since {hour}</translation>
    </message>
    <message numerus="yes">
        <source>{n} personnes présentes</source>
        <comment>{n} personne présente</comment>
        <translation>
            <numerusform>{n} person here</numerusform>
            <numerusform>{n} people here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} personnes</source>
        <comment>{n} personne</comment>
        <translation>
            <numerusform>{n} person</numerusform>
            <numerusform>{n} people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} passages</source>
        <comment>{n} passage</comment>
        <translation>
            <numerusform>{n} visit</numerusform>
            <numerusform>{n} visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} interventions</source>
        <comment>{n} intervention</comment>
        <translation>
            <numerusform>{n} intervention</numerusform>
            <numerusform>{n} interventions</numerusform>
        </translation>
    </message>
    <message>
        <source>{visits}, {interventions}</source>
        <translation>{visits}, {interventions}</translation>
    </message>
    <message>
        <source>L’aide est notée : {theme}, {duration}.</source>
        <translation>The help is noted: {theme}, {duration}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} inscrits sur {capacity}</source>
        <comment>{n} inscrit sur {capacity}</comment>
        <translation>
            <numerusform>{n} of {capacity} registered</numerusform>
            <numerusform>{n} of {capacity} registered</numerusform>
        </translation>
    </message>
    <message>
        <source>{people} en attente</source>
        <translation>{people} waiting</translation>
    </message>
    <message>
        <source>Aide : {whom}</source>
        <translation>Help: {whom}</translation>
    </message>
    <message>
        <source>{day} {year}, {hour}</source>
        <translation>{day} {year}, {hour}</translation>
    </message>
    <message numerus="yes">
        <source>{n} jours</source>
        <comment>{n} jour</comment>
        <translation>
            <numerusform>{n} day</numerusform>
            <numerusform>{n} days</numerusform>
        </translation>
    </message>
    <message>
        <source>Ce poste retardait de {how_much}.</source>
        <translation>This PC was {how_much} behind.</translation>
    </message>
    <message>
        <source>Ce poste avançait de {how_much}.</source>
        <translation>This PC was {how_much} ahead.</translation>
    </message>
    <message>
        <source>Permanence : {wrong} devient {right}</source>
        <translation>Opening: {wrong} becomes {right}</translation>
    </message>
    <message numerus="yes">
        <source>C’est à l’heure. {n} heures corrigées.</source>
        <comment>C’est à l’heure. {n} heure corrigée.</comment>
        <translation>
            <numerusform>The time is right. {n} time corrected.</numerusform>
            <numerusform>The time is right. {n} times corrected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BookingWords</name>
    <message>
        <source>Veille</source>
        <translation>Day before</translation>
    </message>
    <message>
        <source>Lendemain</source>
        <translation>Day after</translation>
    </message>
    <message>
        <source>Rien n’est réservé ce jour-là.</source>
        <translation>Nothing is booked on that day.</translation>
    </message>
    <message>
        <source>Qui vient chaque semaine y est aussi.</source>
        <translation>Who comes every week is there too.</translation>
    </message>
    <message>
        <source>Réserver</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>Réserver une place</source>
        <translation>Book a desk</translation>
    </message>
    <message>
        <source>Corriger la réservation</source>
        <translation>Correct the booking</translation>
    </message>
    <message>
        <source>À partir du jour écrit ici, chaque semaine.</source>
        <translation>From the day written here on, every week.</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>La réservation est corrigée.</source>
        <translation>The booking is corrected.</translation>
    </message>
    <message>
        <source>En double</source>
        <translation>Twice</translation>
    </message>
    <message>
        <source>Chaque semaine</source>
        <translation>Every week</translation>
    </message>
    <message>
        <source>Déplacer vers</source>
        <translation>Move to</translation>
    </message>
    <message>
        <source>La réservation est déplacée.</source>
        <translation>The booking is moved.</translation>
    </message>
    <message>
        <source>Aucune autre place n’est libre.</source>
        <translation>No other desk is free.</translation>
    </message>
    <message>
        <source>Ne vient pas ce jour-là</source>
        <translation>Does not come on that day</translation>
    </message>
    <message>
        <source>Annuler la réservation</source>
        <translation>Cancel the booking</translation>
    </message>
    <message>
        <source>Ne viendra plus</source>
        <translation>Comes no more</translation>
    </message>
    <message>
        <source>La réservation est annulée.</source>
        <translation>The booking is cancelled.</translation>
    </message>
    <message>
        <source>La place est réservée.</source>
        <translation>The desk is booked.</translation>
    </message>
    <message>
        <source>Prénom et nom</source>
        <translation>First name and surname</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Quelle place</source>
        <translation>Which desk</translation>
    </message>
    <message>
        <source>Jour</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Quand</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Le matin</source>
        <translation>The morning</translation>
    </message>
    <message>
        <source>L’après-midi</source>
        <translation>The afternoon</translation>
    </message>
    <message>
        <source>La journée</source>
        <translation>The day</translation>
    </message>
    <message>
        <source>Des heures</source>
        <translation>Some hours</translation>
    </message>
    <message>
        <source>De</source>
        <translation>From</translation>
    </message>
    <message>
        <source>À</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Revient chaque semaine le</source>
        <translation>Comes back every week on</translation>
    </message>
    <message>
        <source>Écrivez le jour comme ceci : 24/11/2026.</source>
        <translation>Write the day like this: 24/11/2026.</translation>
    </message>
    <message>
        <source>Écrivez l’heure comme ceci : 14:30.</source>
        <translation>Write the time like this: 14:30.</translation>
    </message>
    <message>
        <source>L’heure de fin vient après celle du début.</source>
        <translation>The end comes after the beginning.</translation>
    </message>
    <message>
        <source>Choisissez une place.</source>
        <translation>Choose a desk.</translation>
    </message>
    <message>
        <source>Lundi</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>Mardi</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>Mercredi</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>Jeudi</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>Vendredi</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>Samedi</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Dimanche</source>
        <translation>Sunday</translation>
    </message>
</context>
<context>
    <name>ClosingWords</name>
    <message>
        <source>Fermer la permanence</source>
        <translation>Close the opening</translation>
    </message>
    <message>
        <source>Ce qui a été fait</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>Les horaires</source>
        <translation>The hours</translation>
    </message>
    <message>
        <source>Heure de fermeture</source>
        <translation>Closing time</translation>
    </message>
    <message>
        <source>Encore là</source>
        <translation>Still here</translation>
    </message>
    <message>
        <source>Tout le monde est reparti.</source>
        <translation>Everybody has left.</translation>
    </message>
    <message>
        <source>Touchez qui vient de partir. Sinon, le départ reste inconnu.</source>
        <translation>Touch whoever has just left. Otherwise the departure stays unknown.</translation>
    </message>
    <message>
        <source>Partis maintenant</source>
        <translation>Left now</translation>
    </message>
    <message>
        <source>La permanence est fermée.</source>
        <translation>The opening is closed.</translation>
    </message>
    <message>
        <source>Noter ces aides</source>
        <translation>Note this help</translation>
    </message>
    <message numerus="yes">
        <source>passages</source>
        <comment>passage</comment>
        <translation>
            <numerusform>visit</numerusform>
            <numerusform>visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>interventions</source>
        <comment>intervention</comment>
        <translation>
            <numerusform>intervention</numerusform>
            <numerusform>interventions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>personnes reconnues</source>
        <comment>personne reconnue</comment>
        <translation>
            <numerusform>person recognised</numerusform>
            <numerusform>people recognised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>passages sans nom</source>
        <comment>passage sans nom</comment>
        <translation>
            <numerusform>visit without a name</numerusform>
            <numerusform>visits without a name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} passages sans aide notée</source>
        <comment>{n} passage sans aide notée</comment>
        <translation>
            <numerusform>{n} visit without help noted</numerusform>
            <numerusform>{n} visits without help noted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Les départs sont notés.</source>
        <comment>Le départ est noté.</comment>
        <translation>
            <numerusform>The departure is noted.</numerusform>
            <numerusform>The departures are noted.</numerusform>
        </translation>
    </message>
    <message>
        <source>depuis {hour}</source>
        <translation>since {hour}</translation>
    </message>
    <message>
        <source>Ouverte à {hour}</source>
        <translation>Opened at {hour}</translation>
    </message>
    <message>
        <source>Prévu : {hours}</source>
        <translation>Planned: {hours}</translation>
    </message>
    <message>
        <source>Rien n’était prévu à ces heures.</source>
        <translation>Nothing was planned at these hours.</translation>
    </message>
    <message>
        <source>{held}, comme prévu.</source>
        <translation>{held}, as planned.</translation>
    </message>
    <message>
        <source>{held}, soit {how_much} de plus que prévu.</source>
        <translation>{held}, which is {how_much} more than planned.</translation>
    </message>
    <message>
        <source>{held}, soit {how_much} de moins que prévu.</source>
        <translation>{held}, which is {how_much} less than planned.</translation>
    </message>
    <message>
        <source>{held} de permanence.</source>
        <translation>{held} of opening.</translation>
    </message>
    <message>
        <source>Noter des aides</source>
        <translation>Note help</translation>
    </message>
    <message>
        <source>Passages sans aide</source>
        <translation>Visits without help</translation>
    </message>
    <message>
        <source>Plusieurs pareilles</source>
        <translation>Several alike</translation>
    </message>
    <message>
        <source>Touchez les personnes aidées, puis dites à quoi et combien de temps.</source>
        <translation>Touch those who were helped, then say with what and for how long.</translation>
    </message>
    <message>
        <source>Tout choisir</source>
        <translation>Choose all</translation>
    </message>
    <message>
        <source>Chaque passage a son aide.</source>
        <translation>Every visit has its help.</translation>
    </message>
    <message>
        <source>S’il en manque, notez-en plusieurs pareilles.</source>
        <translation>If some are missing, note several alike.</translation>
    </message>
    <message>
        <source>Combien d’aides ?</source>
        <translation>How many interventions?</translation>
    </message>
    <message>
        <source>Pour des personnes qui ne se sont pas inscrites.</source>
        <translation>For people who did not sign in.</translation>
    </message>
    <message>
        <source>Moins</source>
        <translation>Less</translation>
    </message>
    <message>
        <source>Plus</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Quelle aide ?</source>
        <translation>What help?</translation>
    </message>
    <message>
        <source>Ce que l’on peut préciser</source>
        <translation>What more may be said</translation>
    </message>
    <message>
        <source>Combien de temps ?</source>
        <translation>How long?</translation>
    </message>
    <message>
        <source>Noter</source>
        <translation>Note</translation>
    </message>
    <message numerus="yes">
        <source>Il manque l’aide de {n} passages.</source>
        <comment>Il manque l’aide de {n} passage.</comment>
        <translation>
            <numerusform>The help of {n} visit is missing.</numerusform>
            <numerusform>The help of {n} visits is missing.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sans nom</source>
        <translation>Unnamed</translation>
    </message>
    <message>
        <source>Carte sans nom</source>
        <translation>Card without a name</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>{theme}, {minutes}</source>
        <translation>{theme}, {minutes}</translation>
    </message>
    <message>
        <source>{n} × {act}</source>
        <translation>{n} × {act}</translation>
    </message>
    <message numerus="yes">
        <source>Noter {n} aides</source>
        <comment>Noter {n} aide</comment>
        <translation>
            <numerusform>Note {n} intervention</numerusform>
            <numerusform>Note {n} interventions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} aides sont notées.</source>
        <comment>{n} aide est notée.</comment>
        <translation>
            <numerusform>{n} intervention is noted.</numerusform>
            <numerusform>{n} interventions are noted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Groupe de {n} personnes</source>
        <comment>Groupe de {n} personne</comment>
        <translation>
            <numerusform>Group of {n} person</numerusform>
            <numerusform>Group of {n} people</numerusform>
        </translation>
    </message>
    <message>
        <source>{hour} · {why}</source>
        <translation>{hour} · {why}</translation>
    </message>
    <message>
        <source>Merci !</source>
        <translation>Thank you!</translation>
    </message>
    <message>
        <source>Tout est gardé ici.</source>
        <translation>Everything is kept here.</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>La carte du jour</source>
        <translation>The card of the day</translation>
    </message>
    <message numerus="yes">
        <source>{n} visites cette année</source>
        <comment>{n} visite cette année</comment>
        <translation>
            <numerusform>{n} visit this year</numerusform>
            <numerusform>{n} visits this year</numerusform>
        </translation>
    </message>
    <message>
        <source>{year}. {kept}</source>
        <translation>{year}. {kept}</translation>
    </message>
    <message>
        <source>{visits}, {interventions}, {held}</source>
        <translation>{visits}, {interventions}, {held}</translation>
    </message>
    <message numerus="yes">
        <source>{n} passages</source>
        <comment>{n} passage</comment>
        <translation>
            <numerusform>{n} visit</numerusform>
            <numerusform>{n} visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} interventions</source>
        <comment>{n} intervention</comment>
        <translation>
            <numerusform>{n} intervention</numerusform>
            <numerusform>{n} interventions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CounterWords</name>
    <message>
        <source>La permanence n’est pas ouverte.</source>
        <translation>We are not open yet.</translation>
    </message>
    <message>
        <source>Une animatrice ou un animateur va bientôt l’ouvrir.</source>
        <translation>An animator will open soon.</translation>
    </message>
    <message>
        <source>La permanence est ouverte</source>
        <translation>We are open</translation>
    </message>
    <message>
        <source>Ici, nous comptons les passages.</source>
        <translation>Here, we count visits.</translation>
    </message>
    <message>
        <source>Votre nom n’est pas nécessaire.</source>
        <translation>Your name is not needed.</translation>
    </message>
    <message>
        <source>J’ai une carte</source>
        <translation>I have a card</translation>
    </message>
    <message>
        <source>Je la montre au lecteur</source>
        <translation>I show it to the reader</translation>
    </message>
    <message>
        <source>C’est ma première visite</source>
        <translation>This is my first visit</translation>
    </message>
    <message>
        <source>Bienvenue ici</source>
        <translation>Welcome here</translation>
    </message>
    <message>
        <source>Sans donner mon nom</source>
        <translation>Without giving my name</translation>
    </message>
    <message>
        <source>Je viens, simplement</source>
        <translation>I am just coming in</translation>
    </message>
    <message>
        <source>Je repars</source>
        <translation>I am leaving</translation>
    </message>
    <message>
        <source>À bientôt</source>
        <translation>See you soon</translation>
    </message>
    <message>
        <source>Pourquoi venez-vous aujourd’hui ?</source>
        <translation>Why have you come today?</translation>
    </message>
    <message>
        <source>Montrez votre carte au lecteur</source>
        <translation>Show your card to the reader</translation>
    </message>
    <message>
        <source>Montrez votre carte pour repartir</source>
        <translation>Show your card to leave</translation>
    </message>
    <message>
        <source>Ou tapez son code ici.</source>
        <translation>Or type its code here.</translation>
    </message>
    <message>
        <source>Code de la carte</source>
        <translation>Code on the card</translation>
    </message>
    <message>
        <source>Exemple : 7K2M 9XQP…</source>
        <translation>Example: 7K2M 9XQP…</translation>
    </message>
    <message>
        <source>Valider le code</source>
        <translation>Use this code</translation>
    </message>
    <message>
        <source>Tapez le code écrit sur la carte.</source>
        <translation>Type the code written on the card.</translation>
    </message>
    <message>
        <source>Votre passage est compté.</source>
        <translation>Your visit is counted.</translation>
    </message>
    <message>
        <source>Votre départ est noté.</source>
        <translation>Your departure is noted.</translation>
    </message>
    <message>
        <source>Votre carte est prête.</source>
        <translation>Your card is ready.</translation>
    </message>
    <message>
        <source>Bonne visite !</source>
        <translation>Enjoy your visit!</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Souhaitez-vous qu’on se souvienne de vous ?</source>
        <translation>Would you like us to remember you?</translation>
    </message>
    <message>
        <source>Vous recevrez une carte pour la prochaine fois.</source>
        <translation>You will get a card for next time.</translation>
    </message>
    <message>
        <source>C’est vous qui choisissez.</source>
        <translation>It is your choice.</translation>
    </message>
    <message>
        <source>Oui, je veux bien</source>
        <translation>Yes, please</translation>
    </message>
    <message>
        <source>Non merci</source>
        <translation>No, thank you</translation>
    </message>
    <message>
        <source>Faisons connaissance</source>
        <translation>Nice to meet you</translation>
    </message>
    <message>
        <source>Gardé douze mois après votre dernier passage, puis effacé.</source>
        <translation>Kept twelve months after your last visit, then erased.</translation>
    </message>
    <message>
        <source>Quelle est votre commune ?</source>
        <translation>Which is your town or village?</translation>
    </message>
    <message>
        <source>Une autre commune</source>
        <translation>Another town or village</translation>
    </message>
    <message>
        <source>Prénom</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Vide : une carte sans nom</source>
        <translation>Empty: a card without a name</translation>
    </message>
    <message>
        <source>Nom (si vous voulez)</source>
        <translation>Surname (if you like)</translation>
    </message>
    <message>
        <source>Année de naissance (si vous voulez)</source>
        <translation>Year of birth (if you like)</translation>
    </message>
    <message>
        <source>Commune (si vous voulez)</source>
        <translation>Town or village (if you like)</translation>
    </message>
    <message>
        <source>Les premières lettres</source>
        <translation>The first letters</translation>
    </message>
    <message>
        <source>Recevoir ma carte</source>
        <translation>Get my card</translation>
    </message>
    <message>
        <source>Écrivez votre prénom.</source>
        <translation>Write your first name.</translation>
    </message>
    <message>
        <source>Écrivez l’année avec quatre chiffres.</source>
        <translation>Write the year with four digits.</translation>
    </message>
    <message>
        <source>Touchez votre commune dans la liste.</source>
        <translation>Touch your town or village in the list.</translation>
    </message>
    <message>
        <source>Aucune commune de ce nom par ici.</source>
        <translation>No town or village of that name around here.</translation>
    </message>
    <message>
        <source>Notez ce code, il est à vous.</source>
        <translation>Write this code down, it is yours.</translation>
    </message>
    <message>
        <source>La prochaine fois, il suffira pour entrer.</source>
        <translation>Next time, it is all you need to come in.</translation>
    </message>
    <message>
        <source>Votre arrivée est déjà notée.</source>
        <translation>Your arrival is already noted.</translation>
    </message>
    <message>
        <source>Vous repartez ?</source>
        <translation>Are you leaving?</translation>
    </message>
    <message>
        <source>Oui, je repars</source>
        <translation>Yes, I am leaving</translation>
    </message>
    <message>
        <source>Non, je reste</source>
        <translation>No, I am staying</translation>
    </message>
    <message>
        <source>Montrez votre carte, ou touchez votre heure d’arrivée.</source>
        <translation>Show your card, or touch the time you arrived.</translation>
    </message>
    <message>
        <source>Montrez votre carte au lecteur.</source>
        <translation>Show your card to the reader.</translation>
    </message>
    <message>
        <source>Sans carte, rien à faire : bonne route !</source>
        <translation>Without a card, nothing to do: safe journey!</translation>
    </message>
    <message>
        <source>Montrez votre carte, ou touchez le moment de votre arrivée.</source>
        <translation>Show your card, or touch about when you arrived.</translation>
    </message>
    <message>
        <source>Repartir autrement</source>
        <translation>Leave another way</translation>
    </message>
    <message>
        <source>Le code de ma carte</source>
        <translation>My card’s code</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Bonjour</source>
        <translation>Hello</translation>
    </message>
    <message>
        <source>Bonsoir</source>
        <translation>Good evening</translation>
    </message>
    <message>
        <source>{hello} {name} !</source>
        <translation>{hello}, {name}!</translation>
    </message>
    <message>
        <source>{hello} et bienvenue !</source>
        <translation>{hello} and welcome!</translation>
    </message>
    <message>
        <source>{hello}, quel plaisir de vous revoir !</source>
        <translation>{hello}, how nice to see you again!</translation>
    </message>
    <message>
        <source>Au revoir {name} !</source>
        <translation>Goodbye, {name}!</translation>
    </message>
    <message>
        <source>Au revoir !</source>
        <translation>Goodbye!</translation>
    </message>
    <message numerus="yes">
        <source>Merci : {n} visites cette année</source>
        <comment>Merci : {n} visite cette année</comment>
        <translation>
            <numerusform>Thank you: {n} visit this year</numerusform>
            <numerusform>Thank you: {n} visits this year</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} visites aujourd’hui</source>
        <comment>{n} visite aujourd’hui</comment>
        <translation>
            <numerusform>{n} visit today</numerusform>
            <numerusform>{n} visits today</numerusform>
        </translation>
    </message>
    <message>
        <source>Voici votre carte.</source>
        <translation>Here is your card.</translation>
    </message>
    <message>
        <source>Voici votre carte, {name}.</source>
        <translation>Here is your card, {name}.</translation>
    </message>
    <message>
        <source>Arrivée à {hour}</source>
        <translation>Arrived at {hour}</translation>
    </message>
    <message>
        <source>Arrivée entre ces heures : {hours}</source>
        <translation>Arrived between these times: {hours}</translation>
    </message>
</context>
<context>
    <name>DeskWords</name>
    <message>
        <source>Chercher</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Groupe</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Noter le départ</source>
        <translation>Note the departure</translation>
    </message>
    <message>
        <source>Le groupe repart</source>
        <translation>The group leaves</translation>
    </message>
    <message>
        <source>Préciser</source>
        <translation>Say more</translation>
    </message>
    <message>
        <source>Sa fiche</source>
        <translation>Their record</translation>
    </message>
    <message>
        <source>Ce passage</source>
        <translation>This visit</translation>
    </message>
    <message>
        <source>Le départ est noté.</source>
        <translation>The departure is noted.</translation>
    </message>
    <message>
        <source>Autres</source>
        <translation>Others</translation>
    </message>
    <message>
        <source>Autres aides</source>
        <translation>Other help</translation>
    </message>
    <message>
        <source>Autres organismes</source>
        <translation>Other services</translation>
    </message>
    <message>
        <source>Autres durées</source>
        <translation>Other durations</translation>
    </message>
    <message>
        <source>Un groupe arrive</source>
        <translation>A group arrives</translation>
    </message>
    <message>
        <source>Chaque personne compte, sans nom.</source>
        <translation>Each person counts, without a name.</translation>
    </message>
    <message>
        <source>Combien sont-ils, sans les adultes qui accompagnent ?</source>
        <translation>How many, not counting the adults who come along?</translation>
    </message>
    <message>
        <source>École ou lieu, si vous le souhaitez</source>
        <translation>School or place, if you wish</translation>
    </message>
    <message>
        <source>De quel niveau ?</source>
        <translation>Which level?</translation>
    </message>
    <message>
        <source>Choisissez d’abord le nombre.</source>
        <translation>Choose how many first.</translation>
    </message>
    <message>
        <source>Plus</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Nombre de personnes</source>
        <translation>Number of people</translation>
    </message>
    <message numerus="yes">
        <source>{n} arrivées plus tôt</source>
        <comment>{n} arrivée plus tôt</comment>
        <translation>
            <numerusform>{n} earlier arrival</numerusform>
            <numerusform>{n} earlier arrivals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Groupe de {n} personnes</source>
        <comment>Groupe de {n} personne</comment>
        <translation>
            <numerusform>Group of {n} person</numerusform>
            <numerusform>Group of {n} people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Le groupe est compté : {n} passages.</source>
        <comment>Le groupe est compté : {n} passage.</comment>
        <translation>
            <numerusform>The group is counted: {n} visit.</numerusform>
            <numerusform>The group is counted: {n} visits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>C’est annulé. {n} aides notées sont à la corbeille.</source>
        <comment>C’est annulé. L’aide notée est à la corbeille.</comment>
        <translation>
            <numerusform>Undone. The help that was noted is in the bin.</numerusform>
            <numerusform>Undone. {n} acts of help are in the bin.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DesksWords</name>
    <message>
        <source>Places et ordinateurs</source>
        <translation>Places and computers</translation>
    </message>
    <message>
        <source>Qui travaille où, ce qui est libre ou réservé</source>
        <translation>Who works where, what is free or booked</translation>
    </message>
    <message>
        <source>Libre</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Aucune place n’est notée ici.</source>
        <translation>No place is noted here.</translation>
    </message>
    <message>
        <source>Ajoutez les tables et les ordinateurs de votre espace.</source>
        <translation>Add the tables and computers of your space.</translation>
    </message>
    <message>
        <source>Qui s’installe ?</source>
        <translation>Who sits down?</translation>
    </message>
    <message>
        <source>Touchez une place libre, puis qui s’y installe. Une place prise se libère.</source>
        <translation>Touch a free place, then who sits down. A taken place is freed.</translation>
    </message>
    <message>
        <source>Touchez une place pour changer son nom, ou la retirer.</source>
        <translation>Touch a desk to rename it, or to remove it.</translation>
    </message>
    <message>
        <source>Quelqu’un d’autre</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>La place est prise.</source>
        <translation>The place is taken.</translation>
    </message>
    <message>
        <source>La place est libre.</source>
        <translation>The place is free.</translation>
    </message>
    <message>
        <source>Ajouter une place</source>
        <translation>Add a place</translation>
    </message>
    <message>
        <source>Son nom</source>
        <translation>Its name</translation>
    </message>
    <message>
        <source>Table 1</source>
        <translation>Table 1</translation>
    </message>
    <message>
        <source>Ce que c’est</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>La place est ajoutée.</source>
        <translation>The place is added.</translation>
    </message>
    <message>
        <source>Occuper</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Modifier</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ce que fait un geste</source>
        <translation>What a touch does</translation>
    </message>
    <message>
        <source>Modifier la place</source>
        <translation>Change the desk</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>La place est corrigée.</source>
        <translation>The desk is corrected.</translation>
    </message>
    <message>
        <source>Retirer la place</source>
        <translation>Remove the desk</translation>
    </message>
    <message>
        <source>La place est retirée.</source>
        <translation>The desk is removed.</translation>
    </message>
    <message>
        <source>Pages imprimées</source>
        <translation>Printed pages</translation>
    </message>
    <message>
        <source>Noter</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Les pages sont notées.</source>
        <translation>The pages are noted.</translation>
    </message>
    <message>
        <source>Réservations</source>
        <translation>Bookings</translation>
    </message>
    <message>
        <source>Abonnements</source>
        <translation>Passes</translation>
    </message>
    <message>
        <source>{who}, depuis {hour}</source>
        <translation>{who}, since {hour}</translation>
    </message>
    <message>
        <source>depuis {hour}</source>
        <translation>since {hour}</translation>
    </message>
    <message>
        <source>Libre jusqu’à {hour}</source>
        <translation>Free until {hour}</translation>
    </message>
    <message>
        <source>Réservée : {who}, {span}</source>
        <translation>Booked: {who}, {span}</translation>
    </message>
    <message numerus="yes">
        <source>La place est prise. Il reste {n} journées.</source>
        <comment>La place est prise. Il reste {n} journée.</comment>
        <translation>
            <numerusform>The desk is taken. {n} day is left.</numerusform>
            <numerusform>The desk is taken. {n} days are left.</numerusform>
        </translation>
    </message>
    <message>
        <source>La place est prise. Le carnet est fini.</source>
        <translation>The desk is taken. The card is used up.</translation>
    </message>
</context>
<context>
    <name>DuplicatesWords</name>
    <message>
        <source>Fiches qui se ressemblent</source>
        <translation>Records that are alike</translation>
    </message>
    <message>
        <source>Touchez une ligne pour comparer les deux fiches.</source>
        <translation>Touch a line to compare both records.</translation>
    </message>
    <message>
        <source>Quelles fiches</source>
        <translation>Which records</translation>
    </message>
    <message>
        <source>À regarder</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>Déjà vues</source>
        <translation>Seen already</translation>
    </message>
    <message>
        <source>Aucune fiche ne ressemble à une autre.</source>
        <translation>No record is like another.</translation>
    </message>
    <message>
        <source>Qui serait écrit deux fois apparaîtra ici.</source>
        <translation>Whoever is written down twice will stand here.</translation>
    </message>
    <message>
        <source>Rien n’a encore été décidé.</source>
        <translation>Nothing has been decided yet.</translation>
    </message>
    <message>
        <source>Ce que l’on décide de deux fiches se change ici.</source>
        <translation>What is decided of two records is changed here.</translation>
    </message>
    <message>
        <source>Une personne</source>
        <translation>One person</translation>
    </message>
    <message>
        <source>Deux personnes</source>
        <translation>Two people</translation>
    </message>
    <message>
        <source>Il y en a d’autres, qui se ressemblent moins.</source>
        <translation>There are others, less alike.</translation>
    </message>
</context>
<context>
    <name>EquipmentWords</name>
    <message>
        <source>Matériel</source>
        <translation>Equipment</translation>
    </message>
    <message>
        <source>Pannes, prêts, inventaire</source>
        <translation>Breakdowns, loans, inventory</translation>
    </message>
    <message>
        <source>Touchez un matériel, ou scannez son étiquette.</source>
        <translation>Touch a piece of equipment, or scan its label.</translation>
    </message>
    <message>
        <source>Aucun matériel n’est noté ici.</source>
        <translation>No equipment is noted here.</translation>
    </message>
    <message>
        <source>La coordination note ce qu’elle place ; la liste arrive avec un envoi.</source>
        <translation>Headquarters notes what it places; the list comes with a dispatch.</translation>
    </message>
    <message>
        <source>Prêts en cours</source>
        <translation>Out on loan</translation>
    </message>
    <message>
        <source>Rien n’est prêté en ce moment.</source>
        <translation>Nothing is lent at the moment.</translation>
    </message>
    <message>
        <source>Inventaire</source>
        <translation>Inventory</translation>
    </message>
    <message>
        <source>Imprimer les étiquettes</source>
        <translation>Print the labels</translation>
    </message>
    <message>
        <source>Pas encore vu ici</source>
        <translation>Not seen here yet</translation>
    </message>
    <message>
        <source>quelqu’un</source>
        <translation>somebody</translation>
    </message>
    <message>
        <source>Dans quel état ?</source>
        <translation>In which state?</translation>
    </message>
    <message>
        <source>Qu’est-ce qui ne va pas ?</source>
        <translation>What is wrong?</translation>
    </message>
    <message>
        <source>C’est noté.</source>
        <translation>It is noted.</translation>
    </message>
    <message>
        <source>Retirer ce constat</source>
        <translation>Take this check back</translation>
    </message>
    <message>
        <source>Le constat est retiré.</source>
        <translation>The check is taken back.</translation>
    </message>
    <message>
        <source>Ce qui s’est passé</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Rien encore.</source>
        <translation>Nothing yet.</translation>
    </message>
    <message>
        <source>Prêter</source>
        <translation>Lend</translation>
    </message>
    <message>
        <source>Touchez pour combien de temps, puis qui l’emporte. Une carte scannée suffit.</source>
        <translation>Touch for how long, then who takes it. Scanning a card is enough.</translation>
    </message>
    <message>
        <source>Pour combien de temps ?</source>
        <translation>For how long?</translation>
    </message>
    <message>
        <source>Jusqu’à ce soir</source>
        <translation>Until tonight</translation>
    </message>
    <message>
        <source>1 mois</source>
        <translation>1 month</translation>
    </message>
    <message>
        <source>3 mois</source>
        <translation>3 months</translation>
    </message>
    <message>
        <source>À qui ?</source>
        <translation>To whom?</translation>
    </message>
    <message>
        <source>Chercher quelqu’un</source>
        <translation>Find somebody</translation>
    </message>
    <message>
        <source>Le prêt est noté.</source>
        <translation>The loan is noted.</translation>
    </message>
    <message>
        <source>C’est rendu</source>
        <translation>It is back</translation>
    </message>
    <message>
        <source>Le retour est noté.</source>
        <translation>The return is noted.</translation>
    </message>
    <message>
        <source>Prolonger de 2 semaines</source>
        <translation>Extend by 2 weeks</translation>
    </message>
    <message>
        <source>Le prêt est prolongé.</source>
        <translation>The loan is extended.</translation>
    </message>
    <message>
        <source>Ce prêt n’a pas eu lieu</source>
        <translation>This loan did not happen</translation>
    </message>
    <message>
        <source>Le prêt est retiré.</source>
        <translation>The loan is taken back.</translation>
    </message>
    <message>
        <source>Ce matériel n’est pas là : il ne se prête pas.</source>
        <translation>This piece of equipment is not here: it cannot be lent.</translation>
    </message>
    <message>
        <source>Ce matériel est retiré : il ne se prête plus.</source>
        <translation>This piece of equipment was taken away: it is lent no more.</translation>
    </message>
    <message>
        <source>Imprimer son étiquette</source>
        <translation>Print its label</translation>
    </message>
    <message>
        <source>Scannez chaque étiquette. Sans lecteur, touchez ce que vous voyez.</source>
        <translation>Scan each label. Without a reader, touch what you see.</translation>
    </message>
    <message>
        <source>À trouver</source>
        <translation>To be found</translation>
    </message>
    <message>
        <source>Sortis</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>Vus aujourd’hui</source>
        <translation>Seen today</translation>
    </message>
    <message>
        <source>Ici, mais d’une autre antenne</source>
        <translation>Here, but of another antenna</translation>
    </message>
    <message>
        <source>Tout a été vu.</source>
        <translation>Everything was seen.</translation>
    </message>
    <message>
        <source>L’inventaire d’aujourd’hui est complet.</source>
        <translation>Today’s inventory is complete.</translation>
    </message>
    <message>
        <source>Noté comme introuvable.</source>
        <translation>Noted as not found.</translation>
    </message>
    <message numerus="yes">
        <source>{n} semaines</source>
        <comment>{n} semaine</comment>
        <translation>
            <numerusform>{n} week</numerusform>
            <numerusform>{n} weeks</numerusform>
        </translation>
    </message>
    <message>
        <source>Prêté à {who}, retour {day}</source>
        <translation>Lent to {who}, back on {day}</translation>
    </message>
    <message>
        <source>Prêté à {who}, à rendre depuis {day}</source>
        <translation>Lent to {who}, due since {day}</translation>
    </message>
    <message>
        <source>Retour prévu {day}</source>
        <translation>Due back {day}</translation>
    </message>
    <message>
        <source>À rendre depuis {day}</source>
        <translation>Due since {day}</translation>
    </message>
    <message>
        <source>Prêté à {who} {day}</source>
        <translation>Lent to {who} {day}</translation>
    </message>
    <message>
        <source>{state}, noté {day}</source>
        <translation>{state}, noted {day}</translation>
    </message>
    <message>
        <source>n° {serial}</source>
        <translation>no. {serial}</translation>
    </message>
    <message>
        <source>{state} : {problem}</source>
        <translation>{state}: {problem}</translation>
    </message>
    <message>
        <source>{day} : {what}</source>
        <translation>{day}: {what}</translation>
    </message>
    <message>
        <source>{what}, par {by}</source>
        <translation>{what}, by {by}</translation>
    </message>
    <message>
        <source>prêté à {who}</source>
        <translation>lent to {who}</translation>
    </message>
    <message>
        <source>rendu par {who}</source>
        <translation>given back by {who}</translation>
    </message>
    <message numerus="yes">
        <source>{n} retours attendus</source>
        <comment>{n} retour attendu</comment>
        <translation>
            <numerusform>{n} return expected</numerusform>
            <numerusform>{n} returns expected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} vus sur {n}</source>
        <comment>{done} vu sur {n}</comment>
        <translation>
            <numerusform>{done} of {n} seen</numerusform>
            <numerusform>{done} of {n} seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finir : {n} introuvables</source>
        <comment>Finir : {n} introuvable</comment>
        <translation>
            <numerusform>Finish: {n} not found</numerusform>
            <numerusform>Finish: {n} not found</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} : vu.</source>
        <translation>{name}: seen.</translation>
    </message>
    <message>
        <source>{name} est d’une autre antenne : {antenna}.</source>
        <translation>{name} is of another antenna: {antenna}.</translation>
    </message>
    <message>
        <source>de {antenna}</source>
        <translation>from {antenna}</translation>
    </message>
</context>
<context>
    <name>HomeWords</name>
    <message>
        <source>Sa carte</source>
        <translation>Their card</translation>
    </message>
    <message>
        <source>Pas encore de carte.</source>
        <translation>No card yet.</translation>
    </message>
    <message>
        <source>Une carte lui a été donnée.</source>
        <translation>They were given a card.</translation>
    </message>
    <message>
        <source>Une carte ne porte pas de nom : son code suffit.</source>
        <translation>A card bears no name: its code is enough.</translation>
    </message>
    <message>
        <source>Donner une carte</source>
        <translation>Give a card</translation>
    </message>
    <message>
        <source>Un code tout neuf, à imprimer</source>
        <translation>A brand new code, to print</translation>
    </message>
    <message>
        <source>Imprimer sa carte</source>
        <translation>Print their card</translation>
    </message>
    <message>
        <source>La même, si elle est usée</source>
        <translation>The same, when it is worn</translation>
    </message>
    <message>
        <source>Remplacer sa carte</source>
        <translation>Replace their card</translation>
    </message>
    <message>
        <source>Perdue : l’ancienne ne servira plus</source>
        <translation>Lost: the old one will no longer work</translation>
    </message>
    <message>
        <source>Imprimer celle du foyer</source>
        <translation>Print the household’s</translation>
    </message>
    <message>
        <source>Remplacer celle du foyer</source>
        <translation>Replace the household’s</translation>
    </message>
    <message>
        <source>La nouvelle carte est prête.</source>
        <translation>The new card is ready.</translation>
    </message>
    <message>
        <source>Imprimer, remplacer</source>
        <translation>Print, replace</translation>
    </message>
    <message>
        <source>Son foyer</source>
        <translation>Their household</translation>
    </message>
    <message>
        <source>Ajouter, retirer</source>
        <translation>Add, take out</translation>
    </message>
    <message>
        <source>Aucun foyer n’est noté.</source>
        <translation>No household is noted.</translation>
    </message>
    <message>
        <source>Ajoutez qui vit avec cette personne.</source>
        <translation>Add whoever lives with this person.</translation>
    </message>
    <message>
        <source>Ajouter quelqu’un</source>
        <translation>Add somebody</translation>
    </message>
    <message>
        <source>Sa fiche</source>
        <translation>Their record</translation>
    </message>
    <message>
        <source>Retirer du foyer</source>
        <translation>Take out of the household</translation>
    </message>
    <message>
        <source>Adulte</source>
        <translation>Adult</translation>
    </message>
    <message>
        <source>Mineur</source>
        <translation>Minor</translation>
    </message>
    <message>
        <source>Personne ne répond de lui</source>
        <translation>Nobody answers for them</translation>
    </message>
    <message>
        <source>Personne</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>Touchez une personne pour changer ce qui est noté.</source>
        <translation>Touch a person to change what is noted.</translation>
    </message>
    <message>
        <source>Cette personne est du foyer.</source>
        <translation>This person is of the household.</translation>
    </message>
    <message>
        <source>Cette personne n’est plus du foyer.</source>
        <translation>This person is no longer of the household.</translation>
    </message>
    <message>
        <source>C’est noté.</source>
        <translation>It is noted.</translation>
    </message>
    <message>
        <source>{name} en répond</source>
        <translation>{name} answers for them</translation>
    </message>
    <message>
        <source>Qui répond de {name} ?</source>
        <translation>Who answers for {name}?</translation>
    </message>
</context>
<context>
    <name>HoursWords</name>
    <message>
        <source>Horaires</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>Les jours à venir, une fermeture à noter</source>
        <translation>The days to come, a closing to note</translation>
    </message>
    <message>
        <source>Fermé</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Antenne pas ouverte</source>
        <translation>Antenna not open</translation>
    </message>
    <message>
        <source>Jour férié</source>
        <translation>Public holiday</translation>
    </message>
    <message>
        <source>Vacances scolaires</source>
        <translation>School holidays</translation>
    </message>
    <message>
        <source>Les horaires ne sont pas encore connus ici.</source>
        <translation>The opening hours are not known here yet.</translation>
    </message>
    <message>
        <source>La coordination les envoie. Une fermeture se note déjà.</source>
        <translation>Headquarters sends them. A closing can be noted already.</translation>
    </message>
    <message>
        <source>Noté autrement</source>
        <translation>Noted otherwise</translation>
    </message>
    <message>
        <source>Rien : ce sont les horaires habituels.</source>
        <translation>Nothing: these are the usual hours.</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Les horaires d’avant reviennent.</source>
        <translation>The hours before it are back.</translation>
    </message>
    <message>
        <source>Noter un changement</source>
        <translation>Note a change</translation>
    </message>
    <message>
        <source>Avec nous</source>
        <translation>With us</translation>
    </message>
    <message>
        <source>Cette semaine : {planned} prévues, {floor} au moins.</source>
        <translation>This week: {planned} planned, {floor} at least.</translation>
    </message>
    <message>
        <source>Cette semaine : {planned} prévues.</source>
        <translation>This week: {planned} planned.</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>à partir du {first}</source>
        <translation>from {first} on</translation>
    </message>
    <message>
        <source>Avec {names}</source>
        <translation>With {names}</translation>
    </message>
    <message>
        <source>{name}, {hours}</source>
        <translation>{name}, {hours}</translation>
    </message>
    <message>
        <source>Retirer : {what}</source>
        <translation>Remove: {what}</translation>
    </message>
    <message>
        <source>D’autres horaires</source>
        <translation>Other opening hours</translation>
    </message>
    <message>
        <source>La coordination le saura.</source>
        <translation>Headquarters will know.</translation>
    </message>
    <message>
        <source>Premier jour</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Dernier jour</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Vide : ce jour seul</source>
        <translation>Empty: that day only</translation>
    </message>
    <message>
        <source>Ouvre à</source>
        <translation>Opens at</translation>
    </message>
    <message>
        <source>Vide : fermé</source>
        <translation>Empty: closed</translation>
    </message>
    <message>
        <source>Ferme à</source>
        <translation>Closes at</translation>
    </message>
    <message>
        <source>Rouvre à</source>
        <translation>Opens again at</translation>
    </message>
    <message>
        <source>Vide : non</source>
        <translation>Empty: no</translation>
    </message>
    <message>
        <source>Ferme le soir à</source>
        <translation>Closes in the evening at</translation>
    </message>
    <message>
        <source>Pourquoi ?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Noter</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>C’est noté.</source>
        <translation>It is noted.</translation>
    </message>
    <message>
        <source>Écrivez le jour comme ceci : 24/12.</source>
        <translation>Write the day like this: 24/12.</translation>
    </message>
    <message>
        <source>Écrivez l’heure comme ceci : 14:30.</source>
        <translation>Write the time like this: 14:30.</translation>
    </message>
    <message>
        <source>Il faut une heure d’ouverture et une de fermeture.</source>
        <translation>An opening and a closing time are needed.</translation>
    </message>
    <message>
        <source>Elle rouvre après avoir fermé.</source>
        <translation>It opens again after it has closed.</translation>
    </message>
    <message>
        <source>La fermeture vient après l’ouverture.</source>
        <translation>Closing comes after opening.</translation>
    </message>
    <message>
        <source>Choisissez pourquoi.</source>
        <translation>Choose why.</translation>
    </message>
</context>
<context>
    <name>KeyboardWords</name>
    <message>
        <source>Effacer</source>
        <translation>Erase</translation>
    </message>
    <message>
        <source>Majuscules</source>
        <translation>Capitals</translation>
    </message>
    <message>
        <source>Espace</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Suivant</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Cacher</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Cacher le clavier</source>
        <translation>Hide the keyboard</translation>
    </message>
    <message>
        <source>Accents</source>
        <translation>Accents</translation>
    </message>
    <message>
        <source>Chiffres et signes</source>
        <translation>Digits and signs</translation>
    </message>
    <message>
        <source>Lettres</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>{letter} majuscule</source>
        <translation>capital {letter}</translation>
    </message>
    <message>
        <source>{letter} accent aigu</source>
        <translation>{letter} acute</translation>
    </message>
    <message>
        <source>{letter} accent grave</source>
        <translation>{letter} grave</translation>
    </message>
    <message>
        <source>{letter} accent circonflexe</source>
        <translation>{letter} circumflex</translation>
    </message>
    <message>
        <source>{letter} tréma</source>
        <translation>{letter} diaeresis</translation>
    </message>
    <message>
        <source>{letter} cédille</source>
        <translation>{letter} cedilla</translation>
    </message>
    <message>
        <source>{letter} tilde</source>
        <translation>{letter} tilde</translation>
    </message>
    <message>
        <source>o e liés</source>
        <translation>o e ligature</translation>
    </message>
    <message>
        <source>a e liés</source>
        <translation>a e ligature</translation>
    </message>
    <message>
        <source>Apostrophe</source>
        <translation>Apostrophe</translation>
    </message>
    <message>
        <source>Trait d’union</source>
        <translation>Hyphen</translation>
    </message>
</context>
<context>
    <name>KnownWords</name>
    <message>
        <source>J’ai mes trois images</source>
        <translation>I have my three pictures</translation>
    </message>
    <message>
        <source>Je les touche</source>
        <translation>I touch them</translation>
    </message>
    <message>
        <source>Je donne mon nom</source>
        <translation>I give my name</translation>
    </message>
    <message>
        <source>Et mon jour de naissance</source>
        <translation>And my day of birth</translation>
    </message>
    <message>
        <source>Mes trois images</source>
        <translation>My three pictures</translation>
    </message>
    <message>
        <source>Mon nom</source>
        <translation>My name</translation>
    </message>
    <message>
        <source>Quel est votre animal ?</source>
        <translation>Which animal is yours?</translation>
    </message>
    <message>
        <source>Quelle est votre gourmandise ?</source>
        <translation>Which treat is yours?</translation>
    </message>
    <message>
        <source>Quel est votre objet ?</source>
        <translation>Which object is yours?</translation>
    </message>
    <message>
        <source>Choisissez un animal</source>
        <translation>Choose an animal</translation>
    </message>
    <message>
        <source>Choisissez une gourmandise</source>
        <translation>Choose a treat</translation>
    </message>
    <message>
        <source>Choisissez un objet</source>
        <translation>Choose an object</translation>
    </message>
    <message>
        <source>Image {place} sur {all}</source>
        <translation>Picture {place} of {all}</translation>
    </message>
    <message>
        <source>Qui êtes-vous ?</source>
        <translation>Who are you?</translation>
    </message>
    <message>
        <source>Me retrouver</source>
        <translation>Find me</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Surname</translation>
    </message>
    <message>
        <source>Jour et mois de naissance</source>
        <translation>Day and month of birth</translation>
    </message>
    <message>
        <source>Exemple : 14 mars</source>
        <translation>Example: 14 March</translation>
    </message>
    <message>
        <source>Écrivez votre nom.</source>
        <translation>Write your surname.</translation>
    </message>
    <message>
        <source>Écrivez le jour et le mois, comme 14 mars.</source>
        <translation>Write the day and the month, like 14 March.</translation>
    </message>
    <message>
        <source>C’est bien vous, {name} ?</source>
        <translation>Is it you, {name}?</translation>
    </message>
    <message>
        <source>C’est bien vous ?</source>
        <translation>Is it you?</translation>
    </message>
    <message>
        <source>Nous avons trouvé quelqu’un.</source>
        <translation>We have found somebody.</translation>
    </message>
    <message>
        <source>Oui, c’est moi</source>
        <translation>Yes, it is me</translation>
    </message>
    <message>
        <source>Non</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Nous ne vous retrouvons pas.</source>
        <translation>We cannot find you.</translation>
    </message>
    <message>
        <source>Ce n’est pas grave.</source>
        <translation>It does not matter.</translation>
    </message>
    <message>
        <source>Attendez une minute, ou demandez à l’animateur.</source>
        <translation>Wait a minute, or ask the animator.</translation>
    </message>
    <message>
        <source>Revenir à l’accueil</source>
        <translation>Back to the counter</translation>
    </message>
    <message>
        <source>Entrer sans donner mon nom</source>
        <translation>Come in without a name</translation>
    </message>
    <message>
        <source>Partir sans le dire</source>
        <translation>Leave without saying</translation>
    </message>
    <message>
        <source>Qui arrive ?</source>
        <translation>Who is arriving?</translation>
    </message>
    <message>
        <source>Qui repart ?</source>
        <translation>Who is leaving?</translation>
    </message>
    <message>
        <source>Touchez chaque personne, puis validez.</source>
        <translation>Touch each person, then confirm.</translation>
    </message>
    <message>
        <source>C’est tout</source>
        <translation>That is all</translation>
    </message>
    <message>
        <source>Quelqu’un arrive</source>
        <translation>Somebody is arriving</translation>
    </message>
    <message>
        <source>Quelqu’un repart</source>
        <translation>Somebody is leaving</translation>
    </message>
    <message>
        <source>Les autres</source>
        <translation>The others</translation>
    </message>
    <message>
        <source>Touchez d’abord une personne.</source>
        <translation>First touch a person.</translation>
    </message>
    <message>
        <source>Enfant, adolescent</source>
        <translation>Child, teenager</translation>
    </message>
    <message>
        <source>Choisi</source>
        <translation>Chosen</translation>
    </message>
    <message>
        <source>Vos passages sont comptés.</source>
        <translation>Your visits are counted.</translation>
    </message>
    <message>
        <source>Vos départs sont notés.</source>
        <translation>Your departures are noted.</translation>
    </message>
    <message>
        <source>Un adulte est avec vous ?</source>
        <translation>Is an adult with you?</translation>
    </message>
    <message>
        <source>Vous êtes mineur.</source>
        <translation>You are under 18.</translation>
    </message>
    <message>
        <source>Oui, un adulte</source>
        <translation>Yes, an adult</translation>
    </message>
    <message>
        <source>Non, sans adulte</source>
        <translation>No, without an adult</translation>
    </message>
    <message>
        <source>Et sans votre carte ?</source>
        <translation>And without your card?</translation>
    </message>
    <message>
        <source>C’est vous qui choisissez. La carte suffit toujours.</source>
        <translation>It is for you to choose. The card is always enough.</translation>
    </message>
    <message>
        <source>Et sans ma carte ?</source>
        <translation>And without my card?</translation>
    </message>
    <message>
        <source>Trois images</source>
        <translation>Three pictures</translation>
    </message>
    <message>
        <source>Faciles à retenir</source>
        <translation>Easy to remember</translation>
    </message>
    <message>
        <source>Avec mon jour de naissance</source>
        <translation>With my day of birth</translation>
    </message>
    <message>
        <source>Mon foyer</source>
        <translation>My household</translation>
    </message>
    <message>
        <source>Une carte pour nous tous</source>
        <translation>One card for all of us</translation>
    </message>
    <message>
        <source>C’est fait</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Vos trois images sont notées.</source>
        <translation>Your three pictures are noted.</translation>
    </message>
    <message>
        <source>Votre nom suffira, avec ce jour.</source>
        <translation>Your name will be enough, with this day.</translation>
    </message>
    <message>
        <source>Quel est votre jour de naissance ?</source>
        <translation>What is your day of birth?</translation>
    </message>
    <message>
        <source>Il sert seulement à vous retrouver par votre nom.</source>
        <translation>It only serves to find you by your name.</translation>
    </message>
    <message>
        <source>Être retrouvé par mon nom</source>
        <translation>Be found by my name</translation>
    </message>
    <message>
        <source>Qui vit avec vous ?</source>
        <translation>Who lives with you?</translation>
    </message>
    <message>
        <source>Nom (si différent)</source>
        <translation>Surname (if different)</translation>
    </message>
    <message>
        <source>Son âge</source>
        <translation>Their age</translation>
    </message>
    <message>
        <source>Adulte</source>
        <translation>Adult</translation>
    </message>
    <message>
        <source>12 à 17 ans</source>
        <translation>12 to 17</translation>
    </message>
    <message>
        <source>Moins de 12 ans</source>
        <translation>Under 12</translation>
    </message>
    <message>
        <source>Vous répondez des mineurs de votre foyer.</source>
        <translation>You answer for the minors of your household.</translation>
    </message>
    <message>
        <source>Ici aujourd’hui</source>
        <translation>Here today</translation>
    </message>
    <message>
        <source>Pas ici aujourd’hui</source>
        <translation>Not here today</translation>
    </message>
    <message>
        <source>Cette personne est dans votre foyer.</source>
        <translation>This person is in your household.</translation>
    </message>
    <message>
        <source>Voici la carte de votre foyer.</source>
        <translation>Here is your household’s card.</translation>
    </message>
    <message>
        <source>Vos données, ici</source>
        <translation>Your data, here</translation>
    </message>
    <message>
        <source>Qui en répond</source>
        <translation>Who answers for it</translation>
    </message>
    <message>
        <source>Pourquoi</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Pour vous reconnaître la prochaine fois, et pour compter.</source>
        <translation>To recognise you next time, and to count.</translation>
    </message>
    <message>
        <source>Sur quelle base</source>
        <translation>On what basis</translation>
    </message>
    <message>
        <source>Votre accord. Vous pouvez changer d’avis.</source>
        <translation>Your consent. You may change your mind.</translation>
    </message>
    <message>
        <source>Qui les voit</source>
        <translation>Who sees them</translation>
    </message>
    <message>
        <source>Les animateurs et la coordination, personne d’autre.</source>
        <translation>The animators and headquarters, nobody else.</translation>
    </message>
    <message>
        <source>Combien de temps</source>
        <translation>How long</translation>
    </message>
    <message>
        <source>Douze mois après votre dernier passage.</source>
        <translation>Twelve months after your last visit.</translation>
    </message>
    <message>
        <source>Vos droits</source>
        <translation>Your rights</translation>
    </message>
    <message>
        <source>Voir, corriger, effacer, copier, refuser : demandez à l’accueil.</source>
        <translation>See, correct, erase, copy, refuse: ask at the counter.</translation>
    </message>
    <message>
        <source>À lire sur votre téléphone</source>
        <translation>To read on your phone</translation>
    </message>
    <message>
        <source>Ouvrez d’abord la permanence, puis montrez la carte.</source>
        <translation>First open, then show the card.</translation>
    </message>
    <message>
        <source>Terminez d’abord ici, puis montrez la carte.</source>
        <translation>First finish here, then show the card.</translation>
    </message>
</context>
<context>
    <name>LabelWords</name>
    <message>
        <source>Étiquettes du matériel</source>
        <translation>Labels of equipment</translation>
    </message>
    <message>
        <source>Étiquette, {name}</source>
        <translation>Label, {name}</translation>
    </message>
    <message>
        <source>Trouvé ? Rendez-le à {association}.</source>
        <translation>Found? Give it back to {association}.</translation>
    </message>
</context>
<context>
    <name>MendWords</name>
    <message numerus="yes">
        <source>{n} autres permanences</source>
        <comment>{n} autre permanence</comment>
        <translation>
            <numerusform>{n} other opening</numerusform>
            <numerusform>{n} other openings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} présences</source>
        <comment>{n} présence</comment>
        <translation>
            <numerusform>{n} presence</numerusform>
            <numerusform>{n} presences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} places prises</source>
        <comment>{n} place prise</comment>
        <translation>
            <numerusform>{n} place taken</numerusform>
            <numerusform>{n} places taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} réparations</source>
        <comment>{n} réparation</comment>
        <translation>
            <numerusform>{n} repair</numerusform>
            <numerusform>{n} repairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} autorisations</source>
        <comment>{n} autorisation</comment>
        <translation>
            <numerusform>{n} authorisation</numerusform>
            <numerusform>{n} authorisations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} prêts</source>
        <comment>{n} prêt</comment>
        <translation>
            <numerusform>{n} loan</numerusform>
            <numerusform>{n} loans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} constats</source>
        <comment>{n} constat</comment>
        <translation>
            <numerusform>{n} check</numerusform>
            <numerusform>{n} checks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} envies</source>
        <comment>{n} envie</comment>
        <translation>
            <numerusform>{n} wish</numerusform>
            <numerusform>{n} wishes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotedWords</name>
    <message>
        <source>Ce qui a été noté</source>
        <translation>What was noted</translation>
    </message>
    <message>
        <source>Corriger une aide ou un passage, d’aujourd’hui ou d’avant</source>
        <translation>Correct help or a visit, of today or before</translation>
    </message>
    <message>
        <source>Aides</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>Aides ou passages</source>
        <translation>Help or visits</translation>
    </message>
    <message>
        <source>Avant</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Après</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Rien n’est noté ce jour-là.</source>
        <translation>Nothing is noted on that day.</translation>
    </message>
    <message>
        <source>Les jours voisins sont à un geste.</source>
        <translation>The days around are one tap away.</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Sans nom</source>
        <translation>Unnamed</translation>
    </message>
    <message>
        <source>départ inconnu</source>
        <translation>departure unknown</translation>
    </message>
    <message>
        <source>Corriger l’aide</source>
        <translation>Correct the help</translation>
    </message>
    <message>
        <source>Corriger le passage</source>
        <translation>Correct the visit</translation>
    </message>
    <message>
        <source>Sa fiche</source>
        <translation>Their record</translation>
    </message>
    <message>
        <source>Quelle aide ?</source>
        <translation>What help?</translation>
    </message>
    <message>
        <source>Précision</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Pour quel organisme ?</source>
        <translation>For which service?</translation>
    </message>
    <message>
        <source>Avec quel matériel ?</source>
        <translation>With which device?</translation>
    </message>
    <message>
        <source>Autonomie</source>
        <translation>Autonomy</translation>
    </message>
    <message>
        <source>Où ?</source>
        <translation>Where?</translation>
    </message>
    <message>
        <source>Orientation vers</source>
        <translation>Sent on to</translation>
    </message>
    <message>
        <source>Mandat papier signé</source>
        <translation>Paper mandate signed</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Pour une exploitation, une entreprise ?</source>
        <translation>For a farm, a business?</translation>
    </message>
    <message>
        <source>Combien de temps ?</source>
        <translation>How long?</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Courte : ni santé, ni famille, ni mot de passe</source>
        <translation>Short: no health, no family, no password</translation>
    </message>
    <message>
        <source>Pourquoi ?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Qui ?</source>
        <translation>Who?</translation>
    </message>
    <message>
        <source>De quel âge ?</source>
        <translation>How old?</translation>
    </message>
    <message>
        <source>C’est quelqu’un d’autre</source>
        <translation>It is somebody else</translation>
    </message>
    <message>
        <source>Une carte sans nom</source>
        <translation>A card without a name</translation>
    </message>
    <message>
        <source>La carte est prête.</source>
        <translation>The card is ready.</translation>
    </message>
    <message>
        <source>Arrivée</source>
        <translation>Arrival</translation>
    </message>
    <message>
        <source>Départ</source>
        <translation>Departure</translation>
    </message>
    <message>
        <source>Vide si le départ est inconnu</source>
        <translation>Empty if the departure is unknown</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>La correction est enregistrée.</source>
        <translation>The correction is saved.</translation>
    </message>
    <message>
        <source>Mettre à la corbeille</source>
        <translation>Put in the bin</translation>
    </message>
    <message>
        <source>C’est à la corbeille.</source>
        <translation>It is in the bin.</translation>
    </message>
    <message>
        <source>Mettre ce passage à la corbeille ?</source>
        <translation>Put this visit in the bin?</translation>
    </message>
    <message>
        <source>L’aide notée pour ce passage seul y va aussi. Tout se reprend.</source>
        <translation>Help noted for this visit alone goes too. All can be taken back.</translation>
    </message>
    <message>
        <source>Mettre tout le groupe à la corbeille ?</source>
        <translation>Put the whole group in the bin?</translation>
    </message>
    <message>
        <source>Garder</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Écrivez l’heure comme ceci : 14:30.</source>
        <translation>Write the time like this: 14:30.</translation>
    </message>
    <message>
        <source>Choisissez au moins une aide.</source>
        <translation>Choose at least one kind of help.</translation>
    </message>
    <message>
        <source>Historique</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Qui a écrit quoi, et quand. Rien ne s’efface.</source>
        <translation>Who wrote what, and when. Nothing is lost.</translation>
    </message>
    <message>
        <source>Corbeille</source>
        <translation>Bin</translation>
    </message>
    <message>
        <source>La corbeille est vide.</source>
        <translation>The bin is empty.</translation>
    </message>
    <message>
        <source>Ce que l’on supprime passe d’abord par ici.</source>
        <translation>What is deleted comes here first.</translation>
    </message>
    <message>
        <source>Ce qui a été jeté avant</source>
        <translation>What was thrown away before</translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>C’est repris, comme avant.</source>
        <translation>It is back, as before.</translation>
    </message>
    <message>
        <source>Fiche d’une personne</source>
        <translation>A person’s record</translation>
    </message>
    <message>
        <source>Groupe</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Aide</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Temps hors permanence</source>
        <translation>Time outside openings</translation>
    </message>
    <message>
        <source>Atelier</source>
        <translation>Workshop</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Réservation</source>
        <translation>Booking</translation>
    </message>
    <message>
        <source>Abonnement</source>
        <translation>Pass</translation>
    </message>
    <message>
        <source>Réparation</source>
        <translation>Repair</translation>
    </message>
    <message>
        <source>Prêt de matériel</source>
        <translation>Equipment loan</translation>
    </message>
    <message>
        <source>Constat sur un matériel</source>
        <translation>Check of a piece of equipment</translation>
    </message>
    <message>
        <source>Envie d’atelier</source>
        <translation>Wish for a workshop</translation>
    </message>
    <message>
        <source>À l’accueil</source>
        <translation>At the counter</translation>
    </message>
    <message>
        <source>La coordination</source>
        <translation>Headquarters</translation>
    </message>
    <message>
        <source>Quelqu’un de l’équipe</source>
        <translation>Somebody of the team</translation>
    </message>
    <message>
        <source>A noté</source>
        <translation>Noted</translation>
    </message>
    <message>
        <source>A corrigé</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>A mis à la corbeille</source>
        <translation>Put in the bin</translation>
    </message>
    <message>
        <source>A repris de la corbeille</source>
        <translation>Took back from the bin</translation>
    </message>
    <message>
        <source>A effacé pour toujours</source>
        <translation>Erased for ever</translation>
    </message>
    <message>
        <source>rien</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>Pages imprimées</source>
        <translation>Printed pages</translation>
    </message>
    <message>
        <source>Durée</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Organisme</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Matériel</source>
        <translation>Equipment</translation>
    </message>
    <message>
        <source>Lieu</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Sent on to</translation>
    </message>
    <message>
        <source>Mandat</source>
        <translation>Mandate</translation>
    </message>
    <message>
        <source>Tâche</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Heures</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>Raison</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Niveau</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Âge</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Gender</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Activité</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>École, lieu</source>
        <translation>School, place</translation>
    </message>
    <message>
        <source>Titre</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Thématique</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Où</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Prénom</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Surname</translation>
    </message>
    <message>
        <source>Année de naissance</source>
        <translation>Year of birth</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Panne</source>
        <translation>Fault</translation>
    </message>
    <message>
        <source>Résultat</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Obstacle</source>
        <translation>Barrier</translation>
    </message>
    <message>
        <source>{field} : {before} → {after}</source>
        <translation>{field}: {before} → {after}</translation>
    </message>
    <message>
        <source>{field} : {after}</source>
        <translation>{field}: {after}</translation>
    </message>
    <message>
        <source>{day}, {hours}</source>
        <translation>{day}, {hours}</translation>
    </message>
    <message>
        <source>{arrived} – {left}</source>
        <translation>{arrived} – {left}</translation>
    </message>
    <message numerus="yes">
        <source>{n} autres plus tôt</source>
        <comment>{n} autre plus tôt</comment>
        <translation>
            <numerusform>{n} other before</numerusform>
            <numerusform>{n} others before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>et {n} autres fiches</source>
        <comment>et {n} autre fiche</comment>
        <translation>
            <numerusform>and {n} other record</numerusform>
            <numerusform>and {n} other records</numerusform>
        </translation>
    </message>
    <message>
        <source>jeté {when}</source>
        <translation>thrown away {when}</translation>
    </message>
    <message>
        <source>jeté {when} par {who}</source>
        <translation>thrown away {when} by {who}</translation>
    </message>
    <message>
        <source>Fait partie de : {names}</source>
        <translation>Belongs to: {names}</translation>
    </message>
    <message numerus="yes">
        <source>{n} personnes</source>
        <comment>{n} personne</comment>
        <translation>
            <numerusform>{n} person</numerusform>
            <numerusform>{n} people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Ma carte</source>
        <translation>My card</translation>
    </message>
    <message>
        <source>À montrer en arrivant, puis en repartant.</source>
        <translation>Show it when you arrive, then when you leave.</translation>
    </message>
    <message>
        <source>Code de la carte</source>
        <translation>Code on the card</translation>
    </message>
    <message>
        <source>Carte de visiteur</source>
        <translation>Visitor’s card</translation>
    </message>
    <message>
        <source>Cartes à découper</source>
        <translation>Cards to cut out</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Badge</translation>
    </message>
    <message>
        <source>Entrez d’abord avec votre phrase ou votre badge.</source>
        <translation>Enter with your passphrase or your badge first.</translation>
    </message>
    <message>
        <source>Il ouvre les postes. Perdu ? Prévenez la coordination.</source>
        <translation>It opens the PCs. Lost? Tell headquarters.</translation>
    </message>
    <message>
        <source>Vos données, ici</source>
        <translation>Your data, here</translation>
    </message>
    <message>
        <source>Ici, nous comptons les passages. Votre nom n’est pas nécessaire.</source>
        <translation>Here, we count visits. Your name is not needed.</translation>
    </message>
    <message>
        <source>Vous laissez un nom seulement si vous voulez être reconnu la prochaine fois. C’est vous qui choisissez.</source>
        <translation>You leave a name only if you want to be recognised next time. It is your choice.</translation>
    </message>
    <message>
        <source>Qui en répond</source>
        <translation>Who answers for it</translation>
    </message>
    <message>
        <source>Pour écrire ou appeler :</source>
        <translation>To write or call:</translation>
    </message>
    <message>
        <source>Ce qui est gardé, pourquoi, et combien de temps</source>
        <translation>What is kept, why, and for how long</translation>
    </message>
    <message>
        <source>Sur quelle base</source>
        <translation>On what basis</translation>
    </message>
    <message>
        <source>Durée</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Ce qui est gardé</source>
        <translation>What is kept</translation>
    </message>
    <message>
        <source>Pourquoi</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Un passage garde toujours l’âge en tranches et la commune, jamais un nom : ce sont des chiffres.</source>
        <translation>A visit always keeps the age band and the commune, never a name: these are figures.</translation>
    </message>
    <message>
        <source>Qui les voit</source>
        <translation>Who sees them</translation>
    </message>
    <message>
        <source>Les animatrices et les animateurs de cet espace, et la coordination du réseau. Personne d’autre. Rien n’est vendu. Les financeurs reçoivent des chiffres, jamais des noms.</source>
        <translation>The animators of this space, and headquarters of the network. Nobody else. Nothing is sold. Funders receive figures, never names.</translation>
    </message>
    <message>
        <source>Où c’est gardé</source>
        <translation>Where it is kept</translation>
    </message>
    <message>
        <source>Sur le poste de cet espace et à la coordination, chiffré. Ce qui circule entre eux l’est aussi.</source>
        <translation>On the PC of this space and at headquarters, encrypted. What goes between them is too.</translation>
    </message>
    <message>
        <source>Vos droits</source>
        <translation>Your rights</translation>
    </message>
    <message>
        <source>Voir ce qui est gardé de vous, le faire corriger, le faire effacer, le faire geler, en recevoir une copie, vous opposer, ou revenir sur votre accord, à tout moment. Demandez à l’accueil, ou écrivez à l’association. Si la réponse ne vient pas : CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, cnil.fr.</source>
        <translation>See what is kept about you, have it corrected, have it erased, have it frozen, get a copy, object, or withdraw your consent, at any time. Ask at the counter, or write to the association. If no answer comes: CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, cnil.fr.</translation>
    </message>
    <message>
        <source>Vu par les animateurs et la coordination, personne d’autre.</source>
        <translation>Seen by animators and headquarters, nobody else.</translation>
    </message>
    <message>
        <source>Voir, corriger, effacer, copier, vous opposer : à l’accueil. Sinon : cnil.fr.</source>
        <translation>See, correct, erase, copy, object: at the counter. Otherwise: cnil.fr.</translation>
    </message>
    <message>
        <source>À lire sur votre téléphone</source>
        <translation>To read on your phone</translation>
    </message>
    <message>
        <source>prénom et nom des animateurs</source>
        <translation>first names and surnames of animators</translation>
    </message>
    <message>
        <source>code de la carte</source>
        <translation>code on the card</translation>
    </message>
    <message>
        <source>prénom</source>
        <translation>first name</translation>
    </message>
    <message>
        <source>nom</source>
        <translation>surname</translation>
    </message>
    <message>
        <source>naissance</source>
        <translation>birth</translation>
    </message>
    <message>
        <source>trois images</source>
        <translation>three pictures</translation>
    </message>
    <message>
        <source>genre</source>
        <translation>gender</translation>
    </message>
    <message>
        <source>situation</source>
        <translation>situation</translation>
    </message>
    <message>
        <source>activité</source>
        <translation>business</translation>
    </message>
    <message>
        <source>votre opposition, ou le gel demandé</source>
        <translation>your objection, or the freeze that you asked for</translation>
    </message>
    <message>
        <source>votre foyer</source>
        <translation>your household</translation>
    </message>
    <message>
        <source>adulte qui répond d’un mineur</source>
        <translation>adult who answers for a minor</translation>
    </message>
    <message>
        <source>carte du foyer</source>
        <translation>household card</translation>
    </message>
    <message>
        <source>téléphone</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>vos passages</source>
        <translation>your visits</translation>
    </message>
    <message>
        <source>l’aide reçue</source>
        <translation>the help received</translation>
    </message>
    <message>
        <source>note sur l’aide donnée</source>
        <translation>note on the help given</translation>
    </message>
    <message>
        <source>votre inscription</source>
        <translation>your registration</translation>
    </message>
    <message>
        <source>nom donné à l’inscription</source>
        <translation>name given when registering</translation>
    </message>
    <message>
        <source>votre réservation</source>
        <translation>your booking</translation>
    </message>
    <message>
        <source>nom donné à la réservation</source>
        <translation>name given when booking</translation>
    </message>
    <message>
        <source>votre abonnement</source>
        <translation>your pass</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>signature</translation>
    </message>
    <message>
        <source>ce que vous empruntez</source>
        <translation>what you borrow</translation>
    </message>
    <message>
        <source>votre envie d’atelier</source>
        <translation>your wish for a workshop</translation>
    </message>
    <message>
        <source>nom donné pour être rappelé</source>
        <translation>name given to be called back</translation>
    </message>
    <message>
        <source>lien entre deux fiches</source>
        <translation>link between two records</translation>
    </message>
    <message>
        <source>ce que vous demandez de vos données, et notre réponse</source>
        <translation>what you ask about your data, and our answer</translation>
    </message>
    <message>
        <source>note sur un objet réparé</source>
        <translation>note about a repaired object</translation>
    </message>
    <message>
        <source>machines que vous pouvez utiliser</source>
        <translation>machines that you may use</translation>
    </message>
    <message>
        <source>Carte de la journée</source>
        <translation>Card of the day</translation>
    </message>
    <message>
        <source>Merci à vous tous</source>
        <translation>Thank you all</translation>
    </message>
    <message>
        <source>Autres gestes</source>
        <translation>Other actions</translation>
    </message>
    <message>
        <source>Papiers</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Affiche, cartes, badge, attestation, rappel</source>
        <translation>Notice, cards, badge, proof of visit, reminder</translation>
    </message>
    <message>
        <source>Chaque papier se regarde avant d’être imprimé.</source>
        <translation>Look at each paper before printing it.</translation>
    </message>
    <message>
        <source>L’affiche à mettre à l’accueil</source>
        <translation>The notice to put up at the counter</translation>
    </message>
    <message>
        <source>Dix cartes neuves</source>
        <translation>Ten new cards</translation>
    </message>
    <message>
        <source>Sans nom, à découper et à donner</source>
        <translation>Without a name, to cut out and give</translation>
    </message>
    <message>
        <source>Mon badge</source>
        <translation>My badge</translation>
    </message>
    <message>
        <source>Il vous ouvre les postes, à la place de la phrase</source>
        <translation>It opens the PCs, in place of the passphrase</translation>
    </message>
    <message>
        <source>Les chiffres de la dernière permanence</source>
        <translation>The figures of the last opening</translation>
    </message>
    <message>
        <source>Rappel d’atelier</source>
        <translation>Workshop reminder</translation>
    </message>
    <message>
        <source>Le prochain, en grandes lettres</source>
        <translation>The next one, in large letters</translation>
    </message>
    <message>
        <source>On prépare le papier…</source>
        <translation>Preparing the paper…</translation>
    </message>
    <message>
        <source>Imprimante</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Envoi à l’imprimante…</source>
        <translation>Sending to the printer…</translation>
    </message>
    <message>
        <source>C’est parti à l’imprimante.</source>
        <translation>It has gone to the printer.</translation>
    </message>
    <message>
        <source>Aucune imprimante n’est installée sur ce poste.</source>
        <translation>No printer is installed on this PC.</translation>
    </message>
    <message>
        <source>Garder le fichier</source>
        <translation>Keep the file</translation>
    </message>
    <message>
        <source>Sur la clé USB, ou dans les documents de ce poste.</source>
        <translation>On the USB stick, or in the documents of this PC.</translation>
    </message>
    <message>
        <source>Sur une clé USB seulement : ce badge ouvre les postes.</source>
        <translation>On a USB stick only: this badge opens the PCs.</translation>
    </message>
    <message>
        <source>Branchez une clé USB, une seule, puis réessayez.</source>
        <translation>Plug in one USB stick, only one, then try again.</translation>
    </message>
    <message>
        <source>Ce badge n’est montré qu’une fois. Imprimez-le maintenant.</source>
        <translation>This badge is shown only once. Print it now.</translation>
    </message>
    <message>
        <source>Imprimer ma carte</source>
        <translation>Print my card</translation>
    </message>
    <message>
        <source>Cette imprimante n’est plus là. Choisissez-en une autre.</source>
        <translation>This printer is no longer there. Choose another.</translation>
    </message>
    <message>
        <source>L’imprimante n’a pas répondu. Vérifiez-la, puis réessayez.</source>
        <translation>The printer did not answer. Check it, then try again.</translation>
    </message>
    <message>
        <source>Le fichier ne s’écrit pas ici. Essayez avec une clé USB.</source>
        <translation>The file cannot be written here. Try with a USB stick.</translation>
    </message>
    <message numerus="yes">
        <source>passages</source>
        <comment>passage</comment>
        <translation>
            <numerusform>visit</numerusform>
            <numerusform>visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>interventions</source>
        <comment>intervention</comment>
        <translation>
            <numerusform>intervention</numerusform>
            <numerusform>interventions</numerusform>
        </translation>
    </message>
    <message>
        <source>de permanence</source>
        <translation>of opening</translation>
    </message>
    <message>
        <source>« {name} » est sur la clé USB.</source>
        <translation>“{name}” is on the USB stick.</translation>
    </message>
    <message>
        <source>« {name} » est dans les documents.</source>
        <translation>“{name}” is in the documents.</translation>
    </message>
    <message>
        <source>L’association {association}, pour l’espace de {antenna}.</source>
        <translation>The association {association}, for the space of {antenna}.</translation>
    </message>
    <message>
        <source>L’association {association}.</source>
        <translation>The association {association}.</translation>
    </message>
    <message>
        <source>L’association qui tient cet espace.</source>
        <translation>The association that runs this space.</translation>
    </message>
    <message>
        <source>Pour {purposes} ({basis} ; {retention}).</source>
        <translation>To {purposes} ({basis}; {retention}).</translation>
    </message>
    <message>
        <source>{title}, {day}</source>
        <translation>{title}, {day}</translation>
    </message>
    <message>
        <source>{title} {name}</source>
        <translation>{title} {name}</translation>
    </message>
    <message>
        <source>{day} {year}</source>
        <translation>{day} {year}</translation>
    </message>
    <message>
        <source>{antenna}, {day}, de {start} à {end}</source>
        <translation>{antenna}, {day}, from {start} to {end}</translation>
    </message>
    <message>
        <source>Affiché le {day} {year}</source>
        <translation>Put up on {day} {year}</translation>
    </message>
</context>
<context>
    <name>PeopleWords</name>
    <message>
        <source>Chercher une personne</source>
        <translation>Find a person</translation>
    </message>
    <message>
        <source>Nom, prénom ou téléphone</source>
        <translation>Name or phone</translation>
    </message>
    <message>
        <source>Quelques lettres suffisent</source>
        <translation>A few letters are enough</translation>
    </message>
    <message>
        <source>Qui cherchez-vous ?</source>
        <translation>Who are you looking for?</translation>
    </message>
    <message>
        <source>Tapez deux lettres du nom. Une faute ne gêne pas.</source>
        <translation>Type two letters of the name. A mistake does no harm.</translation>
    </message>
    <message>
        <source>Personne de ce nom ici.</source>
        <translation>Nobody of that name here.</translation>
    </message>
    <message>
        <source>Essayez une autre orthographe, ou écrivez sa fiche.</source>
        <translation>Try another spelling, or write a record.</translation>
    </message>
    <message>
        <source>Il y en a d’autres : tapez une lettre de plus.</source>
        <translation>There are more: type another letter.</translation>
    </message>
    <message>
        <source>Nouvelle personne</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>Carte sans nom</source>
        <translation>Card without a name</translation>
    </message>
    <message>
        <source>Pour les chiffres</source>
        <translation>For the figures</translation>
    </message>
    <message>
        <source>Est là</source>
        <translation>Is here</translation>
    </message>
    <message>
        <source>Noter son arrivée</source>
        <translation>Note the arrival</translation>
    </message>
    <message>
        <source>L’arrivée est notée.</source>
        <translation>The arrival is noted.</translation>
    </message>
    <message>
        <source>Noter l’aide</source>
        <translation>Note the help</translation>
    </message>
    <message>
        <source>Corriger</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Mettre à la corbeille</source>
        <translation>Put in the bin</translation>
    </message>
    <message>
        <source>La fiche est à la corbeille.</source>
        <translation>The record is in the bin.</translation>
    </message>
    <message>
        <source>Mettre cette fiche à la corbeille ?</source>
        <translation>Put this record in the bin?</translation>
    </message>
    <message>
        <source>Ses passages restent comptés. La fiche se retrouve dans la corbeille.</source>
        <translation>Their visits stay counted. The record can be found in the bin.</translation>
    </message>
    <message>
        <source>Garder</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Pour l’appeler</source>
        <translation>To call them</translation>
    </message>
    <message>
        <source>Dernières venues</source>
        <translation>Last visits</translation>
    </message>
    <message>
        <source>Dernières aides</source>
        <translation>Last help</translation>
    </message>
    <message>
        <source>Historique</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Aucune venue notée.</source>
        <translation>No visit noted.</translation>
    </message>
    <message>
        <source>Aucune aide notée.</source>
        <translation>No help noted.</translation>
    </message>
    <message>
        <source>Montrer le téléphone et l’e-mail</source>
        <translation>Show the phone and the e-mail</translation>
    </message>
    <message>
        <source>Rien d’autre n’est noté.</source>
        <translation>Nothing else is noted.</translation>
    </message>
    <message>
        <source>Réunie avec</source>
        <translation>Joined with</translation>
    </message>
    <message>
        <source>Séparer</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Les fiches sont séparées.</source>
        <translation>The records are parted.</translation>
    </message>
    <message>
        <source>Peut-être la même personne</source>
        <translation>Perhaps the same person</translation>
    </message>
    <message>
        <source>Comparer</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Seul le prénom est nécessaire. Le reste aide à la retrouver.</source>
        <translation>Only the first name is needed. The rest helps to find them again.</translation>
    </message>
    <message>
        <source>Corriger la fiche</source>
        <translation>Correct the record</translation>
    </message>
    <message>
        <source>Ce qui était écrit reste dans l’historique.</source>
        <translation>What was written stays in the history.</translation>
    </message>
    <message>
        <source>Prénom</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Surname</translation>
    </message>
    <message>
        <source>Année de naissance</source>
        <translation>Year of birth</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>La fiche est écrite.</source>
        <translation>The record is written.</translation>
    </message>
    <message>
        <source>La fiche est corrigée.</source>
        <translation>The record is corrected.</translation>
    </message>
    <message>
        <source>Écrivez l’année avec quatre chiffres.</source>
        <translation>Write the year with four digits.</translation>
    </message>
    <message>
        <source>Cette commune n’est pas dans la liste.</source>
        <translation>This town or village is not in the list.</translation>
    </message>
    <message>
        <source>Touchez la bonne commune.</source>
        <translation>Touch the right commune.</translation>
    </message>
    <message>
        <source>Déjà connue ici ?</source>
        <translation>Known here already?</translation>
    </message>
    <message>
        <source>Touchez la fiche si c’est la même personne.</source>
        <translation>Touch the record if it is the same person.</translation>
    </message>
    <message>
        <source>Les fiches qui ressemblent s’afficheront ici.</source>
        <translation>Records that look alike will appear here.</translation>
    </message>
    <message>
        <source>Une personne, ou deux ?</source>
        <translation>One person, or two?</translation>
    </message>
    <message>
        <source>Rien n’est effacé : les deux fiches restent, et se séparent quand on veut.</source>
        <translation>Nothing is erased: both records stay, and can be parted at any time.</translation>
    </message>
    <message>
        <source>Cette fiche</source>
        <translation>This record</translation>
    </message>
    <message>
        <source>L’autre fiche</source>
        <translation>The other record</translation>
    </message>
    <message>
        <source>pareil</source>
        <translation>alike</translation>
    </message>
    <message>
        <source>différent</source>
        <translation>different</translation>
    </message>
    <message>
        <source>Venues</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>Dernière venue</source>
        <translation>Last visit</translation>
    </message>
    <message>
        <source>Carte</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>oui</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>non</source>
        <translation>no</translation>
    </message>
    <message>
        <source>C’est la même personne</source>
        <translation>It is the same person</translation>
    </message>
    <message>
        <source>Ce sont deux personnes</source>
        <translation>They are two people</translation>
    </message>
    <message>
        <source>Les deux fiches sont réunies.</source>
        <translation>The two records are joined.</translation>
    </message>
    <message>
        <source>C’est retenu : ce sont deux personnes.</source>
        <translation>Remembered: they are two people.</translation>
    </message>
    <message>
        <source>naissance en {year}</source>
        <translation>born in {year}</translation>
    </message>
    <message numerus="yes">
        <source>{n} venues</source>
        <comment>{n} venue</comment>
        <translation>
            <numerusform>{n} visit</numerusform>
            <numerusform>{n} visits</numerusform>
        </translation>
    </message>
    <message>
        <source>même prénom</source>
        <translation>same first name</translation>
    </message>
    <message>
        <source>même nom</source>
        <translation>same surname</translation>
    </message>
    <message>
        <source>même téléphone</source>
        <translation>same phone</translation>
    </message>
    <message>
        <source>même e-mail</source>
        <translation>same e-mail</translation>
    </message>
</context>
<context>
    <name>PermanenceWords</name>
    <message>
        <source>Ouvrir la permanence</source>
        <translation>Start the opening</translation>
    </message>
    <message>
        <source>Horaires prévus aujourd’hui</source>
        <translation>Hours planned today</translation>
    </message>
    <message>
        <source>Rien n’est prévu aujourd’hui. Vous pouvez ouvrir quand même.</source>
        <translation>Nothing is planned today. You can open all the same.</translation>
    </message>
    <message>
        <source>Les horaires ne sont pas encore connus ici.</source>
        <translation>The opening hours are not known here yet.</translation>
    </message>
    <message>
        <source>Les horaires prévus sont passés.</source>
        <translation>The planned hours are over.</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>La permanence est ouverte.</source>
        <translation>The opening has started.</translation>
    </message>
    <message>
        <source>C’est l’heure prévue.</source>
        <translation>It is the planned time.</translation>
    </message>
    <message>
        <source>{how_much} après l’heure prévue.</source>
        <translation>{how_much} after the planned time.</translation>
    </message>
    <message>
        <source>{how_much} avant l’heure prévue.</source>
        <translation>{how_much} before the planned time.</translation>
    </message>
    <message>
        <source>équipe itinérante</source>
        <translation>roaming team</translation>
    </message>
    <message>
        <source>de {antenna}</source>
        <translation>from {antenna}</translation>
    </message>
    <message>
        <source>d’{antenna}</source>
        <translation>from {antenna}</translation>
    </message>
    <message>
        <source>Une permanence est restée ouverte</source>
        <translation>An opening was never closed</translation>
    </message>
    <message>
        <source>À quelle heure a-t-elle fermé ?</source>
        <translation>What time did it close?</translation>
    </message>
    <message>
        <source>La coordination confirmera cette heure.</source>
        <translation>Headquarters will confirm this time.</translation>
    </message>
    <message>
        <source>Fermer à cette heure</source>
        <translation>Close at this time</translation>
    </message>
    <message>
        <source>Je ne sais pas</source>
        <translation>I do not know</translation>
    </message>
    <message>
        <source>Celle de {name}, ouverte {day} à {hour}.</source>
        <translation>By {name}, started {day} at {hour}.</translation>
    </message>
    <message>
        <source>Si personne ne sait, ce sera {hour}, la dernière trace.</source>
        <translation>If nobody knows, it will be {hour}, the last trace.</translation>
    </message>
    <message>
        <source>quelqu’un</source>
        <translation>somebody</translation>
    </message>
    <message>
        <source>Nous sommes ensemble</source>
        <translation>We are here together</translation>
    </message>
    <message>
        <source>Je prends le relais</source>
        <translation>I take over</translation>
    </message>
    <message>
        <source>Vous êtes à la permanence.</source>
        <translation>You are at the opening.</translation>
    </message>
    <message>
        <source>Bonjour {name}</source>
        <translation>Hello {name}</translation>
    </message>
    <message numerus="yes">
        <source>{names} tiennent la permanence depuis {hour}.</source>
        <comment>{names} tient la permanence depuis {hour}.</comment>
        <translation>
            <numerusform>{names} has held the opening since {hour}.</numerusform>
            <numerusform>{names} have held the opening since {hour}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} restent.</source>
        <comment>{names} reste.</comment>
        <translation>
            <numerusform>{names} stays.</numerusform>
            <numerusform>{names} stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} partent maintenant.</source>
        <comment>{names} part maintenant.</comment>
        <translation>
            <numerusform>{names} leaves now.</numerusform>
            <numerusform>{names} leave now.</numerusform>
        </translation>
    </message>
    <message>
        <source>Qui tient la permanence</source>
        <translation>Who holds the opening</translation>
    </message>
    <message>
        <source>Quelqu’un vous rejoint ou prend le relais ? La permanence continue.</source>
        <translation>Is somebody joining you or taking over? The opening goes on.</translation>
    </message>
    <message>
        <source>Quelqu’un arrive</source>
        <translation>Somebody is arriving</translation>
    </message>
    <message>
        <source>Part maintenant</source>
        <translation>Leaves now</translation>
    </message>
    <message>
        <source>Le départ est noté.</source>
        <translation>The departure is noted.</translation>
    </message>
    <message>
        <source>{title} : {names}</source>
        <translation>{title}: {names}</translation>
    </message>
    <message numerus="yes">
        <source>{n} animateurs</source>
        <comment>{n} animateur</comment>
        <translation>
            <numerusform>{n} animator</numerusform>
            <numerusform>{n} animators</numerusform>
        </translation>
    </message>
    <message>
        <source>depuis {hour}</source>
        <translation>since {hour}</translation>
    </message>
</context>
<context>
    <name>PrintingWords</name>
    <message>
        <source>Pages en tout</source>
        <translation>Pages in all</translation>
    </message>
    <message>
        <source>Touchez qui a imprimé.</source>
        <translation>Touch who printed.</translation>
    </message>
    <message>
        <source>Personne n’est venu aujourd’hui.</source>
        <translation>Nobody has come today.</translation>
    </message>
    <message>
        <source>Qui imprime est compté d’abord comme passage.</source>
        <translation>Whoever prints is counted as a visit first.</translation>
    </message>
    <message>
        <source>Reparti</source>
        <translation>Left</translation>
    </message>
    <message numerus="yes">
        <source>Aujourd’hui : {n} pages</source>
        <comment>Aujourd’hui : {n} page</comment>
        <translation>
            <numerusform>Today: {n} page</numerusform>
            <numerusform>Today: {n} pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pages</source>
        <comment>{n} page</comment>
        <translation>
            <numerusform>{n} page</numerusform>
            <numerusform>{n} pages</numerusform>
        </translation>
    </message>
    <message>
        <source>depuis {hour}</source>
        <translation>since {hour}</translation>
    </message>
</context>
<context>
    <name>ProofWords</name>
    <message>
        <source>Attestation de présence</source>
        <translation>Proof of visit</translation>
    </message>
    <message>
        <source>Pour France Travail, ou qui la demande</source>
        <translation>For France Travail, or whoever asks for it</translation>
    </message>
    <message>
        <source>Touchez un passage, puis le nom à écrire. Rien n’en est gardé.</source>
        <translation>Touch a visit, then the name to write. Nothing of it is kept.</translation>
    </message>
    <message>
        <source>Nom à écrire</source>
        <translation>Name to write</translation>
    </message>
    <message>
        <source>Comme sur la pièce d’identité</source>
        <translation>As on the identity card</translation>
    </message>
    <message>
        <source>Écrivez un prénom et un nom.</source>
        <translation>Type a first name and a surname.</translation>
    </message>
    <message>
        <source>Touchez d’abord un passage.</source>
        <translation>Touch a visit first.</translation>
    </message>
    <message>
        <source>Quels passages ?</source>
        <translation>Which visits?</translation>
    </message>
    <message>
        <source>Ce passage</source>
        <translation>This visit</translation>
    </message>
    <message>
        <source>Ses 30 derniers jours</source>
        <translation>Visits of the last 30 days</translation>
    </message>
    <message>
        <source>Voir l’attestation</source>
        <translation>See the proof</translation>
    </message>
</context>
<context>
    <name>ReminderWords</name>
    <message>
        <source>Votre prochain atelier</source>
        <translation>Your next workshop</translation>
    </message>
    <message>
        <source>Vous ne pouvez pas venir ? Dites un mot à l’espace : la place servira.</source>
        <translation>You cannot come? Tell the space: somebody else will have the place.</translation>
    </message>
    <message>
        <source>À ajouter à votre téléphone</source>
        <translation>To add to your phone</translation>
    </message>
    <message>
        <source>Rappel, {workshop}, {day}</source>
        <translation>Reminder, {workshop}, {day}</translation>
    </message>
    <message>
        <source>de {start} à {end}</source>
        <translation>from {start} to {end}</translation>
    </message>
    <message>
        <source>avec {names}</source>
        <translation>with {names}</translation>
    </message>
    <message>
        <source>{day} {year}</source>
        <translation>{day} {year}</translation>
    </message>
</context>
<context>
    <name>RepairWords</name>
    <message>
        <source>Réparations et machines</source>
        <translation>Repairs and machines</translation>
    </message>
    <message>
        <source>Objets apportés, étiquettes, fablab</source>
        <translation>Objects brought in, labels, fablab</translation>
    </message>
    <message>
        <source>Noter une réparation</source>
        <translation>Note a repair</translation>
    </message>
    <message>
        <source>Aucune réparation n’est encore notée ici.</source>
        <translation>No repair is noted here yet.</translation>
    </message>
    <message>
        <source>Trois touches : l’objet, la panne, le résultat.</source>
        <translation>Three taps: the object, the fault, the outcome.</translation>
    </message>
    <message>
        <source>Pas encore d’atelier de réparation</source>
        <translation>No repair workshop yet</translation>
    </message>
    <message>
        <source>Prévoyez-en un sur la maintenance de matériel : qui y vient se compte tout seul.</source>
        <translation>Plan one about equipment maintenance: who comes to it is counted by itself.</translation>
    </message>
    <message>
        <source>Bénévoles qui ne sont pas de l’équipe</source>
        <translation>Volunteers who are not of the team</translation>
    </message>
    <message>
        <source>Cette année, ici</source>
        <translation>This year, here</translation>
    </message>
    <message>
        <source>Estimation par catégorie d’objet : {source}.</source>
        <translation>Estimate by category of object: {source}.</translation>
    </message>
    <message>
        <source>Quel objet ?</source>
        <translation>Which object?</translation>
    </message>
    <message>
        <source>Autres objets</source>
        <translation>Other objects</translation>
    </message>
    <message>
        <source>Quelle panne ?</source>
        <translation>What is wrong?</translation>
    </message>
    <message>
        <source>Autres pannes</source>
        <translation>Other faults</translation>
    </message>
    <message>
        <source>Autres</source>
        <translation>Others</translation>
    </message>
    <message>
        <source>Quel résultat ?</source>
        <translation>What outcome?</translation>
    </message>
    <message>
        <source>Choisissez d’abord l’objet et la panne.</source>
        <translation>Choose the object and the fault first.</translation>
    </message>
    <message>
        <source>Qu’est-ce qui empêche de le réparer ?</source>
        <translation>What prevents its repair?</translation>
    </message>
    <message>
        <source>Rien de cela</source>
        <translation>None of these</translation>
    </message>
    <message>
        <source>Préciser</source>
        <translation>Say more</translation>
    </message>
    <message>
        <source>Marque</source>
        <translation>Brand</translation>
    </message>
    <message>
        <source>Moulinex</source>
        <translation>Moulinex</translation>
    </message>
    <message>
        <source>Année de fabrication</source>
        <translation>Year of manufacture</translation>
    </message>
    <message>
        <source>2014</source>
        <translation>2014</translation>
    </message>
    <message>
        <source>Poids pesé, en kg</source>
        <translation>Weight, in kg</translation>
    </message>
    <message>
        <source>1,5</source>
        <translation>1.5</translation>
    </message>
    <message>
        <source>Note pour la suite</source>
        <translation>Note for later</translation>
    </message>
    <message>
        <source>Pièce à commander</source>
        <translation>Part to order</translation>
    </message>
    <message>
        <source>Qui l’a apporté ?</source>
        <translation>Who brought it?</translation>
    </message>
    <message>
        <source>Sans le dire</source>
        <translation>Not said</translation>
    </message>
    <message>
        <source>La réparation est notée.</source>
        <translation>The repair is noted.</translation>
    </message>
    <message>
        <source>C’est noté.</source>
        <translation>It is noted.</translation>
    </message>
    <message>
        <source>La correction est notée.</source>
        <translation>The correction is noted.</translation>
    </message>
    <message>
        <source>Corriger la réparation</source>
        <translation>Correct the repair</translation>
    </message>
    <message>
        <source>Cet objet n’est pas encore connu ici.</source>
        <translation>This object is not known here yet.</translation>
    </message>
    <message>
        <source>Son étiquette vient d’une autre antenne. Elle reste la sienne.</source>
        <translation>Its label comes from another antenna. It stays its own.</translation>
    </message>
    <message>
        <source>Un objet qui a déjà son étiquette</source>
        <translation>An object that has its label already</translation>
    </message>
    <message>
        <source>Imprimer son étiquette</source>
        <translation>Print its label</translation>
    </message>
    <message>
        <source>Réparer encore</source>
        <translation>Repair again</translation>
    </message>
    <message>
        <source>Un autre objet</source>
        <translation>Another object</translation>
    </message>
    <message>
        <source>Corriger</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Étiquette d’objet</source>
        <translation>Object label</translation>
    </message>
    <message>
        <source>Collez-la sur l’objet. Elle retrouve son histoire à son retour.</source>
        <translation>Stick it on the object. It brings back its history when it returns.</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Machines</translation>
    </message>
    <message>
        <source>Touchez une machine, puis qui peut s’en servir.</source>
        <translation>Touch a machine, then who may use it.</translation>
    </message>
    <message>
        <source>Aucune machine n’est notée ici.</source>
        <translation>No machine is noted here.</translation>
    </message>
    <message>
        <source>Ajoutez-la dans « Places et ordinateurs ».</source>
        <translation>Add it in “Places and computers”.</translation>
    </message>
    <message>
        <source>Autoriser quelqu’un qui est là</source>
        <translation>Authorise somebody who is here</translation>
    </message>
    <message>
        <source>Qui ?</source>
        <translation>Who?</translation>
    </message>
    <message>
        <source>Jusqu’à quand ?</source>
        <translation>Until when?</translation>
    </message>
    <message>
        <source>Seul quelqu’un qui a une fiche, et qui est là, peut être autorisé.</source>
        <translation>Only somebody who has a record, and is here, can be authorised.</translation>
    </message>
    <message>
        <source>Ce soir</source>
        <translation>Tonight</translation>
    </message>
    <message>
        <source>Dans trois mois</source>
        <translation>In three months</translation>
    </message>
    <message>
        <source>Dans un an</source>
        <translation>In a year</translation>
    </message>
    <message>
        <source>Autoriser</source>
        <translation>Authorise</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>L’autorisation est notée.</source>
        <translation>The authorisation is noted.</translation>
    </message>
    <message>
        <source>L’autorisation est retirée.</source>
        <translation>The authorisation is withdrawn.</translation>
    </message>
    <message>
        <source>,</source>
        <translation>.</translation>
    </message>
    <message>
        <source>{kilos} kg</source>
        <translation>{kilos} kg</translation>
    </message>
    <message numerus="yes">
        <source>{n} participants</source>
        <comment>{n} participant</comment>
        <translation>
            <numerusform>{n} participant</numerusform>
            <numerusform>{n} participants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} bénévoles</source>
        <comment>{n} bénévole</comment>
        <translation>
            <numerusform>{n} volunteer</numerusform>
            <numerusform>{n} volunteers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} réparations tentées</source>
        <comment>{n} réparation tentée</comment>
        <translation>
            <numerusform>{n} repair tried</numerusform>
            <numerusform>{n} repairs tried</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} réussies</source>
        <comment>{n} réussie</comment>
        <translation>
            <numerusform>{n} succeeded</numerusform>
            <numerusform>{n} succeeded</numerusform>
        </translation>
    </message>
    <message>
        <source>{weight} de déchets évités</source>
        <translation>{weight} kept from the waste</translation>
    </message>
    <message>
        <source>{weight} de CO₂ évités</source>
        <translation>{weight} of CO₂ avoided</translation>
    </message>
    <message numerus="yes">
        <source>{n} objets réparés n’ont pas de chiffre.</source>
        <comment>{n} objet réparé n’a pas de chiffre.</comment>
        <translation>
            <numerusform>{n} repaired object has no figure.</numerusform>
            <numerusform>{n} repaired objects have no figure.</numerusform>
        </translation>
    </message>
    <message>
        <source>Réparation : {whom}</source>
        <translation>Repair: {whom}</translation>
    </message>
    <message numerus="yes">
        <source>{n} personnes autorisées</source>
        <comment>{n} personne autorisée</comment>
        <translation>
            <numerusform>{n} authorised person</numerusform>
            <numerusform>{n} authorised people</numerusform>
        </translation>
    </message>
    <message>
        <source>{day} {year}</source>
        <translation>{day} {year}</translation>
    </message>
    <message>
        <source>jusqu’au {day} {year}</source>
        <translation>until {day} {year}</translation>
    </message>
    <message>
        <source>étiquette {code}</source>
        <translation>label {code}</translation>
    </message>
    <message numerus="yes">
        <source>venu {n} fois</source>
        <comment>venu une fois</comment>
        <translation>
            <numerusform>came once</numerusform>
            <numerusform>came {n} times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SharedWords</name>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Animateur</source>
        <translation>Animator</translation>
    </message>
    <message>
        <source>Clavier</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>Écouter</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Plus grand</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Taille normale</source>
        <translation>Usual size</translation>
    </message>
    <message>
        <source>Contraste</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>Couleurs</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Encore là ?</source>
        <translation>Still there?</translation>
    </message>
    <message>
        <source>Sinon, cet écran va s’effacer.</source>
        <translation>If not, this screen will clear.</translation>
    </message>
    <message>
        <source>Oui, je continue</source>
        <translation>Yes, I am here</translation>
    </message>
    <message>
        <source>Voici ce que vous étiez en train d’écrire.</source>
        <translation>Here is what you were writing.</translation>
    </message>
    <message>
        <source>C’est annulé.</source>
        <translation>It has been undone.</translation>
    </message>
    <message>
        <source>Montrez cette carte à l’accueil.</source>
        <translation>Show this card at the counter.</translation>
    </message>
    <message>
        <source>Montrez cet objet à l’animateur.</source>
        <translation>Show this object to the animator.</translation>
    </message>
    <message>
        <source>Pour cette étiquette, revenez d’abord à l’accueil.</source>
        <translation>For this label, first go back to the counter.</translation>
    </message>
    <message>
        <source>Pour ouvrir avec un badge, revenez d’abord à l’accueil.</source>
        <translation>To open with a badge, go back to the counter first.</translation>
    </message>
    <message>
        <source>aujourd’hui</source>
        <translation>today</translation>
    </message>
    <message>
        <source>hier</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>le {day}</source>
        <translation>{day}</translation>
    </message>
    <message>
        <source>{start} – {end}</source>
        <translation>{start} – {end}</translation>
    </message>
    <message>
        <source>toute la journée</source>
        <translation>all day</translation>
    </message>
    <message>
        <source>{label} : {value}</source>
        <translation>{label}: {value}</translation>
    </message>
    <message>
        <source>Tout est bien reçu, à {hour}.</source>
        <translation>All received, at {hour}.</translation>
    </message>
    <message>
        <source>Tout est bien reçu, {day} à {hour}.</source>
        <translation>All received, {day} at {hour}.</translation>
    </message>
    <message>
        <source>Tout est gardé ici, jusqu’au retour de la ligne.</source>
        <translation>Everything is kept here until the line is back.</translation>
    </message>
    <message numerus="yes">
        <source>Gardé ici : {n} écritures partiront au retour de la ligne.</source>
        <comment>Gardé ici : {n} écriture partira au retour de la ligne.</comment>
        <translation>
            <numerusform>Kept here: {n} entry will leave when the line is back.</numerusform>
            <numerusform>Kept here: {n} entries will leave when the line is back.</numerusform>
        </translation>
    </message>
    <message>
        <source>Envoi en cours : {done} sur {total}.</source>
        <translation>Sending: {done} of {total}.</translation>
    </message>
    <message>
        <source>Rien n’est parti depuis {day}. Clé USB, ou appel ?</source>
        <translation>Nothing has left since {day}. USB stick, or call?</translation>
    </message>
</context>
<context>
    <name>SheetWords</name>
    <message>
        <source>Feuille d’émargement</source>
        <translation>Attendance sheet</translation>
    </message>
    <message>
        <source>Prénom et nom</source>
        <translation>First name and surname</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Matin</source>
        <translation>Morning</translation>
    </message>
    <message>
        <source>Après-midi</source>
        <translation>Afternoon</translation>
    </message>
    <message>
        <source>Signature de qui anime</source>
        <translation>Signature of who holds it</translation>
    </message>
    <message>
        <source>Gardée pour prouver qui a suivi l’atelier. Vos droits : voir l’affiche de l’accueil.</source>
        <translation>Kept to prove who took part in the workshop. Your rights: see the notice at the counter.</translation>
    </message>
    <message>
        <source>Émargement, {workshop}, {day}</source>
        <translation>Attendance, {workshop}, {day}</translation>
    </message>
    <message>
        <source>Animé par {names}</source>
        <translation>Held by {names}</translation>
    </message>
    <message>
        <source>{day} {year}</source>
        <translation>{day} {year}</translation>
    </message>
</context>
<context>
    <name>SignUpWords</name>
    <message>
        <source>M’inscrire à un atelier</source>
        <translation>Register for a workshop</translation>
    </message>
    <message>
        <source>À quel atelier vous inscrire ?</source>
        <translation>Which workshop would you like to join?</translation>
    </message>
    <message>
        <source>D’autres ateliers</source>
        <translation>Other workshops</translation>
    </message>
    <message>
        <source>Non merci</source>
        <translation>No, thank you</translation>
    </message>
    <message>
        <source>Ou je suis déjà inscrit</source>
        <translation>Or I am registered already</translation>
    </message>
    <message>
        <source>Aucun atelier n’est prévu.</source>
        <translation>No workshop is planned.</translation>
    </message>
    <message>
        <source>Complet : liste d’attente</source>
        <translation>Full: waiting list</translation>
    </message>
    <message>
        <source>À quel nom vous inscrire ?</source>
        <translation>Under which name?</translation>
    </message>
    <message>
        <source>Ou montrez votre carte au lecteur.</source>
        <translation>Or show your card to the reader.</translation>
    </message>
    <message>
        <source>Prénom et nom</source>
        <translation>First name and surname</translation>
    </message>
    <message>
        <source>Téléphone (si vous voulez)</source>
        <translation>Telephone (if you like)</translation>
    </message>
    <message>
        <source>Gardé pour la liste, douze mois au plus.</source>
        <translation>Kept for the list, twelve months at most.</translation>
    </message>
    <message>
        <source>M’inscrire</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Vous êtes déjà inscrit à cet atelier.</source>
        <translation>You are registered for this workshop already.</translation>
    </message>
    <message>
        <source>Votre inscription est notée.</source>
        <translation>Your registration is noted.</translation>
    </message>
    <message>
        <source>Votre place est gardée !</source>
        <translation>Your place is kept!</translation>
    </message>
    <message>
        <source>Vous êtes en liste d’attente</source>
        <translation>You are on the waiting list</translation>
    </message>
    <message>
        <source>Nous vous appellerons si une place se libère.</source>
        <translation>We will call you if a place comes free.</translation>
    </message>
    <message>
        <source>Dites à l’accueil comment vous appeler.</source>
        <translation>Tell the counter how to call you.</translation>
    </message>
    <message>
        <source>À bientôt !</source>
        <translation>See you soon!</translation>
    </message>
    <message numerus="yes">
        <source>{n} places</source>
        <comment>{n} place</comment>
        <translation>
            <numerusform>{n} place</numerusform>
            <numerusform>{n} places</numerusform>
        </translation>
    </message>
    <message>
        <source>{day}, {hour}</source>
        <translation>{day}, {hour}</translation>
    </message>
    <message>
        <source>Il n’y a plus de place. Vous êtes numéro {n}.</source>
        <translation>There is no place left. You are number {n}.</translation>
    </message>
</context>
<context>
    <name>StaffWords</name>
    <message>
        <source>Formations, temps donné</source>
        <translation>Training, time given</translation>
    </message>
    <message>
        <source>Qui a suivi quelle formation. La coordination les note.</source>
        <translation>Who followed which training. Headquarters notes them.</translation>
    </message>
    <message>
        <source>De cette antenne</source>
        <translation>Of this antenna</translation>
    </message>
    <message>
        <source>Sur les routes</source>
        <translation>On the road</translation>
    </message>
    <message>
        <source>Des autres antennes</source>
        <translation>Of other antennas</translation>
    </message>
    <message>
        <source>Formation faite</source>
        <translation>Trained</translation>
    </message>
    <message>
        <source>Formation à compléter</source>
        <translation>Training to complete</translation>
    </message>
    <message>
        <source>Aucune formation notée</source>
        <translation>No training noted</translation>
    </message>
    <message>
        <source>L’équipe n’est pas encore connue ici.</source>
        <translation>The team is not known here yet.</translation>
    </message>
    <message>
        <source>La coordination l’envoie.</source>
        <translation>Headquarters sends it.</translation>
    </message>
    <message>
        <source>Mon temps hors permanence</source>
        <translation>My time outside openings</translation>
    </message>
    <message>
        <source>Préparer, se réunir : cela compte aussi, surtout pour les bénévoles.</source>
        <translation>Getting ready, meeting: that counts too, for volunteers above all.</translation>
    </message>
    <message>
        <source>Rien n’est noté ce mois-ci.</source>
        <translation>Nothing is noted this month.</translation>
    </message>
    <message>
        <source>Noter du temps</source>
        <translation>Note some time</translation>
    </message>
    <message>
        <source>Corriger ce temps</source>
        <translation>Correct this time</translation>
    </message>
    <message>
        <source>Quoi ?</source>
        <translation>What?</translation>
    </message>
    <message>
        <source>Jour</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Commencé à</source>
        <translation>Begun at</translation>
    </message>
    <message>
        <source>Combien de temps ?</source>
        <translation>How long?</translation>
    </message>
    <message>
        <source>Noter</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Ce temps est noté.</source>
        <translation>This time is noted.</translation>
    </message>
    <message>
        <source>C’est à la corbeille.</source>
        <translation>It is in the bin.</translation>
    </message>
    <message>
        <source>Écrivez le jour comme ceci : 24/12.</source>
        <translation>Write the day like this: 24/12.</translation>
    </message>
    <message>
        <source>Écrivez l’heure comme ceci : 14:30.</source>
        <translation>Write the time like this: 14:30.</translation>
    </message>
    <message>
        <source>Choisissez quoi.</source>
        <translation>Choose what.</translation>
    </message>
    <message>
        <source>{status}, jusqu’au {day}</source>
        <translation>{status}, until {day}</translation>
    </message>
    <message>
        <source>{status}, jusqu’au {day} : c’est passé</source>
        <translation>{status}, until {day}: that is past</translation>
    </message>
    <message>
        <source>{subject} {hours}</source>
        <translation>{subject} {hours}</translation>
    </message>
    <message>
        <source>{hours} suivies : {sessions}</source>
        <translation>{hours} followed: {sessions}</translation>
    </message>
    <message>
        <source>Ce mois-ci : {hours}</source>
        <translation>This month: {hours}</translation>
    </message>
    <message>
        <source>{day}, {start} – {end}</source>
        <translation>{day}, {start} – {end}</translation>
    </message>
</context>
<context>
    <name>StickWords</name>
    <message>
        <source>Tout est bien reçu.</source>
        <translation>All received.</translation>
    </message>
    <message>
        <source>La réponse de la coordination est prise.</source>
        <translation>The reply from headquarters is taken in.</translation>
    </message>
    <message numerus="yes">
        <source>La réponse de la coordination est prise, avec {n} écritures.</source>
        <comment>La réponse de la coordination est prise, avec {n} écriture.</comment>
        <translation>
            <numerusform>The reply from headquarters is taken in, with {n} entry.</numerusform>
            <numerusform>The reply from headquarters is taken in, with {n} entries.</numerusform>
        </translation>
    </message>
    <message>
        <source>La clé est prête. Apportez-la à la coordination.</source>
        <translation>The stick is ready. Take it to headquarters.</translation>
    </message>
    <message numerus="yes">
        <source>{n} écritures sont sur la clé. Apportez-la à la coordination.</source>
        <comment>{n} écriture est sur la clé. Apportez-la à la coordination.</comment>
        <translation>
            <numerusform>{n} entry is on the stick. Take it to headquarters.</numerusform>
            <numerusform>{n} entries are on the stick. Take it to headquarters.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tout est déjà reçu. Elle peut rapporter des nouvelles.</source>
        <translation>All is received already. It can bring news back.</translation>
    </message>
    <message numerus="yes">
        <source>{n} écritures attendent.</source>
        <comment>{n} écriture attend.</comment>
        <translation>
            <numerusform>{n} entry is waiting.</numerusform>
            <numerusform>{n} entries are waiting.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SubscriptionWords</name>
    <message>
        <source>Ce qui reste suit les jours où une place a été prise.</source>
        <translation>What is left follows the days on which a desk was taken.</translation>
    </message>
    <message>
        <source>Personne n’a d’abonnement.</source>
        <translation>Nobody has a pass.</translation>
    </message>
    <message>
        <source>Cherchez une personne pour lui en donner un.</source>
        <translation>Look for somebody to give them one.</translation>
    </message>
    <message>
        <source>Donner un abonnement</source>
        <translation>Give a pass</translation>
    </message>
    <message>
        <source>Quel abonnement ?</source>
        <translation>Which pass?</translation>
    </message>
    <message>
        <source>L’abonnement est noté.</source>
        <translation>The pass is noted.</translation>
    </message>
    <message>
        <source>Mettre à la corbeille</source>
        <translation>Put in the bin</translation>
    </message>
    <message>
        <source>L’abonnement est à la corbeille.</source>
        <translation>The pass is in the bin.</translation>
    </message>
    <message>
        <source>Tous les jours</source>
        <translation>Every day</translation>
    </message>
    <message>
        <source>Fini</source>
        <translation>Used up</translation>
    </message>
    <message numerus="yes">
        <source>Reste {n} journées</source>
        <comment>Reste {n} journée</comment>
        <translation>
            <numerusform>{n} day left</numerusform>
            <numerusform>{n} days left</numerusform>
        </translation>
    </message>
    <message>
        <source>{form}, jusqu’au {day} {year}</source>
        <translation>{form}, until {day} {year}</translation>
    </message>
</context>
<context>
    <name>WelcomeWords</name>
    <message>
        <source>Bienvenue</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>Ce poste est neuf. Trois minutes suffisent pour l’inscrire.</source>
        <translation>This PC is new. Three minutes are enough to enrol it.</translation>
    </message>
    <message>
        <source>J’ai un code</source>
        <translation>I have a code</translation>
    </message>
    <message>
        <source>Douze lettres et chiffres, donnés par la coordination</source>
        <translation>Twelve letters and figures, from headquarters</translation>
    </message>
    <message>
        <source>J’ai une clé USB</source>
        <translation>I have a USB stick</translation>
    </message>
    <message>
        <source>Avec un fichier d’inscription, sans Internet</source>
        <translation>With an enrolment file, without the Internet</translation>
    </message>
    <message>
        <source>S’exercer</source>
        <translation>Practise</translation>
    </message>
    <message>
        <source>Avec des personnes inventées, rien n’est compté</source>
        <translation>With made-up people, nothing is counted</translation>
    </message>
    <message>
        <source>Le code d’inscription</source>
        <translation>The enrolment code</translation>
    </message>
    <message>
        <source>La coordination vous a donné une adresse et un code.</source>
        <translation>Headquarters gave you an address and a code.</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>central.exemple.fr</source>
        <translation>central.example.org</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>7K2M 9XQP 4D0J</source>
        <translation>7K2M 9XQP 4D0J</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>On demande à la coordination…</source>
        <translation>Asking headquarters…</translation>
    </message>
    <message>
        <source>La clé d’inscription</source>
        <translation>The enrolment stick</translation>
    </message>
    <message>
        <source>Branchez la clé USB.</source>
        <translation>Plug in the USB stick.</translation>
    </message>
    <message>
        <source>Le fichier d’inscription est reconnu tout seul.</source>
        <translation>The enrolment file is found by itself.</translation>
    </message>
    <message>
        <source>On lit la clé…</source>
        <translation>Reading the stick…</translation>
    </message>
    <message>
        <source>Plusieurs clés sont branchées. Gardez-en une seule.</source>
        <translation>Several sticks are plugged in. Leave only one.</translation>
    </message>
    <message>
        <source>Essayez avec une autre clé, ou demandez un nouveau fichier.</source>
        <translation>Try another stick, or ask for a new file.</translation>
    </message>
    <message>
        <source>Qui ouvrira ce poste ?</source>
        <translation>Who will open this PC?</translation>
    </message>
    <message>
        <source>Votre phrase secrète</source>
        <translation>Your passphrase</translation>
    </message>
    <message>
        <source>La vôtre si vous en avez une. Sinon, quatre mots que vous retiendrez.</source>
        <translation>Yours if you have one. Otherwise, four words that you will remember.</translation>
    </message>
    <message>
        <source>Ou montrez votre badge au lecteur.</source>
        <translation>Or show your badge to the reader.</translation>
    </message>
    <message>
        <source>Terminer l’inscription</source>
        <translation>Finish enrolling</translation>
    </message>
    <message>
        <source>On prépare ce poste, quelques secondes…</source>
        <translation>Getting this PC ready, a few seconds…</translation>
    </message>
    <message>
        <source>Tapez une phrase secrète, ou montrez un badge.</source>
        <translation>Type a passphrase, or show a badge.</translation>
    </message>
    <message>
        <source>La personne que la coordination a choisie</source>
        <translation>The person whom headquarters chose</translation>
    </message>
    <message>
        <source>Ce n’est pas un badge. Montrez le vôtre, ou tapez une phrase secrète.</source>
        <translation>This is not a badge. Show yours, or type a passphrase.</translation>
    </message>
    <message>
        <source>C’est prêt.</source>
        <translation>It is ready.</translation>
    </message>
    <message>
        <source>On reçoit ce que la coordination a préparé…</source>
        <translation>Receiving what headquarters has set up…</translation>
    </message>
    <message>
        <source>Tout est reçu.</source>
        <translation>Everything has been received.</translation>
    </message>
    <message>
        <source>La ligne ne passe pas encore. Tout arrivera avec elle.</source>
        <translation>The line is not there yet. Everything will come with it.</translation>
    </message>
    <message>
        <source>Le code ne sert plus.</source>
        <translation>The code is of no more use.</translation>
    </message>
    <message>
        <source>Le fichier de la clé ne sert plus. Effacez-le.</source>
        <translation>The file on the stick is of no more use. Delete it.</translation>
    </message>
    <message>
        <source>Ouvrir la permanence</source>
        <translation>Start the opening</translation>
    </message>
    <message>
        <source>Exercice : rien n’est compté.</source>
        <translation>Practice: nothing is counted.</translation>
    </message>
    <message>
        <source>Quitter l’exercice</source>
        <translation>Leave practice</translation>
    </message>
    <message>
        <source>On prépare l’exercice…</source>
        <translation>Getting practice ready…</translation>
    </message>
    <message>
        <source>Pendant l’exercice, n’importe quelle phrase ouvre.</source>
        <translation>During practice, any passphrase opens.</translation>
    </message>
    <message>
        <source>L’exercice est terminé. Tout est effacé.</source>
        <translation>Practice is over. Everything is deleted.</translation>
    </message>
    <message>
        <source>Ce poste est celui de l’espace de {place}.</source>
        <translation>This PC belongs to the space of {place}.</translation>
    </message>
    <message>
        <source>C’est prêt, {name}.</source>
        <translation>It is ready, {name}.</translation>
    </message>
</context>
<context>
    <name>WishWords</name>
    <message>
        <source>J’aimerais un atelier</source>
        <translation>I would like a workshop</translation>
    </message>
    <message>
        <source>Quel atelier vous plairait ?</source>
        <translation>Which workshop would you like?</translation>
    </message>
    <message>
        <source>D’autres idées</source>
        <translation>Other ideas</translation>
    </message>
    <message>
        <source>Votre envie est notée, sans votre nom.</source>
        <translation>Your wish is noted, without your name.</translation>
    </message>
    <message>
        <source>Souhaitez-vous qu’on vous appelle ?</source>
        <translation>Would you like us to call you?</translation>
    </message>
    <message>
        <source>Seulement si cet atelier a lieu.</source>
        <translation>Only if this workshop takes place.</translation>
    </message>
    <message>
        <source>Oui, appelez-moi</source>
        <translation>Yes, call me</translation>
    </message>
    <message>
        <source>Qui appeler ?</source>
        <translation>Whom shall we call?</translation>
    </message>
    <message>
        <source>Votre numéro de téléphone</source>
        <translation>Your phone number</translation>
    </message>
    <message>
        <source>Exemple : 06 12 34 56 78</source>
        <translation>Example: 06 12 34 56 78</translation>
    </message>
    <message>
        <source>Écrivez votre numéro en entier.</source>
        <translation>Type your whole number.</translation>
    </message>
    <message>
        <source>Être appelé</source>
        <translation>Call me</translation>
    </message>
    <message>
        <source>C’est noté. À bientôt !</source>
        <translation>It is noted. See you soon!</translation>
    </message>
    <message>
        <source>C’était comment, aujourd’hui ?</source>
        <translation>How was it today?</translation>
    </message>
    <message>
        <source>Merci, c’est compté.</source>
        <translation>Thank you, it is counted.</translation>
    </message>
    <message>
        <source>Personne ne sait qui a répondu.</source>
        <translation>Nobody knows who answered.</translation>
    </message>
</context>
<context>
    <name>WishesWords</name>
    <message>
        <source>Envies et sourires</source>
        <translation>Wishes and smiles</translation>
    </message>
    <message>
        <source>Les ateliers souhaités, ce que disent les visiteurs</source>
        <translation>Workshops that are wished for, what visitors say</translation>
    </message>
    <message>
        <source>Une envie devient un atelier prévu. Elle ne porte le nom de personne.</source>
        <translation>A wish becomes a planned workshop. It bears nobody’s name.</translation>
    </message>
    <message>
        <source>Aucune envie pour l’instant.</source>
        <translation>No wish for the moment.</translation>
    </message>
    <message>
        <source>Les visiteurs en notent à l’accueil ; vous pouvez en ajouter ici.</source>
        <translation>Visitors note them at the counter; you can add some here.</translation>
    </message>
    <message>
        <source>Prévoir l’atelier</source>
        <translation>Plan the workshop</translation>
    </message>
    <message>
        <source>En retirer une</source>
        <translation>Take one back</translation>
    </message>
    <message>
        <source>À appeler : l’atelier est prévu</source>
        <translation>To call: the workshop is planned</translation>
    </message>
    <message>
        <source>Inscrire</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Ne vient pas</source>
        <translation>Does not come</translation>
    </message>
    <message>
        <source>L’inscription est notée.</source>
        <translation>The registration is noted.</translation>
    </message>
    <message>
        <source>Ajouter une envie</source>
        <translation>Add a wish</translation>
    </message>
    <message>
        <source>L’envie est notée.</source>
        <translation>The wish is noted.</translation>
    </message>
    <message>
        <source>L’envie est retirée.</source>
        <translation>The wish is taken back.</translation>
    </message>
    <message>
        <source>L’appel est noté.</source>
        <translation>The call is noted.</translation>
    </message>
    <message>
        <source>Sourires, depuis 30 jours</source>
        <translation>Smiles, in the last 30 days</translation>
    </message>
    <message>
        <source>Personne n’a répondu encore.</source>
        <translation>Nobody has answered yet.</translation>
    </message>
    <message numerus="yes">
        <source>{n} envies</source>
        <comment>{n} envie</comment>
        <translation>
            <numerusform>{n} wish</numerusform>
            <numerusform>{n} wishes</numerusform>
        </translation>
    </message>
    <message>
        <source>{wanted}, la dernière {day}</source>
        <translation>{wanted}, the last one {day}</translation>
    </message>
    <message>
        <source>{name}, {phone}</source>
        <translation>{name}, {phone}</translation>
    </message>
    <message numerus="yes">
        <source>{n} personnes veulent être appelées.</source>
        <comment>{n} personne veut être appelée.</comment>
        <translation>
            <numerusform>{n} person would like to be called.</numerusform>
            <numerusform>{n} people would like to be called.</numerusform>
        </translation>
    </message>
    <message>
        <source>{title}, {day}</source>
        <translation>{title}, {day}</translation>
    </message>
</context>
<context>
    <name>WorkshopWords</name>
    <message>
        <source>Présences</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>Matin</source>
        <translation>Morning</translation>
    </message>
    <message>
        <source>Après-midi</source>
        <translation>Afternoon</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>Ce que fait un geste</source>
        <translation>What a touch does</translation>
    </message>
    <message>
        <source>Feuille d’émargement</source>
        <translation>Attendance sheet</translation>
    </message>
    <message>
        <source>A signé</source>
        <translation>Has signed</translation>
    </message>
    <message>
        <source>À signer</source>
        <translation>To sign</translation>
    </message>
    <message>
        <source>À appeler</source>
        <translation>To be called</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Toute la série</source>
        <translation>The whole series</translation>
    </message>
    <message>
        <source>Une place est libre</source>
        <translation>A place is free</translation>
    </message>
    <message>
        <source>Vient</source>
        <translation>Comes</translation>
    </message>
    <message>
        <source>Ne vient plus</source>
        <translation>Does not come</translation>
    </message>
    <message>
        <source>Pas joint</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>Sans numéro</source>
        <translation>No number</translation>
    </message>
    <message>
        <source>La place est donnée.</source>
        <translation>The place is given.</translation>
    </message>
    <message>
        <source>L’inscription est retirée.</source>
        <translation>The registration is withdrawn.</translation>
    </message>
    <message>
        <source>Signez ici avec le doigt</source>
        <translation>Sign here with your finger</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>Erase</translation>
    </message>
    <message>
        <source>J’ai signé</source>
        <translation>I have signed</translation>
    </message>
    <message>
        <source>La signature est gardée.</source>
        <translation>The signature is kept.</translation>
    </message>
    <message>
        <source>Signez d’abord dans le cadre.</source>
        <translation>Sign in the frame first.</translation>
    </message>
    <message>
        <source>Niveau</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Où</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Quel lieu</source>
        <translation>Which place</translation>
    </message>
    <message>
        <source>L’école de Sahune</source>
        <translation>The school of Sahune</translation>
    </message>
    <message>
        <source>Ailleurs</source>
        <translation>Elsewhere</translation>
    </message>
    <message>
        <source>Avec qui</source>
        <translation>With whom</translation>
    </message>
    <message>
        <source>Combien de fois</source>
        <translation>How many times</translation>
    </message>
    <message>
        <source>Une fois</source>
        <translation>Once</translation>
    </message>
    <message>
        <source>Chaque semaine</source>
        <translation>Every week</translation>
    </message>
    <message>
        <source>Tous les 15 jours</source>
        <translation>Every two weeks</translation>
    </message>
    <message>
        <source>Toutes les 4 semaines</source>
        <translation>Every four weeks</translation>
    </message>
    <message>
        <source>Séances</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Pas pendant les vacances</source>
        <translation>Not in the school holidays</translation>
    </message>
    <message>
        <source>L’essentiel</source>
        <translation>The essential</translation>
    </message>
    <message>
        <source>Plus de détails</source>
        <translation>More details</translation>
    </message>
    <message>
        <source>Partie du formulaire</source>
        <translation>Part of the form</translation>
    </message>
    <message>
        <source>Prévoir quand même</source>
        <translation>Plan it all the same</translation>
    </message>
    <message>
        <source>Enregistrer quand même</source>
        <translation>Save all the same</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Corriger l’atelier</source>
        <translation>Correct the workshop</translation>
    </message>
    <message>
        <source>L’atelier est corrigé.</source>
        <translation>The workshop is corrected.</translation>
    </message>
    <message>
        <source>Ce que l’on corrige</source>
        <translation>What is corrected</translation>
    </message>
    <message>
        <source>Cette séance</source>
        <translation>This session</translation>
    </message>
    <message>
        <source>Et les suivantes</source>
        <translation>And those after it</translation>
    </message>
    <message>
        <source>Il faut quelqu’un pour l’animer.</source>
        <translation>Somebody must hold it.</translation>
    </message>
    <message>
        <source>Annuler celle-ci et la suite</source>
        <translation>Call off this one and the rest</translation>
    </message>
    <message>
        <source>À venir</source>
        <translation>To come</translation>
    </message>
    <message>
        <source>Passés</source>
        <translation>Past</translation>
    </message>
    <message>
        <source>À venir ou passés</source>
        <translation>To come or past</translation>
    </message>
    <message>
        <source>Aucun atelier n’a eu lieu depuis trois mois.</source>
        <translation>No workshop was held in the last three months.</translation>
    </message>
    <message>
        <source>Un atelier reste ici après sa fin.</source>
        <translation>A workshop stays here after its end.</translation>
    </message>
    <message>
        <source>À prévenir</source>
        <translation>To be told</translation>
    </message>
    <message>
        <source>Touchez la personne quand vous l’avez prévenue.</source>
        <translation>Touch the person once you have told them.</translation>
    </message>
    <message>
        <source>Tout le monde est prévenu.</source>
        <translation>Everybody was told.</translation>
    </message>
    <message>
        <source>Rien d’autre à faire.</source>
        <translation>Nothing else to do.</translation>
    </message>
    <message>
        <source>La personne est prévenue.</source>
        <translation>The person was told.</translation>
    </message>
    <message>
        <source>Refaire</source>
        <translation>Do it again</translation>
    </message>
    <message>
        <source>Annuler l’atelier</source>
        <translation>Call the workshop off</translation>
    </message>
    <message>
        <source>Annuler cet atelier ?</source>
        <translation>Call this workshop off?</translation>
    </message>
    <message>
        <source>Annuler cette séance et les suivantes ?</source>
        <translation>Call off this session and those after it?</translation>
    </message>
    <message>
        <source>Les inscrits seront marqués « annulé par nous ». Prévenez-les.</source>
        <translation>Those registered will be marked “cancelled by us”. Tell them.</translation>
    </message>
    <message>
        <source>Garder</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Compter une classe</source>
        <translation>Count a class</translation>
    </message>
    <message>
        <source>Le groupe participe.</source>
        <translation>The group takes part.</translation>
    </message>
    <message>
        <source>Le groupe ne participe plus.</source>
        <translation>The group takes no part any more.</translation>
    </message>
    <message>
        <source>L’atelier est annulé.</source>
        <translation>The workshop is called off.</translation>
    </message>
    <message>
        <source>Programme : {names}</source>
        <translation>Programme: {names}</translation>
    </message>
    <message>
        <source>{title}, {when} : annulé</source>
        <translation>{title}, {when}: called off</translation>
    </message>
    <message>
        <source>{title} : déplacé au {when}</source>
        <translation>{title}: moved to {when}</translation>
    </message>
    <message numerus="yes">
        <source>{n} personnes à prévenir</source>
        <comment>{n} personne à prévenir</comment>
        <translation>
            <numerusform>{n} person to tell</numerusform>
            <numerusform>{n} people to tell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} personnes de trop pour les places.</source>
        <comment>{n} personne de trop pour les places.</comment>
        <translation>
            <numerusform>{n} person too many for the places.</numerusform>
            <numerusform>{n} people too many for the places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} personnes à appeler</source>
        <comment>{n} personne à appeler</comment>
        <translation>
            <numerusform>{n} person to call</numerusform>
            <numerusform>{n} people to call</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>codes</name>
    <message>
        <source>Faire une démarche administrative</source>
        <translation>Do some official paperwork</translation>
    </message>
    <message>
        <source>Démarche</source>
        <translation>Paperwork</translation>
    </message>
    <message>
        <source>Débuter avec un ordinateur, une tablette, un téléphone</source>
        <translation>Get started with a computer, a tablet, a phone</translation>
    </message>
    <message>
        <source>Débuter</source>
        <translation>Get started</translation>
    </message>
    <message>
        <source>Écrire et recevoir des e-mails</source>
        <translation>Write and receive e-mails</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Chercher et naviguer sur Internet</source>
        <translation>Search and browse the Internet</translation>
    </message>
    <message>
        <source>Internet</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>Gérer sa santé en ligne</source>
        <translation>Look after one’s health online</translation>
    </message>
    <message>
        <source>Santé</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>Chercher un emploi ou une formation</source>
        <translation>Look for a job or training</translation>
    </message>
    <message>
        <source>Emploi</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Gérer sa banque et acheter en ligne</source>
        <translation>Bank and buy online</translation>
    </message>
    <message>
        <source>Banque, achats</source>
        <translation>Bank, shopping</translation>
    </message>
    <message>
        <source>Écrire un texte, faire un tableau</source>
        <translation>Write a text, make a table</translation>
    </message>
    <message>
        <source>Texte, tableau</source>
        <translation>Text, table</translation>
    </message>
    <message>
        <source>Garder le contact : messages, appels vidéo, réseaux</source>
        <translation>Keep in touch: messages, video calls, networks</translation>
    </message>
    <message>
        <source>Messages, vidéo</source>
        <translation>Messages, video</translation>
    </message>
    <message>
        <source>Ranger ses photos et ses documents</source>
        <translation>Sort one’s photos and documents</translation>
    </message>
    <message>
        <source>Photos, fichiers</source>
        <translation>Photos, files</translation>
    </message>
    <message>
        <source>Installer, mettre à jour, dépanner un appareil</source>
        <translation>Install, update or mend a device</translation>
    </message>
    <message>
        <source>Dépannage</source>
        <translation>Mending</translation>
    </message>
    <message>
        <source>Éviter les pièges et les arnaques</source>
        <translation>Avoid traps and scams</translation>
    </message>
    <message>
        <source>Sécurité</source>
        <translation>Safety</translation>
    </message>
    <message>
        <source>Apprendre à l’école avec le numérique</source>
        <translation>Learn at school with digital tools</translation>
    </message>
    <message>
        <source>École</source>
        <translation>School</translation>
    </message>
    <message>
        <source>Accompagner ses enfants face aux écrans</source>
        <translation>Guide one’s children with screens</translation>
    </message>
    <message>
        <source>Parents</source>
        <translation>Parents</translation>
    </message>
    <message>
        <source>Créer : photo, vidéo, site, objet</source>
        <translation>Create: photo, video, site, object</translation>
    </message>
    <message>
        <source>Créer</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>Comprendre le monde numérique</source>
        <translation>Understand the digital world</translation>
    </message>
    <message>
        <source>Comprendre</source>
        <translation>Understand</translation>
    </message>
    <message>
        <source>Découvrir l’intelligence artificielle</source>
        <translation>Discover artificial intelligence</translation>
    </message>
    <message>
        <source>IA</source>
        <translation>AI</translation>
    </message>
    <message>
        <source>Aider une entreprise ou une exploitation</source>
        <translation>Help a business or a farm</translation>
    </message>
    <message>
        <source>Entreprise</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>Faire le point sur ce que l’on sait faire</source>
        <translation>Take stock of what one can do</translation>
    </message>
    <message>
        <source>Faire le point</source>
        <translation>Take stock</translation>
    </message>
    <message>
        <source>Papiers, élections, vie citoyenne</source>
        <translation>Papers, elections, civic life</translation>
    </message>
    <message>
        <source>Papiers</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Famille et école</source>
        <translation>Family and school</translation>
    </message>
    <message>
        <source>Famille</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>Santé et aides sociales</source>
        <translation>Health and social benefits</translation>
    </message>
    <message>
        <source>Santé, aides</source>
        <translation>Health, benefits</translation>
    </message>
    <message>
        <source>Travail, formation, retraite</source>
        <translation>Work, training, retirement</translation>
    </message>
    <message>
        <source>Travail, retraite</source>
        <translation>Work, pension</translation>
    </message>
    <message>
        <source>Logement et énergie</source>
        <translation>Housing and energy</translation>
    </message>
    <message>
        <source>Logement</source>
        <translation>Housing</translation>
    </message>
    <message>
        <source>Voiture, permis, transports</source>
        <translation>Car, licence, transport</translation>
    </message>
    <message>
        <source>Transports</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Argent et impôts</source>
        <translation>Money and taxes</translation>
    </message>
    <message>
        <source>Impôts</source>
        <translation>Taxes</translation>
    </message>
    <message>
        <source>Justice et accès au droit</source>
        <translation>Justice and legal advice</translation>
    </message>
    <message>
        <source>Justice</source>
        <translation>Justice</translation>
    </message>
    <message>
        <source>Étrangers en France, Europe</source>
        <translation>Foreigners in France, Europe</translation>
    </message>
    <message>
        <source>Étrangers, Europe</source>
        <translation>Foreigners, Europe</translation>
    </message>
    <message>
        <source>Loisirs, sports, culture</source>
        <translation>Leisure, sports, culture</translation>
    </message>
    <message>
        <source>Loisirs</source>
        <translation>Leisure</translation>
    </message>
    <message>
        <source>Vie des associations</source>
        <translation>Running an association</translation>
    </message>
    <message>
        <source>Associations</source>
        <translation>Associations</translation>
    </message>
    <message>
        <source>Pôle emploi</source>
        <translation>Pôle emploi (job centre)</translation>
    </message>
    <message>
        <source>France Travail</source>
        <translation>France Travail</translation>
    </message>
    <message>
        <source>Caisse d’allocations familiales</source>
        <translation>Family benefits office (CAF)</translation>
    </message>
    <message>
        <source>CAF</source>
        <translation>CAF</translation>
    </message>
    <message>
        <source>Impôts (finances publiques)</source>
        <translation>Taxes (public finances)</translation>
    </message>
    <message>
        <source>Assurance maladie</source>
        <translation>Health insurance</translation>
    </message>
    <message>
        <source>Sécu, Ameli</source>
        <translation>Sécu, Ameli</translation>
    </message>
    <message>
        <source>Assurance retraite</source>
        <translation>Pension insurance</translation>
    </message>
    <message>
        <source>Retraite</source>
        <translation>Pension</translation>
    </message>
    <message>
        <source>Mutualité sociale agricole</source>
        <translation>Farmers’ social insurance (MSA)</translation>
    </message>
    <message>
        <source>MSA</source>
        <translation>MSA</translation>
    </message>
    <message>
        <source>Titres sécurisés (ANTS)</source>
        <translation>Identity papers (ANTS)</translation>
    </message>
    <message>
        <source>ANTS</source>
        <translation>ANTS</translation>
    </message>
    <message>
        <source>France Titres : carte d’identité, permis, carte grise</source>
        <translation>France Titres: identity card, licence, car papers</translation>
    </message>
    <message>
        <source>France Titres</source>
        <translation>France Titres</translation>
    </message>
    <message>
        <source>La Poste</source>
        <translation>La Poste</translation>
    </message>
    <message>
        <source>EDF</source>
        <translation>EDF</translation>
    </message>
    <message>
        <source>Banque</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>Information sur le logement (ADIL)</source>
        <translation>Housing advice (ADIL)</translation>
    </message>
    <message>
        <source>ADIL</source>
        <translation>ADIL</translation>
    </message>
    <message>
        <source>Mairie, intercommunalité</source>
        <translation>Town hall, group of communes</translation>
    </message>
    <message>
        <source>Mairie</source>
        <translation>Town hall</translation>
    </message>
    <message>
        <source>Département : aide sociale, handicap</source>
        <translation>Département: social benefits, disability</translation>
    </message>
    <message>
        <source>Département</source>
        <translation>Département</translation>
    </message>
    <message>
        <source>Mission locale</source>
        <translation>Mission locale</translation>
    </message>
    <message>
        <source>Justice, accès au droit</source>
        <translation>Justice, legal advice</translation>
    </message>
    <message>
        <source>Retraite complémentaire (Agirc-Arrco)</source>
        <translation>Supplementary pension (Agirc-Arrco)</translation>
    </message>
    <message>
        <source>Agirc-Arrco</source>
        <translation>Agirc-Arrco</translation>
    </message>
    <message>
        <source>Urssaf</source>
        <translation>Urssaf</translation>
    </message>
    <message>
        <source>France Rénov’ : travaux du logement</source>
        <translation>France Rénov’: home renovation</translation>
    </message>
    <message>
        <source>France Rénov’</source>
        <translation>France Rénov’</translation>
    </message>
    <message>
        <source>Chèque énergie</source>
        <translation>Energy voucher</translation>
    </message>
    <message>
        <source>Chambres : agriculture, commerce, métiers</source>
        <translation>Chambers: farming, trade, crafts</translation>
    </message>
    <message>
        <source>Chambres</source>
        <translation>Chambers</translation>
    </message>
    <message>
        <source>Réseau de gaz (GRDF)</source>
        <translation>Gas network (GRDF)</translation>
    </message>
    <message>
        <source>GRDF</source>
        <translation>GRDF</translation>
    </message>
    <message>
        <source>Régime social des indépendants</source>
        <translation>Self-employed social insurance (RSI)</translation>
    </message>
    <message>
        <source>RSI</source>
        <translation>RSI</translation>
    </message>
    <message>
        <source>Autre organisme</source>
        <translation>Another service</translation>
    </message>
    <message>
        <source>Autre</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Moins de 12 ans</source>
        <translation>Under 12</translation>
    </message>
    <message>
        <source>12 à 17 ans</source>
        <translation>12 to 17</translation>
    </message>
    <message>
        <source>18 à 24 ans</source>
        <translation>18 to 24</translation>
    </message>
    <message>
        <source>25 à 39 ans</source>
        <translation>25 to 39</translation>
    </message>
    <message>
        <source>40 à 59 ans</source>
        <translation>40 to 59</translation>
    </message>
    <message>
        <source>60 à 69 ans</source>
        <translation>60 to 69</translation>
    </message>
    <message>
        <source>70 ans et plus</source>
        <translation>70 and over</translation>
    </message>
    <message>
        <source>Âge non précisé</source>
        <translation>Age not stated</translation>
    </message>
    <message>
        <source>Femme</source>
        <translation>Woman</translation>
    </message>
    <message>
        <source>Homme</source>
        <translation>Man</translation>
    </message>
    <message>
        <source>Non précisé</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>À l’école, en études</source>
        <translation>At school, studying</translation>
    </message>
    <message>
        <source>Sans emploi</source>
        <translation>Without a job</translation>
    </message>
    <message>
        <source>En emploi</source>
        <translation>In work</translation>
    </message>
    <message>
        <source>À la retraite</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>Ordinateur</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Tablette</source>
        <translation>Tablet</translation>
    </message>
    <message>
        <source>Autre appareil</source>
        <translation>Another device</translation>
    </message>
    <message>
        <source>Sans appareil</source>
        <translation>No device</translation>
    </message>
    <message>
        <source>A besoin d’être guidé</source>
        <translation>Needs to be guided</translation>
    </message>
    <message>
        <source>Se débrouille avec un peu d’aide</source>
        <translation>Manages with a little help</translation>
    </message>
    <message>
        <source>Se débrouille seul</source>
        <translation>Manages alone</translation>
    </message>
    <message>
        <source>Ici, à l’antenne</source>
        <translation>Here, at the antenna</translation>
    </message>
    <message>
        <source>Chez la personne</source>
        <translation>At the person’s home</translation>
    </message>
    <message>
        <source>Par téléphone ou en vidéo</source>
        <translation>By phone or video</translation>
    </message>
    <message>
        <source>Ailleurs</source>
        <translation>Elsewhere</translation>
    </message>
    <message>
        <source>Pour débuter</source>
        <translation>To get started</translation>
    </message>
    <message>
        <source>Pour continuer</source>
        <translation>To go on</translation>
    </message>
    <message>
        <source>Pour aller loin</source>
        <translation>To go far</translation>
    </message>
    <message>
        <source>Administration : mairie, préfecture</source>
        <translation>Public office: town hall, prefecture</translation>
    </message>
    <message>
        <source>Autre lieu d’aide numérique</source>
        <translation>Another place for digital help</translation>
    </message>
    <message>
        <source>Organisme chargé de la démarche</source>
        <translation>Service in charge of the paperwork</translation>
    </message>
    <message>
        <source>Aide sociale : centre médico-social, centre social</source>
        <translation>Social help: health or social centre</translation>
    </message>
    <message>
        <source>Emploi : France Travail, mission locale, chambres</source>
        <translation>Job: France Travail, mission locale, chambers</translation>
    </message>
    <message>
        <source>Aide aux démarches : France Services</source>
        <translation>Help with paperwork: France Services</translation>
    </message>
    <message>
        <source>Mandat d’un jour</source>
        <translation>Mandate of one day</translation>
    </message>
    <message>
        <source>Un jour</source>
        <translation>One day</translation>
    </message>
    <message>
        <source>Mandat d’un mois</source>
        <translation>Mandate of one month</translation>
    </message>
    <message>
        <source>Un mois</source>
        <translation>One month</translation>
    </message>
    <message>
        <source>Mandat de six mois</source>
        <translation>Mandate of six months</translation>
    </message>
    <message>
        <source>Six mois</source>
        <translation>Six months</translation>
    </message>
    <message>
        <source>Mandat d’un an</source>
        <translation>Mandate of one year</translation>
    </message>
    <message>
        <source>Un an</source>
        <translation>One year</translation>
    </message>
    <message>
        <source>À renseigner</source>
        <translation>To be noted</translation>
    </message>
    <message>
        <source>Présent</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Excusé</source>
        <translation>Excused</translation>
    </message>
    <message>
        <source>Annulé par nous</source>
        <translation>Cancelled by us</translation>
    </message>
    <message>
        <source>Une démarche, un papier à faire</source>
        <translation>Some paperwork</translation>
    </message>
    <message>
        <source>De l’aide avec le numérique</source>
        <translation>Help with computers or phones</translation>
    </message>
    <message>
        <source>Aide numérique</source>
        <translation>Digital help</translation>
    </message>
    <message>
        <source>Un atelier</source>
        <translation>A workshop</translation>
    </message>
    <message>
        <source>Atelier</source>
        <translation>Workshop</translation>
    </message>
    <message>
        <source>Un ordinateur, une place pour travailler</source>
        <translation>A computer, a desk</translation>
    </message>
    <message>
        <source>Un objet à réparer</source>
        <translation>Something to repair</translation>
    </message>
    <message>
        <source>Réparation</source>
        <translation>Repair</translation>
    </message>
    <message>
        <source>Autre chose</source>
        <translation>Something else</translation>
    </message>
    <message>
        <source>École maternelle</source>
        <translation>Nursery school</translation>
    </message>
    <message>
        <source>Maternelle</source>
        <translation>Nursery</translation>
    </message>
    <message>
        <source>École élémentaire</source>
        <translation>Primary school</translation>
    </message>
    <message>
        <source>Élémentaire</source>
        <translation>Primary</translation>
    </message>
    <message>
        <source>Collège</source>
        <translation>Middle school</translation>
    </message>
    <message>
        <source>Lycée</source>
        <translation>High school</translation>
    </message>
    <message>
        <source>Adultes</source>
        <translation>Adults</translation>
    </message>
    <message>
        <source>Tous les âges</source>
        <translation>All ages</translation>
    </message>
    <message>
        <source>Avec un adulte</source>
        <translation>With an adult</translation>
    </message>
    <message>
        <source>Seul</source>
        <translation>Alone</translation>
    </message>
    <message>
        <source>Asoft</source>
        <translation>Asoft</translation>
    </message>
    <message>
        <source>Aventic</source>
        <translation>Aventic</translation>
    </message>
    <message>
        <source>Salarié</source>
        <translation>Employed</translation>
    </message>
    <message>
        <source>Bénévole</source>
        <translation>Volunteer</translation>
    </message>
    <message>
        <source>Mis à disposition par le Département</source>
        <translation>Lent by the Département</translation>
    </message>
    <message>
        <source>Siège</source>
        <translation>Seat</translation>
    </message>
    <message>
        <source>Antenne de village</source>
        <translation>Village antenna</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Cat</translation>
    </message>
    <message>
        <source>Chien</source>
        <translation>Dog</translation>
    </message>
    <message>
        <source>Oiseau</source>
        <translation>Bird</translation>
    </message>
    <message>
        <source>Poisson</source>
        <translation>Fish</translation>
    </message>
    <message>
        <source>Lapin</source>
        <translation>Rabbit</translation>
    </message>
    <message>
        <source>Escargot</source>
        <translation>Snail</translation>
    </message>
    <message>
        <source>Pomme</source>
        <translation>Apple</translation>
    </message>
    <message>
        <source>Cerise</source>
        <translation>Cherry</translation>
    </message>
    <message>
        <source>Raisin</source>
        <translation>Grapes</translation>
    </message>
    <message>
        <source>Carotte</source>
        <translation>Carrot</translation>
    </message>
    <message>
        <source>Banane</source>
        <translation>Banana</translation>
    </message>
    <message>
        <source>Croissant</source>
        <translation>Croissant</translation>
    </message>
    <message>
        <source>Parapluie</source>
        <translation>Umbrella</translation>
    </message>
    <message>
        <source>Vélo</source>
        <translation>Bicycle</translation>
    </message>
    <message>
        <source>Lunettes</source>
        <translation>Glasses</translation>
    </message>
    <message>
        <source>Ciseaux</source>
        <translation>Scissors</translation>
    </message>
    <message>
        <source>Ancre</source>
        <translation>Anchor</translation>
    </message>
    <message>
        <source>Guitare</source>
        <translation>Guitar</translation>
    </message>
    <message>
        <source>Salle communale</source>
        <translation>Village hall</translation>
    </message>
    <message>
        <source>Bibliothèque</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>Café de pays</source>
        <translation>Village café</translation>
    </message>
    <message>
        <source>Maison des services</source>
        <translation>Service centre</translation>
    </message>
    <message>
        <source>Autre local</source>
        <translation>Another room</translation>
    </message>
    <message>
        <source>Moins de 500 habitants</source>
        <translation>Fewer than 500 people</translation>
    </message>
    <message>
        <source>500 à 999 habitants</source>
        <translation>500 to 999 people</translation>
    </message>
    <message>
        <source>1 000 à 2 499 habitants</source>
        <translation>1,000 to 2,499 people</translation>
    </message>
    <message>
        <source>2 500 habitants et plus</source>
        <translation>2,500 people and more</translation>
    </message>
    <message>
        <source>Horaires de saison</source>
        <translation>Seasonal hours</translation>
    </message>
    <message>
        <source>Saison</source>
        <translation>Season</translation>
    </message>
    <message>
        <source>Congés</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Formation</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Travaux</source>
        <translation>Building works</translation>
    </message>
    <message>
        <source>Neige, route coupée</source>
        <translation>Snow, road closed</translation>
    </message>
    <message>
        <source>Neige, route</source>
        <translation>Snow, road</translation>
    </message>
    <message>
        <source>Imprévu</source>
        <translation>Something unforeseen</translation>
    </message>
    <message>
        <source>Ouverture exceptionnelle</source>
        <translation>Exceptional opening</translation>
    </message>
    <message>
        <source>Ouverture</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>Nouveaux horaires habituels</source>
        <translation>New usual hours</translation>
    </message>
    <message>
        <source>Habituels</source>
        <translation>Usual</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Intercommunalité</source>
        <translation>Group of communes</translation>
    </message>
    <message>
        <source>Région</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Parc naturel régional</source>
        <translation>Regional nature park</translation>
    </message>
    <message>
        <source>Opérateur de service public</source>
        <translation>Public service operator</translation>
    </message>
    <message>
        <source>Association</source>
        <translation>Association</translation>
    </message>
    <message>
        <source>Entreprise, fondation</source>
        <translation>Company, foundation</translation>
    </message>
    <message>
        <source>Prête le local</source>
        <translation>Lends the room</translation>
    </message>
    <message>
        <source>Labellise</source>
        <translation>Gives its label</translation>
    </message>
    <message>
        <source>Aide l’investissement</source>
        <translation>Helps to invest</translation>
    </message>
    <message>
        <source>Aide le fonctionnement</source>
        <translation>Helps with running costs</translation>
    </message>
    <message>
        <source>Met une personne à disposition</source>
        <translation>Lends somebody</translation>
    </message>
    <message>
        <source>Prête du matériel</source>
        <translation>Lends equipment</translation>
    </message>
    <message>
        <source>Partenaire</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Maison de services au public</source>
        <translation>Maison de services au public</translation>
    </message>
    <message>
        <source>MSAP</source>
        <translation>MSAP</translation>
    </message>
    <message>
        <source>France Services</source>
        <translation>France Services</translation>
    </message>
    <message>
        <source>Aidants Connect</source>
        <translation>Aidants Connect</translation>
    </message>
    <message>
        <source>Tiers-lieu</source>
        <translation>Third place</translation>
    </message>
    <message>
        <source>Place de coworking</source>
        <translation>Coworking place</translation>
    </message>
    <message>
        <source>Coworking</source>
        <translation>Coworking</translation>
    </message>
    <message>
        <source>Ordinateur en libre-service</source>
        <translation>Self-service computer</translation>
    </message>
    <message>
        <source>Salle</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>Machine de fablab</source>
        <translation>Fablab machine</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>Handicaps moteurs</source>
        <translation>Reduced mobility</translation>
    </message>
    <message>
        <source>Déficience visuelle</source>
        <translation>Visual impairment</translation>
    </message>
    <message>
        <source>Surdité</source>
        <translation>Deafness</translation>
    </message>
    <message>
        <source>Handicaps mentaux</source>
        <translation>Learning disabilities</translation>
    </message>
    <message>
        <source>Illettrisme</source>
        <translation>Reading difficulties</translation>
    </message>
    <message>
        <source>Langues étrangères (anglais)</source>
        <translation>Foreign languages (English)</translation>
    </message>
    <message>
        <source>Langues étrangères (autres)</source>
        <translation>Foreign languages (others)</translation>
    </message>
    <message>
        <source>Jeunes</source>
        <translation>Young people</translation>
    </message>
    <message>
        <source>Étudiants</source>
        <translation>Students</translation>
    </message>
    <message>
        <source>Familles et/ou enfants</source>
        <translation>Families and children</translation>
    </message>
    <message>
        <source>Seniors</source>
        <translation>Older people</translation>
    </message>
    <message>
        <source>Femmes</source>
        <translation>Women</translation>
    </message>
    <message>
        <source>Gratuit</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Gratuit sous condition</source>
        <translation>Free on conditions</translation>
    </message>
    <message>
        <source>Payant</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Accompagner vers le numérique</source>
        <translation>Guiding people to digital tools</translation>
    </message>
    <message>
        <source>Les démarches en ligne</source>
        <translation>Paperwork online</translation>
    </message>
    <message>
        <source>Protéger les données et les personnes</source>
        <translation>Protecting data and people</translation>
    </message>
    <message>
        <source>Accueillir et écouter</source>
        <translation>Welcoming and listening</translation>
    </message>
    <message>
        <source>Animer un atelier</source>
        <translation>Holding a workshop</translation>
    </message>
    <message>
        <source>Utiliser le kiosque</source>
        <translation>Using the kiosk</translation>
    </message>
    <message>
        <source>Autre formation</source>
        <translation>Another training</translation>
    </message>
    <message>
        <source>Préparer une permanence, un atelier</source>
        <translation>Preparing an opening, a workshop</translation>
    </message>
    <message>
        <source>Préparation</source>
        <translation>Preparation</translation>
    </message>
    <message>
        <source>Réunion</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>Faire connaître l’antenne</source>
        <translation>Making the antenna known</translation>
    </message>
    <message>
        <source>Faire connaître</source>
        <translation>Making known</translation>
    </message>
    <message>
        <source>Ranger, entretenir le matériel</source>
        <translation>Tidying, looking after equipment</translation>
    </message>
    <message>
        <source>Rangement, matériel</source>
        <translation>Tidying, equipment</translation>
    </message>
    <message>
        <source>Déplacement</source>
        <translation>Travel</translation>
    </message>
    <message>
        <source>Agricultrices et agriculteurs</source>
        <translation>Farmers</translation>
    </message>
    <message>
        <source>Agriculture</source>
        <translation>Farming</translation>
    </message>
    <message>
        <source>Petites entreprises du tourisme</source>
        <translation>Small tourism businesses</translation>
    </message>
    <message>
        <source>Tourisme</source>
        <translation>Tourism</translation>
    </message>
    <message>
        <source>Personnes en recherche d’emploi</source>
        <translation>Job seekers</translation>
    </message>
    <message>
        <source>Tout le monde</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>Espaces ouverts</source>
        <translation>Open spaces</translation>
    </message>
    <message>
        <source>Animateurs et animatrices formés</source>
        <translation>Trained animators</translation>
    </message>
    <message>
        <source>Foyers</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>Personnes</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Interventions dans l’année</source>
        <translation>Interventions in a year</translation>
    </message>
    <message>
        <source>Programmes pour des publics</source>
        <translation>Programmes for key publics</translation>
    </message>
    <message>
        <source>Espaces de coworking</source>
        <translation>Coworking spaces</translation>
    </message>
    <message>
        <source>Lieux de pratique partagée</source>
        <translation>Places of shared practice</translation>
    </message>
    <message>
        <source>Antennes à leur plancher d’heures</source>
        <translation>Antennas at their floor of hours</translation>
    </message>
    <message>
        <source>Exploitation agricole</source>
        <translation>Farm</translation>
    </message>
    <message>
        <source>Tourisme : gîte, table, loisirs</source>
        <translation>Tourism: lodging, meals, leisure</translation>
    </message>
    <message>
        <source>Micro-entreprise : commerce, artisanat, services</source>
        <translation>Small business: shop, craft, services</translation>
    </message>
    <message>
        <source>Micro-entreprise</source>
        <translation>Small business</translation>
    </message>
    <message>
        <source>Carnet de 10 journées</source>
        <translation>Card of 10 days</translation>
    </message>
    <message>
        <source>10 journées</source>
        <translation>10 days</translation>
    </message>
    <message>
        <source>Abonnement d’un mois</source>
        <translation>Pass for a month</translation>
    </message>
    <message>
        <source>Abonnement d’un an</source>
        <translation>Pass for a year</translation>
    </message>
    <message>
        <source>Grille-pain</source>
        <translation>Toaster</translation>
    </message>
    <message>
        <source>Cafetière, machine à café</source>
        <translation>Coffee maker</translation>
    </message>
    <message>
        <source>Cafetière</source>
        <translation>Coffee maker</translation>
    </message>
    <message>
        <source>Lampe</source>
        <translation>Lamp</translation>
    </message>
    <message>
        <source>Aspirateur</source>
        <translation>Vacuum cleaner</translation>
    </message>
    <message>
        <source>Ordinateur portable</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>Portable</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>Vêtement, tissu</source>
        <translation>Clothing, fabric</translation>
    </message>
    <message>
        <source>Vêtement</source>
        <translation>Clothing</translation>
    </message>
    <message>
        <source>Bouilloire</source>
        <translation>Kettle</translation>
    </message>
    <message>
        <source>Robot de cuisine, mixeur</source>
        <translation>Food processor, mixer</translation>
    </message>
    <message>
        <source>Robot, mixeur</source>
        <translation>Food processor</translation>
    </message>
    <message>
        <source>Petit appareil de cuisine</source>
        <translation>Small kitchen item</translation>
    </message>
    <message>
        <source>Petite cuisine</source>
        <translation>Small kitchen</translation>
    </message>
    <message>
        <source>Fer à repasser</source>
        <translation>Iron</translation>
    </message>
    <message>
        <source>Fer</source>
        <translation>Iron</translation>
    </message>
    <message>
        <source>Machine à coudre</source>
        <translation>Sewing machine</translation>
    </message>
    <message>
        <source>Sèche-cheveux</source>
        <translation>Hair dryer</translation>
    </message>
    <message>
        <source>Coiffure et beauté</source>
        <translation>Hair and beauty</translation>
    </message>
    <message>
        <source>Ventilateur</source>
        <translation>Fan</translation>
    </message>
    <message>
        <source>Climatiseur, déshumidificateur</source>
        <translation>Aircon, dehumidifier</translation>
    </message>
    <message>
        <source>Climatiseur</source>
        <translation>Aircon</translation>
    </message>
    <message>
        <source>Outil électrique</source>
        <translation>Power tool</translation>
    </message>
    <message>
        <source>Petit appareil électrique</source>
        <translation>Small home electrical</translation>
    </message>
    <message>
        <source>Petit appareil</source>
        <translation>Small electrical</translation>
    </message>
    <message>
        <source>Gros appareil électrique</source>
        <translation>Large home electrical</translation>
    </message>
    <message>
        <source>Gros appareil</source>
        <translation>Large electrical</translation>
    </message>
    <message>
        <source>Téléphone mobile</source>
        <translation>Mobile phone</translation>
    </message>
    <message>
        <source>Ordinateur fixe</source>
        <translation>Desktop computer</translation>
    </message>
    <message>
        <source>Accessoire d’ordinateur</source>
        <translation>Computer accessory</translation>
    </message>
    <message>
        <source>Accessoire</source>
        <translation>Accessory</translation>
    </message>
    <message>
        <source>Imprimante, scanner</source>
        <translation>Printer, scanner</translation>
    </message>
    <message>
        <source>Imprimante</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Écran plat, téléviseur</source>
        <translation>Flat screen, television</translation>
    </message>
    <message>
        <source>Écran</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>Accessoire de télévision ou de jeu</source>
        <translation>TV or gaming accessory</translation>
    </message>
    <message>
        <source>Accessoire télé</source>
        <translation>TV accessory</translation>
    </message>
    <message>
        <source>Console de jeux</source>
        <translation>Games console</translation>
    </message>
    <message>
        <source>Baladeur, jeu de poche</source>
        <translation>Music player, pocket game</translation>
    </message>
    <message>
        <source>Casque, écouteurs</source>
        <translation>Headphones</translation>
    </message>
    <message>
        <source>Radio portable</source>
        <translation>Portable radio</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>Chaîne hi-fi</source>
        <translation>Hi-fi system</translation>
    </message>
    <message>
        <source>Élément de hi-fi</source>
        <translation>Hi-fi separate</translation>
    </message>
    <message>
        <source>Hi-fi séparée</source>
        <translation>Hi-fi separate</translation>
    </message>
    <message>
        <source>Instrument de musique</source>
        <translation>Musical instrument</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>Appareil photo compact</source>
        <translation>Compact camera</translation>
    </message>
    <message>
        <source>Appareil photo</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Reflex, caméscope</source>
        <translation>DSLR, video camera</translation>
    </message>
    <message>
        <source>Projecteur</source>
        <translation>Projector</translation>
    </message>
    <message>
        <source>Guirlande, lumière de sécurité</source>
        <translation>Decorative or safety lights</translation>
    </message>
    <message>
        <source>Guirlande</source>
        <translation>Fairy lights</translation>
    </message>
    <message>
        <source>Batterie, chargeur</source>
        <translation>Battery, charger</translation>
    </message>
    <message>
        <source>Montre, horloge</source>
        <translation>Watch, clock</translation>
    </message>
    <message>
        <source>Jouet électrique</source>
        <translation>Electric toy</translation>
    </message>
    <message>
        <source>Destructeur de papier</source>
        <translation>Paper shredder</translation>
    </message>
    <message>
        <source>Autre appareil électrique</source>
        <translation>Other electrical item</translation>
    </message>
    <message>
        <source>Meuble</source>
        <translation>Furniture</translation>
    </message>
    <message>
        <source>Objet de la maison</source>
        <translation>Household item</translation>
    </message>
    <message>
        <source>Bijou</source>
        <translation>Jewellery</translation>
    </message>
    <message>
        <source>Autre objet sans électricité</source>
        <translation>Other item without electricity</translation>
    </message>
    <message>
        <source>Autre objet</source>
        <translation>Other item</translation>
    </message>
    <message>
        <source>Ne s’allume plus</source>
        <translation>No longer turns on</translation>
    </message>
    <message>
        <source>Câble, prise ou chargeur</source>
        <translation>Cable, plug or charger</translation>
    </message>
    <message>
        <source>Câble, prise</source>
        <translation>Cable, plug</translation>
    </message>
    <message>
        <source>Cassé, décollé, déchiré</source>
        <translation>Broken, unstuck, torn</translation>
    </message>
    <message>
        <source>Cassé, déchiré</source>
        <translation>Broken, torn</translation>
    </message>
    <message>
        <source>Ne tourne plus, fait du bruit</source>
        <translation>No longer turns, is noisy</translation>
    </message>
    <message>
        <source>Moteur, bruit</source>
        <translation>Motor, noise</translation>
    </message>
    <message>
        <source>Ne chauffe plus, ne refroidit plus</source>
        <translation>No longer heats or cools</translation>
    </message>
    <message>
        <source>Chaleur</source>
        <translation>Heat</translation>
    </message>
    <message>
        <source>Batterie ou pile</source>
        <translation>Battery</translation>
    </message>
    <message>
        <source>Batterie</source>
        <translation>Battery</translation>
    </message>
    <message>
        <source>Écran, affichage</source>
        <translation>Screen, display</translation>
    </message>
    <message>
        <source>Bloqué, grippé</source>
        <translation>Stuck, jammed</translation>
    </message>
    <message>
        <source>Fuit, prend l’eau</source>
        <translation>Leaks</translation>
    </message>
    <message>
        <source>Fuite</source>
        <translation>Leak</translation>
    </message>
    <message>
        <source>Son</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>Bouton, interrupteur</source>
        <translation>Button, switch</translation>
    </message>
    <message>
        <source>Bouton</source>
        <translation>Button</translation>
    </message>
    <message>
        <source>Lent, logiciel</source>
        <translation>Slow, software</translation>
    </message>
    <message>
        <source>À régler, à entretenir</source>
        <translation>To adjust, to maintain</translation>
    </message>
    <message>
        <source>Réglage</source>
        <translation>Adjustment</translation>
    </message>
    <message>
        <source>Autre panne</source>
        <translation>Other fault</translation>
    </message>
    <message>
        <source>Réparé</source>
        <translation>Fixed</translation>
    </message>
    <message>
        <source>Réparable, à suivre</source>
        <translation>Repairable, to follow up</translation>
    </message>
    <message>
        <source>Réparable</source>
        <translation>Repairable</translation>
    </message>
    <message>
        <source>Fin de vie</source>
        <translation>End of life</translation>
    </message>
    <message>
        <source>On ne sait pas</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>Pièces introuvables</source>
        <translation>Spare parts not available</translation>
    </message>
    <message>
        <source>Pièces trop chères</source>
        <translation>Spare parts too expensive</translation>
    </message>
    <message>
        <source>Impossible à ouvrir</source>
        <translation>No way to open it</translation>
    </message>
    <message>
        <source>Pas d’information pour réparer</source>
        <translation>No repair information</translation>
    </message>
    <message>
        <source>Pas d’information</source>
        <translation>No information</translation>
    </message>
    <message>
        <source>Outil qui manque</source>
        <translation>Missing tool</translation>
    </message>
    <message>
        <source>Objet trop usé</source>
        <translation>Item too worn out</translation>
    </message>
    <message>
        <source>Trop usé</source>
        <translation>Too worn out</translation>
    </message>
    <message>
        <source>Ordinateur de bureau</source>
        <translation>Desktop computer</translation>
    </message>
    <message>
        <source>Vidéoprojecteur</source>
        <translation>Projector</translation>
    </message>
    <message>
        <source>Appareil photo, caméra</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Photo, vidéo</source>
        <translation>Photo, video</translation>
    </message>
    <message>
        <source>Box, borne Wi-Fi, réseau</source>
        <translation>Router, Wi-Fi access point</translation>
    </message>
    <message>
        <source>Réseau</source>
        <translation>Router, Wi-Fi</translation>
    </message>
    <message>
        <source>Machine d’atelier : imprimante 3D, couture</source>
        <translation>Workshop machine: 3D printer, sewing</translation>
    </message>
    <message>
        <source>Instrument : télescope, microscope</source>
        <translation>Instrument: telescope, microscope</translation>
    </message>
    <message>
        <source>Autre matériel</source>
        <translation>Other equipment</translation>
    </message>
    <message>
        <source>Fonctionne</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>Fonctionne mal</source>
        <translation>Works badly</translation>
    </message>
    <message>
        <source>En panne</source>
        <translation>Broken</translation>
    </message>
    <message>
        <source>Parti en réparation</source>
        <translation>Away for repair</translation>
    </message>
    <message>
        <source>En réparation</source>
        <translation>In repair</translation>
    </message>
    <message>
        <source>Introuvable</source>
        <translation>Cannot be found</translation>
    </message>
    <message>
        <source>L’écran</source>
        <translation>The screen</translation>
    </message>
    <message>
        <source>Ne se connecte plus</source>
        <translation>Does not connect</translation>
    </message>
    <message>
        <source>Très lent</source>
        <translation>Very slow</translation>
    </message>
    <message>
        <source>N’imprime plus bien</source>
        <translation>Does not print well</translation>
    </message>
    <message>
        <source>N’imprime plus</source>
        <translation>Does not print</translation>
    </message>
    <message>
        <source>Cassé</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <source>Téléphone et tablette</source>
        <translation>Phone and tablet</translation>
    </message>
    <message>
        <source>Photo numérique</source>
        <translation>Digital photography</translation>
    </message>
    <message>
        <source>Démarches en ligne</source>
        <translation>Online paperwork</translation>
    </message>
    <message>
        <source>Éviter les arnaques</source>
        <translation>Avoiding scams</translation>
    </message>
    <message>
        <source>Messages et appels vidéo</source>
        <translation>Messages and video calls</translation>
    </message>
    <message>
        <source>Généalogie</source>
        <translation>Genealogy</translation>
    </message>
    <message>
        <source>Astronomie</source>
        <translation>Astronomy</translation>
    </message>
    <message>
        <source>Créer un site web</source>
        <translation>Making a website</translation>
    </message>
    <message>
        <source>Réparer soi-même</source>
        <translation>Repairing things oneself</translation>
    </message>
    <message>
        <source>Fabriquer, impression 3D</source>
        <translation>Making things, 3D printing</translation>
    </message>
    <message>
        <source>Une autre idée</source>
        <translation>Another idea</translation>
    </message>
    <message>
        <source>Très bien</source>
        <translation>Very good</translation>
    </message>
    <message>
        <source>Bien</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>Moyen</source>
        <translation>Not so good</translation>
    </message>
    <message>
        <source>Pas bien</source>
        <translation>Bad</translation>
    </message>
    <message>
        <source>Savoir ce qui est gardé, et en avoir une copie</source>
        <translation>Know what is kept, and get a copy</translation>
    </message>
    <message>
        <source>Faire corriger ce qui est gardé</source>
        <translation>Have what is kept corrected</translation>
    </message>
    <message>
        <source>Faire effacer ce qui est gardé</source>
        <translation>Have what is kept erased</translation>
    </message>
    <message>
        <source>Faire geler ce qui est gardé, le temps de vérifier</source>
        <translation>Have what is kept frozen, while it is checked</translation>
    </message>
    <message>
        <source>S’opposer, et ne plus être suivie d’un passage à l’autre</source>
        <translation>Object: no longer be known from one visit to the next</translation>
    </message>
    <message>
        <source>C’est fait</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Rien n’est gardé sur cette personne</source>
        <translation>Nothing is kept about this person</translation>
    </message>
    <message>
        <source>Refusé, avec la raison</source>
        <translation>Refused, with the reason</translation>
    </message>
    <message>
        <source>La personne y a renoncé</source>
        <translation>The person gave it up</translation>
    </message>
    <message>
        <source>Investissement</source>
        <translation>Investment</translation>
    </message>
    <message>
        <source>Fonctionnement</source>
        <translation>Running costs</translation>
    </message>
</context>
<context>
    <name>register</name>
    <message>
        <source>savoir qui a tenu la permanence</source>
        <translation>know who held the opening</translation>
    </message>
    <message>
        <source>intérêt légitime de l’association</source>
        <translation>legitimate interest of the association</translation>
    </message>
    <message>
        <source>5 ans</source>
        <translation>5 years</translation>
    </message>
    <message>
        <source>reconnaître la personne à son prochain passage</source>
        <translation>recognise the person at their next visit</translation>
    </message>
    <message>
        <source>consentement</source>
        <translation>consent</translation>
    </message>
    <message>
        <source>12 mois après le dernier passage, puis anonymisation</source>
        <translation>12 months after the last visit, then made anonymous</translation>
    </message>
    <message>
        <source>rappeler la personne</source>
        <translation>call the person back</translation>
    </message>
    <message>
        <source>accueillir un foyer avec une seule carte</source>
        <translation>welcome a household with one card</translation>
    </message>
    <message>
        <source>savoir quel adulte répond d’un mineur</source>
        <translation>know which adult answers for a minor</translation>
    </message>
    <message>
        <source>décrire le public accueilli, par des codes</source>
        <translation>to describe those who come, by codes</translation>
    </message>
    <message>
        <source>respecter une opposition, ou le gel demandé de ses données</source>
        <translation>to respect an objection, or a freeze of the data that was asked for</translation>
    </message>
    <message>
        <source>obligation légale</source>
        <translation>legal obligation</translation>
    </message>
    <message>
        <source>compter les personnes distinctes, sans les nommer</source>
        <translation>count distinct people, without naming them</translation>
    </message>
    <message>
        <source>mission d’intérêt public</source>
        <translation>task in the public interest</translation>
    </message>
    <message>
        <source>reprendre l’aide là où elle s’est arrêtée</source>
        <translation>take up the help where it stopped</translation>
    </message>
    <message>
        <source>tenir la liste des inscrits à un atelier</source>
        <translation>keep the list of who is registered for a workshop</translation>
    </message>
    <message>
        <source>ne pas compter deux fois la même personne</source>
        <translation>not count the same person twice</translation>
    </message>
    <message>
        <source>prouver qui a suivi un atelier</source>
        <translation>proving who took part in a workshop</translation>
    </message>
    <message>
        <source>garder une place de travail, compter un abonnement</source>
        <translation>keeping a desk, counting a pass</translation>
    </message>
    <message>
        <source>savoir qui sait se servir d’une machine</source>
        <translation>to know who can use a machine</translation>
    </message>
    <message>
        <source>savoir qui a emprunté quel matériel</source>
        <translation>knowing who has borrowed which equipment</translation>
    </message>
    <message>
        <source>prêt consenti à la personne</source>
        <translation>loan granted to the person</translation>
    </message>
    <message>
        <source>répondre à une demande sur ses données</source>
        <translation>to answer a request about one’s data</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Cette carte ne se lit pas. Réessayez, ou entrez sans carte.</source>
        <translation>This card cannot be read. Try again, or come in without a card.</translation>
    </message>
    <message>
        <source>Ces horaires ne se lisent pas : « {hours} ».</source>
        <translation>These hours cannot be read: “{hours}”.</translation>
    </message>
    <message>
        <source>Le {day} est dit deux fois : « {hours} ». Écrivez ses horaires ensemble, par exemple : {day} 9h-12h 14h-17h.</source>
        <translation>This day is said twice ({day}): “{hours}”. Write its hours together, for example: {day} 9h-12h 14h-17h.</translation>
    </message>
    <message>
        <source>Une journée n’a que 24 heures : « {span} ». Écrivez 24:00 au plus tard.</source>
        <translation>A day has 24 hours only: “{span}”. Write 24:00 at the latest.</translation>
    </message>
    <message>
        <source>La fermeture vient après l’ouverture, le même jour : « {span} ». Écrivez par exemple : 09:00-17:00.</source>
        <translation>Closing comes after opening, on the same day: “{span}”. Write for example: 09:00-17:00.</translation>
    </message>
    <message>
        <source>Ces horaires ne se comprennent pas : « {hours} ». Écrivez par exemple : lundi au vendredi 9h-12h 14h-17h, samedi 9h-12h, jours fériés fermé.</source>
        <translation>These hours are not understood: “{hours}”. Write for example: lundi au vendredi 9h-12h 14h-17h, samedi 9h-12h, jours fériés fermé.</translation>
    </message>
    <message>
        <source>Il manque les horaires de la semaine : « {hours} » ne parle que de jours fériés ou de vacances. Écrivez par exemple : lundi au vendredi 9h-12h, jours fériés fermé.</source>
        <translation>The hours of the week are missing: “{hours}” speaks of public or school holidays only. Write for example: lundi au vendredi 9h-12h, jours fériés fermé.</translation>
    </message>
    <message>
        <source>« mar » est-il mardi ou mars ? Écrivez mardi, ou Tu.</source>
        <translation>Is “mar” Tuesday or March? Write mardi, or Tu.</translation>
    </message>
    <message>
        <source>Cette fiche n’est pas dans la corbeille.</source>
        <translation>This record is not in the bin.</translation>
    </message>
    <message>
        <source>L’arrivée reste le même jour, et pas dans l’avenir.</source>
        <translation>The arrival stays on the same day, and not in the future.</translation>
    </message>
    <message>
        <source>Le départ vient après l’arrivée, douze heures au plus, et pas dans l’avenir.</source>
        <translation>The departure comes after the arrival, twelve hours at most, and not in the future.</translation>
    </message>
    <message>
        <source>Cette commune n’est pas dans la liste.</source>
        <translation>This town or village is not in the list.</translation>
    </message>
    <message>
        <source>Cette place est déjà réservée à ces heures.</source>
        <translation>This desk is booked already at that time.</translation>
    </message>
    <message>
        <source>Une réservation commence entre hier et dans un an.</source>
        <translation>A booking begins between yesterday and a year from now.</translation>
    </message>
    <message>
        <source>Cette place n’existe pas sur ce poste.</source>
        <translation>There is no such place on this PC.</translation>
    </message>
    <message>
        <source>Une place porte déjà ce nom.</source>
        <translation>A place bears that name already.</translation>
    </message>
    <message>
        <source>Écrivez un nombre de pages.</source>
        <translation>Write a number of pages.</translation>
    </message>
    <message>
        <source>Cette place est prise.</source>
        <translation>This place is taken.</translation>
    </message>
    <message>
        <source>Cette place est réservée : déplacez d’abord ses réservations.</source>
        <translation>This desk is booked: move its bookings first.</translation>
    </message>
    <message>
        <source>Il est trop tard pour annuler. Vous pouvez corriger la fiche.</source>
        <translation>It is too late to undo. You can correct the record.</translation>
    </message>
    <message>
        <source>La fiche a changé depuis. Corrigez-la plutôt.</source>
        <translation>The record has changed since. Correct it instead.</translation>
    </message>
    <message>
        <source>Un matériel de ce nom et de cette sorte est déjà placé ici. Est-ce bien un autre ?</source>
        <translation>Equipment of that name and kind stands here already. Is it really another?</translation>
    </message>
    <message>
        <source>Ce matériel n’est pas connu sur ce poste.</source>
        <translation>This piece of equipment is not known on this PC.</translation>
    </message>
    <message>
        <source>Cette étiquette n’est pas celle d’un matériel connu.</source>
        <translation>This label is not that of any equipment known here.</translation>
    </message>
    <message>
        <source>Ce matériel est déjà prêté.</source>
        <translation>This piece of equipment is already lent.</translation>
    </message>
    <message>
        <source>Cette carte n’est pas connue ici. Cherchez la personne.</source>
        <translation>This card is not known here. Look for the person.</translation>
    </message>
    <message>
        <source>Ce matériel n’est pas là. Notez d’abord qu’il est revenu.</source>
        <translation>This piece of equipment is not here. First note that it came back.</translation>
    </message>
    <message>
        <source>Ce matériel est retiré : il ne se prête plus.</source>
        <translation>This piece of equipment was taken away: it is lent no more.</translation>
    </message>
    <message>
        <source>Le retour est prévu entre aujourd’hui et dans un an.</source>
        <translation>It is due back between today and a year from now.</translation>
    </message>
    <message>
        <source>Notez de 1 à {most} aides à la fois.</source>
        <translation>Note from 1 to {most} interventions at once.</translation>
    </message>
    <message>
        <source>Cette aide est à la corbeille.</source>
        <translation>This help is in the bin.</translation>
    </message>
    <message>
        <source>Choisissez au moins une thématique.</source>
        <translation>Choose at least one theme.</translation>
    </message>
    <message>
        <source>La durée va de 1 à {most} minutes.</source>
        <translation>The duration is from 1 to {most} minutes.</translation>
    </message>
    <message>
        <source>Cette précision ne va qu’avec une démarche administrative.</source>
        <translation>This detail only goes with official paperwork.</translation>
    </message>
    <message>
        <source>Ce jour-là, cet organisme portait un autre nom.</source>
        <translation>On that day this service had another name.</translation>
    </message>
    <message>
        <source>Cette personne n’est pas inscrite à cette permanence.</source>
        <translation>This person is not signed in at this opening.</translation>
    </message>
    <message>
        <source>Un mandat ne va qu’avec une démarche administrative.</source>
        <translation>A mandate goes only with paperwork.</translation>
    </message>
    <message>
        <source>C’est trop long : {most} lettres au plus.</source>
        <translation>This is too long: {most} letters at most.</translation>
    </message>
    <message>
        <source>Ce jour est trop loin : vérifiez l’année.</source>
        <translation>This day is too far away: check the year.</translation>
    </message>
    <message>
        <source>Il manque un nom ici.</source>
        <translation>A name is missing here.</translation>
    </message>
    <message>
        <source>Aucune commune connue ne s’appelle « {text} ».</source>
        <translation>No known town or village is called “{text}”.</translation>
    </message>
    <message>
        <source>« {text} » est en doute : choisissez {told}.</source>
        <translation>“{text}” may be several communes: choose {told}.</translation>
    </message>
    <message>
        <source>Ce numéro n’est pas complet.</source>
        <translation>This number is not complete.</translation>
    </message>
    <message>
        <source>« {code} » n’est pas un choix possible.</source>
        <translation>“{code}” is not a possible choice.</translation>
    </message>
    <message>
        <source>Le dernier jour vient après le premier.</source>
        <translation>The last day comes after the first.</translation>
    </message>
    <message>
        <source>Cette fiche est à la corbeille, ou n’est pas sur ce poste.</source>
        <translation>This record is in the bin, or is not on this PC.</translation>
    </message>
    <message>
        <source>L’antenne {code} existe déjà.</source>
        <translation>The antenna {code} exists already.</translation>
    </message>
    <message>
        <source>« Autre » reste toujours offert.</source>
        <translation>“Other” is always offered.</translation>
    </message>
    <message>
        <source>Un choix ne se remplace pas lui-même.</source>
        <translation>A choice does not replace itself.</translation>
    </message>
    <message>
        <source>Cette liste ne se change pas ici.</source>
        <translation>This list is not changed here.</translation>
    </message>
    <message>
        <source>Ce nom est déjà dans la liste.</source>
        <translation>This name is in the list already.</translation>
    </message>
    <message>
        <source>Le code d’une antenne est un seul mot.</source>
        <translation>The code of an antenna is a single word.</translation>
    </message>
    <message>
        <source>Aucune commune n’a le code {code}.</source>
        <translation>No commune has the code {code}.</translation>
    </message>
    <message>
        <source>Ce coût n’est pas noté.</source>
        <translation>This cost is not noted.</translation>
    </message>
    <message>
        <source>Dites ce que c’est : un loyer, un ordinateur.</source>
        <translation>Say what it is: a rent, a computer.</translation>
    </message>
    <message>
        <source>« {label} » est déjà noté, du même montant et pour les mêmes jours. Est-ce bien un autre coût ?</source>
        <translation>“{label}” is noted already, of the same amount and for the same days. Is it really another cost?</translation>
    </message>
    <message>
        <source>Un coût commence entre l’an 2000 et un an d’ici.</source>
        <translation>A cost begins between the year 2000 and a year from now.</translation>
    </message>
    <message>
        <source>Un coût s’étale sur vingt ans au plus.</source>
        <translation>A cost is spread over twenty years at most.</translation>
    </message>
    <message>
        <source>Un montant est plus grand que zéro : 1 234,50 par exemple.</source>
        <translation>An amount is greater than zero: 1,234.50 for example.</translation>
    </message>
    <message>
        <source>Ce jour vient avant son premier engagement.</source>
        <translation>This day comes before their first engagement.</translation>
    </message>
    <message>
        <source>Ce badge ou cette phrase secrète n’est plus valable, ou n’est pas connu ici.</source>
        <translation>This badge or passphrase is no longer valid, or is not known here.</translation>
    </message>
    <message>
        <source>Cette personne n’est pas connue ici.</source>
        <translation>This person is not known here.</translation>
    </message>
    <message>
        <source>L’engagement de cette personne est terminé.</source>
        <translation>This person’s engagement is over.</translation>
    </message>
    <message>
        <source>Cette personne est encore engagée. Notez d’abord son dernier jour.</source>
        <translation>They are still engaged. Note their last day first.</translation>
    </message>
    <message>
        <source>Une antenne de ce nom est déjà notée dans cette commune. Est-ce bien une autre ?</source>
        <translation>An antenna of this name is noted in this commune already. Is it really another one?</translation>
    </message>
    <message>
        <source>{name} fait déjà partie du réseau. Est-ce bien quelqu’un d’autre ?</source>
        <translation>{name} is part of the network already. Is it really somebody else?</translation>
    </message>
    <message>
        <source>La position s’écrit en degrés : 44.36042 5.13829.</source>
        <translation>A position is written in degrees: 44.36042 5.13829.</translation>
    </message>
    <message>
        <source>Un SIRET a quatorze chiffres, un RNA un W et neuf chiffres.</source>
        <translation>A SIRET has fourteen digits, an RNA a W and nine digits.</translation>
    </message>
    <message>
        <source>Dites d’abord quel jour cette antenne a ouvert.</source>
        <translation>Say first on which day this antenna opened.</translation>
    </message>
    <message>
        <source>Tous les objectifs du projet sont déjà posés.</source>
        <translation>All the project’s objectives are already set.</translation>
    </message>
    <message>
        <source>Un objectif est un nombre entier, plus grand que zéro.</source>
        <translation>An objective is a whole number, greater than zero.</translation>
    </message>
    <message>
        <source>Cette version de l’objectif n’existe pas.</source>
        <translation>There is no such version of the objective.</translation>
    </message>
    <message>
        <source>C’est déjà l’objectif, pour les mêmes jours.</source>
        <translation>That is already the objective, for the same days.</translation>
    </message>
    <message>
        <source>Rien de tel n’est noté sous ce numéro.</source>
        <translation>Nothing of the kind is noted under this number.</translation>
    </message>
    <message>
        <source>Aucun label noté pour cette antenne, ou plusieurs : dites lequel, ou par son numéro.</source>
        <translation>No label is noted for this antenna, or several are: say which, or use its number.</translation>
    </message>
    <message>
        <source>Aucun partenaire ne s’appelle « {label} ».</source>
        <translation>No partner is called “{label}”.</translation>
    </message>
    <message>
        <source>Un label se donne par son nom, et lui seul.</source>
        <translation>A label is given by its name, and nothing else is.</translation>
    </message>
    <message>
        <source>Ce label n’existait pas ce jour-là.</source>
        <translation>That label did not exist on that day.</translation>
    </message>
    <message>
        <source>La part va de 1 à 100 pour cent.</source>
        <translation>The share goes from 1 to 100 per cent.</translation>
    </message>
    <message>
        <source>Ce partenaire est déjà noté.</source>
        <translation>That partner is noted already.</translation>
    </message>
    <message>
        <source>C’est déjà noté, pour les mêmes jours.</source>
        <translation>That is already noted, for the same days.</translation>
    </message>
    <message>
        <source>Ce programme n’existe pas.</source>
        <translation>There is no such programme.</translation>
    </message>
    <message>
        <source>Aucun programme, ou plusieurs, s’appelle {name}.</source>
        <translation>No programme, or several, are called {name}.</translation>
    </message>
    <message>
        <source>Ce programme ne court pas ce jour-là.</source>
        <translation>This programme does not run on that day.</translation>
    </message>
    <message>
        <source>Un programme porte déjà ce nom à ces dates.</source>
        <translation>A programme has this name already on these dates.</translation>
    </message>
    <message>
        <source>Une adresse e-mail s’écrit comme ceci : nom@exemple.fr.</source>
        <translation>An e-mail address is written like this: name@example.fr.</translation>
    </message>
    <message>
        <source>Une page web s’écrit comme ceci : https://www.exemple.fr.</source>
        <translation>A web page is written like this: https://www.example.org.</translation>
    </message>
    <message>
        <source>Cette demande a déjà sa réponse.</source>
        <translation>This request has its answer already.</translation>
    </message>
    <message>
        <source>Dites où répondre : un mail, un téléphone ou une adresse.</source>
        <translation>Say where to answer: an e-mail, a telephone or an address.</translation>
    </message>
    <message>
        <source>Cette demande n’est pas connue ici.</source>
        <translation>This request is not known here.</translation>
    </message>
    <message>
        <source>Une demande n’arrive pas dans l’avenir.</source>
        <translation>A request does not come in the future.</translation>
    </message>
    <message>
        <source>Une demande d’il y a plus de cinq ans ne se note plus : vérifiez l’année.</source>
        <translation>A request of more than five years ago is not noted any more: check the year.</translation>
    </message>
    <message>
        <source>Cette demande est déjà notée.</source>
        <translation>This request is already noted.</translation>
    </message>
    <message>
        <source>Cette personne a quitté le réseau : choisissez qui vient.</source>
        <translation>This person has left the network: choose who comes.</translation>
    </message>
    <message>
        <source>Cette personne ne travaille plus pour le réseau pendant une partie de ces dates.</source>
        <translation>This person no longer works for the network during part of these dates.</translation>
    </message>
    <message>
        <source>Le circuit attend la même personne dans une autre antenne à ce moment.</source>
        <translation>The round expects the same person at another antenna at that time.</translation>
    </message>
    <message>
        <source>L’antenne n’est pas encore ouverte, ou elle ferme pour de bon, pendant ces dates.</source>
        <translation>The antenna is not open yet, or closes for good, during these dates.</translation>
    </message>
    <message>
        <source>Une formation dure de 1 à {most} heures.</source>
        <translation>A training lasts 1 to {most} hours.</translation>
    </message>
    <message>
        <source>Il faut dire qui a suivi cette formation.</source>
        <translation>It must be said who followed this training.</translation>
    </message>
    <message>
        <source>Une formation se note une fois suivie : ce jour est à venir.</source>
        <translation>A training is noted once it was followed: this day is still to come.</translation>
    </message>
    <message>
        <source>Cet engagement est déjà noté, aux mêmes dates.</source>
        <translation>This engagement is already noted, with the same dates.</translation>
    </message>
    <message>
        <source>C’est déjà prévu, pour les mêmes jours.</source>
        <translation>That is already planned, for the same days.</translation>
    </message>
    <message>
        <source>Cette formation est déjà notée, le même jour.</source>
        <translation>This training is already noted, on the same day.</translation>
    </message>
    <message>
        <source>Une enquête a de 1 à {most} réponses.</source>
        <translation>A survey has 1 to {most} answers.</translation>
    </message>
    <message>
        <source>Il n’y a pas plus de télétravailleurs que de réponses.</source>
        <translation>There are no more teleworkers than answers.</translation>
    </message>
    <message>
        <source>Une enquête a de 0 à {most} places voulues.</source>
        <translation>A survey has 0 to {most} desks that are wanted.</translation>
    </message>
    <message>
        <source>Cette enquête est déjà notée, le même jour.</source>
        <translation>This survey is already noted, on the same day.</translation>
    </message>
    <message>
        <source>La fin vient après le début.</source>
        <translation>The end comes after the beginning.</translation>
    </message>
    <message>
        <source>Douze heures au plus, en une fois.</source>
        <translation>Twelve hours at most, at once.</translation>
    </message>
    <message>
        <source>Ce temps n’est pas encore passé.</source>
        <translation>That time has not passed yet.</translation>
    </message>
    <message>
        <source>Ce temps est déjà noté.</source>
        <translation>This time is already noted.</translation>
    </message>
    <message>
        <source>Un numéro s’écrit comme ceci : 12-345.</source>
        <translation>A number is written like this: 12-345.</translation>
    </message>
    <message>
        <source>L’ouverture reste le même jour.</source>
        <translation>The opening stays on the same day.</translation>
    </message>
    <message>
        <source>La fermeture vient après l’ouverture, seize heures au plus, et pas dans l’avenir.</source>
        <translation>Closing comes after opening, sixteen hours at most, and not in the future.</translation>
    </message>
    <message>
        <source>Votre engagement s’est terminé le {day}. Parlez-en à la coordination.</source>
        <translation>Your engagement ended on {day}. Speak to headquarters.</translation>
    </message>
    <message>
        <source>Le dernier jour vient après le premier, dans l’année.</source>
        <translation>The last day comes after the first, within a year.</translation>
    </message>
    <message>
        <source>Dites-le plus près de ce jour : d’ici un an au plus.</source>
        <translation>Say it nearer to that day: within a year from now.</translation>
    </message>
    <message>
        <source>Quelqu’un est déjà passé : la permanence reste ouverte.</source>
        <translation>Somebody has already come: the opening stays open.</translation>
    </message>
    <message>
        <source>La permanence n’est pas ouverte.</source>
        <translation>We are not open yet.</translation>
    </message>
    <message>
        <source>Une permanence est déjà ouverte. Fermez-la d’abord.</source>
        <translation>An opening has started already. Close it first.</translation>
    </message>
    <message>
        <source>L’heure de fermeture est avant l’ouverture, ou dans l’avenir.</source>
        <translation>The closing time is before the start, or in the future.</translation>
    </message>
    <message>
        <source>Cette personne n’est plus à cette permanence.</source>
        <translation>This person is no longer at this opening.</translation>
    </message>
    <message>
        <source>Personne d’autre n’est là. Fermez plutôt la permanence.</source>
        <translation>Nobody else is here. Close the opening instead.</translation>
    </message>
    <message>
        <source>Aucune permanence n’a ce numéro.</source>
        <translation>No opening has this number.</translation>
    </message>
    <message>
        <source>La fin vient après le début, et elle est passée.</source>
        <translation>The end comes after the beginning, and is past.</translation>
    </message>
    <message>
        <source>Cette permanence a duré de {opened} à {until}.</source>
        <translation>This opening lasted from {opened} to {until}.</translation>
    </message>
    <message>
        <source>Cette personne y est déjà notée à cette heure.</source>
        <translation>This person is noted there already at that hour.</translation>
    </message>
    <message>
        <source>Choisissez un jour à venir, dans moins de trois ans.</source>
        <translation>Choose a day to come, within three years.</translation>
    </message>
    <message>
        <source>Cette machine demande une autorisation. Elle se donne dans « Machines ».</source>
        <translation>This machine needs an authorisation. It is given in “Machines”.</translation>
    </message>
    <message>
        <source>Cette machine n’existe pas sur ce poste.</source>
        <translation>This machine does not exist on this PC.</translation>
    </message>
    <message>
        <source>De 0 à {most} bénévoles.</source>
        <translation>From 0 to {most} volunteers.</translation>
    </message>
    <message>
        <source>Seul un objet en fin de vie a un obstacle à sa réparation.</source>
        <translation>Only an object at the end of its life has a barrier to its repair.</translation>
    </message>
    <message>
        <source>Écrivez l’année avec quatre chiffres.</source>
        <translation>Write the year with four digits.</translation>
    </message>
    <message>
        <source>Écrivez le poids en kilogrammes, comme 1,5.</source>
        <translation>Write the weight in kilograms, like 1.5.</translation>
    </message>
    <message>
        <source>C’est déjà fait.</source>
        <translation>It is done already.</translation>
    </message>
    <message>
        <source>C’est déjà levé.</source>
        <translation>It is lifted already.</translation>
    </message>
    <message>
        <source>Un groupe compte de {least} à {most} personnes.</source>
        <translation>A group has {least} to {most} people.</translation>
    </message>
    <message>
        <source>C’est la même fiche.</source>
        <translation>It is the same record.</translation>
    </message>
    <message>
        <source>Un adulte du foyer répond d’un mineur.</source>
        <translation>An adult of the household answers for a minor.</translation>
    </message>
    <message>
        <source>Choisissez qui arrive.</source>
        <translation>Choose who arrives.</translation>
    </message>
    <message>
        <source>Choisissez qui repart.</source>
        <translation>Choose who is leaving.</translation>
    </message>
    <message>
        <source>Il a été dit que {two} sont deux personnes : dites d’abord qu’elles sont la même.</source>
        <translation>It was said that {two} are two people: say first that they are one.</translation>
    </message>
    <message>
        <source>Cette fiche n’est réunie avec aucune autre.</source>
        <translation>This record is joined with no other.</translation>
    </message>
    <message>
        <source>D’autres fiches les réunissent encore : séparez d’abord {joins}.</source>
        <translation>Other records still join them: part {joins} first.</translation>
    </message>
    <message>
        <source>L’année de naissance est entre {oldest} et {year}.</source>
        <translation>The year of birth is between {oldest} and {year}.</translation>
    </message>
    <message>
        <source>Ce passage a déjà un nom.</source>
        <translation>This visit has a name already.</translation>
    </message>
    <message>
        <source>C’est la carte d’un foyer. Montrez-la à l’accueil.</source>
        <translation>This is a household card. Show it at the counter.</translation>
    </message>
    <message>
        <source>Ces images sont déjà prises. Choisissez-en d’autres.</source>
        <translation>These pictures are already taken. Choose others.</translation>
    </message>
    <message>
        <source>Nous ne vous retrouvons pas.</source>
        <translation>We cannot find you.</translation>
    </message>
    <message>
        <source>Il faut trois images.</source>
        <translation>Three pictures are needed.</translation>
    </message>
    <message>
        <source>Nous ne trouvons pas votre arrivée. Bonne route tout de même !</source>
        <translation>We cannot find your arrival. Safe journey all the same!</translation>
    </message>
    <message>
        <source>Vous êtes déjà inscrit pour aujourd’hui.</source>
        <translation>You are already signed in for today.</translation>
    </message>
    <message>
        <source>Cette signature ne se garde pas. Recommencez.</source>
        <translation>This signature cannot be kept. Do it again.</translation>
    </message>
    <message>
        <source>Cet atelier n’a pas cette demi-journée.</source>
        <translation>This workshop has no such half-day.</translation>
    </message>
    <message>
        <source>Cet atelier n’existe pas sur ce poste.</source>
        <translation>This workshop does not exist on this PC.</translation>
    </message>
    <message>
        <source>Cette personne est déjà inscrite à cet atelier.</source>
        <translation>This person is already registered for this workshop.</translation>
    </message>
    <message>
        <source>L’atelier est un autre jour : écrivez un nom.</source>
        <translation>The workshop is on another day: type a name.</translation>
    </message>
    <message>
        <source>Il n’y a plus de place libre.</source>
        <translation>No place is free any more.</translation>
    </message>
    <message>
        <source>Il manque un numéro ici.</source>
        <translation>A number is missing here.</translation>
    </message>
    <message>
        <source>Cette envie n’a pas encore d’atelier.</source>
        <translation>This wish has no workshop yet.</translation>
    </message>
    <message>
        <source>La date d’un atelier est à un an près.</source>
        <translation>A workshop is within a year.</translation>
    </message>
    <message>
        <source>Quelqu’un y est venu ce jour-là : le jour ne change plus.</source>
        <translation>Somebody came to it that day: the day does not change any more.</translation>
    </message>
    <message>
        <source>Une séance tombe un jour férié.</source>
        <translation>A session is on a public holiday.</translation>
    </message>
    <message>
        <source>Une séance est hors des horaires d’ouverture de l’antenne.</source>
        <translation>A session is outside the opening hours of the antenna.</translation>
    </message>
    <message>
        <source>Une séance tombe pendant les vacances scolaires.</source>
        <translation>A session is in the school holidays.</translation>
    </message>
    <message>
        <source>Quelqu’un anime un autre atelier à ce moment.</source>
        <translation>Somebody holds another workshop at that time.</translation>
    </message>
    <message>
        <source>Quelqu’un est attendu dans une autre antenne à ce moment.</source>
        <translation>Somebody is expected at another antenna at that time.</translation>
    </message>
    <message>
        <source>Un autre atelier a lieu à cette antenne à ce moment.</source>
        <translation>Another workshop is held at this antenna at that time.</translation>
    </message>
    <message>
        <source>Il y a plus d’inscrits que de places.</source>
        <translation>More people are registered than there are places.</translation>
    </message>
    <message>
        <source>Son programme ne court pas le jour d’une séance.</source>
        <translation>Its programme does not run on the day of a session.</translation>
    </message>
    <message>
        <source>{name} a quitté le réseau. Choisissez qui anime.</source>
        <translation>{name} has left the network. Choose who leads it.</translation>
    </message>
    <message>
        <source>Ce groupe n’est pas sur ce poste.</source>
        <translation>This group is not on this PC.</translation>
    </message>
    <message>
        <source>La date d’un atelier est entre hier et dans un an.</source>
        <translation>The date of a workshop is between yesterday and a year from now.</translation>
    </message>
    <message>
        <source>Il faut de 1 à {most} places.</source>
        <translation>There must be 1 to {most} places.</translation>
    </message>
    <message>
        <source>Une série compte de 1 à {most} séances.</source>
        <translation>A series has 1 to {most} sessions.</translation>
    </message>
    <message>
        <source>Cette personne a demandé que sa fiche ne serve plus. La coordination peut vous en dire plus.</source>
        <translation>This person has asked that their record be used no more. Headquarters can tell you more.</translation>
    </message>
    <message>
        <source>Il n’y a pas de copie du journal sur ce poste, ou elle est abîmée. Rien n’a été changé.</source>
        <translation>There is no copy of the journal on this PC, or it is damaged. Nothing was changed.</translation>
    </message>
    <message>
        <source>Le disque de ce poste ne répond plus, ou il est plein. Réessayez, puis appelez la coordination.</source>
        <translation>The disk of this PC no longer answers, or is full. Try again, then call headquarters.</translation>
    </message>
    <message>
        <source>Kiosque a besoin de SQLite {wanted} ou plus récent ; ce programme contient {found}.</source>
        <translation>Kiosque needs SQLite {wanted} or newer; this program holds {found}.</translation>
    </message>
    <message>
        <source>Le journal de ce poste ne s’ouvre pas avec cette clé, ou il est abîmé. Rien n’a été changé.</source>
        <translation>The journal of this PC does not open with this key, or it is damaged. Nothing was changed.</translation>
    </message>
    <message>
        <source>Ce poste est déjà inscrit. Rien n’a été changé.</source>
        <translation>This PC is already enrolled. Nothing was changed.</translation>
    </message>
    <message>
        <source>{key} est la clé d’un journal qui manque ici. Remettez le journal ; la clé n’a pas été touchée.</source>
        <translation>{key} is the key of a journal that is missing here. Put the journal back; the key was not touched.</translation>
    </message>
    <message>
        <source>Le journal manque : {name} n’est pas dans {folder}.</source>
        <translation>The journal is missing: {name} is not in {folder}.</translation>
    </message>
    <message>
        <source>Il y a déjà un central dans {folder}. Rien n’a été changé.</source>
        <translation>There is already a central in {folder}. Nothing was changed.</translation>
    </message>
    <message>
        <source>Cette base contient déjà un central : donnez-en une vide. Rien n’a été changé.</source>
        <translation>This database holds a central already: give an empty one. Nothing was changed.</translation>
    </message>
    <message>
        <source>Cette phrase secrète n’est pas la bonne. Réessayez.</source>
        <translation>This passphrase is not the right one. Try again.</translation>
    </message>
    <message>
        <source>Choisissez au moins quatre mots différents, de trois lettres ou plus.</source>
        <translation>Choose at least four different words, of three letters or more.</translation>
    </message>
    <message>
        <source>Ce badge n’ouvre pas ce poste. Réessayez, ou tapez votre phrase secrète.</source>
        <translation>This badge does not open this PC. Try again, or type your passphrase.</translation>
    </message>
    <message>
        <source>Le fichier de clé vient d’une version plus récente de Kiosque.</source>
        <translation>The key file comes from a newer version of Kiosque.</translation>
    </message>
    <message>
        <source>Ce poste n’est pas encore inscrit : son fichier de clé manque.</source>
        <translation>This PC is not enrolled yet: its key file is missing.</translation>
    </message>
    <message>
        <source>Le code de secours de ce poste ne se lit pas avec cette clé de la coordination.</source>
        <translation>The recovery code of this PC cannot be read with this key of headquarters.</translation>
    </message>
    <message>
        <source>Le journal de ce poste est abîmé. Appelez la coordination.</source>
        <translation>The journal of this PC is damaged. Call headquarters.</translation>
    </message>
    <message>
        <source>Le disque de ce poste est plein. Faites de la place, puis réessayez.</source>
        <translation>The disk of this PC is full. Make room, then try again.</translation>
    </message>
    <message>
        <source>Le journal est pris par un autre programme. Réessayez dans un instant.</source>
        <translation>The journal is held by another program. Try again in a moment.</translation>
    </message>
    <message>
        <source>Ce journal vient d’une version plus récente de Kiosque. Mettez Kiosque à jour.</source>
        <translation>This journal comes from a newer version of Kiosque. Update Kiosque.</translation>
    </message>
    <message>
        <source>Le fichier de clé de ce poste est abîmé. Appelez la coordination.</source>
        <translation>The key file of this PC is damaged. Call headquarters.</translation>
    </message>
    <message>
        <source>Cette fiche n’existe pas sur ce poste.</source>
        <translation>This record does not exist on this PC.</translation>
    </message>
    <message>
        <source>Cette fiche a été effacée à la demande de la personne.</source>
        <translation>This record was erased at the person’s request.</translation>
    </message>
    <message>
        <source>Un code d’inscription a douze lettres et chiffres. Relisez-le, ou faites-le répéter.</source>
        <translation>An enrolment code has twelve letters and digits. Read it again, or have it repeated.</translation>
    </message>
    <message>
        <source>Ce code n’ouvre rien. Relisez-le, ou demandez-en un autre à la coordination.</source>
        <translation>This code opens nothing. Read it again, or ask headquarters for another.</translation>
    </message>
    <message>
        <source>Ce fichier d’inscription vient d’une version plus ancienne de Kiosque. Demandez-en un nouveau.</source>
        <translation>This enrolment file comes from an older version of Kiosque. Ask for a new one.</translation>
    </message>
    <message>
        <source>Ce fichier d’inscription vient d’une version plus récente de Kiosque. Demandez-en un nouveau.</source>
        <translation>This enrolment file comes from a newer version of Kiosque. Ask for a new one.</translation>
    </message>
    <message>
        <source>« {name} » n’est pas un fichier d’inscription, ou il est abîmé.</source>
        <translation>“{name}” is not an enrolment file, or it is damaged.</translation>
    </message>
    <message>
        <source>« {name} » ne se lit pas. Apportez un fichier d’inscription.</source>
        <translation>“{name}” cannot be read. Bring an enrolment file.</translation>
    </message>
    <message>
        <source>La ligne n’est pas sûre : rien n’a été envoyé. Vérifiez la date du poste.</source>
        <translation>The line is not safe: nothing was sent. Check the date of the PC.</translation>
    </message>
    <message>
        <source>Ce qui répond à cette adresse n’est pas sûr : rien n’a été envoyé. Vérifiez-la.</source>
        <translation>What answers at this address is not safe: nothing was sent. Check it.</translation>
    </message>
    <message>
        <source>La ligne ne passe pas pour l’instant. Tout est gardé ici.</source>
        <translation>The line is down at the moment. Everything is kept here.</translation>
    </message>
    <message>
        <source>La coordination ne reconnaît pas ce poste. Tout est gardé ici, appelez-la.</source>
        <translation>Headquarters does not recognise this PC. Everything is kept here, call them.</translation>
    </message>
    <message>
        <source>Ce nom et ce mot de passe n’ouvrent pas le journal. Un compte qui a un code donne, comme mot de passe, une clé de la page « Clés de l’API ».</source>
        <translation>This name and this password do not open the journal. An account that has a code gives a key of the page “Clés de l’API” as its password.</translation>
    </message>
    <message>
        <source>Ce code n’est pas le bon. Relisez-le, ou faites-le répéter.</source>
        <translation>This is not the right code. Read it again, or have it repeated.</translation>
    </message>
    <message>
        <source>Ce code a expiré. Demandez-en un autre à la coordination.</source>
        <translation>This code has expired. Ask headquarters for another one.</translation>
    </message>
    <message>
        <source>Ce code a déjà servi. Demandez-en un autre à la coordination.</source>
        <translation>This code has already been used. Ask headquarters for another one.</translation>
    </message>
    <message>
        <source>Ce central est celui d’un autre réseau. Tirez-le dans un autre dossier.</source>
        <translation>This central is another network’s. Pull it into another folder.</translation>
    </message>
    <message>
        <source>Dites en quelques mots pourquoi vous tirez le journal, et pour qui.</source>
        <translation>Say in a few words why you pull the journal, and for whom.</translation>
    </message>
    <message>
        <source>Notre service est occupé. Tout est gardé ici, on réessaiera.</source>
        <translation>Our service is busy. Everything is kept here, we will try again.</translation>
    </message>
    <message>
        <source>Ce n’est pas notre service qui répond. Le Wi-Fi demande peut-être un accord.</source>
        <translation>It is not our service that answers. The Wi-Fi may be asking for consent.</translation>
    </message>
    <message>
        <source>Rien ne répond à cette adresse. Relisez-la, puis réessayez.</source>
        <translation>Nothing answers at this address. Read it again, then try again.</translation>
    </message>
    <message>
        <source>Ce poste n’a pas de réseau. Vérifiez le câble ou le Wi-Fi, ou prenez une clé USB.</source>
        <translation>This PC has no network. Check the cable or the Wi-Fi, or take a USB stick.</translation>
    </message>
    <message>
        <source>Cette adresse ne se lit pas. Elle ressemble à ceci : central.exemple.fr.</source>
        <translation>This address cannot be read. It looks like this: central.example.org.</translation>
    </message>
    <message>
        <source>Il n’y a pas de fichier d’inscription sur cette clé.</source>
        <translation>There is no enrolment file on this stick.</translation>
    </message>
    <message>
        <source>Ce badge n’est pas connu pour cet espace. Choisissez une phrase secrète.</source>
        <translation>This badge is not known for this space. Choose a passphrase.</translation>
    </message>
    <message>
        <source>Cet envoi vient d’une version plus récente de Kiosque. Tout est gardé ici.</source>
        <translation>This dispatch comes from a newer version of Kiosque. Everything is kept here.</translation>
    </message>
    <message>
        <source>Cet envoi est trop gros pour être sûr. Tout est gardé ici.</source>
        <translation>This dispatch is too large to be safe. Everything is kept here.</translation>
    </message>
    <message>
        <source>Cet envoi est abîmé. Tout est gardé ici.</source>
        <translation>This dispatch is damaged. Everything is kept here.</translation>
    </message>
    <message>
        <source>Cet envoi ne correspond pas à ce qui est déjà connu. Tout est gardé ici.</source>
        <translation>This dispatch does not match what is already known. Everything is kept here.</translation>
    </message>
    <message>
        <source>Il manque des écritures avant celles-ci. Tout est gardé ici.</source>
        <translation>Entries are missing before these. Everything is kept here.</translation>
    </message>
    <message>
        <source>Deux postes se présentent sous le même nom. La coordination doit regarder.</source>
        <translation>Two PCs give the same name. Headquarters must look.</translation>
    </message>
    <message>
        <source>L’ordre de ces écritures est impossible. La coordination doit regarder.</source>
        <translation>The order of these entries is impossible. Headquarters must look.</translation>
    </message>
    <message>
        <source>Cet envoi n’est pas celui du poste attendu. Rien n’a été changé.</source>
        <translation>This dispatch is not from the expected PC. Nothing was changed.</translation>
    </message>
    <message>
        <source>Cet envoi ne s’ouvre pas : il a été changé en route, ou il est d’un autre. Rien n’a été changé ici.</source>
        <translation>This dispatch does not open: it was changed on the way, or belongs to another. Nothing was changed here.</translation>
    </message>
    <message>
        <source>Cet envoi porte une clé que personne ici ne connaît. La coordination doit regarder.</source>
        <translation>This dispatch bears a key that nobody here knows. Headquarters must look.</translation>
    </message>
    <message>
        <source>Cet envoi n’est pas signé comme il devrait. Rien n’a été changé.</source>
        <translation>This dispatch is not signed as it should be. Nothing was changed.</translation>
    </message>
    <message>
        <source>Cet envoi touche à ce qui n’est pas à cette antenne. La coordination doit regarder.</source>
        <translation>This dispatch touches what is not of this antenna. Headquarters must look.</translation>
    </message>
    <message>
        <source>L’horloge de cet envoi est trop loin devant les autres. La coordination doit regarder.</source>
        <translation>The clock of this dispatch is too far ahead of the others. Headquarters must look.</translation>
    </message>
    <message>
        <source>Ce poste a été retiré du réseau. Tout est gardé ici, appelez la coordination.</source>
        <translation>This PC was removed from the network. Everything is kept here, call headquarters.</translation>
    </message>
    <message>
        <source>Cette inscription a déjà servi à un autre poste. Demandez-en une nouvelle à la coordination.</source>
        <translation>This enrolment has already served for another PC. Ask headquarters for a new one.</translation>
    </message>
    <message>
        <source>La coordination a repris une sauvegarde sans le savoir. Tout est gardé ici, appelez-la.</source>
        <translation>Headquarters went back to a backup without knowing. Everything is kept here, call them.</translation>
    </message>
    <message>
        <source>La réponse commence trop loin. Rien n’a été changé.</source>
        <translation>The reply starts too far on. Nothing was changed.</translation>
    </message>
    <message>
        <source>« {name} » n’est pas une clé racine.</source>
        <translation>“{name}” is not a root key.</translation>
    </message>
    <message>
        <source>La clé racine dans « {name} » est abîmée. Prenez l’autre exemplaire.</source>
        <translation>The root key in “{name}” is damaged. Take the other copy.</translation>
    </message>
    <message>
        <source>« {name} » existe déjà. Rien n’a été changé.</source>
        <translation>“{name}” exists already. Nothing was changed.</translation>
    </message>
    <message>
        <source>« {name} » manque. Apportez la clé racine.</source>
        <translation>“{name}” is missing. Bring the root key.</translation>
    </message>
    <message>
        <source>La clé est pleine. Faites de la place, ou prenez-en une autre.</source>
        <translation>The stick is full. Make room, or take another.</translation>
    </message>
    <message>
        <source>La clé ne se laisse pas écrire. Prenez-en une autre.</source>
        <translation>The stick cannot be written to. Take another.</translation>
    </message>
    <message>
        <source>La clé a été retirée trop tôt, ou elle est abîmée. Rien n’est perdu, recommencez.</source>
        <translation>The stick was removed too soon, or it is damaged. Nothing is lost, start again.</translation>
    </message>
    <message>
        <source>La clé n’a pas gardé ce qui y a été écrit. Prenez-en une autre.</source>
        <translation>The stick did not keep what was written on it. Take another.</translation>
    </message>
    <message>
        <source>Ce fichier est trop gros pour venir de Kiosque. Rien n’a été changé.</source>
        <translation>This file is too large to come from Kiosque. Nothing was changed.</translation>
    </message>
    <message>
        <source>Ce fichier n’est pas là. Rien n’a été changé.</source>
        <translation>This file is not there. Nothing was changed.</translation>
    </message>
    <message>
        <source>Ce fichier ne vient pas de Kiosque. Rien n’a été changé.</source>
        <translation>This file does not come from Kiosque. Nothing was changed.</translation>
    </message>
    <message>
        <source>Ce fichier vient d’une version plus récente de Kiosque. Rien n’a été changé.</source>
        <translation>This file comes from a newer version of Kiosque. Nothing was changed.</translation>
    </message>
    <message>
        <source>Ce fichier est abîmé. Rien n’a été changé : refaites-le, sur une autre clé s’il le faut.</source>
        <translation>This file is damaged. Nothing was changed: make it again, on another stick if need be.</translation>
    </message>
    <message>
        <source>Ce fichier est une réponse : rapportez-la au poste qui l’attend.</source>
        <translation>This file is a reply: take it back to the PC that waits for it.</translation>
    </message>
    <message>
        <source>Ce fichier est un envoi : apportez-le à la coordination.</source>
        <translation>This file is a dispatch: take it to headquarters.</translation>
    </message>
    <message>
        <source>Cette réponse est pour un autre poste. Rien n’a été changé.</source>
        <translation>This reply is for another PC. Nothing was changed.</translation>
    </message>
    <message>
        <source>Ce fichier vient d’un autre réseau. Rien n’a été changé.</source>
        <translation>This file comes from another network. Nothing was changed.</translation>
    </message>
    <message>
        <source>Cette réponse est ancienne : ce poste l’a déjà prise, ou a reçu la suite. Rien n’a été changé.</source>
        <translation>This reply is old: this PC has taken it already, or received what follows. Nothing was changed.</translation>
    </message>
    <message>
        <source>La coordination demande autre chose : renvoyez-lui cette clé.</source>
        <translation>Headquarters asks for something else: send this stick back to them.</translation>
    </message>
    <message>
        <source>Il n’y a pas de réponse pour ce poste sur cette clé.</source>
        <translation>There is no reply for this PC on this stick.</translation>
    </message>
    <message>
        <source>Il n’y a pas d’envoi de poste sur cette clé.</source>
        <translation>There is no dispatch from a PC on this stick.</translation>
    </message>
    <message>
        <source>Aucune clé USB n’est branchée.</source>
        <translation>No USB stick is plugged in.</translation>
    </message>
    <message>
        <source>Plusieurs clés USB sont branchées. Gardez-en une seule.</source>
        <translation>Several USB sticks are plugged in. Keep only one.</translation>
    </message>
    <message>
        <source>Quelque chose n’a pas marché. Réessayez ; rien de noté n’est perdu.</source>
        <translation>Something went wrong. Try again; nothing that was noted is lost.</translation>
    </message>
    <message>
        <source>Kiosque est déjà ouvert sur ce poste, et ne répond pas. Redémarrez le poste.</source>
        <translation>Kiosque is already open on this PC, and does not answer. Restart the PC.</translation>
    </message>
    <message>
        <source>Ce réglage vaut pour maintenant ; ce poste n’a pas pu le garder.</source>
        <translation>This setting holds for now; this PC could not keep it.</translation>
    </message>
</context>
</TS>
