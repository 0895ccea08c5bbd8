import { getActivation } from '../../../math/activations/index.ts'
import { getOptimizer } from '../../../math/optimizers/index.ts'
import { planeFeatures, PLANE_FEATURES, type PlaneFeatureId } from '../../../math/planeFeature.ts'
import { getPointSet } from '../../../math/pointSets/index.ts'
import { getSchedule } from '../../../math/schedules/index.ts'
import type { Locale } from '../../../protocol/view.ts'
import { ACTIVATIONS, DATA, OPTIMIZERS, SCHEDULES, type DataId } from '../spec/params.ts'

/** Words that the rules themselves bring, in the reader's language. */

const named = <Id extends string>(ids: readonly Id[], nameOf: (id: Id) => string): Record<Id, string> =>
  Object.fromEntries(ids.map((id) => [id, nameOf(id)])) as Record<Id, string>

export const activations = (locale: Locale) => named(ACTIVATIONS, (id) => getActivation(id).labels[locale])
export const optimizers = (locale: Locale) => named(OPTIMIZERS, (id) => getOptimizer(id).labels[locale])
export const schedules = (locale: Locale) => named(SCHEDULES, (id) => getSchedule(id).labels[locale])
export const features: Record<PlaneFeatureId, string> = named(PLANE_FEATURES, (id) => planeFeatures[id].text)

export const dataNames = (
  locale: Locale,
  own: Readonly<Record<'own' | 'own-numbers', string>>,
): Record<DataId, string> =>
  named(DATA, (id) => (id === 'own' || id === 'own-numbers' ? own[id] : getPointSet(id).labels[locale]))
