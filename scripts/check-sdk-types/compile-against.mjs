import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { compile } from "../../packages/witness/dist/compile.js";

const require = createRequire(new URL("../../packages/emit-types/package.json", import.meta.url));
const SMITHY = "@smithy/types";
const SMITHY_TYPES = join(
  dirname(require.resolve(`${SMITHY}/package.json`)),
  require(`${SMITHY}/package.json`).types,
);

/** What clients import of the package that has the class of their errors; it had several names. */
const ERRORS = `import type { MetadataBearer } from "${SMITHY}";
export interface SmithyException extends Error { readonly $fault: "client" | "server"; readonly $service?: string }
export interface ServiceExceptionOptions extends Error { readonly $fault: "client" | "server" }
export declare class ServiceException extends Error implements MetadataBearer {
  readonly $fault: "client" | "server";
  $metadata: MetadataBearer["$metadata"];
  constructor(options: ServiceExceptionOptions);
}
export type ExceptionOptionType<Thrown, Base> = Omit<Thrown, keyof Base>;
`;

/**
 * Returns what TypeScript says of the programs among files that were written for our types, given a client's types in the
 * place of ours.
 * @param {ReadonlyMap<string, string>} files
 * @param {{ readonly before: string, readonly after: string }} clients
 */
export function compileAgainst(files, clients) {
  const programs = [...files].filter(([path]) => path.includes("/programs/"));
  const all = new Map([
    ...programs,
    ["/before/client.d.ts", clients.before],
    ["/after/client.d.ts", clients.after],
    ["/errors.d.ts", ERRORS],
  ]);
  return compile(all, {
    isChecked: (path) => path.includes("/programs/"),
    resolve(name, from) {
      const [, side] = /^\/(before|after)\/programs\//.exec(from) ?? [];
      if (side !== undefined) return name.endsWith("/wire") ? undefined : `/${side}/client.d.ts`;
      if (name === SMITHY || name === "@aws-sdk/types") return SMITHY_TYPES;
      return /^@(aws-sdk|smithy)\//.test(name) ? "/errors.d.ts" : undefined;
    },
  });
}
