"""The one way to write a file that belongs to somebody: beside it, then into its place in one step. At any moment it is the old
one whole or the new one whole, whatever stops the program or fills the disk."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import signal
import stat
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from quifaitquoi.base.refus import Refus

PLEIN = (errno.ENOSPC, errno.EDQUOT)
DISQUE_PLEIN = "il n'y a plus de place sur le disque"


Contenu = str | bytes | Iterable[bytes]  # whole, or bit by bit where nobody holds it all


def ecrire(chemin: Path, contenu: Contenu, racine: Path | None = None, encore: Callable[[], bool] = lambda: True) -> None:
    """Put `contenu` at `chemin`, with the mode of what was there; folders that lack are made. Raises Refus.

    Below `racine` no folder may be a link. `encore` is asked last: whether what is there is still what was read.
    """
    with _dit_en_francais(chemin):
        essai = _a_cote(chemin, contenu, racine)
        try:
            if not encore():
                raise Refus(f"« {chemin} » vient d'être changé ailleurs : recommencez")
            os.replace(essai, chemin)
        except BaseException:
            with suppress(OSError):
                essai.unlink()
            raise
        _assure(chemin.parent)


def ecrire_ensemble(contenus: Mapping[Path, str | bytes], racine: Path) -> None:
    """All of these files below `racine`, or none: they are written beside their places, then renamed, and whatever stops that puts
    back what was renamed. Raises Refus.

    A machine that loses its power meanwhile leaves each file whole, but maybe not all of them.
    """
    essais: dict[Path, Path] = {}
    anciens: dict[Path, Path | None] = {}  # kept beside its place too: putting it back takes no room, neither there nor in memory
    with _a_l_ecoute(_interrompt):
        try:
            for chemin, contenu in contenus.items():
                with _dit_en_francais(chemin):
                    essais[chemin] = _a_cote(chemin, contenu, racine, assure=False)
            # All at once: thousands of files, each waited for by itself, take minutes. Then each is asked whether that went well.
            getattr(os, "sync", lambda: None)()
            for chemin, essai in essais.items():
                with _dit_en_francais(chemin):
                    _attend(essai)
            for chemin, essai in essais.items():
                with _dit_en_francais(chemin):
                    anciens[chemin] = ancien = _voisin(chemin) if chemin.is_file() else None
                    if ancien:
                        _garde(chemin, ancien)
                    os.replace(essai, chemin)
        except BaseException:
            with _a_l_ecoute(signal.SIG_IGN, signal.SIGINT):
                _remet(anciens, essais)
            raise
        finally:
            with _a_l_ecoute(signal.SIG_IGN, signal.SIGINT):
                for reste in (*essais.values(), *filter(None, anciens.values())):
                    with suppress(OSError):
                        reste.unlink()
    for dossier in {chemin.parent for chemin in essais}:
        _assure(dossier)


def _remet(anciens: Mapping[Path, Path | None], essais: Mapping[Path, Path]) -> None:
    """What was there, wherever it was replaced already."""
    for chemin, ancien in anciens.items():
        with suppress(OSError):
            if essais[chemin].exists():
                continue
            if ancien:
                os.replace(ancien, chemin)
            else:
                chemin.unlink()


def _garde(chemin: Path, ancien: Path) -> None:
    try:
        os.link(chemin, ancien)
    except OSError:  # a stick knows no second name
        shutil.copy2(chemin, ancien)


@contextmanager
def _a_l_ecoute(ainsi: Callable | signal.Handlers, *aussi: signal.Signals) -> Iterator[None]:
    """Who ends the program politely, or closes its window, is answered `ainsi`, as are these signals; whoever had them ignored is
    not asked again."""
    avant = {}
    if threading.current_thread() is threading.main_thread():
        tous = {signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM), *aussi}
        avant = {lequel: signal.signal(lequel, ainsi) for lequel in tous if signal.getsignal(lequel) not in (signal.SIG_IGN, None)}
    try:
        yield
    finally:
        for lequel, ancien in avant.items():
            signal.signal(lequel, ancien)


def _interrompt(*_: object) -> None:
    raise KeyboardInterrupt


@contextmanager
def _dit_en_francais(chemin: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Refus(f"« {chemin} » ne peut pas être écrit : " + (
            f"{DISQUE_PLEIN}. Ce qui était là n'a pas changé" if error.errno in PLEIN else
            "vérifiez le dossier et vos droits, ou fermez le fichier s'il est ouvert ailleurs")) from None


def premier_lien(chemin: Path, racine: Path) -> Path | None:
    """The link that `chemin` goes through below `racine`, or is: writing there would change something somewhere else."""
    for ici in (chemin, *chemin.parents):
        if ici in (racine, ici.parent):
            return None
        if ici.is_symlink():
            return ici
    return None


def _mode(chemin: Path) -> int | None:
    """The mode to keep; None where there is nothing yet. A link or a device is never replaced by a file."""
    if not os.path.lexists(chemin):
        return None
    ici = chemin.lstat().st_mode
    if not stat.S_ISREG(ici):
        raise Refus(f"« {chemin} » ne peut pas être écrit : ce n'est pas un fichier ordinaire")
    return stat.S_IMODE(ici)


def _a_cote(chemin: Path, contenu: Contenu, racine: Path | None, assure: bool = True) -> Path:
    """The file beside `chemin` that holds `contenu`; `assure` waits until the disk has it."""
    if racine is not None and (lien := premier_lien(chemin, racine)):
        raise Refus(f"« {lien} » est un lien : modifiez le vrai fichier")
    mode = _mode(chemin)
    chemin.parent.mkdir(parents=True, exist_ok=True)
    essai = _voisin(chemin)
    try:
        entier = contenu.encode() if isinstance(contenu, str) else contenu
        _ecrit(essai, [entier] if isinstance(entier, bytes) else entier, mode, assure)
    except BaseException:
        with suppress(OSError):
            essai.unlink()
        raise
    return essai


def _voisin(chemin: Path) -> Path:
    return chemin.with_name(f".{secrets.token_hex(8)}.essai")


def _ecrit(essai: Path, morceaux: Iterable[bytes], mode: int | None, assure: bool) -> None:
    with open(os.open(essai, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666), "wb") as flux:
        for morceau in morceaux:
            flux.write(morceau)
        flux.flush()
        if assure:
            os.fsync(flux.fileno())
    # Some sticks know no modes, and would refuse even to be told the same again.
    if mode is not None and stat.S_IMODE(essai.stat().st_mode) != mode:
        os.chmod(essai, mode)


def _assure(dossier: Path) -> None:
    """The new name outlives a power cut too, where the system can promise it: the file is whole in any case."""
    with suppress(OSError):
        _attend(dossier)


def _attend(chemin: Path) -> None:
    ouvert = os.open(chemin, os.O_RDONLY)
    try:
        os.fsync(ouvert)
    finally:
        os.close(ouvert)
