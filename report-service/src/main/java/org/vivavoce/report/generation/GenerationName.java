package org.vivavoce.report.generation;

/**
 * Names that are stored for a generation. The first generation has none of its own,
 * because it is older than rebuilds.
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
