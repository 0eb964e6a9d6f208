package org.vivavoce.platform.projection;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that keeps the contract, and still cannot be applied.
 *
 * @param documentId the document that it belongs into
 */
record Unwritable(ConsumerRecord<byte[], byte[]> message, String documentId, String reason) {

}
