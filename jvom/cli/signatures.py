# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Signatures over the manifest of a submission, made and verified by OpenSSH's ssh-keygen.

A signature is a file beside the submission (SSHSIG, OpenSSH's PROTOCOL.sshsig), so the submission is the same
whoever signs it. Anyone can verify it without jvom:

    unzip -p indiening-2025.zip manifest.json |
        ssh-keygen -Y verify -n seal@jvom -f signers -I NAME -s indiening-2025.zip.sig
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from jvom.cli.surroundings import find_program
from jvom.messages import Message, msg
from jvom.source import CannotRun, Problem, Span, read_file, unreadable

NAMESPACE = "seal@jvom"
"""What the signatures are for, so that none made for mail, a file or a commit can pass for one."""
SUFFIX = ".sig"

_SECONDS = 20
_LARGEST_SIGNATURE = 100_000
_LARGEST_LIST = 2_000_000
_KEY = re.compile(r"key (\S+)$", re.MULTILINE)
# What ssh-keygen says beside the reason: whole lines, and the question that it could not ask.
_REMARKS = ("Signing data on ", "Could not verify signature", "No principal matched", "@")
_QUESTION = re.compile(r"^Enter passphrase for .*?: ")


class Signed(msgspec.Struct, frozen=True):
    """Who signed, as the list of signers calls them, and the fingerprint of their key."""

    signers: tuple[str, ...]
    key: str


class _Answer(msgspec.Struct, frozen=True):
    """What ssh-keygen said, and whether it agreed."""

    agreed: bool
    said: str
    reasons: str


def signature_path(submission: Path) -> Path:
    """Return where the signature of a submission is."""
    return submission.with_name(f"{submission.name}{SUFFIX}")


def signing_problems(key: Path) -> Iterator[Problem]:
    """Yield what can be known beforehand to keep a key from signing."""
    if find_program("ssh-keygen") is None:
        yield _missing_program("--sign")
    try:
        read_file(key, _LARGEST_LIST)
    except OSError as error:
        yield unreadable(key.as_posix(), error)


def sign(manifest: bytes, key: Path) -> bytes:
    """Return the signature over a manifest by the key in this file.

    That is a private key, whose passphrase ssh-keygen itself asks for on the terminal, or the public key of
    one that an agent holds. Raises CannotRun when ssh-keygen is not there or refuses.
    """
    # Without a limit of time: someone may be typing a passphrase or touching a token.
    answer = _ask("--sign", "sign", "-n", NAMESPACE, "-f", str(key.absolute()), said=manifest, seconds=None)
    if not answer.agreed or not answer.said:
        what = msg("met deze sleutel is niet te ondertekenen: {reason}", reason=answer.reasons)
        advice = msg("geef een sleutel van ssh, of het .pub-bestand van een sleutel in uw agent")
        raise CannotRun([Problem(Span(key.as_posix()), what, advice)])
    return answer.said.encode()


def verify_signature(
    manifest: bytes, submission: Path, signers: Path, as_of: date | None
) -> Signed | Problem:
    """Return who signed a manifest, or why its signature beside the submission counts for nothing.

    `signers` is a file of allowed signers (ssh-keygen(1)), whose keys must be valid on the day `as_of`, None
    for today. Raises CannotRun when ssh-keygen or that file is not there.
    """
    place = signature_path(submission)
    span = Span(place.as_posix())
    try:
        read_file(signers, _LARGEST_LIST)
    except OSError as error:
        raise CannotRun([unreadable(signers.as_posix(), error)]) from error
    try:
        read_file(place, _LARGEST_SIGNATURE)
    except FileNotFoundError:
        what = msg("er is geen handtekening bij deze indiening")
        return Problem(span, what, msg("vraag het bestand met die naam aan wie haar ondertekende"))
    except OSError as error:
        raise CannotRun([unreadable(place.as_posix(), error)]) from error
    signature = ("-s", str(place.absolute()))
    found = _ask("--signers", "check-novalidate", "-n", NAMESPACE, *signature, said=manifest)
    if not found.agreed:
        return Problem(span, *_mismatch(found.reasons))
    key = match[1] if (match := _KEY.search(found.said.strip())) else "?"
    moment = () if as_of is None else (f"-Overify-time={as_of:%Y%m%d}120000",)
    allowed = ("-f", str(signers.absolute()))
    named = _ask("--signers", "find-principals", *moment, *allowed, *signature)
    names = [name for line in named.said.splitlines() for name in line.split(",") if name.strip()]
    answers = {
        name: _ask(
            "--signers", "verify", *moment, "-n", NAMESPACE, *allowed, *signature, "-I", name, said=manifest
        )
        for name in names
    }
    good = tuple(name for name, answer in answers.items() if answer.agreed)
    if good:
        return Signed(good, key)
    refusals = [named.reasons, *(answer.reasons for answer in answers.values())]
    return Problem(span, *_refusal(refusals, key, signers))


def _mismatch(reasons: str) -> tuple[Message, Message]:
    """Return what is wrong with a signature that is not over this manifest, and what to do."""
    if "namespace" in reasons:
        what = msg("deze handtekening is voor iets anders gezet, niet voor een indiening van jvom")
    elif "parse" in reasons or "armor" in reasons:
        what = msg("dit is geen handtekening van OpenSSH")
    else:
        what = msg("deze handtekening hoort niet bij deze indiening")
    return what, msg("vraag de indiening en haar handtekening opnieuw aan wie haar ondertekende")


def _refusal(reasons: Iterable[str], key: str, signers: Path) -> tuple[Message, Message]:
    """Return why the list does not allow the key of a good signature, and what to do."""
    said = " ".join(dict.fromkeys(each for each in reasons if each))
    name = signers.as_posix()
    if "expired" in said:
        what = msg("de sleutel van deze handtekening is verlopen: {key} ({reason})", key=key, reason=said)
        return what, msg("geef met --as-of de dag waarop ondertekend is, als u die kent")
    if "not yet valid" in said:
        what = msg(
            "de sleutel van deze handtekening is nog niet geldig: {key} ({reason})", key=key, reason=said
        )
        return what, msg("geef met --as-of de dag waarop ondertekend is, als u die kent")
    if "not permitted" in said:
        what = msg(
            "met deze sleutel mag geen indiening ondertekend worden: {key} ({reason})", key=key, reason=said
        )
        return what, msg('zet namespaces="{namespace}" bij deze ondertekenaar', namespace=NAMESPACE)
    what = msg("de ondertekenaar is onbekend: {name} noemt de sleutel {key} niet", name=name, key=key)
    if said:
        what = msg(
            "de ondertekenaar is onbekend: {name} noemt de sleutel {key} niet ({reason})",
            name=name,
            key=key,
            reason=said,
        )
    return what, msg("vertrouw dit niet, tenzij u weet van wie die sleutel is; zet hem dan in dat bestand")


def _missing_program(option: str) -> Problem:
    what = msg("ssh-keygen ontbreekt, en zonder dat gaat het met handtekeningen niet")
    return Problem(
        Span(option), what, msg("installeer OpenSSH (openssh-client) en zorg dat het in PATH staat")
    )


def _ask(option: str, *arguments: str, said: bytes = b"", seconds: float | None = _SECONDS) -> _Answer:
    """Return the answer of ``ssh-keygen -Y``; raises CannotRun with the option when it can't be had."""
    program = find_program("ssh-keygen")
    if program is None:
        raise CannotRun([_missing_program(option)])
    try:
        done = subprocess.run(
            [program, "-Y", *arguments],
            input=said,
            capture_output=True,
            timeout=seconds,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        what = msg("ssh-keygen liep niet: {reason}", reason=str(error))
        raise CannotRun(
            [Problem(Span(option), what, msg("probeer het met de hand: {program}", program=program))]
        ) from error
    lines = [_QUESTION.sub("", line).strip() for line in done.stderr.decode("utf-8", "replace").splitlines()]
    reasons = "; ".join(line for line in lines if line and not line.startswith(_REMARKS))
    return _Answer(done.returncode == 0, done.stdout.decode("utf-8", "replace"), reasons)
