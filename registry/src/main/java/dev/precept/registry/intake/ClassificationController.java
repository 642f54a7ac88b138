package dev.precept.registry.intake;

import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.intake.Classification;
import dev.precept.contracts.intake.ClassificationApi;
import dev.precept.contracts.intake.ClassificationRequest;
import dev.precept.contracts.intake.ItemId;
import dev.precept.registry.access.CurrentActor;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RolesAllowed(RoleName.SUBMITTER)
class ClassificationController implements ClassificationApi {

    private final ClassificationDesk desk;
    private final Classifications classifications;
    private final VerdictWait wait;
    private final CurrentActor actor;

    ClassificationController(
            ClassificationDesk desk,
            Classifications classifications,
            VerdictWait wait,
            CurrentActor actor) {
        this.desk = desk;
        this.classifications = classifications;
        this.wait = wait;
        this.actor = actor;
    }

    @Override
    public ResponseEntity<Classification> classify(
            ClassificationRequest request, int seconds, @Nullable String idempotencyKey) {
        var patience = SubmissionRules.wait(seconds);
        var id = desk.submit(request, actor.get().name(), idempotencyKey);
        return Answers.of(wait.await(id, patience).withoutAccounts(), "/v1/classifications/");
    }

    @Override
    public Classification get(ItemId id) {
        return classifications.get(id, actor.get().name()).withoutAccounts();
    }
}
