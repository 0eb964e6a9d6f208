/**
 * What a projection has applied, as tallies and digests that can be compared with the
 * topics.
 */
@NullMarked
package org.vivavoce.platform.reconciliation;

import org.jspecify.annotations.NullMarked;
