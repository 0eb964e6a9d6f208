package org.vivavoce.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BrokerDurabilityTests {

	/** More of them by {@code -Pendurance}. */
	private static final int KILLS = Integer.getInteger("vivavoce.endurance", 1);

	private static final int RECORDS_BEFORE_THE_KILL = 5_000;

	/** Whoever waits for the end of a session fails by the limit of a registration. */
	private static final BrokerSecurity ENDLESS_SESSIONS = new BrokerSecurity("PLAINTEXT",
			Map.of("broker.session.timeout.ms", "3600000", "initial.broker.registration.timeout.ms", "30000"),
			List.of());

	@TempDir
	Path directory;

	@Test
	void everyAcknowledgedRecordSurvivesKillsAndNoStartWaitsForTheSessionOfTheDead() throws Exception {
		Set<String> acknowledged = ConcurrentHashMap.newKeySet();
		int port = 0;
		for (int kill = 0; kill < KILLS; kill++) {
			try (HostProcess host = HostProcess.start(EmbeddedBroker.class, this.directory, port)) {
				if (kill == 0) {
					Records.createTopic(host.address(), "heard", Map.of());
				}
				port = Integer.parseInt(host.address().split(":")[1]);
				sendUntilKilled(host, kill, acknowledged);
			}
		}
		try (EmbeddedBroker broker = EmbeddedBroker.start(this.directory, port, ENDLESS_SESSIONS)) {
			assertThat(broker.bootstrapServers()).endsWith(":" + port);
			assertThat(Set.copyOf(Records.read(broker.bootstrapServers(), "heard"))).containsAll(acknowledged);
		}
	}

	private void sendUntilKilled(HostProcess host, int round, Set<String> acknowledged) throws Exception {
		CountDownLatch records = new CountDownLatch(RECORDS_BEFORE_THE_KILL);
		KafkaProducer<String, String> producer = Records.producer(host.address());
		try {
			for (int number = 0; records.getCount() > 0; number++) {
				String value = round + "-" + number;
				producer.send(new ProducerRecord<>("heard", value, value), (metadata, failure) -> {
					if (failure == null) {
						acknowledged.add(value);
						records.countDown();
					}
				});
			}
			host.kill();
		}
		finally {
			producer.close(java.time.Duration.ZERO);
		}
		assertThat(records.getCount()).as("records that are not acknowledged").isZero();
	}

}
