package org.vivavoce.benchmarks;

import java.nio.file.Path;
import java.util.List;

/**
 * Broker and store of one run.
 *
 * @param mongodb connection string without a database
 */
record Backing(JavaProcess process, String kafka, String mongodb) implements AutoCloseable {

	static Backing start(Path directory) {
		JavaProcess process = JavaProcess.ofClass("backing", directory, List.of("-Xmx2g"),
				BackingProcess.class.getName(), List.of(directory.resolve("data").toString()));
		String[] addresses = process.await(BackingProcess.READY).strip().split(" ");
		return new Backing(process, addresses[0], addresses[1]);
	}

	@Override
	public void close() {
		this.process.close();
	}

}
