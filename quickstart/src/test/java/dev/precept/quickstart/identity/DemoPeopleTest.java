package dev.precept.quickstart.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.access.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DemoPeopleTest {

    @ParameterizedTest
    @CsvSource({
        "POLICY_AUTHOR, ava",
        "POLICY_APPROVER, ben",
        "POLICY_ACTIVATOR, ben",
        "REVIEWER, rita",
        "REVIEW_LEAD, lena",
        "AUDITOR, aldo",
        "OPERATOR, otto",
        "SUBMITTER, precept-submitter",
        "WORKER, precept-worker"
    })
    void everyRoleHasSomebodyWhoStandsForIt(Role role, String name) {
        assertThat(DemoPeople.standingFor(role).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"ben, safety", "cleo, legal"})
    void approversAreInGroupsThatRulesCanName(String name, String group) {
        assertThat(DemoPeople.named(name).orElseThrow().groups()).containsExactly(group);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void theDemoClientOfARoleSpeaksForThatPerson(Role role) {
        assertThat(Clients.holder(Clients.demo(role))).contains(DemoPeople.standingFor(role));
    }
}
