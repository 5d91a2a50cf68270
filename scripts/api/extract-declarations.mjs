// What each entry point declares to those who import it, by API Extractor.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CompilerState, Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";

const COMPILER_OPTIONS = {
  target: "es2023",
  lib: ["es2023"],
  module: "nodenext",
  moduleResolution: "nodenext",
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
};

/** All that API Extractor has to say is about comments, except for these. */
const MESSAGES = {
  compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
  extractorMessageReporting: {
    default: { logLevel: ExtractorLogLevel.None },
    "ae-incompatible-release-tags": { logLevel: ExtractorLogLevel.Error },
  },
  tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
};

/**
 * @typedef {object} Extraction
 * @property {Map<string, string | undefined>} declarations By entry point, in Markdown as API Extractor prints them,
 *   without those marked `@internal`; `undefined` where the entry point as a whole is.
 * @property {string[]} problems
 * @typedef {import("./find-packages.mjs").EntryPoint & { folder: string }} FoundEntryPoint
 * @typedef {{ types: string[], typeRoots?: string[] }} NodeTypes
 */

/**
 * Returns what the entry points of packages declare. One program holds them all, which is what makes it quick.
 *
 * @param {string} root
 * @param {import("./find-packages.mjs").PublishedPackage[]} packages
 * @returns {Extraction}
 */
export function extractDeclarations(root, packages) {
  const entryPoints = packages.flatMap(({ folder, entryPoints }) =>
    entryPoints.map((entryPoint) => ({ folder, ...entryPoint })),
  );
  const missing = entryPoints.filter(({ types }) => !existsSync(types));
  if (missing.length > 0) {
    const problems = missing.map(
      ({ name, types }) => `${name}: ${types} is not there; \`npm run build\` makes it`,
    );
    return { declarations: new Map(), problems };
  }
  const reports = mkdtempSync(join(tmpdir(), "shapelog-api-"));
  try {
    return extractAll(entryPoints, reports, findNodeTypes(root));
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

/**
 * Node's own types, which declarations name (`Buffer`), where the repository has them.
 *
 * @param {string} root
 * @returns {NodeTypes}
 */
function findNodeTypes(root) {
  const typeRoot = join(root, "node_modules/@types");
  return existsSync(join(typeRoot, "node")) ? { types: ["node"], typeRoots: [typeRoot] } : { types: [] };
}

/**
 * @param {FoundEntryPoint[]} entryPoints
 * @param {string} reports
 * @param {NodeTypes} nodeTypes
 * @returns {Extraction}
 */
function extractAll(entryPoints, reports, nodeTypes) {
  /** @type {Extraction} */
  const { declarations, problems } = { declarations: new Map(), problems: [] };
  const prepared = entryPoints.map((entryPoint) => ({
    ...entryPoint,
    config: prepare(entryPoint, reports, nodeTypes),
  }));
  const [first] = prepared;
  if (!first) return { declarations, problems };
  const compilerState = CompilerState.create(first.config, {
    additionalEntryPoints: entryPoints.map(({ types }) => types),
  });
  for (const { name, types, config } of prepared) {
    if (isInternal(readFileSync(types, "utf8"))) {
      declarations.set(name, undefined);
      continue;
    }
    /** @param {import("@microsoft/api-extractor").ExtractorMessage} message */
    const messageCallback = (message) => {
      message.handled = true;
      if (message.logLevel === ExtractorLogLevel.Error) problems.push(`${name}: ${message.text}`);
    };
    Extractor.invoke(config, { compilerState, localBuild: false, messageCallback });
    declarations.set(name, readFileSync(join(reports, "entry.public.api.md"), "utf8"));
  }
  return { declarations, problems };
}

/**
 * @param {FoundEntryPoint} entryPoint
 * @param {string} reports
 * @param {NodeTypes} nodeTypes
 */
function prepare({ folder, types }, reports, nodeTypes) {
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: types,
      newlineKind: "lf",
      compiler: {
        overrideTsconfig: { compilerOptions: { ...COMPILER_OPTIONS, ...nodeTypes }, files: [types] },
      },
      apiReport: {
        enabled: true,
        includeForgottenExports: true,
        reportVariants: ["public"],
        reportFileName: "entry",
        reportFolder: join(reports, "expected"),
        reportTempFolder: reports,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: MESSAGES,
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, "package.json"),
  });
}

/**
 * Whether a file's first comment says that all of it is for our own packages.
 *
 * @param {string} text
 */
function isInternal(text) {
  const comment = /^\s*\/\*\*[\s\S]*?\*\//.exec(text)?.[0] ?? "";
  return comment.includes("@packageDocumentation") && comment.includes("@internal");
}
