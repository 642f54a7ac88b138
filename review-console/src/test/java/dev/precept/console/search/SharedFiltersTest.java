package dev.precept.console.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.precept.contracts.intake.ItemSearch;
import dev.precept.contracts.verdict.Outcome;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SharedFiltersTest {

    private static final ItemSearch SEARCH =
            new ItemSearch(
                    "private words",
                    "spam",
                    Outcome.UNDETERMINED,
                    "SP2",
                    "order-17",
                    Instant.parse("2026-03-01T00:00:00Z"),
                    Instant.parse("2026-03-02T00:00:00Z"),
                    0.6);

    @Test
    void theWordsOfTheContentSearchNeverStandInTheUrl() {
        assertThat(SharedFilters.toQuery(SEARCH).getQueryString()).doesNotContain("private");
    }

    @Test
    void everyOtherFilterSurvivesTheUrl() {
        var query = QueryParameters.fromString(SharedFilters.toQuery(SEARCH).getQueryString());
        assertThat(SharedFilters.fromQuery(query))
                .isEqualTo(
                        new ItemSearch(
                                null,
                                SEARCH.policy(),
                                SEARCH.outcome(),
                                SEARCH.ruleId(),
                                SEARCH.externalId(),
                                SEARCH.from(),
                                SEARCH.to(),
                                SEARCH.confidenceBelow()));
    }

    @Test
    void whatCannotBeReadIsLeftOut() {
        var query =
                QueryParameters.fromString("outcome=maybe&from=yesterday&confidence-below=7&rule=");
        assertThat(SharedFilters.fromQuery(query)).isEqualTo(ItemSearch.ALL);
    }
}
