"""What a build writes into the folder of a site: the whole, or one part of it, and nothing that is there already."""

from __future__ import annotations

from collections.abc import Callable, Collection

from quifaitquoi.annuaire.enrich import Territoire
from quifaitquoi.annuaire.enrich.empreintes import Empreintes
from quifaitquoi.base.cache import Cache, SansCache, cle
from quifaitquoi.base.parallele import ASSEZ, par_parts
from quifaitquoi.base.registre import Registre
from quifaitquoi.savoir.depliants import DOSSIER, Ecarts, a_imprimer
from quifaitquoi.savoir.donnees import DOSSIER as DONNEES
from quifaitquoi.site import ouvertes
from quifaitquoi.site.atelier import Atelier, Livrable
from quifaitquoi.site.copies import Copies, a_copier
from quifaitquoi.site.destination import LISTE, Destination
from quifaitquoi.site.parties import ENTIER, Note, Partie

# What they are of, where they go, and the digests that tell which of them are there already.
FaireDepliants = Callable[[Territoire, Registre, Empreintes], Ecarts]


class Fabrique:
    """Writes the files that `atelier` delivers, the open data, the leaflets and the copies to keep without network.

    `depliants` makes the leaflets that pages lead to, once these are written, and gives those that it could not make.
    """

    def __init__(self, atelier: Atelier, depliants: FaireDepliants = lambda *_: {}, partie: Partie = ENTIER,
                 cache: Cache | None = None):
        self._atelier, self._depliants = atelier, depliants
        self.partie, self._cache = partie, cache or SansCache()

    def preparer(self, ici: Destination, livrables: Collection[Livrable], copies: Collection[str]) -> None:
        """Make room for `livrables`, for `copies` that somebody else puts there, and for all that follows from the territory."""
        depliants = [f"{DOSSIER}/{nom}" for demande in a_imprimer(self._atelier.territoire) for nom in demande.fichiers]
        donnees = [f"{DONNEES}/{chemin}" for un in self._atelier.formats for chemin in un.chemins]
        ici.preparer([*copies, *(livrable.chemin for livrable in livrables), *depliants, *donnees, *self._a_copier().chemins])

    def ecrire(self, ici: Destination, livrables: Collection[Livrable], copies: Collection[str]) -> None:
        """Write what is not there as it should be, and note what each file was made from."""
        self._livrables, self._copies = livrables, copies
        registre = self._registre = Registre(ici.dossier, self._cache)
        registre.note_tel_quel((LISTE, *copies), b"")
        self._pages(registre)
        formats = [un for un in self._atelier.formats if self.partie.a(un.nom)]
        ouvertes.ecrire(self._atelier.territoire, formats, registre, self._atelier.empreintes, self._atelier.tout())
        if self.partie.premiere:
            self._avec_les_depliants(registre)
        if self.partie == ENTIER:
            self._a_copier().ecrire(registre)
        registre.garde()

    def note(self, dit: str) -> Note:
        """What this part holds, once it is whole, and all that it was made from; `dit` is what there is to say of leaflets."""
        tout, notes = self._atelier.tout(), {nom: octets.hex() for nom, octets in self._registre.notes.items() if nom != LISTE}
        # `tout` says all of fiches; what else there is, pages say.
        pages = [(livrable.chemin, livrable.cle()) for livrable in self._livrables if "/fiches/" not in livrable.chemin]
        copies = [(nom, notes.get(nom)) for nom in self._copies]
        entrees = cle(tout, self._atelier.empreintes.de(pages, copies, [un.nom for un in self._atelier.formats]))
        # A copy without network is made of files of all parts: the last to be written, when these are together.
        return Note(self.partie, entrees.hex(), dit, notes, self._a_copier())

    def _a_copier(self) -> Copies:
        return a_copier(self._atelier.territoire, self._atelier.langues)

    def _pages(self, registre: Registre) -> None:
        siens = self._siens()
        tiennent = par_parts(lambda part: [registre.tient(l.chemin, l.cle()) for l in part], siens)
        a_faire = [livrable for livrable, tient in zip(siens, tiennent, strict=True) if not tient]
        registre.note(registre.connus(l.chemin for l, tient in zip(siens, tiennent, strict=True) if tient))
        if len(a_faire) >= ASSEZ:
            self._atelier.compiler()
        ecrits = par_parts(lambda part: [registre.ecrit(l.chemin, l.cle(), l.contenu()) for l in part], a_faire)
        registre.note({livrable.chemin: ecrit for livrable, ecrit in zip(a_faire, ecrits, strict=True)})

    def _siens(self) -> list[Livrable]:
        """What is made here: all, or a part of it. Pages that lead to leaflets are made where these are."""
        if self.partie == ENTIER:
            return [*self._livrables]
        menent = {livrable.chemin for livrable in self._atelier.menent_a(a_imprimer(self._atelier.territoire), self._livrables)}
        return [livrable for livrable in self._livrables
                if (self.partie.premiere if livrable.chemin in menent else self.partie.a(livrable.chemin))]

    def _avec_les_depliants(self, registre: Registre) -> None:
        # Only now: a page that was to lead to a leaflet that could not be made is written again without it.
        ecarts = self._depliants(self._atelier.territoire, registre, self._atelier.empreintes)
        for livrable in self._atelier.sans(ecarts, self._livrables):
            depend = self._atelier.empreintes.de(livrable.cle(), ecarts)
            registre.note({livrable.chemin: registre.ecrit(livrable.chemin, depend, livrable.contenu())})
