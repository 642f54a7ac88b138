package dev.precept.inference.wording;

import dev.precept.prompt.Passage;
import dev.precept.prompt.WordingBrief;
import dev.precept.prompt.WordingBrief.Correction;
import dev.precept.prompt.WordingContract;
import java.util.List;
import java.util.stream.Stream;

/// Corrections of a policy of quiet hours, for tests.
public final class Corrections {

    private static final String POLICY =
            "---\nlabels: {noise: [QH1]}\n---\n# Quiet hours\n\n## Violates\n- **QH1** Loud music.\n\n## Safe\n- **QH-A1** Quiet music.\n";

    private Corrections() {}

    public static WordingBrief of(String... contents) {
        return new WordingBrief(
                POLICY,
                new WordingContract(
                        List.of("QH1", "QH-A1"),
                        List.of(WordingContract.NEW_VIOLATES, WordingContract.NEW_SAFE)),
                Stream.of(contents)
                        .map(content ->
                                new Correction(
                                        new Passage(List.of(new Passage.Part("user", content))),
                                        "VIOLATES QH1",
                                        "SAFE QH-A1",
                                        "It is noon."))
                        .toList());
    }
}
