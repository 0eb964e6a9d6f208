package org.vivavoce.embedded;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedBrokerTests {

	@TempDir
	Path directory;

	@Test
	void recordsTopicsAndPortSurviveARestart() throws Exception {
		int port;
		List<String> values = IntStream.range(0, 100).mapToObj(Integer::toString).toList();
		try (EmbeddedBroker broker = EmbeddedBroker.start(this.directory, 0)) {
			port = Integer.parseInt(broker.bootstrapServers().split(":")[1]);
			Records.createTopic(broker.bootstrapServers(), "heard", Map.of());
			Records.send(broker.bootstrapServers(), "heard", values);
		}
		try (EmbeddedBroker broker = EmbeddedBroker.start(this.directory, port)) {
			assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
			assertThat(Records.read(broker.bootstrapServers(), "heard")).containsExactlyElementsOf(values);
		}
	}

	@Test
	void aTopicThatNobodyCreatedDoesNotAppear() throws Exception {
		try (EmbeddedBroker broker = EmbeddedBroker.start(this.directory, 0)) {
			assertThat(Records.read(broker.bootstrapServers(), "unheard")).isEmpty();
			assertThat(Records.topics(broker.bootstrapServers())).doesNotContain("unheard");
		}
	}

	@Test
	void twoBrokersCanRunSideBySide() throws Exception {
		try (EmbeddedBroker one = EmbeddedBroker.start(this.directory.resolve("one"), 0);
				EmbeddedBroker other = EmbeddedBroker.start(this.directory.resolve("other"), 0)) {
			Records.createTopic(one.bootstrapServers(), "heard", Map.of());
			assertThat(Records.topics(one.bootstrapServers())).contains("heard");
			assertThat(Records.topics(other.bootstrapServers())).doesNotContain("heard");
		}
	}

	@Test
	void saysWhenThePortIsTaken() throws Exception {
		try (ServerSocket taken = new ServerSocket()) {
			taken.bind(new InetSocketAddress("127.0.0.1", 0));
			int port = taken.getLocalPort();
			assertThatExceptionOfType(StartException.class).isThrownBy(() -> EmbeddedBroker.start(this.directory, port))
				.withMessage("Port " + port + " on 127.0.0.1 cannot be used (Address already in use); "
						+ "stop what uses it or choose another port.");
		}
		EmbeddedBroker.start(this.directory, 0).close();
	}

	@Test
	void saysWhenTheDirectoryIsInUse() {
		try (EmbeddedBroker broker = EmbeddedBroker.start(this.directory, 0)) {
			assertThatExceptionOfType(StartException.class).isThrownBy(() -> EmbeddedBroker.start(this.directory, 0))
				.withMessage("The directory " + this.directory + " is in use by another instance.");
		}
	}

	@Test
	void saysWhenTheDirectoryCannotBeWritten() throws Exception {
		Path below = Files.createFile(this.directory.resolve("file")).resolve("below");
		assertThatExceptionOfType(StartException.class).isThrownBy(() -> EmbeddedBroker.start(below, 0))
			.withMessage("The directory " + below + " cannot be written.");
	}

}
