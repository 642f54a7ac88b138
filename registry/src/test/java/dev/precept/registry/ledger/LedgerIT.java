package dev.precept.registry.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.ledger.LedgerApi;
import dev.precept.contracts.ledger.LedgerEntry;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.Owner;
import dev.precept.registry.testing.RegistryTest;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class LedgerIT {

    @Autowired private Ledger ledger;
    @Autowired private Owner owner;
    @Autowired private TransactionTemplate transaction;
    @Autowired private ApiClients clients;

    @Test
    void databaseRefusesToChangeOrDeleteEntries() {
        record("refusal");
        owner.assertNobodyMay("update ledger_entry set actor = 'x'");
        owner.assertNobodyMay("delete from ledger_entry");
        owner.assertNobodyMay("truncate ledger_entry");
    }

    @Test
    void entryIsRefusedOutsideOfATransaction() {
        assertThatThrownBy(() -> ledger.append("ava", "test.happened", "test:1", Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void auditorReadsPageByPageNewestFirst() {
        IntStream.range(0, 60).forEach(number -> record("paged"));
        var api = clients.api(LedgerApi.class, "aria", Role.AUDITOR);
        var first = api.list("test:paged", null, null, null);
        var second = api.list("test:paged", null, "test", first.next());
        assertThat(first.items()).hasSize(50);
        assertThat(second.items()).hasSize(10);
        assertThat(second.next()).isNull();
        assertThat(first.items())
                .extracting(LedgerEntry::sequence)
                .isSortedAccordingTo((left, right) -> Long.compare(right, left));
        assertThat(first.items().getFirst().payload()).containsEntry("answer", 42);
    }

    @Test
    void submitterMayNotRead() {
        var api = clients.api(LedgerApi.class, "shop", Role.SUBMITTER);
        assertThatThrownBy(() -> api.list(null, null, null, null))
                .isInstanceOf(HttpClientErrorException.Forbidden.class)
                .hasMessageContaining("urn:precept:problem:forbidden");
    }

    private void record(String subject) {
        transaction.executeWithoutResult(status ->
                ledger.append("ava", "test.happened", "test:" + subject, Map.of("answer", 42)));
    }
}
