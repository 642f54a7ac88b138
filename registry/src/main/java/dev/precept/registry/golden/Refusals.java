package dev.precept.registry.golden;

import dev.precept.contracts.golden.GoldenUpload;
import dev.precept.contracts.golden.GoldenUploadId;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.Map;

/// Why a file is not taken at all.
final class Refusals {

    private Refusals() {}

    static PreceptException file(long line, String detail) {
        return new PreceptException(
                ErrorCode.INVALID_ARGUMENT,
                "Line %d: %s Nothing was imported.".formatted(line, detail),
                Map.of("line", line));
    }

    static PreceptException empty() {
        return new PreceptException(
                ErrorCode.CONTENT_EMPTY, "The file has no rows. Nothing was imported.");
    }

    static PreceptException tooMany() {
        return new PreceptException(
                ErrorCode.CONTENT_TOO_LARGE,
                "The file has more than %,d rows; send it in parts. Nothing was imported."
                        .formatted(GoldenUpload.MAX_ROWS));
    }

    static PreceptException unknown(GoldenUploadId id) {
        return new PreceptException(
                ErrorCode.NOT_FOUND,
                "There is no upload %s; those that nobody confirms are forgotten after a day."
                        .formatted(id));
    }
}
