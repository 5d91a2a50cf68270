import { InvalidArgumentError, Option } from "commander";
import type { SiteOptions } from "../commands/site.js";
import { replaceOption } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

const SITE_HELP = `shapelog.config.json may say the site's title, baseUrl and folder under "site", and the folder of Markdown whose
pages are its guides. The folder of the site has to be new or empty, or one that holds a site of this command: files that
the command did not write are never replaced or removed.`;

/** Adds `shapelog site`. */
export const addSite: AddCommand = (program, terminal, done) => {
  subcommand(program, "site", {
    description: "Write the documentation and changelog site of the configured services, or of a history.",
    examples: [
      "site",
      "site --serve --watch",
      "site --service cognito-identity-provider --out /tmp/site --serve --port 0",
      "site --base-url https://docs.example.com/",
      "site --history history --out /tmp/aws --base-url https://aws.example.com/",
    ],
  })
    .option(
      "--history <folder>",
      "make the site of this folder, which shapelog history wrote; no configuration is needed",
    )
    .option(
      "--service <names>",
      "work on these services alone, with commas between them (default: all); of a history, others stay as they are",
    )
    .option("--out <folder>", "write the site here (default: the configured folder, or site beside it)")
    .addOption(
      new Option(
        "--base-url <url>",
        "the absolute address the site will have, for feeds, the sitemap and canonical links",
      ).env("SITE_BASE_URL"),
    )
    .option("--title <text>", "the site's name (default: API documentation)")
    .option("--version-url <url>", "where a source's version can be read: an address with {version} in it")
    .option("--commit-url <url>", "where a source's commit can be read: an address with {commit} in it")
    .addOption(
      new Option(
        "--twins <how>",
        "Markdown and JSON beside each page, or packed as JSON lines (default: beside; packed for a history of many services)",
      ).choices(["beside", "packed"]),
    )
    .option("--redirects <file>", "addresses of a site before this one, as JSON; they lead to today's")
    .option("--workers <count>", "how many threads render a history (default: one for each core)", parseCount)
    .addOption(
      new Option("--format <format>", "how to print what was made of a history")
        .choices(["text", "json"])
        .default("text"),
    )
    .addOption(replaceOption())
    .option("--serve", "serve the site on this computer, until Ctrl+C", false)
    .option("--port <number>", "the port to serve on; 0 is any that is free (default: 4173)")
    .option(
      "--watch",
      "write it again when a model, a ledger, a guide or the configuration changes, until Ctrl+C",
      false,
    )
    .addHelpText("after", `\n${SITE_HELP}`)
    .action(async (options: Omit<SiteOptions, "describeCommands">) => {
      const { site } = await import("../commands/site.js");
      const { describeCommands } = await import("../guides/describe-commands.js");
      const ofCommands = (group: string) => describeCommands(program, group);
      done(await site(terminal, { ...options, describeCommands: ofCommands }));
    });
};

function parseCount(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError("Expected a number.");
  return Number(text);
}
