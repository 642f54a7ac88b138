package dev.precept.contracts.rollout;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// Canaries and shadows of a policy's aliases. What may put more traffic on a candidate asks for
/// `If-Match`, the revision; what takes traffic off it does not.
@HttpExchange("/v1/policies/{slug}/rollouts")
public interface RolloutApi {

    /// Newest first.
    @GetExchange
    Page<Rollout> list(
            @PathVariable("slug") String slug,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor);

    /// Those that have not ended, newest first: at most one canary and one shadow for an alias.
    @GetExchange("/open")
    List<Rollout> open(@PathVariable("slug") String slug);

    @PostExchange
    Rollout start(@PathVariable("slug") String slug, @RequestBody NewRollout wish);

    @GetExchange("/{id}")
    Rollout get(@PathVariable("slug") String slug, @PathVariable("id") RolloutId id);

    /// Its history, newest first.
    @GetExchange("/{id}/events")
    Page<RolloutEvent> events(
            @PathVariable("slug") String slug,
            @PathVariable("id") RolloutId id,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "size", defaultValue = "50") int size);

    /// All of its history, newest first.
    default List<RolloutEvent> events(String slug, RolloutId id) {
        return Page.all(cursor -> events(slug, id, cursor, Page.MAX_SIZE));
    }

    /// What was seen over time, oldest first, in at most about sixty spans.
    @GetExchange("/{id}/course")
    List<RolloutPoint> course(@PathVariable("slug") String slug, @PathVariable("id") RolloutId id);

    /// The items on which the candidate says something else, newest first; of one kind only, if
    /// asked.
    @GetExchange("/{id}/disagreements")
    Page<Disagreement> disagreements(
            @PathVariable("slug") String slug,
            @PathVariable("id") RolloutId id,
            @RequestParam(name = "was", required = false) @Nullable Outcome was,
            @RequestParam(name = "is", required = false) @Nullable Outcome is,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor);

    @PostExchange("/{id}/step")
    Rollout step(
            @PathVariable("slug") String slug,
            @PathVariable("id") RolloutId id,
            @RequestHeader("If-Match") String revision,
            @RequestBody RolloutStep step);

    @PostExchange("/{id}/halt")
    Rollout halt(
            @PathVariable("slug") String slug,
            @PathVariable("id") RolloutId id,
            @RequestBody RolloutAction action);

    /// Goes on with a halted rollout; its figures count anew for the limits.
    @PostExchange("/{id}/resume")
    Rollout resume(
            @PathVariable("slug") String slug,
            @PathVariable("id") RolloutId id,
            @RequestHeader("If-Match") String revision,
            @RequestBody RolloutAction action);

    /// Points the alias at the candidate.
    @PostExchange("/{id}/promote")
    Rollout promote(
            @PathVariable("slug") String slug,
            @PathVariable("id") RolloutId id,
            @RequestHeader("If-Match") String revision,
            @RequestBody RolloutAction action);

    /// Ends it; everything goes to the stable version from the next lease on.
    @PostExchange("/{id}/abort")
    Rollout abort(
            @PathVariable("slug") String slug,
            @PathVariable("id") RolloutId id,
            @RequestBody RolloutAction action);
}
