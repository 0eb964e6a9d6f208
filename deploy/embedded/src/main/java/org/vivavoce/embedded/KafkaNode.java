package org.vivavoce.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.QuorumConfig;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * What Kafka's {@link KafkaRaftServer} is made of, put together here for two reasons: the
 * sockets are bound before anything starts, so that a free port stays free and a taken
 * one is told in a sentence, and a start that fails does not halt the JVM.
 */
final class KafkaNode implements AutoCloseable {

	/** Kafka itself would wait five minutes. */
	private static final Duration GOODBYE = Duration.ofSeconds(4);

	private final ControllerServer controller;

	private final BrokerServer broker;

	private KafkaNode(ControllerServer controller, BrokerServer broker) {
		this.controller = controller;
		this.broker = broker;
	}

	static KafkaNode start(Path logs, ServerSocketChannel clients, BrokerSecurity security) {
		try (BoundSockets sockets = new BoundSockets(clients, Loopback.listen(0))) {
			FormerBroker former = FormerBroker.of(logs);
			format(logs, security);
			Map<String, String> settings = new HashMap<>(
					BrokerConfiguration.of(logs, sockets.clientPort(), sockets.controllerPort(), security.protocol()));
			settings.putAll(security.settings());
			KafkaConfig config = new KafkaConfig(settings, false);
			BrokerFaults faults = new BrokerFaults();
			KafkaNode node = create(config, faults, sockets);
			node.start(former);
			faults.started();
			sockets.handedOver();
			return node;
		}
		catch (StartException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new StartException("The broker could not start from " + logs + ": " + ex.getMessage(), ex);
		}
	}

	private static void format(Path logs, BrokerSecurity security) throws Exception {
		if (Files.exists(logs.resolve("meta.properties"))) {
			return;
		}
		Files.createDirectories(logs);
		new Formatter().setClusterId(Uuid.randomUuid().toString())
			.setNodeId(BrokerConfiguration.NODE_ID)
			.setControllerListenerName(BrokerConfiguration.CONTROLLER_LISTENER)
			.setDirectories(List.of(logs.toString()))
			.setMetadataLogDirectory(logs.toString())
			.setScramArguments(security.scramUsers())
			.setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
			.run();
	}

	private static KafkaNode create(KafkaConfig config, BrokerFaults faults, BoundSockets sockets) {
		Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> formatted = KafkaRaftServer.initializeLogDirs(config,
				LoggerFactory.getLogger(KafkaRaftServer.class), "");
		MetaPropertiesEnsemble directories = formatted._1();
		SharedServer shared = new SharedServer(config, directories, Time.SYSTEM,
				Server.initializeMetrics(config, Time.SYSTEM, directories.clusterId().orElseThrow()),
				CompletableFuture.completedFuture(QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
				QuorumConfig.parseBootstrapServers(config.quorumConfig().bootstrapServers()), faults, sockets);
		return new KafkaNode(new ControllerServer(shared, KafkaRaftServer.configSchema(), formatted._2()),
				new BrokerServer(shared));
	}

	private void start(FormerBroker former) throws Exception {
		try {
			this.controller.startup();
			former.withdraw(this.controller.controller());
			this.broker.startup();
		}
		catch (Exception ex) {
			close();
			throw ex;
		}
	}

	@Override
	public void close() {
		// the broker leaves first: it says goodbye to the controller
		this.broker.shutdown(GOODBYE);
		this.controller.shutdown();
	}

}
