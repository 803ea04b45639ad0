<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="fr_FR">
<context>
    <name>AnimatorWords</name>
    <message>
        <source>Comptoir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bonjour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Montrez votre badge au lecteur, ou tapez votre phrase secrète.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrase secrète</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Montrer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les majuscules sont verrouillées.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entrer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouverture en cours, quelques secondes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tapez votre phrase secrète.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce n’est pas un badge. Montrez le vôtre, ou tapez votre phrase secrète.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qui êtes-vous ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le code de secours a servi. Touchez votre nom, et choisissez une phrase secrète.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votre nouvelle phrase secrète</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quatre mots ou plus, que vous retiendrez. Elle ouvrira ce poste à la place de l’ancienne.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touchez d’abord votre nom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucun nom n’est encore connu ici.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ils arrivent avec le retour de la ligne. Sinon, appelez la coordination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Présents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personne n’est là pour l’instant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les arrivées au comptoir s’affichent ici.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quelqu’un d’autre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plusieurs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noter l’aide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touchez une personne pour noter l’aide donnée.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touchez les personnes aidées ensemble.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sans nom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carte sans nom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ateliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quelle aide ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pour quel organisme ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facultatif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Combien de temps ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choisissez d’abord l’aide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encore une</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prévoir un atelier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thématique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Durée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enregistrer l’atelier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’atelier est prévu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Écrivez le jour comme ceci : 24/11/2026.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Écrivez l’heure comme ceci : 14:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Écrivez un nombre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choisissez une thématique.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucun atelier n’est prévu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prévoyez le premier, il s’affichera ici.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tous présents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qui est là</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prénom et nom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inscrire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liste d’attente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personne n’est encore inscrit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ajoutez une personne présente, ou un nom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>« Tous présents », puis touchez les absents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les présences sont notées.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’inscription est notée.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fermer la permanence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce qui a été fait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les horaires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heure de fermeture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encore là</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tout le monde est reparti.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leur départ restera inconnu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La permanence est fermée.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merci !</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tout est gardé ici.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’envoi à la coordination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tout est gardé ici, avec ou sans Internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Essayer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On essaie…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quelques secondes, le temps de regarder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Câble ou Wi-Fi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vérifiez le câble, ou le Wi-Fi de la salle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Éteignez la box, attendez une minute, puis rallumez-la.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notre service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notre service ne répond pas. Tout est gardé, on réessaiera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tout marche, il n’y a rien à faire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ensuite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en cours…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>non</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Est-ce bien aujourd’hui ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’heure de ce poste paraît étrange.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oui, c’est ça</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corriger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Écrivez le jour comme ceci : 24/11/2026.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’heure de ce poste était fausse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rien ne s’efface : ce qui était noté reste dans l’historique.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corriger ces heures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laisser ainsi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucune heure notée n’est à changer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Une clé USB est branchée.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Envoyer par la clé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On écrit sur la clé. Ne la retirez pas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On regarde la clé. Ne la retirez pas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vous pouvez la retirer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plusieurs clés USB sont branchées.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gardez-en une seule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trop d’essais. Attendez {seconds} s, puis réessayez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} sur {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depuis {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} personnes présentes</source>
        <comment>{n} personne présente</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} personnes</source>
        <comment>{n} personne</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} passages</source>
        <comment>{n} passage</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} interventions</source>
        <comment>{n} intervention</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>passages</source>
        <comment>passage</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>passages sans nom</source>
        <comment>passage sans nom</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>interventions</source>
        <comment>intervention</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{visits}, {interventions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’aide est notée : {theme}, {duration}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} inscrits sur {capacity}</source>
        <comment>{n} inscrit sur {capacity}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{people} en attente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouverte à {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{duration} de permanence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aide : {whom}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done}, {held}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {year}, {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} jours</source>
        <comment>{n} jour</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Ce poste retardait de {how_much}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce poste avançait de {how_much}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permanence : {wrong} devient {right}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>C’est à l’heure. {n} heures corrigées.</source>
        <comment>C’est à l’heure. {n} heure corrigée.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
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
        <source>Prénom</source>
        <translation>First name</translation>
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
        <source>Taper le code de ma carte</source>
        <translation>Type the code on my card</translation>
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
        <source>Voici votre carte, {name}.</source>
        <translation>Here is your card, {name}.</translation>
    </message>
    <message>
        <source>Arrivée à {hour}</source>
        <translation>Arrived at {hour}</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Ma carte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À montrer en arrivant, puis en repartant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code de la carte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carte de visiteur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cartes à découper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entrez d’abord avec votre phrase ou votre badge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il ouvre les postes. Perdu ? Prévenez la coordination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vos données, ici</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ici, nous comptons les passages. Votre nom n’est pas nécessaire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vous laissez un nom seulement si vous voulez être reconnu la prochaine fois. C’est vous qui choisissez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qui en répond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pour écrire ou appeler :</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce qui est gardé, pourquoi, et combien de temps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sur quelle base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Durée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce qui est gardé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pourquoi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un passage garde toujours l’âge en tranches et la commune, jamais un nom : ce sont des chiffres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qui les voit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les animatrices et les animateurs de cet espace, et la coordination du réseau. Personne d’autre. Rien n’est vendu. Les financeurs reçoivent des chiffres, jamais des noms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Où c’est gardé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sur le poste de cet espace et à la coordination, chiffré. Ce qui circule entre eux l’est aussi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vos droits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voir ce qui est gardé de vous, le faire corriger, le faire effacer, en recevoir une copie, vous opposer, ou revenir sur votre accord, à tout moment. Demandez à l’accueil, ou écrivez à l’association. Si la réponse ne vient pas : CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, cnil.fr.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vu par les animateurs et la coordination, personne d’autre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voir, corriger, effacer, copier, vous opposer : à l’accueil. Sinon : cnil.fr.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À lire sur votre téléphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prénom et nom des animateurs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code de la carte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prénom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>naissance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trois images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>votre foyer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adulte qui répond d’un mineur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carte du foyer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>téléphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vos passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>l’aide reçue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note sur l’aide donnée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>votre inscription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nom donné à l’inscription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lien entre deux fiches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carte de la journée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merci à vous tous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Autres gestes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affiche, cartes, badge, carte de la journée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chaque papier se regarde avant d’être imprimé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’affiche à mettre à l’accueil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dix cartes neuves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sans nom, à découper et à donner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mon badge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il vous ouvre les postes, à la place de la phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les chiffres de la dernière permanence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On prépare le papier…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imprimante</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Envoi à l’imprimante…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C’est parti à l’imprimante.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucune imprimante n’est installée sur ce poste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Garder le fichier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sur la clé USB, ou dans les documents de ce poste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sur une clé USB seulement : ce badge ouvre les postes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branchez une clé USB, une seule, puis réessayez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce badge n’est montré qu’une fois. Imprimez-le maintenant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imprimer ma carte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cette imprimante n’est plus là. Choisissez-en une autre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’imprimante n’a pas répondu. Vérifiez-la, puis réessayez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le fichier ne s’écrit pas ici. Essayez avec une clé USB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>passages</source>
        <comment>passage</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>interventions</source>
        <comment>intervention</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>de permanence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>« {name} » est sur la clé USB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>« {name} » est dans les documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’association {association}, pour l’espace de {antenna}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’association {association}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’association qui tient cet espace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pour {purposes} ({basis} ; {retention}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{antenna}, {day}, de {start} à {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affiché le {day} {year}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PermanenceWords</name>
    <message>
        <source>Ouvrir la permanence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horaires prévus aujourd’hui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rien n’est prévu aujourd’hui. Vous pouvez ouvrir quand même.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les horaires ne sont pas encore connus ici.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les horaires prévus sont passés.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La permanence est ouverte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C’est l’heure prévue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how_much} après l’heure prévue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how_much} avant l’heure prévue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>équipe itinérante</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>de {antenna}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d’{antenna}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Une permanence est restée ouverte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À quelle heure a-t-elle fermé ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La coordination confirmera cette heure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fermer à cette heure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Je ne sais pas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Celle de {name}, ouverte {day} à {hour}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si personne ne sait, ce sera {hour}, la dernière trace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quelqu’un</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nous sommes ensemble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Je prends le relais</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vous êtes à la permanence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bonjour {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{names} tiennent la permanence depuis {hour}.</source>
        <comment>{names} tient la permanence depuis {hour}.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} restent.</source>
        <comment>{names} reste.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} partent maintenant.</source>
        <comment>{names} part maintenant.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Qui tient la permanence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quelqu’un vous rejoint ou prend le relais ? La permanence continue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quelqu’un arrive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part maintenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le départ est noté.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} : {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} animateurs</source>
        <comment>{n} animateur</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>depuis {hour}</source>
        <translation type="unfinished"></translation>
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
        <source>C’est annulé.</source>
        <translation>It has been undone.</translation>
    </message>
    <message>
        <source>Pour ouvrir avec un badge, revenez d’abord à l’accueil.</source>
        <translation>To open with a badge, go back to the start first.</translation>
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
    <name>StickWords</name>
    <message>
        <source>Tout est bien reçu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La réponse de la coordination est prise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>La réponse de la coordination est prise, avec {n} écritures.</source>
        <comment>La réponse de la coordination est prise, avec {n} écriture.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>La clé est prête. Apportez-la à la coordination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} écritures sont sur la clé. Apportez-la à la coordination.</source>
        <comment>{n} écriture est sur la clé. Apportez-la à la coordination.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tout est déjà reçu. Elle peut rapporter des nouvelles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} écritures attendent.</source>
        <comment>{n} écriture attend.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>codes</name>
    <message>
        <source>Faire une démarche administrative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Démarche</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Débuter avec un ordinateur, une tablette, un téléphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Débuter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Écrire et recevoir des e-mails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chercher et naviguer sur Internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gérer sa santé en ligne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Santé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chercher un emploi ou une formation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emploi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gérer sa banque et acheter en ligne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Banque, achats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Écrire un texte, faire un tableau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texte, tableau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Garder le contact : messages, appels vidéo, réseaux</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages, vidéo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranger ses photos et ses documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos, fichiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installer, mettre à jour, dépanner un appareil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dépannage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Éviter les pièges et les arnaques</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sécurité</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apprendre à l’école avec le numérique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>École</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accompagner ses enfants face aux écrans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Créer : photo, vidéo, site, objet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Créer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comprendre le monde numérique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comprendre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Découvrir l’intelligence artificielle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aider une entreprise ou une exploitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entreprise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faire le point sur ce que l’on sait faire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faire le point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papiers, élections, vie citoyenne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Famille et école</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Famille</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Santé et aides sociales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Santé, aides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Travail, formation, retraite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Travail, retraite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logement et énergie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voiture, permis, transports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argent et impôts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impôts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Justice et accès au droit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Justice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Étrangers en France, Europe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Étrangers, Europe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loisirs, sports, culture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loisirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vie des associations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Associations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pôle emploi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>France Travail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caisse d’allocations familiales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CAF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impôts (finances publiques)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assurance maladie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sécu, Ameli</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assurance retraite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retraite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mutualité sociale agricole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titres sécurisés (ANTS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ANTS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>France Titres : carte d’identité, permis, carte grise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>France Titres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La Poste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Banque</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information sur le logement (ADIL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ADIL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mairie, intercommunalité</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mairie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Département : aide sociale, handicap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Département</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mission locale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Justice, accès au droit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retraite complémentaire (Agirc-Arrco)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agirc-Arrco</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urssaf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>France Rénov’ : travaux du logement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>France Rénov’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chèque énergie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chambres : agriculture, commerce, métiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chambres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Réseau de gaz (GRDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GRDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Régime social des indépendants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RSI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Autre organisme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Autre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moins de 12 ans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12 à 17 ans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>18 à 24 ans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>25 à 39 ans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>40 à 59 ans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>60 à 69 ans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>70 ans et plus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Âge non précisé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Femme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Homme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Non précisé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À l’école, en études</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sans emploi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En emploi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À la retraite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinateur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tablette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Autre appareil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sans appareil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A besoin d’être guidé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se débrouille avec un peu d’aide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se débrouille seul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ici, à l’antenne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chez la personne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Par téléphone ou en vidéo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ailleurs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pour débuter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pour continuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pour aller loin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administration : mairie, préfecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Autre lieu d’aide numérique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisme chargé de la démarche</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aide sociale : centre médico-social, centre social</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emploi : France Travail, mission locale, chambres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aide aux démarches : France Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À renseigner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Présent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excusé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annulé par nous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Une démarche, un papier à faire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De l’aide avec le numérique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aide numérique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un atelier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atelier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un ordinateur, une place pour travailler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un objet à réparer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Réparation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Autre chose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>École maternelle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maternelle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>École élémentaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Élémentaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collège</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lycée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adultes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tous les âges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avec un adulte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asoft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aventic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salarié</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bénévole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mis à disposition par le Département</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Siège</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antenne de village</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>register</name>
    <message>
        <source>savoir qui a tenu la permanence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intérêt légitime de l’association</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 ans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reconnaître la personne à son prochain passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>consentement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12 mois après le dernier passage, puis anonymisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rappeler la personne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accueillir un foyer avec une seule carte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>savoir quel adulte répond d’un mineur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compter les personnes distinctes, sans les nommer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mission d’intérêt public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reprendre l’aide là où elle s’est arrêtée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tenir la liste des inscrits à un atelier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ne pas compter deux fois la même personne</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Cette carte ne se lit pas. Réessayez, ou entrez sans carte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cette fiche n’est pas dans la corbeille.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cette fiche n’existe pas sur ce poste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’arrivée reste le même jour, et pas dans l’avenir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le départ vient après l’arrivée, le même jour, et pas dans l’avenir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il est trop tard pour annuler. Vous pouvez corriger la fiche.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La fiche a changé depuis. Corrigez-la plutôt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il manque un nom ici.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choisissez au moins une thématique.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cette précision ne va qu’avec une démarche administrative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cette personne n’est pas inscrite à cette permanence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce badge ou cette phrase secrète n’est plus valable, ou n’est pas connu ici.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cette personne n’est pas connue ici.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cette fiche n’est réunie avec aucune autre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C’est la même fiche.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cette fiche est à la corbeille, ou n’est pas sur ce poste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le code d’une antenne est un seul mot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cette commune n’est pas dans la liste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce numéro n’est pas complet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Une adresse e-mail s’écrit comme ceci : nom@exemple.fr.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quelqu’un est déjà passé : la permanence reste ouverte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La permanence n’est pas ouverte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Une permanence est déjà ouverte. Fermez-la d’abord.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’heure de fermeture est avant l’ouverture, ou dans l’avenir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cette personne n’est plus à cette permanence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personne d’autre n’est là. Fermez plutôt la permanence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nous ne trouvons pas votre arrivée. Bonne route tout de même !</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vous êtes déjà inscrit pour aujourd’hui.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce passage a déjà un nom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cet atelier n’existe pas sur ce poste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cette personne est déjà inscrite à cet atelier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La date d’un atelier est entre hier et dans un an.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le journal de ce poste ne s’ouvre pas avec cette clé, ou il est abîmé. Rien n’a été changé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce poste est déjà inscrit. Rien n’a été changé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cette phrase secrète n’est pas la bonne. Réessayez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choisissez au moins quatre mots différents, de trois lettres ou plus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce badge n’ouvre pas ce poste. Réessayez, ou tapez votre phrase secrète.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le fichier de clé vient d’une version plus récente de Kiosque.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce poste n’est pas encore inscrit : son fichier de clé manque.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le disque de ce poste ne répond plus, ou il est plein. Réessayez, puis appelez la coordination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le code de secours de ce poste ne se lit pas avec cette clé de la coordination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le journal de ce poste est abîmé. Appelez la coordination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le disque de ce poste est plein. Faites de la place, puis réessayez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le disque de ce poste ne répond plus. Réessayez, puis appelez la coordination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le journal est pris par un autre programme. Réessayez dans un instant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce journal vient d’une version plus récente de Kiosque. Mettez Kiosque à jour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le fichier de clé de ce poste est abîmé. Appelez la coordination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cette fiche a été effacée à la demande de la personne.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un code d’inscription a douze lettres et chiffres. Relisez-le, ou faites-le répéter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce code n’ouvre rien. Relisez-le, ou demandez-en un autre à la coordination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La ligne ne passe pas pour l’instant. Tout est gardé ici.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La ligne n’est pas sûre : rien n’a été envoyé. Vérifiez la date du poste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La coordination ne reconnaît pas ce poste. Tout est gardé ici, appelez-la.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce nom et ce mot de passe n’ouvrent pas le journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce code n’est pas connu, ou il a expiré.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notre service est occupé. Tout est gardé ici, on réessaiera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce n’est pas notre service qui répond. Le Wi-Fi demande peut-être un accord.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cet envoi vient d’une version plus récente de Kiosque. Tout est gardé ici.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cet envoi est trop gros pour être sûr. Tout est gardé ici.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cet envoi est abîmé. Tout est gardé ici.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cet envoi ne correspond pas à ce qui est déjà connu. Tout est gardé ici.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il manque des écritures avant celles-ci. Tout est gardé ici.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deux postes se présentent sous le même nom. La coordination doit regarder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’ordre de ces écritures est impossible. La coordination doit regarder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cet envoi n’est pas celui du poste attendu. Rien n’a été changé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cet envoi ne s’ouvre pas : il a été changé en route, ou il est d’un autre. Rien n’a été changé ici.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cet envoi porte une clé que personne ici ne connaît. La coordination doit regarder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cet envoi n’est pas signé comme il devrait. Rien n’a été changé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cet envoi touche à ce qui n’est pas à cette antenne. La coordination doit regarder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’horloge de cet envoi est trop loin devant les autres. La coordination doit regarder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce poste a été retiré du réseau. Tout est gardé ici, appelez la coordination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cette inscription a déjà servi à un autre poste. Demandez-en une nouvelle à la coordination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La coordination a repris une sauvegarde sans le savoir. Tout est gardé ici, appelez-la.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La réponse commence trop loin. Rien n’a été changé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La clé est pleine. Faites de la place, ou prenez-en une autre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La clé ne se laisse pas écrire. Prenez-en une autre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La clé a été retirée trop tôt, ou elle est abîmée. Rien n’est perdu, recommencez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La clé n’a pas gardé ce qui y a été écrit. Prenez-en une autre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce fichier est trop gros pour venir de Kiosque. Rien n’a été changé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce fichier n’est pas là. Rien n’a été changé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce fichier ne vient pas de Kiosque. Rien n’a été changé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce fichier vient d’une version plus récente de Kiosque. Rien n’a été changé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce fichier est abîmé. Rien n’a été changé : refaites-le, sur une autre clé s’il le faut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce fichier est une réponse : rapportez-la au poste qui l’attend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce fichier est un envoi : apportez-le à la coordination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cette réponse est pour un autre poste. Rien n’a été changé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce fichier vient d’un autre réseau. Rien n’a été changé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cette réponse est ancienne : ce poste l’a déjà prise, ou a reçu la suite. Rien n’a été changé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La coordination demande autre chose : renvoyez-lui cette clé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il n’y a pas de réponse pour ce poste sur cette clé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il n’y a pas d’envoi de poste sur cette clé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucune clé USB n’est branchée.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plusieurs clés USB sont branchées. Gardez-en une seule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quelque chose n’a pas marché. Réessayez ; rien de noté n’est perdu.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
