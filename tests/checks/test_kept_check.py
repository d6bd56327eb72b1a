# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier that is kept up while its texts change has the findings of one that is read from scratch."""

from __future__ import annotations

import gc
from functools import cache
from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from jvom.checks.registry import all_rules
from jvom.checks.run import findings_of
from jvom.checks.views import DossierView
from jvom.cli.kept_dossier import DossierState, KeptDossier
from jvom.dossier_ids import DossierId
from jvom.reading.kept_files import KeptFiles
from tests.checks.examples import BASE, TODAY, YEAR, examples
from tests.fuzzing import examples as number_of_examples

ID = DossierId(int(YEAR))
FILES = tuple(sorted(path for path in BASE.rglob("*") if path.suffix in (".md", ".yml")))


@cache
def wrong_texts() -> tuple[str, ...]:
    """Return the wrong text of each example on a rule's page that is added to one section."""
    return tuple(
        text
        for rule in all_rules()
        for example in examples(rule.code, rule.page.text)
        for name, how, text in example.parts
        if example.wrong and name.startswith("rapport/") and not how and not text.startswith("---")
    )


def edited(text: str, choice: Random) -> str:
    """Return a text as it is after some moment of writing."""
    paragraphs = text.split("\n\n")
    at = choice.randrange(len(paragraphs))
    match choice.randrange(6):
        case 0:
            paragraphs.insert(at + 1, choice.choice(wrong_texts()))
        case 1:
            paragraphs.append(choice.choice(wrong_texts()))
        case 2 if at:
            del paragraphs[at]
        case 3 if at:
            paragraphs[at] = paragraphs[at].swapcase()
        case 4:
            place = choice.randrange(len(text) + 1)
            return text[:place] + choice.choice("xe., 1é\n") + text[place:]
        case _:
            words = paragraphs[at].split(" ")
            del words[choice.randrange(len(words))]
            paragraphs[at] = " ".join(words)
    return "\n\n".join(paragraphs)


def read_first(unsaved: dict[Path, bytes]) -> DossierState:
    files = KeptFiles()
    files.unsaved = dict(unsaved)
    return KeptDossier(BASE, ID, files).read(TODAY)


class Describe_a_dossier_that_is_kept_up:
    @number_of_examples(12)
    @given(seed=st.integers(0, 2**32))
    def it_has_the_findings_of_one_that_is_read_for_the_first_time(self, seed):
        choice = Random(seed)
        kept = KeptDossier(BASE, ID, files := KeptFiles())
        kept.read(TODAY)
        for _ in range(8):
            path = choice.choice(FILES)
            before = files.unsaved.get(path) or path.read_bytes()
            files.unsaved[path] = edited(before.decode(), choice).encode()

            now = kept.read(TODAY)

            assert now[1:] == read_first(files.unsaved)[1:]
            if now.report is None and choice.random() < 0.8:
                files.unsaved[path] = before  # mended again

    def it_reads_what_was_saved_elsewhere(self, tmp_path):
        content = tmp_path / "content"
        for path in FILES:
            copy = content / path.relative_to(BASE)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
        kept = KeptDossier(content, ID, KeptFiles())
        before = kept.read(TODAY)
        text = content / YEAR / "nota.md"

        text.write_text(text.read_text(encoding="utf-8") + "\nDit is de de nota.\n", encoding="utf-8")
        after = kept.read(TODAY)

        assert before.report is not None
        assert after.report is not None
        new = {str(each.message) for each in after.report.findings if each.code == "LNG011"}
        assert "LNG011" not in {each.code for each in before.report.findings}
        assert new == {"«de» staat er twee keer"}

    def it_tells_the_problems_and_recovers_from_them(self):
        kept = KeptDossier(BASE, ID, files := KeptFiles())
        before = kept.read(TODAY)
        path = BASE / YEAR / "dossier.yml"
        files.unsaved[path] = path.read_bytes() + b"titel: [\n"

        broken = kept.read(TODAY)
        del files.unsaved[path]
        after = kept.read(TODAY)

        assert broken.report is None
        assert {each.span.path for each in broken.problems} == {path.as_posix()}
        assert after[1:] == before[1:]

    def it_counts_a_text_that_was_never_saved(self):
        kept = KeptDossier(BASE, ID, files := KeptFiles())
        path = BASE / YEAR / "rapport" / "nieuw.md"
        files.unsaved[path] = b"---\ntitle: Nieuw\n---\n\nTekst.\n"

        state = kept.read(TODAY)

        assert [(each.span.path, str(each.what)) for each in state.problems] == [
            (path.as_posix(), "dit fragment staat niet in de opzet")
        ]

    def it_makes_what_did_not_change_once(self):
        kept = KeptDossier(BASE, ID, files := KeptFiles())
        before = kept.read(TODAY).dossier
        path = BASE / YEAR / "nota.md"
        files.unsaved[path] = path.read_bytes() + b"\nNog een zin.\n"

        after = kept.read(TODAY).dossier

        assert before is not None
        assert after is not None
        assert after.data is before.data
        assert after.texts["nota"] is not before.texts["nota"]
        same = zip(before.sections, after.sections, strict=True)
        assert all(one is other for one, other in same)


class Describe_a_local_rule:
    @number_of_examples(12)
    @given(seed=st.integers(0, 2**32))
    def it_finds_in_a_text_what_it_finds_there_among_others(self, seed):
        choice = Random(seed)
        files = KeptFiles()
        for path in FILES:
            if path.suffix == ".md":
                added = "\n\n".join(choice.choice(wrong_texts()) for _ in range(choice.randrange(4)))
                files.unsaved[path] = path.read_bytes() + b"\n" + added.encode()
        view = _view(files)
        if view is None:
            return  # examples that can't be together, such as two footnotes of one name

        for rule in all_rules():
            if rule.local:
                whole = findings_of(rule, view, None)
                apart = [
                    finding for text in view.texts for finding in findings_of(rule, _alone(view, text), None)
                ]
                for text in view.texts:
                    text.texts = view
                assert sorted(apart, key=_order) == sorted(whole, key=_order), rule.code

    def it_is_one_of_those_that_take_most_time(self):
        local = {rule.code for rule in all_rules() if rule.local}

        assert {"LNG003", "NAM002", "LNG017"} <= local
        assert local.isdisjoint({"FIG002", "LNG021", "SPL001", "LNG019"})


def _order(finding):
    return finding.span, str(finding.message), str(finding.advice)


def _view(files: KeptFiles) -> DossierView | None:
    from jvom.checks.printing import PlainPrinter
    from jvom.checks.views import dossier_view
    from jvom.reading.dossier import read_partial_dossier
    from jvom.resolving.integrity import problems
    from jvom.settings import Settings

    dossier, found = read_partial_dossier(BASE, ID, files=files)
    if found or dossier is None or problems(dossier):
        return None
    return dossier_view(dossier, TODAY, Settings(), PlainPrinter(dossier))


def _alone(view: DossierView, text) -> DossierView:
    return DossierView(view.dossier, (text,), TODAY, view.settings)


class Describe_the_memory_of_a_kept_dossier:
    def it_does_not_grow_while_a_text_changes(self):
        kept = KeptDossier(BASE, ID, files := KeptFiles())
        path = BASE / YEAR / "nota.md"

        def read(times: int) -> int:
            for number in range(times):
                files.unsaved[path] = path.read_bytes() + f"\nEr kwamen {number} brieven.\n".encode()
                kept.read(TODAY)
            return len(gc.get_objects())

        gc.collect()
        gc.disable()  # as in a run of jvom
        try:
            read(3)
            before = read(1)
            after = read(6)
        finally:
            gc.enable()

        assert after - before < 1_000
