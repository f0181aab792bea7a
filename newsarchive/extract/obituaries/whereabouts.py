"""The words that names of places are made of. How they stand together is told in ``places``."""

from __future__ import annotations

import re

_MONTHS = "januar|februar|marec|marc|april|maj|junij|julij|avgust|septemb|oktob|novemb|decemb"
NOT_DATE = rf"(?!\.?\d)(?!:\d)(?!\.\s?(?:\d|(?:{_MONTHS}|ur)))(?![ ]?(?:let|h\b|ur))"
"""What must not follow a house number."""
HALLS = re.compile(
    r"(?:pokopališč|vež|jas|hiš|britof|dvoran|kapel|cerkv|bazilik|katedral|stolnic|krematorij|mrtvašnic|samostan|grobišč|grobnic"
    r"|objekt|prostor|avl|šol|knjižnic|grajsk|domačij|občin|gimnazij|muzej|galerij|gledališč|ploščad|hotel|gostiln|graščin|dvorc|dvorišč|mošej|masjid|oratorij|tovarn|letališč|cent(?:er|r[ua]|rom)|župnišč|stadion|znamenj|spomenik|čebelnjak|telovadnic|igrišč|parkirišč|park|poslopj|stavb)\w{0,4}"
    r"|cerkev|grob(?:u|a|om)?|del(?:u|a)|kraj(?:u|a)|dom(?:u|a|om)|gaj(?:u|a)|vrt(?:u|a)|trg(?:u|a)|hram(?:u|a)|sob(?:a|i|e|ah)"
)
"""Where ceremonies are held, in any case."""
SMALL = frozenset(
    "vas vasi mesto mesta mestu trg trga trgu selo sela selu selce naselje naselja naselju ulica ulice ulici cesta"
    " ceste cesti pot poti steza steze stezi nabrežje nabrežja nabrežju drevored drevoreda drevoredu jama jame brigade"
    " odreda bataljona divizije oktobra maja julija talcev borcev herojev žrtev padlih vnebovzetja rojstva oznanjenja"
    " imena kraljice starejših upokojencev oskrbovancev starostnikov občanov brezmadežne spočetja device trpečega"
    " vstajenja varstvo odraslih spomina vrh hrib grič gora gore gori polje polja polju dol dola dolu breg brega bregu"
    " brdo brda brdu log loga logu most mosta mostu dvor dvora dvoru graben kamen kamna kamnu potok potoka potoku"
    " toplice toplic toplicah gradom gozdom lipo skalo jezerom jezeru jezero hriba hribu griča griču gric gorah goram"
    " gorica gorice gorici goricah goric dola dolu dolih dolah loga logu vrha vrhu vrhom potoku potokih peč peči pečeh"
    " ravan ravni ravneh ravnah raven loka loke loki lokah luka njiva njive njivi njivah cerkev cerkve cerkvi"
    " bistrica bistrice bistrici sobota sobote soboti dolina doline dolini dolinah planina planine planini planinah"
    " klanec klanca klancu most slatina slatine slatini voda vode vodi vodah jama jame jami otok otoka otoku"
    " pristava pristave pristavi sela selih selo ribnica ribnice ribnici lipa lipe lipi brod broda brodu".split()
)
"""Words with a small letter that stand behind a capital inside names of settlements, streets and churches."""
ATTRIBUTES = frozenset(
    "miru kulture krajanov upokojencev starejših občanov občine spomina spominov žalosti gasilcev marije vasi mesta"
    " trga svobode republike društva pokojnika pokojnice pokojnega pokojne padlim padlih borcev žrtvam kmetije"
    " umetnosti sela".split()
)
"""Words in the genitive that stand behind a hall."""
INSIDE = frozenset("na v pri ob pod nad za in".split())
"""Small words between the parts of a place."""
STOPS = frozenset(
    "bo bodo bomo bosta boste je sta so smo ste ki kjer kamor kot ter od do po pa ko da se iz s z k h dne dan dnem uri"
    " ure uro urah ob krogu spomin slovo imenu ime času torek torka sredo srede četrtek četrtka petek petka soboto"
    " sobote nedeljo nedelje ponedeljek ponedeljka danes jutri včeraj letu leta starosti zadnji zadnjo večni večnemu"
    " nato potem zatem ožjem najožjem izpred pred ga jo jih njim njo njej pepel žara krsta".split()
) - {"ob"}
"""Words that are no part of a place."""
NO_PLACES = frozenset("gospod gospodu gospoda bog bogu boga jezus jezusu kristus kristusu oče očetu pgd pd".split())
WEEKDAYS = frozenset("ponedeljek torek sreda sredo četrtek petek sobota soboto nedelja nedeljo danes jutri".split())
"""Days with which no place begins."""
DEMONSTRATIVE = re.compile(r"(?:(?:tamkajšnj|tukajšnj|krajevn|ist|prav\s+t)(?:em|ega|i|o|e|ih|a|am)|te[mj]|t[ao])\s")
"""Words before a place that point to another, and belong to what is printed."""
ADJECTIVE = re.compile(r"(?:em|ih|ega|[sšc]k[aioe]|nj[aioe])$|^(?:rod|rojst)n")
"""How adjectives before the name of a settlement end."""
OF_A_PLACE = re.compile(r"[sšc]k(?:a|i|o|e|em|ega|ih)$")
COMMON = re.compile(
    r"(?:mest|far|župnij|vaš|rodbin|družin|občin|pokopališ|mrli|poslovil|krajev|kmeč|grajs|muslimans|katoliš|pravoslav"
    r"|evangeličans|gasils|šport|telovads|šols|glasbe|kultur|samostans|frančiškans|škofijs|meščans|človeš|dekanijs)"
)
"""Adjectives that many places have."""
LEADS = re.compile(
    r"\b(?P<from>[Ii]z|[SsZz])\s+(?=[A-ZČŠŽĆĐ])|\b(?P<word>[Nn]a|NA|[Vv]|[Pp]ri|PRI|[Pp]red|[Ii]zpred|[Oo]b)\s+|(?:[,:;–—/]|\d\))\s+"
)
"""What stands before a place."""
