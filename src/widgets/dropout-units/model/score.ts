/** The share of probability that a logit gives to class B. */
export const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit))

/** Mean binary cross-entropy of logits, log(1 + eᶻ) − t z; targets begin anew where they end. */
export function crossEntropy(logits: ArrayLike<number>, targets: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < logits.length; i++) {
    const z = logits[i]
    sum += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - targets[i % targets.length] * z
  }
  return sum / logits.length
}

/** Mean cross-entropy of the mean probability of several answers [subnetworks × examples]. */
export function ensembleCrossEntropy(logits: ArrayLike<number>, targets: ArrayLike<number>): number {
  const count = targets.length
  const voices = logits.length / count
  let sum = 0
  for (let i = 0; i < count; i++) {
    let probability = 0
    for (let k = 0; k < voices; k++) {
      // The probability of the example's true class.
      const logit = logits[k * count + i]
      probability += sigmoid(targets[i] > 0.5 ? logit : -logit) / voices
    }
    sum -= Math.log(Math.max(probability, 1e-300))
  }
  return sum / count
}

export function shareRight(logits: ArrayLike<number>, targets: ArrayLike<number>): number {
  let right = 0
  for (let i = 0; i < targets.length; i++) if (logits[i] > 0 === targets[i] > 0.5) right++
  return right / targets.length
}
