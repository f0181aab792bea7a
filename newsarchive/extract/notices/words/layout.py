"""What lines of a notice are made of. Data only."""

from __future__ import annotations

LABELS = {
    "issuer": r"izvajalec|izvaja|izdajatelj|objavlja|upravljav(?:ec|ka)|distributer|podjetje|kdo|sporoča|obvešča"
    r"|izvajalec\s+storitve",
    "what": r"kaj|storitev|vrsta(?:\s+\w+)?|dogodek|ukrep|dejavnost|motnja|opis|zadeva|energent",
    "area": r"kje|(?:območj[ea]|lokacij[ae]|kraj|mesto)(?:\s+(?:del|izklopa|prekinitve"
    r"|zapore|motnje|okvare|ukrepa|izvedbe))?|kraji|naslovi?|ulic[ae]|naselj[ea]|odsek|relacija|zaselk?[ei]k?"
    r"|mesto|predel"
    r"|(?:prizadet[aeo]|zajet[aeo]|vključen[aeo])\s+\w+|cesta|odjemalci|uporabniki|objekti?|odjemna\s+mesta",
    "station": r"(?:transformatorska\s+|trafo\s?)?postaja|R?TP",
    "when": r"kdaj|čas(?:\s+\w+)?|datum|dan|ur[ae]|termin|trajanje|obdobje|dnevi|kdaj\s+bo|od\s*[-–]\s*do|začetek"
    r"|pričetek|od"
    r"|predviden\s+čas",
    "end": r"konec|zaključek|do",
    "reason": r"(?:razlog|vzrok|zakaj|namen|povod)(?:\s+(?:zapore|izklopa|prekinitve|motnje|del|zaprtja))?",
    "status": r"stanje|status",
}
"""For each field, the words of a label before a colon, or of a table's head."""

LIST_MARK = r"\s*(?:[-–—•·*▪►]|\d{1,2}\)|\d{1,2}\.(?=\s+[A-ZČŠŽ][a-zčšž]+\s(?!prvenstv|tek))|[a-zčšž]\))\s+"
"""How an entry of a list begins."""
