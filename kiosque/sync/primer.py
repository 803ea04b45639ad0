"""What both ends of every stream know before its first byte: what the compressor looks back into, and its tables.

A day is short: without this, a fifth of it would be the names of codes and how often each byte comes. Frozen with the
version of the wire: a byte changed here is another version. Any of it may be of no use, and nothing in it has to be
right.
"""

import base64
from functools import cache

import zstandard

_CODES = (
    "seat village employed volunteer lent asoft aventic service digital workshop desk repair other "
    "unknown seen noshow excused revoked administration mediation_numerique "
    "operateur_ou_organisme_en_charge aide_sociale insertion_professionnelle "
    "aide_aux_demarches_administratives autre debutant intermediaire avance lieu_activite domicile "
    "a_distance entierement_accompagne partiellement_autonome autonome ordinateur telephone tablette "
    "aucun scolarise sans_emploi en_emploi retraite non_communique feminin masculin moins_de_douze "
    "douze_dix_huit dix_huit_vingt_quatre vingt_cinq_trente_neuf quarante_cinquante_neuf "
    "soixante_soixante_neuf soixante_dix_plus pole_emploi france_travail caf dgfip cpam carsat msa ants "
    "france_titres la_poste edf banques adil mairie departement mission_locale justice agirc_arrco urssaf "
    "anah cheque_energie chambres grdf rsi papiers_elections_citoyennete famille_scolarite social_sante "
    "travail_formation logement transports_mobilite argent_impots etrangers_europe loisirs_sports_culture "
    "associations prendre_en_main_du_materiel email navigation_sur_internet sante "
    "banque_et_achats_en_ligne bureautique reseaux_sociaux gere_ses_contenus_numeriques "
    "maintenance_de_materiel securite_numerique scolarite_et_numerique parentalite "
    "creer_avec_le_numerique culture_numerique intelligence_artificielle entrepreneuriat "
    "diagnostic_numerique"
)
"""The codes of the national tool's lists and of ours; the likeliest last, where looking back is cheapest."""


_TABLES = (
    "H>5D^*!w7TSP)Q%tkMCfQw-ez#tSQ&;|a9#l0mftq4^1|>UN=dtOI&KtQ5`{4fz9=_8A*GM)d@l?3Co!guerqJ&A`hGgw*t(+@m|IW@jv16;K;a5"
    "J%l?7g>40n>nZL@EzS$1=(>005+f%FRj0Mn{9GNS3BJ3{nUogMa}501yBGAp!sZ0002g%qRskfnXK|K@P(xjAKeMq*NII00031000C4000O8000"
)
"""The head of a dictionary of zstd (RFC 8878, section 5): its tables of codes, base 85."""

_DAYS = (
    "b8lm5VQgP>VQzF~1OTmUX=Qa^VPkY@c4>5F0g<k5Z*E^>Z*6ULZfS9KWs$CK2?`4g4GsYY4hjPV1qTQT3JVMk01W{F01O2K1qKHQ0R#;J1po{K0|"
    "f>F1P%xT1O)~F0tf;SLIA)C5CjAU0RaL50RaIr0|Wp70RYbc1~^Lq000370RaI50RaI4G8h3KX<>Awb75|DWw~i?b7gXLX>V>{aB^>EWpi_BZ*Fd"
    "7Y;0vD1^@vG5D6p+000UD0|7PwL34C+Z*FgGX=NZfAZ%qIV`*h<AY^58AVOhsZ*FdBWpe;yb!>EXa%Ep`b!}yGY-wk1WdLwtaA{?7b6;g_Wn*+{Z"
    "*Fs6V`+46d1Y>HWprf#W^!R}V`X1-X>@XBa{vPb1qKHQ01^TN2LT2Q0|NyH01N{I1qJ~G3IGEG1O*KM0R$2Q0|f^F5(5JT2LS{Ma%pjOWwc~zVP|"
    "e{b98BAUv716WpZh8b!8+5009XQ0s#ah2><{F0RjO50RaIC5C#GP0RaI30RaF30RaI40RaI40RaI40RaI40RaI30000100992000000099300000"
    "1SAOn00sa70s#aN1^@v90R#})KT~gTXlZ2tMqy%dWdLSjZE0+5WnXh+Z){<5X>?_B0CQz>c4=c}0CHt;VQF#zP;$emX2Ym*Wgu*2AZ=lEX>I^zZD"
    "DC_0AXolWnW=+Uu0!%VRB<=WpiI)WNm3~X>)XPVRUJBWpfGx0RRF4k*#5JXJu}5UukV{Z*+5!y>JZx4hRDT1qTQT3=IJW2>}HF4FLfF4haJU1qTQ"
    "T3=Iwe1_}TJ0|W&P009IJ3j+iN000I70RaI50RaI42@nPV0SOShaB^jCWO8L+Wo}<>VQFq(WOZL{VRU73X=QB0i30!t0000000RI300000000000"
    "ssI900RR@YXAZS0ssR500000000000000001!NLK}P^YZ*y~LWpW_Hpde;xZfSBXAaZ4PX=QG7AZ%eEb7gH|X>Mg8aB^>BXklq?WdH#I0RaI4000"
    "0000961000010RjL3000020s#R50RjL30096100093000010RRC2ZU94XZE$pDAY*dFsl%x(AarkabRcDObRcDJAa8PHa%BK*X>)UFZ*E^~Z)0I>"
    "WyB~B2m=EI1po{K0|f>E3IYcR1Oo&G1`PrS2mu5N009FG0|NyH0R#;J1pp2R0|W&J1_1#90RaI50RaKAb8l&QVQzF~Uu0=`UvO-7bFOZ0ZeL?>ZE"
    "baKX>oOBu5NE`Ut<XnG6?_x2><{G0zwD^5CFg!GDZUg03HVdLI?s70Kgat5D5?o5C#ANMgs%@9ti*d000I60Ws1495M+200sa7G8h3KEe|ao9v%h"
    "&0RjO8BnAKh2@nYo2><{F009XQ1^@s-baZ8NbYXO9Z*CxIZE$jFZNsT$#4-W_0RaI40RaL50RaI50RjR50003100032&T9M+Q~}Qb1~^Lq000620"
    "0000000000M7shI7<Kk00Ped1~^Lq00062&j1EEO8^K10|W&C5C#JT1qKHQ01N{I1qJ{T0s{vD1`GoO1qJ~G3<U!P1_uZM1P%xT1P2HSBme*b009"
    "620R;mSJkDzX0_OqG00uZq000060000000000000000002b00uZq006gfbzyR0Zggc|V`*-2bzyFFWnXS(b!G%I%&Hgw4*-$bB4KG{WnW=+cwb~?"
    "ZDDd_01N{I1qJ{O0R;dI0|NyH0R#>U0|W&J2nh-c3=Iwe1`Y@V1O*2O2@DMY4hRDT1qT3gWn*=6X>?^@Zgp*Ca%pjOWdL_?a%*#FZ*Ty1X>Mn9Ut"
    "?)*abI+DWo~q3Uv6b}(fZ~9*(*VCaBp&SWpZI4b8l`Sbi=7^!>Mp+Z*FBEY+)d9a&Kd3VQFq<AZBlAa|2~_Ut@1>bY*UJb6;+CZDn$4adl;LBnAK"
    "h0s#aN0s#ah2><{F0RjR60s#R50RaI40R|2T0|W&J2nh@g00{vF00;vE1O)&L1p@^J2M7TK3<CoN1_1;N0|NyH015&J2n1<(VQzF~UvqD1cwugIW"
    "nXS(b!GrEHZwLi#F+sA0RR91000000RRC2009610RR911qTQT3JVMk0R|2V0|W&J2nh-c3=IGd2m=HM2nh-c3;+xT0|f>L2mu5R2?GQL2M8Vp009"
    "XQ1^@vG5D5?o000I70RaI40tpZX009XQGDZmi1P1~_2m%lQz!(V-2@nYo000000003100031000010RaI40RaI40RaI40RaI40RaI4000310RR91"
    "0003100962000010096200962009610000100961009610RaF20RRI4000310{{a90RjL9_$Uqt0|NvF01N{I1qJ{L009FG0|N"
)
"""Pieces of frames, base 85. They and the tables are what ``zstandard.train_dictionary(2048)`` makes of the frames of
20 invented days at eight antennas (the demo, seed 20261123, a stream for every 40 entries)."""


_NUMBERS = (
    "H>5D^qNr;@KoGDrNjk9TD2ggL00000P=p9()nTY6CI&*#fewp`sO;;HMFOjKHtgGPzmaB}CAKxvNF!vEO*Ywk@4cmzDU;H%XfBUSHC_P#0HoxJ(@"
    "#nWQ*jpMC<=iX0Du7i0AdUP#t=XNVa&`70RRAWB+3lOMFa!{(qJqQibNv8NF34QIGGy&00031000C4000O8000340000000#g7000650RR910000"
    "20{{R30000000aU60}TNQ0000000001000000RRC20|Ed500002H~<3!0T&k+0|Nm80RaI4K>=4M0RaF2000000000M7ZU&g000006951J000000"
    "1W^D1poj5000010RR93000310RR910006300aO80RR99&jSDf1ONd500000000I60RRC20RaF30000000031000330RaI30RR910ssI21PKEU2LJ"
    "#E0000000RI40RR940RRRO0{{R80ssI20|5g7000000ssI500002000310006200IF30003100961000000003300000000C41_l5C000000RVdq"
    "2M7QF009O82?PKH000F90RsR7000310000000000000010{{R300000000C400000000000000000000"
)
"""The same of 512 bytes, of the leading bytes of numbers alone, from frames of 150 and of 60 entries."""


@cache
def primers() -> tuple[zstandard.ZstdCompressionDict | None, ...]:
    """Return the dictionaries that the sections of every stream start from; None where one would not pay."""
    first = base64.b85decode(_TABLES) + _CODES.replace(" ", "\0").encode() + base64.b85decode(_DAYS)
    return _dictionary(first), None, _dictionary(base64.b85decode(_NUMBERS)), None


def _dictionary(content: bytes) -> zstandard.ZstdCompressionDict:
    return zstandard.ZstdCompressionDict(content, dict_type=zstandard.DICT_TYPE_FULLDICT)
