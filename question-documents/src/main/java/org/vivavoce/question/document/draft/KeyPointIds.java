package org.vivavoce.question.document.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.KeyPoint;

/**
 * Finds out which key point a text is. What panels have ticked is kept by the id of a key
 * point, so a point whose text is only corrected keeps its id, and a new point never gets
 * one that meant something else.
 */
public final class KeyPointIds {

	private static final int LONGEST = 40;

	/**
	 * From this share of common letter pairs on, a text is a correction of the other.
	 */
	private static final double ALIKE = 0.5;

	private final List<KeyPointEdit> edits;

	private final @Nullable String[] ids;

	private final Set<String> used = new HashSet<>();

	private KeyPointIds(List<KeyPointEdit> edits) {
		this.edits = edits;
		this.ids = new @Nullable String[edits.size()];
	}

	/**
	 * Give every text its id: one that is named; else that of the same text; else of the
	 * text most like it; else, when no point was added or removed, of the text in its
	 * place; else that of the same text in an older revision; else a new one.
	 * @param known key points of the current revision
	 * @param before key points of older revisions, those of the latest first
	 */
	public static List<KeyPoint> assign(List<KeyPointEdit> edits, List<KeyPoint> known, List<KeyPoint> before) {
		KeyPointIds ids = new KeyPointIds(edits);
		IntStream.range(0, edits.size()).forEach((at) -> ids.take(at, edits.get(at).id()));
		ids.same(known);
		ids.alike(known);
		if (edits.size() == known.size()) {
			IntStream.range(0, edits.size()).forEach((at) -> ids.take(at, known.get(at).id()));
		}
		ids.same(before);
		return ids.rest(Stream.concat(known.stream(), before.stream()).map(KeyPoint::id).toList());
	}

	/**
	 * Give the points of a question that nobody has ticked yet their ids.
	 */
	public static List<KeyPoint> assign(List<KeyPointEdit> edits) {
		KeyPointIds ids = new KeyPointIds(edits);
		IntStream.range(0, edits.size()).forEach((at) -> ids.take(at, edits.get(at).id()));
		return ids.rest(List.of());
	}

	private boolean take(int at, @Nullable String id) {
		boolean free = id != null && this.ids[at] == null && !this.used.contains(id);
		if (free) {
			this.ids[at] = id;
			this.used.add(Objects.requireNonNull(id));
		}
		return free;
	}

	private void same(List<KeyPoint> known) {
		for (int at = 0; at < this.edits.size(); at++) {
			String text = this.edits.get(at).text();
			for (KeyPoint point : known) {
				if (point.text().equals(text) && take(at, point.id())) {
					break;
				}
			}
		}
	}

	private record Pair(int at, int place, String id, double similarity) {

	}

	private void alike(List<KeyPoint> known) {
		List<Pair> pairs = new ArrayList<>();
		for (int at = 0; at < this.edits.size(); at++) {
			for (int place = 0; place < known.size(); place++) {
				KeyPoint point = known.get(place);
				double similarity = TextSimilarity.of(this.edits.get(at).text(), point.text());
				if (similarity >= ALIKE) {
					pairs.add(new Pair(at, place, point.id(), similarity));
				}
			}
		}
		pairs.sort(Comparator.comparingDouble(Pair::similarity)
			.reversed()
			.thenComparingInt((pair) -> Math.abs(pair.at() - pair.place())));
		pairs.forEach((pair) -> take(pair.at(), pair.id()));
	}

	private List<KeyPoint> rest(List<String> taken) {
		this.used.addAll(taken);
		List<KeyPoint> points = new ArrayList<>();
		for (int at = 0; at < this.edits.size(); at++) {
			String text = this.edits.get(at).text();
			String id = this.ids[at];
			points.add(new KeyPoint((id != null) ? id : create(text), text));
		}
		return points;
	}

	private String create(String text) {
		String slug = Slug.of(text);
		String stem = (slug.length() <= LONGEST) ? slug : slug.substring(0, LONGEST + 1).replaceAll("[-.]+[^-.]*$", "");
		String name = stem.isEmpty() ? "point" : stem.substring(0, Math.min(LONGEST, stem.length()));
		String id = IntStream.iterate(1, (number) -> number + 1)
			.mapToObj((number) -> (number == 1 && !stem.isEmpty()) ? name : name + "-" + number)
			.filter((each) -> !this.used.contains(each))
			.findFirst()
			.orElseThrow();
		this.used.add(id);
		return id;
	}

}
