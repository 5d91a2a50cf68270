import { createRandom } from "../../random.mjs";
import { MODEL_BOMBS } from "./model-bombs.mjs";
import {
  ENDPOINT_BOMBS,
  EXPRESSION_MODELS,
  PLENTY_MODEL,
  SELECTOR_BOMBS,
  SELECTOR_MODELS,
  VALIDATOR_BOMBS,
} from "./rule-bombs.mjs";
import { BOTOCORE_BOMBS, BUILD_FILE_BOMBS, IDL_BOMBS, JSON_BOMBS } from "./text-bombs.mjs";

/**
 * Commands to run one after the other in a folder of their own.
 *
 * @typedef {object} Case
 * @property {string} class What the table counts it under.
 * @property {string} name
 * @property {number} size
 * @property {readonly Step[]} steps
 *
 * @typedef {object} Step
 * @property {(size: number) => Record<string, string>} [files] What is written before.
 * @property {boolean} [commit] Whether all is committed then.
 * @property {readonly string[] | ((size: number) => readonly string[])} args
 * @property {boolean} [json] Whether what is printed is JSON.
 */

const VIEWS = ["text", "json", "markdown", "html", "sarif", "github", "smithy", "aws"];
const MODEL = "models/bomb/model.json";
const HISTORY = "repo/botocore/data/bomb/2020-01-01/service-2.json";
const CONFIG = JSON.stringify({
  site: { folder: "site" },
  services: {
    bomb: {
      model: MODEL,
      ledger: "models/bomb/ledger",
      package: { name: "@example/bomb", folder: "packages/bomb" },
    },
  },
});

/** @param {(size: number) => string} text */
const as =
  (/** @type {string} */ path, /** @type {(size: number) => string} */ text) =>
  (/** @type {number} */ size) => ({
    [path]: text(size),
  });

/**
 * What the commands make of one model and of a later one, by class.
 *
 * @param {import("./model-bombs.mjs").ModelBomb} bomb
 * @returns {Record<string, readonly Step[]>}
 */
function commandsOf({ before, after = before }) {
  const files = as("before.json", before);
  const both = (/** @type {number} */ size) => ({ "before.json": before(size), "after.json": after(size) });
  const project = (/** @type {number} */ size) => ({ "shapelog.config.json": CONFIG, [MODEL]: before(size) });
  const later = as(MODEL, after);
  const record = { files: project, args: ["record", "--date", "2020-01-01", "--no-changeset"] };
  return {
    validate: [{ files, args: ["validate", "before.json", "--format", "json"], json: true }],
    ...Object.fromEntries(
      VIEWS.map((view) => [
        `diff --view ${view}`,
        [
          {
            files: both,
            args: ["diff", "before.json", "after.json", "--view", view],
            json: view === "json" || view === "sarif",
          },
        ],
      ]),
    ),
    ast: [
      { files, args: ["ast", "before.json"], json: true },
      { args: ["ast", "before.json", "--to", "idl", "--out", "idl"] },
      { args: ["fmt", "idl"] },
      { args: ["ast", "idl"], json: true },
    ],
    select: [
      { files, args: ["select", "structure :test(~> string) > member", "before.json"] },
      {
        args: ["select", "$a(~> *) :recursive(>) [@: @{var|a|id} = @{id}]", "before.json", "--show", "vars"],
        json: true,
      },
    ],
    record: [record, { files: later, args: ["record", "--date", "2020-01-02"] }],
    check: [record, { files: later, args: ["check"] }],
    build: [record, { args: ["build"] }],
    site: [record, { files: later, args: ["record", "--date", "2020-01-02"] }, { args: ["site"] }],
    import: [{ files, args: ["import", "before.json", "--out", "imported.smithy", "--operations", "Run"] }],
    history: [
      { files: as(HISTORY, before), commit: true, args: ["--version"] },
      {
        files: as(HISTORY, after),
        commit: true,
        args: ["history", "repo", "--out", "out", "--workers", "1"],
      },
    ],
  };
}

/**
 * @param {readonly import("./text-bombs.mjs").TextBomb[]} bombs
 * @param {(file: string) => Record<string, readonly (readonly string[])[]>} commands
 * @returns {readonly Planned[]}
 */
function textCases(bombs, commands) {
  return bombs.flatMap(({ name, sizes, file, text }) =>
    Object.entries(commands(file)).map(([command, args]) => ({
      class: command,
      name,
      sizes,
      steps: args.map((each, index) => ({ ...(index === 0 ? { files: as(file, text) } : {}), args: each })),
    })),
  );
}

/** @typedef {Omit<Case, "size"> & { readonly sizes: readonly [number, number] }} Planned */

/** @returns {readonly Planned[]} */
function planAll() {
  const models = MODEL_BOMBS.flatMap((bomb) =>
    Object.entries(commandsOf(bomb)).map(([command, steps]) => ({
      class: command,
      name: bomb.name,
      sizes: bomb.sizes,
      steps,
    })),
  );
  /** @type {(of: string, bombs: readonly import("./model-bombs.mjs").ModelBomb[]) => readonly Planned[]} */
  const validated = (of, bombs) =>
    bombs.map(({ name, sizes, before }) => ({
      class: `validate: ${of}`,
      name,
      sizes,
      steps: [
        { files: as("model.json", before), args: ["validate", "model.json", "--format", "json"], json: true },
      ],
    }));
  const selected = SELECTOR_BOMBS.map(({ name, sizes, text }) => ({
    class: "select",
    name,
    sizes,
    steps: [
      {
        files: (/** @type {number} */ size) => ({ "model.json": PLENTY_MODEL, selector: text(size) }),
        args: ["select", "-", "model.json", "--show", "vars"],
      },
    ],
  }));
  return [
    ...models,
    ...validated("selectors", SELECTOR_MODELS),
    ...validated("validators", VALIDATOR_BOMBS),
    ...validated("JMESPath", EXPRESSION_MODELS),
    ...validated("endpoint rules", ENDPOINT_BOMBS),
    ...selected,
    ...textCases(IDL_BOMBS, (file) => ({
      "IDL text": [
        ["validate", file],
        ["ast", file],
        ["ast", "--to", "idl", file],
        ["fmt", file],
        ["fmt", "--check", file],
      ],
    })),
    ...textCases(BOTOCORE_BOMBS, (file) => ({
      "botocore text": [
        ["validate", file],
        ["ast", file],
        ["diff", file, file],
        ["import", file, "--out", "imported.smithy"],
      ],
    })),
    ...textCases(JSON_BOMBS, (file) => ({
      "JSON text": [
        ["validate", file],
        ["ast", file],
        ["diff", file, file],
      ],
    })),
    ...textCases(BUILD_FILE_BOMBS, () => ({ "smithy-build.json": [["validate"], ["ast", "."]] })),
    ...textCases(
      JSON_BOMBS.map((bomb) => ({ ...bomb, file: "shapelog.config.json" })),
      () => ({ "shapelog.config.json": [["check"], ["build"], ["site"]] }),
    ),
  ];
}

/**
 * Returns so many cases, class by class: each kind with the size that the seed gives, then each again with another.
 *
 * @param {{ readonly seed: number, readonly count?: number, readonly only?: string, readonly largest?: number }} options
 * @returns {readonly Case[]}
 */
export function planCases({ seed, count, only, largest = Number.POSITIVE_INFINITY }) {
  const random = createRandom(seed);
  const planned = planAll().filter(
    (each) => only === undefined || `${each.class} / ${each.name}`.includes(only),
  );
  const total = planned.length === 0 ? 0 : (count ?? planned.length);
  const cases = Array.from({ length: total }, (_, index) => {
    const { sizes, ...rest } = /** @type {Planned} */ (planned[index % planned.length]);
    return { ...rest, size: Math.min(pickSize(random, sizes), Math.max(largest, sizes[0])) };
  });
  const classes = [...new Set(cases.map((each) => each.class))];
  return cases.sort((a, b) => classes.indexOf(a.class) - classes.indexOf(b.class));
}

/**
 * Returns a whole number between two, small ones as likely as large ones.
 *
 * @param {() => number} random
 * @param {readonly [number, number]} range
 */
function pickSize(random, [least, most]) {
  return Math.round(least * (most / least) ** random());
}
