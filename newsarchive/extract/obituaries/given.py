"""First names that are met in Slovenia."""

from __future__ import annotations

_MEN = """
Adam Adi Adolf Albert Albin Aleks Aleksandar Aleksander Aleksej Alen Aleš Alfonz Alfred Aljaž Aljoša Alojz Alojzij
Amadej Ambrož Anastazij Andraž Andrej Anej Angel Ante Anton Anže Arne Arnold Artur Atila Avgust Avguštin Benedikt
Benjamin Berislav Bernard Berto Bine Blaž Blažko Bogdan Bogo Bogoljub Bogomil Bogomir Bojan Bor Boris Borislav Borut
Boštjan Božidar Božo Brane Branimir Branislav Branko Bruno Celestin Ciril Cvetko Cveto Dalibor Damijan Damir Damjan
Dan Danel Dani Daniel Danijel Danilo Dario Darjan Darko David Davor Davorin Dejan Denis Dimitrij Domen Dominik Dragan
Drago Dragomir Dragutin Dušan Džemal Edi Edin Edo Edvard Egidij Egon Elvis Emanuel Emil Enes Erih Erik Ernest Ervin
Evgen Fadil Feliks Ferdinand Ferdo Filip Florijan Fran Franc France Franček Franci Frančišek Franjo Franko Fric
Friderik Gabriel Gabrijel Gaj Gal Gašper Goran Gorazd Grega Gregor Gvido Hasan Henrik Herbert Herman Hinko Hubert Hugo
Ignac Ignacij Igor Ilija Ivan Ivo Izak Izidor Iztok Jadran Jaka Jakob Jan Janez Jani Janko Janže Jaro Jaroslav Jaš
Jelko Jeremija Jernej Joahim Johan Jona Jordan Josip Jošt Jost Joža Jože Jožef Jožek Jožko Julij Julijan Jure Jurij
Just Justin Kajetan Karel Karl Karlo Karol Kazimir Klavdij Klemen Klement Kornel Kristijan Kristjan Krištof Kristofer
Ladislav Ladko Lado Lan Leo Leon Leonard Leopold Ljuban Ljubo Ljubomir Lojze Lovrenc Lovro Lucijan Ludvik Luka Maj
Maks Maksim Maksimiljan Marcel Marijan Marin Marinko Marino Mario Marjan Mark Marko Markus Martin Mate Matej Matevž
Matic Matija Matjaž Mato Mavricij Medard Metod Miha Mihael Mihajlo Mihec Mijo Miklavž Mikloš Milan Milenko Milivoj
Milko Miloš Miran Mirko Miro Miroslav Mirsad Mitar Mitja Mladen Mohor Muhamed Nace Nande Nedeljko Nejc Nenad Nik Niko
Nikola Nikolaj Nino Norbert Oliver Omar Oskar Osman Otmar Oto Otokar Otto Pankracij Patrik Pavel Pavle Pavlo Pero
Petar Peter Petja Pij Polde Primož Rade Radivoj Radko Rado Radoslav Radovan Rafael Rafko Rajko Rajmund Ratko Renato
Rene Rihard Rino Robert Robi Rok Roman Romeo Rudi Rudolf Rupert Samir Samo Samuel Sandi Saša Sašo Sebastijan Sebastjan
Severin Silvester Silvij Silvo Simeon Simon Slavc Slavko Slobodan Srdan Srečko Stane Stanislav Stanko Staš Štef Stefan
Štefan Štefko Stevo Stipe Stojan Svetozar Svit Tadej Taras Tarik Tibor Tilen Tim Timotej Tine Tit Tjaš Toma Tomaž Tomi
Tomislav Tomo Tonček Tone Toni Urban Urh Uroš Valentin Valerij Valter Vanja Vasilij Vasja Vekoslav Veljko Vencelj
Venčeslav Venceslav Vid Viktor Vili Vilibald Viljem Vilko Vincenc Vincencij Vinko Vital Vito Vitomir Vladimir
Vladislav Vlado Vlasto Vojin Vojko Vojmir Vojteh Volodja Voranc Žan Žane Žarko Zdenko Zdravko Željko Žiga Živko
Živojin Zlatko Zmago Zoltan Zoran Zvone Zvonimir Zvonko
"""

_WOMEN = """
Adela Adelina Adrijana Agata Agica Agnes Agneza Albina Aleksandra Alenka Alica Alja Aljana Alma Alojzija Amalija Ana
Anamarija Anastazija Ančka Anđela Andreja Andrejka Angela Angelca Anica Anita Anja Anka Antonija Anuša Apolonija
Avgusta Avguština Barbara Barbka Beata Bernarda Bernardka Berta Berti Biserka Blanka Blaženka Bogdana Bogomila Boja
Bojana Božena Božica Branka Breda Brigita Cecilija Celestina Cilka Cirila Cvetana Cvetka Dana Danica Daniela Danijela
Darija Darinka Darja Daša Davorina Debora Dijana Ditka Djurdja Dolores Dora Dorica Doroteja Draga Dragana Dragica
Dunja Dušanka Dušica Edita Ela Elena Eleonora Eli Elica Elizabeta Elka Elvira Ema Emica Emilija Erika Erna Ernesta
Ernestina Eva Evelina Evgenija Fanči Fani Fanika Fatima Felicita Filomena Flora Florijana Frančiška Francka Frida
Friderika Gabriela Gabrijela Genovefa Gertruda Gizela Gordana Greta Hana Hedvika Helena Helga Hema Hermina Hilda Ida
Ines Inga Irena Irma Iva Ivana Ivanka Ivica Iza Izabela Jadranka Jagoda Jana Janja Janka Jasmina Jasna Jela Jelena
Jelica Jelka Jerica Jerneja Jolanda Josipina Jožefa Jožefina Jožica Judita Julija Julijana Julka Justina Kaja Karla
Karmen Karolina Katarina Kati Katica Katja Katjuša Katka Klara Klavdija Klementina Klotilda Kornelija Kristina Ksenija
Lana Lara Lea Lenka Leonida Leonora Leopoldina Lidija Lijana Lilijana Lina Liza Lizika Ljerka Ljuba Ljubica Ljudmila
Lojzi Lojzka Lora Loti Lucija Lučka Ludovika Luiza Magda Magdalena Maja Majda Manca Manica Manja Margareta Margita
Marica Marička Marija Marijana Marika Marina Marinka Marjana Marjanca Marjeta Marjetica Marjetka Marlena Marta Martina
Maruša Mateja Matilda Melanija Melita Meta Metka Metoda Mici Micka Mihaela Mija Milena Milica Milka Milojka Mimi Mina
Minka Mira Miranda Mirjam Mirjana Mirka Mojca Monika Nada Nadica Nadja Nastja Natalija Nataša Neda Nela Nena Neva
Nevenka Neža Nežka Nika Nikolina Nina Norma Nuša Olga Oliva Olivija Otilija Palma Patricija Pavla Pavlica Pavlina
Pepca Peregrina Petra Pika Pina Polona Polonca Rebeka Regina Renata Rezika Rezka Romana Rosana Roza Rozalija Rozana
Rožica Rozika Rozina Ruža Ružica Sabina Sandra Sanja Sara Šarlota Senka Silva Silvana Silvestra Silvija Simona Slava
Slavica Slavka Snežana Sofija Sonja Špela Stana Stanislava Stanka Štefanija Stefanija Štefica Štefka Suzana Svetlana
Tadeja Tamara Tanja Tatjana Tea Tekla Telka Terezija Terezika Tilka Tina Tinca Tinka Tjaša Tončka Tonka Urša Urška
Uršula Valburga Valentina Valerija Vanda Vanja Vera Verica Verona Veronika Vesna Vida Vika Viktorija Vilhelmina
Viljemina Vilma Vinka Viola Violeta Vita Vlasta Vojka Žaklina Zala Zalka Žana Zarja Zdenka Zdravka Željka Zinka Zita
Živa Živana Zlata Zlatka Zmagoslava Zofija Zofka Zora Zorica Zorka Zvezdana Zvonka
"""

MEN = frozenset(name.casefold() for name in _MEN.split())
"""First names of men, in lower case."""
WOMEN = frozenset(name.casefold() for name in _WOMEN.split())
"""First names of women, in lower case; a few names are of both."""
GIVEN = MEN | WOMEN
"""All first names."""


FAMILIES = frozenset(
    "adam ambrož benedikt david filip florijan gregor herman jan jordan jošt kristan lenart leonard marin martin mohor"
    " pavlin rupert simon urban".split()
)
"""First names that are family names, too: "Zoja Urban" is no Zoja by family."""


def same_sex(one: str, other: str) -> bool:
    """Tell whether two words can both be first names of one person.

    >>> same_sex("Ana", "Marija"), same_sex("Ana", "Matjaž"), same_sex("Ana", "Jelen")
    (True, False, False)
    """
    pair = {one.casefold(), other.casefold()}
    return pair <= MEN or pair <= WOMEN
