import { InvalidArgumentError, Option } from "commander";
import type { ReviewOptions } from "../commands/review.js";
import { REVIEW_FORMATS } from "../review/review-formats.js";
import { failOnOption, serviceOption } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

/** A comment on GitHub holds 65,536 characters, and whoever posts it may add to it. */
const LIMIT = 60_000;

const BASES = `
Without --base, what is checked out is compared with what GitHub Actions or GitLab say it is meant for, else with origin/HEAD,
origin/main or origin/master. Where the two parted is found by git merge-base, so the clone has to reach back that far.`;

/** Adds `shapelog review`. */
export const addReview: AddCommand = (program, terminal, done) => {
  subcommand(program, "review", {
    description:
      "Say for reviewers what changed in every service since the branch that a change is meant for, and what check finds.",
    examples: [
      "review",
      "review --base origin/main",
      "review --format markdown > review.md",
      "review --format json --pull-request-text title-and-description.md",
    ],
  })
    .option("--base <ref>", "the branch or commit that the change is meant for")
    .addOption(serviceOption())
    .addOption(
      new Option("--format <format>", "how to print the review").choices([...REVIEW_FORMATS]).default("text"),
    )
    .addOption(failOnOption())
    .option("--pull-request-text <file>", "a file with the title and description of the pull request")
    .option("--limit <bytes>", "the most bytes of Markdown", readLimit, LIMIT)
    .addHelpText("after", BASES)
    .action(async (options: ReviewOptions) => {
      const { review } = await import("../commands/review.js");
      done(await review(terminal, options));
    });
};

function readLimit(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1000 && number <= 1_000_000) return number;
  throw new InvalidArgumentError("Expected a number from 1000 to 1000000.");
}
