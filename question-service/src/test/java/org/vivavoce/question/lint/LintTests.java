package org.vivavoce.question.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.Level;
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.draft.QuestionSetDraft;
import org.vivavoce.question.importing.ShippedSetRepository;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionSet;
import org.vivavoce.question.set.SampleQuestions;
import org.vivavoce.question.set.SetLevel;

import static org.assertj.core.api.Assertions.assertThat;

class LintTests {

	private static final String ANSWER = "Looks at the number of queries first, then fetches what belongs together at once";

	private static final String RED_FLAG = "Adds a cache before looking at the queries.";

	@Test
	void theSetsThatShipHaveNoWarnings() {
		List<QuestionSet> sets = ShippedSetRepository.all()
			.stream()
			.map((draft) -> QuestionSet.revise(null, draft, SampleQuestions.CHANGE))
			.toList();
		List<Finding> findings = Lint.of(sets);
		assertThat(findings).filteredOn((finding) -> finding.rule().warning()).isEmpty();
		assertThat(findings).hasSizeLessThan(12).extracting(Finding::rule).containsOnly(LintRule.TOPIC_GAP);
	}

	@Test
	void theSameQuestionInOtherWordsIsFoundInAnotherSet() {
		Question one = question("one", Level.MID, "orm",
				"How do you find out why a Django page sends hundreds of queries?");
		Question two = question("two", Level.MID, "orm", "Why does a Django page send hundreds of queries?");
		Question three = question("three", Level.MID, "orm", "What does a migration that renames a column lock?");
		List<Finding> findings = Lint.of(List.of(set("a", one, three), set("b", two)));
		assertThat(findings).singleElement().satisfies((finding) -> {
			assertThat(finding.rule()).isEqualTo(LintRule.NEAR_DUPLICATE);
			assertThat(finding.concerns("a")).isTrue();
			assertThat(finding.concerns("b")).isTrue();
			assertThat(finding.concerns("c")).isFalse();
			assertThat(finding.reason()).contains("the strong answers to 100 %");
		});
	}

	@Test
	void noPairIsMissedThatComparingAllWithAllWouldFind() {
		Random random = new Random(7);
		List<Question> questions = IntStream.range(0, 300)
			.mapToObj((at) -> question("q" + at, Level.MID, "orm",
					IntStream.range(0, 4 + random.nextInt(6))
						.mapToObj((word) -> "word" + (int) (30 * Math.pow(random.nextDouble(), 2)))
						.collect(Collectors.joining(" ", "Django ", "?"))))
			.toList();
		long alike = IntStream.range(0, questions.size())
			.mapToLong((at) -> questions.subList(0, at)
				.stream()
				.filter((other) -> ContentWords.of(questions.get(at).prompt())
					.similarity(ContentWords.of(other.prompt())) >= 0.55)
				.count())
			.sum();
		assertThat(alike).isGreaterThan(1000);
		assertThat(DuplicateLint.of(questions, (question) -> true)).hasSize((int) alike);
	}

	@Test
	void onlyTheQuestionsThatAreWantedAreLookedAtAndComparedWithAll() {
		Question same = question("same", Level.MID, "orm", "Why does a Django page send hundreds of queries?");
		Question old = question("old", Level.MID, "orm", "Why? How? When?");
		Question fresh = question("fresh", Level.MID, "orm", "Why does one Django page send hundreds of queries?");
		assertThat(Lint.of(set("b", old, fresh), Set.of("fresh"), List.of(set("a", same)))).singleElement()
			.satisfies((finding) -> {
				assertThat(finding.set()).isEqualTo("b");
				assertThat(Objects.requireNonNull(finding.question()).id()).isEqualTo("fresh");
				assertThat(Objects.requireNonNull(finding.other()).id()).isEqualTo("same");
			});
		assertThat(Lint.of(set("b", old, fresh), Set.of(), List.of(set("a", same)))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " - ", "n/a", "None", "TODO", "No red flags.", "not applicable", "none known",
			"To be defined", "No red flag known" })
	void aRedFlagThatIsNoneIsMissing(String redFlag) {
		assertThat(rules(question("Why is the page slow?", ANSWER, redFlag)))
			.containsExactly(LintRule.RED_FLAG_MISSING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Does not know.", "The candidate cannot explain it", "A wrong answer", "Has no idea of it",
			"Caches it", "Gives the wrong answer", "Does not know the answer to the question",
			"Is not able to answer the question", "Fails to answer the question", "Doesn't have a clue",
			"Shows no understanding of the topic", "Doesn’t know what that is", "Too vague" })
	void aRedFlagThatFitsEverythingIsWeak(String redFlag) {
		assertThat(rules(question("Why is the page slow?", ANSWER, redFlag))).containsExactly(LintRule.RED_FLAG_WEAK);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "Does not know that a queryset is evaluated late.", "Nothing is measured before it is changed.",
					"Gives a wrong answer about the isolation level and defends it.", "Stores plaintext passwords",
					"Swallows InterruptedException", "Suggests chmod 777", "Concatenates SQL strings",
					"Disables TLS verification", "Предлагает создать индекс на каждый столбец не измеряя",
					"測定せずにすべての列に索引を付けることを提案する" })
	void aRedFlagThatCanBeObservedIsFine(String redFlag) {
		assertThat(rules(question("Why is the page slow?", ANSWER, redFlag))).isEmpty();
	}

	@Test
	void anAnswerThatOnlyRepeatsTheQuestionIsFound() {
		assertThat(rules(question("How does connection pooling reduce the latency of database requests?",
				"Connection pooling does reduce the latency of database requests, because of the pooling", RED_FLAG)))
			.containsExactly(LintRule.ANSWER_REPEATS_PROMPT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "What is a view? And what is a template?",
			"What is a view and how does it differ from a model?",
			"How do you find the slow query, and how would you make it fast?",
			"Explain how a transaction works and describe what a savepoint is.",
			"What's a mutex and what's a semaphore?", "How do you deploy and which tools do you use?",
			"How does an index work, and what is the price of it?", "Tell me about REST and tell me about GraphQL." })
	void severalQuestionsInOneAreFound(String prompt) {
		assertThat(rules(question(prompt, ANSWER, RED_FLAG))).containsExactly(LintRule.DOUBLE_BARRELLED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "How do you tell what belongs to the project and what belongs to an app?",
			"You have forty services and are to bring them to version 4. How do you plan that?",
			"You hand it over as a callback, and when it is called it fails. How do you explain that?",
			"What happens between the commit and the moment when a reader can see it?",
			"What does the wildcard in `List<?>` mean, when would a reader miss it?",
			"What does the ?. operator do in JavaScript?",
			"In SELECT * FROM t WHERE id = ?, what does the mark stand for?",
			"A page at /search?q=shoes is slow; where do you look?",
			"A customer asks “Is it safe?” in public. What do you reply?",
			"Explain the difference between tuple and list.", "Describe how a hostname and name server relate.",
			"How do you decide what is unit tested and what is not?",
			"How do you decide what should be cached and what should not?",
			"How do you tell what is a bug and what is a feature?",
			"What do you do when a test fails and what is logged is not enough?" })
	void oneQuestionWithAndInItIsFine(String prompt) {
		assertThat(rules(question(prompt, ANSWER, RED_FLAG))).isEmpty();
	}

	@Test
	void whatIsToBePutInOrderMayBeRepeated() {
		assertThat(rules(question(
				"Put these in the order of their cost: index scan, sequential scan, nested loop, hash join",
				"Index scan, nested loop, hash join, sequential scan: in the order of their cost, these", RED_FLAG)))
			.isEmpty();
	}

	@Test
	void scriptsWithoutSpacesHaveWords() {
		assertThat(rules(question("索引はいつ役に立ちますか？", "選択性の高い列で検索するときに役に立ち、書き込みのたびに更新する費用がかかります。", RED_FLAG))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "When should you use a foreign key? | When should you not use a foreign key?",
			"What is a monad? | When would you not use a monad?", "What is a mutex? | Why is there a mutex?",
			"What happens inside PostgreSQL when you run INSERT? | What happens inside PostgreSQL when you run VACUUM?",
			"Was ist der Unterschied zwischen einem Prozess und einem Thread? | Was ist der Unterschied zwischen einem Index und einem View?" })
	void questionsThatAreAlikeAndAnsweredOtherwiseAreTwo(String one, String other) {
		Question first = new Question("one", 1, "django", Level.MID, "orm", 5, one, ANSWER, RED_FLAG,
				List.of(new KeyPoint("k", "Point")), List.of(), "a", null);
		Question second = new Question("two", 1, "django", Level.MID, "orm", 5, other,
				"Something about quite different matters that nobody else has mentioned here", RED_FLAG,
				List.of(new KeyPoint("k", "Point")), List.of(), "a", null);
		assertThat(Lint.of(List.of(set("a", first, second)))).isEmpty();
	}

	@Test
	void theSameWordsAreTheSameQuestionWhateverTheAnswersSay() {
		Question first = question("one", Level.MID, "orm", "Why does a Django page send hundreds of queries?");
		Question second = new Question("two", 1, "django", Level.MID, "orm", 5,
				"Why would the Django page send hundreds of queries?",
				"Something about quite different matters that nobody else has mentioned here", RED_FLAG,
				List.of(new KeyPoint("k", "Point")), List.of(), "a", null);
		assertThat(Lint.of(List.of(set("a", first, second)))).extracting(Finding::rule)
			.containsExactly(LintRule.NEAR_DUPLICATE);
	}

	@Test
	void topicsAreTheSameWhateverTheirCaseAndNoTopicIsNone() {
		Question junior = question("j", Level.JUNIOR, "ORM", "What is a queryset?");
		Question mid = question("m", Level.MID, "orm", "Where does middleware belong?");
		Question senior = question("s", Level.SENIOR, "ORM", "Who decides about shards?");
		assertThat(Lint.of(List.of(set("a", junior, mid, senior)))).isEmpty();
		Question easy = question("g", Level.JUNIOR, FieldRules.GENERAL_TOPIC, "Which backup helps after a typo?");
		Question hard = question("h", Level.SENIOR, FieldRules.GENERAL_TOPIC, "Whose laptop may read production?");
		assertThat(Lint.of(List.of(set("a", easy, mid, hard)))).isEmpty();
	}

	@Test
	void lengthsThatHurtAreFound() {
		assertThat(rules(question("word ".repeat(66) + "?", ANSWER, RED_FLAG))).containsExactly(LintRule.PROMPT_LONG);
		assertThat(rules(question("Why is it slow?", "Too many queries.", RED_FLAG)))
			.containsExactly(LintRule.ANSWER_SHORT);
		assertThat(QuestionLint.of(question("Why is it slow?", "many more words ".repeat(400), RED_FLAG)))
			.singleElement()
			.satisfies((finding) -> {
				assertThat(finding.rule()).isEqualTo(LintRule.READING_TIME);
				assertThat(finding.reason()).contains("about 6 minutes to read, the answer has 5");
			});
	}

	@Test
	void aLevelBetweenTwoOthersIsMissed() {
		Question junior = question("j", Level.JUNIOR, "orm", "What is a queryset?");
		Question mid = question("m", Level.MID, "views", "Where does middleware belong?");
		Question senior = question("s", Level.SENIOR, "orm", "Who decides about shards?");
		assertThat(Lint.of(List.of(set("a", junior, senior)))).extracting(Finding::rule, Finding::level)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(LintRule.LEVEL_GAP, Level.MID));
		assertThat(Lint.of(List.of(set("a", junior, mid, senior)))).singleElement().satisfies((finding) -> {
			assertThat(finding.rule()).isEqualTo(LintRule.TOPIC_GAP);
			assertThat(finding.reason()).startsWith("“orm” is asked about");
		});
		assertThat(Lint.of(List.of(set("a", junior, mid)))).isEmpty();
	}

	private static List<LintRule> rules(Question question) {
		return QuestionLint.of(question).stream().map(Finding::rule).toList();
	}

	private static Question question(String prompt, String answer, String redFlag) {
		return new Question("q", 1, "django", Level.MID, "orm", 5, prompt, answer, redFlag,
				List.of(new KeyPoint("k", "Point")), List.of(), "a", null);
	}

	private static Question question(String id, Level level, String topic, String prompt) {
		return new Question(id, 1, "django", level, topic, 5, prompt, ANSWER, RED_FLAG,
				List.of(new KeyPoint("k", "Point")), List.of(), "a", null);
	}

	private static QuestionSet set(String id, Question... questions) {
		List<SetLevel> levels = Arrays.stream(Level.values())
			.map((level) -> new SetLevel(level, "", "",
					Arrays.stream(questions)
						.filter((question) -> question.level() == level)
						.map((question) -> moved(question, id))
						.toList()))
			.filter((level) -> !level.questions().isEmpty())
			.toList();
		return new QuestionSet(id, "django", id, 1, levels, List.of(), List.of(), null);
	}

	private static Question moved(Question question, String set) {
		return Question.of(question.draft(), 1, new QuestionSetDraft(set, "django", set, List.of()), question.level(),
				null);
	}

}
