package dev.precept.registry.intake;

import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.intake.Batch;
import dev.precept.contracts.intake.BatchApi;
import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.paging.Page;
import dev.precept.registry.access.CurrentActor;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RolesAllowed(RoleName.SUBMITTER)
class BatchController implements BatchApi {

    private final BatchReader reader;
    private final Batches batches;
    private final CurrentActor actor;

    BatchController(BatchReader reader, Batches batches, CurrentActor actor) {
        this.reader = reader;
        this.batches = batches;
        this.actor = actor;
    }

    @Override
    public Page<Batch> list(@Nullable String cursor) {
        return reader.page(actor.get().name(), cursor);
    }

    @Override
    public Batch get(BatchId id) {
        return reader.get(id, actor.get().name());
    }

    @Override
    public Batch cancel(BatchId id) {
        var submitter = actor.get().name();
        var found = reader.get(id, submitter);
        batches.cancel(found.id(), submitter);
        return reader.get(id, submitter);
    }
}
