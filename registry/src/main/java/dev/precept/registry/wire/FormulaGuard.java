package dev.precept.registry.wire;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps spreadsheets from running cells as formulas: such a cell gets an apostrophe in front, and
/// loses it when it comes back.
public final class FormulaGuard {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private FormulaGuard() {}

    public static String guarded(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    /// @return an empty cell for nothing
    public static String cell(@Nullable String value) {
        return value == null ? "" : guarded(value);
    }

    public static String plain(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
