package dev.precept.console.requests;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.precept.console.ui.Refusal;
import dev.precept.contracts.request.ApprovalRules;
import dev.precept.contracts.request.ApprovalRulesEdit;
import dev.precept.contracts.request.ChangeRequestApi;
import dev.precept.contracts.request.Demand;
import dev.precept.contracts.request.GroupShare;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Changes the rules of a policy; a refusal is shown where it was made.
final class RulesEditor extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final Pattern SHARE = Pattern.compile("(.+?)(?:\\s+(\\d))?");

    private final IntegerField approvals = new IntegerField("Approvals, 0 to 6");
    private final TextField groups = new TextField("From groups");
    private final CheckboxGroup<Demand> demands = new CheckboxGroup<>("And");
    private final Refusal refusal = new Refusal();
    private final Button save;

    RulesEditor(ChangeRequestApi requests, String slug, ApprovalRules rules, Runnable saved) {
        setHeaderTitle("Approval rules of " + slug);
        setWidth("36rem");
        approvals.setMin(0);
        approvals.setMax(ApprovalRules.MOST_APPROVALS);
        approvals.setStepButtonsVisible(true);
        approvals.setValueChangeMode(ValueChangeMode.EAGER);
        approvals.setValue(rules.approvals());
        groups.setHelperText(
                "As the identity provider names them, with a number, separated by commas: legal 1, safety 2");
        groups.setWidthFull();
        groups.setValue(
                rules.groups().stream()
                        .map(share -> share.group() + " " + share.approvals())
                        .collect(Collectors.joining(", ")));
        demands.setItems(Demand.values());
        demands.setItemLabelGenerator(RuleWords::of);
        demands.setValue(rules.demands());
        demands.addClassName("demands");
        var form = new Div(refusal, approvals, groups, demands);
        form.addClassName("form");
        add(form);
        save =
                new Button(
                        "Save rules",
                        _ -> {
                            if (refusal.allows(
                                    () ->
                                            requests.setRules(
                                                    slug,
                                                    Integer.toString(rules.revision()),
                                                    edit()))) {
                                close();
                                saved.run();
                            }
                        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        approvals.addValueChangeListener(
                change -> save.setEnabled(change.getValue() != null && !approvals.isInvalid()));
        getFooter().add(new Button("Cancel", _ -> close()), save);
    }

    private ApprovalRulesEdit edit() {
        return new ApprovalRulesEdit(approvals.getValue(), shares(), demands.getValue());
    }

    private List<GroupShare> shares() {
        return Arrays.stream(groups.getValue().split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> {
                    var match = SHARE.matcher(part);
                    return match.matches() && match.group(2) != null
                            ? new GroupShare(match.group(1), Integer.parseInt(match.group(2)))
                            : new GroupShare(part, 1);
                })
                .toList();
    }
}
