package org.vivavoce.platform.topics;

import java.util.Map;

/**
 * How a topic is, or should be.
 *
 * @param replication replicas of each partition; −1 for the broker's default
 * @param settings the topic's configuration, or the part of it that is known or wanted
 */
record Topic(String name, int partitions, int replication, Map<String, String> settings) {

}
