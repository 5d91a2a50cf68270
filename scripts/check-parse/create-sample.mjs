import { outlineAt } from "../../packages/runtime/dist/outline.js";

/** @import { Outline, PlaceOutline } from "../../packages/runtime/dist/outline.js" */

/** What JSON has of simple shapes, by their signs in schemas. */
const SIMPLE = new Map(
  /** @type {[number, unknown[]][]} */ ([
    [0, ["", "text", "***"]],
    [1, [0, -1.5, 12, "NaN", "-Infinity"]],
    [2, [true, false]],
    [4, [0, 1_700_000_000.25, -1]],
    [5, ["2022-08-18T00:00:00Z", "2022-08-18T01:02:03.4567Z"]],
    [6, ["Thu, 18 Aug 2022 01:02:03 GMT"]],
    [7, [0, 1_700_000_000.25]],
    [15, [{ a: [1, null] }, "text", 1]],
    [17, [12]],
    [19, [1.5]],
    [21, ["", "aGk/"]],
  ]),
);

/** Values of shapes that hold themselves end here. */
const MAX_DEPTH = 8;

/**
 * Returns a value of JSON at random for the outline of a schema: members are there or not, lists and maps have a few items.
 * @param {Outline} outline
 * @param {{ random: () => number, jsonName: boolean }} options
 * @returns {any}
 */
export function createSample(outline, options, depth = 0) {
  const { random, jsonName } = options;
  const count = depth > MAX_DEPTH ? 0 : Math.floor(random() * 3);
  const sampleOf = (/** @type {PlaceOutline} */ place) => createSample(outlineAt(place), options, depth + 1);
  switch (outline.kind) {
    case "simple": {
      const all = SIMPLE.get(outline.sign) ?? [];
      return all[Math.floor(random() * all.length)] ?? null; // a stream is not in JSON
    }
    case "list":
      return Array.from({ length: count }, () => sampleOf(outline.item));
    case "map":
      return Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`key${index}`, sampleOf(outline.value)]),
      );
    case "union": {
      const member = outline.members[Math.floor(random() * outline.members.length)];
      if (!member || depth > MAX_DEPTH) return { unheardOf: 1 };
      return { [jsonName ? member.jsonName : member.name]: sampleOf(member) };
    }
    default: {
      const share = depth === 0 ? 0.8 : depth > MAX_DEPTH ? 0 : 0.5;
      const members = outline.members.filter(() => random() < share);
      return Object.fromEntries(
        members.map((member) => [jsonName ? member.jsonName : member.name, sampleOf(member)]),
      );
    }
  }
}
