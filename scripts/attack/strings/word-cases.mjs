import { scanPrinted } from "./print-cases.mjs";
import { scanBytes, scanText } from "./scan.mjs";

/** @import { Case } from "./cases.mjs" */
/** @import { Workspace } from "./workspace.mjs" */

/** So many strings of a workspace are each a word of a command line. */
const WORDS = 12;

/**
 * A case that runs a command for some of the strings, one by one.
 * @param {string} name
 * @param {(text: string) => readonly string[]} toArgs
 * @returns {Case}
 */
function words(name, toArgs) {
  return {
    name,
    async check({ run, strings }) {
      for (const { text } of strings.slice(0, WORDS)) {
        const problem = scanPrinted(await run(toArgs(text)), scanText);
        if (problem) return problem;
      }
      return undefined;
    },
  };
}

/** @type {readonly Case[]} */
export const wordCases = [
  words("explain", (text) => ["explain", text]),
  words("unknown command", (text) => [text]),
  words("unknown option", (text) => ["diff", `--${text}`, "a", "b"]),
  words("bad choice", (text) => ["diff", "before.json", "after.json", "--view", text]),
  words("unknown operation", (text) => ["diff", "before.json", "after.json", "--operations", text]),
  words("unknown input", (text) => ["diff", text, "after.json"]),
  words("git input", (text) => ["ast", `git:HEAD:${text}`]),
  words("ledger input", (text) => ["ast", `ledger:${text}@2022-01-01`]),
  words("selector", (text) => ["select", text, "after.json"]),
  words("policy", (text) => ["diff", "before.json", "after.json", "--policy", text]),
  words("unknown service", (text) => ["check", "--service", text]),
  words("site port", (text) => ["site", "--serve", "--port", text]),
  words("fmt path", (text) => ["fmt", text]),
  { name: "title and note", check: titles },
  { name: "file names", check: fileNames },
  { name: "configuration", check: configurations },
];

/** @param {Workspace} workspace */
async function titles({ run, strings }) {
  for (const { text } of strings.slice(0, WORDS)) {
    const given = ["--title", text, "--note", text, "--date", "2022-08-18"];
    const printed = await run(["diff", "before.json", "after.json", "--view", "aws", ...given]);
    const problem = scanPrinted(printed, scanBytes);
    if (problem) return problem;
  }
  return undefined;
}

/** @param {Workspace} workspace */
async function fileNames({ run, strings, write, read }) {
  const model = read("after.json");
  for (const { text } of strings.slice(0, WORDS)) {
    const name = text
      .replace(/[/\0]/g, "_")
      .replace(/\p{Surrogate}/gu, "\ufffd")
      .slice(0, 40);
    write(`files/${name}/x${name}.json`, '{"smithy": "2.0", "shapes": {"a.b#c": {"type": "x"}}}');
    write(`idl/${name}.smithy`, "namespace a.b\nstring  S\n");
    write(`models/x${name}.json`, model);
    for (const args of [
      ["validate", `files/${name}`],
      ["validate", `models/x${name}.json`],
      ["select", "*", `models/x${name}.json`],
      ["fmt", "idl", "--check"],
      ["import", "after.json", "--out", `out/${name}.smithy`],
    ]) {
      const problem = scanPrinted(await run(args), scanText);
      if (problem) return `${args[0]}: ${problem}`;
    }
  }
  return undefined;
}

/** @param {Workspace} workspace */
async function configurations({ run, strings, write }) {
  for (const { text } of strings.slice(0, WORDS)) {
    for (const config of toConfigurations(text)) {
      write("shapelog.config.json", JSON.stringify(config));
      for (const args of [["check"], ["check", "--format", "json"], ["record", "--note", text]]) {
        const printed = await run(args);
        const problem = scanPrinted(printed, args.includes("json") ? scanBytes : scanText);
        if (problem) return `${args[0]}: ${problem}`;
      }
    }
  }
  return undefined;
}

/** @param {string} text */
function toConfigurations(text) {
  const service = {
    model: `${text}.json`,
    ledger: "ledger",
    package: { name: text || "x", folder: "packages/x" },
  };
  return [
    { services: { [text]: service } },
    { services: { events: service } },
    { [text]: 1 },
    { services: {}, policy: text || "x" },
  ];
}
