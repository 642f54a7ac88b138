package dev.precept.console.prose;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.precept.console.rights.Rights;
import dev.precept.console.table.DataTable;
import dev.precept.console.ui.PageHead;
import dev.precept.console.ui.Section;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.policy.LintLevel;
import dev.precept.contracts.policy.LintSettings;
import dev.precept.contracts.policy.LintSettingsApi;
import dev.precept.contracts.policy.LintSettingsEdit;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.TreeMap;

/// How grave this organisation takes what the linter finds. Approvers change it.
@Route("lint-settings")
@PageTitle("Linter")
@Menu(title = "Linter", order = 15, icon = "vaadin:check-square-o")
@RolesAllowed({RoleName.POLICY_AUTHOR, RoleName.POLICY_APPROVER, RoleName.AUDITOR})
@StyleSheet("context://precept/prose.css")
class LintSettingsView extends Div {

    private static final long serialVersionUID = 1L;

    private final transient LintSettingsApi api;
    private final boolean mayChange;
    private final Button save = new Button("Save", click -> save());
    private final Paragraph conflict = new Paragraph();
    private final Div body = new Div();
    private final transient Map<String, LintLevel> chosen = new TreeMap<>();
    private transient LintSettings settings;

    LintSettingsView(LintSettingsApi api, Rights rights) {
        this.api = api;
        this.mayChange = rights.hold(RoleName.POLICY_APPROVER);
        addClassName("page");
        body.addClassName("page-body");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setVisible(mayChange);
        conflict.addClassName("notice");
        conflict.getElement().setAttribute("role", "alert");
        add(
                new PageHead(
                        "Linter",
                        mayChange
                                ? "How grave each finding is, for all policies. An error keeps a draft from being submitted."
                                : "How grave each finding is, for all policies. Approvers change it.",
                        save),
                conflict,
                body);
        settings = api.get();
        show();
    }

    private void show() {
        conflict.setVisible(false);
        chosen.clear();
        var table = table("Findings").column("Taken as", this::level);
        var fixed = table("Always an error");
        body.removeAll();
        body.add(
                filled(table, false),
                new Section(
                        "Always an error",
                        new Paragraph(
                                "Without these a rule, a label or a setting would get lost, so nobody can lower"
                                        + " them."),
                        filled(fixed, true)));
        for (var code : settings.codes()) {
            if (code.level() != code.usual()) {
                chosen.put(code.code(), code.level());
            }
        }
        save.setEnabled(false);
    }

    private static DataTable<LintSettings.Code> table(String caption) {
        return new DataTable<LintSettings.Code>(caption).column("Finding", LintSettingsView::name);
    }

    private Component filled(DataTable<LintSettings.Code> table, boolean fixed) {
        table.column("Why it matters", code -> new Span(code.why()));
        table.setRows(settings.codes().stream().filter(code -> code.fixed() == fixed).toList());
        table.addClassName("lint-codes");
        return table;
    }

    private static Component name(LintSettings.Code code) {
        var name = new Span(code.code());
        name.addClassName("mono");
        return name;
    }

    private Component level(LintSettings.Code code) {
        if (!mayChange) {
            return new Span(word(code.level()));
        }
        var level = new Select<LintLevel>();
        level.setAriaLabel("Level of " + code.code());
        level.setItems(LintLevel.values());
        level.setItemLabelGenerator(each -> word(each) + (each == code.usual() ? " (usual)" : ""));
        level.setValue(code.level());
        level.addValueChangeListener(change -> {
            if (change.getValue() == code.usual()) {
                chosen.remove(code.code());
            } else {
                chosen.put(code.code(), change.getValue());
            }
            save.setEnabled(true);
        });
        return level;
    }

    private static String word(LintLevel level) {
        return switch (level) {
            case OFF -> "Off";
            case ADVICE -> "Advice";
            case WARNING -> "Warning";
            case ERROR -> "Error";
        };
    }

    private void save() {
        try {
            settings = api.set("\"" + settings.revision() + "\"", new LintSettingsEdit(chosen));
        } catch (PreceptException refused) {
            if (refused.code() != ErrorCode.STALE_WRITE) {
                throw refused;
            }
            settings = api.get();
            show();
            conflict.setText(
                    settings.changedBy()
                            + " changed these settings while you did. Theirs are shown; yours are not saved.");
            conflict.setVisible(true);
            return;
        }
        show();
        Notification.show(
                "Saved. Every text is looked over by it from now on.",
                4_000,
                Notification.Position.BOTTOM_START);
    }
}
