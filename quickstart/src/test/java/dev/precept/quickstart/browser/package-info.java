/// What people see and do, in a real browser against the real quickstart.
@NullMarked
package dev.precept.quickstart.browser;

import org.jspecify.annotations.NullMarked;
