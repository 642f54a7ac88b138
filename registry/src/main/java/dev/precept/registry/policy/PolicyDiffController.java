package dev.precept.registry.policy;

import dev.precept.contracts.policy.PolicyDiff;
import dev.precept.contracts.policy.PolicyDiffApi;
import dev.precept.registry.access.AnyPerson;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PolicyDiffController implements PolicyDiffApi {

    private final PolicyReading reading;

    PolicyDiffController(PolicyReading reading) {
        this.reading = reading;
    }

    @Override
    @AnyPerson
    public PolicyDiff changes(String slug, int number, int from) {
        return reading.changes(slug, from, number);
    }
}
