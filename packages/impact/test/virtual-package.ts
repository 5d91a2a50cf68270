import { type Comparison, compareModels } from "@shapelog/diff";
import { emitTypes } from "@shapelog/emit-types";
import { findServices, type Model } from "@shapelog/model";
import { modelOf } from "@shapelog/testing";
import ts from "typescript";
import type { Consumer } from "../src/find-impact.js";

const NAME = "@example/sign-ins";

const MANIFEST = JSON.stringify({
  name: NAME,
  version: "1.0.0",
  type: "module",
  exports: {
    ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
    "./schemas": { types: "./dist/schemas.d.ts", default: "./dist/schemas.js" },
  },
  dependencies: { "@shapelog/runtime": "*" },
});

/** Returns the declarations of a model's package, as if it were installed for a project. */
export async function packageOf(model: Model, project: string): Promise<ReadonlyMap<string, string>> {
  const [service] = findServices(model);
  if (!service) throw new Error("the model has no service");
  const { files } = await emitTypes(model, { service, packageName: NAME, source: NAME });
  const folder = `${project}/node_modules/${NAME}`;
  return new Map(
    files.map(({ path, text }) => [
      `${folder}/${path.replace(/^src\//, "dist/").replace(/\.ts$/, ".d.ts")}`,
      text,
    ]),
  );
}

/** Returns a project that has files besides those on disk. */
export function consumerOf(project: string, files: ReadonlyMap<string, string>): Consumer {
  const { config } = ts.readConfigFile(`${project}/tsconfig.json`, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, project);
  const all = new Map([...files, [`${project}/node_modules/${NAME}/package.json`, MANIFEST]]);
  const base = ts.createCompilerHost(options);
  const isFolder = (path: string) => [...all.keys()].some((file) => file.startsWith(`${path}/`));
  const host: ts.CompilerHost = {
    ...base,
    fileExists: (path) => all.has(path) || base.fileExists(path),
    readFile: (path) => all.get(path) ?? base.readFile(path),
    directoryExists: (path) => isFolder(path) || (base.directoryExists?.(path) ?? true),
    realpath: (path) => (all.has(path) ? path : (base.realpath?.(path) ?? path)),
    getSourceFile(path, languageVersion, onError) {
      const text = all.get(path);
      return text === undefined
        ? base.getSourceFile(path, languageVersion, onError)
        : ts.createSourceFile(path, text, languageVersion);
    },
  };
  return { rootNames: fileNames, options, host };
}

/** Compares two models that are given as IDL. */
export function compareTexts(before: string, after: string): Comparison {
  const side = (label: string, text: string) => ({ label, model: modelOf(text) });
  return compareModels(side("before", before), side("after", after));
}
