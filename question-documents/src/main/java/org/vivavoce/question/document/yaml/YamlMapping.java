package org.vivavoce.question.document.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.source.Faults;

/**
 * One mapping of a YAML document, with the faults of its keys and values. Any plain value
 * counts as the text that was written, also {@code no} and {@code 2.10}.
 */
final class YamlMapping {

	private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.TIMESTAMP, Tag.MERGE);

	private final int line;

	private final Map<String, Node> values = new LinkedHashMap<>();

	private final Map<String, Integer> lines = new LinkedHashMap<>();

	private final Faults faults;

	private YamlMapping(int line, Faults faults) {
		this.line = line;
		this.faults = faults;
	}

	/**
	 * Read a node that must be a mapping.
	 * @param what names it in messages
	 * @param known its keys
	 * @return null when it is no mapping, which is a fault
	 */
	static @Nullable YamlMapping of(Node node, String what, List<String> known, Faults faults) {
		if (!(node instanceof MappingNode mapping) || !Tag.MAP.equals(node.getTag())) {
			faults.add(YamlDocument.line(node), what + " must be a mapping with the keys " + String.join(", ", known));
			return null;
		}
		YamlMapping read = new YamlMapping(YamlDocument.line(node), faults);
		mapping.getValue().forEach((entry) -> read.take(entry, known));
		return read;
	}

	private void take(NodeTuple entry, List<String> known) {
		int at = YamlDocument.line(entry.getKeyNode());
		String key = plain(entry.getKeyNode());
		if (key == null || !known.contains(key)) {
			this.faults.add(at, "unknown key" + ((key != null) ? " " + FieldRules.quote(key) : "")
					+ "; the keys here are " + String.join(", ", known));
		}
		else if (this.values.putIfAbsent(key, entry.getValueNode()) != null) {
			this.faults.add(at, "'" + key + "' is given twice, first in line " + this.lines.get(key));
		}
		else {
			this.lines.put(key, at);
		}
	}

	private static @Nullable String plain(Node node) {
		return (node instanceof ScalarNode scalar && PLAIN.contains(scalar.getTag())) ? scalar.getValue().strip()
				: null;
	}

	int line() {
		return this.line;
	}

	/**
	 * Where the value of a key is, or the mapping when there is none.
	 */
	int line(String key) {
		return this.lines.getOrDefault(key, this.line);
	}

	boolean has(String key) {
		return this.values.containsKey(key);
	}

	/**
	 * A text without space around it.
	 * @return null when it is missing or no plain value; both are faults
	 */
	@Nullable String text(String key) {
		Node node = required(key);
		if (node == null) {
			return null;
		}
		String text = Tag.NULL.equals(node.getTag()) ? "" : plain(node);
		if (text == null) {
			this.faults.add(line(key), "'" + key + "' must be text");
		}
		return text;
	}

	/**
	 * A text within its rules, else an empty one and a fault.
	 */
	String text(String key, int most) {
		String text = text(key);
		String fault = (text != null) ? FieldRules.text(key, text, most) : null;
		if (fault != null) {
			this.faults.add(line(key), fault);
		}
		return (text != null && fault == null) ? text : "";
	}

	String text(String key, int most, String otherwise) {
		return has(key) ? text(key, most) : otherwise;
	}

	/**
	 * An id, else an empty text and a fault.
	 */
	String id() {
		String text = text("id");
		String fault = (text != null) ? FieldRules.id("id", text) : null;
		if (fault != null) {
			this.faults.add(line("id"), fault);
		}
		return (text != null && fault == null) ? text : "";
	}

	/**
	 * The entries of a list within its size, else none and a fault.
	 */
	List<Node> list(String key, int most) {
		Node node = required(key);
		if (node == null) {
			return List.of();
		}
		if (!(node instanceof SequenceNode sequence) || !Tag.SEQ.equals(node.getTag())) {
			this.faults.add(line(key), "'" + key + "' must be a list");
			return List.of();
		}
		String fault = FieldRules.size(sequence.getValue().size(), most);
		if (fault != null) {
			this.faults.add(line(key), "'" + key + "' " + fault);
			return List.of();
		}
		return sequence.getValue();
	}

	@Nullable Node node(String key) {
		return this.values.get(key);
	}

	private @Nullable Node required(String key) {
		Node node = this.values.get(key);
		if (node == null) {
			this.faults.add(this.line, "'" + key + "' is missing");
		}
		return node;
	}

}
