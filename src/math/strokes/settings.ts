/**
 * How digits are written. A `spread` is the standard deviation of a normal draw, one for each image; lengths are in units of
 * the box that a style is designed in (a digit is about 1 high and 0.8 wide), unless they are in pixels of the 28 × 28 image.
 */
export interface StrokeSettings {
  /** Ways of writing a digit that may occur: the first ones of its list. */
  readonly stylesPerDigit: number
  /** How far each control point strays. */
  readonly jitter: number
  /** Size of three slow waves that bend the plane under the pen. */
  readonly warp: number
  /** Moves the middle up or down, so that loops change size. */
  readonly waist: number
  /** Makes the top wider than the foot, or narrower. */
  readonly taper: number
  /** Bends the upright. */
  readonly bow: number
  /** Width to height, and the spread of its logarithm. */
  readonly aspect: number
  readonly aspectSpread: number
  /** Shear to the right: 0.06 is 3.4°. */
  readonly slant: number
  readonly slantSpread: number
  /** In radians. */
  readonly rotationSpread: number
  /** Median width of the pen, in pixels, and the spread of its logarithm. */
  readonly penWidth: number
  readonly penSpread: number
  /** How much the width waxes and wanes along the path, as a share. */
  readonly pressure: number
  /** Width of the grey edge, in pixels: uniform between the two. */
  readonly softness: readonly [least: number, most: number]
  /** Uniform between the two; what exceeds 1 is full black. */
  readonly darkness: readonly [least: number, most: number]
  /** Spread of the grain in the ink, as a share of full black. */
  readonly noise: number
  /** The longest side of the ink, in pixels. */
  readonly box: number
  /** What is put into the middle of the image: the centre of the ink's mass, as in MNIST, or of its box. */
  readonly centring: 'mass' | 'box'
  /** The share of images that are moved by −1, 0 or 1 pixel each way after they were centred. */
  readonly nudged: number
}

/**
 * With these a small convolutional network that has seen no other digit reads 97.5 % of MNIST’s test images
 * (`npm run evaluate -- strokes`, seed 1).
 * By far the most important is that pens differ in width; then come styles, and centring.
 */
export const STROKE_SETTINGS: StrokeSettings = {
  stylesPerDigit: 25,
  jitter: 0.04,
  warp: 0.08,
  waist: 0.07,
  taper: 0.16,
  bow: 0.06,
  aspect: 0.87,
  aspectSpread: 0.2,
  slant: 0.06,
  slantSpread: 0.21,
  rotationSpread: 0.09,
  penWidth: 2.3,
  penSpread: 0.34,
  pressure: 0.2,
  softness: [0.8, 1.5],
  darkness: [0.95, 1.25],
  noise: 0,
  box: 20,
  centring: 'mass',
  nudged: 0.6,
}
