package org.vivavoce.question.importing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.draft.LevelDraft;
import org.vivavoce.question.document.draft.QuestionDraft;
import org.vivavoce.question.document.draft.QuestionSetDraft;
import org.vivavoce.question.document.source.DocumentOverrides;
import org.vivavoce.question.document.source.ParseResult;
import org.vivavoce.question.document.text.TextReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sets that come with the service, as pages would show them.
 */
class ShippedTextTests {

	static List<QuestionSetDraft> sets() {
		return ShippedSetRepository.all();
	}

	@ParameterizedTest
	@MethodSource("sets")
	void asAPlainPageASetKeepsItsQuestions(QuestionSetDraft set) {
		for (String page : List.of(page(set, "", "", "\n"), page(set, "Strong answer: ", "Red flag: ", "\n"),
				page(set, "", "", "\n\n"))) {
			ParseResult parseResult = read(page);
			assertThat(parseResult).as(page).isInstanceOf(ParseResult.Accepted.class);
			QuestionSetDraft read = ((ParseResult.Accepted) parseResult).draft();
			assertThat(read.questions().map(QuestionDraft::prompt))
				.containsExactlyElementsOf(set.questions().map(QuestionDraft::prompt).toList());
			assertThat(read.questions().map(QuestionDraft::strongAnswer))
				.containsExactlyElementsOf(set.questions().map(QuestionDraft::strongAnswer).toList());
			assertThat(read.questions().map(QuestionDraft::redFlag))
				.containsExactlyElementsOf(set.questions().map(QuestionDraft::redFlag).toList());
			assertThat(read.levels()).extracting(LevelDraft::focus)
				.containsExactlyElementsOf(set.levels().stream().map(LevelDraft::focus).toList());
		}
	}

	@ParameterizedTest
	@MethodSource("sets")
	void aPageThatLacksAPartOfAQuestionIsRefusedInAnyLayout(QuestionSetDraft set) {
		List<String> parts = set.levels()
			.stream()
			.flatMap((level) -> Stream.of(level.questions().getFirst(), level.questions().getLast()))
			.flatMap((question) -> Stream.of(question.prompt(), question.strongAnswer(), question.redFlag()))
			.toList();
		for (String closing : List.of("", "Whatever you ask, listen.\n", "Conclusion\n\nAsk.\n\nListen.\n")) {
			String page = page(set, "", "", "\n").replace("Whatever you ask, listen.\n", "\n" + closing);
			for (String layout : List.of(page, page.replace("\n", "\n\n"), blocks(set, page), numbered(set, page))) {
				assertThat(read(layout)).as(layout).isInstanceOf(ParseResult.Accepted.class);
				assertThat(parts).allSatisfy((part) -> assertThat(read(layout.replace(part + "\n", "")))
					.isInstanceOf(ParseResult.Refused.class));
			}
		}
	}

	private static String blocks(QuestionSetDraft set, String page) {
		return set.questions()
			.map(QuestionDraft::prompt)
			.reduce(page, (before, prompt) -> before.replace(prompt, "\n" + prompt));
	}

	private static String numbered(QuestionSetDraft set, String page) {
		List<String> prompts = set.questions().map(QuestionDraft::prompt).toList();
		return IntStream.range(0, prompts.size())
			.boxed()
			.reduce(page, (before, at) -> before.replace(prompts.get(at), (at + 1) + "\n" + prompts.get(at)),
					(one, other) -> other);
	}

	private static ParseResult read(String page) {
		return TextReader.read(page.getBytes(StandardCharsets.UTF_8), DocumentOverrides.NONE);
	}

	private static String page(QuestionSetDraft set, String strong, String red, String gap) {
		StringBuilder page = new StringBuilder(set.title() + " interview questions" + gap + "An introduction." + gap);
		for (LevelDraft level : set.levels()) {
			String name = FieldRules.name(level.level());
			page.append(Character.toUpperCase(name.charAt(0)))
				.append(name.substring(1))
				.append(" ")
				.append(set.title())
				.append(" interview questions")
				.append(gap)
				.append(level.experience())
				.append(gap)
				.append(level.focus())
				.append(gap);
			level.questions()
				.forEach((question) -> page.append(question.prompt() + gap)
					.append(strong + question.strongAnswer() + gap)
					.append(red + question.redFlag() + gap));
		}
		return page + "Whatever you ask, listen." + gap;
	}

}
