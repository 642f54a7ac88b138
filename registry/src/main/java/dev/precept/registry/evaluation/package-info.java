/// Evaluations: a policy version on known contents, through the ordinary queue behind everything
/// else, and the gates on what they measure.
///
/// All that a run has done is in its rows: each step is one transaction that holds the run's row,
/// so a run goes on after any restart, on any registry, and a case is queued and judged once.
@NullMarked
package dev.precept.registry.evaluation;

import org.jspecify.annotations.NullMarked;
