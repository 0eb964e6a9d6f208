package org.vivavoce.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.vivavoce.embedded.StartException;
import org.vivavoce.testing.pipeline.Ports;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What the user can mend is one sentence. That it becomes a line on standard error and an
 * exit code is a matter of the process.
 */
class RefusedStartTests {

	private final Ports ports = Ports.free();

	@TempDir
	private Path directory = Path.of("");

	static Stream<Named<ToIntFunction<Ports>>> ports() {
		return Stream.of(Named.of("report", Ports::report), Named.of("kafka", Ports::kafka),
				Named.of("store", Ports::store));
	}

	@ParameterizedTest
	@MethodSource("ports")
	void aTakenPortIsRefusedInOneSentence(ToIntFunction<Ports> ports) throws IOException {
		try (ServerSocket taken = new ServerSocket(ports.applyAsInt(this.ports), 1,
				InetAddress.getByName("127.0.0.1"))) {
			refused(this.directory.resolve("data"), Integer.toString(taken.getLocalPort()));
		}
	}

	@Test
	void aDirectoryThatCannotBeWrittenIsRefusedInOneSentence() throws IOException {
		Path file = Files.writeString(this.directory.resolve("a-file"), "no directory");
		refused(file.resolve("data"), file.toString());
	}

	private void refused(Path data, String reason) {
		List<String> arguments = new ArrayList<>(this.ports.settings());
		arguments.add("--vivavoce.data-dir=" + data);
		assertThatThrownBy(() -> StandaloneApplication.start(Instant.now(), arguments.toArray(String[]::new)))
			.isInstanceOfAny(StandaloneException.class, StartException.class)
			.hasMessageContaining(reason)
			.message()
			.hasLineCount(1);
	}

}
