import { readFileSync } from "node:fs";
import { kindsText } from "@shapelog/testing/kinds-text";
import { afterAll, describe, expect, it } from "vitest";
import { BOT, startGithub, TOKEN } from "./github.js";
import { createPullRequest, MODEL, removeTemplate } from "./pull-request.js";

const MARK = "<!-- shapelog:review -->";
const WITH_VALUE = kindsText(["IN", "OUT", "UP"]);
const BREAKING = kindsText(["IN", "OUT"], { input: "@required\n        Text: String" });
const COMMENTS = "/repos/acme/events/issues/7/comments";

afterAll(removeTemplate);

describe("the comment", () => {
  it("is written once, and then over", async () => {
    const github = await startGithub();
    const pull = createPullRequest();
    pull.change(WITH_VALUE);
    const first = await pull.run(github);
    expect([first.exit, first.log]).toEqual([0, expect.stringContaining("title=response.enum.value-added")]);
    expect(first.outputs).toEqual({
      outcome: "nothing-found",
      verdict: "check",
      bump: "minor",
      comment: "created",
      "comment-url": "https://github.test/c/1",
    });
    const [comment] = github.comments;
    expect(comment?.body).toMatch(
      /^\*\*Check your code\*\*: 1 to check, in 1 of 1 service\. Release: \*\*minor\*\*\.\n/,
    );
    expect(comment?.body.trimEnd().endsWith(MARK)).toBe(true);
    expect(first.summary).toContain("+ added `UP`");
    expect((await pull.run(github)).outputs.comment).toBe("unchanged");
    pull.change(BREAKING);
    const third = await pull.run(github);
    expect([third.exit, third.outputs.comment, third.outputs.verdict]).toEqual([1, "updated", "breaking"]);
    expect(github.comments.map(({ body }) => body.split("\n")[0])).toEqual([
      expect.stringMatching(/^\*\*Breaking\*\*: /),
    ]);
    expect(github.writes()).toEqual([`POST ${COMMENTS}`, "PATCH /repos/acme/events/issues/comments/1"]);
  });

  it("is not made where nothing changed, and says so where it was made before", async () => {
    const github = await startGithub();
    const pull = createPullRequest();
    pull.git("commit", "--quiet", "--allow-empty", "--message", "Nothing");
    const first = await pull.run(github);
    expect([first.exit, first.outputs.comment, first.outputs.verdict]).toEqual([0, "none", ""]);
    expect(github.comments).toEqual([]);
    github.add(BOT, `**Breaking**: 1 breaking.\n\n${MARK}\n`);
    expect((await pull.run(github)).outputs.comment).toBe("updated");
    expect(github.comments[0]?.body).toMatch(
      /^\*\*Nothing changed\*\* in 1 service\. .*\n\n<!-- shapelog:review -->\n$/,
    );
  });

  it("is told from those of others, whatever they wrote, on whichever page it is", async () => {
    const github = await startGithub();
    const pull = createPullRequest();
    pull.change(WITH_VALUE);
    github.add("mallory", `Mine.\n\n${MARK}`);
    for (let index = 0; index < 150; index++) github.add("alice", "Words.");
    github.add(BOT, `Of another action, which quotes \`${MARK}\`.`);
    const own = github.add(BOT, `Old.\n\n${MARK}\n`);
    const second = github.add(BOT, `Of another run at the same time.\n\n${MARK}\n`);
    const { outputs } = await pull.run(github);
    expect([outputs.comment, outputs["comment-url"]]).toEqual(["updated", `https://github.test/c/${own.id}`]);
    expect(github.writes()).toEqual([
      `DELETE /repos/acme/events/issues/comments/${second.id}`,
      `PATCH /repos/acme/events/issues/comments/${own.id}`,
    ]);
    expect(github.comments[0]?.body).toBe(`Mine.\n\n${MARK}`);
  });

  it("says where the rest is, where a comment does not hold all", async () => {
    const github = await startGithub();
    const pull = createPullRequest();
    const members = (required: string) =>
      Array.from({ length: 900 }, (_, index) => `${required}Member${index}: String`).join("\n        ");
    pull.write(MODEL, kindsText(["IN"], { input: members("") }));
    pull.commit();
    pull.git("update-ref", "refs/remotes/origin/main", "HEAD");
    pull.write(MODEL, kindsText(["IN"], { input: members("@required\n        ") }));
    const { summary, outputs } = await pull.run(github);
    const body = github.comments[0]?.body ?? "";
    expect(outputs.comment).toBe("created");
    expect(body.length).toBeLessThan(65_536);
    expect(body).toMatch(/\n\*And \d+ more: run `npx shapelog review --base [0-9a-f]{12}`\*\n/);
    expect(body).toContain("[summary of the job](https://github.test/acme/events/actions/runs/99)");
    expect(body.trimEnd().endsWith(MARK)).toBe(true);
    expect(summary.match(/^- \*\*`Member/gm)).toHaveLength(900);
  });

  it("is not made without a pull request, or where nobody wants it", async () => {
    const github = await startGithub();
    const pull = createPullRequest();
    pull.change(WITH_VALUE);
    const pushed = await pull.run(github, {
      event: {},
      env: { GITHUB_EVENT_NAME: "push", GITHUB_BASE_REF: "" },
    });
    expect([pushed.exit, pushed.outputs.comment, pushed.outputs.verdict]).toEqual([0, "none", "check"]);
    const unwanted = await pull.run(github, {
      inputs: { comment: "false", token: "", annotations: "false" },
    });
    expect([unwanted.exit, unwanted.outputs.comment, unwanted.log]).toEqual([0, "none", ""]);
    expect(github.requests).toEqual([]);
  });
});

describe("a token that cannot write", () => {
  const answer = ({ method, path }: { readonly method: string; readonly path: string }) =>
    method === "GET" || path === "/graphql"
      ? undefined
      : { status: 403, message: "Resource not accessible by integration" };

  it("does not fail those who send a pull request from a fork", async () => {
    const github = await startGithub();
    github.answer = answer;
    const pull = createPullRequest();
    pull.change(WITH_VALUE);
    const head = { repo: { full_name: "stranger/events" } };
    const { exit, log, outputs, summary } = await pull.run(github, {
      event: { pull_request: { number: 7, head } },
    });
    expect([exit, outputs.comment, outputs.outcome]).toEqual([0, "refused", "nothing-found"]);
    expect(log).toContain("::notice title=Shapelog::No comment was written, as pull requests from forks");
    expect(summary).toContain("+ added `UP`");
  });

  it("is a mistake of the workflow elsewhere, which says the permission", async () => {
    const github = await startGithub();
    github.answer = answer;
    const pull = createPullRequest();
    pull.change(WITH_VALUE);
    const { exit, log, outputs } = await pull.run(github);
    expect([exit, outputs.comment, outputs.outcome]).toEqual([4, "failed", "nothing-found"]);
    expect(log).toContain("permissions: pull-requests: write");
  });
});

describe("an API that fails", () => {
  it("is asked again, and what was done in spite of it is not done twice", async () => {
    const github = await startGithub();
    const pull = createPullRequest();
    pull.change(WITH_VALUE);
    const headers = { "retry-after": "0" };
    let failures = 0;
    github.answer = ({ method }) => {
      if (method !== "POST" || failures > 0) return undefined;
      failures++;
      return { status: 502, headers, isDone: true };
    };
    const { exit, outputs } = await pull.run(github);
    expect([exit, outputs.comment]).toEqual([0, "unchanged"]);
    expect(github.comments).toHaveLength(1);
  });

  it.each([
    ["of its own", 500, {}],
    ["as it was asked too often", 403, { "x-ratelimit-remaining": "0" }],
  ])("is asked again when it fails %s", async (_, status, more) => {
    const github = await startGithub();
    const pull = createPullRequest();
    pull.change(WITH_VALUE);
    let failures = 0;
    github.answer = () => (failures++ < 2 ? { status, headers: { "retry-after": "0", ...more } } : undefined);
    const { exit, outputs } = await pull.run(github);
    expect([exit, outputs.comment]).toEqual([0, "created"]);
  });

  it("for good is told of, in a way of its own", async () => {
    const github = await startGithub();
    github.answer = () => ({ status: 503, headers: { "retry-after": "0" }, message: "Down" });
    const pull = createPullRequest();
    pull.change(WITH_VALUE);
    const { exit, outputs, log } = await pull.run(github);
    expect([exit, outputs.comment, outputs.outcome]).toEqual([4, "failed", "nothing-found"]);
    expect(log).toContain(
      "::error title=Shapelog::The comment could not be written: GitHub answered 503: Down",
    );
    expect(github.requests).toHaveLength(4);
  });
});

describe("how the step ends", () => {
  it.each([
    ["error", 1, "found"],
    ["never", 0, "nothing-found"],
  ])("with fail-on %s", async (failOn, exit, outcome) => {
    const github = await startGithub();
    const pull = createPullRequest();
    pull.change(BREAKING);
    const ran = await pull.run(github, { inputs: { "fail-on": failOn } });
    expect([ran.exit, ran.outputs.outcome, ran.outputs.comment]).toEqual([exit, outcome, "created"]);
  });

  it("where it could not check, which the comment says", async () => {
    const github = await startGithub();
    const pull = createPullRequest();
    pull.change(WITH_VALUE);
    pull.write(MODEL, "structure {");
    const ran = await pull.run(github, { inputs: { "fail-on": "never" } });
    expect([ran.exit, ran.outputs.outcome]).toEqual([2, "could-not-check"]);
    expect(github.comments[0]?.body).toMatch(/^\*\*Could not compare 1 of 1 service\*\*/);
    const lost = await pull.run(github, { inputs: { base: "none" } });
    expect([lost.exit, lost.outputs.outcome, lost.outputs.comment]).toEqual([
      2,
      "could-not-check",
      "updated",
    ]);
    expect(github.comments[0]?.body).toContain("`cli/missing-base`");
  });

  it.each([
    [{ "fail-on": "sometimes" }, "The input fail-on"],
    [{ comment: "yes" }, "The input comment"],
    [{ token: "" }, "The input token is empty"],
    [{ "working-directory": "none" }, "There is no folder none"],
    [{ "working-directory": "../.." }, "@shapelog/cli is not installed"],
  ])("where the workflow is wrong: %j", async (inputs, message) => {
    const github = await startGithub();
    const pull = createPullRequest();
    const { exit, log } = await pull.run(github, { inputs });
    expect([exit, log]).toEqual([2, expect.stringContaining(`::error title=Shapelog::${message}`)]);
    expect(github.requests).toEqual([]);
  });
});

it("sends the token to the API alone, and shows it nowhere", async () => {
  const github = await startGithub();
  const pull = createPullRequest();
  pull.change(WITH_VALUE);
  const body = "Ein neuer Wert. ".repeat(70_000);
  const head = { repo: { full_name: "acme/events" } };
  const event = { pull_request: { number: 7, title: "Neu", body, head } };
  const { exit, log, summary, outputs } = await pull.run(github, { event, env: { GITHUB_TOKEN: TOKEN } });
  expect(exit).toBe(0);
  expect(JSON.stringify([log, summary, outputs, github.comments])).not.toContain(TOKEN);
  expect(new Set(github.requests.map(({ token }) => token))).toEqual(new Set([`Bearer ${TOKEN}`]));
});

it("has its inputs and outputs in action.yml, as it reads and writes them", () => {
  const text = readFileSync(new URL("../action.yml", import.meta.url), "utf8");
  const names = (key: string) =>
    [...(text.split(`\n${key}:\n`)[1]?.split(/\n\w/)[0] ?? "").matchAll(/^ {2}([\w-]+):$/gm)].map(
      ([, name]) => name,
    );
  const inputs = readFileSync(new URL("../src/inputs.mjs", import.meta.url), "utf8");
  expect(names("inputs").filter((name) => !inputs.includes(`"${name}"`))).toEqual([]);
  expect(names("inputs")).toHaveLength(7);
  expect(names("outputs")).toEqual(["outcome", "verdict", "bump", "comment", "comment-url"]);
  expect(text).toContain("using: node24\n  main: src/main.mjs");
});
