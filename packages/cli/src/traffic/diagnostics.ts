import { defineCatalog } from "@shapelog/diagnostics";

/** Diagnostics of `--traffic`. */
export const trafficDiagnostics = defineCatalog("traffic", {
  counted: {
    severity: "note",
    message: (d: { records: number; calls: number; first?: string; last?: string }) =>
      `Of ${number(d.records)} records of traffic${span(d)}, ${number(d.calls)} are calls of the operations that are compared.`,
  },
  malformed: {
    severity: "warning",
    message: (d: { count: number; example: string }) =>
      `${number(d.count)} ${d.count === 1 ? "piece" : "pieces"} of the traffic cannot be read and ${d.count === 1 ? "is" : "are"} not counted, such as: ${d.example}`,
  },
  "nothing-met": {
    severity: "warning",
    message: (d: { records: number }) =>
      d.records === 0
        ? "The traffic has no record, so it says nothing of what is used."
        : `None of ${number(d.records)} records of traffic is a call of the operations that are compared. Expected events of CloudTrail of this service, or an access log of an API with addresses of its own.`,
  },
});

function span({ first, last }: { readonly first?: string; readonly last?: string }): string {
  if (first === undefined || last === undefined) return "";
  return first === last ? ` of ${first}` : ` from ${first} to ${last}`;
}

function number(value: number): string {
  return value.toLocaleString("en-US");
}
