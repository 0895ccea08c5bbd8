import type { IdxFileProblem, IdxPairProblem } from '../../../math/idx.ts'
import type { IdxAbout } from '../../../math/idxPairs.ts'
import type { DataProblem } from '../../../protocol/data.ts'
import type { Download } from '../../../protocol/spec.ts'

/** What one layer gives for the image that is looked at. */
export interface LayerMaps {
  readonly height: number
  readonly width: number
  /** Of these the first `shown` are here. */
  readonly channels: number
  readonly shown: number
  /** [shown, height, width]: 1 … 255 for −limit … limit. */
  readonly values: Uint8Array
  readonly limit: number
}

/** Kernels that look at the image itself, [count, side, side]; `side` 28 where the first layer is a dense one. */
export interface Filters {
  readonly side: number
  readonly count: number
  readonly values: Float32Array
}

/** How the network last did on the digits that no training shows. */
export interface Exam {
  /** After so many updates. */
  readonly at: number
  /** On so many images. */
  readonly tested: number
  readonly accuracy: number
  readonly loss: number
  /** What the digits are (rows) and what they were read as (columns): [10 × 10]. */
  readonly confusion: Uint32Array
  readonly worst: Pictures
}

/** Test digits: which, how they look, and what was said of them. */
export interface Pictures {
  /** Numbers of the test digits. */
  readonly numbers: Uint32Array
  /** As bytes, 255 for ink: [count, 784]. */
  readonly images: Uint8Array
  readonly labels: Uint8Array
  readonly answers: Uint8Array
  /** The probability that the right answer was given. */
  readonly right: Float32Array
}

export interface LabFrame {
  /** Absent where the layers make no network, or the first one sees no image. */
  readonly filters: Filters | null
  /** The image that is looked at, as bytes: [784]; its digit, or −1 for a drawing. */
  readonly image: Uint8Array
  readonly label: number
  /** One for each layer of the plan. */
  readonly maps: readonly LayerMaps[]
  /** Of the ten digits, for the image; empty where there is no network. */
  readonly probabilities: Float32Array
  /** Null until the network was first asked. */
  readonly exam: Exam | null
  /** The rate of the next update. */
  readonly rate: number
  readonly data: LabData
}

/** Where images come from, and how many there are. Of digits that are made up there is no end. */
export type Source =
  | { readonly from: 'strokes' }
  | { readonly from: 'own'; readonly count: number }
  /** Every sixth image of the reader's training files: training never shows them. */
  | { readonly from: 'held-out'; readonly count: number }

export interface LabData {
  readonly training: Source
  readonly testing: Source
  /** Files that the settings name are not here, or can't be used: other images stand in for them. */
  readonly missing: boolean
}

/** Why a file can't be used in the lab; the page words it. */
export type FileProblem =
  | IdxFileProblem
  | DataProblem
  | Extract<IdxPairProblem, { readonly code: 'label-range' }>
  /** Images of another size than the network's. */
  | { readonly code: 'other-size'; readonly rows: number; readonly columns: number }

/** What is in a file, or why that is of no use. */
export type Inspected =
  | { readonly about: IdxAbout; readonly problem?: never }
  | { readonly problem: FileProblem; readonly about?: never }

/**
 * Test digits that are one thing and were read as another; what is in a file of the reader's; the model as files; or a
 * rehearsal, for its time to be taken.
 */
export type Question =
  | { readonly kind: 'cell'; readonly digit: number; readonly answer: number }
  | { readonly kind: 'inspect'; readonly name: string }
  | { readonly kind: 'model' }
  | { readonly kind: 'rehearsal'; readonly updates: number }
/** A rehearsal is answered, once it is over, with the number of its updates. */
export type Answer = Pictures | Inspected | Download | { readonly rehearsed: number }

export interface LabTraffic {
  readonly frame: LabFrame
  readonly action: never
  readonly question: Question
  readonly answer: Answer
}
