/** What the score of one image is due to, by three measures. Positive: for the class. */
export interface Maps {
  /** The slope of the logit (or the difference of two) with respect to each pixel: [784]. */
  readonly gradient: Float32Array
  /** Times the pixel's ink: [784]. */
  readonly product: Float32Array
  /** By how much the score falls when a patch covers each place: [places]. */
  readonly occlusion: Float32Array
}

/** The score as more and more of the ink is erased, the most important pixels first: [ERASURES + 1] each. */
export interface Erasure {
  readonly product: Float32Array
  readonly occlusion: Float32Array
  /** The mean over random orders. */
  readonly random: Float32Array
  /** What is left of the image at the chosen share, as bytes, in the same order: [3, 784]. */
  readonly left: Uint8Array
}

/** The maps of a network whose upper layers have random weights. */
export interface RandomMaps {
  readonly maps: Maps
  /** Its probabilities: [10]. */
  readonly probabilities: Float32Array
  /** Rank correlation with the trained network's map over the pixels with ink: gradient, product, occlusion. */
  readonly alike: Float32Array
}

/** The logit (or the difference) as the ink fades in, from paper to the image: [ERASURES + 1]. */
export interface Fading {
  readonly scores: Float32Array
  /** Σ gradient × input: what the slope at the image foretells for the whole way. */
  readonly sum: number
}

export interface SaliencyFrame {
  /** The image that is looked at, as bytes: [784]; its digit, or −1 for a drawing. */
  readonly image: Uint8Array
  readonly label: number
  /** Of the ten digits: [10]. */
  readonly probabilities: Float32Array
  /** The digit that is explained, and the one that it is compared with or −1. */
  readonly target: number
  readonly against: number
  /** The score of the image: a logit, a probability, or a difference of two. */
  readonly score: number
  readonly maps: Maps
  /** The probabilities with the patch at each place: [places, 10]. */
  readonly covered: Float32Array
  /** Each of these only where it is looked at. */
  readonly erasure: Erasure | null
  readonly random: RandomMaps | null
  readonly fading: Fading | null
}
