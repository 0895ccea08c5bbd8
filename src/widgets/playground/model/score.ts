/** The class that an answer means: by sign for one score, else the largest. [count, outputs] → [count] */
export function classesOf(answers: ArrayLike<number>, outputs: number): Int32Array {
  return Int32Array.from({ length: answers.length / outputs }, (_, row) => {
    if (outputs === 1) return answers[row] > 0 ? 1 : 0
    let best = 0
    for (let k = 1; k < outputs; k++) if (answers[row * outputs + k] > answers[row * outputs + best]) best = k
    return best
  })
}

/** Counts by true class (row) and answer (column): [classes × classes]. */
export function confusionOf(answered: Int32Array, targets: ArrayLike<number>, classes: number): Int32Array {
  const counts = new Int32Array(classes * classes)
  answered.forEach((answer, i) => counts[targets[i] * classes + answer]++)
  return counts
}

/** The share of points put right; 0 if there are none. */
export function accuracyOf(answered: Int32Array, targets: ArrayLike<number>): number {
  if (answered.length === 0) return 0
  return answered.reduce((sum, answer, i) => sum + (answer === targets[i] ? 1 : 0), 0) / answered.length
}

/** R²: 1 for exact predictions, 0 for those of the mean; 0 where the targets do not vary. */
export function explained(predictions: ArrayLike<number>, targets: ArrayLike<number>): number {
  const count = targets.length
  let mean = 0
  for (let i = 0; i < count; i++) mean += targets[i] / count
  let error = 0
  let variance = 0
  for (let i = 0; i < count; i++) {
    error += (predictions[i] - targets[i]) ** 2
    variance += (targets[i] - mean) ** 2
  }
  return variance > 0 ? 1 - error / variance : 0
}
