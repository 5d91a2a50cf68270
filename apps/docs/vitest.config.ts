import { defineConfig, mergeConfig } from "vitest/config";
import shared from "../../vitest.shared.js";

// The browser's tests take longest and come last: what is tested without one goes beside them.
export default mergeConfig(shared, defineConfig({ test: { maxWorkers: 2 } }));
