/** Pairs that follow one another share a file: they stay together. */
const CHUNK = 20;

/**
 * Returns the pairs of one shard, `1/4` to `4/4`, which together are all.
 * @template Each
 * @param {readonly Each[]} pairs
 * @param {string} shard
 */
export function takeShard(pairs, shard) {
  const [index = 1, count = 1] = shard.split("/").map(Number);
  return pairs.filter((_, at) => Math.floor(at / CHUNK) % count === index - 1);
}
