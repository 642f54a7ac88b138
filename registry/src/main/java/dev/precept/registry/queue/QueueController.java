package dev.precept.registry.queue;

import static dev.precept.contracts.access.RoleName.AUDITOR;
import static dev.precept.contracts.access.RoleName.OPERATOR;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.queue.DeadLetter;
import dev.precept.contracts.queue.JobId;
import dev.precept.contracts.queue.QueueApi;
import dev.precept.contracts.queue.QueueStatus;
import dev.precept.registry.access.AnyPerson;
import dev.precept.registry.access.CurrentActor;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class QueueController implements QueueApi {

    private final QueueSampler sampler;
    private final DeadLetters deadLetters;
    private final CurrentActor actor;

    QueueController(QueueSampler sampler, DeadLetters deadLetters, CurrentActor actor) {
        this.sampler = sampler;
        this.deadLetters = deadLetters;
        this.actor = actor;
    }

    @Override
    @AnyPerson
    public QueueStatus status() {
        return sampler.look();
    }

    @Override
    @AnyPerson
    public List<QueueStatus> history() {
        return sampler.history();
    }

    @Override
    @RolesAllowed({OPERATOR, AUDITOR})
    public Page<DeadLetter> deadLetters(@Nullable String cursor) {
        return deadLetters.page(
                cursor == null ? null : DeadLetters.Place.of(cursor), Page.DEFAULT_SIZE);
    }

    @Override
    @RolesAllowed(OPERATOR)
    public void requeue(JobId id) {
        deadLetters.requeue(id, actor.get());
    }
}
