package org.vivavoce.report.deadletter.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The value of a record as lines that a page can show: bounded, without control
 * characters, with what is at fault marked.
 */
final class Lines {

	private static final int MOST = 1000;

	private static final int LONGEST = 4000;

	private static final int SHORT = 12;

	private static final String INDENT = "  ";

	private final String pointer;

	private final List<Line> lines = new ArrayList<>();

	private Lines(String pointer) {
		this.pointer = pointer;
	}

	/**
	 * JSON, one member a line.
	 * @param pointer of what is at fault, whether it is there or not; empty for nothing
	 */
	static List<Line> of(JsonNode json, String pointer) {
		Lines lines = new Lines(pointer);
		lines.node(new Place("", "", ""), json, "", false);
		return lines.bounded();
	}

	/**
	 * Text as it is.
	 */
	static List<Line> of(String text) {
		Lines lines = new Lines("");
		text.lines().limit(MOST + 1L).forEach((line) -> lines.add(line, false, false));
		return lines.bounded();
	}

	/**
	 * Where a node is.
	 *
	 * @param label what stands before it
	 */
	private record Place(String pointer, String indent, String label) {

		Place member(String name) {
			return new Place(this.pointer + "/" + name.replace("~", "~0").replace("/", "~1"), this.indent + INDENT,
					JsonMapper.shared().writeValueAsString(name) + ": ");
		}

		Place element(int index) {
			return new Place(this.pointer + "/" + index, this.indent + INDENT, "");
		}

	}

	private void node(Place place, JsonNode node, String end, boolean within) {
		boolean faulty = within || (!this.pointer.isEmpty() && place.pointer().equals(this.pointer));
		String start = place.indent() + place.label();
		if (this.lines.size() > MOST) {
			return;
		}
		if (!node.isContainer() || (node.isEmpty() && !misses(place))) {
			add(start + JsonMapper.shared().writeValueAsString(node) + end, faulty, false);
			return;
		}
		if (isShortList(node) && !this.pointer.startsWith(place.pointer() + "/")) {
			add(start + node.valueStream().map(JsonNode::toString).collect(Collectors.joining(", ", "[", "]")) + end,
					faulty, false);
			return;
		}
		add(start + (node.isObject() ? "{" : "["), faulty, false);
		int left = node.size();
		int index = 0;
		if (node.isObject()) {
			for (Map.Entry<String, JsonNode> member : node.properties()) {
				node(place.member(member.getKey()), member.getValue(), (--left > 0) ? "," : "", faulty);
			}
			absent(place, node);
		}
		else {
			for (JsonNode element : node) {
				node(place.element(index++), element, (--left > 0) ? "," : "", faulty);
			}
		}
		add(place.indent() + (node.isObject() ? "}" : "]") + end, faulty, false);
	}

	private static boolean isShortList(JsonNode node) {
		return node.isArray() && node.size() <= SHORT && node.valueStream()
			.allMatch((element) -> !element.isContainer() && element.toString().length() <= SHORT);
	}

	private boolean misses(Place place) {
		return this.pointer.startsWith(place.pointer() + "/")
				&& this.pointer.indexOf('/', place.pointer().length() + 1) < 0;
	}

	private void absent(Place place, JsonNode node) {
		if (misses(place)) {
			String name = this.pointer.substring(place.pointer().length() + 1).replace("~1", "/").replace("~0", "~");
			if (!node.has(name)) {
				add(place.member(name).indent() + place.member(name).label() + "(missing)", true, true);
			}
		}
	}

	private void add(String text, boolean faulty, boolean absent) {
		String shown = printable(text);
		this.lines
			.add(new Line((shown.length() > LONGEST) ? shown.substring(0, LONGEST) + "…" : shown, faulty, absent));
	}

	private List<Line> bounded() {
		if (this.lines.size() <= MOST) {
			return this.lines;
		}
		List<Line> shown = new ArrayList<>(this.lines.subList(0, MOST));
		shown.add(new Line("… it goes on: the API gives all of it", false, false));
		return shown;
	}

	/**
	 * Control characters as their symbols.
	 */
	static String printable(String text) {
		StringBuilder shown = new StringBuilder(Math.min(text.length(), LONGEST + 1));
		text.chars().limit(LONGEST + 1L).forEach((character) -> {
			boolean control = character < ' ' && character != '\t';
			shown.append(
					control ? (char) ('\u2400' + character) : (character == '\u007f') ? '\u2421' : (char) character);
		});
		return shown.toString();
	}

}
