package dev.precept.registry.policy;

import dev.precept.contracts.policy.PolicyDiff;
import dev.precept.contracts.policy.PolicyDiffApi;
import dev.precept.registry.access.AnyPerson;
import dev.precept.registry.access.CurrentActor;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PolicyDiffController implements PolicyDiffApi {

    private final PolicyReading reading;
    private final DraftPrivacy privacy;
    private final CurrentActor actor;

    PolicyDiffController(PolicyReading reading, DraftPrivacy privacy, CurrentActor actor) {
        this.privacy = privacy;
        this.actor = actor;
        this.reading = reading;
    }

    @Override
    @AnyPerson
    public PolicyDiff changes(String slug, int number, int from) {
        privacy.requireReader(actor.get(), slug, from);
        privacy.requireReader(actor.get(), slug, number);
        return reading.changes(slug, from, number);
    }
}
