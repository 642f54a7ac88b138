package dev.precept.console.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectsTest {

    @Test
    void policiesCasesAndItemsHaveAPage() {
        assertThat(Subjects.address("policy:spam@3")).contains("policies/spam");
        assertThat(Subjects.address("case:0198-7a")).contains("cases/0198-7a");
        assertThat(Subjects.address("item:0198-7a")).contains("items/0198-7a");
    }

    @Test
    void whatCouldLeadElsewhereIsNoLink() {
        assertThat(Subjects.address("policy:../logout")).isEmpty();
        assertThat(Subjects.address("person:ava")).isEmpty();
        assertThat(Subjects.address("spam")).isEmpty();
    }

    @Test
    void ofALongIdTheTelltaleEndIsShown() {
        assertThat(Subjects.shortened("case:01a20b96-143f-73f9-b1b6-5375e546b233"))
                .isEqualTo("case:…5375e546b233");
        assertThat(Subjects.shortened("policy:spam@3")).isEqualTo("policy:spam@3");
    }
}
