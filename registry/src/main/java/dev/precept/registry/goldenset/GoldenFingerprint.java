package dev.precept.registry.goldenset;

import dev.precept.contracts.content.Content;
import dev.precept.registry.digest.Sha256;
import java.text.Normalizer;
import java.util.Locale;

/// What makes two contents the same golden case: spacing, letter case and Unicode form do not
/// count.
public final class GoldenFingerprint {

    private GoldenFingerprint() {}

    /// @return a SHA-256 in hex
    public static String of(Content content) {
        var normalised =
                Normalizer.normalize(content.asText(), Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\s+", " ")
                        .strip();
        return Sha256.hex(normalised);
    }
}
