import { InvalidArgumentError } from "commander";
import { serviceOption } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

interface RecordFlags {
  readonly service?: string;
  readonly date?: string;
  readonly note?: string;
  readonly source?: string;
  readonly sourceVersion?: string;
  readonly sourceCommit?: string;
  readonly changeset: boolean;
  readonly changesetOnly?: boolean;
}

/** Adds `shapelog record`. */
export const addRecord: AddCommand = (program, terminal, done) => {
  subcommand(program, "record", {
    description: "Append a model edit to the ledger and write its changeset.",
    examples: [
      'record --service cognito-identity-provider --note "AuthEventType has RiskScore."',
      "record --date 2026-06-01 --source botocore --source-version 1.43.19 --source-commit ffc371cd8",
      "record --changeset-only",
    ],
  })
    .addOption(serviceOption())
    .option("--date <date>", "the day of the change, YYYY-MM-DD (default: today)")
    .option("--note <text>", "what the change is about, as Markdown")
    .option("--source <name>", "where the model came from, such as botocore")
    .option("--source-version <version>", "the release it came in")
    .option("--source-commit <commit>", "the commit it came in")
    .option("--no-changeset", "write the ledger entry alone")
    .option("--changeset-only", "record nothing; put changesets and facts blocks right")
    .action(async (flags: RecordFlags) => {
      const { record } = await import("../commands/record.js");
      done(await record(terminal, recordOptions(flags)));
    });
};

function recordOptions(flags: RecordFlags) {
  const { service, date, note, source, sourceVersion, sourceCommit, changeset, changesetOnly } = flags;
  if (source === undefined && (sourceVersion !== undefined || sourceCommit !== undefined)) {
    throw new InvalidArgumentError("--source-version and --source-commit need --source.");
  }
  return {
    ...(service === undefined ? {} : { service }),
    ...(date === undefined ? {} : { date }),
    ...(note === undefined ? {} : { note }),
    ...(source === undefined
      ? {}
      : {
          source: {
            name: source,
            ...(sourceVersion === undefined ? {} : { version: sourceVersion }),
            ...(sourceCommit === undefined ? {} : { commit: sourceCommit }),
          },
        }),
    changeset,
    changesetOnly: changesetOnly ?? false,
  };
}
