package dev.precept.console.evaluations;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.precept.console.measure.Share;
import dev.precept.console.time.PersonZone;
import dev.precept.console.time.Pickers;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.EvaluationSource.Replay;
import dev.precept.contracts.policy.GoldenSetVersion;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks which version is to be run on what.
final class StartDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final String GOLDEN = "Golden set";
    private static final String REPLAY = "Past items";

    private final transient RunStarter runs;
    private final transient Consumer<Evaluation> started;
    private final VersionBox version;
    private final RadioButtonGroup<String> kind = new RadioButtonGroup<>("Run it on");
    private final Select<GoldenSetVersion> set = new Select<>();
    private final IntegerField count = new IntegerField("At most so many items");
    private final DatePicker since = Pickers.day("Judged since");
    private final Button confirm = new Button("Start", _ -> start());
    private final boolean noCases;

    StartDialog(RunStarter runs, @Nullable Integer number, Consumer<Evaluation> started) {
        this.runs = runs;
        this.started = started;
        version = new VersionBox(runs.versions(), number);
        noCases = runs.goldenSetIsEmpty();
        setHeaderTitle("Run an evaluation");
        setWidth("34rem");
        version.addValueChangeListener(_ -> showFitting());
        prepareSource();
        var words =
                new Paragraph(
                        "It waits behind all other work, opens no review case, and goes on by"
                                + " itself after a restart. You need not stay on the page.");
        words.addClassName("muted");
        var fields = new Div(version, kind, set, count, since, words);
        fields.addClassName("form");
        add(fields);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        getFooter().add(new Button("Cancel", _ -> close()), confirm);
        showFitting();
    }

    private void prepareSource() {
        kind.setItems(GOLDEN, REPLAY);
        kind.setValue(GOLDEN);
        kind.addValueChangeListener(_ -> showFitting());
        set.setLabel("Which set");
        set.setItems(runs.sets());
        set.setEmptySelectionAllowed(true);
        set.setEmptySelectionCaption("As it stands now");
        set.setItemLabelGenerator(StartDialog::label);
        set.addValueChangeListener(_ -> showFitting());
        count.setMin(1);
        count.setMax(Replay.MAX_COUNT);
        count.setValue(1_000);
        count.setStepButtonsVisible(false);
        count.setHelperText(
                "Drawn at random, 1 to "
                        + Share.count(Replay.MAX_COUNT)
                        + "; fewer if there are fewer. Gates count 100 or more, or all there are");
        count.addValueChangeListener(_ -> showFitting());
        since.setHelperText("Empty for all; the day begins in " + PersonZone.current().getId());
        since.setClearButtonVisible(true);
    }

    private void showFitting() {
        var replay = isReplay();
        set.setVisible(!replay);
        count.setVisible(replay);
        since.setVisible(replay);
        var asItStands = set.getValue() == null;
        set.setHelperText(
                !asItStands
                        ? "Gates count runs on the newest set"
                        : noCases
                                ? "The golden set is empty: add cases first"
                                : "It is frozen under a number and a hash, unless it is already");
        var wanted = count.getValue();
        var sensible =
                replay
                        ? wanted != null && wanted >= 1 && wanted <= Replay.MAX_COUNT
                        : !(asItStands && noCases);
        confirm.setEnabled(sensible && !version.isEmpty());
    }

    private void start() {
        try {
            var run = runs.start(version.getValue().number(), source());
            close();
            started.accept(run);
        } finally {
            confirm.setEnabled(true);
        }
    }

    private EvaluationSource source() {
        if (isReplay()) {
            var day = since.getValue();
            return new Replay(
                    Objects.requireNonNull(count.getValue()),
                    day == null ? null : day.atStartOfDay(PersonZone.current()).toInstant());
        }
        var chosen = set.getValue();
        return new EvaluationSource.Golden(chosen == null ? null : chosen.number(), null);
    }

    private boolean isReplay() {
        return REPLAY.equals(kind.getValue());
    }

    private static String label(@Nullable GoldenSetVersion set) {
        return set == null
                ? "As it stands now"
                : "Set %d: %s cases".formatted(set.number(), Share.count(set.cases()));
    }
}
