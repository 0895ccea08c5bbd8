import { makeClassifier } from '../../core/classifier.ts'
import { readerDigit } from '../../core/datasets/readerDigit.ts'
import { formatConvNet } from '../../core/models/convLayersModel.ts'
import { makeConvNet } from '../../core/models/convNet.ts'
import { noReaderData } from '../../core/readerData.ts'
import { defineExperiment } from '../../core/run/experiment.ts'
import type { TrainerState } from '../../core/trainer.ts'
import { toBytes } from '../../math/image.ts'
import { scheduledRate } from '../../math/schedule.ts'
import { getSchedule } from '../../math/schedules/index.ts'
import { STROKES_RECIPE } from '../../math/strokes/recipe.ts'
import { showCell, showExam, sitExam, type Paper } from './model/exam.ts'
import { inspectFile } from './model/files.ts'
import { imagesIn } from './model/images.ts'
import { lookInside, readFilters } from './model/inside.ts'
import { loadPages } from './model/pages.ts'
import { rehearse } from './model/rehearsal.ts'

import { makeUnbuilt } from './model/unbuilt.ts'
import { planOf, TEST_EVERY, updatesOf } from './spec/params.ts'
import spec from './spec.ts'

interface Saved {
  readonly rate: number
  readonly trainer: TrainerState
  /** The last exam that an update was followed by. */
  readonly paper: Paper | null
}

/** Training accuracy is taken from so many of the images shown last. */
const LAST_SHOWN = 100

/** A network that the reader puts together learns to read digits, each of which it is shown once. */
export default defineExperiment(spec, {
  async create(values, env) {
    const files = env.data ?? noReaderData
    const pages = await loadPages(values, env.rng, files)
    const { plan } = planOf(values.layers)
    if (!plan) return makeUnbuilt(pages, files)
    const net = makeConvNet(env.rng.split('net'), plan)
    const classifier = makeClassifier({ net, optimizer: values.optimizer })
    const schedule = getSchedule('warmup-cosine')
    const updates = updatesOf(values)
    const warmUp = Math.min(STROKES_RECIPE.warmUp, Math.floor(updates / 10))
    let rate = values.learningRate
    let paper: Paper | null = null

    const rateNow = (): number => scheduledRate(schedule, rate, classifier.updates, updates, { warmUp })
    const sample = imagesIn(pages.sample)
    const asked = ({ whole }: Pick<Paper, 'whole'>) => (whole ? pages.test : sample)
    const examine = async (): Promise<Paper> => {
      if (paper?.at === classifier.updates) return paper
      // All of a large test set are asked about when the training is done: on the way that would take most of the time.
      const whole = classifier.updates === updates
      return sitExam(classifier, asked({ whole }), whole)
    }

    return {
      async step() {
        classifier.update(pages.batch(classifier.updates), { rate: rateNow() })
        // What a frame shows of the test follows from the step alone, so the exam belongs to it.
        const { updates: at } = classifier
        if (at % TEST_EVERY === 0 || at === updates) paper = await examine()
      },
      async measure() {
        const { accuracy, loss } = await examine()
        const train = await classifier.evaluate(pages.shown(classifier.updates, LAST_SHOWN))
        return { accuracy, trainAccuracy: train.accuracy, loss, trainLoss: train.loss }
      },
      async frame(look) {
        const { image, label } = readerDigit(look, pages.sample)
        return {
          filters: await readFilters(net),
          image: toBytes(image),
          label,
          ...(await lookInside(net, image)),
          exam: paper && showExam(paper, asked(paper)),
          rate: rateNow(),
          data: pages.data,
        }
      },
      async ask(question) {
        if (question.kind === 'rehearsal')
          return { rehearsed: await rehearse(plan, values, pages.batch(0), question.updates) }
        if (question.kind === 'inspect') return inspectFile(files, question.name)
        if (question.kind === 'cell') {
          const shown = paper ?? (await examine())
          return showCell(shown, asked(shown), question.digit, question.answer)
        }
        const { json, weights } = await formatConvNet(net, {
          outputActivation: 'softmax',
          metadata: { input: '28 × 28 grey values, 0 paper to 1 ink', classes: '0 to 9' },
        })
        return {
          files: [
            { name: 'model.json', type: 'application/json', content: json },
            { name: 'weights.bin', type: 'application/octet-stream', content: weights },
          ],
        }
      },
      set(changed) {
        rate = changed.learningRate ?? rate
      },
      diagnose: () => ({ place: 'loss', cause: 'rate-too-high' }),
      save: async (): Promise<Saved> => ({ rate, trainer: await classifier.save(), paper: copyOf(paper) }),
      restore(checkpoint) {
        const saved = checkpoint as Saved
        rate = saved.rate
        classifier.restore(saved.trainer)
        // A run may go on where the reader's files are not: what was said of those is not said of others.
        const same =
          saved.paper?.answers.length === asked({ whole: saved.paper?.whole ?? false }).labels.length
        paper = same ? copyOf(saved.paper) : null
      },
      dispose() {
        classifier.dispose()
        net.dispose()
      },
    }
  },
})

const copyOf = (paper: Paper | null): Paper | null =>
  paper && { ...paper, answers: paper.answers.slice(), losses: paper.losses.slice() }
