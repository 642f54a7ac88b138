package dev.precept.quickstart.supervisor;

import java.io.PrintStream;

/// Writes to the person at the terminal, one whole line at a time; colours only where they are
/// wanted.
public final class Screen {

    private static final String RESET = "\u001b[0m";

    private final PrintStream out;
    private final boolean colours;

    public Screen(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /// On standard output; colours at a terminal, unless `NO_COLOR` is set.
    public static Screen standard() {
        var console = System.console();
        return new Screen(
                System.out,
                console != null && console.isTerminal() && System.getenv("NO_COLOR") == null);
    }

    public synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    public void done(String text) {
        line(paint(Colour.GREEN, "✓ ") + text);
    }

    public void warn(String text) {
        line(paint(Colour.YELLOW, "! ") + text);
    }

    public void log(String source, Colour colour, String text) {
        line(paint(colour, "[" + source + "] ") + text);
    }

    public String paint(Colour colour, String text) {
        return colours ? colour.code + text + RESET : text;
    }

    /// A colour that reads on dark and light terminals.
    public enum Colour {
        BOLD("\u001b[1m"),
        RED("\u001b[31m"),
        GREEN("\u001b[32m"),
        YELLOW("\u001b[33m"),
        BLUE("\u001b[34m"),
        MAGENTA("\u001b[35m"),
        CYAN("\u001b[36m");

        private final String code;

        Colour(String code) {
            this.code = code;
        }
    }
}
