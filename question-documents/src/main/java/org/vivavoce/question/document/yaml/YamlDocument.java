package org.vivavoce.question.document.yaml;

import java.io.StringReader;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.StreamReader;

import org.vivavoce.question.document.source.DocumentLimits;
import org.vivavoce.question.document.source.Faults;
import org.vivavoce.question.document.source.Interruption;

/**
 * The syntax of one YAML document. Only nodes are made of it, never objects; aliases are
 * refused, for they let a small document stand for a huge one.
 */
final class YamlDocument {

	private YamlDocument() {
	}

	/**
	 * The root of a document.
	 * @return null when the document has faults or is empty, which is a fault too
	 */
	static @Nullable Node read(String text, Faults faults) {
		checkCharacters(text, faults);
		if (faults.any()) {
			return null;
		}
		try {
			checkEvents(yaml().parse(new StringReader(text)), faults);
			if (faults.any()) {
				return null;
			}
			Node root = yaml().compose(new StringReader(text));
			if (root == null || Tag.NULL.equals(root.getTag())) {
				faults.add(1, "the document is empty");
				return null;
			}
			return root;
		}
		catch (MarkedYAMLException ex) {
			Mark mark = (ex.getProblemMark() != null) ? ex.getProblemMark() : ex.getContextMark();
			faults.add((mark != null) ? line(mark) : 1, "this is not YAML: " + ex.getProblem());
		}
		catch (YAMLException ex) {
			faults.add(1, "this is not YAML: " + ex.getMessage());
		}
		return null;
	}

	private static void checkCharacters(String text, Faults faults) {
		int line = 1;
		for (int at = 0; at < text.length() && !faults.full();) {
			int character = text.codePointAt(at);
			if (!StreamReader.isPrintable(character)) {
				faults.add(line, "the character U+%04X is not allowed".formatted(character));
			}
			line += (character == '\n') ? 1 : 0;
			at += Character.charCount(character);
		}
	}

	private static void checkEvents(Iterable<Event> events, Faults faults) {
		int depth = 0;
		int nodes = 0;
		for (Event event : events) {
			Interruption.check();
			nodes += (event instanceof NodeEvent) ? 1 : 0;
			switch (event) {
				case AliasEvent alias ->
					faults.add(line(alias.getStartMark()), "aliases are not supported: *" + alias.getAnchor());
				case CollectionStartEvent start -> depth++;
				case CollectionEndEvent end -> depth--;
				default -> {
				}
			}
			if (depth > DocumentLimits.DEPTH) {
				faults.add(line(event.getStartMark()),
						"the document is nested deeper than " + DocumentLimits.DEPTH + " levels");
				return;
			}
			if (nodes > DocumentLimits.NODES) {
				faults.add(line(event.getStartMark()),
						"the document has more than " + DocumentLimits.NODES + " keys, values, lists and mappings");
			}
			if (faults.full() || nodes > DocumentLimits.NODES) {
				return;
			}
		}
	}

	static int line(Mark mark) {
		return mark.getLine() + 1;
	}

	static int line(Node node) {
		return line(node.getStartMark());
	}

	private static Yaml yaml() {
		LoaderOptions options = new LoaderOptions();
		options.setMaxAliasesForCollections(0);
		options.setNestingDepthLimit(DocumentLimits.DEPTH);
		options.setCodePointLimit(DocumentLimits.LARGEST);
		// nothing is constructed; a tag that is not allowed is a fault with its line
		options.setTagInspector((tag) -> true);
		return new Yaml(new SafeConstructor(options));
	}

}
