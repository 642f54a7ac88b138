package dev.precept.console.policies;

import com.vaadin.flow.component.Component;

/// What everybody who opens a policy has to see, whichever part of it they look at. Every bean of
/// this type stands above the parts.
public interface PolicyNotice {

    /// Made anew with every part; invisible if there is nothing to say.
    Component of(PolicyPage page);
}
