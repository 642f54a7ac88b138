package dev.precept.contracts.policy;

import dev.precept.contracts.paging.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/// Policies and the life of their versions: draft, submit, approve, alias.
@HttpExchange("/v1")
public interface PolicyApi {

    /// By slug.
    @GetExchange("/policies")
    Page<Policy> page(
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "size", defaultValue = "50") int size);

    /// All policies, by slug.
    default List<Policy> list() {
        return Page.all(cursor -> page(cursor, Page.MAX_SIZE));
    }

    @PostExchange("/policies")
    Policy create(@RequestBody NewPolicy policy);

    @GetExchange("/policies/{slug}")
    Policy get(@PathVariable("slug") String slug);

    /// Newest first.
    @GetExchange("/policies/{slug}/versions")
    Page<PolicyVersionSummary> versions(
            @PathVariable("slug") String slug,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "size", defaultValue = "50") int size);

    /// All versions of a policy, newest first.
    default List<PolicyVersionSummary> versions(String slug) {
        return Page.all(cursor -> versions(slug, cursor, Page.MAX_SIZE));
    }

    /// Opens a draft. It may be half-written: findings are reported, not refused.
    @PostExchange("/policies/{slug}/versions")
    PolicyVersion draft(@PathVariable("slug") String slug, @RequestBody NewDraft draft);

    @GetExchange("/policies/{slug}/versions/{number}")
    PolicyVersion version(@PathVariable("slug") String slug, @PathVariable("number") int number);

    @PutExchange("/policies/{slug}/versions/{number}")
    PolicyVersion save(
            @PathVariable("slug") String slug,
            @PathVariable("number") int number,
            @RequestBody DraftEdit edit);

    /// Seals the draft into an immutable bundle and asks for approval; refused while the linter has
    /// errors.
    ///
    /// @param revision that was read; null submits the draft as it stands
    @PostExchange("/policies/{slug}/versions/{number}/submit")
    PolicyVersion submit(
            @PathVariable("slug") String slug,
            @PathVariable("number") int number,
            @RequestHeader(name = "If-Match", required = false) @Nullable String revision);

    /// Submits the draft as it stands.
    default PolicyVersion submit(String slug, int number) {
        return submit(slug, number, null);
    }

    /// Approves; the author cannot.
    @PostExchange("/policies/{slug}/versions/{number}/approve")
    PolicyVersion approve(
            @PathVariable("slug") String slug,
            @PathVariable("number") int number,
            @RequestBody Approval approval);

    /// Sends the version back to its author as a draft.
    ///
    /// @param revision that was read; null declines the version as it stands
    @PostExchange("/policies/{slug}/versions/{number}/decline")
    PolicyVersion decline(
            @PathVariable("slug") String slug,
            @PathVariable("number") int number,
            @RequestHeader(name = "If-Match", required = false) @Nullable String revision,
            @RequestBody Decline decline);

    /// Declines the version as it stands.
    default PolicyVersion decline(String slug, int number, Decline decline) {
        return decline(slug, number, null, decline);
    }

    /// Every approval and every decline of a version, newest first.
    @GetExchange("/policies/{slug}/versions/{number}/opinions")
    Page<Opinion> opinions(
            @PathVariable("slug") String slug,
            @PathVariable("number") int number,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "size", defaultValue = "50") int size);

    /// All that approvers said of a version, newest first.
    default List<Opinion> opinions(String slug, int number) {
        return Page.all(cursor -> opinions(slug, number, cursor, Page.MAX_SIZE));
    }

    /// Points an alias at an approved version; holds for the next lease.
    @PutExchange("/policies/{slug}/aliases/{alias}")
    Policy pointAlias(
            @PathVariable("slug") String slug,
            @PathVariable("alias") String alias,
            @RequestBody AliasTarget target);

    @GetExchange("/policies/{slug}/diff")
    VersionDiff diff(
            @PathVariable("slug") String slug,
            @RequestParam("from") int from,
            @RequestParam("to") int to);

    /// Looks a text over without saving it.
    @PostExchange("/policy-lint")
    LintReport lint(@RequestBody LintRequest request);

    /// A submitted version by the hash of its bundle; it never changes.
    @GetExchange("/policy-bundles/{sha256}")
    PolicyBundle bundle(@PathVariable("sha256") String sha256);
}
