package org.vivavoce.question.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

import org.vivavoce.question.document.draft.Slug;

/**
 * The guide for interviewers as its page shows it, made from the document that also lies
 * among the docs.
 *
 * @param title of the document, its first heading
 * @param sections its second headings
 * @param html all of it but the title; what is HTML in the document is text there
 */
record Guide(String title, List<Section> sections, String html) {

	private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

	private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

	private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

	private static final HtmlRenderer HTML = HtmlRenderer.builder()
		.escapeHtml(true)
		.sanitizeUrls(true)
		.attributeProviderFactory((context) -> Guide::attributes)
		// before the extension's own, so that it takes its place
		.nodeRendererFactory(GuideTable::new)
		.extensions(EXTENSIONS)
		.build();

	Guide {
		sections = List.copyOf(sections);
	}

	/**
	 * A section of the guide.
	 *
	 * @param id of its heading in the page
	 */
	record Section(String id, String title) {

	}

	/**
	 * Read the guide from Markdown.
	 * @throws IllegalArgumentException when it does not begin with a heading
	 */
	static Guide of(String markdown) {
		Node document = PARSER.parse(markdown);
		if (!(document.getFirstChild() instanceof Heading first)) {
			throw new IllegalArgumentException("The guide begins with its title");
		}
		String title = TEXT.render(first);
		List<Section> sections = new ArrayList<>();
		for (Node node = first; node != null; node = node.getNext()) {
			if (node instanceof Heading heading && heading.getLevel() == 2) {
				sections.add(new Section(id(heading), TEXT.render(heading)));
			}
		}
		first.unlink();
		return new Guide(title, sections, HTML.render(document));
	}

	private static void attributes(Node node, String tag, Map<String, String> attributes) {
		if (node instanceof Heading heading) {
			attributes.put("id", id(heading));
		}
		else if (node instanceof TableCell && "right".equals(attributes.remove("align"))) {
			attributes.put("class", "number");
		}
	}

	private static String id(Heading heading) {
		return Slug.of(TEXT.render(heading));
	}

}
