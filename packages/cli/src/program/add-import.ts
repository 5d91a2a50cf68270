import { INPUT_HELP } from "../inputs/input-help.js";
import { splitNames } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

/** Adds `shapelog import`. */
export const addImport: AddCommand = (program, terminal, done) => {
  subcommand(program, "import", {
    description: "Write a model file from a botocore or Smithy file and a list of operations.",
    examples: [
      "import service-2.json --service cognito-identity-provider --operations AdminListUserAuthEvents",
      "import git:HEAD:models/s3.json --out models/s3/model.smithy --operations GetObject,PutObject --no-docs",
    ],
  })
    .argument("<source>", "the model to take from")
    .option("--service <name>", "write the model file of this service of shapelog.config.json")
    .option("--out <file>", "write this file")
    .option("--operations <names>", "comma-separated operation names (default: all)", splitNames)
    .option("--no-docs", "leave the source's documentation out; texts the model file already has are kept")
    .addHelpText("after", `\n${INPUT_HELP}`)
    .action(
      async (
        source: string,
        options: { service?: string; out?: string; operations?: string[]; docs: boolean },
      ) => {
        const { importModel } = await import("../commands/import.js");
        done(await importModel(terminal, source, options));
      },
    );
};
