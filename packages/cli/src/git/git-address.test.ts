import { expect, it } from "vitest";
import { parseGitInput } from "./git-address.js";

it.each([
  ["git:HEAD:a/b.json", { ref: "HEAD", path: "a/b.json" }],
  ["git:origin/main~1:./a:b", { ref: "origin/main~1", path: "./a:b" }],
  ["git:fix#12:a", { ref: "fix#12", path: "a" }],
  ["git:../clone#v1.2:a", { folder: "../clone", ref: "v1.2", path: "a" }],
  ["git:.#HEAD:a", { folder: ".", ref: "HEAD", path: "a" }],
  ["git:/a/b c.git#HEAD:a#b:c", { folder: "/a/b c.git", ref: "HEAD", path: "a#b:c" }],
  ["git:C:\\clones\\x#HEAD:a", { folder: "C:\\clones\\x", ref: "HEAD", path: "a" }],
])("%s names a file of a commit", (input, address) => {
  expect(parseGitInput(input)).toEqual(address);
});

it.each([
  ...["git:", "git:HEAD", "git:HEAD:", "git::a", "git:--all:a", "git:../clone#--all:a", "git:../clone#:a"],
  ...["git:../clone#HEAD:", "HEAD:a"],
])("%s is none", (input) => {
  expect(parseGitInput(input)).toBeUndefined();
});
