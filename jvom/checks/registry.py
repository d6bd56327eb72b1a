# SPDX-FileCopyrightText: 2026 The jvom authors
# SPDX-License-Identifier: EUPL-1.2
"""All rules, by family.

A new family is one entry here; a new rule one in the `RULES` of a module that is named here, or in
`WORD_RULES`.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

import msgspec

from jvom.checks.rule import Rule
from jvom.checks.words.engines import make_rule
from jvom.checks.words.rule_files import word_rule
from jvom.messages import Message, msg

#: The codes of the word rules (``jvom/data/rules/CODE.yml``).
WORD_RULES = tuple(
    """
    DAT009 DAT014 FIG006 LNG001 LNG002 LNG003 LNG004 LNG005 LNG006 LNG008 LNG009 LNG012 LNG014 LNG015 LNG016
    LNG018 LNG025 LNG026 LNG032 LNG034 LNG035 LNG036 NAM001 NAM003 NAM004 NAM005 PLH001 PUB001 PUB004 TOE011
    """.split()
)


class Family(msgspec.Struct, frozen=True):
    """The rules whose codes begin with the same three letters.

    `modules` names the modules of ``jvom/checks/rules/FOLDER`` that have rules, with spaces between them.
    """

    code: str
    title: Message
    folder: str
    modules: str

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Its rules, by code."""
        found: list[Rule] = [make_rule(word_rule(code)) for code in WORD_RULES if code.startswith(self.code)]
        for name in self.modules.split():
            found += import_module(f"jvom.checks.rules.{self.folder}.{name}").RULES
        return tuple(sorted(found, key=lambda rule: rule.code))


FAMILIES = (
    Family(
        "PLH",
        msg("Open plekken en gaten"),
        "placeholders",
        """
        open_fields empty_cells drafts open_dots cut_years garbled_footnotes full_stops unbalanced_marks
        open_remarks open_values
        """,
    ),
    Family(
        "MAN",
        msg("Mandaten en rechtsgrondslagen"),
        "mandates",
        "mandate_terms mandate_sections mandate_rows mandate_appendix mandate_wording",
    ),
    Family(
        "RES",
        msg("Resoluties van de Veiligheidsraad"),
        "resolutions",
        "resolution_numbers resolution_forms mission_resolutions",
    ),
    Family(
        "ABR",
        msg("Afkortingen"),
        "abbreviations",
        """
        unknown_abbreviations abbreviation_list abbreviation_introductions abbreviation_expansions
        abbreviation_forms
        """,
    ),
    Family(
        "REF",
        msg("Verwijzingen"),
        "references",
        """
        typed_section_numbers section_targets section_subjects typed_citations unknown_dossiers paper_order
        source_dates typed_caption_numbers
        """,
    ),
    Family(
        "NAM",
        msg("Namen"),
        "names",
        "registered_names mission_articles mixed_spellings shortened_names person_names",
    ),
    Family(
        "DAT",
        msg("Datums"),
        "dates",
        """
        date_forms dossier_dates relative_time outside_period before_period periods days_off dossier_year
        """,
    ),
    Family(
        "FIG",
        msg("Cijfers"),
        "figures",
        """
        typed_figures conflicting_values sums list_counts opening_figures name_counts number_forms amounts
        """,
    ),
    Family(
        "LET",
        msg("De stukken samen"),
        "together",
        "titles years documents_together letters claims own_names addresses offices sister_dossiers",
    ),
    Family(
        "STR",
        msg("Opbouw"),
        "structure",
        """
        sub_headings nota_headings section_structure sister_headings plural_announced missing_lists
        wide_tables captions heading_forms pasted_texts
        """,
    ),
    Family(
        "LNG",
        msg("Taal"),
        "language",
        """
        abbreviation_hyphens split_compounds articles spacing stray_hyphens hanging_hyphens
        name_compounds quotation_marks registered_compounds list_marks repeated_words
        repeated_passages printed_twice first_person informal_address long_sentences common_nouns
        """,
    ),
    Family(
        "PUB",
        msg("Wat niet openbaar mag worden"),
        "public",
        "personal_data staff_names word_leftovers withheld",
    ),
    Family(
        "TOE", msg("Toegankelijkheid"), "accessibility", "accessible_texts word_accessibility word_appearance"
    ),
    Family("AKK", msg("Akkoorden"), "approvals", "approved_texts"),
    Family("TPL", msg("Sjablonen"), "templates", "word_templates"),
    Family("ITA", msg("Vreemde woorden"), "foreign", "marked_terms unmarked_terms terms_in_quotes"),
    Family("SPL", msg("Spelling"), "spelling", "spelling_rules"),
    Family(
        "VRG",
        msg("Vergeleken met eerdere jaren"),
        "earlier_years",
        """
        repeated_references repeated_texts repeated_figures missions_then_and_now promises_of_last_year
        unused_data
        """,
    ),
    Family("SUP", msg("Onderdrukkingen"), "suppressions", "suppression_comments"),
)

#: Codes of rules that no longer exist; they are never used again.
RETIRED: frozenset[str] = frozenset()


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, by family and code."""
    return tuple(rule for family in FAMILIES for rule in family.rules)


def find_rule(selector: str) -> Rule | None:
    """Return the rule of that code or name, None when there is none."""
    for rule in all_rules():
        if selector.upper() == rule.code or selector == rule.name:
            return rule
    return None
