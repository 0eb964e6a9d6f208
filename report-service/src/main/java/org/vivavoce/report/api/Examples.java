package org.vivavoce.report.api;

/**
 * Answers as the API's documentation shows them.
 */
final class Examples {

	static final String SUMMARY = """
			{"candidateId":"c-ada","name":"Ada","version":1777881600000083,"score":72.5,"outcome":"advance",
			 "reasons":["score 72.5 is at least 70","1 red flag, at most 1 allowed"],
			 "coverage":{"planned":8,"served":8,"scored":8},"redFlagCount":1,"updatedAt":"2026-05-04T09:12:00Z"}""";

	static final String PAGE = "{\"items\":[" + SUMMARY + "],\"next\":null}";

	static final String STREAM = """
			retry:3000
			:live

			id:1777881600000083
			event:scorecard-updated
			data:{"candidateId":"c-ada","version":1777881600000083,"score":72.5,"outcome":"advance", …}

			:heartbeat
			""";

	static final String CARD = """
			{"candidate":{"id":"c-ada","name":"Ada"},"version":1777881600000083,"score":66.7,"outcome":"hold",
			 "reasons":["score 66.7 is at least 50 and below 70"],"coverage":{"planned":1,"served":1,"scored":1},
			 "redFlags":[],"levels":[{"level":"mid","served":1,"scored":1,"score":66.7}],
			 "topics":[{"topic":"orm","served":1,"scored":1,"score":66.7}],
			 "interviews":[{"id":"iv-1","technology":"Django","targetLevel":"mid","role":"Backend engineer",
			  "state":"closed","outcome":"completed","score":66.7,"panel":["interviewer-1"],
			  "answers":[{"questionId":"django-mid-1","questionRevision":1,"level":"mid","topic":"orm",
			   "prompt":"When does a queryset hit the database?","position":1,
			   "keyPoints":[{"id":"lazy","text":"Evaluated only when it is used"}],"score":0.6666666666666666,"counted":true,
			   "ratings":[{"interviewer":"interviewer-1","rating":3,"redFlag":false,"keyPointsHeard":["lazy"],
			    "revision":1}]}],
			  "recommendations":[{"interviewer":"interviewer-1","overall":"yes","revision":1}]}],
			 "updatedAt":"2026-05-04T09:12:00Z"}""";

	static final String CSV = """
			candidateId,candidateName,interviewId,technology,targetLevel,role,questionId,…,interviewer,rating,redFlag,…
			c-ada,Ada,iv-1,Django,mid,Backend engineer,django-mid-1,…,interviewer-1,3,false,…
			""";

	static final String COMPARISON = """
			{"candidates":[{"candidate":{"id":"c-ada"},"version":83,"score":72.5,"outcome":"advance","reasons":[],
			  "coverage":{"planned":8,"served":8,"scored":8},"redFlagCount":1,"recommendations":[],
			  "updatedAt":"2026-05-04T09:12:00Z"}],
			 "levels":[{"level":"mid","figures":[{"level":"mid","served":4,"scored":4,"score":75.0},null]}],
			 "topics":[{"topic":"orm","figures":[null,{"topic":"orm","served":2,"scored":1,"score":50.0}]}],
			 "questions":[{"questionId":"django-mid-1","level":"mid","topic":"orm","prompt":"When …?",
			  "answers":[{"interviewId":"iv-1","score":1.0,"counted":true,"redFlag":false},null]}],
			 "sharedQuestions":[]}""";

	static final String PROJECTION = """
			{"projection":"scorecards","generation":1,"lag":2,"partitions":[
			  {"topic":"answer-scored","partition":0,"next":40,"end":42,"lag":2}],
			 "rebuild":{"generation":2,"state":"caught-up","swap":"manual","startedBy":"admin",
			  "startedAt":"2026-05-04T10:00:00Z","caughtUpAt":"2026-05-04T10:02:05Z","folded":400000,"total":400000,
			  "rate":3200.0,"secondsLeft":0,"lag":0,"compared":{"documents":10000,"equal":9999,"different":1,"missing":0,
			  "additional":0,"differing":["c-ada"],"at":"2026-05-04T10:02:20Z"}},"previous":null}""";

	static final String PUBLICATIONS = """
			{"state":"done","startedBy":"admin","startedAt":"2026-05-04T10:00:00Z","finishedAt":"2026-05-04T10:00:09Z",
			 "partitions":12,"partitionsDone":12,"compared":10000,"missing":1,"different":2,"forgotten":0,
			 "withoutScorecard":0}""";

	static final String RECONCILIATION = """
			{"projection":"scorecards","partitions":[
			 {"topic":"answer-scored","partition":0,"from":0,"to":42,"applied":41,
			  "digest":"52b3f7a1a2aa1f1d5b2c4bb7a0cf3e7d0a1c8b1c4f1e5d2f9b7c3a6d8e0f1a2b","unreadable":1,
			  "unreadableDigest":"09f3c2d4e5b6a7980f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a6978"}]}""";

	private Examples() {
	}

}
