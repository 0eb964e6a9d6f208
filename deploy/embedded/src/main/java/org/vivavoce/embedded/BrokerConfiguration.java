package org.vivavoce.embedded;

import java.nio.file.Path;
import java.util.Map;

import static java.util.Map.entry;

/**
 * Kafka's settings for a single node that shares a small machine with everything else.
 */
final class BrokerConfiguration {

	static final String CLIENT_LISTENER = "CLIENT";

	static final String CONTROLLER_LISTENER = "CONTROLLER";

	static final int NODE_ID = 1;

	private BrokerConfiguration() {
	}

	static Map<String, String> of(Path logs, int port, int controllerPort, String protocol) {
		String client = CLIENT_LISTENER + "://" + Loopback.HOST + ":" + port;
		String controller = CONTROLLER_LISTENER + "://" + Loopback.HOST + ":" + controllerPort;
		return Map.ofEntries(entry("process.roles", "broker,controller"), entry("node.id", Integer.toString(NODE_ID)),
				entry("controller.quorum.voters", NODE_ID + "@" + Loopback.HOST + ":" + controllerPort),
				entry("listeners", client + "," + controller), entry("advertised.listeners", client),
				entry("listener.security.protocol.map",
						CLIENT_LISTENER + ":" + protocol + "," + CONTROLLER_LISTENER + ":PLAINTEXT"),
				entry("inter.broker.listener.name", CLIENT_LISTENER),
				entry("controller.listener.names", CONTROLLER_LISTENER), entry("log.dirs", logs.toString()),
				entry("auto.create.topics.enable", "false"), entry("group.initial.rebalance.delay.ms", "0"),
				// one node: nothing to replicate to
				entry("offsets.topic.replication.factor", "1"), entry("offsets.topic.num.partitions", "4"),
				entry("transaction.state.log.replication.factor", "1"), entry("transaction.state.log.min.isr", "1"),
				entry("transaction.state.log.num.partitions", "2"),
				entry("share.coordinator.state.topic.replication.factor", "1"),
				entry("share.coordinator.state.topic.min.isr", "1"),
				entry("share.coordinator.state.topic.num.partitions", "1"),
				// the events are the record of what happened: a rebuild reads them from
				// the start
				entry("log.retention.ms", "-1"),
				// few threads and small buffers
				entry("num.network.threads", "2"), entry("num.io.threads", "4"), entry("background.threads", "2"),
				entry("num.recovery.threads.per.data.dir", "1"), entry("log.cleaner.threads", "1"),
				entry("log.cleaner.dedupe.buffer.size", "4194304"), entry("log.cleaner.io.buffer.size", "131072"),
				entry("log.index.size.max.bytes", "1048576"), entry("log.segment.bytes", "67108864"),
				entry("offsets.topic.segment.bytes", "8388608"), entry("broker.heartbeat.interval.ms", "500"),
				// no filler records in the metadata log of an idle broker: no other
				// node waits for them
				entry("metadata.max.idle.interval.ms", "0"));
	}

}
