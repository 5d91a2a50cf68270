// Holds the examples that pages make of operations against the validators of both forms and ajv on the JSON Schemas, of the
// newest version of every service, and each sample for boto3 and the AWS CLI against Python's and the shell's parser.
//
//   node scripts/check-made-examples.mjs CLONE [--service NAME] [--every N]
//
// CLONE is a clone of boto/botocore, bare or not; build first. It needs python3 and bash. What is refused is printed: there
// are shapes that no value fits, such as one whose pattern takes longer texts than its length allows. Exits with 1 where
// more than 1 of 1,000 values is refused, where an operation has no example and no stream of events, or where a sample does
// not parse.
import { spawnSync } from "node:child_process";
import process from "node:process";
import { parseArgs } from "node:util";
import { readBotocore } from "../packages/botocore/dist/index.js";
import { runGit } from "../packages/cli/dist/git/start-git.js";
import { findShape, isEventStream, shapeName, shapesOfKind, UNIT } from "../packages/model/dist/index.js";
import { createExamples } from "../packages/site/dist/pages/operation/samples/create-examples.js";
import { judgeService } from "./check-examples/judge-service.mjs";
import { openGit } from "./open-git.mjs";

const MOST_REFUSED = 0.001;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { service: { type: "string" }, every: { type: "string", default: "1" } },
});
const [clone] = positionals;
if (!clone) {
  console.error("usage: node scripts/check-made-examples.mjs CLONE [--service NAME] [--every N]");
  process.exit(2);
}
const git = openGit(clone);
const counts = { services: 0, operations: 0, none: 0, values: 0, refused: 0, samples: 0, broken: 0 };
const services = [...(await findNewest())].filter(([name], index) =>
  values.service === undefined ? index % Number(values.every) === 0 : name === values.service,
);
for (const [name, file] of services) {
  const source = { file, text: await runGit(git, ["cat-file", "blob", `HEAD:${file}`]) };
  const { model } = readBotocore(source);
  if (!model) throw new Error(`${file} cannot be read`);
  counts.services++;
  /** @type {Record<string, { input?: unknown, output?: unknown }[]>} */
  const examples = {};
  /** @type {string[]} */
  const python = [];
  /** @type {string[]} */
  const shell = [];
  for (const operation of shapesOfKind(model, "operation")) {
    counts.operations++;
    const [example] = createExamples({ model, packageName: "@example/package" }, operation);
    if (!example) {
      if (sendsEvents(model, operation)) continue;
      counts.none++;
      console.log(`NONE ${name} ${shapeName(operation.id)}`);
      continue;
    }
    examples[shapeName(operation.id)] = [
      {
        ...(operation.input === UNIT ? {} : { input: parse(example.request ?? "{}") }),
        ...(example.response === undefined ? {} : { output: parse(example.response) }),
      },
    ];
    for (const { language, code } of example.samples) {
      if (language === "boto3") python.push(code);
      if (language === "cli") shell.push(code);
    }
  }
  for (const { id, problems } of judgeService(source, examples)) {
    counts.values++;
    if (problems.length === 0) continue;
    counts.refused++;
    console.log(`REFUSED ${name} ${id}\n  ${problems.join("\n  ")}`);
  }
  counts.samples += python.length + shell.length;
  checkSyntax(name, "python3", ["-c", "import ast, sys; ast.parse(sys.stdin.read())"], python);
  checkSyntax(name, "bash", ["-n"], shell);
}
console.log(
  `${counts.services} services, ${counts.operations} operations, ${counts.none} without an example; ` +
    `${counts.values} values, ${counts.refused} refused; ${counts.samples} samples, ${counts.broken} services whose do not parse`,
);
const isRefused = counts.refused > counts.values * MOST_REFUSED;
if (counts.services === 0 || counts.none > 0 || counts.broken > 0 || isRefused) process.exitCode = 1;

/**
 * Returns whether an operation takes a stream of events.
 * @param {import("../packages/model/dist/index.js").Model} model
 * @param {import("../packages/model/dist/index.js").OperationShape} operation
 */
function sendsEvents(model, { input }) {
  const shape = findShape(model, input);
  const members = shape?.kind === "structure" ? shape.members : [];
  return members.some(({ target }) => {
    const held = findShape(model, target);
    return held !== undefined && isEventStream(held);
  });
}

/**
 * Returns a document; nothing where it was cut.
 * @param {string} text
 */
function parse(text) {
  return text.endsWith("…") ? undefined : JSON.parse(text);
}

/** @param {string} name @param {string} command @param {readonly string[]} args @param {readonly string[]} codes */
function checkSyntax(name, command, args, codes) {
  const { status, stderr } = spawnSync(command, args, { input: codes.join("\n"), encoding: "utf8" });
  if (status === 0) return;
  counts.broken++;
  console.log(`BROKEN ${name} ${command}\n${stderr}`);
}

/** Returns the newest model of each service. */
async function findNewest() {
  const files = (await runGit(git, ["ls-tree", "-r", "--name-only", "HEAD", "botocore/data"])).split("\n");
  const models = files.filter((file) => file.endsWith("/service-2.json")).sort();
  return new Map(models.map((file) => [file.split("/").at(-3) ?? "", file]));
}
