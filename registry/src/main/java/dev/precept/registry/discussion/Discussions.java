package dev.precept.registry.discussion;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.discussion.Anchor;
import dev.precept.contracts.discussion.CommentThread;
import dev.precept.contracts.discussion.NewThread;
import dev.precept.contracts.discussion.ThreadId;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.access.Actor;
import dev.precept.registry.digest.Sha256;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.policy.PolicyTexts;
import dev.precept.registry.wire.Cursors;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens, answers and resolves threads. Whoever may not read a draft may not read what is said
/// about it.
@Service
@Transactional
class Discussions {

    private static final int MAX_TEXT = 4_000;
    private static final int MAX_QUOTE = 300;

    private final PolicyTexts policies;
    private final ThreadRows threads;
    private final Ledger ledger;
    private final Clock clock;

    Discussions(PolicyTexts policies, ThreadRows threads, Ledger ledger, Clock clock) {
        this.policies = policies;
        this.threads = threads;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<CommentThread> page(Actor actor, String slug, int number, @Nullable String cursor) {
        var _ = policies.read(actor, slug, number);
        return Page.of(
                threads.after(slug, number, Cursors.id(cursor), Page.DEFAULT_SIZE + 1),
                Page.DEFAULT_SIZE,
                thread -> thread.id().toString());
    }

    public CommentThread open(Actor actor, String slug, int number, NewThread wish) {
        var text = checked(wish.text());
        var version = policies.hold(actor, slug, number);
        var anchor = anchored(version, wish.anchor());
        var place = new ThreadRows.Place(slug, number, version.revision(), quote(version, anchor));
        var id = threads.add(place, anchor, actor.name(), clock.instant());
        threads.say(id, actor.name(), text, clock.instant());
        var facts = new HashMap<String, Object>();
        facts.put("sha256", Sha256.hex(text));
        if (anchor.line() != null) {
            facts.put("line", anchor.line());
        }
        if (anchor.rule() != null) {
            facts.put("rule", anchor.rule());
        }
        return recorded(actor, "policy.thread.opened", slug, number, new ThreadId(id), facts);
    }

    public CommentThread answer(Actor actor, String slug, int number, ThreadId id, String comment) {
        var text = checked(comment);
        var _ = policies.hold(actor, slug, number);
        var _ = find(slug, number, id);
        threads.say(id.value(), actor.name(), text, clock.instant());
        return recorded(
                actor,
                "policy.thread.answered",
                slug,
                number,
                id,
                Map.of("sha256", Sha256.hex(text)));
    }

    /// Does nothing if the thread stands so already.
    ///
    /// @throws PreceptException `four-eyes` if the thread is another's, about what the actor wrote
    public CommentThread settle(
            Actor actor, String slug, int number, ThreadId id, boolean resolved) {
        var writers = policies.writers(slug, number);
        var _ = policies.hold(actor, slug, number);
        var thread = find(slug, number, id);
        boolean opener = thread.comments().getFirst().author().equals(actor.name());
        boolean approver = actor.is(Role.POLICY_APPROVER) && !writers.contains(actor.name());
        if (resolved && !opener && !approver) {
            throw new PreceptException(
                    ErrorCode.FOUR_EYES,
                    "Only %s, who opened this thread, or an approver who did not write on the version resolves it."
                            .formatted(thread.comments().getFirst().author()));
        }
        if (thread.resolved() == resolved) {
            return thread;
        }
        threads.settle(id.value(), resolved, actor.name(), clock.instant());
        return recorded(
                actor,
                resolved ? "policy.thread.resolved" : "policy.thread.reopened",
                slug,
                number,
                id,
                Map.of());
    }

    private CommentThread recorded(
            Actor actor, String type, String slug, int number, ThreadId id, Map<String, ?> facts) {
        var payload = new HashMap<String, Object>(facts);
        payload.put("number", number);
        payload.put("thread", id.toString());
        ledger.append(actor.name(), type, "policy:" + slug, payload);
        return find(slug, number, id);
    }

    private CommentThread find(String slug, int number, ThreadId id) {
        return threads.find(slug, number, id)
                .orElseThrow(() ->
                        new PreceptException(
                                ErrorCode.NOT_FOUND,
                                "Version %d of %s has no thread %s.".formatted(number, slug, id)));
    }

    /// A rule is found again by its line.
    private static Anchor anchored(PolicyTexts.Text version, Anchor wish) {
        var rule = wish.rule();
        if (rule != null) {
            return version.rules().stream()
                    .filter(it -> it.id().equals(rule))
                    .findFirst()
                    .map(it -> new Anchor(it.line(), rule))
                    .orElseThrow(
                            () -> invalid("Version %d has no rule %s.", version.number(), rule));
        }
        var line = wish.line();
        long lines = version.text().lines().count();
        if (line != null && (line < 1 || line > lines)) {
            throw invalid("Line %d is outside the text, which has %d lines.", line, lines);
        }
        return wish;
    }

    private static String quote(PolicyTexts.Text version, Anchor anchor) {
        var line = anchor.line();
        if (line == null) {
            return "";
        }
        var text = version.text().lines().skip(line - 1L).findFirst().orElse("");
        return text.length() <= MAX_QUOTE ? text : text.substring(0, MAX_QUOTE) + "…";
    }

    private static String checked(String text) {
        var said = text.strip();
        if (said.isEmpty() || said.length() > MAX_TEXT) {
            throw invalid(
                    "The comment has %,d characters; give 1 to %,d.", said.length(), MAX_TEXT);
        }
        return said;
    }

    private static PreceptException invalid(String format, Object... values) {
        return new PreceptException(ErrorCode.INVALID_ARGUMENT, format.formatted(values));
    }
}
