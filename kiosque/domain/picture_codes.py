"""The pictures by which somebody may be recognised. Kiosque's own; icons are names of the Lucide set."""

from kiosque.domain.codelist import Code, CodeList

PICTURES = (
    CodeList(
        "animals",
        (
            Code("cat", "Chat", icon="cat"),
            Code("dog", "Chien", icon="dog"),
            Code("bird", "Oiseau", icon="bird"),
            Code("fish", "Poisson", icon="fish"),
            Code("rabbit", "Lapin", icon="rabbit"),
            Code("snail", "Escargot", icon="snail"),
        ),
    ),
    CodeList(
        "foods",
        (
            Code("apple", "Pomme", icon="apple"),
            Code("cherry", "Cerise", icon="cherry"),
            Code("grape", "Raisin", icon="grape"),
            Code("carrot", "Carotte", icon="carrot"),
            Code("banana", "Banane", icon="banana"),
            Code("croissant", "Croissant", icon="croissant"),
        ),
    ),
    CodeList(
        "things",
        (
            Code("umbrella", "Parapluie", icon="umbrella"),
            Code("bike", "Vélo", icon="bike"),
            Code("glasses", "Lunettes", icon="glasses"),
            Code("scissors", "Ciseaux", icon="scissors"),
            Code("anchor", "Ancre", icon="anchor"),
            Code("guitar", "Guitare", icon="guitar"),
        ),
    ),
)
"""Three pictures by which somebody may be recognised: one of each list, six to a screen, 216 in all."""
