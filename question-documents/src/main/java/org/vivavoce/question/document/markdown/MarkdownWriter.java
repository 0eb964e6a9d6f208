package org.vivavoce.question.document.markdown;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.draft.LevelDraft;
import org.vivavoce.question.document.draft.QuestionDraft;
import org.vivavoce.question.document.draft.QuestionSetDraft;
import org.vivavoce.question.document.source.KeyPointText;
import org.vivavoce.question.document.source.Part;

/**
 * Writes a question set as Markdown that reads as the same content.
 */
public final class MarkdownWriter {

	private final StringBuilder text = new StringBuilder();

	private MarkdownWriter() {
	}

	public static String write(QuestionSetDraft set) {
		MarkdownWriter writer = new MarkdownWriter();
		writer.block("# " + heading(set.title(), set.id()));
		writer.label(Part.TECHNOLOGY, MarkdownEscapes.flowing(set.technology()));
		set.levels().forEach(writer::level);
		return writer.text.toString().stripTrailing() + "\n";
	}

	private void level(LevelDraft level) {
		block("## " + capital(FieldRules.name(level.level())));
		label(Part.EXPERIENCE, MarkdownEscapes.flowing(level.experience()));
		if (!level.focus().isEmpty()) {
			label(Part.FOCUS, MarkdownEscapes.flowing(level.focus()));
		}
		level.questions().forEach(this::question);
	}

	private static String capital(String name) {
		return Character.toUpperCase(name.charAt(0)) + name.substring(1);
	}

	private void question(QuestionDraft question) {
		block("### " + heading(question.prompt(), question.id()));
		block(labelled(Part.TOPIC, MarkdownEscapes.flowing(question.topic())) + "\n"
				+ labelled(Part.MINUTES, Integer.toString(question.minutes())));
		label(Part.STRONG_ANSWER, paragraphs(question.strongAnswer()));
		label(Part.RED_FLAG, MarkdownEscapes.flowing(question.redFlag()));
		block("**" + Part.KEY_POINTS.title() + ":**");
		block(question.keyPoints().stream().map(MarkdownWriter::keyPoint).collect(Collectors.joining("\n")));
		question.ratingAnchors()
			.forEach((anchor) -> label(Part.RATINGS.get(anchor.rating() - 1), MarkdownEscapes.flowing(anchor.text())));
	}

	private void label(Part part, String markdown) {
		block(labelled(part, markdown));
	}

	private static String labelled(Part part, String markdown) {
		return "**" + part.title() + ":** " + markdown;
	}

	private void block(String markdown) {
		this.text.append(markdown).append("\n\n");
	}

	private static String heading(String text, String id) {
		return MarkdownEscapes.onOneLine(text) + " {#" + id + "}";
	}

	private static String keyPoint(KeyPoint point) {
		return "- " + MarkdownEscapes.flowing(KeyPointText.escape(point.text())) + " {#" + point.id() + "}";
	}

	/**
	 * Paragraphs as such, where reading them gives the same text again.
	 */
	private static String paragraphs(String text) {
		String[] parts = text.split("\n\n", -1);
		boolean plain = Arrays.stream(parts).allMatch((part) -> !part.isEmpty() && part.equals(part.strip()));
		return plain ? Arrays.stream(parts).map(MarkdownEscapes::flowing).collect(Collectors.joining("\n\n"))
				: MarkdownEscapes.flowing(text);
	}

}
