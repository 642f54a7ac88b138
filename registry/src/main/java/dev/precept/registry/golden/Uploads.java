package dev.precept.registry.golden;

import dev.precept.contracts.golden.GoldenUpload.Format;
import dev.precept.contracts.golden.GoldenUploadId;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.policy.PolicyShelf;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/// Takes files. One of few rows is read before its sender has the answer, by whichever thread.
@Component
class Uploads {

    private static final int LONGEST_SOURCE = 100;

    private final PolicyShelf policies;
    private final UploadRows uploads;
    private final UploadStaging staging;
    private final UploadSteps steps;

    Uploads(PolicyShelf policies, UploadRows uploads, UploadStaging staging, UploadSteps steps) {
        this.policies = policies;
        this.uploads = uploads;
        this.staging = staging;
        this.steps = steps;
    }

    GoldenUploadId take(String slug, Format format, String source, InputStream body, String actor) {
        if (source.isBlank() || source.length() > LONGEST_SOURCE) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "source has %d characters; give 1 to %d, for example hand."
                            .formatted(source.length(), LONGEST_SOURCE));
        }
        policies.require(slug);
        try (var file = SpooledFile.of(body)) {
            var id = staging.stage(file, slug, format, source, actor);
            readIfSmall(id);
            return id;
        }
    }

    void readIfSmall(GoldenUploadId id) {
        if (uploads.find(id).orElseThrow().progress().rows() <= UploadSteps.CHUNK) {
            var _ = steps.step(id, true);
        }
    }
}
