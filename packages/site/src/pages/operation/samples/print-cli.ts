import type { Literal } from "./literal.js";
import { JSON_NOTATION } from "./print-json.js";
import { printLiteral } from "./print-literal.js";
import { xformName } from "./xform-name.js";

/** Names that are options of every command; the CLI gives such members names of their own. */
const GLOBAL = new Set(
  "ca-bundle cli-auto-prompt cli-binary-format cli-connect-timeout cli-error-format cli-input-json cli-input-yaml cli-pager cli-read-timeout color debug endpoint endpoint-url generate-cli-skeleton help output paginate profile query region starting-token max-items page-size sign-request v2-debug verify-ssl version".split(
    " ",
  ),
);
/** Commands whose options were reshaped by hand (`awscli/customizations`); they take JSON as any other. */
const RESHAPED = new Set(["datapipeline", "deploy", "ec2", "emr", "route53domains"]);

/** What a sample of the AWS CLI is made of. */
export interface CliCall {
  readonly service: string;
  readonly operation: string;
  readonly input: Literal;
  /** The member that is sent as a stream, which is read from a file. */
  readonly stream?: string;
  /** Whether the output is a stream, which the CLI writes to a file. */
  readonly savesStream: boolean;
}

/**
 * Returns a command of the AWS CLI: options where all members are plain, else `--cli-input-json`, in which members have
 * the model's names. Nothing in a value ends a quotation or is read as a file.
 */
export function printCli({ service, operation, input, stream, savesStream }: CliCall): string {
  const entries = input.kind === "object" ? input.entries.filter(([name]) => name !== stream) : [];
  const options = RESHAPED.has(service) ? undefined : printOptions(entries);
  const json = printLiteral({ kind: "object", entries }, JSON_NOTATION).replaceAll("'", "\\u0027");
  const given = options ?? (entries.length > 0 ? [`--cli-input-json '${json}'`] : []);
  const parts = [
    ...given,
    ...(stream === undefined ? [] : [`--${xformName(stream, "-")} fileb://file`]),
    ...(savesStream ? ["file"] : []),
  ];
  return [`aws ${service} ${xformName(operation, "-")}`, ...parts].join(" \\\n  ");
}

/** Returns an option for each member; `undefined` where one needs more than words. */
function printOptions(entries: readonly (readonly [string, Literal])[]): string[] | undefined {
  const options = entries.map(([name, value]) => {
    const option = xformName(name, "-");
    if (!/^[a-z][a-z0-9-]*$/.test(option) || GLOBAL.has(option) || option.startsWith("no-")) return undefined;
    if (value.kind === "boolean") return `--${value.value ? "" : "no-"}${option}`;
    const words = value.kind === "list" ? value.items.map(printWord) : [printWord(value)];
    if (words.length === 0 || !words.every((word) => word !== undefined)) return undefined;
    return `--${option} ${words.join(" ")}`;
  });
  return options.every((option) => option !== undefined) ? options : undefined;
}

/** Returns a value as a word of a shell; `undefined` where the CLI could take it for something else. */
function printWord(value: Literal): string | undefined {
  if (value.kind === "number") return /^-/.test(value.digits) ? undefined : value.digits;
  if (value.kind !== "text" && value.kind !== "time") return undefined;
  const { text } = value;
  if (/^-|^[[{]|:\/\/|^$/.test(text) || !/^[ -~]*$/.test(text)) return undefined;
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
