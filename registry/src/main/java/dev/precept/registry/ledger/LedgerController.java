package dev.precept.registry.ledger;

import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.ledger.LedgerApi;
import dev.precept.contracts.ledger.LedgerEntry;
import dev.precept.contracts.paging.Page;
import dev.precept.registry.wire.Cursors;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LedgerController implements LedgerApi {

    private final LedgerReader reader;

    LedgerController(LedgerReader reader) {
        this.reader = reader;
    }

    @Override
    @RolesAllowed({
        RoleName.AUDITOR,
        RoleName.OPERATOR,
        RoleName.POLICY_AUTHOR,
        RoleName.POLICY_APPROVER,
        RoleName.POLICY_ACTIVATOR,
        RoleName.REVIEW_LEAD
    })
    public Page<LedgerEntry> list(
            @Nullable String subject,
            @Nullable String actor,
            @Nullable String type,
            @Nullable String cursor) {
        return reader.page(
                subject, actor, type, Cursors.number(cursor, Long.MAX_VALUE), Page.DEFAULT_SIZE);
    }
}
