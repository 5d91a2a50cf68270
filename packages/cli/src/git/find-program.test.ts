import { describe, expect, it } from "vitest";
import { findProgram, keepSafePath } from "./find-program.js";

describe("a program", () => {
  it.each([
    ["in the first folder that has it", "/bin:/usr/bin", "linux", "/usr/bin/git"],
    ["not in the current folder", ":.:bin:/usr/bin:", "linux", "/usr/bin/git"],
    ["not among the programs of packages", "/clone/node_modules/.bin:/usr/bin", "linux", "/usr/bin/git"],
    ["not in the current folder on Windows", "C:\\Windows;C:\\Git\\cmd", "win32", "C:\\Git\\cmd\\git.exe"],
    ["not relative to a drive", "C:tools;\\tools;.;;C:\\Git\\cmd", "win32", "C:\\Git\\cmd\\git.exe"],
    ["in a folder in quotes", '"C:\\Git;cmd";"C:\\Git\\cmd"', "win32", "C:\\Git\\cmd\\git.exe"],
    ["on another machine", "\\\\files\\git", "win32", "\\\\files\\git\\git.exe"],
    ["nowhere", "", "linux", undefined],
  ] as const)("is found %s", (_, path, platform, expected) => {
    const there = [
      "/usr/bin/git",
      "C:\\Git\\cmd\\git.exe",
      "\\\\files\\git\\git.exe",
      "/clone/node_modules/.bin/git",
    ];
    const relative = [
      "git",
      "./git",
      "bin/git",
      ".\\git.exe",
      "git.exe",
      "C:tools\\git.exe",
      "\\tools\\git.exe",
    ];
    const canRun = (file: string) => [...there, ...relative].includes(file);
    expect(findProgram("git", { path, platform, canRun })).toBe(expected);
  });

  it("is what can be run, and no folder", () => {
    expect(findProgram("bin", { path: "/usr" })).toBeUndefined();
    expect(findProgram("passwd", { path: "/etc" })).toBeUndefined();
  });
});

it("leaves in PATH what depends on no folder that a command runs in", () => {
  expect(keepSafePath("/a:.::b:/c/node_modules/.bin:/d", "linux")).toBe("/a:/d");
  expect(keepSafePath("C:\\a;.;;b;C:\\c\\node_modules\\.bin\\;D:/d", "win32")).toBe("C:\\a;D:/d");
});
