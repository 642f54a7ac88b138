package dev.precept.console.ledger;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.precept.console.table.DataTable;
import dev.precept.console.table.PagedTable;
import dev.precept.console.time.Moment;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.ui.PageHead;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.ledger.LedgerApi;
import dev.precept.contracts.ledger.LedgerEntry;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Everything that was ever changed, by whom and when.
@Route("ledger")
@PageTitle("Ledger")
@Menu(title = "Ledger", order = 50, icon = "vaadin:notebook")
@RolesAllowed({
    RoleName.AUDITOR,
    RoleName.OPERATOR,
    RoleName.POLICY_AUTHOR,
    RoleName.POLICY_APPROVER,
    RoleName.POLICY_ACTIVATOR,
    RoleName.REVIEW_LEAD
})
@StyleSheet("context://precept/review.css")
class LedgerView extends Div implements BeforeEnterObserver {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TextField subject = new TextField("Subject");
    private final TextField actor = new TextField("Actor");
    private final TextField type = new TextField("Type");
    private final PagedTable<LedgerEntry> list;

    LedgerView(LedgerApi ledger) {
        addClassName("page");
        var empty = new EmptyState("No entry matches", "Subject and actor must match exactly.");
        list =
                new PagedTable<>(
                        table(),
                        cursor -> ledger.list(value(subject), value(actor), value(type), cursor),
                        empty);
        subject.setPlaceholder("policy:spam");
        actor.setPlaceholder("ava");
        type.setPlaceholder("policy.version");
        var show = new Button("Show", _ -> list.load());
        show.addThemeVariants(ButtonVariant.PRIMARY);
        show.addClickShortcut(Key.ENTER);
        var export = new Anchor(jsonLines(), "Export as JSON lines");
        var filters = new Div(subject, actor, type, show);
        filters.addClassName("filters");
        add(
                new PageHead(
                        "Ledger",
                        "Every change, by whom and when. Nothing here can be altered or removed.",
                        export),
                filters,
                list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        query.getSingleParameter("subject").ifPresent(subject::setValue);
        query.getSingleParameter("actor").ifPresent(actor::setValue);
        query.getSingleParameter("type").ifPresent(type::setValue);
        list.load();
    }

    private static DataTable<LedgerEntry> table() {
        return new DataTable<LedgerEntry>("Ledger entries, newest first")
                .text("No.", entry -> String.valueOf(entry.sequence()))
                .column("When", entry -> new Moment(entry.at()))
                .text("Actor", LedgerEntry::actor)
                .column("Type", entry -> code(entry.type()))
                .column("Subject", entry -> Subjects.link(entry.subject()))
                .rest("Facts", entry -> new PayloadText(entry.payload()));
    }

    private static Span code(String text) {
        var code = new Span(text);
        code.addClassNames("code", "ledger-type");
        return code;
    }

    private DownloadHandler jsonLines() {
        return DownloadHandler.fromInputStream(_ -> {
            var bytes = export().getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(
                    new ByteArrayInputStream(bytes),
                    "ledger.jsonl",
                    "application/x-ndjson",
                    bytes.length);
        });
    }

    String export() {
        return list.rows().stream()
                .map(JSON::writeValueAsString)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static @Nullable String value(TextField field) {
        var text = field.getValue().strip();
        return text.isEmpty() ? null : text;
    }
}
