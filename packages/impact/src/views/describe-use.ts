import type { Use } from "../use.js";

/** A use in words: what is done, and to what. */
export interface DescribedUse {
  readonly verb: string;
  readonly about: string;
}

const FORMS = {
  comparison: "compares",
  case: "has a case for",
  key: "has an entry for",
  list: "lists",
  argument: "hands over",
  data: "holds",
} as const;

const REASONS = {
  any: "reads it off any",
  "dynamic-key": "reads it by a name that is worked out",
  json: "reads it from text",
  cast: "casts it away",
} as const;

/** Returns a use in a few words. */
export function describeUse(use: Use): DescribedUse {
  switch (use.kind) {
    case "call":
      return { verb: "calls", about: `${use.operation} (${use.form})` };
    case "build":
      return { verb: "builds", about: use.shape };
    case "write":
      return { verb: "sets", about: `${use.shape}.${use.member}` };
    case "read":
      return { verb: "reads", about: `${use.shape}.${use.member}` };
    case "value":
      return { verb: FORMS[use.form], about: `${use.shape} ${JSON.stringify(use.value)}` };
    case "cover":
      return { verb: use.form === "switch" ? "switches over" : "has a table of", about: use.shape };
    case "catch":
      return { verb: "catches", about: `${use.error} (by its ${use.form})` };
    case "name":
      return { verb: "imports", about: use.name };
    case "unfollowed":
      return {
        verb: "not followed:",
        about: `${use.shape === undefined ? "" : `${use.shape}: `}${REASONS[use.reason]}`,
      };
  }
}
