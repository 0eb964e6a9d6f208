/**
 * Traces that go on from a request through Kafka to what its events cause.
 */
@NullMarked
package org.vivavoce.platform.tracing;

import org.jspecify.annotations.NullMarked;
