"""Builds the sdist and the wheel with the standard library alone, so that no package index is needed.

pip calls it as a build backend (PEP 517); ``python3 build_package.py dist`` makes both in the folder ``dist``.
"""

import base64
import hashlib
import io
import os
import re
import sys
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
NAME = "followthrough"
VERSION = re.search(r'__version__ = "(.+)"', (ROOT / "src" / NAME / "__init__.py").read_text()).group(1)
# the same bytes from the same sources
MADE_AT = int(os.environ.get("SOURCE_DATE_EPOCH", "1767225600"))
WHEEL = "Wheel-Version: 1.0\nGenerator: followthrough packaging\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def metadata():
    head = [
        "Metadata-Version: 2.1",
        f"Name: {NAME}",
        f"Version: {VERSION}",
        "Summary: Followthrough for Python: keep what was promised after a meeting.",
        "License: Apache-2.0",
        "Requires-Python: >=3.10",
        "Description-Content-Type: text/markdown",
    ]
    return "\n".join(head) + "\n\n" + (ROOT / "README.md").read_text()


def sources():
    return sorted(one for one in (ROOT / "src").rglob("*") if one.suffix in (".py", ".typed"))


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    file = f"{NAME}-{VERSION}-py3-none-any.whl"
    info = f"{NAME}-{VERSION}.dist-info"
    members = {str(one.relative_to(ROOT / "src").as_posix()): one.read_bytes() for one in sources()}
    members[f"{info}/METADATA"] = metadata().encode()
    members[f"{info}/WHEEL"] = WHEEL.encode()
    record = "".join(f"{name},{digest(content)},{len(content)}\n" for name, content in members.items())
    members[f"{info}/RECORD"] = (record + f"{info}/RECORD,,\n").encode()
    with zipfile.ZipFile(Path(wheel_directory) / file, "w", zipfile.ZIP_DEFLATED) as wheel:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            wheel.writestr(entry, content)
    return file


def build_sdist(sdist_directory, config_settings=None):
    base = f"{NAME}-{VERSION}"
    with tarfile.open(Path(sdist_directory) / f"{base}.tar.gz", "w:gz") as sdist:
        for one in [*sources(), ROOT / "build_package.py", ROOT / "pyproject.toml", ROOT / "README.md"]:
            add(sdist, f"{base}/{one.relative_to(ROOT).as_posix()}", one.read_bytes())
        add(sdist, f"{base}/PKG-INFO", metadata().encode())
    return f"{base}.tar.gz"


def add(archive, name, content):
    entry = tarfile.TarInfo(name)
    entry.size, entry.mtime = len(content), MADE_AT
    archive.addfile(entry, io.BytesIO(content))


def digest(content):
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "dist")
    target.mkdir(parents=True, exist_ok=True)
    print(target / build_sdist(target))
    print(target / build_wheel(target))
