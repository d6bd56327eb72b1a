# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""The aanbiedingsbrieven: one body, a letter for each recipient."""

from __future__ import annotations

from jvom import plan
from jvom.documents.content import STYLES, Writer, draft_margin
from jvom.documents.document_type import DocumentType, Variant
from jvom.documents.properties import properties
from jvom.documents.spacing import keep_with_next
from jvom.dutch.placeholders import OPEN_PLACE
from jvom.model import Dossier, DossierData, Ministry, Recipient
from jvom.resolving.integrity import SIGNATORIES

CONTRACT = plan.Contract(
    template="brief",
    text=(
        "woordmerk", "retouradres", "datum", "betreft", "referentie", "aanhef", "slotgroet",
        "ondertekenaar-1-ambt", "ondertekenaar-1-naam", "ondertekenaar-2-ambt",
        "ondertekenaar-2-naam", "concept",
    ),
    blocks=("geadresseerde", "colofon", "tekst", "legenda"),
    styles=(*STYLES, "Geadresseerde", "Colofon", "Colofonkop"),
    later_text=(
        "rubricering", "contact", "uw-referentie", "bijlagen", "bij-beantwoording",
        *(f"ondertekenaar-{place}-hoe" for place in range(1, SIGNATORIES + 1)),
        *(f"ondertekenaar-{place}-ambt" for place in range(3, SIGNATORIES + 1)),
        *(f"ondertekenaar-{place}-naam" for place in range(3, SIGNATORIES + 1)),
    ),
    later_pictures=("embleem",),
)  # fmt: skip


def _letters(dossier: Dossier, variant: Variant) -> tuple[plan.Document, ...]:
    """Return the plan of each letter, in the order of the recipients."""
    return tuple(_letter(dossier, recipient, variant) for recipient in dossier.data.letter.recipients)


def _names(dossier: Dossier) -> tuple[str, ...]:
    return tuple(map(_name, dossier.data.letter.recipients))


def _name(recipient: Recipient) -> str:
    return f"brief-{recipient.id}"


def _letter(dossier: Dossier, recipient: Recipient, variant: Variant) -> plan.Document:
    margin = draft_margin(dossier, variant, LETTERS.kind, recipient.id)
    writer = Writer(dossier, variant.public, margin, with_sources=variant.with_sources)
    body = writer.blocks(dossier.texts[LETTERS.kind])
    data = dossier.data
    attachments = _attachments(data)
    text = {
        "woordmerk": writer.words(data.ministry.name),
        "retouradres": writer.words(data.ministry.return_address),
        "datum": writer.date(recipient.date),
        "betreft": writer.words(data.letter.subject),
        "referentie": writer.words(recipient.reference or OPEN_PLACE),
        "uw-referentie": writer.words(recipient.your_reference),
        "contact": writer.lines(data.letter.contact),
        "bijlagen": writer.words(str(attachments) if attachments else ""),
        "bij-beantwoording": writer.words(data.letter.reply),
        "rubricering": writer.words(data.classification_of(data.letter)),
        "aanhef": writer.words(recipient.salutation or data.letter.salutation),
        "slotgroet": writer.words(data.letter.closing),
        "concept": writer.words("CONCEPT" if variant.draft else ""),
    }
    for place in range(SIGNATORIES):
        signatory = data.signatories[place] if place < len(data.signatories) else None
        text[f"ondertekenaar-{place + 1}-ambt"] = writer.words(signatory.office if signatory else "")
        text[f"ondertekenaar-{place + 1}-hoe"] = writer.words(signatory.signed_how if signatory else "")
        text[f"ondertekenaar-{place + 1}-naam"] = writer.words(signatory.name if signatory else "")
    return plan.Document(
        file=_name(recipient),
        template=CONTRACT.template,
        properties=properties(data, data.letter.subject, recipient.date, "Brief"),
        text=text,
        blocks={
            "geadresseerde": (plan.Paragraph("Geadresseerde", writer.lines(_addressed(recipient))),),
            "colofon": _colophon(writer, data.ministry),
            "tekst": keep_with_next(margin.begin(body) if margin else body),
        },
    )


def _addressed(recipient: Recipient) -> tuple[str, ...]:
    attention = (recipient.attention,) if recipient.attention else ()
    return (*recipient.addressee, *attention, *recipient.address)


def _attachments(data: DossierData) -> int:
    """Return how many documents go with the letter: those it names, or else the report."""
    named = data.letter.attachments
    return int(data.report is not None) if named is None else len(named)


def _needs(dossier: Dossier) -> tuple[str, ...]:
    data = dossier.data
    found = ["rubricering"] if data.classification_of(data.letter) else []
    found += ["contact"] if data.letter.contact else []
    found += ["uw-referentie"] if any(each.your_reference for each in data.letter.recipients) else []
    for place, signatory in enumerate(data.signatories, 1):
        found += [f"ondertekenaar-{place}-hoe"] if signatory.signed_how else []
        found += [f"ondertekenaar-{place}-ambt", f"ondertekenaar-{place}-naam"]
    return tuple(found)


def _colophon(writer: Writer, ministry: Ministry) -> tuple[plan.Block, ...]:
    groups: list[tuple[str, ...]] = [ministry.visiting, (ministry.mpc,), ministry.postal, (ministry.web,)]
    return (
        plan.Paragraph("Colofonkop", writer.words(ministry.name)),
        *(plan.Paragraph("Colofon", writer.lines(lines)) for lines in groups if any(lines)),
    )


LETTERS = DocumentType(kind="brief", contract=CONTRACT, plans=_letters, names=_names, needs=_needs)
