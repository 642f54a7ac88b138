package dev.precept.console.prose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.policy.Replacement;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplacedTextTest {

    private static final List<Replacement> BOTH =
            List.of(
                    new Replacement("SP3", "SP1", ""),
                    new Replacement("SP4", null, "nobody \"used\"  it: ever # really"));

    @Test
    void settingsGetALineForEachRule() {
        assertThat(ReplacedText.with("---\nlabels: {a: [SP1]}\n---\n# T\n", BOTH))
                .contains(
                        """
                        ---
                        labels: {a: [SP1]}
                        replaced:
                          SP3: SP1
                          SP4: "none, because nobody \\"used\\" it: ever # really"
                        ---
                        # T
                        """);
    }

    @Test
    void whatStandsThereAlreadyIsKept() {
        assertThat(
                        ReplacedText.with(
                                "---\r\nreplaced: # old\r\n  SP9: SP1\r\n---\r\nx",
                                BOTH.subList(0, 1)))
                .contains("---\r\nreplaced: # old\r\n  SP3: SP1\r\n  SP9: SP1\r\n---\r\nx");
    }

    @Test
    void settingsThatCannotBeAddedToAreLeftAlone() {
        assertThat(ReplacedText.with("# no settings", BOTH)).isEmpty();
        assertThat(ReplacedText.with("---\nno end", BOTH)).isEmpty();
        assertThat(ReplacedText.with("---\nreplaced: {SP9: SP1}\n---\n", BOTH)).isEmpty();
    }
}
