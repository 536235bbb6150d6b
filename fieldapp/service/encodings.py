"""Bodies on thin links: zstd, gzip or as they are, with limits that hold whatever a header claims.

Promise: unpacking stops at the limit, before anything is parsed, having held no more than the limit in memory; a
cut or damaged body is never taken for a whole one. Never here: what the bytes say.
Source: protocol 1 section 3; RFC 8878 (zstd) sections 3.1.1 for frames and 3.1.1.2 for blocks; RFC 9110 section
12.5.3 for Accept-Encoding. Trap met: zstandard's `max_output_size` is ignored when a frame states its size, and a
truncated frame ends silently; so we read through a stream and walk the blocks to see that the frame is whole.
"""

from __future__ import annotations

import zlib

import zstandard

from fieldapp.protocol.codes import Malformed, ProtocolError
from fieldapp.protocol.wire import UNPACKED_BYTES_MAX, WINDOW_BYTES_MAX

_PIECE = 64 * 1024
# Below this a reply grows, or saves less than a packet.
_WORTH_PACKING_BYTES = 200
_ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"


def unpack(data: bytes, encoding: str | None, limit: int = UNPACKED_BYTES_MAX) -> bytes:
    """The body as it was before packing; `too_large` beyond `limit`, `malformed` if it is not whole and sound."""
    name = (encoding or "identity").strip().lower()
    if name == "identity":
        if len(data) > limit:
            raise ProtocolError("too_large")
        return data
    if name == "gzip":
        return _ungzip(data, limit)
    if name == "zstd":
        return _unzstd(data, limit)
    raise Malformed("an encoding that is not spoken here")


def _ungzip(data: bytes, limit: int) -> bytes:
    unpacked = bytearray()
    rest = data
    while rest:
        member = zlib.decompressobj(wbits=31)
        try:
            while not member.eof:
                piece = member.decompress(rest, _PIECE)
                rest = member.unconsumed_tail
                unpacked += piece
                if len(unpacked) > limit:
                    raise ProtocolError("too_large")
                if not piece and not rest and not member.eof:
                    raise Malformed("a cut gzip body")
        except zlib.error:
            raise Malformed("a damaged gzip body") from None
        rest = member.unused_data
    if not data:
        raise Malformed("an empty gzip body")
    return bytes(unpacked)


def _unzstd(data: bytes, limit: int) -> bytes:
    unpacked = bytearray()
    rest = memoryview(data)
    if not data:
        raise Malformed("an empty zstd body")
    while rest:
        frame = rest[: _frame_size(rest)]
        rest = rest[len(frame) :]
        decompressor = zstandard.ZstdDecompressor(max_window_size=WINDOW_BYTES_MAX)
        try:
            with decompressor.stream_reader(frame) as reader:
                while piece := reader.read(_PIECE):
                    unpacked += piece
                    if len(unpacked) > limit:
                        raise ProtocolError("too_large")
        except zstandard.ZstdError:
            raise Malformed("a damaged zstd body") from None
    return bytes(unpacked)


def _frame_size(data: memoryview) -> int:
    """How long the first frame is, header, blocks and checksum; `malformed` if it is cut."""
    if bytes(data[:4]) != _ZSTD_MAGIC:
        raise Malformed("a damaged zstd body")
    try:
        told = zstandard.get_frame_parameters(data[:18])
        position = zstandard.frame_header_size(data[:18])
    except zstandard.ZstdError:
        raise Malformed("a damaged zstd body") from None
    if told.window_size > WINDOW_BYTES_MAX:
        raise ProtocolError("too_large")
    if told.dict_id:
        raise Malformed("a zstd body with a dictionary")
    is_last = False
    while not is_last:
        head = int.from_bytes(data[position : position + 3], "little")
        is_last, kind, size = bool(head & 1), head >> 1 & 3, head >> 3
        position += 3 + (1 if kind == 1 else size)  # a run-length block holds one byte, whatever it claims
        if position > len(data):
            raise Malformed("a cut zstd body")
    position += 4 if told.has_checksum else 0
    if position > len(data):
        raise Malformed("a cut zstd body")
    return position


def choose(accepted: str | None) -> str:
    """The best encoding that an Accept-Encoding header takes: zstd, gzip or identity."""
    taken = {}
    for part in (accepted or "").split(","):
        name, *parameters = part.strip().lower().split(";")
        quality = next((p.strip()[2:] for p in parameters if p.strip().startswith("q=")), "1")
        taken[name.strip()] = quality.rstrip("0").rstrip(".") not in ("", "0")
    for name in ("zstd", "gzip"):
        if taken.get(name, taken.get("*", False)):
            return name
    return "identity"


def pack(data: bytes, accepted: str | None) -> tuple[bytes, str]:
    """The body as it goes out, and the encoding's name."""
    name = choose(accepted) if len(data) >= _WORTH_PACKING_BYTES else "identity"
    if name == "zstd":
        return zstandard.ZstdCompressor(level=6).compress(data), name
    if name == "gzip":
        packer = zlib.compressobj(level=6, wbits=31)
        return packer.compress(data) + packer.flush(), name
    return data, name
