/** What `diff` can print. */
export const DIFF_VIEWS = [
  "text",
  "json",
  "markdown",
  "html",
  "sarif",
  "github",
  "junit",
  "smithy",
  "aws",
] as const;

export type DiffView = (typeof DIFF_VIEWS)[number];

/** What the views are, for help texts. */
export const DIFF_HELP = `Views:
  text      for a terminal, worst first
  json      everything, described by @shapelog/diff's schema/diff-1.json
  markdown  for a pull request
  html      a fragment for a page
  sarif     for code scanning (SARIF 2.1.0)
  github    annotations of GitHub Actions
  junit     XML for reports of tests: what counts for --fail-on fails
  smithy    the events that smithy-diff reports
  aws       what awsapichanges lists: additions alone

A policy changes severities and suppresses findings, each with a reason that every view shows but smithy and aws: these
print what those tools print, whatever the policy and --operations.

--witness makes the smallest proof of each finding that is Breaking or to be checked: a program that compiles with the
types of the model before and not with those after, or a JSON document that one side's validator takes and the other
refuses. The views text and json have the proofs. A finding that nothing confirms is at most to be checked, and each view
says so; what neither types nor documents can show, such as another endpoint, stays as it is. Takes a second or two.

--fail-on judges the findings, not what is printed: the worse of each one's severities (for deployed programs, for
programs compiled anew) under the policy, in your --operations alone. So all views of two models exit alike.`;
