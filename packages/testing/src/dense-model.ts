import { createModel, type Model } from "@shapelog/model";
import { createShapes } from "./create-shapes.js";

export interface DenseModelOptions {
  readonly structures: number;
  /** How many members of other structures each has. */
  readonly references: number;
  readonly operations: number;
  /** So many of the structures, spread evenly, have a member `added`. Default: 0. */
  readonly added?: number;
}

/**
 * Returns a model whose structures refer to each other at random, the same on each run: with a few dozen of them there are
 * more paths than anybody can follow. Each operation has one of the structures in its input, and one in its output.
 */
export function denseModel({ structures, references, operations, added = 0 }: DenseModelOptions): Model {
  const { shape, member, operation, service } = createShapes("dense");
  const random = createRandom();
  const reference = (name: string) => member(name, `S${random() % structures}`);
  const every = Math.ceil(structures / added);
  const types = range(structures).map((index) => {
    const members = [...range(references).map((each) => reference(`m${each}`)), member("text", "String")];
    return shape(
      "structure",
      `S${index}`,
      added > 0 && index % every === 0 ? [...members, member("added", "String")] : members,
    );
  });
  const calls = range(operations).flatMap((index) => [
    shape("structure", `In${index}`, [reference("a")]),
    shape("structure", `Out${index}`, [reference("a")]),
    operation(`Op${index}`, { input: `In${index}`, output: `Out${index}` }),
  ]);
  const names = range(operations).map((index) => `Op${index}`);
  return createModel([...types, ...calls, service("Dense", names)]);
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index);
}

/** Marsaglia's xorshift of 32 bits. */
function createRandom(): () => number {
  let state = 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
