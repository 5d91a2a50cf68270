import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { createBarProgress } from "./progress.js";

function createScreen() {
  let text = "";
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 120 });
  stream.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  // What the bar asks of a screen: to be written to, and how wide it is.
  return { stream: stream as unknown as NodeJS.WriteStream, read: () => text };
}

it("shows how far it is, the events, their rate, and the time that is left", () => {
  const { stream, read } = createScreen();
  const progress = createBarProgress(stream);
  progress.start(200);
  progress.add(100, 1234);
  progress.stop();
  expect(read()).toMatch(/50 %, 1,234 events, [\d,]+\/s, \S+ left/);
});

it("shows no share where nobody knows how much there is", () => {
  const { stream, read } = createScreen();
  const progress = createBarProgress(stream);
  progress.start(undefined);
  progress.add(100, 1234);
  progress.stop();
  expect(read()).toContain("1,234 events, ");
  expect(read()).not.toContain("%");
});
