package dev.precept.console.golden;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import dev.precept.console.measure.Share;
import dev.precept.contracts.golden.GoldenField;
import dev.precept.contracts.golden.GoldenUpload;
import java.util.ArrayList;

/// Imports in words.
final class ImportWords {

    private ImportWords() {}

    static String name(GoldenField field) {
        return switch (field) {
            case TEXT -> "Text";
            case CONTENT -> "Content as JSON";
            case OUTCOME -> "What it should say";
            case LABEL -> "Label";
            case RULE -> "Rule";
            case NOTE -> "Note";
            case LANGUAGE -> "Language";
            case SOURCE -> "Source";
            case PROTECTED -> "Protected";
        };
    }

    static Badge state(GoldenUpload upload) {
        return switch (upload.state()) {
            case CHECKING -> coloured("Being read", BadgeVariant.WARNING);
            case READY ->
                    upload.counts().wrong() == 0
                            ? coloured("Ready", BadgeVariant.SUCCESS)
                            : coloured("Rows are wrong", BadgeVariant.ERROR);
            case IMPORTED -> coloured("Imported", BadgeVariant.SUCCESS);
        };
    }

    private static Badge coloured(String text, BadgeVariant variant) {
        var badge = new Badge(text);
        badge.addThemeVariants(variant);
        return badge;
    }

    /// What the rows would do, or did.
    static String effect(GoldenUpload upload) {
        var counts = upload.counts();
        var imported = upload.state() == GoldenUpload.State.IMPORTED;
        var parts = new ArrayList<String>();
        parts.add(Share.cases(counts.added()) + (imported ? " added" : " would be added"));
        if (counts.known() > 0) {
            parts.add(Share.count(counts.known()) + " known already");
        }
        if (counts.changed() > 0) {
            parts.add(Share.count(counts.changed()) + " known with another expectation");
        }
        if (counts.repeated() > 0) {
            parts.add(Share.count(counts.repeated()) + " twice in the file");
        }
        return String.join(", ", parts) + ".";
    }

    static String wrong(GoldenUpload upload) {
        int wrong = upload.counts().wrong();
        var rows = wrong == 1 ? "1 row is wrong" : Share.count(wrong) + " rows are wrong";
        return rows
                + ", so nothing is imported. Change how the file is read, or mend the file and"
                + " upload it again.";
    }
}
