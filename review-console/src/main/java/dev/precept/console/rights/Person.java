package dev.precept.console.rights;

/// Who is signed in.
@FunctionalInterface
public interface Person {

    /// The name that the registry knows this person by.
    String name();
}
