/**
 * Dead letters: refused records as they are stored, explained, listed, sent again or
 * discarded, with their API and metrics.
 */
@NullMarked
package org.vivavoce.report.deadletter;

import org.jspecify.annotations.NullMarked;
