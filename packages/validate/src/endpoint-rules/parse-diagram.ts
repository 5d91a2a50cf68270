import { nearestDouble } from "@shapelog/model";
import { decodeBase64 } from "./decode-base64.js";
import { parseConditions } from "./parse-rules.js";
import { ARRAY, expectMember, NUMBER, type ParsedObject, type Parsing, TEXT } from "./parsing.js";
import { type Diagram, type DiagramNode, FIRST_RESULT } from "./syntax.js";

const BYTES_OF_NODE = 12;

/** Parses the conditions, nodes and root of a decision diagram (Smithy 2.0, "Binary node encoding"). */
export function parseDiagram(written: ParsedObject): Diagram | undefined {
  const { parsing } = written;
  const list = expectMember(written, "conditions", ARRAY);
  const root = expectDouble(written, "root");
  const count = expectDouble(written, "nodeCount");
  const text = expectMember(written, "nodes", TEXT);
  if (!list || root === undefined || count === undefined || text === undefined) return undefined;
  const conditions = parseConditions(parsing, list, "/conditions");
  const nodes = parseNodes(parsing, text, count);
  if (root < -1) return parsing.report("complemented-root", "/root", { root });
  if (!nodes) return undefined;
  if (root > 1 && root < FIRST_RESULT && root > nodes.length) {
    return parsing.report("unknown-root", "/root", { root, nodes: nodes.length });
  }
  return { conditions, nodes, root };
}

function expectDouble(written: ParsedObject, name: string): number | undefined {
  const number = expectMember(written, name, NUMBER);
  return number === undefined ? undefined : nearestDouble(number);
}

function parseNodes(parsing: Parsing, text: string, count: number): readonly DiagramNode[] | undefined {
  const bytes = decodeBase64(text);
  if (!bytes) return parsing.report("base64", "/nodes", {});
  const expected = count * BYTES_OF_NODE;
  if (bytes.length !== expected) {
    return parsing.report("node-bytes", "/nodes", { nodes: count, expected, found: bytes.length });
  }
  const view = new DataView(bytes.buffer);
  return Array.from({ length: count }, (_, index) => ({
    condition: view.getInt32(index * BYTES_OF_NODE),
    high: view.getInt32(index * BYTES_OF_NODE + 4),
    low: view.getInt32(index * BYTES_OF_NODE + 8),
  }));
}
