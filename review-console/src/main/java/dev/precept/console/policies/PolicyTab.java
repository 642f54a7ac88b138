package dev.precept.console.policies;

import com.vaadin.flow.component.Component;

/// One part of a policy's page, under an address of its own: `policies/{slug}/{path}`. Every bean
/// of this type is shown, sorted by its `@Order`; only the part that is looked at is made.
public interface PolicyTab {

    /// The last part of the address: lower case, no slash.
    String path();

    /// What the link to it says.
    String title();

    /// Made anew each time somebody comes to it.
    Component open(PolicyPage page);
}
