import { groupBy } from "../../knowledge/group-by.js";
import { type MemberUse, usesByContainer } from "../../knowledge/uses-by-container.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

const HTTP_HEADER = "smithy.api#httpHeader";

/** The characters of a header's name (RFC 9110, section 5.6.2). */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]*$/;

/** Headers that HTTP clients, servers and proxies set themselves. */
const TAKEN: ReadonlySet<string> = new Set([
  "authorization",
  "connection",
  "content-length",
  "expect",
  "host",
  "max-forwards",
  "proxy-authenticate",
  "server",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "user-agent",
  "www-authenticate",
  "x-forwarded-for",
]);

type Problem =
  | { readonly kind: "taken" | "characters"; readonly header: string }
  | { readonly kind: "repeated"; readonly header: string; readonly members: readonly string[] };

/** Headers that cannot be bound, or that two members are bound to (Smithy 2.0, "httpHeader trait"). */
export const httpHeaderTrait = defineRule({
  name: "HttpHeaderTrait",
  events: {
    HttpHeaderTrait: { severity: "error", message: describe },
  },
  *validate(context, event) {
    for (const [structure, uses] of usesByContainer(context, HTTP_HEADER)) {
      for (const use of uses) {
        const header = headerOf(use);
        const kind = findProblem(header);
        const place = { shape: use.id, trait: HTTP_HEADER, severity: "danger" } as const;
        if (kind) yield event("HttpHeaderTrait", place, { kind, header });
      }
      if (structure.kind !== "structure") continue;
      for (const [header, same] of groupBy(uses, (use) => headerOf(use).toLowerCase())) {
        if (same.length < 2) continue;
        const members = same.map(({ member }) => member.name);
        yield event("HttpHeaderTrait", { shape: structure.id }, { kind: "repeated", header, members });
      }
    }
  },
});

function describe(d: Problem): string {
  switch (d.kind) {
    case "taken":
      return `The header "${d.header}" is set by HTTP clients or servers themselves. Bind another header.`;
    case "characters":
      return `"${d.header}" is not the name of a header: it has characters that RFC 9110 does not allow there.`;
    case "repeated":
      return `The members ${listNames(d.members)} are all bound to the header "${d.header}". Give each its own.`;
  }
}

function headerOf({ value }: MemberUse): string {
  return typeof value === "string" ? value : "";
}

function findProblem(header: string): "taken" | "characters" | undefined {
  if (TAKEN.has(header.toLowerCase())) return "taken";
  return TOKEN.test(header) ? undefined : "characters";
}
