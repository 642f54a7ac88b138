package dev.precept.console.golden;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.measure.Share;
import dev.precept.console.policies.PolicyPage;
import dev.precept.contracts.golden.GoldenUpload;
import dev.precept.contracts.golden.GoldenUploadApi;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.GoldenSetApi;
import java.util.List;

/// What a person may do to a golden set, as buttons and links.
///
/// @param allowed whether the person may change the set at all
record GoldenChanges(
        GoldenSetApi golden,
        GoldenUploadApi uploads,
        PolicyPage page,
        boolean allowed,
        Rules rules) {

    /// New ones for each place that they stand in.
    Component[] buttons() {
        if (!allowed) {
            return new Component[0];
        }
        var add = new Button("Add a case", _ -> add());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        var load = new Button("Import a file", _ -> load());
        return new Component[] {add, load};
    }

    /// Files that were uploaded and wait for a decision.
    List<Div> waiting() {
        return !allowed
                ? List.of()
                : uploads.page(page.slug(), null, Page.MAX_SIZE).items().stream()
                        .filter(upload -> upload.state() != GoldenUpload.State.IMPORTED)
                        .map(GoldenChanges::line)
                        .toList();
    }

    /// Opens what can be changed of a case.
    Button change(GoldenCase known) {
        var change =
                new Button(
                        "Change",
                        _ -> new EditCaseDialog(golden, known, rules, page.reload()).open());
        change.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return change;
    }

    private void add() {
        new AddCaseDialog(golden, page.slug(), rules, page.reload()).open();
    }

    private void load() {
        new ImportDialog(uploads, page.slug()).open();
    }

    private static Div line(GoldenUpload upload) {
        var words =
                new Span(
                        "A file of %s rows by %s is not imported yet."
                                .formatted(
                                        Share.count(upload.progress().rows()),
                                        upload.uploadedBy()));
        var link = new Anchor(ImportView.address(upload.slug(), upload.id()), "Go on with it");
        var line = new Div(ImportWords.state(upload), words, link);
        line.addClassName("badges");
        return line;
    }
}
