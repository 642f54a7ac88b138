package dev.precept.registry.inbox;

import dev.precept.contracts.access.Inbox;
import dev.precept.contracts.access.MeApi;
import dev.precept.registry.access.AnyPerson;
import dev.precept.registry.access.CurrentActor;
import org.springframework.web.bind.annotation.RestController;

@RestController
@AnyPerson
class MeController implements MeApi {

    private final Inboxes inboxes;
    private final CurrentActor actor;

    MeController(Inboxes inboxes, CurrentActor actor) {
        this.inboxes = inboxes;
        this.actor = actor;
    }

    @Override
    public Inbox inbox() {
        return inboxes.of(actor.get());
    }

    @Override
    public void signedIn() {
        inboxes.signedIn(actor.get());
    }
}
