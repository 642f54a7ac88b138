package dev.precept.registry.golden;

import dev.precept.contracts.golden.GoldenUpload;
import dev.precept.contracts.golden.GoldenUpload.State;
import dev.precept.contracts.golden.GoldenUploadId;
import dev.precept.registry.golden.UploadLines.Line;
import dev.precept.registry.golden.UploadLines.Problem;
import dev.precept.registry.policy.PolicyShelf;
import dev.precept.registry.wire.WireJson;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads the next rows of an upload under its mapping. A step that dies leaves nothing behind.
@Service
class UploadSteps {

    static final int CHUNK = 5_000;

    private final UploadRows uploads;
    private final UploadLines lines;
    private final UploadMerge merge;
    private final PolicyShelf policies;
    private final WireJson json;

    UploadSteps(
            UploadRows uploads,
            UploadLines lines,
            UploadMerge merge,
            PolicyShelf policies,
            WireJson json) {
        this.uploads = uploads;
        this.lines = lines;
        this.merge = merge;
        this.policies = policies;
        this.json = json;
    }

    /// @param wait for whoever is at it, or leave it to them
    /// @return whether there is more to do here
    @Transactional
    public boolean step(GoldenUploadId id, boolean wait) {
        var upload = uploads.hold(id, wait).orElse(null);
        if (upload == null || upload.state() != State.CHECKING) {
            return false;
        }
        var next = lines.lines(id, upload.progress().checked(), CHUNK);
        read(upload, next);
        if (upload.progress().checked() + next.size() < upload.progress().rows()) {
            return true;
        }
        settle(id);
        return false;
    }

    private void read(GoldenUpload upload, List<Line> next) {
        var reader = reader(upload);
        var rows = new ArrayList<GoldenRow>();
        var problems = new ArrayList<Problem>();
        for (var line : next) {
            try {
                rows.add(reader.read(line.position(), line.row()));
            } catch (CellFault fault) {
                problems.add(
                        new Problem(
                                line.position(),
                                fault.column(),
                                String.valueOf(fault.getMessage())));
            }
        }
        lines.keepRows(upload.id(), rows);
        lines.keepProblems(upload.id(), problems);
        uploads.checked(upload.id(), next.size(), problems.size());
    }

    private void settle(GoldenUploadId id) {
        var upload = uploads.find(id).orElseThrow();
        int wrong = upload.counts().wrong() + merge.contradictions(id, UploadLines.MOST_PROBLEMS);
        uploads.settle(id, State.READY, merge.count(id, upload.slug(), wrong));
    }

    RowReader reader(GoldenUpload upload) {
        return new RowReader(
                upload.mapping(),
                upload.source(),
                policies.vocabulary(upload.slug(), upload.uploadedBy()),
                json);
    }
}
