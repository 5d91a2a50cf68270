// A stranger with Node and plain JavaScript: what the package exports is imported from where npm put it.
import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { readManifest } from "../public-packages.mjs";
import { findEntries } from "./find-entries.mjs";

/**
 * Imports every entry point of a package that is installed in a folder, and calls what it exports. Throws where anything
 * is wrong; returns how many calls there were.
 * @param {string} name
 * @param {string} home
 * @returns {number}
 */
export function useInNode(name, home) {
  const folder = join(home, "node_modules", name);
  const foreign = findForeignCode(folder);
  if (foreign.length > 0) throw new Error(`${name}: ${foreign.slice(0, 10).join("; ")}`);
  const entries = findEntries(folder);
  cpSync(new URL("try-package.mjs", import.meta.url), join(home, "try-package.mjs"));
  const script = `
    import { tryPackage } from "./try-package.mjs";
    ${entries
      .map(({ specifier, kind }, index) => {
        const from = JSON.stringify(specifier);
        return kind === "json"
          ? `import json${index} from ${from} with { type: "json" }; if (typeof json${index} !== "object") throw 1;`
          : `import * as code${index} from ${from};`;
      })
      .join("\n")}
    console.log(JSON.stringify(tryPackage({
      ${entries.flatMap(({ specifier, kind }, index) => (kind === "code" ? `${JSON.stringify(specifier)}: code${index},` : [])).join("\n")}
    })));
  `;
  writeFileSync(join(home, "use-in-node.mjs"), script);
  // No code may be made of text: what runs here runs under any policy.
  const args = ["--no-warnings", "--disallow-code-generation-from-strings", "use-in-node.mjs"];
  const { problems, calls } = JSON.parse(
    execFileSync(process.execPath, args, { cwd: home, encoding: "utf8" }),
  );
  if (problems.length > 0) throw new Error(`${name} in Node: ${problems.slice(0, 10).join("; ")}`);
  return calls;
}

/**
 * Returns what a package's code has that runs in Node alone, or makes code of text, or imports what the package does not
 * declare.
 * @param {string} folder
 */
function findForeignCode(folder) {
  const { dependencies = {} } = readManifest(folder);
  return readdirSync(join(folder, "dist"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".js"))
    .flatMap((path) => {
      const text = readFileSync(join(folder, "dist", path), "utf8");
      const imports = [...text.matchAll(/^(?:import|export)\b[^;]*?\bfrom "([^".][^"]*)"/gm)].map(
        ([, from = ""]) => from,
      );
      const undeclared = imports.filter(
        (from) => !Object.keys(dependencies).some((each) => from === each || from.startsWith(`${each}/`)),
      );
      const made = [...text.matchAll(/\b(?:require|eval|Function)\(/g)].map(([found]) => found);
      return [...undeclared, ...made].map((found) => `${path} has ${found}`);
    });
}
