import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chooseShapes } from "../../packages/emit/dist/index.js";
import { operationErrors, shapeName } from "../../packages/model/dist/index.js";
import { emitSide } from "../../packages/witness/dist/emit-side.js";
import { compileFolder } from "./compile-folder.mjs";

/**
 * @import { OperationShape, ShapeId } from "@shapelog/model"
 * @import { Side } from "../../packages/witness/dist/side.js"
 */

/**
 * A type of ours and one of the client, and where they are.
 * @typedef {object} Pair
 * @property {string} place
 * @property {ShapeId} shape What both are made of, or hold a member of.
 * @property {ShapeId} [target] What that member holds.
 * @property {string} ours
 * @property {string} sdk
 */

/** @typedef {Pick<Pair, "place" | "shape" | "target"> & { readonly message: string }} Difference `message`: with the way */
/** @typedef {{ readonly clients: string, readonly client: string }} ClientPlace */

/**
 * Compares what the operations of a service take, return and throw with what a client has, both ways.
 * @param {Side} side
 * @param {ClientPlace} where
 */
export async function compareTypes(side, where) {
  const folder = join(where.clients, "node_modules/@aws-sdk", `client-${where.client}`);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const commands = new Set(readdirSync(join(folder, "dist-types/commands")));
  const { operations } = chooseShapes(side.model, side.service);
  const isThere = (/** @type {OperationShape} */ { id }) => commands.has(`${side.names.of(id)}Command.d.ts`);
  const present = operations.filter(isThere);
  const differences = await findDifferences(side, where, await pairsOf(side, present));
  return {
    version,
    checked: present.length,
    missing: operations.filter((operation) => !isThere(operation)).map(({ id }) => shapeName(id)),
    differences,
  };
}

/**
 * @param {Side} side
 * @param {readonly OperationShape[]} operations
 * @returns {Promise<Pair[]>}
 */
async function pairsOf(side, operations) {
  const { model, service, names } = side;
  const { typesOf } = await emitSide(side, "ours");
  /** @type {Map<string, Pair>} */
  const thrown = new Map();
  const messages = operations.flatMap((operation) => {
    const types = typesOf(operation.id);
    if (!types) throw new Error(`no types of ${operation.id}`);
    for (const id of operationErrors(operation, service)) {
      const name = names.of(id);
      if (model.shapes.has(id))
        thrown.set(name, {
          place: `${name} thrown`,
          shape: id,
          ours: `Extract<Ours.${types.errors}, { name: "${shapeName(id)}" }>`,
          sdk: `Sdk.${name}`,
        });
    }
    const name = names.of(operation.id);
    const input = { place: `${name} input`, shape: operation.input, ours: `Ours.${types.input}` };
    const output = { place: `${name} output`, shape: operation.output, ours: `Ours.${types.output}` };
    return [
      { ...input, sdk: `Sdk.${name}CommandInput` },
      { ...output, sdk: `Sdk.${name}CommandOutput` },
    ];
  });
  return [...messages, ...thrown.values()];
}

/**
 * Returns the pairs of types that are not assignable, once for each way.
 * @param {Side} side
 * @param {ClientPlace} where
 * @param {readonly Pair[]} pairs
 * @returns {Promise<Difference[]>}
 */
export async function findDifferences(side, { clients, client }, pairs) {
  const { files } = await emitSide(side, "ours");
  const head = [
    `import type * as Sdk from "@aws-sdk/client-${client}";`,
    'import type * as Ours from "./index.js";',
  ];
  const ways = pairs.flatMap((pair) => [
    { pair, way: "to the SDK", from: pair.ours, to: pair.sdk },
    { pair, way: "from the SDK", from: pair.sdk, to: pair.ours },
  ]);
  const lines = ways.map(
    ({ from, to }, index) => `export const v${index} = (value: ${from}): ${to} => value;`,
  );
  const check = [...head, ...lines, ""].join("\n");
  const errors = compileFolder(join(clients, "assignable", client), new Map([...files, ["check.ts", check]]));
  return errors.flatMap(({ line, message }) => {
    const found = ways[line - head.length];
    if (!found) throw new Error(message);
    return [{ ...found.pair, message: `${found.way}: ${message}` }];
  });
}
