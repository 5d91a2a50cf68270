/** One call of an operation, as far as a record tells. */
export interface TrafficCall {
  /** What names the operation: its name, or the method and the address that were asked for. */
  readonly target:
    | { readonly kind: "operation"; readonly name: string; readonly source?: string }
    | { readonly kind: "request"; readonly method: string; readonly address: string };
  /** What was sent and came back, as JSON; absent where the record does not have it. */
  readonly request?: unknown;
  readonly response?: unknown;
  /** The name of the error that came back. */
  readonly error?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
}

/** Reads a record: an event of CloudTrail, or a line of an access log. Returns nothing for what is neither. */
export function readCall(text: string): TrafficCall | undefined {
  return /^\s*\{/.test(text) ? readEvent(text) : readAccess(text);
}

function readEvent(text: string): TrafficCall | undefined {
  const event = parse(text);
  const { eventName, eventSource, requestParameters, responseElements, errorCode, eventTime } = event;
  if (typeof eventName !== "string" || eventName === "") return undefined;
  const date = typeof eventTime === "string" ? toDay(eventTime) : undefined;
  return {
    target: {
      kind: "operation",
      name: eventName,
      ...(typeof eventSource === "string" ? { source: eventSource } : {}),
    },
    ...(isObject(requestParameters) ? { request: requestParameters } : {}),
    ...(isObject(responseElements) ? { response: responseElements } : {}),
    ...(typeof errorCode === "string" && errorCode !== "" ? { error: errorCode } : {}),
    ...(date === undefined ? {} : { date }),
  };
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The common and the combined log format of Apache and nginx. */
const ACCESS =
  /^\S+ \S+ \S+ \[(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):\d{2}:\d{2}:\d{2}[^\]]{0,10}\] "([A-Z]{1,10}) ([^ "]{1,8192})(?: HTTP\/[\d.]+)?" \d{3}(?: |$)/;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function readAccess(text: string): TrafficCall | undefined {
  const [, day, month = "", year, method, address] = ACCESS.exec(text) ?? [];
  if (method === undefined || address === undefined) return undefined;
  const date = toDay(`${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, "0")}-${day}`);
  return { target: { kind: "request", method, address }, ...(date === undefined ? {} : { date }) };
}

function toDay(time: string): string | undefined {
  return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?=T|$)/.exec(time)?.[0];
}
