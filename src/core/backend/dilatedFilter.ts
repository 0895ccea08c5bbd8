import * as tf from './tf.ts'

/** [height, width, …] with `down − 1` rows of zeros between rows and `across − 1` columns between columns. */
export function spread(filter: tf.Tensor, down: number, across: number): tf.Tensor {
  const [height, width, channels, outputs] = filter.shape
  const depth = channels * outputs
  const wide = tf.pad(tf.reshape(filter, [height * width, 1, depth]), [
    [0, 0],
    [0, across - 1],
    [0, 0],
  ])
  const tall = tf.pad(tf.reshape(wide, [height, 1, width * across * depth]), [
    [0, 0],
    [0, down - 1],
    [0, 0],
  ])
  const padded = tf.reshape(tall, [height * down, width * across, channels, outputs])
  return tf.slice(
    padded,
    [0, 0, 0, 0],
    [(height - 1) * down + 1, (width - 1) * across + 1, channels, outputs],
  )
}

/** The entries of a spread filter's gradient that stand where the filter's own entries do. */
export function gathered(gradient: tf.Tensor, shape: number[], down: number, across: number): tf.Tensor {
  const [height, width, channels, outputs] = shape
  const depth = channels * outputs
  const padded = tf.pad(gradient, [
    [0, down - 1],
    [0, across - 1],
    [0, 0],
    [0, 0],
  ])
  const rows = tf.slice(
    tf.reshape(padded, [height, down, width * across * depth]),
    [0, 0, 0],
    [height, 1, -1],
  )
  const cells = tf.slice(
    tf.reshape(rows, [height * width, across, depth]),
    [0, 0, 0],
    [height * width, 1, -1],
  )
  return tf.reshape(cells, shape)
}
