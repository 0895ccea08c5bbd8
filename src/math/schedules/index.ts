import type { Schedule } from '../schedule.ts'
import { makeRegistry } from '../registry.ts'

const registry = makeRegistry<Schedule>(
  'schedule',
  import.meta.glob(['./*.ts', '!./index.ts'], { eager: true, import: 'default' }),
)

/** Every schedule, by id. */
export const schedules = registry.all
/** The schedule with this id. Throws an error that names the known ids. */
export const getSchedule = registry.get.bind(registry)
