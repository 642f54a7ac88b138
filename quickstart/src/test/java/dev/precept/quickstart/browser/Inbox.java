package dev.precept.quickstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/// What waits for somebody on their first page.
final class Inbox {

    private Inbox() {}

    /// Opens the first page and looks there.
    ///
    /// @param what it says of the version
    static Locator card(Page person, Prepared prepared, int number, String what) {
        person.navigate(prepared.policy().quickstart().console().toString());
        var title = "%s · version %d".formatted(prepared.slug(), number);
        var card =
                person.locator("a.card", new Page.LocatorOptions().setHasText(title))
                        .filter(new Locator.FilterOptions().setHasText(what));
        assertThat(card).isVisible();
        return card;
    }
}
