package dev.precept.registry.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.policy.LintReport.Finding;
import dev.precept.contracts.policy.LintReport.Severity;
import dev.precept.registry.policy.document.PolicyParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The policies that a quickstart begins with follow the advice that the linter gives.
class StarterPoliciesTest {

    private static final Path STARTERS = Path.of("../quickstart/src/main/resources/starter");

    @ParameterizedTest
    @ValueSource(strings = {"spam", "personal-data", "prompt-injection"})
    void starterHasNeitherErrorsNorWarnings(String slug) throws IOException {
        var text = Files.readString(STARTERS.resolve(slug).resolve("policy.md"));
        var document = PolicyParser.parse(text);
        assertThat(document.rules()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(document.examples()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(PolicyLinter.lint(document, LintLevels.USUAL).findings())
                .filteredOn(finding -> finding.severity() != Severity.ADVICE)
                .extracting(Finding::message)
                .isEmpty();
    }
}
