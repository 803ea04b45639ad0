"""The businesses that are helped, by what they do. Kiosque's own."""

from kiosque.domain.codelist import Code, CodeList

SECTORS = CodeList(
    "sectors",
    (
        Code("farm", "Exploitation agricole", "Agriculture", "carrot"),
        Code("tourism", "Tourisme\u00a0: gîte, table, loisirs", "Tourisme", "tent"),
        Code("micro_enterprise", "Micro-entreprise\u00a0: commerce, artisanat, services", "Micro-entreprise", "store"),
        Code("association", "Association", icon="handshake"),
    ),
)

LISTS = (SECTORS,)
