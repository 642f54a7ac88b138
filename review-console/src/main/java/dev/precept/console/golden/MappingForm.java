package dev.precept.console.golden;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.precept.contracts.golden.GoldenField;
import dev.precept.contracts.golden.GoldenMapping;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// Which column of a file is what, and what its words for outcomes mean.
final class MappingForm extends Div {

    private static final long serialVersionUID = 1L;

    private final Map<GoldenField, Select<String>> columns = new EnumMap<>(GoldenField.class);
    private final OutcomeWords words;

    /// @param again told when the file should be read by another mapping
    MappingForm(List<String> names, GoldenMapping mapping, Consumer<GoldenMapping> again) {
        addClassName("page-body");
        var fields = new Div();
        fields.addClassName("mapping");
        for (var field : GoldenField.values()) {
            var select = select(field, names);
            var column = mapping.columns().get(field);
            if (column != null) {
                select.setValue(column);
            }
            columns.put(field, select);
            fields.add(select);
        }
        words = new OutcomeWords(Objects.requireNonNullElse(mapping.outcomes(), Map.of()));
        var read = new Button("Read it this way", _ -> again.accept(mapping()));
        read.setDisableOnClick(true);
        add(fields, words, new Div(read));
    }

    private static Select<String> select(GoldenField field, List<String> names) {
        var select = new Select<String>();
        select.setLabel(ImportWords.name(field));
        select.setItems(names);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption("—");
        return select;
    }

    private GoldenMapping mapping() {
        var chosen = new EnumMap<GoldenField, String>(GoldenField.class);
        columns.forEach((field, select) -> {
            var column = select.getValue();
            if (column != null) {
                chosen.put(field, column);
            }
        });
        return new GoldenMapping(chosen, words.words());
    }
}
