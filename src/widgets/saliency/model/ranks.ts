/** The place of each number in the order of all, from 0; equals share the mean of their places. */
function ranksOf(values: readonly number[]): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => values[a] - values[b])
  const ranks = new Float64Array(values.length)
  for (let from = 0; from < order.length;) {
    let to = from + 1
    while (to < order.length && values[order[to]] === values[order[from]]) to++
    for (const index of order.slice(from, to)) ranks[index] = (from + to - 1) / 2
    from = to
  }
  return ranks
}

/** Spearman's rank correlation of two maps over some of their pixels: 1 for the same order; 0 where one is flat. */
export function rankCorrelation(a: Float32Array, b: Float32Array, over: readonly number[]): number {
  const [x, y] = [a, b].map((map) => ranksOf(over.map((pixel) => map[pixel])))
  const centre = (over.length - 1) / 2
  let [both, first, second] = [0, 0, 0]
  over.forEach((_, i) => {
    both += (x[i] - centre) * (y[i] - centre)
    first += (x[i] - centre) ** 2
    second += (y[i] - centre) ** 2
  })
  return first > 0 && second > 0 ? both / Math.sqrt(first * second) : 0
}
