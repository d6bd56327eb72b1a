# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of words in a file, with a text for each: loading one costs nothing, and looking up a word little.

A table begins with the number of its buckets, and where each of them begins and the last ends. A word is in
the bucket that its checksum tells, as a line: the word, a space and its text.
"""

from __future__ import annotations

from collections.abc import Mapping
from mmap import mmap
from struct import Struct
from zlib import crc32

_NUMBER, _ENDS = Struct("<I"), Struct("<II")
#: How many words a bucket has: the fewer, the sooner one is found.
_IN_BUCKET = 4


class WordTable:
    """The table that some bytes are."""

    def __init__(self, file: bytes | mmap) -> None:
        self._file = file
        (self._buckets,) = _NUMBER.unpack_from(file)

    def get(self, word: str) -> str:
        """Return the text of a word; "" when it is not in the table."""
        letters = word.encode()
        bucket = crc32(letters) % self._buckets + 1
        start, end = _ENDS.unpack_from(self._file, bucket * _NUMBER.size)
        _, _, behind = self._file[start:end].partition(b"\n%s " % letters)
        return behind.partition(b"\n")[0].decode()


def make_table(texts: Mapping[str, str]) -> bytes:
    """Return the table of words and their texts, neither with a line end, and the words without spaces."""
    buckets: list[list[bytes]] = [[] for _ in range(len(texts) // _IN_BUCKET + 1)]
    for word, text in sorted(texts.items()):
        buckets[crc32(word.encode()) % len(buckets)].append(f"\n{word} {text}".encode())
    contents = [b"".join((*lines, b"\n")) for lines in buckets]
    places = [_NUMBER.size * (len(buckets) + 2)]
    for content in contents:
        places.append(places[-1] + len(content))
    return b"".join((*map(_NUMBER.pack, (len(buckets), *places)), *contents))
