/**
 * Events on their way to Kafka: kept with the write that caused them until they are
 * acknowledged.
 */
@NullMarked
package org.vivavoce.platform.outbox;

import org.jspecify.annotations.NullMarked;
