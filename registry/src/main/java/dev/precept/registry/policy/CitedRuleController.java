package dev.precept.registry.policy;

import dev.precept.contracts.policy.CitedRule;
import dev.precept.contracts.policy.CitedRuleApi;
import dev.precept.registry.access.AnyPerson;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CitedRuleController implements CitedRuleApi {

    private final PolicyReading reading;

    CitedRuleController(PolicyReading reading) {
        this.reading = reading;
    }

    @Override
    @AnyPerson
    public List<CitedRule> cited(String slug, int number) {
        return reading.cited(slug, number);
    }
}
