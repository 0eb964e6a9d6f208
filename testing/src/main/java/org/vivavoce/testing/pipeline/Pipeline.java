package org.vivavoce.testing.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.util.FileSystemUtils;

/**
 * The standalone process that tests share which do it no harm. Started once, ended with
 * this JVM.
 */
public final class Pipeline {

	private Pipeline() {
	}

	public static StandaloneProcess shared() {
		return Holder.SHARED;
	}

	private static StandaloneProcess start() {
		try {
			Path directory = Files.createTempDirectory("vivavoce-system");
			StandaloneProcess process = StandaloneProcess.start(directory.resolve("data"), Ports.free());
			Runtime.getRuntime().addShutdownHook(new Thread(() -> {
				process.close();
				FileSystemUtils.deleteRecursively(directory.toFile());
			}));
			return process;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class Holder {

		static final StandaloneProcess SHARED = start();

	}

}
