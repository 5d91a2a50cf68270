import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createService, type Workspace } from "./workspace.js";

const MODULES = fileURLToPath(new URL("../../../node_modules", import.meta.url));
/** What the `tsconfig.json` of each program says. */
export const TSCONFIG = JSON.stringify({
  compilerOptions: {
    ...{ target: "es2022", module: "nodenext", strict: true, noEmit: true, types: [] },
    paths: { "@example/events": ["../packages/events/src/index.ts"] },
  },
  include: ["src"],
});

/** Returns a service whose package is built, with programs that depend on it, and the tool's packages installed. */
export async function createRepository(programs: Readonly<Record<string, string>>): Promise<Workspace> {
  const workspace = await createService();
  await workspace.run("record", "--changeset-only");
  mkdirSync(join(workspace.folder, "node_modules"));
  for (const scope of ["@shapelog", "@smithy"])
    symlinkSync(join(MODULES, scope), join(workspace.folder, "node_modules", scope), "junction");
  for (const [name, text] of Object.entries(programs)) {
    workspace.write(
      `${name}/package.json`,
      `{ "type": "module", "dependencies": { "@example/events": "*" } }`,
    );
    workspace.write(`${name}/tsconfig.json`, TSCONFIG);
    workspace.write(`${name}/src/app.ts`, `import type { AuthEvent } from "@example/events";\n${text}`);
  }
  return workspace;
}

/** Compares with a value that is gone after the change. */
export const OLD = `export const passed = (event: AuthEvent) => event.EventResponse === "Success";\n`;
/** Compares with one that came. */
export const NEW = `export const passed = (event: AuthEvent) => event.EventResponse === "Pass";\n`;
