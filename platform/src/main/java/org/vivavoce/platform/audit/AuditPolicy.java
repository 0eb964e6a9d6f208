package org.vivavoce.platform.audit;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What goes into the audit log: every change but the panel's own work, what only
 * administrators may read, and every refusal. What the panel does (serving, rating,
 * recommending) is told of by events that name who and when and are kept for ever.
 */
final class AuditPolicy {

	private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

	private static final List<Pattern> PANEL_WORK = List.of(Pattern.compile("/api/v1/score-sheets/.*"),
			Pattern.compile("/api/v1/interviews/[^/]+/served"), Pattern.compile("/interviews/[^/]+/next"),
			Pattern.compile("/interviews/[^/]+/console/.*"),
			// show a plan and store nothing
			Pattern.compile("/interviews/new/preview"), Pattern.compile("/hub/(new-kit|kits/[^/]+/edit)/preview"));

	private static final Pattern ADMINISTRATION = Pattern.compile("(/api/v1)?/(audit|dead-letters|projections)(/.*)?");

	private static final int UNAUTHORIZED = 401;

	private static final int FORBIDDEN = 403;

	private AuditPolicy() {
	}

	/**
	 * Whether a request is written down before it is done.
	 */
	static boolean isAudited(String method, String path) {
		if (SAFE.contains(method)) {
			return ADMINISTRATION.matcher(path).matches();
		}
		return PANEL_WORK.stream().noneMatch((work) -> work.matcher(path).matches());
	}

	static boolean isRefusal(int status) {
		return status == UNAUTHORIZED || status == FORBIDDEN;
	}

}
