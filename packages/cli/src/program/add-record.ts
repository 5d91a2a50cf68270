import { type Command, InvalidArgumentError, Option } from "commander";
import type { RecordMode, RecordOptions } from "../record/record-options.js";
import { serviceOption, splitNames } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

interface RecordFlags {
  readonly service?: string;
  readonly date?: string;
  readonly allowFuture?: boolean;
  readonly note?: string;
  readonly source?: string;
  readonly from?: string | true;
  readonly operations?: readonly string[];
  readonly vendorNote?: string;
  readonly sourceVersion?: string;
  readonly sourceCommit?: string;
  readonly force?: string;
  readonly changeset: boolean;
  readonly places: boolean;
  readonly dryRun?: boolean;
  readonly amend?: boolean;
  readonly undo?: boolean;
  readonly rebase?: boolean;
  readonly onto?: string;
  readonly changesetOnly?: boolean;
  readonly seal?: boolean;
  readonly renameFrom?: string;
  readonly accept?: readonly string[];
  readonly because?: string;
  readonly by?: string;
}

/** What is done in place of recording a change, by the names of the options for it. */
const MODES = {
  amend: "amend",
  undo: "undo",
  rebase: "rebase",
  changesetOnly: "repair",
  seal: "seal",
  renameFrom: "rename",
} as const satisfies Partial<Record<keyof RecordFlags, RecordMode>>;

/** Adds `shapelog record`. */
export const addRecord: AddCommand = (program, terminal, done) => {
  const command = subcommand(program, "record", {
    description: "Append a model edit to the ledger and write its changeset.",
    examples: [
      'record --service cognito-identity-provider --note "AuthEventType has RiskScore."',
      "record --date 2026-06-01 --source botocore --source-version 1.43.19 --source-commit ffc371cd8",
      "record --from git:../botocore#origin/HEAD:botocore/data/cognito-idp/2016-04-18 --dry-run",
      "record --dry-run",
      "record --all",
      'record --amend --note "What I meant."',
      "record --undo",
      'record --service cognito-identity-provider --accept 605c4fcede10 --because "Nobody compares them."',
      "record --rebase",
      "record --rebase --onto 2026-06-01-1a2b3c4d",
      "record --changeset-only",
      "record --seal",
    ],
  });
  addWhatIsRecorded(command);
  addModes(command);
  addAcceptance(command);
  command.action(async (flags: RecordFlags) => {
    const { record } = await import("../commands/record.js");
    done(await record(terminal, recordOptions(flags)));
  });
};

function addWhatIsRecorded(command: Command): void {
  command
    .addOption(serviceOption())
    .addOption(
      new Option("--all", "record every service that changed, as without --service").conflicts([
        ...["service", "amend", "undo", "renameFrom", "onto"],
      ]),
    )
    .option("--date <date>", "the day of the change, YYYY-MM-DD (default: today)")
    .option("--allow-future", "take a --date that is after today")
    .option(
      "--note <text>",
      "what the change is about, as Markdown (default: asked for on a terminal, else written from the findings)",
    )
    .option(
      "--from [input]",
      "take what is new in a vendor's model first: an input, or without one what the configuration follows",
    )
    .option("--operations <names>", "with --from: operations to take besides those of the model", splitNames)
    .option(
      "--vendor-note <file>",
      "with --from: a file with the vendor's note (default: the one that the input has)",
    )
    .option("--source <name>", "where the model came from, such as botocore")
    .option("--source-version <version>", "the release it came in")
    .option("--source-commit <commit>", "the commit it came in")
    .option("--force <reason>", "record a model that has errors; the reason stands in the ledger")
    .option("--no-changeset", "write the ledger entry alone")
    .option(
      "--no-places",
      "do not compile the programs here that use the package, nor name the lines that are affected in the changeset",
    )
    .option("--dry-run", "say what would be written, and write nothing");
}

function addAcceptance(command: Command): void {
  command
    .addOption(
      new Option(
        "--accept <finding>",
        "live with this finding of what is recorded, or of an earlier revision; can be given again",
      )
        .argParser((id: string, others: readonly string[] | undefined) => [...(others ?? []), id])
        .conflicts(["undo", "rebase", "changesetOnly", "renameFrom", "seal"]),
    )
    .option("--because <reason>", "with --accept: why; every view shows it")
    .option("--by <name>", "with --accept: who decided it (default: user.name of git)");
}

function addModes(command: Command): void {
  const taken = ["from", "operations", "vendorNote"];
  const given = ["date", "note", "source", "sourceVersion", "sourceCommit"];
  const others = (own: string, ...more: readonly string[]) => [
    ...Object.keys(MODES).filter((name) => name !== own),
    ...taken,
    ...more,
  ];
  command
    .addOption(
      new Option("--amend", "make the last revision, which is not released, anew from the model").conflicts(
        others("amend"),
      ),
    )
    .addOption(
      new Option("--undo", "remove the last revision, which is not released, and its changeset").conflicts(
        others("undo", ...given, "force"),
      ),
    )
    .addOption(
      new Option("--rebase", "after a merge, put one branch's revisions behind the other's").conflicts(
        others("rebase", ...given),
      ),
    )
    .option(
      "--onto <revision>",
      "with --rebase: the branch that has this revision stays (default: the one that is released, that git's main branch has, or that is older)",
    )
    .addOption(
      new Option(
        "--changeset-only",
        "record nothing; put changesets, their releases and facts blocks right",
      ).conflicts(others("changesetOnly", ...given, "force")),
    )
    .addOption(
      new Option(
        "--rename-from <name>",
        "record nothing; have the ledger of a service that was called so go by --service",
      ).conflicts(others("renameFrom", ...given, "force")),
    )
    .addOption(
      new Option(
        "--seal",
        "record nothing; seal the revisions that have no seal, so that an edit of them is found",
      ).conflicts(others("seal", ...given, "force")),
    );
}

function recordOptions(flags: RecordFlags): RecordOptions {
  const { source, sourceVersion, sourceCommit, onto, rebase, force, from } = flags;
  if (from === undefined && (flags.operations ?? flags.vendorNote) !== undefined)
    throw new InvalidArgumentError("--operations and --vendor-note need --from.");
  if (from === undefined && source === undefined && (sourceVersion ?? sourceCommit) !== undefined) {
    throw new InvalidArgumentError("--source-version and --source-commit need --source.");
  }
  if (onto !== undefined && rebase !== true) throw new InvalidArgumentError("--onto needs --rebase.");
  const accept = readAcceptance(flags);
  if (force?.trim() === "") throw new InvalidArgumentError("--force needs a reason.");
  const [name] = Object.keys(MODES).filter((key) => flags[key as keyof typeof MODES] !== undefined);
  const mode = name === undefined ? "append" : MODES[name as keyof typeof MODES]; // a key of it, by the line above
  return {
    ...pick(flags, [
      "service",
      "date",
      "allowFuture",
      "note",
      "force",
      "changeset",
      "places",
      "dryRun",
      "onto",
      "renameFrom",
      "operations",
      "vendorNote",
    ]),
    mode,
    ...(from === undefined ? {} : { from: from === true ? ("configured" as const) : { input: from } }),
    ...(from === undefined ? {} : pick(flags, ["sourceVersion", "sourceCommit"])),
    ...(accept === undefined ? {} : { accept }),
    ...(source === undefined
      ? {}
      : {
          source: {
            name: source,
            ...(sourceVersion === undefined ? {} : { version: sourceVersion }),
            ...(sourceCommit === undefined ? {} : { commit: sourceCommit }),
          },
        }),
  };
}

function readAcceptance({ accept, because, by }: RecordFlags): RecordOptions["accept"] {
  if (accept === undefined) {
    if (because !== undefined) throw new InvalidArgumentError("--because needs --accept.");
    if (by !== undefined) throw new InvalidArgumentError("--by needs --accept.");
    return undefined;
  }
  const reason = because?.trim() ?? "";
  if (reason === "") throw new InvalidArgumentError('--accept needs a reason: --because "...".');
  if (by?.trim() === "") throw new InvalidArgumentError("--by needs a name.");
  return { findings: [...new Set(accept)], because: reason, ...(by === undefined ? {} : { by: by.trim() }) };
}

/** Returns the flags of these names that are given. */
function pick<Key extends keyof RecordFlags>(
  flags: RecordFlags,
  keys: readonly Key[],
): Pick<RecordFlags, Key> {
  const entries = keys.flatMap((key) => (flags[key] === undefined ? [] : [[key, flags[key]]]));
  return Object.fromEntries(entries) as Pick<RecordFlags, Key>; // of these keys alone
}
