/// The classifier worker: leases queued content, classifies it, reports. It needs only the
/// registry's URL and a client credential.
@NullMarked
package dev.precept.worker;

import org.jspecify.annotations.NullMarked;
