package dev.precept.console.requests;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.rights.Rights;
import dev.precept.console.ui.Refusal;
import dev.precept.console.ui.Section;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.request.ChangeRequestApi;
import dev.precept.contracts.request.Merge;
import dev.precept.contracts.request.Merge.Kind;
import dev.precept.contracts.request.Rebase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The draft merged with what was approved meanwhile; saved once every conflict is decided.
class MergePanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient List<Supplier<List<String>>> pieces = new ArrayList<>();
    private final transient List<ConflictPanel> conflicts = new ArrayList<>();
    private final Span left = new Span();
    private final Button save = new Button("Save the merged text");

    MergePanel(
            ChangeRequestApi requests, String slug, int number, Rights rights, Runnable changed) {
        var merge = requests.merge(slug, number);
        var legend =
                new Paragraph(
                        "A solid line beside the text marks what this draft changed, a dashed one what was approved since.");
        legend.addClassNames("muted", "wrap");
        var body = new Div(new Paragraph(explained(merge)), legend);
        body.addClassName("merge");
        merge.chunks().forEach(chunk -> body.add(piece(chunk)));
        var refusal = new Refusal();
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setVisible(rights.hold(RoleName.POLICY_AUTHOR));
        save.addClickListener(_ -> {
            if (refusal.allows(
                    () ->
                            requests.rebase(
                                    slug,
                                    number,
                                    new Rebase(merge.revision(), merge.onto(), text())))) {
                changed.run();
            }
        });
        left.addClassName("muted");
        left.getElement().setAttribute("aria-live", "polite");
        var end = new Div(save, left);
        end.addClassName("page-actions");
        body.add(refusal, end);
        showDecided();
        add(new Section("Merge version %d in".formatted(merge.onto()), body));
    }

    static Div later(int moved) {
        return new Div(
                new Section(
                        "Version %d was approved since".formatted(moved),
                        new Paragraph(
                                "Take this version back from review to merge it, then submit it again.")));
    }

    private Div piece(Merge.Chunk chunk) {
        if (chunk.kind() == Kind.CONFLICT) {
            var conflict = new ConflictPanel(chunk, this::showDecided);
            conflicts.add(conflict);
            pieces.add(conflict::lines);
            return conflict;
        }
        var lines = chunk.kind() == Kind.THEIRS ? chunk.theirs() : chunk.mine();
        pieces.add(() -> lines);
        var piece = new Div(String.join("\n", lines));
        piece.addClassNames("merge-lines", "merge-" + chunk.kind().name().toLowerCase(Locale.ROOT));
        return piece;
    }

    private void showDecided() {
        long open = conflicts.stream().filter(conflict -> !conflict.decided()).count();
        save.setEnabled(open == 0);
        left.setText(open == 0 ? "" : open == 1 ? "1 place to decide" : open + " places to decide");
    }

    private String text() {
        return pieces.stream()
                        .flatMap(piece -> piece.get().stream())
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String explained(Merge merge) {
        var base = merge.base();
        var from = base == null ? "nothing" : "version " + base;
        return "This draft was begun from %s; version %d was approved since. %s"
                .formatted(
                        from,
                        merge.onto(),
                        switch (merge.conflicts()) {
                            case 0 -> "Both fit together.";
                            case 1 -> "Both changed one place: decide what stands there.";
                            default ->
                                    "Both changed %d places: decide what stands there."
                                            .formatted(merge.conflicts());
                        });
    }
}
