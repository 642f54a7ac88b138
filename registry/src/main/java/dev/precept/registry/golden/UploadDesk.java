package dev.precept.registry.golden;

import dev.precept.contracts.golden.GoldenConfirmation;
import dev.precept.contracts.golden.GoldenConfirmation.Changed;
import dev.precept.contracts.golden.GoldenField;
import dev.precept.contracts.golden.GoldenMapping;
import dev.precept.contracts.golden.GoldenUpload;
import dev.precept.contracts.golden.GoldenUpload.SampleRow;
import dev.precept.contracts.golden.GoldenUpload.State;
import dev.precept.contracts.golden.GoldenUploadId;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.access.Actor;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.policy.PolicyShelf;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shows uploads, changes their mapping, confirms and discards them.
@Service
@Transactional
class UploadDesk {

    private static final int SHOWN_PROBLEMS = 200;
    private static final int SAMPLE = 20;

    private final UploadRows uploads;
    private final UploadLines lines;
    private final UploadMerge merge;
    private final UploadSteps steps;
    private final PolicyShelf policies;
    private final Ledger ledger;
    private final Clock clock;

    UploadDesk(
            UploadRows uploads,
            UploadLines lines,
            UploadMerge merge,
            UploadSteps steps,
            PolicyShelf policies,
            Ledger ledger,
            Clock clock) {
        this.uploads = uploads;
        this.lines = lines;
        this.merge = merge;
        this.steps = steps;
        this.policies = policies;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<GoldenUpload> page(String slug, @Nullable UUID before, int size) {
        policies.require(slug);
        return uploads.page(slug, before, size);
    }

    @Transactional(readOnly = true)
    public GoldenUpload get(String slug, GoldenUploadId id) {
        var upload = of(slug, id, uploads.find(id).orElse(null));
        var reader = steps.reader(upload);
        var sample =
                lines.lines(id, 0, SAMPLE).stream()
                        .map(line ->
                                new SampleRow(
                                        line.row().line(), line.row().cells(), read(reader, line)))
                        .toList();
        return new GoldenUpload(
                id,
                slug,
                upload.format(),
                upload.source(),
                upload.state(),
                upload.revision(),
                upload.columns(),
                upload.mapping(),
                upload.progress(),
                upload.counts(),
                lines.problems(id, SHOWN_PROBLEMS),
                sample,
                upload.uploadedBy(),
                upload.uploadedAt(),
                upload.expiresAt());
    }

    private static @Nullable NewGoldenCase read(RowReader reader, UploadLines.Line line) {
        try {
            return reader.read(line.position(), line.row()).golden();
        } catch (CellFault fault) {
            // told among the problems
            return null;
        }
    }

    public void map(String slug, GoldenUploadId id, int basedOn, GoldenMapping mapping) {
        var upload = of(slug, id, uploads.hold(id, true).orElse(null));
        requireOpen(upload);
        requireRevision(upload, basedOn);
        for (var column : mapping.columns().values()) {
            if (!upload.columns().contains(column)) {
                throw new PreceptException(
                        ErrorCode.INVALID_ARGUMENT,
                        "The file has no column of a name that the mapping gives; it has: %s."
                                .formatted(String.join(", ", upload.columns())));
            }
        }
        if (!mapping.columns().containsKey(GoldenField.OUTCOME)) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT, "Map a column to OUTCOME; every case needs one.");
        }
        lines.unread(id);
        var _ = uploads.remap(id, mapping);
    }

    public void confirm(
            Actor actor, String slug, GoldenUploadId id, GoldenConfirmation confirmation) {
        policies.hold(slug);
        var upload = of(slug, id, uploads.hold(id, true).orElse(null));
        requireOpen(upload);
        requireRevision(upload, confirmation.revision());
        if (upload.state() != State.READY) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE,
                    "%,d of %,d rows are read; confirm when all are."
                            .formatted(upload.progress().checked(), upload.progress().rows()));
        }
        if (upload.counts().wrong() > 0) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE,
                    "%,d of %,d rows have problems. Mend the mapping, or the file and upload it again. Nothing was imported."
                            .formatted(upload.counts().wrong(), upload.progress().rows()),
                    Map.of("problems", lines.problems(id, SHOWN_PROBLEMS)));
        }
        if (confirmation.changed() == Changed.REPLACE && merge.replacesProtected(id, slug)) {
            policies.refuseWriter(slug, actor.name(), "replace protected cases");
        }
        var counts = merge.count(id, slug, 0);
        merge.into(upload, confirmation.changed(), actor.name(), clock.instant());
        lines.clear(id);
        uploads.settle(id, State.IMPORTED, counts);
        ledger.append(
                actor.name(),
                "golden.file.imported",
                "policy:" + slug,
                Map.of(
                        "upload", id.toString(),
                        "source", upload.source(),
                        "added", counts.added(),
                        "known", counts.known(),
                        "changed", counts.changed(),
                        "onChanged", confirmation.changed().name()));
    }

    public void discard(String slug, GoldenUploadId id) {
        var upload = of(slug, id, uploads.hold(id, true).orElse(null));
        requireOpen(upload);
        uploads.delete(id);
    }

    private static GoldenUpload of(String slug, GoldenUploadId id, @Nullable GoldenUpload upload) {
        if (upload == null || !upload.slug().equals(slug)) {
            throw Refusals.unknown(id);
        }
        return upload;
    }

    private static void requireOpen(GoldenUpload upload) {
        if (upload.state() == State.IMPORTED) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE, "The upload is imported; there is nothing more to do.");
        }
    }

    private static void requireRevision(GoldenUpload upload, int basedOn) {
        if (upload.revision() != basedOn) {
            throw new PreceptException(
                    ErrorCode.STALE_WRITE,
                    "The upload is at revision %d, your change is based on %d. Load it again."
                            .formatted(upload.revision(), basedOn),
                    Map.of("basedOn", basedOn, "revision", upload.revision()));
        }
    }
}
