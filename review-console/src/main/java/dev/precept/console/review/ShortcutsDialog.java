package dev.precept.console.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/// The keys of the review screen.
final class ShortcutsDialog extends Dialog {

    private record Shortcut(String keys, String does) {}

    private static final List<Shortcut> SHORTCUTS =
            List.of(
                    new Shortcut("n", "Claim the next case"),
                    new Shortcut("b", "Reveal or blur the content"),
                    new Shortcut("u", "Uphold the verdict"),
                    new Shortcut("o", "Overturn it"),
                    new Shortcut("e", "Escalate to a review lead"),
                    new Shortcut("Ctrl+Enter", "Decide and claim the next"),
                    new Shortcut("r", "Release the case undecided"),
                    new Shortcut("?", "Show this list"));

    ShortcutsDialog() {
        setHeaderTitle("Keyboard shortcuts");
        var list = new DescriptionList();
        list.addClassName("shortcuts");
        for (var shortcut : SHORTCUTS) {
            var key = new Span(shortcut.keys());
            key.addClassName("key");
            var term = new DescriptionList.Term();
            term.add(key);
            list.add(term, new DescriptionList.Description(shortcut.does()));
        }
        add(list);
        getFooter().add(new Button("Close", _ -> close()));
    }
}
