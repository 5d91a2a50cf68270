import type { Plugin } from "rolldown";

/** Writes the entry point for programs: an ECMAScript module with the names that the bundled one has. */
export function exportIndex(): Plugin {
  return {
    name: "export-index",
    generateBundle(_, bundle) {
      const index = bundle["index.cjs"];
      if (index?.type !== "chunk") throw new Error("the bundle has no index");
      const names = [...index.exports].sort().join(", ");
      const source = `import index from "./index.cjs";\nexport const { ${names} } = index;\n`;
      this.emitFile({ type: "asset", fileName: "index.js", source });
    },
  };
}
