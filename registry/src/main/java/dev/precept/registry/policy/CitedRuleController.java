package dev.precept.registry.policy;

import dev.precept.contracts.policy.CitedRule;
import dev.precept.contracts.policy.CitedRuleApi;
import dev.precept.registry.access.AnyPerson;
import dev.precept.registry.access.CurrentActor;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CitedRuleController implements CitedRuleApi {

    private final PolicyReading reading;
    private final DraftPrivacy privacy;
    private final CurrentActor actor;

    CitedRuleController(PolicyReading reading, DraftPrivacy privacy, CurrentActor actor) {
        this.privacy = privacy;
        this.actor = actor;
        this.reading = reading;
    }

    @Override
    @AnyPerson
    public List<CitedRule> cited(String slug, int number) {
        privacy.requireReader(actor.get(), slug, number);
        return reading.cited(slug, number);
    }
}
