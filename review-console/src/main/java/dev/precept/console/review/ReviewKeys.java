package dev.precept.console.review;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;

/// Listens for the single-key shortcuts of the review screen while it is attached. Keys pressed in
/// a field belong to the field; only Ctrl+Enter works there too.
final class ReviewKeys extends Div {

    /// What Ctrl+Enter (or Cmd+Enter) is reported as.
    static final String SUBMIT = "submit";

    private static final String LISTEN =
            """
            const self = this, keys = $0;
            const typing = (target) => target instanceof HTMLTextAreaElement
                || target instanceof HTMLSelectElement
                || (target instanceof HTMLInputElement
                    && !['checkbox', 'radio', 'button'].includes(target.type))
                || target.isContentEditable;
            self.preceptKeys = (event) => {
              if (event.repeat || document.querySelector('vaadin-dialog[opened]')) return;
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                if (document.activeElement) document.activeElement.blur();
                setTimeout(() => self.$server.pressed('submit'), 0);
                return;
              }
              if (event.ctrlKey || event.metaKey || event.altKey) return;
              if (typing(event.composedPath()[0]) || !keys.includes(event.key)) return;
              event.preventDefault();
              self.$server.pressed(event.key);
            };
            document.addEventListener('keydown', self.preceptKeys);
            """;

    private final transient Consumer<String> listener;

    ReviewKeys(Consumer<String> listener) {
        this.listener = listener;
        getStyle().setDisplay(com.vaadin.flow.dom.Style.Display.NONE);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs(LISTEN, "uoebrn?");
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI()
                .getPage()
                .executeJs("document.removeEventListener('keydown', $0.preceptKeys)", getElement());
    }

    @ClientCallable
    void pressed(String key) {
        listener.accept(key);
    }
}
