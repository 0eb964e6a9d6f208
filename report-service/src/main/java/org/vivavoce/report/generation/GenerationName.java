package org.vivavoce.report.generation;

/**
 * How generations are called. The first has the names that there were before any rebuild.
 */
public final class GenerationName {

	private static final String SCORECARDS = "scorecards";

	private GenerationName() {
	}

	/**
	 * Where the documents are.
	 */
	public static String collection(int generation) {
		return (generation == 1) ? SCORECARDS : SCORECARDS + "-g" + generation;
	}

	/**
	 * The name of the offsets and of the consumer group.
	 */
	public static String projection(int generation) {
		return (generation == 1) ? SCORECARDS : SCORECARDS + "@" + generation;
	}

}
