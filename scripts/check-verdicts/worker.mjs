import { parentPort, workerData } from "node:worker_threads";
import { comparePair, filesOf, preparePair } from "./check-pair.mjs";
import { compile, RUNTIME } from "./compile.mjs";
import { openTexts } from "./find-pairs.mjs";

/** A compiler program is given no more programs' text than this: its types are all kept until it is done. */
const BATCH_LENGTH = 12_000_000;

const texts = openTexts(workerData.repository);

parentPort.on("message", async (pairs) => {
  if (pairs === undefined) {
    texts.close();
    parentPort.close();
    return;
  }
  let batch = [];
  let length = 0;
  for (const pair of pairs) {
    const prepared = await preparePair(pair, texts);
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
  parentPort.postMessage({ done: true });
});

function compileBatch(batch) {
  const files = new Map(batch.flatMap(({ files: own }) => own));
  files.set("/runtime.ts", RUNTIME);
  const errors = new Map();
  const isProgram = (path) => path.endsWith("/program.ts");
  for (const error of files.size > 1 ? compile(files, isProgram) : []) {
    errors.set(error.path, [...(errors.get(error.path) ?? []), error]);
  }
  batch.forEach(({ prepared }, index) => {
    const of = (side) => errors.get(`/${index}/${side}/program.ts`) ?? [];
    const result = comparePair(prepared, { before: of("before"), after: of("after") });
    parentPort.postMessage({ result: { ...result, programs: prepared.programs } });
  });
}
