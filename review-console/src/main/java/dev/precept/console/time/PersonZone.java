package dev.precept.console.time;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The time zone of the person at the screen, as the browser tells it; UTC until it has.
public final class PersonZone {

    private PersonZone() {}

    public static ZoneId current() {
        var ui = UI.getCurrent();
        if (ui == null) {
            return ZoneOffset.UTC;
        }
        var details = ui.getPage().getExtendedClientDetails();
        var name = details == null ? null : details.getTimeZoneId();
        try {
            return name == null || name.isBlank() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknownZone) {
            return ZoneOffset.UTC;
        }
    }
}
