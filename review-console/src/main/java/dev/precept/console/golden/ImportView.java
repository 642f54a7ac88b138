package dev.precept.console.golden;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.precept.console.measure.Share;
import dev.precept.console.ui.PageHead;
import dev.precept.console.ui.Refresh;
import dev.precept.console.ui.Section;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.golden.GoldenConfirmation;
import dev.precept.contracts.golden.GoldenConfirmation.Changed;
import dev.precept.contracts.golden.GoldenMapping;
import dev.precept.contracts.golden.GoldenUpload;
import dev.precept.contracts.golden.GoldenUploadApi;
import dev.precept.contracts.golden.GoldenUploadId;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import jakarta.annotation.security.RolesAllowed;
import java.util.function.Supplier;

/// A file on its way into a golden set: how it is read, what is wrong with it, and what it would
/// change. It is in the set only once a person has confirmed exactly what stands here.
@Route("policies/:slug/golden-set/import/:id")
@RolesAllowed({RoleName.POLICY_AUTHOR, RoleName.REVIEW_LEAD})
@PageTitle("Import of golden cases")
@StyleSheet("context://precept/policies.css")
@StyleSheet("context://precept/review.css")
@StyleSheet("context://precept/golden.css")
class ImportView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int REFRESH_MILLIS = 1_000;

    private final transient GoldenUploadApi uploads;

    ImportView(GoldenUploadApi uploads) {
        this.uploads = uploads;
        addClassName("page");
    }

    static String address(String slug, GoldenUploadId id) {
        return "policies/" + slug + "/golden-set/import/" + id;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = event.getRouteParameters();
        show(uploads.get(address.get("slug").orElse(""), id(address.get("id").orElse(""))));
    }

    private static GoldenUploadId id(String text) {
        try {
            return GoldenUploadId.of(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
    }

    void show(GoldenUpload upload) {
        removeAll();
        add(
                new PageHead(
                                "Import of golden cases",
                                "%s, %s rows from “%s”"
                                        .formatted(
                                                upload.format(),
                                                Share.count(upload.progress().rows()),
                                                upload.source()))
                        .under(
                                "policies/" + upload.slug() + "/golden-set",
                                "Golden set of " + upload.slug()),
                state(upload));
        switch (upload.state()) {
            case CHECKING -> add(reading(upload));
            case READY -> {
                add(
                        new ImportDecision(
                                upload,
                                changed -> confirm(upload, changed),
                                () -> askToDiscard(upload)));
                if (!upload.problems().isEmpty()) {
                    add(new Section("What is wrong", ImportPreview.problems(upload.problems())));
                }
            }
            case IMPORTED -> {
                add(new Anchor("policies/" + upload.slug() + "/golden-set", "To the golden set"));
                return;
            }
        }
        add(
                new Section(
                        "How it is read",
                        new MappingForm(
                                upload.columns(),
                                upload.mapping(),
                                mapping -> map(upload, mapping))),
                new Section(
                        "The first rows, as they are read", ImportPreview.sample(upload.sample())));
    }

    private static Div state(GoldenUpload upload) {
        var effect =
                new Span(
                        upload.state() == GoldenUpload.State.CHECKING
                                ? "Nothing is in the set yet."
                                : ImportWords.effect(upload));
        var state = new Div(ImportWords.state(upload), effect);
        state.addClassName("badges");
        return state;
    }

    private Component reading(GoldenUpload upload) {
        var bar = new ProgressBar();
        bar.getElement().setAttribute("aria-label", "Share of the rows that are read");
        var words = new Span();
        var progress = new Div(bar, words);
        progress.addClassName("form");
        showProgress(upload, bar, words);
        progress.add(
                new Refresh(
                        REFRESH_MILLIS,
                        () -> {
                            var now = uploads.get(upload.slug(), upload.id());
                            if (now.state() == GoldenUpload.State.CHECKING) {
                                showProgress(now, bar, words);
                            } else {
                                show(now);
                            }
                        }));
        return progress;
    }

    private static void showProgress(GoldenUpload upload, ProgressBar bar, Span words) {
        var progress = upload.progress();
        bar.setValue(progress.rows() == 0 ? 0 : (double) progress.checked() / progress.rows());
        words.setText(
                "%s of %s rows read"
                        .formatted(Share.count(progress.checked()), Share.count(progress.rows())));
    }

    private void map(GoldenUpload upload, GoldenMapping mapping) {
        onCurrent(
                upload,
                () ->
                        uploads.map(
                                upload.slug(),
                                upload.id(),
                                String.valueOf(upload.revision()),
                                mapping));
    }

    private void confirm(GoldenUpload upload, Changed changed) {
        onCurrent(
                upload,
                () ->
                        uploads.confirm(
                                upload.slug(),
                                upload.id(),
                                new GoldenConfirmation(upload.revision(), changed)));
    }

    /// Where somebody else was quicker, shows how it is by now, and says so.
    private void onCurrent(GoldenUpload upload, Supplier<GoldenUpload> action) {
        try {
            show(action.get());
        } catch (PreceptException refused) {
            show(uploads.get(upload.slug(), upload.id()));
            if (refused.code() != ErrorCode.STALE_WRITE) {
                throw refused;
            }
            new ConfirmDialog(
                            "Somebody was quicker",
                            "The mapping was changed meanwhile. This is how the file is read now.",
                            "Look again",
                            _ -> {})
                    .open();
        }
    }

    private void askToDiscard(GoldenUpload upload) {
        var dialog = new ConfirmDialog();
        dialog.setHeader("Discard this file?");
        dialog.setText("Nothing of it is in the golden set. It is forgotten.");
        dialog.setCancelable(true);
        dialog.setConfirmText("Discard");
        dialog.addConfirmListener(_ -> {
            uploads.discard(upload.slug(), upload.id());
            UI.getCurrent().navigate("policies/" + upload.slug() + "/golden-set");
        });
        dialog.open();
    }
}
