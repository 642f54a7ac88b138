package dev.precept.console.policies;

import com.vaadin.flow.component.Component;
import dev.precept.contracts.policy.PolicyVersion;

/// What everybody who reads a version has to see first, whether to edit it or to agree with it.
/// Every bean of this type stands above the text.
public interface VersionNotice {

    /// Made anew with the page; invisible if there is nothing to say.
    Component of(PolicyVersion version);
}
