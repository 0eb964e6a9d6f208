package org.vivavoce.report.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;

import org.vivavoce.report.scorecard.Scorecard;

/**
 * A scorecard as one page to print, which needs nothing else.
 */
final class PrintedCard {

	private static final String STYLE = """
			body { font: 11pt/1.45 system-ui, sans-serif; color: #1b1b1b; max-width: 60rem; margin: 2rem auto;
			  padding: 0 1rem; }
			h1 { margin-bottom: 0; } h2 { margin: 1.6rem 0 .4rem; border-bottom: 1px solid #999; }
			table { border-collapse: collapse; width: 100%; margin: .6rem 0; }
			th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0;
			  border-bottom: 1px solid #ddd; }
			td.number, th.number { text-align: right; } .quiet { color: #555; }
			.outcome { font-size: 1.3rem; } tr { break-inside: avoid; } h2, h3 { break-after: avoid; }
			@media print { body { margin: 0; max-width: none; } }
			""";

	/**
	 * Allows this style sheet and nothing else.
	 */
	static final String POLICY = "default-src 'none'; style-src 'sha256-" + digest(STYLE)
			+ "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

	private final StringBuilder html = new StringBuilder();

	private PrintedCard() {
	}

	static String of(Scorecard card) {
		PrintedCard page = new PrintedCard();
		String title = (card.candidate().name() != null) ? card.candidate().name() : card.candidate().id();
		page.html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
			.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Scorecard: ")
			.append(escape(title))
			.append("</title><style>")
			.append(STYLE)
			.append("</style></head><body>\n");
		page.summary(card, title);
		page.table(List.of("Level", "Asked", "Scored", "Score"),
				card.levels()
					.stream()
					.map((row) -> List.of(text(row.level()), text(row.served()), text(row.scored()), text(row.score())))
					.toList());
		page.table(List.of("Topic", "Asked", "Scored", "Score"),
				card.topics()
					.stream()
					.map((row) -> List.of(row.topic(), text(row.served()), text(row.scored()), text(row.score())))
					.toList());
		card.interviews().forEach(page::interview);
		return page.html.append("</body></html>\n").toString();
	}

	private void summary(Scorecard card, String title) {
		this.html.append("<h1>").append(escape(title)).append("</h1>\n");
		line("quiet",
				"Candidate " + card.candidate().id() + ", version " + card.version() + ", updated " + card.updatedAt());
		line("outcome", text(card.outcome()) + ((card.score() != null) ? ", score " + card.score() : ", no score yet"));
		line("quiet", String.join("; ", card.reasons()));
		line("", card.coverage().planned() + " questions planned, " + card.coverage().served() + " asked, "
				+ card.coverage().scored() + " scored; red flags: " + card.redFlags().size());
		line("quiet", "The figures inform the panel, they do not replace it: see the recommendations.");
	}

	private void interview(Scorecard.Interview interview) {
		this.html.append("<h2>Interview ").append(escape(interview.id())).append("</h2>\n");
		line("", text(interview.role()) + ", " + text(interview.technology()) + ", " + text(interview.targetLevel())
				+ ". " + text(interview.state())
				+ ((interview.outcome() != null) ? ", " + text(interview.outcome()) : "") + ". Score: "
				+ text(interview.score()) + ". Panel: " + String.join(", ", interview.panel()));
		table(List.of("Recommendation", "By", "Summary"),
				interview.recommendations()
					.stream()
					.map((said) -> List.of(text(said.overall()), said.interviewer(), text(said.summary())))
					.toList());
		table(List.of("#", "Question", "Level", "Topic", "Score", "Ratings"),
				interview.answers().stream().map(PrintedCard::answer).toList());
	}

	private static List<String> answer(Scorecard.Rated answer) {
		List<String> ratings = answer.ratings()
			.stream()
			.map((rating) -> rating.interviewer() + ": "
					+ ((rating.rating() != null) ? rating.rating() : "not assessed")
					+ (rating.redFlag() ? ", red flag" : "")
					+ ((rating.notes() != null) ? " (" + rating.notes() + ")" : ""))
			.toList();
		String score = (answer.score() != null) ? String.format(Locale.ROOT, "%.2f", answer.score()) : "–";
		boolean leftOut = answer.score() != null && !answer.counted();
		return List.of(text(answer.position()), (answer.prompt() != null) ? answer.prompt() : answer.questionId(),
				text(answer.level()), text(answer.topic()), leftOut ? score + " (not counted)" : score,
				String.join("; ", ratings));
	}

	private void line(String style, String text) {
		this.html.append("<p class=\"").append(style).append("\">").append(escape(text)).append("</p>\n");
	}

	private void table(List<String> header, List<List<String>> rows) {
		if (rows.isEmpty()) {
			return;
		}
		this.html.append("<table><thead>");
		row("th", header);
		this.html.append("</thead><tbody>\n");
		rows.forEach((row) -> row("td", row));
		this.html.append("</tbody></table>\n");
	}

	private void row(String element, List<String> cells) {
		this.html.append("<tr>");
		cells.forEach((cell) -> this.html.append('<')
			.append(element)
			.append('>')
			.append(escape(cell))
			.append("</")
			.append(element)
			.append('>'));
		this.html.append("</tr>\n");
	}

	private static String text(@Nullable Object value) {
		return switch (value) {
			case null -> "–";
			case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
			default -> value.toString();
		};
	}

	private static String escape(String text) {
		return HtmlUtils.htmlEscape(printable(text), StandardCharsets.UTF_8.name());
	}

	/**
	 * HTML has no way to write other control characters, not even as references.
	 */
	private static String printable(String text) {
		return CONTROL.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("\uFFFD");
	}

	private static String digest(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
