package dev.precept.contracts.correction;

import dev.precept.contracts.review.CaseId;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// What people corrected, and the next version.
@HttpExchange("/v1/policies/{slug}/correction-clusters")
public interface CorrectionApi {

    /// The most cases that [#cases] reads at a time.
    int MOST_READ = 50;

    @GetExchange
    CorrectionClusters clusters(@PathVariable("slug") String slug);

    /// Reads cases of a cluster, one to [#MOST_READ], in the order in which they are named. It is a
    /// POST because so many ids would not fit into an address.
    @PostExchange("/cases")
    List<CorrectedCase> cases(@PathVariable("slug") String slug, @RequestBody From cases);

    /// Opens a draft with the text of the live version, and protects the cases in the golden set as
    /// people decided them.
    @PostExchange("/drafts")
    CorrectionDraft draft(@PathVariable("slug") String slug, @RequestBody From cases);

    /// Overturned cases of the policy, one to five hundred.
    record From(List<CaseId> cases) {

        public From {
            cases = List.copyOf(cases);
        }
    }
}
