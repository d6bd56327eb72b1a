# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A submission signed with a key of ssh, and its signature verified against a list of signers."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from jvom.cli.app import run
from jvom.cli.signatures import NAMESPACE
from jvom.sealing.bundle import bundle
from jvom.sealing.manifest import CHECKLIST, NAME, encode
from jvom.sealing.manifest import sealed as sealed_manifest
from jvom.sealing.printed_seal import print_seal, without_seal
from jvom.sealing.verification import open_submission
from tests.cli.submissions import SEALED
from tests.cli.workspaces import LESSER, environment, make_workspace
from tests.conftest import tool
from tests.waiting import LIMIT

SIGNATURE = f"{SEALED}.sig"
WHO = "coordinator@mindef.nl"
_ON_A_TERMINAL = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"


def keygen(*arguments: str | Path, **more: str) -> str:
    """Run ssh-keygen; return what it says."""
    program = tool("ssh-keygen", shutil.which("ssh-keygen"))
    done = subprocess.run(
        [program, *arguments], check=True, capture_output=True, text=True, env={**os.environ, **more}
    )
    return done.stdout


def make_key(path: Path, passphrase: str = "") -> Path:
    """Make a key; return the path of its private part."""
    keygen("-q", "-t", "ed25519", "-N", passphrase, "-C", "", "-f", path)
    return path


def public(key: Path) -> str:
    return key.with_name(f"{key.name}.pub").read_text(encoding="utf-8").strip()


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with three keys: of the one who seals, of another, and one with a passphrase."""
    folder = tmp_path_factory.mktemp("sleutels")
    make_key(folder / "eigen")
    make_key(folder / "ander")
    make_key(folder / "geheim", "open sesam")
    return folder


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory, keys: Path) -> Path:
    """Return a folder with a submission that was sealed and signed."""
    folder = make_workspace(tmp_path_factory.mktemp("ondertekend"))
    command = [sys.executable, "-m", "jvom", "seal", *LESSER, "--sign", str(keys / "eigen")]
    subprocess.run(command, cwd=folder, env=environment(folder), check=True, capture_output=True)
    return folder


@pytest.fixture
def here(signed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a folder with that submission, its signature, and no more."""
    shutil.copytree(signed / "build", tmp_path / "build")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def allow(keys: Path, key: str = "eigen", options: str = "", who: str = WHO) -> str:
    """Write a list of signers that allows a key; return its name."""
    Path("ondertekenaars").write_text(f"# wie mag\n{who} {options} {public(keys / key)}\n", encoding="utf-8")
    return "ondertekenaars"


def sign_with_openssh(data: bytes, key: Path, namespace: str = NAMESPACE) -> bytes:
    """Return a signature that jvom did not make."""
    command = ["ssh-keygen", "-Y", "sign", "-n", namespace, "-f", str(key)]
    return subprocess.run(command, input=data, check=True, capture_output=True).stdout


def manifest() -> bytes:
    with zipfile.ZipFile(SEALED) as archive:
        return archive.read(NAME)


class Describe_a_signed_seal:
    def it_is_the_same_file_with_a_signature_beside_it(self, signed: Path, workspace: Path) -> None:
        assert run(["seal", *LESSER]) == 0
        assert (workspace / SEALED).read_bytes() == (signed / SEALED).read_bytes()
        assert not (workspace / SIGNATURE).exists()
        assert (signed / SIGNATURE).read_bytes().startswith(b"-----BEGIN SSH SIGNATURE-----\n")

    def it_can_be_verified_without_jvom(self, here: Path, keys: Path) -> None:
        command = [
            "ssh-keygen",
            "-Y",
            "verify",
            "-n",
            NAMESPACE,
            "-I",
            WHO,
            "-f",
            allow(keys),
            "-s",
            SIGNATURE,
        ]
        done = subprocess.run(command, input=manifest(), check=False, capture_output=True)
        assert done.returncode == 0, done.stderr

    def it_says_who_signed(self, here: Path, keys: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["verify", SEALED, "--signers", allow(keys)]) == 0
        fingerprint = keygen("-l", "-f", keys / "eigen.pub").split()[1]
        assert f"Ondertekend door {WHO} met sleutel {fingerprint}" in capsys.readouterr().out
        assert run(["verify", SEALED, "--signers", allow(keys), "--json"]) == 0
        said = json.loads(capsys.readouterr().out)
        assert (said["whole"], said["signed_by"], said["signing_key"]) == (True, [WHO], fingerprint)

    def it_may_be_of_someone_with_several_names(
        self, here: Path, keys: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["verify", SEALED, "--signers", allow(keys, who="a@mindef.nl,b@mindef.nl")]) == 0
        assert "Ondertekend door a@mindef.nl, b@mindef.nl met" in capsys.readouterr().out

    def it_may_be_signed_later_by_another_program(self, here: Path, keys: Path) -> None:
        Path(SIGNATURE).write_bytes(sign_with_openssh(manifest(), keys / "ander"))
        assert run(["verify", SEALED, "--signers", allow(keys, "ander")]) == 0

    def it_is_told_that_nobody_looked_at_its_signature(
        self, here: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["verify", SEALED]) == 0
        said = capsys.readouterr()
        assert "Ondertekend" not in said.out
        assert f"{SIGNATURE} is niet nagegaan: geef met --signers wie er mag ondertekenen." in said.err


class Describe_a_signature_that_counts_for_nothing:
    def it_is_missing(self, here: Path, keys: Path, capsys: pytest.CaptureFixture[str]) -> None:
        Path(SIGNATURE).unlink()
        assert run(["verify", SEALED, "--signers", allow(keys)]) == 1
        said = capsys.readouterr()
        assert said.err.startswith(f"{SIGNATURE}: er is geen handtekening bij deze indiening")
        assert "onveranderd" not in said.out

    def it_is_of_someone_unknown(self, here: Path, keys: Path, capsys: pytest.CaptureFixture[str]) -> None:
        fingerprint = keygen("-l", "-f", keys / "eigen.pub").split()[1]
        assert run(["verify", SEALED, "--signers", allow(keys, "ander")]) == 1
        said = capsys.readouterr().err
        assert f"de ondertekenaar is onbekend: ondertekenaars noemt de sleutel {fingerprint} niet" in said

    @pytest.mark.parametrize(
        "text", ["", "# niemand\n", "onzin\n", f"{WHO} ssh-ed25519 AAAA\n", "\0\x1b[2J\n"]
    )
    def it_is_unknown_to_any_other_list(
        self, here: Path, capsys: pytest.CaptureFixture[str], text: str
    ) -> None:
        Path("lijst").write_text(text, encoding="utf-8")
        assert run(["verify", SEALED, "--signers", "lijst"]) == 1
        said = capsys.readouterr().err
        assert "de ondertekenaar is onbekend: lijst" in said
        assert "\x1b" not in said

    @pytest.mark.parametrize(
        ("options", "said", "day"),
        [
            ('valid-before="20200101"', "is verlopen", "2019-12-31"),
            ('valid-after="20990101"', "is nog niet geldig", "2099-06-01"),
        ],
    )
    def it_is_of_a_key_that_is_not_valid_now(
        self, here: Path, keys: Path, capsys: pytest.CaptureFixture[str], options: str, said: str, day: str
    ) -> None:
        allow(keys, options=options)
        assert run(["verify", SEALED, "--signers", "ondertekenaars"]) == 1
        assert f"de sleutel van deze handtekening {said}" in capsys.readouterr().err
        assert run(["verify", SEALED, "--signers", "ondertekenaars", "--as-of", day]) == 0

    def it_is_of_a_key_for_something_else(
        self, here: Path, keys: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["verify", SEALED, "--signers", allow(keys, options='namespaces="git"')]) == 1
        assert "met deze sleutel mag geen indiening ondertekend worden" in capsys.readouterr().err
        assert run(["verify", SEALED, "--signers", allow(keys, options=f'namespaces="{NAMESPACE}"')]) == 0

    def it_was_made_for_something_else(
        self, here: Path, keys: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        Path(SIGNATURE).write_bytes(sign_with_openssh(manifest(), keys / "eigen", "git"))
        assert run(["verify", SEALED, "--signers", allow(keys)]) == 1
        assert "deze handtekening is voor iets anders gezet" in capsys.readouterr().err

    def it_is_of_another_submission(self, here: Path, keys: Path, capsys: pytest.CaptureFixture[str]) -> None:
        made, files = open_submission(Path(SEALED).read_bytes(), SEALED)
        blank = without_seal(files[CHECKLIST], made.seal)
        other = sealed_manifest(replace(made, title="Een ander rapport 2025"))
        Path(SEALED).write_bytes(bundle(encode(other), {**files, CHECKLIST: print_seal(blank, other.seal)}))
        assert run(["verify", SEALED]) == 0
        assert run(["verify", SEALED, "--signers", allow(keys)]) == 1
        assert f"{SIGNATURE}: deze handtekening hoort niet bij deze indiening" in capsys.readouterr().err

    def it_is_told_beside_what_else_changed(
        self, here: Path, keys: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        made, files = open_submission(Path(SEALED).read_bytes(), SEALED)
        Path(SEALED).write_bytes(bundle(encode(made), {**files, "nota.docx": b"?"}))
        assert run(["verify", SEALED, "--signers", allow(keys, "ander")]) == 1
        said = [line.partition(": ")[0] for line in capsys.readouterr().err.splitlines()]
        assert said == [f"{SEALED}/nota.docx", SIGNATURE]

    @pytest.mark.parametrize("data", [b"", b"x", b"\0" * 900, b"-----BEGIN SSH SIGNATURE-----\nAAAA\n"])
    def it_is_none(self, here: Path, keys: Path, capsys: pytest.CaptureFixture[str], data: bytes) -> None:
        Path(SIGNATURE).write_bytes(data)
        assert run(["verify", SEALED, "--signers", allow(keys)]) == 1
        assert capsys.readouterr().err.startswith(f"{SIGNATURE}: d")

    def it_was_changed_anywhere(self, here: Path, keys: Path) -> None:
        whole = Path(SIGNATURE).read_bytes()
        allow(keys)
        inside = range(whole.index(b"\n") + 1, whole.rindex(b"-----END") - 6, 23)
        for place in inside:
            changed = bytearray(whole)
            changed[place] = ord("A") if changed[place] != ord("A") else ord("B")
            Path(SIGNATURE).write_bytes(changed)
            assert run(["verify", SEALED, "--signers", "ondertekenaars"]) == 1, place

    def it_cannot_be_looked_at_without_a_list(self, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
        os.mkfifo("pijp")
        for name in ("nergens", "pijp", "build"):
            assert run(["verify", SEALED, "--signers", name]) == 2
            assert capsys.readouterr().err.startswith(f"{name}: dit is niet te lezen")
        Path(SIGNATURE).unlink()
        os.mkfifo(SIGNATURE)
        Path("lijst").touch()
        assert run(["verify", SEALED, "--signers", "lijst"]) == 2
        assert run(["verify", SEALED, "--as-of", "2026-05-20"]) == 2
        assert "een dag zegt alleen iets over een handtekening" in capsys.readouterr().err


class Describe_a_key:
    @pytest.fixture(autouse=True)
    def _alone(self, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("SSH_ASKPASS", "SSH_ASKPASS_REQUIRE", "SSH_AUTH_SOCK", "DISPLAY"):
            monkeypatch.delenv(name, raising=False)

    @pytest.fixture
    def agent(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
    ) -> Iterator[None]:
        """Run an agent without keys."""
        program = tool("ssh-agent", shutil.which("ssh-agent"))
        said = subprocess.run([program, "-s"], check=True, capture_output=True, text=True).stdout
        for name, value in re.findall(r"(SSH_\w+)=([^;]+);", said):
            monkeypatch.setenv(name, value)
        yield
        subprocess.run([program, "-k"], check=True, capture_output=True)

    def it_may_be_in_an_agent(self, workspace: Path, tmp_path: Path, agent: None) -> None:
        key = make_key(tmp_path / "in-agent")
        subprocess.run(["ssh-add", "-q", str(key)], check=True, capture_output=True)
        key.unlink()
        assert run(["seal", *LESSER, "--sign", f"{key}.pub"]) == 0
        Path("lijst").write_text(f"{WHO} {public(key)}\n", encoding="utf-8")
        assert run(["verify", SEALED, "--signers", "lijst"]) == 0

    def it_is_not_in_the_agent(
        self, workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], agent: None
    ) -> None:
        key = make_key(tmp_path / "nergens")
        key.unlink()
        assert run(["seal", *LESSER, "--sign", f"{key}.pub"]) == 2
        assert "met deze sleutel is niet te ondertekenen: No private key found" in capsys.readouterr().err
        assert not (workspace / SEALED).exists()

    def it_may_have_a_passphrase_that_is_typed(self, workspace: Path, keys: Path) -> None:
        command = [sys.executable, "-m", "jvom", "seal", *LESSER, "--sign", str(keys / "geheim")]
        with subprocess.Popen(
            [sys.executable, "-c", _ON_A_TERMINAL, *command],
            cwd=workspace, env=environment(workspace), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        ) as process:  # fmt: skip
            assert process.stdin
            assert process.stdout
            said = b""
            while more := os.read(process.stdout.fileno(), 4096):
                said += more
                if b"Enter passphrase" in more:
                    process.stdin.write(b"open sesam\n")
                    process.stdin.flush()
        assert process.returncode == 0, said.decode()
        assert b"open sesam" not in said
        Path("lijst").write_text(f"{WHO} {public(keys / 'geheim')}\n", encoding="utf-8")
        assert run(["verify", SEALED, "--signers", "lijst"]) == 0

    def it_may_have_a_passphrase_that_nobody_can_type(self, workspace: Path, keys: Path) -> None:
        command = [sys.executable, "-m", "jvom", "seal", *LESSER, "--sign", str(keys / "geheim")]
        done = subprocess.run(
            command, cwd=workspace, env=environment(workspace), stdin=subprocess.DEVNULL,
            start_new_session=True, capture_output=True, text=True, timeout=LIMIT, check=False,
        )  # fmt: skip
        assert done.returncode == 2
        last = done.stderr.splitlines()[-1]
        assert "met deze sleutel is niet te ondertekenen: Load key" in last
        assert "incorrect passphrase" in last
        assert not (workspace / SEALED).exists()

    @pytest.mark.parametrize("kind", ["nergens", "map", "tekst", "open"])
    def it_is_none(self, workspace: Path, keys: Path, capsys: pytest.CaptureFixture[str], kind: str) -> None:
        (workspace / "map").mkdir()
        (workspace / "tekst").write_text("geen sleutel\n", encoding="utf-8")
        shutil.copy(keys / "eigen", workspace / "open")
        (workspace / "open").chmod(0o644)
        assert run(["seal", *LESSER, "--sign", kind]) == 2
        said = capsys.readouterr().err.splitlines()[-1]
        assert said.startswith(f"{kind}: ")
        assert not (workspace / SEALED).exists()
        assert not (workspace / SIGNATURE).exists()

    def it_may_have_a_name_like_an_option(self, workspace: Path, keys: Path) -> None:
        shutil.copy(keys / "eigen", workspace / "-Y")
        (workspace / "-Y").chmod(0o600)
        assert run(["seal", *LESSER, "--sign=-Y"]) == 0

    def it_needs_a_program_that_is_not_that_of_the_folder(
        self, workspace: Path, keys: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (workspace / "ssh-keygen").write_text("#!/bin/sh\ntouch gestart\n", encoding="utf-8")
        (workspace / "ssh-keygen").chmod(0o755)
        key = str(keys / "eigen")
        shutil.copy(keys / "eigen.pub", workspace / "lijst")
        assert run(["seal", *LESSER]) == 0
        (workspace / SIGNATURE).write_bytes(b"x")
        for path in ("", ".", f"{os.pathsep}."):
            monkeypatch.setenv("PATH", path)
            capsys.readouterr()
            assert run(["seal", *LESSER, "--sign", key, "--force"]) == 2
            assert capsys.readouterr().err.startswith("--sign: ssh-keygen ontbreekt")
            assert run(["verify", SEALED, "--signers", "lijst"]) == 2
            assert capsys.readouterr().err.startswith("--signers: ssh-keygen ontbreekt")
        assert not (workspace / "gestart").exists()


class Describe_a_signature_that_is_there_already:
    def it_is_replaced_only_with_its_submission(
        self, workspace: Path, keys: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        sealing = ["seal", *LESSER, "--sign", str(keys / "eigen")]
        Path("build/2025").mkdir(parents=True)
        Path(SIGNATURE).write_bytes(b"oud")
        assert run(sealing) == 2
        assert f"{SIGNATURE}: er is al een handtekening" in capsys.readouterr().err
        assert Path(SIGNATURE).read_bytes() == b"oud"
        assert not Path(SEALED).exists()
        assert run([*sealing, "--force"]) == 0
        assert run(["verify", SEALED, "--signers", allow(keys)]) == 0

    def it_is_told_to_be_of_an_earlier_one(
        self, workspace: Path, keys: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["seal", *LESSER, "--sign", str(keys / "eigen"), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["signature"] == SIGNATURE
        assert run(["seal", *LESSER, "--force", "--json"]) == 0
        said = capsys.readouterr()
        assert json.loads(said.out)["signature"] is None
        assert f"{SIGNATURE} is van een eerdere indiening en hoort niet bij deze" in said.err
