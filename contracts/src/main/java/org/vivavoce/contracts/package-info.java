/**
 * The published language: events, topics, and how they travel as CloudEvents on Kafka.
 */
@NullMarked
package org.vivavoce.contracts;

import org.jspecify.annotations.NullMarked;
