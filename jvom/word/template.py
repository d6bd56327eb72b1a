# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""Word templates: opening them, and checking that they have what a document needs."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from pathlib import Path

import msgspec

from jvom.messages import Message, did_you_mean, msg
from jvom.ooxml.archive import LARGEST_FILE, too_large
from jvom.ooxml.names import qn
from jvom.plan import Contract
from jvom.source import CannotRun, Problem, Span, TooLargeError, read_file
from jvom.word.controls import Level, controls
from jvom.word.safety import WHAT, related, safe_parts
from jvom.word.style_ids import with_plan_ids

_PROPERTIES = "docProps/app.xml"


class TemplateControl(msgspec.Struct, frozen=True):
    """A content control of a template: its tag, its level, and whether it is in the body."""

    tag: str
    level: Level
    in_body: bool


class Template(msgspec.Struct, frozen=True, eq=False):
    """A template that is safe to open: its path as the user would type it, its bytes, what it offers.

    `saved_by` is the program that saved it, by its own account.
    """

    path: str
    data: bytes
    controls: tuple[TemplateControl, ...]
    styles: frozenset[str]
    saved_by: str = ""


def open_template(path: Path) -> Template:
    """Read a template. Raises CannotRun with every reason why it is no template, or not a safe one."""
    span = Span(path.as_posix())
    try:
        data = read_file(path, LARGEST_FILE)
    except FileNotFoundError as error:
        advice = msg("zet het terug of geef met --templates de goede map")
        raise CannotRun([Problem(span, msg("het sjabloon ontbreekt"), advice)]) from error
    except TooLargeError as error:
        raise CannotRun([too_large(span, WHAT)]) from error
    except OSError as error:
        advice = msg("controleer of het een bestand is dat u mag lezen")
        raise CannotRun([Problem(span, msg("het sjabloon is niet te lezen"), advice)]) from error
    return read_template(data, span)


def read_template(data: bytes, span: Span) -> Template:
    """Return the template that these bytes are; `span` says where they come from. Raises CannotRun."""
    main, roots = safe_parts(data, span)
    return Template(
        path=span.path,
        data=with_plan_ids(data, roots),
        controls=tuple(
            TemplateControl(control.tag, control.level, part == main)
            for part in (main, *related(main, roots, "header", "footer"))
            for control in controls(roots[part])
        ),
        styles=frozenset(
            style.get(qn("w:styleId"), "")
            for part in related(main, roots, "styles")
            for style in roots[part].iterchildren(qn("w:style"))
        ),
        saved_by=(roots[_PROPERTIES].findtext("{*}Application") or "") if _PROPERTIES in roots else "",
    )


def verify(template: Template, contract: Contract) -> list[Problem]:
    """Return what the template lacks of the contract: controls, in the right place, and styles."""
    levels: dict[str, list[TemplateControl]] = {}
    for control in template.controls:
        levels.setdefault(control.tag, []).append(control)
    found = [
        *_missing_controls(levels, contract),
        *_misplaced(levels, contract),
        *_missing_styles(template.styles, contract),
    ]
    if found and template.saved_by.startswith("LibreOffice"):
        what = msg("dit sjabloon is opgeslagen met LibreOffice, dat inhoudsbesturingselementen verplaatst")
        found.insert(0, (what, msg("zet het vorige sjabloon terug en pas dat aan in Word")))
    return [Problem(Span(template.path), what, advice) for what, advice in found]


def missing_later(template: Template, contract: Contract) -> tuple[str, ...]:
    """Return the tags that came later than a template and that it does not have yet, in their order."""
    there = {control.tag for control in template.controls}
    later = (*contract.later_text, *contract.later_blocks, *contract.later_pictures)
    return tuple(tag for tag in later if tag not in there)


_Finding = tuple[Message, Message]


def _missing_controls(levels: Mapping[str, list[TemplateControl]], contract: Contract) -> Iterator[_Finding]:
    """Yield the missing controls."""
    tags = tuple(levels)
    for tag in contract.text + contract.blocks:
        if tag not in levels:
            what = msg("het inhoudsbesturingselement met tag «{tag}» ontbreekt", tag=tag)
            yield what, _renamed(tag, tags, contract)


def _misplaced(levels: Mapping[str, list[TemplateControl]], contract: Contract) -> Iterator[_Finding]:
    """Yield the controls that are where their text cannot go, or too often."""
    for tag in contract.blocks:
        found = levels.get(tag, [])
        if any(control.level not in ("block", "cell") or not control.in_body for control in found):
            yield (
                msg(
                    "het inhoudsbesturingselement «{tag}» staat in een regel of in een kop- of voettekst",
                    tag=tag,
                ),
                msg("zet het in de tekst zelf, om een hele alinea"),
            )
        elif len(found) > 1:
            yield (
                msg(
                    "het inhoudsbesturingselement «{tag}» komt {count} keer voor",
                    tag=tag,
                    count=len(found),
                ),
                msg("laat er één staan: de tekst komt maar één keer in het document"),
            )
    for tag in contract.text:
        if any(control.level == "row" for control in levels.get(tag, [])):
            yield (
                msg("het inhoudsbesturingselement «{tag}» staat om hele tabelrijen", tag=tag),
                msg("zet het in een cel, om de tekst"),
            )


def _missing_styles(styles: Container[str], contract: Contract) -> Iterator[_Finding]:
    """Yield the missing styles, by the names that Word shows."""
    from jvom.word.style_names import name_in_word

    for style in contract.styles:
        if style not in styles:
            yield (
                msg("de stijl «{style}» ontbreekt", style=name_in_word(style)),
                msg("neem die over uit het meegeleverde sjabloon"),
            )


def _renamed(tag: str, tags: tuple[str, ...], contract: Contract) -> Message:
    """Advise on a missing tag: an unknown one may be it, misspelt."""
    strange = tuple(each for each in tags if each not in contract.text + contract.blocks)
    guess = did_you_mean(tag, strange)
    if "guess" in guess.values:
        return msg("het sjabloon heeft wel «{guess}»; verbeter die tag", guess=guess.values["guess"])
    return msg("voeg het in Word toe (Ontwikkelaars, Eigenschappen, Tag)")
