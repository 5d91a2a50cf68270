import { SEVERITIES } from "@shapelog/diagnostics";
import { InvalidArgumentError, Option } from "commander";
import { DIAGNOSTIC_FORMATS } from "../diagnostic-formats.js";

/** Returns the option that says which findings make the command fail. */
export function failOnOption(): Option {
  return new Option("--fail-on <severity>", "exit 1 at findings this severe")
    .choices([...SEVERITIES, "never"])
    .default("error");
}

/** Returns the option that says how diagnostics are printed. */
export function formatOption(): Option {
  return new Option("--format <format>", "how to print what is found")
    .choices([...DIAGNOSTIC_FORMATS])
    .default("text");
}

/** Returns the option that picks services of the configuration. */
export function serviceOption(): Option {
  return new Option(
    "--service <names>",
    "work on these services of shapelog.config.json alone, with commas between them (default: all)",
  );
}

/** Returns the option that says what may be written over. */
export function replaceOption(): Option {
  return new Option(
    "--replace <paths...>",
    "write over these files, or those in these folders, though others wrote or changed them",
  );
}

/** Returns the option that says what operations are the reader's own. */
export function operationsOption(): Option {
  return new Option(
    "--operations <names>",
    "your operations, comma-separated, or used with --traffic; the others are shown, not counted",
  ).argParser(splitNames);
}

/** Returns the option that names files of traffic. */
export function trafficOption(): Option {
  return new Option(
    "--traffic <files...>",
    "say how often it was used: events of CloudTrail or an access log, gzip or not; - for the standard input",
  );
}

/** Returns the names of a comma-separated list. */
export function splitNames(text: string): string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.includes("")) throw new InvalidArgumentError("Expected names with commas between them.");
  return names;
}
