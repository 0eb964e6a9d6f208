/**
 * Measurements of the pipeline, each beside a peer or a limit in the same run.
 */
@NullMarked
package org.vivavoce.benchmarks;

import org.jspecify.annotations.NullMarked;
