/// Files of golden cases: uploaded, looked at under a mapping, and only then imported.
@NullMarked
package dev.precept.contracts.golden;

import org.jspecify.annotations.NullMarked;
