import { walkNodes } from "../data/path-rows.js";
import type { OperationView } from "../pages/operation/operation-view.js";
import type { TypeView } from "../pages/type/type-view.js";
import type { ServiceRecord } from "../record/service-record.js";
import { findValues } from "../tree/value-nodes.js";
import type { SearchRow } from "./search-row.js";

/** The fields and values of a service, by the places where readers find them. */
export interface NameIndex {
  readonly addOperation: (view: OperationView) => void;
  /** To be called when all operations have been added: what they show is found there. */
  readonly addType: (view: TypeView) => void;
  readonly rows: readonly SearchRow[];
}

/** Returns an empty index. Each name of each type has one row; what operations take and give themselves counts as one type. */
export function createNameIndex(record: ServiceRecord): NameIndex {
  const rows: SearchRow[] = [];
  const seen = new Set<string>();
  const add = (container: string | undefined, { name, what, present, url }: NamedPlace) => {
    const kind = `${present ? "" : "removed "}${what}`;
    const key = JSON.stringify([kind, container ?? "", name]);
    if (seen.has(key)) return;
    seen.add(key);
    rows.push([name, kind, url]);
  };
  return {
    rows,
    addOperation(view) {
      const roots = new Set([...view.request, ...view.response]);
      walkNodes(view, (node, field) => {
        const place = { present: node.present, url: `${view.record.url.slice(1)}#${node.anchor}` };
        if ("value" in node) add(field.type.shape, { name: String(node.value), what: "value", ...place });
        else add(roots.has(node) ? undefined : node.container, { name: node.name, what: "field", ...place });
      });
    },
    addType({ record: type, members, values, moreValues }) {
      const page = type.url.slice(1);
      for (const { name, anchor, present } of members)
        add(type.id, { name, what: "field", present, url: `${page}#${anchor}` });
      for (const { value, anchor, present } of values)
        add(type.id, { name: String(value), what: "value", present, url: `${page}#${anchor}` });
      if (moreValues === 0) return;
      const stays = type.stretches.map((stretch) => ({ ...stretch, target: type.id }));
      for (const { value, present } of findValues(stays, { timeline: record.timeline, at: type.at }))
        add(type.id, { name: String(value), what: "value", present, url: page });
    },
  };
}

interface NamedPlace {
  readonly name: string;
  readonly what: "field" | "value";
  readonly present: boolean;
  readonly url: string;
}
