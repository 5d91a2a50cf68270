import { SIMPLE_KINDS } from "@shapelog/model";
import type {
  AggregateShapeStatement,
  EntityShapeStatement,
  EnumShapeStatement,
  IdlVersion,
  SimpleShapeStatement,
} from "./syntax.js";

/** What a word at the beginning of a statement begins. `only` is the one version of Smithy that has it. */
export type Keyword =
  | { readonly begins: "metadata" | "namespace" | "use" | "apply" }
  | { readonly begins: "operation" }
  | { readonly begins: "simple"; readonly type: SimpleShapeStatement["type"] }
  | { readonly begins: "enum"; readonly type: EnumShapeStatement["type"]; readonly only: IdlVersion }
  | {
      readonly begins: "aggregate";
      readonly type: AggregateShapeStatement["type"];
      readonly only?: IdlVersion;
    }
  | { readonly begins: "entity"; readonly type: EntityShapeStatement["type"] };

/** The words that begin statements. Nowhere else a word is reserved. */
export const KEYWORDS: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ["metadata", { begins: "metadata" }],
  ["namespace", { begins: "namespace" }],
  ["use", { begins: "use" }],
  ["apply", { begins: "apply" }],
  ["operation", { begins: "operation" }],
  ["service", { begins: "entity", type: "service" }],
  ["resource", { begins: "entity", type: "resource" }],
  ["structure", { begins: "aggregate", type: "structure" }],
  ["union", { begins: "aggregate", type: "union" }],
  ["list", { begins: "aggregate", type: "list" }],
  ["set", { begins: "aggregate", type: "set", only: "1.0" }],
  ["map", { begins: "aggregate", type: "map" }],
  ["enum", { begins: "enum", type: "enum", only: "2.0" }],
  ["intEnum", { begins: "enum", type: "intEnum", only: "2.0" }],
  ...SIMPLE_KINDS.map((type) => [type, { begins: "simple", type }] as const),
]);
