package dev.precept.registry.review;

import dev.precept.contracts.verdict.VerdictId;
import dev.precept.registry.digest.Sha256;
import java.nio.ByteBuffer;

/// Draws the quality sample from the verdict's id alone, so that anybody can repeat the draw.
final class QualitySample {

    private QualitySample() {}

    /// The same number for the same id; over many ids uniform in 0 (inclusive) to 1 (exclusive).
    static double draw(VerdictId id) {
        return (ByteBuffer.wrap(Sha256.of(id.toString())).getLong() >>> 11) * 0x1p-53;
    }
}
