import process from "node:process";

/**
 * Starts to say what is being done: on a terminal as one line with the seconds that it took, elsewhere as a line at the
 * beginning and one at the end.
 * @param {string} what
 */
export function startStatus(what) {
  const { stderr } = process;
  const began = Date.now();
  let detail = "";
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  const draw = () => stderr.write(`\r\u001b[2K${what} … ${[detail, seconds()].filter(Boolean).join(", ")}`);
  if (!stderr.isTTY) console.log(`${what} …`);
  const timer = stderr.isTTY ? setInterval(draw, 500) : undefined;
  return {
    /** @param {string} text */
    show(text) {
      detail = text;
    },
    /** @param {string} text What is left to read, with the time it took; nothing where it is empty. */
    end(text) {
      clearInterval(timer);
      if (stderr.isTTY) stderr.write("\r\u001b[2K");
      if (text !== "") console.log(`${text}, ${seconds()}`);
    },
  };
}
