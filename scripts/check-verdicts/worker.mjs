import { parentPort, workerData } from "node:worker_threads";
import { comparePair, filesOf, preparePair } from "./check-pair.mjs";
import { compile } from "./compile.mjs";
import { openTexts } from "./find-pairs.mjs";

/**
 * @import { CompilerError, PreparedPair } from "./check-pair.mjs"
 * @import { Pair } from "./find-pairs.mjs"
 */

/** A compiler program is given no more programs' text than this: its types are all kept until it is done. */
const BATCH_LENGTH = 12_000_000;

/** @typedef {{ prepared: PreparedPair, files: ReturnType<typeof filesOf> }} Batched */

if (!parentPort) throw new Error("this runs as a worker of check-verdicts.mjs");
const port = parentPort;
const texts = openTexts(workerData.repository);

port.on("message", async (/** @type {readonly Pair[] | undefined} */ pairs) => {
  if (pairs === undefined) {
    texts.close();
    port.close();
    return;
  }
  /** @type {Batched[]} */
  let batch = [];
  let length = 0;
  for (const pair of pairs) {
    const prepared = await preparePair(pair, texts, workerData.profile);
    if (!prepared) continue;
    const files = filesOf(prepared, `/${batch.length}`);
    batch.push({ prepared, files });
    length += files.reduce((sum, [, text]) => sum + text.length, 0);
    if (length < BATCH_LENGTH) continue;
    compileBatch(batch);
    batch = [];
    length = 0;
  }
  compileBatch(batch);
  port.postMessage({ done: true });
});

/** @param {readonly Batched[]} batch */
function compileBatch(batch) {
  const files = new Map(batch.flatMap(({ files: own }) => own));
  /** @type {Map<string, CompilerError[]>} */
  const errors = new Map();
  const isProgram = (/** @type {string} */ path) => path.endsWith("/program.ts");
  for (const error of files.size > 0 ? compile(files, isProgram) : []) {
    errors.set(error.path, [...(errors.get(error.path) ?? []), error]);
  }
  batch.forEach(({ prepared }, index) => {
    const of = (/** @type {string} */ side) => errors.get(`/${index}/${side}/program.ts`) ?? [];
    const result = comparePair(prepared, { before: of("before"), after: of("after") });
    port.postMessage({ result: { ...result, programs: prepared.programs } });
  });
}
