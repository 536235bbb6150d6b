"""Looks for words in files as somebody with a stolen disk would: in any spelling, packed or not, and in names of files."""

import base64
import re
import zlib
from contextlib import suppress

import zstandard

UNPACKED_BYTES_MAX = 1 << 20
ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda\x20\x3f\x7d\xbb\xf9]")
"""The two bytes with which zlib streams begin: a window of 32 KiB, and a check that divides by 31."""
ZSTD = b"\x28\xb5\x2f\xfd"


def spellings(word):
    """The word as bytes, as UTF-16 both ways, and as base64 at each of its three beginnings."""
    yield word.encode()
    yield word.encode("utf-16-le")
    yield word.encode("utf-16-be")
    for shift in range(3):
        inner = base64.b64encode(bytes(shift) + word.encode())
        if len(inner) >= 16:  # shorter ones stand anywhere by chance
            yield inner[4:-4]


def unpacked(data):
    """Whatever in these bytes is zlib, gzip or zstd, unpacked."""
    for start in ZLIB.finditer(data):
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(data[start.start() :], UNPACKED_BYTES_MAX)
    place = data.find(b"\x1f\x8b\x08")
    while place >= 0:
        with suppress(zlib.error):
            yield zlib.decompressobj(31).decompress(data[place:], UNPACKED_BYTES_MAX)
        place = data.find(b"\x1f\x8b\x08", place + 1)
    place = data.find(ZSTD)
    while place >= 0:
        with suppress(zstandard.ZstdError):
            yield zstandard.ZstdDecompressor().decompressobj().decompress(data[place:])
        place = data.find(ZSTD, place + 1)


def hits(folder, words):
    """Every (file, word) that stands readable in any file below a folder, or in a file's name."""
    found = []
    looked_for = [(word, spelling) for word in words for spelling in spellings(word)]
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        data = path.read_bytes() + str(path.relative_to(folder)).encode()
        hay = b"\n".join([data, *unpacked(data)])
        found += [(path.name, word) for word, spelling in looked_for if spelling in hay]
    return found
