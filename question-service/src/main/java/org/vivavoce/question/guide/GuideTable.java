package org.vivavoce.question.guide;

import java.util.Map;
import java.util.Set;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Puts each table into a region that scrolls by itself, also by keyboard, and is named
 * after the heading above.
 */
final class GuideTable implements NodeRenderer {

	private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

	private final HtmlNodeRendererContext context;

	GuideTable(HtmlNodeRendererContext context) {
		this.context = context;
	}

	@Override
	public Set<Class<? extends Node>> getNodeTypes() {
		return Set.of(TableBlock.class);
	}

	@Override
	public void render(Node table) {
		this.context.getWriter()
			.tag("div", Map.of("class", "scroll", "tabindex", "0", "role", "region", "aria-label", label(table)));
		this.context.getWriter().tag("table");
		for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
			this.context.render(part);
		}
		this.context.getWriter().tag("/table");
		this.context.getWriter().tag("/div");
	}

	private static String label(Node table) {
		Node before = table.getPrevious();
		while (before != null && !(before instanceof Heading)) {
			before = before.getPrevious();
		}
		return (before != null) ? TEXT.render(before) + ", table" : "Table";
	}

}
