package dev.precept.console.shell;

import com.vaadin.flow.component.UI;

/// Light, dark, or as the system has it; remembered by the browser.
enum ColorScheme {
    SYSTEM("Colours of the system", "light dark"),
    LIGHT("Light", "light"),
    DARK("Dark", "dark");

    /// Run in the page's head, before anything is drawn.
    static final String RESTORE =
            "document.documentElement.style.colorScheme ="
                    + " localStorage.getItem('precept-color-scheme') || 'light dark';";

    private final String title;
    private final String css;

    ColorScheme(String title, String css) {
        this.title = title;
        this.css = css;
    }

    String title() {
        return title;
    }

    void apply(UI ui) {
        ui.getPage()
                .executeJs(
                        "localStorage.setItem('precept-color-scheme', $0);"
                                + "document.documentElement.style.colorScheme = $0;",
                        css);
    }
}
