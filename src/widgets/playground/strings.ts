import { defineStrings } from '../../i18n/widgetStrings.ts'
import type spec from './spec.ts'
import { en } from './strings/en.ts'
import { zh } from './strings/zh.ts'

export default defineStrings<typeof spec>()({ en, zh })
