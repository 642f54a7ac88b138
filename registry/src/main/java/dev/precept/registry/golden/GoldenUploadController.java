package dev.precept.registry.golden;

import static dev.precept.contracts.access.RoleName.POLICY_AUTHOR;
import static dev.precept.contracts.access.RoleName.REVIEW_LEAD;

import dev.precept.contracts.golden.GoldenConfirmation;
import dev.precept.contracts.golden.GoldenMapping;
import dev.precept.contracts.golden.GoldenUpload;
import dev.precept.contracts.golden.GoldenUpload.Format;
import dev.precept.contracts.golden.GoldenUploadApi;
import dev.precept.contracts.golden.GoldenUploadId;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.access.CurrentActor;
import dev.precept.registry.wire.Cursors;
import dev.precept.registry.wire.PageSize;
import dev.precept.registry.wire.Revisions;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RolesAllowed({POLICY_AUTHOR, REVIEW_LEAD})
class GoldenUploadController implements GoldenUploadApi {

    private final UploadDesk desk;
    private final Uploads uploads;
    private final CurrentActor actor;

    GoldenUploadController(UploadDesk desk, Uploads uploads, CurrentActor actor) {
        this.desk = desk;
        this.uploads = uploads;
        this.actor = actor;
    }

    @Override
    public Page<GoldenUpload> page(String slug, @Nullable String cursor, int size) {
        return desk.page(slug, Cursors.id(cursor), PageSize.of(size));
    }

    @Override
    public GoldenUpload upload(
            String slug, Format format, String source, @Nullable InputStreamResource file) {
        if (file == null) {
            throw Refusals.empty();
        }
        try (var body = file.getInputStream()) {
            return desk.get(slug, uploads.take(slug, format, source, body, actor.get().name()));
        } catch (IOException broken) {
            throw new PreceptException(
                    ErrorCode.UPLOAD_BROKEN, "The upload broke. Nothing was kept; send it again.");
        }
    }

    @Override
    public GoldenUpload get(String slug, GoldenUploadId id) {
        return desk.get(slug, id);
    }

    @Override
    public GoldenUpload map(
            String slug, GoldenUploadId id, String revision, GoldenMapping mapping) {
        desk.map(slug, id, Revisions.basedOn(revision), mapping);
        uploads.readIfSmall(id);
        return desk.get(slug, id);
    }

    @Override
    public GoldenUpload confirm(String slug, GoldenUploadId id, GoldenConfirmation confirmation) {
        desk.confirm(actor.get(), slug, id, confirmation);
        return desk.get(slug, id);
    }

    @Override
    public void discard(String slug, GoldenUploadId id) {
        desk.discard(slug, id);
    }
}
