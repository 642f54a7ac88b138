package dev.precept.console.search;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.precept.console.content.SensitiveText;
import dev.precept.console.table.DataTable;
import dev.precept.console.time.Moment;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.ui.PageHead;
import dev.precept.console.ui.Section;
import dev.precept.console.verdict.VerdictPanel;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.intake.Classification;
import dev.precept.contracts.intake.ItemApi;
import dev.precept.contracts.intake.ItemDetail;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.queue.JobStatus;
import dev.precept.contracts.verdict.Verdict;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import java.util.TreeMap;

/// One item: its content, every verdict on it, and the jobs that have none.
@Route("items/:itemId")
@PageTitle("Item")
@RolesAllowed({RoleName.REVIEWER, RoleName.REVIEW_LEAD, RoleName.AUDITOR, RoleName.POLICY_AUTHOR})
@StyleSheet("context://precept/review.css")
class ItemView extends Div implements BeforeEnterObserver {

    private final transient ItemApi items;

    ItemView(ItemApi items) {
        this.items = items;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var detail = items.get(itemId(event.getRouteParameters().get("itemId").orElse("")));
        var classification = detail.classification();
        removeAll();
        add(
                new PageHead("Item", "One content and everything that was said of it.")
                        .under("search", "Search"),
                facts(detail));
        add(new Section("Content", new SensitiveText(detail.content())));
        var verdicts = new Div();
        verdicts.addClassName("verdicts");
        classification.verdicts().forEach(verdict -> verdicts.add(card(verdict)));
        if (classification.verdicts().isEmpty()) {
            verdicts.add(new EmptyState("No verdict yet", waits(classification)));
        }
        add(new Section("Verdicts", verdicts));
        if (!classification.outstanding().isEmpty()) {
            add(new Section("Jobs without a verdict", outstanding(classification)));
        }
    }

    private static ItemId itemId(String text) {
        try {
            return ItemId.of(text);
        } catch (IllegalArgumentException noUuid) {
            throw new NotFoundException();
        }
    }

    private static Component facts(ItemDetail detail) {
        var item = detail.classification();
        var facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "Item", new CopyableId("item id", item.id().toString()));
        fact(facts, "External id", new Span(Objects.requireNonNullElse(item.externalId(), "—")));
        fact(facts, "Submitted by", new Span(detail.submittedBy()));
        fact(facts, "Submitted", new Moment(item.submittedAt()));
        fact(
                facts,
                "Language",
                new Span(Objects.requireNonNullElse(detail.content().language(), "not given")));
        new TreeMap<>(detail.metadata())
                .forEach((name, value) -> fact(facts, name, new Span(value)));
        return facts;
    }

    private static void fact(DescriptionList facts, String name, Component value) {
        var description = new DescriptionList.Description();
        description.add(value);
        facts.add(new DescriptionList.Term(name), description);
    }

    private static Component card(Verdict verdict) {
        var card = new Div(new VerdictPanel(verdict));
        card.add(new CopyableId("verdict id", verdict.id().toString()));
        card.addClassName("verdict-card");
        return card;
    }

    private static Component outstanding(Classification classification) {
        var table =
                new DataTable<Classification.Outstanding>("Jobs without a verdict")
                        .column("State", job -> state(job.status()))
                        .text("Policy", job -> job.policyVersion().toString())
                        .text("Attempts", job -> String.valueOf(job.attempts()))
                        .text("Reason", job -> Objects.requireNonNullElse(job.reason(), "—"))
                        .column("Job", job -> new CopyableId("job id", job.jobId().toString()));
        table.setRows(classification.outstanding());
        return table;
    }

    private static Component state(JobStatus status) {
        return switch (status) {
            case QUEUED -> new Badge("Waiting");
            case LEASED -> new Badge("Running");
            case DONE -> new Badge("Done");
            case CANCELLED -> new Badge("Cancelled");
            case DEAD -> {
                var badge = new Badge("Given up");
                badge.addThemeVariants(BadgeVariant.ERROR);
                yield badge;
            }
        };
    }

    private static String waits(Classification classification) {
        return classification.outstanding().isEmpty()
                ? "Nothing is asked of this item any more."
                : "Below stands what it waits for.";
    }
}
