// SPDX-FileCopyrightText: 2026 The jvom authors
// SPDX-License-Identifier: EUPL-1.2

import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Validates PDF files by PDF/UA-1: a line for each file, then one, after a tab, for each rule it fails. */
public class PdfUa {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            System.out.println(file);
            try (FileInputStream in = new FileInputStream(file);
                    PDFAParser parser = Foundries.defaultInstance().createParser(in, PDFAFlavour.PDFUA_1)) {
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false);
                validator.validate(parser).getTestAssertions().stream()
                        .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
                        .map(each -> each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber())
                        .distinct()
                        .sorted()
                        .forEach(rule -> System.out.println(file + "\t" + rule));
            }
        }
    }
}
