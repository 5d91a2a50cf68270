import type { Shape, ShapeId } from "@shapelog/model";
import type { MixedModels } from "../resolve-models.js";

/** Two shapes that stand in the same places, the one before and the other after. */
export interface Pair {
  readonly old: ShapeId;
  readonly now: ShapeId;
}

/** A shape without traits that do not hold where it stands, as what points at it states others. */
export interface StandIn {
  readonly id: ShapeId;
  readonly traits: ReadonlySet<string>;
}

/** The shapes that two models are given so that what holds can be compared. */
export interface Pairing {
  readonly models: MixedModels;
  /** Shapes that stand in for others of the same id, and those that are added. */
  readonly before: ReadonlyMap<ShapeId, Shape>;
  readonly after: ReadonlyMap<ShapeId, Shape>;
  readonly pairs: ReadonlyMap<ShapeId, Pair>;
  /** By the shape or pair that they are of. */
  readonly stripped: ReadonlyMap<ShapeId, { readonly standIns: StandIn[] }>;
  put(id: ShapeId, old: Shape, now: Shape): void;
  /** Returns the one shape that is `old` before and `now` after; `undefined` where they have nothing in common. */
  pairTargets(old: ShapeId, now: ShapeId): ShapeId | undefined;
  /** Returns the same without traits. */
  strip(id: ShapeId, traits: readonly string[]): ShapeId;
  /** Makes the shapes that stand in for others. Afterwards nothing is paired any more. */
  finish(): void;
}
