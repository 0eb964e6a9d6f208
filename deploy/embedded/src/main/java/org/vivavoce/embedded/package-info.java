/**
 * A Kafka broker and a document store inside the JVM, both durable.
 */
@NullMarked
package org.vivavoce.embedded;

import org.jspecify.annotations.NullMarked;
