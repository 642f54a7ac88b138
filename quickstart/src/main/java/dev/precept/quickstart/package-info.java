/// One command: a supervisor that brings PostgreSQL and an identity provider and starts the real
/// applications as child processes.
@NullMarked
package dev.precept.quickstart;

import org.jspecify.annotations.NullMarked;
