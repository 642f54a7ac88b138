package dev.precept.console.policies;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.precept.console.content.PolicyText;
import dev.precept.console.prose.ProseRooms;
import dev.precept.contracts.policy.DraftEdit;
import dev.precept.contracts.policy.LintReport.Finding;
import dev.precept.contracts.policy.LintRequest;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersion;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Writes a draft: the text on one side, the linter and the rendered document on the other, both
/// following the text.
class DraftEditor extends Div {

    private static final long serialVersionUID = 1L;
    private static final int PAUSE_MILLIS = 500;

    private final transient PolicyApi policies;
    private final transient Consumer<PolicyVersion> reload;
    private final TextArea text = new TextArea("Policy document");
    private final Span state = new Span();
    private final LintPanel lint;
    private final Div preview = new Div();
    private final String slug;
    private final int number;
    private int revision;
    private String saved;

    DraftEditor(
            PolicyApi policies,
            ProseRooms prose,
            PolicyVersion version,
            Consumer<PolicyVersion> reload) {
        this.policies = policies;
        this.reload = reload;
        this.slug = version.summary().slug();
        this.number = version.summary().number();
        this.revision = version.summary().revision();
        this.saved = version.text();
        addClassName("editor");
        lint =
                new LintPanel(
                        version.lint(),
                        version.text(),
                        new LintPanel.Listener() {
                            @Override
                            public void jump(Finding finding) {
                                jumpTo(finding);
                            }

                            @Override
                            public void mend(String mended) {
                                text.setValue(mended);
                            }

                            @Override
                            public String text() {
                                return text.getValue();
                            }
                        });
        text.addClassName("editor-text");
        text.setValue(version.text());
        text.setValueChangeMode(ValueChangeMode.TIMEOUT);
        text.setValueChangeTimeout(PAUSE_MILLIS);
        text.addValueChangeListener(change -> typed());
        state.addClassName("muted");
        state.getElement().setAttribute("role", "status");
        var save = new Button("Save", click -> save());
        save.addThemeVariants(ButtonVariant.TERTIARY);
        save.setTooltipText("Ctrl+S");
        var key = Shortcuts.addShortcutListener(this, () -> save(), Key.KEY_S, KeyModifier.CONTROL);
        key.setBrowserDefaultAllowed(false);
        var bar = new Div(state, save);
        bar.addClassName("editor-bar");
        var writing = new Div(bar, text);
        writing.addClassName("editor-side");
        var tabs = new TabSheet();
        tabs.add("Findings", lint);
        tabs.add("Preview", preview);
        tabs.add("Prompt", prose.prompt(text::getValue));
        tabs.addClassName("editor-side");
        add(writing, tabs);
        showState();
        preview.add(new PolicyText(version.text(), List.of()));
    }

    private void typed() {
        lint.show(policies.lint(new LintRequest(text.getValue())), text.getValue());
        preview.removeAll();
        preview.add(new PolicyText(text.getValue(), List.of()));
        showState();
    }

    /// Keeps what is typed.
    ///
    /// @return its revision, or nothing if it could not be kept
    Optional<Integer> kept() {
        return save() ? Optional.of(revision) : Optional.empty();
    }

    private boolean save() {
        if (text.getValue().equals(saved)) {
            return true;
        }
        try {
            var kept = policies.save(slug, number, new DraftEdit(revision, text.getValue()));
            revision = kept.summary().revision();
            saved = kept.text();
            showState();
            return true;
        } catch (PreceptException refused) {
            if (refused.code() != ErrorCode.STALE_WRITE) {
                throw refused;
            }
            offerReload();
            return false;
        }
    }

    private void offerReload() {
        var dialog =
                new ConfirmDialog(
                        "Someone saved this draft meanwhile",
                        "Your text is still in the editor and was not saved. Load the other text (copy"
                                + " yours first if you need it), or keep looking at yours.",
                        "Load the other text",
                        confirmed -> reload.accept(policies.version(slug, number)));
        dialog.setCancelable(true);
        dialog.setCancelText("Keep mine open");
        dialog.open();
    }

    private void showState() {
        state.setText(text.getValue().equals(saved) ? "Saved" : "Not saved yet");
    }

    private void jumpTo(Finding finding) {
        text.getElement()
                .executeJs(
                        """
                        const area = this.inputElement;
                        const lines = area.value.split('\\n');
                        const start = lines.slice(0, $0 - 1).join('\\n').length + ($0 > 1 ? 1 : 0);
                        area.focus();
                        area.setSelectionRange(start + $1 - 1, start + $2 - 1);
                        const height = area.scrollHeight / Math.max(1, lines.length);
                        (this.shadowRoot?.querySelector('[part=input-field]') ?? area).scrollTop =
                            Math.max(0, height * ($0 - 5));
                        """,
                        finding.line(),
                        finding.column(),
                        finding.end());
    }
}
