package dev.precept.console.table;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.contracts.paging.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A table that is fetched page by page, and something kind in its place when nothing is there.
public final class PagedTable<T> extends Div {

    private final DataTable<T> table;
    private final Function<@Nullable String, Page<T>> source;
    private final Component empty;
    private final Button more = new Button("Load more");
    private final Span shown = new Span();
    private final Div foot = new Div(shown, more);
    private final List<T> rows = new ArrayList<>();
    private @Nullable String next;

    /// @param source the page at a cursor, null for the first
    /// @param empty shown when the first page has no rows
    public PagedTable(
            DataTable<T> table, Function<@Nullable String, Page<T>> source, Component empty) {
        this.table = table;
        this.source = source;
        this.empty = empty;
        foot.addClassName("data-table-foot");
        shown.getElement().setAttribute("role", "status");
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.setDisableOnClick(true);
        more.addClickListener(_ -> append());
        add(table, empty, foot);
        table.setVisible(false);
        empty.setVisible(false);
        foot.setVisible(false);
    }

    /// Starts over with the first page.
    public void load() {
        var page = source.apply(null);
        rows.clear();
        table.setRows(List.of());
        show(page);
    }

    /// The rows fetched so far, in order.
    public List<T> rows() {
        return List.copyOf(rows);
    }

    /// @return false if there is nothing more
    public boolean loadMore() {
        if (next == null) {
            return false;
        }
        show(source.apply(next));
        return true;
    }

    private void append() {
        try {
            show(source.apply(next));
        } finally {
            more.setEnabled(true);
        }
    }

    private void show(Page<T> page) {
        rows.addAll(page.items());
        table.addRows(page.items());
        next = page.next();
        table.setVisible(!rows.isEmpty());
        foot.setVisible(!rows.isEmpty());
        empty.setVisible(rows.isEmpty());
        more.setVisible(next != null);
        shown.setText(next == null ? rows.size() + " in all" : rows.size() + " shown");
    }
}
