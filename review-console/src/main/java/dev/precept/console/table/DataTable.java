package dev.precept.console.table;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// A plain table of rows. Where it has less than 720 pixels every row becomes a card whose cells
/// carry the name of their column, so that nothing has to be scrolled sideways. Rows that are all
/// there can be sorted by the columns that say how.
@StyleSheet("context://precept/table.css")
public final class DataTable<T> extends Div {

    private static final long serialVersionUID = 1L;

    private final List<Column<T>> columns = new ArrayList<>();
    private final NativeTable table = new NativeTable();
    private final NativeTableRow header = new NativeTableRow();
    private final NativeTableBody body;
    private final transient List<T> shown = new ArrayList<>();

    private record Column<T>(
            String name, String className, Function<? super T, ? extends Component> cell) {}

    /// @param caption says to a screen reader what the table holds
    public DataTable(String caption) {
        addClassName("data-table");
        table.setCaptionText(caption);
        table.getHead().add(header);
        body = table.getBody();
        add(table);
    }

    public DataTable<T> text(String name, Function<? super T, String> text) {
        return column(name, row -> new Text(text.apply(row)));
    }

    /// Figures, one below the other.
    public DataTable<T> number(String name, Function<? super T, String> figure) {
        return add(name, "figures-cell", row -> new Text(figure.apply(row)));
    }

    public DataTable<T> column(String name, Function<? super T, ? extends Component> cell) {
        return add(name, "", cell);
    }

    /// Takes the room that the other columns leave, and is cut rather than that the table grows.
    public DataTable<T> rest(String name, Function<? super T, ? extends Component> cell) {
        return add(name, "rest-cell", cell);
    }

    private DataTable<T> add(
            String name, String className, Function<? super T, ? extends Component> cell) {
        columns.add(new Column<>(name, className, cell));
        var headerCell = new NativeTableHeaderCell(name);
        headerCell.getElement().setAttribute("scope", "col");
        if (!className.isEmpty()) {
            headerCell.addClassName(className);
        }
        header.add(headerCell);
        return this;
    }

    /// Lets people sort by the column that was added last.
    public DataTable<T> sortedBy(Comparator<? super T> order) {
        var column = columns.getLast();
        var cell = (NativeTableHeaderCell) header.getComponentAt(columns.size() - 1);
        var sort = new NativeButton(column.name());
        sort.addClassName("sort");
        sort.addClickListener(_ -> sort(cell, order));
        cell.setText("");
        cell.add(sort);
        cell.getElement().setAttribute("aria-sort", "none");
        return this;
    }

    private void sort(NativeTableHeaderCell by, Comparator<? super T> order) {
        var ascending = !"ascending".equals(by.getElement().getAttribute("aria-sort"));
        header.getChildren()
                .filter(cell -> cell.getElement().hasAttribute("aria-sort"))
                .forEach(cell -> cell.getElement().setAttribute("aria-sort", "none"));
        by.getElement().setAttribute("aria-sort", ascending ? "ascending" : "descending");
        var sorted = new ArrayList<>(shown);
        sorted.sort(ascending ? order : order.reversed());
        setRows(sorted);
    }

    public void setRows(List<? extends T> rows) {
        body.removeAll();
        shown.clear();
        addRows(rows);
    }

    public void addRows(List<? extends T> rows) {
        shown.addAll(rows);
        rows.forEach(row -> body.add(rowOf(row)));
    }

    private NativeTableRow rowOf(T row) {
        var line = new NativeTableRow();
        for (var column : columns) {
            var cell = new NativeTableCell(column.cell().apply(row));
            cell.getElement().setAttribute("data-label", column.name());
            if (!column.className().isEmpty()) {
                cell.addClassName(column.className());
            }
            line.add(cell);
        }
        return line;
    }
}
