package dev.precept.quickstart.policyfolder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.content.Message;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.verdict.Outcome;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenBatchesTest {

    @Test
    void nothingMakesNoPortion() {
        assertThat(GoldenBatches.of(List.of())).isEmpty();
    }

    @Test
    void smallCasesGoByNumber() {
        var cases = Collections.nCopies(2 * GoldenBatches.CASES + 1, golden("tea"));

        assertThat(GoldenBatches.of(cases))
                .extracting(List::size)
                .containsExactly(GoldenBatches.CASES, GoldenBatches.CASES, 1);
    }

    @Test
    void largeCasesGoByTheBytesThatTheyTake() {
        // three bytes each in UTF-8
        var cases = Collections.nCopies(5_000, golden("茶".repeat(4_000)));

        var batches = GoldenBatches.of(cases);

        assertThat(batches.stream().flatMap(List::stream)).hasSize(5_000);
        assertThat(batches)
                .hasSizeGreaterThan(7)
                .allSatisfy(batch ->
                        assertThat(12_000L * batch.size()).isLessThan(GoldenBatches.BYTES));
    }

    @Test
    void aCaseThatIsLargerThanAPortionGoesAlone() {
        var large = golden("x".repeat(GoldenBatches.BYTES + 1));

        assertThat(GoldenBatches.of(List.of(golden("a"), large, golden("b"))))
                .extracting(List::size)
                .containsExactly(1, 1, 1);
    }

    private static NewGoldenCase golden(String text) {
        return new NewGoldenCase(
                new Message(text), new GoldenExpectation(Outcome.SAFE, null, null), null);
    }
}
