package dev.precept.registry.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The expected text and hash were computed outside Java, by sorting the members of the JSON by
/// hand.
class BundleSealerTest {

    private static final String TEXT =
            """
            ---
            labels:
              b-label: [N1]
              a-label: [N1]
            review:
              confidence_below: 0.60
              sample_rate: 1
            ---
            # Tür € 🙂

            ## Instructions
            Answer in "JSON".

            ## Violates
            - **N1** Schöner \\\\ Lärm.

            ## Safe
            - **N-A1** Ruhe.

            ## Examples
            - **SAFE N-A1** "psst"
            """;

    private static final String SHA256 =
            "93c31f096922ea54af2b916e41af1c56cfe90c85d8009f4814157a18d14cec8a";

    private final BundleSealer sealer = new BundleSealer();

    @Test
    void hashIsTakenOverCanonicalJson() {
        var sealed = sealed(TEXT);
        assertThat(sealed.canonical())
                .startsWith(
                        "{\"effort\":\"medium\",\"examples\":[{\"line\":21,\"ruleId\":\"N-A1\",")
                .contains("\"labels\":{\"a-label\":[\"N1\"],\"b-label\":[\"N1\"]}")
                .contains("\"review\":{\"confidenceBelow\":0.6,\"sampleRate\":1}")
                .contains("Schöner \\\\\\\\ Lärm.")
                .doesNotContain("sha256");
        assertThat(sealed.bundle().sha256()).isEqualTo(SHA256);
    }

    @Test
    void whatWasKeptReadsBackAsTheSameBundle() {
        var sealed = sealed(TEXT);
        assertThat(sealer.open(SHA256, sealed.canonical())).isEqualTo(sealed.bundle());
    }

    @Test
    void everyCharacterCounts() {
        assertThat(sealed(TEXT + " ").bundle().sha256()).isNotEqualTo(SHA256);
        assertThat(sealed(TEXT.replace("\n", "\r\n")).bundle().sha256()).isNotEqualTo(SHA256);
    }

    private BundleSealer.Sealed sealed(String text) {
        return sealer.seal("quiet", 3, "Quiët", PolicyParser.parse(text));
    }
}
