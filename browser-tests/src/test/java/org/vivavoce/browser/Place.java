package org.vivavoce.browser;

import java.util.List;
import java.util.function.Function;

/**
 * A page in one of its states.
 *
 * @param name what is special about it
 * @param role who looks at it, empty for somebody who is not signed in
 * @param path depends on what there is to see
 * @param status that it is answered with
 */
record Place(String name, String role, Function<Exhibits, String> path, int status) {

	/**
	 * Pages that are filled.
	 */
	static final List<Place> PAGES = List.of(of("hub", "recruiter", "/hub"),
			of("hub of an interviewer", "interviewer-1", "/hub"), of("search", "recruiter", "/hub?q=query&level=mid"),
			of("question", "recruiter", Place::question),
			of("revisions of a question", "recruiter", (seen) -> question(seen) + "/changes"),
			of("question editor", "recruiter", (seen) -> question(seen) + "/edit"),
			of("new question", "recruiter", "/hub/new?technology=django&level=senior"),
			of("import", "recruiter", "/hub/import"), of("guide", "interviewer-1", "/hub/guide"),
			of("lint", "recruiter", "/hub/lint"), of("kits", "recruiter", "/hub/kits"),
			of("kit", "interviewer-1", kit("")), of("trial of a kit", "recruiter", kit("/trial?seed=42")),
			of("kit editor", "recruiter", kit("/edit")), of("new kit", "recruiter", "/hub/new-kit?technology=django"),
			of("plan by a kit", "recruiter", (seen) -> "/interviews/new?kit=" + Exhibits.KIT),
			of("interviews", "recruiter", "/interviews"),
			of("interviews of a panel member", "interviewer-1", "/interviews"),
			of("plan", "recruiter", "/interviews/new"),
			of("planned interview", "recruiter", (seen) -> "/interviews/" + seen.planned().id()),
			of("closed interview", "recruiter", (seen) -> "/interviews/" + seen.closed().id()),
			of("console before the first question", "interviewer-1", (seen) -> console(seen.planned().id())),
			of("console", "interviewer-1", (seen) -> console(seen.running().id())),
			of("console of a closed interview", "interviewer-2", (seen) -> console(seen.closed().id())),
			of("scorecards", "dashboard", "/scorecards"),
			of("scorecard", "dashboard", (seen) -> "/scorecards/" + seen.closed().candidate()),
			of("scorecard of a running interview", "recruiter", (seen) -> "/scorecards/" + seen.running().candidate()),
			of("blind scorecard", "interviewer-2", (seen) -> "/scorecards/" + seen.running().candidate()),
			of("comparison", "recruiter",
					(seen) -> "/compare?candidate=" + seen.closed().candidate() + "&candidate="
							+ seen.another().candidate()),
			of("dead letters", "admin", "/dead-letters"),
			of("dead letter", "admin", (seen) -> "/dead-letters/" + seen.deadLetter()),
			of("sending all again", "admin", "/dead-letters/replays/new?topic=answer-scored"));

	/**
	 * Pages with nothing on them.
	 */
	static final List<Place> EMPTY = List.of(of("search without a hit", "recruiter", "/hub?q=zzzzqqqq"),
			of("no drafts", "recruiter", "/hub/drafts"), of("no retired questions", "interviewer-1", "/hub/retired"),
			of("no retired kits", "recruiter", "/hub/kits?retired=true"),
			of("candidate without interviews", "recruiter", "/interviews?candidate=nobody-at-all"),
			of("filter without a scorecard", "dashboard", "/scorecards?technology=cobol"),
			of("filter without a dead letter", "admin", "/dead-letters?key=nobody-at-all"),
			of("comparison of nobody", "recruiter", "/compare"));

	/**
	 * Pages that say what went wrong.
	 */
	static final List<Place> PROBLEMS = List.of(refused("not signed in", "", "/interviews", 401),
			refused("plan without the scope", "interviewer-1", "/interviews/new", 403),
			refused("hub without the scope", "dashboard", "/hub", 403),
			refused("import without the scope", "interviewer-1", "/hub/import", 403),
			refused("dead letters without the scope", "recruiter", "/dead-letters", 403),
			refused("kit form without the scope", "interviewer-1", "/hub/new-kit", 403),
			refused("no such kit", "recruiter", "/hub/kits/nothing", 404),
			refused("no such question", "recruiter", "/hub/questions/nothing", 404),
			refused("no such interview", "recruiter", "/interviews/iv-nothing", 404),
			refused("no such scorecard", "dashboard", "/scorecards/nobody-at-all", 404),
			refused("no such page", "recruiter", "/nowhere", 404));

	private static String question(Exhibits seen) {
		return seen.closed().questionPath(0);
	}

	private static Function<Exhibits, String> kit(String more) {
		return (seen) -> "/hub/kits/" + Exhibits.KIT + more;
	}

	private static String console(String interview) {
		return "/interviews/" + interview + "/console";
	}

	private static Place of(String name, String role, String path) {
		return of(name, role, (seen) -> path);
	}

	private static Place of(String name, String role, Function<Exhibits, String> path) {
		return new Place(name, role, path, 200);
	}

	private static Place refused(String name, String role, String path, int status) {
		return new Place(name, role, (seen) -> path, status);
	}

	/**
	 * Whoever looks at it, in front of it.
	 */
	Person visit(People people) {
		Person person = this.role.isEmpty() ? people.stranger() : people.as(this.role);
		person.open(this.path.apply(Exhibits.shared()), this.status);
		return person;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
