/// Who may do what: the roles of people and services, and what waits for a person.
@NullMarked
package dev.precept.contracts.access;

import org.jspecify.annotations.NullMarked;
