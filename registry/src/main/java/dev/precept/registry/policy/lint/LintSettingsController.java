package dev.precept.registry.policy.lint;

import static dev.precept.contracts.access.RoleName.POLICY_APPROVER;

import dev.precept.contracts.policy.LintSettings;
import dev.precept.contracts.policy.LintSettingsApi;
import dev.precept.contracts.policy.LintSettingsEdit;
import dev.precept.registry.access.AnyPerson;
import dev.precept.registry.access.CurrentActor;
import dev.precept.registry.wire.Revisions;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LintSettingsController implements LintSettingsApi {

    private final LintDesk desk;
    private final CurrentActor actor;

    LintSettingsController(LintDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    @Override
    @AnyPerson
    public LintSettings get() {
        return desk.get();
    }

    @Override
    @RolesAllowed(POLICY_APPROVER)
    public LintSettings set(String revision, LintSettingsEdit edit) {
        return desk.set(actor.get(), Revisions.basedOn(revision), edit);
    }
}
