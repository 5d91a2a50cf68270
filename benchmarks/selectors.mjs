// Times selectors on one model: the selectors of all trait definitions, then some that walk far.
//
//   node benchmarks/selectors.mjs MODEL [--rounds 3]
import { readFileSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import { createSelection, parseSelector, selectShapes } from "@shapelog/model/selectors";
import { loadModel, readDefinitions } from "@shapelog/smithy";

const FAR = [
  "* ~>",
  "service ~> operation -[input, output]-> ~> member",
  "list :not(> member ~> :is(float, double, document))",
  "structure :test(~> structure [trait|error])",
  ":not([trait|trait]) :not(< *)",
  "member :not(< structure <-[input, output]- operation)",
  ":recursive(<) string",
  "string :in(:root(service ~> operation -[input]-> ~> string))",
  `service $outputs(~> operation -[output]-> ~> string) ~> operation -[input]-> ~> string :not(:in(\${outputs}))`,
  "operation $input(-[input]-> > member) -[output]-> > member :not([@: @{id|member} = @{var|input|id|member}])",
];

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "3" } },
});
const [file] = positionals;
if (file === undefined) {
  console.error("Usage: node benchmarks/selectors.mjs MODEL [--rounds N]");
  process.exit(2);
}

const { model } = loadModel([{ file, text: readFileSync(file, "utf8") }]);
const definitions = readDefinitions();
const texts = [...definitions.shapes.values()].flatMap(({ traits }) => {
  const definition = /** @type {{ selector?: string } | undefined} */ (traits["smithy.api#trait"]);
  return definition?.selector ?? [];
});
for (let round = 1; round <= Number(values.rounds); round++) {
  const { value: selection, ms: prepared } = time(() => createSelection(model, { definitions }));
  const { value: selectors, ms: parsed } = time(() => texts.map(parse));
  const { value: yielded, ms } = time(() =>
    selectors.reduce((sum, selector) => sum + selectShapes(selection, selector).length, 0),
  );
  console.log(
    `round ${round}: ${selection.shapes.length} shapes and members prepared in ${print(prepared)}, ` +
      `${texts.length} selectors parsed in ${print(parsed)} and evaluated in ${print(ms)} (${yielded} ids)`,
  );
  if (round < Number(values.rounds)) continue;
  const slowest = selectors
    .map((selector) => ({ text: selector.text, ms: time(() => selectShapes(selection, selector)).ms }))
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 5);
  for (const { text, ms: one } of slowest) console.log(`  ${print(one)}  ${text.replaceAll(/\s+/g, " ")}`);
  for (const text of FAR) {
    const selector = parse(text);
    const { value, ms: one } = time(() => selectShapes(selection, selector).length);
    console.log(`  ${print(one)}  ${text} (${value} ids)`);
  }
}

/** @param {string} text */
function parse(text) {
  const { selector } = parseSelector(text);
  if (!selector) throw new Error(`${text} is no selector`);
  return selector;
}

/**
 * @template Value
 * @param {() => Value} run
 */
function time(run) {
  const start = process.hrtime.bigint();
  const value = run();
  return { value, ms: Number(process.hrtime.bigint() - start) / 1e6 };
}

/** @param {number} ms */
function print(ms) {
  return `${ms.toFixed(1)} ms`.padStart(9);
}
