package dev.precept.console.evaluations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import dev.precept.console.table.PagedTable;
import java.util.List;

/// One row of a list, opened. Its neighbours in the list are one key away.
final class RowDialog<T> extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient PagedTable<T> list;
    private final transient Words<T> words;
    private final Button earlier = new Button("Previous", _ -> step(-1));
    private final Button later = new Button("Next", _ -> step(1));
    private final Div body = new Div();
    private transient T shown;

    /// What is said of a row.
    interface Words<T> {

        /// Rows are told apart by their position: two pages never hold the same one.
        int position(T row);

        String title(T row);

        List<Component> content(T row);
    }

    RowDialog(PagedTable<T> list, Words<T> words, T row) {
        this.list = list;
        this.words = words;
        this.shown = row;
        setWidth("72rem");
        setMaxWidth("96vw");
        body.addClassName("opened-case");
        add(body);
        earlier.addClickShortcut(Key.ARROW_LEFT, KeyModifier.ALT);
        later.addClickShortcut(Key.ARROW_RIGHT, KeyModifier.ALT);
        earlier.setTooltipText("Alt+←");
        later.setTooltipText("Alt+→");
        getFooter().add(earlier, later, new Button("Close", _ -> close()));
        show();
    }

    private void step(int by) {
        int next = place() + by;
        if (next == list.rows().size() && !list.loadMore()) {
            later.setEnabled(false);
            return;
        }
        if (next >= 0) {
            shown = list.rows().get(next);
            show();
        }
    }

    private int place() {
        return list.rows().stream().map(words::position).toList().indexOf(words.position(shown));
    }

    private void show() {
        setHeaderTitle(words.title(shown));
        earlier.setEnabled(place() > 0);
        later.setEnabled(true);
        body.removeAll();
        body.add(words.content(shown));
    }
}
