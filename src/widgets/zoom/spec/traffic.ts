/** What one layer has learned, in the order of its tensors. */
export interface LayerWeights {
  /** [size, size, channels in, channels out]; of the dense layer [numbers in, classes], which is the same order. */
  readonly kernel: Float32Array
  /** [channels out] */
  readonly bias: Float32Array
}

/**
 * The network as it is now. Every number that the figure shows follows from its weights and one image, and the page works
 * them out: a drawing needs no answer from the run, and a recorded network reads it too.
 */
export interface ZoomFrame {
  /** Convolution, convolution, dense. */
  readonly layers: readonly LayerWeights[]
  /** One digit of each kind that no training shows, as bytes, 255 for ink: [10, 784] */
  readonly examples: Uint8Array
  /** The rate of the next update. */
  readonly rate: number
}

export interface ZoomTraffic {
  readonly frame: ZoomFrame
  readonly action: never
  readonly question: never
  readonly answer: never
}
