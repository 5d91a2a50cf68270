// What differs between the model that a case expects and the one it gives, a line each.
import { equalNodes, equalShapes } from "@shapelog/model";

/** @import { Model } from "@shapelog/model" */

/**
 * @param {Model} expected
 * @param {Model} actual
 * @returns {string[]} Empty where the models are equal.
 */
export function describeDifference(expected, actual) {
  const lines = [];
  for (const id of new Set([...expected.shapes.keys(), ...actual.shapes.keys()])) {
    const [wanted, found] = [expected.shapes.get(id), actual.shapes.get(id)];
    if (wanted && found && equalShapes(wanted, found)) continue;
    lines.push(`expected ${JSON.stringify(wanted)}`, `got      ${JSON.stringify(found)}`);
  }
  for (const key of new Set([...expected.metadata.keys(), ...actual.metadata.keys()])) {
    const [wanted, found] = [expected.metadata.get(key), actual.metadata.get(key)];
    if (equalNodes(wanted, found)) continue;
    lines.push(`expected metadata ${key} = ${JSON.stringify(wanted)}`, `got      ${JSON.stringify(found)}`);
  }
  return lines;
}
