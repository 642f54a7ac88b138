/// What waits for the person who has just signed in.
@NullMarked
package dev.precept.console.home;

import org.jspecify.annotations.NullMarked;
