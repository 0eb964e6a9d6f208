/**
 * Tallies and digests of the records that were applied, which can be compared with the
 * topics.
 */
@NullMarked
package org.vivavoce.platform.reconciliation;

import org.jspecify.annotations.NullMarked;
