package dev.precept.console.policies;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Consumer;

/// Asks for a new policy; its first draft is a template that lints clean.
class NewPolicyDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final TextField name = new TextField("Name");
    private final TextField slug = new TextField("Slug");
    private final TextField team = new TextField("Owning team");
    private final TextArea description = new TextArea("What it is about");
    private boolean slugTyped;

    NewPolicyDialog(PolicyApi policies, Consumer<Policy> created) {
        setHeaderTitle("New policy");
        setWidth("32rem");
        name.focus();
        name.setRequired(true);
        name.addValueChangeListener(change -> {
            if (!slugTyped) {
                slug.setValue(slugOf(change.getValue()));
            }
        });
        slug.setHelperText("Stands in API calls: 2 to 63 of a-z, 0-9 and -, a letter first");
        slug.addValueChangeListener(change -> slugTyped |= change.isFromClient());
        team.setRequired(true);
        description.setRequired(true);
        var fields = new Div(name, slug, team, description);
        fields.addClassName("form");
        add(fields);
        var create =
                new Button(
                        "Create",
                        click -> {
                            var policy =
                                    policies.create(
                                            new NewPolicy(
                                                    slug.getValue().strip(),
                                                    name.getValue().strip(),
                                                    description.getValue().strip(),
                                                    team.getValue().strip()));
                            policies.draft(
                                    policy.slug(), new NewDraft(PolicyTemplate.of(policy.name())));
                            close();
                            created.accept(policy);
                        });
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickShortcut(Key.ENTER).listenOn(name, slug, team);
        getFooter().add(new Button("Cancel", click -> close()), create);
    }

    static String slugOf(String name) {
        var plain =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^[^a-z]+|-+$", "");
        return plain.length() > 63 ? plain.substring(0, 63) : plain;
    }
}
