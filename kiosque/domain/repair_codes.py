"""The code lists of repairs: those of the Open Repair Data Standard 0.3, and ours of what is wrong with an object.

The standard is that of the Open Repair Alliance (``openrepair/datastandard`` at ``c1a1f297``, categories as published
in ``openrepair/data`` at ``84dce89c``). A code is the standard's number; what runs without electricity has no number
there, and bears the name that the Alliance's own summary gives it. The labels are ours.
"""

from kiosque.domain.codelist import Code, CodeList

CATEGORIES = CodeList(
    "product_categories",
    (
        Code("31", "Grille-pain", icon="sandwich"),
        Code("36", "Cafetière, machine à café", "Cafetière", "coffee"),
        Code("15", "Lampe", icon="lamp"),
        Code("34", "Aspirateur", icon="tornado"),
        Code("16", "Ordinateur portable", "Portable", "laptop"),
        Code("unpowered_textile", "Vêtement, tissu", "Vêtement", "shirt"),
        Code("14", "Bouilloire", icon="droplets"),
        Code("37", "Robot de cuisine, mixeur", "Robot, mixeur", "blender"),
        Code("29", "Petit appareil de cuisine", "Petite cuisine", "cooking-pot"),
        Code("40", "Fer à repasser", "Fer", "heater"),
        Code("27", "Machine à coudre", icon="spool"),
        Code("39", "Sèche-cheveux", icon="wind"),
        Code("9", "Coiffure et beauté", icon="brush"),
        Code("7", "Ventilateur", icon="fan"),
        Code("1", "Climatiseur, déshumidificateur", "Climatiseur", "air-vent"),
        Code("24", "Outil électrique", icon="drill"),
        Code("28", "Petit appareil électrique", "Petit appareil", "plug"),
        Code("17", "Gros appareil électrique", "Gros appareil", "washing-machine"),
        Code("19", "Téléphone mobile", "Téléphone", "smartphone"),
        Code("30", "Tablette", icon="tablet"),
        Code("4", "Ordinateur fixe", icon="pc-case"),
        Code("22", "Accessoire d’ordinateur", "Accessoire", "mouse"),
        Code("25", "Imprimante, scanner", "Imprimante", "printer"),
        Code("8", "Écran plat, téléviseur", "Écran", "tv"),
        Code("33", "Accessoire de télévision ou de jeu", "Accessoire télé", "joystick"),
        Code("38", "Console de jeux", icon="gamepad-2"),
        Code("10", "Baladeur, jeu de poche", icon="gamepad"),
        Code("11", "Casque, écouteurs", icon="headphones"),
        Code("23", "Radio portable", "Radio", "radio"),
        Code("12", "Chaîne hi-fi", icon="boom-box"),
        Code("13", "Élément de hi-fi", "Hi-fi séparée", "speaker"),
        Code("20", "Instrument de musique", "Instrument", "piano"),
        Code("5", "Appareil photo compact", "Appareil photo", "camera"),
        Code("6", "Reflex, caméscope", icon="video"),
        Code("26", "Projecteur", icon="projector"),
        Code("3", "Guirlande, lumière de sécurité", "Guirlande", "lightbulb"),
        Code("2", "Batterie, chargeur", icon="battery-charging"),
        Code("35", "Montre, horloge", icon="watch"),
        Code("32", "Jouet électrique", icon="toy-brick"),
        Code("21", "Destructeur de papier", icon="shredder"),
        Code("18", "Autre appareil électrique", icon="cable"),
        Code("unpowered_bicycle", "Vélo", icon="bike"),
        Code("unpowered_furniture", "Meuble", icon="armchair"),
        Code("unpowered_household", "Objet de la maison", icon="utensils"),
        Code("unpowered_jewellery", "Bijou", icon="gem"),
        Code("unpowered_other", "Autre objet sans électricité", "Autre objet", "package"),
    ),
)
"""What is brought most often comes first, until the habits of a space say otherwise."""

UNPOWERED = "unpowered_"
"""What the codes of objects without electricity begin with."""

PROBLEMS = CodeList(
    "problems",
    (
        Code("no_power", "Ne s’allume plus", icon="power"),
        Code("cord", "Câble, prise ou chargeur", "Câble, prise", "plug"),
        Code("broken", "Cassé, décollé, déchiré", "Cassé, déchiré", "hammer"),
        Code("motor", "Ne tourne plus, fait du bruit", "Moteur, bruit", "fan"),
        Code("heat", "Ne chauffe plus, ne refroidit plus", "Chaleur", "thermometer"),
        Code("battery", "Batterie ou pile", "Batterie", "battery-low"),
        Code("screen", "Écran, affichage", "Écran", "monitor"),
        Code("stuck", "Bloqué, grippé", icon="lock"),
        Code("leak", "Fuit, prend l’eau", "Fuite", "droplets"),
        Code("sound", "Son", icon="volume-x"),
        Code("switch", "Bouton, interrupteur", "Bouton", "toggle-left"),
        Code("slow", "Lent, logiciel", icon="snail"),
        Code("adjust", "À régler, à entretenir", "Réglage", "settings"),
        Code("other", "Autre panne", icon="circle-help"),
    ),
)
"""What is wrong: ours. The standard has free words here, and asks that they name nobody."""

FIXED, REPAIRABLE, END_OF_LIFE, UNKNOWN = "1", "2", "3", "0"

OUTCOMES = CodeList(
    "repair_statuses",
    (
        Code(FIXED, "Réparé", icon="circle-check"),
        Code(REPAIRABLE, "Réparable, à suivre", "Réparable", "wrench"),
        Code(END_OF_LIFE, "Fin de vie", icon="recycle"),
        Code(UNKNOWN, "On ne sait pas", icon="circle-help"),
    ),
)

BARRIERS = CodeList(
    "repair_barriers",
    (
        Code("1", "Pièces introuvables", icon="search-x"),
        Code("2", "Pièces trop chères", icon="euro"),
        Code("3", "Impossible à ouvrir", icon="lock"),
        Code("4", "Pas d’information pour réparer", "Pas d’information", "file-question"),
        Code("5", "Outil qui manque", icon="hammer"),
        Code("6", "Objet trop usé", "Trop usé", "hourglass"),
    ),
)
"""What prevents a repair; the standard asks it of objects at the end of their life."""

LISTS = (CATEGORIES, PROBLEMS, OUTCOMES, BARRIERS)
