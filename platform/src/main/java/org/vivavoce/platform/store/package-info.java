/**
 * Aggregates as single MongoDB documents that carry their own outbox.
 */
@NullMarked
package org.vivavoce.platform.store;

import org.jspecify.annotations.NullMarked;
