package dev.precept.registry.policy;

import static dev.precept.contracts.access.RoleName.POLICY_ACTIVATOR;
import static dev.precept.contracts.access.RoleName.POLICY_APPROVER;
import static dev.precept.contracts.access.RoleName.POLICY_AUTHOR;
import static dev.precept.contracts.access.RoleName.REVIEW_LEAD;

import dev.precept.contracts.policy.PromptApi;
import dev.precept.contracts.policy.PromptPreview;
import dev.precept.contracts.policy.PromptRequest;
import dev.precept.contracts.policy.PromptSample;
import dev.precept.registry.access.AnyPerson;
import dev.precept.registry.access.CurrentActor;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PromptController implements PromptApi {

    private final PolicyReading reading;
    private final DraftPrivacy privacy;
    private final CurrentActor actor;

    PromptController(PolicyReading reading, DraftPrivacy privacy, CurrentActor actor) {
        this.privacy = privacy;
        this.actor = actor;
        this.reading = reading;
    }

    @Override
    @RolesAllowed({POLICY_AUTHOR, POLICY_APPROVER, POLICY_ACTIVATOR, REVIEW_LEAD})
    public PromptPreview preview(PromptRequest request) {
        return reading.prompt(request.text(), request.content());
    }

    @Override
    @AnyPerson
    public PromptPreview preview(String slug, int number, PromptSample sample) {
        privacy.requireReader(actor.get(), slug, number);
        return reading.prompt(slug, number, sample.content());
    }
}
