import { bodyEncoding, type Model, type ServiceShape, type ShapeId } from "@shapelog/model";
import { chooseShapes, type DataShape } from "../choose-shapes.js";
import { combineNames, type Names } from "../names.js";
import { createIdentifier } from "../type-names.js";
import { findPieces, type Pieces } from "./find-pieces.js";

/** What a service's package has in wire form. */
export interface WireShapes {
  /**
   * The data shapes of a service whose bodies are JSON, and the pieces of its requests and responses. Where bodies are
   * no JSON there are pieces alone, of labels, query and headers: nobody sends the rest as JSON.
   */
  readonly shapes: readonly DataShape[];
  /** The pieces that are shapes of the model, by id, with these. */
  readonly aliases: ReadonlyMap<ShapeId, DataShape>;
  readonly pieces: Pieces;
}

/** Returns what a service's package has in wire form. */
export function chooseWireShapes(model: Model, service: ServiceShape): WireShapes {
  const pieces = findPieces(model, service);
  const bodies = bodyEncoding(service) === "json" ? chooseShapes(model, service).shapes : [];
  return { shapes: [...bodies, ...pieces.shapes], aliases: pieces.aliases, pieces };
}

/**
 * Returns whether a service's package has a wire form. It has none where bodies are no JSON and nothing stands outside
 * of them.
 */
export function hasWireForm(model: Model, service: ServiceShape): boolean {
  return bodyEncoding(service) === "json" || findPieces(model, service).shapes.length > 0;
}

/** Returns names of shapes with those of the pieces: each is its operation's or error's name with what it is. */
export function namePieces(names: Names, { titles }: Pieces): Names {
  if (titles.size === 0) return names;
  const all = new Map(names.all);
  const taken = new Set(all.values());
  for (const [id, { of, suffix }] of titles) {
    let name = createIdentifier(`${names.of(of)}${suffix}`);
    while (taken.has(name)) name = `${name}_`;
    taken.add(name);
    all.set(id, name);
  }
  return combineNames(all);
}
