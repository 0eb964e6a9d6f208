package org.vivavoce.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import org.vivavoce.testing.pipeline.Ports;
import org.vivavoce.testing.pipeline.StandaloneProcess;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps a data directory of this build, for later ones to open: at a release, and only
 * then.
 */
@EnabledIfSystemProperty(named = "vivavoce.keep", matches = ".+", disabledReason = "Nothing is to be kept")
class KeptDataRecorder {

	@Test
	void aDirectoryIsKeptWithSomethingOfAllThatIsStored(@TempDir Path directory) throws Exception {
		try (StandaloneProcess process = StandaloneProcess.launch(directory, Ports.free(),
				"--vivavoce.projection.checkpoint-every=3", "--vivavoce.rebuild.grace=2s")) {
			process.awaitReady();
			List<KeptAnswer> answers = KeptStory.play(process);
			assertThat(process.stop(Duration.ofSeconds(20))).isIn(0, 143);
			KeptData.keep(directory, answers, Path.of(System.getProperty("vivavoce.keep")));
		}
	}

}
