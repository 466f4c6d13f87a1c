"""Opens a file of places, also one inside a ZIP or gzip file, and tells how long it is."""

from __future__ import annotations

import contextlib
import gzip
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from fogline.errors import UsageError

_NOTES = ("readme", "iso-languagecodes")  # what else lies in the archives of GeoNames


@contextlib.contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The file's bytes, unpacked.

    Raises:
        UsageError: there is no such file, or it is broken.
    """
    try:
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive, archive.open(_member(archive, path)) as file:
                yield file
        elif path.suffix == ".gz":
            with gzip.open(path) as file:
                yield cast(IO[bytes], file)
        else:
            with path.open("rb", buffering=1 << 20) as file:
                yield file
    except (OSError, zipfile.BadZipFile, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"{path} cannot be read: {reason}", next_step="Give the path of a whole file") from error


def size(path: Path) -> int:
    """The number of bytes, unpacked; 0 where only unpacking would tell."""
    if path.suffix == ".zip":
        with contextlib.suppress(OSError, zipfile.BadZipFile), zipfile.ZipFile(path) as archive:
            return _member(archive, path).file_size
    return path.stat().st_size if path.is_file() and path.suffix not in {".gz", ".zip"} else 0


def inner_name(path: Path) -> str:
    """The name of what is read: of the file itself or of the file in the archive."""
    if path.suffix == ".zip":
        with contextlib.suppress(OSError, zipfile.BadZipFile), zipfile.ZipFile(path) as archive:
            return Path(_member(archive, path).filename).name
    return path.name.removesuffix(".gz")


def _member(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    files = [i for i in archive.infolist() if not i.is_dir()]
    files = [i for i in files if not Path(i.filename).name.casefold().startswith(_NOTES)]
    if len(files) != 1:
        raise UsageError(f"{path} holds {len(files)} files of data", next_step="Unpack it and add the one you want")
    return files[0]
