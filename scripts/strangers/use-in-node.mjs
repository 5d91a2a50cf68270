// A stranger with Node and plain JavaScript: what the package exports is imported from where npm put it.
import { execFileSync } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { findEntries } from "./find-entries.mjs";

/**
 * Imports every entry point of a package that is installed in a folder, and calls what it exports. Throws where anything
 * is wrong; returns how many calls there were.
 * @param {string} name
 * @param {string} home
 * @returns {number}
 */
export function useInNode(name, home) {
  const entries = findEntries(join(home, "node_modules", name));
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
