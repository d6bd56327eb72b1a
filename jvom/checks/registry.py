# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""All rules, by family. A new family is one entry here; a new rule one in its module's `RULES` or in `words`.

`words` are the codes of the families' word rules (``jvom/data/rules/CODE.yml``).
"""

from __future__ import annotations

from functools import cache

import msgspec

from jvom.checks.rule import Rule
from jvom.checks.rules.abbreviations import (
    abbreviation_expansions,
    abbreviation_forms,
    abbreviation_introductions,
    abbreviation_list,
    unknown_abbreviations,
)
from jvom.checks.rules.accessibility import (
    accessible_texts,
    word_accessibility,
    word_appearance,
)
from jvom.checks.rules.approvals import approved_texts
from jvom.checks.rules.dates import (
    before_period,
    date_forms,
    days_off,
    dossier_dates,
    dossier_year,
    outside_period,
    periods,
    relative_time,
)
from jvom.checks.rules.earlier_years import (
    missions_then_and_now,
    promises_of_last_year,
    repeated_figures,
    repeated_references,
    repeated_texts,
    unused_data,
)
from jvom.checks.rules.figures import (
    amounts,
    conflicting_values,
    list_counts,
    name_counts,
    number_forms,
    opening_figures,
    sums,
    typed_figures,
)
from jvom.checks.rules.foreign import marked_terms, terms_in_quotes, unmarked_terms
from jvom.checks.rules.language import (
    abbreviation_hyphens,
    articles,
    common_nouns,
    first_person,
    hanging_hyphens,
    informal_address,
    list_marks,
    long_sentences,
    name_compounds,
    printed_twice,
    quotation_marks,
    registered_compounds,
    repeated_passages,
    repeated_words,
    spacing,
    split_compounds,
    stray_hyphens,
)
from jvom.checks.rules.mandates import (
    mandate_appendix,
    mandate_rows,
    mandate_sections,
    mandate_terms,
    mandate_wording,
)
from jvom.checks.rules.names import mission_articles, name_variants, person_names, registered_names
from jvom.checks.rules.placeholders import (
    cut_years,
    drafts,
    empty_cells,
    full_stops,
    garbled_footnotes,
    open_dots,
    open_fields,
    open_remarks,
    open_values,
    unbalanced_marks,
)
from jvom.checks.rules.public import (
    personal_data,
    staff_names,
    withheld,
    word_leftovers,
)
from jvom.checks.rules.references import (
    kamerstukken,
    paper_order,
    section_subjects,
    section_targets,
    source_dates,
    typed_caption_numbers,
    typed_section_numbers,
)
from jvom.checks.rules.resolutions import (
    mission_resolutions,
    resolution_forms,
    resolution_numbers,
)
from jvom.checks.rules.spelling import english_misspellings, missing_dictionary, misspellings
from jvom.checks.rules.structure import (
    captions,
    heading_forms,
    missing_lists,
    nota_headings,
    pasted_texts,
    plural_announced,
    section_structure,
    sister_headings,
    sub_headings,
    wide_tables,
)
from jvom.checks.rules.suppressions import suppression_comments
from jvom.checks.rules.templates import word_templates
from jvom.checks.rules.together import (
    addresses,
    documents_together,
    letters,
    offices,
    sister_dossiers,
    titles,
)
from jvom.checks.words.engines import make_rule
from jvom.checks.words.rule_files import word_rule
from jvom.messages import Message, msg


class Family(msgspec.Struct, frozen=True):
    """The rules whose codes begin with the same three letters."""

    code: str
    title: Message
    rules: tuple[Rule, ...] = ()
    words: tuple[str, ...] = ()


FAMILIES = (
    Family(
        "PLH",
        msg("Open plekken en gaten"),
        (
            *open_fields.RULES,
            *empty_cells.RULES,
            *drafts.RULES,
            *open_dots.RULES,
            *cut_years.RULES,
            *garbled_footnotes.RULES,
            *full_stops.RULES,
            *unbalanced_marks.RULES,
            *open_remarks.RULES,
            *open_values.RULES,
        ),
        words=("PLH001",),
    ),
    Family(
        "MAN",
        msg("Mandaten en rechtsgrondslagen"),
        (
            *mandate_terms.RULES,
            *mandate_sections.RULES,
            *mandate_rows.RULES,
            *mandate_appendix.RULES,
            *mandate_wording.RULES,
        ),
    ),
    Family(
        "RES",
        msg("Resoluties van de Veiligheidsraad"),
        (*resolution_numbers.RULES, *resolution_forms.RULES, *mission_resolutions.RULES),
    ),
    Family(
        "ABR",
        msg("Afkortingen"),
        (
            *unknown_abbreviations.RULES,
            *abbreviation_list.RULES,
            *abbreviation_introductions.RULES,
            *abbreviation_expansions.RULES,
            *abbreviation_forms.RULES,
        ),
    ),
    Family(
        "REF",
        msg("Verwijzingen"),
        (
            *typed_section_numbers.RULES,
            *section_targets.RULES,
            *section_subjects.RULES,
            *kamerstukken.RULES,
            *paper_order.RULES,
            *source_dates.RULES,
            *typed_caption_numbers.RULES,
        ),
    ),
    Family(
        "NAM",
        msg("Namen"),
        (*registered_names.RULES, *mission_articles.RULES, *name_variants.RULES, *person_names.RULES),
        words=("NAM001", "NAM003", "NAM004", "NAM005"),
    ),
    Family(
        "DAT",
        msg("Datums"),
        (
            *date_forms.RULES,
            *dossier_dates.RULES,
            *relative_time.RULES,
            *outside_period.RULES,
            *before_period.RULES,
            *periods.RULES,
            *days_off.RULES,
            *dossier_year.RULES,
        ),
        words=("DAT009", "DAT014"),
    ),
    Family(
        "FIG",
        msg("Cijfers"),
        (
            *typed_figures.RULES,
            *conflicting_values.RULES,
            *sums.RULES,
            *list_counts.RULES,
            *opening_figures.RULES,
            *name_counts.RULES,
            *number_forms.RULES,
            *amounts.RULES,
        ),
        words=("FIG006",),
    ),
    Family(
        "LET",
        msg("De stukken samen"),
        (
            *titles.RULES,
            *documents_together.RULES,
            *letters.RULES,
            *addresses.RULES,
            *offices.RULES,
            *sister_dossiers.RULES,
        ),
    ),
    Family(
        "STR",
        msg("Opbouw"),
        (
            *sub_headings.RULES,
            *nota_headings.RULES,
            *section_structure.RULES,
            *sister_headings.RULES,
            *plural_announced.RULES,
            *missing_lists.RULES,
            *wide_tables.RULES,
            *captions.RULES,
            *heading_forms.RULES,
            *pasted_texts.RULES,
        ),
    ),
    Family(
        "LNG",
        msg("Taal"),
        (
            *abbreviation_hyphens.RULES,
            *split_compounds.RULES,
            *articles.RULES,
            *spacing.RULES,
            *stray_hyphens.RULES,
            *hanging_hyphens.RULES,
            *name_compounds.RULES,
            *quotation_marks.RULES,
            *registered_compounds.RULES,
            *list_marks.RULES,
            *repeated_words.RULES,
            *repeated_passages.RULES,
            *printed_twice.RULES,
            *first_person.RULES,
            *informal_address.RULES,
            *long_sentences.RULES,
            *common_nouns.RULES,
        ),
        words=(
            "LNG001",
            "LNG002",
            "LNG003",
            "LNG004",
            "LNG005",
            "LNG006",
            "LNG008",
            "LNG009",
            "LNG012",
            "LNG014",
            "LNG015",
            "LNG016",
            "LNG018",
            "LNG025",
            "LNG026",
            "LNG032",
            "LNG034",
            "LNG035",
            "LNG036",
        ),
    ),
    Family(
        "PUB",
        msg("Wat niet openbaar mag worden"),
        (*personal_data.RULES, *staff_names.RULES, *word_leftovers.RULES, *withheld.RULES),
        words=("PUB001", "PUB004"),
    ),
    Family(
        "TOE",
        msg("Toegankelijkheid"),
        (*accessible_texts.RULES, *word_accessibility.RULES, *word_appearance.RULES),
        words=("TOE011",),
    ),
    Family("AKK", msg("Akkoorden"), approved_texts.RULES),
    Family("TPL", msg("Sjablonen"), word_templates.RULES),
    Family(
        "ITA", msg("Vreemde woorden"), (*marked_terms.RULES, *unmarked_terms.RULES, *terms_in_quotes.RULES)
    ),
    Family(
        "SPL", msg("Spelling"), misspellings.RULES + english_misspellings.RULES + missing_dictionary.RULES
    ),
    Family(
        "VRG",
        msg("Vergeleken met eerdere jaren"),
        (
            *repeated_references.RULES,
            *repeated_texts.RULES,
            *repeated_figures.RULES,
            *missions_then_and_now.RULES,
            *promises_of_last_year.RULES,
            *unused_data.RULES,
        ),
    ),
    Family("SUP", msg("Onderdrukkingen"), suppression_comments.RULES),
)

#: Codes of rules that no longer exist; they are never used again.
RETIRED: frozenset[str] = frozenset()


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, by family and code."""
    return tuple(
        rule
        for family in FAMILIES
        for rule in sorted(
            (*family.rules, *(make_rule(word_rule(code)) for code in family.words)),
            key=lambda rule: rule.code,
        )
    )


def find_rule(selector: str) -> Rule | None:
    """Return the rule of that code or name, None when there is none."""
    for rule in all_rules():
        if selector.upper() == rule.code or selector == rule.name:
            return rule
    return None


def word_rule_codes() -> tuple[str, ...]:
    """Return the codes of the word rules."""
    return tuple(code for family in FAMILIES for code in family.words)
