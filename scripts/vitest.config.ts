import { mergeConfig } from "vitest/config";
import shared from "../vitest.shared.js";

export default mergeConfig(shared, {
  cacheDir: "../node_modules/.vite",
  test: { include: ["**/*.test.mjs"] },
});
