package dev.precept.console.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.precept.console.rights.Person;
import dev.precept.console.rights.Rights;
import dev.precept.console.time.Moment;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.ui.PageHead;
import dev.precept.console.ui.Section;
import dev.precept.contracts.access.Inbox;
import dev.precept.contracts.access.Matter;
import dev.precept.contracts.access.MeApi;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.policy.PolicyVersionSummary;
import dev.precept.contracts.queue.Lane;
import dev.precept.contracts.queue.QueueApi;
import dev.precept.contracts.queue.QueueStatus;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The first page: each card is something that waits for this person, or the state of the service.
@Route("")
@PageTitle("Home")
@Menu(title = "Home", order = 0, icon = "vaadin:home-o")
@PermitAll
class HomeView extends Div {

    private static final long serialVersionUID = 1L;

    private final Div waiting = new Div();
    private final transient Clock clock;

    HomeView(MeApi me, QueueApi queue, Rights rights, Person person, Clock clock) {
        this.clock = clock;
        addClassName("page");
        waiting.addClassName("cards");
        add(new PageHead("Hello, " + person.name(), "What waits for you."), waiting);
        showInbox(me.inbox(), rights);
        if (waiting.getComponentCount() == 0) {
            remove(waiting);
            add(
                    new EmptyState(
                            "Nothing waits for you",
                            "Enjoy the quiet; this page is the place to look again."));
        }
        showService(queue.status());
    }

    private void showInbox(Inbox inbox, Rights rights) {
        if (rights.holdAny(RoleName.REVIEWER, RoleName.REVIEW_LEAD)) {
            if (inbox.claimedCases() > 0) {
                number(
                        "review",
                        inbox.claimedCases(),
                        cases(inbox.claimedCases()) + "in your hands",
                        "Go on with your claimed case");
            }
            number(
                    "review",
                    inbox.openCases(),
                    cases(inbox.openCases()) + "open to review",
                    inbox.openCases() == 0 ? "Nothing to claim" : "Claim the next case");
        }
        inbox.matters().forEach(this::matter);
        inbox.awaitingApproval()
                .forEach(version ->
                        card(
                                MatterWords.request(version.slug(), version.number()),
                                version,
                                "waits for your approval",
                                version.submittedAt()));
        inbox.readyToActivate()
                .forEach(version ->
                        version(version, "approved, not live yet", version.approvedAt()));
        inbox.drafts().stream()
                .filter(draft -> inbox.matters().stream().noneMatch(of(draft)))
                .forEach(draft -> version(draft, "your draft", draft.updatedAt()));
        if (inbox.deadLetters() > 0) {
            number(
                    "operations",
                    inbox.deadLetters(),
                    (inbox.deadLetters() == 1 ? "job " : "jobs ") + "given up",
                    "Look at the reasons and queue again");
        }
    }

    private void number(String target, int count, String what, String advice) {
        var figure = new Span(String.format(Locale.ROOT, "%,d", count));
        figure.addClassName("number");
        card(target, figure, new Span(what), muted(advice));
    }

    private static String cases(int count) {
        return count == 1 ? "case " : "cases ";
    }

    private static Predicate<Matter> of(PolicyVersionSummary draft) {
        return matter -> matter.slug().equals(draft.slug()) && matter.version() == draft.number();
    }

    private void matter(Matter matter) {
        var card =
                card(
                        MatterWords.target(matter),
                        title(matter.slug(), matter.version()),
                        new Span(MatterWords.what(matter.kind())),
                        muted(matter.detail()),
                        muted(Moment.ago(matter.since(), clock.instant())));
        if (MatterWords.grave(matter.kind())) {
            card.addClassName("grave");
        }
    }

    private void version(PolicyVersionSummary version, String what, @Nullable Instant since) {
        card(
                "policies/%s/versions/%d".formatted(version.slug(), version.number()),
                version,
                what,
                since);
    }

    private void card(
            String target, PolicyVersionSummary version, String what, @Nullable Instant since) {
        var age = since == null ? "" : Moment.ago(since, clock.instant());
        card(
                target,
                title(version.slug(), version.number()),
                new Span(what),
                muted("by " + version.author() + (age.isEmpty() ? "" : ", " + age)));
    }

    private static Span title(String slug, int version) {
        var title = new Span(slug + " · version " + version);
        title.addClassName("card-title");
        return title;
    }

    private Anchor card(String target, Span... lines) {
        var card = new Anchor(target);
        card.addClassName("card");
        card.add(lines);
        waiting.add(card);
        return card;
    }

    private void showService(QueueStatus status) {
        var queued = status.queued().values().stream().mapToInt(Integer::intValue).sum();
        var cards = new Div();
        cards.addClassName("cards");
        cards.add(
                figure(queued, "jobs waiting", waited(status)),
                figure(status.leased(), "with workers", "being classified now"),
                figure(
                        (int) Math.round(status.drainPerSecond() * 60),
                        "verdicts in the last minute",
                        "interactive waiting: "
                                + status.queued().getOrDefault(Lane.INTERACTIVE, 0)));
        add(new Section("The service", cards));
    }

    private static Div figure(int count, String what, String more) {
        var figure = new Span(String.format(Locale.ROOT, "%,d", count));
        figure.addClassName("number");
        var card = new Div(figure, new Span(what), muted(more));
        card.addClassName("card");
        return card;
    }

    private static String waited(QueueStatus status) {
        return status.oldestSeconds() < 1
                ? "nobody has waited long"
                : "the oldest for "
                        + Moment.span(Duration.ofSeconds((long) status.oldestSeconds()));
    }

    private static Span muted(String text) {
        var span = new Span(text);
        span.addClassName("muted");
        return span;
    }

    List<String> cardTexts() {
        return waiting.getChildren().map(card -> card.getElement().getTextRecursively()).toList();
    }
}
