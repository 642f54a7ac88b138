package dev.precept.console.prose;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.ui.EmptyState;
import dev.precept.contracts.policy.PolicyDiff;
import java.util.HashMap;
import java.util.Locale;

/// What a version changes: a sentence, links to each change, and the changes. The keys j and k go
/// from one to the next; the address of a change is `#rule-` with the rule's id.
@StyleSheet("context://precept/prose.css")
public final class ChangeList extends Div {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 300;

    /// Columns beside each other need room: on a narrow screen both look like the second.
    public enum Layout {
        SIDE_BY_SIDE,
        INLINE
    }

    ChangeList(PolicyDiff diff, Layout layout) {
        addClassName("changes");
        show(layout);
        if (diff.changes().isEmpty()) {
            add(new EmptyState("No difference", diff.summary()));
            return;
        }
        var summary = new Paragraph(diff.summary() + ".");
        summary.addClassName("changes-summary");
        summary.getElement().setAttribute("role", "status");
        var links = new Nav();
        links.setAriaLabel("Changes");
        links.addClassName("changes-links");
        var bar = new Div(summary, jump("Previous", "k", -1), jump("Next", "j", 1));
        bar.addClassName("changes-bar");
        add(bar, links);
        var used = new HashMap<String, Integer>();
        for (var change : diff.changes().subList(0, Math.min(MOST, diff.changes().size()))) {
            var words = ChangeWords.of(change);
            int before = used.merge(words.anchor(), 1, Integer::sum);
            var anchor = before == 1 ? words.anchor() : words.anchor() + "-" + before;
            add(new ChangeCard(anchor, words));
            links.add(link(anchor, words));
        }
        if (diff.changes().size() > MOST) {
            add(
                    new Span(
                            String.format(
                                    Locale.ROOT,
                                    "And %,d more: compare line by line.",
                                    diff.changes().size() - MOST)));
        }
    }

    public void show(Layout layout) {
        setClassName("changes-inline", layout == Layout.INLINE);
    }

    private static Anchor link(String anchor, ChangeWords words) {
        var link = new Anchor("", words.title());
        link.getElement().setAttribute("href", "#" + anchor);
        link.getElement()
                .executeJs(
                        """
                        this.addEventListener('click', (event) => {
                          event.preventDefault();
                          history.replaceState(history.state, '', location.pathname
                              + location.search + '#' + $0);
                          const card = document.getElementById($0);
                          card.scrollIntoView({block: 'start'});
                          card.focus({preventScroll: true});
                        })
                        """,
                        anchor);
        return link;
    }

    private Button jump(String name, String key, int step) {
        var button = new Button(name);
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setTooltipText("Key " + key);
        button.addClickListener(click -> getElement().executeJs("this.preceptJump?.($0)", step));
        return button;
    }

    /// All of it in the browser: no request for a key. Keys pressed in a field belong to the field.
    @Override
    protected void onAttach(AttachEvent event) {
        getElement()
                .executeJs(
                        """
                        const self = this;
                        const cards = () => [...self.querySelectorAll('.change')];
                        self.preceptJump = (step) => {
                          const all = cards();
                          const now = all.indexOf(document.activeElement?.closest('.change'));
                          const next = now < 0 ? (step > 0 ? 0 : all.length - 1)
                              : Math.min(all.length - 1, Math.max(0, now + step));
                          all[next]?.scrollIntoView({block: 'start'});
                          all[next]?.focus({preventScroll: true});
                        };
                        const pressed = (event) => {
                          if (!self.isConnected) {
                            document.removeEventListener('keydown', pressed);
                            return;
                          }
                          const target = event.composedPath()[0];
                          if (event.ctrlKey || event.metaKey || event.altKey
                              || target instanceof HTMLInputElement
                              || target instanceof HTMLTextAreaElement) return;
                          if (event.key === 'j') self.preceptJump(1);
                          if (event.key === 'k') self.preceptJump(-1);
                        };
                        document.addEventListener('keydown', pressed);
                        const wanted = location.hash
                            && document.getElementById(decodeURIComponent(location.hash.slice(1)));
                        if (wanted) wanted.scrollIntoView({block: 'start'});
                        """);
    }
}
