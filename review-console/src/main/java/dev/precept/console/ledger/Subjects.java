package dev.precept.console.ledger;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where the subject of a ledger entry can be looked at.
final class Subjects {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9-]+");

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-([0-9a-f]{12})");

    private Subjects() {}

    static Component link(String subject) {
        return address(subject)
                .<Component>map(address -> {
                    var link = new Anchor(address, shortened(subject));
                    link.setTitle(subject);
                    return link;
                })
                .orElseGet(() -> new Span(subject));
    }

    /// Ids that were made at about the same time differ at their end.
    static String shortened(String subject) {
        return ID.matcher(subject).replaceFirst("…$1");
    }

    /// The console's page for a subject such as `case:<id>` or `policy:spam@3`, if it has one.
    static Optional<String> address(String subject) {
        var colon = subject.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        var name = subject.substring(colon + 1).split("[@/:#]", 2)[0];
        if (!SAFE.matcher(name).matches()) {
            return Optional.empty();
        }
        return switch (subject.substring(0, colon)) {
            case "policy" -> Optional.of("policies/" + name);
            case "case" -> Optional.of("cases/" + name);
            case "item" -> Optional.of("items/" + name);
            default -> Optional.empty();
        };
    }
}
